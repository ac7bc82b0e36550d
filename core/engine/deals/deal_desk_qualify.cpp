// SPDX-License-Identifier: AGPL-3.0-or-later
// What a person says about one of the ten points of a deal.
#include "core/engine/deals/deal_desk.hpp"
#include "core/engine/records/again.hpp"
#include "core/engine/records/unit_of_work.hpp"
#include "core/rules/sales/completeness.hpp"

namespace agentarmy {
Result<MoveDone> DealDesk::qualify(
    const Context& context, Id<Opportunity> id, Dimension dimension, PointEdit edit, const std::string& value)
{
    return againOnConflict([&]() -> Result<MoveDone> {
        UnitOfWork work(m_store, context, m_ids);
        auto found = work.find(id);
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(notFound(Opportunity::type, id.text()));
        const auto& before = (*found)->qualificationSnapshot[dimension];
        auto after = sales::editedByPerson(dimension, before, edit, value);
        if (!after)
            return fail(after.error());
        if (*after == before)
            return MoveDone {**found, {}, {}};
        Cause cause;
        cause.what = "qualify";
        cause.details = {{"dimension", std::string(enumText(dimension))}, {"edit", std::string(enumText(edit))},
            {"before", sales::valueText(dimension, before)}, {"after", sales::valueText(dimension, *after)}};
        work.because(std::move(cause));
        const auto mutation = m_ids.next();
        work.setMutation(mutation);
        auto edited = work.edit(id);
        if (!edited)
            return fail(edited.error());
        (*edited)->qualificationSnapshot[dimension] = std::move(*after);
        (*edited)->updatedAt = (*edited)->lastActivityAt.emplace(m_clock.now());
        MoveDone done {**edited, {}, mutation};
        if (auto committed = work.commit(); !committed)
            return fail(committed.error());
        return done;
    });
}

Result<MoveDone> DealDesk::restoreField(
    const Context& context, Id<Opportunity> id, std::int64_t seq, const std::string& field)
{
    auto changes = m_store.changes(context, seq - 1, 1);
    if (!changes)
        return fail(changes.error());
    if (changes->empty() || changes->front().seq != seq || changes->front().document.id != id.value())
        return fail(notFound("change", std::to_string(seq)));
    for (const auto& value : changes->front().values)
        if (value.path == field)
            return edit(context, id, Json {{field, value.before}});
    return fail(invalidField(field, "a field that this change wrote"));
}
}
