// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/csv_reader.hpp"

#include <QtTest>
#include <ctime>
#include <sstream>

using namespace agentarmy;
using namespace agentarmy::readers;

static qint64 workMs(std::clock_t begin) { return (std::clock() - begin) * 1000 / CLOCKS_PER_SEC; }

class CsvReaderTest : public QObject {
    Q_OBJECT

    struct Table {
        std::string error;
        CsvShape shape;
        std::vector<CsvRow> rows;
    };
    static Table read(std::string text, CsvLimits limits = {})
    {
        std::istringstream in(std::move(text));
        auto reader = CsvReader::open(in, limits);
        if (!reader)
            return {reader.error().code, {}, {}};
        Table table {{}, reader->shape(), {}};
        while (auto row = reader->next())
            table.rows.push_back(std::move(*row));
        return table;
    }
    using Cells = std::vector<std::string>;
    static std::string wide(const std::string& ascii, bool little)
    {
        std::string out = little ? "\xFF\xFE" : "\xFE\xFF";
        for (const char c : ascii) {
            if (!little)
                out += '\0';
            out += c;
            if (little)
                out += '\0';
        }
        return out;
    }

private Q_SLOTS:
    void readsQuotesNewlinesAndDoubledQuotes()
    {
        const auto table = read("Name,Note\r\n\"Doe, John\",\"said \"\"hi\"\"\r\nand left\"\r\nJane,x\r\n");
        QCOMPARE(table.shape.headers, (Cells {"Name", "Note"}));
        QCOMPARE(table.rows.size(), 2U);
        QCOMPARE(table.rows[0].cells, (Cells {"Doe, John", "said \"hi\"\nand left"}));
        QCOMPARE(table.rows[0].line, 2U);
        QCOMPARE(table.rows[1].line, 4U);
    }
    void sniffsTheSeparator_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<char>("separator");
        QTest::newRow("comma") << "a,b\n1,2\n" << ',';
        QTest::newRow("semicolon with decimal commas") << "a;b;c\n1,5;2,5;x\n1,5;2,5;y\n" << ';';
        QTest::newRow("tab") << "a\tb\n1,1\t2\n" << '\t';
        QTest::newRow("bar") << "a|b|c\n1|2|3\n" << '|';
        QTest::newRow("said") << "sep=|\na;x|b\n1|2\n" << '|';
        QTest::newRow("quoted separators do not count") << "\"a;b;c;d\",e\n1,2\n" << ',';
    }
    void sniffsTheSeparator()
    {
        QFETCH(QString, text);
        QFETCH(char, separator);
        QCOMPARE(read(text.toStdString()).shape.separator, separator);
    }
    void encodings()
    {
        QCOMPARE(read("\xEF\xBB\xBFName,Ort\nJ\xC3\xB6rg,x\n").shape.headers[0], "Name");
        QCOMPARE(read("Name,Ort\nJ\xF6rg,M\xFCnchen\n").rows[0].cells, (Cells {"J\xC3\xB6rg", "M\xC3\xBCnchen"}));
        QCOMPARE(read("Name,Ort\nJ\xF6rg,x\n").shape.encoding, CsvEncoding::windows1252);
        for (const bool little : {true, false}) {
            const auto table = read(wide("Name\tOrt\r\nJane\tRom\r\n", little));
            QCOMPARE(table.shape.headers, (Cells {"Name", "Ort"}));
            QCOMPARE(table.rows[0].cells, (Cells {"Jane", "Rom"}));
        }
        QCOMPARE(read(wide("a,b\n1,2\n", true).substr(2)).rows[0].cells, (Cells {"1", "2"}));
    }
    void raggedRowsAreKeptAndReported()
    {
        const auto table = read("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n");
        QCOMPARE(table.rows[0].cells, (Cells {"1", "2", ""}));
        QCOMPARE(table.rows[0].problem, "has 2 cells instead of 3");
        QCOMPARE(table.rows[1].problem, "has 4 cells instead of 3");
        QCOMPARE(table.rows[2].problem, "");
    }
    void blankLinesAndOldLineEndsArePassedOver()
    {
        const auto table = read("a,b\r\r1,2\r,\r3,4");
        QCOMPARE(table.rows.size(), 2U);
        QCOMPARE(table.rows[1].line, 5U);
    }
    void doubleAndEmptyHeadersGetNames()
    {
        QCOMPARE(
            read("Name,,name, Name \n1,2,3,4\n").shape.headers, (Cells {"Name", "Column 2", "name (2)", "Name (3)"}));
    }
    void aTitleAboveTheTableIsPassedOver()
    {
        const auto table = read("Report of 3 March\n\nName,Stage,Amount\nA,Won,1\nB,Lost,2\n");
        QCOMPARE(table.shape.headers, (Cells {"Name", "Stage", "Amount"}));
        QCOMPARE(table.shape.headerLine, 3U);
        QCOMPARE(table.rows.size(), 2U);
    }
    void aQuoteThatIsNeverClosedCostsOnlyItsRow()
    {
        const auto table = read("a,b\n\"1,2\n3,4\n5,6\n");
        QCOMPARE(table.rows.size(), 3U);
        QCOMPARE(table.rows[0].cells, (Cells {"\"1", "2"}));
        QVERIFY(table.rows[0].problem.find("never closed") != std::string::npos);
        QCOMPARE(table.rows[2].cells, (Cells {"5", "6"}));
    }
    void quotesWithinACellAreItsText()
    {
        const auto table = read("a,b\n\"the \"best\" one\",2\n5\" pipe,3\n");
        QCOMPARE(table.rows[0].cells, (Cells {"the \"best\" one", "2"}));
        QCOMPARE(table.rows[1].cells, (Cells {"5\" pipe", "3"}));
    }
    void aStrayQuoteDoesNotSwallowTheNextRows()
    {
        const auto table = read("a,b\n\"x,1\ny,\"z\" w\n\"q\",2\n");
        QCOMPARE(table.rows.size(), 3U);
        QCOMPARE(table.rows[2].cells, (Cells {"q", "2"}));
    }
    void endlessCellsAndRowsAreCut()
    {
        const auto table = read(
            "a,b\n" + std::string(3000, 'x') + ",1\nok,2\n", {.cellBytes = 1000, .rowBytes = 5000, .columns = 10});
        QCOMPARE(table.rows[0].cells[0].size(), 1000U);
        QVERIFY(!table.rows[0].problem.empty());
        QCOMPARE(table.rows[1].cells, (Cells {"ok", "2"}));
        std::string many = "a,b\n";
        for (int i = 0; i < 100; ++i)
            many += "x,";
        QVERIFY(!read(many + "\nok,2\n", {.cellBytes = 1000, .rowBytes = 5000, .columns = 10}).rows[0].problem.empty());
    }
    void manyBrokenQuotesStayLinear()
    {
        std::string text = "a,b\n";
        for (int i = 0; i < 200000; ++i)
            text += "\"x,1\n";
        const auto begin = std::clock(); // work, not waiting for other programs
        const auto table = read(std::move(text));
        QCOMPARE(table.rows.size(), 200000U);
        QVERIFY2(workMs(begin) < 20000, "reading ahead for each broken quote");
    }
    void whatIsNoTableIsAnError()
    {
        QCOMPARE(read("").error, "not_a_table");
        QCOMPARE(read("\n\n \n").error, "not_a_table");
    }
};

QTEST_APPLESS_MAIN(CsvReaderTest)
#include "csv_reader_test.moc"
