// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/inbound.hpp"

#include "core/base/text.hpp"
#include "core/rules/text/tokens.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::sales {
namespace {
constexpr std::size_t maxTextBytes = 1 << 20;
using Texts = std::initializer_list<std::string_view>;

bool containsAny(std::string_view text, Texts needles)
{
    return std::any_of(
        needles.begin(), needles.end(), [&](auto needle) { return text.find(needle) != std::string_view::npos; });
}
bool startsWithAny(std::string_view text, Texts prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(), [&](auto prefix) { return text.starts_with(prefix); });
}
bool containsDigit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view header(const MailHeaders& headers, std::string_view name)
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : trimView(found->second);
}

/// A line without leading emphasis marks, folded.
std::string foldedLine(std::string_view line)
{
    line = trimView(line);
    while (!line.empty() && line.front() == '*')
        line.remove_prefix(1);
    return text::foldToken(line.substr(0, 400));
}

/// "On Mon, 3 Feb 2026, Kim <kim@a.example> wrote:" and the same of other mail programs; one line, or two or three
/// joined.
bool isAttribution(const std::string& line)
{
    if (line.size() > 600)
        return false;
    const auto end = line.find_last_not_of(" *\xC2\xA0");
    const bool colon = end != std::string::npos && (line[end] == ':' || line.ends_with("\xEF\xBC\x9A"));
    if (!colon)
        return false;
    const auto verb = [&](Texts verbs) { return containsAny(line, verbs); };
    if (line.starts_with("on ") && verb({" wrote:", "wrote :", " wrote\n", "schrieb:"}))
        return true;
    if (line.starts_with("am ") && verb({" schrieb", " hat "})
        && (containsDigit(line) || line.find('@') != std::string::npos))
        return true;
    if (startsWithAny(line,
            {"le ", "el ", "il ", "il giorno ", "em ", "op ", "den ", "a ", "no dia ", "dnia ", "w dniu ", "pe ", "ke ",
                "ma ", "ti ", "to ", "la ", "su ", "pon.", "wt.", "sr.", "czw.", "pt.", "sob.", "niedz.", "fre ", "tir",
                "man", "ons", "tor", "lor", "son"})
        && verb({" a ecrit", " escribio", " ha scritto", " escreveu", " schreef", " skrev", " kirjoitti", " napisal",
            " heeft "}))
        return true;
    if (!containsDigit(line))
        return false;
    if (verb({" schrieb am ", " schreef op ", " skrev den ", " kirjoitti", " napisal(a)", " napisala",
            " napisal:", " het volgende geschreven"}))
        return true;
    const bool japaneseDate = line.find("\xE5\xB9\xB4") != std::string::npos
        && line.find("\xE6\x9C\x88") != std::string::npos
        && line.find("\xE6\x97\xA5") != std::string::npos; // year, month, day
    return (japaneseDate
               && (line.find('@') != std::string::npos || line.find("\xE6\x9B\xB8\xE3\x81\x8D") != std::string::npos
                   || line.find("\xE3\x83\xA1\xE3\x83\xBC\xE3\x83\xAB") != std::string::npos))
        || (line.find("\xE3\x81\xAF\xE6\x9B\xB8\xE3\x81\x8D\xE3\x81\xBE\xE3\x81\x97\xE3\x81\x9F") != std::string::npos);
}
bool mayOpenAttribution(const std::string& line)
{
    return startsWithAny(line, {"on ", "am ", "le ", "el ", "il ", "em ", "op ", "den ", "dnia ", "w dniu "})
        && containsDigit(line);
}

