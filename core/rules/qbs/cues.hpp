// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/rules/text/tokens.hpp"

#include <optional>
#include <string_view>

/// The word lists of Question Based Selling (qbs rules Q3), English and German, and how they are looked for: whole
/// words in folded form, in order; a word that ends in * also stands for every longer one.
namespace agentarmy::qbs {

/// At most 20,000 characters of a text are analysed, the newest: its end, from the start of a sentence on.
inline constexpr std::size_t maxAnalysedChars = 20'000;
[[nodiscard]] std::string_view newestPart(std::string_view text);

enum class CueKind {
    refusal, ///< does not want to say more
    emotion, ///< says what it feels like
    weight, ///< says in the first person that it matters to them: counts for a claimed depth only
    topicShift,
    loss, ///< cost, loss, delay or penalty
    pain
};

/// How a pain stands in its sentence; tells what the topic is called.
enum class CueForm { adjective, noun, verb, phrase };

struct CueHit {
    std::size_t first = 0, last = 0; ///< tokens [first, last)
    CueForm form = CueForm::phrase;
};

/// The first cue of a kind. With `unlessDenied`, one that is denied within three words before it in the same clause
/// does not count ("we have no delays"); "can't stand the delays" and "don't want errors" deny nothing.
enum class Denial { counts, ignored };
[[nodiscard]] std::optional<CueHit> findCue(const text::Tokens& tokens, CueKind kind, Denial denial);
/// I, we, me, us, or people who stand for the speaker: "my team".
[[nodiscard]] bool speaksInFirstPerson(const text::Tokens& tokens);
/// The same, or speaks of something of theirs: "our exports".
[[nodiscard]] bool speaksOfOwn(const text::Tokens& tokens);
/// A number in figures, or in words from two on.
[[nodiscard]] bool hasNumber(const text::Tokens& tokens);
/// "per month", "every week", "daily".
[[nodiscard]] bool hasPeriod(const text::Tokens& tokens);
}
