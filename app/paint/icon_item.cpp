// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/icon_item.hpp"
#include "app/paint/icon_shapes.hpp"

namespace agentarmy::app {

Icon::Icon(QQuickItem* parent)
    : ThemedItem(parent)
{
    setImplicitSize(m_size, m_size);
}

void Icon::setName(const QString& name)
{
    if (m_name == name)
        return;
    m_name = name;
    Q_EMIT edited();
    update();
}

void Icon::setSize(double size)
{
    m_size = size;
    setImplicitSize(size, size);
    Q_EMIT edited();
    update();
}

void Icon::setColor(const QColor& color)
{
    if (m_color == color)
        return;
    m_color = color;
    Q_EMIT edited();
    update();
}

void Icon::paint(QPainter* painter)
{
    if (!theme())
        return;
    const QRectF box((width() - m_size) / 2, (height() - m_size) / 2, m_size, m_size);
    if (m_name == QLatin1String("agent"))
        paintAgentMark(*painter, box, theme()->accent, theme()->onAccent);
    else
        paintIcon(*painter, m_name, box, m_color.isValid() ? m_color : theme()->text2);
}

}
