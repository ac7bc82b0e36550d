// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/deal_groups_model.hpp"

namespace agentarmy::app {
namespace {

constexpr int monthsShown = 6; ///< beginning with this one; what closes after them is "Later"
const auto overdueKey = QStringLiteral("overdue"), laterKey = QStringLiteral("later"), noneKey = QStringLiteral("none");

QDate firstOf(QDate day) { return {day.year(), day.month(), 1}; }
QString monthKey(QDate day) { return day.toString(QStringLiteral("yyyy-MM")); }
}

QDate dayInMonth(QDate before, int year, int month, QDate today)
{
    const QDate first(year, month, 1);
    if (!before.isValid())
        return {year, month, first.daysInMonth()};
    const QDate day(year, month, std::min(before.day(), first.daysInMonth()));
    return first == firstOf(today) ? std::max(day, today) : day;
}

DealGroupModel::DealGroupModel(QString key, QString title, bool takes, const Formats& formats, QObject* parent)
    : DiffListModel(parent)
    , m_key(std::move(key))
    , m_title(std::move(title))
    , m_takes(takes)
    , m_formats(formats)
{
}

QVariant DealGroupModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto& card = at(index.row());
    return role == DealColumnModel::CardRole ? QVariant::fromValue(card)
        : role == DealColumnModel::IdRole    ? QVariant(card.id)
                                             : QVariant();
}

QHash<int, QByteArray> DealGroupModel::roleNames() const
{
    return {{DealColumnModel::CardRole, "card"}, {DealColumnModel::IdRole, "rowId"}};
}

bool DealGroupModel::late() const { return m_key == overdueKey; }
QString DealGroupModel::sumText() const { return m_formats.shortSums(m_sums); }
QString DealGroupModel::sumShort() const { return m_formats.shortSums(m_sums, 1); }
QString DealGroupModel::weightedText() const
{
    const auto text = m_formats.shortSums(m_weighted);
    return text.isEmpty() ? text : tr("weighted %1").arg(text);
}
QString DealGroupModel::idAt(int row) const { return row >= 0 && row < rowCount() ? at(row).id : QString(); }

void DealGroupModel::addUp()
{
    m_sums.clear();
    m_weighted.clear();
    for (const auto& card : rows())
        if (card.amount.isSet()) {
            m_sums[card.amount.currency] += card.amount.minor;
            m_weighted[card.amount.currency] += qRound64(double(card.amount.minor) * card.probability);
        }
    Q_EMIT sumsChanged();
}

DealGroupsModel::DealGroupsModel(
    WorkspaceSource& source, UndoLog& undo, DealBoardModel& board, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_board(board)
    , m_formats(formats)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &DealGroupsModel::refresh);
    connect(&board, &DealBoardModel::summaryChanged, this, [this] {
        if (m_shown)
            m_soon.start();
    });
}

QList<QObject*> DealGroupsModel::groups() const
{
    QList<QObject*> list;
    for (const auto& group : m_groups)
        list += group.get();
    return list;
}

void DealGroupsModel::setBy(int by)
{
    if (m_by == by || by < Month || by > Category)
        return;
    m_by = by;
    Q_EMIT groupsChanged();
    if (m_shown)
        refresh();
}

void DealGroupsModel::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    Q_EMIT shownChanged();
    if (shown)
        refresh();
}

QString DealGroupsModel::keyOf(const DealCard& card, QDate today) const
{
    if (m_by == Owner)
        return card.ownerId.isEmpty() ? noneKey : card.ownerId;
    if (m_by == Category)
        return QString::number(std::clamp(card.category, 0, 3));
    if (!card.closeDate.isValid())
        return noneKey;
    if (card.closeDate < today)
        return overdueKey;
    return card.closeDate < firstOf(today).addMonths(monthsShown) ? monthKey(card.closeDate) : laterKey;
}

std::vector<DealGroupsModel::Wanted> DealGroupsModel::wanted(QDate today) const
{
    std::vector<Wanted> list;
    if (m_by == Category)
        return {{QStringLiteral("0"), tr("Commit")}, {QStringLiteral("1"), tr("Best case")},
            {QStringLiteral("2"), tr("Pipeline")}, {QStringLiteral("3"), tr("Omitted")}};
    if (m_by == Owner) {
        for (const auto& owner : m_source.owners())
            list.push_back({owner.id, owner.name, true});
        list.push_back({noneKey, tr("Nobody"), true});
        return list;
    }
    list.push_back({overdueKey, tr("Overdue"), false});
    for (int i = 0; i < monthsShown; ++i) {
        const auto month = firstOf(today).addMonths(i);
        list.push_back({monthKey(month),
            m_formats.locale().toString(
                month, month.year() == today.year() ? QStringLiteral("MMMM") : QStringLiteral("MMMM yyyy")),
            true});
    }
    list.push_back({laterKey, tr("Later"), false});
    list.push_back({noneKey, tr("No date"), true});
    return list;
}

