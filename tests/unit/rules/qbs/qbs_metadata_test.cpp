// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/metadata.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::qbs;

namespace {
PainTopic topicWith(std::string name, int probed, std::size_t quotes, std::size_t bytes)
{
    PainTopic topic;
    topic.topic = std::move(name);
    topic.depth = PainDepth::surface;
    topic.lastProbedAt = probed;
    for (std::size_t i = 0; i < quotes; ++i)
        topic.evidence.push_back(std::to_string(i) + std::string(bytes, 'q'));
    return topic;
}
std::size_t qbsBytes(const Json& metadata) { return canonicalJson(metadata.at("qbs")).size(); }
}

class QbsMetadataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyItsOwnKeyIsTouched()
    {
        const Json before = {{"source", "fair"},
            {"qbs", {{"expansion", {{"detectedContacts", {{{"mentionedNameOrRole", "our CFO"}}}}}}}}};
        PainFunnelState state;
        state.depthLevel = PainDepth::surface;
        auto after = savedPainState(before, state);
        QVERIFY(after["qbs"]["painState"]["depthLevel"] == "surface");
        after["qbs"].erase("painState");
        QVERIFY(after == before);
    }
    void aRoundTripKeepsAll()
    {
        QbsData data;
        data.painState.depthLevel = PainDepth::emotional;
        data.painState.painTopics = {topicWith("exports", 4, 2, 10)};
        data.painState.painTopics[0].businessImpact = "300 euros";
        data.painState.revisitLater = {"audits"};
        data.painState.lastProbedTopic = "impact:metrics";
        data.painState.elaborationsCurrentTopic = 0;
        data.painState.turnsSinceResistance = 1;
        data.contacts.resize(1);
        data.contacts[0].mentionedNameOrRole = "our CFO";
        data.contacts[0].status = ExpansionStatus::contacted;
        data.contacts[0].lastMentionedAt = Timestamp(std::chrono::hours(5));
        data.asked.questionsSinceConfirmation = 2;
        data.asked.open.emplace();
        data.asked.open->question = "What?";
        data.asked.resting = {{QuestionTarget::budget, 3}};
        data.asked.read = {Uuid::parse("01890a5d-ac96-774b-bcce-b302099a8057").value()};
        data.corrections.renamed = {{"a", "b"}};
        data.corrections.removed = {{"c", {"0123456789abcdef"}}};
        const auto loaded = loadQbs(savedQbs(Json {{"region", "emea"}}, data));
        QVERIFY(loaded.warnings.empty());
        QVERIFY(loaded.data == data);
        auto again = savedQbs(savedQbs(Json {{"region", "emea"}}, data), QbsData());
        QVERIFY(again == savedPainState(Json {{"region", "emea"}}, {})); // nothing of the old is left
    }
    void whatANewerVersionKeepsStays()
    {
        const Json before = {{"qbs",
            {{"future", 1}, {"painState", {{"future", 2}, {"turnsSinceResistance", 1}}},
                {"expansion", {{"future", 3}}}}}};
        const auto after = savedQbs(before, {});
        QVERIFY(after["qbs"]["future"] == 1);
        QVERIFY(after["qbs"]["painState"]["future"] == 2);
        QVERIFY(after["qbs"]["expansion"]["future"] == 3);
        QVERIFY(!after["qbs"]["painState"].contains("turnsSinceResistance"));
    }

    void reads_data()
    {
        QTest::addColumn<QString>("metadata");
        QTest::addColumn<bool>("warning");
        const auto row = [](const char* metadata, bool warning) { QTest::newRow(metadata) << metadata << warning; };
        row("{}", false);
        row(R"({"qbs": null})", false);
        row(R"({"qbs": {}})", false);
        row(R"({"qbs": {"painState": null}})", false);
        row(R"({"qbs": {"painState": {}}})", false);
        row(R"({"qbs": 7})", true);
        row(R"({"qbs": {"painState": 7}})", true);
        row(R"({"qbs": {"painState": "x"}})", true);
        row(R"({"qbs": {"painState": [1]}})", true);
        row(R"({"qbs": {"painState": {"depthLevel": "abyss"}}})", true);
        row(R"({"qbs": {"painState": {"selfElaborationCount": -1}}})", true);
        row(R"({"qbs": {"painState": {"selfElaborationCount": 1e300}}})", true);
        row(R"({"qbs": {"painState": {"painTopics": [{"depth": "surface"}]}}})", true);
        row(R"({"qbs": {"painState": {"painTopics": {"a": 1}}}})", true);
        row(R"({"qbs": {"painState": {"revisitLater": [1]}}})", true);
        row(R"([1, 2])", false);
    }
    void reads()
    {
        QFETCH(QString, metadata);
        QFETCH(bool, warning);
        const auto loaded = loadPainState(*parseJson(metadata.toStdString()));
        QCOMPARE(loaded.warning, warning);
        QVERIFY(loaded.state == PainFunnelState());
        QCOMPARE(loadQbs(*parseJson(metadata.toStdString())).warnings.size(), std::size_t(warning ? 1 : 0));
    }
    void eachPartWarnsByItself()
    {
        const auto loaded = loadQbs(*parseJson(
            R"({"qbs": {"painState": {"depthLevel": "surface"}, "expansion": {"detectedContacts": [{"urgency": "x"}]},
                "asked": {"read": ["no uuid"]}, "corrections": "none"}})"));
        QCOMPARE(loaded.warnings.size(), std::size_t(3));
        QCOMPARE(loaded.data.painState.depthLevel, PainDepth::surface);
        QVERIFY(loaded.data.contacts.empty());
        QCOMPARE(loadQbs(*parseJson(R"({"qbs": {"expansion": [1]}})")).warnings.size(), std::size_t(1));
    }
    void aBareQuoteIsAListOfOne()
    {
        const auto loaded = loadPainState(*parseJson(
            R"({"qbs": {"painState": {"painTopics": [{"topic": " exports ", "depth": "surface", "evidence": "slow",
                "firstMentionedAt": 1, "lastProbedAt": 1}]}}})"));
        QVERIFY(!loaded.warning);
        QCOMPARE(loaded.state.painTopics[0].evidence, (std::vector<std::string> {"slow"}));
        QCOMPARE(loaded.state.painTopics[0].topic, std::string("exports"));
    }
    void tooLongListsAreCut()
    {
        Json topics = Json::array();
        for (int i = 0; i < 15; ++i)
            topics.push_back({{"topic", "t" + std::to_string(i)}, {"lastProbedAt", 100 - i}});
        Json revisits = Json::array();
        for (int i = 0; i < 15; ++i)
            revisits.push_back("r" + std::to_string(i));
        const auto loaded
            = loadPainState({{"qbs", {{"painState", {{"painTopics", topics}, {"revisitLater", revisits}}}}}});
        QCOMPARE(int(loaded.state.painTopics.size()), 10);
        QCOMPARE(loaded.state.painTopics.back().topic, std::string("t9"));
        QCOMPARE(loaded.state.revisitLater.front(), std::string("r5"));
    }

    void oldQuotesLeaveFirst()
    {
        QbsData data;
        for (int i = 0; i < 5; ++i)
            data.painState.painTopics.push_back(topicWith("topic " + std::to_string(i), 10 + i, 5, 200));
        const auto saved = savedQbs({}, data); // about 6 KB
        QVERIFY(qbsBytes(saved) <= targetBytes);
        const auto loaded = loadQbs(saved).data.painState;
        QVERIFY(loaded.painTopics[0].evidence.size() < 5);
        QVERIFY(loaded.painTopics[0].evidence.size() >= 3);
        QCOMPARE(loaded.painTopics[0].evidence.back().substr(0, 2), std::string("4q"));
        QCOMPARE(loaded.painTopics[4].evidence.size(), std::size_t(5));
    }
    void theHardBoundHolds()
    {
        QbsData data;
        for (int i = 0; i < 10; ++i)
            data.painState.painTopics.push_back(topicWith(std::string(120, char('a' + i)), i, 10, 480));
        data.contacts.resize(20);
        for (auto& contact : data.contacts) {
            contact.mentionedNameOrRole = std::string(40, 'n');
            contact.contextQuote = std::string(400, 'c');
        }
        const auto saved = savedQbs({}, data);
        QVERIFY2(qbsBytes(saved) <= hardBytes + hardBytes / 2, std::to_string(qbsBytes(saved)).c_str());
        const auto loaded = loadQbs(saved).data;
        QCOMPARE(int(loaded.painState.painTopics.size()), 10);
        QVERIFY(loaded.painState.painTopics[0].evidence.size() <= loaded.painState.painTopics[9].evidence.size());
        QCOMPARE(int(loaded.contacts.size()), 20);

        data.contacts.clear();
        QVERIFY(qbsBytes(savedQbs({}, data)) <= hardBytes);
        for (auto& topic : data.painState.painTopics) {
            topic.evidence.assign(1, std::string(90000, 'x'));
            topic.businessImpact = std::string(90000, 'y');
        }
        QVERIFY(qbsBytes(savedQbs({}, data)) <= hardBytes);
    }
    void brokenTextIsMended()
    {
        PainFunnelState state;
        state.revisitLater = {std::string("\xC3\x28", 2) + std::string(1, '\0')};
        const auto stored = parseJson(canonicalJson(savedPainState({}, state)));
        QVERIFY(stored);
        QVERIFY(!loadPainState(*stored).warning);
    }
};

QTEST_APPLESS_MAIN(QbsMetadataTest)
#include "qbs_metadata_test.moc"
