// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/rules/text/scan.hpp"

namespace agentarmy::text {

enum class TokenKind : std::uint8_t { word, number, punct };

/// One word, number or mark. Its folded form is ASCII where Latin letters allow: "Größe" is "groesse", "don’t" is the
/// two tokens "do" and "not", "we've" is "we" and "'ve". A hyphen between letters only separates.
struct Token {
    std::uint32_t begin = 0, end = 0; ///< bytes in the source; both halves of "don't" lie inside it
    std::uint32_t foldBegin = 0;
    std::uint16_t foldLength = 0;
    TokenKind kind = TokenKind::word;
    bool capital = false; ///< starts with a capital letter
    bool newline = false; ///< a line break stands before it
};

/// A text cut into tokens once. The source must outlive it. Linear; at most 60,000 bytes are read.
class Tokens {
public:
    explicit Tokens(std::string_view source);
    [[nodiscard]] std::size_t size() const { return m_tokens.size(); }
    [[nodiscard]] const Token& operator[](std::size_t i) const { return m_tokens[i]; }
    [[nodiscard]] std::string_view folded(std::size_t i) const
    {
        return std::string_view(m_folded).substr(m_tokens[i].foldBegin, m_tokens[i].foldLength);
    }
    [[nodiscard]] std::string_view source() const { return m_source; }
    [[nodiscard]] bool is(std::size_t i, std::string_view word) const { return i < size() && folded(i) == word; }

private:
    void add(std::size_t begin, std::size_t end, std::size_t foldBegin, TokenKind kind, bool capital);
    void word(std::size_t& at);
    void number(std::size_t& at);

    std::string_view m_source;
    std::string m_folded;
    std::vector<Token> m_tokens;
    bool m_newline = true;
};

/// Appends the folded form of the code point at `at` and moves behind it; what words are compared by.
void appendFolded(std::string& out, std::string_view text, std::size_t& at);
/// The token form of a word of a lexicon: "Größe" gives "groesse".
[[nodiscard]] std::string foldToken(std::string_view word);
}
