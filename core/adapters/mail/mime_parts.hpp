// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::mail {

struct MultipartSplit {
    std::vector<std::string_view>
        parts; ///< each with its header block, without the line break before the next delimiter
    bool hasEnd = false; ///< the closing delimiter was there
    std::size_t dropped = 0; ///< parts beyond the limit
};

/// The parts of a multipart body. Linear in the body; a delimiter is a whole line.
[[nodiscard]] MultipartSplit splitMultipart(std::string_view body, std::string_view boundary, std::size_t maxParts);

/// For a multipart without a (true) boundary parameter: the first line that starts with `--` and is followed by a
/// header field;
/// "" if there is none.
[[nodiscard]] std::string sniffBoundary(std::string_view body);

/// LF line ends, no BOM, no NUL or other control characters than tab, no white space at the end.
[[nodiscard]] std::string tidyText(std::string text);

/// Undoes `format=flowed` (RFC 3676): soft line breaks joined within one quote depth, stuffing removed.
[[nodiscard]] std::string unflowed(std::string_view text, bool deleteSpace);

/// A file name without folders, control characters and surrounding white space, at most 300 bytes; may be empty.
[[nodiscard]] std::string safeFileName(std::string_view name);
/// ".pdf" for "application/pdf"; "" if unknown.
[[nodiscard]] std::string_view extensionOf(std::string_view mediaType);
}
