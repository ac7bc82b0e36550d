// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/board_filter.hpp"
#include <tuple>

namespace agentarmy::app {
namespace {

int quarterOf(QDate date) { return date.year() * 4 + (date.month() - 1) / 3; }

bool sameQuarter(QDate a, QDate b) { return a.isValid() && quarterOf(a) == quarterOf(b); }

bool contains(const DealCard& card, QStringView word)
{
    return card.name.contains(word, Qt::CaseInsensitive) || card.account.contains(word, Qt::CaseInsensitive)
        || card.ownerName.contains(word, Qt::CaseInsensitive) || card.nextAction.contains(word, Qt::CaseInsensitive);
}

bool hasWarning(const DealCard& card, int warning, QDate today)
{
    const auto& w = card.warnings;
    switch (warning) {
    case BoardFilter::Overdue:
        return card.closeDate.isValid() && card.closeDate < today && !card.closedOn.isValid();
    case BoardFilter::Stale:
        return (w & DealCard::Stale) != 0;
    case BoardFilter::Stuck:
        return (w & DealCard::Stuck) != 0;
    default:
        return w != 0 || card.atRisk;
    }
}

}

bool BoardFilter::admits(const DealCard& card, QDate today) const
{
    const bool closed = card.stage == Stage::Won || card.stage == Stage::Lost;
    if (closed && !sameQuarter(card.closedOn, today))
        return false;
    if (!owners.isEmpty() && !owners.contains(card.ownerId))
        return false;
    if (view == ClosingThisQuarter && !sameQuarter(closed ? card.closedOn : card.closeDate, today))
        return false;
    if (view == AtRisk && !closed && !card.atRisk)
        return false;
    if (view == NoNextStep && !closed && !card.nextAction.isEmpty())
        return false;
    if ((leastAmount >= 0 || mostAmount >= 0) && !card.amount.isSet())
        return false;
    if ((leastAmount >= 0 && card.amount.minor < leastAmount) || (mostAmount >= 0 && card.amount.minor > mostAmount))
        return false;
    const auto close = closed ? card.closedOn : card.closeDate;
    if ((closeFrom.isValid() && !(close >= closeFrom)) || (closeTo.isValid() && !(close.isValid() && close <= closeTo)))
        return false;
    if (warning != NoWarning && !hasWarning(card, warning, today))
        return false;
    if (category >= 0 && card.category != category)
        return false;
    for (const auto word : QStringView(text).split(u' ', Qt::SkipEmptyParts))
        if (!contains(card, word))
            return false;
    return true;
}

bool comesBefore(const DealCard& a, const DealCard& b, BoardSort sort)
{
    const auto tie = [&] { return std::tie(a.name, a.id) < std::tie(b.name, b.id); };
    switch (sort) {
    case BoardSort::CloseDate:
        if (a.closeDate.isValid() != b.closeDate.isValid())
            return a.closeDate.isValid(); // no date comes last
        return a.closeDate != b.closeDate ? a.closeDate < b.closeDate : tie();
    case BoardSort::Value:
        return a.amount.minor != b.amount.minor ? a.amount.minor > b.amount.minor : tie();
    case BoardSort::Activity:
        return a.lastActivityMs != b.lastActivityMs ? a.lastActivityMs > b.lastActivityMs : tie();
    case BoardSort::Risk:
        if (a.atRisk != b.atRisk)
            return a.atRisk;
        return a.riskReasons.size() != b.riskReasons.size() ? a.riskReasons.size() > b.riskReasons.size() : tie();
    }
    return tie();
}

}
