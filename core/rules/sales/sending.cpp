// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/sending.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/approval.hpp"

namespace agentarmy::sales {
namespace {
constexpr std::size_t longestProblem = 500;

ActionExecution& execution(AgentAction& action)
{
    return action.execution ? *action.execution : action.execution.emplace();
}

void say(AgentAction& action, const Error& error)
{
    auto& state = execution(action);
    state.errorCode = error.code;
    state.error = std::string(cutAtCodePoint(error.message, longestProblem));
}
}

Timestamp afterQuietHours(Timestamp now, const QuietHours& quiet, const Zone& zone)
{
    if (quiet.from == quiet.to)
        return now;
    const auto today = zone.localDate(now);
    const auto minute = int(zone.localMinuteOfDay(now).count());
    const bool over = quiet.from > quiet.to;
    const bool inside = over ? minute >= quiet.from || minute < quiet.to : minute >= quiet.from && minute < quiet.to;
    if (!inside)
        return now;
    const auto day = over && minute >= quiet.from ? addDays(today, 1) : today;
    return zone.toUtc(day, std::chrono::minutes(quiet.to));
}

SendDecision sendDecision(const SendInput& input, Timestamp now)
{
    if (input.optedOut)
        return {SendVerdict::refuse, "contact_opted_out", {}};
    if (input.addressInvalid)
        return {SendVerdict::refuse, "address_invalid", {}};
    if (!input.automatic)
        return {};
    if (input.escalated)
        return {SendVerdict::refuse, "escalated", {}};
    if (input.lastAutomaticToContact && *input.lastAutomaticToContact + automaticPause > now)
        return {SendVerdict::later, "contact_limit", *input.lastAutomaticToContact + automaticPause};
    if (input.mailboxLastHour >= automaticPerHour)
        return {SendVerdict::later, "send_limit", input.mailboxFreeAt.value_or(now + std::chrono::hours(1))};
    if (input.quiet)
        if (const auto at = afterQuietHours(now, *input.quiet, input.zone); at > now)
            return {SendVerdict::later, "quiet_hours", at};
    return {};
}

std::optional<Timestamp> retryAt(int tries, Timestamp now, double random)
{
    if (tries < 1 || tries > mostTries)
        return std::nullopt;
    const auto minutes = std::chrono::minutes(1 << (tries - 1));
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(minutes).count();
    return now + std::chrono::milliseconds(millis + std::int64_t(double(millis) * 0.25 * random));
}

std::string messageIdOf(Id<AgentAction> action, std::string_view senderAddress)
{
    const auto at = senderAddress.find('@');
    const auto domain = at == std::string_view::npos ? std::string_view("localhost") : senderAddress.substr(at + 1);
    return '<' + action.text() + '@' + std::string(domain) + '>';
}

Result<AgentAction> sendingStarted(AgentAction action, const Uuid& mailboxId, Timestamp now)
{
    if (action.status != AgentActionStatus::approved)
        return fail({ErrorKind::conflict, "not_approved", "Nothing leaves that nobody approved.",
            {{"id", action.id.text()}, {"status", std::string(enumText(action.status))}}});
    if (action.approval && action.approval->undoUntil && now < *action.approval->undoUntil)
        return fail({ErrorKind::conflict, "undo_window_open", "It can still be taken back; it leaves after that.",
            {{"id", action.id.text()}}});
    if (action.approval && action.approval->sendAt && now < *action.approval->sendAt)
        return fail({ErrorKind::conflict, "not_due", "It is to leave later.", {{"id", action.id.text()}}});
    auto& state = execution(action);
    state.mailboxId = mailboxId;
    ++state.tries;
    state.startedAt = now;
    state.nextTryAt.reset();
    state.errorCode.clear();
    state.error.clear();
    action.status = AgentActionStatus::executing;
    action.updatedAt = now;
    return action;
}

AgentAction sendingPostponed(AgentAction action, const Error& error, Timestamp nextTryAt, Timestamp now)
{
    say(action, error);
    execution(action).nextTryAt = nextTryAt;
    action.status = AgentActionStatus::approved;
    action.updatedAt = now;
    return action;
}

AgentAction sendingFailed(AgentAction action, const Error& error, Timestamp now)
{
    say(action, error);
    execution(action).nextTryAt.reset();
    action.status = AgentActionStatus::failed;
    action.updatedAt = now;
    return action;
}

AgentAction sent(AgentAction action, Timestamp now)
{
    auto& state = execution(action);
    state.nextTryAt.reset();
    state.errorCode.clear();
    state.error.clear();
    action.status = AgentActionStatus::executed;
    action.executedAt = action.updatedAt = now;
    action.executionResult = "sent";
    if (action.approval)
        action.approval->undoUntil.reset();
    return action;
}

Result<AgentAction> triedAgain(AgentAction action, Id<User> by, Timestamp now)
{
    if (action.status != AgentActionStatus::failed)
        return fail({ErrorKind::conflict, "not_failed", "Only what could not be sent is tried again.",
            {{"id", action.id.text()}, {"status", std::string(enumText(action.status))}}});
    auto& approval = action.approval ? *action.approval : action.approval.emplace();
    approval.decision = ApprovalDecision::approved;
    approval.resolvedAt = now;
    approval.resolvedBy = by;
    approval.undoUntil = now + undoWindow;
    approval.sendAt.reset();
    auto& state = execution(action);
    state.tries = 0;
    state.nextTryAt.reset();
    state.again = true;
    action.status = AgentActionStatus::approved;
    action.updatedAt = now;
    return action;
}
}
