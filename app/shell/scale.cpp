// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/scale.hpp"
#include <QByteArray>
#include <QtGlobal>

namespace agentarmy::app {
namespace {

constexpr auto factorName = "QT_SCALE_FACTOR", keptName = "AGENTARMY_SCALE_FACTOR_BEFORE";

std::optional<int> percentOf(const char* text)
{
    bool ok = false;
    const int percent = QByteArray(text).toInt(&ok);
    return ok && percent >= 100 && percent <= 200 ? std::optional(percent) : std::nullopt;
}

}

std::optional<int> scaleOption(int argc, char** argv)
{
    std::optional<int> percent;
    for (int i = 1; i < argc; ++i)
        if (qstrncmp(argv[i], "--scale=", 8) == 0)
            percent = percentOf(argv[i] + 8);
        else if (qstrcmp(argv[i], "--scale") == 0 && i + 1 < argc)
            percent = percentOf(argv[i + 1]);
    return percent;
}

void setScale(int percent)
{
    if (percent == 100)
        return;
    const auto before = qgetenv(factorName);
    bool ok = false;
    const double factor = before.toDouble(&ok);
    qputenv(keptName, before);
    qputenv(factorName, QByteArray::number((ok && factor > 0 ? factor : 1.0) * percent / 100.0));
}

void restoreScale()
{
    if (!qEnvironmentVariableIsSet(keptName))
        return;
    const auto before = qgetenv(keptName);
    qunsetenv(keptName);
    if (before.isEmpty())
        qunsetenv(factorName);
    else
        qputenv(factorName, before);
}

}
