// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/shell/desktop.hpp"

namespace agentarmy::app {

/// Remembers size, place and theme of the window from one run to the next, in the user's settings.
class WindowMemory : public QObject {
    Q_OBJECT
public:
    explicit WindowMemory(Desktop& desktop, QObject* parent = nullptr);
    /// Puts the window where it was, if that place is on a screen.
    void restore();
    void keep() const;

private:
    Desktop& m_desktop;
};

/// Theme of the last run; like the system the first time.
Theme::Mode rememberedMode();
/// Language ("system" or a code) and scale (percent) that were chosen; they need no application object.
QString rememberedLanguage();
int rememberedScale();
/// The page that was open last; Home if there is none.
QString rememberedPage();

}
