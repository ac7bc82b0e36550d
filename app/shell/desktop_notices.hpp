// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/notices.hpp"
#include <QDBusConnection>
#include <QObject>

namespace agentarmy::app {

/// Shows notices by the notification service of the desktop (org.freedesktop.Notifications, version 1.2 of its
/// specification). Nothing here waits for it: a service that is slow, fails or is not there costs a notice, no more.
class DesktopNotices : public QObject {
    Q_OBJECT
public:
    static constexpr int patienceMs = 5000;

    explicit DesktopNotices(const QDBusConnection& bus = QDBusConnection::sessionBus(), QObject* parent = nullptr);
    void show(const Notice& notice);
    void test(); ///< shows a test; tested() says what came of it

Q_SIGNALS:
    /// Somebody clicked a notice. The token lets the window come to the front; empty: there is none.
    void opened(const agentarmy::app::NoticePlace& place, const QString& activationToken);
    void pauseAsked(); ///< "Not for an hour" was clicked
    void tested(const QString& problem); ///< empty: it is shown

private Q_SLOTS:
    void onAction(uint id, const QString& action);
    void onToken(uint id, const QString& token);
    void onClosed(uint id, uint reason);

private:
    using Then = std::function<void(const QString& problem)>;
    void learn(const std::function<void(const QString& problem)>& then);
    void send(const Notice& notice, const Then& then);

    QDBusConnection m_bus;
    std::optional<QStringList> m_abilities; ///< of the service; unset: not asked, or it is gone
    QHash<uint, NoticePlace> m_shown;
    QHash<uint, QString> m_tokens;
    std::array<uint, noticeKinds> m_lastOfKind {}; ///< replaced by the next one of the same kind
};

}
