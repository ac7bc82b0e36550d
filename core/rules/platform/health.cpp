// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/health.hpp"

namespace agentarmy::platform {

Health aggregateHealth(const HealthChecks& checks, Probe probe)
{
    const bool good = checks.database == "ok" && checks.migrations == "ok";
    Health health;
    health.status = probe == Probe::ready ? (good ? "ready" : "degraded") : (good ? "started" : "starting");
    health.http = good ? 200 : 503;
    if (checks.llm != "ok" && checks.llm != "no_keys")
        health.degraded.emplace_back("llm");
    if (checks.redis != "ok" && checks.redis != "not_configured")
        health.degraded.emplace_back("redis");
    if (checks.vectorIndex != "ok" && checks.vectorIndex != "local")
        health.degraded.emplace_back("vectorIndex");
    return health;
}

std::string_view logLevel(int statusCode)
{
    return statusCode >= 500 ? "error" : statusCode >= 400 ? "warning" : "info";
}
}
