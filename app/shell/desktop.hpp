// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/workspace.hpp"
#include "app/theme/theme.hpp"
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <memory>

namespace agentarmy::app {

/// Call before the application object: settings of Qt Quick that cannot be changed later.
void prepareQuick();

/// Gives `engine` our components, shadows and theme; the theme must outlive it.
void prepareEngine(QQmlEngine& engine, Theme& theme);

/// The window over one source: engine, theme, view models.
class Desktop : public QObject {
    Q_OBJECT
public:
    explicit Desktop(WorkspaceSource& source, QObject* parent = nullptr);
    ~Desktop() override;
    /// Loads and shows the window at one of the pages of the rail; false if it cannot.
    bool show(const QString& page = QStringLiteral("home"));
    /// Shows the window over all others, where the desktop lets it; with its token it does.
    void comeToFront(const QString& activationToken = {});
    /// Looks at files for an import, whatever is open.
    void open(const QStringList& files);
    QQuickWindow* window() const { return m_window; }
    QObject* shell() const;
    Theme& theme() { return m_theme; }
    Workspace& workspace() { return m_workspace; }
    QQmlApplicationEngine& engine() { return *m_engine; }

private:
    Theme m_theme {nullptr};
    Workspace m_workspace;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow* m_window = nullptr;
};

}
