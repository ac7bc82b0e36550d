// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/rtf_text.hpp"

#include "core/adapters/mail/charset.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace agentarmy::mail {
namespace {
struct Group {
    bool dropped = false; ///< a destination whose words are not text
    bool htmlTag = false; ///< {\*\htmltag ...}: HTML that the RTF carries
    bool starred = false; ///< begun with \*
    bool htmlRtf = false; ///< \htmlrtf: RTF that only repeats the HTML
    int skipAfterUnicode = 1;
};

class RtfReader {
public:
    RtfReader(std::string_view rtf, std::size_t maxBytes)
        : m_rtf(rtf)
        , m_max(maxBytes)
        , m_html(rtf.substr(0, 1000).find("\\fromhtml") != std::string_view::npos)
    {
    }

    RtfText read()
    {
        m_groups.push_back({});
        while (m_at < m_rtf.size() && m_out.size() < m_max) {
            const char c = m_rtf[m_at++];
            switch (c) {
            case '{':
                beginGroup();
                break;
            case '}':
                endGroup();
                break;
            case '\\':
                control();
                break;
            case '\r':
            case '\n':
            case '\0':
                break;
            default:
                byte(c);
                break;
            }
        }
        flushBytes();
        return {std::move(m_out), m_html};
    }

private:
    Group& top() { return m_groups.back(); }
    bool isText() { return !top().dropped && (!m_html || !top().htmlRtf) && m_tooDeep == 0; }

    void beginGroup()
    {
        flushBytes();
        if (m_groups.size() >= 500) {
            ++m_tooDeep;
            return;
        }
        auto group = top();
        group.starred = false;
        m_groups.push_back(group);
    }
    void endGroup()
    {
        flushBytes();
        if (m_tooDeep > 0)
            --m_tooDeep;
        else if (m_groups.size() > 1)
            m_groups.pop_back();
    }

    void byte(char c)
    {
        if (m_skip > 0) { // the plain form of a \u character
            --m_skip;
            return;
        }
        if (isText())
            m_bytes += c;
    }
    void flushBytes()
    {
        if (!m_bytes.empty())
            m_out += decodeCharset(m_bytes, m_charset);
        m_bytes.clear();
    }
    void text(std::string_view words)
    {
        flushBytes();
        if (isText())
            m_out += words;
    }

    void control()
    {
        if (m_at >= m_rtf.size())
            return;
        const char c = m_rtf[m_at];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter) {
            ++m_at;
            symbol(c);
            return;
        }
        const auto begin = m_at;
        while (m_at < m_rtf.size()
            && ((m_rtf[m_at] >= 'a' && m_rtf[m_at] <= 'z') || (m_rtf[m_at] >= 'A' && m_rtf[m_at] <= 'Z')))
            ++m_at;
        const auto word = m_rtf.substr(begin, m_at - begin);
        bool negative = false;
        bool hasNumber = false;
        long number = 0;
        if (m_at < m_rtf.size() && m_rtf[m_at] == '-') {
            negative = true;
            ++m_at;
        }
        for (; m_at < m_rtf.size() && m_rtf[m_at] >= '0' && m_rtf[m_at] <= '9'; ++m_at, hasNumber = true)
            if (number < 1000000000)
                number = number * 10 + (m_rtf[m_at] - '0');
        if (m_at < m_rtf.size() && m_rtf[m_at] == ' ')
            ++m_at;
        command(word, hasNumber, negative ? -number : number);
    }

    void symbol(char c)
    {
        if (c == '\'' && m_at + 2 <= m_rtf.size()) {
            const auto digit = [](char d) {
                return d >= '0' && d <= '9' ? d - '0'
                    : d >= 'a' && d <= 'f'  ? d - 'a' + 10
                    : d >= 'A' && d <= 'F'  ? d - 'A' + 10
                                            : -1;
            };
            const int high = digit(m_rtf[m_at]);
            const int low = digit(m_rtf[m_at + 1]);
            if (high >= 0 && low >= 0) {
                m_at += 2;
                byte(char(high * 16 + low));
            }
        } else if (c == '*') {
            top().starred = true;
        } else if (c == '~') {
            text(" ");
        } else if (c == '{' || c == '}' || c == '\\') {
            byte(c);
        } else if (c == '\n' || c == '\r') {
            text("\n");
        }
    }

    void command(std::string_view word, bool hasNumber, long number)
    {
        static constexpr std::array dropped {"fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "footer",
            "object", "generator", "listtable", "listoverridetable", "themedata", "datastore", "footnote", "rsidtbl"};
        if (word == "htmltag") {
            top().htmlTag = true;
            top().dropped = !m_html;
            top().htmlRtf = false;
        } else if (word == "htmlrtf") {
            flushBytes();
            top().htmlRtf = !hasNumber || number != 0;
        } else if (top().starred || std::find(dropped.begin(), dropped.end(), word) != dropped.end()) {
            top().dropped = true;
        } else if (word == "ansicpg" && number > 0 && number < 100000) {
            m_charset = number == 65001 ? "utf-8"
                : number == 932         ? "shift_jis"
                : number == 936         ? "gbk"
                                        : "windows-" + std::to_string(number);
        } else if (word == "uc") {
            top().skipAfterUnicode = int(std::clamp(number, 0L, 10L));
        } else if (word == "u") {
            unicode(number);
        } else if (word == "par" || word == "line" || word == "row" || word == "sect" || word == "page") {
            text("\n");
        } else if (word == "tab" || word == "cell") {
            text("\t");
        } else {
            static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> marks {
                {{"lquote", "\xE2\x80\x98"}, {"rquote", "\xE2\x80\x99"}, {"ldblquote", "\xE2\x80\x9C"},
                    {"rdblquote", "\xE2\x80\x9D"}, {"bullet", "\xE2\x80\xA2"}, {"endash", "\xE2\x80\x93"},
                    {"emdash", "\xE2\x80\x94"}}};
            for (const auto& [name, mark] : marks)
                if (word == name)
                    text(mark);
        }
        top().starred = false;
    }

    void unicode(long number)
    {
        const auto unit = std::uint32_t(number < 0 ? number + 65536 : number) & 0xFFFF;
        m_skip = top().skipAfterUnicode;
        if (unit >= 0xD800 && unit < 0xDC00) {
            m_highSurrogate = unit;
            return;
        }
        std::string out;
        if (unit >= 0xDC00 && unit < 0xE000 && m_highSurrogate != 0)
            appendUtf8(out, char32_t(0x10000 + ((m_highSurrogate - 0xD800) << 10) + (unit - 0xDC00)));
        else if (unit != 0)
            appendUtf8(out, char32_t(unit));
        m_highSurrogate = 0;
        text(out);
    }

    std::string_view m_rtf;
    std::size_t m_at = 0, m_max;
    bool m_html;
    std::vector<Group> m_groups;
    std::size_t m_tooDeep = 0;
    std::string m_out, m_bytes, m_charset = "windows-1252";
    int m_skip = 0;
    std::uint32_t m_highSurrogate = 0;
};
}

RtfText rtfToText(std::string_view rtf, std::size_t maxBytes)
{
    auto read = RtfReader(rtf, maxBytes).read();
    read.text = std::string(cutAtCodePoint(read.text, maxBytes));
    return read;
}
}
