// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/deals/post_conversation.hpp"
#include "core/engine/sales/next_steps.hpp"

#include <functional>

namespace agentarmy {

inline constexpr const char* postConversationJob = "post_conversation";

struct JobReport {
    int done = 0;
    int failed = 0; ///< attempts that failed; tried again up to 3 times
    int opportunitiesCreated = 0, opportunitiesUpdated = 0;
    std::vector<std::string> stageProgressions; ///< the first 1,000
    std::vector<std::string> errors; ///< the first 100
};

/// Works off the durable queue. Jobs of one lane (an account) run one after another, oldest first; lanes run side by
/// side on `workers` threads. A job's effects and its end are one transaction: a crash leaves both or neither.
class JobRunner {
public:
    JobRunner(EngineParts parts, Context context, const WorkspaceInfo& workspace);
    /// Runs until nothing waits or the context is stopped. `progress(done, left)` is called from worker threads, one at
    /// a time.
    [[nodiscard]] Result<JobReport> drain(
        int workers, const std::function<void(std::int64_t done, std::int64_t left)>& progress = {});

private:
    struct Shared;
    void work(Shared& shared);
    Result<void> runLane(const std::string& lane, Shared& shared);
    Result<void> runBatch(UnitOfWork& work, const std::vector<Job>& jobs, std::size_t& at, Shared& shared);
    Result<void> runJob(UnitOfWork& work, const Job& job, JobReport& report);
    Result<void> refresh(UnitOfWork& work, const std::string& lane);

    EngineParts m_parts;
    Context m_context;
    Context m_quiet; ///< without the stop token: a batch that is done is written, whatever was asked meanwhile
    const WorkspaceInfo& m_workspace;
    TurnRunner m_turns;
    PostConversation m_deals;
    NextSteps m_next;
};
}
