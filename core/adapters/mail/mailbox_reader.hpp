// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/error.hpp"
#include "core/base/time.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace agentarmy::mail {

enum class MailboxKind { mbox, maildir, single };

struct MailboxLimits {
    std::size_t messageBytes = std::size_t(64) << 20; ///< a longer message is passed over, with a reason
};

/// Flags of a Maildir file name, or of the Status / X-Mozilla-Status headers' mailbox; false where unknown.
struct MailFlags {
    bool seen = false, answered = false, draft = false, deleted = false, flagged = false;
};

/// One message as it lies in the mailbox.
struct RawMail {
    std::string_view raw; ///< unquoted, without mailbox line; valid until the next call of `next()`
    std::string file; ///< of this message (Maildir: the file below cur or new)
    std::uint64_t position = 0; ///< byte offset in the file (mbox), running number (Maildir), 0 (single)
    std::uint64_t nextPosition = 0; ///< where to resume after this message
    std::size_t index = 0; ///< counts from 0 from where reading began
    std::optional<Timestamp> lineDate; ///< of the mailbox line "From x Tue Feb 10 08:00:00 2026"
    std::optional<Timestamp> fileTime; ///< last change of the file
    MailFlags flags;
    std::string skipReason; ///< not empty: passed over, `raw` is empty ("larger than 64 MiB", "cannot be read: ...")
};

/// Reads the messages of an mbox (mboxrd, mboxo, mboxcl), a Maildir or a single file one after another. Memory: the
/// largest message, plus the list of names of a Maildir. Not thread safe; one reader is used by one thread at a time.
class MailboxReader {
public:
    /// `resumeAt` is a `nextPosition` from an earlier run, 0 = from the start. In an mbox it may also lie inside a
    /// message: reading then begins with the next one. Errors: `not_found`, `unreadable_file`, `not_a_mailbox`.
    [[nodiscard]] static Result<MailboxReader> open(
        const std::filesystem::path& path, MailboxKind kind, std::uint64_t resumeAt = 0, MailboxLimits limits = {});
    MailboxReader(MailboxReader&&) noexcept;
    MailboxReader& operator=(MailboxReader&&) noexcept;
    ~MailboxReader();

    /// The next message, or none at the end. A read error of the medium ends the reading with `unreadable_file`.
    [[nodiscard]] Result<std::optional<RawMail>> next();
    /// Bytes (mbox, single) or files (Maildir) in all, for a progress bar in the unit of `position`.
    [[nodiscard]] std::uint64_t total() const;

private:
    struct State;
    explicit MailboxReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Whether a line (without its end) is an mbox separator: "From ", a sender, a date.
[[nodiscard]] bool isMailboxLine(std::string_view line);
}
