// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/account_view.hpp"
#include "app/view/approval_view.hpp"
#include "app/view/conversation_view.hpp"
#include "app/view/data_view.hpp"
#include "app/view/found_view.hpp"
#include "app/view/home_view.hpp"
#include "app/view/import_view.hpp"
#include "app/view/insight_view.hpp"
#include "app/view/mailbox_view.hpp"
#include "app/view/persona_view.hpp"
#include "app/view/settings_view.hpp"
#include <QFuture>
#include <QObject>
#include <tl/expected.hpp>

namespace agentarmy::app {

template <typename T> using Answer = tl::expected<T, Problem>;

/// Who looks at the workspace.
struct ViewerView {
    QString id, name, initials, workspace;
    QString currency; ///< of amounts that name none
};

/// Somebody of our side who can own a deal.
struct OwnerView {
    QString id, name;
};

/// A deal that was archived or deleted.
struct PutAwayView {
    QString id, name, account;
    bool deleted = false;
    QDateTime at;
};

/// A field edit of a deal; `value` is text for "name", "ownerId" and "productLine" (empty: cleared), a QDate for
/// "closeDate" (invalid: cleared), a MoneyView for "estimatedValue" (unset: cleared), a bool for "needsReview".
struct FieldEdit {
    QString dealId, field;
    QVariant value;
};

/// The same for many deals at once: either a field or a stage.
struct BulkEdit {
    QStringList dealIds;
    QString field; ///< as in FieldEdit, or "stage" or "archived"
    QVariant value; ///< of "stage" its number
};
struct BulkReceipt {
    QString undoToken; ///< takes all of it back
    int done = 0;
    QStringList refused; ///< "Fleet planning: needs a reason", a line for each that was left as it was
};

/// Where the view models read from and write to. Every call returns at once; the answer comes on another thread through
/// the future, so attach with `.then(receiver, ...)`. Writes are done one after the other, in the order of the calls.
class WorkspaceSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual ViewerView viewer() const = 0;
    virtual std::vector<OwnerView> owners() const = 0; ///< by name
    virtual QFuture<Answer<BoardView>> board() = 0;
    virtual QFuture<Answer<DealCard>> card(const QString& dealId) = 0;
    virtual QFuture<Answer<std::vector<StageAnswer>>> answers(const QString& dealId) = 0;
    virtual QFuture<Answer<Receipt>> move(const MoveRequest& request) = 0;
    virtual QFuture<Answer<Receipt>> edit(const FieldEdit& edit) = 0;
    virtual QFuture<Answer<Receipt>> qualify(const PointEditView& edit) = 0;
    /// The value before an entry of the history ("17-closeDate") is written again.
    virtual QFuture<Answer<Receipt>> restoreField(const QString& dealId, const QString& historyId) = 0;
    virtual QFuture<Answer<Receipt>> addTask(const QString& dealId, const QString& text, QDate due) = 0;
    virtual QFuture<Answer<Receipt>> setTaskDone(const QString& dealId, const QString& taskId, bool done) = 0;
    /// What the rules refuse for one deal is left as it was and named; the rest is done.
    virtual QFuture<Answer<BulkReceipt>> editMany(const BulkEdit& edit) = 0;
    virtual QFuture<Answer<Receipt>> archive(const QString& dealId, bool archived) = 0;
    virtual QFuture<Answer<Receipt>> remove(const QString& dealId) = 0;
    /// Archived and deleted deals, newest first.
    virtual QFuture<Answer<std::vector<PutAwayView>>> putAway() = 0;
    virtual QFuture<Answer<Receipt>> restore(const QString& dealId) = 0;
    virtual QFuture<Answer<Receipt>> undo(const QString& token) = 0;
    virtual QFuture<Answer<DealView>> deal(const QString& dealId) = 0;
    virtual QFuture<Answer<std::vector<ConversationRow>>> conversations() = 0;
    virtual QFuture<Answer<ConversationView>> conversation(const QString& conversationId) = 0;
    virtual QFuture<Answer<HomeView>> home() = 0;
    /// The viewer's target of this quarter for "revenue", "activity" or "pipeline" (money: minor units); none: no more.
    virtual QFuture<Answer<Receipt>> setTarget(const QString& type, std::optional<double> target) = 0;
    /// Puts a conversation aside until then; invalid: no longer.
    virtual QFuture<Answer<Receipt>> snooze(const QString& conversationId, const QDateTime& until) = 0;
    /// The viewer has seen these, or wants to see them again. Who asks shows it: nothing is told of it.
    virtual QFuture<Answer<Receipt>> setUnread(const QStringList& conversationIds, bool unread) = 0;
    /// A person answers in it from now on, or the agent again.
    virtual QFuture<Answer<Receipt>> hand(const QString& conversationId, bool toPerson) = 0;
    /// Kept as a draft; approving it sends it.
    virtual QFuture<Answer<NewReceipt>> writeMessage(const OwnMessageView& message) = 0;
    /// The agent writes one, or the one that waits.
    virtual QFuture<Answer<NewReceipt>> askForDraft(const QString& conversationId) = 0;
    /// Drafts that wait for a person, most urgent first, then approved ones that have not left.
    virtual QFuture<Answer<std::vector<ApprovalView>>> approvals() = 0;
    virtual QFuture<Answer<Receipt>> decide(const DraftDecision& decision) = 0;
    /// An approved message was handed to the mail program.
    virtual QFuture<Answer<Receipt>> handedOver(const QString& draftId) = 0;
    /// Writes an approved message as a file that mail programs open; the answer is where it lies.
    virtual QFuture<Answer<QString>> writeOut(const QString& draftId) = 0;
    /// Which files, how their tables would be read; writes nothing.
    virtual QFuture<Answer<ImportPreviewView>> previewImport(const ImportRequest& request) = 0;
    /// One at a time, after those asked before; importProgress() tells how far it is.
    virtual QFuture<Answer<ImportReportView>> runImport(const ImportRequest& request) = 0;
    /// Accounts, people, and which of them may be one.
    virtual QFuture<Answer<AccountBookView>> accountBook() = 0;
    virtual QFuture<Answer<RecordView>> record(RecordKind kind, const QString& id) = 0;
    virtual QFuture<Answer<Receipt>> editRecord(const RecordEdit& edit) = 0;
    virtual QFuture<Answer<NewReceipt>> createRecord(const NewRecord& record) = 0;
    /// The second becomes part of the first.
    virtual QFuture<Answer<Receipt>> mergeRecords(RecordKind kind, const QString& keep, const QString& giveUp) = 0;
    /// The two are not one; the pair is not shown again.
    virtual QFuture<Answer<Receipt>> keepApart(const QString& first, const QString& second) = 0;
    virtual QFuture<Answer<Receipt>> archiveRecord(RecordKind kind, const QString& id, bool archived) = 0;
    virtual QFuture<Answer<Receipt>> removeRecord(RecordKind kind, const QString& id) = 0;
    /// Open ones, then those that were answered; each newest first.
    virtual QFuture<Answer<std::vector<InsightView>>> insights() = 0;
    /// "useful", "false_alarm", "snoozed" (until then), or empty: it is open again.
    virtual QFuture<Answer<Receipt>> answerInsight(const QString& dealId, const QString& answer, const QDateTime& until)
        = 0;
    virtual QFuture<Answer<SettingsView>> settings() = 0;
    virtual QFuture<Answer<SettingsView>> setSetting(const SettingEdit& edit) = 0;
    /// How the agent writes. Kept ones hold for drafts from then on.
    virtual QFuture<Answer<PersonaView>> persona() = 0;
    virtual QFuture<Answer<Receipt>> setPersona(const PersonaView& persona) = 0;
    /// Answers at once: rules alone, nothing is read.
    virtual PersonaPreviewView previewPersona(const PersonaView& persona) const = 0;
    /// A copy of the workspace, in a folder of its own within `folder`; the answer is where.
    virtual QFuture<Answer<QString>> backUp(const QString& folder) = 0;
    virtual QFuture<Answer<QString>> exportAll(const QString& folder) = 0;
    virtual QFuture<Answer<DoctorView>> examine() = 0;
    /// What is kept about a person; writes nothing. dataProgress() tells how far it is.
    virtual QFuture<Answer<PersonTracesView>> tracesOf(const QString& personId) = 0;
    /// Takes the person out of everything, for good.
    virtual QFuture<Answer<PersonTracesView>> erasePerson(const QString& personId) = 0;
    /// All that is kept about a person, in a folder of its own within `folder`; the answer is where.
    virtual QFuture<Answer<QString>> exportPerson(const QString& personId, const QString& folder) = 0;
    virtual QFuture<Answer<BackupView>> lookAtBackup(const QString& folder) = 0;
    /// Puts a backup in the place of the workspace; the answer is where the former one lies now.
    virtual QFuture<Answer<QString>> restoreBackup(const QString& folder) = 0;
    virtual QFuture<Answer<bool>> clearWorkspace() = 0; ///< deletes everything in it
    /// Connected mailboxes, by address; mailboxStatus() tells how each is doing from then on.
    virtual QFuture<Answer<std::vector<MailboxView>>> mailboxes() = 0;
    /// Where the mail of an address probably lies. Answers at once: nothing is asked.
    virtual MailboxView guessMailbox(const QString& address) const = 0;
    virtual QFuture<Answer<SecretsView>> secrets() = 0;
    virtual QFuture<Answer<bool>> unlockSecrets(const QString& passphrase) = 0;
    /// Signs in to both servers; nothing is kept. An empty password: the kept one.
    virtual QFuture<Answer<MailboxCheckView>> checkMailbox(const MailboxView& mailbox, const QString& password) = 0;
    virtual void cancelCheck() = 0; ///< it answers "stopped"
    /// Connects it, or keeps what was changed. An empty password: the kept one.
    virtual QFuture<Answer<bool>> keepMailbox(const MailboxView& mailbox, const QString& password) = 0;
    /// The answer is how many messages were deleted with it.
    virtual QFuture<Answer<int>> disconnectMailbox(const QString& mailboxId, bool withMessages) = 0;
    virtual void lookForMail() = 0; ///< now, in all of them
    virtual void cancelDataWork() = 0; ///< of the six above, as long as nothing is decided
    virtual void cancelImport() = 0; ///< the one that runs; what was read is kept
    /// Deals, accounts, people, conversations, meetings and to-dos by name; an empty text finds nothing, and makes
    /// ready for later ones. A newer call ends those before it: they answer "stopped".
    virtual QFuture<Answer<NamesView>> findNames(const NameQuery& query) = 0;
    /// Messages and what was said in meetings, by the words in them; best first, at most `limit` (1..50). "A phrase" in
    /// quotes; every word must occur, the last one may be begun. A newer call ends those before it: "stopped".
    virtual QFuture<Answer<std::vector<FoundView>>> search(const QString& text, int limit) = 0;

Q_SIGNALS:
    /// Who looks, the company or the colleagues: viewer() and owners() answer anew.
    void workspaceChanged();
    /// Other data altogether: what was open is gone.
    void workspaceReplaced();
    void dataProgress(int looked); ///< documents so far
    void importProgress(const agentarmy::app::ImportProgressView& progress);
    /// A deal was written, here or by somebody else.
    void dealChanged(const QString& dealId);
    /// Much was written at once: read the board again.
    void boardChanged();
    /// A conversation was written: the list may show another one first.
    void conversationsChanged();
    /// Something waits that did not, or the other way round.
    void approvalsChanged();
    void mailboxesChanged(); ///< one was connected, changed or disconnected
    void mailboxStatus(const QString& mailboxId, const agentarmy::app::MailboxStateView& state);
    /// An alert was answered.
    void insightsChanged();
    /// An account or a person was written.
    void recordsChanged();
};

}
Q_DECLARE_METATYPE(agentarmy::app::MoneyView)
