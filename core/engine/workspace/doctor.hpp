// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/store.hpp"

#include <map>

namespace agentarmy {

struct DoctorFinding {
    enum class Level { note, problem } level = Level::problem;
    std::string code; ///< store, dead_job, orphan, waiting_jobs, unread_body
    std::string text; ///< one sentence for people
    bool operator==(const DoctorFinding&) const = default;
};

struct DoctorReport {
    std::map<std::string, std::int64_t> documents; ///< by type, deleted ones left out
    std::int64_t head = 0;
    std::int64_t waitingJobs = 0;
    std::int64_t deadJobs = 0;
    std::int64_t orphans = 0; ///< references to records that are not there; the first 100 are findings
    std::vector<DoctorFinding> findings; ///< problems first
    [[nodiscard]] bool sound() const; ///< no finding is a problem
};

/// Looks the workspace over: the file itself (Store::verify), jobs that gave up, references that lead nowhere. Reads
/// everything once.
[[nodiscard]] Result<DoctorReport> examineWorkspace(Store& store, const Context& context);
/// Types of documents that a workspace of this version holds.
[[nodiscard]] const std::vector<std::string>& documentTypes();
}
