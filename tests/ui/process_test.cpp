// SPDX-License-Identifier: AGPL-3.0-or-later
// The program itself, started, signalled and killed as a desktop does it.
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest/QtTest>
#include <csignal>

class ProcessTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aSecondStartEndsAtOnce();
    void aKilledOneIsReplaced();
    void signalsEndItCleanly();
    void theCommandLineWorksBesideIt();
    void picturesTakeNoPart();

private:
    static constexpr int longMs = 60000;
    QProcessEnvironment environment() const;
    void start(QProcess& program, const QStringList& more = {}) const;
    bool isListening() const;

    std::unique_ptr<QTemporaryDir> m_home;
};

void ProcessTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_home->path()).mkpath(QStringLiteral("run")));
    QVERIFY(QFile::setPermissions(
        m_home->filePath(QStringLiteral("run")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QProcessEnvironment ProcessTest::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"})
        environment.insert(QLatin1String(name), m_home->path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home->filePath(QStringLiteral("run")));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("QT_QUICK_BACKEND"), QStringLiteral("software"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
    return environment;
}

void ProcessTest::start(QProcess& program, const QStringList& more) const
{
    program.setProcessEnvironment(environment());
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QStringLiteral(AGENTARMY_PROGRAM),
        QStringList {QStringLiteral("--data"), m_home->filePath(QStringLiteral("data"))} + more);
}

bool ProcessTest::isListening() const
{
    const QDir run(m_home->filePath(QStringLiteral("run")));
    const auto files = run.entryList({QStringLiteral("agentarmy-*")}, QDir::System | QDir::Files);
    return std::ranges::any_of(files, [](const QString& name) { return !name.endsWith(QLatin1String(".lock")); })
        && QFile::exists(m_home->filePath(QStringLiteral("data/session.json"))); // and the window is up
}

void ProcessTest::aSecondStartEndsAtOnce()
{
    QProcess first;
    start(first);
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), longMs);
    QProcess second;
    start(second, {QStringLiteral("thread.eml")});
    QVERIFY(second.waitForFinished(longMs));
    QCOMPARE(second.exitStatus(), QProcess::NormalExit);
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(first.state(), QProcess::Running);
    first.terminate();
    QVERIFY(first.waitForFinished(longMs));
}

void ProcessTest::aKilledOneIsReplaced()
{
    QProcess first;
    start(first);
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), longMs);
    first.kill();
    QVERIFY(first.waitForFinished());
    QVERIFY(isListening()); // what it left behind
    QVERIFY(QFile::remove(m_home->filePath(QStringLiteral("data/session.json"))));
    QProcess next;
    start(next);
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), longMs); // it found nobody to hand over to
    QCOMPARE(next.state(), QProcess::Running);
    QProcess third;
    start(third);
    QVERIFY(third.waitForFinished(longMs));
    QCOMPARE(third.exitCode(), 0);
    QCOMPARE(next.state(), QProcess::Running);
    next.terminate();
    QVERIFY(next.waitForFinished(longMs));
}

void ProcessTest::signalsEndItCleanly()
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        QFile::remove(m_home->filePath(QStringLiteral("data/session.json")));
        QProcess program;
        start(program);
        QTRY_VERIFY_WITH_TIMEOUT(isListening(), longMs);
        ::kill(pid_t(program.processId()), signal);
        QVERIFY(program.waitForFinished(longMs));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
    }
}

void ProcessTest::theCommandLineWorksBesideIt()
{
    QProcess program;
    start(program);
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), longMs);
    QProcess other;
    other.setProcessEnvironment(environment());
    other.start(QStringLiteral(AGENTARMY_CTL),
        {QStringLiteral("board"), QStringLiteral("--json"), QStringLiteral("--data"),
            m_home->filePath(QStringLiteral("data"))});
    QVERIFY(other.waitForFinished(longMs));
    QCOMPARE(other.exitCode(), 0);
    QVERIFY(!QJsonDocument::fromJson(other.readAllStandardOutput()).isNull());
    program.terminate();
    QVERIFY(program.waitForFinished(longMs));
}

void ProcessTest::picturesTakeNoPart()
{
    QProcess program;
    start(program);
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), longMs);
    QProcess figures;
    start(figures, {QStringLiteral("--help")});
    QVERIFY(figures.waitForFinished(longMs));
    QCOMPARE(figures.exitCode(), 0);
    QVERIFY(figures.readAllStandardOutput().contains("--screenshot"));
    QProcess measure;
    start(measure, {QStringLiteral("--measure")});
    QVERIFY(measure.waitForFinished(longMs));
    QVERIFY(measure.readAllStandardOutput().contains("startMs"));
    QCOMPARE(program.state(), QProcess::Running);
    program.terminate();
    QVERIFY(program.waitForFinished(longMs));
}

QTEST_GUILESS_MAIN(ProcessTest)
#include "process_test.moc"
