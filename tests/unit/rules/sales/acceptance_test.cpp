// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/acceptance.hpp"
#include "core/rules/sales/confidence.hpp"
#include "core/rules/sales/persona.hpp"
#include "core/rules/sales/stage_transition.hpp"

#include <QTest>
#include <cmath>
#include <limits>

using namespace agentarmy;
using namespace agentarmy::sales;

namespace {
Extraction extraction(Dimension dimension, double confidence, std::vector<std::string> quotes)
{
    Extraction made;
    auto& signal = made.found[dimension];
    signal.identified = true;
    signal.confidence = confidence;
    for (auto& quote : quotes) {
        Evidence evidence;
        evidence.quote = std::move(quote);
        signal.evidence.push_back(std::move(evidence));
    }
    return made;
}
AcceptedExtraction accept(const Extraction& extraction, std::string_view text)
{
    return acceptExtraction(extraction, {.text = text, .sourceId = {}, .utterance = {}, .at = {}});
}
}

class AcceptanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQuoteThatIsNotThereProvesNothing()
    {
        const auto accepted
            = accept(extraction(Dimension::budget, 0.9, {"we have 90k"}), "We talked about the weather.");
        QVERIFY(!accepted.extraction.found[Dimension::budget].identified);
        QCOMPARE(accepted.extraction.found[Dimension::budget].confidence, 0.3);
        QCOMPARE(accepted.droppedQuotes, 1);
    }
    void findsQuotesWhateverTheirSpacesCaseAndQuotationMarks()
    {
        const std::string text = "He said: \xE2\x80\x9COur CFO  signs\nevery order\xE2\x80\x9D \xE2\x80\x93 fine.";
        const auto accepted = accept(extraction(Dimension::authority, 0.85, {"\"our cfo signs every order\""}), text);
        const auto& evidence = accepted.extraction.found[Dimension::authority].evidence;
        QCOMPARE(evidence.size(), std::size_t(1));
        QCOMPARE(text.substr(std::size_t(evidence[0].begin), std::size_t(evidence[0].end - evidence[0].begin)),
            evidence[0].quote);
        QVERIFY(evidence[0].quote.find("Our CFO  signs\nevery order") != std::string::npos);
    }
    void clampsConfidenceAndDropsWhatIsNoNumber()
    {
        auto given = extraction(Dimension::need, std::numeric_limits<double>::quiet_NaN(), {"we need it"});
        QVERIFY(!accept(given, "we need it").extraction.found[Dimension::need].identified);
        given.found[Dimension::need].confidence = 7;
        QCOMPARE(accept(given, "we need it").extraction.found[Dimension::need].confidence, 1.0);
        given.found[Dimension::need].confidence = 0.39;
        QVERIFY(!accept(given, "we need it").extraction.found[Dimension::need].identified);
    }
    void boundsValuesAndCriteria()
    {
        auto given = extraction(Dimension::decisionCriteria, 0.8, {"x"});
        given.found[Dimension::decisionCriteria].items.assign(30, std::string(300, 'a'));
        given.found[Dimension::decisionCriteria].description = std::string(900, 'b');
        const auto accepted = accept(given, "x");
        QCOMPARE(accepted.extraction.found[Dimension::decisionCriteria].items.size(), std::size_t(20));
        QCOMPARE(accepted.extraction.found[Dimension::decisionCriteria].items[0].size(), std::size_t(120));
        QCOMPARE(accepted.extraction.found[Dimension::decisionCriteria].description->size(), std::size_t(500));
    }
    void retractionsNeedTheirQuoteToo()
    {
        Extraction given;
        given.retractions = {{Dimension::budget, "it was frozen", 0.9}, {Dimension::need, "never said", 0.9}};
        const auto accepted = accept(given, "Sadly it was frozen.");
        QCOMPARE(accepted.retractions.size(), std::size_t(1));
        QVERIFY(accepted.retractions[0].retracts);
        QCOMPARE(accepted.retractions[0].begin, std::int64_t(6));
    }
    void theAgentNeverClosesADeal()
    {
        const auto refused = checkTransition(DealStage::evaluation, DealStage::closedWon, ActorKind::agent);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string("invalid_stage_transition"));
        QCOMPARE(std::get<std::vector<std::string>>(refused.error().details.at("allowed")),
            (std::vector<std::string> {"negotiation", "stalled"}));
        QVERIFY(!checkTransition(DealStage::negotiation, DealStage::closedWon, ActorKind::agent));
        QVERIFY(bool(checkTransition(DealStage::negotiation, DealStage::closedWon, ActorKind::person)));
    }
    void aStalledDealMayReturnAClosedOneNot()
    {
        QVERIFY(canTransition(DealStage::stalled, DealStage::evaluation));
        QVERIFY(!canTransition(DealStage::closedLost, DealStage::stalled));
        QVERIFY(canTransition(DealStage::closedLost, DealStage::closedLost));
    }
    void personaFollowsTheTitle_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("persona");
        for (const auto& [title, persona] : std::initializer_list<std::pair<const char*, const char*>> {
                 {"CEO", "c_suite"}, {"Chief Medical Officer", "c_suite"}, {"Vice  President Operations", "manager"},
                 {"SVP Sales", "manager"}, {"Director of IT", "manager"}, {"Managing Director", "c_suite"},
                 {"Head of Logistics", "manager"}, {"Executive Assistant to the CEO", "ic"},
                 {"Assistant to the CFO", "ic"}, {"President", "c_suite"}, {"Partner", "c_suite"},
                 {"Channel Partner Engineer", "ic"}, {"Senior Partner", "c_suite"}, {"Co-Founder", "c_suite"},
                 {"Nurse", "ic"}, {"Manager Night Shift", "manager"}, {"Intern", "ic"}, {"", "manager"},
                 {"Office of the CTO", "ic"}})
            QTest::newRow(*title ? title : "none") << title << persona;
    }
    void personaFollowsTheTitle()
    {
        QFETCH(QString, title);
        QFETCH(QString, persona);
        const auto text = title.toStdString();
        QCOMPARE(QString::fromStdString(std::string(enumText(personaFromTitle(text)))), persona);
    }
    void roundsConfidenceHalfUpAsDecimals()
    {
        QCOMPARE(round2(0.775), 0.78);
        auto result = turnConfidence({.modelConfidence = 0.8,
            .claims = 2,
            .claimsWithSource = 1,
            .questionsAsked = 0,
            .questionsAnswered = 0,
            .previousScore = 0.62});
        QCOMPARE(result.turn, 0.75);
        QCOMPARE(result.score, 0.7);
        result = turnConfidence(
            {.modelConfidence = 0.6, .questionsAsked = 4, .questionsAnswered = 1, .previousScore = {}});
        QCOMPARE(result.turn, 0.65);
        QCOMPARE(result.score, 0.65);
    }
};
QTEST_APPLESS_MAIN(AcceptanceTest)
#include "acceptance_test.moc"
