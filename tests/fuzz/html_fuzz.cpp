// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/html_text.hpp"
#include "core/base/text.hpp"
#include "tests/fuzz/fuzz.hpp"

AGENTARMY_FUZZ_TARGET

void fuzz(std::string_view input)
{
    const auto text = agentarmy::mail::htmlToText(input, {.inputBytes = 1 << 20, .textBytes = 16 * 1024});
    require(agentarmy::isValidUtf8(text.text));
    require(text.text.size() <= 16 * 1024 + 64);
    require(text.text.find("\n\n\n") == std::string::npos);
}
