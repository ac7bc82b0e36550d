// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qualification.hpp"

namespace agentarmy {

/// `set`: this is the value; `lock`: what stands is right; `unlock`: the agent may change it again; `reject`: what
/// stands is wrong, nothing is known.
enum class PointEdit { set, lock, unlock, reject };
AGENTARMY_ENUM_TEXTS(PointEdit, {PointEdit::set, "set"sv}, {PointEdit::lock, "lock"sv}, {PointEdit::unlock, "unlock"sv},
    {PointEdit::reject, "reject"sv});
}

/// What a person says of a dimension counts more than what the agent read: it is locked (R2). Pure.
namespace agentarmy::sales {

inline constexpr std::size_t longestPointValue = 500; ///< bytes

/// The signal after it. A value that goes stays as alternative (newest last, at most 5); quotes stay, as they were
/// said. A set or locked point is identified with full confidence and contested no longer; decision criteria are parted
/// at semicolons, else at commas. `validation_failed`: a value that is empty or too long; nothing to lock.
[[nodiscard]] Result<Signal> editedByPerson(
    Dimension dimension, Signal signal, PointEdit edit, std::string_view value = {});
}
