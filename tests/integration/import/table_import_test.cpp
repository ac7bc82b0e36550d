// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/plan.hpp"
#include "tests/support/workspace_fixture.hpp"

using namespace agentarmy;
using namespace agentarmy::tests;

class TableImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsDealsOfAnyCrmAndCreatesWhoIsUnknown()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("pipeline.csv",
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n"
            "1C1I7A6R,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054\n"
            "Z063OYW0,Darcel Schlecht,GTXPro,Isdom,Lost,2016-10-25,2017-03-11,0\n"
            "EC4QE1BX,Darcel Schlecht,MG Special,,Engaging,2016-10-25,,\n"
            "MV1LWRNH,Moses Frase,GTX Basic,Codehow,Prospecting,,,\n");
        const auto report = workspace.import({file}, {});
        QCOMPARE(report.created.at("opportunity"), 4);
        QVERIFY2(report.skipped.empty(), report.skipped.empty() ? "" : report.skipped[0].reason.c_str());
        std::map<std::string, Opportunity> byId;
        for (auto& deal : workspace.all<Opportunity>())
            byId[deal.externalId.value_or("")] = deal;
        QCOMPARE(byId["1C1I7A6R"].dealStage, DealStage::closedWon);
        QCOMPARE(byId["1C1I7A6R"].closedValue.value().amountMinor, std::int64_t(105400));
        QCOMPARE(byId["Z063OYW0"].dealStage, DealStage::closedLost);
        QCOMPARE(byId["MV1LWRNH"].dealStage, DealStage::prospecting);
        QVERIFY(isActive(byId["EC4QE1BX"].dealStage));
        QVERIFY(byId["EC4QE1BX"].ownerId.has_value());
        const auto again = workspace.import({file}, {});
        QCOMPARE(again.merged.at("opportunity"), 4);
        QCOMPARE(workspace.all<Opportunity>().size(), std::size_t(4));
    }

    void asksForTheOrderOfAmbiguousDates()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write(
            "deals.csv", "Deal name,Account,Stage,Amount,Close date\nA,Acme,Proposal,100,03/04/2026\n");
        ImportOptions options;
        options.paths = {file};
        auto refused = Importer(workspace.parts(), workspace.mailboxes(), workspace.context()).run(options);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string("ambiguous_dates"));
        QVERIFY(workspace.all<Opportunity>().empty());
        options.dateOrder = readers::DateOrder::dmy;
        (void)workspace.import(options);
        QCOMPARE(formatDate(workspace.all<Opportunity>().at(0).closeDate.value()), std::string("2026-04-03"));
    }

    void reportsRowsWithUnknownStagesAndTakesTheMapping()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write(
            "deals.csv", "Deal name,Account,Stage,Amount\nA,Acme,Zebra phase,\"1,200\"\nB,Acme,Negotiation,2000\n");
        const auto report = workspace.import({file}, {});
        QCOMPARE(report.created.at("opportunity"), 1);
        QCOMPARE(report.skipped.size(), std::size_t(1));
        QCOMPARE(report.skipped[0].line, std::int64_t(2));
        ImportOptions options;
        options.paths = {file};
        options.stageNames["zebra phase"] = DealStage::evaluation;
        (void)workspace.import(options);
        QCOMPARE(workspace.all<Opportunity>().size(), std::size_t(2));
    }

    void remembersACorrectedMapping()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("x.csv", "Deal,Customer thing,Phase\nA,Acme,discovery\n");
        ImportOptions options;
        options.paths = {file};
        options.tableKind = readers::TableKind::opportunities;
        options.mapping = {{"name", "Deal"}, {"account", "Customer thing"}, {"stage", "Phase"}};
        (void)workspace.import(options);
        QCOMPARE(workspace.all<Account>().at(0).accountName, std::string("Acme"));
        const auto next = workspace.write("y.csv", "Deal,Customer thing,Phase\nB,Bravo,discovery\n");
        (void)workspace.import({next}, {});
        QCOMPARE(workspace.all<Account>().size(), std::size_t(2));
    }

    void nextStepsBecomeTasks()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("deals.csv",
            "Deal name,Account,Stage,Amount,Currency,Next step\nA,Acme,discovery,1000,USD,Call the plant\n");
        (void)workspace.import({file}, {});
        const auto tasks = workspace.all<Task>();
        QCOMPARE(tasks.size(), std::size_t(1));
        QCOMPARE(tasks[0].description, std::string("Call the plant"));
        QCOMPARE(workspace.all<Opportunity>()[0].estimatedValue.value().currency, std::string("USD"));
    }
};

QTEST_GUILESS_MAIN(TableImportTest)
#include "table_import_test.moc"
