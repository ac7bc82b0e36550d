// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/plan.hpp"
#include "tests/support/workspace_fixture.hpp"

using namespace agentarmy;
using namespace agentarmy::tests;

namespace {
const std::string lena = "Lena Hartmann <lena@meridianflow.example>";
const std::string jonas = "Jonas Brandt <jonas.brandt@nordwind.example>";
}

class MailImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAMailIntoAccountContactConversationAndQualification()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("in/a.eml",
            mailWithId(jonas, lena, "Planning",
                "Hello Lena,\nour budget is EUR 80k and we need it by October.\n\nBest regards\nJonas Brandt\nHead of "
                "Operations\nPhone: +49 40 1234567",
                "a1@nordwind.example")
                .text());
        const auto report = workspace.import({file});
        QVERIFY2(report.errors.empty(), report.errors.empty() ? "" : report.errors[0].reason.c_str());
        QCOMPARE(report.created.at("message"), 1);
        const auto accounts = workspace.all<Account>();
        QCOMPARE(accounts.size(), std::size_t(1));
        QCOMPARE(accounts[0].accountName, std::string("Nordwind"));
        QCOMPARE(accounts[0].domains, std::vector<std::string> {"nordwind.example"});
        const auto contacts = workspace.all<Contact>();
        QCOMPARE(contacts.size(), std::size_t(1));
        QCOMPARE(contacts[0].title.value_or(""), std::string("Head of Operations"));
        QCOMPARE(contacts[0].phones.size(), std::size_t(1));
        const auto states = workspace.all<ConversationState>();
        QCOMPARE(states.size(), std::size_t(1));
        const auto& state = states[0];
        QCOMPARE(state.interactionCount, 1);
        QCOMPARE(state.qualification[Dimension::budget].range.value_or(""), std::string("EUR 80k"));
        QCOMPARE(state.qualification[Dimension::budget].confidence, 0.9);
        const auto& quote = state.qualification[Dimension::budget].evidence.at(0);
        const auto messages = workspace.all<Message>();
        QCOMPARE(quote.sourceId.text(), messages[0].id.text());
        QCOMPARE(messages[0].text.substr(std::size_t(quote.begin), std::size_t(quote.end - quote.begin)), quote.quote);
        QVERIFY(!state.nextActions.empty());
    }

    void joinsAnswersByTheirHeadersInAnyOrder()
    {
        WorkspaceFixture workspace;
        const auto answer = workspace.write("in/1.eml",
            MailText {lena, jonas, "Re: Planning", "Thank you, Jonas.", "Wed, 16 Sep 2026 10:00:00 +0000",
                "b2@meridianflow.example", "b1@nordwind.example"}
                .text());
        const auto question = workspace.write(
            "in/2.eml", mailWithId(jonas, lena, "Planning", "Could you send a quote?", "b1@nordwind.example").text());
        (void)workspace.import({answer, question});
        const auto conversations = workspace.all<Conversation>();
        QCOMPARE(conversations.size(), std::size_t(1));
        QCOMPARE(conversations[0].messageCount, 2);
        QCOMPARE(conversations[0].turn, Turn::theirs);
        QCOMPARE(conversations[0].subject, std::string("Planning"));
    }

    void joinsAnAnswerWithoutHeadersBySubjectAndPeople()
    {
        WorkspaceFixture workspace;
        const auto first = workspace.write(
            "in/1.eml", mailWithId(lena, jonas, "Planning", "Hello Jonas.", "c1@meridianflow.example").text());
        const auto second = workspace.write("in/2.eml",
            MailText {
                jonas, lena, "AW: Planning", "Yes please.", "Wed, 16 Sep 2026 10:00:00 +0000", "c2@nordwind.example"}
                .text());
        (void)workspace.import({first, second});
        QCOMPARE(workspace.all<Conversation>().size(), std::size_t(1));
    }

    void importingTwiceDoublesNothing()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("in/a.eml",
            mailWithId(jonas, lena, "Planning", "We need a new planning tool.", "d1@nordwind.example").text());
        (void)workspace.import({file});
        const auto again = workspace.import({file});
        QCOMPARE(again.merged.at("message"), 1);
        QVERIFY(!again.created.contains("message"));
        QCOMPARE(workspace.all<Message>().size(), std::size_t(1));
        QCOMPARE(workspace.all<ConversationState>()[0].interactionCount, 1);
        QCOMPARE(workspace.all<AccountPlan>()[0].version, 1);
    }

    void freeMailProvidersNeverBecomeAnAccount()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("in/a.eml",
            mailWithId("Maria Gomez <maria.gomez@gmail.com>", lena, "Question",
                "We need your planning tool for our bakery.", "e1@gmail.com")
                .text());
        (void)workspace.import({file});
        for (const auto& account : workspace.all<Account>()) {
            QVERIFY(account.accountName != "Gmail");
            QVERIFY(account.domains.empty());
        }
        QCOMPARE(workspace.all<ConversationState>().size(), std::size_t(1));
    }

    void automaticMailIsKeptAwayFromTheAgent()
    {
        WorkspaceFixture workspace;
        const auto mail = workspace.write(
            "in/1.eml", mailWithId(jonas, lena, "Planning", "We need a tool.", "f1@nordwind.example").text());
        const auto away = workspace.write("in/2.eml",
            MailText {jonas, lena, "Automatic reply: Planning", "I am out of the office until 25 September.",
                "Wed, 16 Sep 2026 10:00:00 +0000", "f2@nordwind.example", {}, "Auto-Submitted: auto-replied\r\n"}
                .text());
        const auto letter = workspace.write("in/3.eml",
            MailText {"News <news@shop.example>", lena, "Our offers", "Budget approved: EUR 10k off!",
                "Wed, 16 Sep 2026 11:00:00 +0000", "f3@shop.example", {},
                "List-Unsubscribe: <https://shop.example/u>\r\nList-Id: <news.shop.example>\r\n"}
                .text());
        const auto report = workspace.import({mail, away, letter});
        QCOMPARE(report.kinds.at("auto_reply"), 1);
        QCOMPARE(workspace.all<ConversationState>()[0].interactionCount, 1);
        QCOMPARE(workspace.all<Account>().size(), std::size_t(1)); // the newsletter's sender is no customer
        for (const auto& message : workspace.all<Message>())
            QCOMPARE(message.kind == MessageKind::person, message.status == MessageStatus::received);
    }

    void anOptOutStopsTheAgent()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write(
            "in/a.eml", mailWithId(jonas, lena, "Planning", "Please stop emailing me.", "g1@nordwind.example").text());
        (void)workspace.import({file});
        QVERIFY(workspace.all<Contact>()[0].optedOut);
        QCOMPARE(workspace.all<ConversationState>()[0].nextActions.at(0).actionType, ActionType::wait);
        QVERIFY(workspace.all<AgentAction>().empty());
    }

    void clearSignalsCreateOneDealForReview()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("in/a.eml",
            mailWithId(jonas, lena, "Billing",
                "We need to replace our billing system by Q3, budget is 250k, please send us the contract.",
                "h1@nordwind.example")
                .text());
        const auto second = workspace.write("in/b.eml",
            MailText {jonas, lena, "Re: Billing",
                "Once more: we need to replace our billing system by Q3, budget is 250k, please send us the contract.",
                "Wed, 16 Sep 2026 10:00:00 +0000", "h2@nordwind.example", "h1@nordwind.example"}
                .text());
        (void)workspace.import({file, second});
        const auto deals = workspace.all<Opportunity>();
        QCOMPARE(deals.size(), std::size_t(1));
        QCOMPARE(deals[0].detectionConfidence, 0.85);
        QVERIFY(deals[0].needsReview);
        QCOMPARE(deals[0].detectedBy.value(), DetectedBy::rules);
        QCOMPARE(deals[0].estimatedValue.value().amountMinor, std::int64_t(25'000'000));
        QCOMPARE(deals[0].source, OpportunitySource::agentDetected);
        QCOMPARE(deals[0].interactionCount, 2);
        QCOMPARE(workspace.all<OpportunityPlan>().size(), std::size_t(1));
    }

    void historyRaisesNoEscalationAndNoDraft()
    {
        WorkspaceFixture workspace;
        const auto old = workspace.write("in/a.eml",
            MailText {jonas, lena, "Planning", "Can someone call me about the contract?",
                "Tue, 3 Feb 2026 10:00:00 +0000", "i1@nordwind.example"}
                .text());
        const auto report = workspace.import({old});
        QVERIFY(workspace.all<Escalation>().empty());
        QVERIFY(workspace.all<AgentAction>().empty());
        QCOMPARE(report.openQuestions, 1);
    }

    void aFreshRequestForAPersonEscalatesAndOurAnswerResolvesIt()
    {
        WorkspaceFixture workspace;
        const auto ask = workspace.write("in/a.eml",
            MailText {jonas, lena, "Planning", "Can someone call me about the contract?",
                "Thu, 17 Sep 2026 10:00:00 +0000", "j1@nordwind.example"}
                .text());
        (void)workspace.import({ask});
        auto escalations = workspace.all<Escalation>();
        QCOMPARE(escalations.size(), std::size_t(1));
        QCOMPARE(escalations[0].escalationTrigger, EscalationTrigger::customerRequest);
        QVERIFY(workspace.all<ConversationState>()[0].escalated);
        QCOMPARE(workspace.all<AgentAction>().size(), std::size_t(1)); // the draft waits for a person
        const auto answer = workspace.write("in/b.eml",
            MailText {lena, jonas, "Re: Planning", "I call you at ten.", "Thu, 17 Sep 2026 12:00:00 +0000",
                "j2@meridianflow.example", "j1@nordwind.example"}
                .text());
        (void)workspace.import({answer});
        QCOMPARE(workspace.all<Escalation>()[0].status, EscalationStatus::resolved);
        QVERIFY(!workspace.all<ConversationState>()[0].escalated);
        QCOMPARE(workspace.all<AgentAction>()[0].status, AgentActionStatus::cancelled);
    }

    void aCancelledImportGoesOnWhereItStopped()
    {
        WorkspaceFixture workspace;
        std::string mbox;
        for (int i = 0; i < 300; ++i)
            mbox += "From x Tue Sep 15 10:00:00 2026\n"
                + mailWithId(jonas, lena, "Subject " + std::to_string(i), "We need part " + std::to_string(i) + ".",
                    "k" + std::to_string(i) + "@nordwind.example")
                      .text()
                + "\n";
        const auto file = workspace.write("in/all.mbox", mbox);
        std::stop_source stop;
        ImportOptions options;
        options.paths = {file};
        options.own = {"meridianflow.example"};
        auto who = workspace.context();
        who.stop = stop.get_token();
        int seen = 0;
        auto first
            = Importer(workspace.parts(), workspace.mailboxes(), who).run(options, [&](const ImportProgress& progress) {
                  if (progress.phase == ImportProgress::Phase::reading && ++seen == 150)
                      stop.request_stop();
              });
        QVERIFY(first && first->cancelled);
        const auto before = workspace.all<Message>().size();
        QVERIFY(before > 0 && before < 300);
        const auto rest = workspace.import(options);
        QVERIFY(!rest.cancelled);
        QCOMPARE(workspace.all<Message>().size(), std::size_t(300));
        QVERIFY(rest.created.at("message") <= int(300 - before));
    }

    void brokenMailIsReportedAndTheRestIsRead()
    {
        WorkspaceFixture workspace;
        const auto good = workspace.write(
            "in/good.eml", mailWithId(jonas, lena, "Planning", "We need it.", "l1@nordwind.example").text());
        const auto bad = workspace.write("in/bad.eml", std::string("\x00\x01\x02 this is no mail", 20));
        const auto report = workspace.import({good, bad});
        QCOMPARE(report.created.at("message"), 1);
        QVERIFY(!report.complete());
    }

    void aDateFarAheadIsAWrongClock()
    {
        WorkspaceFixture workspace; // 18 September 2026
        auto mail = mailWithId(jonas, lena, "Soon", "Hello", "f1@nordwind.example");
        mail.date = "Thu, 01 Jan 2099 00:00:00 +0000";
        const auto file = workspace.write("box.mbox", "From x@y Wed Sep 16 08:00:00 2026\r\n" + mail.text() + "\r\n");
        (void)workspace.import({file});
        const auto message = workspace.all<Message>().at(0);
        QCOMPARE(formatTimestamp(message.sentAt), std::string("2026-09-16T08:00:00.000Z"));
        QVERIFY(message.dateGuessed);
    }

    void aMailWithoutIdIsKnownWhateverItsLineEnds()
    {
        WorkspaceFixture workspace;
        const auto text = mailWithId(jonas, lena, "No id", "One\r\nTwo", "").text();
        std::string unix;
        for (const char c : text)
            if (c != '\r')
                unix += c;
        const auto first = workspace.write("a.mbox", "From x@y Wed Sep 16 08:00:00 2026\n" + unix + "\n");
        (void)workspace.import({first});
        for (const auto& [name, content] :
            {std::pair("b.mbox", "From x@y Wed Sep 16 08:00:00 2026\r\n" + text + "\r\n"), std::pair("c.eml", text),
                std::pair("d.eml", unix + "\n")}) {
            const auto report = workspace.import({workspace.write(name, content)});
            QCOMPARE(report.merged.count("message") ? report.merged.at("message") : 0, 1);
        }
        QCOMPARE(workspace.all<Message>().size(), std::size_t(1));
    }

    void oneWhoWritesFromASecondAddressStaysOnePerson()
    {
        WorkspaceFixture workspace;
        const auto first = workspace.write(
            "1.eml", mailWithId(jonas, lena, "Planning", "What does it cost?", "a1@nordwind.example").text());
        auto alias = mailWithId(
            "Jonas Brandt <j.brandt@mail.nordwind.example>", lena, "Re: Planning", "And when?", "a2@n.example");
        alias.references = "a1@nordwind.example";
        auto tool = mailWithId("Jonas Brandt <tickets@nordwind.example>", lena, "Ticket", "New ticket", "a3@n.example");
        auto home
            = mailWithId("Jo <jo77@gmx.de>", lena, "Re: Planning", "Writing from home: and the price?", "a4@n.example");
        home.references = "a1@nordwind.example";
        (void)workspace.import({first, workspace.write("2.eml", alias.text()), workspace.write("3.eml", tool.text()),
            workspace.write("4.eml", home.text())});
        std::map<std::string, std::size_t> others;
        for (const auto& contact : workspace.all<Contact>())
            others[contact.contactEmail] = contact.otherEmails.size();
        const std::map<std::string, std::size_t> expected {
            {"jonas.brandt@nordwind.example", 1}, {"tickets@nordwind.example", 0}, {"jo77@gmx.de", 0}};
        QCOMPARE(others, expected);
        QCOMPARE(workspace.all<Account>().size(), std::size_t(1)); // the private address joins the thread's company
    }

    void saysWhichMailsWereReadInPart()
    {
        WorkspaceFixture workspace;
        auto mail = mailWithId(jonas, lena, "Cut", "", "t1@nordwind.example").text();
        mail.resize(mail.find("Content-Type"));
        mail += "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Type: "
                "text/plain\r\n\r\n"
                "We need it by May.";
        const auto file = workspace.write("cut.eml", mail);
        const auto report = workspace.import({file});
        QCOMPARE(report.created.at("message"), 1);
        QCOMPARE(report.skipped.size(), std::size_t(1));
        QCOMPARE(report.skipped[0].line, std::int64_t(1));
        QVERIFY(report.skipped[0].reason.find("ends before") != std::string::npos);
        QVERIFY(workspace.all<Message>().at(0).text.find("by May") != std::string::npos);
    }

    void findsOutWhoseMailboxItIs_data()
    {
        QTest::addColumn<QStringList>("mails"); // from, to, further header, text
        QTest::addColumn<QString>("own"); // domains, else addresses
        const QString lena = QStringLiteral("lena@own.example");
        const QString tom = QStringLiteral("tom@own.example");
        const QString rep = QStringLiteral("me.rep@gmail.com");
        const QString toLena = QStringLiteral("Delivered-To: lena@own.example");
        const auto row = [](const char* name, const std::vector<std::vector<QString>>& mails, const char* own) {
            QStringList list;
            for (const auto& mail : mails)
                list << mail[0] + "|" + mail[1] + "|" + (mail.size() > 2 ? mail[2] : QString()) + "|"
                        + (mail.size() > 3 ? mail[3] : QStringLiteral("Hello"));
            QTest::newRow(name) << list << QString::fromLatin1(own);
        };
        row("one person with many customers",
            {{lena, "a@a.example"}, {"a@a.example", lena}, {lena, "b@b.example"}, {"c@c.example", lena}},
            "own.example");
        row("a team of which nobody is in most mails",
            {{lena, "a@a.example"}, {"a@a.example", lena}, {tom, "b@b.example"}, {"b@b.example", tom}}, "own.example");
        row("a private address", {{rep, "a@a.example"}, {"b@b.example", rep}, {rep, "c@c.example"}},
            "me.rep@gmail.com");
        row("one customer: where it was delivered",
            {{"a@a.example", lena, toLena}, {"a@a.example", lena, toLena}, {lena, "a@a.example"}}, "own.example");
        row("one customer: who sells",
            {{"zoe@z.example", lena, "", "We need 40 seats and our budget is tight."},
                {lena, "zoe@z.example", "", "Our platform does that. Shall I send you a proposal?"},
                {"zoe@z.example", lena, "", "Yes please."}, {lena, "zoe@z.example", "", "Here is our pricing."}},
            "own.example");
        row("one customer: the other one sells",
            {{"zoe@z.example", "ann@a.example", "", "Our platform does that. Shall I send you a proposal?"},
                {"ann@a.example", "zoe@z.example", "", "We need 40 seats and our budget is tight."},
                {"zoe@z.example", "ann@a.example", "", "Here is our pricing."}},
            "z.example");
        row("only received", {{"a@a.example", lena}, {"a@a.example", lena}, {"a@a.example", lena}}, "own.example");
        row("too little to tell", {{"a@a.example", lena}}, "");
        row("nobody in most mails",
            {{"a@a.example", "b@b.example"}, {"c@c.example", "d@d.example"}, {"e@e.example", "f@f.example"}}, "");
    }
    void findsOutWhoseMailboxItIs()
    {
        QFETCH(QStringList, mails);
        QFETCH(QString, own);
        WorkspaceFixture workspace;
        std::string box;
        int number = 0;
        for (const auto& each : mails) {
            const auto parts = each.split('|');
            ++number;
            auto mail = mailWithId(parts[0].toStdString(), parts[1].toStdString(), "Topic " + std::to_string(number),
                parts[3].toStdString(), std::to_string(number) + "@x.example");
            mail.extra = parts[2].isEmpty() ? std::string() : parts[2].toStdString() + "\r\n";
            box += "From x@y Wed Sep 16 08:00:00 2026\r\n" + mail.text() + "\r\n";
        }
        (void)workspace.import({workspace.write("box.mbox", box)}, {});
        const auto settings = workspace.all<TenantSettings>().at(0);
        const auto& said = settings.ownDomains.empty() ? settings.ownAddresses : settings.ownDomains;
        QCOMPARE(said.empty() ? QString() : QString::fromStdString(said.front()), own);
    }

    void addressesBelowOneDomainAreOneCompany()
    {
        WorkspaceFixture workspace;
        std::vector<std::filesystem::path> files;
        for (const auto* address : {"a@mail.nordwind.example", "b@nordwind.example", "c@de.nordwind.example",
                 "d@sales.acme.co.uk", "e@acme.co.uk"})
            files.push_back(workspace.write(std::string(address) + ".eml",
                mailWithId(address, lena, "Hello", "What does it cost?", address).text()));
        (void)workspace.import(files);
        std::map<std::string, std::vector<std::string>> domains;
        for (const auto& account : workspace.all<Account>())
            domains[account.accountName] = account.domains;
        const std::map<std::string, std::vector<std::string>> expected {
            {"Nordwind", {"nordwind.example"}}, {"Acme", {"acme.co.uk"}}};
        QCOMPARE(domains, expected);
    }
};

QTEST_GUILESS_MAIN(MailImportTest)
#include "mail_import_test.moc"
