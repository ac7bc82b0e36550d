// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/text/title_tier.hpp"

#include "core/rules/text/tokens.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace agentarmy {
namespace {
using Words = std::vector<std::string_view>;

bool has(const Words& words, std::initializer_list<std::string_view> phrase)
{
    return std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
}
bool hasAny(const Words& words, std::initializer_list<std::string_view> any)
{
    return std::any_of(
        words.begin(), words.end(), [&](auto word) { return std::find(any.begin(), any.end(), word) != any.end(); });
}
}

TitleTier titleTier(std::optional<std::string_view> title)
{
    if (!title)
        return TitleTier::ic;
    const text::Tokens tokens(title->substr(0, 400));
    Words words;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (tokens[i].kind != text::TokenKind::punct)
            words.push_back(tokens.folded(i));
    if (has(words, {"assistant", "to"}) || has(words, {"executive", "assistant"}) || has(words, {"office", "of", "the"})
        || hasAny(words, {"intern"}))
        return TitleTier::ic;
    const bool vicePresident = has(words, {"vice", "president"});
    const bool partner = (words.size() == 1 && words[0] == "partner") || has(words, {"managing", "partner"})
        || has(words, {"senior", "partner"});
    if (has(words, {"managing", "director"}) || hasAny(words, {"founder", "cofounder", "owner"})
        || (hasAny(words, {"president"}) && !vicePresident) || partner)
        return TitleTier::cSuite;
    if (has(words, {"head", "of"}))
        return TitleTier::director;
    if (hasAny(words, {"ceo", "cto", "cfo", "coo", "cio", "ciso", "cro", "cmo", "cpo", "chief"}))
        return TitleTier::cSuite;
    if (vicePresident || hasAny(words, {"vp", "svp", "evp"}))
        return TitleTier::vp;
    if (hasAny(words, {"director"}))
        return TitleTier::director;
    if (hasAny(words, {"manager"}))
        return TitleTier::manager;
    return TitleTier::ic;
}
}
