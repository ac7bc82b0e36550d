// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/conversations/conversation_desk.hpp"

#include "core/engine/records/unit_of_work.hpp"

namespace agentarmy {
namespace {
constexpr auto longestSnooze = std::chrono::days(366);
constexpr int maxConflicts = 5;
}

Result<Uuid> snoozeConversation(Store& store, const Context& context, IdSource& ids, Id<Conversation> id,
    std::optional<Timestamp> until, Timestamp now)
{
    if (until && (*until <= now || *until > now + longestSnooze))
        return fail(invalidField("until", "after now, at most a year ahead"));
    for (int tries = 0;; ++tries) {
        UnitOfWork work(store, context, ids);
        work.because({.what = "edit"});
        auto conversation = work.edit(id);
        if (!conversation)
            return fail(conversation.error());
        if (!*conversation)
            return fail(notFound(Conversation::type, id.text()));
        auto& each = **conversation;
        if (each.snoozedUntil == until)
            return Uuid();
        each.snoozedUntil = until;
        if (until && each.state == ConversationStatus::open)
            each.state = ConversationStatus::snoozed;
        else if (!until && each.state == ConversationStatus::snoozed)
            each.state = ConversationStatus::open;
        const auto mutation = ids.next();
        work.setMutation(mutation);
        auto committed = work.commit();
        if (committed)
            return mutation;
        if (committed.error().code != "conflict" || tries >= maxConflicts)
            return fail(committed.error());
    }
}
}
