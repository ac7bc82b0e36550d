// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/enums.hpp"

#include <optional>
#include <string_view>

namespace agentarmy::sales {

/// R5: by the tier of the title; no or blank title gives `manager`.
[[nodiscard]] PersonaType personaFromTitle(std::optional<std::string_view> title);
}
