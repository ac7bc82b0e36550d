// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/redaction.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace agentarmy::platform {
namespace {
constexpr std::size_t longestLocalPart = 64;
constexpr std::size_t shortestJwtPart = 4;
constexpr std::size_t shortestKey = 6;
constexpr std::size_t shortestKeyWithDigit = 3;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isAlnum(char c) { return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isKeyPart(char c) { return isAlnum(c) || c == '-' || c == '_'; }
bool isTokenPart(char c) { return isKeyPart(c) || c == '.' || c == '~' || c == '+' || c == '/' || c == '='; }
bool isLocalPart(char c)
{
    return isAlnum(c) || (static_cast<unsigned char>(c) >= 0x80)
        || std::string_view(".%+-_'").find(c) != std::string_view::npos;
}
bool isHostPart(char c) { return isAlnum(c) || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80; }

bool passesLuhn(std::string_view digits)
{
    int sum = 0;
    bool twice = false;
    for (auto at = digits.rbegin(); at != digits.rend(); ++at, twice = !twice) {
        const int value = (*at - '0') * (twice ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

/// Walks over the text once and writes the redacted copy; each try either takes a secret at `m_at` or leaves it alone.
class Redactor {
public:
    explicit Redactor(std::string_view text)
        : m_text(text)
    {
    }

    std::string run()
    {
        while (m_at < m_text.size()) {
            const bool starts = m_at == 0 || !isKeyPart(m_text[m_at - 1]);
            if ((starts && (bearer() || jwt() || key() || card())) || urlPassword() || address())
                continue;
            m_out += m_text[m_at++];
        }
        return std::move(m_out);
    }

private:
    template <class Part> std::size_t runFrom(std::size_t at, Part isPart) const
    {
        while (at < m_text.size() && isPart(m_text[at]))
            ++at;
        return at;
    }
    bool take(std::size_t end, std::string_view replacement)
    {
        m_out += replacement;
        m_at = end;
        return true;
    }

    bool bearer()
    {
        if (!startsWithNoCase(m_text.substr(m_at), "bearer"))
            return false;
        const auto begin = runFrom(m_at + 6, [](char c) { return c == ' ' || c == '\t'; });
        auto end = runFrom(begin, isTokenPart);
        while (end > begin && (m_text[end - 1] == '.')) // the full stop of the sentence
            --end;
        return begin > m_at + 6 && end > begin && take(end, "[redacted:token]");
    }

    bool jwt()
    {
        if (!m_text.substr(m_at).starts_with("eyJ"))
            return false;
        auto end = m_at;
        for (int part = 0; part < 3; ++part) {
            if (part > 0 && (end >= m_text.size() || m_text[end++] != '.'))
                return false;
            const auto stop = runFrom(end, isKeyPart);
            if (stop - end < shortestJwtPart)
                return false;
            end = stop;
        }
        return take(end, "[redacted:token]");
    }

    bool key()
    {
        const auto rest = m_text.substr(m_at);
        const std::size_t prefix = rest.starts_with("aak_") ? 4 : rest.starts_with("sk-") ? 3 : 0;
        if (prefix == 0)
            return false;
        const auto end = runFrom(m_at + prefix, isKeyPart);
        const auto body = m_text.substr(m_at + prefix, end - m_at - prefix);
        const bool long_ = body.size() >= shortestKey
            || (body.size() >= shortestKeyWithDigit && std::ranges::any_of(body, isDigit))
            || (prefix == 4 && !body.empty());
        return long_ && take(end, "[redacted:key]");
    }

    bool card()
    {
        if (!isDigit(m_text[m_at]) || m_at < m_noCardBefore)
            return false;
        const auto end = runFrom(m_at, isDigit);
        m_noCardBefore = end;
        const auto digits = m_text.substr(m_at, end - m_at);
        const bool alone = end >= m_text.size() || !isKeyPart(m_text[end]) || m_text[end] == '-';
        return alone && digits.size() >= 13 && digits.size() <= 19 && passesLuhn(digits)
            && take(end, "[redacted:card]");
    }

    /// "scheme://user:password@": the password goes, the rest stays.
    bool urlPassword()
    {
        if (!m_text.substr(m_at).starts_with("://"))
            return false;
        const auto begin = m_at + 3;
        const auto end = m_text.find_first_of(" \t\r\n/?#\"'<>", begin);
        const auto authority = m_text.substr(begin, end == std::string_view::npos ? end : end - begin);
        const auto at = authority.rfind('@');
        const auto colon = authority.find(':');
        if (at == std::string_view::npos || colon == std::string_view::npos || colon > at)
            return false;
        m_out += m_text.substr(m_at, 3 + colon + 1);
        m_out += "[redacted:password]";
        m_at = begin + at;
        m_out += '@';
        ++m_at; // the host is no address
        return true;
    }

    /// At an `@`: the local part is already written; all but its first letter is taken back.
    bool address()
    {
        if (m_text[m_at] != '@')
            return false;
        const auto host = m_text.substr(m_at + 1, runFrom(m_at + 1, isHostPart) - m_at - 1);
        const auto dot = host.find('.', 1);
        if (host.empty() || dot == std::string_view::npos || dot + 1 == host.size())
            return false;
        std::size_t length = 0;
        while (length < m_out.size() && length < longestLocalPart && length < m_at
            && isLocalPart(m_out[m_out.size() - 1 - length]))
            ++length;
        if (length == 0)
            return false;
        auto begin = m_out.size() - length;
        while (begin < m_out.size() && !isAlnum(m_out[begin]) && static_cast<unsigned char>(m_out[begin]) < 0x80)
            ++begin; // a bracket or quote is not the first letter
        if (begin == m_out.size())
            return false;
        auto firstEnd = begin;
        static_cast<void>(nextCodePoint(m_out, firstEnd));
        m_out.resize(firstEnd);
        m_out += "***@";
        ++m_at;
        return true;
    }

    std::string_view m_text;
    std::string m_out;
    std::size_t m_at = 0;
    std::size_t m_noCardBefore = 0;
};
}

std::string redact(std::string_view text) { return Redactor(text).run(); }
}
