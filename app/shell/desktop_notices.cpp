// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/desktop_notices.hpp"
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

namespace agentarmy::app {
namespace {
const auto service = QStringLiteral("org.freedesktop.Notifications"),
           objectPath = QStringLiteral("/org/freedesktop/Notifications"), openAction = QStringLiteral("open"),
           defaultAction = QStringLiteral("default"), pauseAction = QStringLiteral("pause");
constexpr qsizetype mostShown = 100;

QDBusMessage callOf(const char* method)
{
    return QDBusMessage::createMethodCall(service, objectPath, service, QLatin1String(method));
}

QString problemOf(const QDBusError& error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return DesktopNotices::tr("This desktop has no service that shows notifications.");
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return DesktopNotices::tr("The notification service of this desktop does not answer.");
    default:
        return DesktopNotices::tr("The notification service of this desktop refused it: %1").arg(error.message());
    }
}

/// Messages and deals of people come as mail does; the desktop may sort by it.
QString categoryOf(NoticeKind kind)
{
    return kind == NoticeKind::Imported ? QStringLiteral("transfer.complete") : QStringLiteral("im.received");
}
}

DesktopNotices::DesktopNotices(const QDBusConnection& bus, QObject* parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(service, objectPath, service, QStringLiteral("ActionInvoked"), this, SLOT(onAction(uint, QString)));
    m_bus.connect(service, objectPath, service, QStringLiteral("ActivationToken"), this, SLOT(onToken(uint, QString)));
    m_bus.connect(service, objectPath, service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
    auto* watcher = new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] { // another one may be able to do more
        m_abilities.reset();
        m_shown.clear();
        m_tokens.clear();
        m_lastOfKind = {};
    });
}

void DesktopNotices::learn(const std::function<void(const QString& problem)>& then)
{
    if (!m_bus.isConnected())
        return then(tr("This desktop has no service that shows notifications."));
    if (m_abilities)
        return then({});
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(callOf("GetCapabilities"), patienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, then](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<QStringList> reply = *done;
        if (reply.isError())
            return then(problemOf(reply.error()));
        m_abilities = reply.value();
        then({});
    });
}

void DesktopNotices::send(const Notice& notice, const Then& then)
{
    learn([this, notice, then](const QString& problem) {
        if (!problem.isEmpty())
            return then(problem);
        const auto can = [this](const char* ability) { return m_abilities->contains(QLatin1String(ability)); };
        QStringList actions;
        if (can("actions"))
            actions = {defaultAction, tr("Open"), openAction, tr("Open"), pauseAction, tr("Not for an hour")};
        const QVariantMap hints {{QStringLiteral("desktop-entry"), QStringLiteral("agentarmy")},
            {QStringLiteral("category"), categoryOf(notice.kind)},
            {QStringLiteral("urgency"), QVariant::fromValue(uchar(notice.kind == NoticeKind::Imported ? 0 : 1))}};
        auto call = callOf("Notify");
        call << QStringLiteral("Agent Army") << m_lastOfKind[size_t(notice.kind)] << QStringLiteral("agentarmy")
             << notice.title << (can("body-markup") ? escapedMarkup(notice.body) : notice.body) << actions << hints
             << -1;
        auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, patienceMs), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, notice, then](QDBusPendingCallWatcher* done) {
            done->deleteLater();
            const QDBusPendingReply<uint> reply = *done;
            if (reply.isError())
                return then(problemOf(reply.error()));
            if (m_shown.size() >= mostShown)
                m_shown.clear();
            m_shown.insert(reply.value(), notice.place);
            m_lastOfKind[size_t(notice.kind)] = reply.value();
            then({});
        });
    });
}

void DesktopNotices::show(const Notice& notice)
{
    send(notice, [](const QString&) {}); // what it would have said stands in the window
}

void DesktopNotices::test()
{
    send({NoticeKind::Imported, tr("This is how Agent Army tells you something"), tr("A click opens the window."),
             {QStringLiteral("settings"), {}}},
        [this](const QString& problem) { Q_EMIT tested(problem); });
}

void DesktopNotices::onToken(uint id, const QString& token)
{
    if (m_shown.contains(id))
        m_tokens.insert(id, token);
}

void DesktopNotices::onAction(uint id, const QString& action)
{
    const auto found = m_shown.constFind(id); // of other programs, too, come these signals
    if (found == m_shown.constEnd())
        return;
    if (action == pauseAction)
        Q_EMIT pauseAsked();
    else
        Q_EMIT opened(*found, m_tokens.value(id));
}

void DesktopNotices::onClosed(uint id, uint)
{
    m_shown.remove(id);
    m_tokens.remove(id);
    for (auto& last : m_lastOfKind)
        if (last == id)
            last = 0;
}

}
