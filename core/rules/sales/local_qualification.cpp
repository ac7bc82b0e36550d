// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/local_qualification.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/reading/sentence_model.hpp"
#include "core/rules/sales/reading/spans.hpp"
#include "core/rules/text/web_address.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <tuple>

namespace agentarmy::sales {
namespace {
using namespace reading;
using text::Range;
using text::TokenKind;
using text::Tokens;

constexpr std::size_t maxReadBytes = 60000;
constexpr std::size_t maxQuoteBytes = 480;
constexpr std::size_t maxQuotes = 5; ///< per dimension and text
constexpr double enough = 0.4;

/// What a sentence says about one dimension, by the patterns.
struct Claim {
    double weight = 0; ///< combined, 0..1
    double strongest = 0;
    const Match* best = nullptr;
    std::size_t tokenBegin = 0, tokenEnd = 0;
    std::optional<std::string> person;
};

/// One sentence as tokens, with what is said about it as a whole.
struct Sentence {
    Range bytes;
    std::size_t begin = 0, end = 0; ///< tokens
    bool question = false;
    bool unreal = false, thirdParty = false, past = false, sarcasm = false, ourWords = false, smallTalk = false,
         positive = false, event = false, threshold = false;
    bool paragraphStart = false;
    bool clear = false; ///< states something by itself
    std::vector<Match> matches;
    std::array<Claim, dimensionCount> claims; ///< those of at least `enough` weight are proposed
    std::bitset<dimensionCount> answers; ///< proposed because we asked for it
    [[nodiscard]] bool proposes(std::size_t dimension) const { return claims[dimension].weight >= enough; }
    [[nodiscard]] bool silent() const { return unreal || thirdParty || sarcasm || ourWords || smallTalk; }
};

bool isNegator(std::string_view word)
{
    static constexpr std::array<std::string_view, 27> words = {"no", "not", "never", "without", "nor", "neither",
        "none", "nobody", "nothing", "nope", "zero", "hardly", "kein", "keine", "keinen", "keinem", "keiner",
        "keinerlei", "keins", "nicht", "nichts", "nie", "niemals", "niemand", "ohne", "nix", "ned"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Reader {
public:
    explicit Reader(const LocalReading& reading)
        : m_reading(reading)
        , m_offset(reading.text.size() > maxReadBytes ? reading.text.size() - maxReadBytes : 0)
        , m_source(startAtCodePoint(reading.text))
        , m_blanked(text::withoutWebAddresses(m_source))
        , m_tokens(m_blanked ? *m_blanked : m_source)
        , m_marked(m_tokens)
        , m_book(PatternBook::shipped())
        , m_german(text::guessLanguage(m_tokens) == "de")
    {
    }

    Extraction read()
    {
        propose();
        judge();
        takeBack();
        finish();
        return std::move(m_extraction);
    }

    /// What the sentence model would see, without its judgement.
    std::vector<SentenceSample> samples()
    {
        propose();
        std::vector<SentenceSample> samples;
        for (const auto& facts : allFacts()) {
            auto& sample = samples.emplace_back();
            const auto& bytes = m_sentences[facts.position].bytes;
            sample.begin = bytes.begin + m_offset;
            sample.end = bytes.end + m_offset;
            for (std::size_t d = 0; d < dimensionCount; ++d)
                sample.proposed[d] = facts.proposed[d];
            Names names(sample.features);
            featuresOf(m_marked, m_book, facts, names);
        }
        return samples;
    }

private:
    /// What the patterns say of each sentence.
    void propose()
    {
        m_book.mark(m_marked);
        m_flags.resize(m_tokens.size());
        for (std::size_t i = 0; i < m_tokens.size(); ++i)
            m_flags[i]
                = std::uint8_t((findBoundary(i) ? 1 : 0) | (agentarmy::sales::isNegator(m_tokens.folded(i)) ? 2 : 0));
        m_amounts = findSpans(m_marked, m_book, m_german);
        cutSentences();
        for (auto& sentence : m_sentences) {
            m_book.match(m_marked, sentence.begin, sentence.end, false, sentence.matches);
            look(sentence);
        }
        spreadContext();
        readOurWords();
        for (auto& sentence : m_sentences)
            claim(sentence);
        answer();
    }

    class Names final : public FeatureSink {
    public:
        explicit Names(std::vector<std::string>& names)
            : m_names(names)
        {
        }
        void take(std::initializer_list<NamePart> parts) override
        {
            auto& name = m_names.emplace_back();
            for (const auto& part : parts)
                name += part.text;
        }

    private:
        std::vector<std::string>& m_names;
    };

    /// The facts of all sentences, once the patterns have proposed.
    std::vector<SentenceFacts> allFacts() const
    {
        std::array<std::size_t, dimensionCount> claimed {}; // sentences for each dimension
        std::size_t proposals = 0;
        for (const auto& sentence : m_sentences)
            for (std::size_t d = 0; d < dimensionCount; ++d)
                if (sentence.proposes(d)) {
                    ++claimed[d];
                    ++proposals;
                }
        std::vector<SentenceFacts> all;
        all.reserve(m_sentences.size());
        for (std::size_t i = 0; i < m_sentences.size(); ++i) {
            const auto& sentence = m_sentences[i];
            auto& facts = all.emplace_back();
            facts.begin = sentence.begin;
            facts.end = sentence.end;
            facts.position = i;
            facts.marks = marksOf(sentence);
            facts.proposals = proposals;
            facts.answers = sentence.answers;
            facts.question = m_questionWords;
            for (std::size_t d = 0; d < dimensionCount; ++d) {
                const bool proposes = sentence.proposes(d);
                facts.proposed[d] = proposes ? sentence.claims[d].weight : 0;
                facts.proposedElsewhere[d] = claimed[d] > (proposes ? 1u : 0u);
                facts.asked[d] = m_asked[d];
                if (i > 0)
                    facts.proposedBefore[d] = m_sentences[i - 1].proposes(d);
            }
            if (i > 0)
                facts.marksBefore = all[i - 1].marks;
            for (const auto& match : sentence.matches)
                for (const auto& effect : m_book.effects(match.pattern))
                    if (const auto d = std::size_t(effect.target); d < dimensionCount) {
                        if (effect.retracts)
                            facts.retracted.set(d);
                        else if (facts.patterns[d] < 255)
                            ++facts.patterns[d];
                    }
        }
        return all;
    }
    SentenceMarks marksOf(const Sentence& sentence) const
    {
        SentenceMarks marks;
        const auto set = [&](SentenceMark mark, bool is) { marks.set(std::size_t(mark), is); };
        set(SentenceMark::question, sentence.question);
        set(SentenceMark::unreal, sentence.unreal);
        set(SentenceMark::thirdParty, sentence.thirdParty);
        set(SentenceMark::past, sentence.past);
        set(SentenceMark::sarcasm, sentence.sarcasm);
        set(SentenceMark::ourWords, sentence.ourWords);
        set(SentenceMark::smallTalk, sentence.smallTalk);
        set(SentenceMark::positive, sentence.positive);
        set(SentenceMark::event, sentence.event);
        set(SentenceMark::threshold, sentence.threshold);
        set(SentenceMark::negated, hasNegator(sentence));
        set(SentenceMark::startsNegative, startsNegative(sentence));
        set(SentenceMark::firstPerson, hasFirstPerson(sentence));
        set(SentenceMark::paragraphStart, sentence.paragraphStart);
        return marks;
    }

    /// The model decides which proposals stand, and adds what the patterns have no words for.
    void judge()
    {
        const auto& model = SentenceModel::shipped();
        for (const auto& facts : allFacts()) {
            const auto& sentence = m_sentences[facts.position];
            const auto probabilities = model.probabilities(m_marked, m_book, facts);
            for (std::size_t d = 0; d < dimensionCount; ++d) {
                if (!model.counts(probabilities[d], facts.proposed[d]))
                    continue;
                if (sentence.proposes(d))
                    state(Dimension(d), sentence.claims[d], sentence);
                else if (!facts.retracted[d])
                    state(Dimension(d), claimOfWhole(sentence, Dimension(d), probabilities[d]), sentence);
            }
        }
    }
    /// A claim that no pattern made.
    Claim claimOfWhole(const Sentence& sentence, Dimension dimension, double probability) const
    {
        // The probability says how sure it is, but without a pattern that names the reason never as sure as one.
        constexpr double least = 0.5, most = 0.75;
        Claim claim;
        claim.weight = claim.strongest = std::clamp(std::round(probability * 100) / 100, least, most);
        claim.tokenBegin = sentence.begin;
        claim.tokenEnd = sentence.end;
        if (dimension == Dimension::authority || dimension == Dimension::economicBuyer
            || dimension == Dimension::champion)
            claim.person = whoIn(sentence);
        return claim;
    }
    /// The first person named in a sentence, or the speaker.
    std::optional<std::string> whoIn(const Sentence& sentence) const
    {
        for (auto i = sentence.begin; i < sentence.end; ++i)
            if (const auto length = m_marked.spans.length(SpanKind::who, i))
                if (auto person = personIn(i, std::min(i + length, sentence.end), sentence); person && !person->empty())
                    return person;
        return std::nullopt;
    }

    std::string_view startAtCodePoint(std::string_view all)
    {
        while (m_offset < all.size() && m_offset > 0 && (static_cast<unsigned char>(all[m_offset]) & 0xC0) == 0x80)
            ++m_offset;
        return all.substr(m_offset);
    }

    void cutSentences()
    {
        std::size_t token = 0;
        std::size_t before = 0;
        for (const auto& range : text::sentences(m_source)) {
            Sentence sentence;
            sentence.bytes = range;
            while (token < m_tokens.size() && m_tokens[token].begin < range.begin)
                ++token;
            sentence.begin = token;
            while (token < m_tokens.size() && m_tokens[token].begin < range.end)
                ++token;
            sentence.end = token;
            sentence.question = text::isQuestion(range.in(m_source));
            sentence.paragraphStart
                = m_source.substr(before, range.begin - before).find('\n') != std::string_view::npos || before == 0;
            before = range.end;
            if (sentence.begin == sentence.end)
                continue;
            if (!m_sentences.empty() && m_source.size() - range.end < 400
                && isSignOff(sentence)) // below stand names, titles, slogans
                break;
            m_sentences.push_back(std::move(sentence));
        }
    }

    bool isSignOff(const Sentence& sentence) const
    {
        if (sentence.end - sentence.begin > 5 || !sentence.paragraphStart)
            return false;
        const auto words = foldCase(trimView(sentence.bytes.in(m_source)));
        if (const auto name = foldCase(trimView(m_reading.contactName)); !name.empty() && words == name)
            return true; // signed without a greeting
        static constexpr std::array<std::string_view, 44> openers = {"regards", "best regards", "kind regards",
            "warm regards", "best", "cheers", "thanks", "many thanks", "best wishes", "all the best", "sincerely",
            "yours sincerely", "warmly", "kindly", "br", "rgds", "thank you", "yours", "take care", "talk soon",
            "mit freundlichen gruessen", "freundliche gruesse", "viele gruesse", "beste gruesse", "herzliche gruesse",
            "liebe gruesse", "mit besten gruessen", "schoene gruesse", "gruss", "gruesse", "lg", "vg", "mfg",
            "bis bald", "gruss groetjes", "groet", "groeten", "bien a vous", "cordialement", "saludos", "obrigado",
            "med vennlig hilsen", "hilsen", "kind regards from"};
        std::string folded;
        for (auto i = sentence.begin; i < sentence.end; ++i)
            if (m_tokens[i].kind == TokenKind::word) {
                folded += folded.empty() ? "" : " ";
                folded += m_tokens.folded(i);
            }
        return std::find(openers.begin(), openers.end(), folded) != openers.end();
    }

    /// What the sentence is as a whole.
    void look(Sentence& sentence)
    {
        for (const auto& match : sentence.matches)
            for (const auto& effect : m_book.effects(match.pattern))
                switch (effect.target) {
                case Target::unreal:
                    sentence.unreal = true;
                    break;
                case Target::thirdParty:
                    sentence.thirdParty = true;
                    break;
                case Target::past:
                    sentence.past = true;
                    break;
                case Target::sarcasm:
                    sentence.sarcasm = true;
                    break;
                case Target::ourWords:
                    sentence.ourWords = true;
                    break;
                case Target::smallTalk:
                    sentence.smallTalk = true;
                    break;
                case Target::positive:
                    sentence.positive = true;
                    break;
                case Target::event:
                    sentence.event = true;
                    break;
                case Target::threshold:
                    sentence.threshold = true;
                    break;
                case Target::otherBusiness:
                    m_otherBusiness = true;
                    break;
                default:
                    break;
                }
    }

    /// Stories go on ("Cost him a hundred thousand"), sarcasm fills its paragraph.
    void spreadContext()
    {
        if (m_otherBusiness) // a journalist, a reseller, an invitation: no purchase
            for (auto& sentence : m_sentences)
                sentence.smallTalk = true;
        for (std::size_t i = 1; i < m_sentences.size(); ++i) {
            auto& sentence = m_sentences[i];
            const auto& before = m_sentences[i - 1];
            if (before.sarcasm && !sentence.paragraphStart)
                sentence.sarcasm = true;
            if (before.thirdParty && !sentence.paragraphStart && !hasFirstPerson(sentence) && startsAboutThem(sentence))
                sentence.thirdParty = true;
            if (before.unreal && startsWith(sentence, {"then", "dann"}))
                sentence.unreal = true;
            if (sentence.unreal && !sentence.paragraphStart && sentence.end - sentence.begin <= 8
                && startsWith(sentence, {"that", "this", "but", "das", "aber", "all", "alles"}))
                m_sentences[i - 1].unreal = true; // "... But that's all hypothetical."
        }
    }
    bool hasFirstPerson(const Sentence& sentence) const
    {
        static constexpr std::array<std::string_view, 24> words
            = {"we", "our", "us", "i", "my", "me", "wir", "uns", "unser", "unsere", "unserem", "unseren", "unserer",
                "ich", "mein", "meine", "mir", "mich", "ours", "mine", "meinem", "meinen", "meiner", "im"};
        for (auto i = sentence.begin; i < sentence.end; ++i)
            if (std::find(words.begin(), words.end(), m_tokens.folded(i)) != words.end()
                && !(m_tokens.is(i, "im") && m_german))
                return true;
        return false;
    }
    bool startsAboutThem(const Sentence& sentence) const
    {
        return startsWith(sentence,
            {"he", "she", "they", "it", "his", "her", "their", "cost", "paid", "er", "sie", "die", "der", "das", "ihm",
                "now", "works", "says", "said", "and"});
    }
    bool startsWith(const Sentence& sentence, std::initializer_list<std::string_view> words) const
    {
        return sentence.begin < sentence.end
            && std::find(words.begin(), words.end(), m_tokens.folded(sentence.begin)) != words.end();
    }

    bool isBoundary(std::size_t token) const { return m_flags[token] & 1; }
    bool isNegator(std::size_t token) const { return m_flags[token] & 2; }
    bool findBoundary(std::size_t token) const
    {
        const auto word = m_tokens.folded(token);
        if (m_tokens[token].kind == TokenKind::punct)
            return word != "\"" && word != "'" && word != "/" && word != "&" && word != "%" && word != "+"
                && word != "(" && word != ")";
        return word == "but" || word == "aber" || word == "sondern" || word == "because" || word == "weil"
            || word == "although" || word == "though" || word == "so" || word == "obwohl";
    }
    /// "not only", "no later than", "nobody else", "not one more": these deny nothing.
    bool isMildNegator(std::size_t at, const Sentence& sentence) const
    {
        static constexpr std::array<std::string_view, 24> after = {"only", "just", "nur", "later", "problem", "doubt",
            "matter", "wonder", "one", "else", "way", "mention", "even", "bloss", "more", "less", "longer_than", "joke",
            "question", "zweifel", "zuletzt", "spaeter", "mehr_als", "earlier"};
        if (at + 1 >= sentence.end)
            return false;
        const auto next = m_tokens.folded(at + 1);
        const auto than = at + 2 < sentence.end ? m_tokens.folded(at + 2) : std::string_view();
        if (than == "than" || than == "als") // "not more than 4k", "nicht mehr als"
            return true;
        if (next == "more" || next == "one")
            return m_tokens.is(at, "not") && at > sentence.begin
                && (m_tokens.is(at - 1, "and") || m_tokens.is(at - 1, ","));
        return std::find(after.begin(), after.end(), next) != after.end();
    }
    bool isNegated(const Match& match, const Sentence& sentence) const
    {
        if (m_book.hasFlag(match.pattern, 'n'))
            return false;
        for (auto i = match.begin; i < match.end; ++i)
            if (isNegator(i) && !isMildNegator(i, sentence))
                return true;
        int seen = 0;
        for (auto i = match.begin; i > sentence.begin && seen < 4; ++seen) {
            --i;
            if (isBoundary(i) || m_tokens.is(i, "and") || m_tokens.is(i, "und"))
                break;
            if (isNegator(i) && !isMildNegator(i, sentence))
                return true;
        }
        seen = 0;
        for (auto i = match.end; i < sentence.end && seen < 4; ++i, ++seen) {
            const auto word = m_tokens.folded(i);
            if (isBoundary(i) || word == "and" || word == "und" || word == "that" || word == "dass" || word == "who"
                || word == "which" || word == "to" || word == "zu")
                break;
            if (isNegator(i) && word != "without" && word != "ohne" && word != "no" && !isMildNegator(i, sentence))
                return true;
        }
        return false;
    }
    /// In a question only a clause of its own states something: "could you start soon, we must be live in March?"
    bool statesInQuestion(const Match& match, const Sentence& sentence) const
    {
        static constexpr std::array<std::string_view, 22> subjects
            = {"we", "our", "my", "i", "the", "its", "they", "wir", "unser", "unsere", "ich", "mein", "meine", "der",
                "die", "das", "because", "since", "as", "weil", "da", "denn"};
        auto clause = match.begin;
        while (clause > sentence.begin && !(m_tokens[clause - 1].kind == TokenKind::punct && isBoundary(clause - 1))
            && !m_tokens.is(clause - 1, "because") && !m_tokens.is(clause - 1, "weil"))
            --clause;
        auto end = match.end;
        while (end < sentence.end && !(m_tokens[end].kind == TokenKind::punct && isBoundary(end)))
            ++end;
        const bool last = end >= sentence.end || (m_tokens.is(end, "?") && end + 1 >= sentence.end);
        if (clause == sentence.begin && last)
            return false;
        if (std::find(subjects.begin(), subjects.end(), m_tokens.folded(clause)) == subjects.end())
            return false;
        if (clause == sentence.begin) // "we have 40k, is that enough?"
            return !last;
        return true;
    }

    bool isPaperwork(const Match& match, const Sentence& sentence) const
    {
        auto end = match.end;
        while (end < std::min(match.end + 4, sentence.end) && !isBoundary(end))
            ++end;
        return m_book.contains(m_marked, match.begin, end, "@paperwork");
    }

    bool counts(const Match& match, const Sentence& sentence) const
    {
        if (sentence.silent() && !m_book.hasFlag(match.pattern, 't'))
            return false;
        if (sentence.question && !m_book.hasFlag(match.pattern, 'q') && !statesInQuestion(match, sentence))
            return false;
        if (sentence.past && !m_book.hasFlag(match.pattern, 'p'))
            return false;
        return !isNegated(match, sentence);
    }

    bool holds(std::string_view className, const Match& match) const
    {
        return m_book.contains(m_marked, match.begin, match.end, className);
    }

    void claim(Sentence& sentence)
    {
        std::array<Claim, dimensionCount> claims;
        std::array<bool, dimensionCount> takenBack {};
        for (const auto& match : sentence.matches)
            for (const auto& effect : m_book.effects(match.pattern))
                if (effect.retracts && std::size_t(effect.target) < dimensionCount && !sentence.unreal
                    && !sentence.thirdParty && !sentence.question)
                    takenBack[std::size_t(effect.target)] = true;
        for (const auto& match : sentence.matches) {
            for (const auto& effect : m_book.effects(match.pattern)) {
                if (std::size_t(effect.target) >= dimensionCount || effect.retracts
                    || takenBack[std::size_t(effect.target)])
                    continue;
                if (!counts(match, sentence))
                    continue;
                if (effect.target == Target::need && !m_book.hasFlag(match.pattern, 'd')
                    && isPaperwork(match, sentence))
                    continue;
                if (effect.target == Target::timeline && sentence.event && !m_book.hasFlag(match.pattern, 'e'))
                    continue;
                // "Anything over 50k goes to the board": a rule of theirs, no sum of this purchase.
                if (sentence.threshold
                    && (effect.target == Target::budget || effect.target == Target::metrics
                        || effect.target == Target::timeline))
                    continue;
                if (effect.target == Target::metrics && effect.weight < 0.6
                    && (sentence.question || hasClass("@pct_other", sentence)))
                    continue;
                const auto dimension = Dimension(effect.target);
                const bool byPerson = dimension == Dimension::authority || dimension == Dimension::economicBuyer;
                if (byPerson && match.end < sentence.end
                    && m_book.contains(m_marked, match.end, match.end + 1, "@body"))
                    continue; // "approval from the finance" goes on with "committee"
                if (byPerson && match.whoBegin == match.whoEnd && !m_book.hasFlag(match.pattern, 's')
                    && holds("@impersonal", match))
                    continue; // a body or a thing decides: that is process or criterion
                // "Who holds the money?" - "That lies with Anna." decides nothing.
                if (dimension == Dimension::authority && effect.weight < 0.85 && &sentence == m_sentences.data()
                    && m_asked[std::size_t(Dimension::economicBuyer)] && !m_asked[std::size_t(Dimension::authority)])
                    continue;
                if (dimension == Dimension::budget && effect.weight < 0.65 && hasSpan(SpanKind::money, sentence)
                    && hasClass("@money_other", sentence))
                    continue;
                if (dimension == Dimension::authority) { // who signs with a top role, or sums, holds the money too
                    const auto begin = match.whoBegin < match.whoEnd ? match.whoBegin : match.begin;
                    const auto end = match.whoBegin < match.whoEnd ? match.whoEnd : match.end;
                    bool top = false;
                    for (auto i = begin; i < end; ++i)
                        top = top || m_marked.spans.length(SpanKind::top, i);
                    if (top) {
                        auto& buyer = claims[std::size_t(Dimension::economicBuyer)];
                        if (buyer.strongest < 0.75) {
                            buyer.weight = buyer.strongest = 0.75;
                            buyer.best = &match;
                            buyer.tokenBegin = match.begin;
                            buyer.tokenEnd = match.end;
                            if (!buyer.person && match.whoBegin < match.whoEnd)
                                buyer.person = personIn(match.whoBegin, match.whoEnd, sentence);
                        }
                    }
                }
                auto& claim = claims[std::size_t(effect.target)];
                if (effect.weight < 0.4)
                    claim.weight = 1 - (1 - claim.weight) * (1 - effect.weight);
                else
                    claim.weight = std::max(claim.weight, effect.weight);
                if (effect.weight > claim.strongest) {
                    claim.strongest = effect.weight;
                    claim.best = &match;
                    claim.tokenBegin = match.begin;
                    claim.tokenEnd = match.end;
                }
                if (!claim.person && (match.whoBegin < match.whoEnd))
                    claim.person = personIn(match.whoBegin, match.whoEnd, sentence);
                else if (!claim.person && m_book.hasFlag(match.pattern, 's'))
                    claim.person = contact();
            }
        }
        // A measured problem is a problem: only a target, a saving or a good figure is not.
        auto& measured = claims[std::size_t(Dimension::metrics)];
        auto& pain = claims[std::size_t(Dimension::pain)];
        const bool aboutMoney = claims[std::size_t(Dimension::budget)].strongest >= enough
            || (m_asked[std::size_t(Dimension::budget)] && &sentence < m_sentences.data() + 2);
        if (measured.best && aboutMoney && isBareMoney(*measured.best))
            measured = {}; // "2k a month is fine" is what they would pay
        if (measured.best && claims[std::size_t(Dimension::decisionCriteria)].strongest >= enough
            && (measured.strongest < 0.6 || hasClass("@crit_word", sentence)))
            measured = {}; // "price is 40 %" is a weight
        buyerBehindPronoun(sentence, claims);
        if (measured.weight >= 0.6 && pain.weight < enough && !sentence.positive && !sentence.threshold && !aboutMoney
            && !hasClass("@target_word", sentence)) {
            pain = measured;
            pain.weight = pain.strongest = 0.6;
        }
        // Weak cues of trouble beside a clear statement about something else are colour, not a complaint.
        if (pain.strongest < enough)
            for (std::size_t i = 0; i < dimensionCount; ++i)
                if (i != std::size_t(Dimension::pain) && i != std::size_t(Dimension::metrics)
                    && claims[i].strongest >= enough)
                    pain.weight = 0;
        // Trouble in weak words only needs two of them beside a word for us.
        constexpr double enoughWeak = 0.5;
        if (pain.strongest < enough && pain.weight < enoughWeak)
            pain.weight = 0;
        for (std::size_t i = 0; i < dimensionCount; ++i)
            if (claims[i].weight >= enough) {
                sentence.clear = sentence.clear || claims[i].strongest >= 0.7;
                sentence.claims[i] = std::move(claims[i]);
            }
    }

    /// Money and nothing else that is measured.
    bool isBareMoney(const Match& match) const
    {
        const auto measures = [&](std::size_t i) { // "45 minutes", but not "300 a month"
            const bool rate = m_tokens.is(i + 1, "a") || m_tokens.is(i + 1, "per") || m_tokens.is(i + 1, "im")
                || m_tokens.is(i + 1, "pro");
            return m_marked.spans.length(SpanKind::quantity, i) && m_tokens[i].kind == TokenKind::number && !rate
                && !m_marked.spans.length(SpanKind::money, i);
        };
        for (auto i = match.begin; i < match.end; ++i)
            if (m_marked.spans.length(SpanKind::percent, i) || measures(i))
                return false;
        return !holds("@loss", match);
    }

    /// "Carol is the managing partner, so it's her signature": the top role stands beside the pronoun.
    void buyerBehindPronoun(const Sentence& sentence, std::array<Claim, dimensionCount>& claims) const
    {
        const auto& decider = claims[std::size_t(Dimension::authority)];
        auto& buyer = claims[std::size_t(Dimension::economicBuyer)];
        if (decider.strongest < enough || buyer.strongest >= enough || !decider.best)
            return;
        if (m_book.hasFlag(decider.best->pattern, 's') || !holds("@third_person", *decider.best))
            return;
        const auto begin = &sentence > m_sentences.data() ? (&sentence - 1)->begin : sentence.begin;
        for (auto i = begin; i < sentence.end; ++i)
            if (const auto length = m_marked.spans.length(SpanKind::top, i)) {
                buyer = decider;
                buyer.weight = buyer.strongest = 0.7;
                buyer.person = personIn(i, i + length, sentence);
                return;
            }
    }

    std::string contact() const { return m_reading.contactName.empty() ? std::string() : trim(m_reading.contactName); }

    /// The person of a run of tokens in the text's own words; pronouns lead to the person named before.
    std::optional<std::string> personIn(std::size_t begin, std::size_t end, const Sentence& sentence) const
    {
        const auto word = m_tokens.folded(begin);
        if (end - begin == 1 && m_marked.spans.length(SpanKind::self, begin))
            return contact();
        if (end - begin == 1
            && (word == "he" || word == "she" || word == "er" || word == "sie" || word == "her" || word == "him"
                || word == "ihm" || word == "ihr")) {
            for (auto i = begin; i > 0; --i)
                if (m_marked.spans.until[std::size_t(SpanKind::who)][i]) {
                    const auto length = m_marked.spans.until[std::size_t(SpanKind::who)][i];
                    const auto first = i - length;
                    const auto folded = m_tokens.folded(first);
                    if (length > 1
                        || (folded != "he" && folded != "she" && folded != "er" && folded != "sie" && folded != "i"
                            && folded != "ich" && folded != "me" && folded != "her" && folded != "him"
                            && folded != "mich" && folded != "mir"))
                        return std::string(
                            m_source.substr(m_tokens[first].begin, m_tokens[i - 1].end - m_tokens[first].begin));
                }
            (void)sentence;
            return std::nullopt;
        }
        if (const auto name = nameOf(begin, end, sentence))
            return textOf(name->first, name->second);
        while (end > begin + 1 && m_tokens[end - 1].kind == TokenKind::punct && !m_tokens.is(end - 1, ")"))
            --end;
        return textOf(begin, end);
    }
    std::string textOf(std::size_t begin, std::size_t end) const
    {
        return std::string(m_source.substr(m_tokens[begin].begin, m_tokens[end - 1].end - m_tokens[begin].begin));
    }
    /// The name in a person's run of tokens, or beside it: "our technical manager Ms Ramos", "Dana our CFO".
    std::optional<std::pair<std::size_t, std::size_t>> nameOf(
        std::size_t begin, std::size_t end, const Sentence& sentence) const
    {
        const auto& from = m_marked.spans.from[std::size_t(SpanKind::name)];
        const auto& until = m_marked.spans.until[std::size_t(SpanKind::name)];
        for (auto i = begin; i < end; ++i)
            if (from[i] && i + from[i] <= end)
                return std::pair(i, i + from[i]);
        if (!isRoleOnly(begin, end))
            return std::nullopt;
        const auto before = begin > sentence.begin && m_tokens.is(begin - 1, ",") ? begin - 1 : begin;
        if (before > sentence.begin && until[before] && before - until[before] >= sentence.begin)
            return std::pair(before - until[before], before);
        const auto after = end < sentence.end && m_tokens.is(end, ",") ? end + 1 : end;
        if (after < sentence.end && from[after] && after + from[after] <= sentence.end)
            return std::pair(after, after + from[after]);
        return std::nullopt;
    }
    /// "our technical manager" of "our technical manager Ms Ramos"; empty if no role is named.
    std::string roleOf(std::size_t begin, std::size_t end, const Sentence& sentence) const
    {
        static const auto roles = m_book.classRef("@role");
        const auto name = nameOf(begin, end, sentence).value_or(std::pair(end, end));
        std::size_t first = end, last = begin;
        for (auto i = begin; i < end; ++i) {
            if ((name.first <= i && i < name.second) || !roles.holds(m_marked.symbols(i)))
                continue;
            first = std::min(first, i);
            last = i + 1;
        }
        return first < last ? textOf(first, last) : std::string();
    }

    /// The sentence, or of a run-on one the clauses around the proof.
    Range quoteOf(std::size_t tokenBegin, std::size_t tokenEnd, const Sentence& sentence) const
    {
        auto range = sentence.bytes;
        if (range.end - range.begin <= 320)
            return range;
        auto begin = std::max(tokenBegin, sentence.begin);
        auto end = std::min(tokenEnd, sentence.end);
        const auto clauseEnd = [&](std::size_t i) {
            return m_tokens[i].kind == TokenKind::punct && (m_tokens.is(i, ",") || isBoundary(i));
        };
        while (begin > sentence.begin && !clauseEnd(begin - 1))
            --begin;
        while (end < sentence.end && !clauseEnd(end))
            ++end;
        if (end <= begin)
            return {range.begin, range.begin + cutAtCodePoint(range.in(m_source), maxQuoteBytes).size()};
        Range clause {m_tokens[begin].begin, m_tokens[end - 1].end};
        clause.end = clause.begin + cutAtCodePoint(clause.in(m_source), maxQuoteBytes).size();
        return clause;
    }

    void state(Dimension dimension, const Claim& claim, const Sentence& sentence)
    {
        auto& signal = m_extraction.found[dimension];
        const auto range = quoteOf(claim.tokenBegin, claim.tokenEnd, sentence);
        const double confidence = claim.strongest >= enough ? claim.weight : std::min(claim.weight, 0.6);
        const bool stronger = !signal.identified || confidence > signal.confidence;
        signal.identified = true;
        signal.confidence = std::max(signal.confidence, confidence);
        if (signal.evidence.size() < maxQuotes) {
            Evidence evidence;
            evidence.dimension = dimension;
            evidence.quote = std::string(range.in(m_source));
            evidence.begin = std::int64_t(range.begin + m_offset);
            evidence.end = std::int64_t(range.end + m_offset);
            evidence.confidence = confidence;
            const bool there = std::any_of(signal.evidence.begin(), signal.evidence.end(),
                [&](const Evidence& each) { return each.begin == evidence.begin && each.end == evidence.end; });
            if (!there)
                signal.evidence.push_back(std::move(evidence));
        }
        setValue(dimension, signal, claim, sentence, range, stronger);
    }

    void setValue(
        Dimension dimension, Signal& signal, const Claim& claim, const Sentence& sentence, Range range, bool stronger)
    {
        const auto quote = std::string(range.in(m_source));
        switch (dimension) {
        case Dimension::budget:
            if (const auto amount = amountFor(claim, sentence); amount && (stronger || !signal.range))
                signal.range = amount;
            break;
        case Dimension::authority:
            setDecider(signal, claim, sentence, stronger);
            break;
        case Dimension::economicBuyer:
        case Dimension::champion:
            if ((stronger || !signal.contact) && claim.person && !claim.person->empty())
                signal.contact = *claim.person;
            break;
        case Dimension::decisionCriteria:
            for (auto& item : criteria(claim, sentence))
                if (signal.items.size() < 20
                    && std::find(signal.items.begin(), signal.items.end(), item) == signal.items.end())
                    signal.items.push_back(std::move(item));
            break;
        case Dimension::need:
        case Dimension::timeline:
        case Dimension::metrics:
        case Dimension::decisionProcess:
        case Dimension::pain:
            if (stronger || !signal.description)
                signal.description = quote;
            break;
        }
    }

    /// Name and role of who decides; of one without a name only the role.
    void setDecider(Signal& signal, const Claim& claim, const Sentence& sentence, bool stronger) const
    {
        if (!stronger && signal.contact)
            return;
        auto [begin, end] = claim.best ? std::pair(claim.best->whoBegin, claim.best->whoEnd)
                                       : std::pair(std::size_t(0), std::size_t(0));
        if (begin == end && !claim.person)
            std::tie(begin, end) = firstWho(sentence);
        const auto person = claim.person ? claim.person : begin < end ? personIn(begin, end, sentence) : std::nullopt;
        if (!person || person->empty())
            return;
        signal.contact = *person;
        signal.role.reset();
        if (begin == end)
            return;
        if (isRoleOnly(begin, end) && !nameOf(begin, end, sentence)) {
            signal.role = *person;
            signal.contact.reset();
        } else if (auto role = roleOf(begin, end, sentence); !role.empty()) {
            signal.role = std::move(role);
        }
    }

    /// The first run of tokens that is a person; an empty one if there is none.
    std::pair<std::size_t, std::size_t> firstWho(const Sentence& sentence) const
    {
        for (auto i = sentence.begin; i < sentence.end; ++i)
            if (const auto length = m_marked.spans.length(SpanKind::who, i))
                return {i, std::min(i + length, sentence.end)};
        return {sentence.end, sentence.end};
    }

    bool isRoleOnly(std::size_t begin, std::size_t end) const
    {
        static const auto roles = m_book.classRef("@role");
        bool role = false;
        for (auto i = begin; i < end; ++i) {
            if (m_marked.spans.length(SpanKind::name, i))
                return false;
            role = role || roles.holds(m_marked.symbols(i));
        }
        return role;
    }

    std::optional<std::string> amountFor(const Claim& claim, const Sentence& sentence) const
    {
        std::optional<std::string> found;
        std::size_t distance = ~std::size_t(0);
        for (const auto& each : m_amounts) {
            if (each.first < sentence.begin || each.last > sentence.end)
                continue;
            const auto gap = each.first >= claim.tokenEnd ? each.first - claim.tokenEnd
                : each.last <= claim.tokenBegin           ? claim.tokenBegin - each.last
                                                          : 0;
            if (gap < distance) {
                distance = gap;
                found = std::string(each.amount.range.in(m_source));
            }
        }
        return found;
    }

    /// The list behind "criteria are", "important:", split at commas and conjunctions.
    std::vector<std::string> criteria(const Claim& claim, const Sentence& sentence) const
    {
        std::vector<std::string> items;
        if (!claim.best && !m_asked[std::size_t(Dimension::decisionCriteria)]) { // no cue that a list could follow
            items.emplace_back(cutAtCodePoint(trimView(sentence.bytes.in(m_source)), 120));
            return items;
        }
        auto at = claim.tokenEnd;
        static constexpr std::array<std::string_view, 20> leads = {"is", "are", "be", ":", "on", "by", "for", "sind",
            "ist", "nach", "an", "auf", "to", "with", "whether", "ob", "that", "dass", "if", "our"};
        while (at < sentence.end && std::find(leads.begin(), leads.end(), m_tokens.folded(at)) != leads.end())
            ++at;
        if (at >= sentence.end || (sentence.end - at <= 1 && m_tokens[at].kind == TokenKind::punct))
            at = sentence.begin; // the list stands before the cue
        auto begin = at;
        const auto close = [&](std::size_t end) {
            while (begin < end
                && (m_tokens[begin].kind == TokenKind::punct || m_tokens.is(begin, "and") || m_tokens.is(begin, "und")
                    || m_tokens.is(begin, "or") || m_tokens.is(begin, "then")))
                ++begin;
            while (end > begin && m_tokens[end - 1].kind == TokenKind::punct)
                --end;
            if (end > begin) {
                const auto text = m_source.substr(m_tokens[begin].begin, m_tokens[end - 1].end - m_tokens[begin].begin);
                items.emplace_back(cutAtCodePoint(text, 120));
            }
            begin = end;
        };
        for (; at < sentence.end && items.size() < 20; ++at) {
            const auto word = m_tokens.folded(at);
            if (word == "," || word == ";" || word == "and" || word == "und" || word == "or" || word == "oder"
                || word == "." || word == "&" || word == "-") {
                close(at);
                begin = at + 1;
            }
        }
        close(sentence.end);
        return items;
    }

    /// Which dimensions our words just before asked for, and the words of the last question in them.
    void readOurWords()
    {
        if (trimView(m_reading.before).empty())
            return;
        const auto before = m_reading.before.size() > 1500 ? m_reading.before.substr(m_reading.before.size() - 1500)
                                                           : m_reading.before;
        const Tokens tokens(before);
        Marked marked(tokens);
        m_book.mark(marked);
        findSpans(marked, m_book, text::guessLanguage(tokens) == "de");
        std::size_t token = 0;
        for (const auto& range : text::sentences(before)) {
            while (token < tokens.size() && tokens[token].begin < range.begin)
                ++token;
            const auto begin = token;
            while (token < tokens.size() && tokens[token].begin < range.end)
                ++token;
            const bool asks = text::isQuestion(range.in(before)) || isBareQuestion(range.in(before), token - begin);
            if (asks && token > begin) {
                m_questionWords.clear(); // the last question is the one that is answered
                for (auto i = begin; i < token; ++i)
                    m_questionWords.emplace_back(tokens.folded(i));
            }
            std::vector<Match> matches;
            m_book.match(marked, begin, token, true, matches);
            for (const auto& match : matches)
                for (const auto& effect : m_book.effects(match.pattern))
                    if (effect.ask && std::size_t(effect.target) < dimensionCount
                        && (asks || m_book.hasFlag(match.pattern, 'i')))
                        m_asked[std::size_t(effect.target)] = true;
        }
    }

    /// "and budget", "when do you need it": in chat the question mark is often left out.
    static bool isBareQuestion(std::string_view sentence, std::size_t tokens)
    {
        const auto words = trimView(sentence);
        return tokens <= 9 && !words.empty() && words.back() != '.' && words.back() != '!' && words.back() != ','
            && words.find('\n') == std::string_view::npos;
    }

    bool startsNegative(const Sentence& sentence) const
    {
        for (auto i = sentence.begin; i < std::min(sentence.begin + 4, sentence.end); ++i) {
            const auto word = m_tokens.folded(i);
            if (isBoundary(i) && i > sentence.begin)
                return false;
            if (word == "ohne" || word == "without")
                continue; // "that it works without a network" is a wish
            if ((isNegator(i) && !isMildNegator(i, sentence)) || word == "nein" || word == "noe" || word == "nah"
                || word == "ne" || word == "nee" || word == "nada" || word == "nobody")
                return true;
        }
        return false;
    }
    bool hasNegator(const Sentence& sentence) const
    {
        for (auto i = sentence.begin; i < sentence.end; ++i)
            if (isNegator(i) && !isMildNegator(i, sentence))
                return true;
        return false;
    }
    bool hasSpan(SpanKind kind, const Sentence& sentence) const
    {
        for (auto i = sentence.begin; i < sentence.end; ++i)
            if (m_marked.spans.length(kind, i))
                return true;
        return false;
    }
    bool hasClass(std::string_view name, const Sentence& sentence) const
    {
        return m_book.contains(m_marked, sentence.begin, sentence.end, name);
    }
    std::size_t wordCount(const Sentence& sentence) const
    {
        std::size_t count = 0;
        for (auto i = sentence.begin; i < sentence.end; ++i)
            count += m_tokens[i].kind != TokenKind::punct ? 1 : 0;
        return count;
    }
    bool isEvasive(const Sentence& sentence) const { return hasClass("@evasive", sentence); }

    void proposeAnswer(Dimension dimension, Sentence& sentence, double weight, std::optional<std::string> person = {})
    {
        const auto i = std::size_t(dimension);
        const bool known = std::ranges::any_of(m_sentences, [&](const Sentence& each) { return each.proposes(i); });
        if (known && dimension != Dimension::budget)
            return;
        sentence.answers.set(i);
        auto& claim = sentence.claims[i];
        if (claim.weight >= weight)
            return;
        claim.weight = claim.strongest = weight;
        claim.tokenBegin = sentence.begin;
        claim.tokenEnd = sentence.end;
        claim.person = std::move(person);
    }

    /// "It is", "you can", "yes, alone": agreement with content; a bare "yes" is none.
    bool agrees(const Sentence& sentence) const
    {
        return wordCount(sentence) >= 2 && !hasNegator(sentence)
            && m_book.contains(m_marked, sentence.begin, std::min(sentence.begin + 3, sentence.end), "@agreement");
    }
    /// Who a short answer names although nothing else tells that it is a person: "Der Wirt.", "Logistics."
    std::optional<std::string> shortSubject(const Sentence& sentence) const
    {
        if (wordCount(sentence) > 5 || hasNegator(sentence) || hasClass("@body", sentence)
            || hasClass("@agreement", sentence))
            return std::nullopt;
        static const auto determiners = m_book.classRef("@determiner");
        static const auto noNames = m_book.classRef("@no_name");
        const auto first = m_marked.symbols(sentence.begin);
        const bool named = determiners.holds(first)
            || (m_tokens[sentence.begin].capital && !noNames.holds(first) && wordCount(sentence) <= 2);
        auto end = sentence.end;
        while (end > sentence.begin && m_tokens[end - 1].kind == TokenKind::punct)
            --end;
        if (!named || end == sentence.begin)
            return std::nullopt;
        return std::string(
            m_source.substr(m_tokens[sentence.begin].begin, m_tokens[end - 1].end - m_tokens[sentence.begin].begin));
    }
    /// "Not 20k"; but "8 euros a head, not more" names the sum.
    bool deniesFigure(const Sentence& sentence) const
    {
        bool denied = false;
        for (auto i = sentence.begin; i < sentence.end; ++i) {
            if (m_marked.spans.length(SpanKind::money, i) || m_marked.spans.length(SpanKind::sum, i))
                return denied;
            denied = denied || (isNegator(i) && !isMildNegator(i, sentence));
        }
        return denied;
    }
    bool hasFigureForBudget(const Sentence& sentence, bool first) const
    {
        if (hasSpan(SpanKind::money, sentence) || hasSpan(SpanKind::sum, sentence))
            return true;
        if (!first)
            return false;
        for (auto i = sentence.begin; i < sentence.end; ++i)
            if (const auto number = text::numberAt(m_tokens, i); number && !m_marked.spans.length(SpanKind::quantity, i)
                && !m_marked.spans.length(SpanKind::percent, i) && !m_marked.spans.length(SpanKind::time, i)
                && !(number->value >= 2020 && number->value < 2050))
                if (number->value >= 1000 || (number->value >= 5 && wordCount(sentence) <= 4)
                    || (number->value >= 5 && wordCount(sentence) <= 8
                        && m_book.contains(
                            m_marked, number->last, std::min(number->last + 3, sentence.end), "@a_period")))
                    return true;
        return false;
    }

    /// Reads the first sentences as the answer to our question.
    void answer()
    {
        const auto wants = [&](Dimension dimension) { return m_asked[std::size_t(dimension)]; };
        std::size_t seen = 0;
        bool refused = false;
        for (auto& sentence : m_sentences) {
            if (++seen > 3)
                break;
            if (sentence.unreal && seen == 1)
                refused = true; // "if we were bigger, ..." answers by what is not
            if (sentence.question || sentence.silent())
                continue;
            const bool first = seen == 1 || (seen == 2 && wordCount(m_sentences.front()) <= 2); // "Yes. Forty."
            const bool capped = hasSpan(SpanKind::sum, sentence) && hasClass("@cap", sentence); // "not more than 9k"
            const bool negative = startsNegative(sentence) && !capped;
            const bool evasive = isEvasive(sentence);
            const bool agreed = first && agrees(sentence);
            const auto words = wordCount(sentence);
            refused = refused || ((negative || evasive) && first);
            if (refused && !first)
                break;
            const bool open = !refused && !negative && !evasive;
            if (wants(Dimension::budget) && open && (capped || !deniesFigure(sentence)))
                if (hasFigureForBudget(sentence, first) || (agreed && !hasClass("@question_of_size", sentence)))
                    proposeAnswer(Dimension::budget, sentence, 0.75);
            if (wants(Dimension::timeline) && !negative && !evasive && !hasClass("@no_date", sentence)
                && (hasSpan(SpanKind::time, sentence) || hasClass("@time_clause", sentence)))
                proposeAnswer(Dimension::timeline, sentence, 0.8);
            if (first && !evasive && (wants(Dimension::authority) || wants(Dimension::economicBuyer))) {
                std::optional<std::string> person;
                auto personEnd = sentence.end;
                for (auto i = sentence.begin; i < sentence.end && !person; ++i)
                    if (const auto length = m_marked.spans.length(SpanKind::who, i)) {
                        person = personIn(i, i + length, sentence);
                        personEnd = i + length;
                    }
                if (!person)
                    person = shortSubject(sentence);
                if (!person && agreed)
                    person = contact();
                const bool mild = !hasNegator(sentence) || hasClass("@alone", sentence);
                if (wants(Dimension::authority) && person && mild && (!refused || hasClass("@alone", sentence))
                    && !m_book.contains(m_marked, sentence.begin, personEnd, "@body"))
                    proposeAnswer(Dimension::authority, sentence, 0.7, person);
                bool top = false; // who is at the top and decides has the money too
                for (auto i = sentence.begin; i < sentence.end; ++i)
                    top = top || m_marked.spans.length(SpanKind::top, i);
                if ((wants(Dimension::economicBuyer) || (top && !hasClass("@body", sentence))) && person && mild
                    && (!refused || hasClass("@alone", sentence)))
                    proposeAnswer(Dimension::economicBuyer, sentence, 0.7, person);
            }
            if (seen > 2 || !open)
                continue;
            const bool measured = hasSpan(SpanKind::percent, sentence) || hasSpan(SpanKind::money, sentence);
            const std::size_t enoughWords = first ? 2 : 4;
            const bool figure = measured || (words <= 6 && hasSpan(SpanKind::quantity, sentence));
            if (wants(Dimension::need) && !figure && !sentence.past && words >= enoughWords
                && !hasClass("@nothing_wanted", sentence) && !hasClass("@paperwork", sentence))
                proposeAnswer(Dimension::need, sentence, 0.65);
            // What is clearly about something else answers no open question besides.
            const bool elsewhere = sentence.clear;
            if (wants(Dimension::decisionCriteria) && !measured && !elsewhere && words >= enoughWords)
                proposeAnswer(Dimension::decisionCriteria, sentence, 0.65);
            if (wants(Dimension::decisionProcess) && words >= 3 && hasClass("@process_word", sentence))
                proposeAnswer(Dimension::decisionProcess, sentence, 0.65);
            if (wants(Dimension::metrics) && !sentence.past && (measured || hasSpan(SpanKind::quantity, sentence)))
                proposeAnswer(Dimension::metrics, sentence, 0.7);
            if (wants(Dimension::pain) && !elsewhere && !sentence.positive && !sentence.past && words >= 4
                && !hasClass("@nothing_wanted", sentence))
                proposeAnswer(Dimension::pain, sentence, 0.6);
            if (wants(Dimension::champion) && !hasNegator(sentence) && !hasClass("@neutral", sentence)
                && (agreed || hasClass("@for_you", sentence) || hasClass("@persuade", sentence)))
                proposeAnswer(Dimension::champion, sentence, 0.65, contact());
        }
    }

    void takeBack()
    {
        const auto add = [&](Dimension dimension, const Sentence& sentence, double confidence, const Match& match) {
            const auto range = quoteOf(match.begin, match.end, sentence);
            const bool there = std::any_of(m_extraction.retractions.begin(), m_extraction.retractions.end(),
                [&](const Retraction& each) { return each.dimension == dimension; });
            if (!there)
                m_extraction.retractions.push_back(
                    {.dimension = dimension, .quote = std::string(range.in(m_source)), .confidence = confidence});
        };
        for (const auto& sentence : m_sentences) {
            if (sentence.unreal || sentence.thirdParty || sentence.question)
                continue;
            for (const auto& match : sentence.matches)
                for (const auto& effect : m_book.effects(match.pattern)) {
                    if (effect.retracts && std::size_t(effect.target) < dimensionCount)
                        add(Dimension(effect.target), sentence, 0.95, match);
                    else if (effect.target == Target::retraction
                        && m_reading.existing) { // "scrap that": what was said last
                        std::optional<Dimension> last;
                        std::optional<Timestamp> newest;
                        for (const auto& [dimension, key] : EnumTexts<Dimension>::values) {
                            const auto& signal = (*m_reading.existing)[dimension];
                            if (!signal.identified || signal.evidence.empty() || !signal.evidence.back().at)
                                continue;
                            if (!newest || *signal.evidence.back().at > *newest) {
                                newest = signal.evidence.back().at;
                                last = dimension;
                            }
                        }
                        if (last
                            && (*last == Dimension::budget || *last == Dimension::need || *last == Dimension::timeline))
                            add(*last, sentence, 0.95, match);
                    }
                }
        }
    }

    void finish()
    {
        double sum = 0;
        int count = 0;
        for (auto& signal : m_extraction.found.signals) {
            signal.evidenceCount = int(signal.evidence.size());
            if (signal.identified) {
                sum += signal.confidence;
                ++count;
            }
        }
        m_extraction.found.overallConfidence = count == 0 ? 0.5 : std::round(sum / count * 1e6) / 1e6;
        auto known = m_extraction.found;
        if (m_reading.existing)
            for (std::size_t i = 0; i < dimensionCount; ++i)
                known.signals[i].identified = known.signals[i].identified || m_reading.existing->signals[i].identified;
        m_extraction.found.recommendedNextQuestions = nextQuestions(known, m_german ? "de" : "en");
    }

    const LocalReading& m_reading;
    std::size_t m_offset;
    std::string_view m_source;
    std::optional<std::string> m_blanked; ///< the source without web addresses, where there are any
    Tokens m_tokens;
    Marked m_marked;
    const PatternBook& m_book;
    bool m_german;
    bool m_otherBusiness = false;
    std::array<bool, dimensionCount> m_asked {}; ///< by our words before
    std::vector<std::string> m_questionWords; ///< of our last question just before
    std::vector<std::uint8_t> m_flags; ///< 1 clause boundary, 2 negation
    std::vector<text::TokenAmount> m_amounts;
    std::vector<Sentence> m_sentences;
    Extraction m_extraction;
};
}

Extraction qualifyLocally(const LocalReading& reading) { return Reader(reading).read(); }
std::vector<SentenceSample> sampleSentences(const LocalReading& reading) { return Reader(reading).samples(); }
}
