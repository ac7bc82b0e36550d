// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation.hpp"
#include "core/ports/store.hpp"
#include "core/rules/sales/unread.hpp"

#include <unordered_map>

namespace agentarmy {

/// Which conversations the person of the context has opened on this device, and what they had marked as unread.
class SeenBook {
public:
    [[nodiscard]] bool unread(const Conversation& conversation, Timestamp now) const;
    void open(const Conversation& conversation); ///< all of it is read
    void mark(Id<Conversation> id); ///< unread until it is opened
    [[nodiscard]] bool operator==(const SeenBook&) const = default;

private:
    struct Entry {
        std::optional<Timestamp> seenInboundAt;
        bool marked = false;
        bool operator==(const Entry&) const = default;
    };
    std::unordered_map<Uuid, Entry> m_entries;
    friend Result<SeenBook> readSeen(Store& store, const Context& context);
    friend Result<void> keepSeen(Store& store, const Context& context, const SeenBook& book, Timestamp now);
};

/// A book that cannot be read is an empty one: the worst is that something stands in bold again.
[[nodiscard]] Result<SeenBook> readSeen(Store& store, const Context& context);
/// What is too old to be unread is left out, so that the book stays small.
[[nodiscard]] Result<void> keepSeen(Store& store, const Context& context, const SeenBook& book, Timestamp now);

/// Opens or marks conversations. Those whose state changed, in their order; `not_found` for one that is not there, and
/// then nothing is kept.
[[nodiscard]] Result<std::vector<Id<Conversation>>> setUnread(
    Store& store, const Context& context, const std::vector<Id<Conversation>>& ids, bool unread, Timestamp now);
/// Everything that is unread, newest first.
[[nodiscard]] Result<std::vector<Conversation>> unreadConversations(
    Store& store, const Context& context, Timestamp now);
}
