// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/accounts_model.hpp"
#include "app/models/view_lists.hpp"
#include "app/theme/theme.hpp"

namespace agentarmy::app {
namespace {

constexpr int quietDays = 30; // nothing was heard for so long

bool holds(const QString& subject, const QList<QStringView>& words)
{
    return std::ranges::all_of(words, [&](QStringView word) { return subject.contains(word, Qt::CaseInsensitive); });
}

QString searched(const AccountRowView& row)
{
    return row.name + u' ' + row.domain + u' ' + row.industry + u' ' + row.owner;
}
QString searched(const PersonRowView& row)
{
    return row.name + u' ' + row.email + u' ' + row.account + u' ' + row.title + u' ' + row.roles;
}

}

RecordKind recordKind(const QString& kind)
{
    return kind == QLatin1String("person") ? RecordKind::Person : RecordKind::Account;
}

QString kindText(RecordKind kind)
{
    return kind == RecordKind::Person ? QStringLiteral("person") : QStringLiteral("account");
}

AccountsModel::AccountsModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_formats(formats)
    , m_rows(std::make_unique<RecordListModel>(std::vector<RecordListModel::Role> {field("rowId", &RecordRow::id),
          field("name", &RecordRow::name), field("initials", &RecordRow::initials), field("line", &RecordRow::line),
          field("value", &RecordRow::value), field("when", &RecordRow::when), field("exact", &RecordRow::exact),
          field("tone", &RecordRow::tone), field("warns", &RecordRow::warns)}))
    , m_pairs(std::make_unique<PairModel>(std::vector<PairModel::Role> {field("rowId", &PairView::id),
          {"kind", [](const PairView& row) { return kindText(row.kind); }}, field("firstId", &PairView::firstId),
          field("firstName", &PairView::firstName), field("firstLine", &PairView::firstLine),
          field("secondId", &PairView::secondId), field("secondName", &PairView::secondName),
          field("secondLine", &PairView::secondLine), field("reason", &PairView::reason)}))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, &AccountsModel::load);
    const auto look = [this] {
        if (m_asked)
            m_soon.start();
    };
    connect(&source, &WorkspaceSource::recordsChanged, this, look);
    connect(&source, &WorkspaceSource::boardChanged, this, look);
    connect(&source, &WorkspaceSource::dealChanged, this, [this, look] {
        m_stale = true;
        if (m_shown)
            look();
    });
}

QList<int> AccountsModel::counts() const
{
    return {int(m_book.accounts.size()), int(m_book.people.size()), int(m_book.pairs.size())};
}

void AccountsModel::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    if (shown && (m_stale || !m_asked))
        load();
    Q_EMIT shownChanged();
}

void AccountsModel::loadOnce()
{
    if (!m_asked)
        load();
}

void AccountsModel::load()
{
    m_asked = true;
    m_stale = false;
    m_soon.stop();
    m_source.accountBook().then(this, [this](Answer<AccountBookView> answer) {
        m_problem = answer ? QString() : answer.error().text;
        if (answer) {
            m_book = std::move(*answer);
            m_state = m_book.accounts.empty() && m_book.people.empty() ? State::Empty : State::Ready;
            if (m_view == Pairs && m_book.pairs.empty())
                m_view = Accounts;
        } else if (m_state != State::Ready) {
            m_state = State::Failed;
        }
        arrange();
    });
}

void AccountsModel::setView(int view)
{
    if (m_view == view)
        return;
    m_view = view;
    arrange();
}

void AccountsModel::setFilterText(const QString& text)
{
    if (m_filterText == text)
        return;
    m_filterText = text;
    arrange();
}

void AccountsModel::arrange()
{
    const auto words = QStringView(m_filterText).split(u' ', Qt::SkipEmptyParts);
    const auto now = QDateTime::currentDateTime();
    const auto spoke = [&](RecordRow& row, const QDateTime& at) {
        if (!at.isValid())
            return;
        row.when = m_formats.stamp(at, now);
        row.exact = m_formats.exact(at);
        row.tone = at.daysTo(now) >= quietDays ? Theme::Warn : Theme::Neutral;
    };
    std::vector<RecordRow> rows;
    if (m_view == Accounts)
        for (const auto& each : m_book.accounts) {
            if (!holds(searched(each), words))
                continue;
            RecordRow row {each.id, each.name, each.initials, {}, m_formats.shortSums(sumsOf(each.value)), {}, {}};
            row.line = dotted({each.industry.isEmpty() ? each.domain : each.industry,
                each.openDeals == 1      ? tr("1 open deal")
                    : each.openDeals > 1 ? tr("%1 open deals").arg(each.openDeals)
                    : each.wonDeals > 0  ? tr("customer")
                                         : QString(),
                each.people == 1      ? tr("1 person")
                    : each.people > 1 ? tr("%1 people").arg(each.people)
                                      : QString()});
            row.warns = each.atRisk > 0;
            spoke(row, each.lastAt);
            if (each.openDeals == 0)
                row.tone = Theme::Neutral; // nobody waits for it
            rows.push_back(std::move(row));
        }
    else if (m_view == People)
        for (const auto& each : m_book.people) {
            if (!holds(searched(each), words))
                continue;
            RecordRow row {each.id, each.name, each.initials, dotted({each.title, each.account}), {}, {}, {}};
            if (row.line.isEmpty())
                row.line = each.email;
            row.warns = each.optedOut || each.addressInvalid;
            spoke(row, each.lastAt);
            row.tone = Theme::Neutral;
            rows.push_back(std::move(row));
        }
    m_rows->show(std::move(rows));
    std::vector<PairView> pairs;
    std::ranges::copy_if(m_book.pairs, std::back_inserter(pairs),
        [&](const PairView& pair) { return holds(pair.firstName + u' ' + pair.secondName, words); });
    m_pairs->show(std::move(pairs));
    Q_EMIT changed();
}

