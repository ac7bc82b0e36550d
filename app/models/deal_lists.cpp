// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/deal_lists.hpp"
#include "app/models/view_lists.hpp"
#include <QCoreApplication>

namespace agentarmy::app {
namespace {

QString tr(const char* words) { return QCoreApplication::translate("DealLists", words); }

QString meetingLine(const DealMeetingView& row)
{
    constexpr size_t named = 3;
    QStringList names;
    for (size_t i = 0; i < std::min(named, row.speakers.size()); ++i)
        names += row.speakers[i].name;
    if (row.speakers.size() > named)
        names += tr("%1 more").arg(row.speakers.size() - named);
    return dotted({row.minutes > 0 ? tr("%1 min").arg(row.minutes) : QString(), names.join(QStringLiteral(", "))});
}
}

std::unique_ptr<DealTalkModel> makeDealTalkModel(const Formats& formats)
{
    using Row = DealTalkView;
    return std::make_unique<DealTalkModel>(std::vector<DealTalkModel::Role> {field("rowId", &Row::id),
        {"subject", [](const Row& row) { return row.subject.isEmpty() ? row.preview : row.subject; }},
        {"preview", [](const Row& row) { return row.subject.isEmpty() ? QString() : row.preview; }},
        {"iconName", [](const Row& row) { return channelIcon(row.channel); }},
        {"when",
            [&formats](const Row& row) {
                return row.at.isValid() ? formats.stamp(row.at, QDateTime::currentDateTime()) : QString();
            }},
        {"exact", [&formats](const Row& row) { return row.at.isValid() ? formats.exact(row.at) : QString(); }},
        {"waiting", [](const Row& row) { return row.turn == QLatin1String("ours"); }}});
}

std::unique_ptr<DealMeetingModel> makeDealMeetingModel(const Formats& formats)
{
    using Row = DealMeetingView;
    return std::make_unique<DealMeetingModel>(std::vector<DealMeetingModel::Role> {field("rowId", &Row::id),
        field("title", &Row::title), {"line", meetingLine},
        {"when", [&formats](const Row& row) { return formats.stamp(row.at, QDateTime::currentDateTime()); }},
        {"exact", [&formats](const Row& row) { return formats.exact(row.at); }},
        {"shares", [&formats](const Row& row) {
             QVariantList shares;
             for (const auto& speaker : row.speakers)
                 shares
                     += QVariantMap {{QStringLiteral("name"), speaker.name}, {QStringLiteral("share"), speaker.share},
                         {QStringLiteral("ours"), speaker.ours}, {QStringLiteral("order"), speaker.order},
                         {QStringLiteral("text"), formats.percent(speaker.share)}};
             return shares;
         }}});
}

std::unique_ptr<TaskModel> makeTaskModel(const Formats& formats)
{
    using Row = TaskView;
    return std::make_unique<TaskModel>(std::vector<TaskModel::Role> {field("rowId", &Row::id),
        field("text", &Row::text),
        {"line",
            [&formats](const Row& row) {
                return dotted({row.due.isValid() ? tr("due %1").arg(formats.relativeDay(row.due, QDate::currentDate()))
                                                 : QString(),
                    row.owner});
            }},
        field("done", &Row::done),
        {"late", [](const Row& row) { return !row.done && row.due.isValid() && row.due < QDate::currentDate(); }}});
}

}
