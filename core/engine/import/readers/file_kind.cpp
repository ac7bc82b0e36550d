// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/file_kind.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace agentarmy::readers {
namespace {
/// The head as UTF-8 text without BOM; UTF-16 is turned around.
std::string textOf(std::string_view head)
{
    std::string out;
    if (head.starts_with("\xFF\xFE") && convertToUtf8(head.substr(2, (head.size() - 2) / 2 * 2), "utf-16le", out))
        return out;
    if (head.starts_with("\xFE\xFF") && convertToUtf8(head.substr(2, (head.size() - 2) / 2 * 2), "utf-16be", out))
        return out;
    if (head.starts_with("\xEF\xBB\xBF"))
        head.remove_prefix(3);
    return std::string(head);
}

bool isBinary(std::string_view text)
{
    const auto probe = text.substr(0, 4096);
    const auto controls = std::count_if(
        probe.begin(), probe.end(), [](unsigned char c) { return c < 8 || (c > 13 && c < 27) || c == 28; });
    return controls * 20 > std::ptrdiff_t(probe.size());
}

std::string extensionOf(std::string_view name)
{
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string() : asciiLower(name.substr(dot + 1));
}

std::vector<std::string_view> firstLines(std::string_view text, std::size_t count)
{
    std::vector<std::string_view> lines;
    while (!text.empty() && lines.size() < count) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        const auto line = trimView(text.substr(0, end));
        if (!line.empty())
            lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool startsMbox(std::string_view text)
{
    if (!text.starts_with("From "))
        return false;
    const auto line = text.substr(0, std::min(text.find('\n'), std::size_t(1000)));
    const bool clock = line.find(':') != std::string_view::npos
        && std::any_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto next = text.substr(std::min(line.size() + 1, text.size()));
    const auto colon = next.find(':');
    const bool fieldFollows = colon != std::string_view::npos && colon > 0 && colon < 80
        && next.substr(0, colon).find_first_of(" \t\n") == std::string_view::npos;
    return clock || fieldFollows;
}

/// Header fields that a mail has; two of them in the first lines are enough.
int mailFields(const std::vector<std::string_view>& lines)
{
    static constexpr std::string_view names[] = {"from:", "to:", "subject:", "date:", "message-id:", "mime-version:",
        "received:", "return-path:", "delivered-to:", "content-type:", "reply-to:", "cc:", "x-",
        "dkim-signature:", "authentication-results:", "references:", "in-reply-to:", "sender:"};
    int count = 0;
    for (const auto line : lines)
        for (const auto name : names)
            if (startsWithNoCase(line, name) && line.find(':') != std::string_view::npos && line.find(':') < 60) {
                ++count;
                break;
            }
    return count;
}

bool isSubRip(const std::vector<std::string_view>& lines)
{
    for (std::size_t i = 0; i < std::min(lines.size(), std::size_t(6)); ++i) {
        const auto arrow = lines[i].find("-->");
        if (arrow != std::string_view::npos && arrow > 0 && arrow < 16 && lines[i][0] >= '0' && lines[i][0] <= '9')
            return true;
    }
    return false;
}

bool hasKey(std::string_view text, std::string_view key)
{
    const auto quoted = '"' + std::string(key) + '"';
    for (auto at = text.find(quoted); at != std::string_view::npos; at = text.find(quoted, at + 1)) {
        const auto rest = trimView(text.substr(at + quoted.size(), 20));
        if (rest.starts_with(':'))
            return true;
    }
    return false;
}

FileKind jsonKind(std::string_view text)
{
    // Chats name a sender; transcripts name a speaker, a participant or a time within the recording.
    const bool chat = hasKey(text, "sender") || hasKey(text, "senderRole");
    const bool transcript = hasKey(text, "speaker") || hasKey(text, "timestampMs") || hasKey(text, "utterances")
        || hasKey(text, "words") || hasKey(text, "participant") || hasKey(text, "transcript")
        || hasKey(text, "segments");
    if (chat && !hasKey(text, "utterances") && !hasKey(text, "timestampMs"))
        return FileKind::chatJson;
    if (transcript)
        return FileKind::transcriptJson;
    return chat || hasKey(text, "messages") ? FileKind::chatJson : FileKind::unknown;
}

/// A table: the same separator stands equally often in the first lines.
bool isTable(const std::vector<std::string_view>& lines)
{
    if (lines.size() < 2)
        return false;
    const auto count = [](std::string_view line, char separator) {
        bool quoted = false;
        int found = 0;
        for (const char c : line) {
            quoted = c == '"' ? !quoted : quoted;
            found += c == separator && !quoted ? 1 : 0;
        }
        return found;
    };
    for (const char separator : {',', ';', '\t', '|'}) {
        const int first = count(lines[0], separator);
        if (first == 0)
            continue;
        std::size_t same = 0;
        for (const auto line : lines)
            same += count(line, separator) == first ? 1 : 0;
        if (same * 10 >= lines.size() * 8 && (first >= 2 || separator != ','))
            return true;
    }
    return false;
}
}

FileKind kindOfContent(std::string_view head, std::string_view fileName)
{
    const auto text = textOf(head.substr(0, kindProbeBytes));
    const auto extension = extensionOf(fileName);
    const auto trimmed = trimView(text);
    if (trimmed.empty() || isBinary(text))
        return extension == "eml" && !trimmed.empty() ? FileKind::eml : FileKind::unknown;
    if (trimmed.starts_with("WEBVTT"))
        return FileKind::vtt;
    if (startsMbox(trimmed) && extension != "eml")
        return FileKind::mbox;
    const bool tableName = extension == "csv" || extension == "tsv";
    if (!tableName && (trimmed[0] == '{' || trimmed[0] == '['))
        return jsonKind(trimmed);
    const auto lines = firstLines(trimmed, 40);
    if (isSubRip(lines))
        return extension == "vtt" ? FileKind::vtt : FileKind::srt;
    if (tableName)
        return FileKind::csv;
    const int fields = mailFields(lines);
    if (extension == "eml" || fields >= 3 || (fields >= 2 && mailFields({lines[0]}) == 1))
        return FileKind::eml;
    if (extension == "mbox" || extension == "mbx")
        return FileKind::mbox;
    if (extension == "srt")
        return FileKind::srt;
    static constexpr std::string_view prose[]
        = {"md", "py", "html", "htm", "xml", "cpp", "hpp", "js", "qml", "json", "log", "yml", "yaml", "toml"};
    if (std::find(std::begin(prose), std::end(prose), extension) != std::end(prose))
        return FileKind::unknown;
    return isTable(lines) || startsWithNoCase(trimmed, "sep=") ? FileKind::csv : FileKind::unknown;
}

Result<FileKind> kindOfPath(const std::filesystem::path& path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status))
        return fail({ErrorKind::notFound, "not_found", "There is no " + path.string() + ".",
            {{"type", "file"}, {"file", path.string()}}});
    if (fs::is_directory(status))
        return fs::is_directory(path / "cur", error) || fs::is_directory(path / "new", error) ? FileKind::maildir
                                                                                              : FileKind::folder;
    if (!fs::is_regular_file(status))
        return FileKind::unknown;
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return fail(
            {ErrorKind::invalid, "unreadable_file", path.string() + " cannot be opened.", {{"file", path.string()}}});
    std::string head(kindProbeBytes, '\0');
    in.read(head.data(), std::streamsize(head.size()));
    head.resize(std::size_t(in.gcount()));
    return kindOfContent(head, path.filename().string());
}
}
