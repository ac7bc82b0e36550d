// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/notices.hpp"
#include <QCoreApplication>
#include <QTimeZone>
#include <algorithm>

namespace agentarmy::app {
namespace {
constexpr qsizetype longestName = 60, longestBody = 200;
constexpr int rememberedDays = 180; ///< what holds on longer than that may be said again

QString words(const char* text) { return QCoreApplication::translate("Notices", text); }

/// One line without control characters: it goes to another program.
QString line(const QString& text, qsizetype most)
{
    QString clean;
    const auto simple = text.simplified();
    clean.reserve(simple.size());
    for (const auto c : simple)
        if (c.isPrint() || c.isSurrogate())
            clean += c;
    if (clean.size() <= most)
        return clean;
    auto cut = most - 1;
    if (clean[cut - 1].isHighSurrogate())
        --cut;
    return clean.left(cut).trimmed() + QChar(0x2026);
}

QString titleOfOne(const Happening& what)
{
    const auto who = line(what.who, longestName);
    const auto with = [&who](const char* named, const char* nameless) {
        return who.isEmpty() ? words(nameless) : words(named).arg(who);
    };
    switch (what.kind) {
    case NoticeKind::Approval:
        return with("A draft to %1 waits for you", "A draft waits for you");
    case NoticeKind::Escalated:
        return with("%1 needs a person", "A customer needs a person");
    case NoticeKind::Insight:
        return with("%1 needs attention", "A deal needs attention");
    case NoticeKind::Imported:
        return words("The import has finished");
    case NoticeKind::Due:
        return with("Back on your list: %1", "Something is back on your list");
    case NoticeKind::Outbox:
        return with("The message to %1 waits for a click", "A message waits for a click");
    }
    return {};
}

QString titleOfMany(NoticeKind kind, int count)
{
    const auto say = [count](const char* text) { return words(text).arg(count); };
    switch (kind) {
    case NoticeKind::Approval:
        return say("%1 drafts wait for you");
    case NoticeKind::Escalated:
        return say("%1 customers need a person");
    case NoticeKind::Insight:
        return say("%1 deals need attention");
    case NoticeKind::Imported:
        return say("%1 imports have finished");
    case NoticeKind::Due:
        return say("%1 things are back on your list");
    case NoticeKind::Outbox:
        return say("%1 messages wait for a click");
    }
    return {};
}

QString listOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Approval:
    case NoticeKind::Outbox:
        return QStringLiteral("approvals");
    case NoticeKind::Escalated:
    case NoticeKind::Due:
        return QStringLiteral("conversations");
    case NoticeKind::Insight:
        return QStringLiteral("insights");
    case NoticeKind::Imported:
        return QStringLiteral("deals");
    }
    return {};
}

Notice noticeOf(const std::vector<const Happening*>& all, bool details)
{
    const auto& first = *all.front();
    if (all.size() == 1)
        return {first.kind, titleOfOne(first),
            details || first.kind == NoticeKind::Imported ? line(first.details, longestBody) : QString(), first.place};
    QStringList names;
    for (const auto* each : all)
        if (const auto name = line(each->who, longestName); !name.isEmpty() && !names.contains(name))
            names += name;
    return {first.kind, titleOfMany(first.kind, int(all.size())), line(names.join(QStringLiteral(", ")), longestBody),
        {listOf(first.kind), {}}};
}

bool isSeen(const Happening& what, const NoticeView& view)
{
    return view.inFront
        && (view.page == listOf(what.kind) || view.ids.contains(what.place.id) || what.kind == NoticeKind::Imported);
}

void forgetOld(ToldNotices& told, const QDateTime& now)
{
    const auto oldest = now.addDays(-rememberedDays);
    erase_if(told.keys, [&](const auto& each) { return each.value() < oldest; });
    while (told.keys.size() > ToldNotices::most)
        told.keys.erase(std::ranges::min_element(told.keys));
}
}

QDateTime quietUntil(const NoticeSettings& settings, const QDateTime& now)
{
    const auto from = settings.quietFrom, to = settings.quietTo;
    if (!settings.quiet || !from.isValid() || !to.isValid() || from == to)
        return {};
    const auto time = now.time();
    const bool within = from < to ? time >= from && time < to : time >= from || time < to;
    if (!within)
        return {};
    return {time < to ? now.date() : now.date().addDays(1), to, now.timeZone()};
}

NoticeDecision decideNotices(const std::vector<Happening>& happened, ToldNotices told, const NoticeSettings& settings,
    const QDateTime& now, const NoticeView& view)
{
    NoticeDecision decision;
    auto held = quietUntil(settings, now);
    if (settings.pausedUntil > now && !(held > settings.pausedUntil))
        held = settings.pausedUntil;
    const auto wait = [&decision](const QDateTime& until) {
        if (!decision.again.isValid() || until < decision.again)
            decision.again = until;
    };
    std::array<std::vector<const Happening*>, noticeKinds> fresh;
    for (const auto& what : happened) {
        if (told.keys.contains(what.key))
            continue;
        if (!told.begun || !settings.on[size_t(what.kind)] || isSeen(what, view))
            told.keys.insert(what.key, now);
        else
            fresh[size_t(what.kind)].push_back(&what);
    }
    told.begun = true;
    for (size_t kind = 0; kind < fresh.size(); ++kind) {
        if (fresh[kind].empty())
            continue;
        const auto last = told.last[kind];
        const auto next = last.isValid() && last <= now ? last.addDuration(noticePause) : QDateTime();
        if (held.isValid() || next > now) {
            wait(held.isValid() && !(next > held) ? held : next);
            continue;
        }
        decision.notices.push_back(noticeOf(fresh[kind], settings.details));
        told.last[kind] = now;
        for (const auto* what : fresh[kind])
            told.keys.insert(what->key, now);
    }
    forgetOld(told, now);
    decision.told = std::move(told);
    return decision;
}

QString escapedMarkup(const QString& text) { return text.toHtmlEscaped(); }

}
