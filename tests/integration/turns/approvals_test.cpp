// SPDX-License-Identifier: AGPL-3.0-or-later
// What a person decides about drafts, on a real store.
#include "core/engine/conversations/conversation_desk.hpp"
#include "core/engine/deals/deal_desk.hpp"
#include "core/engine/sales/agenda.hpp"
#include "core/engine/sales/approvals.hpp"
#include "tests/support/workspace_fixture.hpp"

using namespace agentarmy;
using namespace agentarmy::tests;

namespace {
template <class T> std::string codeOf(const Result<T>& result) { return result ? "fine" : result.error().code; }

/// A customer who asked yesterday, and the draft that answers.
class Asked {
public:
    Asked()
    {
        mail("one", "Thu, 17 Sep 2026 10:00:00 +0000", "Could you send us the prices? We need them by Friday.");
        const auto drafts = loadApprovals(workspace.store(), me());
        if (!drafts || drafts->size() != 1)
            qFatal("no draft");
        id = drafts->front().action.id;
    }
    void mail(const std::string& id, const std::string& date, const std::string& text, const std::string& answers = {})
    {
        (void)workspace.import({workspace.write("in/" + id + ".eml",
            MailText {"Ana Ruiz <ana@acme.example>", "Lena Hartmann <lena@meridianflow.example>", "Prices", text, date,
                id + "@acme.example", answers}
                .text())});
    }
    Context me() const
    {
        auto context = workspace.context();
        context.actor.kind = ActorKind::person;
        return context;
    }
    AgentAction action() { return *readEntity(workspace.store(), me(), id); }
    std::vector<WaitingDraft> waiting() { return *loadApprovals(workspace.store(), me()); }

    WorkspaceFixture workspace {"2026-09-18T09:00:00Z"};
    ApprovalDesk desk {workspace.store(), workspace.ids(), workspace.clock()};
    DealDesk deals {workspace.store(), workspace.ids(), workspace.clock()};
    Id<AgentAction> id;
};
}

class ApprovalsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWaitsIsToldWithItsPeople()
    {
        Asked asked;
        const auto drafts = asked.waiting();
        QCOMPARE(drafts[0].contactName, std::string("Ana Ruiz"));
        QCOMPARE(drafts[0].conversationSubject, std::string("Prices"));
        QVERIFY(drafts[0].waitingSince);
        QVERIFY(!drafts[0].stale && !drafts[0].inOutbox);
    }
    void anApprovalCanBeTakenBackUntilTheMailLeft()
    {
        Asked asked;
        const auto yes = asked.desk.approve(asked.me(), asked.id);
        QVERIFY(yes);
        QVERIFY(asked.waiting()[0].inOutbox);
        QVERIFY(asked.desk.approve(asked.me(), asked.id)->isNull()); // the same decision again
        QVERIFY(asked.deals.undo(asked.me(), *yes));
        QCOMPARE(asked.action().status, AgentActionStatus::pending);
        const auto again = asked.desk.approve(asked.me(), asked.id);
        QVERIFY(again);
        QCOMPARE(codeOf(asked.desk.left(asked.me(), asked.id, "file")), std::string("undo_window_open"));
        asked.workspace.clock().advance(std::chrono::seconds(10));
        QVERIFY(asked.desk.left(asked.me(), asked.id, "file"));
        QVERIFY(asked.waiting().empty());
        QVERIFY(!asked.deals.undo(asked.me(), *again)); // what left cannot be taken back
        QCOMPARE(asked.action().status, AgentActionStatus::executed);
    }
    void anEditIsReviewedAnewAndSurvivesAReopen()
    {
        Asked asked;
        const auto before = asked.action();
        QVERIFY(asked.desk.edit(asked.me(), asked.id, "Re: Prices", "Hi Ana,\nit costs EUR 990,000.\nLena"));
        const auto after = asked.action();
        QCOMPARE(after.payload.body, before.payload.body);
        QCOMPARE(after.effective().body, std::string("Hi Ana,\nit costs EUR 990,000.\nLena"));
        QVERIFY(std::ranges::any_of(after.findings, [](const DraftFinding& finding) { return !finding.text.empty(); }));
        asked.workspace.reopen();
        QCOMPARE(readEntity(asked.workspace.store(), asked.me(), asked.id)->effective().body, after.effective().body);
    }
    void aRejectionKeepsItsReasonAndTheDraftDoesNotComeBack()
    {
        Asked asked;
        QVERIFY(asked.desk.reject(asked.me(), asked.id, "I call her"));
        QCOMPARE(asked.action().approval->reason, std::optional<std::string>("I call her"));
        QVERIFY(asked.waiting().empty());
        QCOMPARE(codeOf(asked.desk.approve(asked.me(), asked.id)), std::string("approval_already_resolved"));
        asked.workspace.clock().advance(std::chrono::hours(1));
        asked.mail("other", "Fri, 18 Sep 2026 09:30:00 +0000", "One more thing, please.");
        QCOMPARE(asked.waiting().size(), std::size_t(1)); // a new message has a new draft
        QVERIFY(asked.waiting()[0].action.id != asked.id);
    }
    void aPersonsWordsAreNotDroppedWhenTheCustomerWritesAgain()
    {
        Asked asked;
        QVERIFY(asked.desk.edit(asked.me(), asked.id, {}, "Hi Ana,\nI ask finance.\nLena"));
        asked.workspace.clock().advance(std::chrono::hours(1));
        asked.mail("other", "Fri, 18 Sep 2026 09:30:00 +0000", "One more thing, please.", "one@acme.example");
        QCOMPARE(asked.action().status, AgentActionStatus::pending);
        QCOMPARE(asked.waiting().size(), std::size_t(2));
        QVERIFY(std::ranges::any_of(asked.waiting(), [](const WaitingDraft& draft) { return draft.stale; }));
    }
    void anOwnAnswerStaysInItsThreadAndLeavesWhenItIsTo()
    {
        Asked asked;
        auto& w = asked.workspace;
        OwnMessage message;
        message.conversationId = asked.action().conversationId;
        message.body = "Hi Ana,\ntomorrow.\nLena";
        const auto own = writeOwn(w.store(), asked.me(), w.ids(), message, w.clock().now());
        QVERIFY(own);
        QCOMPARE(own->action.payload.inReplyTo, std::optional<std::string>("<one@acme.example>"));
        QCOMPARE(own->action.payload.to.front().address, std::string("ana@acme.example"));
        QCOMPARE(own->action.payload.subject, std::optional<std::string>("Re: Prices"));
        QCOMPARE(asked.waiting().size(), std::size_t(2));
        const auto later = w.clock().now() + std::chrono::hours(20);
        QVERIFY(asked.desk.approve(asked.me(), own->action.id, later));
        w.clock().advance(std::chrono::minutes(1));
        QCOMPARE(codeOf(asked.desk.left(asked.me(), own->action.id, "file")), std::string("not_due"));
        QVERIFY(!asked.deals.undo(asked.me(), own->mutationId)); // it is about to leave
        QVERIFY(asked.desk.takeBack(asked.me(), own->action.id));
        QVERIFY(asked.desk.approve(asked.me(), own->action.id, later));
        QVERIFY(asked.desk.reschedule(asked.me(), own->action.id, std::nullopt));
        w.clock().advance(std::chrono::minutes(1));
        QVERIFY(asked.desk.left(asked.me(), own->action.id, "file"));
        QVERIFY(!asked.deals.undo(asked.me(), own->mutationId));
        const auto second = writeOwn(w.store(), asked.me(), w.ids(), message, w.clock().now());
        QVERIFY(asked.deals.undo(asked.me(), second->mutationId));
        QCOMPARE(asked.waiting().size(), std::size_t(1));
    }
    void aFirstMailGoesToAPersonWithAnAddress()
    {
        Asked asked;
        auto& w = asked.workspace;
        const auto ana = w.all<Contact>().front();
        OwnMessage message;
        message.contactId = ana.id;
        message.subject = "Next year";
        message.body = "Hi Ana";
        const auto own = writeOwn(w.store(), asked.me(), w.ids(), message, w.clock().now());
        QVERIFY(own);
        QVERIFY(!own->action.conversationId && own->action.accountId);
        QVERIFY(asked.desk.edit(asked.me(), own->action.id, "Next year", "Hi Ana, how are you?"));
        QVERIFY(asked.desk.approve(asked.me(), own->action.id));
        message.body = " ";
        QCOMPARE(codeOf(writeOwn(w.store(), asked.me(), w.ids(), message, w.clock().now())),
            std::string("validation_failed"));
        message.contactId.reset();
        QCOMPARE(codeOf(writeOwn(w.store(), asked.me(), w.ids(), message, w.clock().now())),
            std::string("validation_failed"));
    }
    void whereAPersonAnswersTheAgentDraftsNothing()
    {
        Asked asked;
        auto& w = asked.workspace;
        const auto conversation = *asked.action().conversationId;
        QVERIFY(handConversation(w.store(), asked.me(), w.ids(), conversation, w.workspace().self, w.clock().now()));
        w.clock().advance(std::chrono::hours(1));
        asked.mail("other", "Fri, 18 Sep 2026 09:30:00 +0000", "One more thing, please.", "one@acme.example");
        QVERIFY(asked.waiting().empty());
        const auto back = handConversation(w.store(), asked.me(), w.ids(), conversation, std::nullopt, w.clock().now());
        QVERIFY(back && !back->isNull());
        w.clock().advance(std::chrono::hours(1));
        asked.mail("third", "Fri, 18 Sep 2026 10:30:00 +0000", "Still there?", "one@acme.example");
        QCOMPARE(asked.waiting().size(), std::size_t(1));
    }
    void whatIsToBeDoneNamesItsDraftAndWhoWaits()
    {
        Asked asked;
        auto& w = asked.workspace;
        const auto now = w.clock().now();
        const auto board = *loadBoard(w.store(), asked.me(), {}, w.workspace().settings, now);
        const auto items = *loadAgenda(w.store(), asked.me(), board, now);
        QCOMPARE(items.size(), std::size_t(1));
        QCOMPARE(items[0].contactName, std::string("Ana Ruiz"));
        QVERIFY(!items[0].action.description.empty());
        QCOMPARE(items[0].draftId, std::optional(asked.id));
        QVERIFY(items[0].waitingSince);
        const Id<User> nobody(w.ids().next());
        QVERIFY(loadAgenda(w.store(), asked.me(), board, now, nobody)->empty());
        const auto later = now + std::chrono::days(31);
        QVERIFY(loadAgenda(w.store(), asked.me(), board, later)->empty()); // nobody spoke for a month
    }
    void onlyAPersonDecidesAndOnlyAboutWhatIsThere()
    {
        Asked asked;
        auto agent = asked.me();
        agent.actor.kind = ActorKind::agent;
        QCOMPARE(codeOf(asked.desk.approve(agent, asked.id)), std::string("not_allowed"));
        QCOMPARE(codeOf(asked.desk.approve(asked.me(), Id<AgentAction>(asked.workspace.ids().next()))),
            std::string("not_found"));
        const auto contact = asked.workspace.all<Contact>().front();
        UnitOfWork work(asked.workspace.store(), asked.me(), asked.workspace.ids());
        (*work.edit(contact.id))->optedOut = true;
        QVERIFY(work.commit());
        QCOMPARE(codeOf(asked.desk.approve(asked.me(), asked.id)), std::string("opted_out"));
    }
};
QTEST_APPLESS_MAIN(ApprovalsTest)
#include "approvals_test.moc"
