// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/catalogue/registry.hpp"

#include "core/rules/sales/acceptance.hpp"
#include "core/rules/sales/completeness.hpp"
#include "core/rules/sales/confidence.hpp"
#include "core/rules/sales/draft_parsing.hpp"
#include "core/rules/sales/draft_review.hpp"
#include "core/rules/sales/escalation.hpp"
#include "core/rules/sales/follow_up.hpp"
#include "core/rules/sales/inbound.hpp"
#include "core/rules/sales/local_qualification.hpp"
#include "core/rules/sales/merge.hpp"
#include "core/rules/sales/next_actions.hpp"
#include "core/rules/sales/persona.hpp"
#include "core/rules/sales/prompt.hpp"
#include "core/rules/sales/stage_transition.hpp"
#include "core/rules/sales/thread_headers.hpp"

namespace agentarmy::catalogue {
namespace {
using namespace agentarmy::sales;

template <TextEnum E> E enumOf(const Json& value) { return parseEnum<E>(value.get<std::string>()).value_or(E {}); }
template <TextEnum E> Json textOf(E value) { return std::string(enumText(value)); }
bool given(const Json& object, const char* key) { return object.contains(key) && !object.at(key).is_null(); }
std::optional<std::string> textIn(const Json& object, const char* key)
{
    return given(object, key) ? std::optional(object.at(key).get<std::string>()) : std::nullopt;
}
std::string textOr(const Json& object, const char* key) { return textIn(object, key).value_or(""); }
std::vector<std::string> textsIn(const Json& object, const char* key)
{
    return given(object, key) ? object.at(key).get<std::vector<std::string>>() : std::vector<std::string>();
}
std::set<Dimension> dimensionsIn(const Json& list)
{
    std::set<Dimension> dimensions;
    for (const auto& each : list)
        dimensions.insert(enumOf<Dimension>(each));
    return dimensions;
}
Json orNull(const std::optional<std::string>& value) { return value ? Json(*value) : Json(); }

Signal signalIn(const Json& json)
{
    Signal signal;
    signal.identified = json.value("identified", false);
    signal.confidence = json.value("confidence", 0.0);
    signal.range = textIn(json, "range");
    signal.contact = textIn(json, "contact");
    signal.role = textIn(json, "role");
    signal.description = textIn(json, "description");
    signal.items = textsIn(json, "items");
    signal.alternatives = textsIn(json, "alternatives");
    for (const auto& quote : textsIn(json, "evidence")) {
        Evidence evidence;
        evidence.quote = quote;
        signal.evidence.push_back(std::move(evidence));
    }
    signal.evidenceCount = int(signal.evidence.size());
    return signal;
}
Json quotesOf(const Signal& signal)
{
    Json quotes = Json::array();
    for (const auto& evidence : signal.evidence)
        quotes.push_back(evidence.quote);
    return quotes;
}

Result<Json> runCompleteness(const Json& params)
{
    const auto completion = completeness(dimensionsIn(params.at("identified")));
    return Json {{"bantCompletion", completion.bant}, {"meddicCompletion", completion.meddic},
        {"combinedCompletion", completion.combined()}};
}

Result<Json> runMergeSignal(const Json& params)
{
    const auto dimension = enumOf<Dimension>(params.at("dimension"));
    const auto merged = mergeSignal(dimension, signalIn(params.at("existing")), signalIn(params.at("incoming")));
    Json result {{"identified", merged.identified}, {"confidence", merged.confidence}, {"evidence", quotesOf(merged)},
        {"alternatives", merged.alternatives}};
    switch (dimension) {
    case Dimension::budget:
        result["range"] = orNull(merged.range);
        break;
    case Dimension::authority:
        result["contact"] = orNull(merged.contact);
        result["role"] = orNull(merged.role);
        break;
    case Dimension::economicBuyer:
    case Dimension::champion:
        result["contact"] = orNull(merged.contact);
        break;
    case Dimension::decisionCriteria:
        result["items"] = merged.items;
        break;
    case Dimension::need:
    case Dimension::timeline:
    case Dimension::metrics:
    case Dimension::decisionProcess:
    case Dimension::pain:
        result["description"] = orNull(merged.description);
        break;
    }
    return result;
}

QualificationState outerParts(const Json& json)
{
    QualificationState state;
    state.overallConfidence = json.at("overallConfidence").get<double>();
    state.keyInsights = textsIn(json, "keyInsights");
    state.recommendedNextQuestions = textsIn(json, "recommendedNextQuestions");
    return state;
}

Result<Json> runMergeQualification(const Json& params)
{
    const auto now = parseTimestamp(params.at("now").get<std::string>());
    if (!now)
        return fail(invalidField("now", "must be an ISO 8601 time"));
    const auto merged = mergeQualification(outerParts(params.at("existing")), outerParts(params.at("incoming")), *now);
    return Json {{"overallConfidence", merged.overallConfidence}, {"keyInsights", merged.keyInsights},
        {"recommendedNextQuestions", merged.recommendedNextQuestions}, {"lastUpdated", formatTimestamp(*now)}};
}

Result<Json> runApplyRetraction(const Json& params)
{
    const auto& retraction = params.at("retraction");
    Evidence evidence;
    evidence.quote = retraction.at("quote").get<std::string>();
    evidence.confidence = retraction.at("confidence").get<double>();
    const auto result = applyRetraction(signalIn(params.at("existing")), evidence);
    return Json {{"identified", result.identified}, {"confidence", result.confidence}, {"contested", result.contested},
        {"evidence", quotesOf(result)}};
}

/// The quotes stay as the extraction wrote them; which of them count is the rule's word.
Result<Json> runAcceptSignal(const Json& params)
{
    const auto source = params.at("sourceText").get<std::string>();
    const text::QuoteFinder finder(source);
    const auto signal = signalIn(params.at("signal"));
    const auto accepted
        = acceptSignal(finder, Dimension::need, signal, {.text = source, .sourceId = {}, .utterance = {}, .at = {}});
    Json quotes = Json::array();
    for (const auto& evidence : signal.evidence)
        if (finder.find(evidence.quote))
            quotes.push_back(evidence.quote);
    return Json {{"identified", accepted.identified}, {"confidence", accepted.confidence}, {"evidence", quotes}};
}

Result<Json> runCanTransition(const Json& params)
{
    const auto from = enumOf<DealStage>(params.at("from"));
    Json targets = Json::array();
    for (const auto stage : allowedTargets(from))
        targets.push_back(textOf(stage));
    return Json {{"allowed", canTransition(from, enumOf<DealStage>(params.at("to")))}, {"allowedTargets", targets}};
}

Result<Json> runPersonaFromTitle(const Json& params)
{
    const auto title = textIn(params, "title");
    return textOf(personaFromTitle(title ? std::optional<std::string_view>(*title) : std::nullopt));
}

Result<Json> runBuildSystemPrompt(const Json& params)
{
    const PromptInput input {.persona = enumOf<PersonaType>(params.at("persona")),
        .channel = enumOf<Channel>(params.at("channel")),
        .stage = enumOf<DealStage>(params.at("dealStage")),
        .qbsGuidance = textIn(params, "qbsGuidance"),
        .cloneSection = textOr(params, "cloneSection")};
    Json order = Json::array();
    for (const auto& part : systemPromptParts(input))
        order.push_back(std::string(part.name));
    return Json {{"order", order}, {"text", buildSystemPrompt(input)}};
}

Result<Json> runParseDraft(const Json& params)
{
    const auto draft
        = parseDraft(params.at("text").get<std::string>(), params.at("fallbackSubject").get<std::string>());
    return Json {{"subject", draft.subject}, {"bodyHtml", draft.bodyHtml}};
}

Result<Json> runReviewDraft(const Json& params)
{
    const auto findings = reviewDraft({.subject = textIn(params, "subject"),
        .body = params.at("body").get<std::string>(),
        .persona = enumOf<PersonaType>(params.at("persona")),
        .channel = enumOf<Channel>(params.at("channel")),
        .isReply = params.at("isReply").get<bool>(),
        .contactName = params.at("contactName").get<std::string>(),
        .grounds = params.at("grounds").get<std::string>(),
        .knownHosts = textsIn(params, "knownHosts")});
    Json list = Json::array();
    for (const auto& finding : findings)
        list.push_back(Json {{"code", finding.code}, {"severity", finding.severity}});
    return list;
}

std::optional<std::vector<NextAction>> modelActionsIn(const Json& params)
{
    if (!given(params, "modelActions"))
        return std::nullopt;
    std::vector<RawAction> raw;
    for (const auto& each : params.at("modelActions"))
        raw.push_back({.actionType = each.at("actionType").get<std::string>(),
            .description = {},
            .priority = textOr(each, "priority"),
            .context = {},
            .suggestedTiming = textIn(each, "suggestedTiming")});
    return acceptModelActions(raw);
}

Result<Json> runRecommendActions(const Json& params)
{
    const auto now = parseTimestamp(params.at("now").get<std::string>());
    if (!now)
        return fail(invalidField("now", "must be an ISO 8601 time"));
    const auto& state = params.at("state");
    ActionInput input;
    input.dealStage = enumOf<DealStage>(state.at("dealStage"));
    input.escalated = state.value("escalated", false);
    input.interactionCount = state.at("interactionCount").get<int>();
    input.identified = dimensionsIn(state.at("identified"));
    input.hasEmail = state.value("hasEmail", true);
    input.optedOut = state.value("optedOut", false);
    if (const auto last = textIn(state, "lastInteraction")) {
        const auto time = parseTimestamp(*last);
        if (!time)
            return fail(invalidField("state.lastInteraction", "must be an ISO 8601 time"));
        input.lastInteraction = *time;
    }
    if (given(state, "unansweredQuestion")) {
        const auto& question = state.at("unansweredQuestion");
        const auto at = parseTimestamp(question.at("at").get<std::string>());
        if (!at)
            return fail(invalidField("state.unansweredQuestion.at", "must be an ISO 8601 time"));
        input.unansweredQuestion = UnansweredQuestion {.channel = enumOf<Channel>(question.at("channel")),
            .at = *at,
            .workingHours = question.at("workingHours").get<double>(),
            .messageId = {}};
    }
    const auto recommendation = recommendActions(input, modelActionsIn(params), *now);
    Json actions = Json::array();
    for (const auto& action : recommendation.actions)
        actions.push_back(Json {{"actionType", textOf(action.actionType)}, {"priority", textOf(action.priority)},
            {"suggestedTiming", orNull(action.suggestedTiming)}});
    return Json {{"source", textOf(recommendation.source)}, {"actions", actions},
        {"days", recommendation.days ? Json(*recommendation.days) : Json()},
        {"gapText", orNull(recommendation.gapText)}};
}

Result<Json> runGapText(const Json& params) { return Json(gapText(dimensionsIn(params.at("identified")))); }

Json intentText(FollowUpIntent intent)
{
    switch (intent) {
    case FollowUpIntent::high:
        return "high";
    case FollowUpIntent::normal:
        return "normal";
    case FollowUpIntent::low:
        return "low";
    }
    return "normal";
}

Result<Json> runFollowUpIntent(const Json& params)
{
    const auto text = textIn(params, "lastInboundText");
    return intentText(followUpIntent(
        enumOf<DealStage>(params.at("dealStage")), text ? std::optional<std::string_view>(*text) : std::nullopt));
}

Result<Json> runNextFollowUpAt(const Json& params)
{
    FollowUpInput input;
    const auto intent = params.at("intent").get<std::string>();
    input.intent = intent == "high" ? FollowUpIntent::high
        : intent == "low"           ? FollowUpIntent::low
                                    : FollowUpIntent::normal;
    input.persona = enumOf<PersonaType>(params.at("personaType"));
    input.unansweredOutbound = params.at("unansweredOutbound").get<int>();
    const auto last = parseTimestamp(params.at("lastOutboundAt").get<std::string>());
    if (!last)
        return fail(invalidField("lastOutboundAt", "must be an ISO 8601 time"));
    input.lastOutboundAt = *last;
    auto zone = Zone::find(params.at("timeZone").get<std::string>());
    if (!zone)
        return fail(zone.error());
    input.zone = *zone;
    for (const auto& text : textsIn(params, "holidays")) {
        const auto date = parseDate(text);
        if (!date)
            return fail(invalidField("holidays", "must be dates, YYYY-MM-DD"));
        input.holidays.push_back(*date);
    }
    const auto next = nextFollowUpAt(input);
    return Json {{"businessDays", next.businessDays ? Json(*next.businessDays) : Json()},
        {"at", next.at ? Json(formatTimestamp(*next.at)) : Json()}, {"proposeStalled", next.proposeStalled}};
}

Result<Json> runEvaluateEscalation(const Json& params)
{
    const auto text = params.at("inboundText").get<std::string>();
    EscalationInput input;
    input.inboundText = text;
    input.dealStage = enumOf<DealStage>(params.at("dealStage"));
    if (given(params, "confidenceScore"))
        input.confidenceScore = params.at("confidenceScore").get<double>();
    input.decisionCriteriaCount = params.at("decisionCriteriaCount").get<int>();
    input.identified = dimensionsIn(params.at("identified"));
    input.threshold = params.value("threshold", 0.7);
    const auto decision = evaluateEscalation(input);
    Json all = Json::array();
    for (const auto trigger : decision.allTriggers)
        all.push_back(textOf(trigger));
    return Json {{"trigger", decision.trigger ? textOf(*decision.trigger) : Json()}, {"allTriggers", all},
        {"matchedText", orNull(decision.matchedText)}};
}

Result<Json> runEscalationExcerpts(const Json& params)
{
    QualificationState state;
    for (const auto& [key, quotes] : params.at("evidence").items())
        if (const auto dimension = parseEnum<Dimension>(key))
            for (const auto& quote : quotes) {
                Evidence evidence;
                evidence.quote = quote.get<std::string>();
                state[*dimension].evidence.push_back(std::move(evidence));
            }
    const auto sentence = textIn(params, "triggeringSentence");
    return Json(escalationExcerpts(state, sentence ? std::optional<std::string_view>(*sentence) : std::nullopt));
}

Result<Json> runNotificationTargets(const Json& params)
{
    return Json(
        notificationTargets(params.at("metadata"), textIn(params, "ownerEmail"), textIn(params, "ownerManagerEmail")));
}

Result<Json> runTurnConfidence(const Json& params)
{
    TurnConfidenceInput input;
    input.modelConfidence = params.at("modelConfidence").get<double>();
    input.claims = params.at("claims").get<int>();
    input.claimsWithSource = params.at("claimsWithSource").get<int>();
    input.questionsAsked = params.at("questionsAsked").get<int>();
    input.questionsAnswered = params.at("questionsAnswered").get<int>();
    if (given(params, "previousScore"))
        input.previousScore = params.at("previousScore").get<double>();
    const auto result = turnConfidence(input);
    return Json {{"turn", result.turn}, {"score", result.score}};
}

Result<Json> runCleanInbound(const Json& params)
{
    MailHeaders headers;
    if (given(params, "headers"))
        for (const auto& [name, value] : params.at("headers").items())
            headers.emplace(name, value.get<std::string>());
    const auto mail = cleanInbound(params.at("text").get<std::string>(), headers);
    return Json {{"text", mail.text}, {"ignored", mail.ignored}, {"optedOut", mail.optedOut}};
}

Result<Json> runThreadHeaders(const Json& params)
{
    const auto& parent = params.at("parent");
    const ParentMail mail {.messageId = parent.at("messageId").get<std::string>(),
        .references = textsIn(parent, "references"),
        .inReplyTo = textIn(parent, "inReplyTo"),
        .subject = parent.at("subject").get<std::string>()};
    for (const auto& [name, value] : {std::pair("Message-ID", mail.messageId), std::pair("Subject", mail.subject)})
        if (const auto checked = checkHeaderValue(name, value); !checked)
            return fail(checked.error());
    const auto headers = threadHeaders(mail);
    return Json {{"inReplyTo", headers.inReplyTo}, {"references", headers.references}, {"subject", headers.subject}};
}

Json valueOf(Dimension dimension, const Signal& signal)
{
    if (dimension == Dimension::decisionCriteria)
        return Json(signal.items);
    if (dimension == Dimension::authority)
        return orNull(signal.contact ? signal.contact : signal.role);
    const auto text = valueText(dimension, signal);
    return text.empty() ? Json() : Json(text);
}

Result<Json> runQualifyLocally(const Json& params)
{
    const auto text = params.at("text").get<std::string>();
    const auto contactName = params.at("contactName").get<std::string>();
    const auto extraction
        = qualifyLocally({.text = text, .contactName = contactName, .before = {}, .existing = nullptr});
    Json signals = Json::object();
    for (const auto& [dimension, key] : EnumTexts<Dimension>::values)
        if (const auto& signal = extraction.found[dimension]; signal.identified)
            signals[std::string(key)] = Json {
                {"confidence", signal.confidence}, {"value", valueOf(dimension, signal)}, {"quotes", quotesOf(signal)}};
    return Json {{"signals", signals}, {"overallConfidence", extraction.found.overallConfidence},
        {"recommendedNextQuestions", extraction.found.recommendedNextQuestions}};
}
}

void registerSales(Registry& registry)
{
    registry.add("sales.completeness", runCompleteness);
    registry.add("sales.mergeSignal", runMergeSignal);
    registry.add("sales.mergeQualification", runMergeQualification);
    registry.add("sales.applyRetraction", runApplyRetraction);
    registry.add("sales.acceptSignal", runAcceptSignal);
    registry.add("sales.canTransition", runCanTransition);
    registry.add("sales.personaFromTitle", runPersonaFromTitle);
    registry.add("sales.buildSystemPrompt", runBuildSystemPrompt);
    registry.add("sales.parseDraft", runParseDraft);
    registry.add("sales.reviewDraft", runReviewDraft);
    registry.add("sales.recommendActions", runRecommendActions);
    registry.add("sales.gapText", runGapText);
    registry.add("sales.followUpIntent", runFollowUpIntent);
    registry.add("sales.nextFollowUpAt", runNextFollowUpAt);
    registry.add("sales.evaluateEscalation", runEvaluateEscalation);
    registry.add("sales.escalationExcerpts", runEscalationExcerpts);
    registry.add("sales.notificationTargets", runNotificationTargets);
    registry.add("sales.turnConfidence", runTurnConfidence);
    registry.add("sales.cleanInbound", runCleanInbound);
    registry.add("sales.threadHeaders", runThreadHeaders);
    registry.add("sales.qualifyLocally", runQualifyLocally);
}
}
