// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/text.hpp"

#include <QTest>

using namespace agentarmy;
using namespace std::string_literals;

class TextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void brokenBytesAreReplacedAndNulDropped()
    {
        QVERIFY(isValidUtf8("Grüße 物流"));
        QVERIFY(!isValidUtf8("Gr\xFC\xDF"));
        QVERIFY(!isValidUtf8("\xC0\xAF")); // overlong
        QVERIFY(!isValidUtf8("\xED\xA0\x80")); // surrogate
        QCOMPARE(toValidUtf8("a\0b\xFF"s), "ab\xEF\xBF\xBD"s);
        QCOMPARE(toValidUtf8("Grüße"), "Grüße"s);
        QVERIFY(isValidUtf8(toValidUtf8("\xE2\x82 \xF0\x9F\x98 \x80")));
    }
    void windows1252AndOtherCharsets()
    {
        QCOMPARE(fromWindows1252("\x80 \x93quoted\x94 \xFC"), "€ “quoted” ü"s);
        std::string out;
        QVERIFY(convertToUtf8("\xD4\xE8\xEC", "windows-1251", out));
        QCOMPARE(out, "Фим"s);
        QVERIFY(!convertToUtf8("x", "no-such-charset", out));
    }
    void trimsAndCollapses()
    {
        QCOMPARE(trim(" \t a b \r\n\xC2\xA0"), "a b"s);
        QCOMPARE(trim("\xC2\xA0"), ""s);
        QCOMPARE(collapseSpaces("  a \n\t b\xE2\x80\x83 c  "), "a b c"s);
        QCOMPARE(nameKey("  STRASSE  straße "), "strasse strasse"s);
    }
    void foldsFully()
    {
        QCOMPARE(foldCase("ÄÖÜ ẞ İ ΣΑΣ"), "äöü ss i̇ σασ"s);
        QCOMPARE(foldCase("PLAIN"), "plain"s);
        QCOMPARE(toNfkc("ﬁ ＡＢ"), "fi AB"s);
        QCOMPARE(toNfc("e\xCC\x81"), "é"s);
    }
    void cutsBetweenCodePoints()
    {
        QCOMPARE(cutAtCodePoint("aé", 2), std::string_view("a"));
        QCOMPARE(cutAtCodePoint("aé", 3), std::string_view("aé"));
        QCOMPARE(cutAtCodePoint("物流", 5), std::string_view("物"));
        QCOMPARE(cutAtCodePoint("物", 0), std::string_view());
        QCOMPARE(ellipsized("abc", 3), "abc"s);
        QCOMPARE(ellipsized("abc def", 4), "abc…"s);
        QCOMPARE(codePointCount("物é a"), std::size_t(4));
    }
    void walksCodePoints()
    {
        const std::string text = "a物\xFF";
        std::size_t at = 0;
        QCOMPARE(nextCodePoint(text, at), U'a');
        QCOMPARE(nextCodePoint(text, at), U'物');
        QCOMPARE(nextCodePoint(text, at), char32_t(0xFFFD));
        QCOMPARE(at, text.size());
        std::string out;
        for (const char32_t c : {U'a', U'é', U'物', U'😀', char32_t(0xD800)})
            appendUtf8(out, c);
        QCOMPARE(out, "aé物😀\xEF\xBF\xBD"s);
    }
    void comparesAsciiWithoutCase()
    {
        QVERIFY(equalsNoCase("Content-TYPE", "content-type"));
        QVERIFY(!equalsNoCase("a", "ab"));
        QVERIFY(startsWithNoCase("RE: hello", "re:"));
        QVERIFY(!startsWithNoCase("R", "re:"));
        QCOMPARE(asciiLower("ÄBC"), "Äbc"s);
    }
    void splitsAndJoins()
    {
        QCOMPARE(splitView("a,,b", ',').size(), std::size_t(3));
        QCOMPARE(splitView("", ',').size(), std::size_t(1));
        const auto lines = linesOf("one\r\ntwo\n\nfour");
        QCOMPARE(lines.size(), std::size_t(4));
        QCOMPARE(lines[0], std::string_view("one"));
        QCOMPARE(linesOf("a\n").size(), std::size_t(1));
        QCOMPARE(join({"a", "b"}, ", "), "a, b"s);
    }
};
QTEST_APPLESS_MAIN(TextTest)
#include "text_test.moc"
