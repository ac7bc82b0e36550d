// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// P9's second half: what comes from outside goes to a model as data inside a fence, and what comes back is looked at.
namespace agentarmy::platform {

/// 16 lower-case hex digits of a random number that the sender of the text cannot know.
[[nodiscard]] std::string blockBoundary(std::uint64_t random);

/// The text in a block between two lines with the boundary, below a standing order that the block is data. The text
/// must not hold the boundary: then another number is to be drawn, and nothing is returned.
[[nodiscard]] std::optional<std::string> fenceExternal(std::string_view text, std::string_view boundary);

/// What a model answered, taken apart.
struct ModelOutput {
    std::string_view text;
    std::vector<std::string_view> tools; ///< that it asks for
    std::vector<std::string_view> recipients; ///< mail addresses that it wants to write to
};
/// What the task allows.
struct OutputBounds {
    std::string_view boundary; ///< empty: nothing was fenced
    std::vector<std::string_view> tools;
    std::vector<std::string_view> recipients; ///< on the record; compared without case and outer blanks
};
enum class OutputProblem { repeatsBoundary, unknownTool, unknownRecipient };
/// The first reason to reject the answer, in the order of the enum; none if it may be used.
[[nodiscard]] std::optional<OutputProblem> judgeOutput(const ModelOutput& output, const OutputBounds& bounds);
}
