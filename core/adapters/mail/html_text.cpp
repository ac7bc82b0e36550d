// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/html_text.hpp"

#include "core/adapters/mail/html_lines.hpp"
#include "core/adapters/mail/html_source.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <csetjmp>
#include <ctime>
#include <gumbo.h>
#include <memory>
#include <vector>

namespace agentarmy::mail {
namespace {
/// Seconds of work of this thread, where the system tells; else of the clock.
double workSeconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time {};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
        return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
#endif
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Memory for one parse, given back in one piece: gumbo frees trees by recursion, which deep nesting turns into a stack
/// overflow, some inputs of a few KiB make it build gigabytes, and others let it search in squares of their length.
/// Beyond the budget of memory or work the parse is left by longjmp; only C frames lie between.
class Arena {
public:
    explicit Arena(std::size_t budget)
        : m_budget(budget)
    {
    }
    std::jmp_buf exit; // NOLINT: gumbo is C

    void* take(std::size_t bytes)
    {
        bytes = (bytes + 15) & ~std::size_t(15);
        if (++m_calls % 4096 == 0 && workSeconds() > m_deadline)
            std::longjmp(exit, 1); // NOLINT
        if (bytes > m_left) {
            const auto chunk = std::max(bytes, std::size_t(32) * 1024);
            if (m_used + chunk > m_budget)
                std::longjmp(exit, 1); // NOLINT
            m_used += chunk;
            m_chunks.emplace_back(new char[chunk]);
            m_next = m_chunks.back().get();
            m_left = chunk;
        }
        char* taken = m_next;
        m_next += bytes;
        m_left -= bytes;
        return taken;
    }

private:
    std::vector<std::unique_ptr<char[]>> m_chunks; // NOLINT
    char* m_next = nullptr;
    std::size_t m_left = 0, m_used = 0, m_budget, m_calls = 0;
    double m_deadline = workSeconds() + 2;
};

const GumboOutput* parseWithin(Arena& arena, std::string_view html)
{
    if (setjmp(arena.exit) != 0) // NOLINT: nothing with a destructor is alive between here and the jump
        return nullptr;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* data, size_t bytes) { return static_cast<Arena*>(data)->take(bytes); };
    options.deallocator = [](void*, void*) {};
    options.userdata = &arena;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, html.data(), html.size());
}

std::string_view attribute(const GumboElement& element, const char* name)
{
    const auto* found = gumbo_get_attribute(&element.attributes, name);
    return found ? std::string_view(found->value) : std::string_view();
}

bool containsNoCase(std::string_view text, std::string_view part)
{
    return std::search(text.begin(), text.end(), part.begin(), part.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? char(a + 32) : a) == b;
    }) != text.end();
}

/// A style without white space, lower case, at most 2 KiB.
std::string compactStyle(std::string_view style)
{
    std::string out;
    for (const char c : style.substr(0, 2048))
        if (!isAsciiSpace(c))
            out += c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    out += ';';
    return out;
}

bool hidesContent(const std::string& style)
{
    static constexpr std::array hiding {"display:none", "visibility:hidden", "mso-hide:all", "max-height:0;",
        "max-height:0px", "font-size:0;", "font-size:0px", "opacity:0;", "line-height:0;font-size:0"};
    return std::any_of(
        hiding.begin(), hiding.end(), [&](const char* rule) { return style.find(rule) != std::string::npos; });
}

bool isDropped(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
        return true;
    default:
        return false;
    }
}

enum class Flow { inlined, line, paragraph };

Flow flowOf(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_HR:
        return Flow::paragraph;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_BODY:
        return Flow::line;
    default:
        return Flow::inlined;
    }
}

/// http, https or mailto, without control characters, not so long that only a machine reads it; "" otherwise.
std::string safeUrl(std::string_view href)
{
    std::string url;
    for (const char c : trimView(href)) {
        if (static_cast<unsigned char>(c) <= ' ' || c == 0x7f)
            continue;
        url += c;
        if (url.size() > 500)
            return {};
    }
    if (startsWithNoCase(url, "http://") || startsWithNoCase(url, "https://"))
        return url;
    if (startsWithNoCase(url, "mailto:"))
        return url.substr(0, url.find('?'));
    return {};
}

std::string comparable(std::string_view url)
{
    std::string out = asciiLower(trimView(url));
    for (const std::string_view prefix : {"https://", "http://", "mailto:", "www."})
        if (out.starts_with(prefix))
            out.erase(0, prefix.size());
    while (!out.empty() && out.back() == '/')
        out.pop_back();
    return out;
}

/// The first text below a node, at most some 40 bytes; looks at a bounded number of nodes.
std::string firstText(const GumboNode* root)
{
    std::vector<const GumboNode*> open {root};
    for (int seen = 0; !open.empty() && seen < 40; ++seen) {
        const auto* node = open.back();
        open.pop_back();
        if (node->type == GUMBO_NODE_TEXT) {
            const auto text = trim(std::string_view(node->v.text.text).substr(0, 200));
            if (!text.empty())
                return text.substr(0, 40);
        } else if (node->type == GUMBO_NODE_ELEMENT) {
            const auto& children = node->v.element.children;
            for (unsigned i = std::min(children.length, 20U); i > 0; --i)
                open.push_back(static_cast<const GumboNode*>(children.data[i - 1]));
        }
    }
    return {};
}

