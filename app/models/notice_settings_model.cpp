// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/notice_settings_model.hpp"
#include <QRegularExpression>

namespace agentarmy::app {
namespace {
/// In the order of NoticeKind.
constexpr std::array keys {"approval", "escalated", "insight", "imported", "due", "outbox"};
static_assert(keys.size() == noticeKinds);

QString textOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Approval:
        return NoticeSettingsModel::tr("A draft waits for you");
    case NoticeKind::Escalated:
        return NoticeSettingsModel::tr("A customer needs a person");
    case NoticeKind::Insight:
        return NoticeSettingsModel::tr("A deal needs attention");
    case NoticeKind::Imported:
        return NoticeSettingsModel::tr("An import has finished");
    case NoticeKind::Due:
        return NoticeSettingsModel::tr("Something you put aside is back");
    case NoticeKind::Outbox:
        return NoticeSettingsModel::tr("A message to be sent later waits for a click");
    }
    return {};
}

/// Invalid: it cannot be read.
QTime readTime(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^\\s*(\\d{1,2})(?:[:.](\\d{2}))?\\s*$"));
    const auto match = form.match(text);
    return match.hasMatch() ? QTime(match.captured(1).toInt(), match.captured(2).toInt()) : QTime();
}
}

NoticeSettingsModel::NoticeSettingsModel(QObject* parent)
    : QObject(parent)
    , m_trayProblem(tr("There is no place for it on this desktop."))
{
}

QVariantList NoticeSettingsModel::kinds() const
{
    QVariantList list;
    for (size_t i = 0; i < keys.size(); ++i)
        list += QVariantMap {{QStringLiteral("key"), QLatin1String(keys[i])},
            {QStringLiteral("text"), textOf(NoticeKind(i))}, {QStringLiteral("on"), m_settings.on[i]}};
    return list;
}

void NoticeSettingsModel::setOn(const QString& kind, bool on)
{
    for (size_t i = 0; i < keys.size(); ++i)
        if (kind == QLatin1String(keys[i]) && m_settings.on[i] != on) {
            m_settings.on[i] = on;
            Q_EMIT changed();
        }
}

void NoticeSettingsModel::setQuiet(bool quiet)
{
    if (m_settings.quiet == quiet)
        return;
    m_settings.quiet = quiet;
    Q_EMIT changed();
}

void NoticeSettingsModel::setDetails(bool details)
{
    if (m_settings.details == details)
        return;
    m_settings.details = details;
    Q_EMIT changed();
}

void NoticeSettingsModel::setInTray(bool inTray)
{
    if (m_inTray == inTray)
        return;
    m_inTray = inTray;
    Q_EMIT changed();
}

void NoticeSettingsModel::setQuietTime(const QString& which, const QString& text)
{
    const auto time = readTime(text);
    if (time.isValid()) {
        m_errors.remove(which);
        (which == QLatin1String("from") ? m_settings.quietFrom : m_settings.quietTo) = time;
    } else {
        m_errors.insert(which, tr("Write a time such as 19:00."));
    }
    Q_EMIT changed();
}

QString NoticeSettingsModel::paused() const
{
    return m_settings.pausedUntil > QDateTime::currentDateTime() ? m_settings.pausedUntil.time().toString(timeFormat)
                                                                 : QString();
}

void NoticeSettingsModel::pause()
{
    m_settings.pausedUntil = QDateTime::currentDateTime().addDuration(std::chrono::hours(1));
    Q_EMIT changed();
}

void NoticeSettingsModel::goOn()
{
    m_settings.pausedUntil = {};
    Q_EMIT changed();
}

void NoticeSettingsModel::sendTest()
{
    if (m_testing)
        return;
    m_testing = true;
    m_testAnswer.clear();
    Q_EMIT changed();
    Q_EMIT testAsked();
}

void NoticeSettingsModel::setTestAnswer(const QString& problem)
{
    m_testing = false;
    m_testGood = problem.isEmpty();
    m_testAnswer = m_testGood ? tr("It is shown by your desktop now.") : problem;
    Q_EMIT changed();
}

void NoticeSettingsModel::setTrayProblem(const QString& problem)
{
    if (m_trayProblem == problem)
        return;
    m_trayProblem = problem;
    Q_EMIT changed();
}

QVariantMap NoticeSettingsModel::kept() const
{
    QVariantMap kept {{QStringLiteral("quiet"), m_settings.quiet}, {QStringLiteral("from"), quietFrom()},
        {QStringLiteral("to"), quietTo()}, {QStringLiteral("details"), m_settings.details},
        {QStringLiteral("pausedUntil"), m_settings.pausedUntil}, {QStringLiteral("tray"), m_inTray}};
    for (size_t i = 0; i < keys.size(); ++i)
        kept.insert(QLatin1String(keys[i]), m_settings.on[i]);
    return kept;
}

void NoticeSettingsModel::takeKept(const QVariantMap& kept)
{
    const auto flag = [&kept](const QString& key, bool otherwise) { return kept.value(key, otherwise).toBool(); };
    for (size_t i = 0; i < keys.size(); ++i)
        m_settings.on[i] = flag(QLatin1String(keys[i]), m_settings.on[i]);
    m_settings.quiet = flag(QStringLiteral("quiet"), m_settings.quiet);
    m_settings.details = flag(QStringLiteral("details"), m_settings.details);
    m_inTray = flag(QStringLiteral("tray"), m_inTray);
    m_settings.pausedUntil = kept.value(QStringLiteral("pausedUntil")).toDateTime();
    if (const auto from = readTime(kept.value(QStringLiteral("from")).toString()); from.isValid())
        m_settings.quietFrom = from;
    if (const auto to = readTime(kept.value(QStringLiteral("to")).toString()); to.isValid())
        m_settings.quietTo = to;
    Q_EMIT changed();
}

}
