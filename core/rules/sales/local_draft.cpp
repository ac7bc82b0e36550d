// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/local_draft.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/local_qualification.hpp"
#include "core/rules/sales/shipped_text.hpp"
#include "core/rules/sales/templates.hpp"
#include "core/rules/sales/thread_headers.hpp"
#include "core/rules/text/tokens.hpp"
#include "core/rules/text/web_address.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::sales {
namespace {
using Slots = std::vector<std::pair<std::string_view, std::string>>;

/// The template with its slots filled; a sentence with an empty slot is left out.
std::string filled(std::string_view text, const Slots& slots)
{
    std::string out;
    const auto fill = [&](std::string_view sentence) {
        std::string done;
        for (std::size_t at = 0; at < sentence.size();) {
            if (sentence[at] == '{') {
                const auto end = sentence.find('}', at);
                const auto name = sentence.substr(at + 1, end - at - 1);
                const auto slot
                    = std::find_if(slots.begin(), slots.end(), [&](const auto& each) { return each.first == name; });
                if (slot == slots.end() || slot->second.empty())
                    return;
                done += slot->second;
                at = end + 1;
                continue;
            }
            done += sentence[at++];
        }
        out += (out.empty() || out.back() == '\n' ? "" : " ") + done;
    };
    std::size_t begin = 0;
    for (const auto& sentence : text::sentences(text)) {
        if (text.substr(begin, sentence.begin - begin).find('\n') != std::string_view::npos)
            out += '\n';
        fill(sentence.in(text));
        begin = sentence.end;
    }
    return out;
}

bool isStopWord(std::string_view word)
{
    static constexpr std::array<std::string_view, 150> stops = {"a", "about", "aber", "after", "again", "all", "als",
        "also", "am", "an", "and", "any", "are", "as", "at", "auch", "auf", "aus", "be", "because", "been", "bei",
        "bin", "bis", "but", "by", "can", "could", "da", "damit", "dann", "das", "dass", "dazu", "dem", "den", "der",
        "des", "did", "die", "dies", "do", "does", "doch", "du", "durch", "ein", "eine", "einen", "einer", "er", "es",
        "ever", "every", "fuer", "for", "from", "get", "had", "haben", "has", "hat", "have", "he", "her", "here", "his",
        "how", "i", "ich", "if", "ihr", "ihre", "im", "in", "into", "is", "ist", "it", "its", "ja", "just", "kann",
        "like", "made", "man", "me", "mehr", "mit", "more", "much", "must", "my", "nach", "need", "nicht", "no", "noch",
        "not", "now", "nur", "of", "oder", "off", "on", "one", "only", "or", "our", "out", "over", "schon", "sehr",
        "she", "should", "sie", "sind", "so", "some", "that", "the", "their", "them", "then", "there", "they", "this",
        "to", "too", "um", "und", "uns", "unser", "unsere", "us", "very", "vom", "von", "war", "was", "we", "wenn",
        "were", "what", "when", "which", "who", "wie"};
    static constexpr std::array<std::string_view, 24> more
        = {"will", "wir", "with", "wollen", "would", "you", "your", "zu", "zum", "zur", "brauchen", "want", "looking",
            "look", "suchen", "muss", "muessen", "please", "bitte", "thanks", "danke", "really", "today", "heute"};
    return std::find(stops.begin(), stops.end(), word) != stops.end()
        || std::find(more.begin(), more.end(), word) != more.end() || word.starts_with('\'');
}

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
        while (last > 0 && (tokens[last - 1].kind != text::TokenKind::word || isStopWord(tokens.folded(last - 1))))
            --last;
        std::size_t first = last;
        while (first > 0 && last - first < 3 && tokens[first - 1].kind == text::TokenKind::word
            && !isStopWord(tokens.folded(first - 1)))
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
    const auto language = input.language == "de" ? std::string_view("de") : std::string_view("en");
    const auto persona = std::string(enumText(input.persona));
    const auto stage = std::string(enumText(input.stage));
    const bool chat = input.channel == Channel::chat;
    const bool reply = !trimView(input.lastInboundText).empty();
    const Slots slots = {{"name", personName(input.contactName, language, input.persona)}, {"our", trim(input.ourName)},
        {"company", trim(input.ourCompany)}, {"account", trim(input.accountName)},
        {"words", reply ? mirroredWords(input.lastInboundText) : std::string()}};
    const auto part = [&](const std::string& key) { return filled(templateText(language, key), slots); };

    LocalDraft draft;
    const bool asked = reply && text::containsQuestion(input.lastInboundText);
    if (asked) {
        draft.confidence = 0.5;
        for (const auto& sentence : text::sentences(input.lastInboundText))
            draft.questionsAsked += text::isQuestion(sentence.in(input.lastInboundText)) ? 1 : 0;
    }
    std::string question(templateText(language, "question.all"));
    if (isOpen(input.stage))
        if (const auto open
            = input.qualification ? nextQuestions(*input.qualification, language) : nextQuestions({}, language);
            !open.empty())
            question = open.front();

    std::vector<std::string> paragraphs;
    const auto add = [&](std::string text) {
        if (!text.empty())
            paragraphs.push_back(std::move(text));
    };
    const auto opening = part(stage + "." + persona + (chat ? ".chat" : ".email"));
    std::string reaction;
    if (reply) {
        reaction = part("reply." + persona);
        if (const auto mirror = part("mirror." + persona); !mirror.empty())
            reaction += (reaction.empty() ? "" : " ") + mirror;
        if (asked)
            reaction += " " + std::string(templateText(language, "question_open"));
    }
    if (chat) {
        std::string body = reply ? reaction : opening;
        body += (body.empty() ? "" : " ") + question;
        draft.body = std::move(body);
        return draft;
    }
    auto greeting = part("greeting." + persona);
    if (greeting.empty())
        greeting = language == "de" ? "Guten Tag," : "Hello,";
    add(std::move(greeting));
    add(std::move(reaction));
    if (!(reply && input.persona == PersonaType::cSuite)) // leaders get the shortest answers
        add(opening);
    add(std::move(question));
    add(part("signoff." + persona));
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
