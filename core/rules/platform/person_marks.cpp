// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/person_marks.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::platform {
namespace {
constexpr std::size_t mostOfEach = 100;
constexpr std::size_t shortestPart = 3; // bytes
constexpr std::size_t widestGap = 8; // bytes between the words of a name: ", ", "\r\n> > "
constexpr std::size_t shortestPhone = 7, longestPhone = 16, comparedDigits = 8;
/// Words that are names and much else: they mean a person only with a capital.
constexpr std::array<std::string_view, 32> ambiguous {"will", "may", "mark", "grant", "rose", "frank", "art", "bill",
    "drew", "hope", "joy", "grace", "faith", "dean", "young", "long", "king", "price", "green", "brown", "white",
    "black", "best", "gross", "klein", "lang", "the", "von", "van", "der", "den", "and"};
constexpr std::array<std::string_view, 6> nobody {"unknown", "erased", "info", "sales", "office", "contact"};

template <std::size_t size> bool isOneOf(const std::array<std::string_view, size>& words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isAddressByte(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0
        || std::string_view("._%+-'").find(c) != std::string_view::npos;
}

std::string digitsOf(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), isDigit);
    return digits;
}

bool meansWord(std::string_view word, std::string_view name)
{
    return word == name || (word.size() == name.size() + 1 && word.starts_with(name) && word.back() == 's');
}
}

PersonMarks::PersonMarks(const PersonNames& names)
{
    std::unordered_set<std::string> shared;
    for (const auto& text : names.sharedWords)
        for (const auto& word : wordsOf(text))
            shared.insert(word.folded);
    for (std::size_t i = 0; i < std::min(names.names.size(), mostOfEach); ++i)
        addName(names.names[i], shared);
    for (std::size_t i = 0; i < std::min(names.addresses.size(), mostOfEach); ++i) {
        const auto address = foldCase(trimView(names.addresses[i]));
        const auto at = address.find('@');
        if (at == std::string::npos || at == 0)
            continue;
        m_addresses.insert(address);
        const auto local = address.substr(0, at);
        const auto words = wordsOf(local);
        // "jonas.brandt" is a name wherever it stands; "jbrandt" if it holds a word of the name.
        if (words.size() > 1)
            addName(local, shared);
        else if (words.size() == 1 && local.size() > 5 && std::ranges::any_of(m_parts, [&](const std::string& part) {
                     return part != local && local.find(part) != std::string::npos;
                 }))
            m_handles.insert(words.front().folded);
    }
    for (std::size_t i = 0; i < std::min(names.phones.size(), mostOfEach); ++i)
        if (const auto digits = digitsOf(names.phones[i]); digits.size() >= shortestPhone)
            m_phoneEnds.push_back(digits.substr(digits.size() - std::min(digits.size(), comparedDigits)));
}

void PersonMarks::addName(std::string_view name, const std::unordered_set<std::string>& shared)
{
    std::vector<std::string> words;
    for (auto& word : wordsOf(name))
        words.push_back(std::move(word.folded));
    for (const auto& word : words)
        if (word.size() >= shortestPart && !shared.contains(word) && !isOneOf(nobody, word)
            && !std::ranges::all_of(word, isDigit))
            m_parts.insert(word);
    if (words.size() < 2 || words.size() > 6)
        return;
    const auto add = [&](std::vector<std::string> order) {
        auto& known = m_names[order.front()];
        if (std::ranges::find(known, order) == known.end())
            known.push_back(std::move(order));
    };
    add(words);
    std::rotate(words.begin(), words.end() - 1, words.end()); // "Brandt, Jonas"
    add(words);
    if (words.size() > 2) // without what stands between
        add({words[1], words[0]});
}

std::vector<PersonMarks::Word> PersonMarks::wordsOf(std::string_view text)
{
    std::vector<Word> words;
    std::size_t begin = std::string_view::npos;
    for (std::size_t at = 0; at <= text.size();) {
        const auto before = at;
        const bool inWord = at < text.size() && isLetterOrDigit(nextCodePoint(text, at));
        if (inWord && begin == std::string_view::npos)
            begin = before;
        if (!inWord && begin != std::string_view::npos) {
            words.push_back({begin, before, foldCase(toNfc(text.substr(begin, before - begin)))});
            begin = std::string_view::npos;
        }
        if (before == text.size())
            break;
    }
    return words;
}

