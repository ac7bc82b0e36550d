// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/deals/deal_page.hpp"

#include "core/base/text.hpp"
#include "core/engine/deals/deal_page_parts.hpp"
#include "core/engine/deals/deal_timeline.hpp"
#include "core/engine/deals/quote_sources.hpp"
#include "core/engine/records/reading.hpp"
#include "core/rules/deals/forecast.hpp"
#include "core/rules/deals/marks.hpp"
#include "core/rules/deals/stage_requirements.hpp"
#include "core/rules/sales/completeness.hpp"
#include "core/rules/sales/next_actions.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr std::array activeStages {DealStage::prospecting, DealStage::discovery, DealStage::qualification,
    DealStage::evaluation, DealStage::negotiation};
constexpr std::array rowOrder {Dimension::metrics, Dimension::economicBuyer, Dimension::decisionCriteria,
    Dimension::decisionProcess, Dimension::pain, Dimension::champion, Dimension::budget, Dimension::authority,
    Dimension::need, Dimension::timeline};

/// Time spent in each stage that the deal has left, from the log.
std::map<DealStage, std::chrono::milliseconds> timeInStages(const std::vector<Change>& history)
{
    std::map<DealStage, std::chrono::milliseconds> spent;
    for (const auto& change : history) {
        std::optional<DealStage> left;
        std::optional<Timestamp> from;
        std::optional<Timestamp> to;
        const auto text
            = [](const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); };
        for (const auto& field : change.values) {
            if (field.path == "dealStage") // what an undo puts back was never left
                left = parseEnum<DealStage>(text(change.cause.what == "undo" ? field.after : field.before));
            if (field.path != "stageEnteredAt")
                continue;
            if (const auto time = parseTimestamp(text(field.before)))
                from = *time;
            if (const auto time = parseTimestamp(text(field.after)))
                to = *time;
        }
        if (!left || !from || !to)
            continue;
        spent[*left] += *to - *from; // an undo goes back in time: what was added for the move goes
    }
    for (auto& [stage, time] : spent)
        time = std::max(time, std::chrono::milliseconds(0));
    return spent;
}

std::vector<StageStep> pathOf(const Opportunity& deal, const std::vector<Change>& history, Timestamp now)
{
    const deals::MarkThresholds thresholds;
    const auto spent = timeInStages(history);
    const auto evidence = deals::stageEvidence(deal.qualificationSnapshot, deal.interactionCount);
    const auto stage = deal.dealStage;
    // How far it came: a closed or stalled deal has passed what it left.
    auto reached = isActive(stage)      ? stage
        : stage == DealStage::closedWon ? DealStage::negotiation
                                        : deal.stageBeforeStall.value_or(DealStage::prospecting);
    if (!isActive(stage))
        for (const auto& [left, time] : spent)
            if (isActive(left))
                reached = std::max(reached, left);
    std::vector<StageStep> path;
    for (const auto each : activeStages) {
        StageStep step;
        step.stage = each;
        step.usualDays = thresholds.stuckDays[std::size_t(each)];
        step.kind = each == stage                                     ? StageStep::Kind::current
            : each < reached || (each == reached && !isActive(stage)) ? StageStep::Kind::passed
                                                                      : StageStep::Kind::ahead;
        if (step.kind == StageStep::Kind::current)
            step.days = wholeDays(deal.stageEnteredAt, now);
        else if (const auto time = spent.find(each); time != spent.end() && step.kind == StageStep::Kind::passed)
            step.days = int(time->second / std::chrono::hours(24));
        if (step.kind == StageStep::Kind::ahead && isOpen(stage))
            step.missing = int(deals::checkRequirements(each, evidence).missing.size());
        path.push_back(step);
    }
    StageStep end;
    end.stage = isActive(stage) ? DealStage::closedWon : stage;
    end.kind = isActive(stage) ? StageStep::Kind::ahead : StageStep::Kind::current;
    if (stage == DealStage::stalled)
        end.days = wholeDays(deal.stageEnteredAt, now);
    path.push_back(end);
    return path;
}

/// Whether the value stands in the quote word for word, or the quote in it: the claim's own proof is shown first.
bool proves(const std::string& quote, const std::string& value)
{
    const auto words = nameKey(quote);
    return !value.empty() && !words.empty()
        && (words.find(value) != std::string::npos || value.find(words) != std::string::npos);
}

