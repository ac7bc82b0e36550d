// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/restart.hpp"
#include "app/shell/scale.hpp"
#include <QFileInfo>
#include <QProcess>

namespace agentarmy::app {

QStringList argumentsAgain(const QStringList& arguments, const QStringList& files)
{
    QStringList again;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const auto& each = arguments[i];
        const auto name = each.section(u'=', 0, 0);
        if (name == QLatin1String("--language") || name == QLatin1String("--scale")) {
            if (name == each)
                ++i; // its value stands by itself
        } else if (each.startsWith(u'-') || !files.contains(QFileInfo(each).absoluteFilePath())) {
            again += each;
        }
    }
    return again;
}

bool startAgain(const QString& program, const QStringList& arguments)
{
    restoreScale();
    return QProcess::startDetached(program, arguments);
}

}
