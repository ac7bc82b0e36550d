// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/mail_server.hpp"

namespace agentarmy::mailserver {

struct SmtpTimes {
    std::chrono::milliseconds connect {15'000};
    std::chrono::milliseconds whole {120'000};
};

/// Hands one mail to an SMTP server through libcurl: all recipients, or none. Thread safe. `unclear` is true only where
/// the end of the mail may have arrived and no answer came.
[[nodiscard]] tl::expected<void, SendFailure> sendBySmtp(const Context& context, const MailAccess& access,
    const MailEnvelope& envelope, const std::string& raw, const SmtpTimes& times);
/// Signs in and out.
[[nodiscard]] Result<void> trySmtp(const Context& context, const MailAccess& access, const SmtpTimes& times);
}
