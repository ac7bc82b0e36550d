// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/language_model.hpp"

namespace agentarmy::localmodel {

/// The LanguageModel that needs no key, network or download: the shipped rules of sales and deals. Never fails;
/// stateless.
class LocalModel final : public LanguageModel {
public:
    [[nodiscard]] Result<Extraction> qualify(const Context& context, const QualificationRequest& request) override;
    [[nodiscard]] Result<OpportunitySignals> detectOpportunity(
        const Context& context, const DetectionRequest& request) override;
    [[nodiscard]] Result<std::vector<StakeholderReading>> mapStakeholders(
        const Context& context, const StakeholderRequest& request) override;
    /// Always an empty list: what the rules know is in the rules' own answer, so the stage's fallback applies.
    [[nodiscard]] Result<std::vector<NextAction>> nextActions(
        const Context& context, const ConversationState& state) override;
    [[nodiscard]] Result<DraftAnswer> draft(const Context& context, const DraftRequest& request) override;
    [[nodiscard]] DetectedBy kind() const override { return DetectedBy::rules; }
};
}
