// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/mailbox.hpp"
#include "core/engine/import/import_run.hpp"
#include "core/engine/mailbox/mailbox_sync.hpp"

namespace agentarmy {

/// Names of the local values of a mailbox.
[[nodiscard]] std::string mailboxValues(Id<Mailbox> id); ///< what all of them begin with
[[nodiscard]] std::string placeKey(Id<Mailbox> id, const std::string& folder);
/// What the numbers of a folder begin with; the value of each is the id of its message.
[[nodiscard]] std::string numberKeys(Id<Mailbox> id, const std::string& folder, std::uint32_t uidValidity);

[[nodiscard]] Result<FolderPlaces> readPlaces(Store& store, const Context& context, Id<Mailbox> id);

/// Stores mails of a server's folder as an import stores those of a file: the same people, threads and jobs. Keeps what
/// it knows of companies and people from one call to the next, and reads it anew when somebody else changed it. Used by
/// one thread.
class LiveIntake {
public:
    LiveIntake(EngineParts parts, Mailboxes& mailboxes, Context context, const Mailbox& mailbox);

    struct Taken {
        int stored = 0, known = 0, leftOut = 0;
        std::vector<ImportProblem> skipped;
    };
    /// Reads these numbers of the session's open folder. `after`: the place once all of them are stored; on the way the
    /// place names the first number that is not. Errors of the session after what came before is stored, and of the
    /// store.
    [[nodiscard]] Result<Taken> take(MailSession& session, const std::string& folder,
        const std::vector<std::uint32_t>& numbers, const FolderPlace& after,
        const std::function<void(std::uint64_t done)>& progress);
    /// A mail that we sent ourselves, as if it had been read: threads, people, and the turn that follows. `with` adds
    /// to the same transaction; nothing is written if it fails. `conflict`: somebody wrote the same meanwhile.
    [[nodiscard]] Result<void> takeOwn(const std::string& raw, const std::string& from,
        const std::function<Result<void>(UnitOfWork& work, const Uuid& message)>& with);
    /// What an old numbering said is void: the place starts again under the new one.
    [[nodiscard]] Result<void> renumber(const std::string& folder, const FolderPlace& place);

private:
    Result<void> refresh();
    Result<std::vector<std::uint32_t>> ofKnownPeople(
        MailSession& session, const std::vector<std::uint32_t>& numbers, Taken& taken);
    Result<bool> isKnown(const RemoteMail& head);

    EngineParts m_parts;
    Mailboxes& m_mailboxes;
    Context m_context;
    Mailbox m_mailbox;
    ImportOptions m_options;
    std::optional<ImportRun> m_run;
    std::int64_t m_seen = 0; ///< head of the log that the directory knows
};
}
