// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/person_traces.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::platform;

namespace {
using Reach = PersonMarks::Reach;
const PersonNames jonas {{"Jonas Brandt"}, {"jonas.brandt@nordwind.example", "JBrandt@nordwind.example"},
    {"+49 40 1234 5678"}, {"Nordwind"}};

std::string masked(std::string text, Reach reach)
{
    (void)PersonMarks(jonas).mask(text, reach);
    return text;
}

const Uuid personId = *Uuid::parse("01998c2e-7a1b-7c3d-8e4f-000000000001");
const Uuid messageId = *Uuid::parse("01998c2e-7a1b-7c3d-8e4f-000000000002");
const Uuid otherId = *Uuid::parse("01998c2e-7a1b-7c3d-8e4f-000000000003");

PersonTraces traces()
{
    TracedPerson person;
    person.names = jonas;
    person.contacts = {personId};
    person.messages = {messageId};
    person.speakers[otherId] = {"jonas"};
    person.key = std::string(64, 'a');
    return PersonTraces(std::move(person));
}
}

class PersonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void masks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("everywhere");
        QTest::addColumn<QString>("present");
        const auto row = [](const char* name, const char* text, const char* everywhere, const char* present) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(everywhere)
                                << QString::fromUtf8(present);
        };
        row("full name", "Ask Jonas Brandt.", "Ask [erased].", "Ask [erased].");
        row("other order and case", "BRANDT, jonas", "[erased]", "[erased]");
        row("initial", "Jonas M. Brandt", "[erased]", "[erased]");
        row("genitive", "Jonas Brandts Liste", "[erased] Liste", "[erased] Liste");
        row("over a quoted line", "says Jonas\n> Brandt", "says [erased]", "says [erased]");
        row("address", "to <Jonas.Brandt@Nordwind.example>,", "to <[erased]>,", "to <[erased]>,");
        row("handle", "jbrandt wrote", "[erased] wrote", "[erased] wrote");
        row("telephone in other form", "call (040) 1234-5678 now", "call [erased] now", "call [erased] now");
        row("first name alone", "Hi Jonas, thanks", "Hi Jonas, thanks", "Hi [erased], thanks");
        row("part of a word", "Jonason and Brandtner", "Jonason and Brandtner", "Jonason and Brandtner");
        row("the company's name", "Nordwind", "Nordwind", "Nordwind");
        row("somebody else's address", "jonas.brandt@other.example", "[erased]@other.example",
            "[erased]@other.example");
        row("another number", "order 40 1234 5679", "order 40 1234 5679", "order 40 1234 5679");
    }
    void masks()
    {
        QFETCH(QString, text);
        QFETCH(QString, everywhere);
        QFETCH(QString, present);
        QCOMPARE(QString::fromStdString(masked(text.toStdString(), Reach::everywhere)), everywhere);
        QCOMPARE(QString::fromStdString(masked(text.toStdString(), Reach::present)), present);
    }
    void wordsThatAreNamesNeedACapital()
    {
        const PersonMarks marks(PersonNames {{"Will Grant"}, {}, {}, {}});
        std::string text = "Will, will you grant it?";
        QCOMPARE(marks.mask(text, Reach::present), 1);
        QCOMPARE(text, std::string("[erased], will you grant it?"));
    }
    void theirMessageLosesItsWords()
    {
        const auto done = traces().rewrite("message", messageId,
            {{"from", {{"name", "J. B."}, {"address", ""}, {"contactId", personId.text()}}}, {"text", "We pay 5."},
                {"quotedText", "old"}, {"rawHash", "ab"}, {"channel", "email"},
                {"to", {{{"name", "Lena"}, {"address", "lena@us.example"}}}}});
        QVERIFY(done);
        QVERIFY(done->body["text"] == Json("[erased]"));
        QVERIFY(done->body["from"]["name"] == Json("[erased]"));
        QVERIFY(done->body["to"][0]["name"] == Json("Lena"));
        QVERIFY(done->body["rawHash"] == Json(""));
        QCOMPARE(done->sources, std::vector<std::string> {"ab"});
    }
    void quotesOfTheirWordsGoOthersStay()
    {
        const Json theirs {{"quote", "we pay 5 thousand"}, {"sourceId", messageId.text()}, {"begin", 3}, {"end", 9}};
        const Json others {{"quote", "we pay nothing"}, {"sourceId", otherId.text()}};
        const auto done = traces().rewrite("opportunity", otherId,
            {{"name", "Press shop"}, {"keyInsights", {"They said: we pay 5 thousand"}},
                {"evidence", {theirs, others}}});
        QVERIFY(done);
        QCOMPARE(done->quotes, 1);
        QVERIFY(done->body["evidence"][0]["quote"] == Json("[erased]"));
        QVERIFY(!done->body["evidence"][0].contains("begin"));
        QVERIFY(done->body["evidence"][1] == others);
        QVERIFY(done->body["keyInsights"][0] == Json("They said: [erased]"));
        QVERIFY(done->body["name"] == Json("Press shop"));
    }
    void theirRecordKeepsItsPlaceOnly()
    {
        const auto done = traces().rewrite("contact", personId,
            {{"id", personId.text()}, {"contactName", "Jonas Brandt"}, {"contactEmail", "x@y.example"},
                {"phones", {"1"}}, {"notes", "likes tea"}, {"accountId", otherId.text()}});
        QVERIFY(done);
        const Json expected = Json({{"id", personId.text()}, {"contactName", "[erased]"}, {"accountId", otherId.text()},
            {"archived", true}, {"optedOut", true}});
        QVERIFY(done->body == expected);
    }
    void draftsToThemAreCalledOff()
    {
        const auto done = traces().rewrite("agent_action", otherId,
            {{"contactId", personId.text()}, {"status", "pending"},
                {"payload", {{"body", "Dear you"}, {"subject", "Hi"}}}, {"question", {{"question", "What hurts?"}}}});
        QVERIFY(done);
        QVERIFY(!done->body.contains("question"));
        QVERIFY(done->body["status"] == Json("cancelled"));
        QVERIFY(done->body["payload"]["body"] == Json("[erased]"));
    }
    void theirPainsGoOthersStay()
    {
        const Json metadata {{"inbound", 3}, {"qbs", {{"painState", {{"depthLevel", "surface"}}}}}};
        const auto done
            = traces().rewrite("conversation_state", otherId, {{"contactId", personId.text()}, {"metadata", metadata}});
        QVERIFY(done);
        QVERIFY(done->body["metadata"] == Json({{"inbound", 3}}));
        QVERIFY(
            !traces().rewrite("conversation_state", otherId, {{"contactId", otherId.text()}, {"metadata", metadata}}));
    }
    void whatTheySaidInAMeetingGoes()
    {
        const auto done = traces().rewrite("transcript", messageId,
            {{"meetingId", otherId.text()},
                {"utterances",
                    {{{"speaker", "Jonas"}, {"text", "I decide."}},
                        {{"speaker", "Lena"}, {"text", "Thanks, Jonas."}}}}});
        QVERIFY(done);
        QVERIFY(done->body["utterances"][0]["text"] == Json("[erased]"));
        QVERIFY(done->body["utterances"][1]["text"] == Json("Thanks, [erased]."));
    }
    void keysStayApart()
    {
        const auto done = traces().rewrite("message", otherId,
            {{"from", {{"name", "Lena"}}}, {"text", "x"}, {"externalIds", {{"messageId", "<jonas.brandt.1@x>"}}},
                {"references", {"<jonas.brandt.2@x>"}}});
        QVERIFY(done);
        const auto one = done->body["externalIds"]["messageId"].get<std::string>();
        const auto two = done->body["references"][0].get<std::string>();
        QVERIFY(one.starts_with("erased:") && two.starts_with("erased:") && one != two);
    }
    void leavesAloneWhatSaysNothingOfThem()
    {
        QVERIFY(!traces().rewrite("task", otherId, {{"description", "Call Lena"}}));
        QVERIFY(!traces().rewrite("user", otherId, {{"name", "Jonas Brandt"}}));
    }
};

QTEST_GUILESS_MAIN(PersonTest)
#include "person_test.moc"
