// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/cues.hpp"

#include "core/base/text.hpp"
#include "core/rules/text/amount.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace agentarmy::qbs {
namespace {
using text::TokenKind;
using text::Tokens;

struct CueText {
    std::string_view words;
    CueForm form = CueForm::phrase;
};

// Contractions are two words ("can't" is "can not"), umlauts two letters. Source: qbs rules Q3; the German lists say
// the same.
constexpr std::array refusals = {CueText {"rather not"}, CueText {"can not share"}, CueText {"why do you need"},
    CueText {"already covered"}, CueText {"just send"}, CueText {"not interested"}, CueText {"not comfortable"},
    CueText {"lieber nicht"}, CueText {"nicht verraten"}, CueText {"nicht sagen"}, CueText {"nicht preisgeben"},
    CueText {"nicht herausgeben"}, CueText {"keine auskunft"}, CueText {"wozu brauchen sie"},
    CueText {"warum brauchen sie"}, CueText {"wofuer brauchen sie"}, CueText {"warum wollen sie das wissen"},
    CueText {"wozu wollen sie das wissen"}, CueText {"schon besprochen"}, CueText {"bereits besprochen"},
    CueText {"schon gesagt"}, CueText {"bereits gesagt"}, CueText {"schicken sie einfach"},
    CueText {"schicken sie mir einfach"}, CueText {"schicken sie uns einfach"}, CueText {"senden sie einfach"},
    CueText {"senden sie mir einfach"}, CueText {"schick einfach"}, CueText {"kein interesse"},
    CueText {"nicht interessiert"}, CueText {"nicht wohl dabei"}, CueText {"dabei nicht wohl"}};

constexpr std::array emotions = {CueText {"frustrat*", CueForm::adjective}, CueText {"worried", CueForm::adjective},
    CueText {"exhaust*", CueForm::adjective}, CueText {"excited"}, CueText {"afraid"},
    CueText {"stress*", CueForm::adjective}, CueText {"nightmare", CueForm::noun}, CueText {"fed up"},
    CueText {"killing us"}, CueText {"keeps me up"}, CueText {"can not keep doing"}, CueText {"frustr*"},
    CueText {"besorgt"}, CueText {"sorgen mir"}, CueText {"sorgen macht"}, CueText {"mir sorgen"},
    CueText {"uns sorgen"}, CueText {"grosse sorgen"}, CueText {"erschoepf*"}, CueText {"begeistert"},
    CueText {"angst"}, CueText {"gestresst*"}, CueText {"albtraum", CueForm::noun}, CueText {"alptraum", CueForm::noun},
    CueText {"es satt"}, CueText {"nase voll"}, CueText {"macht uns kaputt"}, CueText {"macht uns fertig"},
    CueText {"bringt uns um"}, CueText {"schlaflose*"}, CueText {"raubt mir den schlaf"}, CueText {"so nicht weiter"},
    CueText {"verzweifelt*"}};

constexpr std::array weights = {CueText {"personally"}, CueText {"my reputation"}, CueText {"my job"},
    CueText {"my career"}, CueText {"lose sleep"}, CueText {"losing sleep"}, CueText {"i promised"},
    CueText {"i am responsible"}, CueText {"i 'm responsible"}, CueText {"matters to me"}, CueText {"on the line"},
    CueText {"sick of"}, CueText {"tired of"}, CueText {"desperate*"}, CueText {"embarrass*"}, CueText {"ashamed"},
    CueText {"proud*"}, CueText {"i hate"}, CueText {"we hate"}, CueText {"hurts me"}, CueText {"hurts us"},
    CueText {"persoenlich"}, CueText {"mein ruf"}, CueText {"meinen ruf"}, CueText {"mein job"}, CueText {"meinen job"},
    CueText {"ich habe versprochen"}, CueText {"verantwortlich"}, CueText {"peinlich"}, CueText {"mir wichtig"},
    CueText {"liegt mir am herzen"}, CueText {"stolz"}, CueText {"ich hasse"}, CueText {"wir hassen"}};

constexpr std::array shifts = {CueText {"by the way"}, CueText {"on another note"}, CueText {"separately"},
    CueText {"different topic"}, CueText {"changing the subject"}, CueText {"uebrigens"}, CueText {"anderes thema"},
    CueText {"anderen thema"}, CueText {"apropos"}, CueText {"themenwechsel"}, CueText {"nebenbei bemerkt"},
    CueText {"was ganz anderes"}, CueText {"etwas ganz anderes"}};

constexpr std::array losses = {CueText {"cost", CueForm::verb}, CueText {"costs", CueForm::verb},
    CueText {"costing", CueForm::verb}, CueText {"costly", CueForm::adjective}, CueText {"loss", CueForm::noun},
    CueText {"losses", CueForm::noun}, CueText {"lose", CueForm::verb}, CueText {"loses", CueForm::verb},
    CueText {"losing", CueForm::verb}, CueText {"lost", CueForm::verb}, CueText {"delay*", CueForm::noun},
    CueText {"penalty", CueForm::noun}, CueText {"penalties", CueForm::noun}, CueText {"fines", CueForm::noun},
    CueText {"fined", CueForm::verb}, CueText {"waste", CueForm::verb}, CueText {"wastes", CueForm::verb},
    CueText {"wasting", CueForm::verb}, CueText {"wasted", CueForm::verb}, CueText {"downtime", CueForm::noun},
    CueText {"overrun*", CueForm::noun}, CueText {"kosten", CueForm::verb}, CueText {"kostet", CueForm::verb},
    CueText {"gekostet", CueForm::verb}, CueText {"verlust*", CueForm::noun}, CueText {"verlieren", CueForm::verb},
    CueText {"verliert", CueForm::verb}, CueText {"verloren", CueForm::verb}, CueText {"verzoeger*", CueForm::noun},
    CueText {"verspaetung*", CueForm::noun}, CueText {"strafe", CueForm::noun}, CueText {"strafen", CueForm::noun},
    CueText {"vertragsstrafe*", CueForm::noun}, CueText {"strafzahlung*", CueForm::noun},
    CueText {"bussgeld*", CueForm::noun}, CueText {"poenale*", CueForm::noun}, CueText {"ausfall", CueForm::noun},
    CueText {"ausfaelle*", CueForm::noun}, CueText {"verschwende*", CueForm::verb}};

constexpr std::array pains = {CueText {"struggl*", CueForm::verb}, CueText {"frustrat*", CueForm::adjective},
    CueText {"problem", CueForm::noun}, CueText {"problems", CueForm::noun},
    CueText {"problematic", CueForm::adjective}, CueText {"manual", CueForm::adjective}, CueText {"manually"},
    CueText {"error prone", CueForm::adjective}, CueText {"error", CueForm::noun}, CueText {"errors", CueForm::noun},
    CueText {"bottleneck*", CueForm::noun}, CueText {"too long"}, CueText {"lose", CueForm::verb},
    CueText {"loses", CueForm::verb}, CueText {"losing", CueForm::verb}, CueText {"can not keep up"},
    CueText {"delay*", CueForm::noun}, CueText {"hate", CueForm::verb}, CueText {"hates", CueForm::verb},
    CueText {"hated", CueForm::verb}, CueText {"hating", CueForm::verb}, CueText {"slow", CueForm::adjective},
    CueText {"slower", CueForm::adjective}, CueText {"slowly"}, CueText {"slows", CueForm::verb},
    CueText {"slowing", CueForm::verb}, CueText {"churn*", CueForm::noun}, CueText {"problem*", CueForm::noun},
    CueText {"schwierigkeit*", CueForm::noun}, CueText {"muehsam*", CueForm::adjective},
    CueText {"haendisch*", CueForm::adjective}, CueText {"manuell*", CueForm::adjective},
    CueText {"fehleranfaellig*", CueForm::adjective}, CueText {"fehler", CueForm::noun},
    CueText {"fehlern", CueForm::noun}, CueText {"engpass", CueForm::noun}, CueText {"engpaesse*", CueForm::noun},
    CueText {"zu lange"}, CueText {"zu lang"}, CueText {"verlieren", CueForm::verb},
    CueText {"verliert", CueForm::verb}, CueText {"nicht hinterher"}, CueText {"nicht mehr hinterher"},
    CueText {"verzoeger*", CueForm::noun}, CueText {"hasse", CueForm::verb}, CueText {"hassen", CueForm::verb},
    CueText {"hasst", CueForm::verb}, CueText {"langsam*", CueForm::adjective}, CueText {"frustr*"},
    CueText {"abwander*", CueForm::noun}, CueText {"nervt", CueForm::verb}, CueText {"nerven", CueForm::verb},
    CueText {"umstaendlich*", CueForm::adjective}};

struct Cue {
    std::vector<std::string_view> words;
    CueForm form = CueForm::phrase;
};

std::vector<std::string_view> wordsOf(std::string_view phrase) { return splitView(phrase, ' '); }

/// The cues of a kind by the first letter of their first word, so that most words are looked at once.
using CueBook = std::array<std::vector<Cue>, 128>;
std::size_t letterOf(std::string_view word)
{
    const auto letter = word.empty() ? 0U : static_cast<unsigned char>(word.front());
    return letter < 128 ? letter : 0;
}

CueBook compiled(std::span<const CueText> texts)
{
    CueBook book;
    for (const auto& each : texts) {
        auto words = wordsOf(each.words);
        auto& cues = book.at(letterOf(words.front()));
        cues.push_back({std::move(words), each.form});
    }
    return book;
}

const CueBook& cuesOf(CueKind kind)
{
    static const auto refusal = compiled(refusals);
    static const auto emotion = compiled(emotions);
    static const auto weight = compiled(weights);
    static const auto shift = compiled(shifts);
    static const auto loss = compiled(losses);
    static const auto pain = compiled(pains);
    switch (kind) {
    case CueKind::refusal:
        return refusal;
    case CueKind::emotion:
        return emotion;
    case CueKind::weight:
        return weight;
    case CueKind::topicShift:
        return shift;
    case CueKind::loss:
        return loss;
    case CueKind::pain:
        return pain;
    }
    return pain;
}

bool isWord(const Tokens& tokens, std::size_t at, std::string_view word)
{
    if (at >= tokens.size() || tokens[at].kind == TokenKind::punct)
        return false;
    if (word.ends_with('*'))
        return tokens.folded(at).starts_with(word.substr(0, word.size() - 1));
    return tokens.folded(at) == word;
}

bool standsAt(const Tokens& tokens, std::size_t at, const std::vector<std::string_view>& words)
{
    for (const auto word : words)
        if (!isWord(tokens, at++, word))
            return false;
    return true;
}

template <std::size_t N> bool isAny(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isDenied(const Tokens& tokens, std::size_t cue)
{
    static constexpr std::array<std::string_view, 18> negators = {"no", "not", "never", "without", "nor", "neither",
        "none", "kein", "keine", "keinen", "keinem", "keiner", "keinerlei", "nicht", "nie", "niemals", "ohne", "weder"};
    // What cannot be borne or is not wanted is there: "we can't afford delays", "don't want errors".
    static constexpr std::array<std::string_view, 20> bearing
        = {"afford", "accept", "tolerate", "stand", "want", "like", "need", "only", "just", "live", "handle", "ignore",
            "take", "nur", "mehr", "laenger", "wollen", "moechten", "leisten", "hinnehmen"};
    for (std::size_t back = 0; back < 3 && cue > back; ++back) {
        const auto at = cue - back - 1;
        if (tokens[at].kind == TokenKind::punct)
            return false;
        if (isAny(tokens.folded(at), negators))
            return !(at + 1 < tokens.size() && isAny(tokens.folded(at + 1), bearing));
    }
    return false;
}
}

std::string_view newestPart(std::string_view text)
{
    if (text.size() <= maxAnalysedChars || codePointCount(text) <= maxAnalysedChars)
        return text;
    auto begin = text.size();
    for (std::size_t count = 0; begin > 0 && count < maxAnalysedChars; ++count) {
        --begin;
        while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
            --begin;
    }
    const auto tail = text.substr(begin);
    const auto sentences = text::sentences(tail);
    return sentences.size() > 1 ? tail.substr(sentences[1].begin) : tail; // the first one may have lost its start
}

std::optional<CueHit> findCue(const text::Tokens& tokens, CueKind kind, Denial denial)
{
    const auto& book = cuesOf(kind);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].kind != TokenKind::word)
            continue;
        for (const auto& cue : book.at(letterOf(tokens.folded(at))))
            if (standsAt(tokens, at, cue.words) && (denial == Denial::ignored || !isDenied(tokens, at)))
                return CueHit {at, at + cue.words.size(), cue.form};
    }
    return std::nullopt;
}

