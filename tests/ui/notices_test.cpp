// SPDX-License-Identifier: AGPL-3.0-or-later
// What the desktop is told, when, and in which form. With AGENTARMY_TEST_BUS the test is a notification service itself,
// on a message bus of its own.
#include "app/shell/notifier.hpp"
#include "tests/ui/sample_source.hpp"
#include <QDBusContext>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest/QtTest>

using namespace agentarmy::app;

namespace {

QString s(const char* words) { return QString::fromUtf8(words); }

QDateTime at(const char* text) { return QDateTime::fromString(s(text), Qt::ISODate); }

const QDateTime noon = at("2026-11-27T12:00:00");

Happening draft(const char* id, const char* who = "Sofia Keller")
{
    return {NoticeKind::Approval, s("draft:") + s(id), s(who), s("Re: Dates"), {s("approvals"), s(id)}};
}

ToldNotices begun()
{
    ToldNotices told;
    told.begun = true;
    return told;
}

QStringList titles(const NoticeDecision& decision)
{
    QStringList list;
    for (const auto& notice : decision.notices)
        list += notice.title;
    return list;
}

/// The service of a desktop, which does as it is told.
class FakeService : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Call {
        QString app, icon, summary, body;
        uint replaces = 0;
        QStringList actions;
        QVariantMap hints;
        int timeout = 0;
        QString signature;
    };
    QStringList abilities {s("body"), s("body-markup"), s("actions")};
    std::vector<Call> calls;
    bool silent = false, refuses = false;

public Q_SLOTS:
    QStringList GetCapabilities() { return abilities; }
    uint Notify(const QString& app, uint replaces, const QString& icon, const QString& summary, const QString& body,
        const QStringList& actions, const QVariantMap& hints, int timeout)
    {
        calls.push_back({app, icon, summary, body, replaces, actions, hints, timeout, message().signature()});
        if (silent)
            setDelayedReply(true);
        if (refuses)
            sendErrorReply(s("org.freedesktop.Notifications.Error.ExcessNotifications"), s("Too many"));
        return replaces ? replaces : ++m_last;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
    void ActivationToken(uint id, const QString& token);
    void NotificationClosed(uint id, uint reason);

private:
    uint m_last = 40;
};

}

class NoticesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsEachThingOnce();
    void theFirstLookTellsNothing();
    void severalAreToldInOne();
    void notTwiceOfAKindInFiveMinutes();
    void quietHoursHoldBack_data();
    void quietHoursHoldBack();
    void aPauseHoldsBackAndNothingIsLost();
    void whatTheWindowShowsIsNotTold();
    void kindsThatAreOffCountAsTold();
    void withoutDetailsOnlyAShortName();
    void hostileWordsStayWords();
    void whatWasToldSurvivesTheEnd();
    void settingsSurviveTheEndAndBadTimesAreNamed();
    void theWorkspaceSaysWhatThereIsToTell();
    void withoutABusTheTestSaysSo();
    void theServiceGetsWhatTheSpecificationAsksFor();
    void aClickOpensThePlaceAndBringsTheToken();
    void aServiceThatRefusesOrIsGoneIsNamed();
    void aSilentServiceHoldsNothingUp();
    void theWindowTellsTheServiceOnce();

private:
    bool hasBus() const { return qEnvironmentVariableIsSet("AGENTARMY_TEST_BUS"); }
    QDBusConnection serve(FakeService& service, const char* name)
    {
        auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, s(name));
        [&] {
            QVERIFY(bus.isConnected());
            QVERIFY(bus.registerObject(s("/org/freedesktop/Notifications"), &service,
                QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
            QVERIFY(bus.registerService(s("org.freedesktop.Notifications")));
        }();
        return bus;
    }
    void dismiss(QDBusConnection& bus)
    {
        bus.unregisterService(s("org.freedesktop.Notifications"));
        bus.unregisterObject(s("/org/freedesktop/Notifications"));
    }
};

