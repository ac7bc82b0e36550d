// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/local_draft.hpp"

#include "core/base/text.hpp"
#include "core/rules/intelligence/persona.hpp"
#include "core/rules/sales/draft_review.hpp"
#include "core/rules/sales/local_qualification.hpp"
#include "core/rules/sales/shipped_text.hpp"
#include "core/rules/sales/templates.hpp"
#include "core/rules/sales/thread_headers.hpp"
#include "core/rules/text/stop_words.hpp"
#include "core/rules/text/tokens.hpp"
#include "core/rules/text/web_address.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::sales {
namespace {
using intelligence::Band;

std::string personName(std::string_view contactName, std::string_view language, PersonaType persona)
{
    const auto name = trimView(contactName);
    if (language == "de") // the whole name is polite where "Frau" or "Herr" is not known
        return std::string(name);
    if (persona == PersonaType::cSuite)
        return std::string(name);
    const auto first = name.substr(0, name.find(' '));
    const bool title = first.ends_with('.') || first == "Mr" || first == "Mrs" || first == "Ms" || first == "Dr"
        || first == "Frau" || first == "Herr";
    return std::string(title ? name : first);
}

/// Whose greeting and closing is taken: the reader's, unless the writer is set on one.
PersonaType toneOf(PersonaType reader, Band formality)
{
    return formality == Band::low ? PersonaType::ic : formality == Band::high ? PersonaType::cSuite : reader;
}

/// The words before a question, without what repeats the customer's own: the draft does so already.
std::string withoutMirror(std::string_view question, const std::string& words)
{
    std::string out;
    for (const auto& range : text::sentences(question)) {
        const auto sentence = range.in(question);
        if (!text::isQuestion(sentence) && !words.empty() && sentence.find(words) != std::string_view::npos)
            continue;
        out += (out.empty() ? "" : " ") + std::string(sentence);
    }
    return out;
}

std::string firstSentence(const std::string& text)
{
    const auto sentences = text::sentences(text);
    return sentences.empty() ? text : std::string(sentences.front().in(text));
}
}

std::string mirroredWords(std::string_view inboundText)
{
    if (trimView(inboundText).empty())
        return {};
    const auto read = qualifyLocally({.text = inboundText, .contactName = {}, .before = {}, .existing = nullptr});
    std::string_view sentence;
    for (const auto dimension : {Dimension::pain, Dimension::need, Dimension::metrics, Dimension::decisionCriteria})
        if (const auto& signal = read.found[dimension];
            signal.identified && !signal.evidence.empty() && sentence.empty())
            sentence = signal.evidence.back().quote;
    if (sentence.empty())
        return {};
    // The last run of content words, three at most.
    const auto blanked = text::withoutWebAddresses(sentence);
    const text::Tokens tokens(blanked ? std::string_view(*blanked) : sentence);
    std::size_t end = tokens.size();
    while (end > 0) {
        std::size_t last = end;
        while (
            last > 0 && (tokens[last - 1].kind != text::TokenKind::word || text::isStopWord(tokens.folded(last - 1))))
            --last;
        std::size_t first = last;
        while (first > 0 && last - first < 3 && tokens[first - 1].kind == text::TokenKind::word
            && !text::isStopWord(tokens.folded(first - 1)))
            --first;
        if (last == first)
            break;
        const auto run = sentence.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin);
        if (const bool whole = !text::withoutWebAddresses(run); // no link between its words
            whole && (last - first >= 2 || first == 0 || tokens.folded(first).size() > 4))
            return std::string(run);
        end = first;
    }
    return {};
}

