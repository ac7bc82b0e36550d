// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/local_detection.hpp"

#include "core/base/text.hpp"
#include "core/rules/deals/phrases.hpp"
#include "core/rules/deals/timeline.hpp"
#include "core/rules/text/amount.hpp"

#include <algorithm>

namespace agentarmy::deals {
namespace {
using namespace std::string_view_literals;
using text::TokenKind;
using text::Tokens;

/// Classes of cues, each counted once; `price` marks sentences whose amounts are a value, without weight.
enum Cue { intent, budget, budgetApproved, timeline, authority, need, formal, refusal, price, cueCount };
constexpr std::array<int, cueCount> hundredths {35, 20, 15, 15, 10, 15, 25, -40, 0};
constexpr std::array<std::string_view, cueCount> cueNames {"purchase intent", "budget with amount", "budget",
    "timeline", "authority", "need or pain", "formal request", "refusal", "price"};

constexpr std::array phrases {
    // purchase intent
    Phrase {intent, "ready to move|go|proceed|start|sign|buy|order|commit forward|ahead?"},
    Phrase {
        intent, "send|email|mail us|me|over|through ~2 contract|contracts|proposal|quote|quotation|offer|agreement"},
    Phrase {intent, "send|email|mail us|me|over|through ~2 order form"},
    Phrase {intent, "send ~2 contract|quote|quotation|proposal over|through|across"},
    Phrase {intent, "we|i want|wish|intend|plan to buy|purchase|order|proceed"},
    Phrase {intent, "we|i would|'d like|love to buy|purchase|order|proceed|sign"},
    Phrase {intent, "we|i 're|are|'m|am going to buy|purchase|order"},
    Phrase {intent, "let 's|us start|proceed|do|go|sign"},
    Phrase {intent, "place an|the|our order"},
    Phrase {intent, "where|when do|can we|i sign"},
    Phrase {intent, "sign the|your contract|agreement|order"},
    Phrase {intent, "decided|chosen to? go? with you|your"},
    Phrase {intent, "we|i go|'re|are going? with you"},
    Phrase {intent, "green light"},
    Phrase {intent, "schicken|senden|schickt sie|ihr? uns|mir ~4 vertrag|angebot|bestellformular|auftragsbestaetigung"},
    Phrase {
        intent, "wir|ich wollen|moechten|wuerden|will|moechte ~6 kaufen|bestellen|beauftragen|unterschreiben|loslegen"},
    Phrase {intent, "lassen|lasst sie? uns starten|loslegen|anfangen|beginnen"},
    Phrase {intent, "bereit ~4 unterschreiben|starten|bestellen|loslegen"},
    Phrase {intent, "fuer sie|euch|ihre|ihr|eure entschieden"},
    Phrase {intent, "auftrag erteilen|vergeben"},
    // budget
    Phrase {budget, "budget|budgets|budgeted|budgetrahmen|etat|kostenrahmen"},
    Phrase {budget, "set|put aside"},
    Phrase {budget, "allocated|earmarked|eingeplant|bereitgestellt"},
    Phrase {budget, "approved|reserved|ringfenced|freigegeben|genehmigt|bewilligt|zurueckgelegt"}, // beside an amount
    Phrase {budget, "can|could|willing|able|allowed to? spend|invest"},
    Phrase {budget, "to spend|invest"},
    Phrase {budget, "ausgeben|investieren"},
    Phrase {budgetApproved,
        "budget|budgets|etat|funding|funds ~3 "
        "approved|secured|available|confirmed|allocated|released|there|ready|freigegeben|genehmigt|vorhanden|gesichert|"
        "steht|bewilligt"},
    Phrase {budgetApproved, "approved|secured|confirmed|got|have|released ~2 budget|funding"},
    Phrase {budgetApproved, "haben ~3 budget|etat"},
    // authority
    Phrase {authority, "i decide"},
    Phrase {authority, "i make|take|own ~2 decision|decisions|call"},
    Phrase {authority, "i|we have|got ~3 sign-off|signoff"},
    Phrase {authority, "my decision|call"},
    Phrase {authority, "i sign|approve ~2 off|it|this|contract|order"},
    Phrase {authority, "i 'll|will|can sign|approve"},
    Phrase {authority,
        "ceo|cfo|cto|coo|cio|board|management|director|boss|owner|founder|president|vp|head|chief ~4 "
        "approved|agreed|okayed|authorised|authorized|signed|green-lit|greenlit"},
    Phrase {authority,
        "approved|signed|agreed by|off our|the|my ~2 ceo|cfo|cto|coo|cio|board|management|director|boss|owner"},
    Phrase {authority, "ich entscheide|entscheide"},
    Phrase {authority, "entscheide ich"},
    Phrase {authority,
        "geschaeftsfuehrer|geschaeftsfuehrung|vorstand|chef|inhaber|ceo|cfo|einkaufsleiter ~6 "
        "freigegeben|genehmigt|zugestimmt|entschieden|bewilligt|unterschrieben"},
    // need or pain
    Phrase {need, "we|i|they really|urgently|also|still|do|definitely? need|require"},
    Phrase {need, "we|i would|'d|will|'ll need|require"},
    Phrase {need, "our ~2 needs|requires"},
    Phrase {need, "need to replace|fix|improve|reduce|solve|modernise|modernize|automate|upgrade|consolidate|cut"},
    Phrase {need, "struggling|struggle|struggled with|to"},
    Phrase {need, "looking for|to replace|into? a|an|new|better|some|solution|tool|system|replace|improve|reduce"},
    Phrase {need, "we|i want a|an|one"},
    Phrase {need, "we|i would|'d like|love a|an|one"},
    Phrase {need, "have to replace|fix|improve|reduce|solve|modernise|modernize|automate"},
    Phrase {need, "our|the|main|biggest|real problem|pain|challenge|issue|bottleneck is|'s|are|point|points"},
    Phrase {need, "pain point|points"},
    Phrase {need, "costs|costing us"},
    Phrase {need, "losing|lose ~2 money|customers|orders|hours|days|time|revenue|deals"},
    Phrase {need, "takes us? too|far long|much|too"},
    Phrase {need, "fed up"},
    Phrase {need, "keeps breaking|failing|crashing"},
    Phrase {need, "waste|wasting ~3 time|hours|days|money"},
    Phrase {need, "wir|ich brauchen|benoetigen|suchen|brauche|benoetige|suche"},
    Phrase {need, "brauchen|benoetigen|suchen wir"},
    Phrase {need, "kaempfen ~2 mit"},
    Phrase {need, "unser|das|groesstes problem|hauptproblem ist|besteht"},
    Phrase {need, "probleme|schwierigkeiten mit|bei"},
    Phrase {need, "verlieren ~3 geld|kunden|zeit|auftraege|stunden"},
    Phrase {need, "kostet uns"},
    // formal request
    Phrase {formal, "rfp|rfps|rfq|rfqs|rft|tender|tenders|ausschreibung|ausschreibungen|leistungsverzeichnis"},
    Phrase {formal, "request for proposal|proposals|quotation|quotations|quote|tender"},
    Phrase {formal, "call for tenders|bids|proposals"},
    // refusal: these carry their own negation
    Phrase {refusal, "not|no longer? interested"},
    Phrase {refusal, "no|nicht interest|interessiert|interessieren"},
    Phrase {refusal, "kein|keine|keinen interesse|budget|geld|bedarf"},
    Phrase {refusal, "no budget|money"},
    Phrase {refusal, "not have ~2 budget|money"},
    Phrase {refusal,
        "went|gone|go|going|decided|opted|signed for|with another|different|other|competing|competitor|someone"},
    Phrase {refusal, "went|gone|go|going|signed with a|the|your different|competitor|other|competing"},
    Phrase {refusal, "chose|chosen|picked|selected another|different|competitor|someone"},
    Phrase {refusal, "chose|chosen|picked|selected a|the|your different|other|competitor|competing"},
    Phrase {refusal, "decided against"},
    Phrase {refusal, "decided not to"},
    Phrase {refusal,
        "budget|budgets|etat is|was|were|are|has|have|got|been|wurde|ist been? "
        "frozen|cut|cancelled|canceled|withdrawn|gestrichen|eingefroren|gekuerzt"},
    Phrase {refusal, "budget frozen|cut|freeze|gestrichen"},
    Phrase {refusal, "froze|frozen|stopped|slashed ~3 spend|spending|budget|budgets|investments"},
    Phrase {refusal, "friert|stoppt|streicht ~3 ausgaben|budget|budgets|investitionen"},
    Phrase {
        refusal, "anderen|andere|anderem anbieter|loesung|hersteller|lieferanten ~2 entschieden|gewaehlt|beauftragt"},
    Phrase {refusal, "dagegen entschieden"},
    Phrase {refusal, "gegen sie|euch|ihr|ihre|das entschieden"},
    // price: an amount beside these is a value
    Phrase {price,
        "price|prices|priced|pricing|preis|preise|preises|cost|costs|kosten|kostet|quote|quoted|offer|angebot|angebots|"
        "investment|investition|worth|fee|fees"},
    Phrase {price, "contract|deal|order|auftrag|auftrags value|volume|worth|wert|volumen"},
    Phrase {price, "auftragswert|auftragsvolumen|vertragswert|gesamtpreis|spend|spending|funding|funds|mittel"},
};

const PhraseBook& book()
{
    static const PhraseBook theBook(phrases);
    return theBook;
}

/// Where the customer's words say one thing.
struct Hit {
    Cue cue = need;
    std::size_t begin = 0, end = 0; ///< tokens
};

struct Sentence {
    std::size_t first = 0, last = 0; ///< tokens
    text::Range bytes;
    std::vector<Hit> hits;
    [[nodiscard]] bool has(Cue cue) const
    {
        return std::ranges::any_of(hits, [&](const Hit& hit) { return hit.cue == cue; });
    }
};

bool isAnyOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

/// Phrases that only look like a cue: "we need to reschedule", "let's start with a short intro", "no budget limit".
bool isMisleading(const Tokens& tokens, const Sentence& sentence, const Hit& hit)
{
    const auto word = [&](std::size_t i) { return i < sentence.last ? tokens.folded(i) : std::string_view(); };
    const auto before = [&](std::size_t back) {
        return hit.begin >= sentence.first + back ? tokens.folded(hit.begin - back) : std::string_view();
    };
    const auto next = word(hit.end);
    if (hit.cue == need) {
        if (next == "to"
            && isAnyOf(word(hit.end + 1),
                {"reschedule", "move", "talk", "discuss", "meet", "cancel", "postpone", "think", "check", "wait",
                    "speak", "leave", "run", "go", "push", "ask"}))
            return true;
        return before(1) == "do" || before(1) == "did" || before(1) == "if" || before(1) == "wenn"
            || before(1) == "falls";
    }
    if (hit.cue == intent) {
        if (word(hit.begin) == "let") {
            const auto verb = word(hit.end - 1);
            if (verb == "go" && next != "ahead" && next != "for" && next != "with")
                return true;
            if (verb == "do" && next != "it" && next != "this")
                return true;
            for (auto i = hit.end; i < std::min(hit.end + 5, sentence.last); ++i)
                if (isAnyOf(word(i),
                        {"call", "intro", "introduction", "introductions", "demo", "agenda", "meeting", "talking",
                            "conversation", "over", "small", "question", "questions"}))
                    return true;
        }
        return before(1) == "if" || before(2) == "if" || before(1) == "whether" || before(1) == "ob"
            || before(1) == "falls";
    }
    if (hit.cue == refusal && (word(hit.end - 1) == "budget" || word(hit.end - 1) == "money"))
        return isAnyOf(next,
            {"limit", "limits", "constraint", "constraints", "issue", "issues", "problem", "problems", "cap", "grenze",
                "limitierung"});
    if (hit.cue == authority && word(hit.end - 1) == "call")
        return isAnyOf(next, {"with", "yesterday", "today", "earlier", "on", "last", "this", "was", "to"});
    if (hit.cue == price && isAnyOf(word(hit.end - 1), {"cost", "costs", "kostet"}))
        return next == "us" || next == "uns"; // what a problem costs is not what a deal is worth
    return false;
}

/// Sentences with the cues that count in them.
std::vector<Sentence> readSentences(const Tokens& tokens, Date today, std::vector<TimelineMention>& mentions)
{
    std::vector<Sentence> out;
    std::vector<PhraseMatch> found;
    std::size_t token = 0;
    for (const auto& range : text::sentences(tokens.source())) {
        Sentence sentence {.first = token, .last = token, .bytes = range, .hits = {}};
        while (token < tokens.size() && tokens[token].begin < range.end)
            ++token;
        sentence.last = token;
        found.clear();
        book().find(tokens, sentence.first, sentence.last, found);
        for (const auto& match : found) {
            const Hit hit {Cue(match.meaning), match.begin, match.end};
            const bool negated = hit.cue != refusal && hit.cue != price
                && isNegated(tokens, sentence.first, sentence.last, hit.begin, hit.end);
            if (!negated && !isMisleading(tokens, sentence, hit))
                sentence.hits.push_back(hit);
        }
        const auto times = timelineMentions(tokens, sentence.first, sentence.last, today);
        for (const auto& mention : times) {
            sentence.hits.push_back({timeline, mention.begin, mention.end});
            mentions.push_back(mention);
        }
        out.push_back(std::move(sentence));
    }
    return out;
}

/// "250000" beside the word budget, without currency or size: an amount all the same.
std::optional<double> bareAmount(const Tokens& tokens, const Sentence& sentence)
{
    std::optional<double> largest;
    for (const auto& hit : sentence.hits) {
        if (hit.cue != budget && hit.cue != price)
            continue;
        for (auto i = hit.end; i < std::min(hit.end + 6, sentence.last); ++i) {
            if (tokens[i].kind != TokenKind::number)
                continue;
            std::string digits;
            bool grouped = false;
            bool plain = true;
            for (const char c : tokens.folded(i)) {
                if (c >= '0' && c <= '9')
                    digits += c;
                else if (c == '.' || c == ',' || c == '\'')
                    grouped = true;
                else
                    plain = false;
            }
            const bool isYear = digits.size() == 4 && !grouped && digits[0] == '2' && digits[1] == '0';
            if (!plain || digits.size() < 4 || digits.size() > 12 || isYear || (grouped && digits.size() < 4))
                break;
            const double value = std::stod(digits);
            largest = std::max(largest.value_or(0), value);
            break;
        }
    }
    return largest;
}

struct Reading {
    std::array<int, cueCount> firstSentence; ///< index of the first sentence with the cue; -1: none
    std::optional<Money> value;
};

/// The largest amount of a sentence that speaks of budget or price, in the given or the named currency.
std::optional<Money> valueOf(const Tokens& tokens, const Sentence& sentence, std::string_view currency)
{
    std::optional<Money> best;
    const auto take = [&](const std::optional<Money>& money) {
        if (money && money->amountMinor > 0 && !money->currency.empty()
            && (!best || money->amountMinor > best->amountMinor))
            best = money;
    };
    for (const auto& amount : text::amounts(sentence.bytes.in(tokens.source())))
        take(amount.money(currency));
    if (!best)
        if (const auto bare = bareAmount(tokens, sentence)) {
            double minor = *bare;
            for (int i = minorDigits(currency); i > 0; --i)
                minor *= 10;
            if (minor < 9e15)
                take(Money {std::int64_t(minor), std::string(currency)});
        }
    return best;
}

Reading readCues(const Tokens& tokens, std::vector<Sentence>& sentences, std::string_view currency)
{
    Reading reading;
    reading.firstSentence.fill(-1);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        auto& sentence = sentences[i];
        if (sentence.has(budget) || sentence.has(price)) {
            const auto value = valueOf(tokens, sentence, currency);
            if (value && (!reading.value || value->amountMinor > reading.value->amountMinor))
                reading.value = value;
            if (!value) // "budget" alone is a word; with an amount it is a budget
                std::erase_if(sentence.hits, [](const Hit& hit) { return hit.cue == budget; });
        }
        for (const auto& hit : sentence.hits)
            if (auto& first = reading.firstSentence[std::size_t(hit.cue)]; first < 0)
                first = int(i);
    }
    if (reading.firstSentence[budget] >= 0) // one class: the better of the two counts
        reading.firstSentence[budgetApproved] = -1;
    return reading;
}

/// Classes that only the qualification knows; where they are counted the point is returned.
std::array<const KnownPoint*, cueCount> addKnown(
    Reading& reading, std::span<const KnownPoint> points, std::string_view currency)
{
    std::array<const KnownPoint*, cueCount> known {};
    for (const auto& point : points) {
        std::optional<Cue> cue;
        switch (point.dimension) {
        case Dimension::budget: {
            std::optional<Money> value;
            for (const auto& amount : text::amounts(point.value))
                if (const auto money = amount.money(currency); money && money->amountMinor > 0)
                    value = money;
            if (reading.firstSentence[budget] < 0 && reading.firstSentence[budgetApproved] < 0)
                cue = value ? budget : budgetApproved;
            if (!reading.value)
                reading.value = value;
            break;
        }
        case Dimension::timeline:
            cue = timeline;
            break;
        case Dimension::authority:
        case Dimension::economicBuyer:
            cue = authority;
            break;
        case Dimension::need:
        case Dimension::pain:
            cue = need;
            break;
        case Dimension::decisionProcess:
            cue = formal;
            break;
        default:
            break;
        }
        if (!cue || reading.firstSentence[*cue] >= 0)
            continue;
        reading.firstSentence[*cue] = 0;
        known[*cue] = &point;
    }
    return known;
}

int sumOf(const Reading& reading)
{
    int sum = 0;
    for (std::size_t cue = 0; cue < cueCount; ++cue)
        sum += reading.firstSentence[cue] >= 0 ? hundredths[cue] : 0;
    return std::clamp(sum, 0, 95);
}

std::string quoteOf(const Tokens& tokens, const Sentence& sentence)
{
    return std::string(trimView(cutAtCodePoint(sentence.bytes.in(tokens.source()), 500)));
}

std::string weightText(int weight)
{
    const int size = std::abs(weight);
    return std::string(weight < 0 ? "-" : "+") + "0." + (size < 10 ? "0" : "") + std::to_string(size);
}

std::optional<std::string> firstProduct(const Tokens& tokens, std::span<const std::string> products)
{
    std::size_t bestAt = tokens.size();
    std::size_t bestLength = 0;
    const std::string* best = nullptr;
    for (const auto& product : products) {
        const Tokens name(product);
        if (name.size() == 0 || name.size() > tokens.size())
            continue;
        for (std::size_t i = 0; i + name.size() <= tokens.size() && i <= bestAt; ++i) {
            std::size_t same = 0;
            while (same < name.size() && tokens.folded(i + same) == name.folded(same))
                ++same;
            if (same < name.size())
                continue;
            if (i < bestAt || name.size() > bestLength) {
                bestAt = i;
                bestLength = name.size();
                best = &product;
            }
            break;
        }
    }
    return best ? std::optional(*best) : std::nullopt;
}

std::string customerText(std::span<const SpokenPiece> pieces)
{
    std::string text;
    for (const auto& piece : pieces)
        if (!piece.ours) {
            if (!text.empty())
                text += "\n\n"; // pieces never share a sentence
            text += piece.text;
        }
    return text;
}
}

