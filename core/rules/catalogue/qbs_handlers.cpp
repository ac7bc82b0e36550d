// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/catalogue/params.hpp"
#include "core/rules/catalogue/registry.hpp"

#include "core/rules/qbs/depth.hpp"
#include "core/rules/qbs/engagement.hpp"
#include "core/rules/qbs/expansion.hpp"
#include "core/rules/qbs/funnel.hpp"
#include "core/rules/qbs/gaps.hpp"
#include "core/rules/qbs/guidance.hpp"
#include "core/rules/qbs/metadata.hpp"
#include "core/rules/qbs/pain_topics.hpp"
#include "core/rules/qbs/recommendation.hpp"

namespace agentarmy::catalogue {
namespace {
using namespace agentarmy::qbs;

template <TextEnum E> Json enumJson(E value) { return std::string(enumText(value)); }
template <TextEnum E> Json enumsJson(const std::vector<E>& values)
{
    Json list = Json::array();
    for (const auto value : values)
        list.push_back(enumJson(value));
    return list;
}

std::set<Dimension> identifiedIn(const Json& params)
{
    std::set<Dimension> identified;
    for (const auto& text : textsOf(params, "identified"))
        if (const auto dimension = parseEnum<Dimension>(text))
            identified.insert(*dimension);
    return identified;
}

/// Dimensions of an answer: in snake_case.
std::vector<QuestionTarget> targetsIn(const Json& params, const char* key)
{
    std::vector<QuestionTarget> targets;
    for (const auto& text : textsOf(params, key))
        if (const auto target = parseEnum<QuestionTarget>(text))
            targets.push_back(*target);
    return targets;
}

Result<PainFunnelState> painStateIn(const Json& params)
{
    const auto* json = given(params, "painState");
    return json ? painStateFromJson(*json) : Result<PainFunnelState>(PainFunnelState());
}

Result<std::vector<ExpansionTrigger>> triggersIn(const Json& params, const char* key)
{
    const auto* list = given(params, key);
    return list ? fromJson<std::vector<ExpansionTrigger>>(*list) : std::vector<ExpansionTrigger>();
}

Result<Json> runQualificationGaps(const Json& params) { return enumsJson(qualificationGaps(identifiedIn(params))); }

Result<Json> runRecommendByRules(const Json& params)
{
    auto painState = painStateIn(params);
    if (!painState)
        return fail(painState.error());
    QuestionInput input;
    input.interactionCount = intOf(params, "interactionCount");
    input.dealStage = enumOf(params, "dealStage", DealStage::prospecting);
    input.identified = identifiedIn(params);
    input.engagementSignal = enumOf(params, "engagementSignal", EngagementSignal::factual);
    input.questionsSinceConfirmation = intOf(params, "questionsSinceConfirmation");
    const auto found = recommendByRules(input, *painState);
    if (!found)
        return Json();
    return Json {{"questionType", enumJson(found->questionType)},
        {"meddicBantTarget", enumJson(found->meddicBantTarget)}, {"vossDelivery", enumJson(found->vossDelivery)},
        {"shouldProbeDeeper", found->shouldProbeDeeper}, {"engagementSignal", enumJson(found->engagementSignal)},
        {"painDepth", enumJson(found->painDepth)}, {"informationGaps", enumsJson(found->informationGaps)}};
}

Result<Json> runDetectEngagement(const Json& params) { return enumJson(detectEngagement(textOf(params, "text"))); }
Result<Json> runAssessDepth(const Json& params) { return enumJson(assessDepth(textOf(params, "text"))); }
Result<Json> runDeliveryFor(const Json& params)
{
    return enumJson(deliveryFor(enumOf(params, "engagementSignal", EngagementSignal::factual)));
}

Result<Json> runUpdateFromRecommendation(const Json& params)
{
    auto painState = painStateIn(params);
    if (!painState)
        return fail(painState.error());
    ReplySignals reply;
    if (const auto* sent = given(params, "sentQuestion")) {
        reply.sent.emplace();
        reply.sent->questionType = enumOf(*sent, "questionType", QuestionType::painFunnel);
        reply.sent->meddicBantTarget = enumOf(*sent, "meddicBantTarget", QuestionTarget::need);
    }
    reply.engagement = enumOf(params, "engagementSignal", EngagementSignal::factual);
    reply.depth = enumOf(params, "painDepth", PainDepth::notExplored);
    return painStateJson(updateFunnel(std::move(*painState), reply));
}

Result<Json> runCheckDepth(const Json& params)
{
    return enumJson(checkDepth(enumOf(params, "claimedDepth", PainDepth::notExplored), textsOf(params, "quotes")));
}

Result<Json> runShouldBackOff(const Json& params)
{
    const auto painState = painStateIn(params);
    if (!painState)
        return fail(painState.error());
    return Json(shouldBackOff(*painState));
}

Result<Json> runAddPainTopic(const Json& params)
{
    auto before = painStateFromJson(Json {{"painTopics", params.at("painTopics")}});
    if (!before)
        return fail(before.error());
    const PainMention mention {textOf(params, "topic"), enumOf(params, "depth", PainDepth::surface),
        optionalText(params, "evidence"), optionalText(params, "businessImpact"),
        optionalText(params, "emotionalIndicator")};
    Json topics = Json::array();
    for (const auto& topic : addPainTopic(std::move(before->painTopics), mention, intOf(params, "interactionCount")))
        topics.push_back(painTopicJson(topic));
    return Json {{"painTopics", topics}};
}

Result<Json> runAdjustUrgency(const Json& params)
{
    return enumJson(adjustUrgency(enumOf(params, "urgency", Urgency::nextConversation),
        intOf(params, "interactionCount"), enumOf(params, "engagementSignal", EngagementSignal::factual)));
}

Result<Json> runMergeExpansion(const Json& params)
{
    const auto now = timeOf(params, "now");
    if (!now)
        return fail(invalidField("now", "must be an ISO 8601 time"));
    auto stored = triggersIn(params, "stored");
    if (!stored)
        return fail(stored.error());
    std::vector<ExpansionTrigger> incoming;
    for (const auto& name : textsOf(params, "incoming")) {
        ExpansionTrigger trigger;
        trigger.mentionedNameOrRole = name;
        incoming.push_back(std::move(trigger));
    }
    Json names = Json::array();
    Json triggers = Json::array();
    for (const auto& each : mergeExpansion(std::move(*stored), incoming, textsOf(params, "knownContacts"), *now)) {
        names.push_back(each.mentionedNameOrRole);
        triggers.push_back(Json {{"mentionedNameOrRole", each.mentionedNameOrRole}, {"status", enumJson(each.status)},
            {"mentionCount", each.mentionCount},
            {"lastMentionedAt", each.lastMentionedAt ? Json(formatTimestamp(*each.lastMentionedAt)) : Json()}});
    }
    return Json {{"names", names}, {"triggers", triggers}};
}

Result<Json> runBuildGuidance(const Json& params)
{
    auto painState = painStateIn(params);
    if (!painState)
        return fail(painState.error());
    auto triggers = triggersIn(params, "triggers");
    if (!triggers)
        return fail(triggers.error());
    const auto& given = params.at("recommendation");
    QuestionRecommendation recommendation;
    recommendation.questionType = enumOf(given, "questionType", QuestionType::painFunnel);
    recommendation.meddicBantTarget = enumOf(given, "meddicBantTarget", QuestionTarget::need);
    recommendation.vossDelivery = enumOf(given, "vossDelivery", VossDelivery::calibratedQuestion);
    recommendation.suggestedQuestion = textOf(given, "suggestedQuestion");
    recommendation.rationale = textOf(given, "rationale");
    recommendation.informationGaps = targetsIn(given, "informationGaps");
    recommendation.shouldProbeDeeper = flagOf(given, "shouldProbeDeeper");
    const auto guidance = buildGuidance(recommendation, *painState, *triggers);
    return Json {{"questionType", enumJson(guidance.questionType)}, {"target", enumJson(guidance.target)},
        {"delivery", enumJson(guidance.delivery)}, {"gaps", enumsJson(guidance.gaps)}, {"topics", guidance.topics},
        {"resistanceWarning", guidance.resistanceWarning},
        {"advice", guidance.keepProbing ? "continue_probing" : "move_on"}, {"revisit", guidance.revisit},
        {"contacts", guidance.contacts}, {"text", guidance.text}};
}

Result<Json> runSavePainState(const Json& params)
{
    auto painState = painStateIn(params);
    if (!painState)
        return fail(painState.error());
    return Json {{"metadata", savedPainState(params.at("metadata"), std::move(*painState))}};
}

Result<Json> runLoadPainState(const Json& params)
{
    const auto loaded = loadPainState(params.at("metadata"));
    return Json {{"painState", painStateJson(loaded.state)}, {"warning", loaded.warning}};
}

Result<Json> runLocalExpansion(const Json& params)
{
    Json list = Json::array();
    for (const auto& trigger : localExpansion(textOf(params, "text"), textsOf(params, "knownContacts")))
        list.push_back(Json {{"mentionedNameOrRole", trigger.mentionedNameOrRole},
            {"relationshipToContact", trigger.relationshipToContact}, {"contextQuote", trigger.contextQuote}});
    return list;
}
}

void registerQbs(Registry& registry)
{
    registry.add("qbs.qualificationGaps", runQualificationGaps);
    registry.add("qbs.recommendByRules", runRecommendByRules);
    registry.add("qbs.detectEngagement", runDetectEngagement);
    registry.add("qbs.assessDepth", runAssessDepth);
    registry.add("qbs.deliveryFor", runDeliveryFor);
    registry.add("qbs.updateFromRecommendation", runUpdateFromRecommendation);
    registry.add("qbs.checkDepth", runCheckDepth);
    registry.add("qbs.shouldBackOff", runShouldBackOff);
    registry.add("qbs.addPainTopic", runAddPainTopic);
    registry.add("qbs.adjustUrgency", runAdjustUrgency);
    registry.add("qbs.mergeExpansion", runMergeExpansion);
    registry.add("qbs.buildGuidance", runBuildGuidance);
    registry.add("qbs.savePainState", runSavePainState);
    registry.add("qbs.loadPainState", runLoadPainState);
    registry.add("qbs.localExpansion", runLocalExpansion);
}
}
