// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace agentarmy::mail {

enum class TransferEncoding { identity, base64, quotedPrintable, uuencode };

/// From the value of Content-Transfer-Encoding; what is unknown is taken as identity.
[[nodiscard]] TransferEncoding transferEncodingFrom(std::string_view value);

/// Decodes in pieces of at most 64 KiB and hands each to `sink`, which returns false to stop. By gmime's decoders,
/// which pass over what does not belong into the encoding. `sink` may not throw.
void decodeTransfer(
    std::string_view encoded, TransferEncoding encoding, const std::function<bool(std::string_view)>& sink);

/// The first `maxBytes` decoded bytes; `truncated` says whether there were more.
[[nodiscard]] std::string decodedBytes(
    std::string_view encoded, TransferEncoding encoding, std::size_t maxBytes, bool* truncated = nullptr);
}
