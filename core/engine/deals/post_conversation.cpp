// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/deals/post_conversation.hpp"

#include "core/base/text.hpp"
#include "core/rules/deals/detection.hpp"
#include "core/rules/deals/plan_building.hpp"
#include "core/rules/deals/progression.hpp"
#include "core/rules/deals/scores.hpp"
#include "core/rules/deals/sentiment.hpp"
#include "core/rules/deals/stage_move.hpp"
#include "core/rules/deals/stage_probability.hpp"
#include "core/rules/deals/update_fields.hpp"
#include "core/rules/sales/merge.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace agentarmy {
namespace {
constexpr std::size_t mostTalkedAbout = 20; // newest deals remembered per contact
constexpr std::size_t mostWordsBytes = 20'000; // of a turn, in which names of deals are looked for

bool wasOpenAt(const Opportunity& deal, Timestamp at)
{
    if (isOpen(deal.dealStage))
        return true;
    return deal.closedAt && *deal.closedAt > at;
}

std::string theirWords(const ConversationTurn& turn)
{
    std::string text;
    for (const auto& piece : turn.spoken)
        if (!piece.ours)
            text += piece.text + '\n';
    return text;
}

bool mentions(const std::string& foldedText, const std::optional<std::string>& what)
{
    const auto key = what ? nameKey(*what) : std::string();
    return key.size() >= 3 && foldedText.find(key) != std::string::npos;
}

bool hasPrimaryContact(const Opportunity& deal, const ConversationTurn& turn)
{
    if (!deal.metadata.is_object())
        return false;
    const auto found = deal.metadata.find("primaryContactId");
    return found != deal.metadata.end() && found->is_string()
        && std::ranges::any_of(turn.words,
            [&](const ContactWords& words) { return words.contactId.text() == found->get_ref<const std::string&>(); });
}

constexpr const char* talkedKey = "opportunityIds"; // in the metadata of a state: what its contact talked about

/// The deals that earlier conversations with the people of this turn were about.
Result<std::set<std::string>> dealsTalkedAbout(UnitOfWork& work, const ConversationTurn& turn)
{
    std::set<std::string> ids;
    for (const auto& words : turn.words) {
        auto state = work.findByKey<ConversationState>(turn.accountId.text() + '/' + words.contactId.text());
        if (!state)
            return fail(state.error());
        if (!*state || !(*state)->metadata.is_object())
            continue;
        if (const auto found = (*state)->metadata.find(talkedKey); found != (*state)->metadata.end())
            for (const auto& id : *found)
                if (id.is_string())
                    ids.insert(id.get<std::string>());
    }
    return ids;
}

bool remembersTalk(const ConversationState& state, const std::string& opportunityId)
{
    const auto ids = state.metadata.is_object() ? state.metadata.find(talkedKey) : state.metadata.end();
    return state.metadata.is_object() && ids != state.metadata.end()
        && std::find(ids->begin(), ids->end(), Json(opportunityId)) != ids->end();
}

void rememberTalk(ConversationState& state, const std::string& opportunityId)
{
    if (remembersTalk(state, opportunityId))
        return;
    if (!state.metadata.is_object())
        state.metadata = Json::object();
    auto& ids = state.metadata[talkedKey];
    if (!ids.is_array())
        ids = Json::array();
    ids.push_back(opportunityId);
    if (ids.size() > mostTalkedAbout)
        ids.erase(ids.begin());
}

/// The one deal that the subject, else the words, else the people of a turn point at; each sign narrows what the one
/// before left. Null: none or several.
const Opportunity* onlyDealMeant(
    const std::vector<const Opportunity*>& open, const ConversationTurn& turn, const std::set<std::string>& talkedAbout)
{
    if (open.empty())
        return nullptr;
    const auto subject = nameKey(turn.subject);
    std::string words;
    for (const auto& piece : turn.spoken)
        if (words.size() < mostWordsBytes)
            words += nameKey(cutAtCodePoint(piece.text, mostWordsBytes)) + ' ';
    auto left = open;
    const auto narrow = [&](const auto& sign) {
        std::vector<const Opportunity*> hits;
        std::ranges::copy_if(left, std::back_inserter(hits), sign);
        if (!hits.empty())
            left = std::move(hits);
        return left.size() == 1 && sign(left.front());
    };
    const auto in = [](const std::string& text) {
        return [&text](const Opportunity* deal) {
            return mentions(text, deal->productLine) || mentions(text, std::optional(deal->name));
        };
    };
    if (narrow(in(subject)) || narrow(in(words))
        || narrow([&](const Opportunity* deal) { return hasPrimaryContact(*deal, turn); })
        || narrow([&](const Opportunity* deal) { return talkedAbout.contains(deal->id.text()); }))
        return left.front();
    return nullptr;
}

deals::OpenOpportunity asCandidate(const Opportunity& deal)
{
    return {deal.id, deal.productLine, deal.closeDate, deal.createdAt};
}

/// The values that a person or an import wrote are not overwritten by the agent (R3).
deals::PersonWrote personWrote(const Opportunity& deal)
{
    if (deal.source != OpportunitySource::agentDetected)
        return {deal.productLine.has_value(), deal.estimatedValue.has_value()};
    deals::PersonWrote wrote;
    if (const auto fields = deal.metadata.is_object() ? deal.metadata.find("personFields") : deal.metadata.end();
        deal.metadata.is_object() && fields != deal.metadata.end())
        for (const auto& field : *fields) {
            wrote.productLine = wrote.productLine || field == "productLine";
            wrote.estimatedValue = wrote.estimatedValue || field == "estimatedValue";
        }
    return wrote;
}
}

