// SPDX-License-Identifier: AGPL-3.0-or-later
// Through Qt's platform interface: the public classes for this need the widgets.
#include "app/shell/tray.hpp"
#include <QEvent>
#include <QGuiApplication>
#include <QIcon>
#include <private/qguiapplication_p.h>
#include <qpa/qplatformmenu.h>
#include <qpa/qplatformsystemtrayicon.h>
#include <qpa/qplatformtheme.h>

namespace agentarmy::app {

Tray::Tray(Desktop& desktop, QObject* parent)
    : QObject(parent)
    , m_desktop(desktop)
{
    auto& workspace = desktop.workspace();
    if (auto* theme = QGuiApplicationPrivate::platformTheme())
        m_icon.reset(theme->createPlatformSystemTrayIcon());
    if (m_icon && !m_icon->isSystemTrayAvailable())
        m_icon.reset();
    workspace.notices()->setTrayProblem(m_icon ? QString() : tr("This desktop has no tray that it could stay in."));
    if (!m_icon)
        return;
    m_menu.reset(m_icon->createMenu());
    if (m_menu) {
        item(tr("Open Agent Army"), [this] { m_desktop.comeToFront(); });
        m_waiting = item({}, [this] {
            m_desktop.comeToFront();
            QMetaObject::invokeMethod(m_desktop.shell(), "openPlace", Q_ARG(QVariant, QStringLiteral("approvals")),
                Q_ARG(QVariant, QString()));
        });
        item(tr("No notifications for an hour"), [&workspace] { workspace.notices()->pause(); });
        item(tr("Quit"), [] { QCoreApplication::exit(0); });
    }
    connect(m_icon.get(), &QPlatformSystemTrayIcon::activated, this, [this](auto reason) {
        if (reason != QPlatformSystemTrayIcon::Context)
            m_desktop.comeToFront();
    });
    connect(workspace.notices(), &NoticeSettingsModel::changed, this, &Tray::arrange);
    connect(workspace.approvals(), &ApprovalsModel::changed, this, &Tray::tell);
    desktop.window()->installEventFilter(this);
    arrange();
}

Tray::~Tray()
{
    if (m_shown)
        m_icon->cleanup();
}

QPlatformMenuItem* Tray::item(const QString& text, std::function<void()> act)
{
    auto* item = m_menu->createMenuItem();
    item->setText(text);
    item->setEnabled(true);
    item->setVisible(true);
    connect(item, &QPlatformMenuItem::activated, this, std::move(act));
    m_menu->insertMenuItem(item, nullptr);
    m_items.emplace_back(item);
    return item;
}

void Tray::arrange()
{
    const bool wanted = m_desktop.workspace().notices()->inTray();
    if (wanted == m_shown)
        return;
    m_shown = wanted;
    QGuiApplication::setQuitOnLastWindowClosed(!wanted);
    if (!wanted)
        return m_icon->cleanup();
    m_icon->init();
    m_icon->updateIcon(QGuiApplication::windowIcon());
    if (m_menu)
        m_icon->updateMenu(m_menu.get());
    tell();
}

void Tray::tell()
{
    if (!m_shown)
        return;
    const int waiting = m_desktop.workspace().approvals()->waiting();
    const auto words = waiting == 0 ? tr("Nothing waits for you")
        : waiting == 1              ? tr("1 draft waits for you")
                                    : tr("%1 drafts wait for you").arg(waiting);
    m_icon->updateToolTip(tr("Agent Army: %1").arg(words));
    if (!m_waiting)
        return;
    m_waiting->setText(words);
    m_menu->syncMenuItem(m_waiting);
}

bool Tray::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() != QEvent::Close || !m_shown)
        return QObject::eventFilter(object, event);
    event->ignore();
    m_desktop.window()->hide();
    return true;
}

}
