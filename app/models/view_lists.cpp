// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/view_lists.hpp"
#include "app/theme/theme.hpp"
#include <QCoreApplication>

namespace agentarmy::app {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("ViewLists", text); }

QString sectionOf(QDate day, QDate today, const Formats& formats)
{
    const auto week = [](QDate date) { return date.addDays(1 - date.dayOfWeek()); };
    if (day > today)
        return tr("Coming");
    if (week(day) == week(today) || day == today.addDays(-1))
        return formats.dayHeading(day, today);
    if (week(day) == week(today).addDays(-7))
        return tr("Last week");
    return formats.locale().toString(
        day, day.year() == today.year() ? QStringLiteral("MMMM") : QStringLiteral("MMMM yyyy"));
}

QString timelineNote(const TimelineView& row, const Formats& formats)
{
    if (row.kind == QLatin1String("meeting") && !row.note.isEmpty())
        return row.note; // how long it took says more; the time stands in the tooltip
    const auto now = QDateTime::currentDateTime();
    const auto day = row.at.date();
    const bool named
        = day == now.date() || day == now.date().addDays(-1) || day.daysTo(now.date()) < now.date().dayOfWeek();
    const auto when = named ? formats.time(row.at) : formats.stamp(row.at, now);
    return row.note.isEmpty() ? when : row.note + QStringLiteral(" · ") + when;
}

QVariantList marksOf(const std::vector<Quote>& quotes)
{
    QVariantList marks;
    for (const auto& quote : quotes)
        marks << quote.begin << quote.end;
    return marks;
}

}

int waitTone(const QDateTime& waitingSince)
{
    if (!waitingSince.isValid())
        return Theme::Neutral;
    const auto hours = waitingSince.msecsTo(QDateTime::currentDateTime()) / 3'600'000;
    return hours >= lateHours ? Theme::Bad : hours >= soonHours ? Theme::Warn : Theme::Neutral;
}

QString channelIcon(const QString& kind)
{
    if (kind == QLatin1String("mail") || kind == QLatin1String("email"))
        return QStringLiteral("mail");
    if (kind == QLatin1String("chat"))
        return QStringLiteral("message-square");
    if (kind == QLatin1String("meeting"))
        return QStringLiteral("calendar");
    if (kind == QLatin1String("call") || kind == QLatin1String("phone"))
        return QStringLiteral("phone");
    if (kind == QLatin1String("agent"))
        return QStringLiteral("agent");
    return QStringLiteral("pencil");
}

QVariantMap toMap(const Quote& quote)
{
    return {{QStringLiteral("text"), quote.text}, {QStringLiteral("source"), quote.sourceText},
        {QStringLiteral("sourceId"), quote.sourceId}, {QStringLiteral("conversationId"), quote.conversationId},
        {QStringLiteral("begin"), quote.begin}, {QStringLiteral("end"), quote.end}};
}

QVariantList toList(const std::vector<FindingView>& findings)
{
    QVariantList list;
    for (const auto& finding : findings)
        list += QVariantMap {{QStringLiteral("text"), finding.text}, {QStringLiteral("remedy"), finding.remedy},
            {QStringLiteral("tone"), finding.tone}, {QStringLiteral("blocks"), finding.blocks},
            {QStringLiteral("passage"), finding.passage}};
    return list;
}

QVariantList toList(const std::vector<OwnerView>& owners)
{
    QVariantList list;
    for (const auto& owner : owners)
        list += QVariantMap {{QStringLiteral("id"), owner.id}, {QStringLiteral("name"), owner.name}};
    return list;
}

QVariantMap toMap(const AdviceView& advice, const Formats& formats)
{
    QVariantList reasons;
    for (const auto& reason : advice.reasons)
        reasons += QVariantMap {{QStringLiteral("text"), reason.text}, {QStringLiteral("jump"), toMap(reason.jump)}};
    return {{QStringLiteral("action"), advice.action},
        {QStringLiteral("sureness"),
            advice.sureness < 0 ? QString() : tr("%1 sure").arg(formats.percent(advice.sureness))},
        {QStringLiteral("reasons"), reasons}, {QStringLiteral("draftId"), advice.draftId},
        {QStringLiteral("draftTo"), advice.draftTo}, {QStringLiteral("draftTone"), advice.draftTone},
        {QStringLiteral("draftSubject"), advice.draftSubject}, {QStringLiteral("draftText"), advice.draftText},
        {QStringLiteral("findings"), toList(advice.findings)}, {QStringLiteral("passed"), advice.passedChecks},
        {QStringLiteral("facts"), advice.factsLinked}};
}

std::unique_ptr<TimelineModel> makeTimelineModel(const Formats& formats)
{
    using Row = TimelineView;
    return std::make_unique<TimelineModel>(
        std::vector<TimelineModel::Role> {field("rowId", &Row::id), field("kind", &Row::kind),
            {"iconName", [](const Row& row) { return channelIcon(row.kind); }}, field("title", &Row::title),
            field("text", &Row::text), {"note", [&formats](const Row& row) { return timelineNote(row, formats); }},
            {"exact", [&formats](const Row& row) { return formats.exact(row.at); }},
            {"section", [&formats](const Row& row) { return sectionOf(row.at.date(), QDate::currentDate(), formats); }},
            {"canJump", [](const Row& row) { return !row.jump.conversationId.isEmpty(); }}});
}

