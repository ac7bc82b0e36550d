// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/mailbox/mailbox_keeper.hpp"

#include "core/engine/records/reading.hpp"

namespace agentarmy {
namespace {
constexpr auto outboxLook = std::chrono::minutes(5); // for what somebody else approved
constexpr auto outboxTrouble = std::chrono::seconds(30); // after an error of the store
}

struct MailboxKeeper::Running {
    Mailbox mailbox;
    std::unique_ptr<MailboxReader> reader;
    std::stop_source stop;
    std::jthread thread; ///< the last: it ends before what it uses
    ~Running() { stop.request_stop(); }
};

MailboxKeeper::MailboxKeeper(MailboxParts parts, Context context, SyncRules rules,
    std::function<Result<void>(const Context&)> understand, Told told)
    : m_parts(parts)
    , m_context(std::move(context))
    , m_rules(std::move(rules))
    , m_understand(std::move(understand))
    , m_told(std::move(told))
    , m_outbox([this](const std::stop_token& stop) { keepOutbox(stop); })
{
}

MailboxKeeper::~MailboxKeeper()
{
    std::map<Id<Mailbox>, std::unique_ptr<Running>> running;
    {
        const std::lock_guard lock(m_mutex);
        running.swap(m_running);
    }
    for (auto& [id, each] : running) // all at once, then one after the other
        each->stop.request_stop();
    m_outbox.request_stop();
    running.clear();
}

void MailboxKeeper::tell(Id<Mailbox> id, const MailboxStatus& status)
{
    {
        const std::lock_guard lock(m_mutex);
        m_status[id] = status;
    }
    if (m_told.status)
        m_told.status(id, status);
}

Result<void> MailboxKeeper::reload()
{
    auto stored = readEntities<Mailbox>(m_parts.engine.store, m_context, {});
    if (!stored)
        return fail(stored.error());
    std::vector<std::unique_ptr<Running>> ended;
    {
        const std::lock_guard lock(m_mutex);
        for (auto at = m_running.begin(); at != m_running.end();) {
            const auto found = std::ranges::find(*stored, at->first, &Mailbox::id);
            const bool stays = found != stored->end() && toStoredJson(*found) == toStoredJson(at->second->mailbox);
            if (stays) {
                ++at;
                continue;
            }
            at->second->stop.request_stop();
            ended.push_back(std::move(at->second));
            m_status.erase(at->first);
            at = m_running.erase(at);
        }
    }
    ended.clear(); // waits for their threads, which may want the lock
    const std::lock_guard lock(m_mutex);
    for (const auto& mailbox : *stored) {
        if (!mailbox.enabled || m_running.contains(mailbox.id))
            continue;
        auto running = std::make_unique<Running>();
        running->mailbox = mailbox;
        auto context = m_context;
        context.stop = running->stop.get_token();
        const auto understand = [this](const Context& who) -> Result<void> {
            const std::lock_guard one(m_understanding);
            return m_understand(who);
        };
        running->reader = std::make_unique<MailboxReader>(m_parts, context, mailbox, m_rules, understand,
            [this, id = mailbox.id](const MailboxStatus& status) { tell(id, status); });
        running->thread = std::jthread([reader = running->reader.get(), id = mailbox.id, this] {
            auto done = reader->run(false);
            if (done)
                return;
            auto status = reader->status(); // the workspace itself failed
            status.state = MailboxState::needsYou;
            status.problem = done.error();
            tell(id, status);
        });
        m_running.emplace(mailbox.id, std::move(running));
    }
    return {};
}

void MailboxKeeper::hurry(Id<Mailbox> id)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_running.find(id); found != m_running.end())
        found->second->reader->hurry();
}

void MailboxKeeper::hurryAll()
{
    {
        const std::lock_guard lock(m_mutex);
        for (auto& [id, running] : m_running)
            running->reader->hurry();
    }
    approved();
}

void MailboxKeeper::approved()
{
    {
        const std::lock_guard lock(m_mutex);
        m_outboxAsked = true;
    }
    m_outboxChanged.notify_all();
}

std::map<Id<Mailbox>, MailboxStatus> MailboxKeeper::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void MailboxKeeper::keepOutbox(const std::stop_token& stop)
{
    auto context = m_context;
    context.stop = stop;
    context.actor.kind = ActorKind::system;
    Outbox outbox(m_parts, context);
    while (!stop.stop_requested()) {
        {
            const std::lock_guard lock(m_mutex);
            m_outboxAsked = false;
        }
        auto report = outbox.run();
        std::chrono::milliseconds pause = report ? std::chrono::milliseconds(outboxLook) : outboxTrouble;
        if (report && report->nextAt)
            pause = std::clamp<std::chrono::milliseconds>(
                *report->nextAt - m_parts.engine.clock.now(), std::chrono::milliseconds(50), pause);
        if (report && report->sent > 0) {
            const std::lock_guard one(m_understanding);
            (void)m_understand(context); // our own words count as an interaction; errors come again with the next mail
        }
        if (report && report->sent + report->failed + report->postponed > 0 && m_told.outbox)
            m_told.outbox(*report);
        std::unique_lock lock(m_mutex);
        m_outboxChanged.wait_for(lock, stop, pause, [this] { return m_outboxAsked; });
    }
}
}