void NoticesTest::tellsEachThingOnce()
{
    auto decision = decideNotices({draft("a")}, begun(), {}, noon, {});
    QCOMPARE(titles(decision), QStringList {s("A draft to Sofia Keller waits for you")});
    QCOMPARE(decision.notices[0].body, s("Re: Dates"));
    QCOMPARE(decision.notices[0].place, (NoticePlace {s("approvals"), s("a")}));
    decision = decideNotices({draft("a")}, decision.told, {}, noon.addSecs(3600), {});
    QVERIFY(decision.notices.empty());
    QVERIFY(!decision.again.isValid());
}

void NoticesTest::theFirstLookTellsNothing()
{
    auto decision = decideNotices({draft("a")}, {}, {}, noon, {});
    QVERIFY(decision.notices.empty());
    decision = decideNotices({draft("a"), draft("b")}, decision.told, {}, noon, {});
    QCOMPARE(decision.notices.size(), size_t(1));
    QCOMPARE(decision.notices[0].place.id, s("b"));
}

void NoticesTest::severalAreToldInOne()
{
    const Happening insight {NoticeKind::Insight, s("i"), s("Redfern"), s("Late"), {s("deal"), s("d1")}};
    const auto decision
        = decideNotices({draft("a"), draft("b", "Jan"), draft("c", "Jan"), insight}, begun(), {}, noon, {});
    QCOMPARE(titles(decision), (QStringList {s("3 drafts wait for you"), s("Redfern needs attention")}));
    QCOMPARE(decision.notices[0].body, s("Sofia Keller, Jan"));
    QCOMPARE(decision.notices[0].place, (NoticePlace {s("approvals"), {}}));
}

void NoticesTest::notTwiceOfAKindInFiveMinutes()
{
    auto decision = decideNotices({draft("a")}, begun(), {}, noon, {});
    decision = decideNotices({draft("b")}, decision.told, {}, noon.addSecs(299), {});
    QVERIFY(decision.notices.empty());
    QCOMPARE(decision.again, noon.addSecs(300));
    decision = decideNotices({draft("b"), draft("c")}, decision.told, {}, noon.addSecs(300), {});
    QCOMPARE(titles(decision), QStringList {s("2 drafts wait for you")});
    // A clock that was set back does not silence it.
    decision = decideNotices({draft("d")}, decision.told, {}, noon.addDays(-3), {});
    QCOMPARE(decision.notices.size(), size_t(1));
}

void NoticesTest::quietHoursHoldBack_data()
{
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QDateTime>("until");
    QTest::newRow("evening") << QTime(19, 0) << QTime(8, 0) << at("2026-11-27T19:00:00") << at("2026-11-28T08:00:00");
    QTest::newRow("morning") << QTime(19, 0) << QTime(8, 0) << at("2026-11-27T07:59:59") << at("2026-11-27T08:00:00");
    QTest::newRow("over") << QTime(19, 0) << QTime(8, 0) << at("2026-11-27T08:00:00") << QDateTime();
    QTest::newRow("before") << QTime(19, 0) << QTime(8, 0) << at("2026-11-27T18:59:59") << QDateTime();
    QTest::newRow("lunch") << QTime(12, 0) << QTime(13, 0) << noon << at("2026-11-27T13:00:00");
    QTest::newRow("after lunch") << QTime(12, 0) << QTime(13, 0) << at("2026-11-27T13:00:00") << QDateTime();
    QTest::newRow("none") << QTime(8, 0) << QTime(8, 0) << at("2026-11-27T08:00:00") << QDateTime();
}

