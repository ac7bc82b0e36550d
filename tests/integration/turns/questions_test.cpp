// SPDX-License-Identifier: AGPL-3.0-or-later
// Question based selling in the turns of a conversation: what a reply leaves behind, what is asked next, and what
// people correct. On a real store.
#include "core/engine/deals/deal_desk.hpp"
#include "core/engine/sales/approvals.hpp"
#include "core/engine/sales/next_question.hpp"
#include "core/engine/sales/pain_desk.hpp"
#include "core/rules/qbs/metadata.hpp"
#include "core/rules/sales/prompt.hpp"
#include "core/rules/text/scan.hpp"
#include "tests/support/workspace_fixture.hpp"

using namespace agentarmy;
using namespace agentarmy::tests;

namespace {
const std::string lena = "Lena Hartmann <lena@meridianflow.example>";
const std::string ana = "Ana Ruiz <ana@acme.example>";
constexpr const char* people = "Name,Email,Account,Title\nAna Ruiz,ana@acme.example,Acme,Operations Manager\n"
                               "Omar Haddad,omar@acme.example,Acme,CFO\n";
template <class T> std::string codeOf(const Result<T>& result) { return result ? "fine" : result.error().code; }

/// A model that keeps what it was asked to draft, and can be told to fail.
class WritingModel final : public LanguageModel {
public:
    bool down = false;
    DraftRequest drafted;
    std::optional<std::string> writes; ///< the body, where it words drafts itself

    [[nodiscard]] Result<Extraction> qualify(const Context& context, const QualificationRequest& request) override
    {
        if (down)
            return fail({ErrorKind::unavailable, "llm_unavailable", "The model took too long.", {}});
        return m_rules.qualify(context, request);
    }
    [[nodiscard]] Result<OpportunitySignals> detectOpportunity(
        const Context& context, const DetectionRequest& request) override
    {
        return m_rules.detectOpportunity(context, request);
    }
    [[nodiscard]] Result<std::vector<StakeholderReading>> mapStakeholders(
        const Context& context, const StakeholderRequest& request) override
    {
        return m_rules.mapStakeholders(context, request);
    }
    [[nodiscard]] Result<std::vector<NextAction>> nextActions(
        const Context& context, const ConversationState& state) override
    {
        return m_rules.nextActions(context, state);
    }
    [[nodiscard]] Result<DraftAnswer> draft(const Context& context, const DraftRequest& request) override
    {
        drafted = request;
        drafted.qualification = nullptr;
        auto answer = m_rules.draft(context, request);
        if (answer && writes)
            answer->body = *writes;
        return answer;
    }
    [[nodiscard]] DetectedBy kind() const override { return writes ? DetectedBy::model : DetectedBy::rules; }

private:
    localmodel::LocalModel m_rules;
};

class Talk {
public:
    Talk() { (void)workspace.import({workspace.write("contacts.csv", people)}); }

