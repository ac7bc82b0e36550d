// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/paint/themed_item.hpp"

namespace agentarmy::app {

/// The dashed edge of a column that lacks proof: 1.5 px, 5 on, 4 off, round corners.
class DashFrame : public agentarmy::app::ThemedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double radius MEMBER m_radius NOTIFY edited)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY edited)
    Q_PROPERTY(QColor fill MEMBER m_fill NOTIFY edited)
public:
    explicit DashFrame(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void edited();

private:
    double m_radius = 10;
    QColor m_color;
    QColor m_fill;
};

}
