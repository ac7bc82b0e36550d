// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/local_qualification.hpp"
#include "core/rules/sales/templates.hpp"

#include <array>

namespace agentarmy::sales {

std::string_view questionFor(Dimension dimension, std::string_view language)
{
    switch (dimension) { // fixed keys: no text is put together
    case Dimension::budget:
        return templateText(language, "question.budget");
    case Dimension::authority:
        return templateText(language, "question.authority");
    case Dimension::need:
        return templateText(language, "question.need");
    case Dimension::timeline:
        return templateText(language, "question.timeline");
    case Dimension::metrics:
        return templateText(language, "question.metrics");
    case Dimension::economicBuyer:
        return templateText(language, "question.economicBuyer");
    case Dimension::decisionCriteria:
        return templateText(language, "question.decisionCriteria");
    case Dimension::decisionProcess:
        return templateText(language, "question.decisionProcess");
    case Dimension::pain:
        return templateText(language, "question.pain");
    case Dimension::champion:
        return templateText(language, "question.champion");
    }
    return {};
}

std::vector<std::string> nextQuestions(const QualificationState& state, std::string_view language)
{
    static constexpr std::array<Dimension, dimensionCount> order = {Dimension::pain, Dimension::need,
        Dimension::authority, Dimension::timeline, Dimension::budget, Dimension::metrics, Dimension::decisionProcess,
        Dimension::decisionCriteria, Dimension::economicBuyer, Dimension::champion};
    std::vector<std::string> questions;
    for (const auto dimension : order)
        if (!state[dimension].identified && questions.size() < 3)
            questions.emplace_back(questionFor(dimension, language));
    return questions;
}
}
