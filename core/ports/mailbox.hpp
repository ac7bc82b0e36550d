// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/parsed_mail.hpp"

#include <filesystem>
#include <memory>

namespace agentarmy {

enum class MailboxForm { mbox, maildir, single };

/// One message as it lies in a mailbox file.
struct MailboxItem {
    std::string_view raw; ///< valid until the next call of next()
    std::string file;
    std::uint64_t position = 0; ///< byte offset, or running number in a Maildir
    std::uint64_t nextPosition = 0; ///< where to resume after it
    std::size_t index = 0;
    std::optional<Timestamp> fallbackDate; ///< of its mailbox line, else the file's time
    std::string skipReason; ///< not empty: passed over, `raw` is empty
};

/// Reads a mailbox from a disk message by message. Used by one thread at a time.
class MailboxSource {
public:
    virtual ~MailboxSource() = default;
    [[nodiscard]] virtual Result<std::optional<MailboxItem>> next() = 0; ///< none at the end; `unreadable_file`
    [[nodiscard]] virtual std::uint64_t total() const = 0; ///< in the unit of `position`
};

/// A mail of ours as it leaves.
struct OutgoingMail {
    std::string messageId; ///< with its brackets
    mail::MailAddress from;
    std::vector<mail::MailAddress> to;
    std::string subject;
    std::string text; ///< plain
    std::string html; ///< the same as a document's body; empty: plain text alone
    std::optional<std::string> inReplyTo; ///< with brackets
    std::vector<std::string> references; ///< with brackets, oldest first
    Timestamp date {};
};

/// Opens mailboxes, reads and writes mail. Thread safe.
class Mailboxes {
public:
    virtual ~Mailboxes() = default;
    /// `not_found`, `unreadable_file`, `not_a_mailbox`.
    [[nodiscard]] virtual Result<std::unique_ptr<MailboxSource>> open(
        const std::filesystem::path& path, MailboxForm form, std::uint64_t resumeAt)
        = 0;
    [[nodiscard]] virtual Result<mail::ParsedMail> parse(std::string_view raw, std::optional<Timestamp> fallbackDate)
        = 0; ///< `not_a_mail`
    /// RFC 5322 with CR LF, text before HTML. `invalid_header` where a header's value holds a control character.
    [[nodiscard]] virtual Result<std::string> compose(const OutgoingMail& mail) = 0;
};
}
