// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/import/directory.hpp"
#include "core/engine/import/importer.hpp"
#include "core/engine/workspace/erase_person.hpp"

namespace agentarmy {

/// What the importers of the single kinds share during one run. Not thread safe: all writing is done by one thread.
struct ImportRun {
    const ImportOptions& options;
    EngineParts parts;
    Mailboxes& mailboxes;
    Context context;
    WorkspaceInfo workspace;
    Directory directory;
    OwnSide ours;
    UnitOfWork work;
    ImportReport report;
    std::chrono::milliseconds shift {0};
    std::function<void(const ImportProgress&)> progress;
    int messages = 0;
    int tables = 0; ///< of this import
    ErasedPeople erased {}; ///< whom nothing brings back
    int ofErased = 0; ///< mails, chats, meetings and rows that were left out for them
    std::string cause = "import"; ///< why messages are written

    [[nodiscard]] Timestamp shifted(Timestamp time) const { return time + shift; }
    [[nodiscard]] Date shifted(Date date) const
    {
        return addDays(date, int(std::chrono::floor<std::chrono::days>(shift).count()));
    }
    [[nodiscard]] bool stopped() const { return context.stop.stop_requested(); }
    void skip(const std::string& file, std::int64_t line, std::string reason);
    void note(std::string text);
    void tell(ImportProgress::Phase phase, const std::string& file, std::uint64_t done, std::uint64_t total) const;

    /// Commits when the batch is full; `work` forgets what it knew, the directory stays.
    [[nodiscard]] Result<void> commitIfFull();
    [[nodiscard]] Result<void> commit();
    void addJob(const std::string& key, Id<Account> account, Timestamp at, Json payload);

    /// The person of ours behind an address or name; a name on our side that is not known becomes a colleague who
    /// cannot sign in.
    /// Our side, and of these labels of speakers or senders those that mean one of us ("Hartmann, Lena", "Lena",
    /// "lena@own.example").
    [[nodiscard]] OwnSide oursAmong(const std::vector<std::string>& labels) const;
    /// The only name said with --own that begins with this first name; else "".
    [[nodiscard]] std::string fullOwnName(const std::string& name) const;
    [[nodiscard]] Id<User> ownUser(const std::string& name, const std::string& address, Timestamp at);
    /// The contact behind a party of the customer, created if unknown. `account` where the mail domain tells none.
    [[nodiscard]] Result<Id<Contact>> contactFor(
        const std::string& name, const std::string& address, const std::optional<Id<Account>>& account, Timestamp at);
    /// The company of a mail address, created from its domain if unknown. None for free-mail addresses of unknown
    /// people.
    [[nodiscard]] std::optional<Id<Account>> accountForAddress(const std::string& address, Timestamp at);
    [[nodiscard]] Id<Account> accountForName(const std::string& name, Timestamp at);
    [[nodiscard]] Id<Account> newAccount(const std::string& name, Timestamp at);
};

/// All that an import needs to know of the workspace. `options` must outlive it.
[[nodiscard]] Result<ImportRun> makeImportRun(const ImportOptions& options, EngineParts parts, Mailboxes& mailboxes,
    const Context& context, ImportReport looked, const std::function<void(const ImportProgress&)>& progress);
/// What becomes of an import of mails beside the messages; written in the transactions of the messages.
struct MailKeeping {
    std::uint64_t from = 0; ///< position of the source at its start
    /// Where to go on after a crash; none: the source was read to its end. Writes with `run.work.later()`.
    std::function<void(std::optional<std::uint64_t>)> savePlace;
    /// The mail at a position is this message, null: nothing of it is kept. May be empty.
    std::function<void(std::uint64_t position, const Uuid& message)> stored;
};
/// Stores all mails of a source, batch by batch, each with its place. An error of the source comes after all that it
/// gave before is stored.
[[nodiscard]] Result<void> importMails(ImportRun& run, MailboxSource& source, const MailKeeping& keeping);
[[nodiscard]] Result<void> importMailbox(ImportRun& run, const std::filesystem::path& path, MailboxForm form);
[[nodiscard]] Result<void> importChat(ImportRun& run, const std::filesystem::path& path);
[[nodiscard]] Result<void> importTranscript(ImportRun& run, const std::filesystem::path& path);
[[nodiscard]] Result<void> importTable(ImportRun& run, const std::filesystem::path& path);
/// Whether the table can be imported as it is and with what was said; writes nothing. The fields whose `--map` it
/// takes.
[[nodiscard]] Result<std::set<std::string>> checkTable(ImportRun& run, const std::filesystem::path& path);

/// How the table would be read; what stands against it is in the answer.
[[nodiscard]] TablePreview previewTable(ImportRun& run, const std::filesystem::path& path);

/// A whole file, at most `limit` bytes. `unreadable_file`, `file_too_large`.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t limit);
[[nodiscard]] std::optional<Timestamp> fileTime(const std::filesystem::path& path);
/// A date and time at the start of a file name: "2026-06-03T1400 Title", "2026-06-03 14.00 ...", "20260603 ...".
struct NamedTime {
    std::optional<Timestamp> at;
    std::string rest; ///< the stem without it
};
[[nodiscard]] NamedTime timeInName(const std::filesystem::path& path);

/// Which of the speakers are ours: known names first, then who sells ("our product", "I'll send you the proposal", "our
/// customers"). Never all of them. `said`: name -> their words.
[[nodiscard]] std::set<std::string> guessOurSpeakers(
    const std::map<std::string, std::string>& said, const OwnSide& known);
}
