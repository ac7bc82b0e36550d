// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/local_detection.hpp"
#include "core/rules/deals/local_stakeholders.hpp"
#include "core/rules/deals/timeline.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::deals;

namespace {
const Timestamp at = *parseTimestamp("2026-02-12T08:00:00Z");

OpportunitySignals detect(std::string_view text, const std::vector<std::string>& products = {})
{
    const std::vector<SpokenPiece> pieces {
        {.text = "We need 900k EUR budget, send us the contract.", .ours = true}, {.text = text}};
    return detectLocally(pieces, at, products, "EUR");
}
std::string dates(std::string_view text)
{
    const text::Tokens tokens(text);
    std::string out;
    for (const auto& mention : timelineMentions(tokens, 0, tokens.size(), utcDate(at)))
        out += (out.empty() ? "" : " ") + (mention.date ? formatDate(*mention.date) : std::string("?"))
            + (mention.deadline ? "!" : "");
    return out;
}
Contact person(int n, const char* name, const char* email = "")
{
    Contact out;
    Uuid id;
    id.bytes[15] = std::uint8_t(n);
    out.id = Id<Contact>(id);
    out.contactName = name;
    out.contactEmail = email;
    return out;
}
std::string rolesOf(std::string_view words)
{
    const std::vector people {person(1, "Ana Ruiz")};
    const std::vector<SpokenPiece> pieces {{.text = words, .ours = false, .speaker = "Ana Ruiz"}};
    std::string out;
    for (const auto& reading : mapStakeholdersLocally(pieces, people))
        for (const auto role : reading.roles)
            out += (out.empty() ? "" : " ") + std::string(enumText(role));
    return out;
}
}

class LocalReadingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cuesAddUp_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("confidence");
        const auto row
            = [](const char* text, double confidence) { QTest::newRow(text) << QString::fromUtf8(text) << confidence; };
        row("We need to replace our billing system by Q3, budget is 250k, please send us the contract", 0.85);
        row("We need a new portal. Our CFO approved it.", 0.25);
        row("We need a new portal. We need it badly.", 0.15);
        row("We don't need a new portal.", 0);
        row("I don't think we need this.", 0);
        row("We need to reschedule our call.", 0);
        row("We are ready to move forward.", 0.35);
        row("Please send us the order form.", 0.35);
        row("Let's start!", 0.35);
        row("Let's start with a short introduction.", 0);
        row("Budget approved.", 0.15);
        row("Our budget is EUR 80,000.", 0.20);
        row("Budget approved: 80k.", 0.20);
        row("The budget is not approved yet.", 0);
        row("We issued an RFP.", 0.25);
        row("We are struggling with manual invoices.", 0.15);
        row("I decide.", 0.10);
        row("Go-live is planned for 2026-09-01.", 0.15);
        row("We are not interested.", 0);
        row("We need this, but we have no budget.", 0);
        row("We went with another vendor. We need a tender by Q3.", 0.15);
        row("We need it by Q3, budget is 250k, RFP attached, I decide, send us the contract.", 0.95);
        row("Thanks for the coffee.", 0);
        row("", 0);
        row("Wir brauchen bis Ende März eine neue Lösung.", 0.30);
        row("Wir brauchen kein neues System.", 0);
        row("Unser Budget beträgt 80.000 €. Bitte schicken Sie uns den Vertrag.", 0.55);
        row("Wir haben kein Interesse.", 0);
        row("Unser Geschäftsführer hat das freigegeben.", 0.10);
    }
    void cuesAddUp()
    {
        QFETCH(QString, text);
        QFETCH(double, confidence);
        const auto utf8 = text.toUtf8();
        QCOMPARE(localDetection(std::string_view(utf8.constData(), std::size_t(utf8.size()))), confidence);
    }

    void readsTheSpecifiedExample()
    {
        const auto found
            = detect("We need to replace our billing system by Q3, budget is 250k, please send us the contract",
                {"Routing", "Billing System"});
        QCOMPARE(found.dealPotentialConfidence, 0.85);
        QCOMPARE(found.productLine, std::optional<std::string>("Billing System"));
        QCOMPARE(*found.estimatedValue, (Money {25'000'000, "EUR"}));
        QCOMPARE(*found.estimatedTimeline, std::string("by Q3"));
        QCOMPARE(formatDate(*found.closeDate), std::string("2026-09-30"));
        QVERIFY(found.isNewOpportunity && !found.matchingOpportunityId);
        QCOMPARE(found.painPoints.size(), std::size_t(1));
        QVERIFY(found.reasoning.find("purchase intent +0.35") != std::string::npos);
    }

    void whatTheQualificationProvedCountsOnceWhereNoPhraseDid()
    {
        const std::vector<SpokenPiece> pieces {{.text = "We need to replace our billing system by Q3."}};
        const std::vector<KnownPoint> proven {{Dimension::budget, "EUR 80k", "that much we can do"},
            {Dimension::need, "", "the old one crashes"}, {Dimension::authority, "", "Wim picks"},
            {Dimension::economicBuyer, "", "Wim pays"}, {Dimension::decisionProcess, "", "then the board votes"},
            {Dimension::metrics, "", "9 % are lost"}};
        const auto signals = detectLocally(pieces, at, {}, "EUR", proven);
        // need and timeline by phrases 0.30, budget 0.20, authority 0.10 once, formal 0.25; metrics are no class
        QCOMPARE(signals.dealPotentialConfidence, 0.85);
        QCOMPARE(*signals.estimatedValue, (Money {8'000'000, "EUR"}));
        QVERIFY(signals.reasoning.find("that much we can do") != std::string::npos);
        const std::vector<KnownPoint> vague {{Dimension::budget, "", "the money is there"}};
        QCOMPARE(detectLocally({}, at, {}, "EUR", vague).dealPotentialConfidence, 0.15);
    }
    void ourOwnWordsCountForNothing()
    {
        const auto found = detect("Thanks!");
        QCOMPARE(found.dealPotentialConfidence, 0.0);
        QVERIFY(!found.estimatedValue && !found.closeDate && found.painPoints.empty());
    }

    void theValueIsTheLargestAmountBesideABudgetWord()
    {
        QCOMPARE(*detect("The budget lies between $40k and $60k a year. Our revenue is $900m.").estimatedValue,
            (Money {6'000'000, "USD"}));
        QVERIFY(!detect("Our revenue is $900m.").estimatedValue);
        QVERIFY(!detect("The delay costs us 50k EUR a month.").estimatedValue);
        QCOMPARE(*detect("Budget: 250000").estimatedValue, (Money {25'000'000, "EUR"}));
        QVERIFY(!detect("The budget for 2026 is open.").estimatedValue);
        QCOMPARE(*detect("We have $320K approved for phase one.").estimatedValue, (Money {32'000'000, "USD"}));
        QCOMPARE(*detect("120 TEUR sind bewilligt.").estimatedValue, (Money {12'000'000, "EUR"}));
    }
    void frozenSpendingIsARefusal()
    {
        const std::string wish = "We want a single view of our stock.";
        QCOMPARE(localDetection(wish), 0.15);
        QCOMPARE(localDetection(wish + " Headquarters froze all discretionary spend."), 0.0);
    }

    void datesAreCountedFromTheMessagesDay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row
            = [](const char* text, const char* found) { QTest::newRow(text) << QString::fromUtf8(text) << found; };
        row("by 2026-09-01", "2026-09-01!");
        row("on 1 September", "2026-09-01");
        row("on 1st of January", "2027-01-01");
        row("September 15th, 2026", "2026-09-15");
        row("by end of March", "2026-03-31!");
        row("in January", "2027-01-31");
        row("Q1", "2026-03-31");
        row("in Q4 2025", "2025-12-31");
        row("next quarter", "2026-06-30");
        row("this quarter", "2026-03-31");
        row("next year", "2027-12-31");
        row("within six weeks", "2026-03-26!");
        row("in three months", "2026-05-12");
        row("by the end of the year", "2026-12-31!");
        row("second half of 2026", "2026-12-31");
        row("third quarter of 2026", "2026-09-30");
        row("bis Ende M\xC3\xA4rz", "2026-03-31!");
        row("im dritten Quartal", "2026-09-30");
        row("bis 01.09.2026", "2026-09-01!");
        row("am 3. Oktober", "2026-10-03");
        row("n\xC3\xA4"
            "chstes Quartal",
            "2026-06-30");
        row("due 9/25/2026", "2026-09-25");
        row("due 9/10/2026", "?");
        row("you may march on", "");
        row("version 1.9 of 2 apps", "");
        row("since March", "");
        row("in 2019", "");
    }
    void datesAreCountedFromTheMessagesDay()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);
        QCOMPARE(QString::fromStdString(dates(text.toStdString())), found);
    }

    void ownWordsShowRoles_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("roles");
        const auto row
            = [](const char* words, const char* roles) { QTest::newRow(words) << QString::fromUtf8(words) << roles; };
        row("It's my call.", "decision_maker");
        row("It's not my call.", "");
        row("Thanks for my call with Ben.", "");
        row("I'll sign next week.", "decision_maker");
        row("I'll push for this.", "champion");
        row("I'll make the case to the board.", "champion");
        row("I don't think we should do this.", "blocker");
        row("I have serious concerns.", "blocker");
        row("I'll recommend it, they ask me anyway.", "influencer");
        row("We use this every day.", "user");
        row("Please go through me.", "gatekeeper");
        row("I handle vendors here. It is my call.", "gatekeeper decision_maker");
        row("Ich entscheide das.", "decision_maker");
        row("Ich habe erhebliche Bedenken.", "blocker");
        row("Nice weather.", "");
    }
    void ownWordsShowRoles()
    {
        QFETCH(QString, words);
        QFETCH(QString, roles);
        QCOMPARE(QString::fromStdString(rolesOf(words.toStdString())), roles);
    }

    void scoresComeWithTheirQuote()
    {
        const std::vector people {person(1, "Ana Ruiz"), person(2, "Ben Ott", "ben@ott.example")};
        const std::vector<SpokenPiece> pieces {
            {.text = "Hello. It's my call. Between us, the board agreed.", .ours = false, .speaker = "ana ruiz"},
            {.text = "I'll push for this. My mobile number is 0170 1.",
                .ours = false,
                .speaker = "",
                .contactId = people[1].id},
            {.text = "It's my call.", .ours = true, .speaker = "Ben Ott"},
            {.text = "It's my call.", .ours = false, .speaker = "Cy"}};
        const auto found = mapStakeholdersLocally(pieces, people);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(*found[0].decisionPower, 8);
        QCOMPARE(found[0].scoreEvidence.at("decisionPower"), std::string("It's my call."));
        QCOMPARE(found[0].trustSignals, 1);
        QVERIFY(!found[0].influenceLevel);
        QCOMPARE(*found[1].relationshipStrength, 7);
        QCOMPARE(found[1].rolesReason, std::string("I'll push for this."));
        QCOMPARE(found[1].trustSignals, 1);
    }

    void quotesStandInTheText()
    {
        const std::string text
            = "Sch\xC3\xB6n! Wir brauchen bis Q3 eine L\xC3\xB6sung; das Budget betr\xC3\xA4gt 80.000 \xE2\x82\xAC. "
            + std::string(2000, 'x') + " we need it.";
        const auto found = detect(text);
        for (const auto& quotes : {found.painPoints, found.budgetSignals})
            for (const auto& quote : quotes)
                QVERIFY(quote.size() <= 500 && text.find(quote) != std::string::npos);
    }

    void hostileTextIsReadInTime()
    {
        for (const auto& piece : {std::string("send "), std::string("not "), std::string("Q3 "), std::string("1.1."),
                 std::string("we need "), std::string("(\xF0\x9F\x98\x80")}) {
            std::string text;
            while (text.size() < 200'000)
                text += piece;
            QVERIFY(detect(text).dealPotentialConfidence <= 0.95);
        }
    }
};

QTEST_APPLESS_MAIN(LocalReadingTest)
#include "local_reading_test.moc"
