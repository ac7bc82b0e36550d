// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QColor>
#include <QPainterPath>
#include <QRectF>
#include <QString>

class QPainter;

namespace agentarmy::app {

/// Outline of the icon `name` in a box of 24 x 24; read from the program's resources once and kept. Unknown names are
/// empty.
const QPainterPath& iconShape(const QString& name);

/// Strokes an icon into `box` (square); the stroke scales with the size and is never under 1.1 px.
void paintIcon(QPainter& painter, const QString& name, const QRectF& box, const QColor& color);

/// The agent's mark: two white chevrons on an accent square.
void paintAgentMark(QPainter& painter, const QRectF& box, const QColor& ground, const QColor& strokes);

}
