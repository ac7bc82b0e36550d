// SPDX-License-Identifier: AGPL-3.0-or-later
// The life of the window: one of a kind, and back where it was, whatever ended it.
#include "app/shell/json_file.hpp"
#include "app/shell/session_memory.hpp"
#include "app/shell/single_instance.hpp"
#include "app/shell/window_memory.hpp"
#include "tests/ui/sample_source.hpp"
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest/QtTest>
#include <cstdio>
#include <future>

using namespace agentarmy::app;

namespace {

QString s(const char* words) { return QString::fromUtf8(words); }

/// A window over the sample that goes where `folder` says the last one was.
struct Visit {
    explicit Visit(const QString& folder)
        : desktop(source)
        , window(desktop)
        , session(desktop, folder)
    {
        shown = desktop.show(SessionMemory::startPage(folder));
        if (!shown)
            return;
        window.restore();
        session.resume();
    }
    QString page() const { return desktop.shell()->property("page").toString(); }

    SampleSource source;
    Desktop desktop;
    WindowMemory window;
    SessionMemory session;
    bool shown = false;
};

/// The program of which the test kills one: changes what is to be kept, says so, and goes on.
int live(const QString& folder)
{
    Visit visit(folder);
    if (!visit.shown)
        return 1;
    auto& workspace = visit.desktop.workspace();
    workspace.board()->setFilterText(s("nord"));
    workspace.views()->save(s("Mine"));
    workspace.table()->setShown(true);
    visit.desktop.theme().setMode(Theme::Mode::Dark);
    visit.desktop.window()->resize(1001, 702);
    QMetaObject::invokeMethod(visit.desktop.shell(), "openDeal", Q_ARG(QVariant, s("d1")));
    workspace.compose()->reply(s("c3"), s("Sofia Keller"), s("Dates"));
    workspace.compose()->setBody(s("Tuesday would suit us, Ümit says."));
    std::puts("changed");
    std::fflush(stdout);
    return QGuiApplication::exec();
}

QJsonObject session(const QString& folder) { return readJsonFile(folder + s("/session.json")); }

QByteArray answerTo(SingleInstance& first, const QByteArray& bytes)
{
    QLocalSocket socket;
    socket.connectToServer(first.socketPath());
    socket.write(bytes);
    QByteArray answer;
    QObject::connect(&socket, &QLocalSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    [&] { QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState); }();
    return answer.mid(4);
}

QByteArray framed(const QByteArray& body)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(quint32(body.size()), bytes.data());
    return bytes + body;
}

}

class ShellTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }
    void aRequestSurvivesTheWayAndABadOneIsNamed_data();
    void aRequestSurvivesTheWayAndABadOneIsNamed();
    void theSecondHandsItsFilesToTheFirst();
    void whatIsAskedBeforeThereIsAWindowWaits();
    void twoFoldersAreTwoPrograms();
    void whatACrashLeftIsTakenOver();
    void strangersAreAnsweredWithACode();
    void whoIsFirstButSilentIsNamed();
    void aKilledWindowComesBackAsItWas();
    void whatIsGoneLeadsToItsList();
    void aBrokenSessionIsAFirstStart();
    void draftsAreForgottenOnceTheyAreKept();
    void filesThatComeDuringAnImportWait();
    void missingFilesAreNamedAndDoNotHoldUpTheOthers();

private:
    QTemporaryDir m_folder;
};

void ShellTest::aRequestSurvivesTheWayAndABadOneIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::newRow("good") << QByteArray(R"({"agentarmy":1,"files":["/a b.eml"],"activationToken":"t","more":1})")
                          << QString();
    QTest::newRow("no json") << QByteArray("hello") << s("unreadable_message");
    QTest::newRow("a list") << QByteArray("[1]") << s("unreadable_message");
    QTest::newRow("another version") << QByteArray(R"({"agentarmy":2,"files":[]})") << s("unsupported_version");
    QTest::newRow("no files") << QByteArray(R"({"agentarmy":1})") << s("invalid_files");
    QTest::newRow("relative") << QByteArray(R"({"agentarmy":1,"files":["a.eml"]})") << s("invalid_files");
    QTest::newRow("a number") << QByteArray(R"({"agentarmy":1,"files":[7]})") << s("invalid_files");
    QTest::newRow("long path") << QByteArray(R"({"agentarmy":1,"files":["/)") + QByteArray(5000, 'x')
            + QByteArray(R"("]})")
                               << s("invalid_files");
    QTest::newRow("token") << QByteArray(R"({"agentarmy":1,"files":[],"activationToken":4})") << s("invalid_token");
}

