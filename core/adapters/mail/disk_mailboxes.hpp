// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/mailbox.hpp"

namespace agentarmy::mail {

/// The Mailboxes port over files: mbox, Maildir, .eml, parsed by gmime.
class DiskMailboxes final : public Mailboxes {
public:
    [[nodiscard]] Result<std::unique_ptr<MailboxSource>> open(
        const std::filesystem::path& path, MailboxForm form, std::uint64_t resumeAt) override;
    [[nodiscard]] Result<ParsedMail> parse(std::string_view raw, std::optional<Timestamp> fallbackDate) override;
    [[nodiscard]] Result<std::string> compose(const OutgoingMail& mail) override;
};
}