/// "-----Original Message-----" in many languages.
bool isOriginalMark(const std::string& line)
{
    if (!line.starts_with("--") || line.size() > 120)
        return false;
    return containsAny(line,
        {"original message", "urspruengliche nachricht", "originalnachricht", "weitergeleitete nachricht",
            "message d'origine", "message d\xE2\x80\x99origine", "message original", "mensaje original",
            "messaggio originale", "mensagem original", "oorspronkelijk bericht", "ursprungligt meddelande",
            "originalmeddelande", "alkuperainen viesti", "wiadomosc oryginalna", "oryginalna wiadomosc",
            "forwarded message",
            "\xE5\x85\x83\xE3\x81\xAE\xE3\x83\xA1\xE3\x83\x83\xE3\x82\xBB\xE3\x83\xBC\xE3\x82\xB8"});
}

bool isFromLine(const std::string& line)
{
    return startsWithAny(line,
        {"from:", "von:", "de:", "de :", "da:", "van:", "fran:", "fra:", "lahettaja:", "od:",
            "\xE5\xB7\xAE\xE5\x87\xBA\xE4\xBA\xBA", "\xE7\x99\xBA\xE4\xBF\xA1\xE5\x85\x83"});
}
bool isSentLine(const std::string& line)
{
    return startsWithAny(line,
        {"sent:", "to:", "date:", "gesendet:", "an:", "datum:", "envoye:", "envoye :", "a:", "a :", "date :",
            "enviado:", "enviado el:", "enviada:", "para:", "fecha:", "inviato:", "data:", "verzonden:", "aan:",
            "skickat:", "till:", "sendt:", "til:", "dato:", "lahetetty:", "vastaanottaja:", "wyslano:", "do:",
            "\xE9\x80\x81\xE4\xBF\xA1\xE6\x97\xA5\xE6\x99\x82", "\xE5\xAE\x9B\xE5\x85\x88"});
}

std::string addressOf(std::string_view value)
{
    const auto open = value.rfind('<');
    if (open != std::string_view::npos)
        value = value.substr(open + 1,
            value.find('>', open) == std::string_view::npos ? std::string_view::npos
                                                            : value.find('>', open) - open - 1);
    return asciiLower(trimView(value));
}

bool isOwnList(const MailHeaders& headers, const OwnSide& own)
{
    const auto named
        = asciiLower(std::string(header(headers, "List-Id")) + ' ' + std::string(header(headers, "List-Post")));
    const bool byList = std::any_of(own.domains.begin(), own.domains.end(), [&](const auto& domain) {
        const auto at = named.find(domain);
        return !domain.empty() && at != std::string::npos
            && (at == 0 || named[at - 1] == '@' || named[at - 1] == '.' || named[at - 1] == '<'
                || named[at - 1] == ' ');
    });
    return byList;
}

bool looksAutomatic(std::string_view subject, std::string_view text)
{
    const auto folded = text::foldToken(subject.substr(0, 200));
    if (startsWithAny(folded,
            {"automatic reply", "auto reply", "autoreply", "auto-reply", "automatische antwort", "abwesenheitsnotiz",
                "abwesenheit:", "abwesend:", "out of office", "out of the office", "reponse automatique",
                "respuesta automatica", "risposta automatica", "resposta automatica", "automatisch antwoord",
                "automatiskt svar", "autosvar", "automaattinen vastaus", "odpowiedz automatyczna"}))
        return true;
    const auto start = text::foldToken(text.substr(0, 600));
    const bool away = containsAny(start,
        {"i am out of the office", "i'm out of the office", "i am out of office", "i'm out of office",
            "i am currently out of", "i'm currently out of", "i will be out of the office", "out of the office until",
            "out of office until", "currently on annual leave", "i am on annual leave", "i am on vacation until",
            "i am away from the office", "i am currently away", "on parental leave until", "on maternity leave",
            "nicht im buero", "ausser haus", "bin ich abwesend", "ich bin abwesend", "derzeit abwesend",
            "zurzeit abwesend", "befinde mich im urlaub", "bin im urlaub bis", "bin bis zum", "absent du bureau",
            "fuera de la oficina", "fuori ufficio", "this is an automat", "dies ist eine automat",
            "automatically generated", "automatisch generiert", "automatisch erstellt"});
    if (!away)
        return false;
    return containsAny(start,
        {"thank you for your mail", "thank you for your e-mail", "thank you for your email",
            "thank you for your message", "thanks for your", "in my absence", "will respond", "will reply",
            "get back to you", "limited access", "no access", "urgent", "please contact", "will return", "returning",
            "i will be back", "back on", "until", "in dringenden", "vertretung", "weitergeleitet",
            "vielen dank fuer ihre", "danke fuer ihre", "wieder erreichbar", "wenden sie sich", "automat", "bis zum",
            "de retour"});
}

