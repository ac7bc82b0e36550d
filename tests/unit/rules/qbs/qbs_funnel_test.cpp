// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/funnel.hpp"
#include "core/rules/qbs/pain_topics.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::qbs;

namespace {
AskedQuestion question(QuestionType type, QuestionTarget target)
{
    AskedQuestion asked;
    asked.questionType = type;
    asked.meddicBantTarget = target;
    return asked;
}
PainFunnelState after(PainFunnelState state, EngagementSignal signal, PainDepth depth = PainDepth::notExplored,
    std::optional<AskedQuestion> sent = {})
{
    return updateFunnel(std::move(state), {std::move(sent), signal, depth});
}
PainTopic topicAt(std::string name, int probed, PainDepth depth = PainDepth::surface)
{
    PainTopic topic;
    topic.topic = std::move(name);
    topic.depth = depth;
    topic.firstMentionedAt = topic.lastProbedAt = probed;
    return topic;
}
std::string namesOf(const std::vector<PainTopic>& topics)
{
    std::string names;
    for (const auto& topic : topics)
        names += (names.empty() ? "" : ",") + topic.topic;
    return names;
}
}

class QbsFunnelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void movesOnWithTheQuestionThatWasSent()
    {
        PainFunnelState state;
        state.depthLevel = PainDepth::surface;
        state.selfElaborationCount = 2;
        state.lastProbedTopic = "impact:metrics";
        state.probeCountCurrentTopic = 2;
        const auto next = after(state, EngagementSignal::highEnergy, PainDepth::businessImpact,
            question(QuestionType::solution, QuestionTarget::budget));
        QCOMPARE(next.depthLevel, PainDepth::businessImpact);
        QCOMPARE(next.selfElaborationCount, 3);
        QCOMPARE(next.lastProbedTopic.value_or(""), std::string("solution:budget"));
        QCOMPARE(next.probeCountCurrentTopic, 1);
        QCOMPARE(next.elaborationsCurrentTopic.value_or(-1), 1);
    }
    void countsProbesByTheirKey()
    {
        PainFunnelState state;
        state.lastProbedTopic = "pain_funnel:pain";
        state.probeCountCurrentTopic = 2;
        const auto same = after(state, EngagementSignal::factual, PainDepth::notExplored,
            question(QuestionType::painFunnel, QuestionTarget::pain));
        QCOMPARE(same.probeCountCurrentTopic, 3);
        QVERIFY(!same.elaborationsCurrentTopic);
        const auto other = after(state, EngagementSignal::factual, PainDepth::notExplored,
            question(QuestionType::confirmation, QuestionTarget::pain));
        QCOMPARE(other.lastProbedTopic.value_or(""), std::string("confirmation:pain"));
        QCOMPARE(other.probeCountCurrentTopic, 1);
        QCOMPARE(other.elaborationsCurrentTopic.value_or(-1), 0);
    }
    void nothingSentCountsNoProbe()
    {
        PainFunnelState state;
        state.lastProbedTopic = "impact:metrics";
        state.probeCountCurrentTopic = 2;
        const auto next = after(state, EngagementSignal::emotionalLanguage, PainDepth::emotional);
        QCOMPARE(next.probeCountCurrentTopic, 2);
        QCOMPARE(next.lastProbedTopic, state.lastProbedTopic);
        QVERIFY(next.emotionalRecognitionDetected);
        QCOMPARE(next.depthLevel, PainDepth::emotional);
    }
    void depthNeverGoesBack()
    {
        PainFunnelState state;
        for (const auto& [deep, deepText] : EnumTexts<PainDepth>::values)
            for (const auto& [said, saidText] : EnumTexts<PainDepth>::values) {
                state.depthLevel = deep;
                QCOMPARE(after(state, EngagementSignal::factual, said).depthLevel, std::max(deep, said));
            }
    }
    void resistanceIsNotForEver()
    {
        auto state = after({}, EngagementSignal::resistant);
        QVERIFY(state.resistanceDetected);
        state = after(state, EngagementSignal::factual);
        QVERIFY(state.resistanceDetected && shouldBackOff(state));
        const auto open = after(state, EngagementSignal::highEnergy);
        QVERIFY(!open.resistanceDetected && !open.turnsSinceResistance);
        QVERIFY(!after(state, EngagementSignal::emotionalLanguage).resistanceDetected);
        const auto again = after(state, EngagementSignal::resistant);
        QCOMPARE(again.turnsSinceResistance.value_or(-1), 0);
        QVERIFY(after(again, EngagementSignal::factual).resistanceDetected);
        const auto over = after(state, EngagementSignal::topicShift);
        QVERIFY(!over.resistanceDetected && !over.turnsSinceResistance && !shouldBackOff(over));
    }
    void countsStayInBounds()
    {
        PainFunnelState state;
        state.selfElaborationCount = state.probeCountCurrentTopic = 1'000'000'000;
        state.lastProbedTopic = "impact:metrics";
        const auto next = after(state, EngagementSignal::highEnergy, PainDepth::surface,
            question(QuestionType::impact, QuestionTarget::metrics));
        QCOMPARE(next.selfElaborationCount, 1'000'000'000);
        QCOMPARE(next.probeCountCurrentTopic, 1'000'000'000);
    }

    void backsOff_data()
    {
        QTest::addColumn<int>("probes");
        QTest::addColumn<int>("elaborations");
        QTest::addColumn<int>("ofThisTopic");
        QTest::addColumn<bool>("emotion");
        QTest::addColumn<bool>("resistance");
        QTest::addColumn<bool>("expected");
        QTest::newRow("three for nothing") << 3 << 0 << -1 << false << false << true;
        QTest::newRow("four for nothing") << 4 << 0 << -1 << false << false << true;
        QTest::newRow("two") << 2 << 0 << -1 << false << false << false;
        QTest::newRow("emotion") << 3 << 0 << -1 << true << false << false;
        QTest::newRow("once elaborated") << 5 << 1 << -1 << false << false << false;
        QTest::newRow("elaborated, but not on this") << 3 << 4 << 0 << false << false << true;
        QTest::newRow("elaborated on this") << 3 << 0 << 1 << false << false << false;
        QTest::newRow("resistance") << 0 << 0 << -1 << false << true << true;
        QTest::newRow("resistance with emotion") << 0 << 5 << 5 << true << true << true;
    }
    void backsOff()
    {
        QFETCH(int, probes);
        QFETCH(int, elaborations);
        QFETCH(int, ofThisTopic);
        QFETCH(bool, emotion);
        QFETCH(bool, resistance);
        QFETCH(bool, expected);
        PainFunnelState state;
        state.probeCountCurrentTopic = probes;
        state.selfElaborationCount = elaborations;
        if (ofThisTopic >= 0)
            state.elaborationsCurrentTopic = ofThisTopic;
        state.emotionalRecognitionDetected = emotion;
        state.resistanceDetected = resistance;
        QCOMPARE(shouldBackOff(state), expected);
    }
    void topicsToRevisitAreKeptOnce()
    {
        PainFunnelState state;
        addRevisit(state, "the slow exports");
        addRevisit(state, "Slow export");
        addRevisit(state, "  ");
        QCOMPARE(state.revisitLater, (std::vector<std::string> {"the slow exports"}));
        for (int i = 0; i < 12; ++i)
            addRevisit(state, "topic " + std::to_string(i));
        QCOMPARE(int(state.revisitLater.size()), 10);
        QCOMPARE(state.revisitLater.back(), std::string("topic 11"));
    }
    void aBackOffIsAboutThePainOrTheTarget()
    {
        PainFunnelState state;
        QCOMPARE(backedOffTopic(state), std::string());
        state.lastProbedTopic = "impact:metrics";
        QCOMPARE(backedOffTopic(state), std::string("success metrics"));
        state.painTopics = {topicAt("exports", 4), topicAt("audits", 7)};
        QCOMPARE(backedOffTopic(state), std::string("audits"));
        state.lastProbedTopic = "pain_funnel:budget";
        QCOMPARE(backedOffTopic(state), std::string("budget"));
        state.lastProbedTopic = "rubbish";
        QCOMPARE(backedOffTopic(state), std::string("audits"));
    }

    void sameTopicGoesDeeper()
    {
        auto audits = topicAt("audit effort", 2);
        audits.evidence = {"audits are a pain"};
        const auto topics = addPainTopic(
            {audits}, {"Audit effort ", PainDepth::businessImpact, "two people for three weeks", {}, {}}, 6);
        QCOMPARE(int(topics.size()), 1);
        QCOMPARE(topics[0].topic, std::string("audit effort"));
        QCOMPARE(topics[0].depth, PainDepth::businessImpact);
        QCOMPARE(topics[0].evidence, (std::vector<std::string> {"audits are a pain", "two people for three weeks"}));
        QCOMPARE(topics[0].firstMentionedAt, 2);
        QCOMPARE(topics[0].lastProbedAt, 6);
        const auto again
            = addPainTopic(topics, {"the AUDIT efforts", PainDepth::surface, "Audits are  a PAIN", {}, {}}, 7);
        QCOMPARE(int(again.size()), 1);
        QCOMPARE(again[0].depth, PainDepth::businessImpact);
        QCOMPARE(int(again[0].evidence.size()), 2);
        QCOMPARE(again[0].lastProbedAt, 7);
    }
    void impactAndEmotionAreReplacedOnlyWhenGiven()
    {
        auto topics = addPainTopic({}, {"exports", PainDepth::surface, "q", "300 euros", "worried"}, 1);
        topics = addPainTopic(std::move(topics), {"exports", PainDepth::surface, {}, {}, {}}, 2);
        QCOMPARE(topics[0].businessImpact.value_or(""), std::string("300 euros"));
        QCOMPARE(topics[0].emotionalIndicator.value_or(""), std::string("worried"));
        topics = addPainTopic(std::move(topics), {"exports", PainDepth::surface, {}, "400 euros", {}}, 3);
        QCOMPARE(topics[0].businessImpact.value_or(""), std::string("400 euros"));
        QCOMPARE(topics[0].evidence, (std::vector<std::string> {"q"}));
    }
    void theEleventhTakesThePlaceOfTheOldest()
    {
        std::vector<PainTopic> topics;
        for (int at = 4; at <= 13; ++at)
            topics.push_back(topicAt(std::string("t") + char('a' + at), at));
        const auto after = addPainTopic(topics, {"new", PainDepth::surface, {}, {}, {}}, 14);
        QCOMPARE(int(after.size()), 10);
        QCOMPARE(after.front().lastProbedAt, 5);
        QCOMPARE(after.back().topic, std::string("new"));
        topics[0].depth = PainDepth::emotional; // leaves last
        const auto kept = addPainTopic(topics, {"new", PainDepth::surface, {}, {}, {}}, 14);
        QCOMPARE(kept.front().lastProbedAt, 4);
        QCOMPARE(kept[1].lastProbedAt, 6);
        const auto late = addPainTopic(topics, {"new", PainDepth::surface, {}, {}, {}}, 3); // the new one goes
        QCOMPARE(namesOf(late), namesOf(topics));
        for (auto& topic : topics) {
            topic.depth = PainDepth::emotional;
            topic.lastProbedAt = 9;
        }
        const auto all = addPainTopic(topics, {"new", PainDepth::emotional, {}, {}, {}}, 9); // tie: the earliest goes
        QCOMPARE(all.front().topic, topics[1].topic);
    }
    void quotesAreBounded()
    {
        std::vector<PainTopic> topics;
        for (int i = 0; i < 14; ++i)
            topics = addPainTopic(
                std::move(topics), {"exports", PainDepth::surface, "quote " + std::to_string(i), {}, {}}, i);
        QCOMPARE(int(topics[0].evidence.size()), 10);
        QCOMPARE(topics[0].evidence.front(), std::string("quote 4"));
    }
    void topicsAreCutAndBlankOnesIgnored()
    {
        QVERIFY(addPainTopic({}, {" \t ", PainDepth::surface, {}, {}, {}}, 1).empty());
        std::string longName;
        for (int i = 0; i < 300; ++i)
            longName += "ü";
        const auto topics = addPainTopic({}, {longName, PainDepth::surface, {}, {}, {}}, 1);
        QCOMPARE(topics[0].topic.size(), std::size_t(240));
    }
    void topicKeysIgnoreSmallWords()
    {
        QCOMPARE(topicKey("The slow exports"), topicKey("slow export"));
        QCOMPARE(topicKey("Verzögerungen in der Produktion"), topicKey("verzögerungen der produktion"));
        QVERIFY(topicKey("slow exports") != topicKey("slow imports"));
        QVERIFY(topicKey("loss") != topicKey("los"));
        QVERIFY(!topicKey("all of it").empty());
        QVERIFY(topicKey("").empty());
    }
};

QTEST_APPLESS_MAIN(QbsFunnelTest)
#include "qbs_funnel_test.moc"