PostConversation::PostConversation(EngineParts parts, const WorkspaceInfo& workspace)
    : m_parts(parts)
    , m_workspace(workspace)
    , m_products(workspace.settings.products)
{
}

Result<PostConversation::Deals> PostConversation::dealsOf(UnitOfWork& work, const ConversationTurn& turn)
{
    Query query;
    query.accountId = turn.accountId.value();
    auto all = work.list<Opportunity>(query);
    if (!all)
        return fail(all.error());
    Deals deals;
    for (const auto* deal : *all) {
        if (isOpen(deal->dealStage))
            deals.openNow.push_back(deal);
        if (wasOpenAt(*deal, turn.at))
            deals.openThen.push_back(deal);
        else if (deal->closedAt)
            deals.lastClosed = std::max(deals.lastClosed.value_or(*deal->closedAt), *deal->closedAt);
    }
    return deals;
}

Result<HookResult> PostConversation::run(
    UnitOfWork& work, const ConversationTurn& turn, const std::vector<TurnReading>& readings)
{
    HookResult result;
    std::vector<std::string> keyEvents;
    Cause cause;
    cause.what = "turn";
    cause.messageId = turn.sourceId;
    cause.rule = "deals.postConversation";
    work.because(cause);
    auto deals = dealsOf(work, turn);
    if (!deals)
        return fail(deals.error());
    const bool taught
        = std::ranges::any_of(readings, [](const TurnReading& reading) { return !reading.changed.empty(); });
    if (auto done = detect(work, turn, taught, *deals, result); !done)
        return fail(done.error());
    // What a deal learned is an entry of the log of its own, so that its history names the very message; turns that
    // only count may share one.
    const bool learned = result.about && taught;
    if (learned)
        work.checkpoint();
    if (auto done = addEvidence(work, turn, readings, result); !done)
        return fail(done.error());
    if (learned)
        work.checkpoint();
    if (auto done = mapPeople(work, turn, result, keyEvents); !done)
        return fail(done.error());
    if (auto done = writePlans(work, turn, *deals, result, keyEvents); !done)
        return fail(done.error());
    if (auto done = progress(work, turn, result); !done)
        return fail(done.error());
    return result;
}

Result<std::vector<KnownPoint>> PostConversation::provenBy(
    UnitOfWork& work, const ConversationTurn& turn, const Deals& deals)
{
    constexpr auto window = std::chrono::hours(24) * 90;
    auto since = turn.at - window;
    if (deals.lastClosed)
        since = std::max(since, *deals.lastClosed);
    std::vector<KnownPoint> known;
    for (const auto& words : turn.words) {
        auto state = work.findByKey<ConversationState>(turn.accountId.text() + '/' + words.contactId.text());
        if (!state)
            return fail(state.error());
        if (*state)
            std::ranges::move(sales::knownPoints((*state)->qualification, since), std::back_inserter(known));
    }
    return known;
}

