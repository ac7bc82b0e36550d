// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/qualify/file_conversation.hpp"

#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/engine/import/import_run.hpp"
#include "core/engine/import/readers/chat_reader.hpp"
#include "core/engine/import/readers/file_kind.hpp"
#include "core/engine/import/readers/signature.hpp"
#include "core/rules/realtime/transcript_import.hpp"
#include "core/rules/sales/inbound.hpp"
#include "core/rules/sales/thread_headers.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
using readers::FileKind;
constexpr std::uint64_t maxChatBytes = std::uint64_t(64) << 20;
constexpr std::size_t maxTurns = 20'000;

/// A version 8 UUID from content.
Uuid idOf(std::string_view content)
{
    const auto digest = sha256(content);
    Uuid id;
    std::copy_n(digest.begin(), id.bytes.size(), id.bytes.begin());
    id.bytes[6] = std::uint8_t((id.bytes[6] & 0x0F) | 0x80);
    id.bytes[8] = std::uint8_t((id.bytes[8] & 0x3F) | 0x80);
    return id;
}

/// What the person said about our side.
struct Own {
    OwnSide side;
    std::vector<std::string> addresses, domains;
    bool said = false;

    explicit Own(const std::vector<std::string>& words)
    {
        for (const auto& word : words) {
            const auto lower = asciiLower(trimView(word));
            if (lower.empty())
                continue;
            said = true;
            if (lower.front() == '@')
                addDomain(lower.substr(1));
            else if (lower.find('@') != std::string::npos)
                addAddress(lower);
            else if (lower.find('.') != std::string::npos && lower.find(' ') == std::string::npos)
                addDomain(lower);
            else
                side.addName(word);
        }
    }
    void addDomain(const std::string& domain)
    {
        side.addDomain(domain);
        domains.push_back(domain);
    }
    void addAddress(const std::string& address)
    {
        side.addAddress(address);
        addresses.push_back(address);
    }
};

/// Colleagues share a domain; at a free-mail provider everybody stands alone.
std::string campOf(const std::string& address)
{
    const auto domain = mailDomain(address);
    return domain.empty() || isFreeMailDomain(domain) ? address : domain;
}

void takeCamp(Own& own, const std::string& camp)
{
    camp.find('@') == std::string::npos ? own.addDomain(camp) : own.addAddress(camp);
}

/// A signature that says so: "Account Executive", "Head of Sales", "Vertriebsleiter".
bool isSellersTitle(const std::string& title)
{
    const auto words = foldCase(title);
    constexpr std::array<std::string_view, 8> cues {"account executive", "account manager", "key account", "sales",
        "business development", "vertrieb", "customer success", "presales"};
    return std::any_of(
        cues.begin(), cues.end(), [&](std::string_view cue) { return words.find(cue) != std::string::npos; });
}

std::string withoutQuestionMarks(std::string text)
{
    std::erase(text, '?');
    return text;
}

