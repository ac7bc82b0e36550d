// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/mailbox/mailbox_reader.hpp"

#include "core/base/text.hpp"
#include "core/engine/import/mail_threads.hpp"
#include "core/engine/records/again.hpp"
#include "core/engine/records/reading.hpp"

#include <algorithm>
#include <condition_variable>

namespace agentarmy {
namespace {
constexpr auto pollWithoutIdle = std::chrono::seconds(60);
constexpr std::size_t lookedForAtOnce = 200; ///< mails that vanished, of one round
constexpr int mostConflicts = 5;
constexpr std::uint32_t lastNumber = 0xFFFFFFFF;

bool isAside(FolderRole role)
{
    return role == FolderRole::trash || role == FolderRole::junk || role == FolderRole::drafts;
}
}

std::string mailboxSecret(Id<Mailbox> id) { return "mailbox-" + id.text(); }

Result<MailAccess> accessOf(Secrets& secrets, const Context& context, const Mailbox& mailbox, const MailServer& server)
{
    auto secret = secrets.get(context, mailboxSecret(mailbox.id));
    if (!secret)
        return fail(secret.error());
    if (!*secret)
        return fail({ErrorKind::denied, "mail_sign_in",
            "No password is kept for " + mailbox.address + ". Enter it again.", {{"mailboxId", mailbox.id.text()}}});
    return MailAccess {server, mailbox.signIn, std::move(**secret), mailbox.caFile.value_or("")};
}

MailboxReader::MailboxReader(MailboxParts parts, Context context, Mailbox mailbox, SyncRules rules,
    std::function<Result<void>(const Context&)> understand, Tell tell)
    : m_parts(parts)
    , m_context(std::move(context))
    , m_mailbox(std::move(mailbox))
    , m_understand(std::move(understand))
    , m_tell(std::move(tell))
    , m_sync(std::move(rules), {})
    , m_intake(parts.engine, parts.mailboxes, m_context, m_mailbox)
{
}

void MailboxReader::tell(MailboxState state)
{
    m_status.state = state;
    if (state != MailboxState::retrying && state != MailboxState::needsYou)
        m_status.problem.reset();
    if (state != MailboxState::retrying)
        m_status.retryAt.reset();
    if (m_tell)
        m_tell(m_status);
}

void MailboxReader::hurry()
{
    const std::lock_guard lock(m_mutex);
    m_hurry = true;
    m_interrupt.request_stop();
}

Result<void> MailboxReader::run(bool once)
{
    auto places = readPlaces(m_parts.engine.store, m_context, m_mailbox.id);
    if (!places)
        return fail(places.error());
    m_sync = MailboxSync(m_sync.rules(), std::move(*places));
    while (!m_context.stop.stop_requested()) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_hurry) {
                m_hurry = false;
                m_interrupt = {};
                m_sync.hurry();
            }
        }
        const auto order = m_sync.next(now());
        if (order.step == SyncStep::halt) {
            m_session.reset();
            m_status.problem = order.problem;
            tell(MailboxState::needsYou);
            if (once)
                return fail(*order.problem);
            pause(Timestamp::max());
            continue;
        }
        if (order.step == SyncStep::pause) {
            m_status.retryAt = order.until;
            tell(MailboxState::retrying);
            if (once)
                return fail(m_status.problem.value_or(Error {ErrorKind::unavailable, "mail_unreachable", "", {}}));
            pause(order.until);
            continue;
        }
        if (order.step == SyncStep::wait) {
            m_status.checkedAt = now();
            tell(MailboxState::upToDate);
            if (once)
                return {};
        }
        auto done = carryOut(order);
        if (done || m_context.stop.stop_requested())
            continue;
        m_session.reset();
        auto stored = readPlaces(m_parts.engine.store, m_context, m_mailbox.id);
        if (!stored)
            return fail(stored.error());
        m_status.problem = done.error();
        bool hurried = false;
        {
            const std::lock_guard lock(m_mutex);
            hurried = m_hurry; // the wait was ended by us: no failure of the server
        }
        const auto chance = double(m_parts.random.next() >> 11) / double(std::uint64_t(1) << 53);
        m_sync.failed(done.error(), std::move(*stored), now(), chance);
        if (hurried)
            m_sync.hurry();
    }
    m_session.reset();
    tell(MailboxState::off);
    return {};
}

