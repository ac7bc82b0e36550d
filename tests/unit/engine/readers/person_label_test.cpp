// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/person_label.hpp"

#include <QtTest>

using namespace agentarmy::readers;

class PersonLabelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhoIsMeant_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("person"); // name|address|company
        const auto row = [](const char* label, const char* person) {
            QTest::newRow(label) << QString::fromUtf8(label) << QString::fromUtf8(person);
        };
        row("Jonas Brandt", "Jonas Brandt||");
        row("  Jonas   Brandt ", "Jonas Brandt||");
        row("Jonas@Nordwind.example", "|jonas@nordwind.example|");
        row("mailto:jonas@nordwind.example", "|jonas@nordwind.example|");
        row("Jonas Brandt <jonas@nordwind.example>", "Jonas Brandt|jonas@nordwind.example|");
        row("Jonas Brandt (jonas@nordwind.example)", "Jonas Brandt|jonas@nordwind.example|");
        row("\"Brandt, Jonas\" <jonas@nordwind.example>", "Jonas Brandt|jonas@nordwind.example|");
        row("Brandt, Jonas", "Jonas Brandt||");
        row("Brandt, Jonas (Nordwind)", "Jonas Brandt||Nordwind");
        row("Jonas Brandt (Nordwind GmbH & Co. KG)", "Jonas Brandt||Nordwind GmbH & Co. KG");
        row("Jonas Brandt | Nordwind", "Jonas Brandt||Nordwind");
        row("Jonas Brandt (Guest)", "Jonas Brandt||");
        row("Kim Lee (she/her)", "Kim Lee||");
        row("M\u00FCller-L\u00FCdenscheidt, Anna Maria", "Anna Maria M\u00FCller-L\u00FCdenscheidt||");
        row("Jonas Brandt, PhD", "Jonas Brandt, PhD||");
        row("Acme, Inc.", "Acme, Inc.||");
        row("Sales, Marketing, Support", "Sales, Marketing, Support||");
        row("Speaker 1", "Speaker 1||");
        row("(Sales) Kim", "(Sales) Kim||");
        row("@jonas", "@jonas||");
        row("Unknown", "Unknown||");
        row("", "||");
        row("(((", "(((||");
        row("<>", "<>||");
    }
    void readsWhoIsMeant()
    {
        QFETCH(QString, label);
        QFETCH(QString, person);
        const auto read = readPersonLabel(label.toStdString());
        QCOMPARE(QString::fromStdString(read.name + '|' + read.address + '|' + read.company), person);
    }
};

QTEST_APPLESS_MAIN(PersonLabelTest)
#include "person_label_test.moc"
