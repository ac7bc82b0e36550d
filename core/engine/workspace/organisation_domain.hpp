// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace agentarmy {

/// The part of a mail domain that names the organisation: "mail.nordwind.example" -> "nordwind.example",
/// "sales.acme.co.uk" -> "acme.co.uk". Under domains that lend names to many (x.onmicrosoft.com) the whole of it.
[[nodiscard]] std::string organisationDomain(std::string_view domain);
}
