// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/text_line.hpp"
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

namespace agentarmy::app {
namespace {
constexpr double endless = 1e6; // px
}

double drawLine(QPainter& painter, const TypeStep& step, double x, double top, const QString& text, const QColor& color,
    double width, Qt::Alignment alignment)
{
    if (text.isEmpty())
        return 0;
    // One layout measures and draws: shaping is what a line costs.
    QTextLayout layout(text, step.font);
    const auto shape = [&layout] {
        layout.beginLayout();
        auto line = layout.createLine();
        line.setLineWidth(endless);
        layout.endLayout();
        return line.naturalTextWidth();
    };
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    double taken = shape();
    if (width > 0 && taken > width + 0.5) {
        layout.setText(QFontMetricsF(step.font).elidedText(text, Qt::ElideRight, width));
        taken = shape();
    }
    if (alignment & Qt::AlignRight)
        x += width - taken;
    else if (alignment & Qt::AlignHCenter)
        x += (width - taken) / 2;
    painter.setPen(color);
    layout.draw(&painter, QPointF(x, top + step.lead));
    return taken;
}

double textWidth(const TypeStep& step, const QString& text) { return QFontMetricsF(step.font).horizontalAdvance(text); }

}
