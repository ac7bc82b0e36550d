// SPDX-License-Identifier: AGPL-3.0-or-later
// agentarmyctl as people and scripts run it: its arguments, answers, exit codes.
#include "core/base/json.hpp"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace agentarmy;

namespace {
struct Run {
    int code = -1;
    std::string out, err;
    [[nodiscard]] Json json() const
    {
        auto value = parseJson(out);
        return value ? std::move(*value) : Json();
    }
};

Run ctl(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TZ"), QStringLiteral("Europe/Berlin"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(AGENTARMYCTL), arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(120'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        process.readAllStandardOutput().toStdString(), process.readAllStandardError().toStdString()};
}

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

constexpr const char* deals
    = "Deal name,Account,Stage,Amount,Currency,Close date,Created,Stage entered,Owner,Probability\n"
      "Fleet planning,Nordwind Logistics,discovery,184000,EUR,2027-09-30,2026-07-06,2026-08-30,Lena Hartmann,\n"
      "Yard cameras,Nordwind Logistics,negotiation,50000,EUR,2027-10-15,2026-07-06,2026-08-30,Lena Hartmann,\n"
      "Wagon list,Ostrava Steel,evaluation,100000,USD,2027-11-01,2026-07-06,2026-08-30,Tom Sanders,\n"
      "Old gate,Ostrava Steel,closed_won,58000,EUR,2026-08-21,2026-04-13,2026-08-21,Tom Sanders,\n";
constexpr const char* mail
    = "From: Jonas Brandt <jonas.brandt@nordwind-logistics.example>\r\n"
      "To: Lena Hartmann <lena@ours.example>\r\n"
      "Subject: Wagons that wait\r\n"
      "Date: Tue, 1 Sep 2026 10:00:00 +0200\r\n"
      "Message-ID: <one@nordwind-logistics.example>\r\n\r\n"
      "Hello Lena,\r\n\r\nWe need to replace our billing system by Q3, budget is 250k, please send us the contract.\r\n"
      "Could you call me tomorrow?\r\n\r\n-- \r\nJonas Brandt\r\nHead of Operations\r\nNordwind Logistics\r\n+49 30 "
      "23125 954\r\n";

/// Everything of `wanted` stands in `got`: an example may leave out optional parts of a result.
bool holds(const Json& wanted, const Json& got)
{
    if (wanted.is_object()) {
        for (const auto& [key, value] : wanted.items())
            if (!got.is_object() || (!got.contains(key) && !value.is_null())
                || (got.contains(key) && !holds(value, got[key])))
                return false;
        return true;
    }
    if (wanted.is_array()) {
        if (!got.is_array() || got.size() != wanted.size())
            return false;
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (!holds(wanted[i], got[i]))
                return false;
        return true;
    }
    if (wanted.is_number() && got.is_number())
        return std::abs(wanted.get<double>() - got.get<double>()) < 1e-9;
    return wanted == got;
}
}

#define OK(...)                                                                                                        \
    do {                                                                                                               \
        const Run okRun = (__VA_ARGS__); /* once: a command may not be idempotent */                                   \
        QVERIFY2(okRun.code == 0, (okRun.out + okRun.err).c_str());                                                    \
    } while (false)

class CliTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_data;

    Run on(QStringList arguments) const
    {
        return ctl(arguments << QStringLiteral("--data") << m_data << QStringLiteral("--json"));
    }
    Run deal(const QString& arguments) const
    {
        return on(QStringList {QStringLiteral("deal")} + QProcess::splitCommand(arguments));
    }
    Json stageOf(const QString& name) const
    {
        return deal(QStringLiteral("show \"%1\"").arg(name)).json()["opportunity"]["dealStage"];
    }

private Q_SLOTS:
    void initTestCase();
    void init();

    void importReportsWhatItDid();
    void importingTwiceDoublesNothing();
    void boardHasAllStagesWithSumsPerCurrency();
    void boardIsATableForPeople();
    void movesAskForWhatTheRuleNeeds();
    void editsCanBeTakenBackAndDoneAgain();
    void deletedDealIsRestored();
    void createdDealIsOnTheBoard();
    void recordsAreFoundByNameStartOfIdAndMail();
    void mergedAccountComesBackWithUndo();
    void conversationAndSearchShowTheWords();
    void draftIsShownAndNeverSent();
    void aDraftIsDecidedOnTheCommandLine();
    void settingsAreCheckedAndKept();
    void thePersonaIsSetAndTakenBack();
    void pointsAreSetConfirmedRejectedAndUnlocked();
    void questionsArePainsFoundAndCorrected();
    void todosAreAddedDoneAndListed();
    void duplicatesAreListedMergedAndKeptApart();
    void alertsAreListedAndAnswered();
    void aConversationIsSnoozedAndComesBack();
    void unreadIsListedMarkedAndRead();
    void exportHoldsEverything();
    void backupIsRestored();
    void clearLeavesNothing();
    void aPersonIsExportedAndErased();
    void doctorFindsAWorkspaceSound();

    void qualifyReadsOneMail();
    void qualifyTellsSidesOfAChat();
    void qualifyGivesAListForSeveralFiles();
    void rulesAnswerTheirExamples();
    void rulesBatchAnswersEachLineAtOnce();
    void unknownRuleSaysSo();

    void badArgumentsAreOneLineAndCodeTwo_data();
    void badArgumentsAreOneLineAndCodeTwo();
    void missingWorkspaceIsNotFound();
    void everyCommandHasHelpWithAnExample();
    void completionKnowsEveryCommand();
};

void CliTest::initTestCase()
{
    const auto source = m_folder.filePath(QStringLiteral("source"));
    write(source + QStringLiteral("/deals.csv"), deals);
    write(source + QStringLiteral("/mail.eml"), mail);
    const auto made
        = ctl({QStringLiteral("import"), source, QStringLiteral("--data"), m_folder.filePath(QStringLiteral("master")),
            QStringLiteral("--own"), QStringLiteral("ours.example"), QStringLiteral("--json")});
    OK(made);
}

void CliTest::init()
{
    // Each test works on a copy of one imported workspace.
    static int number = 0;
    m_data = m_folder.filePath(QStringLiteral("w%1").arg(++number));
    const QDir master(m_folder.filePath(QStringLiteral("master")));
    QVERIFY(QDir().mkpath(m_data));
    for (const auto& name : master.entryList(QDir::Files))
        QVERIFY(QFile::copy(master.filePath(name), m_data + u'/' + name));
}