void NoticesTest::quietHoursHoldBack()
{
    QFETCH(QTime, from);
    QFETCH(QTime, to);
    QFETCH(QDateTime, now);
    QFETCH(QDateTime, until);
    NoticeSettings settings;
    settings.quietFrom = from, settings.quietTo = to;
    QVERIFY(!quietUntil(settings, now).isValid()); // they are off
    settings.quiet = true;
    QCOMPARE(quietUntil(settings, now), until);
    auto decision = decideNotices({draft("a"), draft("b")}, begun(), settings, now, {});
    QCOMPARE(decision.notices.empty(), until.isValid());
    QCOMPARE(decision.again, until);
    if (until.isValid()) {
        decision = decideNotices({draft("a"), draft("b")}, decision.told, settings, until, {});
        QCOMPARE(titles(decision), QStringList {s("2 drafts wait for you")});
    }
}

void NoticesTest::aPauseHoldsBackAndNothingIsLost()
{
    NoticeSettings settings;
    settings.pausedUntil = noon.addSecs(3600);
    auto decision = decideNotices({draft("a")}, begun(), settings, noon, {});
    QVERIFY(decision.notices.empty());
    QCOMPARE(decision.again, settings.pausedUntil);
    decision = decideNotices({draft("a")}, decision.told, settings, settings.pausedUntil, {});
    QCOMPARE(decision.notices.size(), size_t(1));
}

void NoticesTest::whatTheWindowShowsIsNotTold()
{
    const Happening deal {NoticeKind::Insight, s("i"), s("Redfern"), s("Late"), {s("deal"), s("d1")}};
    const Happening talk {NoticeKind::Escalated, s("e"), s("Jan"), s("Angry"), {s("conversation"), s("c1")}};
    QVERIFY(decideNotices({draft("a")}, begun(), {}, noon, {true, s("approvals"), {}}).notices.empty());
    QVERIFY(decideNotices({deal}, begun(), {}, noon, {true, s("deal"), {s("d1")}}).notices.empty());
    QVERIFY(decideNotices({talk}, begun(), {}, noon, {true, s("conversations"), {}}).notices.empty());
    QCOMPARE(decideNotices({draft("a")}, begun(), {}, noon, {true, s("home"), {}}).notices.size(), size_t(1));
    QCOMPARE(decideNotices({draft("a")}, begun(), {}, noon, {false, s("approvals"), {}}).notices.size(), size_t(1));
    QCOMPARE(decideNotices({deal}, begun(), {}, noon, {true, s("deal"), {s("d2")}}).notices.size(), size_t(1));
    const auto seen = decideNotices({draft("a")}, begun(), {}, noon, {true, s("approvals"), {}});
    QVERIFY(decideNotices({draft("a")}, seen.told, {}, noon, {}).notices.empty()); // nor when one looks away
}

void NoticesTest::kindsThatAreOffCountAsTold()
{
    NoticeSettings settings;
    settings.on[size_t(NoticeKind::Approval)] = false;
    const auto off = decideNotices({draft("a")}, begun(), settings, noon, {});
    QVERIFY(off.notices.empty());
    QVERIFY(decideNotices({draft("a")}, off.told, {}, noon, {}).notices.empty()); // no storm when it is turned on
}

void NoticesTest::withoutDetailsOnlyAShortName()
{
    NoticeSettings settings;
    settings.details = false;
    const auto decision = decideNotices({draft("a", QByteArray(300, 'n').constData())}, begun(), settings, noon, {});
    QVERIFY(decision.notices[0].body.isEmpty());
    QVERIFY(decision.notices[0].title.size() < 100);
}

void NoticesTest::hostileWordsStayWords()
{
    auto what = draft("a", "<b>x</b>\n\x1b[2J\u202e");
    what.details = s("<a href=\"http://evil\">click</a> & \"more\"\r\n") + QString(5000, u'w');
    const auto notice = decideNotices({what}, begun(), {}, noon, {}).notices[0];
    QVERIFY(!notice.title.contains(u'\n') && !notice.title.contains(QChar(0x1b)));
    QVERIFY(!notice.title.contains(QChar(0x202e)));
    QVERIFY(notice.body.size() <= 200);
    const auto escaped = escapedMarkup(notice.body);
    QVERIFY(!escaped.contains(u'<') && !escaped.contains(u'>') && !escaped.contains(u'"'));
    QVERIFY(escaped.startsWith(s("&lt;a href=&quot;http://evil&quot;&gt;click&lt;/a&gt; &amp;")));
}

