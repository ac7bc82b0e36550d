// SPDX-License-Identifier: AGPL-3.0-or-later
// What somebody sees first, on a real store.
#include "core/engine/deals/deal_desk.hpp"
#include "core/engine/home/home.hpp"
#include "core/engine/home/insights.hpp"
#include "core/engine/sales/approvals.hpp"
#include "tests/support/workspace_fixture.hpp"

using namespace agentarmy;
using namespace agentarmy::tests;

namespace {
class Desk {
public:
    Desk()
    {
        (void)workspace.import({workspace.write("deals.csv",
            "Deal,Account,Amount,Currency,Stage,Close date\n"
            "Press shop,Acme,50000,EUR,Evaluation,2026-09-01\n"
            "Night shift,Beta Steel,8000,USD,Negotiation,2026-12-01\n"
            "Spring order,Gamma,20000,EUR,Closed won,2026-08-20\n")});
        mail("one", "Thu, 17 Sep 2026 10:00:00 +0000",
            "Hello Lena,\n\nthe plan reads well. Could you send us the prices? We need them by Friday.\n\nAna");
    }
    void mail(const std::string& id, const std::string& date, const std::string& text)
    {
        (void)workspace.import({workspace.write("in/" + id + ".eml",
            MailText {"Ana Ruiz <ana@acme.example>", "Lena Hartmann <lena@meridianflow.example>", "Prices", text, date,
                id + "@acme.example"}
                .text())});
    }
    Context me() const
    {
        auto context = workspace.context();
        context.actor.kind = ActorKind::person;
        return context;
    }
    Timestamp now() { return workspace.clock().now(); }
    Home home()
    {
        return *loadHome(workspace.store(), me(), workspace.workspace(), *lastVisit(workspace.store(), me()), now());
    }
    Result<Uuid> target(GoalType type, std::optional<double> value)
    {
        return setGoal(
            workspace.store(), me(), workspace.ids(), workspace.workspace().settings, {}, type, value, now());
    }

    WorkspaceFixture workspace {"2026-09-18T09:00:00Z"};
};
const GoalGauge& gauge(const Home& home, GoalType type)
{
    for (const auto& each : home.goals)
        if (each.type == type)
            return each;
    qFatal("no gauge");
}
}

class HomeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatToDoComesWithTheWordsThatLedToIt()
    {
        Desk desk;
        const auto home = desk.home();
        QCOMPARE(home.actions.size(), std::size_t(1));
        QCOMPARE(home.actionCount, 1);
        const auto& action = home.actions.front();
        QCOMPARE(action.item.contactName, std::string("Ana Ruiz"));
        QCOMPARE(action.item.dealName, std::string("Press shop"));
        QVERIFY(action.item.draftId);
        QVERIFY(action.quote);
        QCOMPARE(action.quote->quote, std::string("Could you send us the prices?"));
        QVERIFY(action.quote->conversationId);
        const auto message = readEntity(desk.workspace.store(), desk.me(), Id<Message>(action.quote->sourceId));
        QCOMPARE(message->text.substr(
                     std::size_t(action.quote->begin), std::size_t(action.quote->end - action.quote->begin)),
            action.quote->quote);
        QCOMPARE(home.moved, (std::vector<Money> {{5'000'000, "EUR"}}));
        QVERIFY(!home.since);
    }
    void dealsThatNeedALookSayWhy()
    {
        Desk desk;
        const auto home = desk.home();
        QVERIFY(home.attentionCount >= 1);
        QCOMPARE(int(home.attention.size()), home.attentionCount);
        const auto late = std::ranges::find(
            home.attention, std::string("Press shop"), [](const AttentionCard& each) { return each.card.name; });
        QVERIFY(late != home.attention.end());
        QCOMPARE(late->reason, std::optional(RiskReason::overdue));
        for (const auto& each : home.attention)
            QVERIFY(isOpen(each.card.stage));
    }
    void numbersStandBesideTheirTargets()
    {
        Desk desk;
        auto home = desk.home();
        QCOMPARE(gauge(home, GoalType::revenue).current, 2'000'000.0); // minor units of the tenant's currency
        QVERIFY(!gauge(home, GoalType::revenue).target);
        QCOMPARE(gauge(home, GoalType::pipeline).current, 5'000'000.0);
        QCOMPARE(gauge(home, GoalType::pipeline).others, (std::vector<Money> {{800'000, "USD"}}));
        QVERIFY(desk.target(GoalType::revenue, 4'000'000));
        home = desk.home();
        QCOMPARE(gauge(home, GoalType::revenue).target, std::optional(4'000'000.0));
        QCOMPARE(gauge(home, GoalType::revenue).progress->progressPct, 50.0);
        QVERIFY(desk.target(GoalType::revenue, 3'000'000)); // another one takes its place
        QCOMPARE(gauge(desk.home(), GoalType::revenue).target, std::optional(3'000'000.0));
        QVERIFY(desk.target(GoalType::revenue, {}));
        QVERIFY(!gauge(desk.home(), GoalType::revenue).target);
        QVERIFY(desk.target(GoalType::revenue, {})->isNull());
        const auto again = desk.target(GoalType::revenue, 1'000'000); // after it was taken away
        QVERIFY(again);
        QCOMPARE(gauge(desk.home(), GoalType::revenue).target, std::optional(1'000'000.0));
        const auto wrong = desk.target(GoalType::revenue, 0);
        QCOMPARE(wrong.error().code, std::string("validation_failed"));
    }
    void aTargetBelongsToItsQuarter()
    {
        Desk desk;
        QVERIFY(desk.target(GoalType::revenue, 4'000'000));
        desk.workspace.clock().advance(std::chrono::days(20)); // October
        QVERIFY(!gauge(desk.home(), GoalType::revenue).target);
        QCOMPARE(gauge(desk.home(), GoalType::revenue).current, 0.0); // what was won before does not count
    }
    void whatTheAgentDidSinceTheLastVisit()
    {
        Desk desk;
        const auto kinds = [](const Home& home) {
            std::set<AgentDeed::Kind> kinds;
            for (const auto& deed : home.deeds)
                kinds.insert(deed.kind);
            return kinds;
        };
        auto home = desk.home();
        QVERIFY(kinds(home).contains(AgentDeed::Kind::drafted));
        QVERIFY(rememberVisit(desk.workspace.store(), desk.me(), desk.now()));
        home = desk.home();
        QVERIFY(home.deeds.empty());
        QCOMPARE(home.since, std::optional(desk.now()));
        desk.workspace.clock().advance(std::chrono::hours(3));
        desk.mail("two", "Fri, 18 Sep 2026 11:30:00 +0000", "Our budget for this is EUR 60,000, it is approved.");
        home = desk.home();
        QVERIFY(kinds(home).contains(AgentDeed::Kind::drafted));
        for (const auto& deed : home.deeds)
            if (deed.kind == AgentDeed::Kind::drafted) {
                QCOMPARE(deed.count, 1);
                QCOMPARE(deed.names, std::vector<std::string> {"Ana Ruiz"});
            }
    }
    void aBrokenVisitIsNone()
    {
        Desk desk;
        auto transaction = *desk.workspace.store().begin(desk.me());
        QVERIFY(transaction->setValue("home.visit", "{oops"));
        QVERIFY(transaction->commit());
        QVERIFY(!lastVisit(desk.workspace.store(), desk.me())->has_value());
        QVERIFY(!desk.home().since);
    }
    void anEmptyWorkspaceHasAnEmptyHome()
    {
        WorkspaceFixture fresh {"2026-09-18T09:00:00Z"};
        const auto home = loadHome(fresh.store(), fresh.context(), fresh.workspace(), {}, fresh.clock().now());
        QVERIFY(home);
        QVERIFY(home->actions.empty() && home->attention.empty() && home->deeds.empty() && home->moved.empty());
        QCOMPARE(home->goals.size(), std::size_t(3));
    }
    void anAlertIsToldOnceAndComesBackWithAnotherCause()
    {
        Desk desk;
        auto& w = desk.workspace;
        const auto look = [&] { return *loadInsights(w.store(), desk.me(), w.workspace(), desk.now()); };
        const auto insights = look();
        const auto late
            = std::ranges::find_if(insights.open, [](const Insight& each) { return each.card.name == "Press shop"; });
        QVERIFY(late != insights.open.end());
        QVERIFY(
            std::ranges::any_of(late->alerts, [](const auto& alert) { return alert.reason == RiskReason::overdue; }));
        const auto id = late->card.id;
        const auto isTold = [&] {
            const auto now = look();
            return std::ranges::any_of(now.open, [&](const Insight& each) { return each.card.id == id; });
        };
        const auto say = [&](std::optional<InsightAnswer> answer, std::optional<Timestamp> until = {}) {
            return answerInsight(w.store(), desk.me(), w.workspace(), id, answer, until, desk.now());
        };
        QVERIFY(say(InsightAnswer::useful));
        QVERIFY(!isTold());
        QCOMPARE(look().answered.front().answer, std::optional(InsightAnswer::useful));
        w.reopen();
        QVERIFY(!isTold());
        DealDesk deals(w.store(), w.ids(), w.clock());
        QVERIFY(deals.edit(desk.me(), id, {{"closeDate", "2026-09-10"}})); // overdue again, by another date
        QVERIFY(isTold());
        QVERIFY(!say(InsightAnswer::snoozed));
        QVERIFY(say(InsightAnswer::snoozed, desk.now() + std::chrono::hours(2)));
        QVERIFY(!isTold());
        w.clock().advance(std::chrono::hours(2));
        QVERIFY(isTold());
        QVERIFY(say(InsightAnswer::falseAlarm));
        QVERIFY(say(std::nullopt));
        QVERIFY(isTold());
    }
};

QTEST_GUILESS_MAIN(HomeTest)
#include "home_test.moc"
