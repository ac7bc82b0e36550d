// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/marked_text.hpp"
#include <QPainter>
#include <cmath>

namespace agentarmy::app {
namespace {
constexpr double markReach = 4; // a mark stands this far out on both sides; the item is that much wider than its text
}

int indexOfByte(QStringView text, int byte)
{
    int index = 0;
    for (int bytes = 0; index < text.size() && bytes < byte; ++index) {
        const auto c = text[index];
        if (c.isHighSurrogate() && index + 1 < text.size())
            bytes += 4, ++index;
        else
            bytes += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 ? 2 : 3;
    }
    return index;
}

MarkedText::MarkedText(QQuickItem* parent)
    : ThemedItem(parent)
{
    connect(this, &MarkedText::edited, this, [this] { polish(); });
    connect(this, &MarkedText::themeChanged, this, [this] { polish(); });
}

void MarkedText::setText(const QString& text)
{
    if (m_text == text)
        return;
    m_text = text;
    Q_EMIT edited();
}

void MarkedText::geometryChange(const QRectF& now, const QRectF& before)
{
    ThemedItem::geometryChange(now, before);
    if (now.width() != before.width() && isComponentComplete())
        layOut();
}

void MarkedText::componentComplete()
{
    ThemedItem::componentComplete();
    layOut();
}

void MarkedText::updatePolish() { layOut(); }

void MarkedText::layOut()
{
    if (!theme() || width() <= 0)
        return;
    const auto& step = theme()->step(TypeKind(m_kind));
    m_lead = step.lead;
    m_line = step.line;
    auto shown = m_text;
    shown.replace(u'\n', QChar::LineSeparator);
    m_layout = std::make_unique<QTextLayout>(shown, step.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    double top = 0;
    for (auto line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width() - 2 * markReach);
        line.setPosition(QPointF(markReach, top + m_lead));
        top += m_line;
    }
    m_layout->endLayout();
    setImplicitHeight(top);
    if (m_markEnd > m_markBegin) {
        const auto line = m_layout->lineForTextPosition(indexOfByte(m_text, m_markBegin));
        m_markTop = line.isValid() ? line.y() - m_lead : 0;
    }
    Q_EMIT laidOut();
    update();
}

void MarkedText::paintMark(QPainter* painter, int begin, int end, const QColor& color) const
{
    const int from = indexOfByte(m_text, begin), to = indexOfByte(m_text, end);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    for (int i = 0; i < m_layout->lineCount(); ++i) {
        const auto line = m_layout->lineAt(i);
        const int first = std::max(from, line.textStart()), last = std::min(to, line.textStart() + line.textLength());
        if (first >= last)
            continue;
        const double left = line.cursorToX(first),
                     right = std::min(line.cursorToX(last), markReach + line.naturalTextWidth());
        painter->drawRoundedRect(
            QRectF(left - markReach, line.y() - m_lead, right - left + 2 * markReach, m_line), 4, 4);
    }
}

void MarkedText::paint(QPainter* painter)
{
    if (!m_layout || !theme())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i + 1 < m_softMarks.size(); i += 2)
        paintMark(painter, m_softMarks[i].toInt(), m_softMarks[i + 1].toInt(), theme()->accentSoft);
    if (m_markEnd > m_markBegin)
        paintMark(painter, m_markBegin, m_markEnd, m_markColor.isValid() ? m_markColor : theme()->accentSoft);
    painter->setPen(m_color.isValid() ? m_color : theme()->text);
    m_layout->draw(painter, QPointF(0, 0));
}

}
