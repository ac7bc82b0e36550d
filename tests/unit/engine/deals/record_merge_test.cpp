// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/unit/engine/deals/desk_fixture.hpp"

#include "core/domain/conversation_state.hpp"
#include "core/engine/deals/record_merge.hpp"

using namespace agentarmy;
using namespace agentarmy::test;

class RecordMergeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keptValuesStandAndEmptyOnesAreFilled();
    void anOptOutCountsForBoth();
    void higherScoreStandsUnlessAPersonSetTheKeptOne();
    void childrenOfAnAccountMoveAndComeBackWithUndo();
    void messagesAndStatesOfAContactMove();
    void refusesWhatIsNoPair();
};

void RecordMergeTest::keptValuesStandAndEmptyOnesAreFilled()
{
    Account keep;
    keep.accountName = "Nordwind Logistics";
    keep.industry = "Logistics";
    keep.domains = {"nordwind.example"};
    keep.externalIds = {{"crm", "1"}};
    Account other;
    other.accountName = "Nordwind GmbH";
    other.otherNames = {"nordwind  logistics", "NWL"};
    other.industry = "Transport";
    other.website = "https://nordwind.example";
    other.domains = {"nordwind.example", "nwl.example"};
    other.externalIds = {{"crm", "2"}, {"erp", "7"}};
    const auto merged = mergedAccount(keep, other);
    QCOMPARE(merged.accountName, keep.accountName);
    QVERIFY(merged.industry == keep.industry);
    QVERIFY(merged.website == other.website);
    QCOMPARE(merged.otherNames, (std::vector<std::string> {"Nordwind GmbH", "NWL"}));
    QCOMPARE(merged.domains, (std::vector<std::string> {"nordwind.example", "nwl.example"}));
    QCOMPARE(merged.externalIds, (std::map<std::string, std::string> {{"crm", "1"}, {"crm#2", "2"}, {"erp", "7"}}));
}

void RecordMergeTest::anOptOutCountsForBoth()
{
    Contact keep;
    keep.contactName = "Jonas Brandt";
    keep.contactEmail = "jonas@nordwind.example";
    Contact other;
    other.contactName = "J. Brandt";
    other.contactEmail = "jb@gmail.com";
    other.phones = {"+49 40 1"};
    other.optedOut = true;
    const auto merged = mergedContact(keep, other);
    QVERIFY(merged.optedOut);
    QCOMPARE(merged.contactEmail, keep.contactEmail);
    QCOMPARE(merged.otherEmails, std::vector<std::string> {"jb@gmail.com"});
    QCOMPARE(merged.otherNames, std::vector<std::string> {"J. Brandt"});
    QCOMPARE(merged.phones, other.phones);
}

void RecordMergeTest::higherScoreStandsUnlessAPersonSetTheKeptOne()
{
    Contact keep;
    keep.stakeholder.scores = {0, 5, 3};
    keep.stakeholder.scoreSources = {{"decisionPower", ScoreSource::humanOverride}};
    keep.stakeholder.interactionCount = 2;
    Contact other;
    other.stakeholder.scores = {9, 7, 2};
    other.stakeholder.scoreSources = {{"influenceLevel", ScoreSource::conversationSignal}};
    other.stakeholder.roles = {StakeholderRole::champion};
    other.stakeholder.interactionCount = 3;
    const auto part = mergedContact(keep, other).stakeholder;
    QVERIFY((part.scores == StakeholderScores {0, 7, 3}));
    QCOMPARE(part.scoreSources.at("influenceLevel"), ScoreSource::conversationSignal);
    QCOMPARE(part.interactionCount, 5);
    QCOMPARE(part.roles.size(), std::size_t(1));
}

