// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/catalogue/params.hpp"
#include "core/rules/catalogue/registry.hpp"
#include "core/rules/realtime/transcript_import.hpp"

namespace agentarmy::catalogue {
namespace {
Result<Json> runImportTranscript(const Json& params)
{
    const auto* content = given(params, "content");
    const auto transcript = realtime::importTranscript(
        content ? std::string_view(content->get_ref<const std::string&>()) : std::string_view());
    if (!transcript)
        return refusal(transcript.error().code);
    Json utterances = Json::array();
    for (const auto& utterance : transcript->utterances)
        utterances.push_back(
            {{"speaker", utterance.speaker}, {"text", utterance.text}, {"timestampMs", utterance.timestampMs}});
    return Json {{"format", std::string(enumText(transcript->format))}, {"utterances", std::move(utterances)}};
}
}

void registerRealtime(Registry& registry) { registry.add("realtime.importTranscript", runImportTranscript); }
}
