// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/stage_names.hpp"

#include <QtTest>

using namespace agentarmy;
using namespace agentarmy::readers;

class StageNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesOfUsualSystems_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("stage");
        const auto row = [](const char* name, const char* stage) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(stage);
        };
        row("Won", "closed_won");
        row("Lost", "closed_lost");
        row("Engaging", "discovery");
        row("Prospecting", "prospecting");
        row("Closed Won", "closed_won");
        row("closed_lost", "closed_lost");
        row("closedwon", "closed_won");
        row("Proposal/Price Quote", "evaluation");
        row("Needs Analysis", "discovery");
        row("Value Proposition", "evaluation");
        row("Id. Decision Makers", "qualification");
        row("Perception Analysis", "evaluation");
        row("Negotiation/Review", "negotiation");
        row("appointmentscheduled", "discovery");
        row("Qualified To Buy", "qualification");
        row("presentationscheduled", "evaluation");
        row("Decision Maker Bought-In", "evaluation");
        row("Contract Sent", "negotiation");
        row("Lead In", "prospecting");
        row("Contact Made", "prospecting");
        row("Demo Scheduled", "discovery");
        row("Negotiations Started", "negotiation");
        row("1-Qualify", "qualification");
        row("2-Develop", "qualification");
        row("3-Propose", "evaluation");
        row("4-Close", "negotiation");
        row("Negotiation (60%)", "negotiation");
        row("Stage 3 - Proposal", "evaluation");
        row("Angebot", "evaluation");
        row("Verhandlung", "negotiation");
        row("Gewonnen", "closed_won");
        row("Verloren", "closed_lost");
        row("Erstgespr\u00E4ch", "discovery");
        row("Zur\u00FCckgestellt", "stalled");
        row("On Hold", "stalled");
        row("EVALUATION", "evaluation");
    }
    void namesOfUsualSystems()
    {
        QFETCH(QString, name);
        QFETCH(QString, stage);
        const auto found = stageFromName(name.toStdString());
        QCOMPARE(QString::fromStdString(std::string(found ? enumText(*found) : "none")), stage);
    }
    void anUnknownNameIsLeftToThePerson()
    {
        for (const auto* name : {"", "   ", "42", "Blue", "Phase 3", "Closed", "Marketing"})
            QVERIFY2(!stageFromName(name), name);
    }

    void namesOfTheirOwnByPartsAndWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("stage");
        const auto row = [](const char* name, const char* stage) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(stage);
        };
        row("Won", "closed_won");
        row("Closed Lost - Price", "closed_lost");
        row("Lost (no budget)", "closed_lost");
        row("Verbal commit", "negotiation");
        row("Awaiting signed contract", "negotiation");
        row("Contract out for signature", "negotiation");
        row("Demo completed", "evaluation");
        row("Discovery call booked", "discovery");
        row("Auftrag erhalten", "closed_won");
        row("Auftragskl\u00E4rung", "none");
        row("Erstgespr\u00E4\u0063h gef\u00FChrt", "discovery");
        row("Technical fit", "evaluation");
        row("3-Vorschlagen", "evaluation");
        row("4-Abschlie\u00DF\u0065n", "negotiation");
        row("Kalt", "prospecting");
        row("Closed", "none");
        row("Geschlossen", "none");
        row("Not won", "none");
        row("Kein Bedarf", "none");
        row("Zebra phase", "none");
        row("Wonderland", "none");
        row("", "none");
    }
    void namesOfTheirOwnByPartsAndWords()
    {
        QFETCH(QString, name);
        QFETCH(QString, stage);
        const auto read = stageFromWords(name.toStdString());
        QCOMPARE(read ? QString::fromUtf8(enumText(*read).data()) : QStringLiteral("none"), stage);
    }
};

QTEST_APPLESS_MAIN(StageNamesTest)
#include "stage_names_test.moc"
