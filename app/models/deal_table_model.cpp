// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/deal_table_model.hpp"
#include "app/format/free_path.hpp"
#include "app/models/field_edit.hpp"
#include "app/models/view_lists.hpp"
#include "app/theme/theme.hpp"
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrent/QtConcurrentRun>
#include <array>

namespace agentarmy::app {
namespace {

/// What a column is by nature; which are shown, how wide and where is the model's.
struct ColumnKind {
    const char* key;
    const char* label;
    int width;
    bool shown, right;
    const char* field; ///< of the edit; null: not edited in place
    const char* edits; ///< "text", "owner", "stage" or "": how
};
constexpr std::array kinds {
    ColumnKind {"name", QT_TRANSLATE_NOOP("DealTable", "Deal"), 224, true, false, "name", ""},
    ColumnKind {"account", QT_TRANSLATE_NOOP("DealTable", "Account"), 168, true, false, nullptr, ""},
    ColumnKind {"stage", QT_TRANSLATE_NOOP("DealTable", "Stage"), 112, true, false, nullptr, "stage"},
    ColumnKind {"amount", QT_TRANSLATE_NOOP("DealTable", "Amount"), 112, true, true, "estimatedValue", "text"},
    ColumnKind {"closeDate", QT_TRANSLATE_NOOP("DealTable", "Close date"), 96, true, false, "closeDate", "text"},
    ColumnKind {"owner", QT_TRANSLATE_NOOP("DealTable", "Owner"), 128, true, false, "ownerId", "owner"},
    ColumnKind {"warnings", QT_TRANSLATE_NOOP("DealTable", "Warnings"), 144, true, false, nullptr, ""},
    ColumnKind {"next", QT_TRANSLATE_NOOP("DealTable", "Next step"), 208, true, false, nullptr, ""},
    ColumnKind {"proof", QT_TRANSLATE_NOOP("DealTable", "MEDDIC"), 72, false, true, nullptr, ""},
    ColumnKind {"probability", QT_TRANSLATE_NOOP("DealTable", "Probability"), 96, false, true, nullptr, ""},
    ColumnKind {"weighted", QT_TRANSLATE_NOOP("DealTable", "Weighted"), 112, false, true, nullptr, ""},
    ColumnKind {"days", QT_TRANSLATE_NOOP("DealTable", "Days in stage"), 104, false, true, nullptr, ""},
    ColumnKind {"activity", QT_TRANSLATE_NOOP("DealTable", "Last activity"), 112, false, false, nullptr, ""},
};

const ColumnKind* kindOf(const QString& key)
{
    for (const auto& kind : kinds)
        if (key == QLatin1String(kind.key))
            return &kind;
    return nullptr;
}

QString labelOf(const ColumnKind& kind) { return QCoreApplication::translate("DealTable", kind.label); }

MoneyView weighted(const DealCard& card)
{
    return {qRound64(double(card.amount.minor) * card.probability), card.amount.currency};
}

QDateTime activityOf(const DealCard& card)
{
    return card.lastActivityMs > 0 ? QDateTime::fromMSecsSinceEpoch(card.lastActivityMs) : QDateTime();
}

QString warningsOf(const DealCard& card)
{
    QStringList words;
    for (const auto& badge : card.badges)
        words += badge.text;
    return words.join(QStringLiteral(", "));
}

QString cellOf(const DealCard& card, const QString& key, const Formats& formats)
{
    const auto today = QDate::currentDate();
    if (key == QLatin1String("name"))
        return card.name;
    if (key == QLatin1String("account"))
        return card.account;
    if (key == QLatin1String("stage"))
        return stageName(card.stage);
    if (key == QLatin1String("amount"))
        return card.amount.isSet() ? formats.money(card.amount) : QString();
    if (key == QLatin1String("closeDate"))
        return card.closeDate.isValid() ? formats.day(card.closeDate, today) : QString();
    if (key == QLatin1String("owner"))
        return card.ownerName;
    if (key == QLatin1String("warnings"))
        return warningsOf(card);
    if (key == QLatin1String("next"))
        return card.nextAction;
    if (key == QLatin1String("proof"))
        return QStringLiteral("%1 / 6").arg(card.identified);
    if (key == QLatin1String("probability"))
        return formats.percent(card.probability);
    if (key == QLatin1String("weighted"))
        return card.amount.isSet() ? formats.money(weighted(card)) : QString();
    if (key == QLatin1String("days"))
        return QString::number(card.daysInStage);
    const auto activity = activityOf(card);
    return activity.isValid() ? formats.relativeDay(activity.date(), today) : QString();
}

int toneOf(const DealCard& card, const QString& key)
{
    if (key == QLatin1String("closeDate") && card.closeDate.isValid() && card.closeDate < QDate::currentDate()
        && card.stage < Stage::Won)
        return Theme::Bad;
    if (key == QLatin1String("warnings") && !card.badges.empty())
        return card.badges.front().tone;
    return Theme::Neutral;
}

/// For spreadsheets: figures without currency signs, dates of ISO 8601.
QString plainCell(const DealCard& card, const QString& key)
{
    const auto amount = [](const MoneyView& money) {
        const int digits = minorDigits(money.currency);
        return money.isSet() ? QString::number(double(money.minor) / std::pow(10, digits), 'f', digits) : QString();
    };
    if (key == QLatin1String("amount"))
        return amount(card.amount);
    if (key == QLatin1String("weighted"))
        return amount(weighted(card));
    if (key == QLatin1String("closeDate"))
        return card.closeDate.toString(Qt::ISODate);
    if (key == QLatin1String("probability"))
        return QString::number(card.probability, 'f', 2);
    if (key == QLatin1String("proof"))
        return QString::number(card.identified);
    if (key == QLatin1String("activity"))
        return activityOf(card).date().toString(Qt::ISODate);
    return cellOf(card, key, Formats());
}

/// RFC 4180; a value that a spreadsheet would take for a formula gets an apostrophe.
QString quoted(QString value)
{
    if (!value.isEmpty() && QStringLiteral("=+-@\t\r").contains(value.front()) && !value.front().isDigit()) {
        bool number = false;
        value.toDouble(&number);
        if (!number)
            value.prepend(u'\'');
    }
    if (!value.contains(u',') && !value.contains(u'"') && !value.contains(u'\n') && !value.contains(u'\r'))
        return value;
    return u'"' + value.replace(u'"', QStringLiteral("\"\"")) + u'"';
}
}

DealTableModel::DealTableModel(
    WorkspaceSource& source, UndoLog& undo, DealBoardModel& board, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_board(board)
    , m_formats(formats)
    , m_sortKey(QStringLiteral("closeDate"))
{
    m_rows = std::make_unique<DealRowModel>(std::vector<DealRowModel::Role> {
        {"rowId", [](const DealCard& card) { return card.id; }},
        {"name", [](const DealCard& card) { return card.name; }},
        {"cells", [this](const DealCard& card) { return cells(card); }}, {"tones", [this](const DealCard& card) {
                                                                              QVariantList tones;
                                                                              for (const auto& column : m_columns)
                                                                                  if (column.shown)
                                                                                      tones += toneOf(card, column.key);
                                                                              return tones;
                                                                          }}});
    resetColumns();
    m_soon.setSingleShot(true);
    m_soon.setInterval(0); // of one turn of the event loop, whatever it changed
    connect(&m_soon, &QTimer::timeout, this, &DealTableModel::refresh);
    const auto again = [this] {
        if (m_shown)
            m_soon.start();
    };
    connect(&board, &DealBoardModel::summaryChanged, this, again);
    connect(&board, &DealBoardModel::summaryChanged, this, [this] {
        if (!m_shown && !m_selected.isEmpty())
            keepSelection();
    });
    connect(&board, &DealBoardModel::lanesChanged, this, again);
    connect(this, &DealTableModel::columnsChanged, this, [this] { m_rows->touch(); });
}

void DealTableModel::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    if (shown)
        refresh();
    else
        clearSelection();
    Q_EMIT changed();
}

void DealTableModel::refresh()
{
    std::vector<DealCard> cards;
    for (auto* object : m_board.shownStages()) {
        const auto& rows = static_cast<DealColumnModel*>(object)->rows();
        cards.insert(cards.end(), rows.begin(), rows.end());
    }
    std::ranges::sort(cards, [this](const auto& a, const auto& b) { return comesBefore(a, b); });
    m_rows->show(std::move(cards));
    if (m_rows->rowOf(m_current) < 0)
        m_current.clear();
    keepSelection();
    Q_EMIT changed();
    Q_EMIT currentChanged();
}

bool DealTableModel::comesBefore(const DealCard& a, const DealCard& b) const
{
    const auto tie = [&] { return std::tie(a.name, a.id) < std::tie(b.name, b.id); };
    const auto by
        = [&](const auto& left, const auto& right) { return left == right ? tie() : (left < right) == m_ascending; };
    const auto withEmptyLast = [&](bool hasA, bool hasB, const auto& left, const auto& right) {
        return hasA != hasB ? hasA : hasA ? by(left, right) : tie();
    };
    const auto words = [&](const QString& left, const QString& right) {
        if (left.isEmpty() != right.isEmpty())
            return right.isEmpty();
        const int order = QString::localeAwareCompare(left, right);
        return order == 0 ? tie() : (order < 0) == m_ascending;
    };
    if (m_sortKey == QLatin1String("name"))
        return words(a.name, b.name);
    if (m_sortKey == QLatin1String("account"))
        return words(a.account, b.account);
    if (m_sortKey == QLatin1String("owner"))
        return words(a.ownerName, b.ownerName);
    if (m_sortKey == QLatin1String("next"))
        return words(a.nextAction, b.nextAction);
    if (m_sortKey == QLatin1String("stage"))
        return by(int(a.stage), int(b.stage));
    if (m_sortKey == QLatin1String("amount"))
        return withEmptyLast(a.amount.isSet(), b.amount.isSet(), a.amount.minor, b.amount.minor);
    if (m_sortKey == QLatin1String("weighted"))
        return withEmptyLast(a.amount.isSet(), b.amount.isSet(), weighted(a).minor, weighted(b).minor);
    if (m_sortKey == QLatin1String("warnings"))
        return by(-int(a.riskReasons.size()), -int(b.riskReasons.size()));
    if (m_sortKey == QLatin1String("proof"))
        return by(a.identified, b.identified);
    if (m_sortKey == QLatin1String("probability"))
        return by(a.probability, b.probability);
    if (m_sortKey == QLatin1String("days"))
        return by(a.daysInStage, b.daysInStage);
    if (m_sortKey == QLatin1String("activity"))
        return by(a.lastActivityMs, b.lastActivityMs);
    return withEmptyLast(a.closeDate.isValid(), b.closeDate.isValid(), a.closeDate, b.closeDate);
}

QStringList DealTableModel::cells(const DealCard& card) const
{
    QStringList list;
    for (const auto& column : m_columns)
        if (column.shown)
            list += cellOf(card, column.key, m_formats);
    return list;
}

QVariantList DealTableModel::columns() const
{
    QVariantList list;
    for (const auto& column : m_columns) {
        const auto* kind = kindOf(column.key);
        if (column.shown)
            list += QVariantMap {{QStringLiteral("key"), column.key}, {QStringLiteral("label"), labelOf(*kind)},
                {QStringLiteral("width"), column.width}, {QStringLiteral("right"), kind->right},
                {QStringLiteral("edits"), QLatin1String(kind->edits)},
                {QStringLiteral("sorted"),
                    column.key != m_sortKey ? 0
                        : m_ascending       ? 1
                                            : -1}};
    }
    return list;
}

QVariantList DealTableModel::allColumns() const
{
    QVariantList list;
    for (const auto& column : m_columns)
        list += QVariantMap {{QStringLiteral("key"), column.key},
            {QStringLiteral("label"), labelOf(*kindOf(column.key))}, {QStringLiteral("shown"), column.shown}};
    return list;
}

int DealTableModel::totalWidth() const
{
    int sum = 0;
    for (const auto& column : m_columns)
        sum += column.shown ? column.width : 0;
    return sum;
}

QString DealTableModel::layout() const
{
    QJsonArray list;
    for (const auto& column : m_columns)
        list += QJsonArray {column.key, column.width, column.shown};
    return QString::fromUtf8(QJsonDocument(
        QJsonObject {{QStringLiteral("columns"), list}, {QStringLiteral("sort"), m_sortKey},
            {QStringLiteral("up"),
                m_ascending}}).toJson(QJsonDocument::Compact));
}

void DealTableModel::setLayout(const QString& layout)
{
    const auto kept = QJsonDocument::fromJson(layout.toUtf8()).object();
    std::vector<Column> columns;
    QSet<QString> seen;
    for (const auto& each : kept.value(QStringLiteral("columns")).toArray()) {
        const auto parts = each.toArray();
        const auto key = parts.at(0).toString();
        if (!kindOf(key) || seen.contains(key))
            continue;
        seen.insert(key);
        columns.push_back({key, std::clamp(parts.at(1).toInt(), narrowest, widest),
            parts.at(2).toBool() || key == QLatin1String("name")});
    }
    if (columns.empty())
        return;
    for (const auto& kind : kinds) // one that is newer than what was kept
        if (const auto key = QLatin1String(kind.key); !seen.contains(key))
            columns.push_back({key, kind.width, false});
    m_columns = std::move(columns);
    if (const auto sort = kept.value(QStringLiteral("sort")).toString(); kindOf(sort)) {
        m_sortKey = sort;
        m_ascending = kept.value(QStringLiteral("up")).toBool(true);
    }
    Q_EMIT columnsChanged();
    if (m_shown)
        refresh();
}

DealTableModel::Column* DealTableModel::find(const QString& key)
{
    const auto found = std::ranges::find(m_columns, key, &Column::key);
    return found == m_columns.end() ? nullptr : &*found;
}

void DealTableModel::resetColumns()
{
    m_columns.clear();
    for (const auto& kind : kinds)
        m_columns.push_back({QLatin1String(kind.key), kind.width, kind.shown});
    Q_EMIT columnsChanged();
}

void DealTableModel::sortBy(const QString& key)
{
    if (!kindOf(key))
        return;
    m_ascending = key == m_sortKey ? !m_ascending : true;
    m_sortKey = key;
    Q_EMIT columnsChanged();
    refresh();
}

void DealTableModel::setWidth(const QString& key, int width)
{
    if (auto* column = find(key)) {
        column->width = std::clamp(width, narrowest, widest);
        Q_EMIT columnsChanged();
    }
}

void DealTableModel::toggleColumn(const QString& key)
{
    auto* column = find(key);
    if (!column || key == QLatin1String("name"))
        return;
    column->shown = !column->shown;
    Q_EMIT columnsChanged();
}

void DealTableModel::moveColumn(const QString& key, int by)
{
    auto* column = find(key);
    if (!column)
        return;
    const auto from = column - m_columns.data();
    const auto to = std::clamp<std::ptrdiff_t>(from + by, 0, std::ptrdiff_t(m_columns.size()) - 1);
    const auto moved = *column;
    m_columns.erase(m_columns.begin() + from);
    m_columns.insert(m_columns.begin() + to, moved);
    Q_EMIT columnsChanged();
}

void DealTableModel::setCurrentId(const QString& id)
{
    if (m_current == id)
        return;
    m_current = id;
    Q_EMIT currentChanged();
}

void DealTableModel::step(int by)
{
    if (count() == 0)
        return;
    const int row = m_rows->rowOf(m_current);
    setCurrentId(m_rows->at(row < 0 ? 0 : std::clamp(row + by, 0, count() - 1)).id);
}

void DealTableModel::toggle(const QString& id)
{
    if (!m_board.find(id))
        return;
    if (!m_selected.remove(id))
        m_selected.insert(id);
    m_anchor = id;
    ++m_round;
    Q_EMIT selectionChanged();
}

void DealTableModel::selectTo(const QString& id)
{
    const int from = std::max(0, m_rows->rowOf(m_anchor)), to = m_rows->rowOf(id);
    for (int row = std::min(from, to); to >= 0 && row <= std::max(from, to); ++row)
        m_selected.insert(m_rows->at(row).id);
    ++m_round;
    Q_EMIT selectionChanged();
}

void DealTableModel::selectAll()
{
    for (const auto& card : m_rows->rows())
        m_selected.insert(card.id);
    ++m_round;
    Q_EMIT selectionChanged();
}

void DealTableModel::clearSelection()
{
    if (m_selected.isEmpty())
        return;
    m_selected.clear();
    ++m_round;
    Q_EMIT selectionChanged();
}

/// What is no longer shown is no longer selected: nobody changes what they do not see.
void DealTableModel::keepSelection()
{
    const auto today = QDate::currentDate();
    m_selected.removeIf([&](const QString& id) {
        const auto* card = m_board.find(id);
        return !card || !m_board.filter().admits(*card, today);
    });
    ++m_round;
    Q_EMIT selectionChanged();
}

QStringList DealTableModel::selectedIds() const
{
    QStringList ids;
    if (m_shown) {
        for (const auto& card : m_rows->rows()) // in the order of the table
            if (m_selected.contains(card.id))
                ids += card.id;
        return ids;
    }
    ids = m_selected.values();
    ids.sort();
    return ids;
}

QStringList DealTableModel::takenWith(const QString& id) const
{
    if (!m_selected.contains(id))
        return {id};
    auto ids = selectedIds();
    ids.removeAll(id);
    ids.prepend(id);
    return ids;
}

QString DealTableModel::selectionText() const
{
    MoneySums sums;
    for (const auto& id : m_selected)
        if (const auto* card = m_board.find(id); card && card->amount.isSet())
            sums[card->amount.currency] += card->amount.minor;
    const auto words = m_selected.size() == 1 ? tr("1 deal selected") : tr("%1 deals selected").arg(m_selected.size());
    return sums.empty() ? words : words + QStringLiteral(" · ") + m_formats.shortSums(sums);
}

QVariantList DealTableModel::people() const { return toList(m_source.owners()); }

QString DealTableModel::editText(const QString& id, const QString& key) const
{
    const auto* card = m_board.find(id);
    const auto* kind = kindOf(key);
    return card && kind && kind->field ? fieldEditText(*card, QLatin1String(kind->field), m_formats) : QString();
}

bool DealTableModel::edit(const QString& id, const QString& key, const QString& text)
{
    const auto* card = m_board.find(id);
    const auto* kind = kindOf(key);
    if (!card || !kind || !kind->field)
        return false;
    const auto read = readFieldEdit(*card, QLatin1String(kind->field), text, m_source, m_formats);
    if (read && !read->said.isEmpty())
        m_source.edit(read->edit).then(this, [this, said = read->said](const Answer<Receipt>& answer) {
            if (!answer)
                return m_undo.complain(answer.error().text);
            m_undo.say(said, answer->undoToken);
        });
    return read.has_value();
}

bool DealTableModel::editSelected(const QString& field, const QVariant& value)
{
    BulkEdit edit;
    edit.field = field;
    edit.dealIds = selectedIds();
    if (edit.dealIds.isEmpty())
        return false;
    if (field == QLatin1String("stage") || field == QLatin1String("archived")) {
        edit.value = value;
    } else {
        DealCard any; // has no value, so that every other one is a change
        const auto read = readFieldEdit(any, field, value.toString(), m_source, m_formats);
        if (!read)
            return false;
        edit.value = read->edit.value;
        if (read->said.isEmpty()) // to be cleared
            edit.value = field == QLatin1String("closeDate") ? QVariant(QDate()) : QVariant(QString());
    }
    m_source.editMany(edit).then(this, [this](const Answer<BulkReceipt>& answer) {
        if (!answer)
            return m_undo.complain(answer.error().text);
        auto said = answer->done == 1 ? tr("1 deal changed") : tr("%1 deals changed").arg(answer->done);
        if (answer->refused.size() == 1)
            said = tr("%1; not %2").arg(said, answer->refused.front());
        else if (!answer->refused.isEmpty())
            said = tr("%1; %2 stay as they were, the first: %3")
                       .arg(said)
                       .arg(answer->refused.size())
                       .arg(answer->refused.front());
        if (answer->done == 0)
            return m_undo.complain(said);
        m_undo.say(said, answer->undoToken);
    });
    return true;
}

QString DealTableModel::csv() const
{
    QStringList lines, head;
    for (const auto& column : m_columns)
        if (column.shown)
            head += quoted(labelOf(*kindOf(column.key)));
    head.insert(head.size(), tr("Currency"));
    lines += head.join(u',');
    for (const auto& card : m_rows->rows()) {
        if (!m_selected.isEmpty() && !m_selected.contains(card.id))
            continue;
        QStringList cells;
        for (const auto& column : m_columns)
            if (column.shown)
                cells += quoted(plainCell(card, column.key));
        cells += card.amount.currency;
        lines += cells.join(u',');
    }
    return lines.join(QStringLiteral("\r\n")) + QStringLiteral("\r\n");
}

void DealTableModel::exportCsv()
{
    const auto content = csv().toUtf8();
    QtConcurrent::run([content]() -> QString {
        const auto path = freePath(documentsFolder(), QStringLiteral("deals"), QStringLiteral(".csv"));
        QSaveFile file(path);
        const bool written = file.open(QIODevice::WriteOnly)
            && file.write("\xEF\xBB\xBF") == 3 // spreadsheets ask for it
            && file.write(content) == content.size() && file.commit();
        return written ? path : QString();
    }).then(this, [this](const QString& path) {
        if (path.isEmpty())
            return m_undo.complain(tr("The table could not be written to your documents"));
        m_undo.say(tr("Written to %1").arg(QDir::toNativeSeparators(path)));
    });
}

}
