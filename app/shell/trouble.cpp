// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/trouble.hpp"
#include "app/shell/desktop.hpp"
#include <QEventLoop>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QScopeGuard>

namespace agentarmy::app {

bool showTrouble(
    Theme::Mode mode, const QString& folder, QString problem, const std::function<std::optional<QString>()>& open)
{
    const auto goOn = qScopeGuard(
        [ends = QGuiApplication::quitOnLastWindowClosed()] { QGuiApplication::setQuitOnLastWindowClosed(ends); });
    QGuiApplication::setQuitOnLastWindowClosed(false); // this window is not the program's last
    Theme theme(nullptr);
    theme.setMode(mode);
    QQmlApplicationEngine engine;
    prepareEngine(engine, theme);
    engine.setInitialProperties(
        {{QStringLiteral("problem"), problem}, {QStringLiteral("folder"), folder}, {QStringLiteral("visible"), true}});
    engine.load(QUrl(QStringLiteral("qrc:/AgentArmy/qml/Trouble.qml")));
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    if (!window)
        return false;
    QEventLoop loop;
    bool opened = false;
    QObject::connect(window, &QWindow::visibleChanged, &loop, [&](bool visible) {
        if (!visible)
            loop.quit();
    });
    QObject::connect(window, SIGNAL(retried()), &loop, SLOT(quit()));
    while (window->isVisible() && !opened) {
        loop.exec();
        if (!window->isVisible())
            break;
        const auto left = open();
        opened = !left;
        if (left)
            window->setProperty("problem", *left);
    }
    return opened;
}

bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    for (const auto* name : {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    return false;
#else
    return true;
#endif
}

}
