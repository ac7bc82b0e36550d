// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/name_index.hpp"
#include "app/models/palette_actions.hpp"
#include <QtTest/QtTest>
#include <numeric>
#include <random>

using namespace agentarmy::app;

namespace {

int score(const char* typed, const char* name, Typos typos = Typos::One)
{
    return scoreName(readFuzzy(QString::fromUtf8(typed)), fold(QString::fromUtf8(name)), typos);
}

int add(NameIndex& index, const char* title, int kind = 0, bool open = false, qint64 atMs = 0, const char* beside = "")
{
    NameEntry entry;
    entry.kind = kind;
    entry.title = QString::fromUtf8(title);
    entry.beside = QString::fromUtf8(beside);
    entry.atMs = atMs;
    entry.open = open;
    entry.tie = quint64(index.size());
    return index.put(entry);
}

std::vector<int> slots_(const std::vector<NameHit>& hits)
{
    std::vector<int> list;
    list.reserve(hits.size());
    for (const auto& hit : hits)
        list.push_back(hit.slot);
    return list;
}

}

class FuzzyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void foldsWhatPeopleWriteInManyWays_data();
    void foldsWhatPeopleWriteInManyWays();
    void aNameAnswers_data();
    void aNameAnswers();
    void theTiersDoNotOverlap();
    void theBeginningOfAWordStaysFoundWhileItIsTyped();
    void whatAnswersIsMarked_data();
    void whatAnswersIsMarked();
    void oddInputNeitherFindsNorBreaks();
    void shortNamesOpenDealsAndRecentOnesComeFirst();
    void equalsKeepOneOrder();
    void typosCountOnlyWhereNothingElseAnswers();
    void lettersFarApartCountOnlyWhereNoWordAnswers();
    void namesComeAndGo();
    void aStoppedLookEndsAtOnce();
    void actionsSayWhyTheyCannotBeDone();
    void actionsAreAboutTheDealAtHand();
};

void FuzzyTest::foldsWhatPeopleWriteInManyWays_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("case") << "NORDWIND"
                          << "nordwind";
    QTest::newRow("umlaut") << QStringLiteral("Müller") << "mueller";
    QTest::newRow("umlaut left out") << QStringLiteral("Müller") << "muller";
    QTest::newRow("taken apart") << QStringLiteral("Mu\u0308ller") << "mueller";
    QTest::newRow("sharp s") << QStringLiteral("Straße") << "strasse";
    QTest::newRow("accents") << QStringLiteral("Café Señor") << "cafe senor";
    QTest::newRow("danish") << QStringLiteral("Ærø Østergård") << "aero ostergard";
    QTest::newRow("polish") << QStringLiteral("Łódź") << "lodz";
    QTest::newRow("turkish capital") << QStringLiteral("İstanbul") << "istanbul";
    QTest::newRow("ligature") << QStringLiteral("ﬁnance") << "finance";
    QTest::newRow("full width") << QStringLiteral("ＡＢＣ") << "abc";
    QTest::newRow("separators") << "R&D / Ops-Team"
                                << "r d ops team";
    QTest::newRow("spaces") << "  a   b  "
                            << "a b";
    QTest::newRow("direction marks") << QStringLiteral("\u200Fabc\u200E") << "abc";
    QTest::newRow("greek") << QStringLiteral("ΑΘΉΝΑ") << QStringLiteral("αθηνα");
}

void FuzzyTest::foldsWhatPeopleWriteInManyWays()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QCOMPARE(QString::fromStdU16String(fold(one).text), QString::fromStdU16String(fold(other).text));
}

void FuzzyTest::aNameAnswers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    const auto row = [](const char* typed, const char* name, int least, int most) {
        QTest::addRow("%s in %s", typed, name) << QString::fromUtf8(typed) << QString::fromUtf8(name) << least << most;
    };
    row("nord", "Nordwind Logistics", 1000, 1000);
    row("log", "Nordwind Logistics", 900, 900);
    row("wind", "Nordwind Logistics", 700, 700);
    row("nl", "Nordwind Logistics", 600, 600); // initials
    row("fpr", "Fleet planning rollout", 600, 600);
    row("ndwd", "Nordwind", 400, 599);
    row("nrodwind", "Nordwind", 300, 300); // swapped
    row("nordwnid", "Nordwind", 300, 300);
    row("norxwind", "Nordwind", 300, 300); // wrong
    row("nordwwind", "Nordwind", 300, 300); // too many
    row("xogistic", "Nordwind Logistics", 300, 300);
    row("nordwin log", "Nordwind Logistics", 950, 950); // the mean of both
    row("log nordwind", "Nordwind Logistics", 950, 950); // in any order
    row("nord paris", "Nordwind Logistics", 0, 0); // every word must occur
    row("nxr", "Nordwind", 0, 0); // three letters forgive nothing
    row("norxxind", "Nordwind", 0, 0); // two are two
    row("mueller", "Jürgen Müller", 900, 900);
    row("müller", "Juergen Mueller", 900, 900);
    row("zzz", "Nordwind", 0, 0);
    row("ow", "Nordwind", 0, 0); // letters in order begin at a word
    row("プラン", "新しいプラン", 700, 700);
    row("план", "Новый план", 900, 900);
}

