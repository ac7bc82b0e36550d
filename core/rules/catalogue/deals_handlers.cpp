// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/catalogue/params.hpp"
#include "core/rules/catalogue/registry.hpp"
#include "core/rules/deals/crm_ownership.hpp"
#include "core/rules/deals/detection.hpp"
#include "core/rules/deals/forecast.hpp"
#include "core/rules/deals/local_detection.hpp"
#include "core/rules/deals/marks.hpp"
#include "core/rules/deals/notion_fields.hpp"
#include "core/rules/deals/plan_building.hpp"
#include "core/rules/deals/progression.hpp"
#include "core/rules/deals/scores.hpp"
#include "core/rules/deals/stage_graph.hpp"
#include "core/rules/deals/stage_move.hpp"
#include "core/rules/deals/update_fields.hpp"

namespace agentarmy::catalogue {
namespace {
using namespace deals;

template <class E> Json textList(const std::vector<E>& values)
{
    Json out = Json::array();
    for (const auto value : values)
        out.push_back(std::string(enumText(value)));
    return out;
}

DealStage stageOf(const Json& params, const char* key) { return enumOf(params, key, DealStage::prospecting); }

Result<Zone> zoneOf(const Json& params)
{
    const auto name = optionalText(params, "timeZone").value_or("UTC");
    auto zone = Zone::find(name);
    return zone ? zone : Result<Zone>(fail(invalidField("timeZone", "an IANA name of a time zone")));
}

// Detection and what it writes

Result<Json> detectionThresholds(const Json& params)
{
    const double confidence = numberOf(params, "dealPotentialConfidence");
    const bool isNew = flagOf(params, "isNewOpportunity");
    return Json {{"shouldCreate", shouldCreate(confidence, isNew)},
        {"shouldUpdate", shouldUpdate(confidence, isNew, given(params, "matchingOpportunityId") != nullptr)}};
}

Result<Json> runMatchOpportunity(const Json& params)
{
    std::vector<OpenDeal<std::string>> open;
    for (const auto& deal : params["openOpportunities"])
        open.push_back({textOf(deal, "opportunityId"), optionalText(deal, "productLine"), dateOf(deal, "closeDate"),
            timeOf(deal, "createdAt").value_or(Timestamp {})});
    const auto match = matchOpportunity(
        std::span<const OpenDeal<std::string>>(open), optionalText(params, "productLine"), dateOf(params, "closeDate"));
    return match ? Json(*match) : Json();
}

Result<Json> runUpdateFields(const Json& params)
{
    OpportunitySignals read;
    read.dealPotentialConfidence = numberOf(params["signals"], "dealPotentialConfidence");
    read.productLine = optionalText(params["signals"], "productLine");
    read.estimatedValue = moneyOf(params["signals"], "estimatedValue");
    PersonWrote person;
    for (const auto& field : textsOf(params, "personFields"))
        (field == "productLine" ? person.productLine : person.estimatedValue) = true;
    const auto update = updateFields(
        read, optionalText(params["current"], "productLine"), moneyOf(params["current"], "estimatedValue"), person);
    return Json {{"writes", update.writes()}, {"suggestions", update.suggestions()}};
}

Result<Json> runLocalDetection(const Json& params) { return Json(localDetection(textOf(params, "customerText"))); }

// Scores

StakeholderScores scoresOf(const Json& json)
{
    return {intOf(json, "decisionPower"), intOf(json, "influenceLevel"), intOf(json, "relationshipStrength")};
}

Result<Json> runTitleScores(const Json& params)
{
    constexpr std::array<const char*, 5> tiers {"c_suite", "vp", "director", "manager", "ic"};
    const auto found = titleScores(optionalText(params, "title"));
    auto out = toJson(found.scores);
    out["tier"] = tiers[std::size_t(found.tier)];
    return out;
}

Result<Json> runMergeScores(const Json& params)
{
    ScoreProposal proposal;
    const auto& proposed = params["proposed"];
    const auto score
        = [&](const char* key) { return given(proposed, key) ? std::optional(intOf(proposed, key)) : std::nullopt; };
    proposal.decisionPower = score("decisionPower");
    proposal.influenceLevel = score("influenceLevel");
    proposal.relationshipStrength = score("relationshipStrength");
    if (const auto* evidence = given(params, "evidence"))
        for (const auto& [name, text] : evidence->items())
            proposal.evidence[name] = text.get<std::string>();
    ScoreSources sources;
    for (const auto& [name, source] : params["sources"].items())
        sources[name] = parseEnum<ScoreSource>(source.get_ref<const std::string&>()).value_or(ScoreSource::heuristic);
    const auto merged = mergeScores(scoresOf(params["current"]), proposal, sources);
    Json sourcesOut = Json::object();
    for (const auto& [name, source] : merged.sources)
        sourcesOut[name] = std::string(enumText(source));
    return Json {{"scores", toJson(merged.scores)}, {"sources", std::move(sourcesOut)}};
}

Result<Json> runApplyOverride(const Json& params)
{
    const auto current = scoresOf(params["current"]);
    ScoreOverrides overrides;
    for (const auto& [name, value] : params["overrides"].items())
        overrides[name] = value.is_null() ? std::nullopt : std::optional(intOf(params["overrides"], name.c_str()));
    const auto* computed = given(params, "computed");
    return toJson(applyOverride(current, overrides, computed ? scoresOf(*computed) : current));
}

Result<Json> runRelationshipStrength(const Json& params)
{
    return Json(relationshipStrength({intOf(params, "interactionCount"), numberOf(params, "replyRate"),
        numberOf(params, "meetingAttendance"), intOf(params, "trustSignals")}));
}

// Stages

Result<Json> runValidateTransition(const Json& params)
{
    return Json(validTransition(stageOf(params, "from"), stageOf(params, "to")));
}

Result<Json> runCheckRequirements(const Json& params)
{
    const auto names = textsOf(params, "identified");
    const auto check
        = checkRequirements(stageOf(params, "stage"), stageEvidence(names, intOf(params, "interactionCount")));
    return Json {{"met", check.met}, {"missing", deals::toJson(check.missing)}};
}

Result<Json> runEvaluateProgression(const Json& params)
{
    auto names = textsOf(params, "identified");
    if (const auto* confidences = given(params, "confidences"))
        std::erase_if(names,
            [&](const std::string& name) { return numberOf(*confidences, name.c_str(), 1) < countedConfidence; });
    const auto next
        = evaluateProgression(stageOf(params, "stage"), stageEvidence(names, intOf(params, "interactionCount"))).next;
    return next ? Json(std::string(enumText(*next))) : Json();
}

Result<Json> runDecideStageMove(const Json& params)
{
    std::vector<MissingEvidence> missing;
    if (const auto* list = given(params, "missing"))
        for (const auto& entry : *list) {
            MissingEvidence each {.code = enumOf(entry, "code", MissingCode::noRequirements),
                .required = numberOf(entry, "required"),
                .actual = numberOf(entry, "actual"),
                .signal = std::nullopt};
            each.signal = dimensionOfSignal(textOf(entry, "required"));
            missing.push_back(each);
        }
    const MoveInput input {.override = flagOf(params, "override"),
        .reason = optionalText(params, "reason"),
        .lostReason = optionalText(params, "lostReason"),
        .closedValue = moneyOf(params, "closedValue")};
    const auto decision = decideStageMove(
        stageOf(params, "from"), stageOf(params, "to"), enumOf(params, "actorRole", Mover::rep), missing, input);
    Json out {{"result", std::string(enumText(decision.answer))}};
    if (decision.answer == MoveAnswer::allowed)
        out["warnings"] = decision.warnings;
    else if (decision.answer == MoveAnswer::needsInput)
        out["fields"] = decision.fields;
    else
        out["code"] = decision.code;
    return out;
}

// Plans

Result<Json> runTrimList(const Json& params)
{
    const auto& items = params["items"];
    return Json(trimList(std::vector<Json>(items.begin(), items.end()), std::size_t(integerOf(params, "max"))));
}

Result<Json> runTrimActionItems(const Json& params)
{
    std::vector<PlanTask<std::string>> tasks;
    for (const auto& item : params["items"])
        tasks.push_back({textOf(item, "taskId"), enumOf(item, "status", TaskStatus::open)});
    return Json(trimActionItems(
        std::span<const PlanTask<std::string>>(tasks), std::size_t(integerOf(params, "max", maxActionItems))));
}

Result<Json> runCompanyProfile(const Json& params)
{
    const auto& known = params["profile"];
    CompanyProfile profile {optionalText(known, "industry"), optionalText(known, "companySize"),
        optionalText(known, "businessModel"), textsOf(known, "techStack"), textsOf(known, "strategicInitiatives")};
    profile = companyProfile(std::move(profile), params["metadata"]);
    const auto orNull = [](const std::optional<std::string>& text) { return text ? Json(*text) : Json(); };
    return Json {{"industry", orNull(profile.industry)}, {"companySize", orNull(profile.companySize)},
        {"businessModel", orNull(profile.businessModel)}, {"techStack", profile.techStack},
        {"strategicInitiatives", profile.strategicInitiatives}};
}

// Outside CRM

Result<Json> runFilterOutbound(const Json& params) { return filterOutbound(params["changedFields"]); }

Result<Json> runResolveInbound(const Json& params)
{
    InboundChange change {.changedFields = params["changedFields"],
        .source = textOf(params, "source"),
        .theirsAt = {},
        .base = std::nullopt,
        .ours = {}};
    if (const auto* base = given(params, "base"))
        change.base = *base;
    Timestamp newest {};
    if (const auto* ours = given(params, "ours"))
        for (const auto& [field, edit] : ours->items()) {
            LocalEdit local {
                edit["value"], timeOf(edit, "at").value_or(Timestamp {}), textOf(edit, "actor") == "person"};
            newest = std::max(newest, local.at);
            change.ours[field] = std::move(local);
        }
    change.theirsAt = timeOf(params, "theirsAt").value_or(newest); // an unknown time is no reason to be older
    const auto result = resolveInbound(change);
    return Json {{"applied", result.applied}, {"pulled", result.pulled}, {"conflicts", result.conflicts}};
}

Result<Json> runThreeWay(const Json& params)
{
    ThreeWayInput sides {.base = params["base"],
        .ours = std::nullopt,
        .theirs = params["theirs"],
        .theirsAt = timeOf(params, "theirsAt").value_or(Timestamp {})};
    sides.ours = LocalEdit {
        params["ours"], timeOf(params, "oursAt").value_or(Timestamp {}), textOf(params, "oursActor") == "person"};
    const auto result = threeWay(sides);
    return Json {{"value", result.value}, {"conflict", result.conflict}};
}

Result<Json> runToNotion(const Json& params) { return toNotion(params["fields"], textsOf(params, "clear")); }
Result<Json> runFromNotion(const Json& params) { return fromNotion(params["properties"], textOf(params, "currency")); }

// Marks and forecast

Result<Json> runMarks(const Json& params)
{
    const auto zone = zoneOf(params);
    if (!zone)
        return fail(zone.error());
    const auto now = timeOf(params, "now").value_or(Timestamp {});
    const MarkInput input {.stage = stageOf(params, "dealStage"),
        .lastActivityAt = timeOf(params, "lastActivityAt").value_or(Timestamp {}),
        .stageEnteredAt = timeOf(params, "stageEnteredAt").value_or(Timestamp {}),
        .closeDate = dateOf(params, "closeDate"),
        .closeDatePushes = intOf(params, "closeDatePushes"),
        .economicBuyerKnown = flagOf(params, "economicBuyerKnown"),
        .championKnown = flagOf(params, "championKnown"),
        .activeStakeholders = intOf(params, "activeStakeholders"),
        .activeBlocker = flagOf(params, "activeBlocker"),
        .hasNextStep = flagOf(params, "hasNextStep")};
    const auto marks = marksOf(input, now, zone->localDate(now));
    return Json {{"reasons", textList(marks.reasons.list())}, {"marks", textList(marks.marks.list())}};
}

ForecastDeal forecastDealOf(const Json& json, const Zone& zone)
{
    ForecastDeal deal {.stage = stageOf(json, "dealStage"),
        .estimatedValue = moneyOf(json, "estimatedValue"),
        .probability = numberOf(json, "probability"),
        .closeDate = dateOf(json, "closeDate"),
        .createdAt = timeOf(json, "createdAt").value_or(Timestamp {}),
        .closedAt = timeOf(json, "closedAt"),
        .closedOn = std::nullopt,
        .closedValue = std::nullopt,
        .atRisk = flagOf(json, "atRisk"),
        .override = enumOf<ForecastCategory>(json, "override")};
    if (deal.closedAt)
        deal.closedOn = zone.localDate(*deal.closedAt);
    return deal;
}

Period periodOf(const Json& params)
{
    return {dateOf(params, "periodStart").value_or(Date {}), dateOf(params, "periodEnd").value_or(Date {})};
}

Result<Json> runForecastCategory(const Json& params)
{
    const auto zone = zoneOf(params);
    if (!zone)
        return fail(zone.error());
    return Json(std::string(enumText(forecastCategory(forecastDealOf(params, *zone), periodOf(params)))));
}

Result<Json> runForecastRollup(const Json& params)
{
    const auto zone = zoneOf(params);
    if (!zone)
        return fail(zone.error());
    std::vector<ForecastDeal> list;
    for (const auto& deal : params["opportunities"])
        list.push_back(forecastDealOf(deal, *zone));
    const auto rollup = forecastRollup(list, periodOf(params));
    Json categories = Json::object();
    for (const auto& [category, sums] : rollup.categories)
        categories[std::string(enumText(category))] = moneyJson(sums);
    const auto orNull = [](const std::optional<double>& value) { return value ? Json(*value) : Json(); };
    return Json {{"openValue", moneyJson(rollup.openValue)}, {"weightedValue", moneyJson(rollup.weightedValue)},
        {"categories", std::move(categories)}, {"winRate", orNull(rollup.winRate)},
        {"avgCycleDays", orNull(rollup.avgCycleDays)}, {"withoutValue", rollup.withoutValue}};
}

Result<Json> runWeightedValue(const Json& params)
{
    std::vector<ValuedDeal> list;
    for (const auto& deal : params["opportunities"])
        list.push_back({moneyOf(deal, "estimatedValue"), numberOf(deal, "probability")});
    return moneyJson(weightedValue(list));
}

Result<Json> runPipeline(const Json& params)
{
    std::vector<PipelineDeal> list;
    for (const auto& deal : params["opportunities"])
        list.push_back({stageOf(deal, "dealStage"), moneyOf(deal, "estimatedValue")});
    const auto result = pipeline(list);
    Json counts = Json::object();
    for (const auto& [stage, count] : result.stageCounts)
        counts[std::string(enumText(stage))] = count;
    return Json {{"stageCounts", std::move(counts)}, {"totalValue", moneyJson(result.totalValue)}};
}
}

void registerDeals(Registry& registry)
{
    registry.add("deals.detectionThresholds", detectionThresholds);
    registry.add("deals.matchOpportunity", runMatchOpportunity);
    registry.add("deals.updateFields", runUpdateFields);
    registry.add("deals.localDetection", runLocalDetection);
    registry.add("deals.titleScores", runTitleScores);
    registry.add("deals.mergeScores", runMergeScores);
    registry.add("deals.applyOverride", runApplyOverride);
    registry.add("deals.relationshipStrength", runRelationshipStrength);
    registry.add("deals.validateTransition", runValidateTransition);
    registry.add("deals.checkRequirements", runCheckRequirements);
    registry.add("deals.evaluateProgression", runEvaluateProgression);
    registry.add("deals.decideStageMove", runDecideStageMove);
    registry.add("deals.trimList", runTrimList);
    registry.add("deals.trimActionItems", runTrimActionItems);
    registry.add("deals.companyProfile", runCompanyProfile);
    registry.add("deals.filterOutbound", runFilterOutbound);
    registry.add("deals.resolveInbound", runResolveInbound);
    registry.add("deals.threeWay", runThreeWay);
    registry.add("deals.toNotion", runToNotion);
    registry.add("deals.fromNotion", runFromNotion);
    registry.add("deals.marks", runMarks);
    registry.add("deals.forecastCategory", runForecastCategory);
    registry.add("deals.forecastRollup", runForecastRollup);
    registry.add("deals.weightedValue", runWeightedValue);
    registry.add("deals.pipeline", runPipeline);
}
}
