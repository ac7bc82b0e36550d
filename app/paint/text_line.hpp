// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/theme/type_scale.hpp"
#include <QColor>
#include <QString>

class QPainter;

namespace agentarmy::app {

/// Draws one line of text into a line box that starts at (`x`, `top`); elides at the end if `width` > 0 and too small.
/// Returns the width that the text took.
double drawLine(QPainter& painter, const TypeStep& step, double x, double top, const QString& text, const QColor& color,
    double width = 0, Qt::Alignment alignment = Qt::AlignLeft);

double textWidth(const TypeStep& step, const QString& text);

}
