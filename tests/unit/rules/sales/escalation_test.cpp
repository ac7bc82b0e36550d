// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/escalation.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::sales;

namespace {
std::string triggers(std::string_view text, DealStage stage, std::optional<double> score = 0.9)
{
    EscalationInput input;
    input.inboundText = text;
    input.dealStage = stage;
    input.confidenceScore = score;
    std::string names;
    for (const auto trigger : evaluateEscalation(input).allTriggers)
        names += (names.empty() ? "" : ",") + std::string(enumText(trigger));
    return names;
}
}

class EscalationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void triggersHold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("stage");
        QTest::addColumn<double>("score");
        QTest::addColumn<QString>("expected");
        const int early = int(DealStage::discovery);
        const int late = int(DealStage::negotiation);
        QTest::newRow("thanks") << "thanks" << late << 0.72 << "";
        QTest::newRow("low") << "thanks" << late << 0.65 << "confidence_low";
        QTest::newRow("border") << "thanks" << late << 0.7 << "";
        QTest::newRow("both") << "Can someone call me about the discount?" << late << 0.9
                              << "customer_request,high_stakes";
        QTest::newRow("early pricing") << "what is your pricing?" << early << 0.9 << "";
        QTest::newRow("denied") << "There is no need to talk." << early << 0.9 << "";
        QTest::newRow("inside words") << "That would be illegal, recall me later" << late << 0.9 << "";
        QTest::newRow("forms") << "We negotiated with three competitors" << late << 0.9 << "high_stakes";
        QTest::newRow("plural") << "contracts" << late << 0.9 << "high_stakes";
        QTest::newRow("unhappy, not denied") << "We can't accept the pricing" << late << 0.9 << "high_stakes";
        QTest::newRow("do not call") << "Please don't call me" << early << 0.9 << "";
    }
    void triggersHold()
    {
        QFETCH(QString, text);
        QFETCH(int, stage);
        QFETCH(double, score);
        QFETCH(QString, expected);
        const auto words = text.toStdString();
        QCOMPARE(QString::fromStdString(triggers(words, DealStage(stage), score)), expected);
    }
    void anUnknownScoreDoesNotEscalate()
    {
        QCOMPARE(triggers("thanks", DealStage::discovery, std::nullopt), std::string());
    }
    void complexityNeedsTwoPeople()
    {
        EscalationInput input;
        input.decisionCriteriaCount = 3;
        input.identified = {Dimension::champion};
        QVERIFY(!evaluateEscalation(input).trigger);
        input.identified.insert(Dimension::authority);
        QCOMPARE(*evaluateEscalation(input).trigger, EscalationTrigger::complexity);
    }
    void pointsAtTheWords()
    {
        EscalationInput input;
        const std::string text = "Hello. There is no need to talk, Legal has approved.";
        input.inboundText = text;
        input.dealStage = DealStage::negotiation;
        const auto decision = evaluateEscalation(input);
        QCOMPARE(*decision.matchedText, std::string("Legal"));
        QCOMPARE(
            std::string(decision.sentence->in(text)), std::string("There is no need to talk, Legal has approved."));
    }
    void theReportExplainsItself()
    {
        ConversationState state;
        state.contactName = "Lea";
        state.interactionCount = 4;
        state.confidenceScore = 0.65;
        const auto decision = evaluateEscalation(escalationInput(state, "call me", 0.7));
        const auto report = escalationReport(state, decision, "call me", Timestamp {});
        QVERIFY(report.accountContext.find("confidence 0.65") != std::string::npos);
        QVERIFY(report.whatAgentTried.find("last channel none") != std::string::npos);
        QVERIFY(report.whyEscalating.find("0.65") != std::string::npos);
        QCOMPARE(report.relevantConversationExcerpts, std::vector<std::string> {"call me"});
        QVERIFY(report.recommendedNextAction.find("4 hours") != std::string::npos);
    }
    void tellsTheRepElseTheOwner()
    {
        QCOMPARE(notificationTargets(Json {{"repEmail", "r@x"}, {"managerEmail", "m@x"}}, "o@x", "b@x"),
            (std::vector<std::string> {"r@x", "m@x"}));
        QCOMPARE(notificationTargets(Json::object(), "o@x", "o@x"), std::vector<std::string> {"o@x"});
    }
};
QTEST_APPLESS_MAIN(EscalationTest)
#include "escalation_test.moc"