Result<void> PostConversation::detect(
    UnitOfWork& work, const ConversationTurn& turn, bool taught, Deals& deals, HookResult& result)
{
    auto conversation = work.find(turn.conversationId);
    if (!conversation)
        return fail(conversation.error());
    // What the conversation is known to be about comes first, then what its words and people point at.
    const Opportunity* focus = nullptr;
    for (const auto* deal : deals.openThen)
        if (*conversation && (*conversation)->opportunityId == std::optional(deal->id))
            focus = deal;
    if (!focus) {
        auto talked = dealsTalkedAbout(work, turn);
        if (!talked)
            return fail(talked.error());
        focus = onlyDealMeant(deals.openThen, turn, *talked);
    }
    OpportunitySignals signals;
    if (turn.inbound) {
        DetectionRequest request;
        request.turns = turn.spoken;
        request.at = turn.at;
        request.products = m_products;
        for (const auto* deal : deals.openThen)
            if (deal->productLine)
                request.products.push_back(*deal->productLine);
        request.currency = m_workspace.settings.currency;
        request.fresh = turn.fresh;
        for (const auto* deal : deals.openThen)
            request.openDeals.push_back(
                {deal->id, deal->name, deal->productLine, deal->dealStage, deal->estimatedValue, deal->closeDate});
        // What was proven about one deal makes no second one, and a turn that teaches nothing ("thanks!") none at all.
        if (!focus && taught) {
            auto proven = provenBy(work, turn, deals);
            if (!proven)
                return fail(proven.error());
            request.known = std::move(*proven);
        }
        auto detected = m_parts.model.detectOpportunity(work.context(), request);
        if (detected)
            signals = std::move(*detected);
        else
            result.errors.push_back("detection: " + detected.error().message);
        result.signals = signals;
    }
    // A clearly named other product line is another deal, whatever the thread was about before.
    if (focus && signals.productLine && focus->productLine
        && !deals::sameProductLine(signals.productLine, focus->productLine))
        focus = nullptr;
    std::vector<deals::OpenOpportunity> open;
    for (const auto* deal : deals.openThen)
        if (!focus || deal == focus)
            open.push_back(asCandidate(*deal));
    const auto decision = deals::judgeDetection(signals, open);
    if (turn.inbound && decision.action == deals::DetectionAction::create) {
        auto made = create(work, turn, signals);
        if (!made)
            return fail(made.error());
        result.opportunitiesCreated.push_back(*made);
        result.about = *made;
        auto found = work.find(*made);
        if (!found)
            return fail(found.error());
        deals.openNow.push_back(*found);
        deals.openThen.push_back(*found);
    } else if (decision.action == deals::DetectionAction::update && decision.opportunityId) {
        result.about = decision.opportunityId;
    } else if (focus) {
        result.about = focus->id;
    } else {
        std::vector<Id<Opportunity>> ids;
        for (const auto* deal : deals.openThen)
            ids.push_back(deal->id);
        std::optional<Id<Opportunity>> matched;
        if (signals.productLine || signals.closeDate)
            matched = decision.opportunityId;
        const auto target = deals::dealOfTurn(matched, ids);
        result.about = target.opportunityId;
        if (target.needsReview && turn.fresh && turn.inbound)
            if (auto done = askWhichDeal(work, deals.openNow); !done)
                return done;
    }
    if (!result.about)
        return {};
    if (*conversation && (*conversation)->opportunityId != result.about) {
        auto edited = work.edit(turn.conversationId);
        if (!edited)
            return fail(edited.error());
        (*edited)->opportunityId = result.about;
    }
    if (decision.action != deals::DetectionAction::update || !turn.inbound)
        return {};
    auto deal = work.edit(*result.about);
    if (!deal)
        return fail(deal.error());
    if (!*deal || isClosed((*deal)->dealStage))
        return {};
    const auto update
        = deals::updateFields(signals, (*deal)->productLine, (*deal)->estimatedValue, personWrote(**deal));
    (*deal)->detectionConfidence = update.detectionConfidence;
    if (update.productLine)
        (*deal)->productLine = update.productLine;
    if (update.estimatedValue)
        (*deal)->estimatedValue = update.estimatedValue;
    if (!(*deal)->suggestions.is_object())
        (*deal)->suggestions = Json::object();
    (*deal)->suggestions.update(update.suggestions());
    (*deal)->updatedAt = turn.at;
    result.opportunitiesUpdated.push_back(*result.about);
    return {};
}

