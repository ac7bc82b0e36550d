// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/put_away_model.hpp"

namespace agentarmy::app {

PutAwayModel::PutAwayModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_formats(formats)
{
}

QVariantList PutAwayModel::rows() const
{
    QVariantList list;
    const auto now = QDateTime::currentDateTime();
    for (const auto& row : m_rows)
        list += QVariantMap {{QStringLiteral("id"), row.id}, {QStringLiteral("name"), row.name},
            {QStringLiteral("account"), row.account}, {QStringLiteral("deleted"), row.deleted},
            {QStringLiteral("note"),
                (row.deleted ? tr("deleted %1") : tr("archived %1"))
                    .arg(m_formats.relativeDay(row.at.date(), now.date()))}};
    return list;
}

void PutAwayModel::load()
{
    m_loading = true;
    Q_EMIT changed();
    m_source.putAway().then(this, [this](Answer<std::vector<PutAwayView>> answer) {
        m_loading = false;
        m_problem = answer ? QString() : answer.error().text;
        if (answer)
            m_rows = std::move(*answer);
        Q_EMIT changed();
    });
}

void PutAwayModel::restore(const QString& dealId)
{
    const auto row = std::ranges::find(m_rows, dealId, &PutAwayView::id);
    if (row == m_rows.end())
        return;
    auto answer = row->deleted ? m_source.restore(dealId) : m_source.archive(dealId, false);
    answer.then(this, [this, name = row->name](const Answer<Receipt>& done) {
        if (!done)
            return m_undo.complain(done.error().text);
        m_undo.say(tr("%1 is back on the board").arg(name), done->undoToken);
        load();
    });
}

}
