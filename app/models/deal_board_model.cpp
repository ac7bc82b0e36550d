// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/deal_board_model.hpp"
#include "app/format/read_input.hpp"

namespace agentarmy::app {

DealBoardModel::DealBoardModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_formats(formats)
{
    for (int stage = 0; stage < stageCount; ++stage)
        m_columns.push_back(std::make_unique<DealColumnModel>(Stage(stage), formats, this));
    connect(&source, &WorkspaceSource::dealChanged, this, &DealBoardModel::refresh);
    connect(&source, &WorkspaceSource::boardChanged, this, &DealBoardModel::load);
}

QList<QObject*> DealBoardModel::objects(int from, int to) const
{
    QList<QObject*> list;
    for (int stage = from; stage < to; ++stage)
        list += m_columns[size_t(stage)].get();
    return list;
}

void DealBoardModel::load()
{
    if (m_state == State::Failed) {
        m_state = State::Loading;
        Q_EMIT stateChanged();
    }
    m_source.board().then(this, [this](Answer<BoardView> answer) {
        if (answer)
            return show(answer->cards);
        m_state = m_cards.isEmpty() ? State::Failed : m_state;
        m_problem = answer.error().text;
        if (!m_cards.isEmpty())
            m_undo.complain(m_problem);
        Q_EMIT stateChanged();
    });
}

void DealBoardModel::show(const std::vector<DealCard>& cards)
{
    m_cards.clear();
    m_cards.reserve(int(cards.size()));
    for (const auto& card : cards)
        m_cards.insert(card.id, card);
    arrange();
    const auto state = m_cards.isEmpty() ? State::Empty : State::Ready;
    const bool first = m_state == State::Loading;
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
    Q_EMIT filterChanged();
    if (first)
        Q_EMIT firstShown();
}

void DealBoardModel::arrange()
{
    const auto today = QDate::currentDate();
    std::vector<std::vector<DealCard>> wanted(stageCount);
    for (const auto& card : std::as_const(m_cards))
        if (m_filter.admits(card, today))
            wanted[size_t(card.stage)].push_back(card);
    for (int stage = 0; stage < stageCount; ++stage) {
        auto& cards = wanted[size_t(stage)];
        std::ranges::sort(cards, [this](const auto& a, const auto& b) { return comesBefore(a, b, m_sort); });
        m_columns[size_t(stage)]->show(std::move(cards));
    }
    addUp();
    Q_EMIT selectionChanged();
}

void DealBoardModel::addUp()
{
    for (const auto& column : m_columns)
        column->addUp();
    Q_EMIT summaryChanged();
}

QString DealBoardModel::summary() const
{
    int open = 0;
    MoneySums sums, weighted;
    for (int stage = 0; stage < activeStages; ++stage) {
        const auto& column = *m_columns[size_t(stage)];
        open += column.count();
        for (const auto& [currency, minor] : column.sums())
            sums[currency] += minor;
        for (const auto& [currency, minor] : column.weighted())
            weighted[currency] += minor;
    }
    QStringList parts {tr("%1 open").arg(m_formats.locale().toString(open))};
    if (const auto text = m_formats.shortSums(sums); !text.isEmpty())
        parts += text;
    if (const auto text = m_formats.shortSums(weighted); !text.isEmpty())
        parts += tr("weighted %1").arg(text);
    return parts.join(QStringLiteral(" · "));
}

const DealCard* DealBoardModel::find(const QString& dealId) const
{
    const auto found = m_cards.constFind(dealId);
    return found == m_cards.constEnd() ? nullptr : &*found;
}

DealCard DealBoardModel::cardOf(const QString& dealId) const
{
    const auto* card = find(dealId);
    return card ? *card : DealCard();
}

void DealBoardModel::refresh(const QString& dealId)
{
    m_source.card(dealId).then(this, [this, dealId](const Answer<DealCard>& answer) {
        if (answer)
            return apply(*answer);
        if (answer.error().code != QLatin1String("not_found"))
            return;
        if (const auto* card = find(dealId)) {
            column(card->stage).take(dealId);
            m_cards.remove(dealId);
            addUp();
        }
    });
}

void DealBoardModel::apply(const DealCard& card)
{
    if (const auto* before = find(card.id); before && before->stage != card.stage)
        column(before->stage).take(card.id);
    m_cards.insert(card.id, card);
    auto& target = column(card.stage);
    if (!m_filter.admits(card, QDate::currentDate())) {
        target.take(card.id);
    } else {
        const auto& rows = target.rows();
        const auto place = std::ranges::count_if(
            rows, [&](const DealCard& other) { return other.id != card.id && comesBefore(other, card, m_sort); });
        target.put(card, int(place));
    }
    addUp();
    if (m_state == State::Empty) { // somebody has written the first deal
        m_state = State::Ready;
        Q_EMIT stateChanged();
    }
    if (card.id == m_selectedId)
        Q_EMIT selectionChanged();
}

void DealBoardModel::lift(const QString& dealId)
{
    if (!find(dealId))
        return;
    m_liftedId = dealId;
    m_hasAnswers = false;
    Q_EMIT liftChanged();
    m_source.answers(dealId).then(this, [this, dealId](const Answer<std::vector<StageAnswer>>& answer) {
        if (m_liftedId != dealId)
            return;
        if (!answer) {
            m_undo.complain(answer.error().text);
            return release();
        }
        setAnswers(*answer);
        m_hasAnswers = true;
        Q_EMIT liftChanged();
        Q_EMIT answered(dealId);
    });
}

void DealBoardModel::setAnswers(const std::vector<StageAnswer>& answers)
{
    for (const auto& column : m_columns) {
        const auto found = std::ranges::find(answers, column->stage(), &StageAnswer::stage);
        column->setAnswer(found == answers.end() ? std::optional<StageAnswer>() : *found);
    }
}

void DealBoardModel::release()
{
    if (m_liftedId.isEmpty())
        return;
    m_liftedId.clear();
    m_hasAnswers = false;
    setAnswers({});
    Q_EMIT liftChanged();
}

bool DealBoardModel::drop(int stage, const QVariantMap& input)
{
    const auto* found = find(m_liftedId);
    if (!found || stage < 0 || stage >= stageCount)
        return false;
    const auto before = *found;
    const auto& answer = column(Stage(stage)).answer();
    if (!answer || answer->kind == StageAnswer::Kind::Forbidden || answer->kind == StageAnswer::Kind::Same)
        return false;
    MoveRequest request;
    request.dealId = before.id;
    request.to = Stage(stage);
    request.override = answer->needsOverride;
    request.reason = input.value(QStringLiteral("reason")).toString().trimmed();
    request.lostReason = input.value(QStringLiteral("lostReason")).toString().trimmed();
    if (answer->needsClosedValue) {
        const auto currency = before.amount.isSet() ? before.amount.currency : m_source.viewer().currency;
        const auto money
            = readMoney(input.value(QStringLiteral("closedValue")).toString(), m_formats.locale(), currency);
        if (money && money->minor > 0)
            request.closedValue = *money;
    }
    if ((answer->needsReason && request.reason.size() < 3) || (answer->needsLostReason && request.lostReason.size() < 3)
        || (answer->needsClosedValue && !request.closedValue.isSet()))
        return false;
    const int missing = answer->kind == StageAnswer::Kind::Allowed ? answer->missing : 0;
    release();
    sendMove(before, request, missing);
    return true;
}

void DealBoardModel::sendMove(const DealCard& before, const MoveRequest& request, int missing)
{
    auto moved = before;
    moved.stage = request.to;
    moved.daysInStage = 0;
    if (request.to == Stage::Won || request.to == Stage::Lost)
        moved.closedOn = QDate::currentDate();
    apply(moved);
    select(before.id);
    m_source.move(request).then(this, [this, before, to = request.to, missing](const Answer<Receipt>& answer) {
        if (!answer) {
            apply(before);
            return m_undo.complain(answer.error().text);
        }
        auto text = tr("%1 moved to %2").arg(before.name, stageName(to));
        if (missing > 0)
            text = missing == 1 ? tr("%1, 1 proof missing").arg(text)
                                : tr("%1, %2 proofs missing").arg(text).arg(missing);
        m_undo.say(text, answer->undoToken);
    });
}

void DealBoardModel::moveBy(const QString& dealId, int stages)
{
    const auto* card = find(dealId);
    if (!card)
        return;
    const int target = int(card->stage) + stages;
    if (target < 0 || target >= activeStages || card->stage >= Stage::Won)
        return;
    lift(dealId);
    connect(
        this, &DealBoardModel::answered, this,
        [this, target](const QString& id) {
            const auto& column = *m_columns[size_t(target)];
            if (column.needsInput()) {
                Q_EMIT inputAsked(id, target);
            } else if (!drop(target)) {
                m_undo.complain(
                    column.answerMessage().isEmpty() ? tr("This move is not allowed") : column.answerMessage());
                release();
            }
        },
        Qt::SingleShotConnection);
}

}
