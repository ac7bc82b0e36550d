// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/deals/task_desk.hpp"

#include "core/base/text.hpp"
#include "core/engine/records/again.hpp"
#include "core/engine/records/unit_of_work.hpp"

namespace agentarmy {
namespace {
constexpr std::size_t longestDescription = 2000;
}

Result<Uuid> addTask(Store& store, const Context& context, IdSource& ids, Id<Opportunity> deal,
    const std::string& description, std::optional<Date> due, Timestamp now)
{
    auto words = collapseSpaces(description);
    if (words.empty() || words.size() > longestDescription)
        return fail(invalidField("description", "1..2000 bytes"));
    UnitOfWork work(store, context, ids);
    auto found = work.find(deal);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(notFound(Opportunity::type, deal.text()));
    Task task;
    task.accountId = (*found)->accountId;
    task.opportunityId = deal;
    task.description = std::move(words);
    task.ownerId = context.actor.userId;
    task.dueOn = due;
    task.source = "person";
    task.createdAt = task.updatedAt = now;
    work.because({.what = "create"});
    const auto mutation = ids.next();
    work.setMutation(mutation);
    work.add(std::move(task));
    if (auto committed = work.commit(); !committed)
        return fail(committed.error());
    return mutation;
}

Result<Uuid> setTaskDone(Store& store, const Context& context, IdSource& ids, Id<Task> id, bool done, Timestamp now)
{
    return againOnConflict([&]() -> Result<Uuid> {
        UnitOfWork work(store, context, ids);
        auto task = work.edit(id);
        if (!task)
            return fail(task.error());
        if (!*task)
            return fail(notFound(Task::type, id.text()));
        const auto status = done ? TaskStatus::completed : TaskStatus::open;
        if ((*task)->status == status)
            return Uuid();
        (*task)->status = status;
        (*task)->updatedAt = now;
        work.because({.what = "edit"});
        const auto mutation = ids.next();
        work.setMutation(mutation);
        if (auto committed = work.commit(); !committed)
            return fail(committed.error());
        return mutation;
    });
}
}
