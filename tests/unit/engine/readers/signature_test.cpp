// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/text.hpp"
#include "core/engine/import/readers/signature.hpp"

#include <QtTest>
#include <ctime>

using namespace agentarmy;
using namespace agentarmy::readers;

static qint64 workMs(std::clock_t begin) { return (std::clock() - begin) * 1000 / CLOCKS_PER_SEC; }

class SignatureTest : public QObject {
    Q_OBJECT

    static QString shown(const SignatureInfo& info)
    {
        return QString::fromStdString(info.title + " / " + info.company + " / " + join(info.phones, ", "));
    }

private Q_SLOTS:
    void readsTitleCompanyAndPhones_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        QTest::addColumn<QString>("rest");
        const auto row = [](const char* tag, const char* text, const char* read, const char* rest) {
            QTest::newRow(tag) << QString::fromUtf8(text) << QString::fromUtf8(read) << QString::fromUtf8(rest);
        };
        row("delimiter",
            "Hello,\n\nit works.\n\nBest\nJonas\n\n-- \nJonas Brandt\nHead of Operations, Nordwind Logistics\n+49 30 "
            "23125 954\n",
            "Head of Operations / Nordwind Logistics / +49 30 23125 954", "Hello,\n\nit works.\n\nBest\nJonas");
        row("no delimiter",
            "It works.\n\nKind regards\n\nJonas Brandt\nHead of Operations\nNordwind Logistics GmbH\nTel.: 030 / "
            "23125-954\nFax: 030 / 23125-999\nwww.nordwind-logistics.example",
            "Head of Operations / Nordwind Logistics GmbH / 030 / 23125-954", "It works.\n\nKind regards");
        row("bars",
            "Yes.\n\nJonas Brandt | Head of Operations | Nordwind Logistics\nT +49 30 1234567 | M +49 170 1234567",
            "Head of Operations / Nordwind Logistics / +49 30 1234567, +49 170 1234567", "Yes.");
        row("title at company", "Yes.\n\nJonas Brandt\nCFO at Nordwind\njonas@nordwind.example", "CFO / Nordwind / ",
            "Yes.");
        row("German",
            "Passt.\n\nMit freundlichen Gr\u00FC\u00DF\u0065n\n\nJonas "
            "Brandt\nGesch\u00E4\u0066tsf\u00FChrer\n\nNordwind Logistik AG\nHafenstr. 12, 20457 Hamburg\nTelefon +49 "
            "40 123 456 78\n\n"
            "Amtsgericht Hamburg HRB 123456, USt-ID DE123456789",
            "Gesch\u00E4\u0066tsf\u00FChrer / Nordwind Logistik AG / +49 40 123 456 78",
            "Passt.\n\nMit freundlichen Gr\u00FC\u00DF\u0065n");
        row("title of two parts", "Ok.\n\nJonas Brandt\nVP, Operations\n+1 (555) 123-4567",
            "VP, Operations /  / +1 (555) 123-4567", "Ok.");
        row("first name and contacts", "Ok.\n\nJonas\nHead of Operations\n+49 30 23125 954",
            "Head of Operations /  / +49 30 23125 954", "Ok.");
        row("reversed name", "Ok.\n\nBrandt, Jonas\nEngineer\n", "Engineer /  / ", "Ok.");
        row("device", "Ok, fine.\n\nSent from my iPhone", " /  / ", "Ok, fine.");
        row("no signature", "Hello Lena,\n\nthe number is 0800 123456 for the gate.\n\nBest\nJonas", " /  / ",
            "Hello Lena,\n\nthe number is 0800 123456 for the gate.\n\nBest\nJonas");
        row("name in prose",
            "Please ask our CFO.\nJonas Brandt\nwill be there at ten and he is the manager who decides on everything "
            "that we have spoken about since the last meeting in the big hall.",
            " /  / ",
            "Please ask our CFO.\nJonas Brandt\nwill be there at ten and he is the manager who decides on everything "
            "that we have spoken about since the last meeting in the big hall.");
        row("numbers that are no phones", "Ok.\n\n-- \nJonas Brandt\nOrder 2026-04-03 / 12345678\nHRB 1234567",
            " /  / ", "Ok.");
        row("empty", "", " /  / ", "");
    }
    void readsTitleCompanyAndPhones()
    {
        QFETCH(QString, text);
        QFETCH(QString, read);
        QFETCH(QString, rest);
        const auto source = text.toStdString();
        QCOMPARE(shown(readSignature(source, "Jonas Brandt", "jonas.brandt@nordwind-logistics.example")), read);
        QCOMPARE(QString::fromStdString(
                     std::string(withoutSignature(source, "Jonas Brandt", "jonas.brandt@nordwind-logistics.example"))),
            rest);
    }
    void theAddressStandsInForAMissingName()
    {
        const auto info
            = readSignature("Ok.\n\nJonas Brandt\nPlant Manager\n+49 30 23125 954", "", "jonas.brandt@x.example");
        QCOMPARE(info.title, "Plant Manager");
    }
    void aLongTextIsReadFromItsEndOnly()
    {
        std::string text;
        for (int i = 0; i < 200000; ++i)
            text += "Jonas Brandt\nManager\n";
        const auto begin = std::clock(); // work, not waiting for other programs
        (void)readSignature(text, "Jonas Brandt");
        QVERIFY(workMs(begin) < 1000);
    }
};

QTEST_APPLESS_MAIN(SignatureTest)
#include "signature_test.moc"
