// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/mail_server.hpp"

#include <map>
#include <set>

namespace agentarmy {

/// How far a folder was read. Kept in the transaction of the messages, so that no crash reads one twice or misses one.
struct FolderPlace {
    std::uint32_t uidValidity = 0; ///< 0: never opened
    std::uint32_t nextUid = 1; ///< the first number that was not read
    bool caughtUp = false; ///< the first import is over
    bool operator==(const FolderPlace&) const = default;
};
using FolderPlaces = std::map<std::string, FolderPlace>; ///< by path

struct SyncRules {
    std::vector<std::string>
        folders; ///< paths or names; empty: inbox, sent mail, archive, or all mail where there is one
    std::chrono::seconds look {300}; ///< folders other than the inbox are looked into at least that often
    std::chrono::seconds compare {900}; ///< and held against what the server still has
    std::chrono::milliseconds firstPause {2'000}; ///< after a failure; doubled each time
    std::chrono::milliseconds longestPause {900'000};
    std::chrono::milliseconds busyPause {60'000}; ///< at least, after the server asked to come back later
    int refusalsAllowed = 3; ///< in a row, of a sign-in that worked before: servers restart
    int nonsenseAllowed = 8; ///< answers in a row that make no sense
};

enum class SyncStep {
    signIn,
    list, ///< the folders
    open, ///< `folder`
    read, ///< of the open folder: numbers [from, to]; a first import only those since the day that the mailbox says
    compare, ///< of the open folder: which of the read ones are gone
    understand, ///< the agent reads what came
    wait, ///< for news in the open folder, at most until `until`
    pause, ///< without a connection, until `until`
    halt ///< a person has to do something; `problem` says what
};

/// What is to be done next.
struct SyncOrder {
    SyncStep step = SyncStep::signIn;
    std::string folder;
    std::uint32_t from = 0, to = 0;
    bool firstImport = false;
    bool renumbered = false; ///< of `open`ed folders: what was known of its numbers is void
    Timestamp until {};
    std::optional<Error> problem;
};

/// The course of one mailbox, without input and output: it says what to do, is told what came of it, and knows what
/// follows. Time comes in as `now`, chance as a number in [0, 1). Not thread safe.
class MailboxSync {
public:
    MailboxSync(SyncRules rules, FolderPlaces places);

    [[nodiscard]] SyncOrder next(Timestamp now);
    void signedIn();
    void listed(const std::vector<RemoteFolder>& folders);
    void opened(const FolderState& state);
    /// The order was carried out to its end; what it stored is committed.
    void readDone();
    void compared(Timestamp now);
    void understood();
    void woke(MailWait what); ///< a wait is over
    /// Whatever was ordered did not succeed. `places`: as they are stored now, since part of it may have.
    void failed(const Error& error, FolderPlaces places, Timestamp now, double random);
    /// A person changed something, or the machine woke up: at once, whatever was decided about waiting.
    void hurry();

    [[nodiscard]] const SyncRules& rules() const { return m_rules; }
    [[nodiscard]] const FolderPlaces& places() const { return m_places; }
    /// Those that are read, in their order, once they were listed; the inbox first.
    [[nodiscard]] const std::vector<RemoteFolder>& folders() const { return m_folders; }
    [[nodiscard]] const std::optional<RemoteFolder>& sentFolder() const { return m_sent; }

private:
    enum class Stage { away, connected, working, resting, halted };
    void startRound();

    SyncRules m_rules;
    FolderPlaces m_places;
    std::vector<RemoteFolder> m_folders;
    std::optional<RemoteFolder> m_sent;
    std::map<std::string, Timestamp> m_compared;
    std::map<std::string, FolderState> m_seen; ///< as they were opened last
    Stage m_stage = Stage::away;
    std::size_t m_at = 0; ///< folder of this round
    std::optional<FolderState> m_open; ///< of folder m_at
    bool m_renumbered = false;
    bool m_readAll = false, m_understood = false;
    bool m_signedInOnce = false;
    int m_failures = 0, m_refusals = 0, m_nonsense = 0;
    Timestamp m_pauseUntil {};
    std::optional<Error> m_halt;
};

/// The folders that are read of those that are there: the named ones, else inbox, sent mail and archive, or all mail
/// instead of the archive where the server has such a folder. The inbox first.
[[nodiscard]] std::vector<RemoteFolder> foldersToRead(
    const std::vector<RemoteFolder>& there, const std::vector<std::string>& wanted);

/// "UIDVALIDITY NEXT CAUGHTUP", as it is stored; a text that is none: never opened.
[[nodiscard]] std::string placeText(const FolderPlace& place);
[[nodiscard]] FolderPlace placeOf(std::string_view text);
}
