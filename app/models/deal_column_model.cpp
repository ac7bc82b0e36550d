// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/deal_column_model.hpp"
#include "app/theme/theme.hpp"
#include <cmath>

namespace agentarmy::app {

DealColumnModel::DealColumnModel(Stage stage, const Formats& formats, QObject* parent)
    : DiffListModel(parent)
    , m_stage(stage)
    , m_formats(formats)
{
}

QVariant DealColumnModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    switch (role) {
    case CardRole:
        return QVariant::fromValue(at(index.row()));
    case IdRole:
        return at(index.row()).id;
    case Qt::DisplayRole:
        return at(index.row()).name;
    default:
        return {};
    }
}

QHash<int, QByteArray> DealColumnModel::roleNames() const { return {{CardRole, "card"}, {IdRole, "dealId"}}; }

void DealColumnModel::addUp()
{
    MoneySums sums, weighted;
    for (const auto& card : rows()) {
        if (!card.amount.isSet())
            continue;
        sums[card.amount.currency] += card.amount.minor;
        weighted[card.amount.currency] += std::llround(double(card.amount.minor) * card.probability);
    }
    m_sums = std::move(sums);
    m_weighted = std::move(weighted);
    Q_EMIT sumsChanged();
}

QString DealColumnModel::sumText() const { return m_formats.shortSums(m_sums); }

QString DealColumnModel::weightedText() const
{
    const auto sums = m_formats.shortSums(m_weighted);
    if (sums.isEmpty()) // nothing, or amounts of zero
        return {};
    const auto& [currency, minor] = *m_weighted.begin();
    return tr("weighted %1")
        .arg(m_weighted.size() == 1 ? m_formats.shortFigure({minor, currency})
                                    : sums); // the line above names the currency
}

QString DealColumnModel::weightedShort() const
{
    return m_weighted.size() > 1 ? tr("weighted %1").arg(m_formats.shortSums(m_weighted, 1)) : weightedText();
}

QString DealColumnModel::laneText() const { return m_formats.shortSums(m_sums, 1); }

QString DealColumnModel::tipText() const
{
    QStringList lines;
    for (const auto& [currency, minor] : m_sums) {
        const auto part = m_weighted.find(currency);
        lines += tr("%1, weighted %2")
                     .arg(m_formats.money({minor, currency}),
                         m_formats.money({part == m_weighted.end() ? 0 : part->second, currency}));
    }
    const auto without = std::ranges::count_if(rows(), [](const DealCard& card) { return !card.amount.isSet(); });
    if (without > 0)
        lines += tr("%1 without an amount").arg(without);
    return lines.join(u'\n');
}

void DealColumnModel::setAnswer(std::optional<StageAnswer> answer)
{
    m_answer = std::move(answer);
    Q_EMIT answerChanged();
}

QString DealColumnModel::answerText() const
{
    if (!m_answer)
        return {};
    switch (m_answer->kind) {
    case StageAnswer::Kind::Same:
        return {};
    case StageAnswer::Kind::Forbidden:
        return tr("Not allowed");
    case StageAnswer::Kind::NeedsInput:
        return m_answer->needsClosedValue && !m_answer->needsReason ? tr("Needs the final amount")
                                                                    : tr("Needs a reason");
    case StageAnswer::Kind::Allowed:
        return m_answer->missing ? tr("%1 of %2 missing").arg(m_answer->missing).arg(m_answer->proof.size())
                                 : QString();
    }
    return {};
}

int DealColumnModel::answerTone() const
{
    return forbidden() ? Theme::Bad : lacksProof() ? Theme::Warn : Theme::Neutral;
}

QString DealColumnModel::proofTitle() const { return tr("Missing to enter %1").arg(title()); }

QString DealColumnModel::dropHint() const
{
    if (m_answer && !m_answer->hint.isEmpty())
        return m_answer->hint;
    return tr("Drop to move it all the same. The history keeps what was missing.");
}

QVariantList DealColumnModel::proof() const
{
    QVariantList lines;
    if (m_answer)
        for (const auto& line : m_answer->proof)
            lines += QVariantMap {{QStringLiteral("text"), line.text}, {QStringLiteral("note"), line.note},
                {QStringLiteral("met"), line.met}};
    return lines;
}

QString DealColumnModel::idAt(int row) const { return row >= 0 && row < rowCount() ? at(row).id : QString(); }

DealCard DealColumnModel::cardAt(int row) const { return row >= 0 && row < rowCount() ? at(row) : DealCard(); }

}