void CliTest::importReportsWhatItDid()
{
    const auto file = m_folder.filePath(QStringLiteral("more.csv"));
    write(file, "Account name,Industry\nTessera Tiles,Ceramics\n");
    const auto run = on({QStringLiteral("import"), file});
    OK(run);
    const auto report = run.json();
    QCOMPARE(report["created"]["account"].get<int>(), 1);
    for (const char* key : {"created", "merged", "skipped", "errors"})
        QVERIFY2(report.contains(key), key);
    const auto missing = on({QStringLiteral("import"), QStringLiteral("/no/such/file")});
    QCOMPARE(missing.code, 3);
    QCOMPARE(missing.json()["error"]["code"].get<std::string>(), std::string("not_found"));
}

void CliTest::importingTwiceDoublesNothing()
{
    const auto before = on({QStringLiteral("board")}).out;
    OK(on({QStringLiteral("import"), m_folder.filePath(QStringLiteral("source"))}));
    QCOMPARE(on({QStringLiteral("board")}).out, before);
}

void CliTest::boardHasAllStagesWithSumsPerCurrency()
{
    const auto run = on({QStringLiteral("board")});
    OK(run);
    const auto columns = run.json()["columns"];
    const std::vector<std::string> stages {"prospecting", "discovery", "qualification", "evaluation", "negotiation",
        "closed_won", "closed_lost", "stalled"};
    QCOMPARE(columns.size(), stages.size());
    for (std::size_t i = 0; i < stages.size(); ++i)
        QCOMPARE(columns[i]["stage"].get<std::string>(), stages[i]);
    QCOMPARE(columns[5]["count"].get<int>(), 1);
    QVERIFY(columns[3]["sums"] == parseJson(R"([{"amountMinor": 10000000, "currency": "USD"}])").value());
    QVERIFY(columns[3]["weighted"] == parseJson(R"([{"amountMinor": 6000000, "currency": "USD"}])").value());
    QVERIFY(columns[6]["sums"] == Json::array());
}

void CliTest::boardIsATableForPeople()
{
    const auto run = ctl({QStringLiteral("board"), QStringLiteral("--data"), m_data});
    OK(run);
    QVERIFY(run.out.find("closed won") != std::string::npos);
    QVERIFY(run.out.find("USD 100,000") != std::string::npos);
    QVERIFY(run.out.find('\x1B') == std::string::npos); // no colour where nobody looks
}

void CliTest::movesAskForWhatTheRuleNeeds()
{
    const auto skipping = deal(QStringLiteral("move \"Fleet planning\" negotiation"));
    QCOMPARE(skipping.code, 4);
    QCOMPARE(skipping.json()["error"]["code"].get<std::string>(), std::string("move_needs_input"));
    QVERIFY(skipping.json()["error"]["details"]["fields"] == Json::array({"override", "reason"}));
    const auto lost = deal(QStringLiteral("move \"Yard cameras\" lost"));
    QVERIFY(lost.json()["error"]["details"]["fields"] == Json::array({"lostReason"}));
    const auto judged = deal(QStringLiteral("move \"Fleet planning\" qualification --dry-run"));
    OK(judged);
    QCOMPARE(judged.json()["answer"].get<std::string>(), std::string("allowed"));
    QCOMPARE(judged.json()["proofs"].size(), std::size_t(5));
    QVERIFY(stageOf(QStringLiteral("Fleet planning")) == Json("discovery"));
    const auto won = deal(QStringLiteral("move \"Yard cameras\" closed-won --closed-value \"EUR 45,000\""));
    OK(won);
    QVERIFY(won.json()["opportunity"]["closedValue"]
        == parseJson(R"({"amountMinor": 4500000, "currency": "EUR"})").value());
    const auto plain = ctl({QStringLiteral("deal"), QStringLiteral("move"), QStringLiteral("Fleet planning"),
        QStringLiteral("negotiation"), QStringLiteral("--data"), m_data});
    QCOMPARE(plain.code, 4);
    QVERIFY(plain.out.empty());
    QCOMPARE(std::count(plain.err.begin(), plain.err.end(), '\n'), 1);
    QVERIFY(plain.err.find("--reason") != std::string::npos);
}

void CliTest::editsCanBeTakenBackAndDoneAgain()
{
    OK(deal(
        QStringLiteral("edit \"Fleet planning\" --value 200k --close-date 2027-12-31 --product \"Fleet Planning\"")));
    auto shown = deal(QStringLiteral("show \"Fleet planning\"")).json()["opportunity"];
    QCOMPARE(shown["estimatedValue"]["amountMinor"].get<std::int64_t>(), 20'000'000);
    QCOMPARE(shown["closeDatePushes"].get<int>(), 1);
    const auto undone = on({QStringLiteral("undo")});
    OK(undone);
    shown = deal(QStringLiteral("show \"Fleet planning\"")).json()["opportunity"];
    QCOMPARE(shown["estimatedValue"]["amountMinor"].get<std::int64_t>(), 18'400'000);
    QVERIFY(!shown.contains("productLine"));
    OK(on({QStringLiteral("undo"), QStringLiteral("--mutation"),
        QString::fromStdString(undone.json()["mutationId"].get<std::string>())}));
    QCOMPARE(deal(QStringLiteral("show \"Fleet planning\"")).json()["opportunity"]["closeDate"].get<std::string>(),
        std::string("2027-12-31"));
    const auto history = deal(QStringLiteral("history \"Fleet planning\"")).json()["items"];
    QCOMPARE(history.front()["cause"]["what"].get<std::string>(), std::string("redo"));
    QCOMPARE(history.back()["actor"]["kind"].get<std::string>(), std::string("import"));
}

void CliTest::deletedDealIsRestored()
{
    OK(deal(QStringLiteral("delete \"Wagon list\"")));
    QCOMPARE(deal(QStringLiteral("show \"Wagon list\"")).code, 3);
    OK(deal(QStringLiteral("restore \"Wagon list\"")));
    QVERIFY(stageOf(QStringLiteral("Wagon list")) == Json("evaluation"));
    const auto refused = on({QStringLiteral("account"), QStringLiteral("delete"), QStringLiteral("Ostrava Steel")});
    QCOMPARE(refused.code, 4);
    QCOMPARE(refused.json()["error"]["code"].get<std::string>(), std::string("has_open_opportunities"));
    OK(deal(QStringLiteral("archive \"Wagon list\"")));
    QCOMPARE(on({QStringLiteral("board")}).json()["columns"][3]["count"].get<int>(), 0);
    OK(on({QStringLiteral("undo")}));
    QCOMPARE(on({QStringLiteral("board")}).json()["columns"][3]["count"].get<int>(), 1);
}

