// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/jobs/job_runner.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <thread>

namespace agentarmy {
namespace {
constexpr int batchChanges = 400; // imports commit before 500 changes (sync model)
constexpr int lanesAtOnce = 200;
constexpr int jobsAtOnce = 500;
constexpr int maxConflicts = 5;
constexpr std::size_t keptProgressions = 1000;
constexpr std::size_t keptErrors = 100;

void add(JobReport& total, JobReport&& part)
{
    total.done += part.done;
    total.failed += part.failed;
    total.opportunitiesCreated += part.opportunitiesCreated;
    total.opportunitiesUpdated += part.opportunitiesUpdated;
    for (auto& text : part.stageProgressions)
        if (total.stageProgressions.size() < keptProgressions)
            total.stageProgressions.push_back(std::move(text));
    for (auto& text : part.errors)
        if (total.errors.size() < keptErrors)
            total.errors.push_back(std::move(text));
}
}

struct JobRunner::Shared {
    std::mutex mutex;
    std::deque<std::string> lanes;
    JobReport report;
    std::optional<Error> error;
    std::int64_t left = 0;
    std::function<void(std::int64_t, std::int64_t)> progress;
};

JobRunner::JobRunner(EngineParts parts, Context context, const WorkspaceInfo& workspace)
    : m_parts(parts)
    , m_context(std::move(context))
    , m_workspace(workspace)
    , m_turns(parts, workspace)
    , m_deals(parts, workspace)
    , m_next(parts, workspace)
{
    m_context.actor.kind = ActorKind::agent;
    m_quiet = m_context;
    m_quiet.stop = {};
}

Result<JobReport> JobRunner::drain(int workers, const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    Shared shared;
    shared.progress = progress;
    while (!m_context.stop.stop_requested()) {
        auto heads = m_parts.store.waitingJobs(m_quiet, lanesAtOnce);
        if (!heads)
            return fail(heads.error());
        if (heads->empty())
            break;
        auto left = m_parts.store.waitingJobCount(m_quiet);
        if (!left)
            return fail(left.error());
        shared.left = *left;
        for (const auto& job : *heads)
            shared.lanes.push_back(job.lane);
        std::vector<std::jthread> others;
        for (int i = 1; i < workers; ++i)
            others.emplace_back([&] { work(shared); });
        work(shared);
        others.clear(); // joins
        if (shared.error)
            return fail(*shared.error);
    }
    return std::move(shared.report);
}

void JobRunner::work(Shared& shared)
{
    while (!m_context.stop.stop_requested()) {
        std::string lane;
        {
            const std::lock_guard lock(shared.mutex);
            if (shared.lanes.empty() || shared.error)
                return;
            lane = std::move(shared.lanes.front());
            shared.lanes.pop_front();
        }
        if (auto done = runLane(lane, shared); !done) {
            const std::lock_guard lock(shared.mutex);
            shared.error = done.error();
            return;
        }
    }
}

Result<void> JobRunner::runLane(const std::string& lane, Shared& shared)
{
    UnitOfWork work(m_parts.store, m_quiet, m_parts.ids);
    while (!m_context.stop.stop_requested()) {
        auto jobs = m_parts.store.laneJobs(m_quiet, lane, jobsAtOnce);
        if (!jobs)
            return fail(jobs.error());
        if (jobs->empty())
            break;
        for (std::size_t at = 0; at < jobs->size() && !m_context.stop.stop_requested();)
            if (auto done = runBatch(work, *jobs, at, shared); !done)
                return done;
    }
    for (int tries = 0; tries < maxConflicts && !m_context.stop.stop_requested(); ++tries) {
        auto done = refresh(work, lane);
        if (done || done.error().kind != ErrorKind::conflict)
            return done;
        work.forget();
    }
    return {};
}

/// Runs jobs from `at` on until a transaction is full. If something fails the batch is done again, job by job, so that
/// the one that fails stands alone.
Result<void> JobRunner::runBatch(UnitOfWork& work, const std::vector<Job>& jobs, std::size_t& at, Shared& shared)
{
    const auto account = [&](JobReport&& part, std::size_t count) {
        const std::lock_guard lock(shared.mutex);
        add(shared.report, std::move(part));
        shared.left -= std::int64_t(count);
        if (shared.progress)
            shared.progress(shared.report.done, shared.left);
    };
    JobReport report;
    std::size_t end = at;
    Result<void> result;
    while (end < jobs.size() && result && work.pendingChanges() < batchChanges && !m_context.stop.stop_requested()) {
        result = runJob(work, jobs[end], report);
        ++end;
    }
    if (result) {
        auto committed = work.commit();
        if (committed) {
            account(std::move(report), end - at);
            at = end;
            return {};
        }
        result = fail(committed.error());
    }
    work.forget();
    for (; at < end; ++at) {
        Result<void> single = result;
        for (int tries = 0; tries < maxConflicts; ++tries) {
            JobReport alone;
            single = runJob(work, jobs[at], alone);
            if (single)
                if (auto committed = work.commit(); !committed)
                    single = fail(committed.error());
            if (single) {
                account(std::move(alone), 1);
                break;
            }
            work.forget();
            if (single.error().kind != ErrorKind::conflict)
                break;
        }
        if (single)
            continue;
        if (single.error().kind
            == ErrorKind::unavailable) // busy, full disk, stopped: the job is not to blame and stays
            return single;
        auto transaction = m_parts.store.begin(m_quiet);
        if (!transaction)
            return fail(transaction.error());
        if (auto failed = (*transaction)->failJob(jobs[at].id, single.error().code + ": " + single.error().message);
            !failed)
            return failed;
        if (auto committed = (*transaction)->commit(); !committed)
            return fail(committed.error());
        JobReport failure;
        failure.failed = 1;
        failure.errors.push_back(jobs[at].key + ": " + single.error().message);
        account(std::move(failure), 0);
    }
    return {};
}

Result<void> JobRunner::runJob(UnitOfWork& work, const Job& job, JobReport& report)
{
    work.later([id = job.id](Transaction& transaction) { return transaction.finishJob(id); });
    ++report.done;
    if (job.kind != postConversationJob)
        return {};
    auto turn = loadTurn(work, job.payload, m_parts.clock.now());
    if (!turn)
        return fail(turn.error());
    if (!*turn)
        return {};
    std::vector<std::string> errors;
    auto readings = m_turns.run(work, **turn, errors);
    if (!readings)
        return fail(readings.error());
    auto result = m_deals.run(work, **turn, *readings);
    if (!result)
        return fail(result.error());
    report.opportunitiesCreated += int(result->opportunitiesCreated.size());
    report.opportunitiesUpdated += int(result->opportunitiesUpdated.size());
    for (auto* list : {&errors, &result->errors})
        report.errors.insert(report.errors.end(), list->begin(), list->end());
    report.stageProgressions.insert(
        report.stageProgressions.end(), result->stageProgressions.begin(), result->stageProgressions.end());
    return {};
}

Result<void> JobRunner::refresh(UnitOfWork& work, const std::string& lane)
{
    const auto account = Id<Account>::parse(lane);
    if (!account)
        return {};
    if (auto done = m_next.refresh(work, *account, m_parts.clock.now()); !done)
        return done;
    if (auto committed = work.commit(); !committed)
        return fail(committed.error());
    return {};
}
}
