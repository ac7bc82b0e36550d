// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/realtime/cue_text.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::realtime {
namespace {
constexpr std::size_t mostNameCodePoints = 60;
constexpr std::size_t mostNameBytes = mostNameCodePoints * 4;
constexpr int mostNameWords = 5;
constexpr std::size_t longestEntity = 10;
constexpr std::size_t mostVoices = 200; ///< of one cue; what follows belongs to the last

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isSpeakerName(std::string_view name)
{
    if (name.empty() || name.size() > mostNameBytes || codePointCount(name) > mostNameCodePoints)
        return false;
    std::size_t at = 0;
    if (!isLetter(nextCodePoint(name, at)))
        return false;
    int words = 0;
    bool inWord = false;
    for (at = 0; at < name.size();) {
        const bool space = isUnicodeSpace(nextCodePoint(name, at));
        words += !space && !inWord ? 1 : 0;
        inWord = !space;
    }
    if (words > mostNameWords)
        return false;
    constexpr std::array schemes {"http", "https", "ftp", "mailto", "tel", "file", "urn", "data"};
    const auto lower = asciiLower(name);
    return std::ranges::none_of(schemes, [&](std::string_view scheme) {
        return lower == scheme || (lower.ends_with(scheme) && lower[lower.size() - scheme.size() - 1] == ' ');
    });
}

/// Text from `at`, if a speaker's colon stands there.
std::optional<std::string_view> behindColon(std::string_view line, std::size_t at)
{
    if (at >= line.size() || line[at] != ':')
        return std::nullopt;
    const auto rest = line.substr(at + 1);
    if (!rest.empty() && !isAsciiSpace(rest.front()) && !rest.starts_with("\xC2\xA0"))
        return std::nullopt; // 10:30, https://
    return trimView(rest);
}

void appendEntity(std::string& out, std::string_view text, std::size_t& at)
{
    const auto end = text.substr(at, longestEntity).find(';');
    const auto name = end == std::string_view::npos ? std::string_view() : text.substr(at + 1, end - 1);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> named {{{"amp", "&"}, {"lt", "<"},
        {"gt", ">"}, {"nbsp", "\xC2\xA0"}, {"quot", "\""}, {"apos", "'"}, {"lrm", ""}, {"rlm", ""}}};
    for (const auto& [entity, value] : named)
        if (name == entity) {
            out += value;
            at += end + 1;
            return;
        }
    if (name.size() >= 2 && name[0] == '#') {
        const bool hex = name[1] == 'x' || name[1] == 'X';
        char32_t code = 0;
        bool good = name.size() > (hex ? 2U : 1U);
        for (const char c : name.substr(hex ? 2 : 1)) {
            const int digit = isDigit(c)      ? c - '0'
                : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                              : -1;
            good = good && digit >= 0;
            code = code * (hex ? 16 : 10) + char32_t(std::max(digit, 0));
        }
        if (good && code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF)) {
            appendUtf8(out, code);
            at += end + 1;
            return;
        }
    }
    out += text[at++];
}

/// The annotation of a voice tag ("v.loud Ana Ruiz" -> "Ana Ruiz"); nothing for other tags.
std::optional<std::string_view> voiceName(std::string_view tag)
{
    if (tag.empty() || tag[0] != 'v' || (tag.size() > 1 && tag[1] != ' ' && tag[1] != '.' && tag[1] != '\t'))
        return std::nullopt;
    const auto cut = tag.find_first_of(" \t");
    return cut == std::string_view::npos ? std::string_view() : trimView(tag.substr(cut));
}

std::string decoded(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '&')
            appendEntity(out, text, at);
        else
            out += text[at++];
    }
    return out;
}
}

SpeakerLine splitSpeaker(std::string_view line)
{
    const auto trimmed = trimView(line);
    const auto colon = trimmed.substr(0, mostNameBytes + 1).find(':');
    if (colon == std::string_view::npos)
        return {{}, line};
    const auto rest = behindColon(trimmed, colon);
    const auto name = trimView(trimmed.substr(0, colon));
    if (!rest || !isSpeakerName(name))
        return {{}, line};
    const bool clock = isDigit(name.back()) && !rest->empty() && isDigit(rest->front())
        && name.find(' ') != std::string_view::npos && rest->size() >= 2 && isDigit((*rest)[1]); // "at 10: 30"
    return clock ? SpeakerLine {{}, line} : SpeakerLine {name, *rest};
}

