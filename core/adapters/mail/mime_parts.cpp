// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mime_parts.hpp"

#include "core/adapters/mail/mime_headers.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace agentarmy::mail {
namespace {
enum class Delimiter { none, next, last };

Delimiter delimiterOf(std::string_view line, std::string_view boundary)
{
    if (!line.starts_with("--") || line.substr(2, boundary.size()) != boundary)
        return Delimiter::none;
    auto rest = line.substr(2 + boundary.size());
    const bool last = rest.starts_with("--");
    if (last)
        rest.remove_prefix(2);
    if (rest.find_first_not_of(" \t\r") != std::string_view::npos)
        return Delimiter::none;
    return last ? Delimiter::last : Delimiter::next;
}
}

MultipartSplit splitMultipart(std::string_view body, std::string_view boundary, std::size_t maxParts)
{
    MultipartSplit split;
    auto begin = std::string_view::npos; // of the part that is being read
    const auto close = [&](std::size_t end) {
        if (begin == std::string_view::npos)
            return;
        if (end > begin && body[end - 1] == '\n')
            --end;
        if (end > begin && body[end - 1] == '\r')
            --end;
        if (split.parts.size() < maxParts)
            split.parts.push_back(body.substr(begin, end - begin));
        else
            ++split.dropped;
        begin = std::string_view::npos;
    };
    std::size_t at = 0;
    while (at < body.size()) {
        const auto lineBegin = at;
        const auto lineEnd = std::min(body.find('\n', at), body.size());
        at = std::min(lineEnd + 1, body.size());
        if (lineEnd - lineBegin < boundary.size() + 2 || body[lineBegin] != '-')
            continue;
        const auto kind = delimiterOf(body.substr(lineBegin, lineEnd - lineBegin), boundary);
        if (kind == Delimiter::none)
            continue;
        close(lineBegin);
        if (kind == Delimiter::last) {
            split.hasEnd = true;
            return split;
        }
        begin = at;
    }
    close(body.size());
    return split;
}

std::string sniffBoundary(std::string_view body)
{
    std::size_t at = 0;
    for (int lines = 0; at < body.size() && lines < 1000; ++lines) {
        const auto begin = at;
        const auto end = std::min(body.find('\n', at), body.size());
        at = std::min(end + 1, body.size());
        const auto line = trimView(body.substr(begin, end - begin));
        if (!line.starts_with("--") || line.size() < 3 || line.size() > 200
            || line.find_first_not_of('-') == std::string_view::npos)
            continue;
        const auto nextEnd = std::min(body.find('\n', at), body.size());
        if (looksLikeHeaderField(body.substr(at, nextEnd - at)))
            return std::string(line.substr(2));
    }
    return {};
}

std::string tidyText(std::string text)
{
    std::string_view source = text;
    if (source.starts_with("\xEF\xBB\xBF"))
        source.remove_prefix(3);
    const bool clean = source.size() == text.size() && std::none_of(source.begin(), source.end(), [](unsigned char c) {
        return (c < ' ' && c != '\n' && c != '\t') || c == 0x7f;
    });
    if (!clean) {
        std::string out;
        out.reserve(source.size());
        for (std::size_t i = 0; i < source.size(); ++i) {
            const auto c = static_cast<unsigned char>(source[i]);
            if (c == '\r') {
                std::size_t next = i;
                while (next < source.size() && source[next] == '\r')
                    ++next;
                if (next >= source.size() || source[next] != '\n')
                    out += '\n';
                i = next - 1;
            } else if (c >= ' ' ? c != 0x7f : c == '\n' || c == '\t') {
                out += char(c);
            } else if (c == '\f' || c == '\v') {
                out += '\n';
            }
        }
        text = std::move(out);
    }
    while (!text.empty() && isAsciiSpace(text.back()))
        text.pop_back();
    std::size_t blank = 0; // blank lines at the start
    for (std::size_t i = 0; i < text.size() && isAsciiSpace(text[i]); ++i)
        if (text[i] == '\n')
            blank = i + 1;
    return blank == 0 ? text : text.substr(blank);
}

std::string unflowed(std::string_view text, bool deleteSpace)
{
    std::string out;
    out.reserve(text.size());
    bool open = false; // the last line ended softly
    std::size_t openDepth = 0;
    for (auto line : linesOf(text)) {
        std::size_t depth = 0;
        while (depth < line.size() && line[depth] == '>')
            ++depth;
        line.remove_prefix(depth);
        if (line.starts_with(' '))
            line.remove_prefix(1);
        const bool joins = open && depth == openDepth && line != "-- ";
        if (!joins) {
            if (!out.empty() || open)
                out += '\n';
            if (depth > 0) {
                out.append(depth, '>');
                out += ' ';
            }
        }
        const bool soft = line.ends_with(' ') && line != "-- ";
        if (soft && deleteSpace)
            line.remove_suffix(1);
        out += line;
        open = soft;
        openDepth = depth;
        if (out.empty())
            out += '\n';
    }
    return out;
}

std::string safeFileName(std::string_view name)
{
    const auto slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    std::string clean;
    for (const char c : name.substr(0, 1200))
        clean += static_cast<unsigned char>(c) < ' ' || c == 0x7f ? ' ' : c;
    clean = collapseSpaces(toValidUtf8(clean));
    if (clean == "." || clean == "..")
        return {};
    return std::string(cutAtCodePoint(clean, 300));
}

std::string_view extensionOf(std::string_view mediaType)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> table {
        {{"application/pdf", ".pdf"}, {"image/png", ".png"}, {"image/jpeg", ".jpg"}, {"image/gif", ".gif"},
            {"text/plain", ".txt"}, {"text/html", ".html"}, {"text/csv", ".csv"}, {"text/calendar", ".ics"},
            {"application/ics", ".ics"}, {"application/zip", ".zip"}, {"message/rfc822", ".eml"},
            {"application/json", ".json"}, {"application/msword", ".doc"},
            {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
            {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
            {"application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"}}};
    for (const auto& [type, extension] : table)
        if (type == mediaType)
            return extension;
    return {};
}
}