/// Mails tell no sides by themselves: who stands in most of them, else who sells, else whoever wrote first is the
/// customer's.
std::string guessMailSide(const std::vector<FileTurn>& turns, Own& own)
{
    OwnSideGuess guess;
    std::map<std::string, std::string> said;
    std::vector<std::string> camps; // in order of appearance
    const auto meet = [&](const std::string& camp) {
        if (!camp.empty() && std::find(camps.begin(), camps.end(), camp) == camps.end())
            camps.push_back(camp);
    };
    for (const auto& turn : turns) {
        std::vector<std::string> to;
        meet(campOf(turn.address));
        for (const auto& party : turn.others) {
            to.push_back(party.address);
            meet(campOf(party.address));
        }
        guess.see({turn.address}, to);
        said[campOf(turn.address)] += turn.text + '\n';
    }
    if (camps.size() == 1)
        return "Only one side takes part; it is taken for the customer's.";
    std::set<std::string> titled;
    for (const auto& turn : turns)
        if (isSellersTitle(turn.title))
            titled.insert(campOf(turn.address));
    if (titled.size() == 1) {
        takeCamp(own, *titled.begin());
        return "Our side, guessed from who sells: " + *titled.begin() + ". Say it with --own.";
    }
    if (said.size() > 1) {
        const auto sellers = guessOurSpeakers(said, {});
        if (!sellers.empty()) {
            for (const auto& camp : sellers)
                takeCamp(own, camp);
            return "Our side, guessed from who sells: " + *sellers.begin() + ". Say it with --own.";
        }
        if (camps.size() > 2) // one mailbox, several correspondents
            if (const auto answer = guess.answer(); !answer.addresses.empty()) {
                takeCamp(own, campOf(answer.addresses.front()));
                return "Our side, guessed from who takes part in most: " + campOf(answer.addresses.front())
                    + ". Say it with --own.";
            }
    } else {
        // One writer: theirs unless the words are clearly a seller's. Questions prove nothing then.
        auto words = *said.begin();
        const auto sellers = guessOurSpeakers({{words.first, withoutQuestionMarks(words.second)}, {"", ""}}, {});
        if (sellers.contains(words.first)) {
            takeCamp(own, words.first);
            return "Our side, guessed from who sells: " + words.first + ". Say it with --own.";
        }
    }
    // The first writer is the customer's; the first other camp is ours.
    for (const auto& camp : camps)
        if (camp != camps.front()) {
            takeCamp(own, camp);
            return "Our side, guessed from who was written to: " + camp + ". Say it with --own.";
        }
    return {};
}

Result<void> readMails(
    const std::filesystem::path& path, MailboxForm form, Mailboxes& mailboxes, Own& own, FileConversation& out)
{
    auto source = mailboxes.open(path, form, 0);
    if (!source)
        return fail(source.error());
    const sales::OwnSide rulesOwn {own.domains, own.addresses};
    out.channel = Channel::email;
    while (out.turns.size() < maxTurns) {
        auto item = (*source)->next();
        if (!item)
            return fail(item.error());
        if (!*item)
            break;
        const auto number = "message " + std::to_string((*item)->index + 1);
        if (!(*item)->skipReason.empty()) {
            out.left.push_back(number + ": " + (*item)->skipReason);
            continue;
        }
        auto parsed = mailboxes.parse((*item)->raw, (*item)->fallbackDate);
        if (!parsed) {
            out.left.push_back(number + ": " + parsed.error().message);
            continue;
        }
        const sales::MailHeaders headers(parsed->headers.begin(), parsed->headers.end());
        auto clean = sales::cleanInbound(parsed->bodyText, headers, rulesOwn, parsed->date);
        const bool reply = parsed->calendar && parsed->calendar->method == "REPLY";
        if (parsed->bounce || reply || clean.ignored || clean.kind != MessageKind::person) {
            const auto kind = parsed->bounce ? MessageKind::bounce : reply ? MessageKind::calendar : clean.kind;
            out.left.push_back(number + ": automatic mail (" + std::string(enumText(kind)) + ")");
            continue;
        }
        auto signature = readers::readSignature(clean.text, parsed->from.name, parsed->from.address);
        if (signature.begin != std::string::npos)
            clean.text = trim(std::string_view(clean.text).substr(0, signature.begin));
        else if (!clean.signature.empty())
            signature = readers::readSignature(
                clean.text + "\n-- \n" + clean.signature, parsed->from.name, parsed->from.address);
        FileTurn turn;
        turn.speaker = parsed->from.name.empty() ? personNameFromAddress(parsed->from.address) : parsed->from.name;
        turn.address = parsed->from.address;
        turn.text = std::move(clean.text);
        turn.at = parsed->date;
        turn.sourceId = idOf((*item)->raw);
        turn.title = signature.title;
        turn.company = signature.company;
        turn.phones = signature.phones;
        turn.optedOut = clean.optedOut;
        for (const auto* list : {&parsed->to, &parsed->cc})
            for (const auto& party : *list)
                if (party.address.find('@') != std::string::npos)
                    turn.others.push_back({party.name, party.address, {}, {}});
        if (out.subject.empty())
            out.subject = sales::bareSubject(parsed->subject);
        out.turns.push_back(std::move(turn));
    }
    std::stable_sort(out.turns.begin(), out.turns.end(),
        [](const FileTurn& a, const FileTurn& b) { return a.at && b.at && *a.at < *b.at; });
    if (out.turns.empty())
        return {};
    const auto anyOurs = [&] {
        return std::any_of(out.turns.begin(), out.turns.end(), [&](const FileTurn& turn) {
            return own.side.isOurs({turn.speaker, turn.address, {}, {}})
                || std::any_of(
                    turn.others.begin(), turn.others.end(), [&](const Party& party) { return own.side.isOurs(party); });
        });
    };
    if (own.said)
        out.side = anyOurs() ? "Our side as said."
                             : "Nobody of our side, as said, takes part; all words are taken for the customer's.";
    else
        out.side = guessMailSide(out.turns, own);
    for (auto& turn : out.turns)
        turn.ours = own.side.isOursAddress(turn.address) || own.side.isOursName(turn.speaker);
    return {};
}