Result<void> MailboxReader::carryOut(const SyncOrder& order)
{
    switch (order.step) {
    case SyncStep::signIn:
        return signIn();
    case SyncStep::list: {
        auto folders = m_session->folders(m_context);
        if (!folders)
            return fail(folders.error());
        m_allFolders = *folders;
        m_sync.listed(*folders);
        return {};
    }
    case SyncStep::open: {
        auto state = m_session->open(m_context, order.folder);
        if (!state)
            return fail(state.error());
        m_sync.opened(*state);
        return {};
    }
    case SyncStep::read:
        return read(order);
    case SyncStep::compare:
        if (!m_mailbox.keepDeleted)
            if (auto done = compare(order.folder); !done)
                return done;
        m_sync.compared(now());
        return {};
    case SyncStep::understand: {
        tell(MailboxState::reading);
        if (auto done = m_understand(m_context); !done)
            return done;
        m_sync.understood();
        return {};
    }
    case SyncStep::wait:
        return wait(order);
    case SyncStep::pause:
    case SyncStep::halt:
        break;
    }
    return {};
}

Result<void> MailboxReader::signIn()
{
    tell(MailboxState::connecting);
    auto access = accessOf(m_parts.secrets, m_context, m_mailbox, m_mailbox.incoming);
    if (!access)
        return fail(access.error());
    auto session = m_parts.servers.signIn(m_context, *access);
    if (!session)
        return fail(session.error());
    m_session = std::move(*session);
    m_sync.signedIn();
    return {};
}

Result<void> MailboxReader::read(const SyncOrder& order)
{
    const auto place = m_sync.places().at(order.folder);
    if (order.renumbered || place.nextUid == 1)
        if (auto done = m_intake.renumber(order.folder, place); !done)
            return done;
    std::optional<Date> since;
    if (order.firstImport)
        since = utcDate(now() - std::chrono::days(m_mailbox.sinceDays));
    auto numbers = m_session->numbers(m_context, order.from, order.to, since);
    if (!numbers)
        return fail(numbers.error());
    const auto named = std::ranges::find(m_allFolders, order.folder, &RemoteFolder::path);
    m_status.folder = named == m_allFolders.end() ? order.folder : named->name;
    m_status.done = 0;
    m_status.total = numbers->size();
    const auto state = order.firstImport ? MailboxState::importing : MailboxState::reading;
    if (!numbers->empty() || order.firstImport)
        tell(state);
    const auto end = order.to == lastNumber ? (numbers->empty() ? order.from : numbers->back() + 1) : order.to + 1;
    if (numbers->empty() && place.caughtUp && end == place.nextUid) {
        m_sync.readDone();
        return {};
    }
    auto left = *numbers;
    for (int tries = 0;; ++tries) {
        const auto before = m_status.done;
        auto taken
            = m_intake.take(*m_session, order.folder, left, {place.uidValidity, end, true}, [&](std::uint64_t done) {
                  m_status.done = before + done;
                  if (done % 25 == 0)
                      tell(state);
              });
        if (taken) {
            m_status.stored += taken->stored;
            if (taken->stored > 0)
                m_status.lastNewsAt = now();
            break;
        }
        // Somebody else wrote one of the people meanwhile: what is not stored is done again.
        if (taken.error().kind != ErrorKind::conflict || tries >= mostConflicts)
            return fail(taken.error());
        auto stored = readPlaces(m_parts.engine.store, m_context, m_mailbox.id);
        if (!stored)
            return fail(stored.error());
        const auto next = (*stored)[order.folder].nextUid;
        std::erase_if(left, [next](std::uint32_t number) { return number < next; });
    }
    m_sync.readDone();
    return {};
}

/// Mails that are neither here nor elsewhere any more were deleted by their owner: their messages go too.
Result<void> MailboxReader::compare(const std::string& folder)
{
    const auto place = m_sync.places().at(folder);
    const auto prefix = numberKeys(m_mailbox.id, folder, place.uidValidity);
    auto known = m_parts.engine.store.values(m_context, prefix);
    if (!known)
        return fail(known.error());
    if (known->empty())
        return {};
    auto there = m_session->numbers(m_context, 1, lastNumber, {});
    if (!there)
        return fail(there.error());
    std::vector<std::pair<std::string, Uuid>> gone; // key, message
    for (const auto& [key, text] : *known) {
        const auto number = std::uint32_t(std::strtoul(key.c_str() + prefix.size(), nullptr, 10));
        if (std::ranges::binary_search(*there, number) || gone.size() >= lookedForAtOnce)
            continue;
        if (const auto id = Uuid::parse(text))
            gone.emplace_back(key, *id);
    }
    if (gone.empty())
        return {};
    if (auto done = removeGone(gone); !done)
        return done;
    // Others may have been opened while looking for them.
    auto state = m_session->open(m_context, folder);
    if (!state)
        return fail(state.error());
    return {};
}

