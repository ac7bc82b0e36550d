// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/acceptance.hpp"
#include "core/rules/sales/local_qualification.hpp"
#include "tests/fuzz/fuzz.hpp"

AGENTARMY_FUZZ_TARGET

using namespace agentarmy;

// The input is a customer's message; what stands before the first 0x01 is our question before it.
void fuzz(std::string_view input)
{
    const auto cut = input.find('\x01');
    const auto before = cut == std::string_view::npos ? std::string_view() : input.substr(0, cut);
    const auto text = cut == std::string_view::npos ? input : input.substr(cut + 1);
    const auto read
        = sales::qualifyLocally({.text = text, .contactName = "Lea Moritz", .before = before, .existing = nullptr});
    for (const auto& signal : read.found.signals) {
        require(signal.confidence >= 0 && signal.confidence <= 1);
        require(!signal.identified || !signal.evidence.empty());
        for (const auto& evidence : signal.evidence) {
            require(evidence.begin >= 0 && evidence.begin <= evidence.end);
            require(std::size_t(evidence.end) <= text.size());
            require(
                text.substr(std::size_t(evidence.begin), std::size_t(evidence.end - evidence.begin)) == evidence.quote);
        }
    }
    const auto accepted = sales::acceptExtraction(
        read, {.text = text, .sourceId = {}, .sourceType = SourceType::message, .utterance = {}, .at = {}});
    require(accepted.droppedQuotes == 0);
}
