// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/person_label.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace agentarmy::readers {
namespace {
bool isAddress(std::string_view text)
{
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.size() <= 320
        && text.find_first_of(" \t\"<>(),;", 0) == std::string_view::npos
        && text.find('@', at + 1) == std::string_view::npos;
}

std::string_view unquoted(std::string_view text)
{
    text = trimView(text);
    while (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        text = trimView(text.substr(1, text.size() - 2));
    return text;
}

/// What meeting programs put behind a name: the part somebody plays, pronouns.
bool isPart(std::string_view text)
{
    static constexpr std::array<std::string_view, 24> parts {"guest", "gast", "external", "extern", "host", "co-host",
        "cohost", "organizer", "organiser", "presenter", "you", "me", "ich", "du", "unverified", "moderator",
        "participant", "teilnehmer", "phone", "mobile", "he", "she", "they", "er"};
    const auto folded = foldCase(text);
    return folded.find('/') != std::string::npos || std::ranges::find(parts, std::string_view(folded)) != parts.end();
}

bool isWords(std::string_view text, std::size_t most)
{
    std::size_t words = 0;
    for (const auto word : splitView(text, ' ')) {
        std::size_t at = 0;
        if (!word.empty() && !isLetter(nextCodePoint(word, at)))
            return false;
        words += word.empty() ? 0 : 1;
    }
    return words >= 1 && words <= most && text.find_first_of("0123456789&@") == std::string_view::npos;
}

/// "Brandt, Jonas" -> "Jonas Brandt"; not "Jonas Brandt, PhD" and not a company's "Brandt, Inc."
std::string inOrder(std::string_view name)
{
    const auto comma = name.find(',');
    if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos)
        return collapseSpaces(name);
    const auto last = trimView(name.substr(0, comma));
    const auto first = trimView(name.substr(comma + 1));
    static constexpr std::array<std::string_view, 22> endings {"jr", "jr.", "sr", "sr.", "ii", "iii", "phd", "ph.d.",
        "md", "mba", "msc", "esq", "esq.", "inc", "inc.", "llc", "ltd", "ltd.", "gmbh", "ag", "corp", "corp."};
    const auto folded = foldCase(first);
    if (!isWords(last, 3) || !isWords(first, 3)
        || std::ranges::find(endings, std::string_view(folded)) != endings.end())
        return collapseSpaces(name);
    return collapseSpaces(std::string(first) + ' ' + std::string(last));
}
}

PersonLabel readPersonLabel(std::string_view label)
{
    PersonLabel person;
    auto rest = collapseSpaces(label.substr(0, 1000));
    if (startsWithNoCase(rest, "mailto:"))
        rest.erase(0, 7);
    if (isAddress(rest)) {
        person.address = foldCase(rest);
        return person;
    }
    for (const auto& [open, close] : {std::pair('<', '>'), std::pair('(', ')'), std::pair('[', ']')}) {
        const auto end = rest.rfind(close);
        const auto begin = end == std::string::npos ? end : rest.rfind(open, end);
        if (begin == std::string::npos)
            continue;
        const auto inner = std::string(unquoted(std::string_view(rest).substr(begin + 1, end - begin - 1)));
        if (isAddress(inner))
            person.address = foldCase(inner);
        else if (begin == 0 || end + 1 != rest.size()) // "(Sales) Kim" and "Kim (1) left" are names as they stand
            continue;
        else if (!isPart(inner) && person.company.empty())
            person.company = inner;
        rest.erase(begin, end - begin + 1);
        rest = collapseSpaces(rest);
    }
    if (const auto bar = rest.find(" | "); bar != std::string::npos) {
        if (person.company.empty())
            person.company = trim(std::string_view(rest).substr(bar + 3));
        rest.resize(bar);
    }
    const auto name = unquoted(rest);
    if (person.address.empty() && isAddress(name))
        person.address = foldCase(name);
    else if (!isAddress(name))
        person.name = inOrder(name);
    if (person.name.empty() && person.address.empty())
        person.name = collapseSpaces(label.substr(0, 300));
    return person;
}
}
