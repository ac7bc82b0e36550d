// SPDX-License-Identifier: AGPL-3.0-or-later
// What changes the whole of the data: one person leaves it, a backup takes its place, it is emptied.
#include "app/source/engine_parts.hpp"
#include "core/adapters/sqlite/workspace_files.hpp"
#include "core/domain/conversation.hpp"
#include "core/engine/workspace/erase_person.hpp"
#include <QDir>
#include <QSemaphore>
#include <QtConcurrent/QtConcurrentRun>

namespace agentarmy::app {
namespace {

PersonTracesView toView(const PersonReport& report)
{
    return {text(report.contactId.text()), text(report.name), text(report.address), report.records(), report.messages(),
        report.quotes, report.files, report.logValues};
}

/// Every thread of some pools waits while it lives, so that nobody touches the store. Pools come in the order in which
/// their work may need that of the next.
class StandStill {
public:
    StandStill(std::initializer_list<QThreadPool*> pools)
        : m_gate(std::make_shared<Gate>())
    {
        for (auto* pool : pools) {
            const int threads = pool->maxThreadCount();
            for (int i = 0; i < threads; ++i)
                pool->start([gate = m_gate] {
                    gate->arrived.release();
                    gate->open.acquire();
                });
            m_gate->arrived.acquire(threads);
            m_waiting += threads;
        }
    }
    ~StandStill() { m_gate->open.release(m_waiting); }
    StandStill(const StandStill&) = delete;
    StandStill& operator=(const StandStill&) = delete;

private:
    struct Gate {
        QSemaphore arrived, open;
    };
    std::shared_ptr<Gate> m_gate;
    int m_waiting = 0;
};

}

void EngineSource::Engine::close()
{
    {
        const std::lock_guard lock(keeperGuard);
        keeper.reset();
    }
    secrets.reset();
    desk.reset();
    store.reset();
    visit.reset();
    names = {}; // of the workspace that was
}

void EngineSource::tellReplaced()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_seen = -1;
            m_own.clear();
            Q_EMIT workspaceChanged();
            Q_EMIT workspaceReplaced();
            Q_EMIT boardChanged();
            Q_EMIT recordsChanged();
            Q_EMIT conversationsChanged();
            Q_EMIT approvalsChanged();
            Q_EMIT insightsChanged();
        },
        Qt::QueuedConnection);
}

Context EngineSource::dataContext()
{
    m_dataStop = std::stop_source();
    auto context = m_engine->context;
    context.stop = m_dataStop.get_token();
    return context;
}

void EngineSource::cancelDataWork() { m_dataStop.request_stop(); }

QFuture<Answer<PersonTracesView>> EngineSource::tracesOf(const QString& personId)
{
    const auto progress = [this](std::int64_t looked) {
        QMetaObject::invokeMethod(
            this, [this, looked] { Q_EMIT dataProgress(int(looked)); }, Qt::QueuedConnection);
    };
    return reading<PersonTracesView>(
        [personId, progress, context = dataContext()](Engine& engine) -> Answer<PersonTracesView> {
            const auto id = idOf<Contact>(personId);
            if (!id)
                return failed(id);
            const auto report = tracesOfPerson(*engine.store, context, *id, progress);
            if (!report)
                return failed(report);
            return toView(*report);
        });
}

QFuture<Answer<PersonTracesView>> EngineSource::erasePerson(const QString& personId)
{
    return QtConcurrent::run(&m_writer, [this, personId, context = dataContext()]() -> Answer<PersonTracesView> {
        const auto id = idOf<Contact>(personId);
        if (!id)
            return failed(id);
        auto& store = *m_engine->store;
        const auto report = agentarmy::erasePerson(store, store, context, *id, [this](std::int64_t looked) {
            QMetaObject::invokeMethod(
                this, [this, looked] { Q_EMIT dataProgress(int(looked)); }, Qt::QueuedConnection);
        });
        if (!report)
            return failed(report);
        tellReplaced();
        return toView(*report);
    });
}

QFuture<Answer<QString>> EngineSource::exportPerson(const QString& personId, const QString& folder)
{
    return reading<QString>([personId, folder, context = dataContext()](Engine& engine) -> Answer<QString> {
        const auto id = idOf<Contact>(personId);
        if (!id)
            return failed(id);
        const auto path = freeFolder(folder, QStringLiteral("agentarmy-person"), engine.clock.now());
        if (const auto done = agentarmy::exportPerson(*engine.store, context, *id, path.toStdString()); !done)
            return failed(done);
        return path;
    });
}

QFuture<Answer<BackupView>> EngineSource::lookAtBackup(const QString& folder)
{
    return QtConcurrent::run(&m_mover, [folder]() -> Answer<BackupView> {
        const auto backup = sqlite::backupIn(folder.toStdString());
        const auto summary = sqlite::describeBackup(backup);
        if (!summary)
            return failed(summary);
        const auto count = [&](const char* type) {
            const auto found = summary->documents.find(type);
            return found == summary->documents.end() ? 0 : qint64(found->second);
        };
        return BackupView {text(backup.string()), summary->newest ? localTime(*summary->newest) : QDateTime(),
            count(Account::type), count(Opportunity::type), count(Message::type)};
    });
}

QFuture<Answer<QString>> EngineSource::restoreBackup(const QString& folder)
{
    m_importStop.request_stop();
    return QtConcurrent::run(&m_mover, [this, folder, context = dataContext()]() -> Answer<QString> {
        auto& engine = *m_engine;
        const auto stamp = stampOf(engine.clock.now());
        const std::filesystem::path here(engine.folder.toStdString());
        const auto staged
            = sqlite::stageBackup(context, folder.toStdString(), here, stamp, engine.clock, engine.random);
        if (!staged)
            return failed(staged);
        std::error_code ignored;
        const StandStill still {&m_finder, &m_importer, &m_background, &m_writer, &m_readers, &m_mailer};
        engine.close();
        const auto before = sqlite::swapIn(*staged, here, stamp);
        if (!before)
            std::filesystem::remove_all(*staged, ignored);
        // Either the backup, or what was there before.
        if (const auto opened = engine.open(engine.folder); !opened)
            qFatal("The workspace cannot be opened any more: %s", opened.error().message.c_str());
        startKeeper();
        tellReplaced();
        if (!before)
            return failed(before);
        return text(before->string());
    });
}

QFuture<Answer<bool>> EngineSource::clearWorkspace()
{
    m_importStop.request_stop();
    return QtConcurrent::run(&m_mover, [this]() -> Answer<bool> {
        auto& engine = *m_engine;
        const StandStill still {&m_finder, &m_importer, &m_background, &m_writer, &m_readers, &m_mailer};
        engine.close();
        const auto done = sqlite::removeWorkspace(engine.folder.toStdString());
        if (const auto opened = engine.open(engine.folder); !opened)
            qFatal("The workspace cannot be opened any more: %s", opened.error().message.c_str());
        startKeeper();
        tellReplaced();
        if (!done)
            return failed(done);
        return true;
    });
}

}