void ShellTest::aRequestSurvivesTheWayAndABadOneIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, code);
    const auto read = unpackRequest(json);
    QCOMPARE(read ? QString() : read.error(), code);
    const OpenRequest request {{s("/tmp/ä ö.mbox"), s("/x")}, s("token")};
    const auto packed = packRequest(request);
    QCOMPARE(qFromBigEndian<quint32>(packed.constData()), quint32(packed.size() - 4));
    QCOMPARE(unpackRequest(packed.mid(4)).value(), request);
}

void ShellTest::theSecondHandsItsFilesToTheFirst()
{
    const auto data = m_folder.filePath(s("one"));
    SingleInstance first(m_folder.path());
    QCOMPARE(first.begin(data, {}), SingleInstance::Outcome::First);
    QCOMPARE(QFile::permissions(first.socketPath())
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
        QFile::Permissions());
    std::vector<OpenRequest> asked;
    first.answerWith([&](const OpenRequest& request) { asked.push_back(request); });
    const OpenRequest request {{s("/in/thread.eml")}, s("front")};
    QFile::link(data, m_folder.filePath(s("link"))); // another way to the same folder
    auto second = std::async(std::launch::async, [&] {
        SingleInstance instance(m_folder.path());
        return instance.begin(m_folder.filePath(s("link")), request);
    });
    QTRY_COMPARE(asked.size(), size_t(1));
    QCOMPARE(asked.front(), request);
    QCOMPARE(second.get(), SingleInstance::Outcome::HandedOver);
}

void ShellTest::whatIsAskedBeforeThereIsAWindowWaits()
{
    SingleInstance first(m_folder.path());
    QCOMPARE(first.begin(m_folder.filePath(s("early")), {}), SingleInstance::Outcome::First);
    auto second = std::async(std::launch::async, [&] {
        SingleInstance instance(m_folder.path());
        return instance.begin(m_folder.filePath(s("early")), {{s("/in/a.csv")}, {}});
    });
    QTRY_VERIFY(second.wait_for(std::chrono::seconds(0)) == std::future_status::ready);
    QCOMPARE(second.get(), SingleInstance::Outcome::HandedOver);
    QStringList files;
    first.answerWith([&](const OpenRequest& request) { files += request.files; });
    QCOMPARE(files, QStringList {s("/in/a.csv")});
}

void ShellTest::twoFoldersAreTwoPrograms()
{
    SingleInstance one(m_folder.path());
    SingleInstance other(m_folder.path());
    QCOMPARE(one.begin(m_folder.filePath(s("w1")), {}), SingleInstance::Outcome::First);
    QCOMPARE(other.begin(m_folder.filePath(s("w2")), {}), SingleInstance::Outcome::First);
    QVERIFY(one.socketPath() != other.socketPath());
}

void ShellTest::whatACrashLeftIsTakenOver()
{
    const auto data = m_folder.filePath(s("crashed"));
    QString socket;
    {
        SingleInstance first(m_folder.path());
        QCOMPARE(first.begin(data, {}), SingleInstance::Outcome::First);
        socket = first.socketPath();
    }
    QFile stale(socket); // the lock file still lies there, too
    QVERIFY(stale.open(QIODevice::WriteOnly));
    stale.close();
    QVERIFY(QFile::exists(socket + s(".lock")));
    SingleInstance next(m_folder.path());
    QCOMPARE(next.begin(data, {}), SingleInstance::Outcome::First);
    bool asked = false;
    next.answerWith([&](const OpenRequest&) { asked = true; });
    QCOMPARE(QJsonDocument::fromJson(answerTo(next, packRequest({}))).object()[s("agentarmy")].toInt(), 1);
    QVERIFY(asked);
}

void ShellTest::strangersAreAnsweredWithACode()
{
    SingleInstance first(m_folder.path());
    QCOMPARE(first.begin(m_folder.filePath(s("strangers")), {}), SingleInstance::Outcome::First);
    bool asked = false;
    first.answerWith([&](const OpenRequest&) { asked = true; });
    const auto code = [&](const QByteArray& bytes) {
        return QJsonDocument::fromJson(answerTo(first, bytes)).object()[s("code")].toString();
    };
    QCOMPARE(code(framed("{}")), s("unsupported_version"));
    QCOMPARE(code(framed("\xff\xfe")), s("unreadable_message"));
    QCOMPARE(code(QByteArray::fromHex("7fffffff") + "x"), s("unreadable_message")); // judged before it is waited for
    QCOMPARE(code(QByteArray(4, '\0')), s("unreadable_message"));
    QVERIFY(!asked);
}

