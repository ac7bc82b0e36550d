// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/rules/qbs/metadata.hpp"

namespace agentarmy::qbs {

/// Two topics that are one: named as the first, as deep as the deeper, with the quotes of both, each once, the newest
/// 10.
[[nodiscard]] PainTopic joined(PainTopic keep, const PainTopic& other);

/// What was kept of two people who are one and the same. Nothing is lost but by the bounds; where only one can be right
/// (the question that is open, the mood) the newer one is.
enum class Newer { kept, other };
[[nodiscard]] QbsData joined(QbsData keep, const QbsData& other, Newer newer);
}
