// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/zone.hpp"
#include "core/domain/tenant.hpp"

namespace agentarmy::sales {

/// Hours of the tenant's working days between two times, holidays left out; 0 if `to` is earlier. Of long spans
/// the last three years are counted, so the cost is bounded.
[[nodiscard]] double workingHoursBetween(
    const TenantSettings& settings, const Zone& zone, Timestamp from, Timestamp to);
}