std::vector<QualificationRow> qualificationOf(const Opportunity& deal, QuoteSources& sources)
{
    std::vector<QualificationRow> rows;
    for (const auto dimension : rowOrder) {
        const auto& signal = deal.qualificationSnapshot[dimension];
        QualificationRow row;
        row.dimension = dimension;
        row.identified = signal.identified;
        row.contested = signal.contested;
        row.locked = signal.locked;
        row.confidence = signal.confidence;
        row.value = sales::valueText(dimension, signal);
        row.evidenceCount = std::max(signal.evidenceCount, int(signal.evidence.size()));
        row.alternatives = signal.alternatives;
        for (const auto& evidence : signal.evidence)
            row.quotes.push_back(sources.link(evidence));
        std::stable_sort(
            row.quotes.begin(), row.quotes.end(), [](const QuoteLink& a, const QuoteLink& b) { return a.at > b.at; });
        std::stable_partition(row.quotes.begin(), row.quotes.end(),
            [value = nameKey(row.value)](const QuoteLink& quote) { return proves(quote.quote, value); });
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string summaryOf(const Opportunity& deal)
{
    const auto identified = sales::identifiedDimensions(deal.qualificationSnapshot);
    if (identified.size() == dimensionCount)
        return "All ten points are known.";
    auto text = sales::gapText(identified);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = char(text.front() - 32);
    return text + '.';
}

Result<std::vector<PersonRow>> peopleOf(Store& store, const Context& context, const Opportunity& deal)
{
    Query query;
    query.accountId = deal.accountId.value();
    auto contacts = readEntities<Contact>(store, context, query);
    if (!contacts)
        return fail(contacts.error());
    const auto power = [](const Contact& c) {
        return std::tuple(
            c.stakeholder.scores.decisionPower, c.stakeholder.scores.influenceLevel, c.stakeholder.interactionCount);
    };
    std::stable_sort(
        contacts->begin(), contacts->end(), [&](const Contact& a, const Contact& b) { return power(a) > power(b); });
    std::vector<PersonRow> people;
    for (auto& contact : *contacts) {
        PersonRow row;
        row.lastInteraction = contact.stakeholder.lastInteraction;
        row.optedOut = contact.optedOut;
        row.contact = std::move(contact);
        people.push_back(std::move(row));
    }
    return people;
}

/// The state whose first action counts most: the most urgent, then the newest.
const ConversationState* bestState(
    const std::vector<ConversationState>& states, const std::vector<Conversation>& about, bool onlyOpenDeal)
{
    const ConversationState* best = nullptr;
    for (const auto& state : states) {
        const bool isAbout = std::any_of(
            about.begin(), about.end(), [&](const Conversation& each) { return each.id == state.conversationId; });
        if ((!isAbout && !onlyOpenDeal) || state.nextActions.empty())
            continue;
        const auto rank = [](const ConversationState& each) {
            return std::pair(each.nextActions.front().priority, each.lastInteraction);
        };
        if (!best || rank(state) > rank(*best))
            best = &state;
    }
    return best;
}

void addReasons(AgentPanel& panel, const NextAction& action, const BoardCard& card, QuoteSources& sources)
{
    const auto add = [&](std::string text, std::optional<QuoteLink> source = {}) {
        panel.reasons.push_back(std::move(text));
        panel.sources.push_back(std::move(source));
    };
    if (!action.context.empty())
        add(action.context);
    for (const auto& id : action.evidence)
        if (auto text = sources.describe(id.value()); !text.empty()) {
            Evidence message;
            message.sourceType = SourceType::message;
            message.sourceId = id.value();
            add(std::move(text), sources.link(message));
        }
    const bool said = action.context.find(std::to_string(card.daysSilent) + " days") != std::string::npos;
    if (card.daysSilent >= 2 && !said)
        add("Nothing was said for " + std::to_string(card.daysSilent) + " days.");
}

Result<AgentPanel> panelOf(Store& store, const Context& context, const DealPage& page,
    const std::vector<Conversation>& about, QuoteSources& sources)
{
    AgentPanel panel;
    Query ofAccount;
    ofAccount.accountId = page.opportunity.accountId.value();
    auto states = readEntities<ConversationState>(store, context, ofAccount);
    if (!states)
        return fail(states.error());
    int open = 0;
    Query deals = ofAccount;
    deals.type = Opportunity::type;
    if (auto done = store.readRows(context, deals,
            [&](Row&& row) {
                const auto stage = parseEnum<DealStage>(row.columns.state);
                open += stage && isOpen(*stage) ? 1 : 0;
                return true;
            });
        !done)
        return fail(done.error());
    if (isActive(page.opportunity.dealStage)) {
        if (const auto* state = bestState(*states, about, open == 1)) {
            panel.action = state->nextActions.front();
            panel.confidence = state->confidenceScore;
            addReasons(panel, *panel.action, page.card, sources);
        } else if (page.opportunity.nextStep) {
            panel.action = NextAction {page.opportunity.nextStep->actionType, page.opportunity.nextStep->text,
                page.opportunity.nextStep->priority, {}, {}, page.opportunity.nextStep->origin, {}};
        }
    }
    for (const auto& conversation : about) {
        Query drafts;
        drafts.parentId = conversation.id.value();
        drafts.states = {"pending"};
        drafts.sort = SortKey::time;
        drafts.descending = true;
        auto draft = readFirst<AgentAction>(store, context, drafts);
        if (!draft)
            return fail(draft.error());
        if (*draft && (!panel.draft || (*draft)->proposedAt > panel.draft->proposedAt))
            panel.draft = std::move(**draft);
        Query escalations;
        escalations.parentId = conversation.id.value();
        escalations.states = {"open", "acknowledged"};
        auto escalation = readFirst<Escalation>(store, context, escalations);
        if (!escalation)
            return fail(escalation.error());
        if (*escalation && (!panel.escalation || (*escalation)->createdAt > panel.escalation->createdAt))
            panel.escalation = std::move(**escalation);
    }
    return panel;
}
}

Result<DealPage> loadDealPage(
    Store& store, const Context& context, Id<Opportunity> id, const TenantSettings& settings, Timestamp now)
{
    DealPage page;
    auto deal = readEntity(store, context, id);
    if (!deal)
        return fail(deal.error());
    page.opportunity = std::move(*deal);
    auto card = loadCard(store, context, id, settings, now);
    if (!card)
        return fail(card.error());
    page.card = std::move(*card);
    const auto zone = Zone::find(settings.timeZone).value_or(Zone());
    const bool atRisk
        = std::find(page.card.marks.begin(), page.card.marks.end(), DealMark::atRisk) != page.card.marks.end();
    const auto period
        = deals::quarterOf(page.opportunity.closedAt ? zone.localDate(*page.opportunity.closedAt)
                                                     : page.opportunity.closeDate.value_or(zone.localDate(now)));
    page.forecastCategory
        = enumText(deals::forecastCategory(deals::forecastDealOf(page.opportunity, atRisk, zone), period));

    auto history = store.history(context, {Opportunity::type, id.value()}, maxTimeline);
    if (!history)
        return fail(history.error());
    page.path = pathOf(page.opportunity, *history, now);
    Query query;
    query.opportunityId = id.value();
    query.includeArchived = true;
    query.sort = SortKey::time;
    query.descending = true;
    auto about = readEntities<Conversation>(store, context, query);
    if (!about)
        return fail(about.error());
    ChangeWords words(store, context, zone, now);
    QuoteSources sources(store, context, words);
    page.qualification = qualificationOf(page.opportunity, sources);
    page.summary = summaryOf(page.opportunity);
    page.lastRead = page.opportunity.qualificationSnapshot.lastUpdated;
    auto timeline = timelineOf(store, context, *about, *history, page.opportunity.createdAt, words);
    if (!timeline)
        return fail(timeline.error());
    page.timeline = std::move(*timeline);
    auto people = peopleOf(store, context, page.opportunity);
    if (!people)
        return fail(people.error());
    page.people = std::move(*people);
    if (auto done = addTalks(store, context, *about, page); !done)
        return fail(done.error());
    if (auto done = addPlan(store, context, page); !done)
        return fail(done.error());
    auto panel = panelOf(store, context, page, *about, sources);
    if (!panel)
        return fail(panel.error());
    page.agent = std::move(*panel);
    return page;
}
}
