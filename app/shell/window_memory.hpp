// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/shell/desktop.hpp"
#include "app/shell/soon_keeper.hpp"

namespace agentarmy::app {

/// Remembers size, place and theme of the window, and what the desktop is told about, from one run to the next, in the
/// user's settings, whatever the workspace. They are written soon after each change.
class WindowMemory : public QObject {
    Q_OBJECT
public:
    explicit WindowMemory(Desktop& desktop, QObject* parent = nullptr);
    /// Puts the window where it was, if that place is on a screen.
    void restore();

private:
    void see(); ///< where the window is now; what it is while hidden or minimised does not count
    QVariantMap state() const;

    Desktop& m_desktop;
    QRect m_place;
    bool m_maximized = false;
    SoonKeeper m_keeper;
};

/// Theme of the last run; like the system the first time.
Theme::Mode rememberedMode();

}