SpeakerLine splitBracketedSpeaker(std::string_view line)
{
    const auto trimmed = trimView(line);
    if (!trimmed.starts_with('['))
        return splitSpeaker(line);
    const auto close = trimmed.substr(0, mostNameBytes + 2).find(']');
    if (close == std::string_view::npos)
        return splitSpeaker(line);
    const auto name = trimView(trimmed.substr(1, close - 1));
    if (!isSpeakerName(name))
        return splitSpeaker(line);
    const auto rest = behindColon(trimmed, close + 1);
    return {name, rest ? *rest : trimView(trimmed.substr(close + 1))};
}

std::vector<Voice> voicesOf(std::string_view cue)
{
    std::vector<Voice> voices(1);
    bool anyVoice = false;
    bool moreTags = true; // once no `>` is left, none will come
    for (std::size_t at = 0; at < cue.size();) {
        if (cue[at] == '<' && moreTags) {
            const auto close = cue.find('>', at);
            moreTags = close != std::string_view::npos;
            if (moreTags) {
                if (const auto name = voiceName(cue.substr(at + 1, close - at - 1));
                    name && voices.size() < mostVoices) {
                    anyVoice = true;
                    voices.push_back({decoded(*name), {}});
                }
                at = close + 1;
                continue;
            }
        }
        if (cue[at] == '&')
            appendEntity(voices.back().text, cue, at);
        else
            voices.back().text += cue[at++];
    }
    auto& before = voices.front(); // what stands outside of all voices
    if (const auto split = splitSpeaker(before.text); !split.speaker.empty()) {
        Voice named {std::string(split.speaker), std::string(split.text)};
        before = std::move(named);
    }
    if (anyVoice && trimView(before.text).empty())
        voices.erase(voices.begin());
    return voices;
}

std::string withoutSrtTags(std::string_view cue)
{
    std::string out;
    bool moreTags = true;
    bool moreBraces = true;
    for (std::size_t at = 0; at < cue.size();) {
        const char c = cue[at];
        const char next = at + 1 < cue.size() ? cue[at + 1] : '\0';
        const bool tag
            = c == '<' && moreTags && (next == '/' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'));
        const bool brace = c == '{' && moreBraces && next == '\\';
        if (tag || brace) {
            const auto close = cue.find(tag ? '>' : '}', at);
            (tag ? moreTags : moreBraces) = close != std::string_view::npos;
            if (close != std::string_view::npos) {
                at = close + 1;
                continue;
            }
        }
        out += c;
        ++at;
    }
    return out;
}

std::optional<std::int64_t> parseClock(std::string_view text)
{
    std::array<std::int64_t, 3> parts {};
    std::size_t count = 0;
    std::size_t at = 0;
    const auto digits = [&](std::size_t min, std::size_t max) -> std::optional<std::int64_t> {
        const auto begin = at;
        std::int64_t value = 0;
        while (at < text.size() && at - begin < max && isDigit(text[at]))
            value = value * 10 + (text[at++] - '0');
        return at - begin >= min ? std::optional(value) : std::nullopt;
    };
    for (;;) {
        const auto part = digits(1, 3);
        if (!part || count == parts.size())
            return std::nullopt;
        parts[count++] = *part;
        if (at >= text.size() || text[at] != ':')
            break;
        ++at;
    }
    if (count < 2 || parts[count - 1] > 59 || parts[count - 2] > (count == 2 ? 999 : 59))
        return std::nullopt;
    std::int64_t millis = 0;
    if (at < text.size()) {
        if (text[at] != '.' && text[at] != ',')
            return std::nullopt;
        const auto begin = ++at;
        const auto fraction = digits(1, 3);
        if (!fraction || at != text.size())
            return std::nullopt;
        millis = *fraction * (at - begin == 1 ? 100 : at - begin == 2 ? 10 : 1);
    }
    const std::int64_t hours = count == 3 ? parts[0] : 0;
    return ((hours * 60 + parts[count - 2]) * 60 + parts[count - 1]) * 1000 + millis;
}
}