void CliTest::createdDealIsOnTheBoard()
{
    const auto made = deal(QStringLiteral(
        "create --account ostrava --name \"Crane planning\" --value \"USD 12,500\" --stage qualification --owner tom"));
    OK(made);
    QCOMPARE(made.json()["source"].get<std::string>(), std::string("manual"));
    QCOMPARE(on({QStringLiteral("board")}).json()["columns"][2]["count"].get<int>(), 1);
    OK(on({QStringLiteral("undo")}));
    QCOMPARE(on({QStringLiteral("board")}).json()["columns"][2]["count"].get<int>(), 0);
}

void CliTest::recordsAreFoundByNameStartOfIdAndMail()
{
    const auto id = deal(QStringLiteral("show \"yard CAMERAS\"")).json()["opportunity"]["id"].get<std::string>();
    QVERIFY(deal(QStringLiteral("show cameras")).json()["opportunity"]["id"] == Json(id));
    QVERIFY(deal(QStringLiteral("show %1").arg(QString::fromStdString(id))).json()["opportunity"]["id"] == Json(id));
    const auto person = on(
        {QStringLiteral("contact"), QStringLiteral("show"), QStringLiteral("Jonas.Brandt@nordwind-logistics.example")});
    OK(person);
    QCOMPARE(person.json()["contact"]["title"].get<std::string>(), std::string("Head of Operations"));
    const auto several = deal(QStringLiteral("show a")); // part of more than one name
    QCOMPARE(several.code, 2);
    QCOMPARE(several.json()["error"]["code"].get<std::string>(), std::string("ambiguous"));
}

void CliTest::mergedAccountComesBackWithUndo()
{
    OK(on({QStringLiteral("account"), QStringLiteral("merge"), QStringLiteral("Nordwind Logistics"),
        QStringLiteral("Ostrava Steel")}));
    QCOMPARE(on({QStringLiteral("account"), QStringLiteral("list")}).json()["items"].size(), std::size_t(1));
    QCOMPARE(on({QStringLiteral("account"), QStringLiteral("show"), QStringLiteral("Nordwind Logistics")})
                 .json()["deals"]
                 .size()
            >= 4,
        true);
    OK(on({QStringLiteral("undo")}));
    QCOMPARE(on({QStringLiteral("account"), QStringLiteral("list")}).json()["items"].size(), std::size_t(2));
}

void CliTest::conversationAndSearchShowTheWords()
{
    const auto list = on({QStringLiteral("conversation"), QStringLiteral("list")}).json()["items"];
    QCOMPARE(list.size(), std::size_t(1));
    const auto id = QString::fromStdString(list[0]["id"].get<std::string>());
    const auto shown = on({QStringLiteral("conversation"), QStringLiteral("show"), id}).json();
    QVERIFY(shown["messages"][0]["text"].get<std::string>().find("replace our billing system") != std::string::npos);
    const auto found
        = on({QStringLiteral("search"), QStringLiteral("billing"), QStringLiteral("systems")}).json()["items"];
    QVERIFY(!found.empty());
    QVERIFY(found[0]["snippet"].get<std::string>().find("billing") != std::string::npos);
    QVERIFY(on({QStringLiteral("search"), QStringLiteral("zeppelin")}).json()["items"].empty());
}

void CliTest::draftIsShownAndNeverSent()
{
    const auto first = on({QStringLiteral("draft"), QStringLiteral("--account"), QStringLiteral("Nordwind")});
    OK(first);
    QCOMPARE(first.json()["status"].get<std::string>(), std::string("pending"));
    QVERIFY(!first.json()["payload"]["body"].get<std::string>().empty());
    const auto again = on({QStringLiteral("draft"), QStringLiteral("--account"), QStringLiteral("Nordwind")});
    QVERIFY(again.json()["id"] == first.json()["id"]);
    QVERIFY(again.json()["fresh"] == Json(false));
}

void CliTest::aDraftIsDecidedOnTheCommandLine()
{
    const auto run
        = [this](QStringList arguments) { return on(QStringList {QStringLiteral("approvals")} + arguments); };
    const auto draft = on({QStringLiteral("draft"), QStringLiteral("--account"), QStringLiteral("Nordwind")});
    OK(draft);
    const auto id = QString::fromStdString(draft.json()["id"].get<std::string>());
    const auto listed = run({QStringLiteral("list")});
    OK(listed);
    QCOMPARE(listed.json()["approvals"][0]["action"]["id"].get<std::string>(), id.toStdString());
    const auto text = m_folder.filePath(QStringLiteral("answer.txt"));
    QFile file(text);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Hello,\nI will call you.\n");
    file.close();
    OK(run({QStringLiteral("edit"), id, QStringLiteral("--body"), text}));
    QCOMPARE(run({QStringLiteral("show"), id}).json()["approval"]["editedPayload"]["body"].get<std::string>(),
        std::string("Hello,\nI will call you.\n"));
    const auto mail = m_folder.filePath(QStringLiteral("answer.eml"));
    const auto early = run({QStringLiteral("write-out"), id, mail});
    QCOMPARE(early.json()["error"]["code"].get<std::string>(), std::string("not_approved"));
    OK(run({QStringLiteral("approve"), id}));
    QCOMPARE(run({QStringLiteral("write-out"), id, mail}).json()["error"]["code"].get<std::string>(),
        std::string("undo_window_open"));
    QVERIFY(!QFile::exists(mail));
    QVERIFY(run({QStringLiteral("reject"), id}).code != 0);
    OK(on({QStringLiteral("undo")}));
    OK(run({QStringLiteral("reject"), id, QStringLiteral("--reason"), QStringLiteral("I call her")}));
    QVERIFY(run({QStringLiteral("list")}).json()["approvals"].empty());
}

