// SPDX-License-Identifier: AGPL-3.0-or-later
// Ranking in tiers that do not overlap, the name before what stands beside it, is how the file picker of Visual Studio
// Code orders (fuzzyScorer.ts: label prefix, label, description); starts of words and short gaps come from fzf
// (algo.go: boundary bonus, gap penalty, the shorter line wins a tie); typos only where nothing answers without one,
// and from four letters on, is Algolia's "typoTolerance: min". Linear shows names first and full text below.
#include "app/format/fuzzy.hpp"
#include <algorithm>
#include <bit>
#include <optional>

namespace agentarmy::app {
namespace {

constexpr int atStart = 1000, atWord = 900, within = 700, inOrder = 600, leastInOrder = 400, withTypo = 300;
constexpr int gapCost = 12; // of a letter between two that were typed
constexpr size_t mostWords = 8, longestWord = 64, typoFrom = 4;

quint64 letterBit(char16_t c)
{
    if (c >= u'a' && c <= u'z')
        return quint64(1) << (c - u'a');
    if (c >= u'0' && c <= u'9')
        return quint64(1) << (26 + c - u'0');
    return quint64(1) << (36 + c % 28);
}

/// What a letter without its accent is still written as, beyond what Unicode takes apart.
QStringView plainLetter(QChar c)
{
    switch (c.unicode()) {
    case 0x00DF:
        return u"ss";
    case 0x00E6:
        return u"a";
    case 0x0153:
    case 0x00F8:
        return u"o";
    case 0x0142:
        return u"l";
    case 0x0111:
    case 0x00F0:
        return u"d";
    case 0x0131:
        return u"i";
    default:
        return {};
    }
}

bool isWordUnit(QChar c)
{
    if (c.unicode() < 0x80)
        return c.isLetterOrNumber();
    return c.isSurrogate() || !(c.isPunct() || c.isSpace() || c.category() == QChar::Other_Format);
}

/// Folds unit by unit; `origin`, if given, gets for each unit of the result where it came from.
std::u16string foldInto(QStringView text, std::vector<int>* origin)
{
    std::u16string out;
    out.reserve(size_t(text.size()));
    const auto add = [&](char16_t unit, int from) {
        // ae, oe and ue are how ä, ö and ü are written where there are none; both become the vowel alone.
        if (unit == u'e' && !out.empty() && (out.back() == u'a' || out.back() == u'o' || out.back() == u'u'))
            return;
        out.push_back(unit);
        if (origin)
            origin->push_back(from);
    };
    const auto addSpace = [&](int from) {
        if (!out.empty() && out.back() != u' ') {
            out.push_back(u' ');
            if (origin)
                origin->push_back(from);
        }
    };
    for (int i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.unicode() < 0x80) {
            if (c.isLetterOrNumber())
                add(c.toLower().unicode(), i);
            else
                addSpace(i);
            continue;
        }
        if (c.isMark())
            continue; // an accent by itself
        if (!isWordUnit(c)) {
            if (c.category() != QChar::Other_Format) // marks of direction stand within words
                addSpace(i);
            continue;
        }
        if (c.isSurrogate()) {
            out.push_back(c.unicode());
            if (origin)
                origin->push_back(i);
            continue;
        }
        const auto lower = c.toCaseFolded();
        if (const auto plain = plainLetter(lower); !plain.isEmpty()) {
            for (const auto letter : plain)
                add(letter.unicode(), i);
            continue;
        }
        const auto parts = QString(lower).normalized(QString::NormalizationForm_KD);
        for (const auto part : parts)
            if (!part.isMark())
                add(part.toCaseFolded().unicode(), i);
    }
    if (!out.empty() && out.back() == u' ') {
        out.pop_back();
        if (origin)
            origin->pop_back();
    }
    return out;
}

quint64 lettersOf(std::u16string_view text)
{
    quint64 letters = 0;
    for (const auto unit : text)
        if (unit != u' ')
            letters |= letterBit(unit);
    return letters;
}

bool startsWord(std::u16string_view text, size_t at) { return at == 0 || text[at - 1] == u' '; }

/// Whether `word` begins like `typed` but for one letter.
bool beginsNearly(std::u16string_view word, std::u16string_view typed)
{
    const auto most = std::min(word.size(), typed.size());
    size_t same = 0;
    while (same < most && word[same] == typed[same])
        ++same;
    const auto restOf = [](std::u16string_view text, size_t from) { return text.substr(std::min(from, text.size())); };
    const auto word0 = restOf(word, same), word1 = restOf(word, same + 1), word2 = restOf(word, same + 2);
    const auto typed0 = restOf(typed, same), typed1 = restOf(typed, same + 1), typed2 = restOf(typed, same + 2);
    if (!word0.empty() && word1.starts_with(typed1)) // wrong
        return true;
    if (word0.starts_with(typed1)) // too many
        return true;
    if (!word0.empty() && word1.starts_with(typed0)) // missing
        return true;
    return word0.size() > 1 && typed0.size() > 1 && word0[0] == typed0[1] && word0[1] == typed0[0]
        && word2.starts_with(typed2); // swapped
}

struct Place {
    int score = 0;
    size_t at = 0;
    std::vector<size_t> units; ///< only of letters in order; else `at` and the next ones
    size_t length = 0;
};

/// The letters in their order, from a start of a word on, with as few gaps as a look from left to right finds.
std::optional<int> inOrderFrom(
    std::u16string_view text, std::u16string_view word, size_t start, std::vector<size_t>* units)
{
    size_t at = start, next = 0;
    int gaps = 0;
    if (units)
        units->clear();
    while (next < word.size()) {
        const auto found = text.find(word[next], at);
        if (found == std::u16string_view::npos)
            return std::nullopt;
        if (next > 0 && !startsWord(text, found)) // initials of following words are no gap
            gaps += int(found - at);
        if (units)
            units->push_back(found);
        at = found + 1;
        ++next;
    }
    return std::max(0, inOrder - gapCost * gaps);
}

Place placeOf(
    std::u16string_view text, const FoldedText& typed, quint64 letters, Typos typos, int titleLength, bool wantsUnits)
{
    const std::u16string_view word = typed.text;
    Place best;
    const auto take = [&](int score, size_t at, size_t length) {
        if (titleLength >= 0 && at >= size_t(titleLength))
            score = score * 4 / 5;
        if (score > best.score)
            best = {score, at, {}, length};
    };
    const auto missing = typed.letters & ~letters;
    if (missing == 0) {
        for (auto at = text.find(word); at != std::u16string_view::npos; at = text.find(word, at + 1)) {
            take(at == 0 ? atStart : startsWord(text, at) ? atWord : within, at, word.size());
            if (best.score >= atWord)
                return best;
        }
        if (best.score > 0 || word.size() < 2)
            return best;
        std::vector<size_t> units;
        for (size_t start = 0; start != std::u16string_view::npos && start < text.size();) {
            if (text[start] == word[0])
                if (const auto score = inOrderFrom(text, word, start, wantsUnits ? &units : nullptr);
                    score && *score >= leastInOrder) {
                    const auto before = best.score;
                    take(*score, start, 0);
                    if (best.score > before)
                        best.units = units;
                }
            start = text.find(u' ', start);
            if (start != std::u16string_view::npos)
                ++start;
        }
        if (best.score > 0)
            return best;
    }
    if (typos == Typos::No || word.size() < typoFrom || std::popcount(missing) > 1)
        return best;
    for (size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find(u' ', start), text.size());
        if (beginsNearly(text.substr(start, end - start), word))
            take(withTypo, start, std::min(word.size(), end - start));
        start = end + 1;
    }
    return best;
}

}

