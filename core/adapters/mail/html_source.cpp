// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/html_source.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace agentarmy::mail {
namespace {
/// Where `</style` stands; npos if it is missing, which is only searched once: the sheet then runs to the end.
std::size_t endOfStyle(std::string_view html)
{
    for (auto at = html.find("</", 6); at != std::string_view::npos; at = html.find("</", at + 2))
        if (startsWithNoCase(html.substr(at), "</style"))
            return at;
    return html.size();
}
}

std::string withoutStyles(std::string_view html)
{
    std::string out;
    out.reserve(html.size());
    bool commentsEnd = true; // searched in vain only once
    while (!html.empty()) {
        const auto at = std::min(html.find('<'), html.size());
        out += html.substr(0, at);
        html.remove_prefix(at);
        if (html.empty())
            break;
        std::size_t end = std::string_view::npos;
        if (commentsEnd && html.starts_with("<!--") && !html.starts_with("<!-->") && !html.starts_with("<!--->")) {
            end = html.find("-->", 4);
            commentsEnd = end != std::string_view::npos;
        } else if (startsWithNoCase(html, "<style") && html.size() > 6 && (html[6] == '>' || isAsciiSpace(html[6]))) {
            end = endOfStyle(html);
        }
        const auto length = end == std::string_view::npos ? 1 : std::min(html.find('>', end), html.size() - 1) + 1;
        if (end == std::string_view::npos)
            out += '<';
        html.remove_prefix(length);
    }
    return out;
}

bool isTooDeep(std::string_view html, int depth)
{
    static constexpr std::array self {"p", "li", "td", "tr", "th", "dd", "dt", "br", "img", "hr", "input", "meta",
        "link", "col", "area", "base", "wbr", "embed", "param", "source", "option", "tbody", "thead", "html", "body",
        "head"};
    std::map<std::string, int, std::less<>> open;
    int total = 0;
    for (auto at = html.find('<'); at != std::string_view::npos && at + 1 < html.size(); at = html.find('<', at + 1)) {
        const bool closes = html[at + 1] == '/';
        std::string name;
        for (auto i = at + (closes ? 2 : 1); i < html.size() && name.size() < 12; ++i) {
            const char c = html[i] >= 'A' && html[i] <= 'Z' ? char(html[i] + 32) : html[i];
            if ((c < 'a' || c > 'z') && (name.empty() || c < '0' || c > '9'))
                break;
            name += c;
        }
        if (name.empty() || std::find(self.begin(), self.end(), name) != self.end())
            continue;
        auto& count = open[name];
        if (closes && count > 0) {
            --count;
            --total;
        } else if (!closes) {
            ++count;
            if (++total > depth)
                return true;
        }
        if (open.size() > 1000)
            return true;
    }
    return false;
}
}
