// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/window_memory.hpp"
#include <QGuiApplication>
#include <QScreen>
#include <QSettings>

namespace agentarmy::app {
namespace {
const auto geometryKey = QStringLiteral("window/geometry"), maximizedKey = QStringLiteral("window/maximized"),
           modeKey = QStringLiteral("window/theme"), pageKey = QStringLiteral("window/page"),
           tableKey = QStringLiteral("deals/table"), tableShownKey = QStringLiteral("deals/asTable"),
           groupsShownKey = QStringLiteral("deals/grouped"), groupsByKey = QStringLiteral("deals/groupedBy"),
           viewsKey = QStringLiteral("deals/views"), recentKey = QStringLiteral("search/recent");
}

WindowMemory::WindowMemory(Desktop& desktop, QObject* parent)
    : QObject(parent)
    , m_desktop(desktop)
{
    connect(qGuiApp, &QGuiApplication::aboutToQuit, this, &WindowMemory::keep);
}

void WindowMemory::restore()
{
    const QSettings settings;
    auto& table = *m_desktop.workspace().table();
    table.setLayout(settings.value(tableKey).toString());
    table.setShown(settings.value(tableShownKey).toBool());
    auto& groups = *m_desktop.workspace().groups();
    groups.setBy(settings.value(groupsByKey).toInt());
    groups.setShown(!table.shown() && settings.value(groupsShownKey).toBool());
    m_desktop.workspace().views()->setText(settings.value(viewsKey).toString());
    m_desktop.workspace().palette()->setRemembered(settings.value(recentKey).toString());
    const auto place = settings.value(geometryKey).toRect();
    const auto* screen = place.isValid() ? QGuiApplication::screenAt(place.center()) : nullptr;
    if (screen && screen->availableGeometry().intersects(place))
        m_desktop.window()->setGeometry(place);
    if (settings.value(maximizedKey).toBool())
        m_desktop.window()->showMaximized();
}

void WindowMemory::keep() const
{
    QSettings settings;
    const bool maximized = m_desktop.window()->visibility() == QWindow::Maximized;
    settings.setValue(maximizedKey, maximized);
    if (!maximized)
        settings.setValue(geometryKey, m_desktop.window()->geometry());
    settings.setValue(modeKey, int(m_desktop.theme().mode()));
    settings.setValue(tableKey, m_desktop.workspace().table()->layout());
    settings.setValue(tableShownKey, m_desktop.workspace().table()->shown());
    settings.setValue(groupsShownKey, m_desktop.workspace().groups()->shown());
    settings.setValue(groupsByKey, m_desktop.workspace().groups()->by());
    settings.setValue(viewsKey, m_desktop.workspace().views()->text());
    settings.setValue(recentKey, m_desktop.workspace().palette()->remembered());
    if (const auto* shell = m_desktop.shell())
        settings.setValue(pageKey, shell->property("page"));
}

QString rememberedPage()
{
    auto page = QSettings().value(pageKey).toString();
    for (const auto* known :
        {"deals", "conversations", "accounts", "approvals", "insights"}) // one deal alone is no place to begin
        if (page == QLatin1String(known))
            return page;
    return page == QLatin1String("deal") ? QStringLiteral("deals") : QStringLiteral("home");
}

Theme::Mode rememberedMode()
{
    const int mode = QSettings().value(modeKey, int(Theme::Mode::System)).toInt();
    return mode >= 0 && mode <= int(Theme::Mode::System) ? Theme::Mode(mode) : Theme::Mode::System;
}

}
