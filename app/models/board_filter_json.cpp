// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/board_filter_json.hpp"
#include <QJsonArray>

namespace agentarmy::app {

QJsonObject toJson(const BoardFilter& filter)
{
    auto owners = filter.owners.values();
    owners.sort();
    return {{QStringLiteral("view"), filter.view}, {QStringLiteral("text"), filter.text},
        {QStringLiteral("owners"), QJsonArray::fromStringList(owners)},
        {QStringLiteral("least"), double(filter.leastAmount)}, {QStringLiteral("most"), double(filter.mostAmount)},
        {QStringLiteral("from"), filter.closeFrom.toString(Qt::ISODate)},
        {QStringLiteral("to"), filter.closeTo.toString(Qt::ISODate)}, {QStringLiteral("warning"), filter.warning},
        {QStringLiteral("category"), filter.category}};
}

BoardFilter toFilter(const QJsonObject& json)
{
    BoardFilter filter;
    filter.view = std::clamp(json[QStringLiteral("view")].toInt(), 0, int(BoardFilter::NoNextStep));
    filter.text = json[QStringLiteral("text")].toString();
    for (const auto& owner : json[QStringLiteral("owners")].toArray())
        filter.owners.insert(owner.toString());
    filter.leastAmount = qint64(json[QStringLiteral("least")].toDouble(-1));
    filter.mostAmount = qint64(json[QStringLiteral("most")].toDouble(-1));
    filter.closeFrom = QDate::fromString(json[QStringLiteral("from")].toString(), Qt::ISODate);
    filter.closeTo = QDate::fromString(json[QStringLiteral("to")].toString(), Qt::ISODate);
    filter.warning = std::clamp(json[QStringLiteral("warning")].toInt(), 0, int(BoardFilter::AnyWarning));
    filter.category = std::clamp(json[QStringLiteral("category")].toInt(-1), -1, 3);
    return filter;
}

}
