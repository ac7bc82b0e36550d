// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/deals/record_merge.hpp"

#include "core/base/text.hpp"
#include "core/rules/deals/plan_building.hpp"
#include "core/rules/deals/scores.hpp"
#include "core/rules/qbs/joining.hpp"
#include "core/rules/sales/merge.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr std::size_t maxAliases = 50;
constexpr std::size_t maxPhones = 20;

template <class T> void fill(std::optional<T>& keep, const std::optional<T>& other)
{
    if (!keep)
        keep = other;
}

/// Adds what is not there yet, compared as names are; `own` is the record's main value.
void addAlias(
    std::vector<std::string>& aliases, const std::string& alias, const std::string& own, std::size_t max = maxAliases)
{
    const auto key = nameKey(alias);
    const bool known = key.empty() || key == nameKey(own)
        || std::any_of(aliases.begin(), aliases.end(), [&](const std::string& each) { return nameKey(each) == key; });
    if (!known && aliases.size() < max)
        aliases.push_back(alias);
}

void addAliases(std::vector<std::string>& aliases, const std::vector<std::string>& more, const std::string& own,
    std::size_t max = maxAliases)
{
    for (const auto& each : more)
        addAlias(aliases, each, own, max);
}

/// An id of a system that the kept record has one of already stands beside it, with a number.
void addIds(std::map<std::string, std::string>& ids, const std::map<std::string, std::string>& more)
{
    for (const auto& [system, id] : more) {
        auto name = system;
        for (int n = 2; ids.contains(name) && ids[name] != id; ++n)
            name = system + '#' + std::to_string(n);
        ids[name] = id;
    }
}

void fillMissing(Json& keep, const Json& other)
{
    if (!other.is_object())
        return;
    if (!keep.is_object())
        keep = Json::object();
    for (const auto& [key, value] : other.items())
        if (!keep.contains(key))
            keep[key] = value;
}

template <class T> void keepLater(std::optional<T>& keep, const std::optional<T>& other)
{
    if (other && (!keep || *other > *keep))
        keep = other;
}

void addCount(Json& keep, const Json& other, const char* key)
{
    const auto count = [&](const Json& object) {
        return object.is_object() && object.contains(key) && object[key].is_number_integer() ? object[key].get<int>()
                                                                                             : 0;
    };
    if (const int sum = count(keep) + count(other))
        keep[key] = sum;
}

StakeholderPart mergedStakeholder(StakeholderPart keep, const StakeholderPart& other)
{
    for (const auto role : other.roles)
        if (std::find(keep.roles.begin(), keep.roles.end(), role) == keep.roles.end())
            keep.roles.push_back(role);
    for (const auto name : deals::scoreNames) {
        const std::string key(name);
        auto& score = *deals::scoreByName(keep.scores, name);
        const int theirs = *deals::scoreByName(other.scores, name);
        const auto own = keep.scoreSources.find(key);
        const auto source = other.scoreSources.find(key);
        const bool ownByPerson = own != keep.scoreSources.end() && own->second == ScoreSource::humanOverride;
        const bool theirsByPerson = source != other.scoreSources.end() && source->second == ScoreSource::humanOverride;
        if (ownByPerson || (!theirsByPerson && theirs <= score))
            continue;
        if (theirsByPerson && !keep.computed)
            keep.computed = keep.scores;
        score = theirs;
        if (source != other.scoreSources.end())
            keep.scoreSources[key] = source->second;
        if (const auto words = other.scoreEvidence.find(key); words != other.scoreEvidence.end())
            keep.scoreEvidence[key] = words->second;
    }
    keep.interactionCount += other.interactionCount;
    keepLater(keep.lastInteraction, other.lastInteraction);
    return keep;
}
}

Account mergedAccount(Account keep, const Account& gaveUp)
{
    addAlias(keep.otherNames, gaveUp.accountName, keep.accountName);
    addAliases(keep.otherNames, gaveUp.otherNames, keep.accountName);
    addAliases(keep.domains, gaveUp.domains, {});
    fill(keep.industry, gaveUp.industry);
    fill(keep.companySize, gaveUp.companySize);
    fill(keep.website, gaveUp.website);
    fill(keep.region, gaveUp.region);
    fill(keep.ownerId, gaveUp.ownerId);
    fill(keep.teamId, gaveUp.teamId);
    addIds(keep.externalIds, gaveUp.externalIds);
    fillMissing(keep.metadata, gaveUp.metadata);
    return keep;
}

