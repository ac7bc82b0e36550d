// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/stage_move.hpp"

#include "core/base/text.hpp"
#include "core/rules/deals/progression.hpp"
#include "core/rules/deals/stage_graph.hpp"

namespace agentarmy::deals {
namespace {
bool hasLength(const std::optional<std::string>& text, std::size_t min, std::size_t max)
{
    const auto count = text ? codePointCount(trimView(*text)) : 0;
    return count >= min && count <= max;
}

/// Collects what is still to be given, in the order in which it is asked for.
class Asked {
public:
    explicit Asked(const MoveInput& input)
        : m_input(input)
    {
    }
    Asked& reason() { return need("reason", hasLength(m_input.reason, 3, 500)); }
    Asked& override() { return need("override", m_input.override); }
    Asked& lostReason() { return need("lostReason", hasLength(m_input.lostReason, 1, 500)); }
    Asked& closedValue() { return need("closedValue", m_input.closedValue && m_input.closedValue->amountMinor > 0); }
    [[nodiscard]] MoveDecision answer(const std::vector<MissingEvidence>& missing) const
    {
        if (!m_fields.empty())
            return {.answer = MoveAnswer::needsInput, .warnings = {}, .fields = m_fields, .code = {}};
        MoveDecision allowed;
        for (const auto& entry : missing)
            allowed.warnings.push_back(missingText(entry));
        return allowed;
    }

private:
    Asked& need(const char* field, bool there)
    {
        if (!there)
            m_fields.emplace_back(field);
        return *this;
    }
    const MoveInput& m_input;
    std::vector<std::string> m_fields;
};

MoveDecision forbidden(const char* code)
{
    return {.answer = MoveAnswer::forbidden, .warnings = {}, .fields = {}, .code = code};
}

Json text500(const std::optional<std::string>& text)
{
    return text ? Json(std::string(cutAtCodePoint(trimView(*text), 500))) : Json();
}
}

Mover moverOf(Role role)
{
    switch (role) {
    case Role::rep:
        return Mover::rep;
    case Role::manager:
        return Mover::manager;
    case Role::executive:
        return Mover::executive;
    case Role::admin:
        break;
    }
    return Mover::admin;
}

MoveDecision decideStageMove(
    DealStage from, DealStage to, Mover mover, const std::vector<MissingEvidence>& missing, const MoveInput& input)
{
    if (from == to)
        return {};
    if (mover == Mover::agent)
        return nextStage(from) == to && missing.empty() ? MoveDecision {} : forbidden("agent_cannot_move");
    Asked asked(input);
    if (isClosed(from)) {
        if (mover == Mover::rep)
            return forbidden("reopen_not_allowed");
        if (to != DealStage::negotiation)
            return forbidden("invalid_stage_transition");
        return asked.override().reason().answer(missing);
    }
    switch (to) {
    case DealStage::stalled:
        return asked.reason().answer(missing);
    case DealStage::closedLost:
        asked.lostReason();
        return (from == DealStage::negotiation ? asked : asked.override()).answer(missing);
    case DealStage::closedWon:
        asked.closedValue();
        return (from == DealStage::negotiation ? asked : asked.override().reason()).answer(missing);
    default:
        break;
    }
    if (from == DealStage::stalled || nextStage(from) == to)
        return asked.answer(missing);
    return asked.override().reason().answer(missing); // backwards, or skipping stages
}

MoveDecision decideStageMove(const Opportunity& opportunity, DealStage to, Mover mover, const MoveInput& input)
{
    const auto from = opportunity.dealStage;
    const auto evidence = stageEvidence(opportunity.qualificationSnapshot, opportunity.interactionCount);
    if (mover == Mover::agent && from != to) {
        const bool may = evaluateProgression(from, evidence).next == to && evidenceGrewSinceUndo(opportunity);
        return may ? MoveDecision {} : forbidden("agent_cannot_move");
    }
    const bool asksForEvidence = isActive(to) && !isClosed(from) && (from == DealStage::stalled || to > from);
    return decideStageMove(from, to, mover,
        asksForEvidence ? checkRequirements(to, evidence).missing : std::vector<MissingEvidence> {}, input);
}

Error moveError(const MoveDecision& decision, DealStage from, DealStage to)
{
    const std::string fromText(enumText(from));
    const std::string toText(enumText(to));
    if (decision.answer == MoveAnswer::needsInput)
        return {ErrorKind::invalid, "move_needs_input", "This move needs: " + join(decision.fields, ", ") + ".",
            {{"fields", decision.fields}}};
    if (decision.code == "reopen_not_allowed")
        return {ErrorKind::denied, decision.code, "Only a manager can reopen a closed deal.", {}};
    if (decision.code == "agent_cannot_move")
        return {ErrorKind::denied, decision.code, "The agent moves a deal only one step, on evidence.",
            {{"from", fromText}, {"to", toText}}};
    std::vector<std::string> allowed;
    for (const auto target : isClosed(from) ? std::vector {DealStage::negotiation} : allowedTargets(from))
        allowed.emplace_back(enumText(target));
    return {ErrorKind::conflict, "invalid_stage_transition", "A deal in " + fromText + " cannot go to " + toText + ".",
        {{"from", fromText}, {"to", toText}, {"allowed", allowed}}};
}

DealStage resumeTarget(const Opportunity& opportunity)
{
    const auto before = opportunity.stageBeforeStall;
    return before && isActive(*before) ? *before : DealStage::prospecting;
}

Json applyStageMove(const Opportunity& opportunity, DealStage to, const MoveInput& input, Timestamp now,
    const StageProbabilities& probabilities)
{
    Json fields = Json::object();
    const auto from = opportunity.dealStage;
    if (from == to)
        return fields;
    fields["dealStage"] = std::string(enumText(to));
    fields["stageEnteredAt"] = formatTimestamp(now);
    if (opportunity.probabilitySource != ProbabilitySource::humanOverride) {
        fields["probability"] = probabilities.of(to);
        fields["probabilitySource"] = std::string(enumText(ProbabilitySource::stage));
    }
    const auto clearIf = [&](const char* field, bool isSet) {
        if (isSet && !fields.contains(field))
            fields[field] = nullptr;
    };
    if (to == DealStage::stalled) {
        fields["stageBeforeStall"] = std::string(enumText(from));
        fields["stallReason"] = text500(input.reason);
    }
    if (isClosed(to))
        fields["closedAt"] = formatTimestamp(now);
    if (to == DealStage::closedWon && input.closedValue)
        fields["closedValue"]
            = Json {{"amountMinor", input.closedValue->amountMinor}, {"currency", input.closedValue->currency}};
    if (to == DealStage::closedLost)
        fields["lostReason"] = text500(input.lostReason);
    clearIf("stageBeforeStall", opportunity.stageBeforeStall.has_value());
    clearIf("stallReason", opportunity.stallReason.has_value());
    clearIf("closedAt", opportunity.closedAt.has_value());
    clearIf("closedValue", opportunity.closedValue.has_value());
    clearIf("lostReason", opportunity.lostReason.has_value());
    return fields;
}

Json applyCloseDate(const Opportunity& opportunity, const std::optional<Date>& closeDate)
{
    Json fields = Json::object();
    if (closeDate == opportunity.closeDate)
        return fields;
    fields["closeDate"] = closeDate ? Json(formatDate(*closeDate)) : Json();
    if (closeDate && opportunity.closeDate && *closeDate > *opportunity.closeDate)
        fields["closeDatePushes"] = opportunity.closeDatePushes + 1;
    return fields;
}
}
