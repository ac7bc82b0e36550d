// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/workspace.hpp"

namespace agentarmy::app {

Workspace::Workspace(WorkspaceSource& source, QObject* parent)
    : QObject(parent)
    , m_viewer(source.viewer())
    , m_undo(source)
    , m_board(source, m_undo, m_formats)
    , m_deal(source, m_undo, m_formats)
    , m_conversations(source, m_formats)
    , m_conversation(source, m_formats)
{
}

QVariantList Workspace::find(const QString& text, int limit) const
{
    QVariantList found;
    const auto words = QStringView(text).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return found;
    const auto matches = [&](const QString& subject) {
        return std::ranges::all_of(words, [&](QStringView word) { return subject.contains(word, Qt::CaseInsensitive); });
    };
    int deals = 0;
    for (int stage = 0; stage < stageCount; ++stage)
        for (const auto& card : m_board.column(Stage(stage)).rows()) {
            const auto title = card.account + QStringLiteral(", ") + card.name;
            if (deals >= limit || !matches(title))
                continue;
            ++deals;
            const auto amount = card.amount.isSet() ? m_formats.money(card.amount) + QStringLiteral(" · ") : QString();
            found += QVariantMap{{QStringLiteral("kind"), QStringLiteral("deal")}, {QStringLiteral("id"), card.id},
                {QStringLiteral("title"), title}, {QStringLiteral("note"), amount + stageName(card.stage)}};
        }
    return found;
}

}
