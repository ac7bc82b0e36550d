// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/shell/desktop.hpp"
#include "app/shell/soon_keeper.hpp"

namespace agentarmy::app {

/// Where somebody was in one workspace: page, what is open on it, filters, layout and saved views of the deals, and
/// what was typed and is not a draft yet. Lies in the workspace's folder, readable by its user only, and is written
/// soon after each change.
class SessionMemory : public QObject {
    Q_OBJECT
public:
    SessionMemory(Desktop& desktop, const QString& folder, QObject* parent = nullptr);
    ~SessionMemory() override;

    /// The page to begin with, before anything is read; Home if there is none.
    static QString startPage(const QString& folder);
    /// What was typed lies among the drafts now.
    static void draftsAreKept(const QString& folder);

    /// Goes where the last run was. What is no longer there leads to its list.
    void resume();
    void keepNow() { m_keeper.keepNow(); }

public Q_SLOTS:
    void note() { m_keeper.note(); }

private:
    QVariantMap state() const;
    void open(const QString& page, const QVariantMap& place);
    void watch();

    Desktop& m_desktop;
    QString m_path;
    SoonKeeper m_keeper;
};

}
