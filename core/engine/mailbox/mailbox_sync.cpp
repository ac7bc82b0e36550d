// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/mailbox/mailbox_sync.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <charconv>

namespace agentarmy {
namespace {
constexpr std::uint32_t lastNumber = 0xFFFFFFFF;
constexpr int mostDoublings = 20;

const RemoteFolder* withRole(const std::vector<RemoteFolder>& folders, FolderRole role)
{
    const auto found = std::ranges::find(folders, role, &RemoteFolder::role);
    return found == folders.end() ? nullptr : &*found;
}
}

std::vector<RemoteFolder> foldersToRead(const std::vector<RemoteFolder>& there, const std::vector<std::string>& wanted)
{
    std::vector<RemoteFolder> folders;
    const auto take = [&](const RemoteFolder* folder) {
        if (folder && std::ranges::find(folders, folder->path, &RemoteFolder::path) == folders.end())
            folders.push_back(*folder);
    };
    if (wanted.empty()) {
        take(withRole(there, FolderRole::inbox));
        take(withRole(there, FolderRole::sent));
        const auto* all = withRole(there, FolderRole::all);
        take(all ? all : withRole(there, FolderRole::archive));
        return folders;
    }
    for (const auto& name : wanted) {
        const auto key = foldCase(name);
        const auto found = std::ranges::find_if(there, [&](const RemoteFolder& folder) {
            return folder.path == name || foldCase(folder.path) == key || foldCase(folder.name) == key;
        });
        take(found == there.end() ? nullptr : &*found);
    }
    std::stable_partition(folders.begin(), folders.end(), // clang 14 does not know that of ranges
        [](const auto& folder) { return folder.role == FolderRole::inbox; });
    return folders;
}

std::string placeText(const FolderPlace& place)
{
    return std::to_string(place.uidValidity) + ' ' + std::to_string(place.nextUid) + (place.caughtUp ? " 1" : " 0");
}

FolderPlace placeOf(std::string_view text)
{
    FolderPlace place;
    const auto* const end = text.data() + text.size();
    auto number = std::from_chars(text.data(), end, place.uidValidity);
    if (number.ec != std::errc() || number.ptr == end)
        return {};
    number = std::from_chars(number.ptr + 1, end, place.nextUid);
    if (number.ec != std::errc() || place.nextUid == 0)
        return {};
    place.caughtUp = text.ends_with(" 1");
    return place;
}

MailboxSync::MailboxSync(SyncRules rules, FolderPlaces places)
    : m_rules(std::move(rules))
    , m_places(std::move(places))
{
}

void MailboxSync::startRound()
{
    m_stage = Stage::working;
    m_at = 0;
    m_open.reset();
    m_understood = false;
}

SyncOrder MailboxSync::next(Timestamp now)
{
    SyncOrder order;
    switch (m_stage) {
    case Stage::halted:
        order.step = SyncStep::halt;
        order.problem = m_halt;
        return order;
    case Stage::away:
        order.step = m_pauseUntil > now ? SyncStep::pause : SyncStep::signIn;
        order.until = m_pauseUntil;
        return order;
    case Stage::connected:
        order.step = SyncStep::list;
        return order;
    case Stage::resting:
        order.step = SyncStep::wait;
        order.folder = m_folders.empty() ? std::string() : m_folders.front().path;
        order.until = now + m_rules.look;
        return order;
    case Stage::working:
        break;
    }
    if (m_at < m_folders.size()) {
        order.folder = m_folders[m_at].path;
        if (!m_open) {
            order.step = SyncStep::open;
            return order;
        }
        const auto& place = m_places[order.folder];
        order.renumbered = m_renumbered;
        const bool mayHold = m_open->uidNext == 0 ? m_open->count > 0 : m_open->uidNext > place.nextUid;
        if (!m_readAll && (mayHold || !place.caughtUp)) {
            order.step = SyncStep::read;
            order.from = place.nextUid;
            order.to = m_open->uidNext == 0 ? lastNumber : std::max(m_open->uidNext, place.nextUid) - 1;
            order.firstImport = !place.caughtUp;
            return order;
        }
        const auto before = m_compared.find(order.folder);
        if (before == m_compared.end() || now - before->second >= m_rules.compare) {
            order.step = SyncStep::compare;
            return order;
        }
        ++m_at;
        m_open.reset();
        return next(now);
    }
    if (!m_understood) {
        order.step = SyncStep::understand;
        return order;
    }
    if (!m_open && !m_folders.empty()) { // to wait in the inbox it must be the open one
        order.step = SyncStep::open;
        order.folder = m_folders.front().path;
        return order;
    }
    m_stage = Stage::resting;
    return next(now);
}

void MailboxSync::signedIn()
{
    m_stage = Stage::connected;
    m_signedInOnce = true;
    m_refusals = 0;
}

void MailboxSync::listed(const std::vector<RemoteFolder>& folders)
{
    m_folders = foldersToRead(folders, m_rules.folders);
    const auto* sent = withRole(folders, FolderRole::sent);
    m_sent = sent ? std::optional(*sent) : std::nullopt;
    if (m_folders.empty()) {
        m_stage = Stage::halted;
        m_halt
            = Error {ErrorKind::notFound, "mail_folder_missing", "None of the folders to read is on the server.", {}};
        return;
    }
    startRound();
}

void MailboxSync::opened(const FolderState& state)
{
    if (m_at >= m_folders.size()) { // the inbox, to wait in it: news since this round began are read first
        auto& place = m_places[m_folders.front().path];
        if (state.uidValidity != place.uidValidity || (state.uidNext != 0 && state.uidNext > place.nextUid)) {
            startRound();
        } else {
            m_open = state;
            return;
        }
    }
    const auto& path = m_folders[m_at].path;
    // Fewer than were there and came since: some are gone, and which of them is found out at once.
    if (const auto seen = m_seen.find(path); seen != m_seen.end()
        && std::uint64_t(state.count) + seen->second.uidNext < std::uint64_t(seen->second.count) + state.uidNext)
        m_compared.erase(path);
    m_seen[path] = state;
    auto& place = m_places[path];
    m_renumbered = place.uidValidity != 0 && place.uidValidity != state.uidValidity;
    if (place.uidValidity != state.uidValidity)
        place = {state.uidValidity, 1, false};
    m_open = state;
    m_readAll = false;
}

void MailboxSync::readDone()
{
    auto& place = m_places[m_folders[m_at].path];
    if (m_open && m_open->uidNext != 0)
        place.nextUid = std::max(place.nextUid, m_open->uidNext);
    place.caughtUp = true;
    m_readAll = true;
    m_renumbered = false;
    m_failures = m_nonsense = 0;
}

void MailboxSync::compared(Timestamp now)
{
    m_compared[m_folders[m_at].path] = now;
    m_failures = m_nonsense = 0;
}

void MailboxSync::understood() { m_understood = true; }

void MailboxSync::woke(MailWait what)
{
    m_failures = m_nonsense = 0;
    (void)what; // time passed or news came: either way everything is looked at
    startRound();
}

void MailboxSync::failed(const Error& error, FolderPlaces places, Timestamp now, double random)
{
    m_places = std::move(places);
    m_open.reset();
    m_stage = Stage::away;
    const bool refused = error.kind == ErrorKind::denied;
    m_refusals = refused ? m_refusals + 1 : 0;
    const bool nonsense = error.kind == ErrorKind::internal || error.kind == ErrorKind::invalid;
    m_nonsense = nonsense ? m_nonsense + 1 : 0;
    if ((refused && (!m_signedInOnce || m_refusals >= m_rules.refusalsAllowed))
        || (nonsense && m_nonsense >= m_rules.nonsenseAllowed)) {
        m_stage = Stage::halted;
        m_halt = error;
        return;
    }
    const auto doubled = m_rules.firstPause * (std::int64_t(1) << std::min(m_failures, mostDoublings));
    auto pause = std::min<std::chrono::milliseconds>(doubled, m_rules.longestPause);
    ++m_failures;
    if (error.code == "mail_busy")
        pause = std::max(pause, m_rules.busyPause);
    // Between three quarters and the whole, so that many that failed together do not come back together.
    m_pauseUntil = now + std::chrono::milliseconds(std::int64_t(double(pause.count()) * (0.75 + 0.25 * random)));
}

void MailboxSync::hurry()
{
    m_pauseUntil = {};
    if (m_stage == Stage::halted) {
        m_stage = Stage::away;
        m_halt.reset();
        m_refusals = m_nonsense = m_failures = 0;
    } else if (m_stage == Stage::resting) {
        startRound();
    }
}
}
