// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/models/role_list_model.hpp"
#include "app/view/deal_view.hpp"
#include <memory>

namespace agentarmy::app {

using DealTalkModel = RoleListModel<DealTalkView>;
using DealMeetingModel = RoleListModel<DealMeetingView>;
using TaskModel = RoleListModel<TaskView>;

/// Roles: rowId, subject, preview, iconName, when, exact, waiting.
std::unique_ptr<DealTalkModel> makeDealTalkModel(const Formats& formats);
/// Roles: rowId, title, line, when, exact, shares (maps with name, share, ours, order, text).
std::unique_ptr<DealMeetingModel> makeDealMeetingModel(const Formats& formats);
/// Roles: rowId, text, line, done, late.
std::unique_ptr<TaskModel> makeTaskModel(const Formats& formats);

}
