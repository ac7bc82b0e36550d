// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::platform {

/// What each check answered.
struct HealthChecks {
    std::string database, migrations, redis, vectorIndex, llm;
};
enum class Probe { ready, startup };
struct Health {
    std::string status; ///< ready or degraded; started or starting
    int http = 200; ///< 503 while database or migrations are not good
    std::vector<std::string> degraded; ///< of llm, redis, vectorIndex; sorted
};
[[nodiscard]] Health aggregateHealth(const HealthChecks& checks, Probe probe); ///< P19

/// P20: info, warning (4xx) or error (5xx).
[[nodiscard]] std::string_view logLevel(int statusCode);
}
