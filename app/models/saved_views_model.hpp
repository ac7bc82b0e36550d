// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/deal_groups_model.hpp"
#include "app/models/deal_table_model.hpp"

namespace agentarmy::app {

/// Filters, order and layout of the deals under a name.
class SavedViewsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(QStringList names READ names NOTIFY changed)
    Q_PROPERTY(QString current READ current NOTIFY changed) ///< whose filter stands; empty: none
public:
    static constexpr int most = 50, longestName = 60;
    SavedViewsModel(DealBoardModel& board, DealTableModel& table, DealGroupsModel& groups, UndoLog& undo,
        QObject* parent = nullptr);
    QStringList names() const;
    QString current() const;
    /// All of them as text to be kept; what cannot be read is left out.
    Q_INVOKABLE QString text() const;
    Q_INVOKABLE void setText(const QString& text);

    Q_INVOKABLE bool save(const QString& name); ///< replaces one of this name; false: no name, or too many
    Q_INVOKABLE void apply(const QString& name);
    Q_INVOKABLE void remove(const QString& name);

Q_SIGNALS:
    void changed();

private:
    struct View {
        QString name;
        BoardFilter filter;
        int sort = 0;
        int layout = 0; ///< 0 board, 1 table, 2 groups
        int by = 0;
    };
    View* find(const QString& name);

    DealBoardModel& m_board;
    DealTableModel& m_table;
    DealGroupsModel& m_groups;
    UndoLog& m_undo;
    std::vector<View> m_views;
};

}