namespace {
constexpr std::array<std::string_view, 10> owned
    = {"my", "our", "mein", "meine", "meinem", "meinen", "unser", "unsere", "unserem", "unseren"};
}

bool speaksInFirstPerson(const text::Tokens& tokens)
{
    static constexpr std::array<std::string_view, 12> speakers
        = {"i", "we", "me", "us", "myself", "ourselves", "ich", "wir", "mich", "mir", "uns", "unsereins"};
    static constexpr std::array<std::string_view, 12> own = {"team", "people", "staff", "crew", "colleagues", "whole",
        "entire", "leute", "leuten", "mitarbeiter", "kollegen", "ganzes"};
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].kind != TokenKind::word)
            continue;
        const auto word = tokens.folded(at);
        if (isAny(word, speakers))
            return true;
        if (isAny(word, owned) && at + 1 < tokens.size() && isAny(tokens.folded(at + 1), own))
            return true;
    }
    return false;
}

bool speaksOfOwn(const text::Tokens& tokens)
{
    if (speaksInFirstPerson(tokens))
        return true;
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (tokens[at].kind == TokenKind::word && isAny(tokens.folded(at), owned))
            return true;
    return false;
}

bool hasNumber(const text::Tokens& tokens)
{
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].kind == TokenKind::number)
            return true;
        if (tokens[at].kind != TokenKind::word)
            continue;
        const auto number = text::numberAt(tokens, at);
        if (number && number->value >= 2)
            return true;
    }
    return false;
}

