// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mail_addresses.hpp"

#include "core/adapters/mail/mime_headers.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace agentarmy::mail {
namespace {
/// What stands between two commas, taken apart.
struct Piece {
    std::string phrase; ///< words outside brackets and comments
    std::string comment; ///< what stood in (...)
    std::string angle; ///< what stood in <...>
    bool hadAngle = false;
    bool hadQuotes = false;
};

class AddressScanner {
public:
    explicit AddressScanner(std::string_view text)
        : m_text(text)
    {
    }
    bool atEnd() const { return m_at >= m_text.size(); }

    Piece next()
    {
        Piece piece;
        while (!atEnd()) {
            const char c = m_text[m_at++];
            if (c == ',' || c == ';')
                break;
            if (c == '"' && !m_unclosedQuote) {
                quoted(piece.phrase);
                piece.hadQuotes = true;
            } else if (c == '(' && !m_unclosedComment) {
                comment(piece.comment);
            } else if (c == '<' && piece.angle.find('@') == std::string::npos) {
                if (piece.hadAngle) // "Seán <sales> <sean@x.com>": the first belongs to the name
                    piece.phrase += "<" + piece.angle + "> ";
                angle(piece);
            } else if (c == ':' && !piece.hadAngle && isGroupName(piece.phrase)) {
                piece = {}; // "undisclosed-recipients:;", "Team: a@b, c@d;"
            } else {
                piece.phrase += c;
            }
        }
        return piece;
    }

private:
    void quoted(std::string& out)
    {
        const auto begin = m_at;
        const auto before = out.size();
        for (; !atEnd() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            out += m_text[m_at];
        }
        if (atEnd()) { // a quote that is never closed: read on behind it as if there were no quotes
            out.resize(before);
            m_at = begin;
            m_unclosedQuote = true;
            return;
        }
        ++m_at;
    }

    void comment(std::string& out)
    {
        const auto begin = m_at;
        int depth = 1;
        std::string text;
        for (; !atEnd(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\\' && m_at + 1 < m_text.size()) {
                text += m_text[++m_at];
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0)
                break;
            text += c;
        }
        if (depth > 0) { // never closed: not a comment
            m_unclosedComment = true;
            m_at = begin;
            return;
        }
        ++m_at;
        if (out.empty())
            out = std::move(text);
    }

    void angle(Piece& piece)
    {
        piece.hadAngle = true;
        auto stop = m_text.find_first_of("><", m_at);
        while (stop != std::string_view::npos && m_text[stop] == '<') { // "<<a@b>>", "<x <a@b>"
            m_at = stop + 1;
            stop = m_text.find_first_of("><", m_at);
        }
        if (stop == std::string_view::npos) // "<a@b, c@d"
            stop = std::min(m_text.find(',', m_at), m_text.size());
        piece.angle = std::string(m_text.substr(m_at, stop - m_at));
        m_at = stop;
        while (!atEnd() && m_text[m_at] == '>')
            ++m_at;
    }

