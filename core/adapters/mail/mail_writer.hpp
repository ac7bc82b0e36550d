// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/agent_action.hpp"
#include "core/ports/mailbox.hpp"

namespace agentarmy::mail {

/// A mail that leaves (see the port). Its lines are at most 998 bytes, its text is quoted-printable.
[[nodiscard]] Result<std::string> outgoingMail(const OutgoingMail& mail);
/// A message to be sent, as one file that mail programs open as a draft of their own (RFC 5322, MIME; `X-Unsent: 1`).
/// Lines end with CR LF. Line breaks and control characters in names and the subject become spaces, so that no text
/// makes a header. `from` may be without an address: then the mail program fills it in.
[[nodiscard]] std::string unsentMail(const DraftPayload& payload, const Party& from, Timestamp date);
}
