// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/sales/next_steps.hpp"

#include "core/base/text.hpp"
#include "core/engine/sales/draft_writing.hpp"
#include "core/rules/sales/follow_up.hpp"
#include "core/rules/sales/inbound.hpp"
#include "core/rules/sales/next_actions.hpp"
#include "core/rules/sales/working_hours.hpp"
#include "core/rules/text/scan.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr auto newsWindow = std::chrono::days(14); // domain vocabulary: history is not news
constexpr auto longSilence
    = std::chrono::days(30); // after that a proposed follow-up is no next step of a deal any more
constexpr std::size_t maxActions = 3;
constexpr auto activeWindow = std::chrono::days(30); // deals R16: single_threaded
constexpr int blockingInfluence = 7; // deals R16: active_blocker

std::string firstName(const std::string& name)
{
    const auto words = splitView(name, ' ');
    return words.empty() || words.front().empty() ? name : std::string(words.front());
}

bool isConfirmDue(const Signal& signal)
{
    return signal.contested || (!signal.identified && !signal.evidence.empty() && signal.evidence.back().retracts);
}

/// A few words for a card.
std::string shortText(const NextAction& action, const std::string& contactName, bool answers)
{
    const auto who = firstName(contactName);
    switch (action.actionType) {
    case ActionType::sendEmail:
    case ActionType::sendChat:
        return (answers ? "Answer " : "Write to ") + who;
    case ActionType::scheduleCall:
        return "Call " + who;
    case ActionType::escalate:
        return "Take over from the agent";
    case ActionType::wait:
        return {};
    case ActionType::followUp:
        return "Follow up with " + who;
    }
    return {};
}
}

NextSteps::NextSteps(EngineParts parts, const WorkspaceInfo& workspace)
    : m_parts(parts)
    , m_workspace(workspace)
{
    if (auto zone = Zone::find(workspace.settings.timeZone))
        m_zone = *zone;
}

Result<void> NextSteps::refresh(UnitOfWork& work, Id<Account> accountId, Timestamp now)
{
    work.because({.what = "next_steps", .rule = "sales.recommendActions"});
    Query query;
    query.accountId = accountId.value();
    auto states = work.list<ConversationState>(query);
    if (!states)
        return fail(states.error());
    std::vector<StateView> views;
    for (const auto* state : *states) {
        auto view = viewOf(work, *state);
        if (!view)
            return fail(view.error());
        if (!view->contact || !view->conversation)
            continue;
        if (auto done = refreshState(work, *view, now); !done)
            return done;
        views.push_back(*view);
    }
    return refreshDeals(work, accountId, views, now);
}

Result<NextSteps::StateView> NextSteps::viewOf(UnitOfWork& work, const ConversationState& state)
{
    StateView view;
    view.state = &state;
    auto contact = work.find(state.contactId);
    if (!contact)
        return fail(contact.error());
    view.contact = *contact;
    auto conversation = work.find(state.conversationId);
    if (!conversation)
        return fail(conversation.error());
    view.conversation = *conversation;
    if (!view.conversation || view.conversation->channel == Channel::meeting)
        return view;
    Query newest;
    newest.parentId = state.conversationId.value();
    newest.states = {"person"};
    newest.sort = SortKey::time;
    newest.descending = true;
    auto last = work.first<Message>(newest);
    if (!last)
        return fail(last.error());
    view.last = *last;
    if (!view.last || view.last->direction != Direction::outbound)
        return view;
    // They told us by an automatic reply how long they are away.
    newest.states = {"auto_reply"};
    newest.timeFrom = toMillis(view.last->sentAt);
    auto reply = work.first<Message>(newest);
    if (!reply)
        return fail(reply.error());
    if (*reply)
        view.awayUntil = sales::outOfOfficeReturn((*reply)->text, utcDate((*reply)->sentAt));
    return view;
}

