// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/mail/parsed_mail.hpp"
#include "core/base/error.hpp"

#include <string_view>

namespace agentarmy::mail {

/// Reads one mail (RFC 5322 and what is sent instead of it). Tolerates wrong and missing charsets, 8-bit headers, bare
/// CR, NUL, broken dates, missing From, Message-ID and Date, truncated and endless parts; what was odd stands in
/// `defects`. `raw` may start with a mailbox line, a byte order mark or blank lines. It is not copied unless its header
/// block is broken; attachments are decoded and hashed in pieces, so memory stays below `raw` plus a few MiB (twice
/// `raw` if it is copied). Errors: `not_a_mail` (no header field in the first 64 KiB, or empty). Thread safe: of gmime
/// only its decoders are used, which have no state of their own.
[[nodiscard]] Result<ParsedMail> readMail(std::string_view raw, const MailLimits& limits = {});
}
