// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/home/insights.hpp"

#include "core/engine/home/home.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/workspace/workspace.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr const char* answersKey = "insights.answers"; // {deal: {causes: [..], answer, until?, at}}
constexpr std::size_t mostAnswers = 5000;

Zone zoneOf(const WorkspaceInfo& workspace) { return Zone::find(workspace.settings.timeZone).value_or(Zone()); }

std::vector<intelligence::Alert> alertsOf(const BoardCard& card, const Zone& zone)
{
    if (!isOpen(card.stage) || card.stage == DealStage::stalled)
        return {};
    return intelligence::alertsOf(
        {card.stage, card.reasons, card.lastActivityAt, card.stageEnteredAt, card.closeDate}, zone);
}

Result<Json> readAnswers(Store& store, const Context& context)
{
    auto kept = store.value(context, answersKey);
    if (!kept)
        return fail(kept.error());
    auto json = kept->empty() ? Result<Json>(Json::object()) : parseJson(*kept);
    return json && json->is_object() ? std::move(*json) : Json::object();
}

/// Whether the answer knows all of these alerts.
bool covers(const Json& answer, const std::vector<intelligence::Alert>& alerts)
{
    const auto causes = answer.find("causes");
    if (causes == answer.end() || !causes->is_array())
        return false;
    return std::all_of(alerts.begin(), alerts.end(), [&](const auto& alert) {
        return std::find(causes->begin(), causes->end(), Json(alert.cause)) != causes->end();
    });
}

Timestamp newest(const Insight& insight)
{
    Timestamp at {};
    for (const auto& alert : insight.alerts)
        at = std::max(at, alert.since);
    return at;
}

/// Oldest answers go first where there are too many.
void trim(Json& answers)
{
    while (answers.size() > mostAnswers) {
        auto oldest = answers.begin();
        for (auto each = answers.begin(); each != answers.end(); ++each)
            if (each->value("at", std::string()) < oldest->value("at", std::string()))
                oldest = each;
        answers.erase(oldest);
    }
}
}

Result<Insights> loadInsights(Store& store, const Context& context, const WorkspaceInfo& workspace, Timestamp now)
{
    auto board = loadBoard(store, context, {}, workspace.settings, now);
    if (!board)
        return fail(board.error());
    auto answers = readAnswers(store, context);
    if (!answers)
        return fail(answers.error());
    const auto owns = ownsOpenDeals(store, context, workspace.self);
    if (!owns)
        return fail(owns.error());
    const auto zone = zoneOf(workspace);
    Insights insights;
    for (auto& card : board->cards) {
        if (*owns && card.ownerId != workspace.self)
            continue;
        Insight insight;
        insight.alerts = alertsOf(card, zone);
        const bool worthIt = std::any_of(insight.alerts.begin(), insight.alerts.end(),
            [](const auto& alert) { return alert.severity != intelligence::AlertSeverity::info; });
        if (!worthIt)
            continue;
        const auto found = answers->find(card.id.text());
        insight.card = std::move(card);
        if (found == answers->end() || !found->is_object() || !covers(*found, insight.alerts)) {
            insights.open.push_back(std::move(insight));
            continue;
        }
        insight.answer = parseEnum<InsightAnswer>(found->value("answer", std::string()));
        if (const auto until = parseTimestamp(found->value("until", std::string())))
            insight.until = *until;
        const bool isBack = insight.answer == InsightAnswer::snoozed && (!insight.until || *insight.until <= now);
        if (!insight.answer || isBack) {
            insight.answer.reset();
            insight.until.reset();
            insights.open.push_back(std::move(insight));
        } else {
            insights.answered.push_back(std::move(insight));
        }
    }
    for (auto* list : {&insights.open, &insights.answered})
        std::stable_sort(
            list->begin(), list->end(), [](const Insight& a, const Insight& b) { return newest(a) > newest(b); });
    return insights;
}

Result<void> answerInsight(Store& store, const Context& context, const WorkspaceInfo& workspace, Id<Opportunity> deal,
    std::optional<InsightAnswer> answer, std::optional<Timestamp> until, Timestamp now)
{
    if (answer == InsightAnswer::snoozed && (!until || *until <= now))
        return fail(invalidField("until", "after now"));
    auto card = loadCard(store, context, deal, workspace.settings, now);
    if (!card)
        return fail(card.error());
    auto answers = readAnswers(store, context);
    if (!answers)
        return fail(answers.error());
    if (answer) {
        Json causes = Json::array();
        for (const auto& alert : alertsOf(*card, zoneOf(workspace)))
            causes.push_back(alert.cause);
        Json entry {
            {"answer", std::string(enumText(*answer))}, {"causes", std::move(causes)}, {"at", formatTimestamp(now)}};
        if (until)
            entry["until"] = formatTimestamp(*until);
        (*answers)[deal.text()] = std::move(entry);
        trim(*answers);
    } else {
        answers->erase(deal.text());
    }
    return keepValue(store, context, answersKey, canonicalJson(*answers));
}
}
