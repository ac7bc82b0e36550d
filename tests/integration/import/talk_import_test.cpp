// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/plan.hpp"
#include "core/engine/workspace/search.hpp"
#include "tests/support/workspace_fixture.hpp"

using namespace agentarmy;
using namespace agentarmy::tests;

class TalkImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAChatWithBothSides()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("2026-09-10T1100 Acme - Ana.json",
            R"([{"sender":"Ana Ruiz","senderRole":"customer","at":"2026-09-10T11:00:00Z","text":"We are struggling with manual planning."},
                {"sender":"Lena","senderRole":"us","at":"2026-09-10T11:01:00Z","text":"How long does it take?"},
                {"sender":"Ana Ruiz","senderRole":"customer","at":"2026-09-10T11:02:00Z","text":"Our budget is EUR 50k."}])");
        const auto report = workspace.import({file}, {});
        QCOMPARE(report.created.at("message"), 3);
        const auto state = workspace.all<ConversationState>().at(0);
        QCOMPARE(state.interactionCount, 3);
        QVERIFY(state.qualification[Dimension::pain].identified);
        QVERIFY(state.qualification[Dimension::budget].identified);
        QCOMPARE(state.contactName, std::string("Ana Ruiz"));
        const auto again = workspace.import({file}, {});
        QCOMPARE(again.merged.at("message"), 3);
    }

    void readsAMeetingWithQuotesThatPointToUtterances()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("2026-09-10T1400 Acme Steel - Deep dive.vtt",
            "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Lena Hartmann>Let me walk you through our product. How do you "
            "handle planning today?\n\n"
            "00:00:05.000 --> 00:00:09.000\n<v Ana Ruiz>We need a planning tool before the season starts.\n\n"
            "00:00:10.000 --> 00:00:14.000\n<v Ana Ruiz>Our CFO signs every order above ten thousand.\n");
        const auto report = workspace.import({file}, {});
        QVERIFY2(report.errors.empty(), report.errors.empty() ? "" : report.errors[0].reason.c_str());
        const auto meeting = workspace.all<Meeting>().at(0);
        QCOMPARE(formatTimestamp(meeting.scheduledStart), std::string("2026-09-10T14:00:00.000Z"));
        QCOMPARE(meeting.title, std::string("Deep dive"));
        QCOMPARE(workspace.all<Account>().at(0).accountName, std::string("Acme Steel"));
        const auto state = workspace.all<ConversationState>().at(0);
        QCOMPARE(state.interactionCount, 1);
        const auto& need = state.qualification[Dimension::need];
        QVERIFY(need.identified);
        QCOMPARE(need.evidence.at(0).utterance.value_or(-1), 1);
        QCOMPARE(need.evidence.at(0).sourceId.text(), workspace.all<Transcript>().at(0).id.text());
        const auto hits = searchWorkspace(workspace.store(), workspace.context(), {"thousand", {}, 20});
        QVERIFY(hits && hits->size() == 1); // found as the meeting that people know, not as a part of a file
        QCOMPARE(hits->at(0).title, std::string("Deep dive"));
        QCOMPARE(hits->at(0).accountName, std::string("Acme Steel"));
        QCOMPARE(hits->at(0).at.value(), meeting.scheduledStart);
        QCOMPARE(hits->at(0).conversationId, meeting.conversationId.value().value());
        const auto again = workspace.import({file}, {});
        QCOMPARE(again.merged.at("transcript"), 1);
    }

    void stagesFollowTheEvidenceOneStepATurn()
    {
        WorkspaceFixture workspace;
        const auto deals = workspace.write("deals.csv",
            "Deal name,Account,Product,Stage,Amount,Currency,Created,Stage "
            "entered\nPlanning,Acme,Planner,prospecting,50000,EUR,2026-09-01,2026-09-01\n");
        const auto contacts = workspace.write("contacts.csv", "Name,Email,Account\nAna Ruiz,ana@acme.example,Acme\n");
        const auto first = workspace.write("in/1.eml",
            MailText {"Ana Ruiz <ana@acme.example>", "Lena <lena@meridianflow.example>", "Planner",
                "We need a planning tool. We are struggling with manual planning.", "Tue, 8 Sep 2026 10:00:00 +0000",
                "m1@acme.example"}
                .text());
        const auto second = workspace.write("in/2.eml",
            MailText {"Ana Ruiz <ana@acme.example>", "Lena <lena@meridianflow.example>", "Re: Planner",
                "We must have it for all plants.", "Wed, 9 Sep 2026 10:00:00 +0000", "m2@acme.example",
                "m1@acme.example"}
                .text());
        const auto report = workspace.import({deals, contacts, first, second});
        const auto deal = workspace.all<Opportunity>().at(0);
        QCOMPARE(deal.interactionCount, 2);
        QCOMPARE(deal.dealStage, DealStage::qualification);
        QCOMPARE(report.reading.stageProgressions,
            (std::vector<std::string> {"Planning: prospecting -> discovery", "Planning: discovery -> qualification"}));
        auto history = workspace.store().history(workspace.context(), {Opportunity::type, deal.id.value()});
        QVERIFY(history.has_value());
        int moves = 0;
        for (const auto& change : *history)
            moves += change.cause.what == "stage_move" && change.actor.kind == ActorKind::agent ? 1 : 0;
        QCOMPARE(moves, 2);
    }

    void theWholeSampleIsRead()
    {
        WorkspaceFixture workspace("2026-11-25T12:00:00Z");
        ImportOptions options;
        options.paths = {std::filesystem::path(AGENTARMY_SOURCE_DIR) / "resources/sample"};
        options.shiftDates = true;
        const auto report = workspace.import(options);
        for (const auto& problem : report.skipped)
            qWarning("%s:%lld %s", problem.file.c_str(), static_cast<long long>(problem.line), problem.reason.c_str());
        for (const auto& problem : report.errors)
            qWarning("%s %s", problem.file.c_str(), problem.reason.c_str());
        QVERIFY(report.complete());
        QCOMPARE(
            report.created.at("message"), workspace.all<Message>().size() ? int(workspace.all<Message>().size()) : -1);
        QCOMPARE(report.created.at("meeting"), 30);
        QVERIFY(workspace.all<Opportunity>().size() >= 120);
        QVERIFY(workspace.all<Account>().size() >= 40);
        QCOMPARE(report.reading.failed, 0);
        const auto now = workspace.clock().now();
        std::optional<Timestamp> newest;
        for (const auto& message : workspace.all<Message>())
            newest = std::max(message.sentAt, newest.value_or(message.sentAt));
        QVERIFY(newest && *newest <= now && now - *newest < std::chrono::days(8));
        const auto problems = workspace.store().verify(workspace.context());
        QVERIFY(problems && problems->empty());
    }

    void speakersAreTheirAddresses()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("call.json",
            R"([{"speaker":"lena@meridianflow.example","text":"Shall we start?","timestampMs":0},
                {"speaker":"maria.silva@acme.example","text":"Our budget is EUR 20k.","timestampMs":4000}])");
        (void)workspace.import({file});
        const auto contact = workspace.all<Contact>().at(0);
        QCOMPARE(contact.contactName, std::string("Maria Silva"));
        QCOMPARE(contact.contactEmail, std::string("maria.silva@acme.example"));
        QCOMPARE(workspace.all<Account>().at(0).accountName, std::string("Acme"));
        QCOMPARE(workspace.all<Contact>().size(), std::size_t(1));
    }

    void speakersByFirstNameOrTurnedAroundAreWhoIsKnown()
    {
        WorkspaceFixture workspace;
        const auto people = workspace.write("people.csv",
            "Full name,Email,Company,Job title\nJonas Brandt,jonas@nordwind.example,Nordwind,Head of Ops\n");
        const auto team
            = workspace.write("team.csv", "sales rep,manager,email\nLena Hartmann,Tom Berg,lena@own.example\n");
        const auto meeting = workspace.write("2026-09-10T1400 Nordwind - Call.vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Hartmann, Lena>Hello.\n\n00:03.000 --> 00:04.000\n"
            "<v Brandt, Jonas (Nordwind)>We need it by May.\n");
        const auto chat = workspace.write("chat.json",
            R"({"account":"Nordwind","messages":[{"sender":"Jonas","text":"And the price?"},{"sender":"Lena","text":"Soon."}]})");
        (void)workspace.import({people, team, meeting, chat}, {});
        QCOMPARE(workspace.all<Contact>().size(), std::size_t(1));
        QCOMPARE(workspace.all<Account>().size(), std::size_t(1));
        int outbound = 0;
        for (const auto& message : workspace.all<Message>())
            outbound += message.direction == Direction::outbound ? 1 : 0;
        QCOMPARE(outbound, 1);
        const auto held = workspace.all<Meeting>().at(0);
        for (const auto& participant : held.participants)
            QCOMPARE(participant.role == ParticipantRole::internal, participant.name == "Hartmann, Lena");
    }

    void saysWhereATranscriptBreaks()
    {
        WorkspaceFixture workspace;
        const auto file
            = workspace.write("bad.json", "[{\"speaker\":\"A\",\n\"text\":\"x\",\n\"timestampMs\":0},\n{\"speaker\"");
        const auto report = workspace.import({file}, {});
        QCOMPARE(report.errors.size(), std::size_t(1));
        QCOMPARE(report.errors[0].line, std::int64_t(4));
        // Read as another character set, nothing is missing: told, but no failure.
        const auto old = workspace.write("old.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nJ\xFCrgen: Gr\xFC\xDF\x65\n");
        const auto read = workspace.import({old}, {});
        QVERIFY(read.complete());
    }

    void aFirstNameMeansWhoWasSaidToBeOurs()
    {
        WorkspaceFixture workspace;
        const auto file = workspace.write("Acme - Call.json",
            R"([{"speaker":"Lena","text":"Hello.","start":0},{"speaker":"Bo","text":"We need it by May.","start":12.5}])");
        (void)workspace.import({file}, {"Lena Hartmann", "Tom Berg"});
        QCOMPARE(workspace.all<Contact>().size(), std::size_t(1));
        QCOMPARE(workspace.all<Contact>().at(0).contactName, std::string("Bo"));
        const auto users = workspace.all<User>();
        QVERIFY(std::any_of(users.begin(), users.end(), [](const User& user) { return user.name == "Lena Hartmann"; }));
    }
};

QTEST_GUILESS_MAIN(TalkImportTest)
#include "talk_import_test.moc"
