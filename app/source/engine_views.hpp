// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/account_view.hpp"
#include "app/view/approval_view.hpp"
#include "app/view/conversation_view.hpp"
#include "app/view/home_view.hpp"
#include "app/view/import_view.hpp"
#include "core/engine/accounts/account_book.hpp"
#include "core/engine/conversations/conversation_reader.hpp"
#include "core/engine/deals/deal_board.hpp"
#include "core/engine/deals/deal_desk.hpp"
#include "core/engine/deals/deal_page.hpp"
#include "core/engine/home/home.hpp"
#include "core/engine/import/importer.hpp"
#include "core/engine/sales/approvals.hpp"
#include "core/engine/workspace/workspace.hpp"

namespace agentarmy::app {

/// The engine's values as the pages show them. Pure; called on worker threads.
DealCard toCard(const BoardCard& card);
Stage toStage(DealStage stage);
DealStage fromStage(Stage stage);
StageAnswer toAnswer(Stage stage, Stage here, const MoveAnswer& answer);
DealView toDealView(
    const DealPage& page, const std::vector<FieldHistory>& history, const WorkspaceInfo& info, Timestamp now);
std::vector<DealTalkView> toTalks(const std::vector<DealTalk>& talks);
std::vector<DealMeetingView> toMeetings(const std::vector<DealMeeting>& meetings);
std::vector<TaskView> toTasks(const std::vector<Task>& tasks, const WorkspaceInfo& info);
PlanView toPlan(const std::optional<AccountPlan>& plan);
AdviceView toAdvice(const AgentPanel& panel);
HomeView toHome(const Home& home);
ImportOptions toOptions(const ImportRequest& request);
ImportPreviewView toPreview(const ImportPreview& preview, const ImportOptions& options);
ImportReportView toReport(const ImportReport& report);
ImportProgressView toProgress(const ImportProgress& progress);
AccountBookView toBook(const AccountBook& book);
RecordView toRecord(const AccountPage& page);
RecordView toRecord(const PersonPage& page);
QString rolesText(const std::vector<StakeholderRole>& roles);
Quote toQuote(const QuoteLink& link);
QString reasonText(RiskReason reason, const BoardCard& card);
ApprovalView toApproval(const WaitingDraft& draft);
std::vector<FindingView> toFindings(
    const std::vector<DraftFinding>& findings, const std::string& body); ///< worst first
ConversationView toConversation(const agentarmy::ConversationView& view, const QString& dealLine);

QString text(std::string_view utf8);
QDateTime localTime(Timestamp at);
QString initialsText(const QString& name);
MoneyView toMoney(const std::optional<Money>& money);
std::optional<MoneyView> toMoney(const Json& money); ///< none: not an amount
QString dimensionName(Dimension dimension);

}
