// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/speech.hpp"
#include "app/format/language.hpp"
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace agentarmy::app {
namespace {

/// Words of functions that belong to no class stand under the namespace, whatever name the function looks them up by.
class Words : public QTranslator {
public:
    using QTranslator::QTranslator;
    QString translate(const char* context, const char* source, const char* comment, int count) const override
    {
        auto found = QTranslator::translate(context, source, comment, count);
        for (const auto* space : {"agentarmy::app", "app"})
            if (found.isEmpty())
                found = QTranslator::translate(space, source, comment, count);
        return found;
    }
};

}

bool speak(const QString& language)
{
    QLocale::setDefault(localeFor(language, QLocale::system()));
    if (language == spokenLanguages().front()) // what stands in the sources
        return true;
    auto* parts = new QTranslator(qApp); // Qt's own dialogs, where the system has them
    if (parts->load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(parts);
    auto* words = new Words(qApp);
    return words->load(QStringLiteral(":/i18n/agentarmy_") + language) && QCoreApplication::installTranslator(words);
}

}
