// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/wording.hpp"

#include "core/base/text.hpp"
#include "core/rules/qbs/gaps.hpp"
#include "core/rules/sales/completeness.hpp"
#include "core/rules/sales/draft_review.hpp"
#include "core/rules/sales/local_draft.hpp"
#include "core/rules/sales/local_qualification.hpp"
#include "core/rules/sales/templates.hpp"
#include "core/rules/text/scan.hpp"

#include <algorithm>

namespace agentarmy::qbs {
namespace {
constexpr std::size_t maxQuestionChars = 400;
constexpr std::size_t maxRationaleChars = 600;

std::string_view coreQuestion(QuestionType type, QuestionTarget target, std::string_view language)
{
    const auto key = "qbs." + std::string(enumText(type));
    for (const auto& each : {key + '.' + std::string(enumText(target)), key})
        if (const auto text = sales::templateText(language, each); !text.empty())
            return text;
    return sales::questionFor(dimensionOf(target), language);
}

bool isOneGoodQuestion(const std::string& wording)
{
    const auto findings = sales::reviewDraft({.subject = {},
        .body = wording,
        .persona = PersonaType::manager,
        .channel = Channel::chat,
        .isReply = true,
        .contactName = {},
        .grounds = wording,
        .knownHosts = {}});
    return findings.empty();
}

std::string reasonFor(const QuestionRecommendation& recommendation, bool backOff)
{
    const auto target = std::string(sales::plainName(dimensionOf(recommendation.meddicBantTarget)));
    if (backOff)
        return "They do not want to go further into this now. Acknowledge it, note the gap (" + target
            + ") and come back later.";
    std::string reason;
    switch (recommendation.questionType) {
    case QuestionType::painFunnel:
        reason = "No pain has been spoken of in depth yet; an open question lets them choose what matters.";
        break;
    case QuestionType::impact:
        reason = "The pain is known, what it does to the business is not.";
        break;
    case QuestionType::solution:
        reason = "What it costs is known; now let them describe what would solve it.";
        break;
    case QuestionType::confirmation:
        reason = "Enough was asked for now: check what was understood before going on.";
        break;
    }
    const bool open = std::find(recommendation.informationGaps.begin(), recommendation.informationGaps.end(),
                          recommendation.meddicBantTarget)
        != recommendation.informationGaps.end();
    reason
        += open ? " The answer would fill a gap: " + target + "." : " It is about what they said of: " + target + ".";
    if (recommendation.engagementSignal == EngagementSignal::resistant)
        reason += " They were short last time: say first that you know you ask a lot.";
    else if (recommendation.engagementSignal == EngagementSignal::highEnergy)
        reason += " They told a lot: take up their own words.";
    else if (recommendation.engagementSignal == EngagementSignal::emotionalLanguage)
        reason += " It moves them: name the feeling first.";
    else if (recommendation.engagementSignal == EngagementSignal::topicShift)
        reason += " They changed the topic: ask about the new one.";
    return reason;
}
}

QuestionRecommendation worded(QuestionRecommendation recommendation, const WordingInput& input)
{
    const auto language = input.language == "de" ? std::string_view("de") : std::string_view("en");
    recommendation.rationale = ellipsized(reasonFor(recommendation, input.backOff), maxRationaleChars);
    if (input.backOff) {
        recommendation.suggestedQuestion = std::string(sales::templateText(language, "qbs.acknowledge"));
        return recommendation;
    }
    const auto words = sales::mirroredWords(input.latestInboundText);
    const std::string core(coreQuestion(recommendation.questionType, recommendation.meddicBantTarget, language));
    const auto leadKey = "qbs.lead." + std::string(enumText(recommendation.vossDelivery));
    const auto ledIn = [&](const std::string& mirrored) {
        const auto lead = sales::filledTemplate(sales::templateText(language, leadKey), {{"words", mirrored}});
        return lead.empty() ? core : lead + ' ' + core;
    };
    recommendation.suggestedQuestion = core;
    for (const auto& each : {words, std::string()})
        if (const auto wording = ledIn(each);
            codePointCount(wording) <= maxQuestionChars && isOneGoodQuestion(wording)) {
            recommendation.suggestedQuestion = wording;
            break;
        }
    return recommendation;
}

std::string questionIn(std::string_view wording)
{
    std::string question;
    for (const auto& sentence : text::sentences(wording))
        if (text::isQuestion(sentence.in(wording)))
            question = std::string(sentence.in(wording));
    return question;
}
}