std::optional<unsigned> monthOf(std::string_view word)
{
    static constexpr std::array<std::string_view, 12> starts
        = {"jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "de"};
    if (word.size() < 3)
        return std::nullopt;
    const auto is = [&](Texts forms) { return std::find(forms.begin(), forms.end(), word) != forms.end(); };
    if (is({"may", "mai"}))
        return 5;
    if (is({"march", "maerz", "mar", "mrz"}))
        return 3;
    if (is({"oct", "october", "okt", "oktober"}))
        return 10;
    if (is({"dec", "december", "dez", "dezember"}))
        return 12;
    for (unsigned i = 0; i < 12; ++i)
        if (i != 2 && i != 4 && i != 9 && i != 11 && word.starts_with(starts[i]) && word.size() <= 9
            && is({"jan", "january", "januar", "jaenner", "feb", "february", "februar", "apr", "april", "jun", "june",
                "juni", "jul", "july", "juli", "aug", "august", "sep", "sept", "september", "nov", "november"}))
            return i + 1;
    return std::nullopt;
}
std::optional<int> weekdayOf(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, int>, 15> days
        = {{{"monday", 1}, {"tuesday", 2}, {"wednesday", 3}, {"thursday", 4}, {"friday", 5}, {"saturday", 6},
            {"sunday", 7}, {"montag", 1}, {"dienstag", 2}, {"mittwoch", 3}, {"donnerstag", 4}, {"freitag", 5},
            {"samstag", 6}, {"sonntag", 7}, {"sonnabend", 6}}};
    for (const auto& [name, day] : days)
        if (name == word)
            return day;
    return std::nullopt;
}
std::optional<int> smallNumber(std::string_view text)
{
    int value = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9')
        value = value * 10 + (text[digits++] - '0');
    const auto tail = text.substr(digits);
    if (digits == 0 || !(tail.empty() || tail == "st" || tail == "nd" || tail == "rd" || tail == "th"))
        return std::nullopt;
    return value;
}

std::optional<Date> dated(int year, unsigned month, unsigned day, Date sentOn)
{
    using namespace std::chrono;
    const bool noYear = year == 0;
    if (noYear)
        year = int(sentOn.year());
    else if (year < 100)
        year += 2000;
    Date date {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok())
        return std::nullopt;
    if (noYear && sys_days(date) < sys_days(sentOn))
        date = Date {date.year() + years(1), date.month(), date.day()};
    return date.ok() ? std::optional(date) : std::nullopt;
}

/// The date that starts at token `i`.
std::optional<Date> dateAt(const text::Tokens& tokens, std::size_t i, Date sentOn)
{
    if (i >= tokens.size())
        return std::nullopt;
    const auto word = tokens.folded(i);
    if (const auto day = weekdayOf(word)) {
        if (i + 1 < tokens.size()
            && (tokens.is(i + 1, ",") || tokens[i + 1].kind == text::TokenKind::number || tokens.is(i + 1, "den")))
            for (std::size_t k = i + 1; k < std::min(i + 4, tokens.size()); ++k)
                if (tokens[k].kind == text::TokenKind::number)
                    return dateAt(tokens, k, sentOn);
        auto date = addDays(sentOn, 1);
        for (int guard = 0; guard < 7; ++guard, date = addDays(date, 1))
            if (int(std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding()) == *day)
                return date;
    }
    if (tokens[i].kind == text::TokenKind::number) {
        if (word.size() >= 10
            || std::count(word.begin(), word.end(), '.') == 2) { // 03.08.2026; ISO comes as three tokens
            const auto parts = splitView(word, '.');
            if (parts.size() == 3)
                if (const auto d = smallNumber(parts[0]), m = smallNumber(parts[1]), y = smallNumber(parts[2]);
                    d && m && y)
                    return dated(*y, unsigned(*m), unsigned(*d), sentOn);
        }
        if (word.find('.') != std::string_view::npos) { // 3.8.
            const auto parts = splitView(word, '.');
            if (parts.size() == 2)
                if (const auto d = smallNumber(parts[0]), m = smallNumber(parts[1]); d && m && *m <= 12)
                    return dated(0, unsigned(*m), unsigned(*d), sentOn);
        }
        const auto first = smallNumber(word);
        if (!first)
            return std::nullopt;
        const auto sign = i + 1 < tokens.size() ? tokens.folded(i + 1) : std::string_view();
        if ((sign == "-" || sign == "/") && i + 2 < tokens.size()) {
            const auto second = smallNumber(tokens.folded(i + 2));
            const auto third
                = i + 4 < tokens.size() && tokens.is(i + 3, sign) ? smallNumber(tokens.folded(i + 4)) : std::nullopt;
            if (second && third && *first > 31)
                return dated(*first, unsigned(*second), unsigned(*third), sentOn);
            if (second && *second > 12 && *first <= 12) // month first
                return dated(third.value_or(0), unsigned(*first), unsigned(*second), sentOn);
            if (second)
                return dated(third.value_or(0), unsigned(*second), unsigned(*first), sentOn);
        }
        auto k = i + 1;
        while (k < tokens.size() && (tokens.is(k, ".") || tokens.is(k, "of")))
            ++k;
        if (k < tokens.size())
            if (const auto month = monthOf(tokens.folded(k))) {
                auto y = k + 1;
                while (y < tokens.size() && (tokens.is(y, ".") || tokens.is(y, ",")) && y < k + 2)
                    ++y;
                const auto year = y < tokens.size() ? smallNumber(tokens.folded(y)) : std::nullopt;
                return dated(year && *year > 1900 ? *year : 0, *month, unsigned(*first), sentOn);
            }
        return std::nullopt;
    }
    if (const auto month = monthOf(word); month && i + 1 < tokens.size()) // August 3, 2026
        if (const auto day = smallNumber(tokens.folded(i + 1)); day && *day <= 31) {
            const auto year = i + 3 < tokens.size() && tokens.is(i + 2, ",") ? smallNumber(tokens.folded(i + 3))
                : i + 2 < tokens.size()                                      ? smallNumber(tokens.folded(i + 2))
                                                                             : std::nullopt;
            return dated(year && *year > 1900 ? *year : 0, *month, unsigned(*day), sentOn);
        }
    return std::nullopt;
}
}