bool hasPeriod(const text::Tokens& tokens)
{
    static constexpr std::array<std::string_view, 17> words = {"daily", "weekly", "monthly", "quarterly", "yearly",
        "annually", "hourly", "nightly", "taeglich", "woechentlich", "monatlich", "jaehrlich", "quartalsweise",
        "stuendlich", "everyday", "tagtaeglich", "biweekly"};
    static constexpr std::array<std::string_view, 12> before
        = {"per", "a", "an", "each", "every", "pro", "je", "jede", "jeden", "jedes", "im", "all"};
    static constexpr std::array<std::string_view, 24> periods = {"hour", "day", "week", "month", "quarter", "year",
        "shift", "night", "morning", "stunde", "tag", "woche", "monat", "quartal", "jahr", "schicht", "nacht", "morgen",
        "evening", "abend", "weekend", "wochenende", "season", "saison"};
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].kind != TokenKind::word)
            continue;
        if (isAny(tokens.folded(at), words))
            return true;
        if (at + 1 < tokens.size() && isAny(tokens.folded(at), before) && isAny(tokens.folded(at + 1), periods))
            return true;
        if (tokens.is(at, "in") && (tokens.is(at + 1, "der") || tokens.is(at + 1, "the") || tokens.is(at + 1, "a"))
            && at + 2 < tokens.size() && isAny(tokens.folded(at + 2), periods))
            return true;
    }
    return false;
}
}
