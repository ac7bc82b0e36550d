// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/paint/themed_item.hpp"
#include "app/view/deal_card.hpp"

namespace agentarmy::app {

/// A deal on the board, painted in one piece: with a software renderer that is one blit per card and frame.
/// The card is 136 px high and as wide as the item less `inset` on both sides; below it is room for shadow and gap,
/// painted in `ground` where that is set (an opaque item is the cheapest one).
class DealCardItem : public agentarmy::app::ThemedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(agentarmy::app::DealCard card READ card WRITE setCard NOTIFY cardChanged)
    Q_PROPERTY(QString dealId READ dealId NOTIFY cardChanged)
    Q_PROPERTY(double inset MEMBER m_inset NOTIFY lookChanged)
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY lookChanged)
    Q_PROPERTY(bool selected MEMBER m_selected NOTIFY lookChanged)
    Q_PROPERTY(bool hovered MEMBER m_hovered NOTIFY lookChanged)
    /// True where the card was lifted from: only its place is shown.
    Q_PROPERTY(bool slot MEMBER m_slot NOTIFY lookChanged)
    /// Degrees by which a lifted card leans; it then also casts its shadow.
    Q_PROPERTY(double tilt MEMBER m_tilt NOTIFY lookChanged)
    Q_PROPERTY(QString spokenText READ spokenText NOTIFY cardChanged)
    Q_PROPERTY(QString tipText READ tipText NOTIFY cardChanged)
public:
    explicit DealCardItem(QQuickItem* parent = nullptr);
    static constexpr double cardHeight = 136, leanRoom = 28;

    DealCard card() const { return m_card; }
    void setCard(const DealCard& card);
    QString dealId() const { return m_card.id; }
    QColor ground() const { return m_ground; }
    void setGround(const QColor& ground);
    QString spokenText() const;
    QString tipText() const;
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void cardChanged();
    void lookChanged();

private:
    DealCard m_card;
    QColor m_ground;
    double m_inset = 0;
    double m_tilt = 0;
    bool m_selected = false;
    bool m_hovered = false;
    bool m_slot = false;
};

}
