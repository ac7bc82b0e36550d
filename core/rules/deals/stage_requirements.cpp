// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/stage_requirements.hpp"

#include "core/rules/deals/stage_graph.hpp"

namespace agentarmy::deals {
namespace {
struct Requirement {
    DealStage stage;
    double bant;
    double meddic;
    int interactions;
    std::array<Dimension, 2> signals;
    std::size_t signalCount;
};
// 0.16 and 0.33 sit just under 1/6 and 2/6.
constexpr std::array requirements {
    Requirement {DealStage::discovery, 0.00, 0.00, 1, {Dimension::need, Dimension::need}, 1},
    Requirement {DealStage::qualification, 0.25, 0.16, 2, {Dimension::need, Dimension::pain}, 2},
    Requirement {DealStage::evaluation, 0.50, 0.33, 3, {Dimension::budget, Dimension::authority}, 2},
    Requirement {DealStage::negotiation, 0.75, 0.50, 4, {Dimension::economicBuyer, Dimension::decisionCriteria}, 2},
};

const Requirement* requirementOf(DealStage stage)
{
    for (const auto& row : requirements)
        if (row.stage == stage)
            return &row;
    return nullptr;
}

constexpr std::array<std::pair<Dimension, std::string_view>, dimensionCount> signalNames {{
    {Dimension::budget, "budget_identified"},
    {Dimension::authority, "authority_identified"},
    {Dimension::need, "need_identified"},
    {Dimension::timeline, "timeline_identified"},
    {Dimension::metrics, "metrics_identified"},
    {Dimension::economicBuyer, "economic_buyer_identified"},
    {Dimension::decisionCriteria, "decision_criteria_identified"},
    {Dimension::decisionProcess, "decision_process_identified"},
    {Dimension::pain, "pain_identified"},
    {Dimension::champion, "champion_identified"},
}};

/// Tells `seen` each thing that `row` asks for and whether it is there, in the rule's order.
template <class Seen> void compare(const Requirement& row, const StageEvidence& evidence, Seen seen)
{
    const auto done = evidence.completion();
    const auto number = [&](MissingCode code, double required, double actual) {
        seen(actual >= required, MissingEvidence {code, required, actual, std::nullopt});
    };
    number(MissingCode::minBantCompletion, row.bant, done.bant);
    number(MissingCode::minMeddicCompletion, row.meddic, done.meddic);
    number(MissingCode::minInteractions, row.interactions, evidence.interactions);
    for (std::size_t i = 0; i < row.signalCount; ++i)
        seen(evidence.identified[std::size_t(row.signals[i])],
            MissingEvidence {MissingCode::requiredSignal, 0, 0, row.signals[i]});
}
}

Completion StageEvidence::completion() const
{
    int bant = 0;
    int meddic = 0;
    for (std::size_t i = 0; i < dimensionCount; ++i)
        (isBant(Dimension(i)) ? bant : meddic) += identified[i] ? 1 : 0;
    return {bant / 4.0, meddic / 6.0};
}

StageEvidence stageEvidence(const QualificationState& qualification, int interactionCount)
{
    StageEvidence evidence {.identified = {}, .interactions = interactionCount};
    for (std::size_t i = 0; i < dimensionCount; ++i) {
        const auto& signal = qualification.signals[i];
        const bool tooUnsure = signal.confidence > 0 && signal.confidence < countedConfidence && !signal.locked;
        evidence.identified[i] = signal.identified && !tooUnsure;
    }
    return evidence;
}

StageEvidence stageEvidence(std::span<const std::string> names, int interactionCount)
{
    StageEvidence evidence {.identified = {}, .interactions = interactionCount};
    for (const auto& name : names)
        if (const auto dimension = dimensionOfSignal(name))
            evidence.identified[std::size_t(*dimension)] = true;
    return evidence;
}

std::string signalName(Dimension dimension) { return std::string(signalNames[std::size_t(dimension)].second); }

std::optional<Dimension> dimensionOfSignal(std::string_view name)
{
    for (const auto& [dimension, text] : signalNames)
        if (text == name)
            return dimension;
    return std::nullopt;
}

Json toJson(const MissingEvidence& missing)
{
    Json out {{"code", std::string(enumText(missing.code))}, {"required", nullptr}, {"actual", nullptr}};
    if (missing.code == MissingCode::requiredSignal)
        out["required"] = missing.signal ? signalName(*missing.signal) : std::string();
    else if (missing.code == MissingCode::minInteractions) {
        out["required"] = std::int64_t(missing.required);
        out["actual"] = std::int64_t(missing.actual);
    } else if (missing.code != MissingCode::noRequirements) {
        out["required"] = missing.required;
        out["actual"] = missing.actual;
    }
    return out;
}

Json toJson(const std::vector<MissingEvidence>& missing)
{
    Json list = Json::array();
    for (const auto& entry : missing)
        list.push_back(toJson(entry));
    return list;
}

std::string missingText(const MissingEvidence& missing)
{
    if (missing.code == MissingCode::requiredSignal && missing.signal)
        return signalName(*missing.signal);
    return std::string(enumText(missing.code));
}

StageCheck checkRequirements(DealStage stage, const StageEvidence& evidence)
{
    const auto* row = requirementOf(stage);
    if (!row)
        return {false, {{MissingCode::noRequirements, 0, 0, std::nullopt}}};
    StageCheck check;
    compare(*row, evidence, [&](bool there, const MissingEvidence& entry) {
        if (!there)
            check.missing.push_back(entry);
    });
    check.met = check.missing.empty();
    return check;
}

std::optional<double> progressToNext(DealStage stage, const StageEvidence& evidence)
{
    const auto next = nextStage(stage);
    const auto* row = next ? requirementOf(*next) : nullptr;
    if (!row)
        return std::nullopt;
    int met = 0;
    int all = 0;
    compare(*row, evidence, [&](bool there, const MissingEvidence& entry) {
        if (entry.code != MissingCode::requiredSignal && entry.required <= 0)
            return; // asks for nothing
        ++all;
        met += there ? 1 : 0;
    });
    return double(met) / all;
}
}
