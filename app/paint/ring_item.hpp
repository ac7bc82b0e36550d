// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/paint/themed_item.hpp"
#include <array>

class QPainter;

namespace agentarmy::app {

/// Confidence 0..1 of metrics, economic buyer, criteria, process, pain, champion.
using RingValues = std::array<float, 6>;

/// Draws the qualification ring; `size` px decides stroke, gap and figure. `identified` is the figure in the middle.
void paintRing(QPainter& painter, const Theme& theme, const QRectF& box, const RingValues& values, int identified);

/// The qualification ring as an item; its width is its size.
class Ring : public agentarmy::app::ThemedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<double> values READ values WRITE setValues NOTIFY edited)
    Q_PROPERTY(int identified READ identified WRITE setIdentified NOTIFY edited)
    /// 0..1, for the one filling motion.
    Q_PROPERTY(double fill READ fill WRITE setFill NOTIFY edited)
public:
    using ThemedItem::ThemedItem;
    QList<double> values() const { return m_values; }
    void setValues(const QList<double>& values);
    int identified() const { return m_identified; }
    void setIdentified(int identified);
    double fill() const { return m_fill; }
    void setFill(double fill);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void edited();

private:
    QList<double> m_values;
    int m_identified = 0;
    double m_fill = 1;
};

}