void RecordMergeTest::childrenOfAnAccountMoveAndComeBackWithUndo()
{
    DeskFixture f;
    Account twin;
    twin.accountName = "Nordwind GmbH";
    const auto other = f.add(twin);
    Contact contact;
    contact.accountId = other;
    contact.contactName = "Petra Wolff";
    const auto person = f.add(contact);
    Opportunity deal;
    deal.accountId = other;
    deal.name = "Yard";
    const auto moved = f.add(deal);
    const auto merged = f.desk->merge(f.lena, {Account::type, f.account.value()}, {Account::type, other.value()});
    REQUIRE(merged);
    QVERIFY(readEntity(*f.store, f.lena, person)->accountId == f.account);
    QVERIFY(f.read(moved).accountId == f.account);
    QVERIFY(readEntity(*f.store, f.lena, other)->mergedInto == std::optional(f.account));
    QCOMPARE(readEntity(*f.store, f.lena, f.account)->otherNames, std::vector<std::string> {"Nordwind GmbH"});
    QVERIFY(!f.store->findByExternalKey(f.lena, Account::type, "name:nordwind gmbh")->has_value());
    QCOMPARE(f.desk->merge(f.lena, {Account::type, f.account.value()}, {Account::type, other.value()}).error().code,
        std::string("validation_failed"));

    REQUIRE(f.desk->undo(f.lena, *merged));
    QVERIFY(readEntity(*f.store, f.lena, person)->accountId == other);
    QVERIFY(f.read(moved).accountId == other);
    QVERIFY(!readEntity(*f.store, f.lena, other)->mergedInto);
    QVERIFY(readEntity(*f.store, f.lena, f.account)->otherNames.empty());
}

void RecordMergeTest::messagesAndStatesOfAContactMove()
{
    DeskFixture f;
    const auto addContact = [&](const char* name, const char* mail) {
        Contact contact;
        contact.accountId = f.account;
        contact.contactName = name;
        contact.contactEmail = mail;
        return f.add(contact);
    };
    const auto keep = addContact("Jonas Brandt", "jonas@nordwind.example");
    const auto other = addContact("J. Brandt", "jb@gmail.com");
    Conversation conversation;
    conversation.accountId = f.account;
    conversation.contactIds = {other, keep};
    const auto thread = f.add(conversation);
    Message message;
    message.conversationId = thread;
    message.accountId = f.account;
    message.from = {"J. Brandt", "jb@gmail.com", other, {}};
    message.text = "We need it by May.";
    const auto mail = f.add(message);
    const auto addState = [&](Id<Contact> contact, int count) {
        ConversationState state;
        state.accountId = f.account;
        state.contactId = contact;
        state.conversationId = thread;
        state.interactionCount = count;
        state.lastInteraction = f.clock.now() - std::chrono::days(count);
        return f.add(state);
    };
    const auto keptState = addState(keep, 2);
    auto withNeed = addState(other, 1);
    f.change(f.agent, withNeed, [](ConversationState& state) {
        auto& need = state.qualification[Dimension::need];
        need.identified = true;
        need.confidence = 0.8;
        need.description = "it by May";
        need.evidence = {Evidence {.dimension = Dimension::need, .quote = "We need it by May.", .confidence = 0.8}};
        need.evidenceCount = 1;
    });
    const auto merged = f.desk->merge(f.lena, {Contact::type, keep.value()}, {Contact::type, other.value()});
    REQUIRE(merged);
    QVERIFY(readEntity(*f.store, f.lena, mail)->from.contactId == std::optional(keep));
    QCOMPARE(readEntity(*f.store, f.lena, mail)->text, message.text);
    QVERIFY(readEntity(*f.store, f.lena, thread)->contactIds == std::vector {keep});
    const auto state = readEntity(*f.store, f.lena, keptState);
    QCOMPARE(state->interactionCount, 3);
    QVERIFY(state->qualification[Dimension::need].identified); // evidence is kept
    QCOMPARE(readEntity(*f.store, f.lena, withNeed).error().code, std::string("not_found"));

    REQUIRE(f.desk->undo(f.lena, *merged));
    QVERIFY(readEntity(*f.store, f.lena, mail)->from.contactId == std::optional(other));
    QCOMPARE(readEntity(*f.store, f.lena, keptState)->interactionCount, 2);
    QCOMPARE(readEntity(*f.store, f.lena, withNeed)->interactionCount, 1);
    QCOMPARE(readEntity(*f.store, f.lena, thread)->contactIds.size(), std::size_t(2));
}

void RecordMergeTest::refusesWhatIsNoPair()
{
    DeskFixture f;
    const DocumentKey account {Account::type, f.account.value()};
    QCOMPARE(f.desk->merge(f.lena, account, account).error().code, std::string("validation_failed"));
    QCOMPARE(f.desk->merge(f.lena, account, {Opportunity::type, f.deal.value()}).error().code,
        std::string("validation_failed"));
    QCOMPARE(f.desk->merge(f.lena, account, {Account::type, f.ids.next()}).error().code, std::string("not_found"));
}

QTEST_APPLESS_MAIN(RecordMergeTest)
#include "record_merge_test.moc"
