// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/text/amount.hpp"
#include "core/rules/text/quote.hpp"
#include "core/rules/text/web_address.hpp"

#include <QElapsedTimer>
#include <QTest>

using namespace agentarmy;

class TextScanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsSentences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("two") << "We need it. Now!" << QStringList {"We need it.", "Now!"};
        QTest::newRow("abbreviation") << "Ask Dr. Braun, e.g. today. Thanks."
                                      << QStringList {"Ask Dr. Braun, e.g. today.", "Thanks."};
        QTest::newRow("ordinal") << "Ab dem 3. Oktober geht es los. Gut."
                                 << QStringList {"Ab dem 3. Oktober geht es los.", "Gut."};
        QTest::newRow("number") << "It costs 1.5 m. Really." << QStringList {"It costs 1.5 m.", "Really."};
        QTest::newRow("lower case") << "no budget. we wait" << QStringList {"no budget.", "we wait"};
        QTest::newRow("pause") << "Well... we wait" << QStringList {"Well... we wait"};
        QTest::newRow("paragraph") << "Dear Kim,\n\nhello there" << QStringList {"Dear Kim,", "hello there"};
        QTest::newRow("wrapped") << "this is a line that was wrapped by a mail program\nand goes on here."
                                 << QStringList {
                                        "this is a line that was wrapped by a mail program\nand goes on here."};
        QTest::newRow("list") << "We want:\n- speed\n- price" << QStringList {"We want:", "- speed", "- price"};
        QTest::newRow("quote") << "He said \"yes.\" Then he left." << QStringList {"He said \"yes.\"", "Then he left."};
    }
    void cutsSentences()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        const auto source = text.toStdString();
        QStringList found;
        for (const auto& range : text::sentences(source))
            found << QString::fromStdString(std::string(range.in(source)));
        QCOMPARE(found, expected);
    }
    void readsAmounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("range");
        QTest::addColumn<qint64>("minor");
        QTest::newRow("EUR 80k") << "budget is EUR 80k and"
                                 << "EUR 80k" << qint64(8'000'000);
        QTest::newRow("german") << "dafür 80.000 € netto"
                                << "80.000 \xE2\x82\xAC" << qint64(8'000'000);
        QTest::newRow("million") << "about $1.2m per"
                                 << "$1.2m" << qint64(120'000'000);
        QTest::newRow("swiss") << "CHF 30'000 liegen"
                               << "CHF 30'000" << qint64(3'000'000);
        QTest::newRow("words") << "eighty thousand euros"
                               << "eighty thousand euros" << qint64(8'000'000);
        QTest::newRow("german words") << "fünfundzwanzigtausend Euro"
                                      << "fünfundzwanzigtausend Euro" << qint64(2'500'000);
        QTest::newRow("span") << "between 90 and 110 thousand euros"
                              << "90 and 110 thousand euros" << qint64(11'000'000);
        QTest::newRow("dash") << "150-200k"
                              << "150-200k" << qint64(20'000'000);
        QTest::newRow("half") << "half a million"
                              << "half a million" << qint64(50'000'000);
        QTest::newRow("point") << "two point four million"
                               << "two point four million" << qint64(240'000'000);
        QTest::newRow("comma") << "1,6 million kroner"
                               << "1,6 million kroner" << qint64(160'000'000);
        QTest::newRow("grand") << "30 grand"
                               << "30 grand" << qint64(3'000'000);
        QTest::newRow("percent") << "we lose 30 percent"
                                 << "" << qint64(0);
        QTest::newRow("users") << "10k users"
                               << "" << qint64(0);
        QTest::newRow("plain") << "12 sites in 2026"
                               << "" << qint64(0);
    }
    void readsAmounts()
    {
        QFETCH(QString, text);
        QFETCH(QString, range);
        QFETCH(qint64, minor);
        const auto source = text.toStdString();
        const auto found = text::amounts(source);
        QCOMPARE(found.empty(), range.isEmpty());
        if (found.empty())
            return;
        QCOMPARE(QString::fromStdString(std::string(found[0].range.in(source))), range);
        QCOMPARE(qint64(found[0].money("EUR")->amountMinor), minor);
    }
    void webAddressesAreNotRead_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("blanked");
        const auto row = [](const char* source, const char* blanked) {
            QTest::newRow(source) << QByteArray(source) << QByteArray(blanked);
        };
        row("no link here", "");
        row("see https://x.example/a-b?c=d, then", "see                          , then");
        row("WWW.X.EXAMPLE. Next", "             . Next");
        row("(http://x.example)", "(                )");
        row("<https://x.example/budget is>", "<                         is>");
        row("awww.no and http: //x", "");
        row("https://", "        ");
    }
    void webAddressesAreNotRead()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, blanked);
        const auto found = text::withoutWebAddresses(source.toStdString());
        QCOMPARE(QByteArray::fromStdString(found.value_or("")), blanked);
        QVERIFY(!found || found->size() == std::size_t(source.size()));
    }
    void hostileTextCostsNoMoreThanItsLength()
    {
        const std::string_view bits[] = {"(", "\"", ".", "a.", "https://", "www.", "1.", "\n", " > ", "we ", "if ",
            "1,000 ", "\xF0\x9F\xA6\x92", "\xFF", "'", "-"};
        for (const auto bit : bits) {
            std::string text;
            while (text.size() < 200'000)
                text += bit;
            QElapsedTimer timer;
            timer.start();
            (void)text::sentences(text);
            (void)text::words(text);
            (void)text::withoutWebAddresses(text);
            (void)text::amounts(text);
            (void)text::findQuote(text, "not there");
            QVERIFY2(timer.elapsed() < 20'000, std::string(bit).c_str());
        }
    }
};
QTEST_APPLESS_MAIN(TextScanTest)
#include "text_scan_test.moc"
