// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/approval.hpp"
#include "core/rules/text/line_diff.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::sales;

namespace {
const Timestamp now = parseTimestamp("2026-09-17T09:00:00Z").value();
const Id<User> lena(Uuid::parse("018f2b3c-4d5e-7a6b-8c7d-0123456789ab").value());

AgentAction draft()
{
    AgentAction action;
    action.actionType = "send_email";
    action.payload.subject = "Re: Phasing";
    action.payload.body = "Hi Jonas,\nyes.\nLena";
    action.payload.to = {{"Jonas Brandt", "jonas@nordwind.example", {}, {}}};
    action.proposedAt = now - std::chrono::hours(1);
    return action;
}
template <class T> std::string codeOf(const Result<T>& result) { return result ? "fine" : result.error().code; }

std::string shown(std::string_view before, std::string_view after)
{
    std::string out;
    for (const auto& line : text::lineDiff(before, after)) {
        out += line.kind == text::DiffLine::Kind::same ? ' ' : line.kind == text::DiffLine::Kind::added ? '+' : '-';
        out += line.text + '|';
    }
    return out;
}
}

class ApprovalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void approvalWaitsTenSecondsBeforeAnythingLeaves()
    {
        const auto yes = approved(draft(), lena, now);
        QVERIFY(yes);
        QCOMPARE(yes->status, AgentActionStatus::approved);
        QCOMPARE(yes->approval->resolvedBy, std::optional(lena));
        QCOMPARE(yes->approval->undoUntil, std::optional(now + std::chrono::seconds(10)));
        QCOMPARE(
            codeOf(executed(*yes, "file", now + std::chrono::milliseconds(9999))), std::string("undo_window_open"));
        const auto gone = executed(*yes, "file", now + std::chrono::seconds(10));
        QVERIFY(gone);
        QCOMPARE(gone->status, AgentActionStatus::executed);
        QCOMPARE(gone->executionResult, std::optional<std::string>("file"));
        QCOMPARE(codeOf(executed(draft(), "file", now)), std::string("not_approved"));
    }
    void theSameDecisionTwiceIsOneAnotherOneIsRefused()
    {
        const auto yes = *approved(draft(), lena, now);
        const auto again = approved(yes, lena, now + std::chrono::seconds(5));
        QVERIFY(again);
        QCOMPARE(again->approval->resolvedAt, std::optional(now));
        QCOMPARE(codeOf(rejected(yes, lena, "", now)), std::string("approval_already_resolved"));
        QCOMPARE(codeOf(edited(yes, {}, "Other", now)), std::string("approval_already_resolved"));
        const auto no = *rejected(draft(), lena, "  I call him ", now);
        QCOMPARE(no.approval->reason, std::optional<std::string>("I call him"));
        QVERIFY(rejected(no, lena, "", now));
        for (const auto status : {AgentActionStatus::rejected, AgentActionStatus::executed,
                 AgentActionStatus::cancelled, AgentActionStatus::expired, AgentActionStatus::blocked}) {
            auto other = draft();
            other.status = status;
            QCOMPARE(codeOf(approved(other, lena, now)), std::string("approval_already_resolved"));
        }
    }
    void anEditKeepsWhatTheAgentWrote()
    {
        const auto changed = *edited(draft(), std::nullopt, "Hi Jonas,\nno.\nLena", now);
        QCOMPARE(changed.status, AgentActionStatus::pending);
        QCOMPARE(changed.payload.body, draft().payload.body);
        QCOMPARE(changed.effective().body, std::string("Hi Jonas,\nno.\nLena"));
        QCOMPARE(changed.effective().to.size(), std::size_t(1));
        const auto back = *edited(changed, "Re: Phasing", draft().payload.body, now);
        QVERIFY(!back.approval->editedPayload);
        QCOMPARE(codeOf(edited(draft(), {}, " \n", now)), std::string("validation_failed"));
        QCOMPARE(codeOf(edited(draft(), {}, std::string(65537, 'x'), now)), std::string("validation_failed"));
        QCOMPARE(codeOf(edited(draft(), "two\nlines", "x", now)), std::string("validation_failed"));
        QCOMPARE(codeOf(rejected(draft(), lena, std::string(1001, 'x'), now)), std::string("validation_failed"));
    }
    void whatIsSentLaterWaitsForItsTime()
    {
        const auto later = now + std::chrono::hours(20);
        const auto yes = *approved(draft(), lena, now, later);
        QCOMPARE(codeOf(executed(yes, "file", later - std::chrono::seconds(1))), std::string("not_due"));
        QVERIFY(executed(yes, "file", later));
        QVERIFY(executed(*rescheduled(yes, std::nullopt, now), "file", now + std::chrono::seconds(10)));
        QCOMPARE(codeOf(approved(draft(), lena, now, now)), std::string("validation_failed"));
        QCOMPARE(codeOf(rescheduled(yes, now + std::chrono::days(367), now)), std::string("validation_failed"));
        QCOMPARE(codeOf(rescheduled(draft(), later, now)), std::string("not_approved"));
        const auto back = *takenBack(yes, now);
        QCOMPARE(back.status, AgentActionStatus::pending);
        QVERIFY(!back.approval->sendAt && !back.approval->decision);
        QCOMPARE(codeOf(takenBack(back, now)), std::string("not_approved"));
    }
    void whatAPersonWroteIsChangedItself()
    {
        auto own = draft();
        own.writtenBy = lena;
        const auto changed = *edited(own, "Re: Prices", "Other words", now);
        QCOMPARE(changed.payload.body, std::string("Other words"));
        QCOMPARE(changed.payload.subject, std::optional<std::string>("Re: Prices"));
        QVERIFY(!changed.approval);
    }
    void aMailNeedsAnAddressAChatDoesNot()
    {
        auto action = draft();
        action.payload.to.front().address.clear();
        QCOMPARE(codeOf(approved(action, lena, now)), std::string("no_recipient"));
        action.actionType = "send_chat";
        QVERIFY(approved(action, lena, now));
    }
    void aDraftIsStaleOnceTheCustomerWroteAgain()
    {
        const auto action = draft();
        QVERIFY(!isStale(action, std::nullopt));
        QVERIFY(!isStale(action, action.proposedAt));
        QVERIFY(isStale(action, now));
    }
    void linesThatChangedAreTold()
    {
        QCOMPARE(shown("a\nb\nc", "a\nb\nc"), std::string(" a| b| c|"));
        QCOMPARE(shown("a\nb\nc", "a\nx\nc"), std::string(" a|-b|+x| c|"));
        QCOMPARE(shown("a\nb\nc\nd", "a\nc\nd\ne"), std::string(" a|-b| c| d|+e|"));
        QCOMPARE(shown("", "new"), std::string("-|+new|"));
        QCOMPARE(shown("one\r\ntwo", "one\ntwo"), std::string(" one| two|"));
        QCOMPARE(shown("a\nb\na\nb", "b\na"), std::string("-a| b| a|-b|"));
    }
    void aDiffGivesBothTextsBack()
    {
        std::string a, b;
        unsigned seed = 7;
        for (int round = 0; round < 300; ++round) {
            a.clear();
            b.clear();
            for (int i = 0; i < 12; ++i)
                for (auto* text : {&a, &b}) {
                    seed = seed * 1664525u + 1013904223u;
                    if ((seed >> 28) > 5)
                        *text += char('a' + (seed >> 20) % 4), *text += '\n';
                }
            std::string before, after;
            for (const auto& line : text::lineDiff(a, b)) {
                if (line.kind != text::DiffLine::Kind::added)
                    before += line.text + '\n';
                if (line.kind != text::DiffLine::Kind::removed)
                    after += line.text + '\n';
            }
            QCOMPARE(before, a + '\n');
            QCOMPARE(after, b + '\n');
        }
    }
};
QTEST_APPLESS_MAIN(ApprovalTest)
#include "approval_test.moc"
