// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/paint/themed_item.hpp"

namespace agentarmy::app {

/// One icon of the shipped set, or the agent's mark where `name` is "agent". Square; `size` px.
class Icon : public agentarmy::app::ThemedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY edited)
    Q_PROPERTY(double size READ size WRITE setSize NOTIFY edited)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY edited)
public:
    explicit Icon(QQuickItem* parent = nullptr);
    QString name() const { return m_name; }
    void setName(const QString& name);
    double size() const { return m_size; }
    void setSize(double size);
    QColor color() const { return m_color; }
    void setColor(const QColor& color);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void edited();

private:
    QString m_name;
    double m_size = 16;
    QColor m_color;
};

}
