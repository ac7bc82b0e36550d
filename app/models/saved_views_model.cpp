// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/saved_views_model.hpp"
#include "app/models/board_filter_json.hpp"
#include <QJsonArray>
#include <QJsonDocument>

namespace agentarmy::app {

SavedViewsModel::SavedViewsModel(
    DealBoardModel& board, DealTableModel& table, DealGroupsModel& groups, UndoLog& undo, QObject* parent)
    : QObject(parent)
    , m_board(board)
    , m_table(table)
    , m_groups(groups)
    , m_undo(undo)
{
    connect(&board, &DealBoardModel::filterChanged, this, &SavedViewsModel::changed);
}

QStringList SavedViewsModel::names() const
{
    QStringList names;
    for (const auto& view : m_views)
        names += view.name;
    return names;
}

QString SavedViewsModel::current() const
{
    for (const auto& view : m_views)
        if (view.filter == m_board.filter() && view.sort == m_board.sort())
            return view.name;
    return {};
}

SavedViewsModel::View* SavedViewsModel::find(const QString& name)
{
    const auto found = std::ranges::find_if(
        m_views, [&](const View& view) { return view.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == m_views.end() ? nullptr : &*found;
}

bool SavedViewsModel::save(const QString& name)
{
    const auto words = name.simplified().left(longestName);
    auto* known = find(words);
    if (words.isEmpty() || (!known && m_views.size() >= size_t(most)))
        return false;
    View view {words, m_board.filter(), m_board.sort(), m_table.shown() ? 1 : m_groups.shown() ? 2 : 0, m_groups.by()};
    if (known)
        *known = std::move(view);
    else
        m_views.push_back(std::move(view));
    std::ranges::sort(
        m_views, [](const View& a, const View& b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    m_undo.say(tr("The view %1 is kept").arg(words));
    Q_EMIT changed();
    return true;
}

void SavedViewsModel::apply(const QString& name)
{
    const auto* view = find(name);
    if (!view)
        return;
    m_groups.setBy(view->by);
    m_table.setShown(view->layout == 1);
    m_groups.setShown(view->layout == 2);
    m_board.setFilter(view->filter, view->sort);
    Q_EMIT changed();
}

void SavedViewsModel::remove(const QString& name)
{
    std::erase_if(m_views, [&](const View& view) { return view.name == name; });
    Q_EMIT changed();
}

QString SavedViewsModel::text() const
{
    QJsonArray list;
    for (const auto& view : m_views)
        list += QJsonObject {{QStringLiteral("name"), view.name}, {QStringLiteral("filter"), toJson(view.filter)},
            {QStringLiteral("sort"), view.sort}, {QStringLiteral("layout"), view.layout},
            {QStringLiteral("by"), view.by}};
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

void SavedViewsModel::setText(const QString& text)
{
    m_views.clear();
    for (const auto& each : QJsonDocument::fromJson(text.toUtf8()).array()) {
        const auto json = each.toObject();
        const auto name = json[QStringLiteral("name")].toString().simplified().left(longestName);
        if (!name.isEmpty() && m_views.size() < size_t(most) && !find(name))
            m_views.push_back({name, toFilter(json[QStringLiteral("filter")].toObject()),
                std::clamp(json[QStringLiteral("sort")].toInt(), 0, int(BoardSort::Risk)),
                std::clamp(json[QStringLiteral("layout")].toInt(), 0, 2),
                std::clamp(json[QStringLiteral("by")].toInt(), 0, int(DealGroupsModel::Category))});
    }
    Q_EMIT changed();
}

}
