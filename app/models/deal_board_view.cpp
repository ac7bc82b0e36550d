// SPDX-License-Identifier: AGPL-3.0-or-later
// The board's filter, order and selection.
#include "app/format/read_input.hpp"
#include "app/models/deal_board_model.hpp"

namespace agentarmy::app {

QList<QObject*> DealBoardModel::shownStages() const
{
    auto list = columns();
    for (int stage = activeStages; stage < stageCount; ++stage)
        if (m_openLanes.contains(stage))
            list += m_columns[size_t(stage)].get();
    return list;
}

void DealBoardModel::toggleLane(int stage)
{
    if (!m_openLanes.remove(stage))
        m_openLanes.insert(stage);
    Q_EMIT lanesChanged();
}

void DealBoardModel::setView(int view)
{
    m_filter.view = view;
    arrange();
    Q_EMIT filterChanged();
}

void DealBoardModel::setFilterText(const QString& text)
{
    if (m_filter.text == text)
        return;
    m_filter.text = text;
    arrange();
    Q_EMIT filterChanged();
}

void DealBoardModel::toggleOwner(const QString& ownerId)
{
    if (!m_filter.owners.remove(ownerId))
        m_filter.owners.insert(ownerId);
    arrange();
    Q_EMIT filterChanged();
}

void DealBoardModel::clearOwners()
{
    m_filter.owners.clear();
    arrange();
    Q_EMIT filterChanged();
}

void DealBoardModel::clearFilter()
{
    m_filter = BoardFilter();
    arrange();
    Q_EMIT filterChanged();
}

bool DealBoardModel::filtered() const { return m_filter != BoardFilter(); }

int DealBoardModel::bounds() const
{
    return (m_filter.leastAmount >= 0) + (m_filter.mostAmount >= 0) + m_filter.closeFrom.isValid()
        + m_filter.closeTo.isValid() + (m_filter.warning != BoardFilter::NoWarning) + (m_filter.category >= 0);
}

void DealBoardModel::setFilter(const BoardFilter& filter, int sort)
{
    m_filter = filter;
    m_sort = BoardSort(sort);
    arrange();
    Q_EMIT filterChanged();
}

bool DealBoardModel::setBound(const QString& name, const QString& text)
{
    auto filter = m_filter;
    const auto words = text.trimmed();
    if (name == QLatin1String("least") || name == QLatin1String("most")) {
        const auto money = readMoney(words, m_formats.locale(), m_source.viewer().currency);
        if (!words.isEmpty() && !money)
            return false;
        (name == QLatin1String("least") ? filter.leastAmount : filter.mostAmount) = money ? money->minor : -1;
    } else if (name == QLatin1String("from") || name == QLatin1String("to")) {
        const auto day = words.isEmpty() ? QDate() : readDate(words, m_formats.locale(), QDate::currentDate());
        if (!words.isEmpty() && !day.isValid())
            return false;
        (name == QLatin1String("from") ? filter.closeFrom : filter.closeTo) = day;
    } else {
        bool isNumber = false;
        const int value = words.toInt(&isNumber);
        if (!isNumber)
            return false;
        (name == QLatin1String("warning") ? filter.warning : filter.category) = value;
    }
    if (filter != m_filter)
        setFilter(filter, int(m_sort));
    return true;
}

QString DealBoardModel::boundText(const QString& name) const
{
    const auto today = QDate::currentDate();
    const auto amount
        = [&](qint64 minor) { return minor < 0 ? QString() : m_formats.locale().toString(qlonglong(minor / 100)); };
    const auto day = [&](QDate date) { return date.isValid() ? m_formats.day(date, today) : QString(); };
    return name == QLatin1String("least") ? amount(m_filter.leastAmount)
        : name == QLatin1String("most")   ? amount(m_filter.mostAmount)
        : name == QLatin1String("from")   ? day(m_filter.closeFrom)
        : name == QLatin1String("to")
        ? day(m_filter.closeTo)
        : QString::number(name == QLatin1String("warning") ? m_filter.warning : m_filter.category);
}

QVariantList DealBoardModel::owners() const
{
    QMap<QString, QString> byName;
    for (const auto& card : m_cards)
        if (!card.ownerId.isEmpty())
            byName.insert(card.ownerName, card.ownerId);
    QVariantList list;
    for (auto owner = byName.cbegin(); owner != byName.cend(); ++owner)
        list += QVariantMap {{QStringLiteral("id"), owner.value()}, {QStringLiteral("name"), owner.key()},
            {QStringLiteral("chosen"), m_filter.owners.contains(owner.value())}};
    return list;
}

QString DealBoardModel::ownerText() const
{
    if (m_filter.owners.isEmpty())
        return {};
    QStringList names;
    for (const auto& owner : owners()) {
        const auto map = owner.toMap();
        if (map.value(QStringLiteral("chosen")).toBool())
            names += map.value(QStringLiteral("name")).toString().section(u' ', 0, 0);
    }
    const int more = int(names.size()) - 3;
    return tr("Owner is %1").arg(names.mid(0, 3).join(QStringLiteral(", ")))
        + (more > 0 ? QStringLiteral(" +%1").arg(more) : QString());
}

void DealBoardModel::setSort(int sort)
{
    m_sort = BoardSort(sort);
    arrange();
    Q_EMIT filterChanged();
}

QString DealBoardModel::sortText() const
{
    switch (m_sort) {
    case BoardSort::CloseDate:
        return tr("Close date");
    case BoardSort::Value:
        return tr("Amount");
    case BoardSort::Activity:
        return tr("Last activity");
    case BoardSort::Risk:
        return tr("Risk");
    }
    return {};
}

int DealBoardModel::selectedStage() const
{
    const auto* card = find(m_selectedId);
    return card ? int(card->stage) : -1;
}

QString DealBoardModel::nameOf(const QString& dealId) const
{
    const auto* card = find(dealId);
    return card ? card->name : QString();
}

QString DealBoardModel::amountOf(const QString& dealId) const
{
    const auto* card = find(dealId);
    return card ? m_formats.money(card->amount) : QString();
}

int DealBoardModel::stageOf(const QString& dealId) const
{
    const auto* card = find(dealId);
    return card ? int(card->stage) : -1;
}

int DealBoardModel::selectedRow() const
{
    const auto* card = find(m_selectedId);
    return card ? column(card->stage).rowOf(m_selectedId) : -1;
}

void DealBoardModel::select(const QString& dealId)
{
    if (m_selectedId == dealId)
        return;
    m_selectedId = dealId;
    Q_EMIT selectionChanged();
}

void DealBoardModel::step(int dx, int dy)
{
    const int row = selectedRow();
    if (row < 0) {
        for (const auto& column : m_columns)
            if (column->count())
                return select(column->idAt(0));
        return;
    }
    int stage = selectedStage();
    if (dx == 0)
        return select(m_columns[size_t(stage)]->idAt(std::clamp(row + dy, 0, m_columns[size_t(stage)]->count() - 1)));
    for (stage += dx; stage >= 0 && stage < activeStages; stage += dx) {
        const auto& column = *m_columns[size_t(stage)];
        if (column.count())
            return select(column.idAt(std::min(row, column.count() - 1)));
    }
}

}
