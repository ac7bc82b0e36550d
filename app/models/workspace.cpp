// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/workspace.hpp"
#include "app/format/later_times.hpp"
#include <tuple>

namespace agentarmy::app {

Workspace::Workspace(WorkspaceSource& source, QObject* parent)
    : QObject(parent)
    , m_viewer(source.viewer())
    , m_undo(source)
    , m_board(source, m_undo, m_formats)
    , m_table(source, m_undo, m_board, m_formats)
    , m_groups(source, m_undo, m_board, m_formats)
    , m_views(m_board, m_table, m_groups, m_undo)
    , m_deal(source, m_undo, m_formats)
    , m_conversations(source, m_formats)
    , m_conversation(source, m_undo, m_formats)
    , m_approvals(source, m_undo, m_formats)
    , m_accounts(source, m_undo, m_formats)
    , m_record(source, m_undo, m_formats)
    , m_compose(source, m_undo, m_approvals, m_accounts)
    , m_home(source, m_undo, m_approvals, m_formats)
    , m_insights(source, m_undo, m_formats)
    , m_importing(source, m_formats)
    , m_settings(source, m_undo)
    , m_wholeData(source, m_undo, m_formats)
    , m_putAway(source, m_undo, m_formats)
{
    connect(&source, &WorkspaceSource::workspaceChanged, this, [this, &source] {
        m_viewer = source.viewer();
        Q_EMIT viewerChanged();
    });
    connect(&source, &WorkspaceSource::workspaceReplaced, this, &Workspace::replaced);
}

QVariantList Workspace::laterTimes() const
{
    QVariantList list;
    const auto now = QDateTime::currentDateTime();
    for (const auto& time : app::laterTimes(now))
        list += QVariantMap {{QStringLiteral("text"), time.text}, {QStringLiteral("at"), time.at},
            {QStringLiteral("note"),
                m_formats.day(time.at.date(), now.date()) + QStringLiteral(", ") + m_formats.time(time.at)}};
    return list;
}

QDateTime Workspace::readMoment(const QString& text) const
{
    return app::readMoment(text, m_formats.locale(), QDateTime::currentDateTime());
}

QVariantList Workspace::find(const QString& text, int limit) const
{
    QVariantList found;
    const auto words = QStringView(text).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return found;
    const auto matches = [&](const QString& subject) {
        return std::ranges::all_of(
            words, [&](QStringView word) { return subject.contains(word, Qt::CaseInsensitive); });
    };
    std::vector<const DealCard*> deals;
    for (const auto& card : m_board.cards())
        if (matches(card.account + QStringLiteral(", ") + card.name))
            deals.push_back(&card);
    std::ranges::sort(deals, [](const auto* a, const auto* b) { // open ones first
        return std::tie(a->stage, a->account, a->name) < std::tie(b->stage, b->account, b->name);
    });
    for (const auto* card : deals) {
        if (found.size() == limit)
            break;
        const auto amount = card->amount.isSet() ? m_formats.money(card->amount) + QStringLiteral(" · ") : QString();
        found += QVariantMap {{QStringLiteral("kind"), QStringLiteral("deal")}, {QStringLiteral("id"), card->id},
            {QStringLiteral("title"), card->account + QStringLiteral(", ") + card->name},
            {QStringLiteral("note"), amount + stageName(card->stage)}};
    }
    int companies = 0;
    for (const auto& row : m_accounts.book().accounts) {
        if (companies == limit || !matches(row.name + u' ' + row.domain))
            continue;
        ++companies;
        found += QVariantMap {{QStringLiteral("kind"), QStringLiteral("account")}, {QStringLiteral("id"), row.id},
            {QStringLiteral("title"), row.name}, {QStringLiteral("note"), row.domain}};
    }
    int people = 0;
    for (const auto& row : m_accounts.book().people) {
        if (people == limit || !matches(row.name + u' ' + row.email + u' ' + row.account))
            continue;
        ++people;
        found += QVariantMap {{QStringLiteral("kind"), QStringLiteral("person")}, {QStringLiteral("id"), row.id},
            {QStringLiteral("title"), row.name},
            {QStringLiteral("note"), row.account.isEmpty() ? row.email : row.account}};
    }
    int shown = 0;
    for (const auto& row : m_conversations.all()) {
        if (shown == limit || !matches(row.person + u' ' + row.account + u' ' + row.subject))
            continue;
        ++shown;
        found += QVariantMap {{QStringLiteral("kind"), QStringLiteral("conversation")}, {QStringLiteral("id"), row.id},
            {QStringLiteral("title"), row.subject.isEmpty() ? row.person : row.subject},
            {QStringLiteral("note"),
                row.person + QStringLiteral(" · ") + m_formats.stamp(row.lastAt, QDateTime::currentDateTime())}};
    }
    return found;
}

}
