// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/free_path.hpp"
#include "app/source/engine_source.hpp"
#include "app/source/engine_views.hpp"
#include "app/source/name_book.hpp"
#include "core/adapters/localmodel/local_model.hpp"
#include "core/adapters/mail/disk_mailboxes.hpp"
#include "core/adapters/mailserver/net_mail_servers.hpp"
#include "core/adapters/secrets/workspace_secrets.hpp"
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/engine/mailbox/mailbox_keeper.hpp"
#include <QtConcurrent/QtConcurrentRun>
#include <mutex>

namespace agentarmy::app {

/// Why a message could not be sent, in words.
QString sendingProblem(const ActionExecution& execution);

inline Problem toProblem(const Error& error) { return {text(error.code), text(error.message)}; }

template <typename T> tl::unexpected<Problem> failed(const Result<T>& result)
{
    return tl::unexpected(toProblem(result.error()));
}

/// What a write did; a null mutation: it was so already.
inline Answer<Receipt> receipt(const Result<Uuid>& done)
{
    if (!done)
        return failed(done);
    return Receipt {done->isNull() ? QString() : text(done->text())};
}
inline Answer<Receipt> receipt(const Result<MoveDone>& done)
{
    if (!done)
        return failed(done);
    return receipt(Result<Uuid>(done->mutationId));
}

/// "20260901T080000", for names of folders.
inline std::string stampOf(Timestamp at)
{
    auto stamp = formatTimestamp(at).substr(0, 19);
    std::erase_if(stamp, [](char c) { return c == ':' || c == '-'; });
    return stamp;
}
/// "agentarmy-20260901T080000" in the folder, or with a number behind it.
inline QString freeFolder(const QString& folder, const QString& name, Timestamp now)
{
    return freePath(QDir(folder), QStringLiteral("%1-%2").arg(name, text(stampOf(now))), {});
}

template <typename Entity> Result<Id<Entity>> idOf(const QString& id) { return Id<Entity>::parse(id.toStdString()); }

/// The ids, or the first that is none.
inline Result<std::vector<Id<Conversation>>> conversationIds(const QStringList& texts)
{
    std::vector<Id<Conversation>> ids;
    ids.reserve(size_t(texts.size()));
    for (const auto& each : texts) {
        const auto id = idOf<Conversation>(each);
        if (!id)
            return fail(id.error());
        ids.push_back(*id);
    }
    return ids;
}
/// A token of undo that starts so names conversations that shall be unread again.
const QLatin1String readAgain("unread:");

/// Everything that the worker threads touch; all of it is thread safe or never changes, but for the workspace, of which
/// info() gives a copy that stays as it is.
struct EngineSource::Engine {
    SystemClock clock;
    SystemRandom random;
    IdSource ids {clock, random};
    localmodel::LocalModel model;
    mail::DiskMailboxes mailFiles;
    mailserver::NetMailServers mailServers;
    std::unique_ptr<sqlite::SqliteStore> store;
    std::unique_ptr<secrets::WorkspaceSecrets> secrets;
    std::mutex understanding; ///< the agent reads turns on one thread's behalf at a time
    std::mutex keeperGuard; ///< of the keeper
    std::unique_ptr<MailboxKeeper> keeper; ///< null: mailboxes are not kept, or not yet
    Context context;
    std::unique_ptr<DealDesk> desk;
    QString folder;
    std::optional<Visit> visit; ///< the last one before this run

    Result<void> open(const QString& path);
    void close(); ///< nobody else may use it meanwhile
    MailboxParts mailboxParts();
    Result<bool> sendsMail(); ///< some mailbox of ours sends what is approved
    Result<void> understand(const Context& who); ///< the agent reads what came
    std::shared_ptr<const WorkspaceInfo> info() const
    {
        const std::lock_guard lock(m_guard);
        return m_info;
    }
    /// Reads people and settings anew, after they were written.
    Result<void> readInfo();
    void keepInfo(WorkspaceInfo info)
    {
        auto fresh = std::make_shared<const WorkspaceInfo>(std::move(info));
        const std::lock_guard lock(m_guard);
        m_info = std::move(fresh);
    }
    Result<QString> editOne(Id<Opportunity> id, const BulkEdit& edit); ///< the mutation; empty: it was so already
    Answer<ConversationView> conversation(const QString& id);
    Answer<std::vector<ConversationRow>> conversations();
    Answer<std::vector<PutAwayView>> putAway();

private:
    mutable std::mutex m_guard;
    std::shared_ptr<const WorkspaceInfo> m_info;

public:
    NameBook names; ///< of the finder's thread
};

template <typename T, typename Work> QFuture<Answer<T>> EngineSource::reading(Work work)
{
    return QtConcurrent::run(&m_readers, [this, work = std::move(work)]() -> Answer<T> { return work(*m_engine); });
}

/// A write to one deal (empty: to many), told to the pages once it stands.
template <typename Work> QFuture<Answer<Receipt>> EngineSource::writing(const QString& dealId, Work work)
{
    return QtConcurrent::run(&m_writer, [this, dealId, work = std::move(work)]() -> Answer<Receipt> {
        auto answer = work(*m_engine);
        if (answer)
            QMetaObject::invokeMethod(
                this,
                [this, dealId, mutation = answer->undoToken] {
                    m_own.insert(mutation);
                    if (dealId.isEmpty())
                        Q_EMIT boardChanged();
                    else
                        Q_EMIT dealChanged(dealId);
                },
                Qt::QueuedConnection);
        return answer;
    });
}

}