std::unique_ptr<QualificationModel> makeQualificationModel(const Formats& formats)
{
    using Row = QualificationView;
    return std::make_unique<QualificationModel>(std::vector<QualificationModel::Role> {field("rowId", &Row::id),
        field("label", &Row::label), field("bant", &Row::bant),
        {"value", [](const Row& row) { return row.value.isEmpty() ? tr("Not known yet") : row.value; }},
        field("confidence", &Row::confidence),
        {"percentText",
            [&formats](const Row& row) { return row.confidence > 0 ? formats.percent(row.confidence) : QString(); }},
        field("identified", &Row::identified), {"sure", [](const Row& row) { return row.confidence >= 0.7; }},
        field("locked", &Row::locked),
        {"alternatives", [](const Row& row) { return row.alternatives.join(QStringLiteral(" · ")); }},
        {"quote", [](const Row& row) { return row.quotes.empty() ? QString() : row.quotes.front().text; }},
        {"quoteSource",
            [](const Row& row) {
                return row.quotes.empty() ? row.value.isEmpty() ? QString() : tr("No quote")
                                          : row.quotes.front().sourceText;
            }},
        {"more", [](const Row& row) { return std::max(0, int(row.quotes.size()) - 1); }},
        {"canJump",
            [](const Row& row) { return !row.quotes.empty() && !row.quotes.front().conversationId.isEmpty(); }}});
}

std::unique_ptr<PeopleModel> makePeopleModel(const Formats& formats)
{
    using Row = PersonView;
    return std::make_unique<PeopleModel>(std::vector<PeopleModel::Role> {field("rowId", &Row::id),
        field("name", &Row::name), field("title", &Row::title), field("initials", &Row::initials),
        field("roles", &Row::roles), field("power", &Row::decisionPower), field("influence", &Row::influence),
        field("relationship", &Row::relationship),
        {"lastText",
            [&formats](const Row& row) {
                return row.lastAt.isValid() ? formats.relativeDay(row.lastAt.date(), QDate::currentDate())
                                            : tr("not yet");
            }},
        {"lastExact",
            [&formats](const Row& row) { return row.lastAt.isValid() ? formats.exact(row.lastAt) : QString(); }}});
}

std::unique_ptr<HistoryModel> makeHistoryModel(const Formats& formats)
{
    using Row = HistoryView;
    return std::make_unique<HistoryModel>(
        std::vector<HistoryModel::Role> {field("rowId", &Row::id), field("who", &Row::who), field("field", &Row::field),
            field("before", &Row::before), field("after", &Row::after), field("why", &Row::why),
            {"when", [&formats](const Row& row) { return formats.stamp(row.at, QDateTime::currentDateTime()); }},
            {"exact", [&formats](const Row& row) { return formats.exact(row.at); }}, field("byAgent", &Row::byAgent),
            {"undoable", [](const Row& row) { return row.undoable || row.restorable; }}});
}

std::unique_ptr<ConversationListModel> makeConversationListModel(const Formats& formats)
{
    using Row = ConversationRow;
    const auto waited = [](const Row& row) { return row.lastAt.msecsTo(QDateTime::currentDateTime()); };
    return std::make_unique<ConversationListModel>(
        std::vector<ConversationListModel::Role> {field("rowId", &Row::id), field("person", &Row::person),
            field("initials", &Row::initials), field("account", &Row::account), field("subject", &Row::subject),
            field("snippet", &Row::snippet), {"channel", [](const Row& row) { return channelIcon(row.channel); }},
            {"when",
                [&formats, waited](const Row& row) {
                    constexpr qint64 twoWeeks = 14LL * 24 * 3600 * 1000;
                    return row.turn == QLatin1String("ours") && waited(row) < twoWeeks
                        ? formats.waited(waited(row))
                        : formats.stamp(row.lastAt, QDateTime::currentDateTime());
                }},
            {"whenTone",
                [waited](const Row& row) {
                    const auto hours = waited(row) / 3600000;
                    constexpr int twoWeeks = 14 * 24; // older than that it is history, not late
                    return int(row.turn != QLatin1String("ours") || hours > twoWeeks ? Theme::Neutral
                            : hours >= 24                                            ? Theme::Bad
                            : hours >= 1                                             ? Theme::Warn
                                                                                     : Theme::Neutral);
                }},
            {"exact", [&formats](const Row& row) { return formats.exact(row.lastAt); }},
            field("hasDraft", &Row::hasDraft), field("escalated", &Row::escalated), field("unread", &Row::unread)});
}

std::unique_ptr<PassageModel> makePassageModel(const Formats& formats)
{
    using Row = PassageView;
    return std::make_unique<PassageModel>(std::vector<PassageModel::Role> {field("rowId", &Row::id),
        field("author", &Row::author), field("initials", &Row::initials), field("title", &Row::title),
        field("ours", &Row::ours), field("speaker", &Row::speaker),
        {"when",
            [&formats](const Row& row) {
                return row.offsetMs >= 0 ? formats.clock(row.offsetMs)
                                         : formats.stamp(row.at, QDateTime::currentDateTime());
            }},
        {"exact", [&formats](const Row& row) { return formats.exact(row.at); }}, field("text", &Row::text),
        field("readings", &Row::readings), {"marks", [](const Row& row) { return marksOf(row.quotes); }}});
}

}