std::vector<NextAction> NextSteps::actionsOf(const StateView& view, const Context& context, Timestamp now)
{
    std::optional<sales::UnansweredQuestion> question;
    const bool theirs = view.last && view.last->direction == Direction::inbound;
    if (theirs && now - view.last->sentAt <= newsWindow && text::containsQuestion(view.last->text))
        question = {view.last->channel, view.last->sentAt,
            sales::workingHoursBetween(m_workspace.settings, m_zone, view.last->sentAt, now), view.last->id};
    auto input = sales::actionInput(*view.state, view.contact->optedOut, question);
    input.contactName = view.contact->contactName;
    auto byRules = sales::recommendByRules(input, now);
    std::vector<NextAction> actions;
    if (byRules) {
        actions = std::move(byRules->actions);
    } else {
        auto proposed = m_parts.model.nextActions(context, *view.state);
        actions = sales::recommendActions(
            input, proposed && !proposed->empty() ? std::optional(std::move(*proposed)) : std::nullopt, now)
                      .actions;
    }
    for (const auto& [dimension, name] : EnumTexts<Dimension>::values)
        if (actions.size() < maxActions && !view.contact->optedOut
            && isConfirmDue(view.state->qualification[dimension]))
            actions.push_back(sales::confirmAction(
                dimension, view.contact->contactName, view.state->lastChannel.value_or(Channel::email)));
    return actions;
}

std::optional<Timestamp> NextSteps::followUpOf(const StateView& view, Timestamp now) const
{
    if (!view.last || view.last->direction != Direction::outbound || view.contact->optedOut
        || isClosed(view.state->dealStage) || now - view.last->sentAt > newsWindow)
        return std::nullopt;
    sales::FollowUpInput input;
    input.intent = sales::followUpIntent(view.state->dealStage,
        view.conversation->lastInboundAt ? std::optional<std::string_view>(view.conversation->preview) : std::nullopt);
    input.persona = view.state->personaType;
    input.unansweredOutbound = std::max(1, view.conversation->unansweredOutbound);
    input.lastOutboundAt = view.last->sentAt;
    input.zone = m_zone;
    if (view.contact->timeZone)
        if (auto zone = Zone::find(*view.contact->timeZone))
            input.zone = *zone;
    input.holidays = m_workspace.settings.holidays;
    auto at = sales::nextFollowUpAt(input).at;
    if (at && view.awayUntil)
        at = std::max(*at, sales::nextBusinessMorning(*view.awayUntil, input.zone, input.holidays)); // R13
    return at;
}

Result<void> NextSteps::refreshState(UnitOfWork& work, const StateView& view, Timestamp now)
{
    auto actions = actionsOf(view, work.context(), now);
    const auto followUp = followUpOf(view, now);
    const auto sameActions = [&] {
        return Json(toJson(actions)) == Json(toJson(view.state->nextActions))
            && followUp == view.state->followUpScheduled;
    };
    if (!sameActions()) {
        auto state = work.edit(view.state->id);
        if (!state)
            return fail(state.error());
        (*state)->nextActions = std::move(actions);
        (*state)->followUpScheduled = followUp;
    }
    return refreshDraft(work, view, now);
}

Result<void> NextSteps::refreshDraft(UnitOfWork& work, const StateView& view, Timestamp now)
{
    const bool answerDue = !view.conversation->ownedBy && view.last && view.last->direction == Direction::inbound
        && now - view.last->sentAt <= newsWindow && !view.contact->optedOut
        && view.last->from.contactId == view.contact->id
        && (view.last->channel == Channel::email || view.last->channel == Channel::chat);
    const auto key = view.last ? "draft:" + view.conversation->id.text() + ':' + view.last->id.text() : std::string();
    Query pending;
    pending.parentId = view.conversation->id.value();
    pending.states = {"pending"};
    auto drafts = work.list<AgentAction>(pending);
    if (!drafts)
        return fail(drafts.error());
    for (const auto* draft : *drafts) {
        if (draft->contactId != std::optional(view.contact->id) || (answerDue && draft->idempotencyKey == key))
            continue;
        if (draft->writtenBy || (draft->approval && draft->approval->editedPayload))
            continue; // a person's words are never dropped
        auto outdated = work.edit(draft->id);
        if (!outdated)
            return fail(outdated.error());
        (*outdated)->status = AgentActionStatus::cancelled; // somebody wrote since: the draft answers nothing any more
        (*outdated)->updatedAt = now;
    }
    if (!answerDue)
        return {};
    auto known = work.findByKey<AgentAction>(key);
    if (!known)
        return fail(known.error());
    if (*known)
        return {}; // drafted, rejected or sent before: once is enough
    auto account = work.find(view.state->accountId);
    if (!account)
        return fail(account.error());
    const Opportunity* deal = nullptr;
    if (view.conversation->opportunityId) {
        auto found = work.find(*view.conversation->opportunityId);
        if (!found)
            return fail(found.error());
        deal = *found;
    }
    auto written = writeDraft(m_parts, work.context(), m_workspace,
        {*view.conversation, *view.contact, *view.state, view.last, *account ? (*account)->accountName : std::string(),
            deal ? &deal->qualificationSnapshot : nullptr});
    if (!written)
        return {}; // no draft is no harm: the message still waits for a person
    written->action.idempotencyKey = key;
    written->action.proposedAt = written->action.createdAt = written->action.updatedAt = now;
    work.add(std::move(written->action));
    auto state = work.edit(view.state->id);
    if (!state)
        return fail(state.error());
    (*state)->confidenceScore = written->confidenceScore;
    return {};
}

