// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/source/workspace_source.hpp"
#include <QPromise>
#include <QTimer>
#include <map>
#include <set>

namespace agentarmy::app {

/// A workspace in memory: the deals of the drawn screens. Answers come from the event loop, never inside the call.
/// Tests tell it to fail by naming the call.
class SampleSource : public WorkspaceSource {
    Q_OBJECT
public:
    explicit SampleSource(int extraDeals = 0, QObject* parent = nullptr);

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
    QFuture<Answer<std::vector<MailboxView>>> mailboxes() override;
    MailboxView guessMailbox(const QString& address) const override;
    QFuture<Answer<SecretsView>> secrets() override;
    QFuture<Answer<bool>> unlockSecrets(const QString& passphrase) override;
    QFuture<Answer<MailboxCheckView>> checkMailbox(const MailboxView& mailbox, const QString& password) override;
    void cancelCheck() override { }
    QFuture<Answer<bool>> keepMailbox(const MailboxView& mailbox, const QString& password) override;
    QFuture<Answer<int>> disconnectMailbox(const QString& mailboxId, bool withMessages) override;
    void lookForMail() override;
    Q_INVOKABLE void lockSecrets(bool isNew); ///< as a computer without a keychain
    Q_INVOKABLE void tellMailbox(const QString& id, int state, int done, int total, const QString& problem);
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
    void cancelDataWork() override { m_dataStopped = true; }
    void cancelImport() override { m_cancelled = true; }
    /// A real import takes so long, and tells how far it is.
    void setImportTime(int ms) { m_importTime = ms; }

    /// The next call of this name ("move", "board", ...) fails with this text.
    void fail(const QString& call, const QString& text) { m_failing[call] = text; }
    /// The next call of this name takes so long.
    void slow(const QString& call, int ms) { m_slow[call] = ms; }
    void clear() { m_cards.clear(), m_approvals.clear(), m_home = {}, m_records.clear(), m_pairs.clear(); }
    /// An approved draft can be taken back for so long.
    void setUndoWindow(int ms) { m_undoWindow = ms; }
    const std::vector<ApprovalView>& drafts() const { return m_approvals; }
    /// The agent asks a person to look at this deal.
    void ask(const QString& dealId, CheckView check) { m_checks[dealId].push_back(std::move(check)); }
    /// As if somebody else had written it.
    void change(const DealCard& card);
    /// Never answers until told so.
    void hang(bool hanging) { m_hanging = hanging; }
    const DealCard* find(const QString& dealId) const;

private:
    std::optional<Problem> failing(const QString& call);
    template <typename T> QFuture<Answer<T>> later(const QString& call, std::function<Answer<T>()> make);
    struct State {
        std::map<QString, DealCard> cards;
        std::map<QString, DealCard> putAway;
        std::set<QString> deleted; ///< of those put away
        std::map<QString, std::vector<CheckView>> checks;
        std::vector<ApprovalView> approvals;
        HomeView home;
        std::map<QString, RecordView> records;
        std::vector<PairView> pairs;
        std::map<QString, ConversationRow> talks;
        std::map<QString, std::vector<PointEditView>> points;
        std::map<QString, std::vector<TaskView>> tasks;
        PersonaView persona;
        std::set<QString> unread;
    };
    /// Does one thing to one deal, and keeps what was before for undo.
    Answer<Receipt> write(const QString& dealId, const std::function<void()>& change);
    void putAwayNow(const QString& dealId, bool deleted);
    State state() const
    {
        return {m_cards, m_putAway, m_deleted, m_checks, m_approvals, m_home, m_records, m_pairs, m_talks, m_points,
            m_tasks, m_persona, m_unread};
    }
    /// Does one thing to the records, and keeps what was before for undo.
    Receipt writeRecord(const std::function<void()>& change);
    RecordView shownRecord(RecordView view) const;

    std::map<QString, DealCard> m_cards, m_putAway;
    std::set<QString> m_deleted;
    std::map<QString, std::vector<CheckView>> m_checks;
    std::vector<ApprovalView> m_approvals;
    HomeView m_home;
    std::map<QString, RecordView> m_records;
    std::vector<PairView> m_pairs;
    std::map<QString, std::pair<QString, QDateTime>> m_answers; ///< to alerts, by deal
    std::map<QString, std::vector<PointEditView>> m_points; ///< what a person said, by deal
    std::map<QString, std::vector<TaskView>> m_tasks; ///< by deal, once they were changed
    std::map<QString, ConversationRow> m_talks; ///< those that are put aside or answered by a person
    std::map<QString, std::pair<QString, State>> m_undo; ///< token -> deal, what was before
    std::map<QString, QString> m_failing;
    std::map<QString, int> m_slow;
    bool m_hanging = false;
    SettingsView m_settings;
    PersonaView m_persona;
    std::vector<MailboxView> m_mailboxes;
    SecretsView m_secrets {true, false, false};
    QString m_passphrase;
    std::set<QString> m_unread {QStringLiteral("c3"), QStringLiteral("c5")}; ///< conversations
    bool m_cancelled = false, m_dataStopped = false;
    int m_importTime = 0;
    int m_tokens = 0, m_undoWindow = 10'000;
};

template <typename T> QFuture<Answer<T>> SampleSource::later(const QString& call, std::function<Answer<T>()> make)
{
    auto promise = std::make_shared<QPromise<Answer<T>>>();
    promise->start();
    if (!m_hanging)
        QTimer::singleShot(
            m_slow.contains(call) ? m_slow.extract(call).mapped() : 0, this, [this, call, promise, make] {
                if (const auto problem = failing(call))
                    promise->addResult(Answer<T>(tl::unexpected(*problem)));
                else
                    promise->addResult(make());
                promise->finish();
            });
    return promise->future();
}

/// The 36 open deals of the drawn board and the closed and stalled ones; dates count from today.
std::vector<DealCard> sampleDeals();
DealView sampleDealPage(const DealCard& card);
std::vector<ConversationRow> sampleConversations();
ConversationView sampleConversation(const QString& id);
std::vector<ApprovalView> sampleApprovals();
HomeView sampleHome();
/// An account for each that the deals name, some with people, and two that are nearly called the same.
std::map<QString, RecordView> sampleRecords(const std::vector<DealCard>& cards);
std::vector<PairView> samplePairs();
ImportPreviewView sampleImport(const ImportRequest& request);

}
