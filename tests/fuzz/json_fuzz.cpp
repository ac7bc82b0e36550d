// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/json.hpp"
#include "core/base/text.hpp"
#include "core/domain/conversation.hpp"
#include "core/domain/meeting.hpp"
#include "tests/fuzz/fuzz.hpp"

AGENTARMY_FUZZ_TARGET

void fuzz(std::string_view input)
{
    const auto json = agentarmy::parseJson(input);
    if (!json)
        return;
    const auto text = agentarmy::canonicalJson(*json);
    require(agentarmy::isValidUtf8(text));
    const auto again = agentarmy::parseJson(text);
    require(again.has_value() && agentarmy::canonicalJson(*again) == text); // canonical is a fixed point
    (void)agentarmy::fromJson<agentarmy::Message>(*json);
    (void)agentarmy::fromJson<agentarmy::Transcript>(*json);
    (void)agentarmy::fromJson<agentarmy::Opportunity>(*json);
}
