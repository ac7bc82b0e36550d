// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/amount.hpp"

#include <QtTest>

using namespace agentarmy;
using namespace agentarmy::readers;

class AmountTest : public QObject {
    Q_OBJECT

    static AmountColumn column(const std::vector<std::string_view>& values, std::string currency = "EUR")
    {
        return AmountColumn::decide(values, std::move(currency));
    }
    static QString read(const AmountColumn& column, std::string_view value, std::string_view cell = {})
    {
        const auto amount = column.read(value, cell);
        return amount ? QString::fromStdString(std::to_string(amount->money.amountMinor) + " " + amount->money.currency)
                      : QStringLiteral("none");
    }

private Q_SLOTS:
    void readsOneAmount_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("amount");
        const auto row = [](const char* value, const char* amount) {
            QTest::newRow(value) << QString::fromUtf8(value) << QString::fromLatin1(amount);
        };
        row("1054", "105400 EUR");
        row("1,234.50", "123450 EUR");
        row("1.234,50", "123450 EUR");
        row("1 234,50", "123450 EUR");
        row("1\u00A0234,50 \u20AC", "123450 EUR");
        row("1\u202F234\u202F567", "123456700 EUR");
        row("1'234.50", "123450 EUR");
        row("CHF 1\u2019234.50", "123450 CHF");
        row("12k", "1200000 EUR");
        row("12 k", "1200000 EUR");
        row("1.2m", "120000000 EUR");
        row("1,2 Mio. \u20AC", "120000000 EUR");
        row("3 Mio", "300000000 EUR");
        row("250 TEUR", "25000000 EUR");
        row("12kEUR", "1200000 EUR");
        row("1.5bn", "150000000000 EUR");
        row("$1,234", "123400 USD");
        row("US$ 5", "500 USD");
        row("\u00A3 99.99", "9999 GBP");
        row("EUR 78,000", "7800000 EUR");
        row("78000 eur", "7800000 EUR");
        row("-5", "-500 EUR");
        row("5-", "-500 EUR");
        row("(1,234.00)", "-123400 EUR");
        row("\u22125", "-500 EUR");
        row("1.000,-", "100000 EUR");
        row("0", "0 EUR");
        row("0.125", "13 EUR");
        row("12,34,567", "123456700 EUR");
        row("\u00A5 1200", "1200 JPY");
        row("1.2345 KWD", "1235 KWD");
        row("", "none");
        row("-", "none");
        row("n/a", "none");
        row("TBD", "none");
        row("12 apples", "none");
        row("12.34.5", "none");
        row("3 or 4", "none");
        row("99999999999999999999", "none");
    }
    void readsOneAmount()
    {
        QFETCH(QString, value);
        QFETCH(QString, amount);
        const auto text = value.toStdString();
        const auto decided = column({text});
        QCOMPARE(read(decided, text), amount);
    }
    void oneValueTellsHowAllAreWritten()
    {
        QCOMPARE(read(column({"1.234", "12,5"}), "1.234"), QStringLiteral("123400 EUR"));
        QCOMPARE(read(column({"1.234", "12.5"}), "1.234"), QStringLiteral("123 EUR"));
        QCOMPARE(read(column({"1,234", "1,234,567"}), "1,234"), QStringLiteral("123400 EUR"));
        QCOMPARE(read(column({"1,234", "2.345,00"}), "1,234"), QStringLiteral("123 EUR"));
    }
    void aMarkBeforeThreeDigitsGroupsThousandsIfNothingElseIsKnown()
    {
        QCOMPARE(read(column({"1.234", "56.000"}), "56.000"), QStringLiteral("5600000 EUR"));
        QCOMPARE(read(column({"1,234", "56,000"}), "56,000"), QStringLiteral("5600000 EUR"));
    }
    void theRowsCurrencyWinsOverTheDefaultAndTheValueOverBoth()
    {
        QCOMPARE(read(column({}), "10", "USD"), QStringLiteral("1000 USD"));
        QCOMPARE(read(column({}), "10 GBP", "USD"), QStringLiteral("1000 GBP"));
        QCOMPARE(read(column({}), "10", "USD - U.S. Dollar"), QStringLiteral("1000 USD"));
        QCOMPARE(read(column({}, "AUD"), "$10"), QStringLiteral("1000 AUD"));
    }
    void theRowsCurrencyTellsWhatASharedSignMeans()
    {
        QCOMPARE(read(column({}), "$10", "CAD"), QStringLiteral("1000 CAD"));
        QCOMPARE(read(column({}), "\u00A5 1200", "CNY"), QStringLiteral("120000 CNY"));
        QCOMPARE(read(column({}), "1 500 kr", "SEK"), QStringLiteral("150000 SEK"));
        QCOMPARE(read(column({}, "NOK"), "1.500,00 kr."), QStringLiteral("150000 NOK"));
        QCOMPARE(read(column({}), "1 500 kr"), QStringLiteral("none"));
    }
    void placeholdersAreNoValues()
    {
        for (const char* text : {"", " ", "-", "\u2013", "n/a", "N/A", "TBD", "k.A.", "?", "#N/A", "null", "(blank)"})
            QVERIFY2(isPlaceholder(text), text);
        for (const char* text : {"0", "0.00", "-5", "none of them", "n/a 5", "A"})
            QVERIFY2(!isPlaceholder(text), text);
    }
    void currenciesByCodeSymbolAndName()
    {
        QCOMPARE(currencyFromText("euro").value_or(""), "EUR");
        QCOMPARE(currencyFromText("\xE2\x82\xAC").value_or(""), "EUR");
        QCOMPARE(currencyFromText("US Dollar").value_or(""), "USD");
        QVERIFY(!currencyFromText("apples"));
        QVERIFY(!currencyFromText(""));
    }
    void shares()
    {
        QCOMPARE(readShare("40%").value_or(-1), 0.4);
        QCOMPARE(readShare("40").value_or(-1), 0.4);
        QCOMPARE(readShare("0,4").value_or(-1), 0.4);
        QCOMPARE(readShare("0.4").value_or(-1), 0.4);
        QCOMPARE(readShare("100").value_or(-1), 1.0);
        for (int percent = 0; percent <= 100; ++percent)
            QCOMPARE(readShare("0." + std::string(percent < 10 ? "0" : "") + std::to_string(percent)).value_or(-1),
                percent == 100 ? 0.1 : percent / 100.0);
        QVERIFY(!readShare("140"));
        QVERIFY(!readShare("high"));
        QVERIFY(!readShare(""));
    }
};

QTEST_APPLESS_MAIN(AmountTest)
#include "amount_test.moc"