void FuzzyTest::aNameAnswers()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QFETCH(int, least);
    QFETCH(int, most);
    const int found = scoreName(readFuzzy(typed), fold(name), Typos::One);
    QVERIFY2(found >= least && found <= most, qPrintable(QString::number(found)));
}

void FuzzyTest::theTiersDoNotOverlap()
{
    QVERIFY(score("plan", "Plan") > score("plan", "Fleet plan"));
    QVERIFY(score("plan", "Fleet plan") > score("plan", "Airplane"));
    QVERIFY(score("plan", "Airplane") > score("plan", "Pilot line abroad now"));
    QVERIFY(score("pln", "Pilot line abroad now") > 0);
    QVERIFY(score("plan", "Pilot lane") > score("plan", "Plum"));
    QVERIFY(score("ovfl", "Order validation for Lyon") > score("abcde", "Abxde"));
    // Beside the title it counts less than in it.
    const auto query = readFuzzy(u"acme");
    QVERIFY(scoreName(query, fold(u"rollout acme"), Typos::No, 7) < scoreName(query, fold(u"rollout acme"), Typos::No));
    // However long, unused and closed the better match is, it is not overtaken by a whole tier.
    QVERIFY(weighedScore(1000, 80, false, 1'000'000'000'000) > weighedScore(700, 4, true, 0));
}

void FuzzyTest::theBeginningOfAWordStaysFoundWhileItIsTyped()
{
    for (const auto* name : {"Müller", "Bauer", "Michael", "Queen", "Ærø", "Straße", "Nordwind", "Goethe"}) {
        const auto whole = QString::fromUtf8(name);
        for (const auto& spelled : {whole, QString(whole).replace(u'ü', QStringLiteral("ue"))})
            for (int length = 1; length <= spelled.size(); ++length)
                QVERIFY2(scoreName(readFuzzy(spelled.left(length)), fold(whole), Typos::No) == 1000,
                    qPrintable(spelled.left(length)));
    }
}

void FuzzyTest::whatAnswersIsMarked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("marked");
    QTest::newRow("begin") << "nord"
                           << "Nordwind"
                           << "<b>Nord</b>wind";
    QTest::newRow("two") << "log nord"
                         << "Nordwind Logistics"
                         << "<b>Nord</b>wind <b>Log</b>istics";
    QTest::newRow("umlaut") << "mueller" << QStringLiteral("Jürgen Müller") << QStringLiteral("Jürgen <b>Müller</b>");
    QTest::newRow("ae") << QStringLiteral("mül") << "Mueller"
                        << "<b>Muel</b>ler";
    QTest::newRow("initials") << "fpr"
                              << "Fleet planning rollout"
                              << "<b>F</b>leet <b>p</b>lanning <b>r</b>ollout";
    QTest::newRow("escaped") << "b"
                             << "<a> & b"
                             << "&lt;a&gt; &amp; <b>b</b>";
    QTest::newRow("nothing") << "zz"
                             << "Nordwind"
                             << "Nordwind";
    QTest::newRow("after a separator") << "d"
                                       << "R&D"
                                       << "R&amp;<b>D</b>";
    QTest::newRow("sharp s") << "strass" << QStringLiteral("Straße 5") << QStringLiteral("<b>Straß</b>e 5");
}

void FuzzyTest::whatAnswersIsMarked()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QTEST(markedHtml(readFuzzy(typed), name), "marked");
}

