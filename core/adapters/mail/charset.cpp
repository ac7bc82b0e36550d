// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/charset.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <unicode/ucsdet.h>

namespace agentarmy::mail {
namespace {
bool isAscii(std::string_view bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](unsigned char c) { return c >= 0x80; });
}

std::string withoutNul(std::string_view text)
{
    std::string out(text);
    if (text.find('\0') != std::string_view::npos)
        std::erase(out, '\0');
    return out;
}

std::string cleanLabel(std::string_view declared)
{
    std::string label;
    for (const char c : asciiLower(trimView(declared)).substr(0, 40)) // no charset name is longer
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':'
            || c == '+')
            label += c;
    return label;
}

enum class Family { guess, utf8, latin1, sevenBit, other };

Family familyOf(const std::string& label)
{
    static constexpr std::array guesses {"us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "x-unknown", "unknown",
        "default", "binary", "8bit", "7bit", "iso-10646", "none", "x-user-defined", "unicode"};
    static constexpr std::array latins {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1",
        "windows-1252", "cp1252", "cp-1252", "windows1252", "iso88591", "8859-1", "iso-8859-15", "iso8859-15", "latin9",
        "ansi"};
    if (label.empty() || std::find(guesses.begin(), guesses.end(), label) != guesses.end())
        return Family::guess;
    if (label == "utf-8" || label == "utf8" || label == "utf-8-mac" || label == "unicode-1-1-utf-8")
        return Family::utf8;
    if (std::find(latins.begin(), latins.end(), label) != latins.end())
        return Family::latin1;
    if (label.starts_with("iso-2022") || label.starts_with("csiso2022") || label.starts_with("utf-7")
        || label.starts_with("hz"))
        return Family::sevenBit;
    return Family::other;
}

/// ICU's name for what mail programs write.
std::string icuName(const std::string& label)
{
    static constexpr std::array<std::pair<std::string_view, const char*>, 16> names {
        {{"gb2312", "gb18030"}, {"gbk", "gb18030"}, {"gb_2312-80", "gb18030"}, {"x-gbk", "gb18030"},
            {"ks_c_5601-1987", "windows-949"}, {"euc-kr", "windows-949"}, {"x-sjis", "windows-932"},
            {"shift_jis", "windows-932"}, {"shift-jis", "windows-932"}, {"sjis", "windows-932"},
            {"iso-8859-8-i", "iso-8859-8"}, {"cp-850", "cp850"}, {"unicode-1-1-utf-7", "utf-7"},
            {"big5-hkscs", "big5-hkscs"}, {"x-mac-roman", "macintosh"}, {"iso-8859-9", "windows-1254"}}};
    for (const auto& [from, to] : names)
        if (label == from)
            return to;
    return label;
}

/// Where half of the letters are high bytes the text is not Western; ICU tells Cyrillic and East Asian charsets apart
/// well.
std::string detectedCharset(std::string_view bytes)
{
    const auto sample = bytes.substr(0, 4096);
    const auto high
        = std::size_t(std::count_if(sample.begin(), sample.end(), [](unsigned char c) { return c >= 0x80; }));
    if (high * 10 < sample.size() * 3)
        return {};
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector* detector = ucsdet_open(&status);
    if (U_FAILURE(status))
        return {};
    ucsdet_setText(detector, sample.data(), std::int32_t(sample.size()), &status);
    std::string name;
    const UCharsetMatch* match = U_SUCCESS(status) ? ucsdet_detect(detector, &status) : nullptr;
    if (match && U_SUCCESS(status) && ucsdet_getConfidence(match, &status) >= 30)
        name = ucsdet_getName(match, &status);
    ucsdet_close(detector);
    return U_SUCCESS(status) ? name : std::string();
}

std::string guess(std::string_view bytes)
{
    if (isAscii(bytes)) {
        std::string out;
        const auto escape = bytes.find('\x1b');
        if (escape != std::string_view::npos && bytes.substr(escape + 1, 1).find_first_of("$(") == 0
            && convertToUtf8(bytes, "iso-2022-jp", out))
            return out;
        return withoutNul(bytes);
    }
    if (isValidUtf8(bytes))
        return withoutNul(bytes);
    std::string out;
    const auto name = detectedCharset(bytes);
    if (!name.empty() && convertToUtf8(bytes, name, out))
        return out;
    return fromWindows1252(bytes);
}

/// Mostly UTF-8 with a few broken bytes (a mail cut in the middle of a character) stays UTF-8.
bool isNearlyUtf8(std::string_view bytes)
{
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto begin = at;
        const bool broken = nextCodePoint(bytes, at) == 0xFFFD && bytes.substr(begin, at - begin) != "\xEF\xBF\xBD";
        ++(broken ? bad : good);
    }
    return good >= 4 * bad;
}
}

std::string decodeCharset(std::string_view bytes, std::string_view declared, bool* guessed)
{
    const auto label = cleanLabel(declared);
    const auto family = familyOf(label);
    const auto note = [&](bool value) {
        if (guessed)
            *guessed = value;
    };
    note(false);
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    switch (family) {
    case Family::guess:
        note(!isAscii(bytes));
        return guess(bytes);
    case Family::utf8:
        if (isValidUtf8(bytes))
            return withoutNul(bytes);
        note(true);
        return isNearlyUtf8(bytes) ? toValidUtf8(bytes) : guess(bytes);
    case Family::latin1:
        if (isAscii(bytes))
            return withoutNul(bytes);
        if (isValidUtf8(bytes)) { // Latin-1 text that happens to be UTF-8 does not occur
            note(true);
            return withoutNul(bytes);
        }
        if (label.ends_with("15") || label.ends_with("9")) {
            std::string out;
            if (convertToUtf8(bytes, "iso-8859-15", out))
                return out;
        }
        return fromWindows1252(bytes);
    case Family::sevenBit:
        if (!isAscii(bytes) && isValidUtf8(bytes)) {
            note(true);
            return withoutNul(bytes);
        }
        break;
    case Family::other:
        if (isAscii(bytes) && label.find("16") == std::string::npos && label.find("32") == std::string::npos
            && label.find("037") == std::string::npos && label.find("ebcdic") == std::string::npos)
            return withoutNul(bytes);
        break;
    }
    std::string out;
    if (convertToUtf8(bytes, icuName(label), out))
        return out;
    note(true);
    return guess(bytes);
}
}
