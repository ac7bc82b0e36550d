// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/accounts_model.hpp"
#include "app/models/appearance.hpp"
#include "app/models/approvals_model.hpp"
#include "app/models/compose_model.hpp"
#include "app/models/conversation_models.hpp"
#include "app/models/data_model.hpp"
#include "app/models/deal_board_model.hpp"
#include "app/models/deal_detail_model.hpp"
#include "app/models/deal_groups_model.hpp"
#include "app/models/deal_table_model.hpp"
#include "app/models/home_model.hpp"
#include "app/models/import_model.hpp"
#include "app/models/insights_model.hpp"
#include "app/models/mailboxes_model.hpp"
#include "app/models/notice_settings_model.hpp"
#include "app/models/palette_model.hpp"
#include "app/models/persona_model.hpp"
#include "app/models/put_away_model.hpp"
#include "app/models/record_model.hpp"
#include "app/models/saved_views_model.hpp"
#include "app/models/settings_model.hpp"

namespace agentarmy::app {

/// Everything that the pages show, over one source. Only the board is filled at start; the rest loads when it is
/// opened.
class Workspace : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(agentarmy::app::DealBoardModel* board READ board CONSTANT)
    Q_PROPERTY(agentarmy::app::DealTableModel* table READ table CONSTANT)
    Q_PROPERTY(agentarmy::app::DealGroupsModel* groups READ groups CONSTANT)
    Q_PROPERTY(agentarmy::app::SavedViewsModel* views READ views CONSTANT)
    Q_PROPERTY(agentarmy::app::DealDetailModel* deal READ deal CONSTANT)
    Q_PROPERTY(agentarmy::app::ConversationsModel* conversations READ conversations CONSTANT)
    Q_PROPERTY(agentarmy::app::ConversationModel* conversation READ conversation CONSTANT)
    Q_PROPERTY(agentarmy::app::ApprovalsModel* approvals READ approvals CONSTANT)
    Q_PROPERTY(agentarmy::app::AccountsModel* accounts READ accounts CONSTANT)
    Q_PROPERTY(agentarmy::app::RecordModel* record READ record CONSTANT)
    Q_PROPERTY(agentarmy::app::ComposeModel* compose READ compose CONSTANT)
    Q_PROPERTY(agentarmy::app::HomeModel* home READ home CONSTANT)
    Q_PROPERTY(agentarmy::app::InsightsModel* insights READ insights CONSTANT)
    Q_PROPERTY(agentarmy::app::ImportModel* importing READ importing CONSTANT)
    Q_PROPERTY(agentarmy::app::SettingsModel* settings READ settings CONSTANT)
    Q_PROPERTY(agentarmy::app::MailboxesModel* mailboxes READ mailboxes CONSTANT)
    Q_PROPERTY(agentarmy::app::PersonaModel* persona READ persona CONSTANT)
    Q_PROPERTY(agentarmy::app::Appearance* appearance READ appearance CONSTANT)
    Q_PROPERTY(agentarmy::app::DataModel* wholeData READ wholeData CONSTANT)
    Q_PROPERTY(agentarmy::app::NoticeSettingsModel* notices READ notices CONSTANT)
    Q_PROPERTY(agentarmy::app::PutAwayModel* putAway READ putAway CONSTANT)
    Q_PROPERTY(agentarmy::app::PaletteModel* palette READ palette CONSTANT)
    Q_PROPERTY(agentarmy::app::UndoLog* undo READ undo CONSTANT)
    Q_PROPERTY(QString userName READ userName NOTIFY viewerChanged)
    Q_PROPERTY(QString userInitials READ userInitials NOTIFY viewerChanged)
    Q_PROPERTY(QString workspaceName READ workspaceName NOTIFY viewerChanged)
public:
    explicit Workspace(WorkspaceSource& source, QObject* parent = nullptr);
    DealBoardModel* board() { return &m_board; }
    DealTableModel* table() { return &m_table; }
    DealGroupsModel* groups() { return &m_groups; }
    SavedViewsModel* views() { return &m_views; }
    DealDetailModel* deal() { return &m_deal; }
    ConversationsModel* conversations() { return &m_conversations; }
    ConversationModel* conversation() { return &m_conversation; }
    ApprovalsModel* approvals() { return &m_approvals; }
    AccountsModel* accounts() { return &m_accounts; }
    RecordModel* record() { return &m_record; }
    ComposeModel* compose() { return &m_compose; }
    HomeModel* home() { return &m_home; }
    InsightsModel* insights() { return &m_insights; }
    ImportModel* importing() { return &m_importing; }
    SettingsModel* settings() { return &m_settings; }
    MailboxesModel* mailboxes() { return &m_mailboxes; }
    PersonaModel* persona() { return &m_persona; }
    Appearance* appearance() { return &m_appearance; }
    DataModel* wholeData() { return &m_wholeData; }
    NoticeSettingsModel* notices() { return &m_notices; }
    PutAwayModel* putAway() { return &m_putAway; }
    PaletteModel* palette() { return &m_palette; }
    UndoLog* undo() { return &m_undo; }
    QString userName() const { return m_viewer.name; }
    QString userInitials() const { return m_viewer.initials; }
    QString workspaceName() const { return m_viewer.workspace; }
    /// Moments to come back to something: maps with text, note, at.
    Q_INVOKABLE QVariantList laterTimes() const;
    /// A moment as people type it; an invalid date: it cannot be read, or is not to come.
    Q_INVOKABLE QDateTime readMoment(const QString& text) const;

Q_SIGNALS:
    void viewerChanged();
    void replaced(); ///< other data altogether

private:
    ViewerView m_viewer;
    Formats m_formats;
    UndoLog m_undo;
    DealBoardModel m_board;
    DealTableModel m_table;
    DealGroupsModel m_groups;
    SavedViewsModel m_views;
    DealDetailModel m_deal;
    ConversationsModel m_conversations;
    ConversationModel m_conversation;
    ApprovalsModel m_approvals;
    AccountsModel m_accounts;
    RecordModel m_record;
    ComposeModel m_compose;
    HomeModel m_home;
    InsightsModel m_insights;
    ImportModel m_importing;
    SettingsModel m_settings;
    MailboxesModel m_mailboxes;
    PersonaModel m_persona;
    Appearance m_appearance;
    DataModel m_wholeData;
    NoticeSettingsModel m_notices;
    PutAwayModel m_putAway;
    PaletteModel m_palette;
};

}