void CliTest::settingsAreCheckedAndKept()
{
    QCOMPARE(on({QStringLiteral("settings"), QStringLiteral("show")}).json()["settings"]["timeZone"].get<std::string>(),
        std::string("Europe/Berlin"));
    OK(on({QStringLiteral("settings"), QStringLiteral("set"), QStringLiteral("--currency"), QStringLiteral("usd"),
        QStringLiteral("--company"), QStringLiteral("Meridianflow")}));
    QCOMPARE(on({QStringLiteral("settings"), QStringLiteral("show")}).json()["settings"]["currency"].get<std::string>(),
        std::string("USD"));
    const auto bad = on({QStringLiteral("settings"), QStringLiteral("set"), QStringLiteral("--time-zone"),
        QStringLiteral("Mars/Olympus")});
    QCOMPARE(bad.code, 2);
    QCOMPARE(bad.json()["error"]["details"]["field"].get<std::string>(), std::string("timeZone"));
}

void CliTest::thePersonaIsSetAndTakenBack()
{
    const auto usual = on({QStringLiteral("persona"), QStringLiteral("show")});
    OK(usual);
    QVERIFY(usual.json()["followsRegion"] == Json(true));
    const auto set = on({QStringLiteral("persona"), QStringLiteral("set"), QStringLiteral("--formality"),
        QStringLiteral("10%"), QStringLiteral("--instructions"), QStringLiteral("British spelling")});
    OK(set);
    QCOMPARE(set.json()["dimensions"]["formal_casual"].get<double>(), 0.1);
    QCOMPARE(set.json()["customInstructions"].get<std::string>(), std::string("British spelling"));
    OK(on({QStringLiteral("undo")}));
    QVERIFY(on({QStringLiteral("persona"), QStringLiteral("show")}).json() == usual.json());
    const auto loud
        = on({QStringLiteral("persona"), QStringLiteral("set"), QStringLiteral("--detail"), QStringLiteral("loud")});
    QCOMPARE(loud.code, 2);
    QCOMPARE(loud.json()["error"]["code"].get<std::string>(), std::string("validation_failed"));
}

void CliTest::pointsAreSetConfirmedRejectedAndUnlocked()
{
    const auto point = [this](const QString& verb, const QString& name, const QStringList& more = {}) {
        return on(QStringList {QStringLiteral("point"), verb, QStringLiteral("Yard cameras"), name} + more);
    };
    const auto budget
        = [](const Run& run) { return run.json()["opportunity"]["qualificationSnapshot"]["bant"]["budget"]; };
    const auto set = point(QStringLiteral("set"), QStringLiteral("budget"), {QStringLiteral("EUR 60,000")});
    OK(set);
    QVERIFY(set.json()["mutationId"].is_string());
    QVERIFY(budget(set)["identified"] == Json(true));
    QVERIFY(budget(set)["locked"] == Json(true));
    QVERIFY(point(QStringLiteral("confirm"), QStringLiteral("budget")).json()["mutationId"].is_null());
    const auto open = point(QStringLiteral("unlock"), QStringLiteral("budget"));
    OK(open);
    QVERIFY(budget(open).value("locked", false) == false);
    OK(point(QStringLiteral("reject"), QStringLiteral("budget")));
    const auto gone = on({QStringLiteral("deal"), QStringLiteral("show"), QStringLiteral("Yard cameras")}).json();
    for (const auto& each : gone["qualification"])
        if (each["dimension"] == "budget")
            QVERIFY(each["identified"] == Json(false));
    OK(point(QStringLiteral("set"), QStringLiteral("Economic-Buyer"), {QStringLiteral("Petra Lind")}));
    OK(on({QStringLiteral("undo")}));
    const auto nothing = point(QStringLiteral("confirm"), QStringLiteral("champion")); // nothing stands there
    QCOMPARE(nothing.code, 2);
    QCOMPARE(nothing.json()["error"]["code"].get<std::string>(), std::string("validation_failed"));
    QCOMPARE(point(QStringLiteral("set"), QStringLiteral("weather"), {QStringLiteral("fine")}).code, 2);
    QCOMPARE(on({QStringLiteral("point"), QStringLiteral("reject"), QStringLiteral("No such deal"),
                    QStringLiteral("budget")})
                 .code,
        3);
}

void CliTest::questionsArePainsFoundAndCorrected()
{
    const auto sales
        = [this](const QStringList& arguments) { return on(QStringList {QStringLiteral("sales")} + arguments); };
    const auto contact = QStringLiteral("--contact");
    const auto jonas = QStringLiteral("jonas.brandt@nordwind-logistics.example");
    const auto file = m_folder.filePath(QStringLiteral("pain.eml"));
    write(file,
        "From: Jonas Brandt <jonas.brandt@nordwind-logistics.example>\r\nTo: Lena Hartmann <lena@ours.example>\r\n"
        "Subject: Wagons that wait\r\nDate: Wed, 2 Sep 2026 10:00:00 +0200\r\n"
        "Message-ID: <two@nordwind-logistics.example>\r\n\r\nThe exports are slow. Our CFO hates the delays.\r\n");
    OK(on({QStringLiteral("import"), file, QStringLiteral("--own"), QStringLiteral("ours.example")}));

    const auto asked = sales({QStringLiteral("next-question"), QStringLiteral("--account"),
        QStringLiteral("Nordwind Logistics"), contact, jonas});
    OK(asked);
    QCOMPARE(asked.json()["questionType"].get<std::string>(), std::string("impact"));
    QVERIFY(asked.json()["backOff"] == Json(false));
    QVERIFY(!asked.json()["suggestedQuestion"].get<std::string>().empty());
    const auto said = [&](const QString& message) {
        return sales({QStringLiteral("next-question"), contact, jonas, QStringLiteral("--message"), message}).json();
    };
    QVERIFY(said(QStringLiteral("Each late file costs us 300 euros per week."))["questionType"] == Json("solution"));
    QVERIFY(said(QStringLiteral("I'd rather not share more on that."))["backOff"] == Json(true));
    const auto words = ctl(
        {QStringLiteral("sales"), QStringLiteral("next-question"), contact, jonas, QStringLiteral("--data"), m_data});
    OK(words);
    QVERIFY(words.out.find("Why: ") != std::string::npos && words.out.find("Still unknown: ") != std::string::npos);
    QCOMPARE(sales({QStringLiteral("next-question"), contact, QStringLiteral("nobody@nowhere.example")}).code, 3);
    QCOMPARE(sales({QStringLiteral("next-question")}).code, 2);

    const auto pains = [&] {
        return sales({QStringLiteral("pain-map"), QStringLiteral("Yard cameras")}).json()["topics"];
    };
    QCOMPARE(pains().size(), std::size_t(2));
    QVERIFY(pains()[0]["contactName"] == Json("Jonas Brandt"));
    const auto topic = [&](const QStringList& more) {
        return sales(QStringList {QStringLiteral("topic"), QStringLiteral("0"), contact, jonas} + more);
    };
    const auto renamed
        = topic({QStringLiteral("--rename"), QStringLiteral("Month end exports"), QStringLiteral("--revisit")});
    OK(renamed);
    QVERIFY(renamed.json()["mutationId"].is_string());
    const auto first = [&](const char* field) {
        for (const auto& each : pains())
            if (each["index"] == Json(0))
                return each[field];
        return Json();
    };
    QVERIFY(first("topic") == Json("Month end exports") && first("revisit") == Json(true));
    OK(on({QStringLiteral("undo")}));
    QVERIFY(first("topic") == Json("slow exports") && first("revisit") == Json(false));
    OK(topic({QStringLiteral("--remove")}));
    QCOMPARE(pains().size(), std::size_t(1));
    QCOMPARE(topic({}).code, 2);
    QCOMPARE(topic({QStringLiteral("--remove"), QStringLiteral("--rename"), QStringLiteral("x")}).code, 2);
    QCOMPARE(sales({QStringLiteral("topic"), QStringLiteral("7"), contact, jonas, QStringLiteral("--remove")}).code, 3);

    const auto mention = [&](const QString& name, const QString& status) {
        return sales({QStringLiteral("mention"), name, status, contact, jonas});
    };
    OK(mention(QStringLiteral("the CFO"), QStringLiteral("contacted")));
    QVERIFY(mention(QStringLiteral("the CFO"), QStringLiteral("contacted")).json()["mutationId"].is_null());
    QCOMPARE(mention(QStringLiteral("our COO"), QStringLiteral("contacted")).code, 3);
    QCOMPARE(mention(QStringLiteral("the CFO"), QStringLiteral("married")).code, 2);
}

