// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/clock.hpp"
#include "core/domain/tenant.hpp"

#include <chrono>
#include <stop_token>

namespace agentarmy {

/// Who acts. An import or the agent acts for a user, whose id stands beside the kind.
struct Actor {
    ActorKind kind = ActorKind::person;
    std::optional<Id<User>> userId;
    Uuid deviceId;
};

/// Why something was written: the evidence. Every part may be empty.
struct Cause {
    std::string what; ///< "import", "turn", "stage_move", "edit", "undo", ...
    std::string key; ///< unique per document: the same derivation is not done twice (sync rules S3)
    std::optional<Uuid> messageId; ///< message or transcript that it follows from
    std::string rule; ///< "deals.evaluateProgression"
    std::string reason; ///< a person's words
    Json details = Json::object();
};

/// First parameter of every port call and engine entry point. Immutable but for the stop token's state.
struct Context {
    std::string tenant = "personal";
    Actor actor;
    Role role = Role::admin;
    std::optional<std::chrono::steady_clock::time_point> deadline;
    std::stop_token stop;
    std::string trace;
};
}
