// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/ring_item.hpp"
#include "app/paint/text_line.hpp"
#include <QPainter>

namespace agentarmy::app {

void paintRing(QPainter& painter, const Theme& theme, const QRectF& box, const RingValues& values, int identified)
{
    const double size = box.width(), stroke = size <= 35 ? 3 : size <= 59 ? 4 : 6, gap = size < 60 ? 10 : 6;
    const auto circle = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    const double span = 60 - gap;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const auto arc = [&](double from, double length, const QColor& color) {
        painter.setPen(QPen(color, stroke, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(circle, qRound((90 - from) * 16), qRound(-length * 16));
    };
    for (int segment = 0; segment < 6; ++segment) {
        const double from = segment * 60 + gap / 2, value = std::clamp(double(values[size_t(segment)]), 0.0, 1.0);
        arc(from, span, theme.track);
        if (value > 0)
            arc(from, span * value, value >= 0.7 ? theme.data1 : theme.data2);
    }
    auto step = theme.step(size <= 35 ? TypeKind::Tiny : size <= 59 ? TypeKind::StrongHeavy : TypeKind::Title);
    step.font.setLetterSpacing(QFont::AbsoluteSpacing, 0);
    drawLine(painter, step, box.left(), box.center().y() - step.line / 2, QString::number(identified),
        identified ? theme.text : theme.text3, box.width(), Qt::AlignHCenter);
    painter.restore();
}

void Ring::setValues(const QList<double>& values)
{
    m_values = values;
    Q_EMIT edited();
    update();
}

void Ring::setIdentified(int identified)
{
    m_identified = identified;
    Q_EMIT edited();
    update();
}

void Ring::setFill(double fill)
{
    m_fill = fill;
    Q_EMIT edited();
    update();
}

void Ring::paint(QPainter* painter)
{
    if (!theme())
        return;
    RingValues values {};
    for (size_t i = 0; i < values.size() && qsizetype(i) < m_values.size(); ++i)
        values[i] = float(m_values[qsizetype(i)] * m_fill);
    paintRing(*painter, *theme(), QRectF(0, 0, width(), width()), values, m_identified);
}

}