void CliTest::todosAreAddedDoneAndListed()
{
    const auto todo
        = [this](const QStringList& arguments) { return on(QStringList {QStringLiteral("todo")} + arguments); };
    const auto before = todo({QStringLiteral("list")}).json()["items"].size();
    OK(todo({QStringLiteral("add"), QStringLiteral("Yard cameras"), QStringLiteral("Call about the depot"),
        QStringLiteral("--due"), QStringLiteral("2027-10-05")}));
    const auto mine = todo({QStringLiteral("list"), QStringLiteral("--deal"), QStringLiteral("Yard cameras")}).json();
    QCOMPARE(mine["items"].back()["description"].get<std::string>(), std::string("Call about the depot"));
    QCOMPARE(mine["items"].back()["dueOn"].get<std::string>(), std::string("2027-10-05"));
    QCOMPARE(todo({QStringLiteral("list")}).json()["items"].size(), before + 1);
    const auto id = QString::fromStdString(mine["items"].back()["id"].get<std::string>());
    const auto done = todo({QStringLiteral("done"), id});
    OK(done);
    QVERIFY(done.json()["mutationId"].is_string());
    QVERIFY(todo({QStringLiteral("done"), id}).json()["mutationId"].is_null());
    QCOMPARE(todo({QStringLiteral("list")}).json()["items"].size(), before);
    QCOMPARE(todo({QStringLiteral("list"), QStringLiteral("--all")}).json()["items"].size(), before + 1);
    OK(todo({QStringLiteral("reopen"), id}));
    QCOMPARE(todo({QStringLiteral("list")}).json()["items"].size(), before + 1);
    QCOMPARE(todo({QStringLiteral("add"), QStringLiteral("Yard cameras"), QStringLiteral(" ")}).code, 2);
    QCOMPARE(todo({QStringLiteral("done"), QStringLiteral("0190ffff")}).code, 3);
}

void CliTest::duplicatesAreListedMergedAndKeptApart()
{
    const auto csv = m_folder.filePath(QStringLiteral("twins.csv"));
    write(csv, "Account name,Website\nNordwind Logistic,\nOstrava Steal,\n");
    OK(on({QStringLiteral("import"), csv, QStringLiteral("--kind"), QStringLiteral("accounts")}));
    const auto pairs = [this](const QStringList& more = {}) {
        return on(QStringList {QStringLiteral("duplicates"), QStringLiteral("list")} + more).json()["items"];
    };
    const auto found = pairs();
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0]["type"].get<std::string>(), std::string("account"));
    QCOMPARE(found[0]["reason"].get<std::string>(), std::string("nearly_same_name"));
    QVERIFY(pairs({QStringLiteral("--type"), QStringLiteral("contact")}).empty());
    const auto id = [](const Json& side) { return QString::fromStdString(side["id"].get<std::string>()); };
    OK(on({QStringLiteral("duplicates"), QStringLiteral("apart"), id(found[0]["first"]), id(found[0]["second"])}));
    QCOMPARE(pairs().size(), std::size_t(1));
    const auto merged
        = on({QStringLiteral("duplicates"), QStringLiteral("merge"), id(found[1]["first"]), id(found[1]["second"])});
    OK(merged);
    QVERIFY(merged.json()["mutationId"].is_string());
    QVERIFY(pairs().empty());
    OK(on({QStringLiteral("undo")}));
    QCOMPARE(pairs().size(), std::size_t(1));
    const auto wrong
        = on({QStringLiteral("duplicates"), QStringLiteral("list"), QStringLiteral("--type"), QStringLiteral("deal")});
    QCOMPARE(wrong.code, 2);
    const auto self
        = on({QStringLiteral("duplicates"), QStringLiteral("apart"), id(found[1]["first"]), id(found[1]["first"])});
    QCOMPARE(self.code, 2);
}

