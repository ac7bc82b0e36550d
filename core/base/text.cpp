// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/text.hpp"

#include <algorithm>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace agentarmy {
namespace {
bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}
std::string normalize(std::string_view text, const icu::Normalizer2* (*instance)(UErrorCode&))
{
    if (isAscii(text))
        return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = instance(status);
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    if (U_SUCCESS(status))
        normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), int32_t(text.size())), sink, nullptr, status);
    return U_SUCCESS(status) ? out : std::string(text);
}
}

bool isAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool isValidUtf8(std::string_view text)
{
    std::int32_t at = 0;
    const auto length = std::int32_t(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    while (at < length) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        if (c < 0)
            return false;
    }
    return true;
}

std::string toValidUtf8(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto begin = at;
        const unsigned char lead = static_cast<unsigned char>(bytes[at]);
        if (lead < 0x80) {
            if (lead != 0)
                out += bytes[at];
            ++at;
            continue;
        }
        const char32_t c = nextCodePoint(bytes, at);
        if (c == 0xFFFD)
            out += "\xEF\xBF\xBD";
        else
            out.append(bytes, begin, at - begin);
    }
    return out;
}

std::string fromWindows1252(std::string_view bytes)
{
    std::string out;
    if (!convertToUtf8(bytes, "windows-1252", out))
        return toValidUtf8(bytes);
    return out;
}

bool convertToUtf8(std::string_view bytes, const std::string& charset, std::string& out)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(charset.c_str(), &status);
    if (U_FAILURE(status))
        return false;
    icu::UnicodeString wide(bytes.data(), std::int32_t(bytes.size()), converter, status);
    ucnv_close(converter);
    if (U_FAILURE(status))
        return false;
    std::string converted;
    wide.toUTF8String(converted);
    out = toValidUtf8(converted);
    return true;
}

std::string_view trimView(std::string_view text)
{
    const auto spaceAtStart = [&] {
        if (text.empty())
            return 0;
        if (isAsciiSpace(text[0]))
            return 1;
        return text.size() > 1 && text.substr(0, 2) == "\xC2\xA0" ? 2 : 0;
    };
    const auto spaceAtEnd = [&] {
        if (text.empty())
            return 0;
        if (isAsciiSpace(text.back()))
            return 1;
        return text.size() > 1 && text.substr(text.size() - 2) == "\xC2\xA0" ? 2 : 0;
    };
    while (const int n = spaceAtStart())
        text.remove_prefix(std::size_t(n));
    while (const int n = spaceAtEnd())
        text.remove_suffix(std::size_t(n));
    return text;
}

std::string trim(std::string_view text) { return std::string(trimView(text)); }

std::string collapseSpaces(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto begin = at;
        bool space = false;
        while (at < text.size() && text[at] > ' ' && text[at] < 0x7F) // most text is runs of these
            ++at;
        if (at == begin)
            space = static_cast<unsigned char>(text[at]) < 0x80 ? isAsciiSpace(text[at++])
                                                                : isUnicodeSpace(nextCodePoint(text, at));
        if (space) {
            pending = !out.empty();
            continue;
        }
        if (pending)
            out += ' ';
        pending = false;
        out.append(text, begin, at - begin);
    }
    return out;
}

std::string foldCase(std::string_view text)
{
    if (isAscii(text))
        return asciiLower(text);
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8Fold(0, icu::StringPiece(text.data(), std::int32_t(text.size())), sink, nullptr, status);
    return U_SUCCESS(status) ? out : std::string(text);
}

std::string toNfkc(std::string_view text) { return normalize(text, icu::Normalizer2::getNFKCInstance); }
std::string toNfc(std::string_view text) { return normalize(text, icu::Normalizer2::getNFCInstance); }
std::string nameKey(std::string_view name) { return foldCase(collapseSpaces(name)); }

std::string_view cutAtCodePoint(std::string_view text, std::size_t maxBytes)
{
    if (text.size() <= maxBytes)
        return text;
    while (maxBytes > 0 && (static_cast<unsigned char>(text[maxBytes]) & 0xC0) == 0x80)
        --maxBytes;
    return text.substr(0, maxBytes);
}

std::string ellipsized(std::string_view text, std::size_t maxCodePoints)
{
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size(); ++count) {
        if (count == maxCodePoints)
            return std::string(trimView(text.substr(0, at))) + "\xE2\x80\xA6";
        (void)nextCodePoint(text, at);
    }
    return std::string(text);
}

std::size_t codePointCount(std::string_view text)
{
    return std::size_t(std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

char32_t nextCodePoint(std::string_view text, std::size_t& at)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto position = std::int64_t(at);
    const auto length = std::int64_t(text.size());
    UChar32 c = 0;
    U8_NEXT(bytes, position, length, c);
    at = std::size_t(position);
    return c < 0 ? char32_t(0xFFFD) : char32_t(c);
}

void appendUtf8(std::string& out, char32_t codePoint)
{
    std::uint8_t buffer[U8_MAX_LENGTH];
    std::int32_t length = 0;
    UBool failed = false;
    U8_APPEND(buffer, length, U8_MAX_LENGTH, UChar32(codePoint), failed);
    if (failed)
        out += "\xEF\xBF\xBD";
    else
        out.append(reinterpret_cast<const char*>(buffer), std::size_t(length));
}

bool isLetter(char32_t c) { return u_isalpha(UChar32(c)); }
bool isLetterOrDigit(char32_t c) { return u_isalnum(UChar32(c)); }
bool isUpper(char32_t c) { return u_isupper(UChar32(c)); }
bool isUnicodeSpace(char32_t c) { return u_isUWhiteSpace(UChar32(c)); }

bool startsWithNoCase(std::string_view text, std::string_view asciiPrefix)
{
    return text.size() >= asciiPrefix.size() && equalsNoCase(text.substr(0, asciiPrefix.size()), asciiPrefix);
}

bool equalsNoCase(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
    return a.size() == b.size()
        && std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

std::string asciiLower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = char(c + 32);
    return out;
}

std::vector<std::string_view> splitView(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator, begin)) {
        parts.push_back(text.substr(begin, at - begin));
        begin = at + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    auto lines = splitView(text, '\n');
    for (auto& line : lines)
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
    if (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string out;
    for (const auto& part : parts) {
        if (!out.empty())
            out += separator;
        out += part;
    }
    return out;
}
}
