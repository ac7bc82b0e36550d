// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/file_plan.hpp"

#include "core/engine/import/import_run.hpp"
#include "core/engine/import/readers/chat_reader.hpp"
#include "core/engine/import/readers/csv_reader.hpp"
#include "core/rules/realtime/transcript_import.hpp"

#include <algorithm>
#include <fstream>

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

void addFile(const std::filesystem::path& path, bool named, std::vector<PlannedFile>& files, ImportReport& report)
{
    auto kind = readers::kindOfPath(path);
    if (!kind) {
        report.errors.push_back({path.string(), 0, kind.error().message});
        return;
    }
    if (*kind == FileKind::unknown || *kind == FileKind::folder) {
        if (named)
            report.errors.push_back({path.string(), 0, "not a kind of file that is imported"});
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

OwnSideGuess::Answer guessOwnSide(const std::vector<PlannedFile>& files, Mailboxes& mailboxes)
{
    OwnSideGuess guess;
    for (const auto& file : files)
        if (isMail(file.kind))
            eachMail(file, mailboxes, guessMails, [&](const mail::ParsedMail& mail) {
                std::vector<std::string> recipients;
                for (const auto* list : {&mail.to, &mail.cc, &mail.bcc})
                    for (const auto& address : *list)
                        recipients.push_back(address.address);
                guess.see({mail.from.address}, recipients);
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
