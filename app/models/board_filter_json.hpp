// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/board_filter.hpp"
#include <QJsonObject>

namespace agentarmy::app {

/// A filter as it is kept from one run to the next.
QJsonObject toJson(const BoardFilter& filter);
/// What cannot be read is no bound.
BoardFilter toFilter(const QJsonObject& json);

}
