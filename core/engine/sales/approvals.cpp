// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/sales/approvals.hpp"

#include "core/engine/records/again.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/records/unit_of_work.hpp"
#include "core/engine/sales/question_reading.hpp"
#include "core/rules/sales/approval.hpp"

#include <algorithm>

namespace agentarmy {
namespace {

/// Null if there is none any more: a deleted deal does not keep its mail from being answered.
template <class T>
Result<std::optional<T>> readIfThere(Store& store, const Context& context, const std::optional<Id<T>>& id)
{
    if (!id)
        return std::optional<T>();
    auto found = readEntity(store, context, *id);
    if (found)
        return std::optional<T>(std::move(*found));
    if (found.error().kind == ErrorKind::notFound)
        return std::optional<T>();
    return fail(found.error());
}

Result<WaitingDraft> withNames(Store& store, const Context& context, AgentAction action)
{
    WaitingDraft draft;
    auto contact = readIfThere(store, context, action.contactId);
    auto account = readIfThere(store, context, action.accountId);
    auto deal = readIfThere(store, context, action.opportunityId);
    auto conversation = readIfThere(store, context, action.conversationId);
    if (!contact)
        return fail(contact.error());
    if (!account)
        return fail(account.error());
    if (!deal)
        return fail(deal.error());
    if (!conversation)
        return fail(conversation.error());
    if (*contact) {
        draft.contactName = (*contact)->contactName;
        draft.contactTitle = (*contact)->title.value_or("");
    } else if (!action.payload.to.empty()) {
        draft.contactName = action.payload.to.front().name;
    }
    if (*account)
        draft.accountName = (*account)->accountName;
    if (*deal) {
        draft.dealName = (*deal)->name;
        draft.stage = (*deal)->dealStage;
        draft.value = (*deal)->estimatedValue;
    }
    if (*conversation) {
        draft.conversationSubject = (*conversation)->subject;
        if ((*conversation)->turn == Turn::ours)
            draft.waitingSince = (*conversation)->lastInboundAt;
        draft.stale = sales::isStale(action, (*conversation)->lastInboundAt);
    }
    draft.inOutbox = action.status == AgentActionStatus::approved || action.status == AgentActionStatus::executing;
    draft.failed = action.status == AgentActionStatus::failed;
    draft.action = std::move(action);
    return draft;
}
}

Result<std::vector<WaitingDraft>> loadApprovals(Store& store, const Context& context)
{
    Query query;
    query.states = {"pending", "approved", "executing", "failed"};
    query.sort = SortKey::time;
    query.descending = true;
    auto actions = readEntities<AgentAction>(store, context, query);
    if (!actions)
        return fail(actions.error());
    std::vector<WaitingDraft> drafts;
    for (auto& action : *actions) {
        auto draft = withNames(store, context, std::move(action));
        if (!draft)
            return fail(draft.error());
        drafts.push_back(std::move(*draft));
    }
    std::ranges::stable_sort(drafts, [](const WaitingDraft& a, const WaitingDraft& b) {
        if (a.failed != b.failed)
            return a.failed;
        if (a.inOutbox != b.inOutbox)
            return b.inOutbox;
        if (a.inOutbox)
            return false; // newest first already
        const auto since = [](const WaitingDraft& draft) { return draft.waitingSince.value_or(Timestamp::max()); };
        return since(a) < since(b);
    });
    return drafts;
}

ApprovalDesk::ApprovalDesk(Store& store, IdSource& ids, const Clock& clock)
    : m_store(store)
    , m_ids(ids)
    , m_clock(clock)
{
}

template <class Decide>
Result<AgentAction> ApprovalDesk::decide(
    const Context& context, Id<AgentAction> id, Decide decide, Uuid& mutation, const Beside& beside)
{
    if (context.actor.kind != ActorKind::person || !context.actor.userId)
        return fail({ErrorKind::denied, "not_allowed", "Only a person decides about what the agent wants to do.", {}});
    return againOnConflict([&]() -> Result<AgentAction> {
        UnitOfWork work(m_store, context, m_ids);
        auto found = work.find(id);
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(notFound(AgentAction::type, id.text()));
        const auto before = toStoredJson(**found);
        auto after = decide(**found);
        if (!after)
            return fail(after.error());
        if (patchesBetween(before, toStoredJson(*after)).empty())
            return after;
        work.because({.what = "approval", .rule = "sales.approval"});
        mutation = m_ids.next();
        work.setMutation(mutation);
        auto edited = work.edit(id);
        if (!edited)
            return fail(edited.error());
        **edited = *after;
        if (beside)
            if (auto done = beside(work, *after); !done)
                return fail(done.error());
        if (auto committed = work.commit(); !committed)
            return fail(committed.error());
        return after;
    });
}

Result<Uuid> ApprovalDesk::approve(const Context& context, Id<AgentAction> id, std::optional<Timestamp> sendAt)
{
    Uuid mutation;
    const auto done = decide(
        context, id,
        [&](const AgentAction& action) -> Result<AgentAction> {
            if (action.status == AgentActionStatus::pending
                && action.conversationId) // the world may have changed since it was written
                if (auto findings = reviewAgain(m_store, context, action); !findings)
                    return fail(findings.error());
            return sales::approved(action, *context.actor.userId, m_clock.now(), sendAt);
        },
        mutation);
    if (!done)
        return fail(done.error());
    return mutation;
}

Result<Uuid> ApprovalDesk::reschedule(const Context& context, Id<AgentAction> id, std::optional<Timestamp> sendAt)
{
    Uuid mutation;
    const auto done = decide(
        context, id, [&](const AgentAction& action) { return sales::rescheduled(action, sendAt, m_clock.now()); },
        mutation);
    if (!done)
        return fail(done.error());
    return mutation;
}

Result<Uuid> ApprovalDesk::takeBack(const Context& context, Id<AgentAction> id)
{
    Uuid mutation;
    const auto done = decide(
        context, id, [&](const AgentAction& action) { return sales::takenBack(action, m_clock.now()); }, mutation);
    if (!done)
        return fail(done.error());
    return mutation;
}

Result<Uuid> ApprovalDesk::reject(const Context& context, Id<AgentAction> id, const std::string& reason)
{
    Uuid mutation;
    const auto done = decide(
        context, id,
        [&](const AgentAction& action) {
            return sales::rejected(action, *context.actor.userId, reason, m_clock.now());
        },
        mutation);
    if (!done)
        return fail(done.error());
    return mutation;
}

Result<Uuid> ApprovalDesk::edit(
    const Context& context, Id<AgentAction> id, std::optional<std::string> subject, std::string body)
{
    Uuid mutation;
    const auto done = decide(
        context, id,
        [&](const AgentAction& action) -> Result<AgentAction> {
            auto after = sales::edited(action, subject, body, m_clock.now());
            if (!after)
                return after;
            if (!after->conversationId)
                return after; // a first message: nothing to hold it against
            auto findings = reviewAgain(m_store, context, *after);
            if (!findings)
                return fail(findings.error());
            after->findings = std::move(*findings);
            return after;
        },
        mutation);
    if (!done)
        return fail(done.error());
    return mutation;
}

Result<AgentAction> ApprovalDesk::left(const Context& context, Id<AgentAction> id, const std::string& how)
{
    Uuid mutation;
    return decide(
        context, id, [&](const AgentAction& action) { return sales::executed(action, how, m_clock.now()); }, mutation,
        [](UnitOfWork& work, const AgentAction& after) { return keepSentQuestion(work, after); });
}
}
