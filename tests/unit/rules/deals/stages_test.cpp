// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/progression.hpp"
#include "core/rules/deals/stage_graph.hpp"
#include "core/rules/deals/stage_move.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::deals;

namespace {
std::string dumped(const Json& json) { return json.dump(); }
StageEvidence evidence(std::initializer_list<Dimension> known, int interactions)
{
    StageEvidence out;
    for (const auto dimension : known)
        out.identified[std::size_t(dimension)] = true;
    out.interactions = interactions;
    return out;
}
StageEvidence everything(int interactions)
{
    StageEvidence out;
    out.identified.fill(true);
    out.interactions = interactions;
    return out;
}
std::vector<std::string> texts(const std::vector<MissingEvidence>& missing)
{
    std::vector<std::string> out;
    for (const auto& entry : missing)
        out.push_back(missingText(entry));
    return out;
}
using Texts = std::vector<std::string>;
Timestamp at(const char* text) { return *parseTimestamp(text); }
}

class StagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theGraphIsComplete()
    {
        int moves = 0;
        for (const auto& [from, a] : EnumTexts<DealStage>::values)
            for (const auto& [to, b] : EnumTexts<DealStage>::values)
                moves += from != to && validTransition(from, to) ? 1 : 0;
        QCOMPARE(moves, 2 * 4 + 3 + 5);
        QVERIFY(validTransition(DealStage::closedWon, DealStage::closedWon));
        QVERIFY(!validTransition(DealStage::closedWon, DealStage::negotiation));
        QVERIFY(!validTransition(DealStage::discovery, DealStage::evaluation));
        QVERIFY(validTransition(DealStage::stalled, DealStage::prospecting));
        QVERIFY(!validTransition(DealStage::stalled, DealStage::closedLost));
    }

    void requirementsHoldJustMissAndRefuse()
    {
        using enum Dimension;
        const auto full = evidence({need, pain}, 2);
        QVERIFY(checkRequirements(DealStage::qualification, full).met);
        QCOMPARE(texts(checkRequirements(DealStage::qualification, evidence({need, pain}, 1)).missing),
            (Texts {"min_interactions"}));
        QCOMPARE(texts(checkRequirements(DealStage::qualification, evidence({need}, 2)).missing),
            (Texts {"min_meddic_completion", "pain_identified"}));
        QCOMPARE(texts(checkRequirements(DealStage::discovery, evidence({}, 0)).missing),
            (Texts {"min_interactions", "need_identified"}));
        QCOMPARE(texts(checkRequirements(DealStage::closedWon, everything(99)).missing), (Texts {"no_requirements"}));
        QVERIFY(!checkRequirements(DealStage::prospecting, everything(99)).met);
    }

    void missingEntriesSayHowMuch()
    {
        const auto check = checkRequirements(DealStage::evaluation,
            evidence({Dimension::budget, Dimension::authority, Dimension::pain, Dimension::metrics}, 2));
        QCOMPARE(dumped(toJson(check.missing)),
            dumped((Json::array({{{"code", "min_interactions"}, {"required", 3}, {"actual", 2}}}))));
        QCOMPARE(dumped(toJson(MissingEvidence {MissingCode::requiredSignal, 0, 0, Dimension::economicBuyer})),
            dumped(
                (Json {{"code", "required_signal"}, {"required", "economic_buyer_identified"}, {"actual", nullptr}})));
    }

    void theAgentMovesOneStepOnEvidence()
    {
        using enum Dimension;
        QCOMPARE(evaluateProgression(DealStage::qualification, evidence({budget, authority, pain, metrics}, 3)).next,
            std::optional(DealStage::evaluation));
        QVERIFY(!evaluateProgression(DealStage::qualification, evidence({budget, authority, pain, metrics}, 2)).next);
        QCOMPARE(evaluateProgression(DealStage::prospecting, everything(9)).next, std::optional(DealStage::discovery));
        QVERIFY(!evaluateProgression(DealStage::negotiation, everything(50)).next);
        QVERIFY(!evaluateProgression(DealStage::stalled, everything(50)).next);
        QVERIFY(!evaluateProgression(DealStage::closedLost, everything(50)).next);
        QCOMPARE(evaluateProgression(DealStage::discovery, evidence({need, pain, champion}, 2)).next,
            std::optional(DealStage::qualification));
    }

    void unsureSignalsDoNotCount()
    {
        QualificationState state;
        state[Dimension::need] = Signal {.identified = true, .confidence = 0.5};
        state[Dimension::pain] = Signal {.identified = true, .confidence = 0.49};
        QCOMPARE(texts(evaluateProgression(DealStage::discovery, state, 2).missing),
            (Texts {"min_meddic_completion", "pain_identified"}));
        state[Dimension::pain].locked = true; // a person set it
        QCOMPARE(evaluateProgression(DealStage::discovery, state, 2).next, std::optional(DealStage::qualification));
        state[Dimension::pain] = Signal {.identified = true}; // no confidence is recorded
        QCOMPARE(evaluateProgression(DealStage::discovery, state, 2).next, std::optional(DealStage::qualification));
    }

    void unknownSignalNamesAreAbsent()
    {
        const Texts names {"need_identified", "charm_identified"};
        QCOMPARE(stageEvidence(names, 1).completion().bant, 0.25);
    }

    void progressCountsWhatTheNextStageAsks()
    {
        QCOMPARE(*progressToNext(DealStage::prospecting, evidence({}, 1)), 0.5);
        QCOMPARE(*progressToNext(DealStage::prospecting, evidence({Dimension::need}, 1)), 1.0);
        QVERIFY(!progressToNext(DealStage::negotiation, everything(9)));
    }

    void onlyTheDealOfTheTurnMoves()
    {
        Uuid a, b;
        a.bytes[0] = 1;
        b.bytes[0] = 2;
        const Id<Opportunity> first(a), second(b);
        QCOMPARE(*dealOfTurn(first, std::vector {first, second}).opportunityId, first);
        QCOMPARE(*dealOfTurn(std::nullopt, std::vector {second}).opportunityId, second);
        const auto unclear = dealOfTurn(std::nullopt, std::vector {first, second});
        QVERIFY(!unclear.opportunityId && unclear.needsReview);
        QVERIFY(!dealOfTurn(std::nullopt, {}).needsReview);
        QCOMPARE(*dealOfTurn(first, std::vector {second}).opportunityId, second); // a closed match does not move
    }

    void theSameEvidenceDoesNotMoveAgainAfterAnUndo()
    {
        Opportunity deal;
        deal.interactionCount = 3;
        QVERIFY(evidenceGrewSinceUndo(deal));
        deal.evidenceAtUndo = 3;
        QVERIFY(!evidenceGrewSinceUndo(deal));
        deal.qualificationSnapshot[Dimension::pain].evidenceCount = 1;
        QVERIFY(evidenceGrewSinceUndo(deal));
    }

    void movesByPeople_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("gives"); // letters: o override, r reason, l lostReason, v closedValue
        QTest::addColumn<QString>("answer");
        const auto row = [](const char* from, const char* to, const char* who, const char* gives, const char* answer) {
            QTest::newRow(qPrintable(QString("%1 %2 %3 %4").arg(from, to, who, gives)))
                << from << to << who << gives << answer;
        };
        row("discovery", "qualification", "rep", "", "allowed");
        row("discovery", "discovery", "rep", "", "allowed");
        row("discovery", "negotiation", "rep", "", "override,reason");
        row("discovery", "negotiation", "rep", "o", "reason");
        row("discovery", "negotiation", "rep", "or", "allowed");
        row("evaluation", "discovery", "rep", "r", "override");
        row("discovery", "stalled", "rep", "", "reason");
        row("discovery", "stalled", "rep", "r", "allowed");
        row("stalled", "evaluation", "rep", "", "allowed");
        row("negotiation", "closed_lost", "rep", "", "lostReason");
        row("negotiation", "closed_lost", "rep", "l", "allowed");
        row("discovery", "closed_lost", "rep", "l", "override");
        row("stalled", "closed_lost", "rep", "", "lostReason,override");
        row("negotiation", "closed_won", "rep", "", "closedValue");
        row("negotiation", "closed_won", "rep", "v", "allowed");
        row("evaluation", "closed_won", "rep", "v", "override,reason");
        row("evaluation", "closed_won", "rep", "orv", "allowed");
        row("closed_won", "negotiation", "rep", "or", "reopen_not_allowed");
        row("closed_won", "discovery", "rep", "or", "reopen_not_allowed");
        row("closed_won", "negotiation", "manager", "", "override,reason");
        row("closed_won", "negotiation", "manager", "or", "allowed");
        row("closed_lost", "negotiation", "executive", "or", "allowed");
        row("closed_lost", "evaluation", "admin", "or", "invalid_stage_transition");
        row("closed_lost", "closed_won", "admin", "orv", "invalid_stage_transition");
        row("discovery", "qualification", "agent", "", "allowed");
        row("discovery", "stalled", "agent", "r", "agent_cannot_move");
        row("discovery", "evaluation", "agent", "or", "agent_cannot_move");
        row("negotiation", "closed_won", "agent", "orv", "agent_cannot_move");
    }
    void movesByPeople()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, who);
        QFETCH(QString, gives);
        QFETCH(QString, answer);
        MoveInput input;
        input.override = gives.contains('o');
        if (gives.contains('r'))
            input.reason = "They asked";
        if (gives.contains('l'))
            input.lostReason = "Price";
        if (gives.contains('v'))
            input.closedValue = Money {100, "EUR"};
        const auto decision = decideStageMove(*parseEnum<DealStage>(from.toStdString()),
            *parseEnum<DealStage>(to.toStdString()), *parseEnum<Mover>(who.toStdString()), {}, input);
        QString got = "allowed";
        if (decision.answer == MoveAnswer::forbidden)
            got = QString::fromStdString(decision.code);
        QStringList fields;
        for (const auto& field : decision.fields)
            fields << QString::fromStdString(field);
        if (decision.answer == MoveAnswer::needsInput)
            got = fields.join(',');
        QCOMPARE(got, answer);
    }

    void reasonsHaveBounds()
    {
        const auto ask = [](std::string reason) {
            return decideStageMove(DealStage::discovery, DealStage::stalled, Mover::rep, {},
                {.override = false, .reason = std::move(reason), .lostReason = {}, .closedValue = {}})
                .answer;
        };
        QCOMPARE(ask("no"), MoveAnswer::needsInput);
        QCOMPARE(ask("  no "), MoveAnswer::needsInput);
        QCOMPARE(ask("dry"), MoveAnswer::allowed);
        QCOMPARE(ask(std::string(500, 'x')), MoveAnswer::allowed);
        QCOMPARE(ask(std::string(501, 'x')), MoveAnswer::needsInput);
        QCOMPARE(decideStageMove(DealStage::negotiation, DealStage::closedWon, Mover::rep, {},
                     {.override = false, .reason = {}, .lostReason = {}, .closedValue = Money {0, "EUR"}})
                     .answer,
            MoveAnswer::needsInput);
    }

    void missingEvidenceIsAWarningNotABar()
    {
        Opportunity deal;
        deal.dealStage = DealStage::discovery;
        deal.interactionCount = 1;
        const auto next = decideStageMove(deal, DealStage::qualification, Mover::rep, {});
        QCOMPARE(next.answer, MoveAnswer::allowed);
        QCOMPARE(next.warnings,
            (Texts {"min_bant_completion", "min_meddic_completion", "min_interactions", "need_identified",
                "pain_identified"}));
        const auto skip = decideStageMove(deal, DealStage::negotiation, Mover::rep,
            {.override = true, .reason = "They asked", .lostReason = {}, .closedValue = {}});
        QVERIFY(skip.answer == MoveAnswer::allowed && skip.warnings.size() == 5);
        QVERIFY(decideStageMove(deal, DealStage::stalled, Mover::rep,
            {.override = false, .reason = "They asked", .lostReason = {}, .closedValue = {}})
                    .warnings.empty());
        QCOMPARE(
            decideStageMove(deal, DealStage::qualification, Mover::agent, {}).code, std::string("agent_cannot_move"));
    }

    void errorsTellWhatToDo()
    {
        const auto lost = decideStageMove(DealStage::negotiation, DealStage::closedLost, Mover::rep, {}, {});
        const auto error = moveError(lost, DealStage::negotiation, DealStage::closedLost);
        QCOMPARE(error.code, std::string("move_needs_input"));
        QCOMPARE(std::get<Texts>(error.details.at("fields")), (Texts {"lostReason"}));
        const auto reopened = decideStageMove(DealStage::closedWon, DealStage::negotiation, Mover::rep, {}, {});
        QCOMPARE(moveError(reopened, DealStage::closedWon, DealStage::negotiation).kind, ErrorKind::denied);
    }

    void aMoveChangesTheFieldsThatGoWithIt()
    {
        const auto now = at("2026-02-10T08:00:00.000Z");
        Opportunity deal;
        deal.dealStage = DealStage::evaluation;
        deal.probabilitySource = ProbabilitySource::agent;
        auto moved = applyStageMove(deal, DealStage::negotiation, {}, now);
        QCOMPARE(dumped(moved),
            dumped((Json {{"dealStage", "negotiation"}, {"stageEnteredAt", "2026-02-10T08:00:00.000Z"},
                {"probability", 0.8}, {"probabilitySource", "stage"}})));
        deal.probabilitySource = ProbabilitySource::humanOverride;
        QVERIFY(!applyStageMove(deal, DealStage::negotiation, {}, now).contains("probability"));
        QVERIFY(applyStageMove(deal, DealStage::evaluation, {}, now).empty());
    }

    void stallingRemembersWhereToResume()
    {
        Opportunity deal;
        deal.dealStage = DealStage::evaluation;
        auto fields = applyStageMove(deal, DealStage::stalled,
            {.override = false, .reason = " budget freeze ", .lostReason = {}, .closedValue = {}}, {});
        QCOMPARE(dumped(fields["stageBeforeStall"]), dumped(Json("evaluation")));
        QCOMPARE(dumped(fields["stallReason"]), dumped(Json("budget freeze")));
        QCOMPARE(dumped(fields["probability"]), dumped(Json(0.05)));
        deal.dealStage = DealStage::stalled;
        deal.stageBeforeStall = DealStage::evaluation;
        deal.stallReason = "budget freeze";
        QCOMPARE(resumeTarget(deal), DealStage::evaluation);
        fields = applyStageMove(deal, DealStage::evaluation, {}, {});
        QVERIFY(fields["stageBeforeStall"].is_null() && fields["stallReason"].is_null());
    }

    void closingAndReopeningSetAndClear()
    {
        Opportunity deal;
        deal.dealStage = DealStage::negotiation;
        const auto won = applyStageMove(deal, DealStage::closedWon,
            {.override = false, .reason = {}, .lostReason = {}, .closedValue = Money {500, "EUR"}},
            at("2026-02-10T08:00:00Z"));
        QCOMPARE(dumped(won["closedAt"]), dumped(Json("2026-02-10T08:00:00.000Z")));
        QCOMPARE(dumped(won["closedValue"]["amountMinor"]), dumped(Json(500)));
        QCOMPARE(dumped(won["probability"]), dumped(Json(1.0)));
        deal.dealStage = DealStage::closedLost;
        deal.closedAt = at("2026-02-10T08:00:00Z");
        deal.lostReason = "Price";
        const auto open = applyStageMove(deal, DealStage::negotiation,
            {.override = true, .reason = "They called", .lostReason = {}, .closedValue = {}}, {});
        QVERIFY(open["closedAt"].is_null() && open["lostReason"].is_null() && !open.contains("closedValue"));
    }

    void laterCloseDatesCountAsPushes()
    {
        Opportunity deal;
        QCOMPARE(dumped(applyCloseDate(deal, *parseDate("2026-03-01"))), dumped((Json {{"closeDate", "2026-03-01"}})));
        deal.closeDate = *parseDate("2026-03-01");
        QCOMPARE(dumped(applyCloseDate(deal, *parseDate("2026-03-02"))["closeDatePushes"]), dumped(Json(1)));
        QVERIFY(!applyCloseDate(deal, *parseDate("2026-02-28")).contains("closeDatePushes"));
        QVERIFY(applyCloseDate(deal, deal.closeDate).empty());
        QVERIFY(applyCloseDate(deal, std::nullopt)["closeDate"].is_null());
    }

    void aTenantsProbabilitiesNeverFall()
    {
        StageProbabilities table;
        QVERIFY(checkedProbabilities(table));
        table.values[std::size_t(DealStage::qualification)] = 0.20;
        QVERIFY(checkedProbabilities(table)); // level is not falling
        table.values[std::size_t(DealStage::qualification)] = 0.19;
        QVERIFY(!checkedProbabilities(table));
        table = {};
        table.values[std::size_t(DealStage::closedWon)] = 1.01;
        QVERIFY(!checkedProbabilities(table));
    }
};

QTEST_APPLESS_MAIN(StagesTest)
#include "stages_test.moc"
