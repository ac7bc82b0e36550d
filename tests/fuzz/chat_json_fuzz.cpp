// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/text.hpp"
#include "core/engine/import/readers/chat_reader.hpp"
#include "core/engine/import/readers/file_kind.hpp"
#include "core/engine/import/readers/signature.hpp"
#include "tests/fuzz/fuzz.hpp"

AGENTARMY_FUZZ_TARGET

void fuzz(std::string_view input)
{
    (void)agentarmy::readers::kindOfContent(input, "chat.json");
    (void)agentarmy::readers::kindOfContent(input, "x");
    require(
        agentarmy::readers::withoutSignature(input, "Jonas Brandt", "jonas@nordwind.example").size() <= input.size());
    const auto chat = agentarmy::readers::readChat(input, {.fileBytes = 1 << 20, .lines = 100, .textBytes = 1000});
    if (!chat)
        return;
    require(!chat->lines.empty() && chat->lines.size() <= 100);
    for (const auto& line : chat->lines)
        require(!line.sender.empty() && !line.text.empty() && line.text.size() <= 1000
            && agentarmy::isValidUtf8(line.text) && agentarmy::isValidUtf8(line.sender));
}
