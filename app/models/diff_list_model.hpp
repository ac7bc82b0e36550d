// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QAbstractListModel>
#include <QHash>
#include <algorithm>
#include <vector>

namespace agentarmy::app {

/// A list model that goes from one content to the next by removing, moving, inserting and changing rows; it never
/// resets. `Row` has `QString id` (unique in the list) and `==`. Subclasses name roles and give `data`.
template <typename Row> class DiffListModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    const std::vector<Row>& rows() const { return m_rows; }
    const Row& at(int row) const { return m_rows[size_t(row)]; }

    /// Row of `id`, or -1.
    int rowOf(const QString& id) const
    {
        const auto found = index().constFind(id);
        return found == index().constEnd() ? -1 : *found;
    }

    void show(std::vector<Row> wanted)
    {
        const int before = rowCount();
        removeGone(wanted);
        if (m_rows.empty() && !wanted.empty()) {
            beginInsertRows({}, 0, int(wanted.size()) - 1);
            m_rows = std::move(wanted);
            m_stale = true;
            endInsertRows();
        } else {
            settle(wanted);
        }
        if (rowCount() != before)
            counted();
    }

    /// Puts one row where it belongs without looking at the others: at most one move, insert or change.
    void put(Row row, int wanted)
    {
        const int from = rowOf(row.id);
        wanted = std::clamp(wanted, 0, rowCount() - (from >= 0));
        if (from < 0) {
            insertRow(std::move(row), wanted);
            return counted();
        }
        if (from != wanted)
            moveRow(from, wanted);
        change(wanted, std::move(row));
    }

    void take(const QString& id)
    {
        if (const int row = rowOf(id); row >= 0) {
            removeAt(row, row);
            counted();
        }
    }

protected:
    /// Called after the number of rows has changed.
    virtual void counted() { }

private:
    const QHash<QString, int>& index() const
    {
        if (m_stale) {
            m_index.clear();
            m_index.reserve(int(m_rows.size()));
            for (size_t row = 0; row < m_rows.size(); ++row)
                m_index.insert(m_rows[row].id, int(row));
            m_stale = false;
        }
        return m_index;
    }

    void removeGone(const std::vector<Row>& wanted)
    {
        QHash<QString, int> kept;
        kept.reserve(int(wanted.size()));
        for (const auto& row : wanted)
            kept.insert(row.id, 0);
        for (int last = rowCount() - 1; last >= 0; --last) {
            if (kept.contains(at(last).id))
                continue;
            int first = last;
            while (first > 0 && !kept.contains(at(first - 1).id))
                --first;
            removeAt(first, last);
            last = first;
        }
    }

    void settle(std::vector<Row>& wanted)
    {
        for (int row = 0; row < int(wanted.size()); ++row) { // rows above `row` are settled
            auto& want = wanted[size_t(row)];
            if (row < rowCount() && at(row).id == want.id) {
                change(row, std::move(want));
                continue;
            }
            const int from = rowOf(want.id);
            if (from < 0) {
                insertRow(std::move(want), row);
                continue;
            }
            moveRow(from, row);
            change(row, std::move(want));
        }
    }

    void insertRow(Row row, int to)
    {
        beginInsertRows({}, to, to);
        m_rows.insert(m_rows.begin() + to, std::move(row));
        m_stale = true;
        endInsertRows();
    }

    void moveRow(int from, int to)
    {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        const auto begin = m_rows.begin();
        if (from < to)
            std::rotate(begin + from, begin + from + 1, begin + to + 1);
        else
            std::rotate(begin + to, begin + from, begin + from + 1);
        m_stale = true;
        endMoveRows();
    }

    void change(int row, Row want)
    {
        if (m_rows[size_t(row)] == want)
            return;
        m_rows[size_t(row)] = std::move(want);
        const auto where = QAbstractListModel::index(row);
        Q_EMIT dataChanged(where, where);
    }

    void removeAt(int first, int last)
    {
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        m_stale = true;
        endRemoveRows();
    }

    std::vector<Row> m_rows;
    mutable QHash<QString, int> m_index; // rebuilt when it is asked for after a change
    mutable bool m_stale = true;
};

}