LocalDraft draftLocally(const LocalDraftInput& input)
{
    const auto formality = intelligence::bandOf(input.voice.formalCasual);
    const auto detail = intelligence::bandOf(input.voice.conciseDetailed);
    const auto depth = intelligence::bandOf(input.voice.technicalBusiness);
    const auto initiative = intelligence::bandOf(input.voice.proactiveReactive);
    const auto language = input.language == "de" ? std::string_view("de") : std::string_view("en");
    const auto persona = std::string(enumText(input.persona));
    const auto toneType = toneOf(input.persona, formality);
    const auto tone = std::string(enumText(toneType));
    const auto inBand = [&](const char* key, Band band) {
        return std::string(templateText(language, std::string(key) + '.' + std::string(intelligence::bandText(band))));
    };
    const auto stage = std::string(enumText(input.stage));
    const bool chat = input.channel == Channel::chat;
    const bool reply = !trimView(input.lastInboundText).empty();
    const TemplateSlots slots = {{"name", personName(input.contactName, language, toneType)},
        {"our", trim(input.ourName)}, {"company", trim(input.ourCompany)}, {"account", trim(input.accountName)},
        {"words", reply ? mirroredWords(input.lastInboundText) : std::string()}};
    const auto part = [&](const std::string& key) { return filledTemplate(templateText(language, key), slots); };

    LocalDraft draft;
    const bool asked = reply && text::containsQuestion(input.lastInboundText);
    if (asked) {
        draft.confidence = 0.5;
        for (const auto& sentence : text::sentences(input.lastInboundText))
            draft.questionsAsked += text::isQuestion(sentence.in(input.lastInboundText)) ? 1 : 0;
    }
    const bool mirrors = reply && detail != Band::low && !part("mirror." + persona).empty();
    std::string question(templateText(language, "question.all"));
    if (const auto given = trimView(input.question); !given.empty())
        question = mirrors ? withoutMirror(given, slots.back().second) : std::string(given);
    else if (isOpen(input.stage))
        if (const auto open
            = input.qualification ? nextQuestions(*input.qualification, language) : nextQuestions({}, language);
            !open.empty())
            question = open.front();

    std::vector<std::string> paragraphs;
    const auto add = [&](std::string text) {
        if (!text.empty())
            paragraphs.push_back(std::move(text));
    };
    auto opening = part(stage + "." + persona + (chat ? ".chat" : ".email"));
    if (detail == Band::low)
        opening = firstSentence(opening);
    const auto offer = inBand("offer", initiative);
    std::string reaction;
    if (reply) {
        reaction = part("reply." + tone);
        if (mirrors)
            reaction += (reaction.empty() ? "" : " ") + part("mirror." + persona);
        if (asked)
            reaction += " " + std::string(templateText(language, "question_open"));
    }
    // What the writer adds is left out where the reader would get more words than they take.
    const auto count = [](const std::string& text) { return int(text::words(text).size()); };
    int room = wordLimit(input.persona, input.channel, reply);
    const auto fits = [&](const std::string& part) {
        const int words = count(part);
        if (words == 0 || words > room)
            return false;
        room -= words;
        return true;
    };
    if (chat) {
        std::string body = reply ? reaction : opening;
        body += (body.empty() ? "" : " ") + question;
        room -= count(body);
        if (initiative == Band::high && fits(offer))
            body += " " + offer;
        draft.body = std::move(body);
        return draft;
    }
    auto greeting = part(formality == Band::low ? "greeting.low" : "greeting." + tone);
    if (greeting.empty())
        greeting = inBand("greeting.nobody", formality);
    const auto signoff = part("signoff." + tone);
    const bool leader = reply && input.persona == PersonaType::cSuite; // leaders get the shortest answers
    const bool opens = !leader && !(reply && detail == Band::low);
    room -= count(greeting) + count(reaction) + count(question) + count(signoff) + (opens ? count(opening) : 0);
    const bool offers = fits(offer);
    const auto deep = inBand("depth", depth);
    const bool goesDeep = fits(deep);
    const bool opensAll = opens || (detail == Band::high && fits(opening));
    const auto more = inBand("detail", detail);
    const bool saysMore = fits(more);
    add(std::move(greeting));
    add(std::move(reaction));
    if (opensAll)
        add(opening);
    if (saysMore)
        add(more);
    if (goesDeep)
        add(deep);
    add(std::move(question));
    if (offers)
        add(offer);
    add(signoff);
    draft.body = join(paragraphs, "\n\n");
    const auto bare = bareSubject(input.subject);
    if (!bare.empty())
        draft.subject = "Re: " + bare;
    else {
        auto subject = part("subject." + stage);
        draft.subject = subject.empty() ? std::string(templateText(language, "subject.discovery")) : std::move(subject);
    }
    return draft;
}
}
