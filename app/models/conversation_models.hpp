// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/undo_log.hpp"
#include "app/models/view_lists.hpp"
#include <set>

namespace agentarmy::app {

/// All conversations of the workspace, newest first, narrowed by one view and a text.
class ConversationsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
    Q_PROPERTY(int view READ view WRITE setView NOTIFY changed)
    Q_PROPERTY(QString filterText READ filterText WRITE setFilterText NOTIFY changed)
    Q_PROPERTY(QList<int> counts READ counts NOTIFY changed)
    Q_PROPERTY(int shown READ shown NOTIFY changed)
    Q_PROPERTY(int unread READ unread NOTIFY changed)
public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)
    enum View { All, WaitingOnUs, WaitingOnThem, Escalated, Snoozed, Unread };
    Q_ENUM(View)
    ConversationsModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent = nullptr);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QAbstractItemModel* rows() const { return m_rows.get(); }
    int view() const { return m_view; }
    void setView(int view);
    QString filterText() const { return m_filterText; }
    void setFilterText(const QString& text);
    QList<int> counts() const { return m_counts; }
    int shown() const { return m_rows->rowCount(); }
    const std::vector<ConversationRow>& all() const { return m_all; }
    Q_INVOKABLE void load();
    Q_INVOKABLE QString idAt(int row) const;
    Q_INVOKABLE int rowOf(const QString& id) const { return m_rows->rowOf(id); }
    int unread() const;
    Q_INVOKABLE bool isUnread(const QString& id) const;
    Q_INVOKABLE void markUnread(const QString& id, bool unread);
    Q_INVOKABLE void markAllRead(); ///< all of them, whatever is shown; can be undone

Q_SIGNALS:
    void changed();

private:
    /// `since`: what was last touched before it waits for nothing any more; it is history.
    static bool admits(const ConversationRow& row, int view, const QDateTime& since);
    void arrange(); ///< counts, and shows what is admitted
    void setUnread(const QStringList& ids, bool unread, const std::function<void(const Receipt&)>& then);
    WorkspaceSource& m_source;
    UndoLog& m_undo;
    std::set<QString> m_readHere; ///< read while the unread ones are shown: they stay until another view is chosen
    std::vector<ConversationRow> m_all;
    QList<int> m_counts; ///< by view; kept, since every pill asks at every change
    std::unique_ptr<ConversationListModel> m_rows;
    State m_state = State::Loading;
    QString m_problem, m_filterText;
    int m_view = All;
};

/// One conversation to read: mails and chat lines, or the transcript of a meeting. `mark` names the words to show.
class ConversationModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString conversationId READ conversationId NOTIFY changed)
    Q_PROPERTY(QString subject READ subject NOTIFY changed)
    Q_PROPERTY(QString account READ account NOTIFY changed)
    Q_PROPERTY(QString dealId READ dealId NOTIFY changed)
    Q_PROPERTY(QString dealLine READ dealLine NOTIFY changed)
    Q_PROPERTY(bool spoken READ spoken NOTIFY changed)
    Q_PROPERTY(QVariantMap advice READ advice NOTIFY changed)
    Q_PROPERTY(bool hasDraft READ hasDraft NOTIFY changed)
    Q_PROPERTY(QString replyTo READ replyTo NOTIFY changed) ///< who an answer would go to; empty: nobody
    Q_PROPERTY(QString snoozed READ snoozed NOTIFY changed) ///< until when it is put aside; empty: it is not
    Q_PROPERTY(bool byPerson READ byPerson NOTIFY changed) ///< a person answers in it, not the agent
    Q_PROPERTY(QAbstractItemModel* passages READ passages CONSTANT)
    Q_PROPERTY(QString markId READ markId NOTIFY markChanged)
    Q_PROPERTY(int markBegin READ markBegin NOTIFY markChanged)
    Q_PROPERTY(int markEnd READ markEnd NOTIFY markChanged)
    Q_PROPERTY(int markRow READ markRow NOTIFY markChanged)
public:
    enum class State { None, Loading, Ready, Failed };
    Q_ENUM(State)
    ConversationModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent = nullptr);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QString conversationId() const { return m_id; }
    QString subject() const { return m_view.row.subject; }
    QString account() const { return m_view.row.account; }
    QString dealId() const { return m_view.dealId; }
    QString dealLine() const { return m_view.dealLine; }
    bool spoken() const { return m_view.spoken; }
    QVariantMap advice() const { return toMap(m_view.advice, m_formats); }
    bool hasDraft() const { return !m_view.advice.draftText.isEmpty(); }
    QString replyTo() const;
    QString snoozed() const;
    bool byPerson() const { return m_view.row.byPerson; }
    QAbstractItemModel* passages() const { return m_passages.get(); }
    QString markId() const { return m_markId; }
    int markBegin() const { return m_markBegin; }
    int markEnd() const { return m_markEnd; }
    int markRow() const { return m_passages->rowOf(m_markId); }
    /// `quote`: a map with sourceId, begin, end, or empty.
    Q_INVOKABLE void open(const QString& conversationId, const QVariantMap& quote = {});
    Q_INVOKABLE void reload() { open(m_id); }
    Q_INVOKABLE void snooze(const QDateTime& until); ///< invalid: no longer
    Q_INVOKABLE void hand(bool toPerson);
    Q_INVOKABLE void askForDraft();

Q_SIGNALS:
    void changed();
    void markChanged();

private:
    enum class Jump { No, Yes };
    void read(Jump jump); ///< No: what the eye rests on stays where it is
    WorkspaceSource& m_source;
    UndoLog& m_undo;
    const Formats& m_formats;
    ConversationView m_view;
    QString m_id, m_problem, m_markId;
    int m_markBegin = 0, m_markEnd = 0;
    State m_state = State::None;
    std::unique_ptr<PassageModel> m_passages;
};

}
