// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/appearance.hpp"
#include "app/format/language.hpp"
#include <QCoreApplication>

namespace agentarmy::app {
namespace {
bool isLanguage(const QString& language)
{
    return language == QLatin1String("system") || spokenLanguages().contains(language);
}
}

QVariantList Appearance::scales() { return {100, 110, 125, 150, 175, 200}; }

void Appearance::begin(const QString& language, int scale)
{
    setLanguage(language);
    setScale(scale);
    m_firstLanguage = m_language;
    m_firstScale = m_scale;
    Q_EMIT changed();
}

void Appearance::setLanguage(const QString& language)
{
    if (!isLanguage(language) || language == m_language)
        return;
    m_language = language;
    Q_EMIT changed();
}

void Appearance::setScale(int percent)
{
    if (!scales().contains(percent) || percent == m_scale)
        return;
    m_scale = percent;
    Q_EMIT changed();
}

void Appearance::startAgain() { QCoreApplication::exit(startAgainCode); }

}
