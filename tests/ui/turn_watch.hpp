// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QGuiApplication>
#include <QPointer>
#include <QQuickWindow>
#include <QStringList>
#include <vector>

namespace agentarmy::app {

/// An application that measures how long its thread is busy with each event it handles: processor time, so that a
/// loaded machine fails nobody, without waiting, and without the painting of the scene. Only events that are handled
/// while a test runs count, and of those only the outer ones: what they send on is theirs.
class WatchedApplication : public QGuiApplication {
    Q_OBJECT
public:
    using QGuiApplication::QGuiApplication;
    bool notify(QObject* receiver, QEvent* event) override;

    /// Begins to watch the window of a test; call it from the test's function. Forgets what was seen before.
    Q_INVOKABLE void watch(QQuickWindow* window);
    /// What took more than `ms` since watch(), the longest first: "31.2 ms: QQuickWindow, MouseButtonRelease".
    Q_INVOKABLE QStringList over(double ms) const;
    /// So many events were seen since watch().
    Q_INVOKABLE int turns() const { return m_turns; }
    Q_INVOKABLE void stop() { m_level = -1; }

private:
    struct Turn {
        double ms;
        QString what;
    };
    std::vector<Turn> m_long; ///< over 4 ms
    QPointer<QQuickWindow> m_window;
    int m_depth = 0;
    int m_level = -1; ///< the depth of the events that count
    int m_turns = 0;
    double m_paintBegin = -1;
    double m_painted = 0; ///< ms within the present turn
};

}
