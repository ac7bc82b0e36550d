// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/language.hpp"

namespace agentarmy::app {

const QStringList& spokenLanguages()
{
    static const QStringList languages {QStringLiteral("en"), QStringLiteral("de")};
    return languages;
}

QString languageFor(const QString& wanted, const QStringList& system)
{
    if (spokenLanguages().contains(wanted))
        return wanted;
    for (const auto& tag : system)
        if (auto code = tag.section(u'-', 0, 0).section(u'_', 0, 0).toLower(); spokenLanguages().contains(code))
            return code;
    return spokenLanguages().front();
}

QLocale localeFor(const QString& language, const QLocale& system)
{
    const QLocale usual(language);
    if (system.language() == usual.language())
        return system;
    return usual.language() == QLocale::English ? QLocale(QLocale::English, QLocale::UnitedKingdom) : usual;
}

}
