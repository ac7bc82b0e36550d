// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"
#include "core/rules/platform/model_routing.hpp"

namespace agentarmy {

/// What a kind of call to a model always has: data of resources/prompts/tasks.
struct ModelTask {
    std::string name; ///< "qualification"; [a-z_]{1,64}
    int version = 1; ///< raised whenever the words that go to the model change
    platform::ModelGroup group = platform::ModelGroup::reasoning;
    int maxTokens = 4096; ///< 1..16384
    double temperature = 0.7; ///< 0..2
    int retries = 3; ///< of a model that failed for the moment, at most
    int longestMs = 90'000; ///< the whole call; a question that blocks a turn has less
    std::optional<Json> schema; ///< of the answer; none: free text
    std::string prompt; ///< what the task asks for, added to the system prompt
};
}
