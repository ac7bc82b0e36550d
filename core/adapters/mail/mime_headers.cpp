// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mime_headers.hpp"

#include "core/adapters/mail/charset.hpp"
#include "core/adapters/mail/transfer_decoding.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::mail {
namespace {
constexpr std::size_t maxValueBytes = 64 * 1024;

bool isNameChar(char c) { return c > ' ' && c < 0x7f && c != ':'; }

/// A line from `at` without its end; `at` moves to the next line. CR CR LF, which some gateways make, is one line end.
std::string_view takeLine(std::string_view source, std::size_t& at)
{
    const auto begin = at;
    const auto end = source.find('\n', at);
    at = end == std::string_view::npos ? source.size() : end + 1;
    auto line = source.substr(begin, (end == std::string_view::npos ? source.size() : end) - begin);
    while (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    return line;
}

bool splitField(std::string_view line, HeaderField& field)
{
    std::size_t colon = 0;
    while (colon < line.size() && isNameChar(line[colon]))
        ++colon;
    const auto nameEnd = colon;
    while (colon < line.size() && (line[colon] == ' ' || line[colon] == '\t')) // "Subject : x" is obsolete but legal
        ++colon;
    if (nameEnd == 0 || nameEnd > 200 || colon >= line.size() || line[colon] != ':')
        return false;
    field.name = line.substr(0, nameEnd);
    field.value = line.substr(colon + 1);
    return true;
}

/// Whether one of the next few lines is a well-known header field, before any blank line.
bool knownFieldFollows(std::string_view source, std::size_t at)
{
    for (int i = 0; i < 5 && at < source.size(); ++i) {
        const auto line = takeLine(source, at);
        if (line.empty())
            return false;
        if (isKnownHeaderField(line))
            return true;
    }
    return false;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// One `=?charset?q?text?=` of RFC 2047.
struct EncodedWord {
    std::string_view charset;
    std::string_view text;
    bool base64 = false;
    std::size_t size = 0; ///< of the whole word in the source; 0: none stands there
};

EncodedWord encodedWordAt(std::string_view source)
{
    EncodedWord word;
    const auto charsetEnd = source.substr(0, 80).find('?', 2);
    if (charsetEnd == std::string_view::npos || charsetEnd == 2 || charsetEnd + 2 >= source.size()
        || source[charsetEnd + 2] != '?')
        return word;
    const char kind = source[charsetEnd + 1];
    word.base64 = kind == 'b' || kind == 'B';
    const auto textBegin = charsetEnd + 3;
    const auto textEnd = source.substr(0, 4096).find("?=", textBegin); // 75 by the standard
    if ((!word.base64 && kind != 'q' && kind != 'Q') || textEnd == std::string_view::npos)
        return word;
    word.charset = source.substr(2, charsetEnd - 2);
    word.charset = word.charset.substr(0, word.charset.find('*')); // a language may follow (RFC 2231)
    word.text = source.substr(textBegin, textEnd - textBegin);
    word.size = textEnd + 2;
    return word;
}

std::string bytesOf(const EncodedWord& word)
{
    if (word.base64)
        return decodedBytes(word.text, TransferEncoding::base64, word.text.size());
    std::string bytes;
    for (std::size_t i = 0; i < word.text.size(); ++i) {
        const char c = word.text[i];
        if (c == '=' && i + 2 < word.text.size() && hexDigit(word.text[i + 1]) >= 0
            && hexDigit(word.text[i + 2]) >= 0) {
            bytes += char(hexDigit(word.text[i + 1]) * 16 + hexDigit(word.text[i + 2]));
            i += 2;
        } else {
            bytes += c == '_' ? ' ' : c;
        }
    }
    return bytes;
}

/// Text with its encoded words decoded. Words of one charset that follow each other are joined as bytes before they are
/// decoded, since senders cut within characters; gmime joins them before the base64 is undone and stops at the first
/// padding.
std::string decodedWords(std::string_view text)
{
    std::string out;
    std::string bytes; // of the run of words that is open
    std::string charset; // of that run
    bool open = false;
    const auto close = [&] {
        if (open)
            out += decodeCharset(bytes, charset);
        bytes.clear();
        open = false;
    };
    std::size_t at = 0;
    while (at < text.size()) {
        const auto start = text.find("=?", at);
        const auto word = start == std::string_view::npos ? EncodedWord {} : encodedWordAt(text.substr(start));
        if (word.size == 0) {
            close();
            const auto end = start == std::string_view::npos ? text.size() : start + 2;
            out += text.substr(at, end - at);
            at = end;
            continue;
        }
        const auto between = text.substr(at, start - at);
        const bool joins = open && trimView(between).empty();
        if (!joins || !equalsNoCase(charset, word.charset)) {
            close();
            if (!joins)
                out += between;
            charset = std::string(word.charset);
        }
        bytes += bytesOf(word);
        open = true;
        at = start + word.size;
    }
    close();
    return toValidUtf8(out);
}

bool isAscii(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x80; });
}

std::string percentDecoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0) {
            out += char(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

struct RawParameter {
    std::string name;
    std::string value;
};

std::vector<RawParameter> rawParameters(std::string_view text)
{
    std::vector<RawParameter> list;
    std::size_t at = 0;
    while (at < text.size() && list.size() < 100) {
        while (at < text.size() && (isAsciiSpace(text[at]) || text[at] == ';'))
            ++at;
        const auto nameBegin = at;
        while (at < text.size() && text[at] != '=' && text[at] != ';')
            ++at;
        RawParameter parameter {asciiLower(trimView(text.substr(nameBegin, at - nameBegin))), {}};
        if (at >= text.size() || text[at] == ';') // a word without value
            continue;
        ++at;
        while (at < text.size() && isAsciiSpace(text[at]))
            ++at;
        if (at < text.size() && text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at) {
                if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\'))
                    ++at;
                parameter.value += text[at];
            }
            while (at < text.size() && text[at] != ';')
                ++at;
        } else {
            const auto begin = at;
            while (at < text.size() && text[at] != ';')
                ++at;
            parameter.value = trim(text.substr(begin, at - begin));
        }
        if (!parameter.name.empty())
            list.push_back(std::move(parameter));
    }
    return list;
}

/// Pieces of one name by RFC 2231: `name*0*=utf-8''a%20`, `name*1=b`.
struct Continued {
    std::map<int, std::pair<std::string, bool>> pieces; ///< number -> value, percent-encoded
};

std::string joined(const Continued& continued)
{
    std::string charset;
    std::string bytes;
    bool first = true;
    for (const auto& [number, piece] : continued.pieces) {
        std::string_view value = piece.first;
        if (first && piece.second) {
            const auto one = value.find('\'');
            const auto two = one == std::string_view::npos ? one : value.find('\'', one + 1);
            if (two != std::string_view::npos) {
                charset = std::string(value.substr(0, one));
                value.remove_prefix(two + 1);
            }
        }
        first = false;
        bytes += piece.second ? percentDecoded(value) : std::string(value);
    }
    return decodeCharset(bytes, charset);
}
}

