// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/next_actions.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/completeness.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::sales {
namespace {
constexpr int silentAfterDays = 7;
constexpr double lowCompletion = 0.3;
constexpr double answerWithinWorkingHours = 4;
constexpr std::size_t maxActions = 3;

std::string whom(const ActionInput& input) { return input.contactName.empty() ? "the contact" : input.contactName; }

Recommendation one(NextAction action)
{
    return {.source = Origin::rule, .actions = {std::move(action)}, .days = {}, .gapText = {}};
}

std::string daysText(int days) { return std::to_string(days) + (days == 1 ? " day" : " days"); }
}

ActionInput actionInput(const ConversationState& state, bool optedOut, std::optional<UnansweredQuestion> question)
{
    ActionInput input;
    input.dealStage = state.dealStage;
    input.escalated = state.escalated;
    input.interactionCount = state.interactionCount;
    input.identified = identifiedDimensions(state.qualification);
    input.lastInteraction = state.lastInteraction;
    input.hasEmail = !state.contactEmail.empty();
    input.optedOut = optedOut;
    input.unansweredQuestion = std::move(question);
    input.contactName = state.contactName;
    return input;
}

std::optional<Recommendation> recommendByRules(const ActionInput& input, Timestamp now)
{
    if (input.optedOut)
        return one({.actionType = ActionType::wait,
            .description = "Do not write: " + whom(input) + " asked for no more messages.",
            .priority = Priority::low,
            .suggestedTiming = {},
            .context = "The contact opted out.",
            .source = Origin::rule,
            .evidence = {}});
    if (isClosed(input.dealStage)) // closing clears the escalation, so a stale one never hides this
        return one({.actionType = ActionType::wait,
            .description = "Nothing to do: the deal is closed.",
            .priority = Priority::low,
            .suggestedTiming = {},
            .context = "Stage " + std::string(enumText(input.dealStage)) + ".",
            .source = Origin::rule,
            .evidence = {}});
    if (input.escalated)
        return one({.actionType = ActionType::escalate,
            .description = "A person is needed here: read the report and take over.",
            .priority = Priority::urgent,
            .suggestedTiming = {},
            .context = "Nothing is sent until a person has resolved the escalation.",
            .source = Origin::rule,
            .evidence = {}});
    if (input.interactionCount == 0)
        return one({.actionType = input.hasEmail ? ActionType::sendEmail : ActionType::sendChat,
            .description = "Send the initial outreach to " + whom(input) + ".",
            .priority = Priority::high,
            .suggestedTiming = "within 24 hours",
            .context = "There was no contact yet.",
            .source = Origin::rule,
            .evidence = {}});
    if (const auto& question = input.unansweredQuestion;
        question && question->workingHours > answerWithinWorkingHours) {
        NextAction action {.actionType
            = question->channel == Channel::chat || !input.hasEmail ? ActionType::sendChat : ActionType::sendEmail,
            .description = "Answer the open question of " + whom(input) + ".",
            .priority = now - question->at >= std::chrono::hours(24) ? Priority::urgent : Priority::high,
            .suggestedTiming = {},
            .context = "Their last message asks something and has waited for "
                + std::to_string(int(question->workingHours)) + " working hours.",
            .source = Origin::rule,
            .evidence = {}};
        if (question->messageId)
            action.evidence.push_back(*question->messageId);
        return one(std::move(action));
    }
    if (input.lastInteraction && input.dealStage != DealStage::stalled)
        if (const int days = wholeDays(*input.lastInteraction, now); days > silentAfterDays) {
            auto recommendation = one({.actionType = ActionType::followUp,
                .description = "Re-engage " + whom(input) + ": no contact for " + daysText(days) + ".",
                .priority = Priority::high,
                .suggestedTiming = "within 24 hours",
                .context = "The last interaction was " + daysText(days) + " ago.",
                .source = Origin::rule,
                .evidence = {}});
            recommendation.days = days;
            return recommendation;
        }
    const bool early = input.dealStage == DealStage::discovery || input.dealStage == DealStage::qualification;
    if (early && completeness(input.identified).combined() < lowCompletion - 1e-9) {
        auto gaps = gapText(input.identified);
        auto recommendation = one({.actionType = ActionType::sendEmail,
            .description = "Send a discovery mail about the gaps: " + gaps + ".",
            .priority = Priority::medium,
            .suggestedTiming = "next business day",
            .context
            = "Qualification is at " + std::to_string(wholePercent(completeness(input.identified).combined())) + " %.",
            .source = Origin::rule,
            .evidence = {}});
        recommendation.gapText = std::move(gaps);
        return recommendation;
    }
    return std::nullopt;
}

