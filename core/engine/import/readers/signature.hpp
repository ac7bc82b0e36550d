// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::readers {

struct SignatureInfo {
    std::size_t begin
        = std::string_view::npos; ///< byte offset in the text where the signature starts; npos: none found
    std::string title; ///< "Head of Operations"; "" if not sure
    std::string company; ///< "" if not sure
    std::vector<std::string> phones; ///< as written, collapsed spaces, at most 4; fax numbers are left out
};

/// Finds the signature at the end of a mail's own text (quotes are already cut off): a line `-- `, or the sender's name
/// followed by at most ten short lines of which at least one is a title, phone, address or web site. Precision first:
/// nothing is read from a block that is not clearly a signature, and a text without one gives an empty result.
[[nodiscard]] SignatureInfo readSignature(
    std::string_view text, std::string_view senderName, std::string_view senderAddress = {});

/// The text without its signature and without white space at the end. A closing line ("Best regards") before it stays.
[[nodiscard]] std::string_view withoutSignature(
    std::string_view text, std::string_view senderName, std::string_view senderAddress = {});
}
