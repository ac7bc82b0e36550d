// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/detection.hpp"
#include "core/rules/deals/update_fields.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::deals;

namespace {
std::string dumped(const Json& json) { return json.dump(); }
Id<Opportunity> idOf(int n)
{
    Uuid value;
    value.bytes[15] = std::uint8_t(n);
    return Id<Opportunity>(value);
}
Date day(const char* text) { return *parseDate(text); }
OpenOpportunity open(int n, const char* product, const char* closes, int createdMinute = 0)
{
    return {idOf(n), product ? std::optional<std::string>(product) : std::nullopt,
        closes ? std::optional(day(closes)) : std::nullopt, fromMillis(1'760'000'000'000 + createdMinute * 60'000)};
}
OpportunitySignals read(double confidence, bool isNew, const char* product = nullptr, const char* closes = nullptr)
{
    OpportunitySignals out;
    out.dealPotentialConfidence = confidence;
    out.isNewOpportunity = isNew;
    if (product)
        out.productLine = product;
    if (closes)
        out.closeDate = day(closes);
    return out;
}
}

class DetectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothBoundsAreInclusive()
    {
        QVERIFY(shouldCreate(0.80, true) && !shouldCreate(0.7999, true) && !shouldCreate(0.95, false));
        QVERIFY(shouldUpdate(0.70, false, true) && !shouldUpdate(0.6999, false, true));
        QVERIFY(!shouldUpdate(0.91, false, false) && !shouldUpdate(0.91, true, true));
    }

    void createsWhenNothingIsOpen()
    {
        QCOMPARE(judgeDetection(read(0.81, true), {}).action, DetectionAction::create);
        QCOMPARE(judgeDetection(read(0.78, true), {}).action, DetectionAction::nothing);
    }

    void updatesTheNamedOpenDeal()
    {
        auto signals_ = read(0.71, false, "Routing");
        signals_.matchingOpportunityId = idOf(1);
        const std::vector deals {open(1, "Billing", nullptr), open(2, "Routing", nullptr)};
        const auto decision = judgeDetection(signals_, deals);
        QCOMPARE(decision.action, DetectionAction::update);
        QCOMPARE(*decision.opportunityId, idOf(1));
    }

    void aRuleMatchOverrulesAModelThatThinksADealNew()
    {
        const std::vector deals {open(1, "Charging", "2026-05-10")};
        const auto same = judgeDetection(read(0.92, true, "CHARGING ", "2026-07-30"), deals);
        QCOMPARE(same.action, DetectionAction::update);
        QCOMPARE(*same.opportunityId, idOf(1));
        QCOMPARE(judgeDetection(read(0.92, true, "CHARGING ", "2026-08-11"), deals).action, DetectionAction::create);
        QCOMPARE(judgeDetection(read(0.70, true, "charging"), deals).action, DetectionAction::update);
        const auto weak = judgeDetection(read(0.69, true, "charging"), deals);
        QCOMPARE(weak.action, DetectionAction::nothing);
        QCOMPARE(*weak.opportunityId, idOf(1)); // the turn is about it all the same
    }

    void aForeignIdIsIgnored()
    {
        const std::vector deals {open(1, "Billing", nullptr)};
        auto signals_ = read(0.75, false, "Routing");
        signals_.matchingOpportunityId = idOf(9);
        QCOMPARE(judgeDetection(signals_, deals).action, DetectionAction::nothing); // needs 0.80 to create
        signals_.dealPotentialConfidence = 0.80;
        QCOMPARE(judgeDetection(signals_, deals).action, DetectionAction::create);
        signals_.productLine = "billing";
        QCOMPARE(*judgeDetection(signals_, deals).opportunityId, idOf(1));
    }

    void notNewWithoutIdDoesNothing()
    {
        QCOMPARE(judgeDetection(read(0.91, false), {}).action, DetectionAction::nothing);
    }

    void closeDatesMeetWithinThreeCalendarMonths()
    {
        QVERIFY(closeDatesMeet(day("2026-01-31"), day("2026-04-30")));
        QVERIFY(!closeDatesMeet(day("2026-01-31"), day("2026-05-01")));
        QVERIFY(closeDatesMeet(day("2026-04-30"), day("2026-01-31")));
        QVERIFY(closeDatesMeet(std::nullopt, day("2026-01-31")));
    }

    void productLinesAreComparedFolded()
    {
        QVERIFY(sameProductLine("Charging  Hub", " charging hub "));
        QVERIFY(!sameProductLine("Charging", "Billing"));
        QVERIFY(sameProductLine(std::nullopt, "Billing"));
    }

    void theYoungestMatchWinsThenTheGreaterId()
    {
        const std::vector deals {
            open(1, "A", nullptr, 5), open(2, "A", nullptr, 9), open(3, "A", nullptr, 9), open(4, "B", nullptr, 99)};
        QCOMPARE(*matchOpportunity(std::span<const OpenOpportunity>(deals), std::string("a"), std::nullopt), idOf(3));
    }

    void namesADetectedDeal()
    {
        QCOMPARE(detectedDealName("Billing", "Ana Ruiz"), std::string("Billing - Ana Ruiz"));
        QCOMPARE(detectedDealName(std::nullopt, "Ana Ruiz"), std::string("Opportunity - Ana Ruiz"));
        QCOMPARE(detectedDealName(std::string(400, 'x'), "Ana").size(), std::size_t(300));
    }

    void anUpdateNeverOverwritesAPerson()
    {
        auto signals_ = read(0.77, false, "Metering");
        signals_.estimatedValue = Money {900000, "EUR"};
        const auto update = updateFields(
            signals_, std::nullopt, Money {850000, "EUR"}, {.productLine = false, .estimatedValue = true});
        QCOMPARE(dumped(update.writes()), dumped((Json {{"detectionConfidence", 0.77}, {"productLine", "Metering"}})));
        QCOMPARE(dumped(update.suggestions()["estimatedValue"]["amountMinor"]), dumped(Json(900000)));
        const auto agreed = updateFields(
            signals_, std::nullopt, Money {900000, "EUR"}, {.productLine = false, .estimatedValue = true});
        QVERIFY(agreed.suggestions().empty());
    }

    void anUpdateWritesOnlyWhatWasRead()
    {
        QCOMPARE(dumped(updateFields(read(0.7, false), "Billing", Money {1, "EUR"}, {}).writes()),
            dumped((Json {{"detectionConfidence", 0.7}})));
    }
};

QTEST_APPLESS_MAIN(DetectionTest)
#include "detection_test.moc"
