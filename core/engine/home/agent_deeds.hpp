// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/opportunity.hpp"
#include "core/ports/store.hpp"

namespace agentarmy {

/// Something that the agent did, summed up for people: one line each.
struct AgentDeed {
    enum class Kind { drafted, heldBack, filled, moved, found, escalated, planned } kind = Kind::drafted;
    int count = 0;
    std::vector<std::string> names; ///< of deals or people, the newest first, each once; at most 3
    int more = 0; ///< names beyond those
    Timestamp at {}; ///< of the newest
    std::optional<Id<Opportunity>> opportunityId; ///< if it is about one deal
    std::optional<DealStage> stage; ///< moved: where to
};

/// Reads the log after `since` (a sequence number, exclusive) and sums up what the agent wrote: drafts, drafts that
/// its own checks hold back, qualification points filled, deals moved (a line each, the newest 3) and found, questions
/// handed to a person, steps written down. Newest first. At most the newest 20,000 entries are looked at.
[[nodiscard]] Result<std::vector<AgentDeed>> agentDeeds(Store& store, const Context& context, std::int64_t since);
}
