// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/depth.hpp"

#include "core/rules/qbs/cues.hpp"

#include <algorithm>

namespace agentarmy::qbs {
namespace {
PainDepth depthOfSentence(std::string_view sentence)
{
    const text::Tokens tokens(sentence);
    const bool self = speaksInFirstPerson(tokens);
    const bool question = text::isQuestion(sentence);
    if (question && !speaksOfOwn(tokens))
        return PainDepth::notExplored;
    if (self && findCue(tokens, CueKind::emotion, Denial::counts))
        return PainDepth::emotional;
    if (!question && findCue(tokens, CueKind::loss, Denial::counts) && (hasNumber(tokens) || hasPeriod(tokens)))
        return PainDepth::businessImpact;
    return findCue(tokens, CueKind::pain, Denial::counts) ? PainDepth::surface : PainDepth::notExplored;
}

bool carriesEmotion(std::string_view quote)
{
    const text::Tokens tokens(quote);
    return findCue(tokens, CueKind::emotion, Denial::counts)
        || (speaksInFirstPerson(tokens) && findCue(tokens, CueKind::weight, Denial::counts));
}

bool carriesImpact(std::string_view quote)
{
    const text::Tokens tokens(quote);
    return findCue(tokens, CueKind::loss, Denial::counts) || hasNumber(tokens);
}
}

PainDepth assessDepth(std::string_view text)
{
    const auto newest = newestPart(text);
    auto deepest = PainDepth::notExplored;
    for (const auto& sentence : text::sentences(newest)) {
        deepest = std::max(deepest, depthOfSentence(sentence.in(newest)));
        if (deepest == PainDepth::emotional)
            break;
    }
    return deepest;
}

PainDepth checkDepth(PainDepth claimed, std::span<const std::string> quotes)
{
    if (claimed <= PainDepth::surface)
        return claimed;
    if (claimed == PainDepth::emotional && std::any_of(quotes.begin(), quotes.end(), carriesEmotion))
        return claimed;
    if (std::any_of(quotes.begin(), quotes.end(), carriesImpact))
        return PainDepth::businessImpact;
    auto carried = PainDepth::notExplored;
    for (const auto& quote : quotes)
        carried = std::max(carried, assessDepth(quote));
    return std::min(carried, claimed);
}
}