void NoticesTest::whatWasToldSurvivesTheEnd()
{
    const auto first = decideNotices({draft("a")}, begun(), {}, noon, {});
    const auto again = toldFrom(QJsonObject::fromVariantMap(toKept(first.told)).toVariantMap());
    QVERIFY(again.begun);
    QVERIFY(again.keys.contains(s("draft:a")));
    QVERIFY(decideNotices({draft("a"), draft("b")}, again, {}, noon.addSecs(60), {}).notices.empty());
    QVERIFY(!toldFrom({}).begun);
    QVERIFY(!toldFrom({{s("told"), 7}, {s("last"), s("x")}}).begun);
    ToldNotices many = begun();
    for (int i = 0; i < ToldNotices::most + 20; ++i)
        many.keys.insert(QString::number(i), noon);
    many.keys.insert(s("old"), noon.addYears(-1));
    const auto bounded = decideNotices({}, many, {}, noon, {}).told;
    QCOMPARE(bounded.keys.size(), qsizetype(ToldNotices::most));
    QVERIFY(!bounded.keys.contains(s("old")));
}

void NoticesTest::settingsSurviveTheEndAndBadTimesAreNamed()
{
    NoticeSettingsModel model;
    model.setOn(s("insight"), false);
    model.setQuiet(true);
    model.setQuietTime(s("from"), s("22"));
    model.setQuietTime(s("to"), s("6.30"));
    model.setDetails(false);
    QVERIFY(model.errors().isEmpty());
    for (const auto* bad : {"", "25:00", "7:60", "soon", "1:2:3"}) {
        model.setQuietTime(s("to"), s(bad));
        QVERIFY2(!model.errors().value(s("to")).toString().isEmpty(), bad);
    }
    QCOMPARE(model.quietTo(), s("06:30"));
    NoticeSettingsModel again;
    again.takeKept(model.kept());
    QCOMPARE(again.settings(), model.settings());
    again.takeKept({{s("from"), s("nonsense")}});
    QCOMPARE(again.quietFrom(), s("22:00"));
    model.setInTray(true);
    QVERIFY(!model.inTray()); // there is none
    model.setTrayProblem({});
    QVERIFY(model.inTray());
    model.pause();
    QVERIFY(!model.paused().isEmpty());
    model.goOn();
    QVERIFY(model.paused().isEmpty());
}

void NoticesTest::theWorkspaceSaysWhatThereIsToTell()
{
    SampleSource source;
    Workspace workspace(source);
    QVERIFY(happeningsOf(workspace, noon).empty()); // nothing is read yet
    workspace.approvals()->load();
    workspace.conversations()->load();
    workspace.insights()->load();
    QTRY_COMPARE(workspace.insights()->state(), InsightsModel::State::Ready);
    QTRY_COMPARE(workspace.approvals()->state(), ApprovalsModel::State::Ready);
    QTRY_COMPARE(workspace.conversations()->state(), ConversationsModel::State::Ready);
    QHash<QString, int> keys;
    std::array<int, noticeKinds> count {};
    for (const auto& what : happeningsOf(workspace, QDateTime::currentDateTime())) {
        ++keys[what.key];
        ++count[size_t(what.kind)];
        QVERIFY(!what.place.page.isEmpty());
    }
    QVERIFY(std::ranges::all_of(keys, [](int times) { return times == 1; }));
    QVERIFY(count[size_t(NoticeKind::Approval)] > 0);
    QVERIFY(count[size_t(NoticeKind::Escalated)] > 0);
    QVERIFY(count[size_t(NoticeKind::Insight)] > 0);
}

void NoticesTest::withoutABusTheTestSaysSo()
{
    DesktopNotices notices(QDBusConnection(s("no such bus")));
    const QSignalSpy tested(&notices, &DesktopNotices::tested);
    notices.test();
    QCOMPARE(tested.size(), 1);
    QVERIFY(tested[0][0].toString().contains(s("no service")));
    notices.show({NoticeKind::Approval, s("x"), s("y"), {}}); // and nothing else happens
}

