// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QAbstractListModel>
#include <QHash>
#include <algorithm>
#include <vector>

namespace agentarmy::app {

/// A list model that goes from one content to the next by removing, moving, inserting and changing rows, or where that
/// is much by a change of layout; it never resets. `Row` has `QString id` (unique in the list) and `==`. Subclasses
/// name roles and give `data`.
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
        if (m_rows.empty() && !wanted.empty()) {
            beginInsertRows({}, 0, int(wanted.size()) - 1);
            m_rows = std::move(wanted);
            m_stale = true;
            endInsertRows();
        } else if (isMuch(wanted)) {
            showAtOnce(std::move(wanted));
        } else {
            removeGone(wanted);
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

    /// What is read of the rows has changed, the rows have not.
    void touch()
    {
        if (rowCount() > 0)
            Q_EMIT dataChanged(QAbstractListModel::index(0), QAbstractListModel::index(rowCount() - 1));
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

    /// Whether so many rows come, go or move that steps of one row each would cost the square of their number.
    bool isMuch(const std::vector<Row>& wanted) const
    {
        constexpr int few = 64;
        const int added = int(std::ranges::count_if(wanted, [this](const Row& row) { return rowOf(row.id) < 0; }));
        const int gone = rowCount() - (int(wanted.size()) - added);
        if (added > few || gone > few)
            return true;
        int last = -1, displaced = 0; // rows that stand before one they followed
        for (const auto& row : wanted) {
            const int at = rowOf(row.id);
            displaced += at >= 0 && at < last;
            last = std::max(last, at);
        }
        return displaced > few;
    }

    /// The same in a few steps, whatever their number: what stays is put in its order, the rest is cut off, what is new
    /// is added, and all is put in the wanted order.
    void showAtOnce(std::vector<Row> wanted)
    {
        std::vector<int> order; // places of the rows that stay, then of those that go
        order.reserve(m_rows.size());
        std::vector<bool> stays(m_rows.size());
        for (const auto& row : wanted)
            if (const int at = rowOf(row.id); at >= 0) {
                stays[size_t(at)] = true;
                order.push_back(at);
            }
        const int kept = int(order.size());
        for (int row = 0; row < rowCount(); ++row)
            if (!stays[size_t(row)])
                order.push_back(row);
        arrange(order);
        if (kept < rowCount())
            removeAt(kept, rowCount() - 1);
        std::vector<int> places(wanted.size()); // of the wanted rows, once the new ones stand at the end
        std::vector<Row> fresh;
        for (size_t i = 0, next = 0; i < wanted.size(); ++i)
            if (next < size_t(kept) && m_rows[next].id == wanted[i].id) {
                places[i] = int(next++);
            } else {
                places[i] = kept + int(fresh.size());
                fresh.push_back(wanted[i]);
            }
        if (!fresh.empty()) {
            beginInsertRows({}, kept, kept + int(fresh.size()) - 1);
            m_rows.insert(m_rows.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
            m_stale = true;
            endInsertRows();
            arrange(places);
        }
        for (int row = 0; row < rowCount(); ++row)
            change(row, std::move(wanted[size_t(row)]));
    }

    /// Row i becomes the one at order[i].
    void arrange(const std::vector<int>& order)
    {
        if (std::ranges::is_sorted(order))
            return;
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        std::vector<Row> rows;
        rows.reserve(order.size());
        std::vector<int> now(order.size());
        for (size_t i = 0; i < order.size(); ++i) {
            now[size_t(order[i])] = int(i);
            rows.push_back(std::move(m_rows[size_t(order[i])]));
        }
        m_rows = std::move(rows);
        m_stale = true;
        const auto from = persistentIndexList();
        QModelIndexList to;
        to.reserve(from.size());
        for (const auto& index : from)
            to += QAbstractListModel::index(now[size_t(index.row())], index.column());
        changePersistentIndexList(from, to);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
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
