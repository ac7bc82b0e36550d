// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/draft_review.hpp"

#include "core/base/text.hpp"
#include "core/rules/text/amount.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace agentarmy::sales {
namespace {
using text::Range;
using text::TokenKind;
using text::Tokens;
using Texts = std::initializer_list<std::string_view>;

bool isAny(std::string_view word, Texts words) { return std::find(words.begin(), words.end(), word) != words.end(); }

bool phraseAt(const Tokens& tokens, std::size_t at, Texts phrase)
{
    for (const auto word : phrase)
        if (!tokens.is(at++, word))
            return false;
    return true;
}

std::optional<Range> placeholder(std::string_view body)
{
    for (std::size_t at = 0; at < body.size(); ++at) {
        const char c = body[at];
        if (c == '[') {
            const auto end = body.substr(0, std::min(body.size(), at + 82)).find(']', at);
            if (end != std::string_view::npos && end - at > 1 && end - at <= 80) {
                const auto inner = body.substr(at + 1, end - at - 1);
                const bool footnote
                    = std::all_of(inner.begin(), inner.end(), [](char x) { return x >= '0' && x <= '9'; });
                if (!footnote && inner.find('\n') == std::string_view::npos)
                    return Range {at, end + 1};
            }
        } else if (c == '{' && body.substr(at, 2) == "{{") {
            const auto end = body.substr(0, std::min(body.size(), at + 200)).find("}}", at);
            if (end != std::string_view::npos)
                return Range {at, end + 2};
        } else if (c == '<') {
            const auto end = body.substr(0, std::min(body.size(), at + 42)).find('>', at);
            if (end != std::string_view::npos && end > at + 1) {
                const auto inner = body.substr(at + 1, end - at - 1);
                const bool name = std::all_of(inner.begin(), inner.end(), [](char x) {
                    return (x >= 'a' && x <= 'z') || (x >= 'A' && x <= 'Z') || x == ' ' || x == '_' || x == '-';
                });
                if (name)
                    return Range {at, end + 1};
            }
        }
    }
    const Tokens tokens(body);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (tokens.is(i, "lorem") || tokens.is(i, "tbd"))
            return Range {tokens[i].begin, tokens[i].end};
    return std::nullopt;
}

std::optional<Range> humanClaim(const Tokens& tokens)
{
    static const std::vector<std::vector<std::string_view>> claims
        = {{"i", "am", "human"}, {"i", "am", "a", "human"}, {"i", "am", "a", "real"}, {"i", "'m", "human"},
            {"i", "'m", "a", "human"}, {"i", "'m", "a", "real"}, {"i", "am", "a", "person"}, {"i", "'m", "a", "person"},
            {"not", "a", "bot"}, {"not", "a", "robot"}, {"not", "a", "machine"}, {"not", "an", "ai"}, {"not", "ai"},
            {"not", "a", "chatbot"}, {"not", "a", "computer"}, {"not", "software"}, {"not", "an", "automated"},
            {"no", "bot"}, {"no", "robot"}, {"no", "ai"}, {"ich", "bin", "ein", "mensch"}, {"kein", "bot"},
            {"kein", "roboter"}, {"keine", "ki"}, {"kein", "chatbot"}, {"keine", "maschine"}, {"kein", "computer"},
            {"kein", "computerprogramm"}, {"ein", "echter", "mensch"}, {"eine", "echte", "person"}, {"real", "human"},
            {"as", "a", "human"}, {"actual", "human"}, {"human", "being", "like"}};
    for (std::size_t i = 0; i < tokens.size(); ++i)
        for (const auto& claim : claims) {
            bool same = true;
            for (std::size_t k = 0; same && k < claim.size(); ++k)
                same = tokens.is(i + k, claim[k]);
            if (!same)
                continue;
            const bool denied
                = i >= 1 && (tokens.is(i - 1, "not") || tokens.is(i - 1, "nicht")) && !tokens.is(i, "not");
            if (!denied)
                return Range {tokens[i].begin, tokens[i + claim.size() - 1].end};
        }
    return std::nullopt;
}

/// A discount, rebate, percent off or free period that is offered, not one that is spoken of.
std::optional<Range> discountOffer(std::string_view body)
{
    for (const auto& sentence : text::sentences(body)) {
        const Tokens tokens(sentence.in(body));
        bool denied = false;
        bool offering = false;
        bool theirs = false;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const auto word = tokens.folded(i);
            denied
                = denied || isAny(word, {"not", "no", "never", "kein", "keine", "keinen", "nicht", "without", "ohne"});
            offering = offering
                || isAny(word,
                    {"offer", "offering", "give", "giving", "get", "can", "could", "will", "'ll", "include", "includes",
                        "happy", "grant", "apply", "with", "biete", "bieten", "geben", "gebe", "gewaehre", "gewaehren",
                        "koennen", "kann", "erhalten", "bekommen", "schenken", "special", "save"});
            theirs = theirs || (word == "you" && (tokens.is(i + 1, "asked") || tokens.is(i + 1, "mentioned")))
                || (word == "your" && tokens.is(i + 1, "question"));
        }
        if (denied)
            continue;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const auto word = tokens.folded(i);
            const auto at = [&](std::size_t last) {
                return Range {
                    sentence.begin + tokens[i].begin, sentence.begin + tokens[std::min(last, tokens.size() - 1)].end};
            };
            const bool percent = word == "%" || word == "percent" || word == "prozent";
            if (percent
                && isAny(i + 1 < tokens.size() ? tokens.folded(i + 1) : "",
                    {"off", "discount", "rabatt", "nachlass", "rebate", "guenstiger", "less", "cheaper", "reduction"})
                && !(theirs && tokens.is(i + 1, "less")) && !tokens.is(i + 1, "less"))
                return at(i + 1);
            if (isAny(word,
                    {"discount", "discounts", "discounted", "rebate", "rebates", "rabatt", "rabatte", "nachlass",
                        "preisnachlass", "skonto", "sonderkondition", "sonderkonditionen"})
                && offering && !theirs)
                return at(i);
            if ((word == "free" || word == "kostenlos" || word == "kostenlose" || word == "kostenlosen"
                    || word == "kostenfrei" || word == "gratis")
                && isAny(i + 1 < tokens.size() ? tokens.folded(i + 1) : "",
                    {"month", "months", "week", "weeks", "year", "trial", "period", "quarter", "monat", "monate",
                        "testphase", "testen", "testmonat", "jahr", "woche", "wochen"}))
                return at(i + 1);
            if (word == "free" && phraseAt(tokens, i, {"free", "of", "charge"}))
                return at(i + 2);
            if (isAny(word, {"month", "months", "monat", "monate", "quarter", "year"}) && i + 1 < tokens.size()
                && isAny(tokens.folded(i + 1), {"free", "gratis", "kostenlos", "kostenfrei"}))
                return at(i + 1);
        }
    }
    return std::nullopt;
}

