// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QString>
#include <string>
#include <vector>

namespace agentarmy::app {

/// A name as it is compared: lower case, without accents, ae, oe and ue as a, o and u (so "Mueller", "Müller" and
/// "muller" are one), everything that is neither letter, digit nor sign one space.
struct FoldedText {
    std::u16string text;
    quint64 letters = 0; ///< which occur, in bits; others than a-z and 0-9 share some
};
[[nodiscard]] FoldedText fold(QStringView text);
/// A title, and behind it what counts less; scoreName() is told where the title ends.
struct FoldedName {
    FoldedText folded;
    int titleLength = 0; ///< of the folded text
};
[[nodiscard]] FoldedName foldName(QStringView title, QStringView beside);

/// What was typed, read once for many names. At most 8 words of 64 letters count.
struct FuzzyQuery {
    std::vector<FoldedText> words;
    bool isEmpty() const { return words.empty(); } ///< nothing in it can be compared
};
[[nodiscard]] FuzzyQuery readFuzzy(QStringView typed);

enum class Typos { No, One };

/// How well a name answers, 1..1000; 0: a word does not occur. Of each word the best of: the name begins with it
/// (1000), one of its words does (900), it stands within a word (700), its letters come in this order, the first at the
/// start of a word (at most 600, less with each gap), or, with Typos::One and four letters or more, a word begins like
/// it but for one letter that is wrong, missing, too many or swapped (300). The mean of the words counts; what stands
/// after `titleLength` (of the folded text; negative: all is title) counts four fifths.
[[nodiscard]] int scoreName(const FuzzyQuery& query, const FoldedText& name, Typos typos, int titleLength = -1);

/// A piece of a text, in UTF-16 units.
struct TextRange {
    int begin = 0, end = 0;
    bool operator==(const TextRange&) const = default;
};
/// What of `text` answers the query, in order, without overlaps; for showing it in bold.
[[nodiscard]] std::vector<TextRange> markedBy(const FuzzyQuery& query, const QString& text);
/// `text` as HTML with those pieces in bold; everything else is escaped.
[[nodiscard]] QString markedHtml(const FuzzyQuery& query, const QString& text);

}
