// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/import/import_run.hpp"

namespace agentarmy {

/// Finds the conversation of a mail: by its own id and its references, then, for answers whose headers were lost, by
/// subject and people within 30 days. Mails may come in any order: a child read first opens the conversation under the
/// id of its root.
class MailThreads {
public:
    explicit MailThreads(ImportRun& run)
        : m_run(run)
    {
    }
    /// Creates or updates the conversation: counts, times, whose turn it is, people.
    [[nodiscard]] Result<Id<Conversation>> place(
        const Message& message, const std::vector<Id<Contact>>& contacts, const std::optional<Id<User>>& owner);

    /// The customer of the conversation that a mail answers; none if that is not known.
    [[nodiscard]] Result<std::optional<Id<Account>>> accountOf(const Message& answer);

private:
    [[nodiscard]] Result<std::optional<Id<Conversation>>> known(const Message& message);
    [[nodiscard]] Result<std::optional<Id<Conversation>>> bySubject(
        const Message& message, const std::vector<Id<Contact>>& contacts);

    ImportRun& m_run;
};

/// Counts one more message into its conversation. Automatic mail is counted but answers nothing.
void countMessage(Conversation& conversation, const Message& message);
/// Counts anew, without the messages that are about to go. One of which nothing is left is archived.
[[nodiscard]] Result<void> recountConversation(
    UnitOfWork& work, Id<Conversation> id, const std::set<Uuid>& withoutMessages);
}
