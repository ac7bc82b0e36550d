// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::mail {

/// One field as it stands in the source; views into it.
struct HeaderField {
    std::string_view name;
    std::string_view value; ///< raw: folded, not decoded
};

struct HeaderBlock {
    std::vector<HeaderField> fields; ///< in their order
    std::string_view body; ///< what follows the block
    bool hadJunk = false; ///< lines that were no header fields were passed over
    bool hadNoBlankLine = false; ///< the text began without a blank line
    bool wasCut = false; ///< longer than `maxBytes`: later fields are missing

    /// The first field of that name (no case), or null.
    [[nodiscard]] const HeaderField* find(std::string_view name) const;
};

/// Reads fields until the first blank line. Lines that are none are passed over if known fields follow; else the body
/// begins there.
[[nodiscard]] HeaderBlock scanHeaders(std::string_view source, std::size_t maxBytes, std::size_t maxFields = 5000);

/// Whether a line looks like `Name: value`.
[[nodiscard]] bool looksLikeHeaderField(std::string_view line);
/// Whether a line is a field that mails have: From, Received, X-..., Content-... and the like.
[[nodiscard]] bool isKnownHeaderField(std::string_view line);

/// One line: folds removed, controls and NUL gone; bytes otherwise as they are.
[[nodiscard]] std::string unfolded(std::string_view value);

/// Unfolded and decoded (RFC 2047; raw 8-bit as UTF-8 or Windows-1252), valid UTF-8. Reads at most 64 KiB of `value`.
[[nodiscard]] std::string decodedHeader(std::string_view value);

/// A value with parameters: Content-Type, Content-Disposition.
struct ParameterizedValue {
    std::string value; ///< lower case: "text/plain"
    std::map<std::string, std::string> parameters; ///< lower-case names; decoded (RFC 2231, RFC 2047), valid UTF-8

    [[nodiscard]] std::string_view parameter(const std::string& name) const;
};
[[nodiscard]] ParameterizedValue parseParameterized(std::string_view value);

/// Ids in angle brackets, without them; if there are none, words that hold an `@`. At most `max` (the last ones), each
/// <= 998 bytes.
[[nodiscard]] std::vector<std::string> messageIds(std::string_view value, std::size_t max);
}