void FuzzyTest::oddInputNeitherFindsNorBreaks()
{
    for (const auto& odd : {QString(), QStringLiteral("   "), QStringLiteral("\"\"'"), QStringLiteral("*?()[]\\^$"),
             QStringLiteral("%_;--")}) {
        QVERIFY(readFuzzy(odd).isEmpty());
        QCOMPARE(scoreName(readFuzzy(odd), fold(u"Nordwind"), Typos::One), 0);
    }
    QCOMPARE(score("🚀", "Rocket 🚀 launch"), 900);
    QCOMPARE(score("🚀", "Rocket launch"), 0);
    QCOMPARE(score("שלום", "חברת שלום"), 900);
    const QString loneSurrogate(QChar(0xD83D));
    QVERIFY(scoreName(readFuzzy(loneSurrogate), fold(u"Nordwind"), Typos::One) == 0);
    const auto long_ = readFuzzy(QString(10'000, u'a') + QStringLiteral(" b"));
    QCOMPARE(long_.words.size(), size_t(1));
    QCOMPARE(long_.words.front().text.size(), size_t(64));
    QCOMPARE(readFuzzy(QStringLiteral("a b c d e f g h i j k l")).words.size(), size_t(8));
    // Whatever is typed and named: the score stays in its bounds, and the marks within the text, in order.
    std::mt19937 random(20261127);
    const QString letters = QStringLiteral("aeiouäöüß -&<\u0308é漢\U0001F680نb");
    const auto any = [&](int most) {
        QString text;
        for (int n = int(random() % unsigned(most)); n > 0; --n)
            text += letters[int(random() % unsigned(letters.size()))];
        return text;
    };
    for (int i = 0; i < 20'000; ++i) {
        const auto name = any(24);
        const auto query = readFuzzy(any(8));
        const int found = scoreName(query, fold(name), Typos::One);
        QVERIFY(found >= 0 && found <= 1000);
        QVERIFY(found >= scoreName(query, fold(name), Typos::No));
        int last = 0;
        for (const auto& range : markedBy(query, name)) {
            QVERIFY(range.begin >= last && range.end > range.begin && range.end <= name.size());
            last = range.end;
        }
    }
}

void FuzzyTest::shortNamesOpenDealsAndRecentOnesComeFirst()
{
    constexpr qint64 day = 86'400'000, now = 1000 * day;
    NameIndex index;
    const int long_ = add(index, "Fleet planning rollout across all depots", 0, false, now);
    const int short_ = add(index, "Fleet plan", 0, false, now);
    const int old = add(index, "Fleet plan 2", 0, false, now - 400 * day);
    const int open = add(index, "Fleet plan 22", 0, true, now - 400 * day);
    NameIndex::Wanted wanted;
    wanted.nowMs = now;
    // What is open beats all, and what was in use last week a name that is merely shorter.
    QCOMPARE(slots_(index.find(readFuzzy(u"fleet"), wanted)), (std::vector<int> {open, short_, long_, old}));
    const int person = add(index, "Fleet Foxes", 2);
    wanted.kinds = 1 << 2;
    QCOMPARE(slots_(index.find(readFuzzy(u"fleet"), wanted)), (std::vector<int> {person}));
    wanted.kinds = ~0U;
    wanted.each = 1;
    QCOMPARE(slots_(index.find(readFuzzy(u"fleet"), wanted)), (std::vector<int> {open, person}));
}

void FuzzyTest::equalsKeepOneOrder()
{
    std::vector<QString> names;
    for (int i = 0; i < 200; ++i)
        names.push_back(QStringLiteral("Deal %1").arg(i % 50));
    std::vector<std::pair<QString, quint64>> first;
    std::mt19937 random(7);
    for (int round = 0; round < 5; ++round) {
        std::vector<size_t> order(names.size());
        std::iota(order.begin(), order.end(), size_t(0));
        std::shuffle(order.begin(), order.end(), random);
        NameIndex index;
        std::vector<quint64> ties;
        for (const auto at : order) {
            NameEntry entry;
            entry.title = names[at];
            entry.tie = at;
            index.put(entry);
            ties.push_back(at);
        }
        NameIndex::Wanted wanted;
        wanted.each = 20;
        std::vector<std::pair<QString, quint64>> found;
        for (const auto& hit : index.find(readFuzzy(u"deal"), wanted))
            found.emplace_back(names[ties[size_t(hit.slot)]], ties[size_t(hit.slot)]);
        if (round == 0)
            first = found;
        QCOMPARE(found, first);
    }
    QCOMPARE(first.size(), size_t(20));
}

void FuzzyTest::typosCountOnlyWhereNothingElseAnswers()
{
    NameIndex index;
    const int right = add(index, "Nordwind");
    add(index, "Nordwand");
    QCOMPARE(slots_(index.find(readFuzzy(u"nordwind"), {})), (std::vector<int> {right}));
    QCOMPARE(index.find(readFuzzy(u"nordwxnd"), {}).size(), size_t(2));
}

void FuzzyTest::lettersFarApartCountOnlyWhereNoWordAnswers()
{
    NameIndex index;
    add(index, "Harrow and Finch, Courier slots");
    QCOMPARE(index.find(readFuzzy(u"aure"), {}).size(), size_t(1)); // the best there is
    const int sure = add(index, "Aurelia Rail, Network control");
    const int within = add(index, "Restaurer SA");
    QCOMPARE(slots_(index.find(readFuzzy(u"aure"), {})), (std::vector<int> {sure, within}));
}

void FuzzyTest::namesComeAndGo()
{
    NameIndex index;
    const int first = add(index, "Nordwind", 1, false, 0, "acme.example");
    QCOMPARE(index.find(readFuzzy(u"acme"), {}).size(), size_t(1));
    index.replace(first, {1, QStringLiteral("Südwind"), {}, 0, false, 0});
    QVERIFY(index.find(readFuzzy(u"nordwi"), {}).empty());
    QCOMPARE(index.find(readFuzzy(u"suedw"), {}).size(), size_t(1));
    index.take(first);
    QVERIFY(index.find(readFuzzy(u"suedw"), {}).empty());
    QCOMPARE(index.size(), 0);
    QCOMPARE(add(index, "Westwind"), first); // its place is used again
    QCOMPARE(index.size(), 1);
}

void FuzzyTest::aStoppedLookEndsAtOnce()
{
    NameIndex index;
    for (int i = 0; i < 20'000; ++i)
        add(index, "Nordwind");
    NameIndex::Wanted wanted;
    int asked = 0;
    wanted.stopped = [&] { return ++asked >= 2; };
    QVERIFY(index.find(readFuzzy(u"nord"), wanted).empty());
    QVERIFY(asked <= 3);
}

void FuzzyTest::actionsSayWhyTheyCannotBeDone()
{
    PaletteContext context;
    const auto reasonOf = [&](const QString& id) {
        for (const auto& action : actionsFor(context))
            if (action.id == id)
                return action.reason;
        return QStringLiteral("absent");
    };
    QVERIFY(!reasonOf(QStringLiteral("undo")).isEmpty());
    QVERIFY(!reasonOf(QStringLiteral("clearFilter")).isEmpty());
    QCOMPARE(reasonOf(QStringLiteral("backup")), QString());
    context.canUndo = context.filtered = true;
    context.busy = QStringLiteral("Backing up");
    QCOMPARE(reasonOf(QStringLiteral("undo")), QString());
    QCOMPARE(reasonOf(QStringLiteral("clearFilter")), QString());
    QCOMPARE(reasonOf(QStringLiteral("backup")), context.busy);
    QCOMPARE(reasonOf(QStringLiteral("deal:archive")), QStringLiteral("absent"));
    QCOMPARE(reasonOf(QStringLiteral("talk:reply")), QStringLiteral("absent"));
    context.page = QStringLiteral("conversations");
    context.conversationId = QStringLiteral("c1");
    context.replyTo = QStringLiteral("Jonas");
    QCOMPARE(reasonOf(QStringLiteral("talk:reply")), QString());
    context.dark = true;
    QCOMPARE(reasonOf(QStringLiteral("theme:dark")), QStringLiteral("absent"));
    QCOMPARE(reasonOf(QStringLiteral("theme:light")), QString());
    QSet<QString> ids;
    for (const auto& action : actionsFor(context)) {
        QVERIFY2(!ids.contains(action.id), qPrintable(action.id));
        ids.insert(action.id);
    }
}

void FuzzyTest::actionsAreAboutTheDealAtHand()
{
    PaletteDeal deal {QStringLiteral("d1"), QStringLiteral("Nordwind, Fleet"), Stage::Evaluation};
    deal.people = {{QStringLiteral("p1"), QStringLiteral("Jonas Brandt")}};
    deal.draftId = QStringLiteral("x1");
    deal.draftTo = QStringLiteral("Jonas Brandt");
    QStringList ids;
    for (const auto& action : dealActions(deal)) {
        QCOMPARE(action.target, deal.id);
        QVERIFY2(action.reason.isEmpty(), qPrintable(action.id));
        ids += action.id;
    }
    QVERIFY(ids.contains(QStringLiteral("deal:approve")));
    QVERIFY(ids.contains(QStringLiteral("deal:write:p1")));
    QVERIFY(ids.contains(QStringLiteral("deal:move:4")));
    QVERIFY(!ids.contains(QStringLiteral("deal:move:3"))); // it is there
    deal.archived = true;
    deal.draftId.clear();
    for (const auto& action : dealActions(deal)) {
        QVERIFY(action.id != QLatin1String("deal:approve"));
        QCOMPARE(action.reason.isEmpty(),
            !(action.id.startsWith(QLatin1String("deal:move")) || action.id.startsWith(QLatin1String("deal:edit"))));
    }
    QVERIFY(dealActions({}).empty());
}

QTEST_MAIN(FuzzyTest)
#include "fuzzy_test.moc"