bool startsReplyHeader(const GumboNode* node)
{
    static constexpr std::array words {
        "from:", "von:", "de:", "da:", "van:", "fra:", "od:", "fr\xC3\xA5n:", "l\xC3\xA4hett\xC3\xA4j\xC3\xA4:"};
    const auto text = firstText(node);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return startsWithNoCase(text, word)
            || (startsWithNoCase(text, word.substr(0, word.size() - 1)) && text.size() < word.size());
    });
}

enum class QuoteMark { none, inside, restOfMail };

QuoteMark quoteMarkOf(const GumboNode* node, const std::string& style)
{
    const auto& element = node->v.element;
    const auto id = attribute(element, "id");
    const auto classes = attribute(element, "class");
    if (id == "appendonsend" || id == "divRplyFwdMsg" || id.ends_with("_divRplyFwdMsg") || id.ends_with("_appendonsend")
        || id == "zwchr" || id == "OLK_SRC_BODY_SECTION" || id == "mail-editor-reference-message-container")
        return QuoteMark::restOfMail;
    if (element.tag == GUMBO_TAG_BLOCKQUOTE) {
        const bool indentOnly = attribute(element, "type").empty() && classes.empty()
            && (style.find("border:none") != std::string::npos || style.find("border:0") != std::string::npos);
        return indentOnly ? QuoteMark::none : QuoteMark::inside;
    }
    if (!classes.empty())
        for (const std::string_view name : {"gmail_quote", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote",
                 "tutanota_quote", "zmail_extra", "outlook_quote", "front-blockquote"})
            if (containsNoCase(classes, name))
                return QuoteMark::inside;
    if (element.tag == GUMBO_TAG_DIV && style.find("border-top:solid") != std::string::npos && startsReplyHeader(node))
        return QuoteMark::restOfMail;
    return QuoteMark::none;
}

class Walker {
public:
    explicit Walker(const HtmlLimits& limits)
        : m_lines(limits.textBytes)
    {
    }

    void walk(const GumboNode* root)
    {
        open(root);
        while (!m_stack.empty() && !m_lines.isFull()) {
            auto& frame = m_stack.back();
            const auto* children = childrenOf(frame.node);
            if (children && frame.child < children->length)
                open(static_cast<const GumboNode*>(children->data[frame.child++]));
            else
                close();
        }
    }
    HtmlText finish()
    {
        HtmlText out;
        out.truncated = m_lines.isFull();
        out.hasQuote = m_lines.hasQuote();
        out.text = m_lines.finish();
        while (!out.text.empty() && out.text.back() == '\n')
            out.text.pop_back();
        return out;
    }

private:
    struct Frame {
        const GumboNode* node;
        unsigned child = 0;
        bool quotes = false;
        bool keepsSpaces = false;
        int listNumber = -1; ///< of an <ol>: the next item
    };

    static const GumboVector* childrenOf(const GumboNode* node)
    {
        if (node->type == GUMBO_NODE_DOCUMENT)
            return &node->v.document.children;
        return node->type == GUMBO_NODE_ELEMENT ? &node->v.element.children : nullptr;
    }

    void open(const GumboNode* node)
    {
        const bool keeps = !m_stack.empty() && m_stack.back().keepsSpaces;
        switch (node->type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE:
            m_lines.text(node->v.text.text, keeps);
            return;
        case GUMBO_NODE_DOCUMENT:
            m_stack.push_back({node});
            return;
        case GUMBO_NODE_ELEMENT:
            break;
        default:
            return;
        }
        const auto& element = node->v.element;
        if (isDropped(element.tag) || gumbo_get_attribute(&element.attributes, "hidden"))
            return;
        if (element.tag == GUMBO_TAG_BR) {
            m_lines.lineBreak();
            return;
        }
        const auto styleText = attribute(element, "style");
        const auto style = styleText.empty() ? std::string() : compactStyle(styleText);
        if (!style.empty() && hidesContent(style))
            return;
        Frame frame {node};
        frame.keepsSpaces = keeps || element.tag == GUMBO_TAG_PRE;
        const auto flow = flowOf(element.tag);
        if (flow == Flow::paragraph && !isNestedList(element.tag))
            m_lines.paragraph();
        else if (flow != Flow::inlined)
            m_lines.endLine();
        const auto mark = quoteMarkOf(node, style);
        if (mark == QuoteMark::restOfMail)
            m_restQuoted = 1;
        frame.quotes = mark == QuoteMark::inside;
        m_quoteDepth += frame.quotes ? 1 : 0;
        applyQuote();
        if (element.tag == GUMBO_TAG_OL)
            frame.listNumber = 1;
        if (element.tag == GUMBO_TAG_LI)
            bullet();
        if (element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH)
            m_lines.cellBreak();
        if (isSignature(element))
            signatureLine(node);
        m_stack.push_back(frame);
    }

