// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/zone.hpp"
#include "core/domain/agent_action.hpp"

/// When an approved message leaves, and what follows when it does not (sales rules, Failure and limits). Pure.
namespace agentarmy::sales {

inline constexpr int mostTries = 5; ///< of a server that answers "later": after 1, 2, 4, 8 and 16 minutes
inline constexpr int automaticPerHour = 20; ///< messages without a person's yes, of one mailbox
inline constexpr auto automaticPause = std::chrono::hours(24); ///< between two of them to one person

/// Hours in which nothing leaves by itself, in minutes since midnight: [from, to), over midnight where from > to.
struct QuietHours {
    int from = 18 * 60;
    int to = 8 * 60;
};
/// `now` outside of them, else the moment at which they end.
[[nodiscard]] Timestamp afterQuietHours(Timestamp now, const QuietHours& quiet, const Zone& zone);

struct SendInput {
    bool automatic = false; ///< nobody said yes to this one
    bool optedOut = false;
    bool addressInvalid = false; ///< an earlier mail came back for good
    bool escalated = false; ///< a person is asked to take over
    int mailboxLastHour = 0; ///< automatic messages of the mailbox in the last hour
    std::optional<Timestamp> mailboxFreeAt; ///< when the oldest of them is an hour old
    std::optional<Timestamp> lastAutomaticToContact;
    std::optional<QuietHours> quiet; ///< of the person whose name stands below
    Zone zone;
};
enum class SendVerdict { send, later, refuse };
struct SendDecision {
    SendVerdict verdict = SendVerdict::send;
    std::string code; ///< contact_opted_out, address_invalid, escalated; send_limit, contact_limit, quiet_hours
    std::optional<Timestamp> at; ///< later
};
/// What a person approved leaves at any hour; who asked for no more mail gets none whoever says yes.
[[nodiscard]] SendDecision sendDecision(const SendInput& input, Timestamp now);

/// When to try again after try number `tries` (from 1) failed for a while; nothing: no more. `random` in [0, 1) adds up
/// to a quarter.
[[nodiscard]] std::optional<Timestamp> retryAt(int tries, Timestamp now, double random);

/// The id under which a message leaves, always the same for an action: "<UUID@DOMAIN>".
[[nodiscard]] std::string messageIdOf(Id<AgentAction> action, std::string_view senderAddress);

/// Steps of sending. Each only from where it follows; else `not_approved`, `undo_window_open`, `not_due`.
/// Written before the first byte leaves, so that a crash is seen afterwards.
[[nodiscard]] Result<AgentAction> sendingStarted(AgentAction action, const Uuid& mailboxId, Timestamp now);
[[nodiscard]] AgentAction sendingPostponed(AgentAction action, const Error& error, Timestamp nextTryAt, Timestamp now);
[[nodiscard]] AgentAction sendingFailed(AgentAction action, const Error& error, Timestamp now);
[[nodiscard]] AgentAction sent(AgentAction action, Timestamp now);
/// A failed one is tried again, under the same id: a person asked for it. `not_failed`.
[[nodiscard]] Result<AgentAction> triedAgain(AgentAction action, Id<User> by, Timestamp now);
}