NextAction fallbackAction(DealStage stage)
{
    NextAction action;
    action.actionType = ActionType::followUp;
    action.priority = Priority::medium;
    action.source = Origin::fallback;
    action.context = "Standard step of the stage.";
    switch (stage) {
    case DealStage::prospecting:
        action.actionType = ActionType::sendEmail;
        action.description = "Share one relevant insight and ask for a short discovery talk.";
        break;
    case DealStage::discovery:
        action.actionType = ActionType::sendEmail;
        action.description = "Ask about the situation and the outcome they want.";
        break;
    case DealStage::qualification:
        action.actionType = ActionType::sendEmail;
        action.description = "Close a gap of the qualification while giving something of value.";
        break;
    case DealStage::evaluation:
        action.description = "Follow up with proof: a case or figures for their criteria.";
        break;
    case DealStage::negotiation:
        action.priority = Priority::high;
        action.description = "Follow up on the open terms and defend the value.";
        break;
    case DealStage::stalled:
        action.description = "Re-engage with something of value and an easy way back.";
        break;
    case DealStage::closedWon:
    case DealStage::closedLost:
        action.description = "Stay in touch.";
        break;
    }
    return action;
}

Recommendation recommendActions(
    const ActionInput& input, const std::optional<std::vector<NextAction>>& modelActions, Timestamp now)
{
    if (auto byRule = recommendByRules(input, now))
        return std::move(*byRule);
    Recommendation recommendation;
    if (modelActions && !modelActions->empty()) {
        recommendation.source = Origin::model;
        recommendation.actions.assign(
            modelActions->begin(), modelActions->begin() + std::ptrdiff_t(std::min(maxActions, modelActions->size())));
        for (auto& action : recommendation.actions)
            action.source = Origin::model;
        std::stable_sort(recommendation.actions.begin(), recommendation.actions.end(),
            [](const NextAction& a, const NextAction& b) { return a.priority > b.priority; });
        return recommendation;
    }
    recommendation.source = Origin::fallback;
    recommendation.actions.push_back(fallbackAction(input.dealStage));
    return recommendation;
}

std::vector<NextAction> acceptModelActions(const std::vector<RawAction>& raw)
{
    std::vector<NextAction> accepted;
    for (std::size_t i = 0; i < std::min(maxActions, raw.size()); ++i) {
        const auto type = parseEnum<ActionType>(raw[i].actionType);
        if (!type)
            continue;
        NextAction action;
        action.actionType = *type;
        action.description = std::string(cutAtCodePoint(raw[i].description, 2000));
        action.priority = parseEnum<Priority>(raw[i].priority).value_or(Priority::medium);
        if (raw[i].suggestedTiming)
            action.suggestedTiming = std::string(cutAtCodePoint(*raw[i].suggestedTiming, 100));
        action.context = std::string(cutAtCodePoint(raw[i].context, 2000));
        action.source = Origin::model;
        accepted.push_back(std::move(action));
    }
    std::stable_sort(accepted.begin(), accepted.end(),
        [](const NextAction& a, const NextAction& b) { return a.priority > b.priority; });
    return accepted;
}

std::string gapText(const std::set<Dimension>& identified)
{
    std::vector<std::string> missing;
    const auto add = [&](Dimension dimension) {
        if (!identified.contains(dimension))
            missing.emplace_back(plainName(dimension));
    };
    for (const auto dimension : {Dimension::budget, Dimension::authority, Dimension::need, Dimension::timeline})
        add(dimension);
    if (missing.size() < 3)
        for (const auto dimension : {Dimension::pain, Dimension::metrics, Dimension::champion})
            add(dimension);
    if (missing.empty())
        return "deepening existing qualification signals";
    const auto last = std::move(missing.back());
    missing.pop_back();
    const auto first = join(missing, ", ");
    return (first.empty() ? last : first + " and " + last) + " not yet identified";
}

NextAction confirmAction(Dimension dimension, std::string_view contactName, Channel channel)
{
    NextAction action;
    action.actionType = channel == Channel::chat ? ActionType::sendChat : ActionType::sendEmail;
    action.description = "Confirm the " + std::string(plainName(dimension))
        + (contactName.empty() ? std::string(".") : " with " + std::string(contactName) + ".");
    action.context = "Something said about it was taken back.";
    action.source = Origin::rule;
    return action;
}
}
