// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/insights_model.hpp"
#include "app/models/view_lists.hpp"
#include "app/theme/theme.hpp"

namespace agentarmy::app {
namespace {

QString sectionOf(const QDateTime& at)
{
    const auto today = QDate::currentDate();
    const auto days = at.date().daysTo(today);
    return days <= 0                   ? InsightsModel::tr("Today")
        : days < today.dayOfWeek()     ? InsightsModel::tr("This week")
        : days < today.dayOfWeek() + 7 ? InsightsModel::tr("Last week")
                                       : InsightsModel::tr("Earlier");
}

QString answerText(const InsightView& row, const Formats& formats)
{
    if (row.answer == QLatin1String("useful"))
        return InsightsModel::tr("useful");
    if (row.answer == QLatin1String("false_alarm"))
        return InsightsModel::tr("false alarm");
    return row.until.isValid()
        ? InsightsModel::tr("back %1").arg(formats.stamp(row.until, QDateTime::currentDateTime()))
        : QString();
}
}

InsightsModel::InsightsModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_formats(formats)
{
    using Row = InsightView;
    m_rows = std::make_unique<InsightListModel>(std::vector<InsightListModel::Role> {
        {"rowId", [](const Row& row) { return row.id; }}, {"title", [](const Row& row) { return row.title; }},
        {"deal",
            [](const Row& row) {
                return dotted({row.card.account, row.card.name});
            }},
        {"more", [](const Row& row) { return row.more.join(QStringLiteral(" · ")); }},
        {"amount",
            [this](const Row& row) { return row.card.amount.isSet() ? m_formats.money(row.card.amount) : QString(); }},
        {"tone",
            [](const Row& row) {
                return int(row.severity >= 2 ? Theme::Bad : row.severity == 1 ? Theme::Warn : Theme::Neutral);
            }},
        {"severity",
            [](const Row& row) {
                return row.severity >= 2 ? tr("critical") : row.severity == 1 ? tr("warning") : tr("for information");
            }},
        {"when", [this](const Row& row) { return m_formats.relativeDay(row.since.date(), QDate::currentDate()); }},
        {"exact", [this](const Row& row) { return m_formats.exact(row.since); }},
        {"section", [](const Row& row) { return sectionOf(row.since); }},
        {"answer", [this](const Row& row) { return answerText(row, m_formats); }}});
    m_soon.setSingleShot(true);
    m_soon.setInterval(150); // many changes, one look
    connect(&m_soon, &QTimer::timeout, this, &InsightsModel::load);
    const auto look = [this] {
        if (m_asked)
            m_soon.start();
    };
    connect(&source, &WorkspaceSource::insightsChanged, this, look);
    connect(&source, &WorkspaceSource::boardChanged, this, look);
    connect(&source, &WorkspaceSource::dealChanged, this, look);
}

int InsightsModel::waiting() const
{
    return int(std::ranges::count_if(m_all, [](const InsightView& each) { return each.answer.isEmpty(); }));
}

void InsightsModel::loadOnce()
{
    if (!m_asked)
        load();
}

void InsightsModel::load()
{
    m_asked = true;
    m_soon.stop();
    m_source.insights().then(this, [this](Answer<std::vector<InsightView>> answer) {
        m_problem = answer ? QString() : answer.error().text;
        if (answer) {
            m_all = std::move(*answer);
            m_state = m_all.empty() ? State::Empty : State::Ready;
        } else if (m_state != State::Ready) {
            m_state = State::Failed;
        }
        arrange();
    });
}

void InsightsModel::arrange()
{
    const int before = std::max(0, m_rows->rowOf(m_current));
    std::vector<InsightView> rows;
    std::ranges::copy_if(m_all, std::back_inserter(rows),
        [this](const InsightView& each) { return each.answer.isEmpty() != m_answered; });
    m_rows->show(std::move(rows));
    const int count = m_rows->rowCount();
    if (m_rows->rowOf(m_current) < 0) // the next one moves up under the hand
        m_current = count > 0 ? m_rows->at(std::min(before, count - 1)).id : QString();
    Q_EMIT changed();
    Q_EMIT currentChanged();
}

void InsightsModel::setAnswered(bool answered)
{
    if (m_answered == answered)
        return;
    m_answered = answered;
    m_current.clear();
    arrange();
}

void InsightsModel::select(const QString& id)
{
    if (m_current == id)
        return;
    m_current = id;
    Q_EMIT currentChanged();
}

void InsightsModel::step(int by)
{
    if (m_rows->rowCount() > 0)
        select(m_rows->at(std::clamp(m_rows->rowOf(m_current) + by, 0, m_rows->rowCount() - 1)).id);
}

void InsightsModel::say(const QString& id, const QString& answer, const QDateTime& until, const QString& said)
{
    m_source.answerInsight(id, answer, until).then(this, [this, said](const Answer<Receipt>& done) {
        if (!done)
            return m_undo.complain(done.error().text);
        m_undo.say(said);
    });
}

void InsightsModel::answer(const QString& id, const QString& answer)
{
    say(id, answer, {},
        answer.isEmpty() ? tr("It is open again")
            : answer == QLatin1String("useful")
            ? tr("Noted as useful: it is told again only with another cause")
            : tr("Noted as a false alarm: it is told again only with another cause"));
}

void InsightsModel::snooze(const QString& id, const QDateTime& until)
{
    say(id, QStringLiteral("snoozed"), until,
        tr("Comes back %1").arg(m_formats.stamp(until, QDateTime::currentDateTime())));
}

}
