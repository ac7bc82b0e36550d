// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/crm_ownership.hpp"
#include "core/rules/deals/notion_fields.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::deals;

namespace {
std::string dumped(const Json& json) { return json.dump(); }
Timestamp at(const char* text) { return *parseTimestamp(text); }
ThreeWayInput sides(
    const char* base, const char* ours, const char* oursAt, bool byPerson, const char* theirs, const char* theirsAt)
{
    ThreeWayInput input {.base = std::nullopt, .ours = std::nullopt, .theirs = theirs, .theirsAt = at(theirsAt)};
    if (base)
        input.base = Json(base);
    if (ours)
        input.ours = LocalEdit {ours, at(oursAt), byPerson};
    return input;
}
}

class CrmTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void peoplesOwnFieldsStayHere()
    {
        QCOMPARE(dumped(filterOutbound({{"manualTags", "hot"}, {"dealStage", "discovery"}, {"region", "north"}})),
            dumped((Json {{"dealStage", "discovery"}, {"region", "north"}})));
        QVERIFY(filterOutbound({{"customNotes", "x"}}).empty());
    }

    void theAgentsFieldsAreNotTakenFromOutside()
    {
        const auto result
            = resolveInbound({.changedFields = {{"detectionConfidence", 0.2}, {"customNotes", "call Ann"}},
                .source = "notion",
                .theirsAt = {},
                .base = {},
                .ours = {}});
        QCOMPARE(dumped(result.applied), dumped((Json {{"customNotes", "call Ann"}})));
        QCOMPARE(result.pulled, 1);
        QCOMPARE(result.conflicts, 1);
        const auto dropped = resolveInbound(
            {.changedFields = {{"probability", 0.9}}, .source = "notion", .theirsAt = {}, .base = {}, .ours = {}});
        QVERIFY(dropped.pulled == 0 && dropped.conflicts == 0 && dropped.lost.size() == 1);
        const auto forced = resolveInbound({.changedFields = {{"probability", 0.9}},
            .source = "human_override",
            .theirsAt = {},
            .base = {},
            .ours = {}});
        QVERIFY(forced.pulled == 1 && forced.conflicts == 0);
    }

    void theLaterWriteWinsAndTheOtherIsKept()
    {
        const auto result = threeWay(
            sides("2026-05-01", "2026-06-01", "2026-02-10T10:05:00Z", true, "2026-07-01", "2026-02-10T10:02:00Z"));
        QCOMPARE(dumped(result.value), dumped(Json("2026-06-01")));
        QVERIFY(result.conflict && !result.changed);
        QCOMPARE(dumped(result.lost), dumped(Json("2026-07-01")));
        const auto outside = threeWay(sides("a", "b", "2026-02-10T10:02:00Z", true, "c", "2026-02-10T10:05:00Z"));
        QVERIFY(outside.value == "c" && outside.conflict && outside.changed);
    }

    void withinAMinuteAPersonBeatsTheAgent()
    {
        const auto agent = threeWay(sides("a", "b", "2026-02-10T10:03:00Z", false, "c", "2026-02-10T10:02:00Z"));
        QVERIFY(agent.value == "c" && agent.conflict);
        const auto person = threeWay(sides("a", "b", "2026-02-10T10:03:00Z", true, "c", "2026-02-10T10:02:00Z"));
        QVERIFY(person.value == "c"); // 60 s apart: between two people the outside wins
        const auto later = threeWay(sides("a", "b", "2026-02-10T10:03:00.001Z", true, "c", "2026-02-10T10:02:00Z"));
        QVERIFY(later.value == "b");
    }

    void aSideThatDidNotChangeLosesNothing()
    {
        const auto theirs = threeWay(sides("a", "b", "2026-02-10T10:00:00Z", true, "a", "2026-02-10T12:00:00Z"));
        QVERIFY(theirs.value == "b" && !theirs.conflict && !theirs.changed);
        const auto ours = threeWay(sides("a", "a", "2026-02-10T13:00:00Z", true, "c", "2026-02-10T12:00:00Z"));
        QVERIFY(ours.value == "c" && !ours.conflict && ours.changed);
        const auto same = threeWay(sides("a", "c", "2026-02-10T10:00:00Z", true, "c", "2026-02-10T12:00:00Z"));
        QVERIFY(same.value == "c" && !same.conflict && !same.changed);
        const auto first = threeWay(sides(nullptr, "b", "2026-02-10T13:00:00Z", true, "c", "2026-02-10T12:00:00Z"));
        QVERIFY(first.value == "c" && first.changed);
    }

    void notionGetsPropertiesOfKnownFields()
    {
        QCOMPARE(dumped(toNotion(
                     {{"name", "Metering"}, {"probability", 0.4}, {"customNotes", "x"}, {"productLine", nullptr}},
                     {"productLine", "estimatedValue"})),
            dumped((Json {{"Deal Name", {{"title", Json::array({{{"text", {{"content", "Metering"}}}}})}}},
                {"Probability", {{"number", 0.4}}}, {"Product", {{"select", nullptr}}},
                {"Value", {{"number", nullptr}}}})));
        const auto yen = toNotion({{"estimatedValue", {{"amountMinor", 1250}, {"currency", "JPY"}}}});
        QCOMPARE(yen["Value"]["number"].get<double>(), 1250.0);
        const auto longName = toNotion({{"name", std::string(4001, 'x')}, {"dealStage", std::string(120, 's')}});
        QCOMPARE(longName["Deal Name"]["title"].size(), std::size_t(3));
        QCOMPARE(longName["Stage"]["select"]["name"].get<std::string>().size(), std::size_t(100));
        QVERIFY(toNotion({{"name", 7}, {"estimatedValue", "12"}}).empty());
    }

    void notionGivesFieldsBack()
    {
        const Json page {
            {"Deal Name", {{"title", Json::array({{{"plain_text", "Metering "}}, {{"plain_text", "2027"}}})}}},
            {"Value", {{"number", 12.345}}}, {"Close Date", {{"date", {{"start", "2026-09-01T10:00:00.000+02:00"}}}}},
            {"Stage", {{"select", {{"name", "Verbal yes"}}}}}, {"Product", {{"select", nullptr}}},
            {"Contact", {{"rich_text", Json::array()}}}, {"Email", {{"email", nullptr}}},
            {"Mood", {{"select", {{"name", "fine"}}}}}};
        QCOMPARE(dumped(fromNotion(page, "EUR")),
            dumped((Json {{"name", "Metering 2027"}, {"estimatedValue", {{"amountMinor", 1235}, {"currency", "EUR"}}},
                {"closeDate", "2026-09-01"}, {"dealStage", "Verbal yes"}})));
        QVERIFY(fromNotion({{"Value", "x"}, {"Stage", {{"select", 7}}}, {"Deal Name", {{"title", {{"a", 1}}}}}}, "EUR")
                    .empty());
    }
};

QTEST_APPLESS_MAIN(CrmTest)
#include "crm_test.moc"
