// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/scores.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::deals;

class ScoresTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void titlesGiveScores_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("power");
        QTest::addColumn<int>("influence");
        QTest::newRow("svp") << "svp, operations" << 8 << 7;
        QTest::newRow("assistant") << "Executive Assistant to the CEO" << 2 << 3;
        QTest::newRow("chief") << "Chief Revenue Officer" << 9 << 8;
        QTest::newRow("vice president") << "Vice \t President Sales" << 8 << 7;
        QTest::newRow("president") << "President" << 9 << 8;
        QTest::newRow("managing director") << "Managing Director" << 9 << 8;
        QTest::newRow("head of") << "Head of IT" << 6 << 6;
        QTest::newRow("director") << "Director Logistics" << 6 << 6;
        QTest::newRow("manager") << "Project Manager" << 4 << 5;
        QTest::newRow("engineer") << "Engineer" << 2 << 3;
        QTest::newRow("whole words only") << "Managerial economist" << 2 << 3;
        QTest::newRow("empty") << "" << 2 << 3;
    }
    void titlesGiveScores()
    {
        QFETCH(QString, title);
        QFETCH(int, power);
        QFETCH(int, influence);
        QCOMPARE(titleScores(title.toStdString()).scores, (StakeholderScores {power, influence, 3}));
    }

    void aNewStakeholderWithATitleIsHeuristic()
    {
        QCOMPARE(newStakeholder("svp, operations").scoreSources.at("decisionPower"), ScoreSource::heuristic);
        const auto untitled = newStakeholder(std::nullopt);
        QCOMPARE(untitled.scores, (StakeholderScores {5, 5, 3}));
        QVERIFY(untitled.scoreSources.empty());
    }

    void conversationsOnlyRaise()
    {
        const ScoreProposal proposed {3, 7, 6, {{"influenceLevel", "they all ask her"}, {"decisionPower", "not me"}}};
        const auto merged = mergeScores({4, 5, 3}, proposed, {});
        QCOMPARE(merged.scores, (StakeholderScores {4, 7, 6}));
        QCOMPARE(merged.sources,
            (ScoreSources {{"influenceLevel", ScoreSource::conversationSignal}})); // the third had no evidence
        QCOMPARE(merged.evidence, (ScoreTexts {{"influenceLevel", "they all ask her"}}));
        QCOMPARE(merged.keyEvents, (std::vector<std::string> {"not me"}));
    }

    void anOverrideIsNeverRaised()
    {
        const ScoreSources sources {{"influenceLevel", ScoreSource::humanOverride}};
        QCOMPARE(mergeScores({4, 5, 3}, {3, 7, 6, {}}, sources).scores, (StakeholderScores {4, 5, 6}));
        const ScoreSources zero {{"decisionPower", ScoreSource::humanOverride}};
        QCOMPARE(mergeScores({0, 5, 3}, {8, {}, {}, {{"decisionPower", "x"}}}, zero).scores.decisionPower, 0);
    }

    void proposalsAreClamped()
    {
        QCOMPARE(mergeScores({4, 5, 3}, {99, -4, {}, {}}, {}).scores, (StakeholderScores {10, 5, 3}));
    }

    void anOverrideIsClampedAndMayGoDown()
    {
        const ScoreOverrides overrides {{"decisionPower", -2}, {"influenceLevel", 14}, {"charm", 9}};
        QCOMPARE(applyOverride(StakeholderScores {9, 8, 3}, overrides, StakeholderScores {9, 8, 3}),
            (StakeholderScores {0, 10, 3}));
    }

    void aClearedOverrideGivesTheComputedValueBackWithItsSource()
    {
        const std::string title = "Director";
        auto part = newStakeholder(title);
        part = applyOverride(part, {{"decisionPower", 0}, {"influenceLevel", 1}}, "Kim", title);
        QCOMPARE(part.scores, (StakeholderScores {0, 1, 3}));
        QCOMPARE(part.scoreSources.at("decisionPower"), ScoreSource::humanOverride);
        QCOMPARE(part.scoreEvidence.at("decisionPower"), std::string("set by Kim"));

        const auto heard = applyReading(
            part, {8, {}, {}, {{"decisionPower", "my call"}}}, std::vector {StakeholderRole::decisionMaker});
        QCOMPARE(heard.part.scores.decisionPower, 0);
        QCOMPARE(heard.part.roles, (std::vector {StakeholderRole::decisionMaker}));

        const auto cleared = applyOverride(
            heard.part, {{"decisionPower", std::nullopt}, {"influenceLevel", std::nullopt}}, "Kim", title);
        QCOMPARE(cleared.scores, (StakeholderScores {8, 6, 3})); // what the conversation said meanwhile; the title's
        QCOMPARE(cleared.scoreSources.at("decisionPower"), ScoreSource::conversationSignal);
        QCOMPARE(cleared.scoreSources.at("influenceLevel"), ScoreSource::heuristic);
        QVERIFY(!cleared.computed);
    }

    void aReadingThatSaysNothingChangesNothing() { QVERIFY(!applyReading(newStakeholder("CEO"), {}, {}).changed); }

    void behaviourMakesARelationship()
    {
        QCOMPARE(relationshipStrength({6, 0.5, 1.0, 1}), 5);
        QCOMPARE(relationshipStrength({0, 0, 0, 0}), 0);
        QCOMPARE(relationshipStrength({50, 1, 1, 9}), 10);
        QCOMPARE(relationshipStrength({5, 0, 0, 2}), 3); // 2 + 1.25 = 3.25
        QCOMPARE(relationshipStrength({10, 0, 0, 1}), 5); // 4 + 0.625 = 4.625
        QCOMPARE(relationshipStrength({5, 0, 0, 4}), 5); // 2 + 2.5 = 4.5: half goes up
    }
};

QTEST_APPLESS_MAIN(ScoresTest)
#include "scores_test.moc"