Result<void> NextSteps::refreshDeals(
    UnitOfWork& work, Id<Account> accountId, const std::vector<StateView>& views, Timestamp now)
{
    Query query;
    query.accountId = accountId.value();
    auto deals = work.list<Opportunity>(query);
    if (!deals)
        return fail(deals.error());
    Query tasks;
    tasks.accountId = accountId.value();
    tasks.states = {"open"};
    tasks.sort = SortKey::due;
    auto open = work.list<Task>(tasks);
    if (!open)
        return fail(open.error());
    auto people = work.list<Contact>(query);
    if (!people)
        return fail(people.error());
    int activePeople = 0;
    bool blocked = false;
    for (const auto* person : *people) {
        const auto& part = person->stakeholder;
        activePeople
            += part.lastInteraction && *part.lastInteraction <= now && now - *part.lastInteraction <= activeWindow;
        blocked = blocked
            || (part.scores.influenceLevel >= blockingInfluence
                && std::ranges::find(part.roles, StakeholderRole::blocker) != part.roles.end());
    }
    const auto openDeals
        = std::count_if(deals->begin(), deals->end(), [](const auto* deal) { return isOpen(deal->dealStage); });
    for (const auto* deal : *deals) {
        std::optional<NextStep> step;
        if (isActive(deal->dealStage)) {
            for (const auto* task : *open)
                if (!step && task->opportunityId == std::optional(deal->id))
                    step = NextStep {std::string(cutAtCodePoint(task->description, 500)), ActionType::followUp,
                        Priority::medium,
                        task->dueOn ? std::optional<Timestamp>(startOfDayUtc(*task->dueOn)) : std::nullopt,
                        Origin::rule};
            const StateView* best = nullptr;
            for (const auto& view : views) {
                const bool about = view.conversation->opportunityId == std::optional(deal->id)
                    || (openDeals == 1 && !view.conversation->opportunityId);
                if (step || !about || view.state->nextActions.empty() || view.contact->optedOut)
                    continue;
                const auto& action = view.state->nextActions.front();
                const bool alive = view.state->lastInteraction && now - *view.state->lastInteraction <= longSilence;
                if (action.actionType == ActionType::wait || !alive)
                    continue;
                if (!best || action.priority > best->state->nextActions.front().priority
                    || (action.priority == best->state->nextActions.front().priority
                        && view.state->lastInteraction > best->state->lastInteraction))
                    best = &view;
            }
            if (best) {
                const auto& action = best->state->nextActions.front();
                const bool answers = best->last && best->last->direction == Direction::inbound;
                step = NextStep {shortText(action, best->contact->contactName, answers), action.actionType,
                    action.priority, best->state->followUpScheduled, action.source};
            }
        }
        const auto json = [](const std::optional<NextStep>& value) { return value ? Json(toJson(*value)) : Json(); };
        const bool isOpenDeal = isOpen(deal->dealStage);
        const bool samePeople
            = !isOpenDeal || (deal->activeStakeholders == activePeople && deal->activeBlocker == blocked);
        if (samePeople && json(step) == json(deal->nextStep))
            continue;
        auto edited = work.edit(deal->id);
        if (!edited)
            return fail(edited.error());
        (*edited)->nextStep = std::move(step);
        if (isOpenDeal) {
            (*edited)->activeStakeholders = activePeople;
            (*edited)->activeBlocker = blocked;
        }
    }
    return {};
}
}
