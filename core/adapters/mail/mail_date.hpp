// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/time.hpp"

#include <optional>
#include <string_view>

namespace agentarmy::mail {

/// A date of a mail header or mailbox line in any form that is found: RFC 5322, RFC 850, asctime, ISO 8601, two-digit
/// years (00..69 = 20xx), named zones, `GMT+1`, missing seconds, zone, weekday or commas, comments. No zone: UTC. None
/// if there is no day, month and year, or the year is not in 1970..2199.
[[nodiscard]] std::optional<Timestamp> parseMailDate(std::string_view text);
}
