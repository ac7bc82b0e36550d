// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/dotted.hpp"
#include "app/format/formats.hpp"
#include "app/models/role_list_model.hpp"
#include "app/source/workspace_source.hpp"
#include "app/view/conversation_view.hpp"
#include <memory>

namespace agentarmy::app {

using TimelineModel = RoleListModel<TimelineView>;
using QualificationModel = RoleListModel<QualificationView>;
using PeopleModel = RoleListModel<PersonView>;
using HistoryModel = RoleListModel<HistoryView>;
using ConversationListModel = RoleListModel<ConversationRow>;
using PassageModel = RoleListModel<PassageView>;

/// Roles: rowId, kind, iconName, title, text, note, exact, section, canJump.
std::unique_ptr<TimelineModel> makeTimelineModel(const Formats& formats);
/// Roles: rowId, label, bant, value, confidence, percentText, identified, sure, locked, alternatives, quote,
/// quoteSource, more, canJump.
std::unique_ptr<QualificationModel> makeQualificationModel(const Formats& formats);
/// Roles: rowId, name, title, initials, roles, power, influence, relationship, lastText, lastExact.
std::unique_ptr<PeopleModel> makePeopleModel(const Formats& formats);
/// Roles: rowId, who, field, before, after, why, when, exact, byAgent, undoable.
std::unique_ptr<HistoryModel> makeHistoryModel(const Formats& formats);
/// Roles: rowId, person, initials, account, subject, snippet, channel, when, whenTone, exact, hasDraft, escalated,
/// unread.
std::unique_ptr<ConversationListModel> makeConversationListModel(const Formats& formats);
/// Roles: rowId, author, initials, title, ours, when, exact, text, readings, marks.
std::unique_ptr<PassageModel> makePassageModel(const Formats& formats);

QVariantMap toMap(const Quote& quote);
/// Maps with text, remedy, tone, blocks.
QVariantList toList(const std::vector<FindingView>& findings);
QVariantMap toMap(const AdviceView& advice, const Formats& formats);
/// Maps with id, name.
QVariantList toList(const std::vector<OwnerView>& owners);
/// How long a customer has waited, as a Theme::Tone: bad from 24 hours, warn from 3; nobody waits: neutral.
int waitTone(const QDateTime& waitingSince);
constexpr int lateHours = 24, soonHours = 3;
/// Name of the icon for a timeline kind or a channel.
QString channelIcon(const QString& kind);

}