/// Marks the turns of our side by name; says how it is known.
void settleSpeakers(FileConversation& out, const Own& own, const std::map<std::string, bool>& known)
{
    std::map<std::string, std::string> said;
    for (const auto& turn : out.turns)
        said[turn.speaker] += turn.text + '\n';
    std::set<std::string> ours;
    for (const auto& turn : out.turns)
        if (own.side.isOurs({turn.speaker, turn.address, {}, {}}) || own.side.isOursName(turn.speaker))
            ours.insert(turn.speaker);
    const bool bySaid = !ours.empty();
    const bool byRole
        = !bySaid && std::any_of(known.begin(), known.end(), [](const auto& each) { return each.second; });
    if (byRole) {
        for (const auto& [speaker, isOurs] : known)
            if (isOurs)
                ours.insert(speaker);
    } else if (!bySaid) {
        // Who is known to be the customer's cannot be the seller.
        auto open = said;
        for (const auto& [speaker, isOurs] : known)
            open.erase(speaker);
        ours = open.size() + known.size() > 1 && !open.empty() && !known.empty() && open.size() == 1
            ? std::set<std::string> {open.begin()->first}
            : guessOurSpeakers(open, own.side);
    }
    for (auto& turn : out.turns)
        turn.ours = ours.contains(turn.speaker);
    std::vector<std::string> names(ours.begin(), ours.end());
    const auto list = join(names, ", ");
    const bool allCustomers = !known.empty() && std::all_of(said.begin(), said.end(), [&](const auto& each) {
        return known.contains(each.first) && !known.at(each.first);
    });
    if (ours.empty() && allCustomers)
        out.side = "By the roles in the file all words are the customer's.";
    else if (ours.empty())
        out.side
            = "Nobody of our side was recognised; all words are taken for the customer's. Say who we are with --own.";
    else if (bySaid)
        out.side = "Our side as said: " + list + '.';
    else if (byRole)
        out.side = "Our side by the roles in the file: " + list + '.';
    else
        out.side = "Our side, guessed from who sells: " + list + ". Say it with --own.";
}