struct Figure {
    double value = 0;
    Range range;
};
/// Money, percentages and counts of a text; no times, dates, years, list numbers or ordinals.
std::vector<Figure> figures(std::string_view source, bool claimsOnly)
{
    std::vector<Figure> found;
    const Tokens tokens(source);
    const auto money = text::amounts(tokens);
    for (const auto& each : money) {
        found.push_back({each.amount.high, each.amount.range});
        if (each.amount.low != each.amount.high)
            found.push_back({each.amount.low, each.amount.range});
    }
    static constexpr std::array<std::string_view, 23> months
        = {"jan", "january", "januar", "feb", "february", "februar", "march", "maerz", "apr", "april", "may", "mai",
            "june", "juni", "july", "juli", "aug", "august", "september", "october", "oktober", "november", "dezember"};
    const auto isMonth = [&](std::size_t i) {
        return i < tokens.size()
            && (std::find(months.begin(), months.end(), tokens.folded(i)) != months.end() || tokens.is(i, "december")
                || tokens.is(i, "sept"));
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool inMoney = std::any_of(
            money.begin(), money.end(), [&](const auto& each) { return each.first <= i && i < each.last; });
        if (inMoney)
            continue;
        const auto number = text::numberAt(tokens, i);
        if (!number)
            continue;
        const auto next = number->last < tokens.size() ? tokens.folded(number->last) : std::string_view();
        const bool percent = next == "%" || next == "percent" || next == "prozent";
        const bool word = tokens[i].kind == TokenKind::word;
        if (claimsOnly) {
            if (word && !percent && number->value < 20)
                continue; // "two things", "one question"
            const bool year
                = !word && number->value >= 1900 && number->value < 2100 && tokens.folded(i).size() == 4 && !percent;
            const bool date = isMonth(number->last) || (i > 0 && isMonth(i - 1))
                || (next == "." && isMonth(number->last + 1)) || (next == "of" && isMonth(number->last + 1));
            const bool time
                = isAny(next, {"am", "pm", "uhr", "o'clock"}) || (next == "/" || (i > 0 && (tokens.is(i - 1, "/"))));
            const bool list = tokens[i].newline && (next == "." || next == ")");
            const bool talk = number->value <= 60 && isAny(next, {"minute", "minutes", "min", "minuten"});
            const bool ordinal = !word && tokens.folded(i).find('.') != std::string_view::npos
                && std::count(tokens.folded(i).begin(), tokens.folded(i).end(), '.') == 2;
            const bool hash = i > 0 && (tokens.is(i - 1, "#") || tokens.is(i - 1, "kw") || tokens.is(i - 1, "week"));
            const bool address = i > 0 && tokens[i].begin > 0
                && (source[tokens[i].begin - 1] == '/' || source[tokens[i].begin - 1] == '.'
                    || source[tokens[i].begin - 1] == '_');
            if (year || date || time || list || talk || ordinal || hash || address) {
                i = number->last - 1;
                continue;
            }
        }
        found.push_back({number->value, {tokens[i].begin, tokens[number->last - 1].end}});
        i = number->last - 1;
    }
    std::sort(
        found.begin(), found.end(), [](const Figure& a, const Figure& b) { return a.range.begin < b.range.begin; });
    return found;
}

