// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/money.hpp"

#include <QTest>

using namespace agentarmy;

class MoneyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void minorDigitsFollowTheCurrency()
    {
        QCOMPARE(minorDigits("EUR"), 2);
        QCOMPARE(minorDigits("JPY"), 0);
        QCOMPARE(minorDigits("KWD"), 3);
        QCOMPARE(minorDigits("???"), 2);
    }
    void onlyCurrenciesInForce()
    {
        for (const char* code : {"EUR", "USD", "CHF", "INR", "SLE"})
            QVERIFY2(isCurrencyCode(code), code);
        for (const char* code : {"", "eur", "EU", "EURO", "DEM", "XYZ", "UR ", "AED AFN"})
            QVERIFY2(!isCurrencyCode(code), code);
    }
    void scaledHalfUp()
    {
        QCOMPARE(scaleHalfUp(1000, 0.145), std::int64_t(145));
        QCOMPARE(scaleHalfUp(100, 0.145), std::int64_t(15)); // 14.5
        QCOMPARE(scaleHalfUp(101, 0.5), std::int64_t(51));
        QCOMPARE(scaleHalfUp(0, 0.9), std::int64_t(0));
        QCOMPARE(scaleHalfUp(-15, 0.5), std::int64_t(-7)); // up, not away from zero
        QCOMPARE(scaleHalfUp(std::int64_t(1) << 52, 1.0), std::int64_t(1) << 52);
        QCOMPARE(scaleHalfUp(std::int64_t(9007199254740991), 1.0), std::int64_t(9007199254740991));
        QCOMPARE(scaleHalfUp(200000000000001, 0.5), std::int64_t(100000000000001));
    }
    void plainTextForLogsAndTables()
    {
        QCOMPARE(plainText({123450, "EUR"}), std::string("EUR 1,234.50"));
        QCOMPARE(plainText({123400, "EUR"}), std::string("EUR 1,234"));
        QCOMPARE(plainText({5, "EUR"}), std::string("EUR 0.05"));
        QCOMPARE(plainText({-123456789, "USD"}), std::string("USD -1,234,567.89"));
        QCOMPARE(plainText({1234567, "JPY"}), std::string("JPY 1,234,567"));
        QCOMPARE(plainText({1, "KWD"}), std::string("KWD 0.001"));
        QCOMPARE(plainText({std::numeric_limits<std::int64_t>::min(), "JPY"}),
            std::string("JPY -9,223,372,036,854,775,808"));
    }
    void sumsStayApartByCurrency()
    {
        MoneySums sums;
        sums.add({100, "USD"});
        sums.add({50, "EUR"});
        sums.add({1, "USD"});
        QVERIFY((sums.list() == std::vector<Money> {{50, "EUR"}, {101, "USD"}}));
        QVERIFY(MoneySums().list().empty());
    }
};
QTEST_APPLESS_MAIN(MoneyTest)
#include "money_test.moc"