    static bool isGroupName(std::string_view phrase)
    {
        const auto name = trimView(phrase);
        if (asciiLower(name.substr(name.size() - std::min<std::size_t>(name.size(), 6))) == "mailto")
            return false;
        return !name.empty() && name.find('@') == std::string_view::npos && name.size() < 200;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_unclosedComment = false;
    bool m_unclosedQuote = false;
};

std::string cleanAddress(std::string_view text)
{
    text = trimView(text);
    if (startsWithNoCase(text, "mailto:"))
        text.remove_prefix(7);
    if (text.find(':') != std::string_view::npos && text.starts_with('@')) // a route: @a,@b:user@host
        text = text.substr(text.rfind(':') + 1);
    while (text.size() > 1 && text.front() == '\'' && text.back() == '\'') // within, it is a letter: o'brien@x.com
        text = trimView(text.substr(1, text.size() - 2));
    std::string out;
    for (const char c : text)
        if (!isAsciiSpace(c) && c != '"' && c != '<' && c != '>' && static_cast<unsigned char>(c) >= ' ')
            out += c;
    while (!out.empty() && (out.back() == '.' || out.back() == ',' || out.back() == ';'))
        out.pop_back();
    if (out.size() > 320)
        return {};
    return foldCase(toValidUtf8(out));
}

bool isAddress(std::string_view text)
{
    const auto at = text.rfind('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size();
}

std::string cleanName(std::string_view raw, const MailLimits& limits)
{
    auto name = collapseSpaces(decodedHeader(raw));
    const auto strip = [&](char quote) {
        if (name.size() > 1 && name.front() == quote && name.back() == quote)
            name = trim(std::string_view(name).substr(1, name.size() - 2));
    };
    strip('"');
    strip('\'');
    return std::string(cutAtCodePoint(name, limits.nameBytes));
}

MailAddress addressFrom(const Piece& piece, const MailLimits& limits)
{
    MailAddress out;
    if (piece.hadAngle) {
        out.address = cleanAddress(piece.angle);
        out.name = cleanName(trimView(piece.phrase).empty() ? piece.comment : piece.phrase, limits);
    } else {
        auto phrase = trim(piece.phrase);
        if (phrase.find('@') == std::string::npos && phrase.find("=?") != std::string::npos) {
            phrase = decodedHeader(phrase); // the whole of it was encoded, address too
            if (const auto open = phrase.find('<');
                open != std::string::npos && phrase.find('@', open) != std::string::npos) {
                out.address
                    = cleanAddress(std::string_view(phrase).substr(open + 1, phrase.find('>', open) - open - 1));
                out.name = cleanName(std::string_view(phrase).substr(0, open), limits);
                return out;
            }
        }
        if (phrase.find('@') != std::string::npos) {
            // "John Doe john@x.com": the word with the @ is the address
            std::string name;
            for (const auto word : splitView(phrase, ' ')) {
                if (out.address.empty() && isAddress(word))
                    out.address = cleanAddress(word);
                else
                    name += (name.empty() ? "" : " ") + std::string(word);
            }
            out.name
                = cleanName(trimView(name).empty() ? std::string_view(piece.comment) : std::string_view(name), limits);
        } else {
            out.name = cleanName(phrase.empty() ? piece.comment : phrase, limits);
        }
    }
    if (!isAddress(out.address)) {
        if (out.name.empty() && !out.address.empty())
            out.name = std::string(cutAtCodePoint(out.address, limits.nameBytes));
        out.address.clear();
        if (isAddress(out.name) && out.name.find(' ') == std::string::npos)
            out.address = cleanAddress(out.name);
    }
    if (foldCase(out.name) == out.address) // the name only says the address again
        out.name.clear();
    return out;
}
}

std::vector<MailAddress> parseAddresses(std::string_view value, const MailLimits& limits)
{
    std::vector<MailAddress> list;
    const auto text = unfolded(value);
    AddressScanner scanner(text);
    std::string carried; // "Doe" of an unquoted "Doe, John <j@x>"
    while (!scanner.atEnd() && list.size() < limits.addresses) {
        auto piece = scanner.next();
        const bool onlyWords = !piece.hadAngle && piece.phrase.find('@') == std::string::npos
            && piece.phrase.find("=?") == std::string::npos && !trimView(piece.phrase).empty();
        if (onlyWords && !piece.hadQuotes && carried.empty() && !scanner.atEnd() && piece.phrase.size() < 100) {
            carried = std::move(piece.phrase);
            continue;
        }
        if (!carried.empty()) {
            if (piece.hadAngle && !piece.hadQuotes)
                piece.phrase = carried + "," + piece.phrase;
            else
                list.push_back(addressFrom({.phrase = carried, .comment = {}, .angle = {}}, limits));
            carried.clear();
        }
        auto address = addressFrom(piece, limits);
        if (!address.address.empty() || !address.name.empty())
            list.push_back(std::move(address));
    }
    if (!carried.empty() && list.size() < limits.addresses)
        list.push_back(addressFrom({.phrase = carried, .comment = {}, .angle = {}}, limits));
    return list;
}
}
