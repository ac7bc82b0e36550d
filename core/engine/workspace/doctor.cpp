// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/doctor.hpp"

#include "core/domain/agent_action.hpp"
#include "core/domain/conversation_state.hpp"
#include "core/domain/goal.hpp"
#include "core/domain/mailbox.hpp"
#include "core/domain/meeting.hpp"
#include "core/domain/plan.hpp"
#include "core/domain/tenant.hpp"

#include <algorithm>
#include <unordered_set>

namespace agentarmy {
namespace {
constexpr std::int64_t shownOrphans = 100;

using Ids = std::unordered_set<Uuid>;

void add(DoctorReport& report, DoctorFinding::Level level, const char* code, std::string text)
{
    report.findings.push_back({level, code, std::move(text)});
}
}

const std::vector<std::string>& documentTypes()
{
    static const std::vector<std::string> types {TenantSettings::type, Team::type, User::type, Account::type,
        Contact::type, Opportunity::type, Conversation::type, Message::type, ConversationState::type, Escalation::type,
        Meeting::type, Transcript::type, Task::type, AccountPlan::type, OpportunityPlan::type, AgentAction::type,
        Goal::type, Mailbox::type};
    return types;
}

bool DoctorReport::sound() const
{
    return std::none_of(findings.begin(), findings.end(),
        [](const DoctorFinding& finding) { return finding.level == DoctorFinding::Level::problem; });
}

Result<DoctorReport> examineWorkspace(Store& store, const Context& context)
{
    using Level = DoctorFinding::Level;
    DoctorReport report;
    auto problems = store.verify(context);
    if (!problems)
        return fail(problems.error());
    for (auto& problem : *problems)
        add(report, Level::problem, "store", std::move(problem));
    auto head = store.head(context);
    if (!head)
        return fail(head.error());
    report.head = *head;

    Ids accounts, deals, users, parents;
    const auto idsOf = [&](const char* type, Ids& into) {
        Query query;
        query.type = type;
        query.includeArchived = true;
        return store.readRows(context, query, [&](Row&& row) {
            into.insert(row.id);
            return true;
        });
    };
    for (const auto& [type, ids] : {std::pair(Account::type, &accounts), std::pair(Opportunity::type, &deals),
             std::pair(User::type, &users), std::pair(Conversation::type, &parents), std::pair(Meeting::type, &parents),
             std::pair(Contact::type, &parents)})
        if (auto done = idsOf(type, *ids); !done)
            return fail(done.error());
    for (const auto& type : documentTypes()) {
        Query query;
        query.type = type;
        query.includeArchived = true;
        std::int64_t count = 0;
        auto done = store.readRows(context, query, [&](Row&& row) {
            ++count;
            const auto check = [&](const Uuid& id, const Ids& known, const char* what) {
                if (id.isNull() || known.contains(id))
                    return;
                if (++report.orphans <= shownOrphans)
                    add(report, Level::problem, "orphan",
                        type + ' ' + row.id.text() + " names " + what + ' ' + id.text() + ", which is not there.");
            };
            check(row.columns.ownerId, users, "the user");
            check(row.columns.parentId, parents, "the conversation, meeting or person");
            // What was deleted with its account may still be named by what stays: a closed deal keeps its history.
            if (type != Opportunity::type && type != Conversation::type && type != Meeting::type
                && type != Message::type)
                check(row.columns.accountId, accounts, "the account");
            if (type != Opportunity::type && type != Conversation::type && type != Meeting::type
                && type != Message::type && type != AgentAction::type)
                check(row.columns.opportunityId, deals, "the deal");
            return true;
        });
        if (!done)
            return fail(done.error());
        if (count > 0)
            report.documents[type] = count;
    }
    if (report.orphans > shownOrphans)
        add(report, Level::problem, "orphan",
            std::to_string(report.orphans - shownOrphans) + " more references lead nowhere.");
    auto dead = store.deadJobs(context);
    if (!dead)
        return fail(dead.error());
    report.deadJobs = std::int64_t(dead->size());
    for (const auto& job : *dead)
        add(report, Level::problem, "dead_job",
            "The job " + job.kind + ' ' + job.key + " gave up after " + std::to_string(job.attempts)
                + " tries: " + job.lastError);
    auto waiting = store.waitingJobCount(context);
    if (!waiting)
        return fail(waiting.error());
    report.waitingJobs = *waiting;
    if (*waiting > 0)
        add(report, Level::note, "waiting_jobs",
            std::to_string(*waiting) + " turns wait to be read; the next import or start reads them.");
    std::stable_partition(report.findings.begin(), report.findings.end(),
        [](const DoctorFinding& finding) { return finding.level == Level::problem; });
    return report;
}
}