const HeaderField* HeaderBlock::find(std::string_view name) const
{
    const auto found = std::find_if(
        fields.begin(), fields.end(), [&](const HeaderField& field) { return equalsNoCase(field.name, name); });
    return found == fields.end() ? nullptr : &*found;
}

bool looksLikeHeaderField(std::string_view line)
{
    HeaderField field;
    return splitField(line, field);
}

bool isKnownHeaderField(std::string_view line)
{
    static constexpr std::array known {"from", "to", "cc", "bcc", "subject", "date", "message-id", "mime-version",
        "received", "references", "in-reply-to", "reply-to", "return-path", "sender", "delivered-to", "thread-topic",
        "thread-index", "status", "precedence", "auto-submitted", "importance", "priority", "user-agent",
        "organization", "dkim-signature", "authentication-results"};
    HeaderField field;
    if (!splitField(line, field))
        return false;
    const auto name = asciiLower(field.name);
    return name.starts_with("content-") || name.starts_with("x-") || name.starts_with("list-")
        || name.starts_with("arc-") || std::find(known.begin(), known.end(), name) != known.end();
}

HeaderBlock scanHeaders(std::string_view source, std::size_t maxBytes, std::size_t maxFields)
{
    HeaderBlock block;
    std::size_t at = 0;
    while (at < source.size()) {
        const auto begin = at;
        const auto line = takeLine(source, at);
        if (line.empty()) {
            block.body = source.substr(at);
            return block;
        }
        if (begin > maxBytes || block.fields.size() > maxFields) { // pass over the rest of an endless block
            block.wasCut = true;
            continue;
        }
        HeaderField field;
        if ((line[0] == ' ' || line[0] == '\t') && !block.fields.empty()) {
            auto& value = block.fields.back().value;
            value = std::string_view(value.data(), std::size_t(line.data() + line.size() - value.data()));
        } else if (splitField(line, field)) {
            block.fields.push_back(field);
        } else if (knownFieldFollows(source, at)) {
            block.hadJunk = true;
        } else if (line.find_first_not_of(" \t") == std::string_view::npos) { // a blank line with white space in it
            block.body = source.substr(at);
            return block;
        } else {
            block.hadNoBlankLine = true;
            block.body = source.substr(begin);
            return block;
        }
    }
    return block;
}

