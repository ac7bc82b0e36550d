// SPDX-License-Identifier: AGPL-3.0-or-later
// Which language is spoken, what the engine's sentences become in it, and what a new start begins with.
#include "app/format/formats.hpp"
#include "app/format/language.hpp"
#include "app/format/read_input.hpp"
#include "app/format/rule_words.hpp"
#include "app/models/appearance.hpp"
#include "app/shell/restart.hpp"
#include "app/shell/scale.hpp"
#include "app/shell/speech.hpp"
#include "app/source/engine_views.hpp"
#include "core/rules/deals/stage_requirements.hpp"
#include "core/rules/sales/escalation.hpp"
#include "core/rules/sales/next_actions.hpp"
#include <QDir>
#include <QtTest/QtTest>

using namespace agentarmy;
using namespace agentarmy::app;

class LanguageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void speaksTheFirstLanguageOfTheSystemThatItKnows();
    void keepsTheRegionOfTheSystemInItsLanguage();
    void writesAndReadsAmountsAndDaysAsGermansDo();
    void sizesAreOnTopOfWhatTheSystemSays();
    void startsAgainWithoutWhatTheSettingsDecide();
    void onlyKnownChoicesAreKept();
    void englishStaysAsItIsWritten();
    void germanIsFoundForEveryKindOfWords(); // from here on the program speaks German
    void sentencesOfTheRulesAreTold();
    void linesOfTheHistoryAreTold();
    void wordsOfPeopleStay();
};

void LanguageTest::speaksTheFirstLanguageOfTheSystemThatItKnows()
{
    const auto system = QStringLiteral("system");
    QCOMPARE(languageFor(QStringLiteral("de"), {QStringLiteral("en-GB")}), QStringLiteral("de"));
    QCOMPARE(languageFor(system, {QStringLiteral("fr-FR"), QStringLiteral("de-AT"), QStringLiteral("en")}),
        QStringLiteral("de"));
    QCOMPARE(languageFor(system, {QStringLiteral("fr_FR")}), QStringLiteral("en"));
    QCOMPARE(languageFor(QStringLiteral("tlh"), {}), QStringLiteral("en"));
}