Contact mergedContact(Contact keep, const Contact& gaveUp)
{
    if (keep.contactEmail.empty()) {
        keep.contactEmail = gaveUp.contactEmail;
        keep.addressInvalid = gaveUp.addressInvalid;
    } else {
        addAlias(keep.otherEmails, gaveUp.contactEmail, keep.contactEmail);
    }
    addAliases(keep.otherEmails, gaveUp.otherEmails, keep.contactEmail);
    addAlias(keep.otherNames, gaveUp.contactName, keep.contactName);
    addAliases(keep.otherNames, gaveUp.otherNames, keep.contactName);
    addAliases(keep.phones, gaveUp.phones, {}, maxPhones);
    fill(keep.accountId, gaveUp.accountId);
    fill(keep.title, gaveUp.title);
    fill(keep.timeZone, gaveUp.timeZone);
    fill(keep.language, gaveUp.language);
    keep.optedOut = keep.optedOut || gaveUp.optedOut; // whoever asked to be left alone is one and the same person
    if (gaveUp.notes && keep.notes && *keep.notes != *gaveUp.notes)
        keep.notes = std::string(cutAtCodePoint(*keep.notes + '\n' + *gaveUp.notes, 65536));
    fill(keep.notes, gaveUp.notes);
    keep.stakeholder = mergedStakeholder(std::move(keep.stakeholder), gaveUp.stakeholder);
    addIds(keep.externalIds, gaveUp.externalIds);
    return keep;
}

ConversationState mergedState(ConversationState keep, const ConversationState& gaveUp, Timestamp now)
{
    const bool otherNewer = gaveUp.lastInteraction > keep.lastInteraction;
    keep.qualification = otherNewer ? sales::mergeQualification(keep.qualification, gaveUp.qualification, now)
                                    : sales::mergeQualification(gaveUp.qualification, keep.qualification, now);
    keep.interactionCount += gaveUp.interactionCount;
    if (otherNewer) {
        keep.conversationId = gaveUp.conversationId;
        keep.lastInteraction = gaveUp.lastInteraction;
        keep.lastChannel = gaveUp.lastChannel;
        keep.nextActions = gaveUp.nextActions;
        keep.followUpScheduled = gaveUp.followUpScheduled;
        keep.dealStage = gaveUp.dealStage;
    }
    keep.escalated = keep.escalated || gaveUp.escalated;
    fill(keep.escalationReason, gaveUp.escalationReason);
    fill(keep.confidenceScore, gaveUp.confidenceScore);
    if (!keep.metadata.is_object())
        keep.metadata = Json::object();
    for (const char* count : {"inbound", "outbound", "meetings", "trustSignals"})
        addCount(keep.metadata, gaveUp.metadata, count);
    const auto kept = qbs::loadQbs(keep.metadata).data;
    fillMissing(keep.metadata, gaveUp.metadata);
    if (gaveUp.metadata.is_object() && gaveUp.metadata.contains("qbs"))
        keep.metadata = qbs::savedQbs(std::move(keep.metadata),
            qbs::joined(kept, qbs::loadQbs(gaveUp.metadata).data, otherNewer ? qbs::Newer::other : qbs::Newer::kept));
    keep.updatedAt = now;
    return keep;
}

AccountPlan mergedPlan(AccountPlan keep, const AccountPlan& gaveUp)
{
    const auto append = [](auto& list, const auto& more, std::size_t max) {
        list.insert(list.begin(), more.begin(), more.end()); // the kept plan's own are the newest
        list = deals::trimList(std::move(list), max);
    };
    append(keep.keyEvents, gaveUp.keyEvents, deals::maxKeyEvents);
    keep.interactionSummaries.insert(
        keep.interactionSummaries.end(), gaveUp.interactionSummaries.begin(), gaveUp.interactionSummaries.end());
    std::stable_sort(keep.interactionSummaries.begin(), keep.interactionSummaries.end(),
        [](const auto& a, const auto& b) { return a.date < b.date; });
    keep.interactionSummaries = deals::trimList(std::move(keep.interactionSummaries), deals::maxSummaries);
    append(keep.wins, gaveUp.wins, deals::maxSummaries);
    append(keep.losses, gaveUp.losses, deals::maxSummaries);
    append(keep.whitespaceOpportunities, gaveUp.whitespaceOpportunities, deals::maxSummaries);
    fill(keep.competitiveLandscape, gaveUp.competitiveLandscape);
    fill(keep.strategicFit, gaveUp.strategicFit);
    keep.companyProfile = deals::companyProfile(std::move(keep.companyProfile), toJson(gaveUp.companyProfile));
    for (const auto& id : gaveUp.activeOpportunityIds)
        if (std::find(keep.activeOpportunityIds.begin(), keep.activeOpportunityIds.end(), id)
            == keep.activeOpportunityIds.end())
            keep.activeOpportunityIds.push_back(id);
    ++keep.version;
    return keep;
}
}
