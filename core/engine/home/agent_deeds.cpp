// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/home/agent_deeds.hpp"

#include "core/domain/agent_action.hpp"
#include "core/domain/conversation_state.hpp"
#include "core/domain/plan.hpp"
#include "core/engine/records/reading.hpp"
#include "core/rules/sales/completeness.hpp"

#include <algorithm>
#include <map>

namespace agentarmy {
namespace {
constexpr std::int64_t mostEntries = 20'000;
constexpr int pageSize = 500;
constexpr std::size_t shownNames = 3, shownMoves = 3;
using Kind = AgentDeed::Kind;

/// What is known of one kind of deed while the log is read, oldest first.
struct Tally {
    int count = 0;
    std::vector<Uuid> about; ///< each once, the newest last
    Timestamp at {};

    void add(const Uuid& id, Timestamp when, int by = 1)
    {
        count += by;
        at = when;
        std::erase(about, id);
        about.push_back(id);
    }
};
struct Move {
    Uuid deal;
    DealStage to;
    Timestamp at;
};

const ChangedField* fieldOf(const Change& change, std::string_view path)
{
    for (const auto& value : change.values)
        if (value.path == path)
            return &value;
    return nullptr;
}

int identifiedIn(const Json& snapshot)
{
    const auto state = fromJson<QualificationState>(snapshot.is_object() ? snapshot : Json::object());
    return state ? int(sales::identifiedDimensions(*state).size()) : 0;
}

bool holdsBack(const AgentAction& action)
{
    return std::ranges::any_of(
        action.findings, [](const DraftFinding& finding) { return finding.severity == "block"; });
}

class Summing {
public:
    Summing(Store& store, const Context& context)
        : m_store(store)
        , m_context(context)
    {
    }

    void see(const Change& change)
    {
        if (change.actor.kind != ActorKind::agent || change.lost)
            return;
        const auto& type = change.document.type;
        if (type == Opportunity::type)
            deal(change);
        else if (change.op != ChangeOp::create)
            return;
        else
            created(change);
    }

    std::vector<AgentDeed> deeds() const
    {
        std::vector<AgentDeed> out;
        for (const auto& [kind, tally] : m_tallies) {
            AgentDeed deed;
            deed.kind = kind;
            deed.count = tally.count;
            deed.at = tally.at;
            const bool people = kind == Kind::drafted || kind == Kind::heldBack || kind == Kind::escalated;
            for (std::size_t i = tally.about.size(); i-- > 0;) {
                const auto& id = tally.about[i];
                if (deed.names.size() == shownNames) {
                    ++deed.more;
                    continue;
                }
                if (auto name
                    = people ? nameOf<Contact>(id, &Contact::contactName) : nameOf<Opportunity>(id, &Opportunity::name);
                    !name.empty())
                    deed.names.push_back(std::move(name));
            }
            if (!people && tally.about.size() == 1 && !tally.about.front().isNull())
                deed.opportunityId = Id<Opportunity>(tally.about.front());
            out.push_back(std::move(deed));
        }
        for (std::size_t i = 0; i < std::min(shownMoves, m_moves.size()); ++i) {
            const auto& move = m_moves[m_moves.size() - 1 - i];
            AgentDeed deed;
            deed.kind = Kind::moved;
            deed.count = 1;
            deed.at = move.at;
            deed.stage = move.to;
            deed.opportunityId = Id<Opportunity>(move.deal);
            if (auto name = nameOf<Opportunity>(move.deal, &Opportunity::name); !name.empty())
                deed.names.push_back(std::move(name));
            else
                continue; // it is gone
            out.push_back(std::move(deed));
        }
        std::ranges::stable_sort(out, std::greater(), &AgentDeed::at);
        return out;
    }

private:
    /// Empty: it was deleted since.
    template <class T> std::string nameOf(const Uuid& id, std::string T::*field) const
    {
        if (id.isNull())
            return {};
        const auto found = readEntity(m_store, m_context, Id<T>(id));
        return found ? (*found).*field : std::string();
    }

    /// The log says of a new record only that it is new: what it is about stands in it. One that is gone is no deed.
    void created(const Change& change)
    {
        const auto& id = change.document.id;
        if (change.document.type == AgentAction::type) {
            if (const auto draft = readEntity(m_store, m_context, Id<AgentAction>(id)))
                m_tallies[holdsBack(*draft) ? Kind::heldBack : Kind::drafted].add(
                    draft->contactId.value_or(Id<Contact>()).value(), change.at);
        } else if (change.document.type == Escalation::type) {
            if (const auto report = readEntity(m_store, m_context, Id<Escalation>(id)))
                m_tallies[Kind::escalated].add(report->contactId.value(), change.at);
        } else if (change.document.type == Task::type) {
            if (const auto task = readEntity(m_store, m_context, Id<Task>(id)))
                m_tallies[Kind::planned].add(task->opportunityId.value_or(Id<Opportunity>()).value(), change.at);
        }
    }

    void deal(const Change& change)
    {
        if (change.op == ChangeOp::create)
            m_tallies[Kind::found].add(change.document.id, change.at);
        if (const auto* stage = fieldOf(change, "dealStage"); stage && change.op == ChangeOp::patch)
            if (const auto to = parseEnum<DealStage>(stage->after.is_string() ? stage->after.get<std::string>() : ""))
                m_moves.push_back({change.document.id, *to, change.at});
        if (const auto* read = fieldOf(change, "qualificationSnapshot"))
            if (const int more = identifiedIn(read->after) - identifiedIn(read->before); more > 0)
                m_tallies[Kind::filled].add(change.document.id, change.at, more);
    }

    Store& m_store;
    const Context& m_context;
    std::map<Kind, Tally> m_tallies;
    std::vector<Move> m_moves;
};
}

Result<std::vector<AgentDeed>> agentDeeds(Store& store, const Context& context, std::int64_t since)
{
    const auto head = store.head(context);
    if (!head)
        return fail(head.error());
    Summing sums(store, context);
    for (auto after = std::max(since, *head - mostEntries); after < *head;) {
        const auto page = store.changes(context, after, pageSize);
        if (!page)
            return fail(page.error());
        if (page->empty())
            break;
        for (const auto& change : *page)
            sums.see(change);
        after = page->back().seq;
    }
    return sums.deeds();
}
}