void LanguageTest::keepsTheRegionOfTheSystemInItsLanguage()
{
    const QLocale austria(QLocale::German, QLocale::Austria), states(QLocale::English, QLocale::UnitedStates);
    QCOMPARE(localeFor(QStringLiteral("de"), austria), austria);
    QCOMPARE(localeFor(QStringLiteral("de"), states), QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(localeFor(QStringLiteral("en"), states), states);
    QCOMPARE(localeFor(QStringLiteral("en"), austria), QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void LanguageTest::writesAndReadsAmountsAndDaysAsGermansDo()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    const Formats formats(german);
    const auto plain = [](QString text) { return text.replace(QChar(0x00A0), u' '); };
    const MoneyView money {6250050, QStringLiteral("EUR")};
    const QDate today(2026, 12, 3), day(2027, 12, 18);
    QCOMPARE(plain(formats.money(money)), QStringLiteral("62.500,50 €"));
    QCOMPARE(formats.figure(money), QStringLiteral("62.500,50"));
    QCOMPARE(formats.dayHeading(QDate(2026, 9, 15), today), QStringLiteral("Dienstag, 15. September"));
    QCOMPARE(formats.dayInput(day), QStringLiteral("18. Dez. 2027"));
    QCOMPARE(readDate(formats.dayInput(day), german, today), day);
    QCOMPARE(readDate(QStringLiteral("18. Dez."), german, today), QDate(2026, 12, 18));
    QCOMPARE(readDate(QStringLiteral("3. März"), german, today), QDate(2027, 3, 3));
    const auto reads = [&](const QString& text) { return readMoney(text, german, QStringLiteral("EUR"))->minor; };
    QCOMPARE(reads(formats.money(money)), money.minor);
    QCOMPARE(reads(QStringLiteral("386 Tsd. €")), 38600000);
    QCOMPARE(reads(QStringLiteral("2,5 Mio")), 250000000);
}

void LanguageTest::sizesAreOnTopOfWhatTheSystemSays()
{
    char program[] = "agentarmy", name[] = "--scale", value[] = "150", joined[] = "--scale=200", wild[] = "--scale=900";
    char* apart[] = {program, name, value};
    char* together[] = {program, joined};
    char* wrong[] = {program, wild};
    QCOMPARE(scaleOption(3, apart), std::optional(150));
    QCOMPARE(scaleOption(2, together), std::optional(200));
    QVERIFY(!scaleOption(2, wrong));
    QVERIFY(!scaleOption(2, apart)); // its value is missing
    qputenv("QT_SCALE_FACTOR", "1.5");
    setScale(200);
    QCOMPARE(qgetenv("QT_SCALE_FACTOR"), QByteArray("3"));
    restoreScale();
    QCOMPARE(qgetenv("QT_SCALE_FACTOR"), QByteArray("1.5"));
    qunsetenv("QT_SCALE_FACTOR");
    setScale(125);
    QCOMPARE(qgetenv("QT_SCALE_FACTOR"), QByteArray("1.25"));
    restoreScale();
    QVERIFY(!qEnvironmentVariableIsSet("QT_SCALE_FACTOR"));
}

void LanguageTest::startsAgainWithoutWhatTheSettingsDecide()
{
    const auto file = QDir::current().absoluteFilePath(QStringLiteral("deals.csv"));
    const QStringList arguments {QStringLiteral("agentarmy"), QStringLiteral("--data"), QStringLiteral("/data"),
        QStringLiteral("--language"), QStringLiteral("de"), QStringLiteral("--scale=150"),
        QStringLiteral("--theme=dark"), QStringLiteral("deals.csv")};
    const QStringList again {QStringLiteral("--data"), QStringLiteral("/data"), QStringLiteral("--theme=dark")};
    QCOMPARE(argumentsAgain(arguments, {file}), again);
    QCOMPARE(argumentsAgain({QStringLiteral("agentarmy"), QStringLiteral("--scale")}, {}), QStringList());
}

void LanguageTest::onlyKnownChoicesAreKept()
{
    Appearance appearance;
    appearance.begin(QStringLiteral("klingon"), 137);
    QCOMPARE(appearance.language(), QStringLiteral("system"));
    QCOMPARE(appearance.scale(), 100);
    QVERIFY(!appearance.pending());
    appearance.setScale(150);
    QVERIFY(appearance.pending());
    appearance.setScale(100);
    QVERIFY(!appearance.pending());
    appearance.setLanguage(QStringLiteral("de"));
    QVERIFY(appearance.pending());
}

void LanguageTest::englishStaysAsItIsWritten()
{
    QCOMPARE(ruleWords(QStringLiteral("Stay in touch.")), QStringLiteral("Stay in touch."));
    QCOMPARE(changeWords(QStringLiteral("3 Dec to 5 Dec")), QStringLiteral("3 Dec to 5 Dec"));
}

void LanguageTest::germanIsFoundForEveryKindOfWords()
{
    QVERIFY(speak(QStringLiteral("de")));
    QCOMPARE(QLocale().language(), QLocale::German);
    QCOMPARE(app::stageName(Stage::Negotiation), QStringLiteral("Verhandlung")); // a function by itself
    QCOMPARE(Formats().relativeDay(QDate(2026, 12, 4), QDate(2026, 12, 3)), QStringLiteral("morgen")); // a plain class
    QCOMPARE(dimensionName(Dimension::pain), QStringLiteral("Schmerzpunkt"));
    QCOMPARE(QCoreApplication::translate("SettingsPage", "Appearance"), QStringLiteral("Darstellung")); // a page
}

void LanguageTest::sentencesOfTheRulesAreTold()
{
    using namespace sales;
    const auto now = Timestamp(std::chrono::milliseconds(1'800'000'000'000));
    const auto told = [](const std::string& english) {
        const auto words = app::text(english);
        const auto german = ruleWords(words);
        if (german == words)
            qWarning("not told: %s", english.c_str());
        return german != words;
    };
    ActionInput input;
    input.contactName = "Lea Moritz";
    std::vector<ActionInput> inputs(1, input); // nothing was said yet
    input.interactionCount = 3;
    input.dealStage = DealStage::discovery;
    inputs.push_back(input); // gaps
    auto silent = input;
    silent.lastInteraction = now - std::chrono::hours(24 * 12);
    inputs.push_back(silent);
    auto asked = input;
    asked.unansweredQuestion = UnansweredQuestion {Channel::email, now - std::chrono::hours(30), 9, {}};
    inputs.push_back(asked);
    auto escalated = input;
    escalated.escalated = true;
    inputs.push_back(escalated);
    auto out = input;
    out.optedOut = true;
    inputs.push_back(out);
    for (const auto& each : inputs) {
        const auto recommendation = recommendByRules(each, now);
        QVERIFY(recommendation);
        for (const auto& action : recommendation->actions) {
            QVERIFY(told(action.description));
            QVERIFY(told(action.context));
        }
    }
    for (const auto& [stage, name] : EnumTexts<DealStage>::values) {
        QVERIFY(told(fallbackAction(stage).description));
        QVERIFY(told(fallbackAction(stage).context));
    }
    for (const auto& [dimension, name] : EnumTexts<Dimension>::values) {
        const auto action = confirmAction(dimension, "Lea", Channel::email);
        QVERIFY(told(action.description));
        QVERIFY(told(action.context));
    }
    EscalationDecision decision;
    for (const auto& [trigger, name] : EnumTexts<EscalationTrigger>::values) {
        decision.allTriggers.push_back(trigger);
        QVERIFY(told(fallbackAdvice(trigger)));
    }
    decision.trigger = decision.allTriggers.front();
    const auto why = ruleWords(app::text(escalationReport({}, decision, "", now).whyEscalating));
    for (const auto* english : {"The ", "Terms"})
        QVERIFY2(!why.contains(QLatin1String(english)), qPrintable(why));
    QCOMPARE(ruleWords(QStringLiteral("Send a discovery mail about the gaps: budget, need and champion not yet "
                                      "identified.")),
        QStringLiteral("Eine Mail zu den Lücken schreiben: noch nicht bekannt: Budget, Bedarf und Champion."));
    QCOMPARE(ruleWords(QStringLiteral("Re-engage Lea: no contact for 12 days.")),
        QStringLiteral("Lea wieder ansprechen: seit 12 Tagen kein Kontakt."));
}

void LanguageTest::linesOfTheHistoryAreTold()
{
    QCOMPARE(
        ruleWords(QStringLiteral("Lena moved to negotiation")), QStringLiteral("Lena: verschoben nach Verhandlung"));
    QCOMPARE(ruleWords(QStringLiteral("Lena set close date and owner")),
        QStringLiteral("Lena: Abschlussdatum und Zuständigkeit gesetzt"));
    QCOMPARE(ruleWords(QStringLiteral("Read in a mail of 3 Dec.")), QStringLiteral("Gelesen in: Mail vom 3. Dez."));
    QCOMPARE(changeWords(QStringLiteral("from discovery: Not proven yet: economic buyer.")),
        QStringLiteral("von Bedarfsanalyse: Noch nicht belegt: Economic Buyer."));
    QCOMPARE(changeWords(QStringLiteral("value EUR 5 to EUR 6; close date nothing to 3 Dec 2026")),
        QStringLiteral("Betrag EUR 5 → EUR 6; Abschlussdatum nichts → 3. Dez. 2026"));
}

void LanguageTest::wordsOfPeopleStay()
{
    for (const auto* words : {"Lea wants %1 and %2 of it", "She said: no. Then yes", "Ring the budget office"})
        QCOMPARE(ruleWords(QLatin1String(words)), QLatin1String(words));
    QCOMPARE(ruleWords(QStringLiteral("Merged with %1.")), QStringLiteral("Zusammengeführt mit %1."));
    const auto longText = QString(700, u'x');
    QCOMPARE(ruleWords(longText), longText);
}

QTEST_GUILESS_MAIN(LanguageTest)
#include "language_test.moc"
