// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/connection.hpp"

namespace agentarmy::sqlite {

/// The local job table. The next job of each lane is marked, so that asking for work reads only what can run.
[[nodiscard]] Result<bool> addJob(Connection& connection, const Job& job);
[[nodiscard]] Result<void> finishJob(Connection& connection, std::int64_t id);
[[nodiscard]] Result<void> failJob(Connection& connection, std::int64_t id, const std::string& why);
[[nodiscard]] Result<std::vector<Job>> waitingJobs(Connection& connection, int limit);
[[nodiscard]] Result<std::vector<Job>> laneJobs(Connection& connection, const std::string& lane, int limit);
[[nodiscard]] Result<std::vector<Job>> deadJobs(Connection& connection);
}
