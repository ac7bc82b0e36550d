// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/completeness.hpp"
#include "core/rules/sales/merge.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::sales;

namespace {
Signal signal(bool identified, double confidence, std::vector<std::string> quotes = {})
{
    Signal made;
    made.identified = identified;
    made.confidence = confidence;
    for (auto& quote : quotes) {
        Evidence evidence;
        evidence.quote = std::move(quote);
        made.evidence.push_back(std::move(evidence));
    }
    made.evidenceCount = int(made.evidence.size());
    return made;
}
Signal described(std::string text, double confidence, std::vector<std::string> quotes = {}, bool identified = true)
{
    auto made = signal(identified, confidence, std::move(quotes));
    made.description = std::move(text);
    return made;
}
Evidence retraction(std::string quote, double confidence)
{
    Evidence evidence;
    evidence.dimension = Dimension::budget;
    evidence.quote = std::move(quote);
    evidence.confidence = confidence;
    evidence.retracts = true;
    return evidence;
}
const Timestamp now = fromMillis(1'770'000'000'000);
}

class MergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoresFourOfTenByTheirHalves()
    {
        const auto score = completeness({Dimension::budget, Dimension::need, Dimension::pain, Dimension::champion});
        QCOMPARE(score.bant, 0.5);
        QCOMPARE(score.meddic, 2 / 6.0);
        QVERIFY(std::abs(score.combined() - 0.4167) < 1e-4);
        QCOMPARE(wholePercent(0.4583), 46);
        QCOMPARE(wholePercent(0.455), 46);
    }
    void whatAColleagueToldNeedNotBeAskedAgain()
    {
        QualificationState person, deal;
        person[Dimension::need] = described("one list", 0.8);
        deal[Dimension::need] = described("two lists", 0.9);
        deal[Dimension::timeline] = described("by October", 0.8);
        deal[Dimension::pain] = described("maybe slow", 0.3, {}, false);
        const auto known = knownFor(person, deal);
        QCOMPARE(*known[Dimension::need].description, std::string("one list")); // their own words stay
        QVERIFY(known[Dimension::timeline].identified);
        QVERIFY(!known[Dimension::pain].identified);
        QVERIFY(!known[Dimension::pain].description);
    }

    void keepsTheOlderValueOnATieAndBothQuotes()
    {
        const auto merged
            = mergeSignal(Dimension::need, described("A", 0.6, {"we need A"}), described("B", 0.6, {"we need B"}));
        QCOMPARE(*merged.description, std::string("A"));
        QCOMPARE(merged.evidence.size(), std::size_t(2));
        QCOMPARE(merged.alternatives, std::vector<std::string> {"B"});
    }
    void takesTheSurerValueAndKeepsTheLoser()
    {
        const auto merged
            = mergeSignal(Dimension::need, described("faster month end", 0.55, {"closing takes nine days"}),
                described("close in three days", 0.8, {"we must close in three"}));
        QCOMPARE(*merged.description, std::string("close in three days"));
        QCOMPARE(merged.confidence, 0.8);
        QCOMPARE(merged.alternatives, std::vector<std::string> {"faster month end"});
    }
    void neverLosesAValueByOmission()
    {
        auto incoming = signal(true, 0.9, {"again"});
        const auto merged = mergeSignal(Dimension::need, described("A", 0.6), incoming);
        QCOMPARE(*merged.description, std::string("A"));
        QCOMPARE(merged.confidence, 0.9);
    }
    void takesASurerChampionThoughNotIdentified()
    {
        auto existing = signal(false, 0.5);
        existing.contact = "Ines";
        auto incoming = signal(true, 0.7);
        incoming.contact = "Omar";
        QCOMPARE(*mergeSignal(Dimension::champion, existing, incoming).contact, std::string("Omar"));
    }
    void keepsOneQuoteWhereOneContainsTheOther()
    {
        const auto merged = mergeSignal(
            Dimension::pain, signal(true, 0.8, {"we lose nine days each close"}), signal(true, 0.8, {"Nine  days"}));
        QCOMPARE(merged.evidence.size(), std::size_t(1));
    }
    void appendsUnseenCriteriaInOrder()
    {
        auto existing = signal(true, 0.7);
        existing.items = {"uptime"};
        auto incoming = signal(true, 0.7);
        incoming.items = {"price", " Uptime "};
        QCOMPARE(mergeSignal(Dimension::decisionCriteria, existing, incoming).items,
            (std::vector<std::string> {"uptime", "price"}));
    }
    void movesContactAndRoleAsAPair()
    {
        auto existing = signal(true, 0.6);
        existing.contact = "Ines";
        existing.role = "CFO";
        auto incoming = signal(true, 0.8);
        incoming.contact = "Omar";
        auto merged = mergeSignal(Dimension::authority, existing, incoming);
        QCOMPARE(*merged.contact, std::string("Omar"));
        QVERIFY(!merged.role);
        incoming.contact = "ines";
        merged = mergeSignal(Dimension::authority, existing, incoming);
        QCOMPARE(*merged.role, std::string("CFO"));
    }
    void keepsTheFirstAndTheNewestNineteenQuotes()
    {
        auto state = signal(true, 0.5, {"quote number 0 ."});
        for (int i = 1; i < 40; ++i)
            state
                = mergeSignal(Dimension::pain, state, signal(true, 0.5, {"quote number " + std::to_string(i) + " ."}));
        QCOMPARE(state.evidence.size(), std::size_t(20));
        QCOMPARE(state.evidence.front().quote, std::string("quote number 0 ."));
        QCOMPARE(state.evidence.back().quote, std::string("quote number 39 ."));
        QCOMPARE(state.evidenceCount, 40);
    }
    void mergingTwiceGivesTheSame()
    {
        const auto existing = described("A", 0.6, {"one"});
        const auto incoming = described("B", 0.9, {"two"});
        const auto once = mergeSignal(Dimension::timeline, existing, incoming);
        QVERIFY(mergeSignal(Dimension::timeline, once, incoming) == once);
    }
    void leavesWhatAPersonSetAndOnlyCollectsQuotes()
    {
        auto existing = described("A", 0.6);
        existing.locked = true;
        const auto merged = mergeSignal(Dimension::need, existing, described("B", 0.9, {"quote"}));
        QCOMPARE(*merged.description, std::string("A"));
        QCOMPARE(merged.confidence, 0.6);
        QCOMPARE(merged.evidence.size(), std::size_t(1));
        QVERIFY(applyRetraction(existing, retraction("no", 0.95)).identified);
    }
    void mergesTheOuterParts()
    {
        QualificationState existing;
        existing.overallConfidence = 0.4;
        existing.keyInsights = {"a"};
        existing.recommendedNextQuestions = {"How?"};
        QualificationState incoming;
        incoming.overallConfidence = 0.7;
        for (int i = 0; i < 25; ++i)
            incoming.keyInsights.push_back("insight " + std::to_string(i));
        const auto merged = mergeQualification(existing, incoming, now);
        QCOMPARE(merged.overallConfidence, 0.7);
        QCOMPARE(merged.keyInsights.size(), std::size_t(20));
        QCOMPARE(merged.keyInsights.back(), std::string("insight 24"));
        QCOMPARE(merged.recommendedNextQuestions, std::vector<std::string> {"How?"});
        QVERIFY(merged.lastUpdated == now);
    }
    void takesBackOnlyWhatTheWordsAreSureEnoughFor()
    {
        auto existing = signal(true, 0.75, {"we have 40k"});
        existing.range = "EUR 40k";
        const auto gone = applyRetraction(existing, retraction("the money is gone", 0.75));
        QVERIFY(!gone.identified);
        QCOMPARE(gone.confidence, 0.25);
        QCOMPARE(*gone.range, std::string("EUR 40k"));
        QVERIFY(gone.evidence.back().retracts);
        const auto doubted = applyRetraction(existing, retraction("maybe not", 0.7));
        QVERIFY(doubted.identified && doubted.contested);
        QCOMPARE(doubted.evidence.size(), std::size_t(1));
    }
    void aRetractionLeavesAnInsightAndAConfirmation()
    {
        QualificationState state;
        state[Dimension::budget] = signal(true, 0.8, {"we have 40k"});
        const auto outcome = applyExtraction(state, {}, {retraction("it was frozen", 0.9)}, now);
        QVERIFY(!outcome.state[Dimension::budget].identified);
        QCOMPARE(outcome.confirm, std::vector<Dimension> {Dimension::budget});
        QCOMPARE(outcome.state.keyInsights.size(), std::size_t(1));
        QCOMPARE(outcome.changed, std::vector<Dimension> {Dimension::budget});
    }
};
QTEST_APPLESS_MAIN(MergeTest)
#include "merge_test.moc"
