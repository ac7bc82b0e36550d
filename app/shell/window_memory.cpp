// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/window_memory.hpp"
#include <QGuiApplication>
#include <QScreen>
#include <QSessionManager>
#include <QSettings>

namespace agentarmy::app {
namespace {
const auto geometryKey = QStringLiteral("window/geometry"), maximizedKey = QStringLiteral("window/maximized"),
           modeKey = QStringLiteral("window/theme"), noticesKey = QStringLiteral("notifications"),
           languageKey = QStringLiteral("look/language"), scaleKey = QStringLiteral("look/scale");

/// The same file as that of QSettings(), which needs the application object.
class EarlySettings : public QSettings {
public:
    EarlySettings()
        : QSettings(QStringLiteral("AgentArmy"), QStringLiteral("agentarmy"))
    {
    }
};

}

WindowMemory::WindowMemory(Desktop& desktop, QObject* parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_keeper([this] { return state(); },
          [](const QVariantMap& state) {
              QSettings settings;
              for (auto each = state.begin(); each != state.end(); ++each)
                  settings.setValue(each.key(), each.value());
              settings.sync();
          })
{
}

void WindowMemory::restore()
{
    auto* window = m_desktop.window();
    QSettings settings;
    settings.beginGroup(noticesKey);
    QVariantMap notices;
    for (const auto& key : settings.childKeys())
        notices.insert(key, settings.value(key));
    settings.endGroup();
    m_desktop.workspace().notices()->takeKept(notices);
    m_desktop.workspace().appearance()->begin(rememberedLanguage(), rememberedScale());
    const auto place = settings.value(geometryKey).toRect();
    const auto* screen = place.isValid() ? QGuiApplication::screenAt(place.center()) : nullptr;
    if (screen && screen->availableGeometry().intersects(place))
        window->setGeometry(place);
    m_place = window->geometry();
    if (settings.value(maximizedKey).toBool())
        window->showMaximized();
    see();
    for (const auto signal : {&QWindow::xChanged, &QWindow::yChanged, &QWindow::widthChanged, &QWindow::heightChanged})
        connect(window, signal, this, &WindowMemory::see);
    connect(window, &QWindow::visibilityChanged, this, &WindowMemory::see);
    connect(&m_desktop.theme(), &Theme::changed, this, &WindowMemory::see);
    connect(m_desktop.workspace().notices(), &NoticeSettingsModel::changed, this, &WindowMemory::see);
    connect(m_desktop.workspace().appearance(), &Appearance::changed, this, &WindowMemory::see);
    const auto keepNow = [this] { m_keeper.keepNow(); };
    connect(qGuiApp, &QGuiApplication::aboutToQuit, this, keepNow);
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, keepNow, Qt::DirectConnection);
}

void WindowMemory::see()
{
    const auto visibility = m_desktop.window()->visibility();
    if (visibility == QWindow::Windowed)
        m_place = m_desktop.window()->geometry();
    if (visibility == QWindow::Windowed || visibility == QWindow::Maximized)
        m_maximized = visibility == QWindow::Maximized;
    m_keeper.note();
}

QVariantMap WindowMemory::state() const
{
    QVariantMap state {{geometryKey, m_place}, {maximizedKey, m_maximized}, {modeKey, int(m_desktop.theme().mode())},
        {languageKey, m_desktop.workspace().appearance()->language()},
        {scaleKey, m_desktop.workspace().appearance()->scale()}};
    const auto notices = m_desktop.workspace().notices()->kept();
    for (auto each = notices.begin(); each != notices.end(); ++each)
        state.insert(noticesKey + u'/' + each.key(), each.value());
    return state;
}

QString rememberedLanguage() { return EarlySettings().value(languageKey, QStringLiteral("system")).toString(); }

int rememberedScale()
{
    const int percent = EarlySettings().value(scaleKey, 100).toInt();
    return Appearance::scales().contains(percent) ? percent : 100;
}

Theme::Mode rememberedMode()
{
    const int mode = QSettings().value(modeKey, int(Theme::Mode::System)).toInt();
    return mode >= 0 && mode <= int(Theme::Mode::System) ? Theme::Mode(mode) : Theme::Mode::System;
}

}
