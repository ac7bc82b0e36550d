// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/dash_frame.hpp"
#include <QPainter>

namespace agentarmy::app {

DashFrame::DashFrame(QQuickItem* parent)
    : ThemedItem(parent)
{
    connect(this, &DashFrame::edited, this, [this] { update(); });
}

void DashFrame::paint(QPainter* painter)
{
    constexpr double stroke = 1.5;
    QPen pen(m_color, stroke);
    pen.setDashPattern({5 / stroke, 4 / stroke});
    pen.setCapStyle(Qt::FlatCap);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(m_fill.isValid() ? QBrush(m_fill) : QBrush(Qt::NoBrush));
    const double half = stroke / 2;
    painter->drawRoundedRect(QRectF(half, half, width() - stroke, height() - stroke), m_radius - half, m_radius - half);
}

}
