// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/next_actions.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::sales;
using namespace std::chrono_literals;

namespace {
const Timestamp now = fromMillis(1'770'000'000'000);
ActionInput input(DealStage stage, int interactions = 3)
{
    ActionInput made;
    made.dealStage = stage;
    made.interactionCount = interactions;
    made.lastInteraction = now - 1h;
    return made;
}
}

class ActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstContactComesBeforeTheStage()
    {
        const auto first = recommendActions(input(DealStage::negotiation, 0), std::nullopt, now);
        QCOMPARE(first.actions[0].actionType, ActionType::sendEmail);
        QCOMPARE(first.actions[0].priority, Priority::high);
        auto chatOnly = input(DealStage::prospecting, 0);
        chatOnly.hasEmail = false;
        QCOMPARE(recommendActions(chatOnly, std::nullopt, now).actions[0].actionType, ActionType::sendChat);
    }
    void silenceCountsFromTheEighthWholeDay()
    {
        auto quiet = input(DealStage::evaluation);
        quiet.lastInteraction = now - 7 * 24h - 20h;
        QVERIFY(!recommendByRules(quiet, now));
        quiet.lastInteraction = now - 9 * 24h - 1h;
        const auto due = recommendActions(quiet, std::nullopt, now);
        QCOMPARE(*due.days, 9);
        QCOMPARE(due.actions[0].priority, Priority::high);
        QVERIFY(due.actions[0].description.find("9 days") != std::string::npos);
    }
    void aStalledDealGetsItsFallbackHoweverQuiet()
    {
        auto quiet = input(DealStage::stalled);
        quiet.lastInteraction = now - 40 * 24h;
        const auto due = recommendActions(quiet, std::nullopt, now);
        QCOMPARE(due.source, Origin::fallback);
        QCOMPARE(due.actions[0].actionType, ActionType::followUp);
        QCOMPARE(due.actions[0].priority, Priority::medium);
    }
    void gapsAreAskedForBelowThirtyPercent()
    {
        auto early = input(DealStage::discovery);
        early.identified = {Dimension::need, Dimension::metrics, Dimension::pain}; // 0.25 + 0.3333 -> 0.2917
        auto due = recommendActions(early, std::nullopt, now);
        QCOMPARE(due.actions[0].suggestedTiming.value_or(""), std::string("next business day"));
        QVERIFY(due.gapText.has_value());
        early.identified = {Dimension::need, Dimension::budget, Dimension::metrics, Dimension::pain}; // 0.4167
        QVERIFY(!recommendByRules(early, now));
    }
    void optOutAndEscalationComeFirst()
    {
        auto stopped = input(DealStage::discovery, 0);
        stopped.escalated = true;
        QCOMPARE(recommendActions(stopped, std::nullopt, now).actions[0].priority, Priority::urgent);
        stopped.optedOut = true;
        QCOMPARE(recommendActions(stopped, std::nullopt, now).actions[0].actionType, ActionType::wait);
        auto closed = input(DealStage::closedWon);
        closed.escalated = true;
        QCOMPARE(recommendActions(closed, std::nullopt, now).actions[0].actionType, ActionType::wait);
    }
    void anOpenQuestionIsAnsweredOnItsChannel()
    {
        auto asked = input(DealStage::evaluation);
        asked.unansweredQuestion
            = UnansweredQuestion {.channel = Channel::chat, .at = now - 5h, .workingHours = 4, .messageId = {}};
        QVERIFY(!recommendByRules(asked, now)); // not older than four hours
        asked.unansweredQuestion->workingHours = 4.5;
        QCOMPARE(recommendActions(asked, std::nullopt, now).actions[0].actionType, ActionType::sendChat);
        QCOMPARE(recommendActions(asked, std::nullopt, now).actions[0].priority, Priority::high);
        asked.unansweredQuestion->at = now - 24h;
        QCOMPARE(recommendActions(asked, std::nullopt, now).actions[0].priority, Priority::urgent);
    }
    void modelAnswersAreCutCleanedAndSorted()
    {
        const auto accepted = acceptModelActions({{"follow_up", "", "low", "", {}}, {"call_ceo", "", "urgent", "", {}},
            {"send_email", "", "wild", "", "soon"}, {"wait", "", "urgent", "", {}},
            {"escalate", "", "urgent", "", {}}});
        QCOMPARE(accepted.size(), std::size_t(2));
        QCOMPARE(accepted[0].actionType, ActionType::sendEmail);
        QCOMPARE(accepted[0].priority, Priority::medium);
        QCOMPARE(accepted[1].priority, Priority::low);
        const auto none = recommendActions(input(DealStage::negotiation), std::vector<NextAction> {}, now);
        QCOMPARE(none.source, Origin::fallback);
        QCOMPARE(none.actions[0].priority, Priority::high);
    }
    void namesTheGaps()
    {
        using enum Dimension;
        QCOMPARE(gapText({authority, need, pain}),
            std::string("budget, timeline, success metrics and champion not yet identified"));
        QCOMPARE(gapText({budget, authority, need, timeline, pain, metrics, champion}),
            std::string("deepening existing qualification signals"));
        QCOMPARE(
            gapText({budget, authority, need, timeline, pain, metrics}), std::string("champion not yet identified"));
        QCOMPARE(gapText({budget}), std::string("authority, need and timeline not yet identified"));
    }
};
QTEST_APPLESS_MAIN(ActionsTest)
#include "actions_test.moc"
