// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/desktop.hpp"
#include "app/paint/shadow.hpp"

namespace agentarmy::app {

void prepareQuick() { QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering); }

Desktop::Desktop(WorkspaceSource& source, QObject* parent)
    : QObject(parent)
    , m_workspace(source)
    , m_engine(std::make_unique<QQmlApplicationEngine>())
{
    m_engine->addImportPath(QStringLiteral("qrc:/"));
    m_engine->addImageProvider(QStringLiteral("shadow"), new ShadowProvider);
    m_theme.giveTo(*m_engine);
}

Desktop::~Desktop() { m_engine.reset(); }

bool Desktop::show()
{
    m_engine->setInitialProperties({{QStringLiteral("workspace"), QVariant::fromValue(&m_workspace)}});
    m_workspace.board()->load();
    m_engine->load(QUrl(QStringLiteral("qrc:/AgentArmy/qml/Main.qml")));
    m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().value(0));
    if (m_window)
        m_window->show();
    return m_window != nullptr;
}

QObject* Desktop::shell() const { return m_window ? m_window->property("shell").value<QObject*>() : nullptr; }

}
