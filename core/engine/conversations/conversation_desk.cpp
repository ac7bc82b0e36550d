// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/conversations/conversation_desk.hpp"

#include "core/engine/records/again.hpp"
#include "core/engine/records/unit_of_work.hpp"

namespace agentarmy {
namespace {
constexpr auto longestSnooze = std::chrono::days(366);

/// `change` tells whether it changed anything.
template <class Change>
Result<Uuid> edited(Store& store, const Context& context, IdSource& ids, Id<Conversation> id, Change change)
{
    return againOnConflict([&]() -> Result<Uuid> {
        UnitOfWork work(store, context, ids);
        work.because({.what = "edit"});
        auto conversation = work.edit(id);
        if (!conversation)
            return fail(conversation.error());
        if (!*conversation)
            return fail(notFound(Conversation::type, id.text()));
        if (!change(**conversation))
            return Uuid();
        const auto mutation = ids.next();
        work.setMutation(mutation);
        if (auto committed = work.commit(); !committed)
            return fail(committed.error());
        return mutation;
    });
}
}

Result<Uuid> snoozeConversation(Store& store, const Context& context, IdSource& ids, Id<Conversation> id,
    std::optional<Timestamp> until, Timestamp now)
{
    if (until && (*until <= now || *until > now + longestSnooze))
        return fail(invalidField("until", "after now, at most a year ahead"));
    return edited(store, context, ids, id, [&](Conversation& each) {
        if (each.snoozedUntil == until)
            return false;
        each.snoozedUntil = until;
        if (until && each.state == ConversationStatus::open)
            each.state = ConversationStatus::snoozed;
        else if (!until && each.state == ConversationStatus::snoozed)
            each.state = ConversationStatus::open;
        return true;
    });
}

Result<Uuid> handConversation(
    Store& store, const Context& context, IdSource& ids, Id<Conversation> id, std::optional<Id<User>> to, Timestamp now)
{
    return edited(store, context, ids, id, [&](Conversation& each) {
        if (each.ownedBy == to)
            return false;
        each.ownedBy = to;
        each.updatedAt = now;
        return true;
    });
}
}
