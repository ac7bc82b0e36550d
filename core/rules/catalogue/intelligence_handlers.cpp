// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/catalogue/params.hpp"
#include "core/rules/catalogue/registry.hpp"
#include "core/rules/intelligence/goals.hpp"
#include "core/rules/intelligence/persona.hpp"
#include "core/rules/intelligence/region.hpp"

#include <cmath>

namespace agentarmy::catalogue {
namespace {
using intelligence::GoalProgress;

double roundedTo(double value, double unit) { return std::round(value / unit) * unit; }

Result<Json> runGoalStatus(const Json& params)
{
    constexpr double paceUnit = 0.0001, forecastUnit = 0.01;
    constexpr int suggestions = 3;
    const auto at = [&](const char* key) { return timeOf(params, key).value_or(Timestamp()); };
    const auto progress = intelligence::goalProgress(enumOf(params, "goalType", GoalType::revenue),
        numberOf(params, "current"), numberOf(params, "target"), at("periodStart"), at("periodEnd"), at("now"));
    Json out {{"progressPct", progress.progressPct}, {"onTrack", progress.onTrack},
        {"daysRemaining", progress.daysRemaining}, {"behind", progress.behind},
        {"suggestionCount", progress.behind ? suggestions : 0}, {"paceRatio", Json()}, {"gauge", Json()},
        {"forecast", Json()}};
    if (progress.paceRatio)
        out["paceRatio"] = roundedTo(*progress.paceRatio, paceUnit);
    if (progress.gauge)
        out["gauge"] = *progress.gauge == GoalProgress::Gauge::green ? "green"
            : *progress.gauge == GoalProgress::Gauge::amber          ? "amber"
                                                                     : "red";
    if (progress.forecast)
        out["forecast"] = roundedTo(*progress.forecast, forecastUnit);
    return out;
}

Result<Json> runUpdateProgress(const Json& params)
{
    const auto status = intelligence::updatedStatus(enumOf(params, "status", GoalStatus::active),
        numberOf(params, "current"), numberOf(params, "target"), timeOf(params, "periodEnd").value_or(Timestamp()),
        timeOf(params, "now").value_or(Timestamp()));
    return Json {{"status", std::string(enumText(status))}};
}

Result<Json> runValidateGoal(const Json& params)
{
    const auto type = enumOf<GoalType>(params, "goalType");
    if (!type)
        return refusal("invalid_goal_type");
    Goal goal;
    goal.goalType = *type;
    goal.targetValue = numberOf(params, "targetValue");
    goal.periodStart = timeOf(params, "periodStart").value_or(Timestamp());
    goal.periodEnd = timeOf(params, "periodEnd").value_or(Timestamp());
    if (const auto valid = intelligence::validateGoal(goal); !valid)
        return refusal(valid.error().code);
    return Json {{"valid", true}};
}

intelligence::RegionValues regionValuesOf(const Json& given)
{
    intelligence::RegionValues values;
    const auto number = [&](const char* key) -> std::optional<double> {
        return catalogue::given(given, key) ? std::optional(numberOf(given, key)) : std::nullopt;
    };
    values.formalityDefault = number("formalityDefault");
    values.pricingModifier = number("pricingModifier");
    values.currency = optionalText(given, "currency");
    if (catalogue::given(given, "paymentTermsDays"))
        values.paymentTermsDays = intOf(given, "paymentTermsDays");
    values.contractPreference = optionalText(given, "contractPreference");
    if (const auto* cycle = catalogue::given(given, "salesCycleMonths"))
        values.salesCycleMonths = std::pair(intOf(*cycle, "min"), intOf(*cycle, "max"));
    if (catalogue::given(given, "languages"))
        values.languages = textsOf(given, "languages");
    return values;
}

Result<Json> runResolveRegion(const Json& params)
{
    std::map<std::string, intelligence::RegionValues> tenant;
    if (const auto* nodes = given(params, "tenant"))
        for (const auto& [path, values] : nodes->items())
            tenant.emplace(path, regionValuesOf(values));
    const auto profile = intelligence::resolveRegion(textOf(params, "path"), tenant);
    if (!profile)
        return refusal(profile.error().code);
    const auto& [shortest, longest] = profile->salesCycleMonths;
    return Json {{"path", profile->path}, {"regionName", profile->regionName}, {"warning", profile->warning},
        {"formalityDefault", profile->formalityDefault}, {"pricingModifier", profile->pricingModifier},
        {"currency", profile->currency}, {"paymentTermsDays", profile->paymentTermsDays},
        {"contractPreference", profile->contractPreference},
        {"salesCycleMonths", {{"min", shortest}, {"max", longest}}}, {"languages", profile->languages}};
}

Result<Json> runBand(const Json& params)
{
    return Json {{"band", intelligence::bandText(intelligence::bandOf(numberOf(params, "value")))}};
}

Result<Json> runBuildPersona(const Json& params)
{
    std::map<std::string, double> values;
    if (const auto* dimensions = given(params, "dimensions"))
        for (const auto& [axis, value] : dimensions->items())
            values.emplace(axis, value.get<double>());
    const auto region = optionalText(params, "region");
    const auto built
        = intelligence::buildPersona(values, region ? std::optional<std::string_view>(*region) : std::nullopt);
    if (!built)
        return refusal(built.error().code);
    return Json {{"dimensions",
        {{"formal_casual", built->formalCasual}, {"concise_detailed", built->conciseDetailed},
            {"technical_business", built->technicalBusiness}, {"proactive_reactive", built->proactiveReactive}}}};
}

Result<Json> runPreviewPersona(const Json& params)
{
    const auto* dimensions = given(params, "dimensions");
    if (!dimensions)
        return refusal("validation_failed");
    const auto preview = intelligence::previewPersona(
        {numberOf(*dimensions, "formal_casual"), numberOf(*dimensions, "concise_detailed"),
            numberOf(*dimensions, "technical_business"), numberOf(*dimensions, "proactive_reactive")});
    return Json {{"greeting", preview.greeting}, {"closing", preview.closing},
        {"detailBand", intelligence::bandText(preview.detail)},
        {"chatOffersSuggestions", preview.chatOffersSuggestions},
        {"summaryMentionsTechnical", preview.summaryMentionsTechnical},
        {"summaryMentionsInitiative", preview.summaryMentionsInitiative}};
}
}

void registerIntelligence(Registry& registry)
{
    registry.add("intelligence.band", runBand);
    registry.add("intelligence.buildPersona", runBuildPersona);
    registry.add("intelligence.goalStatus", runGoalStatus);
    registry.add("intelligence.previewPersona", runPreviewPersona);
    registry.add("intelligence.resolveRegion", runResolveRegion);
    registry.add("intelligence.updateProgress", runUpdateProgress);
    registry.add("intelligence.validateGoal", runValidateGoal);
}
}
