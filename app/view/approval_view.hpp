// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_view.hpp"

namespace agentarmy::app {

/// A line of a text beside what it was before.
struct DiffLineView {
    int kind = 0; ///< 0 same, 1 removed, 2 added
    QString text;
    bool operator==(const DiffLineView&) const = default;
};

/// A draft that waits for a person, or for its time to leave.
struct ApprovalView {
    QString id;
    QString channel; ///< "mail", "chat"
    QString person, personTitle, account, deal, stage;
    QString dealId, conversationId;
    MoneyView amount;
    QDateTime waitingSince; ///< the customer's unanswered message; invalid: none
    QDateTime leavesAt; ///< of an approved one: until then it can be taken back
    QDateTime sendAt; ///< it was asked to leave then; invalid: at once
    bool stale = false, inOutbox = false;
    bool leavesByItself = false; ///< a mailbox of ours sends it; else the mail program is asked to
    bool failed = false; ///< it could not be sent
    bool leaving = false; ///< it is being sent, or whether it was is not known yet
    QString problem; ///< why the last try failed; empty: none did
    bool own = false; ///< a person's words, not the agent's
    QString address, inReplyTo;
    QString subject, body; ///< as it would leave
    QString why;
    bool edited = false;
    std::vector<DiffLineView> diff; ///< of the body against what the agent wrote
    std::vector<FindingView> findings; ///< worst first
    bool operator==(const ApprovalView&) const = default;
};

/// It was to leave more than 15 minutes ago, and waits for a click: a person may not want it any more.
inline bool isOverdue(const ApprovalView& draft, const QDateTime& now)
{
    constexpr qint64 lateSeconds = 15 * 60;
    return draft.inOutbox && draft.sendAt.isValid() && draft.sendAt.secsTo(now) >= lateSeconds;
}

struct DraftDecision {
    enum class Kind { Approve, Reject, Edit, TakeBack, Reschedule, TryAgain };
    QString id;
    Kind kind = Kind::Approve;
    QString reason; ///< of a rejection
    QString subject, body; ///< of an edit
    QDateTime sendAt; ///< of an approval or another time; invalid: at once
};

/// What a person writes: an answer in a conversation, or a first mail to somebody.
struct OwnMessageView {
    QString conversationId, personId; ///< one of them may be empty
    QString subject; ///< empty: as the conversation is called
    QString body;
};

}
