// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/plan.hpp"
#include "core/rules/deals/sentiment.hpp"

#include <algorithm>
#include <span>

namespace agentarmy::deals {

inline constexpr std::size_t maxActionItems = 30;
inline constexpr std::size_t maxSummaries = 20;
inline constexpr std::size_t maxKeyEvents = 50;
inline constexpr std::size_t maxTechStack = 50;
inline constexpr std::size_t maxInitiatives = 20;
inline constexpr std::size_t planSoftBytes = 50 * 1024; ///< above this a plan is shortened
inline constexpr std::size_t planHardBytes = 100 * 1024; ///< above this it is refused

/// The last `max` items; shorter lists unchanged.
template <class T> [[nodiscard]] std::vector<T> trimList(std::vector<T> items, std::size_t max)
{
    if (items.size() > max)
        items.erase(items.begin(), items.end() - std::ptrdiff_t(max));
    return items;
}

template <class Key> struct PlanTask {
    Key id {};
    TaskStatus status = TaskStatus::open;
};
/// Ids that a plan keeps, oldest first (R13): completed ones go, then cancelled ones as far as there are too many, then
/// the oldest.
template <class Key>
[[nodiscard]] std::vector<Key> trimActionItems(
    std::span<const PlanTask<Key>> oldestFirst, std::size_t max = maxActionItems)
{
    const auto isLeft = [](const auto& task) { return task.status != TaskStatus::completed; };
    const auto left = std::size_t(std::ranges::count_if(oldestFirst, isLeft));
    std::size_t surplus = left > max ? left - max : 0;
    std::vector<Key> kept;
    for (const auto& task : oldestFirst) {
        if (!isLeft(task))
            continue;
        if (task.status == TaskStatus::cancelled && surplus > 0)
            --surplus;
        else
            kept.push_back(task.id);
    }
    return trimList(std::move(kept), max);
}

/// The profile after new facts: texts fill only what is empty, lists are extended by what they do not have yet; a value
/// of the wrong kind is ignored. `facts` uses the profile's own field names.
[[nodiscard]] CompanyProfile companyProfile(CompanyProfile profile, const Json& facts);

/// One line about a turn: "Interaction 4 by email in discovery: qualification 33 % complete, confidence 0.72".
[[nodiscard]] std::string interactionSummary(
    int interaction, std::string_view channel, DealStage stage, double combinedCompletion, double confidence);

/// The account plan after one more turn (R13): version + 1, summary and events added and trimmed, sentiment renewed.
[[nodiscard]] AccountPlan addInteraction(
    AccountPlan plan, InteractionSummary summary, const std::vector<std::string>& keyEvents, Timestamp now);

/// The opportunity plan, rebuilt: version + 1. `people` are the account's stakeholders, `tasks` the deal's, oldest
/// first.
[[nodiscard]] OpportunityPlan rebuildPlan(OpportunityPlan plan, const Opportunity& opportunity,
    std::span<const Contact> people, std::span<const PlanTask<Id<Task>>> tasks, Timestamp now);
/// Whether two plans of a deal say the same, version and times aside: then there is nothing to write.
[[nodiscard]] bool saysTheSame(const OpportunityPlan& a, const OpportunityPlan& b);

/// Shortens a plan above 50 KB (oldest summaries, then oldest events, then the longest free text); `plan_too_large` if
/// it still has more than 100 KB.
[[nodiscard]] Result<AccountPlan> boundedPlan(AccountPlan plan);
}