void ShellTest::whoIsFirstButSilentIsNamed()
{
    const auto data = m_folder.filePath(s("silent"));
    SingleInstance first(m_folder.path()); // nobody reads its events here
    QCOMPARE(first.begin(data, {}), SingleInstance::Outcome::First);
    SingleInstance second(m_folder.path());
    QCOMPARE(second.begin(data, {}, 200), SingleInstance::Outcome::Failed);
    QVERIFY(second.problem().contains(s("does not answer")));
}

void ShellTest::aKilledWindowComesBackAsItWas()
{
    const auto folder = m_folder.filePath(s("killed"));
    QVERIFY(QDir().mkpath(folder));
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QCoreApplication::applicationFilePath(), {s("--live"), folder});
    QByteArray told; // the macro looks once more than it waits
    QTRY_VERIFY_WITH_TIMEOUT((told += program.readAll()).contains("changed"), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(
        !session(folder)[s("writing")].toArray().isEmpty() && session(folder)[s("page")] == s("deal"), 10000);
    QTRY_COMPARE_WITH_TIMEOUT(
        [] {
            QSettings settings;
            settings.sync();
            return settings.value(s("window/geometry")).toRect().size();
        }(),
        QSize(1001, 702), 10000);
    program.kill(); // SIGKILL: nothing of it can say goodbye
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);
    QCOMPARE(QFile::permissions(folder + s("/session.json"))
            & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
        QFile::Permissions());

    QCOMPARE(rememberedMode(), Theme::Mode::Dark);
    Visit again(folder);
    QVERIFY(again.shown);
    auto& workspace = again.desktop.workspace();
    QCOMPARE(workspace.board()->filterText(), s("nord"));
    QCOMPARE(workspace.views()->names(), QStringList {s("Mine")});
    QVERIFY(workspace.table()->shown());
    QCOMPARE(again.desktop.window()->size(), QSize(1001, 702));
    QCOMPARE(workspace.compose()->body(), s("Tuesday would suit us, Ümit says."));
    QCOMPARE(workspace.compose()->to(), s("Sofia Keller"));
    QCOMPARE(workspace.compose()->conversationId(), s("c3"));

    const auto other = m_folder.filePath(s("other")); // another workspace knows nothing of it
    QVERIFY(QDir().mkpath(other));
    Visit elsewhere(other);
    QCOMPARE(elsewhere.page(), s("home"));
    QVERIFY(elsewhere.desktop.workspace().board()->filterText().isEmpty());
    QVERIFY(elsewhere.desktop.workspace().views()->names().isEmpty());
    QVERIFY(!elsewhere.desktop.workspace().compose()->active());
}

void ShellTest::whatIsGoneLeadsToItsList()
{
    const auto folder = m_folder.filePath(s("gone"));
    QVERIFY(QDir().mkpath(folder));
    const auto keep = [&](const QJsonObject& place) {
        auto whole = place;
        whole.insert(s("version"), 1);
        QVERIFY(writeJsonFile(folder + s("/session.json"), whole));
    };
    keep({{s("page"), s("deal")}, {s("deal"), s("no-such-deal")}});
    {
        Visit visit(folder);
        QCOMPARE(visit.page(), s("deal"));
        QTRY_COMPARE(visit.page(), s("deals"));
    }
    QString deal;
    {
        SampleSource source;
        auto board = source.board();
        QTRY_VERIFY(board.isFinished());
        deal = board.result()->cards.front().id;
    }
    keep({{s("page"), s("deal")}, {s("deal"), deal}, {s("dealTab"), s("plan")}});
    {
        Visit visit(folder);
        QTRY_COMPARE(visit.desktop.workspace().deal()->state(), DealDetailModel::State::Ready);
        QCOMPARE(visit.page(), s("deal"));
        QCOMPARE(visit.desktop.shell()->property("dealTab").toString(), s("plan"));
        QMetaObject::invokeMethod(visit.desktop.shell(), "back");
        QCOMPARE(visit.page(), s("deals"));
    }
    keep({{s("page"), s("accounts")}, {s("record"), s("no-such-record")}, {s("recordKind"), s("person")},
        {s("accountsView"), 1}});
    {
        Visit visit(folder);
        auto& record = *visit.desktop.workspace().record();
        QTRY_COMPARE(record.state(), RecordModel::State::Ready);
        QVERIFY(record.recordId() != s("no-such-record"));
        QCOMPARE(record.kind(), s("person"));
    }
    keep({{s("page"), s("settings")}, {s("settingsSection"), s("notifications")}});
    Visit visit(folder);
    QTRY_COMPARE(visit.desktop.shell()->property("settingsSection").toString(), s("notifications"));
}

