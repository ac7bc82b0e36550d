// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/source/engine_views.hpp"
#include "app/format/rule_words.hpp"
#include "app/theme/theme.hpp"
#include "core/engine/workspace/people.hpp"
#include <QCoreApplication>
#include <cmath>

namespace agentarmy::app {
namespace {

QString tr(const char* words) { return QCoreApplication::translate("EngineViews", words); }

NextKind nextKind(const std::optional<ActionType>& type, const QString& words)
{
    if (words.isEmpty())
        return NextKind::None;
    if (!type)
        return NextKind::Words;
    switch (*type) {
    case ActionType::sendEmail:
        return NextKind::Mail;
    case ActionType::sendChat:
        return NextKind::Chat;
    case ActionType::scheduleCall:
        return NextKind::Call;
    case ActionType::escalate:
        return NextKind::Person;
    case ActionType::wait:
        return NextKind::Wait;
    case ActionType::followUp:
        return NextKind::Words;
    }
    return NextKind::Other;
}

std::vector<CardBadge> badgesOf(const BoardCard& card)
{
    std::vector<CardBadge> badges;
    const auto has = [&](DealMark mark) { return std::ranges::find(card.marks, mark) != card.marks.end(); };
    if (has(DealMark::overdue))
        badges.push_back({tr("Overdue"), Theme::Bad});
    if (has(DealMark::stuck))
        badges.push_back({tr("Stuck"), Theme::Warn});
    if (has(DealMark::stale))
        badges.push_back({tr("Stale %1 d").arg(card.daysSilent), Theme::Warn});
    if (has(DealMark::atRisk) && badges.empty())
        badges.push_back({tr("At risk"), Theme::Warn});
    if (std::ranges::find(card.reasons, RiskReason::activeBlocker) != card.reasons.end())
        badges.push_back({tr("Blocker"), Theme::Warn});
    if (has(DealMark::needsReview))
        badges.push_back({tr("To check"), Theme::Accent});
    if (std::ranges::find(card.reasons, RiskReason::singleThreaded) != card.reasons.end())
        badges.push_back({tr("1 contact"), Theme::Neutral});
    return badges;
}

QDate toDate(const std::optional<Date>& date)
{
    return date ? QDate(int(date->year()), int(unsigned(date->month())), int(unsigned(date->day()))) : QDate();
}

}

QString reasonText(RiskReason reason, const BoardCard& card)
{
    switch (reason) {
    case RiskReason::overdue:
        return tr("The close date is past");
    case RiskReason::stale:
        return tr("Nothing was said for %1 days").arg(card.daysSilent);
    case RiskReason::stuck:
        return tr("%1 days in this stage").arg(card.daysInStage);
    case RiskReason::closeDatePushed:
        return tr("The close date was pushed more than once");
    case RiskReason::noEconomicBuyer:
        return tr("No economic buyer is known");
    case RiskReason::noChampion:
        return tr("No champion is known");
    case RiskReason::singleThreaded:
        return tr("Only one person speaks with us");
    case RiskReason::activeBlocker:
        return tr("Somebody with influence is against it");
    case RiskReason::noNextStep:
        return tr("No next step");
    }
    return {};
}

QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

QDateTime localTime(Timestamp at) { return QDateTime::fromMSecsSinceEpoch(toMillis(at)); }

QString initialsText(const QString& name) { return text(initialsOf(name.toStdString())); }

MoneyView toMoney(const std::optional<Money>& money)
{
    return money ? MoneyView {money->amountMinor, text(money->currency)} : MoneyView();
}

std::optional<MoneyView> toMoney(const Json& money)
{
    const auto read = fromJson<Money>(money);
    return read ? std::optional(toMoney(std::optional(*read))) : std::nullopt;
}

Stage toStage(DealStage stage) { return Stage(int(stage)); } // both in the order of the board

DealStage fromStage(Stage stage) { return DealStage(int(stage)); }

static_assert(int(DealStage::stalled) == int(Stage::Stalled) && int(DealStage::closedWon) == int(Stage::Won));

QString dimensionName(Dimension dimension)
{
    switch (dimension) {
    case Dimension::budget:
        return tr("Budget");
    case Dimension::authority:
        return tr("Authority");
    case Dimension::need:
        return tr("Need");
    case Dimension::timeline:
        return tr("Timeline");
    case Dimension::metrics:
        return tr("Metrics");
    case Dimension::economicBuyer:
        return tr("Economic buyer");
    case Dimension::decisionCriteria:
        return tr("Decision criteria");
    case Dimension::decisionProcess:
        return tr("Decision process");
    case Dimension::pain:
        return tr("Pain");
    case Dimension::champion:
        return tr("Champion");
    }
    return {};
}

DealCard toCard(const BoardCard& card)
{
    DealCard view;
    view.id = text(card.id.text());
    view.account = text(card.accountName);
    view.accountId = card.accountId.isNull() ? QString() : text(card.accountId.text());
    view.name = text(card.name);
    view.amount = toMoney(card.value);
    view.probability = card.stage == DealStage::closedWon ? 1 // a closed deal is certain
        : card.stage == DealStage::closedLost             ? 0
                                                          : card.probability;
    view.closeDate = toDate(card.closeDate);
    if (card.closedAt)
        view.closedOn = localTime(*card.closedAt).date();
    view.stage = toStage(card.stage);
    view.ownerId = text(card.ownerId.text());
    view.ownerName = text(card.ownerName);
    view.ownerInitials = text(card.ownerInitials);
    for (size_t i = 0; i < view.ring.size(); ++i)
        view.ring[i] = float(card.ring[i].confidence);
    view.identified = card.meddicIdentified;
    view.daysInStage = card.daysInStage;
    view.usualDays = card.usualDays;
    if (isOpen(card.stage)) {
        view.badges = badgesOf(card);
        for (const auto& [mark, bit] :
            {std::pair(DealMark::overdue, DealCard::Overdue), {DealMark::stale, DealCard::Stale},
                {DealMark::stuck, DealCard::Stuck}, {DealMark::needsReview, DealCard::ToCheck}})
            if (std::ranges::find(card.marks, mark) != card.marks.end())
                view.warnings |= bit;
        for (const auto reason : card.reasons)
            view.riskReasons += reasonText(reason, card);
    }
    view.atRisk = std::ranges::find(card.marks, DealMark::atRisk) != card.marks.end();
    view.nextAction = ruleWords(text(card.nextActionText));
    view.nextKind = nextKind(card.nextActionType, view.nextAction);
    view.category = !isOpen(card.stage) || !card.category ? -1
        : *card.category == ForecastCategory::commit      ? 0
        : *card.category == ForecastCategory::bestCase    ? 1
        : *card.category == ForecastCategory::pipeline    ? 2
                                                          : 3;
    view.lastActivityMs = card.lastActivityAt ? toMillis(*card.lastActivityAt) : 0;
    return view;
}

}