void CliTest::alertsAreListedAndAnswered()
{
    const auto alerts
        = [this](const QStringList& arguments) { return on(QStringList {QStringLiteral("alerts")} + arguments); };
    const auto open = alerts({QStringLiteral("list")});
    OK(open);
    QVERIFY(!open.json()["items"].empty());
    const auto first = open.json()["items"][0];
    QVERIFY(!first["alerts"].empty() && first["answer"].is_null());
    const auto deal = QString::fromStdString(first["card"]["id"].get<std::string>());
    const auto count = open.json()["items"].size();
    OK(alerts({QStringLiteral("answer"), deal, QStringLiteral("false-alarm")}));
    QCOMPARE(alerts({QStringLiteral("list")}).json()["items"].size(), count - 1);
    const auto answered = alerts({QStringLiteral("list"), QStringLiteral("--answered")}).json()["items"];
    QCOMPARE(answered.size(), std::size_t(1));
    QCOMPARE(answered[0]["answer"].get<std::string>(), std::string("false_alarm"));
    OK(alerts({QStringLiteral("answer"), deal, QStringLiteral("none")}));
    QCOMPARE(alerts({QStringLiteral("list")}).json()["items"].size(), count);
    const auto later = alerts(
        {QStringLiteral("answer"), deal, QStringLiteral("snoozed"), QStringLiteral("--until"), QStringLiteral("3d")});
    OK(later);
    QVERIFY(later.json()["until"].is_string());
    for (const auto& bad : {QStringList {QStringLiteral("answer"), deal, QStringLiteral("maybe")},
             QStringList {QStringLiteral("answer"), deal, QStringLiteral("snoozed")},
             QStringList {QStringLiteral("answer"), deal, QStringLiteral("useful"), QStringLiteral("--until"),
                 QStringLiteral("3d")}}) {
        const auto run = alerts(bad);
        QCOMPARE(run.code, 2);
        QCOMPARE(run.json()["error"]["code"].get<std::string>(), std::string("validation_failed"));
    }
    QCOMPARE(alerts({QStringLiteral("answer"), QStringLiteral("No such deal"), QStringLiteral("useful")}).code, 3);
}

void CliTest::aConversationIsSnoozedAndComesBack()
{
    const auto snooze = [this](const QStringList& more) {
        return on(QStringList {QStringLiteral("snooze"), QStringLiteral("Wagons that wait")} + more);
    };
    const auto later = snooze({QStringLiteral("--until"), QStringLiteral("2w")});
    OK(later);
    QVERIFY(later.json()["mutationId"].is_string() && later.json()["until"].is_string());
    OK(on({QStringLiteral("undo")}));
    QVERIFY(snooze({QStringLiteral("--off")}).json()["mutationId"].is_null()); // it was open again
    for (const auto& bad : {QStringList {}, QStringList {QStringLiteral("--until"), QStringLiteral("yesterday")},
             QStringList {QStringLiteral("--until"), QStringLiteral("2020-01-01")},
             QStringList {QStringLiteral("--until"), QStringLiteral("0d")},
             QStringList {QStringLiteral("--until"), QStringLiteral("3d"), QStringLiteral("--off")}}) {
        const auto run = snooze(bad);
        QCOMPARE(run.code, 2);
        QVERIFY(run.json()["error"]["details"]["field"] == Json("--until"));
    }
}

void CliTest::unreadIsListedMarkedAndRead()
{
    const auto unread
        = [this](const QStringList& arguments) { return on(QStringList {QStringLiteral("unread")} + arguments); };
    const auto fresh = QDateTime::currentDateTimeUtc().addSecs(-3600);
    const auto file = m_folder.filePath(QStringLiteral("fresh.eml"));
    write(file,
        "From: Jana Novak <jana@ostrava-steel.example>\r\nTo: Lena Hartmann <lena@ours.example>\r\n"
        "Subject: The wagon list\r\nMessage-ID: <fresh@ostrava-steel.example>\r\nDate: "
            + QLocale::c().toString(fresh, QStringLiteral("ddd, d MMM yyyy HH:mm:ss")).toLatin1()
            + " +0000\r\n\r\nCould you send the list again?\r\n");
    OK(unread({QStringLiteral("read"), QStringLiteral("--all")}));
    OK(on({QStringLiteral("import"), file}));
    const auto list = unread({QStringLiteral("list")}).json()["items"];
    QCOMPARE(list.size(), std::size_t(1));
    QCOMPARE(list[0]["subject"].get<std::string>(), std::string("The wagon list"));
    const auto id = QString::fromStdString(list[0]["id"].get<std::string>());
    QCOMPARE(unread({QStringLiteral("read"), id}).json()["changed"].size(), std::size_t(1));
    QCOMPARE(unread({QStringLiteral("read"), id}).json()["changed"].size(), std::size_t(0));
    QVERIFY(unread({QStringLiteral("list")}).json()["items"].empty());
    OK(unread({QStringLiteral("mark"), id}));
    QCOMPARE(unread({QStringLiteral("list")}).json()["items"].size(), std::size_t(1));
    QCOMPARE(unread({QStringLiteral("read"), QStringLiteral("--all")}).json()["changed"].size(), std::size_t(1));
    QCOMPARE(unread({QStringLiteral("read")}).code, 2);
    QCOMPARE(unread({QStringLiteral("mark"), QStringLiteral("0190ffff")}).code, 3);
}

