// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/source/workspace_source.hpp"
#include "core/base/clock.hpp"
#include "core/engine/deals/deal_desk.hpp"
#include "core/engine/workspace/workspace.hpp"
#include <QSet>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <stop_token>

namespace agentarmy::app {

/// The workspace on this machine, through the engine: reads on two threads, writes on one. Owns the store.
class EngineSource : public WorkspaceSource {
    Q_OBJECT
public:
    /// Opens or makes the workspace in `folder`.
    static tl::expected<std::unique_ptr<EngineSource>, Problem> open(const QString& folder);
    ~EngineSource() override; ///< waits for what is running

    /// Follows what others write into the workspace, the command line for one: every other second the log is asked for
    /// what is new in it, and dealChanged() or boardChanged() tell.
    void follow();
    /// Looks every hour, and `delay` milliseconds from now, whether the day is another one, and if so works out next
    /// steps anew on a thread of its own; emits boardChanged() after that.
    void keepFresh(int delay);
    /// Reads the mailboxes as mail comes, and sends what was approved, until the end.
    void keepMailboxes();

    ViewerView viewer() const override;
    std::vector<OwnerView> owners() const override;
    QFuture<Answer<BoardView>> board() override;
    QFuture<Answer<DealCard>> card(const QString& dealId) override;
    QFuture<Answer<std::vector<StageAnswer>>> answers(const QString& dealId) override;
    QFuture<Answer<Receipt>> move(const MoveRequest& request) override;
    QFuture<Answer<Receipt>> edit(const FieldEdit& edit) override;
    QFuture<Answer<Receipt>> qualify(const PointEditView& edit) override;
    QFuture<Answer<Receipt>> restoreField(const QString& dealId, const QString& historyId) override;
    QFuture<Answer<Receipt>> addTask(const QString& dealId, const QString& text, QDate due) override;
    QFuture<Answer<Receipt>> setTaskDone(const QString& dealId, const QString& taskId, bool done) override;
    QFuture<Answer<BulkReceipt>> editMany(const BulkEdit& edit) override;
    QFuture<Answer<Receipt>> archive(const QString& dealId, bool archived) override;
    QFuture<Answer<Receipt>> remove(const QString& dealId) override;
    QFuture<Answer<std::vector<PutAwayView>>> putAway() override;
    QFuture<Answer<Receipt>> restore(const QString& dealId) override;
    QFuture<Answer<Receipt>> undo(const QString& token) override;
    QFuture<Answer<DealView>> deal(const QString& dealId) override;
    QFuture<Answer<std::vector<ConversationRow>>> conversations() override;
    QFuture<Answer<ConversationView>> conversation(const QString& conversationId) override;
    QFuture<Answer<HomeView>> home() override;
    QFuture<Answer<Receipt>> setTarget(const QString& type, std::optional<double> target) override;
    QFuture<Answer<Receipt>> snooze(const QString& conversationId, const QDateTime& until) override;
    QFuture<Answer<Receipt>> hand(const QString& conversationId, bool toPerson) override;
    QFuture<Answer<NewReceipt>> writeMessage(const OwnMessageView& message) override;
    QFuture<Answer<NewReceipt>> askForDraft(const QString& conversationId) override;
    QFuture<Answer<std::vector<ApprovalView>>> approvals() override;
    QFuture<Answer<Receipt>> decide(const DraftDecision& decision) override;
    QFuture<Answer<Receipt>> handedOver(const QString& draftId) override;
    QFuture<Answer<QString>> writeOut(const QString& draftId) override;
    QFuture<Answer<ImportPreviewView>> previewImport(const ImportRequest& request) override;
    QFuture<Answer<ImportReportView>> runImport(const ImportRequest& request) override;
    QFuture<Answer<AccountBookView>> accountBook() override;
    QFuture<Answer<RecordView>> record(RecordKind kind, const QString& id) override;
    QFuture<Answer<Receipt>> editRecord(const RecordEdit& edit) override;
    QFuture<Answer<NewReceipt>> createRecord(const NewRecord& record) override;
    QFuture<Answer<Receipt>> mergeRecords(RecordKind kind, const QString& keep, const QString& giveUp) override;
    QFuture<Answer<Receipt>> keepApart(const QString& first, const QString& second) override;
    QFuture<Answer<Receipt>> archiveRecord(RecordKind kind, const QString& id, bool archived) override;
    QFuture<Answer<Receipt>> removeRecord(RecordKind kind, const QString& id) override;
    QFuture<Answer<std::vector<InsightView>>> insights() override;
    QFuture<Answer<Receipt>> answerInsight(
        const QString& dealId, const QString& answer, const QDateTime& until) override;
    QFuture<Answer<PersonaView>> persona() override;
    QFuture<Answer<Receipt>> setPersona(const PersonaView& persona) override;
    PersonaPreviewView previewPersona(const PersonaView& persona) const override;
    QFuture<Answer<Receipt>> setUnread(const QStringList& conversationIds, bool unread) override;
    QFuture<Answer<NamesView>> findNames(const NameQuery& query) override;
    QFuture<Answer<std::vector<FoundView>>> search(const QString& text, int limit) override;
    QFuture<Answer<SettingsView>> settings() override;
    QFuture<Answer<SettingsView>> setSetting(const SettingEdit& edit) override;
    QFuture<Answer<QString>> backUp(const QString& folder) override;
    QFuture<Answer<QString>> exportAll(const QString& folder) override;
    QFuture<Answer<DoctorView>> examine() override;
    QFuture<Answer<PersonTracesView>> tracesOf(const QString& personId) override;
    QFuture<Answer<PersonTracesView>> erasePerson(const QString& personId) override;
    QFuture<Answer<QString>> exportPerson(const QString& personId, const QString& folder) override;
    QFuture<Answer<BackupView>> lookAtBackup(const QString& folder) override;
    QFuture<Answer<QString>> restoreBackup(const QString& folder) override;
    QFuture<Answer<bool>> clearWorkspace() override;
    QFuture<Answer<std::vector<MailboxView>>> mailboxes() override;
    MailboxView guessMailbox(const QString& address) const override;
    QFuture<Answer<SecretsView>> secrets() override;
    QFuture<Answer<bool>> unlockSecrets(const QString& passphrase) override;
    QFuture<Answer<MailboxCheckView>> checkMailbox(const MailboxView& mailbox, const QString& password) override;
    void cancelCheck() override;
    QFuture<Answer<bool>> keepMailbox(const MailboxView& mailbox, const QString& password) override;
    QFuture<Answer<int>> disconnectMailbox(const QString& mailboxId, bool withMessages) override;
    void lookForMail() override;
    void cancelDataWork() override;
    void cancelImport() override;

private:
    struct Engine;
    void refresh();
    void lookAround();
    void startKeeper();
    void wakeOutbox(); ///< on the mailer's thread
    void reloadMailboxes(); ///< on the mailer's thread
    void tellReplaced(); ///< on any thread
    Context dataContext(); ///< one that cancelDataWork() stops
    void rememberNow(); ///< as the last visit; on the writer's thread or when all are done
    void tell(const std::vector<Change>& changes);
    explicit EngineSource(std::unique_ptr<Engine> engine);
    template <typename T, typename Work> QFuture<Answer<T>> reading(Work work);
    template <typename T, typename Work> QFuture<Answer<T>> deciding(Work work);
    template <typename T, typename Work> QFuture<Answer<T>> recording(Work work);
    template <typename Work> QFuture<Answer<Receipt>> writing(const QString& dealId, Work work);

    std::unique_ptr<Engine> m_engine;
    QThreadPool m_readers;
    QThreadPool m_writer;
    QThreadPool m_background;
    QThreadPool m_importer;
    QThreadPool m_mailer; ///< one thread: sets mailboxes up, tries them, asks the keychain
    QThreadPool m_mover; ///< has the others stand still
    QTimer m_hourly, m_often;
    bool m_looking = false;
    bool m_visited = false; ///< a person looks: not a run for pictures or figures
    std::int64_t m_seen = -1; ///< of the log; negative: not asked yet
    QSet<QString> m_own; ///< mutations of this window: the pages know them already
    std::stop_source m_stop, m_importStop, m_dataStop; ///< the second: of the import that runs
    std::atomic<bool> m_keepsMailboxes = false;
    std::stop_source m_mailStop; ///< of the newest checkMailbox()
    std::stop_source m_searchStop; ///< of the newest search()
    QThreadPool m_finder; ///< one thread, which alone touches the names
    std::atomic<int> m_findRound = 0; ///< of the newest findNames()
};

}
