// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_card.hpp"
#include <QSet>

namespace agentarmy::app {

/// Which cards the board shows; all conditions combine with AND.
struct BoardFilter {
    enum View { AllOpen, ClosingThisQuarter, AtRisk, NoNextStep };
    enum Warning { NoWarning, Overdue, Stale, Stuck, AnyWarning };
    int view = AllOpen;
    QString text; ///< every word must occur in deal, account, owner or next step
    QSet<QString> owners; ///< empty: everybody
    qint64 leastAmount = -1, mostAmount = -1; ///< minor units, of whatever currency; negative: no bound
    QDate closeFrom, closeTo; ///< both inclusive; invalid: no bound
    int warning = NoWarning; ///< only deals that have it
    int category = -1; ///< of the forecast, as DealCard::category; negative: all
    bool operator==(const BoardFilter&) const = default;

    /// Closed deals are shown for the quarter of `today` only.
    bool admits(const DealCard& card, QDate today) const;
};

enum class BoardSort { CloseDate, Value, Activity, Risk };

/// Strict order of two cards in a column; equal keys fall back to name and id, so that the order is total.
bool comesBefore(const DealCard& a, const DealCard& b, BoardSort sort);

}
