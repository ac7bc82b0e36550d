// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::mail {

struct TnefAttachment {
    std::string name; ///< UTF-8; may be empty
    std::string mediaType; ///< may be empty
    std::string_view bytes; ///< into the source
    bool isInline = false;
};

/// What a winmail.dat (MS-OXTNEF) holds. Written here rather than taken from libytnef, which copies every value, prints
/// to stderr, and trusts lengths; this reads within `bytes` only and allocates nothing of a size that the file claims.
struct TnefFile {
    std::string text; ///< plain body, UTF-8
    std::string html; ///< bytes of the HTML body as they are
    std::string htmlCharset;
    std::string rtf; ///< unpacked RTF body
    std::vector<TnefAttachment> attachments;
    bool truncated = false; ///< an attribute ran over the end
};

/// None if `bytes` does not start with the TNEF signature.
[[nodiscard]] std::optional<TnefFile> readTnef(
    std::string_view bytes, std::size_t maxTextBytes, std::size_t maxAttachments);

/// Unpacks compressed RTF (MS-OXRTFCP), at most `maxBytes`; what can be unpacked of a broken one.
[[nodiscard]] std::string unpackRtf(std::string_view packed, std::size_t maxBytes);
}
