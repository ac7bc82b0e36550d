// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/expansion.hpp"

#include "core/base/text.hpp"
#include "core/rules/qbs/cues.hpp"
#include "core/rules/qbs/engagement.hpp"
#include "core/rules/text/quote.hpp"
#include "core/rules/text/stop_words.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::qbs {
namespace {
using text::TokenKind;
using text::Tokens;

constexpr std::size_t maxStored = 20; ///< Q8
constexpr int earlyInteractions = 3; ///< Q8
constexpr std::size_t maxQuoteBytes = 400;
constexpr std::size_t maxFoundInText = 20;

template <std::size_t N> bool isAny(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 22> owners
    = {"my", "our", "the", "their", "mein", "meine", "meinem", "meinen", "meiner", "meines", "unser", "unsere",
        "unserem", "unseren", "unserer", "unseres", "der", "die", "das", "dem", "den", "des"};

/// One mention in a sentence: tokens [first, last).
struct Found {
    std::size_t first = 0, last = 0;
    std::string relationship;
};

class Patterns {
public:
    explicit Patterns(const Tokens& tokens)
        : m_tokens(tokens)
    {
    }

    [[nodiscard]] std::optional<Found> at(std::size_t i) const
    {
        if (i >= m_tokens.size() || m_tokens[i].kind != TokenKind::word)
            return std::nullopt;
        for (const auto& found : {manager(i), executive(i), germanPeer(i), peer(i), department(i)})
            if (found)
                return found;
        return std::nullopt;
    }

private:
    [[nodiscard]] bool word(std::size_t i) const { return i < m_tokens.size() && m_tokens[i].kind == TokenKind::word; }
    template <std::size_t N> [[nodiscard]] bool any(std::size_t i, const std::array<std::string_view, N>& words) const
    {
        return word(i) && isAny(m_tokens.folded(i), words);
    }
    [[nodiscard]] std::string_view source(std::size_t i) const
    {
        return m_tokens.source().substr(m_tokens[i].begin, m_tokens[i].end - m_tokens[i].begin);
    }

    /// "my boss", "mein Vorgesetzter".
    [[nodiscard]] std::optional<Found> manager(std::size_t i) const
    {
        static constexpr std::array<std::string_view, 7> my
            = {"my", "mein", "meine", "meinem", "meinen", "meiner", "meines"};
        static constexpr std::array<std::string_view, 24> managers = {"boss", "manager", "lead", "supervisor",
            "superior", "chef", "chefin", "vorgesetzter", "vorgesetzte", "vorgesetzten", "teamleiter", "teamleiterin",
            "teamlead", "abteilungsleiter", "abteilungsleiterin", "managerin", "gruppenleiter", "gruppenleiterin",
            "chefs", "bereichsleiter", "bereichsleiterin", "fuehrungskraft", "teamchef", "teamchefin"};
        static constexpr std::array<std::string_view, 12> kinds = {"line", "team", "direct", "department", "general",
            "area", "project", "product", "direkter", "direkte", "direkten", "own"};
        static constexpr std::array<std::string_view, 4> notPeople = {"time", "times", "generation", "list"};
        if (!any(i, my))
            return std::nullopt;
        const auto noun = any(i + 1, kinds) ? i + 2 : i + 1;
        if (!any(noun, managers) || (m_tokens.is(noun, "lead") && any(noun + 1, notPeople)))
            return std::nullopt;
        return Found {i, noun + 1, "direct manager"};
    }

    /// "our CFO", "the head of finance", "unsere Leiterin des Einkaufs".
    [[nodiscard]] std::optional<Found> executive(std::size_t i) const
    {
        static constexpr std::array<std::string_view, 16> before = {"our", "my", "the", "unser", "unsere", "unserem",
            "unseren", "unserer", "mein", "meine", "meinem", "meinen", "der", "die", "dem", "den"};
        if (!any(i, before))
            return std::nullopt;
        const auto end = titleFrom(i + 1);
        return end > i + 1 ? std::optional(Found {i, end, "executive"}) : std::nullopt;
    }

    /// The token behind the title that starts at `i`, or `i`.
    [[nodiscard]] std::size_t titleFrom(std::size_t i) const
    {
        static constexpr std::array<std::string_view, 26> whole = {"ceo", "cfo", "cto", "cio", "coo", "cmo", "ciso",
            "cpo", "cro", "chro", "cdo", "cso", "geschaeftsfuehrer", "geschaeftsfuehrerin", "geschaeftsfuehrung",
            "vorstand", "vorstandschef", "finanzchef", "finanzchefin", "finanzvorstand", "technikchef",
            "technikvorstand", "einkaufsleiter", "einkaufsleiterin", "vertriebsleiter", "vertriebsleiterin"};
        static constexpr std::array<std::string_view, 8> more = {"werksleiter", "werksleiterin", "produktionsleiter",
            "produktionsleiterin", "vorstandes", "vorstands", "prokurist", "prokuristin"};
        static constexpr std::array<std::string_view, 3> presidents = {"vp", "evp", "svp"};
        static constexpr std::array<std::string_view, 2> heads = {"head", "director"};
        static constexpr std::array<std::string_view, 2> leaders = {"leiter", "leiterin"};
        static constexpr std::array<std::string_view, 3> germanOf = {"der", "des", "von"};
        if (any(i, whole) || any(i, more))
            return i + 1;
        if (m_tokens.is(i, "it") && any(i + 1, leaders))
            return i + 2;
        if (m_tokens.is(i, "managing") && m_tokens.is(i + 1, "director"))
            return i + 2;
        if (m_tokens.is(i, "chief") && m_tokens.is(i + 2, "officer"))
            return i + 3;
        if (any(i, presidents) || (m_tokens.is(i, "vice") && m_tokens.is(i + 1, "president"))) {
            const auto behind = any(i, presidents) ? i + 1 : i + 2;
            if (m_tokens.is(behind, "of"))
                return fieldFrom(behind + 1, behind);
            return word(behind) && m_tokens[behind].capital ? fieldFrom(behind, behind) : behind;
        }
        if (any(i, heads) && m_tokens.is(i + 1, "of"))
            return fieldFrom(i + 2, i);
        if (any(i, leaders) && any(i + 1, germanOf))
            return fieldFrom(i + 2, i);
        return i;
    }

    /// Behind the field of a title ("Finance", "IT Operations", "sales and marketing"); `none` if there is no word.
    [[nodiscard]] std::size_t fieldFrom(std::size_t i, std::size_t none) const
    {
        if (m_tokens.is(i, "the") || m_tokens.is(i, "our"))
            ++i;
        if (!word(i))
            return none;
        auto end = i + 1;
        const bool named = m_tokens[i].capital;
        for (int more = 0; more < 2; ++more) {
            if (word(end) && (isField(end) || (named && m_tokens[end].capital)))
                ++end;
            else if ((m_tokens.is(end, "and") || m_tokens.is(end, "&") || m_tokens.is(end, "und")) && word(end + 1)
                && (isField(end + 1) || (named && m_tokens[end + 1].capital)))
                end += 2;
            else
                break;
        }
        return end;
    }

    /// A department that a person can be from.
    [[nodiscard]] bool isField(std::size_t i) const
    {
        static constexpr std::array<std::string_view, 24> fields
            = {"finance", "legal", "procurement", "security", "hr", "operations", "sales", "marketing", "engineering",
                "purchasing", "controlling", "compliance", "accounting", "logistics", "quality", "production",
                "support", "ops", "infosec", "development", "research", "treasury", "manufacturing", "audit"};
        return any(i, fields) || isIt(i);
    }
    /// "IT", not "it".
    [[nodiscard]] bool isIt(std::size_t i) const { return word(i) && source(i) == "IT"; }

    /// "legal team", "IT department", "Rechtsabteilung".
    [[nodiscard]] std::optional<Found> department(std::size_t i) const
    {
        static constexpr std::array<std::string_view, 10> departments = {"finance", "legal", "procurement", "security",
            "hr", "operations", "compliance", "purchasing", "accounting", "controlling"};
        static constexpr std::array<std::string_view, 5> kinds = {"team", "teams", "department", "departments", "dept"};
        static constexpr std::array<std::string_view, 16> german
            = {"rechtsabteilung", "finanzabteilung", "einkaufsabteilung", "personalabteilung", "sicherheitsabteilung",
                "finanzteam", "einkaufsteam", "rechtsteam", "sicherheitsteam", "compliance-abteilung", "buchhaltung",
                "itabteilung", "rechtsabteilungen", "controllingabteilung", "datenschutzabteilung", "revision"};
        if (any(i, german))
            return Found {i, i + 1, "other department"};
        if (isIt(i) && m_tokens.is(i + 1, "abteilung"))
            return Found {i, i + 2, "other department"};
        if ((any(i, departments) || isIt(i)) && any(i + 1, kinds))
            return Found {i, i + 2, "other department"};
        return std::nullopt;
    }

    /// Not a person although it starts with a capital: the first word of a sentence, a title, a tool.
    [[nodiscard]] bool isName(std::size_t i) const
    {
        static constexpr std::array<std::string_view, 60> others = {"someone", "somebody", "anyone", "anybody",
            "everyone", "everybody", "nobody", "people", "person", "colleague", "colleagues", "folks", "staff",
            "members", "team", "teams", "head", "director", "vp", "manager", "lead", "chief", "officer", "department",
            "data", "numbers", "figures", "approval", "approvals", "feedback", "input", "questions", "question",
            "pressure", "requests", "request", "reports", "report", "help", "support", "invoices", "orders", "most",
            "some", "many", "all", "none", "both", "each", "others", "word", "news", "budget", "money", "files",
            "excel", "salesforce", "sharepoint", "part", "president"};
        static constexpr std::array<std::string_view, 22> starts
            = {"ask", "let", "call", "tell", "contact", "talk", "invite", "include", "meet", "write", "send", "copy",
                "involve", "maybe", "perhaps", "yes", "hello", "hi", "dear", "hey", "since", "yesterday"};
        static constexpr std::array<std::string_view, 34> words
            = {"one", "two", "three", "more", "anything", "nothing", "something", "everything", "and", "but", "so",
                "we", "he", "she", "they", "it", "that", "this", "those", "these", "what", "which", "who", "only",
                "also", "just", "not", "even", "costs", "work", "works", "back", "outlook", "slack"};
        if (!word(i) || !m_tokens[i].capital || isAny(m_tokens.folded(i), others) || isAny(m_tokens.folded(i), words)
            || isField(i) || text::isStopWord(m_tokens.folded(i)) || (i == 0 && isAny(m_tokens.folded(i), starts)))
            return false;
        const auto text = source(i);
        return text.size() > 1 && !(text[1] >= 'A' && text[1] <= 'Z'); // no "CRM in operations"
    }

    /// "Nadia from legal", "Omar Haddad in the finance team".
    [[nodiscard]] std::optional<Found> peer(std::size_t i) const
    {
        static constexpr std::array<std::string_view, 3> links = {"from", "in", "of"};
        static constexpr std::array<std::string_view, 3> articles = {"the", "our", "their"};
        static constexpr std::array<std::string_view, 3> kinds = {"team", "department", "dept"};
        if (!isName(i))
            return std::nullopt;
        auto at = i + 1;
        if (isName(at))
            ++at;
        if (!any(at, links))
            return std::nullopt;
        ++at;
        if (any(at, articles))
            ++at;
        if (!isField(at))
            return std::nullopt;
        const auto end = any(at + 1, kinds) ? at + 2 : at + 1;
        return Found {i, end, "peer in " + std::string(source(at))};
    }

    /// "Frau Weber aus dem Einkauf": where every noun has a capital, a name needs its Frau or Herr.
    [[nodiscard]] std::optional<Found> germanPeer(std::size_t i) const
    {
        static constexpr std::array<std::string_view, 3> forms = {"frau", "herr", "herrn"};
        static constexpr std::array<std::string_view, 4> links = {"aus", "von", "vom", "im"};
        static constexpr std::array<std::string_view, 7> articles
            = {"dem", "der", "den", "unserem", "unserer", "unseren", "des"};
        static constexpr std::array<std::string_view, 22> fields = {"einkauf", "vertrieb", "recht", "rechtsabteilung",
            "finanzen", "finanzabteilung", "buchhaltung", "controlling", "personal", "personalabteilung", "produktion",
            "logistik", "qualitaetssicherung", "fachabteilung", "compliance", "marketing", "entwicklung",
            "einkaufsabteilung", "revision", "datenschutz", "technik", "hr"};
        if (!any(i, forms) || !m_tokens[i].capital || !word(i + 1) || !m_tokens[i + 1].capital)
            return std::nullopt;
        auto at = i + 2;
        if (word(at) && m_tokens[at].capital && any(at + 1, links))
            ++at;
        if (!any(at, links))
            return std::nullopt;
        ++at;
        if (any(at, articles))
            ++at;
        if (isIt(at) && m_tokens.is(at + 1, "abteilung"))
            return Found {i, at + 2, "peer in IT"};
        if (!any(at, fields) && !isIt(at))
            return std::nullopt;
        return Found {i, at + 1, "peer in " + std::string(source(at))};
    }

    const Tokens& m_tokens;
};

/// "our CFO" is "your CFO" where we ask about them, "IT team" is "your IT team".
std::string asWeSay(std::string_view mention, std::string_view relationship, bool german)
{
    const auto space = mention.find(' ');
    const auto first = text::foldToken(mention.substr(0, space));
    const auto rest = std::string(space == std::string_view::npos ? std::string_view() : mention.substr(space));
    if (relationship == "other department")
        return (german ? "Ihre " : "your ") + std::string(mention);
    if (!german)
        return first == "my" || first == "our" ? "your" + rest : first == "the" ? "the" + rest : std::string(mention);
    if (first == "meine" || first == "unsere" || first == "meiner" || first == "unserer")
        return "Ihre" + rest;
    if (first.starts_with("mein") || first.starts_with("unser"))
        return "Ihr" + rest;
    if (first == "dem" || first == "den" || first == "der")
        return "der" + rest;
    return first == "die" ? "die" + rest : std::string(mention);
}

std::string approachFor(const ExpansionTrigger& trigger, bool german)
{
    const auto name = asWeSay(trigger.mentionedNameOrRole, trigger.relationshipToContact, german);
    return german ? "Wie erlebt " + name + " das?" : "How does " + name + " experience this?";
}

int leavingOrder(ExpansionStatus status)
{
    return status == ExpansionStatus::dismissed ? 0 : status == ExpansionStatus::contacted ? 1 : 2;
}

bool leavesBefore(const ExpansionTrigger& a, const ExpansionTrigger& b)
{
    const auto order = leavingOrder(a.status);
    const auto other = leavingOrder(b.status);
    return order != other ? order < other
                          : a.lastMentionedAt.value_or(Timestamp::min()) < b.lastMentionedAt.value_or(Timestamp::min());
}

/// The person in "Nadia from legal": what stands before the department.
std::string_view personIn(std::string_view mention)
{
    for (const std::string_view link : {" from ", " in ", " of ", " aus ", " von ", " vom ", " im "})
        if (const auto at = mention.find(link); at != std::string_view::npos)
            return mention.substr(0, at);
    return mention;
}
}

Urgency adjustUrgency(Urgency urgency, int interactionCount, EngagementSignal latest)
{
    if (latest == EngagementSignal::resistant)
        return Urgency::afterTrustBuilds;
    return urgency == Urgency::immediate && interactionCount < earlyInteractions ? Urgency::nextConversation : urgency;
}

std::string mentionKey(std::string_view mention)
{
    auto key = nameKey(mention);
    const auto space = key.find(' ');
    if (space != std::string::npos && isAny(std::string_view(key).substr(0, space), owners))
        return key.substr(space + 1);
    return key;
}

bool isKnownPerson(std::string_view mention, const std::vector<std::string>& known)
{
    const auto key = mentionKey(mention);
    const bool owned = key != nameKey(mention); // "our head of finance" is a role
    auto person = owned ? key : mentionKey(personIn(mention));
    for (const std::string_view form : {"frau ", "herr ", "herrn ", "mr ", "mrs ", "ms ", "dr "})
        if (person.starts_with(form))
            person = person.substr(form.size());
    const bool oneWord = person.find(' ') == std::string::npos;
    return std::any_of(known.begin(), known.end(), [&](const std::string& each) {
        const auto name = mentionKey(each);
        if (name.empty())
            return false;
        if (name == key || name == person)
            return true;
        const auto words = splitView(name, ' ');
        return oneWord && words.size() > 1 && (words.front() == person || words.back() == person);
    });
}

bool isUniqueRole(std::string_view title)
{
    const auto role = "the " + std::string(title);
    const Tokens tokens(role);
    const auto found = Patterns(tokens).at(0);
    return found && found->relationship == "executive" && found->last == tokens.size();
}

std::vector<ExpansionTrigger> mergeExpansion(std::vector<ExpansionTrigger> stored,
    const std::vector<ExpansionTrigger>& incoming, const std::vector<std::string>& known, Timestamp now)
{
    for (const auto& trigger : incoming) {
        const auto key = mentionKey(trigger.mentionedNameOrRole);
        if (key.empty() || isKnownPerson(trigger.mentionedNameOrRole, known))
            continue;
        const auto same = std::find_if(stored.begin(), stored.end(),
            [&](const ExpansionTrigger& each) { return mentionKey(each.mentionedNameOrRole) == key; });
        if (same == stored.end()) {
            stored.push_back(trigger);
            stored.back().lastMentionedAt = now;
            continue;
        }
        same->mentionCount = std::min(same->mentionCount, 999'999'999) + 1;
        same->lastMentionedAt = now;
        same->urgency = trigger.urgency;
        if (!trigger.contextQuote.empty())
            same->contextQuote = trigger.contextQuote;
    }
    while (stored.size() > maxStored)
        stored.erase(std::min_element(stored.begin(), stored.end(), leavesBefore));
    return stored;
}

std::vector<ExpansionTrigger> localExpansion(std::string_view text, const std::vector<std::string>& known)
{
    const auto newest = newestPart(text);
    const auto engagement = detectEngagement(newest);
    const bool opensUp
        = engagement == EngagementSignal::highEnergy || engagement == EngagementSignal::emotionalLanguage;
    const bool german = text::guessLanguage(newest) == "de";
    std::vector<ExpansionTrigger> triggers;
    std::vector<std::string> keys;
    for (const auto& range : text::sentences(newest)) {
        const auto sentence = range.in(newest);
        const Tokens tokens(sentence);
        const Patterns patterns(tokens);
        for (std::size_t at = 0; at < tokens.size();) {
            const auto found = patterns.at(at);
            if (!found) {
                ++at;
                continue;
            }
            at = found->last;
            ExpansionTrigger trigger;
            trigger.mentionedNameOrRole = std::string(
                sentence.substr(tokens[found->first].begin, tokens[found->last - 1].end - tokens[found->first].begin));
            const auto key = mentionKey(trigger.mentionedNameOrRole);
            if (triggers.size() >= maxFoundInText || std::find(keys.begin(), keys.end(), key) != keys.end()
                || isKnownPerson(trigger.mentionedNameOrRole, known))
                continue;
            keys.push_back(key);
            trigger.relationshipToContact = found->relationship;
            trigger.contextQuote = std::string(cutAtCodePoint(sentence, maxQuoteBytes));
            trigger.expansionApproach = approachFor(trigger, german);
            trigger.urgency = opensUp ? Urgency::immediate : Urgency::nextConversation;
            triggers.push_back(std::move(trigger));
        }
    }
    return triggers;
}

std::vector<ExpansionTrigger> acceptTriggers(std::string_view text, const std::vector<ExpansionTrigger>& triggers)
{
    const text::QuoteFinder finder(text);
    std::vector<ExpansionTrigger> accepted;
    std::copy_if(triggers.begin(), triggers.end(), std::back_inserter(accepted),
        [&](const ExpansionTrigger& trigger) { return finder.find(trigger.contextQuote).has_value(); });
    return accepted;
}
}
