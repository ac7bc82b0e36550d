// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/workspace.hpp"
#include "app/format/later_times.hpp"

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
    , m_conversations(source, m_undo, m_formats)
    , m_conversation(source, m_undo, m_formats)
    , m_approvals(source, m_undo, m_formats)
    , m_accounts(source, m_undo, m_formats)
    , m_record(source, m_undo, m_formats)
    , m_compose(source, m_undo, m_approvals, m_accounts)
    , m_home(source, m_undo, m_approvals, m_formats)
    , m_insights(source, m_undo, m_formats)
    , m_importing(source, m_formats)
    , m_settings(source, m_undo)
    , m_mailboxes(source, m_undo, m_formats)
    , m_persona(source, m_undo)
    , m_wholeData(source, m_undo, m_formats)
    , m_putAway(source, m_undo, m_formats)
    , m_palette(
          source, {m_board, m_deal, m_conversation, m_approvals, m_insights, m_views, m_settings, m_undo}, m_formats)
{
    connect(&source, &WorkspaceSource::workspaceChanged, this, [this, &source] {
        m_viewer = source.viewer();
        Q_EMIT viewerChanged();
    });
    connect(&source, &WorkspaceSource::workspaceReplaced, this, [this] {
        m_palette.setRemembered({}); // names of what may be erased or cleared
        Q_EMIT replaced();
    });
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

}
