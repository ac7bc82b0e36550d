// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/approval.hpp"

#include "core/base/text.hpp"

namespace agentarmy::sales {
namespace {
constexpr std::size_t longestBody = 65536;
constexpr std::size_t longestSubject = 998; ///< RFC 5322: a line

Error resolvedAlready(const AgentAction& action)
{
    return {ErrorKind::conflict, "approval_already_resolved",
        "This was decided already: it is " + std::string(enumText(action.status)) + '.',
        {{"id", action.id.text()}, {"status", std::string(enumText(action.status))}}};
}

Error notApproved(const AgentAction& action)
{
    return {ErrorKind::conflict, "not_approved", "Nothing leaves that nobody approved.",
        {{"id", action.id.text()}, {"status", std::string(enumText(action.status))}}};
}

Result<void> checkTime(std::optional<Timestamp> sendAt, Timestamp now)
{
    if (sendAt && (*sendAt <= now || *sendAt > now + longestDelay))
        return fail(invalidField("sendAt", "must be after now, at most a year ahead"));
    return {};
}

ActionApproval& resolve(AgentAction& action, ApprovalDecision decision, Id<User> by, Timestamp now)
{
    auto& approval = action.approval ? *action.approval : action.approval.emplace();
    approval.decision = decision;
    approval.resolvedAt = now;
    approval.resolvedBy = by;
    action.updatedAt = now;
    return approval;
}
}

Result<void> checkMessage(const DraftPayload& message)
{
    const auto& subject = message.subject;
    if (trimView(message.body).empty())
        return fail(invalidField("body", "must not be empty"));
    if (message.body.size() > longestBody)
        return fail(invalidField("body", "must be at most 65536 bytes"));
    if (subject && (subject->size() > longestSubject || subject->find_first_of("\r\n") != std::string::npos))
        return fail(invalidField("subject", "must be one line of at most 998 bytes"));
    return {};
}

Result<AgentAction> approved(AgentAction action, Id<User> by, Timestamp now, std::optional<Timestamp> sendAt)
{
    if (action.status == AgentActionStatus::approved)
        return action;
    if (auto good = checkTime(sendAt, now); !good)
        return fail(good.error());
    if (action.status != AgentActionStatus::pending)
        return fail(resolvedAlready(action));
    const auto& to = action.effective().to;
    if (action.actionType == "send_email"
        && std::none_of(to.begin(), to.end(), [](const Party& party) { return !party.address.empty(); }))
        return fail({ErrorKind::invalid, "no_recipient", "No address of the recipient is known. Add one first.",
            {{"id", action.id.text()}}});
    auto& approval = resolve(action, ApprovalDecision::approved, by, now);
    approval.undoUntil = now + undoWindow;
    approval.sendAt = sendAt;
    approval.reason.reset();
    action.status = AgentActionStatus::approved;
    return action;
}

Result<AgentAction> rescheduled(AgentAction action, std::optional<Timestamp> sendAt, Timestamp now)
{
    if (action.status != AgentActionStatus::approved || !action.approval)
        return fail(notApproved(action));
    if (auto good = checkTime(sendAt, now); !good)
        return fail(good.error());
    action.approval->sendAt = sendAt;
    action.updatedAt = now;
    return action;
}

Result<AgentAction> takenBack(AgentAction action, Timestamp now)
{
    if ((action.status != AgentActionStatus::approved && action.status != AgentActionStatus::failed)
        || !action.approval)
        return fail(notApproved(action));
    auto& approval = *action.approval;
    approval.decision.reset();
    approval.resolvedAt.reset();
    approval.resolvedBy.reset();
    approval.undoUntil.reset();
    approval.sendAt.reset();
    action.status = AgentActionStatus::pending;
    action.updatedAt = now;
    return action;
}

Result<AgentAction> rejected(AgentAction action, Id<User> by, const std::string& reason, Timestamp now)
{
    if (action.status == AgentActionStatus::rejected)
        return action;
    if (action.status != AgentActionStatus::pending)
        return fail(resolvedAlready(action));
    const auto words = trim(reason);
    if (words.size() > longestReason)
        return fail(invalidField("reason", "must be at most 1000 bytes"));
    auto& approval = resolve(action, ApprovalDecision::rejected, by, now);
    approval.undoUntil.reset();
    approval.reason = words.empty() ? std::nullopt : std::optional(words);
    action.status = AgentActionStatus::rejected;
    return action;
}

Result<AgentAction> edited(AgentAction action, std::optional<std::string> subject, std::string body, Timestamp now)
{
    if (action.status != AgentActionStatus::pending)
        return fail(resolvedAlready(action));
    auto payload = action.payload;
    if (subject)
        payload.subject = std::move(subject);
    payload.body = std::move(body);
    if (auto good = checkMessage(payload); !good)
        return fail(good.error());
    if (action.writtenBy) {
        if (payload.body == action.payload.body && payload.subject == action.payload.subject)
            return action;
        action.payload = std::move(payload);
        action.updatedAt = now;
        return action;
    }
    const bool asProposed = payload.body == action.payload.body && payload.subject == action.payload.subject;
    if (asProposed && (!action.approval || !action.approval->editedPayload))
        return action;
    auto& approval = action.approval ? *action.approval : action.approval.emplace();
    approval.editedPayload = asProposed ? std::nullopt : std::optional(std::move(payload));
    action.updatedAt = now;
    return action;
}

Result<AgentAction> executed(AgentAction action, std::string how, Timestamp now)
{
    if (action.status == AgentActionStatus::executed)
        return action;
    if (action.status != AgentActionStatus::approved)
        return fail(notApproved(action));
    if (action.approval && action.approval->undoUntil && now < *action.approval->undoUntil)
        return fail({ErrorKind::conflict, "undo_window_open", "It can still be taken back; it leaves after that.",
            {{"id", action.id.text()}}});
    if (action.approval && action.approval->sendAt && now < *action.approval->sendAt)
        return fail({ErrorKind::conflict, "not_due", "It is to leave later.", {{"id", action.id.text()}}});
    action.status = AgentActionStatus::executed;
    action.executedAt = action.updatedAt = now;
    action.executionResult = std::move(how);
    if (action.approval)
        action.approval->undoUntil.reset(); // nor can the approval be taken back any more
    return action;
}

bool isStale(const AgentAction& action, const std::optional<Timestamp>& lastInbound)
{
    return lastInbound && *lastInbound > action.proposedAt;
}
}
