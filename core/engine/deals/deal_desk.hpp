// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/opportunity.hpp"
#include "core/ports/store.hpp"
#include "core/rules/sales/person_edit.hpp"

namespace agentarmy {

/// What a person says with a move.
struct MoveInput {
    bool override = false;
    std::optional<std::string> reason; ///< 3..500 characters
    std::optional<std::string> lostReason;
    std::optional<Money> closedValue;
};

/// One thing that the target stage asks for, and whether the deal has it: what a drop shows.
struct StageProof {
    std::string code; ///< min_bant_completion, min_meddic_completion, min_interactions, or a signal name
    bool met = false;
    std::optional<double> required, actual;
};

struct MoveAnswer {
    enum class Kind { allowed, needsInput, forbidden } kind = Kind::allowed;
    std::vector<std::string> warnings; ///< allowed: codes of what is missing
    std::vector<std::string> fields; ///< needsInput: override, reason, lostReason, closedValue
    std::string code; ///< forbidden: reopen_not_allowed, invalid_stage_transition, agent_cannot_move
    std::vector<StageProof> proofs; ///< of the target stage, missing ones first
};

struct MoveDone {
    Opportunity opportunity;
    std::vector<std::string> warnings;
    Uuid mutationId; ///< for undo; null: everything was so already, nothing was written
};

struct FieldHistory {
    Change change;
    std::string actorName; ///< "Lena Hartmann", "Agent", "Import"
    std::string causeText; ///< one sentence for people
    Timestamp happenedAt {}; ///< in the world, not in the log
};

/// Edits of deals and other records by people. Every write is one mutation that can be undone. Thread safe as the
/// store.
class DealDesk {
public:
    DealDesk(Store& store, IdSource& ids, const Clock& clock);

    /// What would happen: nothing is written. `not_found`.
    [[nodiscard]] Result<MoveAnswer> judgeMove(
        const Context& context, Id<Opportunity> id, DealStage to, const MoveInput& input) const;
    /// `move_needs_input` {fields}, `reopen_not_allowed`, `invalid_stage_transition` {from, to, allowed},
    /// `agent_cannot_move`, `not_found`, `conflict`.
    [[nodiscard]] Result<MoveDone> move(
        const Context& context, Id<Opportunity> id, DealStage to, const MoveInput& input);
    /// `fields`: name, productLine, estimatedValue, closeDate, probability, ownerId, forecastOverride (null clears
    /// them; probability: back to the stage's), needsReview (false: a person has looked at it). `validation_failed`
    /// names the field.
    [[nodiscard]] Result<MoveDone> edit(const Context& context, Id<Opportunity> id, const Json& fields);
    /// What a person says about one of the ten points; the agent then leaves it alone until it is unlocked.
    /// `validation_failed` (value), `not_found`.
    [[nodiscard]] Result<MoveDone> qualify(
        const Context& context, Id<Opportunity> id, Dimension dimension, PointEdit edit, const std::string& value = {});
    /// The value that a field had before this entry of the log, for the fields of edit(). `not_found`,
    /// `validation_failed` (a field that cannot be edited, or whose value was erased).
    [[nodiscard]] Result<MoveDone> restoreField(
        const Context& context, Id<Opportunity> id, std::int64_t seq, const std::string& field);
    /// Of a person: source `manual`, owned by the creator unless said, in an active stage. `not_found` (account),
    /// `validation_failed`.
    [[nodiscard]] Result<Opportunity> create(const Context& context, Opportunity opportunity);

    /// For type account, contact, opportunity, conversation, meeting, task; the answer is the mutation, for undo. What
    /// hangs on a root goes and comes back with it. Deleting an account with open deals: `has_open_opportunities`.
    [[nodiscard]] Result<Uuid> remove(const Context& context, const DocumentKey& key);
    [[nodiscard]] Result<Uuid> restore(
        const Context& context, const DocumentKey& key); ///< `not_found`, `gone` after 30 days
    [[nodiscard]] Result<Uuid> archive(const Context& context, const DocumentKey& key, bool archived);
    /// Accounts or contacts: children and evidence move to `keep`, its empty fields are filled, names and addresses
    /// stay as aliases; the other one points to it by `mergedInto`. One mutation, whatever its size.
    /// `validation_failed`, `not_found`.
    [[nodiscard]] Result<Uuid> merge(const Context& context, const DocumentKey& keep, const DocumentKey& giveUp);

    struct Undone {
        Uuid mutationId; ///< of the undo itself: undoing it is a redo
        int fields = 0; ///< put back
        std::vector<std::string> left; ///< changed by somebody since: "name of Fleet planning"
    };
    /// Takes back one action (sync rules S17): a field only if nobody wrote it since, a person's stage move within 10
    /// minutes and by the same person. Of what the agent wrote only stage moves. `not_found`, `nothing_to_undo`.
    [[nodiscard]] Result<Undone> undo(const Context& context, const Uuid& mutationId);
    /// The same for one entry of the log: the way to take back a single move of the agent.
    [[nodiscard]] Result<Undone> undoChange(const Context& context, std::int64_t seq);
    /// The newest action of this person on this device that can still be taken back; null if there is none. Looks at
    /// the newest 20,000 entries of the log.
    [[nodiscard]] Result<Uuid> lastMutation(const Context& context) const;

    /// Newest first.
    [[nodiscard]] Result<std::vector<FieldHistory>> history(
        const Context& context, const DocumentKey& key, int limit = 200) const;

private:
    Store& m_store;
    IdSource& m_ids;
    const Clock& m_clock;
};
}
