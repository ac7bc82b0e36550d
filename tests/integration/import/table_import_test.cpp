// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/plan.hpp"
#include "core/engine/records/unit_of_work.hpp"
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

    void leavesOutTotalsAndRemarksBelowTheTable()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("report.csv",
            "Deal name,Account,Stage,Amount\nA,Acme,Proposal,100\nTotal recall,Acme,Proposal,20\nTotal,,,120\n"
            "\nGrand Totals (2 records)\nConfidential - do not distribute\n");
        const auto report = workspace.import({file}, {});
        QCOMPARE(report.created.at("opportunity"), 2);
        QCOMPARE(report.skipped.size(), std::size_t(3));
        QCOMPARE(report.skipped[0].line, std::int64_t(4));
        QCOMPARE(report.skipped[2].line, std::int64_t(7));
        QCOMPARE(workspace.all<Account>().size(), std::size_t(1));
    }

    void oneColumnOfDatesTellsTheOrderOfTheOthers()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("deals.csv",
            "Deal name,Account,Stage,Amount,Close date,Created\nA,Acme,Proposal,100,03/25/2026,01/02/2026\n");
        (void)workspace.import({file}, {});
        QCOMPARE(
            formatTimestamp(workspace.all<Opportunity>().at(0).createdAt), std::string("2026-01-02T00:00:00.000Z"));
    }

    void aLateRowTellsTheOrderOfDates()
    {
        WorkspaceFixture workspace;
        std::string text = "Deal ID,Account,Stage,Amount,Close date\n";
        for (int i = 0; i < 6000; ++i)
            text += std::to_string(i) + ",Acme,Proposal,1,03/04/2026\n";
        text += "last,Acme,Proposal,1,25/04/2026\n";
        const auto file = workspace.write("deals.csv", text);
        ImportOptions options;
        options.paths = {file};
        options.dryRun = true;
        const auto report = Importer(workspace.parts(), workspace.mailboxes(), workspace.context()).run(options);
        QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
        QCOMPARE(report->created.at("opportunity"), 6001);
        QVERIFY(report->skipped.empty());
    }

    void whatOnlyTheUserCanDecideEndsTheImportBeforeItsFirstFile()
    {
        WorkspaceFixture workspace;
        const auto accounts = workspace.write("accounts.csv", "Account name,Industry\nAcme,Steel\n");
        const auto deals = workspace.write(
            "deals.csv", "Deal name,Account,Stage,Amount,Close date\nA,Acme,Proposal,100,03/04/2026\n");
        ImportOptions options;
        options.paths = {accounts, deals};
        const auto refused = Importer(workspace.parts(), workspace.mailboxes(), workspace.context()).run(options);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string("ambiguous_dates"));
        QVERIFY(workspace.all<Account>().empty());
    }

    void aMappingIsTakenByTheTableItFits()
    {
        WorkspaceFixture workspace;
        const auto accounts = workspace.write("accounts.csv", "Account name,Industry\nAcme,Steel\n");
        const auto deals
            = workspace.write("deals.csv", "Deal name,Account,Stage,Amount,Real value\nA,Acme,Proposal,100,250\n");
        ImportOptions options;
        options.paths = {accounts, deals};
        options.mapping = {{"amount", "Real value"}};
        (void)workspace.import(options);
        QCOMPARE(workspace.all<Account>().size(), std::size_t(1));
        QCOMPARE(workspace.all<Account>().at(0).industry.value_or(""), std::string("Steel"));
        QCOMPARE(workspace.all<Opportunity>().at(0).estimatedValue.value().amountMinor, std::int64_t(25000));
        options.mapping = {{"amount", "Nowhere"}};
        const auto refused = Importer(workspace.parts(), workspace.mailboxes(), workspace.context()).run(options);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string("unknown_column"));
    }

    void peopleAreReadFromLabelsWithAddresses()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("deals.csv",
            "Deal name,Associated company,Deal stage,Amount,Deal owner,Associated contact\n"
            "A,Nordwind,Proposal,100,Lena Hartmann (lena@own.example),"
            "Jonas Brandt (jonas@nordwind.example);Kim Lee\n"
            "B,Nordwind,Proposal,100,\"Hartmann, Lena\",jonas@nordwind.example\n");
        (void)workspace.import({file}, {});
        std::map<std::string, std::string> contacts;
        for (const auto& contact : workspace.all<Contact>())
            contacts[contact.contactName] = contact.contactEmail;
        const std::map<std::string, std::string> expected {{"Jonas Brandt", "jonas@nordwind.example"}, {"Kim Lee", ""}};
        QCOMPARE(contacts, expected);
        const auto deals = workspace.all<Opportunity>();
        QCOMPARE(deals[0].ownerId.value().text(), deals[1].ownerId.value().text());
        for (const auto& user : workspace.all<User>())
            if (user.id == *deals[0].ownerId) {
                QCOMPARE(user.name, std::string("Lena Hartmann"));
                QCOMPARE(user.email, std::string("lena@own.example"));
            }
    }

    void cellsThatSayNothingOrTooMuch_data()
    {
        QTest::addColumn<QString>("cells"); // amount, currency, close date
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("closeDate");
        QTest::addColumn<int>("problems");
        QTest::newRow("placeholders") << "-,n/a,TBD"
                                      << ""
                                      << "" << 0;
        QTest::newRow("no date yet") << "100,EUR,0000-00-00"
                                     << "10000 EUR"
                                     << "" << 0;
        QTest::newRow("the day as written") << "100,EUR,2026-04-03T00:30:00+02:00"
                                            << "10000 EUR"
                                            << "2026-04-03" << 0;
        QTest::newRow("late in the west") << "100,EUR,2026-04-03T23:30:00-05:00"
                                          << "10000 EUR"
                                          << "2026-04-03" << 0;
        QTest::newRow("unknown currency") << "100,Bitcoin,2026-04-03"
                                          << ""
                                          << "2026-04-03" << 1;
        QTest::newRow("the value names its own") << "$100,EUR,2026-04-03"
                                                 << "10000 USD"
                                                 << "2026-04-03" << 0;
        QTest::newRow("a dollar of the row's country") << "$100,CAD,2026-04-03"
                                                       << "10000 CAD"
                                                       << "2026-04-03" << 0;
        QTest::newRow("a range") << "5000-7000,EUR,soon"
                                 << ""
                                 << "" << 2;
        QTest::newRow("negative") << "(500),EUR,2026-04-03"
                                  << ""
                                  << "2026-04-03" << 1;
    }
    void cellsThatSayNothingOrTooMuch()
    {
        QFETCH(QString, cells);
        QFETCH(QString, value);
        QFETCH(QString, closeDate);
        QFETCH(int, problems);
        WorkspaceFixture workspace;
        const auto file = workspace.write("deals.csv",
            "Deal name,Account,Stage,Amount,Currency,Close date\nA,Acme,Proposal," + cells.toStdString() + "\n");
        const auto report = workspace.import({file}, {});
        const auto deal = workspace.all<Opportunity>().at(0);
        QCOMPARE(deal.estimatedValue ? QString::fromStdString(
                     std::to_string(deal.estimatedValue->amountMinor) + ' ' + deal.estimatedValue->currency)
                                     : QString(),
            value);
        QCOMPARE(deal.closeDate ? QString::fromStdString(formatDate(*deal.closeDate)) : QString(), closeDate);
        QCOMPARE(int(report.skipped.size()), problems);
    }

    void theStatusEndsWhatTheStageLeavesOpen_data()
    {
        QTest::addColumn<QString>("cells"); // stage, status
        QTest::addColumn<QString>("stage");
        QTest::newRow("open") << "Proposal made,Open"
                              << "evaluation";
        QTest::newRow("won") << "Negotiations started,Won"
                             << "closed_won";
        QTest::newRow("lost") << "Qualified,Lost"
                              << "closed_lost";
        QTest::newRow("unknown stage, won") << "Closed,Won"
                                            << "closed_won";
        QTest::newRow("unknown stage, open") << "Zebra,Open"
                                             << "none";
        QTest::newRow("deleted") << "Qualified,Deleted"
                                 << "none";
    }
    void theStatusEndsWhatTheStageLeavesOpen()
    {
        QFETCH(QString, cells);
        QFETCH(QString, stage);
        WorkspaceFixture workspace;
        const auto file = workspace.write("deals.csv",
            "Deal - Title,Deal - Organization,Deal - Value,Deal - Stage,Deal - Status\n"
            "A,Acme,100,"
                + cells.toStdString() + "\n");
        const auto report = workspace.import({file}, {});
        const auto deals = workspace.all<Opportunity>();
        QCOMPARE(
            deals.empty() ? QStringLiteral("none") : QString::fromUtf8(enumText(deals[0].dealStage).data()), stage);
        QCOMPARE(report.skipped.empty(), !deals.empty());
    }

    void wonDealsKeepWhatTheyBrought()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("deals.csv",
            "Topic,Potential customer,Est. revenue,Actual revenue,Status\nA,Acme,2000,1900,Won\nB,Acme,3000,,Open\n");
        (void)workspace.import({file}, {});
        for (const auto& deal : workspace.all<Opportunity>())
            if (deal.name == "A") {
                QCOMPARE(deal.estimatedValue.value().amountMinor, std::int64_t(200000));
                QCOMPARE(deal.closedValue.value().amountMinor, std::int64_t(190000));
            }
    }

    void productsAreSpelledAsInThePriceList()
    {
        WorkspaceFixture workspace;
        const auto products = workspace.write("products.csv", "product,series,sales_price\nGTX Pro,GTX,4821\n");
        const auto deals = workspace.write("pipeline.csv",
            "opportunity_id,product,account,deal_stage,close_value\n1,GTXPro,Acme,Won,5\n2,gtx pro,Acme,Won,5\n"
            "3,MG Special,Acme,Won,5\n");
        (void)workspace.import({deals, products}, {});
        std::map<std::string, int> lines;
        for (const auto& deal : workspace.all<Opportunity>())
            ++lines[deal.productLine.value_or("")];
        const std::map<std::string, int> expected {{"GTX Pro", 2}, {"MG Special", 1}};
        QCOMPARE(lines, expected);
    }

    void companiesAreOneWhateverTheirLegalFormOrKey()
    {
        WorkspaceFixture workspace;
        const auto accounts = workspace.write("accounts.csv",
            "Account ID,Account name,Parent account\n001A,Nordwind Logistics GmbH,Nordwind Group\n"
            "001B,NORDWIND LOGISTICS GMBH,\n001C,Nordwind Logistics Inc.,\n");
        const auto deals = workspace.write("deals.csv",
            "Deal name,Account ID,Stage,Amount\nA,001A,Proposal,1\nB,001B,Proposal,2\nC,001C,Proposal,3\n");
        (void)workspace.import({accounts, deals}, {});
        QCOMPARE(workspace.all<Account>().size(), std::size_t(2)); // two legal forms are two companies
        std::map<std::string, std::string> accountOf;
        for (const auto& deal : workspace.all<Opportunity>())
            accountOf[deal.name] = deal.accountId.text();
        QCOMPARE(accountOf.at("A"), accountOf.at("B"));
        QVERIFY(accountOf.at("A") != accountOf.at("C"));
        const auto mail = workspace.write("in/a.eml",
            mailWithId(
                "Ann <ann@weserstahl.example>", "Lena <lena@meridianflow.example>", "Hi", "What does it cost?", "1@x")
                .text());
        (void)workspace.import({mail});
        const auto later = workspace.write("more.csv", "Account name,Industry\nWeserstahl GmbH,Steel\n");
        (void)workspace.import({later}, {});
        QCOMPARE(workspace.all<Account>().size(), std::size_t(3)); // known from its mail domain
        for (const auto& account : workspace.all<Account>())
            if (!account.domains.empty())
                QCOMPARE(account.accountName, std::string("Weserstahl GmbH"));
    }

    void teamsAndTheirManagersAreKept()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("sales_teams.csv",
            "sales_agent,manager,regional_office\nAnna Snelling,Dustin Brinkmann,Central\nMoses Frase,Dustin "
            "Brinkmann,Central\n");
        const auto report = workspace.import({file}, {});
        QCOMPARE(report.created.at("user"), 3);
        QCOMPARE(workspace.all<Team>().size(), std::size_t(1));
        const auto again = workspace.import({file}, {});
        QCOMPARE(again.merged.at("user"), 2);
        QVERIFY(!again.created.contains("team"));
        QVERIFY(!again.created.contains("user"));
    }

    void aNewerExportOfTheSameCrmIsFollowed()
    {
        WorkspaceFixture workspace;
        const std::string head = "Deal ID,Deal name,Account,Stage,Amount,Close date,Owner\n";
        (void)workspace.import(
            {workspace.write("deals.csv",
                head
                    + "1,A,Acme,Proposal,100,2026-10-01,Lena\n2,B,Acme,Proposal,200,2026-10-01,Lena\n"
                      "3,C,Acme,Won,300,2026-09-01,Lena\n")},
            {});
        const auto newer = workspace.write("newer.csv",
            head
                + "1,A,Acme,Won,150,2026-09-10,Tom\n2,B,Acme,Negotiation,250,2026-11-01,Lena\n"
                  "3,C,Acme,Won,350,2026-09-01,Lena\n2,B,Acme,Lost,1,2026-11-01,Lena\n");
        // Meanwhile somebody here knows better about B.
        for (const auto& deal : workspace.all<Opportunity>())
            if (deal.name == "B") {
                UnitOfWork work(workspace.store(), workspace.context(), workspace.ids());
                auto edited = work.edit(deal.id);
                QVERIFY(edited.has_value());
                (*edited)->estimatedValue = Money {99900, "EUR"};
                QVERIFY(work.commit().has_value());
            }
        const auto report = workspace.import({newer}, {});
        QCOMPARE(report.merged.at("opportunity"), 4);
        std::map<std::string, Opportunity> byName;
        for (auto& deal : workspace.all<Opportunity>())
            byName[deal.name] = deal;
        QCOMPARE(byName.at("A").dealStage, DealStage::closedWon);
        QCOMPARE(byName.at("A").probability, 1.0);
        QCOMPARE(byName.at("A").closedValue.value().amountMinor, std::int64_t(15000));
        QCOMPARE(formatTimestamp(byName.at("A").closedAt.value()), std::string("2026-09-10T00:00:00.000Z"));
        QCOMPARE(byName.at("B").dealStage, DealStage::negotiation); // of the first row that names it
        QCOMPARE(byName.at("B").estimatedValue.value().amountMinor, std::int64_t(99900)); // a person's word stays
        QCOMPARE(formatDate(byName.at("B").closeDate.value()), std::string("2026-11-01"));
        QCOMPARE(byName.at("C").closedValue.value().amountMinor, std::int64_t(35000));
        QVERIFY(byName.at("A").ownerId != byName.at("B").ownerId);
        const auto again = workspace.import({newer}, {}); // the same file again changes nothing
        QCOMPARE(again.merged.at("opportunity"), 4);
        for (const auto& deal : workspace.all<Opportunity>())
            QCOMPARE(deal.updatedAt, byName.at(deal.name).updatedAt);
    }

    void whatIsWonIsNotClosedInTheFuture()
    {
        WorkspaceFixture workspace; // 18 September 2026
        (void)workspace.import(
            {workspace.write("deals.csv", "Deal name,Account,Stage,Amount,Close date\nA,Acme,Won,100,2027-01-01\n")},
            {});
        const auto deal = workspace.all<Opportunity>().at(0);
        QCOMPARE(formatTimestamp(deal.closedAt.value()), std::string("2026-09-18T09:00:00.000Z"));
        QVERIFY(deal.createdAt <= deal.closedAt.value());
    }

    void headersMayNameCurrencyScaleAndOrder()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("deals.csv",
            "Deal,Company,Stage,Value (k USD),Expected close (MM/DD/YYYY)\nA,Acme,Proposal,120,03/04/2026\n"
            "B,Acme,Proposal,EUR 1.5,03/05/2026\n");
        ImportOptions options;
        options.paths = {file};
        options.currency = "GBP";
        (void)workspace.import(options);
        for (const auto& deal : workspace.all<Opportunity>())
            if (deal.name == "A") {
                QCOMPARE(deal.estimatedValue.value().amountMinor, std::int64_t(12'000'000));
                QCOMPARE(deal.estimatedValue.value().currency, std::string("USD"));
                QCOMPARE(formatDate(deal.closeDate.value()), std::string("2026-03-04"));
            }
    }
    void aPreviewSaysHowEachTableWouldBeRead()
    {
        WorkspaceFixture w {"2026-09-18T09:00:00Z"};
        const auto deals
            = w.write("in/deals.csv", "Vorgang,Kunde,Summe\nPress shop,Acme,50000\nNight shift,Beta,8000\n");
        const auto odd = w.write("in/odd.csv", "A,B\n1,2\n");
        const auto note = w.write("in/readme.txt", "nothing of ours");
        ImportOptions options;
        options.paths = {w.path("in"), note};
        const auto look = [&] { return *Importer(w.parts(), w.mailboxes(), w.context()).preview(options); };
        auto preview = look();
        QCOMPARE(preview.files.size(), std::size_t(2));
        QCOMPARE(preview.errors.size(), std::size_t(1));
        QVERIFY(!preview.knowsOwnSide);
        const auto of = [&](const std::filesystem::path& path) -> const TablePreview& {
            for (const auto& file : preview.files)
                if (file.path == path)
                    return *file.table;
            qFatal("no such file");
        };
        QCOMPARE(of(deals).headers, (std::vector<std::string> {"Vorgang", "Kunde", "Summe"}));
        QCOMPARE(of(deals).rows.size(), std::size_t(2));
        QVERIFY(of(odd).problem);
        QVERIFY(w.all<Opportunity>().empty());
        const auto signature = of(deals).mapping.signature;
        options.tables[signature].kind = readers::TableKind::opportunities;
        options.tables[signature].columns = {{"name", "Kunde"}, {"account", "Vorgang"}, {"amount", ""}};
        options.leaveOut = {odd};
        preview = look();
        QCOMPARE(preview.files.size(), std::size_t(1));
        QVERIFY(!of(deals).problem);
        QCOMPARE(of(deals).mapping.columns.at("name"), std::size_t(1));
        QVERIFY(!of(deals).mapping.columns.contains("amount"));
        const auto report = w.import(options);
        QVERIFY(report.errors.empty() || report.errors.size() == 1); // readme.txt was named
        const auto read = w.all<Opportunity>();
        QCOMPARE(read.size(), std::size_t(2));
        for (const auto& deal : read)
            QVERIFY(!deal.estimatedValue && (deal.name == "Acme" || deal.name == "Beta"));
    }
    void theOrderOfDatesIsChosenForOneTable()
    {
        WorkspaceFixture w {"2026-09-18T09:00:00Z"};
        const auto deals = w.write("deals.csv", "Deal,Account,Close date\nPress shop,Acme,03/04/2027\n");
        ImportOptions options;
        options.paths = {deals};
        Importer importer(w.parts(), w.mailboxes(), w.context());
        auto preview = *importer.preview(options);
        QCOMPARE(preview.files[0].table->problem->code, std::string("ambiguous_dates"));
        options.tables[preview.files[0].table->mapping.signature].dateOrder = readers::DateOrder::mdy;
        preview = *importer.preview(options);
        QVERIFY(!preview.files[0].table->problem);
        (void)w.import(options);
        QCOMPARE(formatDate(*w.all<Opportunity>()[0].closeDate), std::string("2027-03-04"));
    }
};

QTEST_GUILESS_MAIN(TableImportTest)
#include "table_import_test.moc"
