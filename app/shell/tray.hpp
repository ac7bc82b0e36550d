// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/shell/desktop.hpp"

class QPlatformMenu;
class QPlatformMenuItem;
class QPlatformSystemTrayIcon;

namespace agentarmy::app {

/// The sign in the tray, where the desktop has one (StatusNotifierItem): what waits, a pause, the end. It is there only
/// while the user wants the program to stay when the window is closed.
class Tray : public QObject {
    Q_OBJECT
public:
    explicit Tray(Desktop& desktop, QObject* parent = nullptr);
    ~Tray() override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QPlatformMenuItem* item(const QString& text, std::function<void()> act);
    void arrange(); ///< shows or removes it
    void tell();

    Desktop& m_desktop;
    std::unique_ptr<QPlatformSystemTrayIcon> m_icon;
    std::unique_ptr<QPlatformMenu> m_menu;
    std::vector<std::unique_ptr<QPlatformMenuItem>> m_items;
    QPlatformMenuItem* m_waiting = nullptr;
    bool m_shown = false;
};

}