bool NoCaseLess::operator()(std::string_view a, std::string_view b) const
{
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
        const auto lower = [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; };
        return lower(x) < lower(y);
    });
}

namespace {
/// A program's address: nobody reads an answer to it.
bool isMachineAddress(std::string_view address)
{
    const auto local = address.substr(0, address.find('@'));
    std::string letters;
    for (const char c : local)
        if (c >= 'a' && c <= 'z')
            letters += c;
    return containsAny(letters, {"noreply", "donotreply", "nichtantworten", "keineantwort"})
        || letters == "notification" || letters == "notifications" || letters == "mailer" || letters == "newsletter";
}
}

MessageKind classifyMail(const MailHeaders& headers, std::string_view text, const OwnSide& own)
{
    const auto from = addressOf(header(headers, "From"));
    const auto contentType = asciiLower(header(headers, "Content-Type").substr(0, 300));
    const auto returnPath = headers.contains(std::string_view("Return-Path"))
        ? std::optional(header(headers, "Return-Path"))
        : std::nullopt;
    const bool nullPath = returnPath && (*returnPath == "<>" || returnPath->empty());
    if (startsWithAny(from, {"mailer-daemon@", "postmaster@", "mailer-daemon"}) || from == "postmaster"
        || headers.contains(std::string_view("X-Failed-Recipients"))
        || (contentType.find("multipart/report") != std::string::npos
            && contentType.find("disposition-notification") == std::string::npos))
        return MessageKind::bounce;
    if (contentType.find("disposition-notification") != std::string::npos)
        return MessageKind::autoReply; // "Read: Offer"
    const auto subject = header(headers, "Subject");
    const auto foldedSubject = text::foldToken(subject.substr(0, 200));
    const bool bounceSubject = startsWithAny(foldedSubject,
        {"undeliver", "undelivered", "delivery status notification", "mail delivery failed", "returned mail",
            "delivery failure", "failure notice", "unzustellbar", "nicht zustellbar", "zustellung fehlgeschlagen",
            "mail delivery system"});
    if (from.starts_with("calendar-notification@") || contentType.starts_with("text/calendar")
        || contentType.find("method=reply") != std::string::npos
        || contentType.find("method=request") != std::string::npos)
        return MessageKind::calendar;
    const auto automatic = asciiLower(header(headers, "Auto-Submitted"));
    const auto precedence = asciiLower(header(headers, "Precedence"));
    if ((!automatic.empty() && automatic != "no" && !automatic.starts_with("no;") && !automatic.starts_with("no "))
        || headers.contains(std::string_view("X-Autoreply")) || headers.contains(std::string_view("X-Autorespond"))
        || precedence == "auto_reply" || nullPath)
        return nullPath && bounceSubject ? MessageKind::bounce : MessageKind::autoReply;
    if (bounceSubject && (from.empty() || startsWithAny(from, {"mail", "noreply", "no-reply", "microsoftexchange"})))
        return MessageKind::bounce;
    const bool ownList = isOwnList(headers, own);
    const bool hasList = !header(headers, "List-Id").empty();
    const bool hasUnsubscribe = !header(headers, "List-Unsubscribe").empty();
    if (!ownList) {
        if (hasList && (!header(headers, "List-Post").empty() || precedence == "list" || !hasUnsubscribe))
            return MessageKind::mailingList;
        if (hasList || hasUnsubscribe || precedence == "bulk" || precedence == "junk")
            return MessageKind::newsletter;
        if (precedence == "list")
            return MessageKind::mailingList;
        if (const auto to = asciiLower(header(headers, "To")); to.find("undisclosed") != std::string::npos)
            return MessageKind::newsletter;
        const auto domain = from.find('@') == std::string::npos ? std::string() : from.substr(from.find('@') + 1);
        const bool ours = std::ranges::find(own.domains, domain) != own.domains.end(); // a form on our own site
        if (!ours && isMachineAddress(from))
            return MessageKind::newsletter;
    }
    if (looksAutomatic(subject, text))
        return MessageKind::autoReply;
    return MessageKind::person;
}