void ShellTest::aBrokenSessionIsAFirstStart()
{
    const auto folder = m_folder.filePath(s("broken"));
    QVERIFY(QDir().mkpath(folder));
    for (const auto* text : {"{", "[]", R"({"version":1,"page":"nowhere","sort":99,"filter":7,"writing":{"a":1}})",
             R"({"version":2,"page":"deals"})", R"({"version":1,"page":"deal"})"}) {
        QFile file(folder + s("/session.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QCOMPARE(SessionMemory::startPage(folder), s("home"));
        Visit visit(folder);
        QCOMPARE(visit.page(), s("home"));
        QVERIFY(!visit.desktop.workspace().compose()->active());
    }
}

void ShellTest::draftsAreForgottenOnceTheyAreKept()
{
    const auto folder = m_folder.filePath(s("drafts"));
    QVERIFY(QDir().mkpath(folder));
    {
        Visit visit(folder);
        visit.desktop.workspace().compose()->reply(s("c3"), s("Sofia Keller"), {});
        visit.desktop.workspace().compose()->setBody(s("Words"));
        visit.session.keepNow();
    }
    QCOMPARE(session(folder)[s("writing")].toArray().size(), 1);
    SessionMemory::draftsAreKept(folder);
    QVERIFY(session(folder)[s("writing")].toArray().isEmpty());
    QCOMPARE(session(folder)[s("page")].toString(), s("home"));
}

void ShellTest::filesThatComeDuringAnImportWait()
{
    SampleSource source;
    source.setImportTime(300);
    Workspace workspace(source);
    auto& importing = *workspace.importing();
    importing.startSample();
    QCOMPARE(importing.state(), ImportModel::State::Running);
    importing.add({s("/in/one.eml")});
    importing.add({s("/in/two.eml"), s("/in/one.eml")});
    QCOMPARE(importing.laterCount(), 2);
    QTRY_COMPARE(importing.state(), ImportModel::State::Done);
    QCOMPARE(importing.laterCount(), 2);
    importing.close(); // the report was read
    QCOMPARE(importing.laterCount(), 0);
    QTRY_COMPARE(importing.state(), ImportModel::State::Ready);
    QVERIFY(importing.fileCount() > 0);
}

void ShellTest::missingFilesAreNamedAndDoNotHoldUpTheOthers()
{
    SampleSource source;
    Workspace workspace(source);
    auto& importing = *workspace.importing();
    importing.add({s("/in/deals.csv"), s("/gone/x.eml")});
    QTRY_COMPARE(importing.state(), ImportModel::State::Ready);
    QCOMPARE(importing.missing(), s("There is no file or folder /gone/x.eml."));
    importing.add({s("/in/mail")}); // it is not looked for again
    QTRY_COMPARE(importing.state(), ImportModel::State::Ready);
    QCOMPARE(importing.missing(), s("There is no file or folder /gone/x.eml."));
    importing.close();
    QVERIFY(importing.missing().isEmpty());
    importing.add({s("/gone/x.eml")});
    QTRY_COMPARE(importing.state(), ImportModel::State::Failed);
    QCOMPARE(importing.problem(), s("There is no file or folder /gone/x.eml."));
}

int main(int argc, char** argv)
{
    const bool lives = argc == 3 && qstrcmp(argv[1], "--live") == 0;
    const QTemporaryDir settings;
    if (!lives) // the program that is killed shares them with the one that looks
        qputenv("XDG_CONFIG_HOME", settings.path().toUtf8());
    qputenv("QT_QUICK_BACKEND", "software");
    prepareQuick();
    QGuiApplication application(argc, argv);
    QGuiApplication::setOrganizationName(s("AgentArmy"));
    QGuiApplication::setApplicationName(s("agentarmy"));
    QGuiApplication::setQuitOnLastWindowClosed(false);
    loadFonts();
    if (lives)
        return live(QString::fromUtf8(argv[2]));
    ShellTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "shell_test.moc"
