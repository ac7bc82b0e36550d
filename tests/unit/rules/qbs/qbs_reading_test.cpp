// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/cues.hpp"
#include "core/rules/qbs/depth.hpp"
#include "core/rules/qbs/engagement.hpp"
#include "core/rules/qbs/pain_topics.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::qbs;

namespace {
std::string repeated(std::string_view word, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i)
        text += (i ? " " : "") + std::string(word);
    return text;
}
}

class QbsReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void engagement_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };
        row("By the way, how did your migration go?", "topic_shift");
        row("It runs on two servers in Lyon today.", "factual");
        row("On another note, which regions do you host in?", "topic_shift");
        row("I'd rather not go into our numbers here.", "resistant");
        row("We can’t share that with vendors, sorry.", "resistant");
        row("We cannot share that with vendors, sorry.", "resistant");
        row("Why do you need to know all of this?", "resistant");
        row("Please just send me the brochure, thank you.", "resistant");
        row("Thanks, but we are not interested at all.", "resistant");
        row("We are exhausted by the month end, by the way.", "emotional_language");
        row("The frustration in the team is getting worse.", "emotional_language");
        row("This whole rollout keeps me up at night.", "emotional_language");
        row("We are not worried about the migration at all.", "factual");
        row("That part of the tool was excitedly named.", "factual");
        row("Sounds good", "resistant");
        row("Yes, next week works.", "resistant");
        row("Yes, next week works fine.", "factual");
        row("\xF0\x9F\x91\x8D", "resistant");
        row("", "factual");
        row("  \n ", "factual");
        row("Darüber möchte ich lieber nicht sprechen, wenn es recht ist.", "resistant");
        row("Schicken Sie mir einfach das Angebot per Mail.", "resistant");
        row("Ehrlich gesagt sind wir alle erschöpft und gestresst davon.", "emotional_language");
        row("Ich mache mir Sorgen um die Termine im Herbst.", "emotional_language");
        row("Wir sorgen dafür, dass es bis Montag fertig ist.", "factual");
        row("Übrigens, wie lief eigentlich Ihre Umstellung im Mai?", "topic_shift");
        row("Das läuft heute auf zwei Servern in Köln.", "factual");
    }
    void engagement()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromUtf8(enumText(detectEngagement(text.toStdString())).data()), expected);
    }
    void lengthIsEnergy()
    {
        QCOMPARE(detectEngagement(repeated("word", 60)), EngagementSignal::highEnergy);
        QCOMPARE(detectEngagement(repeated("word", 59)), EngagementSignal::factual);
        QCOMPARE(detectEngagement(repeated("word", 25) + "?"), EngagementSignal::highEnergy);
        QCOMPARE(detectEngagement(repeated("word", 24) + "?"), EngagementSignal::factual);
        QCOMPARE(detectEngagement(repeated("word", 24) + " 12"), EngagementSignal::highEnergy);
        QCOMPARE(detectEngagement(repeated("word", 24) + " twelve"), EngagementSignal::highEnergy);
        QCOMPARE(detectEngagement(repeated("word", 24) + " one"), EngagementSignal::factual);
        QCOMPARE(detectEngagement(repeated("word", 4)), EngagementSignal::resistant);
        QCOMPARE(detectEngagement(repeated("word", 5)), EngagementSignal::factual);
    }
    void onlyTheNewestPartOfALongTextIsRead()
    {
        const auto old = "We are exhausted. " + repeated("Plain words follow here.", 1200);
        QVERIFY(old.size() > maxAnalysedChars);
        QCOMPARE(detectEngagement(old), EngagementSignal::highEnergy);
        QCOMPARE(assessDepth(old), PainDepth::notExplored);
        QCOMPARE(assessDepth(old + " We are exhausted."), PainDepth::emotional);
        QVERIFY(newestPart(old).size() <= maxAnalysedChars);
        QVERIFY(newestPart(old).starts_with("Plain words"));
        const auto umlauts = repeated("äöü", 10000); // 40,000 characters, no sentence to cut at
        QVERIFY(newestPart(umlauts).size() < umlauts.size());
        QCOMPARE(newestPart("short"), std::string_view("short"));
    }
    void deliveryFollowsEngagement()
    {
        using enum EngagementSignal;
        QCOMPARE(deliveryFor(highEnergy), VossDelivery::mirror);
        QCOMPARE(deliveryFor(emotionalLanguage), VossDelivery::label);
        QCOMPARE(deliveryFor(factual), VossDelivery::calibratedQuestion);
        QCOMPARE(deliveryFor(resistant), VossDelivery::accusationAudit);
        QCOMPARE(deliveryFor(topicShift), VossDelivery::calibratedQuestion);
    }

    void depth_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };
        row("Each late file costs us 300 euros per week.", "business_impact");
        row("The exports are slow.", "surface");
        row("The delay costs us 12 hours every week.", "business_impact");
        row("We pay a penalty every month.", "business_impact");
        row("We lost twelve customers.", "business_impact");
        row("The licence costs money.", "not_explored");
        row("Our CFO hates the delays", "surface");
        row("I am frustrated with all of this.", "emotional");
        row("The users are frustrated.", "surface");
        row("My team is exhausted.", "emotional");
        row("Our CFO is worried.", "not_explored");
        row("It is killing us. The rest is fine.", "emotional");
        row("The system is fine. We are worried though.", "emotional");
        row("We have no delays at all.", "not_explored");
        row("We are not frustrated.", "not_explored");
        row("We can't afford the delays.", "surface");
        row("We don't want more errors.", "surface");
        row("No, the exports are slow.", "surface");
        row("Is your export slow?", "not_explored");
        row("Our exports are slow, can you help?", "surface");
        row("What does it cost per month?", "not_explored");
        row("We can't keep up with the tickets.", "surface");
        row("The terrorists and the Slovenians arrived.", "not_explored");
        row("Das kostet uns 20 Stunden pro Woche.", "business_impact");
        row("Die Exporte sind viel zu langsam.", "surface");
        row("Wir haben keine Verzögerungen.", "not_explored");
        row("Ich bin wirklich besorgt.", "emotional");
        row("Die Händische Prüfung dauert.", "surface");
        row("", "not_explored");
        row("12", "not_explored");
        row("価格が高すぎます。", "not_explored");
    }
    void depth()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromUtf8(enumText(assessDepth(text.toStdString())).data()), expected);
    }

    void claimedDepth_data()
    {
        QTest::addColumn<int>("claimed");
        QTest::addColumn<QStringList>("quotes");
        QTest::addColumn<int>("expected");
        const int none = int(PainDepth::notExplored);
        const int surface = int(PainDepth::surface);
        const int impact = int(PainDepth::businessImpact);
        const int emotional = int(PainDepth::emotional);
        QTest::newRow("nothing carries it") << emotional << QStringList {"The exports are slow."} << surface;
        QTest::newRow("a number is enough") << impact << QStringList {"We run 40 of them."} << impact;
        QTest::newRow("a delay is enough") << impact << QStringList {"There are delays."} << impact;
        QTest::newRow("slow is not") << impact << QStringList {"The exports are slow."} << surface;
        QTest::newRow("falls one level") << emotional << QStringList {"It costs us 300 a week."} << impact;
        QTest::newRow("emotion of others") << emotional << QStringList {"They are frustrated."} << emotional;
        QTest::newRow("weight in the first person")
            << emotional << QStringList {"I promised it to the board."} << emotional;
        QTest::newRow("weight of somebody else") << emotional << QStringList {"She is responsible."} << none;
        QTest::newRow("the best quote counts") << emotional << QStringList {"Hello.", "I am worried."} << emotional;
        QTest::newRow("surface needs no proof") << surface << QStringList {} << surface;
        QTest::newRow("no quotes, no depth") << emotional << QStringList {} << none;
        QTest::newRow("never raised") << none << QStringList {"I am worried."} << none;
    }
    void claimedDepth()
    {
        QFETCH(int, claimed);
        QFETCH(QStringList, quotes);
        QFETCH(int, expected);
        std::vector<std::string> texts;
        for (const auto& quote : quotes)
            texts.push_back(quote.toStdString());
        QCOMPARE(int(checkDepth(PainDepth(claimed), texts)), expected);
    }

    void topicNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };
        row("The exports are slow.", "slow exports");
        row("Our CFO hates the delays.", "delays");
        row("Each late file costs us 300 euros per week.", "late file");
        row("Month end close takes too long.", "month end close");
        row("We're struggling with the audit effort.", "audit effort");
        row("Delivery delays hurt us.", "delivery delays");
        row("We lose two customers each quarter.", "customers");
        row("I'm frustrated with the reporting every month.", "reporting");
        row("The SAP exports are slow.", "slow SAP exports");
        row("Die Verzögerungen in der Produktion nerven alle.", "Verzögerungen in der Produktion");
        row("Die manuelle Erfassung kostet uns 20 Stunden pro Woche.", "manuelle Erfassung");
        row("Ich mache mir Sorgen um die Lieferungen.", "Lieferungen");
        row("Slow.", "slow");
        row("Nine days, which is too long for the board.", "Nine days, which is too long for the board.");
        row("We can't keep up with tickets.", "tickets");
        row("Our CFO hates it.", "Our CFO hates it.");
    }
    void topicNames()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto mentions = painMentions(text.toStdString());
        QCOMPARE(int(mentions.size()), 1);
        QCOMPARE(QString::fromStdString(mentions[0].topic), expected);
    }
    void mentionsCarryImpactAndEmotion()
    {
        const auto mentions
            = painMentions("Hello. The delay costs us 12 hours every week. I am worried about the audit. "
                           "The weather is fine.");
        QCOMPARE(int(mentions.size()), 2);
        QCOMPARE(mentions[0].depth, PainDepth::businessImpact);
        QCOMPARE(mentions[0].businessImpact.value_or(""), std::string("The delay costs us 12 hours every week."));
        QCOMPARE(mentions[1].emotionalIndicator.value_or(""), std::string("worried"));
        QCOMPARE(mentions[1].evidence.value_or(""), std::string("I am worried about the audit."));
    }
    void otherReadingsCount()
    {
        const std::string text = "Everything ends up in spreadsheets. It is fine.";
        QVERIFY(painMentions(text).empty());
        const auto mentions = painMentions(text, {"everything ends up in  spreadsheets."});
        QCOMPARE(int(mentions.size()), 1);
        QCOMPARE(mentions[0].topic, std::string("Everything ends up in spreadsheets."));
        QCOMPARE(mentions[0].depth, PainDepth::surface);
    }
    void oneTextGivesAtMostTenTopics()
    {
        std::string text;
        for (int i = 0; i < 40; ++i)
            text += "The exports are slow. ";
        QCOMPARE(int(painMentions(text).size()), 10);
    }
};

QTEST_APPLESS_MAIN(QbsReadingTest)
#include "qbs_reading_test.moc"