std::optional<Range> ungroundedFigure(std::string_view body, std::string_view grounds)
{
    const auto claimed = figures(body, true);
    if (claimed.empty())
        return std::nullopt;
    const auto known = figures(grounds, false);
    for (const auto& claim : claimed)
        if (std::none_of(known.begin(), known.end(), [&](const Figure& fact) {
                return std::abs(fact.value - claim.value) < 1e-6 * std::max(1.0, std::abs(claim.value));
            }))
            return claim.range;
    return std::nullopt;
}

std::optional<Range> wrongGreeting(std::string_view body, std::string_view contactName)
{
    std::vector<std::string> known;
    const Tokens names(contactName);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i].kind == TokenKind::word)
            known.emplace_back(names.folded(i));
    if (known.empty())
        return std::nullopt;
    const Tokens tokens(body.substr(0, 300));
    std::size_t i = 0;
    if (tokens.size() < 2
        || !isAny(tokens.folded(0),
            {"hi", "hello", "dear", "hey", "good", "hallo", "liebe", "lieber", "sehr", "guten", "moin", "servus",
                "greetings", "hiya"}))
        return std::nullopt;
    ++i;
    while (i < tokens.size()
        && isAny(tokens.folded(i),
            {"morning", "afternoon", "evening", "day", "geehrte", "geehrter", "tag", "morgen", "abend", "liebe",
                "lieber", "again"}))
        ++i;
    std::optional<Range> range;
    for (; i < tokens.size() && i < 12; ++i) {
        if (tokens[i].kind == TokenKind::punct) {
            if (tokens.is(i, "."))
                continue; // "Dr."
            break;
        }
        if (tokens[i].newline)
            break;
        const auto word = tokens.folded(i);
        if (isAny(word,
                {"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "frau", "herr", "herrn", "and", "und", "sir",
                    "madam", "or", "damen", "herren", "all", "team", "there", "everyone", "everybody", "zusammen",
                    "colleagues", "kollegen", "friends", "folks", "both", "the", "from"}))
            continue;
        if (!tokens[i].capital)
            return std::nullopt; // no name: "hi just a quick note"
        if (std::any_of(known.begin(), known.end(), [&](const auto& name) { return name == word; }))
            return std::nullopt;
        if (!range)
            range = Range {tokens[i].begin, tokens[i].end};
        else
            range->end = tokens[i].end;
    }
    return range;
}

std::optional<Range> unknownLink(std::string_view body, const std::vector<std::string>& knownHosts)
{
    const auto lower = asciiLower(body);
    for (std::size_t at = 0; at < lower.size();) {
        const auto scheme = lower.find("://", at);
        const auto www = lower.find("www.", at);
        const auto next = std::min(scheme, www);
        if (next == std::string::npos)
            return std::nullopt;
        std::size_t begin = next;
        auto host = next;
        if (next == scheme) {
            while (begin > 0 && lower[begin - 1] >= 'a' && lower[begin - 1] <= 'z' && next - begin < 10)
                --begin;
            host = next + 3;
        } else if (next > 0
            && ((lower[next - 1] >= 'a' && lower[next - 1] <= 'z') || lower[next - 1] == '@'
                || lower[next - 1] == '.')) {
            at = next + 4;
            continue;
        }
        auto end = lower.find_first_of(" \t\r\n/?#\"'<>),;", host);
        end = end == std::string::npos ? lower.size() : end;
        auto name = lower.substr(host, end - host);
        if (const auto user = name.rfind('@'); user != std::string::npos)
            name = name.substr(user + 1);
        if (const auto port = name.find(':'); port != std::string::npos)
            name.resize(port);
        while (!name.empty() && name.back() == '.')
            name.pop_back();
        if (name.starts_with("www."))
            name = name.substr(4);
        const bool known = std::any_of(knownHosts.begin(), knownHosts.end(), [&](const auto& each) {
            auto wanted = asciiLower(trimView(each));
            if (wanted.starts_with("www."))
                wanted = wanted.substr(4);
            return !wanted.empty() && (name == wanted || name.ends_with("." + wanted));
        });
        auto linkEnd = lower.find_first_of(" \t\r\n\"'<>", host);
        linkEnd = linkEnd == std::string::npos ? lower.size() : linkEnd;
        if (!known && !name.empty())
            return Range {begin, linkEnd};
        at = std::max(linkEnd, next + 3);
    }
    return std::nullopt;
}
}

