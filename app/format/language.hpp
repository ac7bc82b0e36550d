// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QLocale>
#include <QStringList>

namespace agentarmy::app {

/// Codes of the languages that the program speaks: "en", "de".
const QStringList& spokenLanguages();

/// The language to speak: `wanted` if it is spoken ("system" and anything else is not), else the first of `system`
/// (tags such as "de-AT", the dearest first) that is; English where none is.
QString languageFor(const QString& wanted, const QStringList& system);

/// How numbers, money and dates are written in `language`: as `system` does if that is its language, so that the region
/// is kept, else as in the language's usual region (for English the United Kingdom).
QLocale localeFor(const QString& language, const QLocale& system);

}
