// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/paint/themed_item.hpp"
#include <QVariantList>
#include <vector>

namespace agentarmy::app {

/// A deal as a row of the table, painted in one piece: hundreds of cells made of items of their own would hold up the
/// window. Cells are told apart by place; what they say is elided where it does not fit.
class DealRowItem : public agentarmy::app::ThemedItem {
    Q_OBJECT
    QML_ELEMENT
    /// Of DealTableModel: each with key, width, right and edits.
    Q_PROPERTY(QVariantList columns READ columns WRITE setColumns NOTIFY edited)
    Q_PROPERTY(QStringList cells MEMBER m_cells NOTIFY cellsChanged)
    Q_PROPERTY(QVariantList tones MEMBER m_tones NOTIFY edited)
    Q_PROPERTY(int lead MEMBER m_lead NOTIFY edited) ///< px before the first cell: the box is there
    Q_PROPERTY(bool current MEMBER m_current NOTIFY edited)
    Q_PROPERTY(bool chosen MEMBER m_chosen NOTIFY edited)
    Q_PROPERTY(bool hovered MEMBER m_hovered NOTIFY edited)
    Q_PROPERTY(bool boxShown MEMBER m_boxShown NOTIFY edited) ///< also where nothing is over it
    Q_PROPERTY(int hoveredCell MEMBER m_hoveredCell NOTIFY edited) ///< shows that it can be changed; -1: none
    Q_PROPERTY(int currentCell MEMBER m_currentCell NOTIFY edited) ///< the keyboard is at it; -1: none
    Q_PROPERTY(QString spokenText READ spokenText NOTIFY cellsChanged) ///< what stands behind the name
    Q_PROPERTY(int hiddenCell MEMBER m_hiddenCell NOTIFY edited) ///< an editor stands in its place; -1: none
public:
    explicit DealRowItem(QQuickItem* parent = nullptr);
    QVariantList columns() const { return m_columns; }
    void setColumns(const QVariantList& columns);
    QString spokenText() const;
    Q_INVOKABLE int cellAt(double x) const; ///< -1: before the first or behind the last
    Q_INVOKABLE QRectF cellBox(int cell) const;
    Q_INVOKABLE QRectF textBox(int cell) const; ///< where its words stand
    Q_INVOKABLE int kindAt(int cell) const; ///< the step of the type scale of its words
    Q_INVOKABLE bool isCut(int cell) const; ///< it says more than fits
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void edited();
    void cellsChanged();

private:
    struct Column {
        double left = 0, width = 0;
        bool right = false, edits = false, chooses = false;
        TypeKind kind = TypeKind::SmallRow;
        bool strong = false;
    };
    static const TypeStep& stepOf(const Column& column, const Theme& theme);
    const Column* find(int cell) const;
    QString textOf(int cell) const;
    QColor inkOf(int cell, const Theme& theme) const;

    QVariantList m_columns;
    std::vector<Column> m_places;
    QStringList m_cells;
    QVariantList m_tones;
    int m_lead = 40, m_hoveredCell = -1, m_currentCell = -1, m_hiddenCell = -1;
    bool m_current = false, m_chosen = false, m_hovered = false, m_boxShown = false;
};

}
