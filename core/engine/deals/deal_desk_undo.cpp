// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/agent_action.hpp"
#include "core/engine/deals/change_words.hpp"
#include "core/engine/deals/deal_desk.hpp"
#include "core/engine/records/again.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/sales/pain_desk.hpp"
#include "core/rules/deals/progression.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace agentarmy {
namespace {
constexpr auto stageUndoWindow = std::chrono::minutes(10); // sync rules S17
constexpr int historyLimit = 5000;
constexpr int logPage = 500;
constexpr int logPages = 40;
constexpr std::array<std::string_view, 9> stageFields {"dealStage", "stageEnteredAt", "probability",
    "probabilitySource", "stageBeforeStall", "stallReason", "closedAt", "closedValue", "lostReason"};
constexpr std::array<std::string_view, 2> silentFields {"updatedAt", "lastActivityAt"};

template <class List> bool contains(const List& list, std::string_view value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// What is to be written to take something back, worked out without writing.
struct Step {
    DocumentKey key;
    enum class Kind { patch, remove, restore } kind = Kind::patch;
    std::vector<FieldPatch> patches;
    std::int64_t revision = 0;
};
struct Plan {
    std::vector<Step> steps;
    int fields = 0;
    std::vector<std::string> left;
};

class Planner {
public:
    Planner(Store& store, const Context& context, Timestamp now)
        : m_store(store)
        , m_context(context)
        , m_now(now)
    {
    }

    /// `changes`: of one mutation, in log order. All of a document stand together in the answer; the newest document
    /// comes first.
    Result<Plan> plan(const std::vector<Change>& changes)
    {
        std::vector<DocumentKey> order;
        for (auto i = changes.size(); i-- > 0;)
            if (std::find(order.begin(), order.end(), changes[i].document) == order.end())
                order.push_back(changes[i].document);
        // What only mirrors a deal's stage follows the deal.
        std::stable_partition(
            order.begin(), order.end(), [](const DocumentKey& key) { return key.type != "conversation_state"; });
        for (const auto& key : order) {
            std::vector<Change> own;
            for (const auto& change : changes)
                if (change.document == key)
                    own.push_back(change);
            if (key.type == "conversation_state" && m_stageStays && isMirror(own))
                continue;
            if (auto done = planDocument(key, own); !done)
                return fail(done.error());
        }
        return std::move(m_plan);
    }

private:
    static bool isMirror(const std::vector<Change>& own)
    {
        return std::all_of(own.begin(), own.end(), [](const Change& change) {
            return change.op == ChangeOp::patch && change.fields == std::vector<std::string> {"dealStage"};
        });
    }

    Result<void> planDocument(const DocumentKey& key, const std::vector<Change>& own)
    {
        auto history = m_store.history(m_context, key, historyLimit);
        if (!history)
            return fail(history.error());
        const auto isOwn = [&](const Change& change) {
            return std::any_of(own.begin(), own.end(), [&](const Change& each) { return each.seq == change.seq; });
        };
        std::vector<Change> since; // by others, newest first
        std::vector<Change> withValues; // own ones, oldest first
        for (auto& change : *history) {
            if (change.seq < own.front().seq)
                break;
            if (isOwn(change))
                withValues.insert(withValues.begin(), std::move(change));
            else if (!change.lost)
                since.push_back(std::move(change));
        }
        if (withValues.empty())
            return {};
        const auto created = std::find_if(
            withValues.begin(), withValues.end(), [](const Change& change) { return change.op == ChangeOp::create; });
        if (created != withValues.end())
            return planCreated(key, *created, since);
        const auto& last = withValues.back();
        if (last.op == ChangeOp::remove || last.op == ChangeOp::restore) {
            const bool overtaken = std::any_of(
                since.begin(), since.end(), [](const Change& change) { return change.op != ChangeOp::patch; });
            if (overtaken)
                return leave(key, "deletion");
            add({key, last.op == ChangeOp::remove ? Step::Kind::restore : Step::Kind::remove, {}, 0}, 1);
            return {};
        }
        return planPatches(key, withValues, since);
    }

    Result<void> planCreated(const DocumentKey& key, const Change& created, const std::vector<Change>& since)
    {
        for (const auto& change : since) {
            if (change.op == ChangeOp::remove)
                return {}; // gone already
            const bool other = change.actor.kind == ActorKind::import
                || (change.actor.kind == ActorKind::person && change.actor.userId != created.actor.userId);
            if (other)
                return leave(key, "creation");
        }
        if (key.type == AgentAction::type) { // what left, or is about to, is not unwritten
            const auto action = readEntity(m_store, m_context, Id<AgentAction>(key.id));
            if (action && action->status != AgentActionStatus::pending)
                return leave(key, "message");
        }
        add({key, Step::Kind::remove, {}, 0}, 1);
        return {};
    }

    Result<void> planPatches(const DocumentKey& key, const std::vector<Change>& own, const std::vector<Change>& since)
    {
        auto document = m_store.get(m_context, key);
        if (!document) {
            if (document.error().kind == ErrorKind::notFound)
                return leave(key, "fields"); // deleted since
            return fail(document.error());
        }
        const auto writtenSince = [&](const std::string& path, std::int64_t seq) {
            return std::any_of(since.begin(), since.end(),
                [&](const Change& change) { return change.seq > seq && contains(change.fields, path); });
        };
        Step step {key, Step::Kind::patch, {}, document->revision};
        std::set<std::string> seen;
        int fields = 0;
        const bool movesStage = key.type == Opportunity::type
            && std::any_of(
                own.begin(), own.end(), [](const Change& change) { return contains(change.fields, "dealStage"); });
        const auto& newest = own.back();
        const bool byAgent = newest.actor.kind != ActorKind::person;
        bool stageGoesBack = false;
        if (movesStage) {
            const bool intime
                = byAgent || (newest.actor.userId == m_context.actor.userId && m_now - newest.at <= stageUndoWindow);
            stageGoesBack = intime && !writtenSince("dealStage", newest.seq);
            m_stageStays = m_stageStays || !stageGoesBack;
        }
        for (const auto& change : own)
            for (const auto& path : change.fields) {
                if (!seen.insert(path).second)
                    continue; // the oldest entry knows what was before
                const bool silent = contains(silentFields, path);
                const auto* value = valueOf(change, path);
                const bool blocked = (movesStage && !stageGoesBack && contains(stageFields, path)) || !value
                    || writtenSince(path, lastSeq(own, path));
                if (blocked && !silent && (path == "dealStage" || !contains(stageFields, path) || stageGoesBack))
                    if (auto done = leave(key, ChangeWords::field(path)); !done)
                        return done;
                if (blocked)
                    continue;
                step.patches.push_back({path, value->before, value->before.is_null()});
                fields += silent ? 0 : 1;
            }
        if (fields == 0)
            return {};
        if (stageGoesBack && byAgent && key.type == Opportunity::type)
            if (auto deal
                = entityOf<Opportunity>(*document)) // the same evidence shall not move it again (deals rules R10)
                step.patches.push_back({"evidenceAtUndo",
                    deals::evidenceCount(deal->qualificationSnapshot, deal->interactionCount), false});
        // A state otherwise follows what it mirrors and is no edit of its own.
        const bool follows = key.type == "conversation_state" && newest.cause.rule != painCorrectionRule;
        add(std::move(step), follows ? 0 : fields);
        return {};
    }

    static const ChangedField* valueOf(const Change& change, const std::string& path)
    {
        for (const auto& value : change.values)
            if (value.path == path)
                return &value;
        return nullptr;
    }
    static std::int64_t lastSeq(const std::vector<Change>& own, const std::string& path)
    {
        std::int64_t seq = 0;
        for (const auto& change : own)
            if (contains(change.fields, path))
                seq = change.seq;
        return seq;
    }

    void add(Step step, int fields)
    {
        m_plan.steps.push_back(std::move(step));
        m_plan.fields += fields;
    }

    Result<void> leave(const DocumentKey& key, const std::string& what)
    {
        m_plan.left.push_back(what + " of " + nameOf(key));
        return {};
    }

    std::string nameOf(const DocumentKey& key)
    {
        if (auto document = m_store.get(m_context, key))
            if (auto body = parseJson(document->body))
                for (const char* field : {"name", "accountName", "contactName", "title", "subject", "description"})
                    if (body->contains(field) && (*body)[field].is_string())
                        return (*body)[field].get<std::string>();
        return plainWords(key.type);
    }

    Store& m_store;
    const Context& m_context;
    Timestamp m_now;
    Plan m_plan;
    bool m_stageStays = false;
};

/// How often something was taken back, done again, ... up to this entry: 1 for an undo, 2 for its undo (a redo).
int undoDepth(const Change& change)
{
    const auto& details = change.cause.details;
    const bool undo = change.cause.what == "undo" || change.cause.what == "redo";
    return undo && details.is_object() && details.contains("depth") && details["depth"].is_number_integer()
        ? details["depth"].get<int>()
        : 0;
}

Cause undoCause(const Change& undone)
{
    Cause cause;
    const int depth = undoDepth(undone) + 1;
    cause.what = depth % 2 ? "undo" : "redo";
    cause.rule = "sync.undo";
    cause.details = {{"undoes", undone.mutationId.text()}, {"seq", undone.seq}, {"depth", depth}};
    return cause;
}

Error nothingToUndo(const std::vector<std::string>& left)
{
    return {ErrorKind::conflict, "nothing_to_undo",
        left.empty() ? "There is nothing to take back."
                     : "It can no longer be taken back: " + left.front() + " was changed since, or too long ago.",
        {{"left", left}}};
}

Result<void> write(Transaction& transaction, const Plan& plan, const Cause& cause)
{
    for (const auto& step : plan.steps) {
        const auto done = step.kind == Step::Kind::patch
            ? transaction.patch(step.key, step.patches, cause, step.revision)
            : step.kind == Step::Kind::remove ? transaction.remove(step.key, cause)
                                              : transaction.restore(step.key, cause);
        if (!done)
            return fail(done.error());
    }
    return {};
}

Result<DealDesk::Undone> takeBack(
    Store& store, const Context& context, IdSource& ids, Timestamp now, const std::vector<Change>& changes)
{
    return againOnConflict([&]() -> Result<DealDesk::Undone> {
        auto plan = Planner(store, context, now).plan(changes);
        if (!plan)
            return fail(plan.error());
        if (plan->fields == 0)
            return fail(nothingToUndo(plan->left));
        auto transaction = store.begin(context);
        if (!transaction)
            return fail(transaction.error());
        const auto mutation = ids.next();
        (*transaction)->setMutation(mutation);
        if (auto done = write(**transaction, *plan, undoCause(changes.back())); !done)
            return fail(done.error());
        if (auto committed = (*transaction)->commit(); !committed)
            return fail(committed.error());
        return DealDesk::Undone {mutation, plan->fields, std::move(plan->left)};
    });
}
}

Result<DealDesk::Undone> DealDesk::undo(const Context& context, const Uuid& mutationId)
{
    auto changes = m_store.changesOfMutation(context, mutationId);
    if (!changes)
        return fail(changes.error());
    if (changes->empty())
        return fail(notFound("mutation", mutationId.text()));
    std::sort(changes->begin(), changes->end(), [](const Change& a, const Change& b) { return a.seq < b.seq; });
    if (changes->front().actor.kind == ActorKind::agent) // it writes for many deals at once; what it read stays read
        std::erase_if(*changes, [](const Change& change) { return change.cause.what != "stage_move"; });
    if (changes->empty())
        return fail(nothingToUndo({}));
    return takeBack(m_store, context, m_ids, m_clock.now(), *changes);
}

Result<DealDesk::Undone> DealDesk::undoChange(const Context& context, std::int64_t seq)
{
    auto changes = m_store.changes(context, seq - 1, 1);
    if (!changes)
        return fail(changes.error());
    if (changes->empty() || changes->front().seq != seq)
        return fail(notFound("change", std::to_string(seq)));
    return takeBack(m_store, context, m_ids, m_clock.now(), *changes);
}

Result<Uuid> DealDesk::lastMutation(const Context& context) const
{
    auto head = m_store.head(context);
    if (!head)
        return fail(head.error());
    std::unordered_set<Uuid> settled; // taken back, or looked at
    std::int64_t until = *head;
    for (int page = 0; page < logPages && until > 0; ++page) {
        const auto from = std::max<std::int64_t>(0, until - logPage);
        auto changes = m_store.changes(context, from, int(until - from));
        if (!changes)
            return fail(changes.error());
        until = from;
        for (auto i = changes->size(); i-- > 0;) {
            const auto* change = &(*changes)[i];
            const bool mine = change->actor.kind == ActorKind::person && change->actor.userId == context.actor.userId
                && change->actor.deviceId == context.actor.deviceId;
            if (!mine || change->lost)
                continue;
            const int depth = undoDepth(*change);
            if (depth > 0)
                if (const auto undone = Uuid::parse(change->cause.details.value("undoes", std::string())))
                    settled.insert(*undone);
            if (!settled.insert(change->mutationId).second || depth % 2 == 1 || change->cause.what == "first_start"
                || change->cause.what == "settings")
                continue;
            auto all = m_store.changesOfMutation(context, change->mutationId);
            if (!all)
                return fail(all.error());
            std::sort(all->begin(), all->end(), [](const Change& a, const Change& b) { return a.seq < b.seq; });
            auto plan = Planner(m_store, context, m_clock.now()).plan(*all);
            if (!plan)
                return fail(plan.error());
            if (plan->fields > 0)
                return change->mutationId;
        }
    }
    return Uuid {};
}
}
