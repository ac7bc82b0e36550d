// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/home/goals.hpp"

#include "core/domain/conversation.hpp"
#include "core/domain/meeting.hpp"
#include "core/domain/tenant.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/records/unit_of_work.hpp"

#include <array>
#include <unordered_set>

namespace agentarmy {
namespace {
constexpr std::array shownTypes {GoalType::revenue, GoalType::activity, GoalType::pipeline};

bool isMoney(GoalType type) { return type == GoalType::revenue || type == GoalType::pipeline; }

/// What is in the tenant's currency counts; the rest stands beside.
void take(GoalGauge& gauge, std::vector<Money> sums)
{
    for (auto& sum : sums)
        if (sum.currency == gauge.currency)
            gauge.current = double(sum.amountMinor);
        else
            gauge.others.push_back(std::move(sum));
}

Result<int> countActivity(
    Store& store, const Context& context, const GoalPeriod& period, std::optional<Id<User>> owner, Timestamp now)
{
    std::unordered_set<Uuid> own;
    if (owner) {
        Query conversations;
        conversations.type = Conversation::type;
        conversations.ownerId = owner->value();
        conversations.timeFrom = toMillis(period.start); // an older one has no newer message
        if (auto done = store.readRows(context, conversations, [&](Row&& row) { return own.insert(row.id), true; });
            !done)
            return fail(done.error());
    }
    int count = 0;
    Query messages;
    messages.type = Message::type;
    messages.timeFrom = toMillis(period.start);
    messages.timeTo = toMillis(std::min(period.end, now));
    auto done = store.readRows(context, messages, [&](Row&& row) {
        const bool ours = row.columns.brief.find(R"("direction":"outbound")") != std::string::npos;
        count += ours && row.columns.state == "person" && (!owner || own.contains(row.columns.parentId));
        return true;
    });
    if (!done)
        return fail(done.error());
    Query meetings;
    meetings.type = Meeting::type;
    meetings.states = {"ended", "minutes_generated", "distributed"};
    meetings.timeFrom = messages.timeFrom;
    meetings.timeTo = messages.timeTo;
    if (owner)
        meetings.ownerId = owner->value();
    if (done = store.readRows(context, meetings, [&](Row&&) { return ++count, true; }); !done)
        return fail(done.error());
    return count;
}

std::string keyOf(std::optional<Id<User>> owner, GoalType type, Timestamp start)
{
    Goal goal;
    goal.ownerId = owner;
    goal.goalType = type;
    goal.periodStart = start;
    return externalKeyOf(goal, {});
}
}

GoalPeriod goalPeriod(const TenantSettings& settings, Timestamp now)
{
    const auto zone = Zone::find(settings.timeZone).value_or(Zone());
    GoalPeriod period;
    period.days = deals::quarterOf(zone.localDate(now));
    const auto after = std::chrono::year_month_day(std::chrono::sys_days(period.days.last) + std::chrono::days(1));
    period.start = zone.toUtc(period.days.first, {});
    period.end = zone.toUtc(after, {});
    return period;
}

Result<std::vector<GoalGauge>> loadGoals(Store& store, const Context& context, const Board& board,
    const TenantSettings& settings, std::optional<Id<User>> owner, Timestamp now)
{
    const auto period = goalPeriod(settings, now);
    const auto zone = Zone::find(settings.timeZone).value_or(Zone());
    MoneySums won, open;
    for (const auto& card : board.cards) {
        if (!card.value || (owner && card.ownerId != *owner))
            continue;
        if (isOpen(card.stage))
            open.add(*card.value);
        else if (card.stage == DealStage::closedWon
            && period.days.contains(zone.localDate(card.closedAt.value_or(card.stageEnteredAt))))
            won.add(*card.value);
    }
    auto activity = countActivity(store, context, period, owner, now);
    if (!activity)
        return fail(activity.error());
    std::vector<GoalGauge> gauges;
    for (const auto type : shownTypes) {
        GoalGauge gauge;
        gauge.type = type;
        if (isMoney(type))
            gauge.currency = settings.currency;
        if (type == GoalType::activity)
            gauge.current = *activity;
        else
            take(gauge, type == GoalType::revenue ? won.list() : open.list());
        const auto found = store.findByExternalKey(context, Goal::type, keyOf(owner, type, period.start));
        if (!found)
            return fail(found.error());
        if (*found && !(*found)->deleted) {
            const auto goal = entityOf<Goal>(**found);
            if (!goal)
                return fail(goal.error());
            if (!isMoney(type) || goal->currency == gauge.currency) {
                gauge.target = goal->targetValue;
                gauge.goalId = goal->id;
                gauge.progress
                    = intelligence::goalProgress(type, gauge.current, goal->targetValue, period.start, period.end, now);
            }
        }
        gauges.push_back(std::move(gauge));
    }
    return gauges;
}

Result<Uuid> setGoal(Store& store, const Context& context, IdSource& ids, const TenantSettings& settings,
    std::optional<Id<User>> owner, GoalType type, std::optional<double> target, Timestamp now)
{
    const auto period = goalPeriod(settings, now);
    Goal wanted;
    wanted.ownerId = owner;
    wanted.goalType = type;
    wanted.targetValue = target.value_or(1);
    wanted.currency = isMoney(type) ? settings.currency : std::string();
    wanted.periodStart = period.start;
    wanted.periodEnd = period.end;
    wanted.createdAt = wanted.updatedAt = now;
    if (auto valid = intelligence::validateGoal(wanted); !valid)
        return fail(valid.error());
    const auto found = store.findByExternalKey(context, Goal::type, keyOf(owner, type, period.start));
    if (!found)
        return fail(found.error());
    const bool there = *found && !(*found)->deleted;
    if (!there && !target)
        return Uuid();
    auto transaction = store.begin(context);
    if (!transaction)
        return fail(transaction.error());
    const auto mutation = ids.next();
    (*transaction)->setMutation(mutation);
    const Cause cause {.what = "edit"};
    Result<Document> written = [&]() -> Result<Document> {
        if (there && !target)
            return (*transaction)->remove({Goal::type, (*found)->id}, cause);
        if (there)
            return (*transaction)
                ->patch({Goal::type, (*found)->id},
                    {{"targetValue", *target, false}, {"currency", wanted.currency, false},
                        {"updatedAt", formatTimestamp(now), false}},
                    cause);
        wanted.id = ids.make<Goal>();
        return (*transaction)->create({Goal::type, wanted.id.value()}, toStoredJson(wanted), cause);
    }();
    if (!written)
        return fail(written.error());
    if (auto done = (*transaction)->commit(); !done)
        return fail(done.error());
    return mutation;
}
}
