// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/thread_headers.hpp"

#include "core/base/text.hpp"

#include <array>

namespace agentarmy::sales {
namespace {
constexpr std::size_t keptAtEachEnd = 20;
constexpr std::array<std::string_view, 30> prefixes
    = {"re", "aw", "antw", "antwort", "fwd", "fw", "wg", "sv", "vs", "vb", "odp", "pd", "ref", "rif", "r", "i", "rv",
        "tr", "res", "enc", "vl", "vastaus", "doorst", "ynt", "ilt", "ang", "betr", "forwarded", "reply", "回复"};
}

std::string bareSubject(std::string_view subject)
{
    auto rest = trimView(subject);
    for (bool cut = true; cut;) {
        cut = false;
        const auto colon = rest.find(':');
        if (colon == std::string_view::npos || colon > 16)
            break;
        auto head = trimView(rest.substr(0, colon));
        if (const auto bracket = head.find_first_of("[("); bracket != std::string_view::npos && bracket > 0) // "Re[2]:"
            head = trimView(head.substr(0, bracket));
        for (const auto prefix : prefixes)
            if (equalsNoCase(head, prefix)) {
                rest = trimView(rest.substr(colon + 1));
                cut = true;
                break;
            }
    }
    return std::string(rest);
}

ThreadHeaders threadHeaders(const ParentMail& parent)
{
    ThreadHeaders headers;
    headers.inReplyTo = parent.messageId;
    headers.references = parent.references;
    if (headers.references.empty() && parent.inReplyTo && !parent.inReplyTo->empty())
        headers.references.push_back(*parent.inReplyTo);
    if (!parent.messageId.empty())
        headers.references.push_back(parent.messageId);
    if (headers.references.size() > 2 * keptAtEachEnd)
        headers.references.erase(headers.references.begin() + keptAtEachEnd, headers.references.end() - keptAtEachEnd);
    auto rest = trimView(parent.subject);
    while (startsWithNoCase(rest, "re:"))
        rest = trimView(rest.substr(3));
    headers.subject = "Re: " + std::string(rest);
    return headers;
}

Result<void> checkHeaderValue(std::string_view name, std::string_view value)
{
    if (value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos)
        return {};
    return fail({ErrorKind::invalid, "invalid_header", "A mail header must stand on one line. Take out the line break.",
        {{"header", std::string(name)}}});
}
}
