// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/text_line.hpp"
#include <QFontMetricsF>
#include <QPainter>

namespace agentarmy::app {

double drawLine(QPainter& painter, const TypeStep& step, double x, double top, const QString& text, const QColor& color,
    double width, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(step.font);
    auto shown = text;
    double taken = metrics.horizontalAdvance(shown);
    if (width > 0 && taken > width + 0.5) {
        shown = metrics.elidedText(text, Qt::ElideRight, width);
        taken = metrics.horizontalAdvance(shown);
    }
    if (alignment & Qt::AlignRight)
        x += width - taken;
    else if (alignment & Qt::AlignHCenter)
        x += (width - taken) / 2;
    painter.setFont(step.font);
    painter.setPen(color);
    painter.drawText(QPointF(x, top + step.lead + metrics.ascent()), shown);
    return taken;
}

double textWidth(const TypeStep& step, const QString& text) { return QFontMetricsF(step.font).horizontalAdvance(text); }

}