CutText cutQuotes(std::string_view text)
{
    const auto lines = linesOf(cutAtCodePoint(text, maxTextBytes));
    CutText cut;
    cut.text.reserve(text.size());
    enum class Part { own, signature, quoted } part = Part::own;
    bool ownWords = false;
    const auto append = [](std::string& to, std::string_view line) {
        to += line;
        to += '\n';
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = lines[i];
        if (part == Part::quoted) {
            append(cut.quoted, line);
            continue;
        }
        const auto trimmed = trimView(line);
        if (trimmed.starts_with('>')) {
            append(cut.quoted, line);
            continue;
        }
        // Cheap looks first: most lines are ordinary prose.
        const bool endsInColon = trimmed.ends_with(':') || trimmed.ends_with("\xEF\xBC\x9A") || trimmed.ends_with(":*");
        const bool dashes = trimmed.starts_with("--") || trimmed.starts_with("__");
        const bool shortHead = trimmed.find(':') != std::string_view::npos && trimmed.find(':') < 16;
        const bool opener = trimmed.size() < 300 && (endsInColon || containsDigit(trimmed));
        bool quoteStarts = false;
        std::size_t headLines = 1;
        if (opener || dashes || shortHead) {
            const auto folded = foldedLine(trimmed);
            if (endsInColon && isAttribution(folded))
                quoteStarts = true;
            else if (!endsInColon && mayOpenAttribution(folded))
                for (std::size_t more = 1; more <= 2 && i + more < lines.size() && !quoteStarts; ++more) {
                    std::string joined = folded;
                    for (std::size_t k = 1; k <= more; ++k)
                        joined += ' ' + foldedLine(lines[i + k]);
                    if (isAttribution(joined)) {
                        quoteStarts = true;
                        headLines = more + 1;
                    }
                }
            if (!quoteStarts && dashes && isOriginalMark(folded))
                quoteStarts = true;
            const bool rule = trimmed.starts_with("__________");
            if (!quoteStarts && rule && i + 2 < lines.size() && isFromLine(foldedLine(lines[i + 1])))
                quoteStarts = true;
            if (!quoteStarts && shortHead && i + 1 < lines.size() && isFromLine(folded)
                && isSentLine(foldedLine(lines[i + 1])))
                quoteStarts = true;
        }
        if (quoteStarts) {
            const bool restIsMarked = i + headLines < lines.size() && [&] {
                auto k = i + headLines;
                while (k < lines.size() && trimView(lines[k]).empty())
                    ++k;
                return k < lines.size() && trimView(lines[k]).starts_with('>');
            }();
            if (!ownWords && restIsMarked) { // the quote came first: their words stand below and between
                for (std::size_t k = 0; k < headLines; ++k)
                    append(cut.quoted, lines[i + k]);
                i += headLines - 1;
                continue;
            }
            part = Part::quoted;
            append(cut.quoted, line);
            continue;
        }
        if (line == "-- " || line == "--") {
            part = Part::signature;
            append(cut.signature, line);
            continue;
        }
        if (part == Part::signature) {
            append(cut.signature, line);
            continue;
        }
        ownWords = ownWords || !trimmed.empty();
        append(cut.text, line);
    }
    const auto end = cut.text.find_last_not_of(" \t\r\n\v\f");
    cut.text.resize(end == std::string::npos ? 0 : end + 1);
    return cut;
}

