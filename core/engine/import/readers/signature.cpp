// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/signature.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace agentarmy::readers {
namespace {
struct Line {
    std::string_view text; ///< trimmed
    std::size_t begin = 0; ///< of the untrimmed line in the whole text
    bool isDelimiter = false;
};

constexpr std::size_t lookBack = 30; ///< lines from the end that may belong to a signature
constexpr std::size_t longestLine = 110; ///< bytes; prose is longer

/// The last lines of a text with their offsets; blank ones too.
std::vector<Line> lastLines(std::string_view text)
{
    std::vector<Line> lines;
    std::size_t end = text.size();
    while (end > 0 && isAsciiSpace(text[end - 1]))
        --end;
    while (lines.size() < lookBack) {
        const auto before = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
        const auto begin = before == std::string_view::npos ? 0 : before + 1;
        const auto whole = text.substr(begin, end - begin);
        lines.push_back({trimView(whole), begin,
            trimView(whole) == "--" || trimView(whole) == "\xE2\x80\x94" || trimView(whole) == "---"});
        if (before == std::string_view::npos)
            break;
        end = before;
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    const auto folded = foldCase(text.substr(0, 400));
    std::string word;
    for (std::size_t at = 0; at < folded.size();) {
        const auto begin = at;
        const char32_t c = nextCodePoint(folded, at);
        if (isLetterOrDigit(c) || (c == U'\'' && !word.empty()) || c == 0x2019) {
            word.append(folded, begin, at - begin);
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

struct Sender {
    std::vector<std::string> names; ///< folded words of the name
    std::string domainLabel; ///< "nordwindlogistics" of jonas@nordwind-logistics.example
};

Sender senderFrom(std::string_view name, std::string_view address)
{
    Sender sender;
    const auto at = address.find('@');
    std::string local(address.substr(0, at));
    std::string reordered(name);
    if (const auto comma = name.find(','); comma != std::string_view::npos) // "Brandt, Jonas"
        reordered = std::string(name.substr(comma + 1)) + " " + std::string(name.substr(0, comma));
    for (auto& word : wordsOf(trimView(name).empty() ? std::string_view(local) : std::string_view(reordered)))
        if (word != "dr" && word != "prof" && word != "mr" && word != "mrs" && word != "ms" && word != "herr"
            && word != "frau" && word != "ing" && word != "dipl")
            sender.names.push_back(std::move(word));
    if (at != std::string_view::npos) {
        auto domain = address.substr(at + 1);
        const auto top = domain.rfind('.');
        domain = domain.substr(0, top);
        if (const auto dot = domain.rfind('.'); dot != std::string_view::npos) {
            const auto last = domain.substr(dot + 1);
            domain = last.size() > 3 ? last : domain.substr(0, dot); // x.co.uk
            if (const auto more = domain.rfind('.'); more != std::string_view::npos)
                domain = domain.substr(more + 1);
        }
        for (const auto& word : wordsOf(domain))
            sender.domainLabel += word;
    }
    return sender;
}

bool isFreeMail(const std::string& label)
{
    static constexpr std::array labels {"gmail", "googlemail", "yahoo", "outlook", "hotmail", "live", "icloud", "gmx",
        "web", "aol", "proton", "protonmail", "mail", "me", "tonline"};
    return std::find(labels.begin(), labels.end(), label) != labels.end();
}

enum class NameMatch { none, first, full };

/// Whether a line is the sender's name; `rest` is what follows the name on it ("Head of Operations").
NameMatch matchName(std::string_view line, const Sender& sender, std::string_view& rest)
{
    rest = {};
    if (sender.names.empty() || line.empty() || line.size() > longestLine)
        return NameMatch::none;
    if (const auto comma = line.find(',');
        comma != std::string_view::npos && sender.names.size() > 1) { // "Brandt, Jonas"
        const auto words = wordsOf(line);
        if (words.size() == sender.names.size() && words.front() == sender.names.back()
            && std::find(words.begin(), words.end(), sender.names.front()) != words.end())
            return NameMatch::full;
    }
    // The name stands before the first separator.
    std::size_t cut = line.size();
    for (const std::string_view mark :
        {" | ", "|", ", ", " - ", " \xE2\x80\x93 ", " \xE2\x80\xA2 ", " \xC2\xB7 ", " / "})
        cut = std::min(cut, line.find(mark));
    const auto head = line.substr(0, cut);
    auto words = wordsOf(head);
    std::erase_if(words, [](const std::string& word) {
        return word == "dr" || word == "prof" || word == "ing" || word == "dipl" || word == "mba" || word == "phd"
            || word == "msc" || word == "bsc" || word == "i" || word == "a" || word == "v";
    });
    if (cut < line.size())
        rest = trimView(line.substr(cut + (line[cut] == ',' ? 1 : 0)));
    while (!rest.empty() && (rest[0] == '|' || rest[0] == '-' || rest[0] == '/' || rest[0] == ' '))
        rest.remove_prefix(1);
    for (const std::string_view mark : {"\xE2\x80\x93", "\xE2\x80\xA2", "\xC2\xB7"})
        if (rest.starts_with(mark))
            rest = trimView(rest.substr(mark.size()));
    if (words.size() == 1 && words[0] == sender.names[0])
        return NameMatch::first;
    if (sender.names.size() < 2 || words.size() < 2 || words.size() > sender.names.size() + 2)
        return NameMatch::none;
    const bool firstAndLast = std::find(words.begin(), words.end(), sender.names.front()) != words.end()
        && std::find(words.begin(), words.end(), sender.names.back()) != words.end();
    return firstAndLast ? NameMatch::full : NameMatch::none;
}

bool isTitleWord(const std::string& word)
{
    static constexpr std::array titles {"ceo", "cfo", "cto", "coo", "cio", "cmo", "cso", "cpo", "ciso", "cdo", "cro",
        "chro", "vp", "svp", "evp", "avp", "chief", "head", "director", "manager", "president", "officer", "owner",
        "founder", "cofounder", "partner", "principal", "lead", "leader", "supervisor", "executive", "consultant",
        "analyst", "engineer", "architect", "developer", "specialist", "coordinator", "administrator", "assistant",
        "buyer", "purchaser", "planner", "controller", "accountant", "secretary", "treasurer", "chairman", "chairwoman",
        "chair", "superintendent", "foreman", "technician", "scientist", "professor", "advisor", "adviser", "counsel",
        "representative", "strategist", "scheduler", "dispatcher", "scrum",
        // German
        "gesch\xC3\xA4\x66tsf\xC3\xBChrer", "gesch\xC3\xA4\x66tsf\xC3\xBChrerin", "geschaeftsfuehrer",
        "geschaeftsfuehrerin", "gesch\xC3\xA4\x66tsf\xC3\xBChrung", "gesch\xC3\xA4\x66tsleitung",
        "gesch\xC3\xA4\x66tsleiter", "vorstand", "vorst\xC3\xA4ndin", "leiter", "leiterin", "leitung", "bereichsleiter",
        "bereichsleiterin", "abteilungsleiter", "abteilungsleiterin", "teamleiter", "teamleiterin", "projektleiter",
        "projektleiterin", "betriebsleiter", "betriebsleiterin", "werkleiter", "werksleiter", "werkleiterin",
        "vertriebsleiter", "vertriebsleiterin", "einkaufsleiter", "einkaufsleiterin", "it-leiter", "prokurist",
        "prokuristin", "eink\xC3\xA4ufer", "eink\xC3\xA4uferin", "einkauf", "inhaber", "inhaberin", "direktor",
        "direktorin", "referent", "referentin", "sachbearbeiter", "sachbearbeiterin", "assistent", "assistentin",
        "assistenz", "disponent", "disponentin", "berater", "beraterin", "ingenieur", "ingenieurin", "entwickler",
        "entwicklerin", "koordinator", "koordinatorin", "gesellschafter", "gesellschafterin", "vorsitzender",
        "vorsitzende", "stellvertreter", "meister", "logistikleiter", "logistikleiterin",
        // neighbours
        "directeur", "directrice", "responsable", "directora", "gerente", "direttore", "responsabile", "jefe", "jefa",
        "inkoper", "inkoopmanager", "kierownik", "dyrektor"};
    return std::find(titles.begin(), titles.end(), word) != titles.end();
}

bool hasDigit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool looksLikeTitle(std::string_view text)
{
    if (text.size() < 2 || text.size() > 90 || hasDigit(text) || text.find('@') != std::string_view::npos
        || text.find(':') != std::string_view::npos || text.ends_with('.') || text.ends_with('!') || text.ends_with('?')
        || text.find("http") != std::string_view::npos || text.find("www.") != std::string_view::npos)
        return false;
    const auto words = wordsOf(text);
    if (words.empty() || words.size() > 9)
        return false;
    std::size_t at = 0;
    const bool begins = isUpper(nextCodePoint(text, at)); // prose that goes on begins small
    static constexpr std::array verbs {"will", "is", "are", "was", "can", "would", "please", "let", "thanks", "thank",
        "has", "have", "wird", "ist", "bitte", "danke", "you", "your", "we", "he", "she"};
    const bool prose = std::any_of(words.begin(), words.end(),
        [](const std::string& word) { return std::find(verbs.begin(), verbs.end(), word) != verbs.end(); });
    return begins && !prose && std::any_of(words.begin(), words.end(), isTitleWord);
}

bool hasLegalForm(std::string_view text)
{
    static constexpr std::array forms {"gmbh", "ag", "se", "kg", "kgaa", "ohg", "ug", "inc", "ltd", "llc", "llp", "plc",
        "corp", "corporation", "limited", "co", "bv", "nv", "sa", "sas", "sarl", "spa", "srl", "sro", "ab", "as", "oy",
        "oyj", "aps", "gruppe", "group", "holding", "mbh", "pty", "kk", "sl", "lda", "zoo"};
    auto words = wordsOf(text);
    // "s.r.o." and "B.V." come as single letters.
    std::string letters;
    for (const auto& word : words)
        letters = word.size() == 1 ? letters + word : std::string();
    if (letters.size() >= 2)
        words.push_back(letters);
    return words.size() > 1 && std::any_of(words.begin() + 1, words.end(), [](const std::string& word) {
        return std::find(forms.begin(), forms.end(), word) != forms.end();
    });
}

bool looksLikeCompany(std::string_view text, const Sender& sender)
{
    if (text.size() < 2 || text.size() > 90 || text.find('@') != std::string_view::npos
        || text.find(':') != std::string_view::npos || text.find("www.") != std::string_view::npos
        || text.find("http") != std::string_view::npos || text.ends_with('.'))
        return text.ends_with('.') && text.size() <= 90 && text.find(':') == std::string_view::npos
            && hasLegalForm(text) && wordsOf(text).size() <= 7;
    const auto words = wordsOf(text);
    if (words.empty() || words.size() > 7)
        return false;
    if (hasLegalForm(text))
        return true;
    if (sender.domainLabel.size() < 4 || isFreeMail(sender.domainLabel))
        return false;
    std::string all;
    for (const auto& word : words)
        for (const char c : word)
            if (static_cast<unsigned char>(c) < 0x80)
                all += c;
    return all.size() >= 4
        && (sender.domainLabel.find(all) != std::string::npos || all.find(sender.domainLabel) != std::string::npos);
}

enum class PhoneLabel { none, phone, fax };

/// The label in front of a number: "Tel.:", "M", "Fax".
PhoneLabel labelOf(std::string_view before)
{
    const auto words = wordsOf(before);
    if (words.empty())
        return PhoneLabel::none;
    const auto& last = words.back();
    static constexpr std::array faxes {"fax", "f", "telefax", "facsimile", "telefaks"};
    static constexpr std::array phones {"tel", "telefon", "telephone", "phone", "ph", "p", "t", "m", "mob", "mobile",
        "mobil", "cell", "c", "handy", "fon", "office", "direct", "d", "o", "work", "durchwahl", "call", "whatsapp",
        "tlf", "tlfn", "gsm", "zentrale", "mobiltelefon", "cellphone", "landline", "desk"};
    if (std::find(faxes.begin(), faxes.end(), last) != faxes.end())
        return PhoneLabel::fax;
    return std::find(phones.begin(), phones.end(), last) != phones.end() ? PhoneLabel::phone : PhoneLabel::none;
}

struct FoundPhones {
    std::vector<std::string> phones;
    bool any = false; ///< fax numbers too
};

void findPhones(std::string_view line, FoundPhones& found)
{
    std::size_t at = 0;
    std::size_t labelBegin = 0;
    while (at < line.size()) {
        const char c = line[at];
        const bool starts = (c >= '0' && c <= '9')
            || ((c == '+' || c == '(') && at + 1 < line.size()
                && (line[at + 1] == '+' || line[at + 1] == '(' || (line[at + 1] >= '0' && line[at + 1] <= '9')));
        if (!starts) {
            ++at;
            continue;
        }
        std::size_t end = at;
        int digits = 0;
        int groups = 0;
        bool inGroup = false;
        while (end < line.size()) {
            const char n = line[end];
            const bool digit = n >= '0' && n <= '9';
            const bool nbsp = line.substr(end, 2) == "\xC2\xA0";
            if (!digit && !nbsp && std::string_view(" +()-./").find(n) == std::string_view::npos)
                break;
            if (n == '+' && digits > 0) // the next number
                break;
            digits += digit ? 1 : 0;
            groups += digit && !inGroup ? 1 : 0;
            inGroup = digit;
            end += nbsp ? 2 : 1;
        }
        auto number = trimView(line.substr(at, end - at));
        while (!number.empty()
            && (number.back() == '-' || number.back() == '/' || number.back() == '.' || number.back() == '('))
            number = trimView(number.substr(0, number.size() - 1));
        const auto before = trimView(line.substr(labelBegin, at - labelBegin));
        const auto label = labelOf(before);
        const bool alone = before.empty() && trimView(line.substr(end)).empty() && groups >= 2
            && (number[0] == '0' || number[0] == '(' || groups >= 3);
        const bool international
            = number.starts_with('+') || number.starts_with("(+") || (number.starts_with("00") && digits >= 9);
        const bool touchesWord
            = at > 0 && (isLetterOrDigit(static_cast<unsigned char>(line[at - 1])) || line[at - 1] == '@');
        if (digits >= 7 && digits <= 16 && !touchesWord && (label != PhoneLabel::none || international || alone)) {
            found.any = true;
            if (label != PhoneLabel::fax && found.phones.size() < 4) {
                auto text = collapseSpaces(number);
                if (std::find(found.phones.begin(), found.phones.end(), text) == found.phones.end())
                    found.phones.push_back(std::move(text));
            }
        }
        labelBegin = end;
        at = std::max(end, at + 1);
    }
}

bool isContactLine(std::string_view line)
{
    FoundPhones phones;
    findPhones(line, phones);
    const bool address = line.find('@') != std::string_view::npos && line.find('.') != std::string_view::npos
        && wordsOf(line).size() <= 12;
    return phones.any || address || line.find("www.") != std::string_view::npos || startsWithNoCase(line, "http");
}

/// What lawyers put under a signature; such lines may be long.
bool isFinePrint(std::string_view line)
{
    static constexpr std::array words {"confidential", "vertraulich", "registergericht", "amtsgericht",
        "handelsregister", "hrb", "ust-id", "vat", "sitz der gesellschaft",
        "gesch\xC3\xA4\x66tsf\xC3\xBChrer:", "gesch\xC3\xA4\x66tsf\xC3\xBChrung:", "vorstand:", "aufsichtsrat",
        "intended recipient", "registered in", "company number", "disclaimer", "environment before printing",
        "this e-mail", "this email", "diese e-mail"};
    const auto lower = asciiLower(line.substr(0, 600));
    return std::any_of(
        words.begin(), words.end(), [&](const char* word) { return lower.find(word) != std::string::npos; });
}

bool isDeviceLine(std::string_view line)
{
    static constexpr std::array starts {"sent from my ", "sent from outlook", "get outlook for", "von meinem ",
        "gesendet von ", "envoy\xC3\xA9 de mon", "enviado desde mi", "inviato da ", "sent from mail for"};
    return line.size() < 80
        && std::any_of(starts.begin(), starts.end(), [&](const char* start) { return startsWithNoCase(line, start); });
}

/// The parts of a line that a bar or dot sets apart.
std::vector<std::string_view> segmentsOf(std::string_view line)
{
    std::vector<std::string_view> segments;
    while (!line.empty()) {
        std::size_t cut = line.size();
        std::size_t width = 0;
        for (const std::string_view mark :
            {"|", "\xC2\xB7", "\xE2\x80\xA2", "\t", " \xE2\x80\x93 ", " - ", " \xE2\x80\x94 "})
            if (const auto at = line.find(mark); at < cut) {
                cut = at;
                width = mark.size();
            }
        if (const auto segment = trimView(line.substr(0, cut)); !segment.empty())
            segments.push_back(segment);
        line.remove_prefix(std::min(cut + width, line.size()));
    }
    return segments;
}

void readTitleAndCompany(std::string_view line, const Sender& sender, SignatureInfo& info)
{
    for (const auto segment : segmentsOf(line)) {
        if (info.company.empty() && !looksLikeTitle(segment) && looksLikeCompany(segment, sender)) {
            info.company = collapseSpaces(segment);
            continue;
        }
        if (!info.title.empty() || !looksLikeTitle(segment))
            continue;
        std::size_t cut = segment.size();
        std::size_t width = 0;
        for (const std::string_view mark : {" at ", " bei ", " @ ", " @", ", "})
            if (const auto at = segment.find(mark); at < cut) {
                cut = at;
                width = mark.size();
            }
        const auto head = trimView(segment.substr(0, cut));
        const auto tail = cut < segment.size() ? trimView(segment.substr(cut + width)) : std::string_view();
        const bool byComma = cut < segment.size() && segment[cut] == ',';
        const bool tailIsCompany
            = !tail.empty() && !looksLikeTitle(tail) && (looksLikeCompany(tail, sender) || !byComma);
        if (tailIsCompany && info.company.empty())
            info.company = collapseSpaces(tail);
        // "VP, Operations" is one title; "Head of Operations, Somewhere" is a title and something unsure.
        const bool whole
            = tail.empty() || (byComma && !tailIsCompany && (wordsOf(head).size() == 1 || looksLikeTitle(tail)));
        const auto title = whole ? segment : head;
        if (looksLikeTitle(title))
            info.title = collapseSpaces(title);
    }
}

struct Block {
    std::size_t first = 0; ///< index of the line where the signature starts
    std::size_t content = 0; ///< index of the first line that may tell something
    bool sure = false; ///< introduced by a delimiter
};

/// Whether the lines from `from` on can all be a signature's.
bool fitsBlock(const std::vector<Line>& lines, std::size_t from)
{
    std::size_t used = 0;
    for (std::size_t i = from; i < lines.size(); ++i) {
        const auto line = lines[i].text;
        if (line.empty() || lines[i].isDelimiter)
            continue;
        if (isFinePrint(line))
            return used <= 12; // whatever follows is more of that
        if (line.size() > longestLine || ++used > 12)
            return false;
        if ((line.ends_with('?') || line.ends_with('!')) && wordsOf(line).size() > 3)
            return false;
    }
    return true;
}

std::optional<Block> findBlock(const std::vector<Line>& lines, const Sender& sender)
{
    for (std::size_t i = lines.size(); i-- > 0;)
        if (lines[i].isDelimiter && i + 1 < lines.size() && lines[i].text == "--")
            return Block {i, i + 1, true};
    // The earliest line with the sender's name whose followers look like a signature.
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view rest;
        const auto match = matchName(lines[i].text, sender, rest);
        if (match == NameMatch::none || !fitsBlock(lines, i + 1))
            continue;
        int contacts = 0;
        int titles = looksLikeTitle(rest) ? 1 : 0;
        std::size_t seen = 0;
        for (std::size_t k = i + 1; k < lines.size(); ++k) {
            if (lines[k].text.empty())
                continue;
            ++seen;
            contacts += isContactLine(lines[k].text) ? 1 : 0;
            titles += seen <= 2 && looksLikeTitle(lines[k].text) ? 1 : 0;
        }
        const bool enough
            = match == NameMatch::full ? contacts + titles > 0 : (contacts > 0 && titles > 0) || contacts > 1;
        if (enough)
            return Block {i, i, false};
    }
    return std::nullopt;
}
}

SignatureInfo readSignature(std::string_view text, std::string_view senderName, std::string_view senderAddress)
{
    SignatureInfo info;
    auto lines = lastLines(text);
    const auto sender = senderFrom(senderName, senderAddress);
    std::size_t deviceBegin = std::string_view::npos;
    while (!lines.empty() && (lines.back().text.empty() || isDeviceLine(lines.back().text))) {
        if (!lines.back().text.empty())
            deviceBegin = lines.back().begin;
        lines.pop_back();
    }
    const auto block = findBlock(lines, sender);
    if (!block) {
        info.begin = deviceBegin;
        return info;
    }
    info.begin = lines[block->first].begin;
    FoundPhones phones;
    std::size_t seen = 0;
    for (std::size_t i = block->content; i < lines.size(); ++i) {
        auto line = lines[i].text;
        if (line.empty() || lines[i].isDelimiter)
            continue;
        if (isFinePrint(line) || line.size() > longestLine)
            break;
        std::string_view rest;
        const auto match = matchName(line, sender, rest);
        if (match != NameMatch::none)
            line = rest;
        findPhones(line, phones);
        if (++seen <= 5 && !line.empty())
            readTitleAndCompany(line, sender, info);
    }
    info.phones = std::move(phones.phones);
    return info;
}

std::string_view withoutSignature(std::string_view text, std::string_view senderName, std::string_view senderAddress)
{
    auto cut = text.substr(0, readSignature(text, senderName, senderAddress).begin);
    while (!cut.empty() && isAsciiSpace(cut.back()))
        cut.remove_suffix(1);
    return cut;
}
}
