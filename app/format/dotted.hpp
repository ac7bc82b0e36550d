// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QStringList>

namespace agentarmy::app {

/// `name` as a part of a longer line: where it holds right-to-left letters it is isolated (U+2068, U+2069), so that it
/// does not turn the order of what stands around it. Else as it is.
QString isolated(const QString& name);
/// The parts that are not empty, with a dot between; each isolated.
QString dotted(const QStringList& parts);

}
