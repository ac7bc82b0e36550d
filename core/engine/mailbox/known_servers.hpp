// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/mailbox.hpp"

namespace agentarmy {

/// Where the mail of an address probably lies.
struct ServerGuess {
    MailServer incoming, outgoing;
    bool known = false; ///< by the provider's own words; false: the usual names at the address' domain
    std::string note; ///< what a person has to know: "needs an app password"; may be empty
};
/// Of a mail address; pure. Providers' published settings, as of 2026.
[[nodiscard]] ServerGuess guessServers(std::string_view address);
}