Result<std::set<Uuid>> MailboxReader::foundElsewhere(const std::map<Uuid, std::string>& sought)
{
    std::set<Uuid> found;
    for (const auto& folder : m_allFolders) {
        if (isAside(folder.role) || found.size() == sought.size())
            continue;
        auto state = m_session->open(m_context, folder.path);
        if (!state) {
            if (state.error().kind == ErrorKind::notFound)
                continue;
            return fail(state.error());
        }
        for (const auto& [id, messageId] : sought) {
            if (found.contains(id))
                continue;
            auto numbers = m_session->withMessageId(m_context, messageId);
            if (!numbers)
                return fail(numbers.error());
            if (!numbers->empty())
                found.insert(id);
        }
    }
    return found;
}

Result<void> MailboxReader::removeGone(const std::vector<std::pair<std::string, Uuid>>& gone)
{
    std::map<Uuid, std::string> sought; // message, its Message-ID
    for (const auto& entry : gone) {
        auto message = readEntity(m_parts.engine.store, m_context, Id<Message>(entry.second));
        if (!message) {
            if (message.error().kind == ErrorKind::notFound)
                continue;
            return fail(message.error());
        }
        if (const auto id = message->externalIds.find("messageId"); id != message->externalIds.end())
            sought.emplace(entry.second, id->second);
    }
    auto found = foundElsewhere(sought);
    if (!found)
        return fail(found.error());
    return againOnConflict([&]() -> Result<void> {
        UnitOfWork work(m_parts.engine.store, m_context, m_parts.engine.ids);
        Cause cause;
        cause.what = "mailbox";
        cause.reason = "Deleted on the mail server.";
        work.because(cause);
        std::set<Id<Conversation>> touched;
        std::set<Uuid> removed;
        for (const auto& [key, id] : gone) {
            work.later([key = key](Transaction& transaction) { return transaction.clearValues(key); });
            // Without a Message-ID nothing can be looked for: it stays.
            if (!sought.contains(id) || found->contains(id) || removed.contains(id))
                continue;
            removed.insert(id);
            auto message = work.find(Id<Message>(id));
            if (!message)
                return fail(message.error());
            if (*message)
                touched.insert((*message)->conversationId);
            work.later([id = id, cause](Transaction& transaction) -> Result<void> {
                auto done = transaction.remove({Message::type, id}, cause);
                if (!done && done.error().kind != ErrorKind::notFound)
                    return fail(done.error());
                return {};
            });
        }
        for (const auto& id : touched)
            if (auto counted = recountConversation(work, id, removed); !counted)
                return counted;
        if (auto committed = work.commit(); !committed)
            return fail(committed.error());
        return {};
    });
}

Result<void> MailboxReader::wait(const SyncOrder& order)
{
    auto waiting = m_context;
    const std::stop_callback stopped(m_context.stop, [this] { hurry(); });
    {
        const std::lock_guard lock(m_mutex);
        waiting.stop = m_interrupt.get_token();
    }
    const auto longest = std::chrono::ceil<std::chrono::seconds>(order.until - now());
    auto woke = m_session->wait(waiting, std::max(longest, std::chrono::seconds(1)), pollWithoutIdle);
    if (!woke)
        return fail(woke.error());
    m_sync.woke(*woke);
    return {};
}

void MailboxReader::pause(Timestamp until)
{
    const std::stop_callback stopped(m_context.stop, [this] { hurry(); });
    std::stop_token token;
    {
        const std::lock_guard lock(m_mutex);
        token = m_interrupt.get_token();
    }
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    const auto left = until == Timestamp::max() ? std::chrono::milliseconds(std::chrono::hours(24)) : until - now();
    changed.wait_for(lock, token, left, [] { return false; });
}
}
