// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/theme/theme.hpp"
#include <QPointer>
#include <QQuickPaintedItem>

namespace agentarmy::app {

/// Subclasses name it in full: the type registrar of Qt 6.4 does not find a base by its short name.
/// A painted item that takes its colours from the theme object and repaints when they change.
class ThemedItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(agentarmy::app::Theme* theme READ theme WRITE setTheme NOTIFY themeChanged REQUIRED)
public:
    explicit ThemedItem(QQuickItem* parent = nullptr)
        : QQuickPaintedItem(parent)
    {
        setAntialiasing(true);
    }
    Theme* theme() const { return m_theme; }
    void setTheme(Theme* theme)
    {
        if (m_theme == theme)
            return;
        m_theme = theme;
        if (theme)
            connect(theme, &Theme::changed, this, [this] { update(); });
        Q_EMIT themeChanged();
        update();
    }

Q_SIGNALS:
    void themeChanged();

private:
    QPointer<Theme> m_theme;
};

}
