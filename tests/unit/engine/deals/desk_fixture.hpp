// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/domain/conversation_state.hpp"
#include "core/engine/deals/deal_board.hpp"
#include "core/engine/deals/deal_desk.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/records/unit_of_work.hpp"
#include "core/engine/workspace/workspace.hpp"

#include <QTemporaryDir>
#include <QTest>

namespace agentarmy::test {

#define REQUIRE(...)                                                                                                   \
    do {                                                                                                               \
        const auto& required = (__VA_ARGS__); /* evaluated once */                                                     \
        QVERIFY2(                                                                                                      \
            required.has_value(), required ? "" : (required.error().code + ": " + required.error().message).c_str());  \
    } while (false)

/// A real workspace in a temporary folder with two people, an account and a deal; time stands still.
struct DeskFixture {
    QTemporaryDir folder;
    ManualClock clock {*parseTimestamp("2026-09-01T08:00:00Z")};
    SeededRandom random {20260901};
    IdSource ids {clock, random};
    std::unique_ptr<sqlite::SqliteStore> store;
    WorkspaceInfo workspace;
    Context lena, marcus, agent; ///< a rep, a manager, the agent
    std::optional<DealDesk> desk;
    Id<Account> account;
    Id<Opportunity> deal;

    DeskFixture()
    {
        auto opened = sqlite::SqliteStore::open(folder.path().toStdString(), {clock, random});
        store = opened ? std::move(*opened) : nullptr;
        if (!store)
            qFatal("no store: %s", opened.error().message.c_str());
        Context system;
        system.actor.kind = ActorKind::system;
        workspace = *openWorkspace(*store, system, ids, clock, "Europe/Berlin");
        const auto device = *deviceId(*store, system, ids);
        User rep;
        rep.name = "Lena Hartmann";
        rep.email = "lena@ours.example";
        User manager;
        manager.name = "Marcus Olsen";
        manager.email = "marcus@ours.example";
        manager.role = Role::manager;
        rep.id = add(rep);
        manager.id = add(manager);
        lena = as(rep.id, Role::rep, device);
        marcus = as(manager.id, Role::manager, device);
        agent = lena;
        agent.actor.kind = ActorKind::agent;
        workspace = *readWorkspace(*store, system);
        Account customer;
        customer.accountName = "Nordwind Logistics";
        account = add(customer);
        deal = addDeal("Fleet planning", DealStage::discovery);
        desk.emplace(*store, ids, clock);
    }

    static Context as(Id<User> user, Role role, const Uuid& device)
    {
        Context context;
        context.actor = {ActorKind::person, user, device};
        context.role = role;
        return context;
    }

    /// Writes as an import would, so that it is nobody's action.
    template <class T> Id<T> add(T value)
    {
        Context import;
        import.actor.kind = ActorKind::import;
        UnitOfWork work(*store, import, ids);
        work.because({.what = "import"});
        const Id<T> id = work.add(std::move(value)).id;
        if (auto done = work.commit(); !done)
            qFatal("cannot add: %s", done.error().message.c_str());
        return id;
    }
    template <class T, class Change> void change(const Context& context, Id<T> id, Change how, Cause cause = {})
    {
        UnitOfWork work(*store, context, ids);
        work.because(std::move(cause));
        how(**work.edit(id));
        if (auto done = work.commit(); !done)
            qFatal("cannot change: %s", done.error().message.c_str());
    }

    Id<Opportunity> addDeal(const std::string& name, DealStage stage)
    {
        Opportunity made;
        made.accountId = account;
        made.name = name;
        made.dealStage = stage;
        made.probability = 0.2;
        made.estimatedValue = Money {18'400'000, "EUR"};
        made.closeDate = *parseDate("2026-10-09");
        made.ownerId = lena.actor.userId;
        made.createdAt = made.updatedAt = made.stageEnteredAt = clock.now() - std::chrono::days(20);
        made.lastActivityAt = clock.now() - std::chrono::days(3);
        return add(made);
    }
    [[nodiscard]] Opportunity read(Id<Opportunity> id) const { return *readEntity(*store, lena, id); }
    [[nodiscard]] Opportunity read() const { return read(deal); }
};
}