FoldedText fold(QStringView text)
{
    FoldedText folded {foldInto(text, nullptr)};
    folded.letters = lettersOf(folded.text);
    return folded;
}

FoldedName foldName(QStringView title, QStringView beside)
{
    FoldedName name;
    name.folded = fold(title);
    name.titleLength = int(name.folded.text.size());
    if (!beside.isEmpty()) {
        const auto rest = fold(beside);
        name.folded.text += u' ' + rest.text;
        name.folded.letters |= rest.letters;
    }
    return name;
}

FuzzyQuery readFuzzy(QStringView typed)
{
    FuzzyQuery query;
    const auto folded = foldInto(typed.left(1000), nullptr);
    for (size_t start = 0; start < folded.size() && query.words.size() < mostWords;) {
        const auto end = std::min(folded.find(u' ', start), folded.size());
        FoldedText word {folded.substr(start, std::min(end - start, longestWord))};
        word.letters = lettersOf(word.text);
        if (!word.text.empty())
            query.words.push_back(std::move(word));
        start = end + 1;
    }
    return query;
}

int scoreName(const FuzzyQuery& query, const FoldedText& name, Typos typos, int titleLength)
{
    if (query.isEmpty() || name.text.empty())
        return 0;
    int sum = 0;
    for (const auto& word : query.words) {
        const auto missing = word.letters & ~name.letters; // most names are told apart by this alone
        if (missing != 0 && (typos == Typos::No || word.text.size() < typoFrom || std::popcount(missing) > 1))
            return 0;
        const int score = placeOf(name.text, word, name.letters, typos, titleLength, false).score;
        if (score == 0)
            return 0;
        sum += score;
    }
    return std::max(1, sum / int(query.words.size()));
}

std::vector<TextRange> markedBy(const FuzzyQuery& query, const QString& text)
{
    std::vector<int> origin;
    const auto folded = foldInto(text, &origin);
    const auto letters = lettersOf(folded);
    std::vector<bool> marked(size_t(text.size()), false);
    const auto mark = [&](size_t unit) {
        const int from = origin[unit];
        const int to = unit + 1 < origin.size() ? std::max(from + 1, origin[unit + 1]) : int(text.size());
        for (int i = from; i < to; ++i)
            if (i == from || !text[i].isSpace())
                marked[size_t(i)] = true;
    };
    for (const auto& word : query.words) {
        const auto place = placeOf(folded, word, letters, Typos::One, -1, true);
        for (const auto unit : place.units)
            mark(unit);
        for (size_t unit = place.at; unit < place.at + place.length && unit < origin.size(); ++unit)
            mark(unit);
    }
    std::vector<TextRange> ranges;
    for (int i = 0; i < text.size(); ++i) {
        if (!marked[size_t(i)])
            continue;
        if (!ranges.empty() && ranges.back().end == i)
            ++ranges.back().end;
        else
            ranges.push_back({i, i + 1});
    }
    return ranges;
}

QString markedHtml(const FuzzyQuery& query, const QString& text)
{
    QString html;
    int at = 0;
    for (const auto& range : markedBy(query, text)) {
        html += text.mid(at, range.begin - at).toHtmlEscaped() + QStringLiteral("<b>")
            + text.mid(range.begin, range.end - range.begin).toHtmlEscaped() + QStringLiteral("</b>");
        at = range.end;
    }
    return html + text.mid(at).toHtmlEscaped();
}

}
