// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/dotted.hpp"
#include <algorithm>

namespace agentarmy::app {

QString isolated(const QString& name)
{
    const bool turns = std::ranges::any_of(
        name, [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
    return turns ? QChar(0x2068) + name + QChar(0x2069) : name;
}

QString dotted(const QStringList& parts)
{
    QStringList shown;
    shown.reserve(parts.size());
    for (const auto& part : parts)
        if (!part.isEmpty())
            shown += parts.size() > 1 ? isolated(part) : part;
    return shown.join(QStringLiteral(" · "));
}

}
