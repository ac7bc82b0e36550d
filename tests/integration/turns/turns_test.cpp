// SPDX-License-Identifier: AGPL-3.0-or-later
// What a turn does to deals, people and plans, through the importer, the queue and a real store. Most cases are the
// acceptance cases of the specifications for sales turns and deals.
#include "core/domain/plan.hpp"
#include "core/engine/deals/deal_page.hpp"
#include "core/engine/jobs/daily_refresh.hpp"
#include "tests/integration/turns/scripted_model.hpp"
#include "tests/support/workspace_fixture.hpp"

using namespace agentarmy;
using namespace agentarmy::tests;

namespace {
const std::string lena = "Lena Hartmann <lena@meridianflow.example>";
const std::string ana = "Ana Ruiz <ana@acme.example>";
constexpr const char* contactsTable = "Name,Email,Account\nAna Ruiz,ana@acme.example,Acme\n";

/// A workspace whose model is scripted, with one mail after another.
class Talk {
public:
    explicit Talk(const std::string& deals = {})
    {
        (void)workspace.import({workspace.write("contacts.csv", contactsTable)});
        if (!deals.empty())
            (void)workspace.import({workspace.write(
                "deals.csv", "Deal name,Account,Product,Stage,Close date,Created,Stage entered\n" + deals)});
    }
    ImportReport mail(const std::string& text, const std::string& date = "Tue, 15 Sep 2026 10:00:00 +0000",
        const std::string& subject = "Hello", bool ours = false)
    {
        const auto id = "t" + std::to_string(++m_count);
        auto mail = ours ? MailText {lena, ana, subject, text, date, id + "@meridianflow.example"}
                         : MailText {ana, lena, subject, text, date, id + "@acme.example"};
        const auto file = workspace.write("in/" + id + ".eml", mail.text());
        ImportOptions options;
        options.paths = {file};
        options.own = {"meridianflow.example"};
        auto report = Importer(parts(), workspace.mailboxes(), workspace.context()).run(options);
        if (!report)
            qFatal("import: %s", report.error().message.c_str());
        return std::move(*report);
    }
    EngineParts parts() { return {workspace.store(), model, workspace.ids(), workspace.clock()}; }
    Opportunity deal(const std::string& name)
    {
        for (auto& deal : workspace.all<Opportunity>())
            if (deal.name == name)
                return deal;
        qFatal("no deal %s", name.c_str());
    }
    void detects(OpportunitySignals signals)
    {
        model.onDetect = [signals](const DetectionRequest&) { return signals; };
    }

    WorkspaceFixture workspace {"2026-09-18T09:00:00Z"};
    ScriptedModel model;

private:
    int m_count = 0;
};

OpportunitySignals seen(double confidence, const char* product = nullptr, const char* close = nullptr)
{
    OpportunitySignals signals;
    signals.dealPotentialConfidence = confidence;
    if (product)
        signals.productLine = product;
    if (close)
        signals.closeDate = parseDate(close).value();
    return signals;
}
}

class TurnsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clearSignalsMakeADealWithItsPlan()
    {
        Talk talk;
        talk.detects(seen(0.81, "Billing"));
        QCOMPARE(talk.mail("Please tell me more.").reading.opportunitiesCreated, 1);
        const auto deals = talk.workspace.all<Opportunity>();
        QCOMPARE(deals.size(), std::size_t(1));
        QCOMPARE(deals[0].source, OpportunitySource::agentDetected);
        QVERIFY(!deals[0].needsReview); // a model was sure; what rules detect asks for a look
        QCOMPARE(talk.workspace.all<OpportunityPlan>().size(), std::size_t(1));
    }

    void aTurnThatChangesNoPlanOfADealWritesNone()
    {
        Talk talk;
        talk.detects(seen(0.81, "Billing"));
        (void)talk.mail("Please tell me more.");
        (void)talk.mail("Here it is.", "Wed, 16 Sep 2026 10:00:00 +0000", "Hello", true);
        QCOMPARE(talk.workspace.all<OpportunityPlan>().at(0).version, 1);
        QCOMPARE(talk.workspace.all<AccountPlan>().at(0).version, 2); // a turn of the account all the same
        talk.model.onDetect = {};
        (void)talk.mail("Our budget is EUR 80k.", "Thu, 17 Sep 2026 10:00:00 +0000");
        QVERIFY(talk.workspace.all<OpportunityPlan>().at(0).version > 1);
    }

    void whatEarlierMailsProvedCountsOnce()
    {
        Talk talk;
        std::vector<std::vector<KnownPoint>> known;
        talk.model.onDetect = [&](const DetectionRequest& request) {
            known.push_back(request.known);
            return OpportunitySignals {};
        };
        (void)talk.mail("Our budget is EUR 80k.", "Mon, 14 Sep 2026 10:00:00 +0000");
        (void)talk.mail("We need it by October.", "Tue, 15 Sep 2026 10:00:00 +0000");
        (void)talk.mail("Thank you!", "Wed, 16 Sep 2026 10:00:00 +0000");
        QCOMPARE(known.size(), std::size_t(3));
        QCOMPARE(known[0].size(), std::size_t(1));
        QCOMPARE(known[0][0].dimension, Dimension::budget);
        QCOMPARE(known[0][0].value, std::string("EUR 80k"));
        QVERIFY(known[1].size() >= 2); // the budget of the day before, too
        QVERIFY(known[2].empty()); // thanks make no deal of what was known before
    }

    void unclearSignalsMakeNothing()
    {
        Talk talk;
        talk.detects(seen(0.78));
        (void)talk.mail("Please tell me more.");
        QVERIFY(talk.workspace.all<Opportunity>().empty());
    }

    void anOpenDealIsUpdatedNotDoubled_data()
    {
        QTest::addColumn<QString>("close");
        QTest::addColumn<int>("deals");
        QTest::newRow("within three months") << "2026-12-30" << 1;
        QTest::newRow("later: another deal") << "2027-01-11" << 2;
    }
    void anOpenDealIsUpdatedNotDoubled()
    {
        QFETCH(QString, close);
        QFETCH(int, deals);
        Talk talk("Charging,Acme,Charging,discovery,2026-10-10,2026-09-01,2026-09-01\n");
        talk.detects(seen(0.92, "CHARGING ", qPrintable(close)));
        (void)talk.mail("Please tell me more.");
        QCOMPARE(int(talk.workspace.all<Opportunity>().size()), deals);
        QCOMPARE(talk.deal("Charging").detectionConfidence, deals == 1 ? 0.92 : 0.0);
    }

    void twoRepliesAtOnceMakeOneDeal()
    {
        Talk talk;
        talk.detects(seen(0.9, "Billing", "2026-12-01"));
        const auto one = talk.workspace.write(
            "in/1.eml", mailWithId(ana, lena, "First", "Please tell me more.", "one@acme.example").text());
        const auto two = talk.workspace.write("in/2.eml",
            mailWithId("Omar Haddad <omar@acme.example>", lena, "Second", "Please tell me more.", "two@acme.example")
                .text());
        ImportOptions options;
        options.paths = {one, two};
        options.own = {"meridianflow.example"};
        options.workers = 2;
        QVERIFY(Importer(talk.parts(), talk.workspace.mailboxes(), talk.workspace.context()).run(options).has_value());
        QCOMPARE(talk.workspace.all<Opportunity>().size(), std::size_t(1));
    }

    void aForeignDealOfAModelsAnswerIsUntouched()
    {
        Talk talk("Ours,Acme,Billing,discovery,,2026-09-01,2026-09-01\nForeign,Beta,Billing,discovery,,2026-09-01,2026-"
                  "09-01\n");
        auto signals = seen(0.75);
        signals.isNewOpportunity = false;
        signals.matchingOpportunityId = talk.deal("Foreign").id;
        talk.detects(signals);
        (void)talk.mail("Please tell me more.");
        QCOMPARE(talk.deal("Foreign").detectionConfidence, 0.0);
        QCOMPARE(talk.deal("Foreign").interactionCount, 0);
        QCOMPARE(talk.workspace.all<Opportunity>().size(), std::size_t(2));
    }

    void onlyTheDealThatATurnIsAboutProgresses()
    {
        Talk talk("Deal A,Acme,Billing,prospecting,,2026-09-01,2026-09-01\nDeal "
                  "B,Acme,Payroll,prospecting,,2026-09-01,2026-09-01\n");
        (void)talk.mail("We need a better billing run.", "Tue, 15 Sep 2026 10:00:00 +0000", "Billing");
        QCOMPARE(talk.deal("Deal A").dealStage, DealStage::discovery);
        QCOMPARE(talk.deal("Deal B").dealStage, DealStage::prospecting);
        QCOMPARE(talk.deal("Deal B").interactionCount, 0);
    }

    void aTurnThatFitsNoneOfSeveralDealsAsksForAReview()
    {
        Talk talk("Deal A,Acme,Billing,prospecting,,2026-09-01,2026-09-01\nDeal "
                  "B,Acme,Payroll,prospecting,,2026-09-05,2026-09-05\n");
        (void)talk.mail("We need somebody who looks at our figures.");
        QCOMPARE(talk.deal("Deal A").dealStage, DealStage::prospecting);
        QCOMPARE(talk.deal("Deal B").dealStage, DealStage::prospecting);
        QVERIFY(talk.deal("Deal B").needsReview); // the newest one asks
        QVERIFY(!talk.deal("Deal A").needsReview);
    }

    void historyAsksForNoReview()
    {
        Talk talk("Deal A,Acme,Billing,prospecting,,2026-01-01,2026-01-01\nDeal "
                  "B,Acme,Payroll,prospecting,,2026-01-05,2026-01-05\n");
        (void)talk.mail("We need somebody who looks at our figures.", "Tue, 3 Mar 2026 10:00:00 +0000");
        QVERIFY(!talk.deal("Deal B").needsReview);
    }

    void aFailingDetectorLeavesTheRestToWork()
    {
        Talk talk("Deal A,Acme,Billing,prospecting,,2026-09-01,2026-09-01\n");
        talk.model.onDetect = [](const DetectionRequest&) -> Result<OpportunitySignals> {
            return fail({ErrorKind::unavailable, "llm_unavailable", "no answer", {}});
        };
        const auto report = talk.mail("We need a better billing run.");
        QCOMPARE(report.reading.errors.size(), std::size_t(1));
        QCOMPARE(report.reading.failed, 0);
        QCOMPARE(talk.deal("Deal A").dealStage, DealStage::discovery);
        QCOMPARE(talk.workspace.all<Contact>().at(0).stakeholder.interactionCount, 1);
        QCOMPARE(talk.workspace.all<AccountPlan>().at(0).version, 1);
    }

    void aFailingExtractionLosesNoMessage()
    {
        Talk talk;
        (void)talk.mail("Our budget is EUR 80k.");
        const auto before = talk.workspace.all<ConversationState>().at(0).qualification;
        talk.model.onQualify = [](const QualificationRequest&) -> Result<Extraction> {
            return fail({ErrorKind::unavailable, "llm_unavailable", "no answer", {}});
        };
        const auto report = talk.mail("We need it by October.");
        QCOMPARE(report.reading.failed, 0);
        QCOMPARE(talk.workspace.all<Message>().size(), std::size_t(2));
        const auto after = talk.workspace.all<ConversationState>().at(0);
        QCOMPARE(after.interactionCount, 2);
        QVERIFY(!after.qualification[Dimension::timeline].identified);
        QCOMPARE(after.qualification[Dimension::budget].evidence.size(), before[Dimension::budget].evidence.size());
    }

    void aQuoteThatNobodySaidProvesNothing()
    {
        Talk talk;
        talk.model.onQualify = [](const QualificationRequest&) {
            Extraction invented;
            auto& budget = invented.found[Dimension::budget];
            budget.identified = true;
            budget.confidence = 0.95;
            budget.range = "EUR 1m";
            budget.evidence.push_back({});
            budget.evidence.back().quote = "we have a million";
            return Result<Extraction>(invented);
        };
        (void)talk.mail("Please tell me more.");
        const auto budget = talk.workspace.all<ConversationState>().at(0).qualification[Dimension::budget];
        QVERIFY(!budget.identified);
        QVERIFY(budget.evidence.empty());
        QVERIFY(budget.confidence <= 0.3);
    }

    void plansKeepTheNewestTwentySummaries()
    {
        Talk talk;
        for (int day = 1; day <= 17; ++day)
            (void)talk.mail(
                "Thank you.", "Tue, " + std::to_string(day) + " Sep 2026 10:00:00 +0000", "S" + std::to_string(day));
        for (int hour = 1; hour <= 4; ++hour)
            (void)talk.mail(
                "Thank you.", "Thu, 17 Sep 2026 1" + std::to_string(hour) + ":00:00 +0000", "H" + std::to_string(hour));
        const auto plan = talk.workspace.all<AccountPlan>().at(0);
        QCOMPARE(plan.version, 21);
        QCOMPARE(plan.interactionSummaries.size(), std::size_t(20));
    }

    void aJobDeliveredTwiceCountsOnce()
    {
        Talk talk;
        (void)talk.mail("Our budget is EUR 80k.");
        const auto message = talk.workspace.all<Message>().at(0);
        Job again;
        again.kind = postConversationJob;
        again.lane = message.accountId->text();
        again.key = message.conversationId.text() + ":" + message.id.text();
        again.payload = {{"messageId", message.id.text()}};
        auto transaction = talk.workspace.store().begin(talk.workspace.context());
        QVERIFY(transaction.has_value());
        QVERIFY((*transaction)->addJob(again).has_value());
        QVERIFY((*transaction)->commit().has_value());
        (void)talk.mail("Our budget is EUR 80k."); // drains
        const auto state = talk.workspace.all<ConversationState>().at(0);
        QCOMPARE(state.interactionCount, 2); // two mails, not three turns
    }

    void messagesHaveTheSameKeyInMemoryAsInTheStore()
    {
        Talk talk;
        (void)talk.mail("With an id.");
        const auto bare = MailText {ana, lena, "Bare", "Without an id."}.text();
        (void)talk.workspace.import({talk.workspace.write("in/bare.eml", bare)});
        const auto messages = talk.workspace.all<Message>();
        QCOMPARE(messages.size(), std::size_t(2));
        for (const auto& message : messages) {
            const auto id = message.id.value();
            QCOMPARE(externalKeyOf(message, id), project(Message::type, id, toStoredJson(message)).externalKey);
            QVERIFY(!externalKeyOf(message, id).empty());
        }
    }

    void aClaimShowsItsOwnProofFirst()
    {
        Talk talk("Deal A,Acme,Billing,discovery,,2026-08-01,2026-08-01\n");
        (void)talk.mail("We need a faster month end.", "Mon, 14 Sep 2026 10:00:00 +0000");
        (void)talk.mail("We need a second planner.", "Tue, 15 Sep 2026 10:00:00 +0000");
        const auto page = loadDealPage(talk.workspace.store(), talk.workspace.context(), talk.deal("Deal A").id,
            talk.workspace.workspace().settings, talk.workspace.clock().now());
        QVERIFY(page.has_value());
        for (const auto& row : page->qualification)
            if (row.dimension == Dimension::need) {
                QCOMPARE(row.quotes.size(), std::size_t(2)); // a tie keeps the first value; the newer quote is kept too
                QVERIFY(row.quotes.front().quote.find("faster month end") != std::string::npos);
                return;
            }
        QFAIL("no row for the need");
    }

    void whatATurnTaughtIsAnEntryOfItsOwn()
    {
        Talk talk("Deal A,Acme,Billing,negotiation,,2026-08-01,2026-08-01\n");
        const auto one = MailText {
            ana, lena, "Hello", "Our budget is EUR 80k.", "Mon, 14 Sep 2026 10:00:00 +0000", "o@acme.example"};
        const auto two = MailText {
            ana, lena, "Hello", "We need it by October.", "Tue, 15 Sep 2026 10:00:00 +0000", "p@acme.example"};
        (void)talk.workspace.import(
            {talk.workspace.write("in/o.eml", one.text()), talk.workspace.write("in/p.eml", two.text())});
        const auto history = talk.workspace.store().history(
            talk.workspace.context(), {Opportunity::type, talk.deal("Deal A").id.value()});
        QVERIFY(history.has_value());
        std::set<Uuid> sources;
        for (const auto& change : *history)
            if (change.cause.what == "turn" && change.cause.messageId)
                sources.insert(*change.cause.messageId);
        QCOMPARE(sources.size(), std::size_t(2));
    }

    void silenceChangesTheNextStep()
    {
        Talk talk("Deal A,Acme,Billing,discovery,,2026-09-01,2026-09-01\n");
        (void)talk.mail("We need a better billing run, our budget is EUR 80k. I decide on it. It must run by October.");
        (void)talk.mail("Thank you, I get back to you.", "Wed, 16 Sep 2026 10:00:00 +0000", "Re: Hello", true);
        const auto fresh = talk.workspace.all<ConversationState>().at(0).nextActions.at(0);
        QVERIFY(fresh.actionType != ActionType::followUp || fresh.priority != Priority::high);
        QVERIFY(refreshDaily(talk.parts(), talk.workspace.context(), talk.workspace.workspace()).value());
        QVERIFY(
            !refreshDaily(talk.parts(), talk.workspace.context(), talk.workspace.workspace()).value()); // once a day
        QCOMPARE(talk.deal("Deal A").activeStakeholders, 1);
        talk.workspace.clock().advance(std::chrono::days(10));
        QVERIFY(refreshDaily(talk.parts(), talk.workspace.context(), talk.workspace.workspace()).value());
        const auto later = talk.workspace.all<ConversationState>().at(0).nextActions.at(0);
        QCOMPARE(later.actionType, ActionType::followUp);
        QCOMPARE(later.priority, Priority::high);
        talk.workspace.clock().advance(std::chrono::days(30));
        QVERIFY(refreshDaily(talk.parts(), talk.workspace.context(), talk.workspace.workspace()).value());
        QCOMPARE(talk.deal("Deal A").activeStakeholders, 0);
    }

    void nobodyIsFollowedUpWhileAway()
    {
        Talk talk;
        (void)talk.mail("We need a better billing run.", "Mon, 14 Sep 2026 10:00:00 +0000");
        (void)talk.mail("Here it is.", "Tue, 15 Sep 2026 10:00:00 +0000", "Re: Hello", true);
        const auto before = talk.workspace.all<ConversationState>().at(0).followUpScheduled;
        QVERIFY(before.has_value());
        const auto away = talk.workspace.write("in/away.eml",
            MailText {ana, lena, "Re: Hello", "I am out of the office until 2 October 2026.",
                "Tue, 15 Sep 2026 10:01:00 +0000", "away@acme.example", {}, "Auto-Submitted: auto-replied\r\n"}
                .text());
        (void)talk.workspace.import({away});
        QVERIFY(refreshDaily(talk.parts(), talk.workspace.context(), talk.workspace.workspace()).value());
        const auto after = talk.workspace.all<ConversationState>().at(0).followUpScheduled;
        QVERIFY(after && utcDate(*after) > parseDate("2026-10-02").value());
    }
};
QTEST_GUILESS_MAIN(TurnsTest)
#include "turns_test.moc"
