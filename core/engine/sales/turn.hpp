// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/zone.hpp"
#include "core/domain/agent_action.hpp"
#include "core/domain/meeting.hpp"
#include "core/engine/records/unit_of_work.hpp"
#include "core/engine/workspace/workspace.hpp"
#include "core/ports/language_model.hpp"

namespace agentarmy {

/// What the runners of one turn need; lives as long as the job runner.
struct EngineParts {
    Store& store;
    LanguageModel& model;
    IdSource& ids;
    const Clock& clock;
};

/// What somebody of the customer said in a turn: a message, or their part of a meeting.
struct ContactWords {
    Id<Contact> contactId;
    struct Piece {
        std::string text;
        std::string before; ///< our words just before
        std::optional<int> utterance;
    };
    std::vector<Piece> pieces;
};

/// One turn of a conversation: a message sent or received, or a meeting held.
struct ConversationTurn {
    Id<Conversation> conversationId;
    Id<Account> accountId;
    Channel channel = Channel::email;
    bool inbound = false; ///< something of the customer's is in it; a meeting always
    bool byPerson = true; ///< ours: written by a person, not by the agent
    Timestamp at {};
    SourceType sourceType = SourceType::message;
    Uuid sourceId; ///< message, or head of the transcript
    std::string subject;
    std::string language; ///< of a message, as it was found when it was stored; empty: to be guessed from the words
    std::optional<Id<User>> ownUser; ///< who of ours took part
    std::vector<ContactWords> words; ///< inbound: who spoke; outbound: whom we wrote to, without pieces
    std::vector<SpokenText> spoken; ///< in order, both sides
    bool fresh = false; ///< at most 14 days old: may raise escalations and drafts (history is not news)
};

/// What was read of one contact in a turn: accepted, with offsets.
struct TurnReading {
    Extraction accepted;
    std::vector<Evidence> retractions;
    std::vector<Dimension> changed;
};

/// The turn of a job's payload `{"messageId"}` or `{"meetingId"}`. Null: nothing to read (the source is gone or
/// automatic).
[[nodiscard]] Result<std::optional<ConversationTurn>> loadTurn(UnitOfWork& work, const Json& payload, Timestamp now);

/// R14: clean text -> state -> extraction and merge -> counts -> escalation -> questions -> next actions -> draft.
/// Errors of the model leave the qualification as it was and are told in `errors`; storage errors end the turn.
class TurnRunner {
public:
    TurnRunner(EngineParts parts, const WorkspaceInfo& workspace);
    [[nodiscard]] Result<std::vector<TurnReading>> run(
        UnitOfWork& work, const ConversationTurn& turn, std::vector<std::string>& errors);

private:
    Result<TurnReading> readContact(UnitOfWork& work, const ConversationTurn& turn, const ContactWords& words,
        const Contact& contact, std::vector<std::string>& errors);
    Result<void> escalate(
        UnitOfWork& work, const ConversationTurn& turn, ConversationState& state, const ContactWords& words);
    Result<void> resolveByOurAnswer(UnitOfWork& work, const ConversationTurn& turn, ConversationState& state);

    EngineParts m_parts;
    const WorkspaceInfo& m_workspace;
    Zone m_zone;
};
}
