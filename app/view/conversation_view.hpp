// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_view.hpp"

namespace agentarmy::app {

struct ConversationRow {
    QString id;
    QString person, initials, account, subject, snippet, channel;
    QString turn; ///< "ours", "theirs", "none"
    bool escalated = false;
    bool hasDraft = false;
    QDateTime lastAt;
    QDateTime snoozedUntil; ///< invalid: not put aside
    bool byPerson = false; ///< a person answers, not the agent
    bool unread = false; ///< they wrote since the viewer last opened it
    bool operator==(const ConversationRow&) const = default;
};

/// A mail, a chat line or a spoken piece of a meeting.
struct PassageView {
    QString id;
    QString author, initials, title;
    bool ours = false;
    QDateTime at;
    qint64 offsetMs = -1; ///< position in the recording; negative: not spoken
    int speaker = 0; ///< of a meeting: 0 spoke first, and so on
    QString text;
    QString quotedText;
    QStringList readings; ///< what was read from it: "Timeline 85 %"
    std::vector<Quote> quotes;
    bool operator==(const PassageView&) const = default;
};

struct ConversationView {
    ConversationRow row;
    QString dealId, dealLine; ///< "Fleet planning rollout · Evaluation · € 184,000"
    bool spoken = false;
    std::vector<PassageView> passages; ///< oldest first
    AdviceView advice;
};

}