    void close()
    {
        const auto frame = m_stack.back();
        m_stack.pop_back();
        if (frame.node->type != GUMBO_NODE_ELEMENT)
            return;
        const auto& element = frame.node->v.element;
        if (element.tag == GUMBO_TAG_A)
            link(element);
        const auto flow = flowOf(element.tag);
        if (flow == Flow::paragraph && !isNestedList(element.tag))
            m_lines.paragraph();
        else if (flow != Flow::inlined)
            m_lines.endLine();
        if (frame.quotes) {
            --m_quoteDepth;
            applyQuote();
        }
    }

    void applyQuote() { m_lines.setQuoteDepth(std::min(m_quoteDepth + m_restQuoted, 20)); }

    bool isNestedList(GumboTag tag) const
    {
        return (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) && !m_stack.empty()
            && m_stack.back().node->type == GUMBO_NODE_ELEMENT && m_stack.back().node->v.element.tag == GUMBO_TAG_LI;
    }

    void bullet()
    {
        const bool numbered = !m_stack.empty() && m_stack.back().listNumber > 0;
        m_lines.prefix(numbered ? std::to_string(m_stack.back().listNumber++) + ". " : "- ");
    }

    static bool isSignature(const GumboElement& element)
    {
        return attribute(element, "class") == "gmail_signature"
            || attribute(element, "data-smartmail") == "gmail_signature" || attribute(element, "id") == "Signature"
            || attribute(element, "id") == "ms-outlook-mobile-signature";
    }

    void signatureLine(const GumboNode* node)
    {
        if (m_quoteDepth + m_restQuoted > 0 || m_lines.line() == "--" || firstText(node).starts_with("--"))
            return;
        m_lines.endLine();
        m_lines.raw("--");
        m_lines.endLine();
    }

    void link(const GumboElement& element)
    {
        const auto url = safeUrl(attribute(element, "href"));
        if (url.empty())
            return;
        const auto wanted = comparable(url);
        const auto line = m_lines.line();
        const auto end = asciiLower(line.substr(line.size() - std::min(line.size(), wanted.size() + 2)));
        if (line.empty() || wanted.empty() || end.find(wanted) != std::string::npos) // the text says it already
            return;
        m_lines.space();
        m_lines.raw("(" + (startsWithNoCase(url, "mailto:") ? url.substr(7) : url) + ")");
    }

    LineBuilder m_lines;
    std::vector<Frame> m_stack;
    int m_quoteDepth = 0;
    int m_restQuoted = 0;
};

/// When the parser would need too much memory: tags off, the commonest entities decoded, nothing else.
HtmlText strippedText(std::string_view html, const HtmlLimits& limits)
{
    LineBuilder lines(limits.textBytes);
    std::size_t at = 0;
    while (at < html.size() && !lines.isFull()) {
        if (html[at] == '<') {
            const auto end = std::min(html.find('>', at), html.size());
            const auto tag = html.substr(at + 1, std::min(end - at - 1, std::size_t(16)));
            if (startsWithNoCase(tag, "script") || startsWithNoCase(tag, "style")) {
                const std::string_view closing = startsWithNoCase(tag, "script") ? "</script" : "</style";
                auto skip = end;
                while (skip < html.size() && !startsWithNoCase(html.substr(skip), closing))
                    skip = std::min(html.find('<', skip + 1), html.size());
                at = std::min(html.find('>', skip), html.size());
            } else {
                if (startsWithNoCase(tag, "br") || startsWithNoCase(tag, "p") || startsWithNoCase(tag, "/p")
                    || startsWithNoCase(tag, "div") || startsWithNoCase(tag, "/div") || startsWithNoCase(tag, "tr")
                    || startsWithNoCase(tag, "li"))
                    lines.endLine();
                at = end;
            }
            ++at;
            continue;
        }
        const auto end = std::min(html.find('<', at), html.size());
        lines.text(html.substr(at, end - at), false);
        at = end;
    }
    HtmlText out;
    out.truncated = lines.isFull();
    out.text = trim(lines.finish());
    return out;
}
}

HtmlText htmlToText(std::string_view html, const HtmlLimits& limits)
{
    const bool cut = html.size() > limits.inputBytes;
    const auto shorter = withoutStyles(html.substr(0, limits.inputBytes));
    html = shorter;
    std::string repaired;
    if (!isValidUtf8(html) || html.find('\0') != std::string_view::npos) {
        repaired = toValidUtf8(html);
        html = repaired;
    }
    Arena arena(html.size() * 12 + (std::size_t(8) << 20));
    const auto* output = isTooDeep(html, limits.depth) ? nullptr : parseWithin(arena, html);
    auto text = [&] {
        if (!output)
            return strippedText(html, limits);
        Walker walker(limits);
        walker.walk(output->document);
        return walker.finish();
    }();
    text.truncated = text.truncated || cut;
    return text;
}
}
