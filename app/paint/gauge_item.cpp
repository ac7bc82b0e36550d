// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/gauge_item.hpp"
#include <QPainter>
#include <cmath>
#include <numbers>

namespace agentarmy::app {
namespace {
constexpr double stroke = 6, tick = 1.5, tickOver = 3;
constexpr int sixteenths = 16, half = 180;
}

void Gauge::setShare(double share)
{
    m_share = share;
    Q_EMIT edited();
    update();
}

void Gauge::setPace(double pace)
{
    m_pace = pace;
    Q_EMIT edited();
    update();
}

void Gauge::paint(QPainter* painter)
{
    if (!theme())
        return;
    const double edge = stroke / 2 + tickOver;
    const QRectF circle(edge, edge, width() - 2 * edge, width() - 2 * edge);
    painter->setRenderHint(QPainter::Antialiasing);
    const auto arc = [&](double share, const QColor& color) {
        painter->setPen(QPen(color, stroke, Qt::SolidLine, Qt::RoundCap));
        painter->drawArc(circle, half * sixteenths, -qRound(share * half * sixteenths));
    };
    arc(1, theme()->track);
    if (m_share > 0)
        arc(std::min(1.0, m_share), theme()->data1);
    if (m_pace < 0)
        return;
    const double angle = std::numbers::pi * (1 - std::min(1.0, m_pace));
    const QPointF out(std::cos(angle), -std::sin(angle));
    const double radius = circle.width() / 2;
    painter->setPen(QPen(theme()->text, tick, Qt::SolidLine, Qt::FlatCap));
    painter->drawLine(
        circle.center() + out * (radius - stroke / 2 - 1), circle.center() + out * (radius + stroke / 2 + tickOver));
}

}
