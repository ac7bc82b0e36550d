// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/paint/themed_item.hpp"

namespace agentarmy::app {

/// A half circle: how much of a target is reached, and by a tick where it should be today.
class Gauge : public agentarmy::app::ThemedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double share READ share WRITE setShare NOTIFY edited)
    Q_PROPERTY(double pace READ pace WRITE setPace NOTIFY edited) ///< negative: no tick
public:
    using ThemedItem::ThemedItem;
    double share() const { return m_share; }
    void setShare(double share);
    double pace() const { return m_pace; }
    void setPace(double pace);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void edited();

private:
    double m_share = 0, m_pace = -1;
};

}
