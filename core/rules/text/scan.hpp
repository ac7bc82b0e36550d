// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::text {

/// Bytes [begin, end) of a text.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
    bool operator==(const Range&) const = default;
};

/// Sentences in order, white space trimmed, terminators included. A sentence ends at . ! ? … 。 and their closing
/// quotes, at an empty line, and at the start of a list item; not after abbreviations ("e.g.", "Dr.", "z. B."),
/// initials, ordinals of German dates ("3. Oktober"), or inside numbers. A line break alone ends a sentence only before
/// a list mark or after a line that is shorter than 40 bytes and does not end in a comma (a greeting, a sign-off).
/// Linear in the text.
[[nodiscard]] std::vector<Range> sentences(std::string_view text);

/// Whether a sentence of sentences() ends in a question mark (closing quotes and brackets allowed behind it).
[[nodiscard]] bool isQuestion(std::string_view sentence);
[[nodiscard]] bool containsQuestion(std::string_view text);

/// Words in order: runs of letters and digits; ' ’ and - join two letters, . and , join two digits. Linear.
[[nodiscard]] std::vector<Range> words(std::string_view text);

/// Lower case by the short way for ASCII and Latin-1 letters, ICU for the rest; typographic quotes become ' and ",
/// dashes -.
[[nodiscard]] std::string foldWord(std::string_view word);

/// "en" or "de" by the commonest function words; "en" where nothing speaks for German.
[[nodiscard]] std::string_view guessLanguage(std::string_view text);
class Tokens;
[[nodiscard]] std::string_view guessLanguage(const Tokens& tokens); ///< of the first 800 tokens
}
