// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QPainterPath>
#include <QString>

namespace agentarmy::app {

/// Reads the `d` attribute of an SVG path (all commands, arcs included). Stops at the first thing it does not
/// understand and returns what it has.
QPainterPath parseSvgPath(QStringView d);

}