void NoticesTest::theServiceGetsWhatTheSpecificationAsksFor()
{
    if (!hasBus())
        QSKIP("needs a message bus of its own (ui_notices_bus_test)");
    FakeService service;
    auto bus = serve(service, "service");
    DesktopNotices notices(QDBusConnection::sessionBus());
    notices.show({NoticeKind::Approval, s("A draft <waits>"), s("a < b & c"), {s("approvals"), s("a")}});
    QTRY_COMPARE(service.calls.size(), size_t(1));
    auto call = service.calls[0];
    QCOMPARE(call.signature, s("susssasa{sv}i"));
    QCOMPARE(call.app, s("Agent Army"));
    QCOMPARE(call.icon, s("agentarmy"));
    QCOMPARE(call.summary, s("A draft <waits>")); // a summary is never markup
    QCOMPARE(call.body, s("a &lt; b &amp; c"));
    QCOMPARE(call.replaces, 0U);
    QCOMPARE(call.timeout, -1);
    QCOMPARE(call.actions.size() % 2, 0);
    QCOMPARE(call.actions.value(0), s("default"));
    QCOMPARE(call.hints.value(s("desktop-entry")).toString(), s("agentarmy"));
    QCOMPARE(call.hints.value(s("urgency")).metaType(), QMetaType::fromType<uchar>());
    QVERIFY(call.hints.value(s("category")).toString().contains(u'.'));
    notices.show({NoticeKind::Approval, s("2 drafts"), {}, {s("approvals"), {}}});
    QTRY_COMPARE(service.calls.size(), size_t(2));
    QCOMPARE(service.calls[1].replaces, 41U); // one of a kind on the screen
    dismiss(bus);

    FakeService plain;
    plain.abilities = {s("body")};
    auto other = serve(plain, "plain");
    DesktopNotices lesser(QDBusConnection::sessionBus());
    lesser.show({NoticeKind::Insight, s("Late"), s("a < b"), {s("deal"), s("d")}});
    QTRY_COMPARE(plain.calls.size(), size_t(1));
    QCOMPARE(plain.calls[0].body, s("a < b"));
    QVERIFY(plain.calls[0].actions.isEmpty());
    dismiss(other);
}

void NoticesTest::aClickOpensThePlaceAndBringsTheToken()
{
    if (!hasBus())
        QSKIP("needs a message bus of its own (ui_notices_bus_test)");
    FakeService service;
    auto bus = serve(service, "clicks");
    DesktopNotices notices(QDBusConnection::sessionBus());
    NoticePlace opened;
    QString token;
    int count = 0;
    connect(&notices, &DesktopNotices::opened, this,
        [&](const NoticePlace& place, const QString& given) { opened = place, token = given, ++count; });
    const QSignalSpy paused(&notices, &DesktopNotices::pauseAsked);
    const QSignalSpy tested(&notices, &DesktopNotices::tested);
    notices.show({NoticeKind::Insight, s("Late"), {}, {s("deal"), s("d7")}});
    notices.test(); // its answer comes after that of the first
    QTRY_COMPARE(tested.size(), 1);
    Q_EMIT service.ActionInvoked(9999, s("default")); // of another program
    Q_EMIT service.ActivationToken(41, s("token"));
    Q_EMIT service.ActionInvoked(41, s("default"));
    QTRY_COMPARE(count, 1);
    QCOMPARE(opened, (NoticePlace {s("deal"), s("d7")}));
    QCOMPARE(token, s("token"));
    Q_EMIT service.ActionInvoked(41, s("pause"));
    QTRY_COMPARE(paused.size(), 1);
    Q_EMIT service.NotificationClosed(41, 2);
    Q_EMIT service.ActionInvoked(41, s("default"));
    Q_EMIT service.ActionInvoked(42, s("default"));
    QTRY_COMPARE(count, 2);
    QCOMPARE(opened.page, s("settings"));
    dismiss(bus);
}

