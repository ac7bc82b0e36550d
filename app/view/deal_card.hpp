// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/paint/ring_item.hpp"
#include <QDate>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <vector>

namespace agentarmy::app {

/// Stages in the order of the board; the numbers are the app's own.
enum class Stage { Prospecting, Discovery, Qualification, Evaluation, Negotiation, Won, Lost, Stalled };
constexpr int stageCount = 8;
constexpr int activeStages = 5;

/// What kind of step comes next; decides the icon. `Words`: only its words say.
enum class NextKind { None, Meeting, Mail, Chat, Call, Answer, Person, Document, Sign, Draft, Wait, Other, Words };

/// A warning on a card, worst first in the list.
struct CardBadge {
    QString text;
    int tone = 0; ///< Theme::Tone
    bool operator==(const CardBadge&) const = default;
};

/// Money in minor units; no amount where `currency` is empty.
struct MoneyView {
    qint64 minor = 0;
    QString currency;
    bool isSet() const { return !currency.isEmpty(); }
    bool operator==(const MoneyView&) const = default;
};

/// One deal as the board shows it: values, not texts; texts are made when a card becomes visible.
struct DealCard {
    Q_GADGET
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString account MEMBER account)
    Q_PROPERTY(QString name MEMBER name)
public:
    QString id, account, accountId, name;
    MoneyView amount;
    double probability = 0; ///< 0..1
    QDate closeDate; ///< invalid: none
    QDate closedOn; ///< day of winning or losing; invalid while open
    Stage stage = Stage::Prospecting;
    QString ownerId, ownerName, ownerInitials;
    RingValues ring {}; ///< confidence 0..1 per MEDDIC dimension
    int identified = 0; ///< how many of the six are identified
    int daysInStage = 0;
    int usualDays = 0; ///< 0: nothing is usual here
    enum Warning { Overdue = 1, Stale = 2, Stuck = 4, ToCheck = 8 };
    int warnings = 0; ///< which of them, in bits
    std::vector<CardBadge> badges;
    QStringList riskReasons; ///< in words
    bool atRisk = false;
    QString nextAction; ///< empty: no next step
    NextKind nextKind = NextKind::None;
    int category = -1; ///< forecast: 0 commit, 1 best case, 2 pipeline, 3 omitted; negative: closed
    qint64 lastActivityMs = 0; ///< UTC, milliseconds since 1970
    bool operator==(const DealCard&) const = default;
};

}
Q_DECLARE_METATYPE(agentarmy::app::DealCard)
