// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/enums.hpp"
#include "core/rules/sales/reading/joined_hash.hpp"
#include "core/rules/sales/reading/patterns.hpp"

#include <bitset>
#include <concepts>
#include <initializer_list>

/// What the sentence model looks at. Reading and training share this code, so that both see the same.
namespace agentarmy::sales::reading {

/// What a sentence is as a whole, as the patterns tell it.
enum class SentenceMark : std::uint8_t {
    question,
    unreal,
    thirdParty,
    past,
    sarcasm,
    ourWords,
    smallTalk,
    positive,
    event,
    threshold,
    negated,
    startsNegative,
    firstPerson,
    paragraphStart
};
inline constexpr std::size_t sentenceMarkCount = 14;
using SentenceMarks = std::bitset<sentenceMarkCount>;
using Dimensions = std::bitset<dimensionCount>;

/// What is known of a sentence besides its words.
struct SentenceFacts {
    std::size_t begin = 0, end = 0; ///< tokens
    std::size_t position = 0; ///< in its text, the first is 0
    SentenceMarks marks, marksBefore; ///< of this sentence, and of the one before
    std::array<double, dimensionCount> proposed {}; ///< weight of the patterns' claim, 0 = none
    Dimensions proposedBefore; ///< by the sentence before
    Dimensions proposedElsewhere; ///< by other sentences of the text
    std::size_t proposals = 0; ///< claims of all sentences of the text
    std::array<std::uint8_t, dimensionCount> patterns {}; ///< that match, whether or not they count here
    Dimensions answers; ///< proposed because we asked for it
    Dimensions asked; ///< by our words just before
    Dimensions retracted; ///< a pattern takes it back
    std::span<const std::string> question; ///< folded words of our last question just before
};

/// A part of a feature's name. Words stand in many names, so each is hashed once.
struct NamePart {
    template <std::convertible_to<std::string_view> Name>
    constexpr NamePart(const Name& name) // NOLINT(google-explicit-constructor): a name is written as what it is
        : text(name)
        , hash(text)
    {
    }
    std::string_view text;
    JoinedHash hash;
};

/// Takes one feature after the other, each as the parts of its name.
class FeatureSink {
public:
    virtual ~FeatureSink() = default;
    virtual void take(std::initializer_list<NamePart> parts) = 0;
};

/// Letters of the dimensions in the names of features and in the weights, in the order of Dimension.
inline constexpr std::string_view dimensionLetters = "BANTMECPXH";

void featuresOf(const Marked& text, const PatternBook& book, const SentenceFacts& facts, FeatureSink& sink);
}
