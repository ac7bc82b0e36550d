// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/file_plan.hpp"

#include "core/base/text.hpp"
#include "core/engine/import/import_run.hpp"
#include "core/engine/import/readers/chat_reader.hpp"
#include "core/engine/import/readers/csv_reader.hpp"
#include "core/engine/workspace/organisation_domain.hpp"
#include "core/rules/realtime/transcript_import.hpp"
#include "core/rules/sales/inbound.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

namespace agentarmy {
namespace {
using readers::FileKind;
constexpr int guessMails = 400;
constexpr std::size_t maxFiles = 200'000;

MailboxForm formOf(FileKind kind)
{
    return kind == FileKind::mbox   ? MailboxForm::mbox
        : kind == FileKind::maildir ? MailboxForm::maildir
                                    : MailboxForm::single;
}
bool isMail(FileKind kind) { return kind == FileKind::mbox || kind == FileKind::maildir || kind == FileKind::eml; }

/// Tables of our people come first, so that their owners and senders are known; deals need their accounts.
int orderOf(const PlannedFile& file)
{
    switch (file.kind) {
    case FileKind::csv: {
        std::ifstream in(file.path, std::ios::binary);
        auto reader = readers::CsvReader::open(in);
        if (!reader)
            return 4;
        readers::MappingRequest request;
        request.headers = reader->shape().headers;
        request.fileName = file.path.filename().string();
        const auto mapping = readers::guessMapping(request);
        switch (mapping ? mapping->kind : readers::TableKind::unknown) {
        case readers::TableKind::users:
            return 0;
        case readers::TableKind::products:
        case readers::TableKind::accounts:
            return 1;
        case readers::TableKind::contacts:
            return 2;
        case readers::TableKind::opportunities:
        case readers::TableKind::unknown:
            return 3;
        }
        return 3;
    }
    case FileKind::mbox:
    case FileKind::maildir:
        return 5;
    case FileKind::eml:
        return 6;
    case FileKind::chatJson:
        return 7;
    default:
        return 8;
    }
}

bool isEmptyFile(const std::filesystem::path& path)
{
    std::error_code code;
    return std::filesystem::is_regular_file(path, code) && std::filesystem::file_size(path, code) == 0 && !code;
}

void addFile(const std::filesystem::path& path, bool named, std::vector<PlannedFile>& files, ImportReport& report)
{
    auto kind = readers::kindOfPath(path);
    if (!kind) {
        report.errors.push_back({path.string(), 0, kind.error().message});
        return;
    }
    if (*kind == FileKind::unknown || *kind == FileKind::folder) {
        if (named)
            report.errors.push_back(
                {path.string(), 0, isEmptyFile(path) ? "the file is empty" : "not a kind of file that is imported"});
        return;
    }
    files.push_back({path, *kind});
}

Result<void> addPath(const std::filesystem::path& path, std::vector<PlannedFile>& files, ImportReport& report)
{
    auto kind = readers::kindOfPath(path);
    if (!kind) {
        std::error_code code;
        if (!std::filesystem::exists(path, code))
            return fail({ErrorKind::notFound, "not_found", "There is no file or folder " + path.string() + ".",
                {{"path", path.string()}}});
        report.errors.push_back({path.string(), 0, kind.error().message});
        return {};
    }
    if (*kind != FileKind::folder) {
        addFile(path, true, files, report);
        return {};
    }
    std::error_code code;
    std::vector<std::filesystem::path> found;
    for (auto it = std::filesystem::recursive_directory_iterator(
             path, std::filesystem::directory_options::skip_permission_denied, code);
         !code && it != std::filesystem::recursive_directory_iterator(); it.increment(code)) {
        const auto name = it->path().filename().string();
        if (name.starts_with(".")) {
            if (it->is_directory(code))
                it.disable_recursion_pending();
            continue;
        }
        if (it->is_directory(code)) {
            const auto inner = readers::kindOfPath(it->path());
            if (inner && *inner == FileKind::maildir) {
                files.push_back({it->path(), FileKind::maildir});
                it.disable_recursion_pending();
            }
        } else if (it->is_regular_file(code))
            found.push_back(it->path());
        if (files.size() + found.size() > maxFiles)
            return fail({ErrorKind::invalid, "too_many_files", path.string() + " holds more than 200,000 files.", {}});
    }
    std::sort(found.begin(), found.end());
    for (const auto& file : found)
        addFile(file, false, files, report);
    return {};
}

template <class Use> void eachMail(const PlannedFile& file, Mailboxes& mailboxes, int limit, Use use)
{
    auto source = mailboxes.open(file.path, formOf(file.kind), 0);
    if (!source)
        return;
    for (int i = 0; limit < 0 || i < limit; ++i) {
        auto item = (*source)->next();
        if (!item || !*item)
            return;
        if (!(*item)->skipReason.empty())
            continue;
        if (auto mail = mailboxes.parse((*item)->raw, (*item)->fallbackDate))
            if (!use(*mail))
                return;
    }
}
}

Result<std::vector<PlannedFile>> planFiles(const std::vector<std::filesystem::path>& paths, ImportReport& report)
{
    std::vector<PlannedFile> files;
    for (const auto& path : paths)
        if (auto done = addPath(path, files, report); !done)
            return fail(done.error());
    std::vector<std::pair<int, PlannedFile>> ordered;
    ordered.reserve(files.size());
    for (auto& file : files) {
        const int order = orderOf(file);
        ordered.emplace_back(order, std::move(file));
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<PlannedFile> out;
    for (auto& [order, file] : ordered)
        if (out.empty()
            || std::none_of(out.end() - 1, out.end(), [&](const auto& last) { return last.path == file.path; }))
            out.push_back(std::move(file));
    return out;
}

namespace {
/// Finds whose mailbox it is. People are taken together by company, since a team's mailbox has no single owner: the
/// side that takes part in nearly every mail. Where two do (all mail with one customer) the mailbox's own delivery
/// headers tell, then who of them talks like a seller, then who received what the other wrote.
class MailboxOwner {
public:
    void see(const mail::ParsedMail& mail)
    {
        ++m_total;
        std::set<std::string> taking;
        const auto add = [&](const std::string& address) {
            if (address.find('@') == std::string::npos)
                return;
            auto side = sideOf(address);
            ++m_sides[side].addresses[address];
            taking.insert(std::move(side));
        };
        add(mail.from.address);
        for (const auto* list : {&mail.to, &mail.cc, &mail.bcc})
            for (const auto& address : *list)
                add(address.address);
        for (const auto& side : taking)
            ++m_sides[side].mails;
        if (mail.from.address.find('@') != std::string::npos) {
            auto& sender = m_sides[sideOf(mail.from.address)];
            ++sender.sent;
            if (sender.said.size() < 20'000)
                sender.said
                    += std::string(cutAtCodePoint(sales::cutQuotes(cutAtCodePoint(mail.bodyText, 8000)).text, 2000))
                    + '\n';
        }
        for (const auto* name : {"delivered-to", "x-original-to", "envelope-to", "x-delivered-to"})
            if (const auto address = asciiLower(trimView(mail.header(name))); address.find('@') != std::string::npos) {
                ++m_sides[sideOf(address)].delivered;
                break;
            }
    }

    [[nodiscard]] OwnSideGuess::Answer answer() const
    {
        std::vector<const Entry*> often;
        int most = 0;
        for (const auto& side : m_sides)
            if (side.second.mails * 10 >= m_total * 6) {
                often.push_back(&side);
                most = std::max(most, side.second.mails);
            }
        std::erase_if(often, [&](const auto* side) { return side->second.mails * 10 < most * 9; });
        if (often.empty())
            return {};
        const auto byDelivery
            = std::ranges::max_element(often, {}, [](const auto* side) { return side->second.delivered; });
        if ((*byDelivery)->second.delivered * 3 > m_total)
            return answerOf(**byDelivery);
        if (often.size() == 1)
            return m_total < 3 ? OwnSideGuess::Answer {} : answerOf(*often.front());
        std::map<std::string, std::string> said;
        for (const auto* side : often)
            said[side->first] = side->second.said;
        if (const auto sellers = guessOurSpeakers(said, {}); sellers.size() == 1)
            for (const auto* side : often)
                if (sellers.contains(side->first))
                    return answerOf(*side);
        if (m_total < 3)
            return {};
        return answerOf(**std::ranges::min_element(often, {}, [](const auto* side) { return side->second.sent; }));
    }

private:
    struct Side {
        int mails = 0, sent = 0, delivered = 0;
        std::map<std::string, int> addresses;
        std::string said;
    };
    using Entry = std::pair<const std::string, Side>;

    /// A company by its domain; somebody at a free-mail provider alone.
    static std::string sideOf(const std::string& address)
    {
        const auto domain = mailDomain(address);
        return isFreeMailDomain(domain) ? address : organisationDomain(domain);
    }
    [[nodiscard]] OwnSideGuess::Answer answerOf(const Entry& entry) const
    {
        OwnSideGuess::Answer answer;
        const auto& [name, side] = entry;
        answer.share = double(side.mails) / m_total;
        if (!side.addresses.empty())
            answer.addresses.push_back(
                std::ranges::max_element(side.addresses, {}, [](const auto& each) { return each.second; })->first);
        if (name.find('@') == std::string::npos)
            answer.domains.push_back(name);
        return answer;
    }

    std::map<std::string, Side> m_sides;
    int m_total = 0;
};
}

OwnSideGuess::Answer guessOwnSide(const std::vector<PlannedFile>& files, Mailboxes& mailboxes)
{
    MailboxOwner guess;
    for (const auto& file : files)
        if (isMail(file.kind))
            eachMail(file, mailboxes, guessMails, [&](const mail::ParsedMail& mail) {
                guess.see(mail);
                return true;
            });
    return guess.answer();
}

std::optional<Timestamp> newestDate(
    const std::vector<PlannedFile>& files, Mailboxes& mailboxes, const std::stop_token& stop)
{
    std::optional<Timestamp> newest;
    const auto see = [&](Timestamp time) { newest = std::max(time, newest.value_or(time)); };
    for (const auto& file : files) {
        if (isMail(file.kind)) {
            eachMail(file, mailboxes, -1, [&](const mail::ParsedMail& mail) {
                if (mail.date && !mail.dateGuessed)
                    see(*mail.date);
                return !stop.stop_requested();
            });
        } else if (file.kind == FileKind::chatJson) {
            if (auto bytes = readFile(file.path, std::uint64_t(64) << 20))
                if (auto chat = readers::readChat(*bytes))
                    for (const auto& line : chat->lines)
                        if (line.at)
                            see(*line.at);
        } else if (file.kind == FileKind::vtt || file.kind == FileKind::srt || file.kind == FileKind::transcriptJson) {
            if (const auto named = timeInName(file.path); named.at)
                see(*named.at);
            else if (auto bytes = readFile(file.path, realtime::maxTranscriptBytes))
                if (auto transcript = realtime::importTranscript(*bytes); transcript && transcript->startedAt)
                    see(*transcript->startedAt);
        }
    }
    return newest;
}
}
