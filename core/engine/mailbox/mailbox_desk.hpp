// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/mailbox/mailbox_reader.hpp"
#include "core/ports/eraser.hpp"

namespace agentarmy {

/// What came of trying a mailbox.
struct MailboxCheck {
    std::vector<RemoteFolder> folders; ///< that are there
    std::vector<RemoteFolder> read; ///< of these
    int mails = 0; ///< in the read ones, as far back as the first import goes
    std::optional<Error> incoming, outgoing; ///< what stands against them; none: it works
};

struct Disconnected {
    int messages = 0; ///< deleted
    int kept = 0; ///< left, since they are also known from elsewhere
};

/// Mailboxes of the workspace, as a person sets them up.
class MailboxDesk {
public:
    MailboxDesk(MailboxParts parts, Eraser& eraser)
        : m_parts(parts)
        , m_eraser(eraser)
    {
    }

    [[nodiscard]] Result<std::vector<Mailbox>> list(const Context& context); ///< by address
    /// The secret goes to the keychain before the mailbox is written. Its
    /// address is ours from then on, and everybody at its domain unless that is a free-mail provider.
    /// `validation_failed` (address, incoming.host, incoming.port, ... senderName, folders), `mailbox_taken`
    /// (conflict), errors of the keychain.
    [[nodiscard]] Result<Mailbox> add(const Context& context, Mailbox mailbox, const std::string& secret);
    /// Everything but the address. An empty secret: as it was.
    [[nodiscard]] Result<Mailbox> change(const Context& context, Mailbox mailbox, const std::string& secret);
    /// Signs in to both servers and looks; nothing is kept. An empty secret: the kept one.
    [[nodiscard]] Result<MailboxCheck> check(const Context& context, const Mailbox& mailbox, const std::string& secret);
    /// The mailbox, its password and how far it was read go. `withMessages`: its messages with their files too, so that
    /// nothing of them can be restored; what was learnt about deals stays. Safe to repeat after a crash.
    [[nodiscard]] Result<Disconnected> disconnect(const Context& context, Id<Mailbox> id, bool withMessages);

private:
    Result<Disconnected> deleteMessages(const Context& context, Id<Mailbox> id);

    MailboxParts m_parts;
    Eraser& m_eraser;
};

/// What a mailbox must be to be kept. `validation_failed` names the field.
[[nodiscard]] Result<void> checkMailbox(const Mailbox& mailbox);
}
