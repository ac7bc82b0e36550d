// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/analyser.hpp"

#include "core/base/text.hpp"

#include <QTest>
#include <algorithm>
#include <random>
#include <thread>

using namespace agentarmy;
using namespace std::string_literals;

namespace {
std::string terms(std::string_view text) { return analyse({}, text).text; }
bool matches(std::string_view query, std::string_view text)
{
    const auto indexed = ' ' + terms(text) + ' ';
    const auto clauses = analyseQuery(query);
    return !clauses.empty() && std::all_of(clauses.begin(), clauses.end(), [&](const SearchClause& clause) {
        return std::any_of(
            clause.alternatives.begin(), clause.alternatives.end(), [&](const SearchClause::Alternative& alternative) {
                return indexed.find(' ' + join(alternative.terms, " ") + (alternative.prefix ? "" : " "))
                    != std::string::npos;
            });
    });
}
}

class AnalyserTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsAreFoldedAndSeparatedBySingleSpaces()
    {
        QCOMPARE(terms("  Hello,  WORLD!\n(42) "), "hello world 42"s);
        QCOMPARE(terms("Änne Ærø Łódź STRASSE Straße"), "ann aero lodz strass strass"s);
        QCOMPARE(terms("foo_bar-baz/qux"), "foo bar baz qux"s);
        QCOMPARE(terms(""), ""s);
        QCOMPARE(terms("... --- !!!"), ""s);
        QCOMPARE(terms("ＡＢＣ ﬁne"), "abc fine"s);
        QCOMPARE(terms("re\xC2\xADplay re\xE2\x80\x8Bplay"), "replay replay"s); // soft hyphen, zero width space
    }
    void nothingIsDropped() { QCOMPARE(terms("to be or not to be"), "to be or not to be"s); }
    void apostrophesAndNumbers()
    {
        QCOMPARE(terms("customer's customers' don't O’Brien"), terms("customer customers dont obrien"));
        QCOMPARE(terms("1,200 1.200 1,200,000 3.14 2026-10-01"), "1200 1200 1200000 3 14 2026 10 01"s);
        QCOMPARE(terms("'quoted' \xE2\x80\x99x"), "quot x"s);
    }
    void stemsByTheLanguageOfTheText()
    {
        QVERIFY(matches("negotiation ", "We are negotiating with the buyers"));
        QVERIFY(matches("vertrag ", "Die Verträge sind noch nicht bei uns"));
        QVERIFY(matches("Verträge ", "Der Vertrag ist da und wir sind froh"));
        QVERIFY(matches("häuser ", "Das Haus und der Garten"));
    }
    void begunWordsMatchWhileTheyAreTyped()
    {
        const std::string word = "configuration";
        for (std::size_t typed = 1; typed <= word.size(); ++typed)
            QVERIFY2(matches(word.substr(0, typed), "the configurations of our system"), word.substr(0, typed).c_str());
        const std::string german = "geschaftsfuhrung";
        for (std::size_t typed = 1; typed <= german.size(); ++typed)
            QVERIFY2(matches(german.substr(0, typed), "Die Geschäftsführung und der Einkauf sind noch nicht so weit"),
                german.substr(0, typed).c_str());
        QVERIFY(!matches("config ", "the configurations of our system"));
    }
    void eastAsianTextComesInPairs()
    {
        QCOMPARE(terms("北京物流"), "北京 京物 物流 流"s);
        QCOMPARE(terms("株"), "株"s);
        QCOMPARE(terms("データABC"), "デー ータ タ abc"s);
        QVERIFY(matches("京物", "北京物流"));
        QVERIFY(matches("流", "北京物流"));
        QVERIFY(!matches("物京", "北京物流"));
        QVERIFY(matches("계약", "서울에서 계약을 했습니다"));
    }
    void thaiIsSplitByTheDictionary() { QVERIFY(matches("ขนส่ง", "บริษัทขนส่งกรุงเทพ")); }
    void otherScriptsAreWords()
    {
        QVERIFY(matches("договор ", "Подписан ДОГОВОР поставки"));
        QVERIFY(matches("συμφωνια ", "Η Συμφωνία υπογράφηκε"));
        QVERIFY(matches("अनुबंध ", "यह अनुबंध है"));
    }
    void phrasesAndWordsOfAQuery()
    {
        const auto clauses = analyseQuery("alpha \"beta gamma\" foo-bar delt");
        QCOMPARE(clauses.size(), std::size_t(4));
        QCOMPARE(clauses[1].alternatives[0].terms.size(), std::size_t(2));
        QCOMPARE(clauses[2].alternatives[0].terms.size(), std::size_t(2)); // one word of two parts stays together
        const auto begun = [](const SearchClause& clause) {
            return std::any_of(
                clause.alternatives.begin(), clause.alternatives.end(), [](const auto& each) { return each.prefix; });
        };
        QVERIFY(!begun(clauses[0]) && !begun(clauses[1]) && !begun(clauses[2]) && begun(clauses[3]));
        QVERIFY(!begun(analyseQuery("delt ").back()));
        QVERIFY(!begun(analyseQuery("\"delt").back()));
        QVERIFY(analyseQuery("").empty());
        QVERIFY(analyseQuery(" \" \" ?").empty());
        QVERIFY(analyseQuery(std::string(100000, 'a') + " b").size() <= 32);
    }
    void termsAreSafeForAnyIndex()
    {
        const auto seed = 5U;
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 3000; ++round) {
            std::string bytes;
            for (auto n = random() % 200; n > 0; --n) {
                if (random() % 3 == 0)
                    appendUtf8(bytes, char32_t(random() % 0x30000));
                else
                    bytes += char(random() % (round % 2 ? 256 : 128));
            }
            const auto out = analyse(bytes, bytes);
            QCOMPARE(out.title, out.text);
            QVERIFY(isValidUtf8(out.text));
            for (const auto term : splitView(out.text, ' ')) {
                QVERIFY(term.size() <= 64);
                QVERIFY(!term.empty() || out.text.empty());
                for (const char c : term)
                    QVERIFY((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80);
            }
            (void)analyseQuery(bytes);
        }
    }
    void longWordsAreCut()
    {
        QCOMPARE(terms(std::string(1000, 'x')).size(), std::size_t(64));
        QVERIFY(terms(std::string("物") + std::string(1000, 'x')).size() < 80);
    }
    void manyThreadsAgree()
    {
        const std::string text = "Die Verträge für das Gebäude sind unterschrieben; negotiations of the customer's "
                                 "contracts go on. 北京物流";
        const auto expected = terms(text);
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&] {
                    for (int n = 0; n < 200; ++n)
                        wrong += terms(text) != expected;
                });
        }
        QCOMPARE(wrong.load(), 0);
    }
};
QTEST_APPLESS_MAIN(AnalyserTest)
#include "analyser_test.moc"
