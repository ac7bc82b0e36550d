// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/error.hpp"

#include <cstddef>
#include <string_view>

namespace agentarmy::secrets {

inline constexpr std::size_t largestSecret = std::size_t(64) << 10; ///< bytes

/// `^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$` (platform rules, Secret); else `invalid_secret_name`.
[[nodiscard]] Result<void> checkName(std::string_view name);
/// At most 64 KiB; else `secret_too_large`.
[[nodiscard]] Result<void> checkValue(std::string_view value);
}
