// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/stage_names.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace agentarmy::readers {
namespace {
struct StageName {
    std::string_view key; ///< letters and digits only, folded
    DealStage stage;
};
using enum DealStage;
constexpr StageName stageNames[] = {
    // our own
    {"prospecting", prospecting}, {"discovery", discovery}, {"qualification", qualification},
    {"evaluation", evaluation}, {"negotiation", negotiation}, {"closedwon", closedWon}, {"closedlost", closedLost},
    {"stalled", stalled},
    // before there is a need
    {"prospect", prospecting}, {"new", prospecting}, {"newlead", prospecting}, {"lead", prospecting},
    {"leads", prospecting}, {"leadin", prospecting}, {"incoming", prospecting}, {"identified", prospecting},
    {"identification", prospecting}, {"suspect", prospecting}, {"target", prospecting}, {"cold", prospecting},
    {"open", prospecting}, {"offen", prospecting}, {"contacted", prospecting}, {"contactmade", prospecting},
    {"firstcontact", prospecting}, {"initialcontact", prospecting}, {"outreach", prospecting},
    {"newopportunity", prospecting}, {"newdeal", prospecting}, {"backlog", prospecting}, {"neu", prospecting},
    {"interessent", prospecting}, {"erstkontakt", prospecting}, {"akquise", prospecting}, {"kaltakquise", prospecting},
    {"anbahnung", prospecting}, {"anfrage", prospecting}, {"kontaktiert", prospecting},
    {"kontaktaufnahme", prospecting}, {"leadgenerierung", prospecting},
    // finding out
    {"engaging", discovery}, {"engaged", discovery}, {"engage", discovery}, {"discover", discovery},
    {"needsanalysis", discovery}, {"needsassessment", discovery}, {"needsdefined", discovery},
    {"needsdefinition", discovery}, {"appointmentscheduled", discovery}, {"meetingscheduled", discovery},
    {"meetingarranged", discovery}, {"firstmeeting", discovery}, {"meeting", discovery}, {"discoverycall", discovery},
    {"discoverymeeting", discovery}, {"introduction", discovery}, {"introcall", discovery},
    {"initialmeeting", discovery}, {"exploration", discovery}, {"connected", discovery}, {"working", discovery},
    {"inprogress", discovery}, {"nurturing", discovery}, {"demoscheduled", discovery}, {"research", discovery},
    {"bedarfsanalyse", discovery}, {"bedarfsermittlung", discovery}, {"bedarf", discovery},
    {"erstgespraech", discovery}, {"erstgespr\xC3\xA4\x63h", discovery}, {"termin", discovery},
    {"terminvereinbart", discovery}, {"analyse", discovery}, {"inbearbeitung", discovery}, {"entdeckung", discovery},
    // is there money and somebody who decides
    {"qualify", qualification}, {"qualified", qualification}, {"qualifying", qualification},
    {"qualifiedtobuy", qualification}, {"qualifiedlead", qualification}, {"salesqualified", qualification},
    {"salesqualifiedlead", qualification}, {"sql", qualification}, {"mql", qualification},
    {"qualifiziert", qualification}, {"qualifizierung", qualification}, {"qualifikation", qualification},
    {"iddecisionmakers", qualification}, {"identifydecisionmakers", qualification},
    {"identifyingdecisionmakers", qualification}, {"identifydecisionmaker", qualification},
    {"solutionidentified", qualification}, {"assessment", qualification}, {"develop", qualification},
    {"developing", qualification}, {"opportunity", qualification}, {"solutiondevelopment", qualification},
    {"qualifizieren", qualification}, {"entwickeln", qualification}, {"entwicklung", qualification},
    {"pruefung", qualification}, {"pr\xC3\xBC\x66ung", qualification}, {"confirmed", qualification},
    // they weigh it
    {"valueproposition", evaluation}, {"perceptionanalysis", evaluation}, {"proposal", evaluation},
    {"proposalpricequote", evaluation}, {"propose", evaluation}, {"proposing", evaluation},
    {"proposalsent", evaluation}, {"proposalmade", evaluation}, {"proposalquote", evaluation},
    {"proposalorpricequote", evaluation}, {"quote", evaluation}, {"quotesent", evaluation}, {"quotation", evaluation},
    {"pricequote", evaluation}, {"offer", evaluation}, {"offersent", evaluation}, {"presentation", evaluation},
    {"presentationscheduled", evaluation}, {"presentationmade", evaluation}, {"demo", evaluation},
    {"demonstration", evaluation}, {"demodone", evaluation}, {"decisionmakerboughtin", evaluation},
    {"decisionmakersboughtin", evaluation}, {"evaluating", evaluation}, {"trial", evaluation}, {"pilot", evaluation},
    {"poc", evaluation}, {"proofofconcept", evaluation}, {"solution", evaluation}, {"technicalevaluation", evaluation},
    {"validation", evaluation}, {"technicalvalidation", evaluation}, {"rfp", evaluation}, {"tender", evaluation},
    {"shortlist", evaluation}, {"shortlisted", evaluation}, {"businesscase", evaluation}, {"angebot", evaluation},
    {"angeboterstellt", evaluation}, {"angebotabgegeben", evaluation}, {"angebotversendet", evaluation},
    {"angebotversandt", evaluation}, {"angebotgesendet", evaluation}, {"angebotsphase", evaluation},
    {"angebotgelegt", evaluation}, {"praesentation", evaluation}, {"pr\xC3\xA4sentation", evaluation},
    {"evaluierung", evaluation}, {"bewertung", evaluation}, {"teststellung", evaluation}, {"ausschreibung", evaluation},
    {"vorschlagen", evaluation}, {"vorschlag", evaluation}, {"loesung", evaluation}, {"l\xC3\xB6sung", evaluation},
    // terms
    {"negotiationreview", negotiation}, {"negotiationsstarted", negotiation}, {"negotiationstarted", negotiation},
    {"negotiations", negotiation}, {"negotiating", negotiation}, {"negotiate", negotiation},
    {"innegotiation", negotiation}, {"contractsent", negotiation}, {"contract", negotiation},
    {"contracting", negotiation}, {"contractnegotiation", negotiation}, {"contractsigned", closedWon},
    {"close", negotiation}, {"closing", negotiation}, {"commit", negotiation}, {"verbal", negotiation},
    {"verbalcommitment", negotiation}, {"verbalagreement", negotiation}, {"legal", negotiation},
    {"legalreview", negotiation}, {"procurement", negotiation}, {"decision", negotiation},
    {"awaitingsignature", negotiation}, {"pendingsignature", negotiation}, {"verhandlung", negotiation},
    {"verhandlungen", negotiation}, {"inverhandlung", negotiation}, {"vertrag", negotiation},
    {"vertragsverhandlung", negotiation}, {"vertragversendet", negotiation}, {"vertragversandt", negotiation},
    {"abschluss", negotiation}, {"abschlussphase", negotiation}, {"entscheidung", negotiation},
    {"vertragspr\xC3\xBC\x66ung", negotiation}, {"abschlie\xC3\x9F\x65n", negotiation}, {"abschliessen", negotiation},
    {"schlie\xC3\x9F\x65n", negotiation}, {"schliessen", negotiation},
    // over
    {"won", closedWon}, {"closewon", closedWon}, {"dealwon", closedWon}, {"win", closedWon}, {"signed", closedWon},
    {"ordered", closedWon}, {"order", closedWon}, {"purchaseorder", closedWon}, {"gewonnen", closedWon},
    {"abgeschlossen", closedWon}, {"auftrag", closedWon}, {"beauftragt", closedWon}, {"geschlossengewonnen", closedWon},
    {"abgeschlossengewonnen", closedWon}, {"auftragerteilt", closedWon}, {"vertragunterschrieben", closedWon},
    {"lost", closedLost}, {"closelost", closedLost}, {"deallost", closedLost}, {"closedlosttocompetition", closedLost},
    {"losttocompetition", closedLost}, {"losttocompetitor", closedLost}, {"loss", closedLost}, {"dead", closedLost},
    {"disqualified", closedLost}, {"unqualified", closedLost}, {"abandoned", closedLost}, {"cancelled", closedLost},
    {"canceled", closedLost}, {"rejected", closedLost}, {"declined", closedLost}, {"outsold", closedLost},
    {"nodecision", closedLost}, {"closednodecision", closedLost}, {"verloren", closedLost},
    {"geschlossenverloren", closedLost}, {"abgeschlossenverloren", closedLost}, {"abgesagt", closedLost},
    {"absage", closedLost}, {"storniert", closedLost}, {"abgelehnt", closedLost},
    // asleep
    {"stall", stalled}, {"onhold", stalled}, {"hold", stalled}, {"paused", stalled}, {"postponed", stalled},
    {"deferred", stalled}, {"dormant", stalled}, {"inactive", stalled}, {"parked", stalled}, {"frozen", stalled},
    {"delayed", stalled}, {"pausiert", stalled}, {"zur\xC3\xBC\x63kgestellt", stalled}, {"zurueckgestellt", stalled},
    {"ruhend", stalled}, {"wartend", stalled}, {"verschoben", stalled}};

/// Folded letters and digits; numbering at the start ("4-", "01. ", "S3: ", "(20%)") is gone.
std::string keyOf(std::string_view name)
{
    std::string key;
    const auto folded = foldCase(name.substr(0, 200));
    int depth = 0; // "Negotiation (60%)"
    for (std::size_t at = 0; at < folded.size();) {
        const auto begin = at;
        const char32_t c = nextCodePoint(folded, at);
        depth = c == U'(' || c == U'[' ? depth + 1 : (c == U')' || c == U']') && depth > 0 ? depth - 1 : depth;
        if (depth == 0 && isLetter(c))
            key.append(folded, begin, at - begin);
    }
    return key;
}

std::optional<DealStage> lookUp(std::string_view key)
{
    const auto found = std::find_if(
        std::begin(stageNames), std::end(stageNames), [&](const StageName& each) { return each.key == key; });
    return found == std::end(stageNames) ? std::nullopt : std::optional(found->stage);
}
}

