// SPDX-License-Identifier: AGPL-3.0-or-later
// How a person wants to be written for, and what they have seen, on a real store.
#include "core/engine/conversations/seen.hpp"
#include "core/engine/deals/deal_desk.hpp"
#include "core/engine/sales/approvals.hpp"
#include "core/engine/sales/draft_desk.hpp"
#include "core/engine/workspace/settings.hpp"
#include "tests/support/workspace_fixture.hpp"

using namespace agentarmy;
using namespace agentarmy::tests;

namespace {
class Desk {
public:
    void mail(const std::string& id, const std::string& date, const std::string& from = "Ana Ruiz <ana@acme.example>")
    {
        (void)workspace.import({workspace.write("in/" + id + ".eml",
            MailText {from, "Lena Hartmann <lena@meridianflow.example>", "Prices " + id,
                "Could you send us the prices? We need them by Friday.", date, id + "@acme.example", {}}
                .text())});
    }
    Context me() const
    {
        auto context = workspace.context();
        context.actor.kind = ActorKind::person;
        return context;
    }
    TenantSettings settings() { return workspace.all<TenantSettings>().front(); }
    std::vector<WaitingDraft> drafts() { return *loadApprovals(workspace.store(), me()); }
    std::size_t unread() { return unreadConversations(workspace.store(), me(), workspace.clock().now())->size(); }
    Result<std::vector<Id<Conversation>>> setUnread(const std::vector<Id<Conversation>>& ids, bool unread)
    {
        return agentarmy::setUnread(workspace.store(), me(), ids, unread, workspace.clock().now());
    }

    WorkspaceFixture workspace {"2026-09-18T09:00:00Z"};
    DealDesk deals {workspace.store(), workspace.ids(), workspace.clock()};
};
}

class HabitsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newDraftsFollowThePersonaAndThoseThatWaitStay()
    {
        Desk desk;
        desk.mail("one", "Thu, 17 Sep 2026 10:00:00 +0000");
        const auto before = desk.drafts().at(0).action.payload.body;
        Persona persona;
        persona.formalCasual = 0.1;
        persona.proactiveReactive = 0.9;
        persona.customInstructions = "<b>No</b> exclamation marks";
        const auto done = changePersona(desk.workspace.store(), desk.me(), desk.workspace.ids(), persona);
        QVERIFY(done && !done->isNull());
        QCOMPARE(desk.settings().persona.customInstructions, std::string("No exclamation marks"));
        QCOMPARE(desk.drafts().at(0).action.payload.body, before);
        desk.workspace.reopen();
        desk.mail("two", "Thu, 17 Sep 2026 11:00:00 +0000", "Ben Cole <ben@birch.example>");
        const auto drafts = desk.drafts();
        QCOMPARE(drafts.size(), std::size_t(2));
        for (const auto& draft : drafts) {
            const auto& body = draft.action.payload.body;
            const bool fresh = draft.contactName == "Ben Cole";
            QCOMPARE(body.starts_with("Hey Ben,"), fresh);
            QCOMPARE(body.find("propose a time") != std::string::npos, fresh);
        }
    }
    void aPersonaCanBeTakenBackAndRefusesNonsense()
    {
        Desk desk;
        Persona persona;
        persona.conciseDetailed = 0.9;
        const auto done = changePersona(desk.workspace.store(), desk.me(), desk.workspace.ids(), persona);
        QVERIFY(done);
        QVERIFY(changePersona(desk.workspace.store(), desk.me(), desk.workspace.ids(), persona)->isNull());
        QCOMPARE(*desk.deals.lastMutation(desk.me()), *done); // undo without an id finds it, too
        QVERIFY(desk.deals.undo(desk.me(), *done));
        QCOMPARE(desk.settings().persona, Persona {});
        persona.conciseDetailed = 1.5;
        const auto refused = changePersona(desk.workspace.store(), desk.me(), desk.workspace.ids(), persona);
        QCOMPARE(refused.error().code, std::string("invalid_dimension"));
        QCOMPARE(desk.settings().persona, Persona {});
    }
    void whatIsOpenedStaysReadUntilTheyWriteAgain()
    {
        Desk desk;
        desk.mail("one", "Thu, 17 Sep 2026 10:00:00 +0000");
        desk.mail("old", "Thu, 02 Apr 2026 10:00:00 +0000", "Ben Cole <ben@birch.example>");
        QCOMPARE(desk.unread(), std::size_t(1)); // old mail is history
        const auto id = unreadConversations(desk.workspace.store(), desk.me(), desk.workspace.clock().now())->at(0).id;
        QCOMPARE(desk.setUnread({id}, false)->size(), std::size_t(1));
        QVERIFY(desk.setUnread({id}, false)->empty());
        desk.workspace.reopen();
        QCOMPARE(desk.unread(), std::size_t(0));
        QVERIFY(desk.setUnread({id}, true));
        QCOMPARE(desk.unread(), std::size_t(1));
        desk.workspace.clock().advance(std::chrono::hours(24 * 60)); // a mark of one's own does not fade
        QCOMPARE(desk.unread(), std::size_t(1));
        const auto missing = desk.setUnread({id, Id<Conversation>(desk.workspace.ids().next())}, false);
        QCOMPARE(missing.error().code, std::string("not_found"));
        QCOMPARE(desk.unread(), std::size_t(1)); // nothing of it was kept
    }
    void anAnswerOfTheirsMakesItUnreadAgain()
    {
        Desk desk;
        desk.mail("one", "Thu, 17 Sep 2026 10:00:00 +0000");
        const auto id = desk.workspace.all<Conversation>().at(0).id;
        QVERIFY(desk.setUnread({id}, false));
        (void)desk.workspace.import({desk.workspace.write("in/more.eml",
            MailText {"Ana Ruiz <ana@acme.example>", "Lena Hartmann <lena@meridianflow.example>", "Re: Prices one",
                "And the terms, please?", "Fri, 18 Sep 2026 08:00:00 +0000", "more@acme.example", "one@acme.example"}
                .text())});
        QCOMPARE(desk.workspace.all<Conversation>().size(), std::size_t(1));
        QCOMPARE(desk.unread(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(HabitsTest)
#include "habits_test.moc"