/// Several deals are open and the turn fits none: a person says which (R10). The newest is the likeliest, so it asks.
Result<void> PostConversation::askWhichDeal(UnitOfWork& work, const std::vector<const Opportunity*>& open)
{
    const auto newest
        = std::ranges::max_element(open, {}, [](const auto* deal) { return std::pair(deal->createdAt, deal->id); });
    if (newest == open.end() || (*newest)->needsReview)
        return {};
    auto edited = work.edit((*newest)->id);
    if (!edited)
        return fail(edited.error());
    (*edited)->needsReview = true;
    return {};
}

Result<Id<Opportunity>> PostConversation::create(
    UnitOfWork& work, const ConversationTurn& turn, const OpportunitySignals& signals)
{
    auto account = work.find(turn.accountId);
    if (!account)
        return fail(account.error());
    auto contact = work.find(turn.words.front().contactId);
    if (!contact)
        return fail(contact.error());
    auto state = work.findByKey<ConversationState>(turn.accountId.text() + '/' + turn.words.front().contactId.text());
    if (!state)
        return fail(state.error());
    Opportunity deal;
    deal.accountId = turn.accountId;
    deal.name = deals::detectedDealName(signals.productLine, *contact ? (*contact)->contactName : std::string());
    deal.productLine = signals.productLine;
    deal.estimatedValue = signals.estimatedValue;
    deal.closeDate = signals.closeDate;
    deal.dealStage = *state && isActive((*state)->dealStage) ? (*state)->dealStage : DealStage::prospecting;
    deal.probability = deals::StageProbabilities().of(deal.dealStage);
    deal.detectionConfidence = signals.dealPotentialConfidence;
    deal.source = OpportunitySource::agentDetected;
    deal.detectedBy = signals.detectedBy.value_or(m_parts.model.kind());
    deal.needsReview = deal.detectedBy == DetectedBy::rules;
    deal.ownerId = turn.ownUser ? turn.ownUser : *account ? (*account)->ownerId : std::nullopt;
    deal.metadata["reasoning"] = signals.reasoning;
    deal.stageEnteredAt = deal.createdAt = deal.updatedAt = turn.at;
    deal.lastActivityAt = turn.at;
    return work.add(std::move(deal)).id;
}

Result<void> PostConversation::addEvidence(
    UnitOfWork& work, const ConversationTurn& turn, const std::vector<TurnReading>& readings, HookResult& result)
{
    if (!result.about)
        return {};
    auto edited = work.edit(*result.about);
    if (!edited)
        return fail(edited.error());
    if (!*edited)
        return {};
    auto& deal = **edited;
    for (const auto& reading : readings)
        if (reading.accepted.found.lastUpdated)
            deal.qualificationSnapshot
                = sales::applyExtraction(deal.qualificationSnapshot, reading.accepted, reading.retractions, turn.at)
                      .state;
    ++deal.interactionCount;
    if (turn.inbound || turn.byPerson)
        deal.lastActivityAt = std::max(turn.at, deal.lastActivityAt.value_or(turn.at));
    // The mirror in the states: the opportunity's stage is the truth.
    for (const auto& words : turn.words) {
        auto state = work.findByKey<ConversationState>(turn.accountId.text() + '/' + words.contactId.text());
        if (!state)
            return fail(state.error());
        if (!*state || ((*state)->dealStage == deal.dealStage && remembersTalk(**state, deal.id.text())))
            continue;
        auto mirrored = work.edit((*state)->id);
        if (!mirrored)
            return fail(mirrored.error());
        (*mirrored)->dealStage = deal.dealStage;
        rememberTalk(**mirrored, deal.id.text());
    }
    return {};
}

