// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_card.hpp"
#include <QDateTime>

namespace agentarmy::app {

/// One deal that there is something to tell about.
struct InsightView {
    QString id; ///< of the deal
    DealCard card;
    QString title; ///< the worst reason, in words
    QStringList more; ///< the others
    int severity = 1; ///< 0 for information, 1 warning, 2 critical
    QDateTime since; ///< when the newest of them came
    QString answer; ///< "useful", "false_alarm", "snoozed"; empty: open
    QDateTime until; ///< of a snoozed one
    bool operator==(const InsightView&) const = default;
};

}