    ImportReport mail(const std::string& text, int day, bool ours = false)
    {
        const auto id = "q" + std::to_string(++m_count);
        const auto date = std::to_string(day) + " Sep 2026 10:00:00 +0000";
        auto mail = ours ? MailText {lena, ana, "Exports", text, date, id + "@meridianflow.example", m_last}
                         : MailText {ana, lena, "Exports", text, date, id + "@acme.example", m_last};
        m_last = mail.id;
        ImportOptions options;
        options.paths = {workspace.write("in/" + id + ".eml", mail.text())};
        options.own = {"meridianflow.example"};
        auto report = Importer(parts(), workspace.mailboxes(), workspace.context()).run(options);
        if (!report)
            qFatal("import: %s", report.error().message.c_str());
        return std::move(*report);
    }
    EngineParts parts() { return {workspace.store(), model, workspace.ids(), workspace.clock()}; }
    Context me() const
    {
        auto context = workspace.context();
        context.actor.kind = ActorKind::person;
        return context;
    }
    ConversationState state()
    {
        for (auto& state : workspace.all<ConversationState>())
            if (state.contactEmail == "ana@acme.example")
                return state;
        qFatal("no state");
    }
    qbs::QbsData qbs() { return qbs::loadQbs(state().metadata).data; }
    void keep(const std::function<void(ConversationState&)>& change)
    {
        UnitOfWork work(workspace.store(), workspace.context(), workspace.ids());
        change(**work.edit(state().id));
        if (!work.commit())
            qFatal("not kept");
    }
    /// The draft that answers Ana's last mail.
    AgentAction draft()
    {
        const auto drafts = loadApprovals(workspace.store(), me());
        if (!drafts || drafts->size() != 1)
            qFatal("no draft");
        return drafts->front().action;
    }
    AgentAction send(const AgentAction& action)
    {
        ApprovalDesk desk {workspace.store(), workspace.ids(), workspace.clock()};
        if (!desk.approve(me(), action.id))
            qFatal("not approved");
        workspace.clock().advance(std::chrono::minutes(1));
        auto left = desk.left(me(), action.id, "file");
        if (!left)
            qFatal("%s", left.error().message.c_str());
        return std::move(*left);
    }
    Result<qbs::NextQuestion> next(const std::optional<std::string>& message = {})
    {
        return findNextQuestion(workspace.store(), me(), state().accountId, state().contactId, message);
    }

    WorkspaceFixture workspace {"2026-09-14T09:00:00Z"};
    WritingModel model;

private:
    int m_count = 0;
    std::string m_last;
};

int questionsIn(const std::string& body)
{
    int count = 0;
    for (const auto& sentence : text::sentences(body))
        count += text::isQuestion(sentence.in(body)) ? 1 : 0;
    return count;
}
}

class QuestionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aReplyIsReadAlthoughTheModelIsDown()
    {
        Talk talk;
        talk.model.down = true;
        const auto report = talk.mail("our CTO hates the delays", 14);
        QCOMPARE(report.reading.failed, 0);
        const auto data = talk.qbs();
        QCOMPARE(data.painState.depthLevel, PainDepth::surface);
        QCOMPARE(data.painState.painTopics.at(0).topic, std::string("delays"));
        QCOMPARE(data.painState.painTopics.at(0).evidence, (std::vector<std::string> {"our CTO hates the delays"}));
        QCOMPARE(data.contacts.at(0).mentionedNameOrRole, std::string("our CTO"));
        QCOMPARE(data.contacts.at(0).urgency, Urgency::nextConversation);
        QCOMPARE(talk.state().interactionCount, 1);
        QVERIFY(!data.painState.lastProbedTopic);
    }
    void knownPeopleOfTheAccountAreNoTriggers()
    {
        Talk talk;
        (void)talk.mail("Our CFO and Omar from finance hate it, and so does the legal team.", 14);
        const auto contacts = talk.qbs().contacts;
        QCOMPARE(contacts.size(), std::size_t(1)); // Omar Haddad is the CFO
        QCOMPARE(contacts[0].mentionedNameOrRole, std::string("legal team"));
    }
    void otherMetadataStays()
    {
        Talk talk;
        (void)talk.mail("Hello, we talk about your exports.", 14);
        talk.keep([](ConversationState& state) {
            state.metadata["source"] = "fair";
            state.metadata["qbs"]["coverage"] = 7;
            state.metadata["qbs"]["expansion"] = Json {{"note", "kept"}};
        });
        (void)talk.mail("The exports are slow for all of us here.", 15);
        const auto metadata = talk.state().metadata;
        QVERIFY(metadata["source"] == "fair" && metadata["inbound"] == 2);
        QVERIFY(metadata["qbs"]["coverage"] == 7);
        QVERIFY(metadata["qbs"]["expansion"]["note"] == "kept");
        QVERIFY(metadata["qbs"]["painState"]["depthLevel"] == "surface");
    }
    void unreadableDataStartsAnewWithAWarning()
    {
        Talk talk;
        (void)talk.mail("Hello, we talk about your exports.", 14);
        talk.keep([](ConversationState& state) { state.metadata["qbs"]["painState"] = "rubbish"; });
        const auto report = talk.mail("The exports are slow for all of us here.", 15);
        QCOMPARE(talk.qbs().painState.depthLevel, PainDepth::surface);
        QVERIFY(std::ranges::any_of(report.reading.errors,
            [](const std::string& error) { return error.find("starts anew") != std::string::npos; }));
        const auto history
            = talk.workspace.store().history(talk.me(), {ConversationState::type, talk.state().id.value()}, 100);
        QVERIFY(std::ranges::any_of(*history, [](const Change& change) {
            return std::ranges::any_of(change.values, [](const ChangedField& field) {
                return canonicalJson(field.before).find("rubbish") != std::string::npos;
            });
        }));
    }
    void theSameMailAgainCountsOnce()
    {
        Talk talk;
        (void)talk.mail("our CTO hates the delays", 14);
        const auto before = talk.qbs();
        UnitOfWork work(talk.workspace.store(), talk.me(), talk.workspace.ids());
        const auto message = talk.workspace.all<Message>().at(0);
        auto turn = loadTurn(work, Json {{"messageId", message.id.text()}}, talk.workspace.clock().now());
        QVERIFY(turn && *turn);
        std::vector<std::string> errors;
        QVERIFY(TurnRunner(talk.parts(), talk.workspace.workspace()).run(work, **turn, errors));
        QVERIFY(work.commit());
        QVERIFY(talk.qbs() == before);
    }

    void theQuestionThatLeftIsTheProbe()
    {
        Talk talk;
        (void)talk.mail("The exports are slow for all of us here.", 14);
        const auto draft = talk.draft();
        QVERIFY(draft.question);
        QCOMPARE(draft.question->key(), std::string("impact:metrics"));
        QCOMPARE(questionsIn(draft.payload.body), 1);
        QVERIFY(draft.payload.body.find(draft.question->question) != std::string::npos);
        const auto sent = talk.send(draft);
        QCOMPARE(talk.qbs().asked.open.value_or(AskedQuestion()).key(), std::string("impact:metrics"));
        QVERIFY(talk.qbs().asked.open->sentAt == sent.executedAt);
        (void)talk.mail(draft.payload.body, 15, true); // the same mail, found in the mailbox
        QVERIFY(talk.qbs().asked.open);
        (void)talk.mail("It costs us two days every week, honestly.", 16);
        const auto data = talk.qbs();
        QCOMPARE(data.painState.lastProbedTopic.value_or(""), std::string("impact:metrics"));
        QCOMPARE(data.painState.probeCountCurrentTopic, 1);
        QCOMPARE(data.painState.depthLevel, PainDepth::businessImpact);
        QVERIFY(!data.asked.open);
        QCOMPARE(talk.draft().question.value_or(AskedQuestion()).questionType, QuestionType::solution);
    }
    void aQuestionTakenOutByAPersonWasNotAsked()
    {
        Talk talk;
        (void)talk.mail("The exports are slow for all of us here.", 14);
        const auto draft = talk.draft();
        ApprovalDesk desk {talk.workspace.store(), talk.workspace.ids(), talk.workspace.clock()};
        QVERIFY(desk.edit(talk.me(), draft.id, {}, "Hello Ana,\n\nI call you tomorrow.\n\nLena"));
        (void)talk.send(draft);
        QVERIFY(!talk.qbs().asked.open);
        (void)talk.mail("It costs us two days every week, honestly.", 15);
        QVERIFY(!talk.qbs().painState.lastProbedTopic);
    }
    void aMailByHandLeavesNothingOpen()
    {
        Talk talk;
        (void)talk.mail("The exports are slow for all of us here.", 14);
        (void)talk.send(talk.draft());
        (void)talk.mail("Hello Ana, I forgot the attachment, here it is.", 15, true);
        QVERIFY(!talk.qbs().asked.open);
        (void)talk.mail("It costs us two days every week, honestly.", 16);
        QVERIFY(!talk.qbs().painState.lastProbedTopic);
    }
    void whatAModelAsksInItsOwnWordsCounts()
    {
        Talk talk;
        talk.model.writes = "Hello Ana,\n\nHow does that hit your month end?\n\nLena";
        (void)talk.mail("The exports are slow for all of us here.", 14);
        QCOMPARE(
            talk.draft().question.value_or(AskedQuestion()).question, std::string("How does that hit your month end?"));
        QCOMPARE(talk.draft().question->key(), std::string("impact:metrics"));
        QVERIFY(talk.model.drafted.qbsGuidance);
        QVERIFY(talk.model.drafted.qbsGuidance->find("Question type: impact") != std::string::npos);
        QVERIFY(talk.model.drafted.qbsGuidance->find("slow exports") != std::string::npos);
        QVERIFY(!talk.model.drafted.question.empty());
    }
    void resistanceIsAcknowledgedNotProbed()
    {
        Talk talk;
        (void)talk.mail("The exports are slow for all of us here.", 14);
        (void)talk.send(talk.draft());
        (void)talk.mail("I would rather not go into our numbers, to be honest.", 15);
        const auto draft = talk.draft();
        QVERIFY(!draft.question);
        QCOMPARE(questionsIn(draft.payload.body), 0);
        QVERIFY(draft.payload.body.find("leave it there for now") != std::string::npos);
        QVERIFY(talk.model.drafted.qbsGuidance->find("Warning: resistance") != std::string::npos);
        QVERIFY(talk.model.drafted.qbsGuidance->find("Move on") != std::string::npos);
        const auto data = talk.qbs();
        QVERIFY(data.painState.resistanceDetected);
        QCOMPARE(data.painState.revisitLater, (std::vector<std::string> {"slow exports"}));
        QCOMPARE(data.asked.resting.at(0).target, QuestionTarget::metrics);
        QVERIFY(talk.next()->backOff);
    }
    void withoutGuidanceTheMethodIsStillInThePrompt()
    {
        const auto prompt = sales::buildSystemPrompt({.qbsGuidance = {}, .cloneSection = {}});
        QVERIFY(prompt.find("Question Based Selling") != std::string::npos);
    }

    void theNextQuestionStoresNothing()
    {
        Talk talk;
        (void)talk.mail("The exports are slow for all of us here.", 14);
        const auto before = talk.state().metadata;
        const auto now = talk.next();
        QVERIFY(now && now->recommendation && !now->backOff);
        QCOMPARE(now->recommendation->questionType, QuestionType::impact);
        const auto deeper = talk.next("Each late file costs us 300 euros per week.");
        QCOMPARE(deeper->recommendation->questionType, QuestionType::solution);
        QVERIFY(talk.next("I'd rather not share more about it.")->backOff);
        QVERIFY(talk.state().metadata == before);
        QCOMPARE(codeOf(findNextQuestion(talk.workspace.store(), talk.me(), talk.state().accountId,
                     Id<Contact>(talk.workspace.ids().next()))),
            std::string("conversation_not_found"));
        const auto json = nextQuestionJson(*now);
        QVERIFY(json["backOff"] == false && json["questionType"] == "impact" && json["source"] == "rules");
    }
    void nobodyIsAskedWhoIsNotToBeAsked()
    {
        Talk talk;
        (void)talk.mail("The exports are slow for all of us here.", 14);
        talk.keep([](ConversationState& state) { state.dealStage = DealStage::closedLost; });
        QVERIFY(!talk.next()->recommendation);
        QCOMPARE(talk.next()->reason, std::string("deal_closed"));
        talk.keep([](ConversationState& state) {
            state.dealStage = DealStage::discovery;
            state.escalated = true;
        });
        QCOMPARE(talk.next()->reason, std::string("escalated"));
        talk.keep([](ConversationState& state) { state.escalated = false; });
        UnitOfWork work(talk.workspace.store(), talk.me(), talk.workspace.ids());
        (*work.edit(talk.state().contactId))->optedOut = true;
        QVERIFY(work.commit());
        QCOMPARE(talk.next()->reason, std::string("opted_out"));
        QVERIFY(nextQuestionJson(*talk.next())["reason"] == "opted_out");
    }
    void anEscalatedContactIsTrackedButNotAsked()
    {
        Talk talk;
        (void)talk.mail("The exports are slow. Can someone call me about it, please?", 14);
        QVERIFY(talk.state().escalated);
        QCOMPARE(talk.qbs().painState.depthLevel, PainDepth::surface);
        QVERIFY(!talk.draft().question);
    }

    void aPersonsCorrectionWinsAndCanBeUndone()
    {
        Talk talk;
        (void)talk.mail("The exports are slow. We struggle with the audit effort.", 14);
        PainDesk desk {talk.workspace.store(), talk.workspace.ids(), talk.workspace.clock()};
        DealDesk deals {talk.workspace.store(), talk.workspace.ids(), talk.workspace.clock()};
        const auto state = talk.state();
        const auto edit = [&](std::size_t index, const qbs::TopicEdit& what) {
            return desk.edit(talk.me(), state.accountId, state.contactId, index, what);
        };
        const auto before = talk.state().metadata;
        const auto renamed = edit(0, {.topic = "Month end exports", .revisit = {}});
        QVERIFY(renamed && !renamed->isNull());
        QCOMPARE(talk.qbs().painState.painTopics[0].topic, std::string("Month end exports"));
        QVERIFY(edit(0, {.topic = "Month end exports", .revisit = {}})->isNull()); // it was so already
        QVERIFY(deals.undo(talk.me(), *renamed));
        QVERIFY(talk.state().metadata == before);

        QVERIFY(edit(0, {.topic = "Month end exports", .revisit = true}));
        QVERIFY(edit(1, {.topic = {}, .revisit = {}, .remove = true}));
        (void)talk.mail("As I said. The exports are slow. We struggle with the audit effort.", 15);
        const auto data = talk.qbs();
        QCOMPARE(data.painState.painTopics.size(), std::size_t(1));
        QCOMPARE(data.painState.painTopics[0].topic, std::string("Month end exports"));
        QVERIFY(data.painState.painTopics[0].lastProbedAt > data.painState.painTopics[0].firstMentionedAt);

        const auto history
            = talk.workspace.store().history(talk.me(), {ConversationState::type, state.id.value()}, 100);
        QVERIFY(std::ranges::any_of(*history, [](const Change& change) {
            return change.actor.kind == ActorKind::person && change.cause.rule == "qbs.correction";
        }));
        QCOMPARE(codeOf(edit(5, {.topic = "x", .revisit = {}})), std::string("topic_not_found"));
        QCOMPARE(codeOf(edit(0, {.topic = "", .revisit = {}})), std::string("validation_failed"));
        auto agent = talk.me();
        agent.actor.kind = ActorKind::agent;
        QCOMPARE(codeOf(desk.edit(agent, state.accountId, state.contactId, 0, {.topic = "x", .revisit = {}})),
            std::string("not_allowed"));
        QCOMPARE(codeOf(desk.edit(talk.me(), state.accountId, Id<Contact>(talk.workspace.ids().next()), 0,
                     {.topic = "x", .revisit = {}})),
            std::string("conversation_not_found"));
    }
    void aMentionedPersonIsMarked()
    {
        Talk talk;
        (void)talk.mail("our CTO hates the delays", 14);
        PainDesk desk {talk.workspace.store(), talk.workspace.ids(), talk.workspace.clock()};
        const auto state = talk.state();
        const auto mark = [&](const qbs::ExpansionEdit& edit) {
            return desk.mark(talk.me(), state.accountId, state.contactId, edit);
        };
        QVERIFY(mark({"The CTO", ExpansionStatus::contacted, state.contactId}));
        QCOMPARE(talk.qbs().contacts[0].status, ExpansionStatus::contacted);
        QVERIFY(talk.qbs().contacts[0].contactId == state.contactId);
        QCOMPARE(codeOf(mark({"our COO", ExpansionStatus::dismissed, {}})), std::string("contact_not_found"));
        QCOMPARE(codeOf(mark({"our CTO", ExpansionStatus::dismissed, Id<Contact>(talk.workspace.ids().next())})),
            std::string("contact_not_found"));
        (void)talk.mail("Well, our CTO asked again about the exports.", 15);
        QCOMPARE(talk.qbs().contacts[0].status, ExpansionStatus::contacted);
        QCOMPARE(talk.qbs().contacts[0].mentionCount, 2);
        QVERIFY(talk.model.drafted.qbsGuidance->find("People they mentioned") == std::string::npos);
    }
    void mergedPeopleKeepThePainsOfBoth()
    {
        Talk talk;
        (void)talk.mail("The exports are slow for all of us here.", 14);
        const auto before = talk.state();
        (void)talk.workspace.import({talk.workspace.write("in/private.eml",
            MailText {"Ana R. <ana.private@acme.example>", lena, "Audits", "I am worried about the audit effort.",
                "15 Sep 2026 10:00:00 +0000", "private@acme.example"}
                .text())});
        std::optional<Id<Contact>> other;
        for (const auto& contact : talk.workspace.all<Contact>())
            if (contact.contactEmail == "ana.private@acme.example")
                other = contact.id;
        QVERIFY(other);
        DealDesk deals {talk.workspace.store(), talk.workspace.ids(), talk.workspace.clock()};
        const auto merged
            = deals.merge(talk.me(), {Contact::type, before.contactId.value()}, {Contact::type, other->value()});
        QVERIFY(merged);
        const auto data = talk.qbs();
        QCOMPARE(data.painState.depthLevel, PainDepth::emotional);
        QCOMPARE(data.painState.painTopics.size(), std::size_t(2));
        QVERIFY(deals.undo(talk.me(), *merged));
        QVERIFY(talk.state().metadata == before.metadata);
    }
    void thePainMapShowsAllOfTheAccount()
    {
        Talk talk;
        (void)talk.mail("The exports are slow. Each late file costs us 300 euros per week.", 14);
        (void)talk.workspace.import(
            {talk.workspace.write("deals.csv", "Deal name,Account,Stage\nExports,Acme,Discovery\n"),
                talk.workspace.write("in/omar.eml",
                    MailText {"Omar Haddad <omar@acme.example>", lena, "Audits", "I am worried about the audit effort.",
                        "15 Sep 2026 10:00:00 +0000", "omar@acme.example"}
                        .text())});
        const auto deals = talk.workspace.all<Opportunity>();
        const auto deal = std::ranges::find_if(deals, [](const Opportunity& each) { return each.name == "Exports"; });
        QVERIFY(deal != deals.end());
        const auto rows = loadPainMap(talk.workspace.store(), talk.me(), deal->id);
        QVERIFY(rows);
        QCOMPARE(rows->size(), std::size_t(3));
        QCOMPARE((*rows)[0].contactName, std::string("Omar Haddad"));
        QCOMPARE((*rows)[0].topic.depth, PainDepth::emotional);
        QCOMPARE((*rows)[1].topic.depth, PainDepth::businessImpact);
        QCOMPARE((*rows)[2].topic.topic, std::string("slow exports"));
        QVERIFY(painMapJson(*rows)["topics"][0]["contactName"] == "Omar Haddad");
        QCOMPARE(codeOf(loadPainMap(talk.workspace.store(), talk.me(), Id<Opportunity>(talk.workspace.ids().next()))),
            std::string("not_found"));
    }
};

QTEST_GUILESS_MAIN(QuestionsTest)
#include "questions_test.moc"
