// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/desktop.hpp"
#include "app/paint/shadow.hpp"

namespace agentarmy::app {

void prepareQuick() { QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering); }

void prepareEngine(QQmlEngine& engine, Theme& theme)
{
    engine.addImportPath(QStringLiteral("qrc:/"));
    engine.addImageProvider(QStringLiteral("shadow"), new ShadowProvider);
    theme.giveTo(engine);
}

Desktop::Desktop(WorkspaceSource& source, QObject* parent)
    : QObject(parent)
    , m_workspace(source)
    , m_engine(std::make_unique<QQmlApplicationEngine>())
{
    prepareEngine(*m_engine, m_theme);
}

Desktop::~Desktop() { m_engine.reset(); }

bool Desktop::show(const QString& page)
{
    m_engine->setInitialProperties(
        {{QStringLiteral("workspace"), QVariant::fromValue(&m_workspace)}, {QStringLiteral("startPage"), page}});
    m_workspace.board()->load();
    m_engine->load(QUrl(QStringLiteral("qrc:/AgentArmy/qml/Main.qml")));
    m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().value(0));
    if (m_window)
        m_window->show();
    return m_window != nullptr;
}

void Desktop::comeToFront(const QString& activationToken)
{
    if (!activationToken.isEmpty()) // where Qt looks for it when it asks the compositor
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    if (m_window->visibility() == QWindow::Minimized)
        m_window->showNormal();
    m_window->show();
    m_window->raise();
    m_window->requestActivate();
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

void Desktop::open(const QStringList& files)
{
    if (files.isEmpty())
        return;
    QVariantList list;
    list.reserve(files.size());
    for (const auto& file : files)
        list += file;
    QMetaObject::invokeMethod(shell(), "importFiles", Q_ARG(QVariant, list));
}

QObject* Desktop::shell() const { return m_window ? m_window->property("shell").value<QObject*>() : nullptr; }

}