void NoticesTest::aServiceThatRefusesOrIsGoneIsNamed()
{
    if (!hasBus())
        QSKIP("needs a message bus of its own (ui_notices_bus_test)");
    DesktopNotices notices(QDBusConnection::sessionBus());
    const QSignalSpy tested(&notices, &DesktopNotices::tested);
    notices.test();
    QTRY_COMPARE(tested.size(), 1);
    QVERIFY2(tested[0][0].toString().contains(s("no service")), qPrintable(tested[0][0].toString()));
    FakeService service;
    service.refuses = true;
    auto bus = serve(service, "refuses");
    notices.test();
    QTRY_COMPARE(tested.size(), 2);
    QVERIFY(tested.last()[0].toString().contains(s("Too many")));
    service.refuses = false; // comes to its senses
    notices.test();
    QTRY_COMPARE(tested.size(), 3);
    QVERIFY(tested.last()[0].toString().isEmpty());
    dismiss(bus);
}

void NoticesTest::aSilentServiceHoldsNothingUp()
{
    if (!hasBus())
        QSKIP("needs a message bus of its own (ui_notices_bus_test)");
    FakeService service;
    service.silent = true;
    auto bus = serve(service, "silent");
    DesktopNotices notices(QDBusConnection::sessionBus());
    const QSignalSpy tested(&notices, &DesktopNotices::tested);
    QElapsedTimer clock;
    clock.start();
    notices.test();
    QVERIFY(clock.elapsed() < 1000);
    QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, DesktopNotices::patienceMs + 5000);
    QVERIFY(tested[0][0].toString().contains(s("does not answer")));
    dismiss(bus);
}

void NoticesTest::theWindowTellsTheServiceOnce()
{
    if (!hasBus())
        QSKIP("needs a message bus of its own (ui_notices_bus_test)");
    FakeService service;
    auto bus = serve(service, "window");
    const QTemporaryDir folder;
    for (int run = 0; run < 2; ++run) {
        SampleSource source;
        Desktop desktop(source);
        QVERIFY(desktop.show(s("home")));
        const Notifier notifier(desktop, folder.path(), QDBusConnection::sessionBus());
        auto& workspace = desktop.workspace();
        workspace.notices()->setOn(s("insight"), false); // those of the sample are new at each look
        workspace.approvals()->load();
        workspace.conversations()->load();
        workspace.insights()->loadOnce();
        QTRY_VERIFY(QFile::exists(folder.filePath(s("notices.json")))); // the first look told nothing
        QTRY_COMPARE(workspace.insights()->state(), InsightsModel::State::Ready);
        QVERIFY(service.calls.empty());
    }
    SampleSource source;
    Desktop desktop(source);
    QVERIFY(desktop.show(s("home")));
    const Notifier notifier(desktop, folder.path(), QDBusConnection::sessionBus());
    auto& workspace = desktop.workspace();
    workspace.notices()->setOn(s("insight"), false);
    workspace.approvals()->load();
    workspace.conversations()->load();
    workspace.insights()->loadOnce();
    QTRY_COMPARE(workspace.insights()->state(), InsightsModel::State::Ready);
    desktop.window()->hide();
    workspace.importing()->startSample();
    QTRY_COMPARE(service.calls.size(), size_t(1));
    QCOMPARE(service.calls[0].summary, s("The import has finished"));
    QVERIFY(!service.calls[0].body.isEmpty());
    Q_EMIT service.ActionInvoked(41, s("default"));
    QTRY_VERIFY(desktop.window()->isVisible());
    workspace.notices()->sendTest();
    QTRY_VERIFY(workspace.notices()->testGood());
    dismiss(bus);
}

int main(int argc, char** argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    prepareQuick();
    QGuiApplication application(argc, argv);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    loadFonts();
    NoticesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "notices_test.moc"
