// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/error.hpp"

#include <optional>
#include <string>
#include <vector>

namespace agentarmy::sales {

struct ParentMail {
    std::string messageId; ///< with angle brackets
    std::vector<std::string> references;
    std::optional<std::string> inReplyTo;
    std::string subject;
};
struct ThreadHeaders {
    std::string inReplyTo;
    std::vector<std::string> references; ///< first and last 20 at most
    std::string subject; ///< with exactly one "Re: "
};
[[nodiscard]] ThreadHeaders threadHeaders(const ParentMail& parent);
/// The subject without Re:, AW:, Fwd:, WG: and their like, in any number and case.
[[nodiscard]] std::string bareSubject(std::string_view subject);
/// `invalid_header` if the value has CR, LF or NUL.
[[nodiscard]] Result<void> checkHeaderValue(std::string_view name, std::string_view value);
}
