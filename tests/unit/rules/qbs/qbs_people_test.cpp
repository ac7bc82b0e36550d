// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/expansion.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::qbs;

namespace {
Timestamp hour(int n) { return Timestamp(std::chrono::hours(n)); }
ExpansionTrigger person(
    std::string name, ExpansionStatus status = ExpansionStatus::detected, std::optional<Timestamp> at = {})
{
    ExpansionTrigger trigger;
    trigger.mentionedNameOrRole = std::move(name);
    trigger.status = status;
    trigger.lastMentionedAt = at;
    return trigger;
}
std::string namesOf(const std::vector<ExpansionTrigger>& triggers)
{
    std::string names;
    for (const auto& trigger : triggers)
        names += (names.empty() ? "" : " | ") + trigger.mentionedNameOrRole;
    return names;
}
}

class QbsPeopleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void urgencyWaitsForTrust()
    {
        using enum Urgency;
        QCOMPARE(adjustUrgency(immediate, 2, EngagementSignal::factual), nextConversation);
        QCOMPARE(adjustUrgency(immediate, 3, EngagementSignal::factual), immediate);
        QCOMPARE(adjustUrgency(nextConversation, 0, EngagementSignal::highEnergy), nextConversation);
        QCOMPARE(adjustUrgency(afterTrustBuilds, 0, EngagementSignal::factual), afterTrustBuilds);
        QCOMPARE(adjustUrgency(immediate, 7, EngagementSignal::resistant), afterTrustBuilds);
        QCOMPARE(adjustUrgency(nextConversation, 1, EngagementSignal::resistant), afterTrustBuilds);
    }

    void repeatsAreCounted()
    {
        auto incoming = person("the cfo");
        incoming.contextQuote = "the cfo asked again";
        auto stored = person("our CFO", ExpansionStatus::introduced);
        stored.contextQuote = "our CFO decides";
        const auto merged
            = mergeExpansion({stored}, {incoming, person("Nadia from legal"), person("Nadia from legal")}, {}, hour(5));
        QCOMPARE(namesOf(merged), std::string("our CFO | Nadia from legal"));
        QCOMPARE(merged[0].mentionCount, 2);
        QCOMPARE(merged[0].contextQuote, std::string("the cfo asked again"));
        QCOMPARE(merged[0].status, ExpansionStatus::introduced);
        QCOMPARE(merged[0].lastMentionedAt.value_or(hour(0)), hour(5));
        QCOMPARE(merged[1].mentionCount, 2);
    }
    void knownPeopleAreNoTriggers()
    {
        const std::vector<std::string> known {"Omar Haddad", "Nadia", "Head of Finance", "Jana Weber"};
        const auto merged = mergeExpansion({},
            {person("Omar"), person("omar haddad"), person("Nadia from legal"), person("our head of finance"),
                person("Frau Weber aus dem Einkauf"), person("Omar Khan"), person("our head of legal"), person(" ")},
            known, hour(1));
        QCOMPARE(namesOf(merged), std::string("Omar Khan | our head of legal"));
        QVERIFY(!isKnownPerson("our CFO", {"", "Carla Franke Orth"}));
    }
    void twentyStay()
    {
        std::vector<ExpansionTrigger> stored;
        for (int i = 0; i < 18; ++i)
            stored.push_back(person("stored " + std::to_string(i), ExpansionStatus::detected, hour(i)));
        const std::vector<ExpansionTrigger> incoming {person("a"), person("b"), person("c"), person("d")};
        const auto merged = mergeExpansion(stored, incoming, {}, hour(50));
        QCOMPARE(int(merged.size()), 20);
        QCOMPARE(merged.front().mentionedNameOrRole, std::string("stored 2"));
        QCOMPARE(merged.back().mentionedNameOrRole, std::string("d"));

        stored[9].status = ExpansionStatus::contacted;
        stored[12].status = ExpansionStatus::dismissed;
        const auto finished = namesOf(mergeExpansion(stored, incoming, {}, hour(50)));
        QVERIFY(finished.find("stored 9 ") == std::string::npos);
        QVERIFY(finished.find("stored 12") == std::string::npos);
        QVERIFY(finished.starts_with("stored 0 "));

        stored[9].status = stored[12].status = ExpansionStatus::detected;
        stored[5].lastMentionedAt.reset(); // unknown times leave first
        stored[7].lastMentionedAt.reset();
        const auto unknown = namesOf(mergeExpansion(stored, incoming, {}, hour(50)));
        QVERIFY(unknown.find("stored 5") == std::string::npos && unknown.find("stored 7") == std::string::npos);
    }

    void findsPeople_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };
        row("Thanks. My boss wants to see it first.", "My boss: direct manager");
        row("my line manager agrees", "my line manager: direct manager");
        row("My lead time is two weeks.", "");
        row("our CFO hates the delays", "our CFO: executive");
        row("I asked the VP of Sales and our head of IT security.",
            "the VP of Sales: executive, our head of IT security: executive");
        row("The Director of Finance signs.", "The Director of Finance: executive");
        row("the chief technology officer decides", "the chief technology officer: executive");
        row("A CFO is expensive.", "");
        row("The legal team and the IT department review it.",
            "legal team: other department, IT department: other department");
        row("Move it team by team.", "");
        row("Nadia from legal will join, so will Omar Haddad in the finance department.",
            "Nadia from legal: peer in legal, Omar Haddad in the finance department: peer in finance");
        row("Ask Nadia from legal.", "Nadia from legal: peer in legal");
        row("People from finance and someone from HR said no.", "");
        row("We use Excel in finance and SAP in operations.", "");
        row("The team likes it and someone asked.", "");
        row("Our CFO and the CFO are the same.", "Our CFO: executive");
        row("our CFO’s budget", "our CFO: executive");
        row("Unser Geschäftsführer und Frau Weber aus dem Einkauf wollen es sehen.",
            "Unser Geschäftsführer: executive, Frau Weber aus dem Einkauf: peer in Einkauf");
        row("Mein Chef fragt, die Rechtsabteilung und die IT-Abteilung auch.",
            "Mein Chef: direct manager, Rechtsabteilung: other department, IT-Abteilung: other department");
        row("Zahlen aus dem Einkauf fehlen.", "");
        row("Die Leiterin des Einkaufs ist dafür.", "Die Leiterin des Einkaufs: executive");
        row("", "");
    }
    void findsPeople()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QString found;
        for (const auto& trigger : localExpansion(text.toStdString())) {
            found += (found.isEmpty() ? "" : ", ") + QString::fromStdString(trigger.mentionedNameOrRole) + ": "
                + QString::fromStdString(trigger.relationshipToContact);
            QVERIFY(text.contains(QString::fromStdString(trigger.contextQuote)));
        }
        QCOMPARE(found, expected);
    }
    void saysHowAndWhen()
    {
        const auto calm = localExpansion("We talked. Our CFO saw it last week already.");
        QCOMPARE(calm[0].contextQuote, std::string("Our CFO saw it last week already."));
        QCOMPARE(calm[0].expansionApproach, std::string("How does your CFO experience this?"));
        QCOMPARE(calm[0].urgency, Urgency::nextConversation);
        QCOMPARE(calm[0].status, ExpansionStatus::detected);
        QCOMPARE(localExpansion("I am exhausted and the legal team is too.")[0].urgency, Urgency::immediate);
        QCOMPARE(localExpansion("Meine Chefin ist dagegen, das sagt sie seit Wochen.")[0].expansionApproach,
            std::string("Wie erlebt Ihre Chefin das?"));
    }
    void leavesOutKnownPeople()
    {
        QVERIFY(localExpansion("Our CFO and Nadia from legal asked.", {"CFO", "Nadia Berg"}).empty());
    }
    void aQuoteThatIsNotThereIsDropped()
    {
        auto real = person("our CFO");
        real.contextQuote = "our  CFO hates it";
        auto made = person("our CTO");
        made.contextQuote = "our CTO loves it";
        QCOMPARE(namesOf(acceptTriggers("Well, our CFO hates it.", {real, made, person("no quote")})),
            std::string("our CFO"));
    }
    void someRolesNameOnePerson()
    {
        for (const char* title :
            {"CFO", "Head of Finance", "VP Sales", "Geschäftsführerin", "Chief Technology Officer"})
            QVERIFY2(isUniqueRole(title), title);
        for (const char* title : {"Manager", "Developer", "Assistant to the CEO", ""})
            QVERIFY2(!isUniqueRole(title), title);
    }
    void hugeTextsAreBounded()
    {
        std::string text;
        for (int i = 0; i < 4000; ++i)
            text += "Nadia" + std::to_string(i) + " from legal. ";
        QVERIFY(localExpansion(text).size() <= 20);
    }
};

QTEST_APPLESS_MAIN(QbsPeopleTest)
#include "qbs_people_test.moc"
