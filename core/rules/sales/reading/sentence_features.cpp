// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/reading/sentence_features.hpp"

#include <algorithm>

namespace agentarmy::sales::reading {
namespace {
constexpr std::size_t longestSentence = 60; ///< items; what follows adds nothing but time
constexpr std::array<std::string_view, sentenceMarkCount> markNames
    = {"question", "unreal", "thirdParty", "past", "sarcasm", "ourWords", "smallTalk", "positive", "event", "threshold",
        "negated", "startsNegative", "firstPerson", "paragraphStart"};

struct Kind {
    SpanKind kind;
    std::string_view item;
};
/// The most telling first: an amount is also a number.
constexpr std::array<Kind, 7> kinds
    = {{{SpanKind::money, "#money"}, {SpanKind::percent, "#pct"}, {SpanKind::time, "#time"},
        {SpanKind::quantity, "#qty"}, {SpanKind::sum, "#sum"}, {SpanKind::top, "#top"}, {SpanKind::number, "#num"}}};

std::string_view letter(std::size_t dimension) { return dimensionLetters.substr(dimension, 1); }

/// The word without the commonest endings, so that "decides" and "decided" count together.
std::string_view stemOf(std::string_view word)
{
    static constexpr std::array<std::string_view, 10> endings
        = {"ing", "ed", "es", "en", "er", "em", "te", "s", "e", "t"};
    if (word.size() < 5)
        return word;
    for (const auto ending : endings)
        if (word.size() >= ending.size() + 3 && word.ends_with(ending))
            return word.substr(0, word.size() - ending.size());
    return word;
}

/// The words of the sentence, with figures, times, names and top roles as one item each ("#money").
std::vector<std::string_view> itemsOf(const Marked& text, std::size_t begin, std::size_t end)
{
    std::vector<std::string_view> items;
    items.reserve(std::min(end - begin, longestSentence));
    for (auto i = begin; i < end && items.size() < longestSentence;) {
        std::size_t length = 0;
        for (const auto& [kind, item] : kinds)
            if (const auto run = text.spans.length(kind, i); run && i + run <= end) {
                length = run;
                items.push_back(item);
                break;
            }
        if (length == 0) {
            if (const auto run = text.spans.length(SpanKind::name, i); run && i + run <= end && i > begin) {
                length = run;
                items.emplace_back("#name");
            } else {
                length = 1;
                items.push_back(
                    text.tokens[i].kind == text::TokenKind::number ? std::string_view("#num") : text.tokens.folded(i));
            }
        }
        i += length;
    }
    return items;
}

void takeWords(std::span<const std::string_view> items, FeatureSink& sink)
{
    constexpr std::size_t longWord = 8, wordStart = 6;
    constexpr NamePart one("1:"), two("2:"), three("3:"), apart("_:"), stemmed("s:"), start("p:"), space(" "), end("$");
    constexpr NamePart beginning("2:^ ");
    const std::vector<NamePart> words(items.begin(), items.end());
    sink.take({beginning, words.empty() ? end : words.front()});
    for (std::size_t i = 0; i < words.size(); ++i) {
        sink.take({one, words[i]});
        if (const auto stem = stemOf(items[i]); stem != items[i])
            sink.take({stemmed, stem});
        if (items[i].size() >= longWord)
            sink.take({start, items[i].substr(0, wordStart)});
        sink.take({two, words[i], space, i + 1 < words.size() ? words[i + 1] : end});
        if (i + 2 < words.size()) {
            sink.take({apart, words[i], space, words[i + 2]});
            sink.take({three, words[i], space, words[i + 1], space, words[i + 2]});
        }
    }
}

void takeClasses(const Marked& text, const PatternBook& book, const SentenceFacts& facts, FeatureSink& sink)
{
    const auto& names = book.classNames();
    std::vector<bool> seen(names.size());
    for (auto i = facts.begin; i < facts.end; ++i)
        for (const auto symbol : text.symbols(i))
            for (const auto each : book.classesOf(symbol))
                if (!seen[each]) {
                    seen[each] = true;
                    sink.take({"c:", names[each]});
                }
}

/// A short answer is understood by the question before it: its words, alone and with the kind of answer.
void takeQuestion(std::span<const std::string_view> items, const SentenceFacts& facts, FeatureSink& sink)
{
    constexpr std::size_t answers = 2; ///< so many sentences answer
    constexpr std::size_t shortAnswer = 5, longAnswer = 12;
    if (facts.position >= answers)
        return;
    std::vector<NamePart> shapes = {items.size() <= shortAnswer ? "short" : items.size() > longAnswer ? "long" : "mid"};
    for (const std::string_view shape : {"#money", "#pct", "#time", "#qty", "#sum", "#top", "#num", "#name"})
        if (std::find(items.begin(), items.end(), shape) != items.end())
            shapes.emplace_back(shape);
    for (const auto& each : facts.question) {
        const NamePart word(each);
        sink.take({"w:", word});
        for (const auto& shape : shapes)
            sink.take({"x:", word, shape});
    }
}
}

void featuresOf(const Marked& text, const PatternBook& book, const SentenceFacts& facts, FeatureSink& sink)
{
    constexpr std::array<std::string_view, 3> places = {"0", "1", "2"};
    constexpr std::array<std::string_view, 6> steps = {"0", "1", "2", "3", "4", "5"};
    const auto items = itemsOf(text, facts.begin, facts.end);
    sink.take({NamePart("1")});
    takeWords(items, sink);
    takeClasses(text, book, facts, sink);
    for (std::size_t i = 0; i < sentenceMarkCount; ++i) {
        if (facts.marks[i])
            sink.take({"m:", markNames[i]});
        if (facts.marksBefore[i])
            sink.take({"mb:", markNames[i]});
    }
    const bool near = facts.position < places.size();
    if (near)
        sink.take({"place:", places[facts.position]});
    const auto size = items.size();
    sink.take({"size:", size < 4 ? "3" : size < 8 ? "7" : size < 15 ? "14" : size < 25 ? "24" : "more"});
    sink.take({"cnt:", steps[std::min(facts.proposals / 2, steps.size() - 1)]});
    for (std::size_t d = 0; d < dimensionCount; ++d) {
        if (const auto weight = facts.proposed[d]; weight > 0) {
            sink.take({"r:", letter(d)});
            sink.take({"r:", letter(d), weight >= 0.85 ? "3" : weight >= 0.7 ? "2" : "1"});
        }
        if (facts.answers[d])
            sink.take({"a:", letter(d)});
        if (facts.proposedBefore[d])
            sink.take({"rb:", letter(d)});
        if (facts.proposedElsewhere[d])
            sink.take({"od:", letter(d)});
        if (facts.retracted[d])
            sink.take({"back:", letter(d)});
        if (facts.asked[d] && near) {
            sink.take({"q:", letter(d), places[facts.position]});
            for (std::size_t i = 0; i < sentenceMarkCount; ++i)
                if (facts.marks[i])
                    sink.take({"q:", letter(d), " ", markNames[i]});
        }
        for (std::size_t count = 1; count <= std::min<std::size_t>(facts.patterns[d], 3); ++count)
            sink.take({"n:", letter(d), steps[count]});
    }
    takeQuestion(items, facts, sink);
}
}