QString AccountsModel::idAt(int row) const
{
    return row >= 0 && row < m_rows->rowCount() ? m_rows->at(row).id : QString();
}

QString AccountsModel::nameOf(const QString& id) const
{
    if (const auto found = std::ranges::find(m_book.accounts, id, &AccountRowView::id); found != m_book.accounts.end())
        return found->name;
    const auto found = std::ranges::find(m_book.people, id, &PersonRowView::id);
    return found == m_book.people.end() ? tr("The record") : found->name;
}

QVariantList AccountsModel::others(const QString& kind, const QString& id, const QString& text) const
{
    constexpr int most = 50;
    const auto words = QStringView(text).split(u' ', Qt::SkipEmptyParts);
    QVariantList list;
    const auto add = [&](const auto& rows, auto line) {
        for (const auto& row : rows) {
            if (list.size() == most)
                return;
            if (row.id != id && holds(searched(row), words))
                list += QVariantMap {{QStringLiteral("id"), row.id}, {QStringLiteral("name"), row.name},
                    {QStringLiteral("line"), line(row)}};
        }
    };
    if (recordKind(kind) == RecordKind::Account)
        add(m_book.accounts, [](const AccountRowView& row) { return row.domain; });
    else
        add(m_book.people, [](const PersonRowView& row) { return dotted({row.email, row.account}); });
    return list;
}

void AccountsModel::merge(const QString& kind, const QString& keep, const QString& giveUp)
{
    m_source.mergeRecords(recordKind(kind), keep, giveUp)
        .then(this, [this, keep, giveUp, kept = nameOf(keep), other = nameOf(giveUp)](const Answer<Receipt>& done) {
            if (!done)
                return m_undo.complain(done.error().text);
            m_undo.say(tr("%1 is part of %2 now").arg(other, kept), done->undoToken);
            Q_EMIT gone(giveUp, keep);
        });
}

void AccountsModel::mergePair(const QString& pairId, bool keepFirst)
{
    const auto pair = std::ranges::find(m_book.pairs, pairId, &PairView::id);
    if (pair == m_book.pairs.end())
        return;
    merge(kindText(pair->kind), keepFirst ? pair->firstId : pair->secondId, keepFirst ? pair->secondId : pair->firstId);
}

void AccountsModel::keepApart(const QString& pairId)
{
    const auto pair = std::ranges::find(m_book.pairs, pairId, &PairView::id);
    if (pair == m_book.pairs.end())
        return;
    m_source.keepApart(pair->firstId, pair->secondId)
        .then(this, [this, first = pair->firstName, second = pair->secondName](const Answer<Receipt>& done) {
            if (!done)
                return m_undo.complain(done.error().text);
            m_undo.say(tr("%1 and %2 stay two").arg(first, second));
        });
}

void AccountsModel::archive(const QString& kind, const QString& id)
{
    m_source.archiveRecord(recordKind(kind), id, true)
        .then(this, [this, id, name = nameOf(id)](const Answer<Receipt>& done) {
            if (!done)
                return m_undo.complain(done.error().text);
            m_undo.say(tr("%1 is archived").arg(name), done->undoToken);
            Q_EMIT gone(id, {});
        });
}

void AccountsModel::remove(const QString& kind, const QString& id)
{
    m_source.removeRecord(recordKind(kind), id).then(this, [this, id, name = nameOf(id)](const Answer<Receipt>& done) {
        if (!done)
            return m_undo.complain(done.error().text);
        m_undo.say(tr("%1 is deleted").arg(name), done->undoToken);
        Q_EMIT gone(id, {});
    });
}

void AccountsModel::create(const QString& kind, const QString& name, const QString& email, const QString& accountId)
{
    m_source.createRecord({recordKind(kind), name, email, accountId})
        .then(this, [this, kind, name](const Answer<NewReceipt>& done) {
            if (!done)
                return Q_EMIT refused(done.error().text);
            m_undo.say(tr("%1 is added").arg(name.simplified()), done->undoToken);
            Q_EMIT created(kind, done->id);
        });
}

}
