// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/plan_building.hpp"

#include "core/base/text.hpp"

#include <cmath>

namespace agentarmy::deals {
namespace {
constexpr std::size_t maxPeople = 500;
constexpr std::size_t shortestCut = 200; ///< a text is not cut below this

void fillIfEmpty(std::optional<std::string>& field, const Json& facts, const char* key)
{
    const auto fact = facts.find(key);
    if ((field && !field->empty()) || fact == facts.end() || !fact->is_string()
        || fact->get_ref<const std::string&>().empty())
        return;
    field = fact->get<std::string>();
}

void extend(std::vector<std::string>& list, const Json& facts, const char* key, std::size_t max)
{
    const auto fact = facts.find(key);
    if (fact == facts.end() || !fact->is_array())
        return;
    for (const auto& value : *fact)
        if (value.is_string() && std::ranges::find(list, value.get_ref<const std::string&>()) == list.end())
            list.push_back(value.get<std::string>());
    list = trimList(std::move(list), max);
}

std::size_t storedBytes(const AccountPlan& plan) { return canonicalJson(toStoredJson(plan)).size(); }

/// The longest text of the plan that people wrote or the agent gathered.
std::string* longestText(AccountPlan& plan)
{
    std::string* longest = nullptr;
    const auto look = [&](std::string& text) {
        if (!longest || text.size() > longest->size())
            longest = &text;
    };
    auto& profile = plan.companyProfile;
    for (auto* text : {&profile.industry, &profile.companySize, &profile.businessModel, &plan.competitiveLandscape,
             &plan.strategicFit})
        if (*text)
            look(**text);
    for (auto* list :
        {&profile.techStack, &profile.strategicInitiatives, &plan.wins, &plan.losses, &plan.whitespaceOpportunities})
        for (auto& text : *list)
            look(text);
    return longest;
}
}

CompanyProfile companyProfile(CompanyProfile profile, const Json& facts)
{
    if (!facts.is_object())
        return profile;
    fillIfEmpty(profile.industry, facts, "industry");
    fillIfEmpty(profile.companySize, facts, "companySize");
    fillIfEmpty(profile.businessModel, facts, "businessModel");
    extend(profile.techStack, facts, "techStack", maxTechStack);
    extend(profile.strategicInitiatives, facts, "strategicInitiatives", maxInitiatives);
    return profile;
}

std::string interactionSummary(
    int interaction, std::string_view channel, DealStage stage, double combinedCompletion, double confidence)
{
    const int percent = int(std::floor(combinedCompletion * 100 + 0.5 + 1e-9));
    const int hundredths = int(std::floor(confidence * 100 + 0.5 + 1e-9));
    return "Interaction " + std::to_string(interaction) + " by " + std::string(channel.empty() ? "unknown" : channel)
        + " in " + std::string(enumText(stage)) + ": qualification " + std::to_string(percent)
        + " % complete, confidence " + std::to_string(hundredths / 100) + '.' + std::to_string(hundredths / 10 % 10)
        + std::to_string(hundredths % 10);
}

AccountPlan addInteraction(
    AccountPlan plan, InteractionSummary summary, const std::vector<std::string>& keyEvents, Timestamp now)
{
    plan.interactionSummaries.push_back(std::move(summary));
    plan.interactionSummaries = trimList(std::move(plan.interactionSummaries), maxSummaries);
    plan.keyEvents.insert(plan.keyEvents.end(), keyEvents.begin(), keyEvents.end());
    plan.keyEvents = trimList(std::move(plan.keyEvents), maxKeyEvents);
    std::vector<Sentiment> tones;
    for (const auto& each : plan.interactionSummaries)
        tones.push_back(each.sentiment);
    plan.overallSentiment = overallSentiment(tones);
    ++plan.version;
    plan.updatedAt = now;
    return plan;
}

OpportunityPlan rebuildPlan(OpportunityPlan plan, const Opportunity& opportunity, std::span<const Contact> people,
    std::span<const PlanTask<Id<Task>>> tasks, Timestamp now)
{
    plan.opportunityId = opportunity.id;
    plan.overallConfidence = opportunity.qualificationSnapshot.overallConfidence;
    plan.lastAssessed = opportunity.qualificationSnapshot.lastUpdated;
    plan.stakeholderMap.clear();
    for (const auto& person : people.first(std::min(people.size(), maxPeople)))
        plan.stakeholderMap.push_back(
            {person.id, person.contactName, person.stakeholder.roles, person.stakeholder.scores.decisionPower,
                person.stakeholder.scores.influenceLevel, person.notes.value_or("")});
    plan.actionItems = trimActionItems(tasks);
    ++plan.version;
    plan.updatedAt = now;
    return plan;
}

bool saysTheSame(const OpportunityPlan& a, const OpportunityPlan& b)
{
    return a.opportunityId == b.opportunityId && a.overallConfidence == b.overallConfidence
        && a.lastAssessed == b.lastAssessed && a.stakeholderMap == b.stakeholderMap && a.actionItems == b.actionItems;
}

Result<AccountPlan> boundedPlan(AccountPlan plan)
{
    auto bytes = storedBytes(plan);
    while (bytes > planSoftBytes && !plan.interactionSummaries.empty()) {
        plan.interactionSummaries.erase(plan.interactionSummaries.begin());
        bytes = storedBytes(plan);
    }
    while (bytes > planSoftBytes && !plan.keyEvents.empty()) {
        plan.keyEvents.erase(plan.keyEvents.begin());
        bytes = storedBytes(plan);
    }
    while (bytes > planSoftBytes) {
        auto* longest = longestText(plan);
        if (!longest || longest->size() <= shortestCut)
            break;
        const auto surplus = std::min(bytes - planSoftBytes, longest->size() - shortestCut);
        *longest = std::string(cutAtCodePoint(*longest, longest->size() - surplus));
        bytes = storedBytes(plan);
    }
    if (bytes > planHardBytes)
        return fail({ErrorKind::invalid, "plan_too_large", "The account plan is above 100 KB.",
            {{"bytes", std::int64_t(bytes)}}});
    return plan;
}
}
