// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_card.hpp"
#include <QDate>
#include <QLocale>
#include <optional>

namespace agentarmy::app {

/// What a person types into a field, as people of this locale write it.

/// "184,000", "€ 184 000", "184k", "1.2m", "CHF 90,000", "90000 usd"; where no currency is named it is `currency`.
/// None: not an amount of at least zero.
std::optional<MoneyView> readMoney(QString text, const QLocale& locale, const QString& currency);

/// "2026-12-18", "18 Dec 2026", "18 Dec", the locale's short form. A day without a year is the next such day, counted
/// from a month before `today`. Invalid: not a date.
QDate readDate(const QString& text, const QLocale& locale, QDate today);

}
