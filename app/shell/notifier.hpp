// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/shell/desktop.hpp"
#include "app/shell/desktop_notices.hpp"
#include "app/shell/soon_keeper.hpp"

namespace agentarmy::app {

/// What there is to tell about, as the models know it now. What is not read yet says nothing.
std::vector<Happening> happeningsOf(Workspace& workspace, const QDateTime& now);

/// What was told in earlier runs, from the workspace's folder, and back.
ToldNotices toldFrom(const QVariantMap& kept);
QVariantMap toKept(const ToldNotices& told);

/// Watches the workspace and tells the desktop what there is to tell, each thing once.
class Notifier : public QObject {
    Q_OBJECT
public:
    Notifier(Desktop& desktop, const QString& folder, const QDBusConnection& bus, QObject* parent = nullptr);
    ~Notifier() override;

private:
    bool isRead() const; ///< all that is watched, so that the first look sees it all
    NoticeView view() const;
    void look();
    void goTo(const NoticePlace& place, const QString& activationToken);

    Desktop& m_desktop;
    DesktopNotices m_notices;
    ToldNotices m_told;
    std::vector<Happening> m_imports; ///< finished, and not told yet
    int m_importCount = 0;
    QTimer m_soon, m_again, m_often;
    SoonKeeper m_keeper;
};

}