/// Number of words from `at` on that are the name; 0: they are not.
std::size_t PersonMarks::matchAt(
    std::string_view text, const std::vector<Word>& words, std::size_t at, const std::vector<std::string>& name)
{
    const auto gapBefore = [&](std::size_t next) {
        const auto gap = text.substr(words[next - 1].end, words[next].begin - words[next - 1].end);
        return gap.size() <= widestGap && gap.find_first_of("@;:!?") == std::string_view::npos;
    };
    auto next = at;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (i > 0 && next < words.size() && words[next].folded.size() == 1 && words[next].folded != name[i]
            && gapBefore(next))
            ++next; // an initial
        if (next >= words.size() || (i > 0 && !gapBefore(next)))
            return 0;
        const bool last = i + 1 == name.size();
        if (last ? !meansWord(words[next].folded, name[i]) : words[next].folded != name[i])
            return 0;
        ++next;
    }
    return next - at;
}

void PersonMarks::findNames(std::string_view text, Reach reach, std::vector<Span>& found) const
{
    const auto words = wordsOf(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        std::size_t length = 0;
        if (const auto names = m_names.find(word.folded); names != m_names.end())
            for (const auto& name : names->second)
                length = std::max(length, matchAt(text, words, i, name));
        if (length == 0 && m_handles.contains(word.folded))
            length = 1;
        if (length == 0 && reach == Reach::present) {
            auto part = m_parts.find(word.folded);
            if (part == m_parts.end() && word.folded.ends_with('s'))
                part = m_parts.find(word.folded.substr(0, word.folded.size() - 1));
            if (part != m_parts.end()) {
                auto at = word.begin;
                const bool capital = isUpper(nextCodePoint(text, at));
                if (capital || (!isOneOf(ambiguous, *part) && part->size() > shortestPart))
                    length = 1;
            }
        }
        if (length == 0)
            continue;
        found.push_back({word.begin, words[i + length - 1].end});
        i += length - 1;
    }
}

void PersonMarks::findAddresses(std::string_view text, std::vector<Span>& found) const
{
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        auto begin = at;
        while (begin > 0 && at - begin < 200 && isAddressByte(text[begin - 1]))
            --begin;
        auto end = at + 1;
        while (end < text.size() && end - at < 260 && isAddressByte(text[end]))
            ++end;
        while (end > at && (text[end - 1] == '.' || text[end - 1] == '\'' || text[end - 1] == '-'))
            --end;
        while (begin < at && text[begin] == '\'')
            ++begin;
        if (isAddress(text.substr(begin, end - begin)))
            found.push_back({begin, end});
    }
}

void PersonMarks::findPhones(std::string_view text, std::vector<Span>& found) const
{
    if (m_phoneEnds.empty())
        return;
    const auto belongs
        = [](char c) { return isDigit(c) || std::string_view("+()-/. ").find(c) != std::string_view::npos; };
    for (std::size_t begin = 0; begin < text.size();) {
        if (!isDigit(text[begin]) && text[begin] != '+' && text[begin] != '(') {
            ++begin;
            continue;
        }
        auto end = begin;
        auto lastDigit = begin;
        for (; end < text.size() && belongs(text[end]); ++end)
            lastDigit = isDigit(text[end]) ? end : lastDigit;
        const auto digits = digitsOf(text.substr(begin, end - begin));
        if (digits.size() >= shortestPhone && digits.size() <= longestPhone
            && std::ranges::any_of(m_phoneEnds, [&](const std::string& ending) { return digits.ends_with(ending); }))
            found.push_back({begin, lastDigit + 1});
        begin = std::max(end, begin + 1);
    }
}

std::vector<PersonMarks::Span> PersonMarks::find(std::string_view text, Reach reach) const
{
    std::vector<Span> found;
    findNames(text, reach, found);
    findAddresses(text, found);
    findPhones(text, found);
    std::ranges::sort(found, {}, [](const Span& span) { return std::pair(span.begin, span.end); });
    std::vector<Span> apart;
    for (const auto& span : found)
        if (!apart.empty() && span.begin <= apart.back().end)
            apart.back().end = std::max(apart.back().end, span.end);
        else
            apart.push_back(span);
    return apart;
}

int PersonMarks::mask(std::string& text, Reach reach) const
{
    const auto spans = find(text, reach);
    if (spans.empty())
        return 0;
    std::string out;
    out.reserve(text.size());
    std::size_t from = 0;
    for (const auto& span : spans) {
        out.append(text, from, span.begin - from);
        out += erasedText;
        from = span.end;
    }
    out.append(text, from);
    text = std::move(out);
    return int(spans.size());
}

bool PersonMarks::isNamedIn(std::string_view text, Reach reach) const { return !find(text, reach).empty(); }

bool PersonMarks::isAddress(std::string_view address) const { return m_addresses.contains(foldCase(address)); }
}
