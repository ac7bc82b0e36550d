// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/localmodel/local_model.hpp"

#include <functional>

namespace agentarmy::tests {

/// The shipped rules, but for what a test scripts: a detector that answers what it is told, or calls that fail.
class ScriptedModel final : public LanguageModel {
public:
    std::function<Result<OpportunitySignals>(const DetectionRequest&)> onDetect;
    std::function<Result<Extraction>(const QualificationRequest&)> onQualify;

    [[nodiscard]] Result<Extraction> qualify(const Context& context, const QualificationRequest& request) override
    {
        return onQualify ? onQualify(request) : m_rules.qualify(context, request);
    }
    [[nodiscard]] Result<OpportunitySignals> detectOpportunity(
        const Context& context, const DetectionRequest& request) override
    {
        return onDetect ? onDetect(request) : m_rules.detectOpportunity(context, request);
    }
    [[nodiscard]] Result<std::vector<StakeholderReading>> mapStakeholders(
        const Context& context, const StakeholderRequest& request) override
    {
        return m_rules.mapStakeholders(context, request);
    }
    [[nodiscard]] Result<std::vector<NextAction>> nextActions(
        const Context& context, const ConversationState& state) override
    {
        return m_rules.nextActions(context, state);
    }
    [[nodiscard]] Result<DraftAnswer> draft(const Context& context, const DraftRequest& request) override
    {
        return m_rules.draft(context, request);
    }
    [[nodiscard]] DetectedBy kind() const override { return DetectedBy::model; }

private:
    localmodel::LocalModel m_rules;
};
}