int wordLimit(PersonaType persona, Channel channel, bool isReply)
{
    const auto by = [&](int ic, int manager, int cSuite) {
        return persona == PersonaType::ic ? ic : persona == PersonaType::manager ? manager : cSuite;
    };
    if (channel == Channel::chat)
        return by(80, 80, 50);
    return isReply ? by(120, 150, 80) : by(200, 250, 120);
}

std::vector<DraftFinding> reviewDraft(const DraftReviewInput& input)
{
    std::vector<DraftFinding> findings;
    const std::string_view body = input.body;
    const auto add = [&](std::string code, bool block, std::string remedy, std::optional<Range> where = std::nullopt) {
        findings.push_back({.code = std::move(code),
            .severity = block ? "block" : "warn",
            .text = std::move(remedy),
            .begin = where ? std::int64_t(where->begin) : 0,
            .end = where ? std::int64_t(where->end) : 0});
    };
    if (trimView(body).empty())
        add("empty", true, "The draft says nothing. Write something or discard it.");
    const int limit = wordLimit(input.persona, input.channel, input.isReply);
    if (const auto words = text::words(body); int(words.size()) > limit)
        add("too_long", false,
            std::to_string(words.size()) + " words; this reader gets at most " + std::to_string(limit)
                + ". Shorten it.",
            Range {words[std::size_t(limit)].begin, body.size()});
    std::vector<Range> questions;
    std::optional<Range> why;
    for (const auto& sentence : text::sentences(body)) {
        if (!text::isQuestion(sentence.in(body)))
            continue;
        questions.push_back(sentence);
        const Tokens tokens(sentence.in(body));
        std::size_t first = 0;
        while (first < tokens.size() && tokens[first].kind == TokenKind::punct)
            ++first;
        if (!why && first < tokens.size() && isAny(tokens.folded(first), {"why", "warum", "wieso", "weshalb"}))
            why = sentence;
    }
    if (questions.size() > 1)
        add("too_many_questions", false, "Ask one question and keep the others for later.", questions[1]);
    if (why)
        add("why_question", false, "\"Why\" sounds like blame. Ask with how or what.", why);
    if (input.channel == Channel::email) {
        if (!input.subject || trimView(*input.subject).empty())
            add("subject_missing", true, "Give the mail a subject.");
        else if (codePointCount(*input.subject) > 78)
            add("subject_too_long", false, "Keep the subject within 78 characters.");
    }
    auto left = placeholder(body);
    if (left)
        add("placeholder_left", true, "Fill in or take out " + std::string(left->in(body)) + ".", left);
    else if (input.subject && placeholder(*input.subject))
        add("placeholder_left", true, "Fill in or take out the placeholder in the subject.");
    if (const auto claim = humanClaim(Tokens(body)))
        add("denies_being_ai", true, "The agent does not hide that it is software. Take the claim out.", claim);
    if (auto offer = discountOffer(body))
        add("discount_offered", true,
            "Only a person may offer a discount or a free period. Take it out or approve it yourself.", offer);
    if (const auto figure = ungroundedFigure(body, input.grounds))
        add("ungrounded_number", true,
            "No source says " + std::string(figure->in(body)) + ". Name the source or take it out.", figure);
    if (const auto name = wrongGreeting(body, input.contactName))
        add("wrong_recipient_name", true,
            "The greeting names " + std::string(name->in(body)) + ", but this goes to " + input.contactName + ".",
            name);
    if (const auto link = unknownLink(body, input.knownHosts))
        add("unknown_link", true,
            "This link leads to a host that is not ours nor a source's. Take it out or approve it yourself.", link);
    return findings;
}

bool blocks(const std::vector<DraftFinding>& findings)
{
    return std::any_of(
        findings.begin(), findings.end(), [](const DraftFinding& finding) { return finding.severity == "block"; });
}
}
