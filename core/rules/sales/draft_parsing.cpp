// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/draft_parsing.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::sales {
namespace {
std::string escaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const char c : text)
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\r':
            break;
        default:
            out += c;
        }
    return out;
}

/// The https target of a link tag, escaped; empty if there is none or it is another scheme.
std::string linkTarget(std::string_view tag)
{
    const auto lower = asciiLower(tag);
    const auto at = lower.find("href");
    if (at == std::string::npos)
        return {};
    auto begin = tag.find_first_of("\"'", at);
    if (begin == std::string_view::npos)
        return {};
    const auto end = tag.find(tag[begin], begin + 1);
    if (end == std::string_view::npos)
        return {};
    const auto url = trimView(tag.substr(begin + 1, end - begin - 1));
    return startsWithNoCase(url, "https://") ? escaped(url) : std::string();
}

/// Model HTML with only p, br, ul, ol, li, b, i, a(https); everything else of markup is dropped, scripts with their
/// text.
std::string reducedHtml(std::string_view html)
{
    static constexpr std::array<std::string_view, 8> kept = {"p", "br", "ul", "ol", "li", "b", "i", "a"};
    std::string out;
    std::vector<std::string> open; // closes what the model left open, and never closes what it did not open
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] != '<') {
            const auto end = std::min(html.find('<', at), html.size());
            out += html.substr(at, end - at);
            at = end;
            continue;
        }
        if (html.substr(at, 4) == "<!--") {
            const auto end = html.find("-->", at);
            at = end == std::string_view::npos ? html.size() : end + 3;
            continue;
        }
        const auto end = html.find('>', at);
        if (end == std::string_view::npos) {
            out += escaped(html.substr(at));
            break;
        }
        const auto tag = html.substr(at + 1, end - at - 1);
        const bool closing = tag.starts_with('/');
        std::size_t length = closing ? 1 : 0;
        const auto nameBegin = length;
        while (length < tag.size()
            && ((tag[length] >= 'a' && tag[length] <= 'z') || (tag[length] >= 'A' && tag[length] <= 'Z')
                || (tag[length] >= '0' && tag[length] <= '9')))
            ++length;
        auto name = asciiLower(tag.substr(nameBegin, length - nameBegin));
        at = end + 1;
        if (name.empty()) { // "a < b > c"
            out += "&lt;" + escaped(tag) + "&gt;";
            continue;
        }
        if (!closing && (name == "script" || name == "style")) {
            auto stop = html.find("</", at);
            while (stop != std::string_view::npos && !startsWithNoCase(html.substr(stop + 2), name))
                stop = html.find("</", stop + 2);
            const auto behind = stop == std::string_view::npos ? stop : html.find('>', stop);
            at = behind == std::string_view::npos ? html.size() : behind + 1;
            continue;
        }
        if (name == "strong")
            name = "b";
        else if (name == "em")
            name = "i";
        if (std::find(kept.begin(), kept.end(), name) == kept.end())
            continue;
        if (name == "br") {
            out += "<br>";
            continue;
        }
        if (closing) {
            const auto found = std::find(open.rbegin(), open.rend(), name);
            if (found == open.rend())
                continue;
            while (open.back() != name) {
                out += "</" + open.back() + ">";
                open.pop_back();
            }
            out += "</" + name + ">";
            open.pop_back();
            continue;
        }
        if (open.size() >= 50)
            continue;
        if (name == "a") {
            const auto target = linkTarget(tag);
            if (target.empty())
                continue;
            out += "<a href=\"" + target + "\">";
        } else
            out += "<" + name + ">";
        open.push_back(name);
    }
    for (auto each = open.rbegin(); each != open.rend(); ++each)
        out += "</" + *each + ">";
    return out;
}

std::string withoutTags(std::string_view html)
{
    std::string out;
    for (std::size_t at = 0; at < html.size(); ++at) {
        if (html[at] != '<') {
            out += html[at];
            continue;
        }
        const auto end = html.find('>', at);
        if (end == std::string_view::npos)
            break;
        const auto tag = asciiLower(html.substr(at + 1, std::min<std::size_t>(end - at - 1, 4)));
        if (tag.starts_with("br") || tag.starts_with("/li"))
            out += '\n';
        else if (tag.starts_with("/p"))
            out += "\n\n";
        at = end;
    }
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> entities
        = {{{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", " "}, {"&amp;", "&"}}};
    for (const auto& [entity, plain] : entities)
        for (auto found = out.find(entity); found != std::string::npos; found = out.find(entity, found + plain.size()))
            out.replace(found, entity.size(), plain);
    return trim(out);
}
}

std::string plainToHtml(std::string_view text)
{
    const auto escapedText = escaped(trimView(text));
    std::string out = "<p>";
    bool pendingBreak = false;
    bool pendingParagraph = false;
    bool any = false;
    for (const auto line : linesOf(escapedText)) {
        if (trimView(line).empty()) {
            pendingParagraph = any;
            continue;
        }
        if (pendingParagraph)
            out += "</p><p>";
        else if (pendingBreak)
            out += "<br>";
        out += line;
        pendingParagraph = false;
        pendingBreak = true;
        any = true;
    }
    return out + "</p>";
}

ParsedDraft parseDraft(std::string_view answer, std::string_view fallbackSubject)
{
    ParsedDraft draft;
    auto body = trimView(answer);
    const auto fallback = trimView(fallbackSubject);
    draft.subject = fallback.empty() ? "Follow-up" : std::string(fallback);
    for (std::size_t at = 0; at < body.size();) {
        const auto end = std::min(body.find('\n', at), body.size());
        const auto line = trimView(body.substr(at, end - at));
        if (startsWithNoCase(line, "subject:")) {
            draft.subject = trim(line.substr(8));
            body = trimView(body.substr(std::min(end + 1, body.size())));
            break;
        }
        at = end + 1;
    }
    const bool isHtml = body.find('<') != std::string_view::npos;
    draft.bodyHtml = isHtml ? reducedHtml(body) : plainToHtml(body);
    draft.bodyText = isHtml ? withoutTags(draft.bodyHtml) : std::string(body);
    return draft;
}
}
