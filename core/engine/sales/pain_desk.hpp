// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation_state.hpp"
#include "core/domain/opportunity.hpp"
#include "core/ports/store.hpp"
#include "core/rules/qbs/reply.hpp"

namespace agentarmy {

/// The rule that the log names as the cause of a correction.
inline constexpr const char* painCorrectionRule = "qbs.correction";

/// The state of one person at one account. `conversation_not_found` (notFound).
[[nodiscard]] Result<ConversationState> readState(
    Store& store, const Context& context, Id<Account> account, Id<Contact> contact);

/// What people say about the pains and the people that the agent found. It wins over the agent: a renamed topic keeps
/// its name, a removed one does not come back from the same words. Each edit is one mutation, which undo takes back;
/// the answer is null if it was so already. `not_allowed` (only a person), `conversation_not_found`, `conflict`.
class PainDesk {
public:
    PainDesk(Store& store, IdSource& ids, const Clock& clock);

    /// `index`: of the topic in the state's `metadata.qbs.painState.painTopics`. `topic_not_found`,
    /// `validation_failed`.
    [[nodiscard]] Result<Uuid> edit(const Context& context, Id<Account> account, Id<Contact> contact, std::size_t index,
        const qbs::TopicEdit& edit);
    /// Somebody who was mentioned was introduced, contacted or dismissed. `contact_not_found` (the mention, or the
    /// contact that it is said to be).
    [[nodiscard]] Result<Uuid> mark(
        const Context& context, Id<Account> account, Id<Contact> contact, const qbs::ExpansionEdit& edit);

private:
    template <class Change>
    Result<Uuid> change(const Context& context, Id<Account> account, Id<Contact> contact, Change change);

    Store& m_store;
    IdSource& m_ids;
    const Clock& m_clock;
};

/// One pain of one person.
struct PainMapRow {
    Id<Contact> contactId;
    std::string contactName;
    int index = 0; ///< in their state, for edits
    PainTopic topic;
    bool revisit = false; ///< to be come back to
};
/// The pains of all people of a deal's account: deepest first, then what was spoken of last. `not_found`.
[[nodiscard]] Result<std::vector<PainMapRow>> loadPainMap(Store& store, const Context& context, Id<Opportunity> deal);
[[nodiscard]] Json painMapJson(const std::vector<PainMapRow>& rows); ///< `{"topics": [...]}`
}