Result<void> PostConversation::mapPeople(
    UnitOfWork& work, const ConversationTurn& turn, HookResult& result, std::vector<std::string>& keyEvents)
{
    if (!turn.inbound)
        return {};
    StakeholderRequest request;
    request.turns = turn.spoken;
    request.fresh = turn.fresh;
    for (const auto& words : turn.words) {
        auto contact = work.find(words.contactId);
        if (!contact)
            return fail(contact.error());
        if (*contact)
            request.people.push_back(**contact);
    }
    auto readings = m_parts.model.mapStakeholders(work.context(), request);
    if (!readings) {
        result.errors.push_back("stakeholders: " + readings.error().message);
        readings = std::vector<StakeholderReading> {};
    }
    for (const auto& person : request.people) {
        auto edited = work.edit(person.id);
        if (!edited)
            return fail(edited.error());
        auto& contact = **edited;
        ++contact.stakeholder.interactionCount;
        contact.stakeholder.lastInteraction = std::max(turn.at, contact.stakeholder.lastInteraction.value_or(turn.at));
        auto state = work.findByKey<ConversationState>(turn.accountId.text() + '/' + person.id.text());
        if (!state)
            return fail(state.error());
        deals::ScoreProposal proposal;
        std::vector<StakeholderRole> roles;
        int trust = 0;
        for (const auto& reading : *readings)
            if (reading.contactId == person.id) {
                proposal = {
                    reading.decisionPower, reading.influenceLevel, reading.relationshipStrength, reading.scoreEvidence};
                roles = reading.roles;
                trust = reading.trustSignals;
            }
        if (*state) {
            const auto& metadata = (*state)->metadata;
            const auto count = [&](const char* key) {
                return metadata.is_object() && metadata.contains(key) && metadata[key].is_number_integer()
                    ? metadata[key].get<int>()
                    : 0;
            };
            const int sent = count("outbound");
            const double replies = sent ? std::min(1.0, double(count("inbound")) / sent) : 0.0;
            const int behaviour = deals::relationshipStrength(
                {(*state)->interactionCount, replies, count("meetings") ? 1.0 : 0.0, count("trustSignals") + trust});
            proposal.relationshipStrength = std::max(behaviour, proposal.relationshipStrength.value_or(0));
            if (trust > 0) {
                auto counted = work.edit((*state)->id);
                if (!counted)
                    return fail(counted.error());
                (*counted)->metadata["trustSignals"] = count("trustSignals") + trust;
            }
        }
        auto update = deals::applyReading(contact.stakeholder, proposal, roles);
        contact.stakeholder = std::move(update.part);
        keyEvents.insert(keyEvents.end(), update.keyEvents.begin(), update.keyEvents.end());
        contact.updatedAt = turn.at;
        ++result.stakeholdersUpdated;
    }
    return {};
}

Result<void> PostConversation::writePlans(UnitOfWork& work, const ConversationTurn& turn, const Deals& deals,
    HookResult& result, const std::vector<std::string>& keyEvents)
{
    auto known = work.findByKey<AccountPlan>(turn.accountId.text());
    if (!known)
        return fail(known.error());
    AccountPlan* plan = nullptr;
    if (*known) {
        auto edited = work.edit((*known)->id);
        if (!edited)
            return fail(edited.error());
        plan = *edited;
    } else {
        AccountPlan fresh;
        fresh.accountId = turn.accountId;
        fresh.createdAt = turn.at;
        plan = &work.add(std::move(fresh));
    }
    auto state = work.findByKey<ConversationState>(turn.accountId.text() + '/' + turn.words.front().contactId.text());
    if (!state)
        return fail(state.error());
    InteractionSummary summary;
    summary.date = turn.at;
    summary.channel = enumText(turn.channel);
    if (turn.inbound)
        summary.sentiment = deals::sentimentOf(theirWords(turn));
    if (*state)
        summary.summary = deals::interactionSummary((*state)->interactionCount, summary.channel, (*state)->dealStage,
            completionOf((*state)->qualification).combined(), (*state)->confidenceScore.value_or(0.5));
    auto account = work.find(turn.accountId);
    if (!account)
        return fail(account.error());
    const auto id = plan->id;
    const auto version = plan->version;
    *plan = deals::addInteraction(std::move(*plan), std::move(summary), keyEvents, turn.at);
    plan->id = id;
    plan->version = version + 1;
    plan->activeOpportunityIds.clear();
    for (const auto* deal : deals.openNow)
        plan->activeOpportunityIds.push_back(deal->id);
    if (*account) {
        Json facts = (*account)->metadata.is_object() ? (*account)->metadata : Json::object();
        if ((*account)->industry)
            facts["industry"] = *(*account)->industry;
        if ((*account)->companySize)
            facts["companySize"] = *(*account)->companySize;
        plan->companyProfile = deals::companyProfile(std::move(plan->companyProfile), facts);
    }
    ++result.plansUpdated;

    return deals.openNow.empty() ? Result<void>() : writeDealPlans(work, turn, deals, result);
}

