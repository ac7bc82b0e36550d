// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/theme/theme.hpp"
#include "app/view/deal_card.hpp"

class QPainter;

namespace agentarmy::app {

/// Everything inside the edges of a deal card.
class DealCardPainter {
public:
    DealCardPainter(QPainter& painter, const Theme& theme, const Formats& formats, QDate today);
    void paint(const DealCard& card, const QRectF& box);

private:
    void marks(const DealCard& card, double top);
    double badge(const CardBadge& badge, double x, double top);
    void age(const DealCard& card, double x, double top, bool brief);
    void footer(const DealCard& card, double top);

    QPainter& m_painter;
    const Theme& m_theme;
    const Formats& m_formats;
    QDate m_today;
    double m_left = 0, m_right = 0;
};

/// Name of the icon that stands for a kind of next step.
QString nextIcon(NextKind kind);

}