bool asksToStop(std::string_view cleanText)
{
    const auto folded = text::foldToken(cutAtCodePoint(cleanText, 20000));
    static constexpr std::array<std::string_view, 40> cues = {"unsubscribe", "stop emailing", "stop e-mailing",
        "stop mailing", "stop contacting", "stop writing", "stop sending", "stop messaging", "stop spamming",
        "remove me", "remove my address", "remove my email", "remove us from", "take me off", "take us off",
        "do not contact", "don't contact", "don\xE2\x80\x99t contact", "do not email me", "don't email me",
        "do not write", "don't write to me", "no more emails", "no more mails", "no further emails", "never contact",
        "leave me alone", "aus dem verteiler", "aus ihrem verteiler", "von der liste", "keine weiteren e-mails",
        "keine weiteren mails", "keine mails mehr", "keine e-mails mehr", "nicht mehr kontaktieren",
        "nicht mehr anschreiben", "nicht mehr schreiben", "hoeren sie auf", "keine werbung mehr",
        "newsletter abbestellen"};
    static const auto begins = [] {
        std::array<bool, 256> first {};
        for (const auto cue : cues)
            first[static_cast<unsigned char>(cue[0])] = true;
        return first;
    }();
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if (!begins[static_cast<unsigned char>(folded[at])] || !letter(folded[at])
            || (at > 0 && letter(folded[at - 1])))
            continue; // cues start at words
        for (const auto cue : cues) {
            if (cue[0] != folded[at] || folded.compare(at, cue.size(), cue) != 0)
                continue;
            const auto end = at + cue.size();
            if (end < folded.size() && letter(folded[end]) && cue != "unsubscribe")
                continue;
            const auto lineStart = at < 40 ? 0 : at - 40;
            const auto before = std::string_view(folded).substr(lineStart, at - lineStart);
            const auto clause = before.substr(std::min(before.size(),
                before.find_last_of(".!?\n;") == std::string_view::npos ? 0 : before.find_last_of(".!?\n;") + 1));
            const bool asksHow = containsAny(
                clause, {"how ", "wie ", "can our", "can customers", "do users", "could customers", "koennen unsere"});
            const bool denied = containsAny(clause, {"do not ", "don't ", "never ", "did not ", "nicht "})
                && !cue.starts_with("do not") && !cue.starts_with("don");
            const bool others
                = cue == "unsubscribe" && containsAny(clause, {"they ", "customers ", "people ", "kunden ", "rate "});
            if (!asksHow && !denied && !others)
                return true;
        }
    }
    return false;
}