Result<void> PostConversation::writeDealPlans(
    UnitOfWork& work, const ConversationTurn& turn, const Deals& deals, HookResult& result)
{
    Query ofAccount;
    ofAccount.accountId = turn.accountId.value();
    auto people = work.list<Contact>(ofAccount);
    if (!people)
        return fail(people.error());
    std::vector<Contact> stakeholders;
    for (const auto* person : *people)
        stakeholders.push_back(*person);
    ofAccount.sort = SortKey::time;
    auto tasks = work.list<Task>(ofAccount);
    if (!tasks)
        return fail(tasks.error());
    for (const auto* deal : deals.openNow) {
        std::vector<deals::PlanTask<Id<Task>>> items;
        for (const auto* task : *tasks)
            if (task->opportunityId == std::optional(deal->id))
                items.push_back({task->id, task->status});
        auto known = work.findByKey<OpportunityPlan>(deal->id.text());
        if (!known)
            return fail(known.error());
        OpportunityPlan before;
        before.createdAt = turn.at;
        if (*known)
            before = **known;
        auto plan = deals::rebuildPlan(before, *deal, stakeholders, items, turn.at);
        if (*known && deals::saysTheSame(plan, before))
            continue; // most turns are about one deal of the account, and leave the plans of the others as they are
        ++result.plansUpdated;
        if (!*known) {
            work.add(std::move(plan));
            continue;
        }
        auto edited = work.edit(before.id);
        if (!edited)
            return fail(edited.error());
        **edited = std::move(plan);
    }
    return {};
}

Result<void> PostConversation::progress(UnitOfWork& work, const ConversationTurn& turn, HookResult& result)
{
    if (!result.about)
        return {};
    auto found = work.find(*result.about);
    if (!found)
        return fail(found.error());
    // A stage that was set after these words were said already takes them into account.
    if (!*found || !isActive((*found)->dealStage) || (*found)->stageEnteredAt > turn.at
        || !deals::evidenceGrewSinceUndo(**found))
        return {};
    const auto decision
        = deals::evaluateProgression((*found)->dealStage, (*found)->qualificationSnapshot, (*found)->interactionCount);
    if (!decision.next)
        return {};
    work.checkpoint(); // the evidence is an entry of its own; the move must be one that can be undone alone
    Cause cause;
    cause.what = "stage_move";
    cause.messageId = turn.sourceId;
    cause.rule = "deals.evaluateProgression";
    cause.details = {{"from", enumText((*found)->dealStage)}, {"to", enumText(*decision.next)},
        {"interactions", (*found)->interactionCount}};
    work.because(cause);
    auto edited = work.edit(*result.about);
    if (!edited)
        return fail(edited.error());
    auto json = toStoredJson(**edited);
    const auto from = (*edited)->dealStage;
    json.update(deals::applyStageMove(**edited, *decision.next, {}, turn.at));
    auto moved = fromJson<Opportunity>(json);
    if (!moved)
        return fail(moved.error());
    **edited = std::move(*moved);
    (*edited)->evidenceAtUndo.reset();
    result.stageProgressions.push_back(
        (*edited)->name + ": " + std::string(enumText(from)) + " -> " + std::string(enumText(*decision.next)));
    work.checkpoint();
    return {};
}
}
