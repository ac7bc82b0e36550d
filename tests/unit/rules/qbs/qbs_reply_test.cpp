// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/text.hpp"
#include "core/rules/qbs/funnel.hpp"
#include "core/rules/qbs/joining.hpp"
#include "core/rules/qbs/reply.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::qbs;

namespace {
Timestamp hour(int n) { return Timestamp(std::chrono::hours(n)); }
Uuid source(int n)
{
    auto text = std::string("01890a5d-ac96-774b-bcce-b30209900000");
    const auto number = std::to_string(n);
    text.replace(text.size() - number.size(), number.size(), number);
    return Uuid::parse(text).value();
}
QbsData reading(QbsData data, int n, std::string_view text)
{
    Reply reply;
    reply.text = text;
    reply.source = source(n);
    reply.interactionCount = n;
    reply.at = hour(n * 10);
    return afterReply(std::move(data), reply);
}
SentMessage asking(int at, QuestionType type = QuestionType::impact, QuestionTarget target = QuestionTarget::metrics)
{
    SentMessage message;
    message.text = "Hello,\n\nWhat does it\n do to you?\n\nBest";
    message.at = hour(at);
    message.question.emplace();
    message.question->questionType = type;
    message.question->meddicBantTarget = target;
    message.question->question = "What does it do to you?";
    return message;
}
}

class QbsReplyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReplyFillsFunnelTopicsAndPeople()
    {
        const auto data = reading({}, 1, "our CFO hates the delays");
        QCOMPARE(data.painState.depthLevel, PainDepth::surface);
        QCOMPARE(data.painState.painTopics[0].topic, std::string("delays"));
        QCOMPARE(data.painState.painTopics[0].firstMentionedAt, 1);
        QCOMPARE(data.contacts[0].mentionedNameOrRole, std::string("our CFO"));
        QCOMPARE(data.contacts[0].urgency, Urgency::nextConversation);
        QVERIFY(!data.painState.lastProbedTopic); // nothing was asked
    }
    void theSameMessageCountsOnce()
    {
        const auto once = reading({}, 1, "our CFO hates the delays, and so do the 40 people here");
        auto twice = once;
        Reply again;
        again.text = "our CFO hates the delays, and so do the 40 people here";
        again.source = source(1);
        again.interactionCount = 2;
        QVERIFY(afterReply(twice, again) == once);
        for (int n = 2; n < 40; ++n)
            twice = reading(twice, n, "Noted, it is on the list.");
        QVERIFY(twice.asked.read.size() <= 8);
    }
    void theProbeIsTheQuestionThatLeft()
    {
        QbsData data;
        data.asked = afterSending(data.asked, asking(5));
        QVERIFY(data.asked.open);
        QCOMPARE(data.asked.questionsSinceConfirmation, 1);
        data = reading(data, 1, "It costs us two days a week.");
        QCOMPARE(data.painState.lastProbedTopic.value_or(""), std::string("impact:metrics"));
        QCOMPARE(data.painState.probeCountCurrentTopic, 1);
        QVERIFY(!data.asked.open);
        data = reading(data, 2, "One more thing about the reports here."); // a second reply to the same question
        QCOMPARE(data.painState.probeCountCurrentTopic, 1);
    }
    void aQuestionAfterTheReplyIsNotItsProbe()
    {
        QbsData data;
        data.asked = afterSending(data.asked, asking(500));
        data = reading(data, 1, "It costs us two days a week.");
        QVERIFY(!data.painState.lastProbedTopic);
        QVERIFY(data.asked.open);
    }
    void whatWasAskedIsForgottenWithTheNextMessage()
    {
        auto log = afterSending({}, asking(5));
        SentMessage same = asking(6);
        same.question.reset(); // the same mail, seen again in the mailbox
        QVERIFY(afterSending(log, same).open);
        SentMessage earlier;
        earlier.text = "An older one.";
        earlier.at = hour(1);
        QVERIFY(afterSending(log, earlier).open);
        SentMessage other;
        other.text = "Something by hand.";
        other.at = hour(7);
        QVERIFY(!afterSending(log, other).open);
    }
    void aQuestionThatWasTakenOutWasNotAsked()
    {
        auto message = asking(5);
        message.text = "Hello, no question here.";
        const auto log = afterSending({}, message);
        QVERIFY(!log.open);
        QCOMPARE(log.questionsSinceConfirmation, 0);
    }
    void confirmationStartsTheCountAnew()
    {
        QuestionLog log;
        for (int i = 0; i < 3; ++i) {
            auto message = asking(i * 10);
            const auto words = "What about it, number " + std::to_string(i) + "?";
            message.text = words;
            message.question->question = words;
            log = afterSending(log, message);
        }
        QCOMPARE(log.questionsSinceConfirmation, 3);
        auto check = asking(90, QuestionType::confirmation);
        QCOMPARE(afterSending(log, check).questionsSinceConfirmation, 0);
    }

    void threeProbesForNothingBackOff()
    {
        QbsData data;
        for (int n = 1; n <= 3; ++n) {
            auto message = asking(n * 10 - 5);
            const auto words = "What about it, number " + std::to_string(n) + "?";
            message.text = words;
            message.question->question = words;
            data.asked = afterSending(data.asked, message);
            data = reading(data, n, "That is hard to say for now, honestly.");
        }
        QVERIFY(shouldBackOff(data.painState));
        QCOMPARE(data.painState.revisitLater, (std::vector<std::string> {"success metrics"}));
        QVERIFY(restingTargets(data.asked, 3).contains(QuestionTarget::metrics));
        QVERIFY(restingTargets(data.asked, 4).contains(QuestionTarget::metrics));
        QVERIFY(!restingTargets(data.asked, 5).contains(QuestionTarget::metrics));
    }
    void aTopicThatComesUpAgainIsNotRevisited()
    {
        QbsData data;
        data.painState.revisitLater = {"slow exports", "budget"};
        data = reading(data, 4, "As I said, the exports are slow.");
        QCOMPARE(data.painState.revisitLater, (std::vector<std::string> {"budget"}));
    }

    void aRenamedTopicKeepsItsName()
    {
        auto data = reading({}, 1, "The exports are slow.");
        data = *edited(data, 0, {.topic = "Month end exports", .revisit = {}});
        QCOMPARE(data.painState.painTopics[0].topic, std::string("Month end exports"));
        data = reading(data, 2, "Well, the exports are slow on every Monday.");
        QCOMPARE(int(data.painState.painTopics.size()), 1);
        QCOMPARE(data.painState.painTopics[0].topic, std::string("Month end exports"));
        QCOMPARE(int(data.painState.painTopics[0].evidence.size()), 2);
        data = *edited(data, 0, {.topic = "Exports", .revisit = {}}); // a chain of names
        data = reading(data, 3, "Again the exports are slow here.");
        QCOMPARE(int(data.painState.painTopics.size()), 1);
        QCOMPARE(data.painState.painTopics[0].topic, std::string("Exports"));
        data = *edited(data, 0, {.topic = "slow exports", .revisit = {}}); // back to its own
        data = reading(data, 4, "The exports are slow, still.");
        QCOMPARE(data.painState.painTopics[0].topic, std::string("slow exports"));
        QCOMPARE(int(data.painState.painTopics.size()), 1);
    }
    void aNameThatIsTakenJoinsTwo()
    {
        auto data = reading({}, 1, "The exports are slow. We struggle with the audit effort.");
        QCOMPARE(int(data.painState.painTopics.size()), 2);
        data.painState.painTopics[0].depth = PainDepth::businessImpact;
        data = *edited(data, 0, {.topic = "audit effort", .revisit = {}});
        QCOMPARE(int(data.painState.painTopics.size()), 1);
        QCOMPARE(data.painState.painTopics[0].depth, PainDepth::businessImpact);
        QCOMPARE(int(data.painState.painTopics[0].evidence.size()), 2);
    }
    void aRemovedTopicStaysAway()
    {
        auto data = reading({}, 1, "The exports are slow.");
        data = *edited(data, 0, {.topic = {}, .revisit = {}, .remove = true});
        QVERIFY(data.painState.painTopics.empty());
        data = reading(data, 2, "I wrote it before: thanks. The exports are  slow.");
        QVERIFY(data.painState.painTopics.empty()); // the same quote
        QVERIFY(canonicalJson(savedQbs({}, data)).find("exports are") == std::string::npos); // only its mark is kept
        data = reading(data, 3, "The exports are slow since the update in March.");
        QCOMPARE(int(data.painState.painTopics.size()), 1); // new words
    }
    void twoPeopleWhoAreOneKeepBoth()
    {
        auto first = reading({}, 1, "The exports are slow. Our CFO asked.");
        auto second
            = reading({}, 2, "The exports are slow on Mondays. We struggle with the audit effort. The CFO asked.");
        second = reading(second, 3, "I'd rather not share more on that.");
        second.contacts.at(0).status = ExpansionStatus::contacted;
        second.asked = afterSending(second.asked, asking(90));
        const auto both = joined(first, second, Newer::other);
        QCOMPARE(both.painState.painTopics.size(), std::size_t(2));
        QCOMPARE(both.painState.painTopics[0].evidence.size(), std::size_t(2));
        QCOMPARE(both.painState.painTopics[0].firstMentionedAt, 1);
        QCOMPARE(both.painState.painTopics[0].lastProbedAt, 2);
        QCOMPARE(both.painState.painTopics[1].firstMentionedAt, 2);
        QVERIFY(both.painState.resistanceDetected);
        QCOMPARE(both.contacts.size(), std::size_t(1));
        QCOMPARE(both.contacts[0].mentionCount, 2);
        QCOMPARE(both.contacts[0].status, ExpansionStatus::contacted);
        QVERIFY(both.asked.open);
        QCOMPARE(both.asked.read.size(), std::size_t(3));
        const auto kept = joined(first, second, Newer::kept);
        QVERIFY(!kept.painState.resistanceDetected && !kept.asked.open);
        QVERIFY(joined(first, {}, Newer::kept) == first);
        QVERIFY(joined({}, second, Newer::other).painState.painTopics == second.painState.painTopics);
    }
    void revisitIsAPersonsWish()
    {
        auto data = reading({}, 1, "The exports are slow.");
        data = *edited(data, 0, {.topic = {}, .revisit = true});
        QCOMPARE(data.painState.revisitLater, (std::vector<std::string> {"slow exports"}));
        data = *edited(data, 0, {.topic = "exports", .revisit = {}});
        QCOMPARE(data.painState.revisitLater, (std::vector<std::string> {"exports"}));
        data = *edited(data, 0, {.topic = {}, .revisit = false});
        QVERIFY(data.painState.revisitLater.empty());
    }
    void refusesWhatIsNotThere()
    {
        const auto data = reading({}, 1, "The exports are slow.");
        QCOMPARE(edited(data, 1, {.topic = "x", .revisit = {}}).error().code, std::string("topic_not_found"));
        QCOMPARE(edited(data, 0, TopicEdit {}).error().code, std::string("validation_failed"));
        QCOMPARE(edited(data, 0, {.topic = " ", .revisit = {}}).error().code, std::string("validation_failed"));
        QCOMPARE(edited(data, 0, {.topic = std::string(121, 'x'), .revisit = {}}).error().code,
            std::string("validation_failed"));
        QVERIFY(edited(data, 0, {.topic = std::string(120, 'x'), .revisit = {}}));
        QCOMPARE(edited(data, {.mentionedNameOrRole = "our CFO", .contactId = {}}).error().code,
            std::string("contact_not_found"));
    }
    void whatAPersonSaysOfSomebodyStays()
    {
        auto data = reading({}, 1, "our CFO hates the delays");
        data = *edited(data, {.mentionedNameOrRole = "The CFO", .status = ExpansionStatus::dismissed, .contactId = {}});
        data = reading(data, 2, "My CFO asked again, our CFO hates it.");
        QCOMPARE(data.contacts[0].status, ExpansionStatus::dismissed);
        QCOMPARE(data.contacts[0].mentionCount, 2);
    }
};

QTEST_APPLESS_MAIN(QbsReplyTest)
#include "qbs_reply_test.moc"
