// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/acceptance.hpp"
#include "core/rules/sales/local_qualification.hpp"
#include "core/rules/sales/reading/patterns.hpp"
#include "core/rules/sales/reading/sentence_model.hpp"
#include "core/rules/sales/shipped_text.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::sales;

namespace {
std::string found(std::string_view text, std::string_view before = {})
{
    std::string names;
    const auto read
        = qualifyLocally({.text = text, .contactName = "Lea Moritz", .before = before, .existing = nullptr});
    for (const auto& [dimension, key] : EnumTexts<Dimension>::values)
        if (read.found[dimension].identified)
            names += (names.empty() ? "" : " ") + std::string(key);
    return names;
}
}

class LocalReadingSalesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheExampleOfTheRules()
    {
        const std::string text = "Our budget is EUR 80k and we need it by October";
        const auto read = qualifyLocally({.text = text, .contactName = "Lea", .before = {}, .existing = nullptr});
        QCOMPARE(*read.found[Dimension::budget].range, std::string("EUR 80k"));
        QCOMPARE(read.found[Dimension::budget].confidence, 0.9);
        QCOMPARE(read.found[Dimension::need].confidence, 0.8);
        QCOMPARE(read.found[Dimension::timeline].confidence, 0.8);
        QCOMPARE(found(text), std::string("budget need timeline"));
        QCOMPARE(read.found.recommendedNextQuestions.size(), std::size_t(3));
    }
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("sign off") << "I sign off on tools like this."
                                  << "authority";
        QTest::newRow("top role signs") << "Our CFO approves every order."
                                        << "authority economicBuyer";
        QTest::newRow("german") << "Unser Geschäftsführer unterschreibt das."
                                << "authority economicBuyer";
        QTest::newRow("champion") << "I will push for this internally."
                                  << "champion";
        QTest::newRow("process") << "It has to go through procurement and a security review."
                                 << "decisionProcess";
        QTest::newRow("negated") << "We have no budget for this."
                                 << "";
        QTest::newRow("question") << "Do you have a budget calculator?"
                                  << "";
        QTest::newRow("unreal") << "If we had the budget, we would need it by March."
                                << "";
        QTest::newRow("others") << "My cousin's company paid 60k and their CFO signed it."
                                << "";
        QTest::newRow("a rule about sums is no budget")
            << "Anything over $50,000 a year needs approval from the finance committee."
            << "decisionProcess";
        QTest::newRow("role beside the name") << "Our VP of Compliance, Renee Carter, will make the final call."
                                              << "authority economicBuyer";
        QTest::newRow("top role behind a pronoun") << "Carol is the managing partner so it's her signature in the end."
                                                   << "authority economicBuyer";
        QTest::newRow("only asked for") << "I have asked for 80,000 euros in the next budget."
                                        << "";
        QTest::newRow("thousands in one word") << "Die Mittel in Höhe von 120 TEUR sind bewilligt."
                                               << "budget";
        QTest::newRow("weights are no measure") << "Scoring is 40% functionality, 30% price and 30% support."
                                                << "decisionCriteria";
        QTest::newRow("not more than") << "Ausgeben wollten wir nicht mehr als 4.000 Euro im Jahr."
                                       << "budget";
        QTest::newRow("an invitation is no purchase")
            << "We are organising a panel on digital procurement in May. We need two speakers by the end of March."
            << "";
        QTest::newRow("past") << "We used to struggle with double bookings."
                              << "";
        QTest::newRow("sarcasm") << "Oh sure, we have unlimited budget and I approve everything."
                                 << "";
        QTest::newRow("paperwork") << "I need your quote by Friday."
                                   << "";
        QTest::newRow("call") << "Can we move our call to 14 October?"
                              << "";
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(found(text.toStdString())), expected);
    }
    void aShortAnswerIsReadWithItsQuestion()
    {
        QCOMPARE(found("Eighteen thousand.", "Do you have a sum in mind?"), std::string("budget"));
        QCOMPARE(found("Eighteen thousand."), std::string());
        QCOMPARE(found("nope, nothing", "Is there a budget?"), std::string());
    }
    void aQuestionInChatNeedsNoMark()
    {
        QCOMPARE(QString::fromStdString(found("i can spend like 300 a month tops", "and budget")), QString("budget"));
        QCOMPARE(
            QString::fromStdString(found("yep its my business", "are you the one deciding")), QString("authority"));
    }
    void whoHoldsTheMoneyIsNotWhoDecides()
    {
        QCOMPARE(found("Das liegt beim Bereichsleiter, Herrn Petersen.", "Wer hält das Budget?"),
            std::string("economicBuyer"));
    }
    void theShippedPatternsAreSound()
    {
        std::vector<std::string> problems;
        const reading::PatternBook book(
            shippedText("reading/lexicon.txt"), shippedText("reading/patterns.txt"), problems);
        QString all;
        for (const auto& problem : problems)
            all += QString::fromStdString(problem) + '\n';
        QCOMPARE(all, QString());
    }
    void theShippedWeightsAreSound()
    {
        std::vector<std::string> problems;
        const reading::SentenceModel model(shippedText("reading/weights.txt"), problems);
        QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
        QVERIFY(model.size() > 1000);
        const reading::SentenceModel broken("no tab\nthreshold\t2\n1:word\tQ0.5\n1:word\tB1e9\n", problems);
        QCOMPARE(problems.size(), std::size_t(4));
    }
    void hearsThatSomethingIsTakenBack()
    {
        const auto read = qualifyLocally(
            {.text = "Sorry, the budget was frozen yesterday.", .contactName = {}, .before = {}, .existing = nullptr});
        QCOMPARE(read.retractions.size(), std::size_t(1));
        QCOMPARE(read.retractions[0].dimension, Dimension::budget);
        QVERIFY(!read.found[Dimension::budget].identified);
    }
    void namesWhoDecides()
    {
        const auto read = qualifyLocally({.text = "Wim picks the system. Petra Lindqvist (COO) has the last word.",
            .contactName = "Lea",
            .before = {},
            .existing = nullptr});
        QVERIFY(read.found[Dimension::authority].contact.has_value());
        const auto self = qualifyLocally(
            {.text = "I sign off on this.", .contactName = "Lea Moritz", .before = {}, .existing = nullptr});
        QCOMPARE(*self.found[Dimension::authority].contact, std::string("Lea Moritz"));
    }
    void tellsNameAndRoleApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("contact");
        QTest::addColumn<QString>("role");
        QTest::newRow("role before the name") << "The choice is made by our technical manager Ms Ramos."
                                              << "Ms Ramos"
                                              << "";
        QTest::newRow("name before the role") << "Dana our CFO has to approve this."
                                              << "Dana"
                                              << "";
        QTest::newRow("behind a comma") << "Our VP of Compliance, Renee Carter, will make the final call."
                                        << "Renee Carter"
                                        << "VP";
        QTest::newRow("only a role") << "Our CFO signs."
                                     << ""
                                     << "Our CFO";
        QTest::newRow("german") << "Unser Einkaufsleiter Herr Krause entscheidet das."
                                << "Herr Krause"
                                << "Einkaufsleiter";
    }
    void tellsNameAndRoleApart()
    {
        QFETCH(QString, text);
        QFETCH(QString, contact);
        QFETCH(QString, role);
        const auto words = text.toStdString();
        const auto read
            = qualifyLocally({.text = words, .contactName = "Lea Moritz", .before = {}, .existing = nullptr});
        const auto& authority = read.found[Dimension::authority];
        QVERIFY(authority.identified);
        QCOMPARE(QString::fromStdString(authority.contact.value_or("")), contact);
        QCOMPARE(QString::fromStdString(authority.role.value_or("")), role);
    }
    void everyQuoteStandsInTheTextWhateverItHolds()
    {
        const std::string bits[] = {"we need ", "our budget is 80k. ", "\xF0\x9F\xA6\x92", "\xFF\xFE", "\n\n",
            "signs off, ", "?", "\"", "Der Chef unterschreibt. ", "because it takes forever "};
        std::uint64_t seed = 42;
        for (int round = 0; round < 300; ++round) {
            std::string text;
            for (int i = 0; i < 30; ++i) {
                seed = seed * 6364136223846793005ull + 1442695040888963407ull;
                text += bits[(seed >> 33) % std::size(bits)];
            }
            const auto read = qualifyLocally({.text = text, .contactName = "x", .before = text, .existing = nullptr});
            for (const auto& signal : read.found.signals)
                for (const auto& evidence : signal.evidence)
                    QCOMPARE(text.substr(std::size_t(evidence.begin), std::size_t(evidence.end - evidence.begin)),
                        evidence.quote);
            QCOMPARE(
                acceptExtraction(read, {.text = text, .sourceId = {}, .utterance = {}, .at = {}}).droppedQuotes, 0);
        }
    }
    void readsOnlyTheNewestPartOfAHugeText()
    {
        std::string text(100'000, 'x');
        text += "\n\nOur budget is EUR 80k.";
        const auto read = qualifyLocally({.text = text, .contactName = {}, .before = {}, .existing = nullptr});
        const auto& evidence = read.found[Dimension::budget].evidence.at(0);
        QCOMPARE(text.substr(std::size_t(evidence.begin), std::size_t(evidence.end - evidence.begin)),
            std::string("Our budget is EUR 80k."));
    }
};
QTEST_APPLESS_MAIN(LocalReadingSalesTest)
#include "local_reading_sales_test.moc"
