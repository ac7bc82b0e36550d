// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/plan_building.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::deals;

namespace {
using Tasks = std::vector<PlanTask<int>>;
std::vector<int> kept(const Tasks& tasks, std::size_t max = maxActionItems)
{
    return trimActionItems(std::span<const PlanTask<int>>(tasks), max);
}
Tasks openTasks(int count)
{
    Tasks tasks;
    for (int i = 0; i < count; ++i)
        tasks.push_back({i, TaskStatus::open});
    return tasks;
}
}

class PlansTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsTheNewestOfAList()
    {
        QCOMPARE(trimList(std::vector {1, 2, 3, 4, 5, 6, 7}, 4), (std::vector {4, 5, 6, 7}));
        QCOMPARE(trimList(std::vector {1}, 4), std::vector {1});
        QVERIFY(trimList(std::vector {1}, 0).empty());
    }

    void completedTasksGoCancelledOnesNext()
    {
        auto tasks = openTasks(33);
        for (const int done : {0, 5, 9, 20, 32})
            tasks[std::size_t(done)].status = TaskStatus::completed;
        QCOMPARE(kept(tasks).size(), std::size_t(28));
        const auto forty = kept(openTasks(40));
        QVERIFY(forty.size() == 30 && forty.front() == 10 && forty.back() == 39);
        const Tasks mixed {
            {1, TaskStatus::open}, {2, TaskStatus::cancelled}, {3, TaskStatus::open}, {4, TaskStatus::cancelled}};
        QCOMPARE(kept(mixed, 3), (std::vector {1, 3, 4}));
        QCOMPARE(kept(mixed, 2), (std::vector {1, 3}));
        QCOMPARE(kept(mixed, 1), (std::vector {3}));
        QCOMPARE(kept(mixed, 4), (std::vector {1, 2, 3, 4}));
    }

    void aProfileFillsOnlyWhatIsEmpty()
    {
        CompanyProfile known;
        known.businessModel = "SaaS";
        known.techStack = {"SAP"};
        const auto profile = companyProfile(known,
            {{"businessModel", "Retail"}, {"industry", "Logistics"}, {"techStack", {"SAP", "Kafka"}},
                {"strategicInitiatives", "cloud"}, {"companySize", 12}});
        QCOMPARE(*profile.businessModel, std::string("SaaS"));
        QCOMPARE(*profile.industry, std::string("Logistics"));
        QCOMPARE(profile.techStack, (std::vector<std::string> {"SAP", "Kafka"}));
        QVERIFY(profile.strategicInitiatives.empty() && !profile.companySize);
    }

    void aSummarySaysWhereThingsStand()
    {
        QCOMPARE(interactionSummary(4, "email", DealStage::discovery, (0.75 + 1 / 6.0) / 2, 0.725),
            std::string("Interaction 4 by email in discovery: qualification 46 % complete, confidence 0.73"));
        QVERIFY(interactionSummary(1, "", DealStage::discovery, 0.125, 1).find("by unknown") != std::string::npos);
        QVERIFY(interactionSummary(1, "", DealStage::discovery, 0.125, 1).find("13 %") != std::string::npos);
    }

    void twentyOneConversationsKeepTheNewestTwenty()
    {
        AccountPlan plan;
        for (int i = 1; i <= 21; ++i)
            plan = addInteraction(plan, {fromMillis(i), "email", std::to_string(i), Sentiment::neutral},
                {"event " + std::to_string(i)}, fromMillis(i));
        QCOMPARE(plan.version, 21);
        QCOMPARE(plan.interactionSummaries.size(), std::size_t(20));
        QCOMPARE(plan.interactionSummaries.front().summary, std::string("2"));
        QCOMPARE(plan.keyEvents.size(), std::size_t(21));
    }

    void theNewestFiveDecideTheMood()
    {
        using enum Sentiment;
        QCOMPARE(overallSentiment({}), neutral);
        const std::vector<Sentiment> improving {
            negative, negative, negative, positive, positive, positive, neutral, neutral};
        QCOMPARE(overallSentiment(improving), positive);
        const std::vector<Sentiment> tie {positive, positive, negative, negative, neutral};
        QCOMPARE(overallSentiment(tie), neutral);
        QCOMPARE(overallSentiment(std::vector<Sentiment> {negative}), negative);
    }

    void textsHaveATone()
    {
        QCOMPARE(sentimentOf("Great demo, we are excited."), Sentiment::positive);
        QCOMPARE(sentimentOf("Unfortunately the price is a concern."), Sentiment::negative);
        QCOMPARE(sentimentOf("We are not happy with this."), Sentiment::negative);
        QCOMPARE(sentimentOf("The call is at three."), Sentiment::neutral);
        QCOMPARE(sentimentOf("Leider sind wir unzufrieden."), Sentiment::negative);
        QCOMPARE(sentimentOf("Das klingt vielversprechend, wir freuen uns."), Sentiment::positive);
        QCOMPARE(sentimentOf(""), Sentiment::neutral);
    }

    void aLongPlanIsShortenedOrRefused()
    {
        AccountPlan plan;
        for (std::size_t i = 0; i < maxSummaries; ++i)
            plan.interactionSummaries.push_back(
                {fromMillis(std::int64_t(i)), "email", std::string(4000, 'a' + char(i)), Sentiment::neutral});
        const auto shorter = boundedPlan(plan);
        QVERIFY(shorter && canonicalJson(toStoredJson(*shorter)).size() <= planSoftBytes);
        QCOMPARE(shorter->interactionSummaries.back().summary[0], char('a' + 19));

        AccountPlan wordy;
        wordy.competitiveLandscape = std::string(90'000, 'x');
        const auto cut = boundedPlan(wordy);
        QVERIFY(cut && canonicalJson(toStoredJson(*cut)).size() <= planSoftBytes);

        AccountPlan full;
        full.wins.assign(800, std::string(190, 'w'));
        QCOMPARE(boundedPlan(full).error().code, std::string("plan_too_large"));
    }

    void anOpportunityPlanIsRebuiltFromPeopleAndTasks()
    {
        Contact person;
        person.contactName = "Ana Ruiz";
        person.stakeholder.scores = {0, 7, 3};
        Opportunity deal;
        deal.qualificationSnapshot.overallConfidence = 0.6;
        OpportunityPlan plan;
        plan.stakeholderMap.resize(3);
        plan = rebuildPlan(plan, deal, std::vector {person}, {}, {});
        QCOMPARE(plan.version, 1);
        QCOMPARE(plan.stakeholderMap.size(), std::size_t(1));
        QCOMPARE(plan.stakeholderMap[0].decisionPower, 0);
        QCOMPARE(plan.stakeholderMap[0].keyInsight, std::string());
        QCOMPARE(plan.overallConfidence, 0.6);
    }
    void aPlanThatSaysTheSameIsTheSame()
    {
        Contact person;
        person.contactName = "Ana Ruiz";
        Opportunity deal;
        const auto first = rebuildPlan({}, deal, std::vector {person}, {}, {});
        auto second = rebuildPlan(first, deal, std::vector {person}, {}, fromMillis(5000));
        QCOMPARE(second.version, 2);
        QVERIFY(saysTheSame(first, second)); // whatever the time and the count
        person.stakeholder.scores.decisionPower = 9;
        QVERIFY(!saysTheSame(first, rebuildPlan(first, deal, std::vector {person}, {}, {})));
        second.actionItems.emplace_back();
        QVERIFY(!saysTheSame(first, second));
        deal.qualificationSnapshot.overallConfidence = 0.5;
        QVERIFY(!saysTheSame(first, rebuildPlan(first, deal, std::vector {Contact()}, {}, {})));
    }
};

QTEST_APPLESS_MAIN(PlansTest)
#include "plans_test.moc"
