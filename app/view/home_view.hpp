// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_view.hpp"

namespace agentarmy::app {

/// One thing to do next.
struct HomeActionView {
    enum class Kind { Answer, Write, FollowUp, Call, TakeOver };
    QString id;
    Kind kind = Kind::Answer;
    QString person, account, deal, subject, stage;
    QString what; ///< of the action, in words
    QString why; ///< empty: nothing special
    MoneyView amount;
    QDateTime waitingSince; ///< of the customer; invalid: they do not wait
    Quote quote; ///< the customer's words; no text: none
    QString draftId, dealId, conversationId;
    QString channel; ///< "chat" or "mail"
    int warnings = 0;
    bool blocked = false; ///< the draft's own checks hold it back
    bool operator==(const HomeActionView&) const = default;
};

struct AttentionView {
    QString id; ///< of the deal
    DealCard card;
    QString reason;
    bool operator==(const AttentionView&) const = default;
};

struct GaugeView {
    QString type; ///< "revenue", "activity", "pipeline"
    double current = 0, target = -1; ///< money in minor units; target negative: none
    QString currency; ///< empty: a count
    QString beside; ///< sums in other currencies, in words
    double share = 0; ///< reached, 0..1
    double pace = -1; ///< where it should be today, 0..1; negative: not said
    int tone = 0; ///< Theme::Tone
    double forecast = -1; ///< at this pace; negative: too early
    bool operator==(const GaugeView&) const = default;
};

struct DeedView {
    enum class Kind { Drafted, HeldBack, Filled, Moved, Found, Escalated, Planned };
    QString id;
    Kind kind = Kind::Drafted;
    int count = 0;
    QStringList names;
    int more = 0;
    QString stage, dealId;
    QDateTime at;
    bool operator==(const DeedView&) const = default;
};

struct HomeView {
    bool ownOnly = false;
    std::vector<HomeActionView> actions;
    int actionCount = 0;
    std::vector<MoneyView> moved; ///< value of the deals that the actions are about
    std::vector<AttentionView> attention;
    int attentionCount = 0;
    std::vector<GaugeView> gauges;
    QDate periodStart, periodEnd; ///< first and last day
    int daysLeft = 0;
    std::vector<DeedView> deeds;
    QDateTime since; ///< the last visit; invalid: the first
    bool empty = true; ///< nothing was ever read into this workspace
};

}
