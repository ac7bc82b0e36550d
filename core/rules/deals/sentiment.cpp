// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/sentiment.hpp"

#include "core/rules/text/scan.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace agentarmy::deals {
namespace {
using namespace std::string_view_literals;

// Sorted, folded; German without umlaut variants.
constexpr std::array positiveWords {"amazing"sv, "angenehm"sv, "appreciate"sv, "approved"sv, "begeistert"sv,
    "beeindruckt"sv, "convinced"sv, "delighted"sv, "einverstanden"sv, "excellent"sv, "excited"sv, "fantastic"sv,
    "freue"sv, "freuen"sv, "freut"sv, "genau"sv, "genehmigt"sv, "glad"sv, "great"sv, "happy"sv, "helpful"sv,
    "hervorragend"sv, "hilfreich"sv, "impressed"sv, "impressive"sv, "love"sv, "loved"sv, "looking-forward"sv,
    "perfect"sv, "perfekt"sv, "pleased"sv, "positiv"sv, "positive"sv, "prima"sv, "promising"sv, "spannend"sv, "super"sv,
    "thrilled"sv, "toll"sv, "vielversprechend"sv, "welcome"sv, "wonderful"sv, "wunderbar"sv, "zufrieden"sv,
    "überzeugt"sv, "überzeugend"sv};
constexpr std::array negativeWords {"annoyed"sv, "annoying"sv, "angry"sv, "awful"sv, "bad"sv, "bedauerlich"sv,
    "bedenken"sv, "cancel"sv, "cancelled"sv, "complaint"sv, "concern"sv, "concerned"sv, "concerns"sv, "disappointed"sv,
    "disappointing"sv, "enttäuscht"sv, "enttäuschend"sv, "expensive"sv, "fail"sv, "failed"sv, "frozen"sv,
    "frustrated"sv, "frustrating"sv, "inakzeptabel"sv, "leider"sv, "pause"sv, "rejected"sv, "schlecht"sv, "schlechte"sv,
    "schwierig"sv, "sorry"sv, "sorgen"sv, "terrible"sv, "teuer"sv, "too-expensive"sv, "unacceptable"sv,
    "unfortunately"sv, "unhappy"sv, "unzufrieden"sv, "upset"sv, "verärgert"sv, "wary"sv, "worried"sv, "worse"sv,
    "worst"sv, "zurückgestellt"sv, "ärgerlich"sv, "ärgert"sv};
constexpr std::array turningWords {"aren't"sv, "can't"sv, "didn't"sv, "doesn't"sv, "don't"sv, "hardly"sv, "isn't"sv,
    "kaum"sv, "kein"sv, "keine"sv, "keinen"sv, "never"sv, "nicht"sv, "nie"sv, "no"sv, "not"sv, "wasn't"sv, "weder"sv,
    "weren't"sv, "without"sv, "won't"sv, "ohne"sv};
constexpr std::size_t readBytes = 20'000;
constexpr std::size_t turningReach = 3; ///< a "not" turns the next three words

template <std::size_t N> bool listed(const std::array<std::string_view, N>& list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}
}

Sentiment sentimentOf(std::string_view text)
{
    text = text.substr(0, readBytes);
    int balance = 0;
    for (const auto& sentence : text::sentences(text)) {
        const auto body = sentence.in(text);
        std::size_t sinceTurn = turningReach + 1;
        for (const auto& range : text::words(body)) {
            const auto word = text::foldWord(range.in(body));
            if (listed(turningWords, word)) {
                sinceTurn = 0;
                continue;
            }
            ++sinceTurn;
            const int tone = listed(positiveWords, word) ? 1 : listed(negativeWords, word) ? -1 : 0;
            balance += sinceTurn <= turningReach ? -tone : tone;
        }
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