void CliTest::exportHoldsEverything()
{
    const auto folder = m_data + QStringLiteral("-export");
    const auto run = on({QStringLiteral("export"), folder});
    OK(run);
    QCOMPARE(run.json()["mails"].get<int>(), 1);
    QFile csv(folder + QStringLiteral("/deals.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readAll().contains("Fleet planning,Nordwind Logistics,,discovery,184000.00,EUR"));
    QVERIFY(QFile::exists(folder + QStringLiteral("/changes.jsonl")));
    const auto eml = QDir(folder + QStringLiteral("/mail")).entryList({QStringLiteral("*.eml")});
    QCOMPARE(eml.size(), 1);
    QFile raw(folder + QStringLiteral("/mail/") + eml.front());
    QVERIFY(raw.open(QIODevice::ReadOnly));
    QCOMPARE(raw.readAll(), QByteArray(mail));
    QCOMPARE(on({QStringLiteral("export"), folder}).code, 4); // never over what is there
}

void CliTest::backupIsRestored()
{
    const auto copy = m_data + QStringLiteral("-copy");
    OK(on({QStringLiteral("backup"), copy}));
    OK(deal(QStringLiteral("delete \"Wagon list\"")));
    QCOMPARE(on({QStringLiteral("restore"), copy}).code, 4); // would replace a workspace: asks
    OK(on({QStringLiteral("restore"), copy, QStringLiteral("--yes")}));
    QVERIFY(stageOf(QStringLiteral("Wagon list")) == Json("evaluation"));
    QCOMPARE(on({QStringLiteral("restore"), m_folder.filePath(QStringLiteral("nothing"))}).code, 3);
    QFile database(copy + QStringLiteral("/workspace.db"));
    QVERIFY(database.resize(database.size() / 2));
    const auto cut = on({QStringLiteral("restore"), copy, QStringLiteral("--yes"), QStringLiteral("--json")});
    QCOMPARE(cut.json()["error"]["code"].get<std::string>(), std::string("backup_damaged"));
    QVERIFY(stageOf(QStringLiteral("Wagon list")) == Json("evaluation")); // what was there is there
}

void CliTest::clearLeavesNothing()
{
    QCOMPARE(on({QStringLiteral("clear")}).code, 4); // asks
    QVERIFY(stageOf(QStringLiteral("Wagon list")) == Json("evaluation"));
    QFile other(m_data + QStringLiteral("/notes.txt"));
    QVERIFY(other.open(QIODevice::WriteOnly));
    OK(on({QStringLiteral("clear"), QStringLiteral("--yes")}));
    QVERIFY(!QFile::exists(m_data + QStringLiteral("/workspace.db")));
    QVERIFY(other.exists()); // not of the workspace
    QCOMPARE(on({QStringLiteral("clear"), QStringLiteral("--yes")}).code, 3);
}

void CliTest::aPersonIsExportedAndErased()
{
    const auto people = on({QStringLiteral("contact"), QStringLiteral("list"), QStringLiteral("--json")}).json();
    QVERIFY(!people["items"].empty());
    const auto id = QString::fromStdString(people["items"][0]["id"].get<std::string>());
    const auto folder = m_folder.filePath(QStringLiteral("person"));
    OK(on({QStringLiteral("person"), QStringLiteral("export"), id, folder}));
    QVERIFY(QFile::exists(folder + QStringLiteral("/person.json")));
    QCOMPARE(on({QStringLiteral("person"), QStringLiteral("erase"), id}).code, 4); // asks
    const auto done = on(
        {QStringLiteral("person"), QStringLiteral("erase"), id, QStringLiteral("--yes"), QStringLiteral("--json")});
    OK(done);
    QVERIFY(done.json()["records"].get<int>() > 0);
    const auto left = on({QStringLiteral("contact"), QStringLiteral("list"), QStringLiteral("--json")}).json();
    QCOMPARE(left["items"].size() + 1, people["items"].size());
    QCOMPARE(on({QStringLiteral("person"), QStringLiteral("erase"), QStringLiteral("nobody@nowhere.example")}).code, 3);
}

void CliTest::doctorFindsAWorkspaceSound()
{
    const auto run = on({QStringLiteral("doctor")});
    OK(run);
    QVERIFY2(run.json()["sound"] == Json(true), run.out.c_str());
    QVERIFY(run.json()["documents"]["opportunity"].get<int>() >= 4);
}

void CliTest::qualifyReadsOneMail()
{
    const auto file = m_folder.filePath(QStringLiteral("source/mail.eml"));
    const auto run = ctl({QStringLiteral("qualify"), file, QStringLiteral("--own"), QStringLiteral("ours.example"),
        QStringLiteral("--json")});
    OK(run);
    const auto reading = run.json();
    QVERIFY(reading["qualification"]["bant"]["budget"]["identified"] == Json(true));
    QVERIFY(reading["qualification"]["meddic"].is_object());
    QCOMPARE(reading["people"].size(), std::size_t(1));
    QCOMPARE(reading["people"][0]["contactName"].get<std::string>(), std::string("Jonas Brandt"));
    QCOMPARE(reading["people"][0]["title"].get<std::string>(), std::string("Head of Operations"));
    QCOMPARE(reading["opportunity"]["dealPotentialConfidence"].get<double>(), 0.85);
    QVERIFY(reading.contains("escalation")); // a report or null
    QVERIFY(!reading["nextActions"].empty());
    const auto guessed = ctl({QStringLiteral("qualify"), file, QStringLiteral("--json")});
    OK(guessed);
    QVERIFY(guessed.json()["people"] == reading["people"]);
    QVERIFY(guessed.json()["side"].get<std::string>().find("guessed") != std::string::npos);
    QCOMPARE(ctl({QStringLiteral("qualify"), QStringLiteral("/no/such.eml")}).code, 3);
}

void CliTest::qualifyTellsSidesOfAChat()
{
    const auto file = m_folder.filePath(QStringLiteral("chat.json"));
    write(file, R"([{"sender":"Ana","senderRole":"us","text":"What would success look like? Our platform saves hours."},
        {"sender":"Raj","senderRole":"customer","text":"We need to cut planning time from 3 hours to 30 minutes."},
        {"sender":"Raj","senderRole":"customer","text":"I want to speak to a human, please."}])");
    const auto run = ctl({QStringLiteral("qualify"), file, QStringLiteral("--json")});
    OK(run);
    const auto reading = run.json();
    QCOMPARE(reading["people"].size(), std::size_t(1));
    QCOMPARE(reading["people"][0]["contactName"].get<std::string>(), std::string("Raj"));
    QVERIFY(reading["side"].get<std::string>().find("Ana") != std::string::npos);
    QVERIFY(reading["qualification"]["bant"]["need"]["identified"] == Json(true));
    QCOMPARE(reading["escalation"]["escalationTrigger"].get<std::string>(), std::string("customer_request"));
}

void CliTest::qualifyGivesAListForSeveralFiles()
{
    const auto file = m_folder.filePath(QStringLiteral("source/mail.eml"));
    const auto run = ctl({QStringLiteral("qualify"), file, file, QStringLiteral("--json")});
    OK(run);
    QVERIFY(run.json().is_array());
    QCOMPARE(run.json().size(), std::size_t(2));
}

void CliTest::rulesAnswerTheirExamples()
{
    QByteArray calls;
    std::vector<Json> wanted;
    std::vector<std::string> names;
    std::set<std::string> built;
    for (const auto& rule : ctl({QStringLiteral("rules"), QStringLiteral("list"), QStringLiteral("--json")}).json())
        built.insert(rule["rule"].get<std::string>());
    QVERIFY(built.size() > 20);
    for (const char* area : {"sales", "deals", "platform"}) {
        QFile file(QStringLiteral(AGENTARMY_SOURCE_DIR "/resources/rules/%1.json").arg(QLatin1String(area)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto entries = parseJson(file.readAll().toStdString());
        QVERIFY(entries.has_value());
        for (const auto& entry : *entries) {
            if (!built.contains(entry["rule"].get<std::string>()))
                continue;
            calls += QByteArray::fromStdString(
                         Json {{"rule", entry["rule"]}, {"params", entry["example"]["params"]}}.dump())
                + '\n';
            wanted.push_back(entry["example"]["result"]);
            names.push_back(entry["rule"].get<std::string>());
        }
    }
    const auto run = ctl({QStringLiteral("rules"), QStringLiteral("run"), QStringLiteral("--batch")}, calls);
    OK(run);
    const auto lines = QByteArray::fromStdString(run.out).trimmed().split('\n');
    QCOMPARE(std::size_t(lines.size()), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto got = parseJson(lines[qsizetype(i)].toStdString());
        QVERIFY2(got && holds(wanted[i], *got),
            (names[i] + ": " + lines[qsizetype(i)].toStdString() + " instead of " + wanted[i].dump()).c_str());
    }
}

void CliTest::rulesBatchAnswersEachLineAtOnce()
{
    QProcess process;
    process.start(
        QStringLiteral(AGENTARMYCTL), {QStringLiteral("rules"), QStringLiteral("run"), QStringLiteral("--batch")});
    for (int i = 0; i < 3; ++i) {
        process.write("{\"rule\":\"deals.nothing\",\"params\":{}}\n");
        QVERIFY(process.waitForReadyRead(30'000)); // before the input ends
        QVERIFY(process.readAll().contains("unknown_rule"));
    }
    process.write("no json\n");
    QVERIFY(process.waitForReadyRead(30'000));
    QVERIFY(process.readAll().contains("\"error\""));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 0);
}

void CliTest::unknownRuleSaysSo()
{
    const auto run = ctl({QStringLiteral("rules"), QStringLiteral("run"), QStringLiteral("deals.nothing")}, "{}");
    QCOMPARE(run.code, 3);
    QCOMPARE(run.json()["error"]["code"].get<std::string>(), std::string("unknown_rule"));
}

void CliTest::badArgumentsAreOneLineAndCodeTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no command") << QStringList {};
    QTest::newRow("unknown command") << QStringList {QStringLiteral("sing")};
    QTest::newRow("unknown option") << QStringList {QStringLiteral("board"), QStringLiteral("--loud")};
    QTest::newRow("noun without verb") << QStringList {QStringLiteral("deal")};
    QTest::newRow("unknown stage") << QStringList {
        QStringLiteral("deal"), QStringLiteral("move"), QStringLiteral("cameras"), QStringLiteral("limbo")};
    QTest::newRow("no amount") << QStringList {QStringLiteral("deal"), QStringLiteral("edit"),
        QStringLiteral("cameras"), QStringLiteral("--value"), QStringLiteral("much")};
    QTest::newRow("two-faced date") << QStringList {QStringLiteral("deal"), QStringLiteral("edit"),
        QStringLiteral("cameras"), QStringLiteral("--close-date"), QStringLiteral("03/04/2027")};
    QTest::newRow("bad currency") << QStringList {
        QStringLiteral("import"), QStringLiteral("."), QStringLiteral("--currency"), QStringLiteral("EUQ")};
    QTest::newRow("undo of no id") << QStringList {
        QStringLiteral("undo"), QStringLiteral("--mutation"), QStringLiteral("yesterday")};
}

void CliTest::badArgumentsAreOneLineAndCodeTwo()
{
    QFETCH(QStringList, arguments);
    const auto plain = ctl(arguments + QStringList {QStringLiteral("--data"), m_data});
    QCOMPARE(plain.code, 2);
    QVERIFY(plain.out.empty());
    QVERIFY2(std::count(plain.err.begin(), plain.err.end(), '\n') == 1, plain.err.c_str());
    const auto json = ctl(arguments + QStringList {QStringLiteral("--data"), m_data, QStringLiteral("--json")});
    QCOMPARE(json.code, 2);
    QVERIFY(json.json()["error"]["code"].is_string());
}

void CliTest::missingWorkspaceIsNotFound()
{
    const auto run = ctl({QStringLiteral("board"), QStringLiteral("--data"),
        m_folder.filePath(QStringLiteral("nowhere")), QStringLiteral("--json")});
    QCOMPARE(run.code, 3);
    QCOMPARE(run.json()["error"]["code"].get<std::string>(), std::string("not_found"));
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("nowhere")))); // looking makes nothing
}

void CliTest::everyCommandHasHelpWithAnExample()
{
    QVERIFY(ctl({QStringLiteral("--version")}).out.starts_with("agentarmyctl "));
    const auto root = ctl({QStringLiteral("--help")});
    QCOMPARE(root.code, 0);
    for (const char* command : {"import", "board", "next", "snooze", "qualify", "draft", "search", "undo", "export",
             "backup", "restore", "clear", "doctor", "completion"}) {
        QVERIFY2(root.out.find(command) != std::string::npos, command);
        const auto help = ctl({QString::fromLatin1(command), QStringLiteral("--help")});
        QCOMPARE(help.code, 0);
        QVERIFY2(help.out.find("Examples:") != std::string::npos, command);
    }
    for (const char* noun : {"deal list", "deal move", "deal edit", "account merge", "contact show",
             "conversation list", "approvals list", "approvals edit", "rules run", "settings set", "persona set",
             "point set", "todo add", "duplicates apart", "sales next-question", "sales pain-map", "sales topic",
             "sales mention", "alerts answer", "unread mark", "unread read", "person erase", "person export"})
        QVERIFY2(
            ctl(QString::fromLatin1(noun).split(u' ') + QStringList {QStringLiteral("--help")}).out.find("Examples:")
                != std::string::npos,
            noun);
}

void CliTest::completionKnowsEveryCommand()
{
    for (const char* shell : {"bash", "zsh"}) {
        const auto run = ctl({QStringLiteral("completion"), QString::fromLatin1(shell)});
        OK(run);
        QVERIFY(run.out.find("deal move") != std::string::npos);
        QVERIFY(run.out.find("--date-order") != std::string::npos);
        QFile shipped(QStringLiteral(AGENTARMY_SOURCE_DIR "/installers/completion/%1")
                          .arg(QLatin1String(shell[0] == 'b' ? "agentarmyctl.bash" : "_agentarmyctl")));
        QVERIFY(shipped.open(QIODevice::ReadOnly));
        QVERIFY2(shipped.readAll().toStdString() == run.out, "made anew by: agentarmyctl completion SHELL");
    }
}

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