std::optional<Date> outOfOfficeReturn(std::string_view text, Date sentOn)
{
    const text::Tokens tokens(cutAtCodePoint(text, 4000));
    std::optional<Date> last;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto word = tokens.folded(i);
        const bool backCue = word == "back" || word == "return" || word == "returning" || word == "zurueck"
            || word == "wieder" || word == "ab";
        const bool untilCue = word == "until" || word == "till" || word == "through" || word == "bis";
        if (!backCue && !untilCue)
            continue;
        for (std::size_t k = i + 1; k < std::min(i + 7, tokens.size()); ++k) {
            if (tokens.is(k, ".") && tokens[k - 1].kind != text::TokenKind::number)
                break;
            if (const auto date = dateAt(tokens, k, sentOn)) {
                if (!last || std::chrono::sys_days(*date) > std::chrono::sys_days(*last))
                    last = date;
                break;
            }
        }
        if (word == "wieder" || word == "zurueck") // "bin am 4. August wieder da"
            for (std::size_t back = 1; back <= 5 && back <= i; ++back)
                if (const auto date = dateAt(tokens, i - back, sentOn)) {
                    if (!last || std::chrono::sys_days(*date) > std::chrono::sys_days(*last))
                        last = date;
                    break;
                }
    }
    return last;
}

CleanMail cleanInbound(
    std::string_view text, const MailHeaders& headers, const OwnSide& own, std::optional<Timestamp> sentAt)
{
    CleanMail mail;
    auto cut = cutQuotes(text);
    mail.text = std::move(cut.text);
    mail.quoted = std::move(cut.quoted);
    mail.signature = std::move(cut.signature);
    mail.kind = classifyMail(headers, mail.text, own);
    mail.ignored = mail.kind == MessageKind::autoReply || mail.kind == MessageKind::bounce;
    if (mail.kind == MessageKind::person || mail.kind == MessageKind::mailingList)
        mail.optedOut = mail.kind == MessageKind::person && asksToStop(mail.text);
    if (mail.kind == MessageKind::bounce) {
        const auto folded = asciiLower(cutAtCodePoint(text, 20000));
        mail.permanentBounce
            = containsAny(folded,
                  {" 5.0.", " 5.1.", " 5.2.1", " 5.4.", " 5.5.", " 5.7.", "status: 5.", "#5.1.", "550 ", "551 ", "553 ",
                      "554 ", "user unknown", "does not exist", "no such user", "unknown user", "address not found",
                      "mailbox unavailable", "recipient rejected", "wasn't found", "permanent error",
                      "permanent fehler", "invalid recipient", "existiert nicht", "unbekannt"})
            && !containsAny(folded, {"mailbox full", "over quota", "status: 4."});
    }
    if (mail.kind == MessageKind::autoReply)
        mail.returnDate = outOfOfficeReturn(mail.text.empty() ? text : std::string_view(mail.text),
            sentAt ? utcDate(*sentAt) : Date {std::chrono::year(1970), std::chrono::month(1), std::chrono::day(1)});
    return mail;
}
}