std::optional<DealStage> stageFromName(std::string_view name)
{
    const auto key = keyOf(name);
    if (key.empty())
        return std::nullopt;
    if (const auto found = lookUp(key))
        return found;
    // "Stage 3 - Proposal", "Phase: Angebot", "S2 Qualification", "Proposal stage"
    for (const std::string_view word : {"stage", "phase", "step", "stufe", "s", "deal"}) {
        if (key.starts_with(word) && key.size() > word.size() + 2)
            if (const auto found = lookUp(std::string_view(key).substr(word.size())))
                return found;
        if (key.ends_with(word) && word.size() > 3 && key.size() > word.size() + 2)
            if (const auto found = lookUp(std::string_view(key).substr(0, key.size() - word.size())))
                return found;
    }
    return std::nullopt;
}

std::optional<DealStage> stageFromWords(std::string_view name)
{
    if (auto known = stageFromName(name))
        return known;
    // "Closed Lost - Price", "Demo / Meeting": the first part that is a name of its own
    std::size_t begin = 0;
    const auto isMark
        = [](char c) { return c == '-' || c == '/' || c == ':' || c == ',' || c == '|' || c == '&' || c == '>'; };
    for (std::size_t at = 0; at <= name.size(); ++at)
        if (at == name.size() || isMark(name[at])) {
            if (begin > 0 || at < name.size())
                if (auto part = stageFromName(name.substr(begin, at - begin)))
                    return part;
            begin = at + 1;
        }
    struct Cue {
        std::string_view begin; ///< of a word
        DealStage stage;
    };
    // What speaks for the later stage comes first: "Demo done, negotiating terms" is in negotiation.
    static constexpr Cue cues[] = {{"lost", closedLost}, {"verloren", closedLost}, {"abgesagt", closedLost},
        {"abgelehnt", closedLost}, {"absage", closedLost}, {"disqualif", closedLost}, {"cancel", closedLost},
        {"storn", closedLost}, {"reject", closedLost}, {"declin", closedLost}, {"won", closedWon},
        {"gewonnen", closedWon}, {"signed", closedWon}, {"unterschrieben", closedWon}, {"unterzeichnet", closedWon},
        {"beauftragt", closedWon}, {"hold", stalled}, {"paus", stalled}, {"stall", stalled}, {"postpon", stalled},
        {"zur\xC3\xBC\x63kgestellt", stalled}, {"ruh", stalled}, {"negotiat", negotiation}, {"verhand", negotiation},
        {"contract", negotiation}, {"vertrag", negotiation}, {"commit", negotiation}, {"verbal", negotiation},
        {"zusage", negotiation}, {"legal", negotiation}, {"procurement", negotiation}, {"redlin", negotiation},
        {"security", negotiation}, {"closing", negotiation}, {"proposal", evaluation}, {"propos", evaluation},
        {"quot", evaluation}, {"angebot", evaluation}, {"offer", evaluation}, {"offert", evaluation},
        {"demo", evaluation}, {"pilot", evaluation}, {"poc", evaluation}, {"trial", evaluation}, {"rfp", evaluation},
        {"rfi", evaluation}, {"tender", evaluation}, {"ausschreib", evaluation}, {"evaluat", evaluation},
        {"technical", evaluation}, {"pr\xC3\xA4sent", evaluation}, {"present", evaluation}, {"solution", evaluation},
        {"test", evaluation}, {"qualif", qualification}, {"budget", qualification}, {"decision", qualification},
        {"entscheid", qualification}, {"discover", discovery}, {"need", discovery}, {"bedarf", discovery},
        {"meeting", discovery}, {"call", discovery}, {"termin", discovery}, {"gespr\xC3\xA4\x63h", discovery},
        {"gespraech", discovery}, {"erstgespr", discovery}, {"intro", discovery}, {"engag", discovery},
        {"lead", prospecting}, {"new", prospecting}, {"neu", prospecting}, {"prospect", prospecting},
        {"kalt", prospecting}, {"cold", prospecting}, {"warm", prospecting}, {"kontakt", prospecting},
        {"contact", prospecting}, {"outreach", prospecting}, {"anfrage", prospecting}, {"inbound", prospecting}};
    std::vector<std::string> words(1);
    const auto folded = foldCase(name.substr(0, 200));
    for (std::size_t at = 0; at < folded.size();) {
        const auto from = at;
        if (isLetter(nextCodePoint(folded, at)))
            words.back().append(folded, from, at - from);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (std::ranges::any_of(words, [](const std::string& word) {
            return word == "not" || word == "nicht" || word == "no" || word == "kein" || word == "keine"
                || word == "un";
        }))
        return std::nullopt; // "not yet contacted", "kein Bedarf": a person has to say which
    const auto has = [&](std::string_view word) { return std::ranges::find(words, word) != words.end(); };
    if (has("auftrag") && (has("erhalten") || has("erteilt") || has("best\xC3\xA4tigt")))
        return closedWon;
    const bool awaited
        = has("awaiting") || has("waiting") || has("pending") || has("expected") || has("wartet") || has("to");
    for (const auto& [cue, stage] : cues) {
        if (stage == closedWon
                ? !awaited && has(cue)
                : std::ranges::any_of(words, [cue = cue](const std::string& word) { return word.starts_with(cue); }))
            return stage;
    }
    return std::nullopt;
}
}
