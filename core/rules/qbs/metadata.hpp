// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/qbs.hpp"

namespace agentarmy::qbs {

/// Size of `metadata.qbs` in bytes of JSON: what is aimed at, and what is never passed by what is ours to shorten.
inline constexpr std::size_t targetBytes = 5 * 1024;
inline constexpr std::size_t hardBytes = 10 * 1024;

/// All that is kept for one contact, at `metadata.qbs` of their conversation state.
struct QbsData {
    PainFunnelState painState; ///< `painState`
    std::vector<ExpansionTrigger> contacts; ///< `expansion.detectedContacts`
    QuestionLog asked; ///< `asked`
    PainCorrections corrections; ///< `corrections`
    bool operator==(const QbsData&) const = default;
};
struct LoadedQbs {
    QbsData data;
    std::vector<std::string> warnings; ///< one for each part that could not be read and was replaced by defaults
};
/// Missing or empty parts read as defaults; so do unreadable ones, with a warning. Lists are cut to their bounds.
[[nodiscard]] LoadedQbs loadQbs(const Json& metadata);
/// The metadata with the data; all else in it stays, also what a newer version keeps beside ours. Over the target size,
/// topics with more than 3 quotes lose their oldest; over the hard bound any topic does, the one probed longest ago
/// first, then what else is long.
[[nodiscard]] Json savedQbs(Json metadata, const QbsData& data);

struct LoadedPainState {
    PainFunnelState state;
    bool warning = false; ///< it could not be read
};
[[nodiscard]] LoadedPainState loadPainState(const Json& metadata);
/// The metadata with the pain state alone replaced, in the same bounds.
[[nodiscard]] Json savedPainState(Json metadata, PainFunnelState state);
/// As it is stored and shown: unset values of topics and of the last key are null.
[[nodiscard]] Json painStateJson(const PainFunnelState& state);
[[nodiscard]] Json painTopicJson(const PainTopic& topic);
/// Reads one state. A quote that is a bare text is a list of one. `validation_failed` names the field.
[[nodiscard]] Result<PainFunnelState> painStateFromJson(const Json& json);
}
