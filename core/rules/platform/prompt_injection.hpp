// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/enums.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::platform {

enum class InjectionCategory { instructionOverride, systemPromptExfiltration, roleHijacking, controlCharacters };
enum class Severity { high, low };

/// A phrase that tries to command a model. Offsets are UTF-8 bytes of the folded text (NFKC, zero-width characters
/// dropped).
struct InjectionFinding {
    InjectionCategory category = InjectionCategory::instructionOverride;
    Severity severity = Severity::high;
    std::size_t begin = 0, end = 0; ///< end exclusive
    bool operator==(const InjectionFinding&) const = default;
};

struct InjectionReport {
    std::vector<InjectionFinding> findings; ///< by begin; of overlapping phrases the high one, else the longer
    [[nodiscard]] bool isInjection() const { return !findings.empty(); }
    [[nodiscard]] std::optional<InjectionCategory> category() const; ///< the first in the enum's order
    [[nodiscard]] std::optional<Severity> severity() const; ///< the highest
};

/// The text in which phrases are looked for.
[[nodiscard]] std::string foldedForMatching(std::string_view text);
[[nodiscard]] InjectionReport detectPromptInjection(std::string_view text);

enum class MessageRole { system, user, assistant };
enum class Trust { trusted, userInput, external };

struct PromptMessage {
    MessageRole role = MessageRole::user;
    std::string content;
    Trust trust = Trust::external;
};

/// The copy that goes to a model: in each message but a trusted system message every high span is replaced by
/// `[removed]`, low ones only beside a high one. A message without a removal is passed on as it was; the stored record
/// never changes.
[[nodiscard]] std::vector<PromptMessage> sanitize(std::vector<PromptMessage> messages);
[[nodiscard]] std::string sanitizeText(std::string_view text);
}

namespace agentarmy {
AGENTARMY_ENUM_TEXTS(platform::InjectionCategory,
    {platform::InjectionCategory::instructionOverride, "instruction_override"sv},
    {platform::InjectionCategory::systemPromptExfiltration, "system_prompt_exfiltration"sv},
    {platform::InjectionCategory::roleHijacking, "role_hijacking"sv},
    {platform::InjectionCategory::controlCharacters, "control_characters"sv});
AGENTARMY_ENUM_TEXTS(platform::Severity, {platform::Severity::high, "high"sv}, {platform::Severity::low, "low"sv});
AGENTARMY_ENUM_TEXTS(platform::MessageRole, {platform::MessageRole::system, "system"sv},
    {platform::MessageRole::user, "user"sv}, {platform::MessageRole::assistant, "assistant"sv});
AGENTARMY_ENUM_TEXTS(platform::Trust, {platform::Trust::trusted, "trusted"sv},
    {platform::Trust::userInput, "user_input"sv}, {platform::Trust::external, "external"sv});
}
