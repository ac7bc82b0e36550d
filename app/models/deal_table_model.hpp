// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/deal_board_model.hpp"
#include "app/models/role_list_model.hpp"
#include <QTimer>

namespace agentarmy::app {

using DealRowModel = RoleListModel<DealCard>;

/// The deals of the board as a table: columns that can be chosen, sized and sorted by, cells that can be edited, and
/// many deals changed at once. Shows what the board's filter admits.
class DealTableModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// Maps with key, label, width, right (aligned), edits ("text", "owner", "stage" or ""), sorted (-1 down, 0, 1 up);
    /// those that are shown.
    Q_PROPERTY(QVariantList columns READ columns NOTIFY columnsChanged)
    /// All of them: key, label, shown.
    Q_PROPERTY(QVariantList allColumns READ allColumns NOTIFY columnsChanged)
    Q_PROPERTY(int totalWidth READ totalWidth NOTIFY columnsChanged)
    /// Which columns, how wide and the order, as text to be kept.
    Q_PROPERTY(QString layout READ layout WRITE setLayout NOTIFY columnsChanged)
    Q_PROPERTY(int selectedCount READ selectedCount NOTIFY selectionChanged)
    Q_PROPERTY(QString selectionText READ selectionText NOTIFY selectionChanged)
    Q_PROPERTY(int selectionRound READ selectionRound NOTIFY selectionChanged)
    Q_PROPERTY(QString currentId READ currentId WRITE setCurrentId NOTIFY currentChanged)
    Q_PROPERTY(QVariantList people READ people NOTIFY changed)
    Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY changed)
public:
    static constexpr int narrowest = 56, widest = 640;

    DealTableModel(WorkspaceSource& source, UndoLog& undo, DealBoardModel& board, const Formats& formats,
        QObject* parent = nullptr);
    QAbstractItemModel* rows() const { return m_rows.get(); }
    int count() const { return m_rows->rowCount(); }
    QVariantList columns() const;
    QVariantList allColumns() const;
    int totalWidth() const;
    QString layout() const;
    void setLayout(const QString& layout); ///< what cannot be read is left as it is
    int selectedCount() const { return int(m_selected.size()); }
    QString selectionText() const;
    int selectionRound() const { return m_round; } ///< changes with each selection, for bindings
    QString currentId() const { return m_current; }
    void setCurrentId(const QString& id);
    QVariantList people() const; ///< who can own a deal: id, name
    bool shown() const { return m_shown; }
    void setShown(bool shown); ///< while it is not, nothing is kept up to date

    Q_INVOKABLE void sortBy(const QString& key); ///< again: the other way
    Q_INVOKABLE void setWidth(const QString& key, int width);
    Q_INVOKABLE void toggleColumn(const QString& key); ///< the deal's name always stays
    Q_INVOKABLE void moveColumn(const QString& key, int by);
    Q_INVOKABLE void resetColumns();
    Q_INVOKABLE bool isSelected(const QString& id) const { return m_selected.contains(id); }
    QStringList selectedIds() const;
    /// What a pull at this deal takes along: it first, and if it is selected all the others.
    Q_INVOKABLE QStringList takenWith(const QString& id) const;
    Q_INVOKABLE void toggle(const QString& id);
    Q_INVOKABLE void selectTo(const QString& id); ///< from the one toggled last
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void clearSelection();
    Q_INVOKABLE void step(int by);
    Q_INVOKABLE int rowOf(const QString& id) const { return m_rows->rowOf(id); }
    Q_INVOKABLE QString editText(const QString& id, const QString& key) const;
    Q_INVOKABLE bool edit(const QString& id, const QString& key, const QString& text); ///< false: cannot be read
    /// Of the selected ones; `value` as people write it, of "stage" its number. False: it cannot be read.
    Q_INVOKABLE bool editSelected(const QString& field, const QVariant& value);
    /// The shown columns of the shown rows (of the selected ones if there are some) as CSV (RFC 4180).
    Q_INVOKABLE QString csv() const;
    Q_INVOKABLE void exportCsv(); ///< into the folder of documents; the toast says where

Q_SIGNALS:
    void changed();
    void columnsChanged();
    void selectionChanged();
    void currentChanged();

private:
    struct Column {
        QString key;
        int width = 0;
        bool shown = true;
    };
    Column* find(const QString& key);
    void refresh();
    bool comesBefore(const DealCard& a, const DealCard& b) const;
    QStringList cells(const DealCard& card) const;
    void keepSelection();

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    DealBoardModel& m_board;
    const Formats& m_formats;
    std::unique_ptr<DealRowModel> m_rows;
    std::vector<Column> m_columns;
    QSet<QString> m_selected;
    QString m_sortKey, m_current, m_anchor;
    QTimer m_soon;
    int m_round = 0;
    bool m_ascending = true, m_shown = false;
};

}
