// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/mail/parsed_mail.hpp"

#include <string_view>
#include <vector>

namespace agentarmy::mail {

/// The addresses of a From, To, Cc ... value: `Name <a@b>`, `"Doe, John" <a@b>`, `a@b (Name)`, groups, semicolons
/// between addresses, names with bare commas, missing brackets. At most `limits.addresses`; time linear in the first 64
/// KiB.
[[nodiscard]] std::vector<MailAddress> parseAddresses(std::string_view value, const MailLimits& limits);
}
