// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/text.hpp"
#include "core/rules/realtime/transcript_import.hpp"
#include "tests/fuzz/fuzz.hpp"

AGENTARMY_FUZZ_TARGET

void fuzz(std::string_view input)
{
    const auto transcript = agentarmy::realtime::importTranscript(input);
    if (!transcript)
        return;
    require(transcript->warnings.size() <= agentarmy::realtime::maxWarnings);
    std::int64_t last = -1;
    for (const auto& utterance : transcript->utterances) {
        require(utterance.timestampMs >= last && !utterance.text.empty());
        require(agentarmy::isValidUtf8(utterance.text) && agentarmy::isValidUtf8(utterance.speaker));
        require(!utterance.endMs || *utterance.endMs >= utterance.timestampMs);
        last = utterance.timestampMs;
    }
}