double localDetection(std::string_view customerText)
{
    const Tokens tokens(customerText);
    std::vector<TimelineMention> mentions;
    auto sentences
        = readSentences(tokens, Date {std::chrono::year(2000), std::chrono::month(1), std::chrono::day(1)}, mentions);
    return sumOf(readCues(tokens, sentences, "EUR")) / 100.0;
}

OpportunitySignals detectLocally(std::span<const SpokenPiece> pieces, Timestamp at,
    std::span<const std::string> products, std::string_view currency, std::span<const KnownPoint> points)
{
    const auto text = customerText(pieces);
    const Tokens tokens(text);
    const auto today = utcDate(at);
    std::vector<TimelineMention> mentions;
    auto sentences = readSentences(tokens, today, mentions);
    auto reading = readCues(tokens, sentences, currency);
    const auto known = addKnown(reading, points, currency);

    OpportunitySignals out;
    out.dealPotentialConfidence = sumOf(reading) / 100.0;
    out.estimatedValue = reading.value;
    out.productLine = firstProduct(tokens, products);

    const TimelineMention* when = nullptr; // a deadline to come, else a date to come, else the first words
    const auto rank = [&](const TimelineMention& mention) {
        return mention.date && *mention.date >= today ? (mention.deadline ? 2 : 1) : 0;
    };
    for (const auto& mention : mentions)
        if (!when || rank(mention) > rank(*when))
            when = &mention;
    if (when) {
        const auto begin = tokens[when->begin].begin;
        out.estimatedTimeline = std::string(tokens.source().substr(begin, tokens[when->end - 1].end - begin));
        if (rank(*when) > 0)
            out.closeDate = when->date;
    }

    constexpr std::size_t mostQuotes = 10;
    for (const auto& sentence : sentences) {
        if (sentence.has(need) && out.painPoints.size() < mostQuotes)
            out.painPoints.push_back(quoteOf(tokens, sentence));
        if ((sentence.has(budget) || sentence.has(budgetApproved)) && out.budgetSignals.size() < mostQuotes)
            out.budgetSignals.push_back(quoteOf(tokens, sentence));
    }
    for (std::size_t cue = 0; cue < cueCount; ++cue) {
        const int first = reading.firstSentence[cue];
        if (first < 0 || hundredths[cue] == 0)
            continue;
        const auto quote = known[cue] ? known[cue]->quote : quoteOf(tokens, sentences[std::size_t(first)]);
        out.reasoning += out.reasoning.empty() ? "" : "; ";
        out.reasoning
            += std::string(cueNames[cue]) + ' ' + weightText(hundredths[cue]) + " (\"" + ellipsized(quote, 120) + "\")";
    }
    if (out.reasoning.empty())
        out.reasoning = "No sign of a purchase in the customer's words.";
    return out;
}
}
