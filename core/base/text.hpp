// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy {

/// All text is UTF-8. Functions that fold or normalise are pure and thread safe; ASCII input takes a short way.

[[nodiscard]] bool isValidUtf8(std::string_view text);
/// Broken sequences become U+FFFD, NUL is dropped.
[[nodiscard]] std::string toValidUtf8(std::string_view bytes);
/// Windows-1252 (the five unassigned bytes become U+FFFD).
[[nodiscard]] std::string fromWindows1252(std::string_view bytes);
/// Any ICU converter name or alias; empty optional-like result (false) if the name is unknown.
[[nodiscard]] bool convertToUtf8(std::string_view bytes, const std::string& charset, std::string& out);

[[nodiscard]] bool isAsciiSpace(char c);
[[nodiscard]] std::string_view trimView(std::string_view text); ///< ASCII white space and U+00A0 at both ends
[[nodiscard]] std::string trim(std::string_view text);
/// Trimmed, each run of Unicode white space one space.
[[nodiscard]] std::string collapseSpaces(std::string_view text);
[[nodiscard]] std::string foldCase(std::string_view text); ///< full Unicode case folding
[[nodiscard]] std::string toNfkc(std::string_view text);
[[nodiscard]] std::string toNfc(std::string_view text);
/// What makes two names equal: collapsed white space, case folded.
[[nodiscard]] std::string nameKey(std::string_view name);
/// At most `maxBytes`, cut between code points.
[[nodiscard]] std::string_view cutAtCodePoint(std::string_view text, std::size_t maxBytes);
[[nodiscard]] std::string ellipsized(std::string_view text, std::size_t maxCodePoints); ///< with "…" if cut
[[nodiscard]] std::size_t codePointCount(std::string_view text);
/// The code point at `at` (which is advanced); U+FFFD for a broken one. `at` < text.size().
[[nodiscard]] char32_t nextCodePoint(std::string_view text, std::size_t& at);
void appendUtf8(std::string& out, char32_t codePoint);
[[nodiscard]] bool isLetter(char32_t c);
[[nodiscard]] bool isLetterOrDigit(char32_t c);
[[nodiscard]] bool isUpper(char32_t c);
[[nodiscard]] bool isUnicodeSpace(char32_t c);

[[nodiscard]] bool startsWithNoCase(std::string_view text, std::string_view asciiPrefix);
[[nodiscard]] bool equalsNoCase(std::string_view a, std::string_view b); ///< ASCII only
[[nodiscard]] std::string asciiLower(std::string_view text);
[[nodiscard]] std::vector<std::string_view> splitView(std::string_view text, char separator);
[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text); ///< without CR and LF
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);
}
