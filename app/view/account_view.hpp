// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_card.hpp"
#include <QDateTime>
#include <QVariantMap>

namespace agentarmy::app {

enum class RecordKind { Account, Person };

struct AccountRowView {
    QString id, name, initials, domain, industry, owner;
    int people = 0, openDeals = 0, wonDeals = 0, atRisk = 0;
    std::vector<MoneyView> value; ///< of the open deals, per currency
    QDateTime lastAt;
    bool operator==(const AccountRowView&) const = default;
};

struct PersonRowView {
    QString id, name, initials, title, email, accountId, account;
    QString roles; ///< "Decision maker, champion"
    QDateTime lastAt;
    bool optedOut = false, addressInvalid = false;
    bool operator==(const PersonRowView&) const = default;
};

/// Two records that may be one.
struct PairView {
    QString id;
    RecordKind kind = RecordKind::Account;
    QString firstId, firstName, firstLine;
    QString secondId, secondName, secondLine;
    QString reason; ///< "The same mail domain: acme.example"
    bool operator==(const PairView&) const = default;
};

struct AccountBookView {
    std::vector<AccountRowView> accounts; ///< by name
    std::vector<PersonRowView> people;
    std::vector<PairView> pairs; ///< surest first
};

/// A conversation in a list of a record.
struct TalkView {
    QString id, subject, preview, channel;
    QDateTime at;
    int messages = 0;
    bool operator==(const TalkView&) const = default;
};

/// One of a person's three scores.
struct ScoreView {
    QString key; ///< "decisionPower", "influenceLevel", "relationshipStrength"
    int value = 0; ///< 0..10
    bool own = false; ///< set by a person
    QString note; ///< where it comes from, in words
};

/// The page of one account or person.
struct RecordView {
    RecordKind kind = RecordKind::Account;
    QString id, name, initials, ownerId, owner;
    QVariantMap fields; ///< by the engine's field name: texts; lists with commas between
    QStringList otherNames;
    bool optedOut = false, addressInvalid = false, archived = false;
    QString accountId, account; ///< of a person
    QStringList roles; ///< of a person, as the engine's texts
    std::vector<ScoreView> scores;
    std::vector<MoneyView> value; ///< of an account's open deals
    int openDeals = 0;
    QDateTime lastAt;
    std::vector<DealCard> deals; ///< open ones first
    std::vector<PersonRowView> people; ///< of an account, by decision power
    std::vector<TalkView> talks; ///< newest first
};

/// `value`: a text (empty clears; lists with commas between), a bool ("optedOut"), a list of texts ("roles"), or a
/// number (scores; invalid gives the computed one back).
struct RecordEdit {
    RecordKind kind = RecordKind::Account;
    QString id, field;
    QVariant value;
};

struct NewRecord {
    RecordKind kind = RecordKind::Account;
    QString name, email, accountId; ///< the last two of a person; empty: none
};

struct NewReceipt {
    QString id, undoToken;
};

}