Result<void> readChatFile(const std::filesystem::path& path, const Own& own, FileConversation& out)
{
    auto bytes = readFile(path, maxChatBytes);
    if (!bytes)
        return fail(bytes.error());
    auto chat = readers::readChat(*bytes);
    if (!chat)
        return fail(chat.error());
    out.channel = Channel::chat;
    out.subject = chat->title.empty() ? timeInName(path).rest : chat->title;
    for (const auto& problem : chat->problems)
        out.left.push_back(
            (problem.index ? "message " + std::to_string(*problem.index + 1) + ": " : std::string()) + problem.reason);
    std::map<std::string, bool> known;
    for (const auto& participant : chat->participants)
        if (participant.side)
            known[participant.name] = *participant.side == readers::ChatSide::us;
    for (auto& line : chat->lines) {
        if (line.senderSide)
            known[line.sender] = *line.senderSide == readers::ChatSide::us;
        FileTurn turn;
        turn.sourceId = idOf(line.sender + '\n' + std::to_string(line.index) + '\n' + line.text);
        turn.speaker = std::move(line.sender);
        turn.address = std::move(line.senderAddress);
        turn.text = std::move(line.text);
        turn.at = line.at;
        turn.optedOut = sales::asksToStop(turn.text);
        out.turns.push_back(std::move(turn));
    }
    settleSpeakers(out, own, known);
    return {};
}

Result<void> readTranscriptFile(const std::filesystem::path& path, const Own& own, FileConversation& out)
{
    auto bytes = readFile(path, realtime::maxTranscriptBytes);
    if (!bytes)
        return fail(bytes.error());
    auto read = realtime::importTranscript(*bytes);
    if (!read)
        return fail(read.error());
    out.channel = Channel::meeting;
    const auto named = timeInName(path);
    out.subject = named.rest;
    for (const auto& warning : read->warnings)
        out.left.push_back("line " + std::to_string(warning.line) + ": " + warning.text);
    const auto id = idOf(*bytes);
    const auto start = read->startedAt ? read->startedAt : named.at ? named.at : fileTime(path);
    for (std::size_t i = 0; i < read->utterances.size(); ++i) {
        auto& utterance = read->utterances[i];
        FileTurn turn;
        turn.speaker = std::move(utterance.speaker);
        turn.text = std::move(utterance.text);
        if (start)
            turn.at = *start + std::chrono::milliseconds(utterance.timestampMs);
        turn.sourceId = id;
        turn.sourceType = SourceType::utterance;
        turn.utterance = int(i);
        out.turns.push_back(std::move(turn));
    }
    settleSpeakers(out, own, {});
    return {};
}
}

bool FileConversation::isOurs(const Party& party) const
{
    OwnSide side;
    for (const auto& domain : ownDomains)
        side.addDomain(domain);
    for (const auto& address : ownAddresses)
        side.addAddress(address);
    return side.isOursAddress(party.address);
}

Result<FileConversation> readFileConversation(
    const std::filesystem::path& path, Mailboxes& mailboxes, const std::vector<std::string>& words)
{
    auto kind = readers::kindOfPath(path);
    if (!kind)
        return fail(kind.error());
    Own own(words);
    FileConversation out;
    out.file = path.string();
    Result<void> done;
    switch (*kind) {
    case FileKind::eml:
        done = readMails(path, MailboxForm::single, mailboxes, own, out);
        break;
    case FileKind::mbox:
        done = readMails(path, MailboxForm::mbox, mailboxes, own, out);
        break;
    case FileKind::maildir:
        done = readMails(path, MailboxForm::maildir, mailboxes, own, out);
        break;
    case FileKind::chatJson:
        done = readChatFile(path, own, out);
        break;
    case FileKind::vtt:
    case FileKind::srt:
    case FileKind::transcriptJson:
        done = readTranscriptFile(path, own, out);
        break;
    case FileKind::csv:
    case FileKind::folder:
    case FileKind::unknown:
        return fail({ErrorKind::invalid, "unsupported_format",
            path.string() + " is neither a mail, a chat nor a transcript.", {{"file", path.string()}}});
    }
    if (!done)
        return fail(done.error());
    if (out.turns.empty())
        return fail({ErrorKind::invalid, "nothing_to_read",
            path.string() + " holds no words of people" + (out.left.empty() ? "." : ": " + out.left.front() + '.'),
            {{"file", path.string()}}});
    out.ownAddresses = own.addresses;
    out.ownDomains = own.domains;
    return out;
}
}
