// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/approval.hpp"
#include "core/rules/sales/sending.hpp"

#include <QTest>

namespace agentarmy::sales {
namespace {
Timestamp at(const char* text) { return parseTimestamp(text).value(); }
template <class T> QString codeOf(const Result<T>& result)
{
    return result ? QString() : QString::fromStdString(result.error().code);
}
}

class SendingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<bool>("automatic");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("until"); // empty: at once, or never
        QTest::addRow("a person's yes leaves at any hour") << false << "night"
                                                           << ""
                                                           << "";
        QTest::addRow("opted out, whoever says yes") << false << "optedOut"
                                                     << "contact_opted_out"
                                                     << "";
        QTest::addRow("came back for good") << false << "invalid"
                                            << "address_invalid"
                                            << "";
        QTest::addRow("a person is asked to take over") << true << "escalated"
                                                        << "escalated"
                                                        << "";
        QTest::addRow("a person's own answer while escalated") << false << "escalated"
                                                               << ""
                                                               << "";
        QTest::addRow("twenty in the hour") << true << "limit"
                                            << "send_limit"
                                            << "2026-09-18T10:20:00Z";
        QTest::addRow("nineteen in the hour") << true << "below"
                                              << ""
                                              << "";
        QTest::addRow("one to a person a day") << true << "recent"
                                               << "contact_limit"
                                               << "2026-09-18T20:00:00Z";
        QTest::addRow("a day later") << true << "dayLater"
                                     << ""
                                     << "";
        QTest::addRow("quiet hours, before midnight") << true << "night"
                                                      << "quiet_hours"
                                                      << "2026-09-19T06:00:00Z";
    }
    void decides()
    {
        QFETCH(bool, automatic);
        QFETCH(QString, what);
        QFETCH(QString, code);
        QFETCH(QString, until);
        auto now = at("2026-09-18T10:00:00Z");
        SendInput input;
        input.automatic = automatic;
        input.zone = Zone::find("Europe/Berlin").value();
        input.quiet = QuietHours {};
        input.optedOut = what == "optedOut";
        input.addressInvalid = what == "invalid";
        input.escalated = what == "escalated";
        if (what == "limit" || what == "below") {
            input.mailboxLastHour = what == "limit" ? automaticPerHour : automaticPerHour - 1;
            input.mailboxFreeAt = at("2026-09-18T10:20:00Z");
        }
        if (what == "recent")
            input.lastAutomaticToContact = at("2026-09-17T20:00:00Z");
        if (what == "dayLater")
            input.lastAutomaticToContact = at("2026-09-17T10:00:00Z");
        if (what == "night")
            now = at("2026-09-18T20:30:00Z"); // 22:30 in Berlin
        const auto decision = sendDecision(input, now);
        QCOMPARE(QString::fromStdString(decision.code), code);
        QCOMPARE(decision.at ? QString::fromStdString(formatTimestamp(*decision.at)).replace(".000Z", "Z") : QString(),
            until);
        QCOMPARE(decision.verdict,
            code.isEmpty()        ? SendVerdict::send
                : until.isEmpty() ? SendVerdict::refuse
                                  : SendVerdict::later);
    }

    void quietHoursEndInTheMorning()
    {
        const auto berlin = Zone::find("Europe/Berlin").value();
        const QuietHours night {18 * 60, 8 * 60};
        QCOMPARE(afterQuietHours(at("2026-09-18T15:59:00Z"), night, berlin), at("2026-09-18T15:59:00Z"));
        QCOMPARE(afterQuietHours(at("2026-09-18T16:00:00Z"), night, berlin), at("2026-09-19T06:00:00Z"));
        QCOMPARE(afterQuietHours(at("2026-09-18T22:30:00Z"), night, berlin), at("2026-09-19T06:00:00Z"));
        QCOMPARE(afterQuietHours(at("2026-09-19T06:00:00Z"), night, berlin), at("2026-09-19T06:00:00Z"));
        const QuietHours noon {12 * 60, 13 * 60};
        QCOMPARE(afterQuietHours(at("2026-09-18T10:30:00Z"), noon, berlin), at("2026-09-18T11:00:00Z"));
        QCOMPARE(afterQuietHours(at("2026-09-18T11:00:00Z"), noon, berlin), at("2026-09-18T11:00:00Z"));
        QCOMPARE(afterQuietHours(at("2026-09-18T10:30:00Z"), {60, 60}, berlin), at("2026-09-18T10:30:00Z"));
        // The clock goes back in the night of 25 October: eight in the morning is seven by UTC.
        QCOMPARE(afterQuietHours(at("2026-10-24T20:00:00Z"), night, berlin), at("2026-10-25T07:00:00Z"));
    }

    void retriesFiveTimesLongerEachTime()
    {
        const auto now = at("2026-09-18T10:00:00Z");
        const std::array minutes {1, 2, 4, 8, 16};
        for (int n = 1; n <= 5; ++n) {
            QCOMPARE(*retryAt(n, now, 0) - now,
                std::chrono::milliseconds(std::chrono::minutes(minutes.at(std::size_t(n - 1)))));
            QVERIFY(*retryAt(n, now, 0.999) - now < std::chrono::milliseconds(minutes.at(std::size_t(n - 1)) * 75'000));
        }
        QVERIFY(!retryAt(6, now, 0));
        QVERIFY(!retryAt(0, now, 0));
    }

    void stepsFollowEachOther()
    {
        const auto now = at("2026-09-18T10:00:00Z");
        AgentAction action;
        action.id = Id<AgentAction>::parse("01890000-0000-7000-8000-000000000001").value();
        action.actionType = "send_email";
        action.payload.body = "Hello";
        action.payload.to = {Party {"Ines", "ines@acme.example", {}, {}}};
        QCOMPARE(QString::fromStdString(messageIdOf(action.id, "lena@example.com")),
            QString("<01890000-0000-7000-8000-000000000001@example.com>"));
        const auto mailbox = Uuid::parse("01890000-0000-7000-8000-0000000000aa").value();
        QCOMPARE(codeOf(sendingStarted(action, mailbox, now)), QString("not_approved"));
        const auto by = Id<User>::parse("01890000-0000-7000-8000-000000000002").value();
        auto approved_ = approved(action, by, now);
        QVERIFY(approved_.has_value());
        QCOMPARE(codeOf(sendingStarted(*approved_, mailbox, now)), QString("undo_window_open"));
        const auto later = now + undoWindow;
        auto started = sendingStarted(*approved_, mailbox, later);
        QVERIFY(started.has_value());
        QCOMPARE(started->status, AgentActionStatus::executing);
        QCOMPARE(started->execution->tries, 1);
        QCOMPARE(codeOf(takenBack(*started, later)), QString("not_approved")); // it may be on its way
        const Error error {ErrorKind::unavailable, "mail_deferred", std::string(2000, 'x'), {}};
        auto postponed = sendingPostponed(*started, error, later + std::chrono::minutes(1), later);
        QCOMPARE(postponed.status, AgentActionStatus::approved);
        QVERIFY(postponed.execution->error.size() <= 500);
        auto again = sendingStarted(postponed, mailbox, later);
        QCOMPARE(again->execution->tries, 2);
        auto failed = sendingFailed(*again, error, later);
        QCOMPARE(failed.status, AgentActionStatus::failed);
        QCOMPARE(codeOf(triedAgain(*again, by, later)), QString("not_failed"));
        auto tried = triedAgain(failed, by, later);
        QVERIFY(tried.has_value());
        QVERIFY(tried->execution->again);
        QCOMPARE(tried->execution->tries, 0);
        QCOMPARE(takenBack(failed, later)->status, AgentActionStatus::pending);
        const auto gone = sent(*again, later);
        QCOMPARE(gone.status, AgentActionStatus::executed);
        QVERIFY(gone.execution->error.empty());
        QVERIFY(!gone.approval->undoUntil);
    }
};
}

QTEST_APPLESS_MAIN(agentarmy::sales::SendingTest)
#include "sending_test.moc"
