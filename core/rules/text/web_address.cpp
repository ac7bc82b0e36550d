// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/text/web_address.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::text {
namespace {
constexpr std::array<std::string_view, 3> openers = {"https://", "http://", "www."};

bool isLetterOrDigitByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t endOfAddress(std::string_view text, std::size_t at)
{
    constexpr std::string_view outside = " \t\r\n<>\"[]{}|";
    constexpr std::string_view behind = ".,;:!?)'";
    auto end = std::min(text.find_first_of(outside, at), text.size());
    while (end > at && behind.find(text[end - 1]) != std::string_view::npos)
        --end;
    return end;
}
}

std::optional<std::string> withoutWebAddresses(std::string_view text)
{
    std::optional<std::string> blanked;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if ((c != 'h' && c != 'H' && c != 'w' && c != 'W') || (at > 0 && isLetterOrDigitByte(text[at - 1])))
            continue;
        const auto rest = text.substr(at);
        if (std::none_of(openers.begin(), openers.end(),
                [&](std::string_view opener) { return startsWithNoCase(rest, opener); }))
            continue;
        const auto end = endOfAddress(text, at);
        if (!blanked)
            blanked = std::string(text);
        std::fill(blanked->begin() + std::ptrdiff_t(at), blanked->begin() + std::ptrdiff_t(end), ' ');
        at = std::max(at, end);
    }
    return blanked;
}
}
