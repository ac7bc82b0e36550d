// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/deal_detail_model.hpp"

namespace agentarmy::app {

DealDetailModel::DealDetailModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_formats(formats)
    , m_timeline(makeTimelineModel(formats))
    , m_meddic(makeQualificationModel(formats))
    , m_bant(makeQualificationModel(formats))
    , m_people(makePeopleModel(formats))
    , m_history(makeHistoryModel(formats))
    , m_talks(makeDealTalkModel(formats))
    , m_meetings(makeDealMeetingModel(formats))
    , m_tasks(makeTaskModel(formats))
{
    connect(&source, &WorkspaceSource::dealChanged, this, [this](const QString& id) {
        if (id == m_dealId)
            reload();
    });
    const auto again = [this] {
        if (!m_dealId.isEmpty())
            reload();
    };
    connect(&source, &WorkspaceSource::boardChanged, this, again);
    connect(&source, &WorkspaceSource::approvalsChanged, this, again); // its draft may be one of them
}

void DealDetailModel::load(const QString& dealId)
{
    if (dealId != m_dealId) {
        m_dealId = dealId;
        show({});
        m_state = State::Loading;
        Q_EMIT changed();
    }
    m_source.deal(dealId).then(this, [this, dealId](Answer<DealView> answer) {
        if (dealId != m_dealId)
            return;
        if (!answer) {
            m_state = State::Failed;
            m_problem = answer.error().text;
            m_gone = answer.error().code == QLatin1String("not_found");
            Q_EMIT changed();
            return;
        }
        m_state = State::Ready;
        m_gone = false;
        show(std::move(*answer));
    });
}

void DealDetailModel::show(DealView view)
{
    m_view = std::move(view);
    ++m_round;
    std::vector<QualificationView> meddic, bant;
    for (const auto& row : m_view.qualification)
        (row.bant ? bant : meddic).push_back(row);
    m_meddic->show(std::move(meddic));
    m_bant->show(std::move(bant));
    m_people->show(m_view.people);
    m_history->show(m_view.history);
    m_talks->show(m_view.talks);
    m_meetings->show(m_view.meetings);
    m_tasks->show(m_view.tasks);
    showTimeline();
    Q_EMIT changed();
}

void DealDetailModel::showTimeline()
{
    std::vector<TimelineView> rows;
    for (const auto& row : m_view.timeline)
        if ((m_timelineKind.isEmpty() || row.kind == m_timelineKind)
            && (row.title.contains(m_timelineFilter, Qt::CaseInsensitive)
                || row.text.contains(m_timelineFilter, Qt::CaseInsensitive)))
            rows.push_back(row);
    m_timeline->show(std::move(rows));
}

void DealDetailModel::setTimelineFilter(const QString& text)
{
    if (m_timelineFilter == text)
        return;
    m_timelineFilter = text;
    showTimeline();
    Q_EMIT timelineFilterChanged();
}

void DealDetailModel::setTimelineKind(const QString& kind)
{
    if (m_timelineKind == kind)
        return;
    m_timelineKind = kind;
    showTimeline();
    Q_EMIT timelineFilterChanged();
}

QVariantList DealDetailModel::facts() const
{
    const auto& card = m_view.card;
    const auto today = QDate::currentDate();
    const auto fact = [](const char* id, const QString& label, const QString& value, bool editable, bool late = false) {
        return QVariantMap {{QStringLiteral("id"), QString::fromLatin1(id)}, {QStringLiteral("label"), label},
            {QStringLiteral("value"), value}, {QStringLiteral("editable"), editable}, {QStringLiteral("late"), late}};
    };
    const auto close = card.closeDate.isValid()
        ? m_formats.day(card.closeDate, today) + QStringLiteral(", ") + m_formats.relativeDay(card.closeDate, today)
        : tr("No date");
    const bool open = card.stage != Stage::Won && card.stage != Stage::Lost;
    return {fact("estimatedValue", tr("Amount"), card.amount.isSet() ? m_formats.money(card.amount) : tr("No amount"),
                open),
        fact("closeDate", tr("Close"), close, open, open && card.closeDate.isValid() && card.closeDate < today),
        fact("forecast", tr("Forecast"), m_view.forecast, false),
        fact("probability", tr("Probability"), m_formats.percent(card.probability), false),
        fact("ownerId", tr("Owner"), card.ownerName.isEmpty() ? tr("Nobody") : card.ownerName, true)};
}

QVariantList DealDetailModel::path() const
{
    QVariantList steps;
    for (const auto& step : m_view.path)
        steps += QVariantMap {{QStringLiteral("stage"), int(step.stage)},
            {QStringLiteral("name"), stageName(step.stage)}, {QStringLiteral("state"), step.state},
            {QStringLiteral("note"), step.note}, {QStringLiteral("warns"), step.warns}};
    return steps;
}

QList<double> DealDetailModel::ring() const { return {m_view.card.ring.begin(), m_view.card.ring.end()}; }

QString DealDetailModel::proofTitle() const
{
    int meddic = 0, bant = 0;
    for (const auto& row : m_view.qualification)
        (row.bant ? bant : meddic) += row.identified;
    return tr("%1 of 6 MEDDIC, %2 of 4 BANT").arg(meddic).arg(bant);
}

QString DealDetailModel::lastRead() const
{
    if (!m_view.lastReadAt.isValid())
        return {};
    const auto now = QDateTime::currentDateTime();
    const auto day = m_view.lastReadAt.date();
    const auto stamp = m_formats.stamp(m_view.lastReadAt, now);
    return day == now.date() ? tr("Last read today %1").arg(stamp) : tr("Last read %1").arg(stamp);
}

QVariantList DealDetailModel::quotesOf(const QString& dimension) const
{
    QVariantList list;
    for (const auto& row : m_view.qualification)
        if (row.id == dimension)
            for (const auto& quote : row.quotes)
                list += toMap(quote);
    return list;
}

QVariantMap DealDetailModel::jumpOf(const QString& timelineId) const
{
    const int row = m_timeline->rowOf(timelineId);
    return row < 0 ? QVariantMap() : toMap(m_timeline->at(row).jump);
}

void DealDetailModel::done(const QString& what, const Answer<Receipt>& answer)
{
    if (answer)
        m_undo.say(what, answer->undoToken);
    else
        m_undo.complain(answer.error().text);
}

void DealDetailModel::archive(bool archived)
{
    m_source.archive(m_dealId, archived).then(this, [this, archived, name = name()](const Answer<Receipt>& answer) {
        done((archived ? tr("%1 archived") : tr("%1 is back on the board")).arg(name), answer);
    });
}

void DealDetailModel::remove()
{
    m_source.remove(m_dealId).then(this, [this, name = name()](const Answer<Receipt>& answer) {
        done(tr("%1 deleted").arg(name), answer);
        if (answer)
            Q_EMIT removed();
    });
}

void DealDetailModel::restore(const QString& historyId)
{
    const int row = m_history->rowOf(historyId);
    if (row < 0)
        return;
    const auto& entry = m_history->at(row);
    auto answer = entry.undoable ? m_source.undo(entry.undoToken) : m_source.restoreField(m_dealId, entry.id);
    answer.then(this, [this](const Answer<Receipt>& back) { done(tr("The earlier value is back"), back); });
}

}
