// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/gaps.hpp"

namespace agentarmy::qbs {

std::vector<QuestionTarget> qualificationGaps(const std::set<Dimension>& identified)
{
    std::vector<QuestionTarget> gaps;
    gaps.reserve(dimensionCount);
    for (const auto& [target, text] : EnumTexts<QuestionTarget>::values)
        if (!identified.contains(dimensionOf(target)))
            gaps.push_back(target);
    return gaps;
}

std::string gapsText(const std::vector<QuestionTarget>& gaps)
{
    std::string text;
    for (const auto gap : gaps) {
        text += text.empty() ? "" : ", ";
        text += enumText(gap);
    }
    return text;
}
}