std::string unfolded(std::string_view value)
{
    value = trimView(value.substr(0, maxValueBytes));
    std::string out;
    out.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto c = static_cast<unsigned char>(value[i]);
        const bool lineEnd
            = c == '\n' || (c == '\r' && i + 1 < value.size() && (value[i + 1] == '\n' || value[i + 1] == '\r'));
        if (lineEnd || c == 0) // the white space that begins the next line stands for the fold
            continue;
        out += c < ' ' || c == 0x7f ? ' ' : char(c);
        if (c == 0x1b) // the escape sequences of ISO-2022-JP
            out.back() = '\x1b';
    }
    return out;
}

std::string decodedHeader(std::string_view value)
{
    auto text = unfolded(value);
    const bool ascii = isAscii(text);
    if (text.find("=?") == std::string::npos) {
        if (ascii && text.find('\x1b') == std::string::npos)
            return text;
        return decodeCharset(text, {});
    }
    if (!ascii)
        text = decodeCharset(text, {});
    auto decoded = decodedWords(text);
    return trimView(decoded).empty() ? text : decoded; // words that cannot be decoded are better than none
}

std::string_view ParameterizedValue::parameter(const std::string& name) const
{
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

ParameterizedValue parseParameterized(std::string_view value)
{
    const auto text = unfolded(value);
    ParameterizedValue parsed;
    const auto semicolon = std::min(text.find(';'), text.size());
    parsed.value = asciiLower(trimView(std::string_view(text).substr(0, semicolon)));
    std::erase_if(parsed.value, [](char c) { return isAsciiSpace(c) || c == '"'; });
    if (semicolon == text.size())
        return parsed;
    std::map<std::string, Continued> continued;
    for (auto& [name, raw] : rawParameters(std::string_view(text).substr(semicolon + 1))) {
        const auto star = name.find('*');
        if (star == std::string::npos) {
            auto decoded = raw.find("=?") != std::string::npos ? decodedHeader(raw) : decodeCharset(raw, {});
            parsed.parameters.try_emplace(name, std::move(decoded));
            continue;
        }
        auto rest = std::string_view(name).substr(star + 1);
        const bool encoded = rest.empty() || rest.back() == '*';
        int number = 0;
        for (const char c : rest.substr(0, 4))
            if (c >= '0' && c <= '9')
                number = number * 10 + (c - '0');
        continued[name.substr(0, star)].pieces.try_emplace(number, std::move(raw), encoded);
    }
    for (const auto& [name, pieces] : continued)
        parsed.parameters[name] = joined(pieces);
    return parsed;
}

std::vector<std::string> messageIds(std::string_view value, std::size_t max)
{
    constexpr std::size_t maxIdBytes = 998;
    const auto text = unfolded(value);
    std::vector<std::string> ids;
    const auto keep = [&](std::string_view id) {
        std::string clean;
        for (const char c : id.substr(0, maxIdBytes))
            if (!isAsciiSpace(c) && c != '<' && c != '>')
                clean += c;
        clean = toValidUtf8(clean);
        if (!clean.empty() && std::find(ids.begin(), ids.end(), clean) == ids.end())
            ids.push_back(std::move(clean));
    };
    // From the end, so that an endless header costs only what is kept.
    std::size_t end = text.size();
    while (ids.size() < max && end > 0) {
        const auto close = text.rfind('>', end - 1);
        if (close == std::string::npos)
            break;
        const auto open = close == 0 ? std::string::npos : text.rfind('<', close - 1);
        if (open == std::string::npos)
            break;
        keep(std::string_view(text).substr(open + 1, close - open - 1));
        end = open;
    }
    if (ids.empty()) {
        std::size_t at = text.size();
        while (ids.size() < max && at > 0) {
            const auto wordEnd = text.find_last_not_of(" ,;\t", at - 1);
            if (wordEnd == std::string::npos)
                break;
            const auto before = text.find_last_of(" ,;\t", wordEnd);
            const auto begin = before == std::string::npos ? 0 : before + 1;
            const auto word = std::string_view(text).substr(begin, wordEnd + 1 - begin);
            if (word.find('@') != std::string_view::npos)
                keep(word);
            at = begin;
        }
    }
    std::reverse(ids.begin(), ids.end());
    return ids;
}
}
