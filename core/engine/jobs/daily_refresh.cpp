// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/jobs/daily_refresh.hpp"

#include "core/base/zone.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/sales/next_steps.hpp"

namespace agentarmy {
namespace {
constexpr const char* dayKey = "next_steps_day";
constexpr std::size_t accountsAtOnce = 50; // small transactions: a person's write never waits long
constexpr int maxConflicts = 5;

Result<std::vector<Id<Account>>> accountsWithTalk(Store& store, const Context& context)
{
    // Accounts nobody ever talked to have no state, and their next steps do not change by silence.
    std::vector<Id<Account>> accounts;
    Query query;
    query.type = ConversationState::type;
    auto done = store.readRows(context, query, [&](Row&& row) {
        if (!row.columns.accountId.isNull())
            accounts.emplace_back(row.columns.accountId);
        return true;
    });
    if (!done)
        return fail(done.error());
    std::ranges::sort(accounts);
    accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
    return accounts;
}

Result<void> refreshSome(
    EngineParts parts, const Context& context, NextSteps& next, std::span<const Id<Account>> accounts, Timestamp now)
{
    Result<void> result;
    for (int tries = 0; tries < maxConflicts; ++tries) {
        UnitOfWork work(parts.store, context, parts.ids);
        for (const auto& account : accounts)
            if (result = next.refresh(work, account, now); !result)
                break;
        if (result)
            if (const auto committed = work.commit(); !committed)
                result = fail(committed.error());
        if (result || result.error().kind != ErrorKind::conflict)
            return result;
    }
    return result;
}
}

Result<bool> refreshDaily(EngineParts parts, Context context, const WorkspaceInfo& workspace)
{
    const auto now = parts.clock.now();
    const auto zone = Zone::find(workspace.settings.timeZone).value_or(Zone());
    const auto today = formatDate(zone.localDate(now));
    auto last = parts.store.value(context, dayKey);
    if (!last)
        return fail(last.error());
    if (*last == today)
        return false;
    context.actor.kind = ActorKind::agent;
    auto accounts = accountsWithTalk(parts.store, context);
    if (!accounts)
        return fail(accounts.error());
    NextSteps next(parts, workspace);
    for (std::size_t at = 0; at < accounts->size(); at += accountsAtOnce) {
        if (context.stop.stop_requested())
            return false;
        const auto count = std::min(accountsAtOnce, accounts->size() - at);
        if (auto done = refreshSome(parts, context, next, std::span(*accounts).subspan(at, count), now); !done)
            return fail(done.error());
    }
    if (auto kept = keepValue(parts.store, context, dayKey, today); !kept)
        return fail(kept.error());
    return true;
}
}