void DealGroupsModel::refresh()
{
    const auto today = QDate::currentDate();
    const auto list = wanted(today);
    const bool same = std::ranges::equal(list, m_groups, [](const Wanted& a, const std::unique_ptr<DealGroupModel>& b) {
        return a.key == b->key() && a.title == b->title();
    });
    std::vector<std::unique_ptr<DealGroupModel>> old; // the page lets go of them when it is told
    if (!same) {
        old = std::move(m_groups);
        m_groups.clear();
        for (const auto& each : list)
            m_groups.push_back(std::make_unique<DealGroupModel>(each.key, each.title, each.takes, m_formats));
    }
    QHash<QString, std::vector<DealCard>> cards;
    for (const auto& card : m_board.cards())
        if (card.stage != Stage::Won && card.stage != Stage::Lost && m_board.filter().admits(card, today))
            cards[keyOf(card, today)].push_back(card);
    for (auto& group : m_groups) {
        auto& rows = cards[group->key()];
        std::ranges::sort(
            rows, [this](const auto& a, const auto& b) { return comesBefore(a, b, BoardSort(m_board.sort())); });
        group->show(std::move(rows));
        group->addUp();
    }
    if (!same) {
        Q_EMIT groupsChanged();
        for (auto& group : old)
            group.release()->deleteLater();
    }
}

QString DealGroupsModel::groupOf(const QString& dealId) const
{
    const auto* card = m_board.find(dealId);
    return card ? keyOf(*card, QDate::currentDate()) : QString();
}

QString DealGroupsModel::dropText(const QStringList& dealIds, const QString& key) const
{
    const auto group = std::ranges::find(m_groups, key, [](const auto& each) { return each->key(); });
    if (group == m_groups.end() || !(*group)->takes() || dealIds.isEmpty())
        return {};
    if (m_by == Owner)
        return key == noneKey ? tr("Nobody owns it") : tr("Owned by %1").arg((*group)->title());
    if (key == noneKey)
        return tr("Without a close date");
    const auto* card = m_board.find(dealIds.front());
    const auto month = QDate::fromString(key + QStringLiteral("-01"), Qt::ISODate);
    const auto today = QDate::currentDate();
    const auto day = dayInMonth(card ? card->closeDate : QDate(), month.year(), month.month(), today);
    return dealIds.size() > 1 ? tr("Close in %1").arg((*group)->title())
                              : tr("Close on %1").arg(m_formats.day(day, today));
}

bool DealGroupsModel::drop(const QStringList& dealIds, const QString& key)
{
    const auto today = QDate::currentDate();
    if (dropText(dealIds, key).isEmpty())
        return false;
    std::map<QVariant, QStringList,
        decltype([](const QVariant& a, const QVariant& b) { return a.toString() < b.toString(); })>
        byValue; // deals keep their day: not all get the same
    for (const auto& id : dealIds) {
        const auto* card = m_board.find(id);
        if (!card || keyOf(*card, today) == key)
            continue;
        if (m_by == Owner) {
            byValue[key == noneKey ? QString() : key] += id;
            continue;
        }
        QDate day;
        if (key != noneKey) {
            const auto month = QDate::fromString(key + QStringLiteral("-01"), Qt::ISODate);
            day = dayInMonth(card->closeDate, month.year(), month.month(), today);
        }
        byValue[day] += id;
    }
    if (byValue.empty())
        return false;
    struct Sum {
        int waiting = 0, done = 0;
        QStringList tokens, refused;
    };
    const auto sum = std::make_shared<Sum>();
    sum->waiting = int(byValue.size());
    for (const auto& [value, ids] : byValue) {
        BulkEdit edit;
        edit.dealIds = ids;
        edit.field = m_by == Owner ? QStringLiteral("ownerId") : QStringLiteral("closeDate");
        edit.value = value;
        m_source.editMany(edit).then(this, [this, sum](const Answer<BulkReceipt>& answer) {
            if (answer) {
                sum->done += answer->done;
                sum->refused += answer->refused;
                if (!answer->undoToken.isEmpty())
                    sum->tokens += answer->undoToken;
            } else {
                sum->refused += answer.error().text;
            }
            if (--sum->waiting > 0)
                return;
            if (sum->done == 0)
                return m_undo.complain(sum->refused.join(u' '));
            const auto said = sum->done == 1 ? tr("1 deal changed") : tr("%1 deals changed").arg(sum->done);
            m_undo.say(
                sum->refused.isEmpty() ? said : tr("%1; not %2").arg(said, sum->refused.join(QStringLiteral(", "))),
                sum->tokens.join(u'\n'));
        });
    }
    return true;
}

void DealGroupsModel::step(int dx, int dy)
{
    int group = -1, row = -1;
    for (size_t i = 0; i < m_groups.size() && group < 0; ++i)
        if ((row = m_groups[i]->rowOf(m_board.selectedId())) >= 0)
            group = int(i);
    if (group < 0) {
        for (const auto& each : m_groups)
            if (each->count())
                return m_board.select(each->idAt(0));
        return;
    }
    if (dx == 0) {
        const auto& here = *m_groups[size_t(group)];
        return m_board.select(here.idAt(std::clamp(row + dy, 0, here.count() - 1)));
    }
    for (group += dx; group >= 0 && group < int(m_groups.size()); group += dx)
        if (const auto& there = *m_groups[size_t(group)]; there.count())
            return m_board.select(there.idAt(std::min(row, there.count() - 1)));
}

}
