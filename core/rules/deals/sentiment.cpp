// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/sentiment.hpp"

#include "core/rules/text/tokens.hpp"
#include "core/rules/text/word_filter.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace agentarmy::deals {
namespace {
using namespace std::string_view_literals;
using text::TokenKind;

// Folded as tokens are: German umlauts are two letters.
constexpr std::array positiveWords {"amazing"sv, "angenehm"sv, "appreciate"sv, "approved"sv, "beeindruckt"sv,
    "begeistert"sv, "convinced"sv, "delighted"sv, "einverstanden"sv, "excellent"sv, "excited"sv, "fantastic"sv,
    "freue"sv, "freuen"sv, "freut"sv, "genehmigt"sv, "glad"sv, "great"sv, "happy"sv, "helpful"sv, "hervorragend"sv,
    "hilfreich"sv, "impressed"sv, "impressive"sv, "love"sv, "loved"sv, "perfect"sv, "perfekt"sv, "pleased"sv,
    "positiv"sv, "positive"sv, "prima"sv, "promising"sv, "spannend"sv, "super"sv, "thrilled"sv, "toll"sv,
    "ueberzeugend"sv, "ueberzeugt"sv, "vielversprechend"sv, "wonderful"sv, "wunderbar"sv, "zufrieden"sv};
constexpr std::array negativeWords {"aergerlich"sv, "aergert"sv, "angry"sv, "annoyed"sv, "annoying"sv, "awful"sv,
    "bad"sv, "bedauerlich"sv, "bedenken"sv, "cancel"sv, "cancelled"sv, "complaint"sv, "concern"sv, "concerned"sv,
    "concerns"sv, "disappointed"sv, "disappointing"sv, "enttaeuschend"sv, "enttaeuscht"sv, "expensive"sv, "fail"sv,
    "failed"sv, "frozen"sv, "frustrated"sv, "frustrating"sv, "inakzeptabel"sv, "leider"sv, "rejected"sv, "schlecht"sv,
    "schlechte"sv, "schwierig"sv, "sorgen"sv, "sorry"sv, "terrible"sv, "teuer"sv, "unacceptable"sv, "unfortunately"sv,
    "unhappy"sv, "unzufrieden"sv, "upset"sv, "veraergert"sv, "wary"sv, "worried"sv, "worse"sv, "worst"sv,
    "zurueckgestellt"sv};
constexpr std::array turningWords {"hardly"sv, "kaum"sv, "kein"sv, "keine"sv, "keinen"sv, "never"sv, "nicht"sv, "nie"sv,
    "no"sv, "not"sv, "ohne"sv, "weder"sv, "without"sv};
constexpr std::size_t readBytes = 20'000;
constexpr std::size_t turningReach = 3; ///< a "not" turns the next three words

enum class Tone { positive, negative, turning };

class Lexicon {
public:
    Lexicon()
    {
        const auto add = [this](std::span<const std::string_view> words, Tone tone) {
            for (const auto word : words) {
                m_filter.add(word);
                m_tones.emplace(word, tone);
            }
        };
        add(positiveWords, Tone::positive);
        add(negativeWords, Tone::negative);
        add(turningWords, Tone::turning);
    }
    [[nodiscard]] std::optional<Tone> toneOf(std::string_view word) const
    {
        if (!m_filter.mayHold(word))
            return std::nullopt;
        const auto found = m_tones.find(word);
        return found == m_tones.end() ? std::nullopt : std::optional(found->second);
    }

private:
    text::WordFilter m_filter;
    std::unordered_map<std::string_view, Tone> m_tones;
};

bool endsSentence(std::string_view mark) { return mark == "." || mark == "!" || mark == "?" || mark == ";"; }
}

Sentiment sentimentOf(std::string_view text)
{
    static const Lexicon lexicon;
    const text::Tokens tokens(text.substr(0, readBytes));
    int balance = 0;
    std::size_t sinceTurn = turningReach + 1;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto word = tokens.folded(i);
        if (tokens[i].kind == TokenKind::punct) {
            sinceTurn = endsSentence(word) ? turningReach + 1 : sinceTurn;
            continue;
        }
        ++sinceTurn;
        const auto tone = lexicon.toneOf(word);
        if (!tone)
            continue;
        if (*tone == Tone::turning)
            sinceTurn = 0;
        else
            balance += (*tone == Tone::positive) == (sinceTurn > turningReach) ? 1 : -1;
    }
    return balance > 0 ? Sentiment::positive : balance < 0 ? Sentiment::negative : Sentiment::neutral;
}

Sentiment overallSentiment(std::span<const Sentiment> oldestFirst)
{
    const auto newest = oldestFirst.last(std::min<std::size_t>(oldestFirst.size(), 5));
    const auto count = [&](Sentiment tone) { return std::ranges::count(newest, tone); };
    const auto positive = count(Sentiment::positive);
    const auto negative = count(Sentiment::negative);
    const auto neutral = count(Sentiment::neutral);
    if (positive > negative && positive > neutral)
        return Sentiment::positive;
    if (negative > positive && negative > neutral)
        return Sentiment::negative;
    return Sentiment::neutral;
}
}
