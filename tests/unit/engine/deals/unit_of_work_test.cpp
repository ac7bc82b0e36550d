// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/unit/engine/deals/desk_fixture.hpp"

using namespace agentarmy;
using namespace agentarmy::test;

class UnitOfWorkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aListSeesOwnAdditionsEachTime()
    {
        DeskFixture f;
        UnitOfWork work(*f.store, f.lena, f.ids);
        Query ofAccount;
        ofAccount.accountId = f.account.value();
        QCOMPARE(work.list<Opportunity>(ofAccount)->size(), std::size_t(1));
        work.add(dealOf(f.account, "Second"));
        auto hidden = dealOf(f.account, "Hidden");
        hidden.archived = true;
        work.add(hidden);
        work.add(dealOf(Id<Account>(f.ids.next()), "Elsewhere"));
        const auto both = work.list<Opportunity>(ofAccount);
        REQUIRE(both);
        QCOMPARE(both->size(), std::size_t(2));
        QCOMPARE((*both)[1]->name, std::string("Second"));
        ofAccount.includeArchived = true;
        QCOMPARE(work.list<Opportunity>(ofAccount)->size(), std::size_t(3));
        ofAccount.includeArchived = false;
        ofAccount.states = {"negotiation"};
        QCOMPARE(work.list<Opportunity>(ofAccount)->size(), std::size_t(0));
    }
    void aListIsReadAnewAfterACommit()
    {
        DeskFixture f;
        UnitOfWork work(*f.store, f.lena, f.ids);
        Query ofAccount;
        ofAccount.accountId = f.account.value();
        QCOMPARE(work.list<Opportunity>(ofAccount)->size(), std::size_t(1));
        f.addDeal("By somebody else", DealStage::discovery);
        QCOMPARE(work.list<Opportunity>(ofAccount)->size(), std::size_t(1)); // as it was when it was first asked
        work.add(dealOf(f.account, "Mine"));
        REQUIRE(work.commit());
        const auto all = work.list<Opportunity>(ofAccount);
        REQUIRE(all);
        QCOMPARE(all->size(), std::size_t(3)); // each once
    }
    void manyDifferentListsAreAnsweredRight()
    {
        DeskFixture f;
        UnitOfWork work(*f.store, f.lena, f.ids);
        for (int round = 0; round < 2; ++round)
            for (int i = 0; i < 40; ++i) {
                Query query;
                query.accountId = f.account.value();
                query.minAmount = 18'400'000 - 20 + i;
                QCOMPARE(work.list<Opportunity>(query)->size(), std::size_t(i <= 20 ? 1 : 0));
            }
    }

private:
    static Opportunity dealOf(Id<Account> account, const std::string& name)
    {
        Opportunity deal;
        deal.accountId = account;
        deal.name = name;
        return deal;
    }
};

QTEST_APPLESS_MAIN(UnitOfWorkTest)
#include "unit_of_work_test.moc"
