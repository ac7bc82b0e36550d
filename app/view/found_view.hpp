// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_card.hpp"
#include <QDateTime>

namespace agentarmy::app {

enum class FoundKind { Deal, Account, Person, Conversation, Meeting, Task, Draft, Alert, Message };
constexpr quint32 bitOf(FoundKind kind) { return quint32(1) << int(kind); }

/// A record that answers a search, by its name or by the words in it.
struct FoundView {
    FoundKind kind = FoundKind::Deal;
    QString id, title;
    int score = 0; ///< greater is better, among names or among texts
    QString account, person; ///< whose it is, who wrote it
    QString line; ///< what else tells it apart: a domain, a job title
    MoneyView amount;
    int stage = -1; ///< of a deal
    QDateTime at;
    bool over = false; ///< a closed deal, a to-do that is done
    QString snippet; ///< the words around the first hit
    QString dealId, conversationId; ///< where it is shown; empty: by itself
    QString sourceId; ///< in the conversation: the message or the spoken piece
    int begin = 0, end = 0; ///< UTF-8 bytes in its text; equal: nothing to mark
    bool operator==(const FoundView&) const = default;
};

struct NameQuery {
    QString text;
    quint32 kinds = ~quint32(0); ///< bitOf() of those wanted
    int each = 5; ///< of each kind, 1..100
};
struct NamesView {
    std::vector<FoundView> found; ///< best first
    int looked = 0; ///< how many names there are
};

}
