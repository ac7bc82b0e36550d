// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/unit/engine/deals/desk_fixture.hpp"

#include "core/rules/deals/progression.hpp"

using namespace agentarmy;
using namespace agentarmy::test;
using namespace std::chrono_literals;

namespace {
MoveInput because(const std::string& reason)
{
    MoveInput input;
    input.override = true;
    input.reason = reason;
    return input;
}

void identify(Opportunity& deal, Dimension dimension)
{
    auto& signal = deal.qualificationSnapshot[dimension];
    signal.identified = true;
    signal.confidence = 0.8;
    signal.evidenceCount = 1;
    signal.evidence = {Evidence {.dimension = dimension, .quote = "we need it", .confidence = 0.8}};
}
}

class DealDeskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void moveForwardWarnsOfMissingEvidenceAndRecordsIt();
    void skippingStagesAsksForAReasonThenMoves();
    void movingToTheSameStageWritesNothing();
    void repMayNotReopenButAManagerMay();
    void losingNeedsALostReason();
    void winningNeedsAValueAndSetsIt();
    void stallRemembersWhereItWas();
    void unknownDealIsNotFound();
    void judgingWritesNothingAndShowsProofs();
    void moveMirrorsTheStageInStates();

    void editNamesTheBadField_data();
    void editNamesTheBadField();
    void laterCloseDateCountsAsAPush();
    void probabilityOfAPersonStaysThroughMoves();
    void clearedProbabilityReturnsToTheStage();
    void personFieldsAreRememberedAndSuggestionsGo();
    void editToTheSameValueWritesNothing();
    void createOwnsTheDealAndRefusesStrangers();

    void undoPutsAMoveBackWithoutAReason();
    void undoOfAMoveEndsAfterTenMinutesAndForOthers();
    void undoLeavesFieldsThatOthersWroteSince();
    void undoIsUndoable();
    void ctrlZWalksOverWhatIsTakenBack();
    void undoOfTheAgentsMoveIsNotRepeatedByTheSameEvidence();
    void undoOfACreationDeletesUnlessOthersAddedToIt();
    void nothingToUndoSaysSo();

    void deletedDealComesBackWithRestoreAndUndo();
    void accountWithOpenDealsIsNotDeleted();
    void archiveHidesAndCanBeTakenBack();
    void aPersonClearsTheReviewMarkAndUndoSetsItAgain();
    void historyTellsWhoAndWhy();
};

void DealDeskTest::moveForwardWarnsOfMissingEvidenceAndRecordsIt()
{
    DeskFixture f;
    const auto done = f.desk->move(f.lena, f.deal, DealStage::qualification, {});
    REQUIRE(done);
    QCOMPARE(done->opportunity.dealStage, DealStage::qualification);
    QCOMPARE(done->opportunity.probability, 0.40);
    QVERIFY(done->opportunity.stageEnteredAt == f.clock.now());
    QVERIFY(done->opportunity.lastActivityAt == f.clock.now());
    const std::vector<std::string> missing {
        "min_bant_completion", "min_meddic_completion", "min_interactions", "need_identified", "pain_identified"};
    QCOMPARE(done->warnings, missing);
    const auto history = *f.store->history(f.lena, {Opportunity::type, f.deal.value()}, 10);
    QCOMPARE(history.front().cause.what, std::string("stage_move"));
    QVERIFY(history.front().cause.details["missing"] == Json(missing));
    QVERIFY(history.front().actor.userId == f.lena.actor.userId);
    QVERIFY(history.front().mutationId == done->mutationId);
}

void DealDeskTest::skippingStagesAsksForAReasonThenMoves()
{
    DeskFixture f;
    const auto refused = f.desk->move(f.lena, f.deal, DealStage::negotiation, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("move_needs_input"));
    QCOMPARE(std::get<std::vector<std::string>>(refused.error().details.at("fields")),
        (std::vector<std::string> {"override", "reason"}));
    const auto done = f.desk->move(f.lena, f.deal, DealStage::negotiation, because("They skipped the trial"));
    REQUIRE(done);
    const auto newest = f.store->history(f.lena, {Opportunity::type, f.deal.value()}, 1)->front();
    QCOMPARE(newest.cause.reason, std::string("They skipped the trial"));
    QVERIFY(newest.cause.details["from"] == Json("discovery"));
    QVERIFY(!newest.cause.details["missing"].empty());
}

void DealDeskTest::movingToTheSameStageWritesNothing()
{
    DeskFixture f;
    const auto head = *f.store->head(f.lena);
    const auto done = f.desk->move(f.lena, f.deal, DealStage::discovery, {});
    REQUIRE(done);
    QVERIFY(done->mutationId.isNull());
    QCOMPARE(*f.store->head(f.lena), head);
}

void DealDeskTest::repMayNotReopenButAManagerMay()
{
    DeskFixture f;
    const auto won = f.addDeal("Won one", DealStage::closedWon);
    const auto refused = f.desk->move(f.lena, won, DealStage::negotiation, because("They came back"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("reopen_not_allowed"));
    QCOMPARE(refused.error().kind, ErrorKind::denied);
    REQUIRE(f.desk->move(f.marcus, won, DealStage::negotiation, because("They came back")));
    const auto elsewhere
        = f.desk->move(f.marcus, f.addDeal("Lost one", DealStage::closedLost), DealStage::discovery, because("Again"));
    QVERIFY(!elsewhere);
    QCOMPARE(elsewhere.error().code, std::string("invalid_stage_transition"));
}

void DealDeskTest::losingNeedsALostReason()
{
    DeskFixture f;
    const auto talks = f.addDeal("In talks", DealStage::negotiation);
    const auto refused = f.desk->move(f.lena, talks, DealStage::closedLost, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("move_needs_input"));
    QCOMPARE(std::get<std::vector<std::string>>(refused.error().details.at("fields")),
        (std::vector<std::string> {"lostReason"}));
    MoveInput input;
    input.lostReason = "Price";
    const auto done = f.desk->move(f.lena, talks, DealStage::closedLost, input);
    REQUIRE(done);
    QVERIFY(done->opportunity.lostReason == std::optional<std::string>("Price"));
    QVERIFY(done->opportunity.closedAt == f.clock.now());
    QCOMPARE(done->opportunity.probability, 0.0);
}

void DealDeskTest::winningNeedsAValueAndSetsIt()
{
    DeskFixture f;
    const auto talks = f.addDeal("In talks", DealStage::negotiation);
    QCOMPARE(f.desk->move(f.lena, talks, DealStage::closedWon, {}).error().code, std::string("move_needs_input"));
    MoveInput input;
    input.closedValue = Money {17'000'000, "EUR"};
    const auto done = f.desk->move(f.lena, talks, DealStage::closedWon, input);
    REQUIRE(done);
    QVERIFY(done->opportunity.closedValue == input.closedValue);
}

void DealDeskTest::stallRemembersWhereItWas()
{
    DeskFixture f;
    MoveInput input;
    input.reason = "Budget freeze until spring";
    REQUIRE(f.desk->move(f.lena, f.deal, DealStage::stalled, input));
    QVERIFY(f.read().stageBeforeStall == std::optional(DealStage::discovery));
    REQUIRE(f.desk->move(f.lena, f.deal, DealStage::discovery, {}));
    QVERIFY(!f.read().stageBeforeStall);
    QVERIFY(!f.read().stallReason);
}

void DealDeskTest::unknownDealIsNotFound()
{
    DeskFixture f;
    QCOMPARE(f.desk->move(f.lena, f.ids.make<Opportunity>(), DealStage::discovery, {}).error().code,
        std::string("not_found"));
    QCOMPARE(f.desk->judgeMove(f.lena, f.ids.make<Opportunity>(), DealStage::discovery, {}).error().code,
        std::string("not_found"));
}

void DealDeskTest::judgingWritesNothingAndShowsProofs()
{
    DeskFixture f;
    f.change(f.agent, f.deal, [](Opportunity& deal) {
        identify(deal, Dimension::need);
        deal.interactionCount = 2;
    });
    const auto head = *f.store->head(f.lena);
    const auto answer = f.desk->judgeMove(f.lena, f.deal, DealStage::qualification, {});
    REQUIRE(answer);
    QCOMPARE(answer->kind, MoveAnswer::Kind::allowed);
    QCOMPARE(answer->proofs.size(), std::size_t(5));
    QVERIFY(!answer->proofs.front().met);
    QCOMPARE(answer->proofs.front().code, std::string("min_meddic_completion"));
    const auto interactions = std::find_if(answer->proofs.begin(), answer->proofs.end(),
        [](const StageProof& proof) { return proof.code == "min_interactions"; });
    QVERIFY(interactions != answer->proofs.end() && interactions->met);
    QCOMPARE(*interactions->required, 2.0);
    QCOMPARE(*interactions->actual, 2.0);
    QCOMPARE(*f.store->head(f.lena), head);
}

void DealDeskTest::moveMirrorsTheStageInStates()
{
    DeskFixture f;
    Contact contact;
    contact.accountId = f.account;
    contact.contactName = "Jonas Brandt";
    const auto person = f.add(contact);
    Conversation conversation;
    conversation.accountId = f.account;
    conversation.opportunityId = f.deal;
    const auto thread = f.add(conversation);
    ConversationState state;
    state.accountId = f.account;
    state.contactId = person;
    state.conversationId = thread;
    state.dealStage = DealStage::discovery;
    const auto known = f.add(state);
    const auto done = f.desk->move(f.lena, f.deal, DealStage::qualification, {});
    REQUIRE(done);
    QCOMPARE(readEntity(*f.store, f.lena, known)->dealStage, DealStage::qualification);
    REQUIRE(f.desk->undo(f.lena, done->mutationId));
    QCOMPARE(readEntity(*f.store, f.lena, known)->dealStage, DealStage::discovery);
}

void DealDeskTest::editNamesTheBadField_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("field");
    QTest::newRow("blank name") << R"({"name": "  "})"
                                << "name";
    QTest::newRow("name cleared") << R"({"name": null})"
                                  << "name";
    QTest::newRow("probability above 1") << R"({"probability": 1.2})"
                                         << "probability";
    QTest::newRow("negative value") << R"({"estimatedValue": {"amountMinor": -1, "currency": "EUR"}})"
                                    << "estimatedValue";
    QTest::newRow("unknown currency") << R"({"estimatedValue": {"amountMinor": 1, "currency": "EUQ"}})"
                                      << "estimatedValue";
    QTest::newRow("no such day") << R"({"closeDate": "2026-02-30"})"
                                 << "closeDate";
    QTest::newRow("owner who is not there") << R"({"ownerId": "0190ab12-7f00-7c31-9d41-3a6f2b1c0d5e"})"
                                            << "ownerId";
    QTest::newRow("unknown forecast") << R"({"forecastOverride": {"category": "surely"}})"
                                      << "forecastOverride";
    QTest::newRow("stage") << R"({"dealStage": "discovery"})"
                           << "dealStage";
    QTest::newRow("unknown field") << R"({"colour": "red"})"
                                   << "colour";
}

void DealDeskTest::editNamesTheBadField()
{
    QFETCH(QString, fields);
    QFETCH(QString, field);
    DeskFixture f;
    const auto head = *f.store->head(f.lena);
    const auto done = f.desk->edit(f.lena, f.deal, *parseJson(fields.toStdString()));
    QVERIFY(!done);
    QCOMPARE(done.error().code, std::string("validation_failed"));
    QCOMPARE(std::get<std::string>(done.error().details.at("field")), field.toStdString());
    QCOMPARE(*f.store->head(f.lena), head);
}

void DealDeskTest::laterCloseDateCountsAsAPush()
{
    DeskFixture f;
    REQUIRE(f.desk->edit(f.lena, f.deal, {{"closeDate", "2026-09-30"}}));
    QCOMPARE(f.read().closeDatePushes, 0);
    const auto later = f.desk->edit(f.lena, f.deal, {{"closeDate", "2026-12-31"}});
    REQUIRE(later);
    QCOMPARE(f.read().closeDatePushes, 1);
    REQUIRE(f.desk->undo(f.lena, later->mutationId));
    QCOMPARE(f.read().closeDatePushes, 0);
    QVERIFY(f.read().closeDate == std::optional(*parseDate("2026-09-30")));
    REQUIRE(f.desk->edit(f.lena, f.deal, {{"closeDate", nullptr}}));
    QVERIFY(!f.read().closeDate);
}

void DealDeskTest::probabilityOfAPersonStaysThroughMoves()
{
    DeskFixture f;
    REQUIRE(f.desk->edit(f.lena, f.deal, {{"probability", 0.75}}));
    QCOMPARE(f.read().probabilitySource, ProbabilitySource::humanOverride);
    REQUIRE(f.desk->move(f.lena, f.deal, DealStage::qualification, {}));
    QCOMPARE(f.read().probability, 0.75);
}

void DealDeskTest::clearedProbabilityReturnsToTheStage()
{
    DeskFixture f;
    REQUIRE(f.desk->edit(f.lena, f.deal, {{"probability", 0.75}}));
    REQUIRE(f.desk->edit(f.lena, f.deal, {{"probability", nullptr}}));
    QCOMPARE(f.read().probability, 0.20);
    QCOMPARE(f.read().probabilitySource, ProbabilitySource::stage);
}

void DealDeskTest::personFieldsAreRememberedAndSuggestionsGo()
{
    DeskFixture f;
    f.change(f.agent, f.deal, [](Opportunity& deal) {
        deal.suggestions = {{"productLine", "Yard"}, {"estimatedValue", {{"amountMinor", 1}, {"currency", "EUR"}}}};
    });
    REQUIRE(f.desk->edit(f.lena, f.deal, {{"productLine", " Fleet Planning "}}));
    const auto deal = f.read();
    QVERIFY(deal.productLine == std::optional<std::string>("Fleet Planning"));
    QVERIFY(deal.metadata["personFields"] == Json::array({"productLine"}));
    QVERIFY(!deal.suggestions.contains("productLine"));
    QVERIFY(deal.suggestions.contains("estimatedValue"));
}

void DealDeskTest::editToTheSameValueWritesNothing()
{
    DeskFixture f;
    const auto head = *f.store->head(f.lena);
    const auto done = f.desk->edit(f.lena, f.deal, {{"name", "Fleet planning"}, {"closeDate", "2026-10-09"}});
    REQUIRE(done);
    QVERIFY(done->mutationId.isNull());
    QCOMPARE(*f.store->head(f.lena), head);
}

void DealDeskTest::createOwnsTheDealAndRefusesStrangers()
{
    DeskFixture f;
    Opportunity fresh;
    fresh.accountId = f.account;
    fresh.name = "Yard cameras";
    const auto made = f.desk->create(f.lena, fresh);
    REQUIRE(made);
    QVERIFY(made->ownerId == f.lena.actor.userId);
    QCOMPARE(made->source, OpportunitySource::manual);
    QCOMPARE(made->probability, 0.10);
    fresh.accountId = f.ids.make<Account>();
    QCOMPARE(f.desk->create(f.lena, fresh).error().code, std::string("not_found"));
    fresh.accountId = f.account;
    fresh.dealStage = DealStage::closedWon;
    QCOMPARE(f.desk->create(f.lena, fresh).error().code, std::string("validation_failed"));
}

void DealDeskTest::undoPutsAMoveBackWithoutAReason()
{
    DeskFixture f;
    const auto before = f.read();
    const auto done = f.desk->move(f.lena, f.deal, DealStage::qualification, {});
    REQUIRE(done);
    f.clock.advance(9min);
    const auto undone = f.desk->undo(f.lena, done->mutationId);
    REQUIRE(undone);
    QVERIFY(undone->left.empty());
    const auto after = f.read();
    QCOMPARE(after.dealStage, before.dealStage);
    QVERIFY(after.stageEnteredAt == before.stageEnteredAt);
    QCOMPARE(after.probability, before.probability);
    QVERIFY(!after.evidenceAtUndo);
}

void DealDeskTest::undoOfAMoveEndsAfterTenMinutesAndForOthers()
{
    DeskFixture f;
    const auto done = f.desk->move(f.lena, f.deal, DealStage::qualification, {});
    REQUIRE(done);
    QCOMPARE(f.desk->undo(f.marcus, done->mutationId).error().code, std::string("nothing_to_undo"));
    f.clock.advance(10min + 1ms);
    QCOMPARE(f.desk->undo(f.lena, done->mutationId).error().code, std::string("nothing_to_undo"));
    QCOMPARE(f.read().dealStage, DealStage::qualification);
    QVERIFY(f.desk->lastMutation(f.lena)->isNull());
}

void DealDeskTest::undoLeavesFieldsThatOthersWroteSince()
{
    DeskFixture f;
    const auto done = f.desk->edit(f.lena, f.deal, {{"name", "Fleet"}, {"productLine", "Fleet Planning"}});
    REQUIRE(done);
    REQUIRE(f.desk->edit(f.marcus, f.deal, {{"name", "Fleet, Hamburg"}}));
    const auto undone = f.desk->undo(f.lena, done->mutationId);
    REQUIRE(undone);
    QCOMPARE(undone->left, std::vector<std::string> {"name of Fleet, Hamburg"});
    QCOMPARE(f.read().name, std::string("Fleet, Hamburg"));
    QVERIFY(!f.read().productLine);
}

void DealDeskTest::undoIsUndoable()
{
    DeskFixture f;
    const auto done = f.desk->edit(f.lena, f.deal, {{"name", "Fleet"}});
    REQUIRE(done);
    const auto undone = f.desk->undo(f.lena, done->mutationId);
    REQUIRE(undone);
    QCOMPARE(f.read().name, std::string("Fleet planning"));
    const auto redone = f.desk->undo(f.lena, undone->mutationId);
    REQUIRE(redone);
    QCOMPARE(f.read().name, std::string("Fleet"));
    REQUIRE(f.desk->undo(f.lena, redone->mutationId));
    QCOMPARE(f.read().name, std::string("Fleet planning"));
}

void DealDeskTest::ctrlZWalksOverWhatIsTakenBack()
{
    DeskFixture f;
    const auto first = f.desk->edit(f.lena, f.deal, {{"name", "One"}});
    const auto second = f.desk->edit(f.lena, f.deal, {{"productLine", "Two"}});
    REQUIRE(f.desk->edit(f.marcus, f.deal, {{"closeDate", "2026-11-01"}}));
    QVERIFY(*f.desk->lastMutation(f.lena) == second->mutationId);
    const auto undone = f.desk->undo(f.lena, second->mutationId);
    REQUIRE(undone);
    QVERIFY(*f.desk->lastMutation(f.lena) == first->mutationId);
    const auto redone = f.desk->undo(f.lena, undone->mutationId);
    REQUIRE(redone);
    QVERIFY(*f.desk->lastMutation(f.lena) == redone->mutationId); // what is in force again can be taken back again
    REQUIRE(f.desk->undo(f.lena, redone->mutationId));
    REQUIRE(f.desk->undo(f.lena, first->mutationId));
    QVERIFY(f.desk->lastMutation(f.lena)->isNull());
}

void DealDeskTest::undoOfTheAgentsMoveIsNotRepeatedByTheSameEvidence()
{
    DeskFixture f;
    f.change(f.agent, f.deal, [](Opportunity& deal) {
        identify(deal, Dimension::need);
        identify(deal, Dimension::pain);
        deal.interactionCount = 3;
    });
    f.change(f.agent, f.deal,
        [&](Opportunity& deal) {
            deal.dealStage = DealStage::qualification;
            deal.stageEnteredAt = f.clock.now();
            deal.probability = 0.4;
        },
        {.what = "stage_move", .rule = "deals.evaluateProgression"});
    const auto move = f.store->history(f.lena, {Opportunity::type, f.deal.value()}, 1)->front();
    f.clock.advance(24h); // what the agent did is not bound to ten minutes
    const auto undone = f.desk->undoChange(f.lena, move.seq);
    REQUIRE(undone);
    auto deal = f.read();
    QCOMPARE(deal.dealStage, DealStage::discovery);
    QCOMPARE(deal.evidenceAtUndo.value_or(0), 5);
    QVERIFY(!deals::evidenceGrewSinceUndo(deal));
    ++deal.interactionCount;
    QVERIFY(deals::evidenceGrewSinceUndo(deal));
    REQUIRE(f.desk->undo(f.lena, undone->mutationId));
    QCOMPARE(f.read().dealStage, DealStage::qualification);
    QVERIFY(!f.read().evidenceAtUndo);
}

void DealDeskTest::undoOfACreationDeletesUnlessOthersAddedToIt()
{
    DeskFixture f;
    Opportunity fresh;
    fresh.accountId = f.account;
    fresh.name = "Yard cameras";
    const auto made = f.desk->create(f.lena, fresh);
    REQUIRE(made);
    REQUIRE(f.desk->edit(f.lena, made->id, {{"productLine", "Yard"}}));
    const auto mutation = f.store->history(f.lena, {Opportunity::type, made->id.value()}, 10)->back().mutationId;
    REQUIRE(f.desk->undo(f.lena, mutation));
    QCOMPARE(readEntity(*f.store, f.lena, made->id).error().code, std::string("not_found"));

    const auto other = f.desk->create(f.lena, fresh);
    REQUIRE(other);
    REQUIRE(f.desk->edit(f.marcus, other->id, {{"productLine", "Yard"}}));
    const auto created = f.store->history(f.lena, {Opportunity::type, other->id.value()}, 10)->back().mutationId;
    QCOMPARE(f.desk->undo(f.lena, created).error().code, std::string("nothing_to_undo"));
}

void DealDeskTest::nothingToUndoSaysSo()
{
    DeskFixture f;
    QCOMPARE(f.desk->undo(f.lena, f.ids.next()).error().code, std::string("not_found"));
    QCOMPARE(f.desk->undoChange(f.lena, 999'999).error().code, std::string("not_found"));
    const auto done = f.desk->edit(f.lena, f.deal, {{"name", "Fleet"}});
    REQUIRE(done);
    REQUIRE(f.desk->undo(f.lena, done->mutationId));
    QCOMPARE(f.desk->undo(f.lena, done->mutationId).error().code, std::string("nothing_to_undo"));
}

void DealDeskTest::deletedDealComesBackWithRestoreAndUndo()
{
    DeskFixture f;
    const DocumentKey key {Opportunity::type, f.deal.value()};
    const auto removed = f.desk->remove(f.lena, key);
    REQUIRE(removed);
    QCOMPARE(f.store->get(f.lena, key).error().code, std::string("not_found"));
    QCOMPARE(f.desk->remove(f.lena, key).error().code, std::string("not_found"));
    REQUIRE(f.desk->restore(f.lena, key));
    QCOMPARE(f.read().name, std::string("Fleet planning"));
    const auto again = f.desk->remove(f.lena, key);
    REQUIRE(again);
    REQUIRE(f.desk->undo(f.lena, *again));
    QCOMPARE(f.read().name, std::string("Fleet planning"));
    QCOMPARE(f.desk->remove(f.lena, {User::type, f.lena.actor.userId->value()}).error().code,
        std::string("validation_failed"));
}

void DealDeskTest::accountWithOpenDealsIsNotDeleted()
{
    DeskFixture f;
    const DocumentKey key {Account::type, f.account.value()};
    const auto refused = f.desk->remove(f.lena, key);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("has_open_opportunities"));
    QCOMPARE(refused.error().kind, ErrorKind::conflict);
    Contact contact;
    contact.accountId = f.account;
    contact.contactName = "Jonas Brandt";
    const auto person = f.add(contact);
    REQUIRE(f.desk->remove(f.lena, {Opportunity::type, f.deal.value()}));
    const auto removed = f.desk->remove(f.lena, key);
    REQUIRE(removed);
    QVERIFY(!readEntity(*f.store, f.lena, person)); // goes with its root
    REQUIRE(f.desk->undo(f.lena, *removed));
    REQUIRE(readEntity(*f.store, f.lena, person));
    REQUIRE(readEntity(*f.store, f.lena, f.account));
}

void DealDeskTest::aPersonClearsTheReviewMarkAndUndoSetsItAgain()
{
    DeskFixture f;
    f.change(f.agent, f.deal, [](Opportunity& each) { each.needsReview = true; });
    for (const auto& wrong : {Json(), Json("no"), Json(0)}) {
        const auto refused = f.desk->edit(f.lena, f.deal, {{"needsReview", wrong}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string("validation_failed"));
    }
    const auto done = f.desk->edit(f.lena, f.deal, {{"needsReview", false}});
    REQUIRE(done);
    QVERIFY(!done->opportunity.needsReview);
    const auto card = loadCard(*f.store, f.lena, f.deal, f.workspace.settings, f.clock.now());
    REQUIRE(card);
    QVERIFY(std::ranges::find(card->marks, DealMark::needsReview) == card->marks.end());
    const auto history = f.desk->history(f.lena, {Opportunity::type, f.deal.value()}, 1);
    REQUIRE(history);
    QCOMPARE(history->front().actorName, std::string("Lena Hartmann"));
    REQUIRE(f.desk->undo(f.lena, done->mutationId));
    const auto again = readEntity(*f.store, f.lena, f.deal);
    REQUIRE(again);
    QVERIFY(again->needsReview);
}

void DealDeskTest::archiveHidesAndCanBeTakenBack()
{
    DeskFixture f;
    const auto archived = f.desk->archive(f.lena, {Opportunity::type, f.deal.value()}, true);
    REQUIRE(archived);
    const auto hidden = loadCard(*f.store, f.lena, f.deal, f.workspace.settings, f.clock.now());
    REQUIRE(hidden);
    QVERIFY(hidden->archived);
    QVERIFY(loadBoard(*f.store, f.lena, {}, f.workspace.settings, f.clock.now())->cards.empty());
    REQUIRE(f.desk->undo(f.lena, *archived));
    QCOMPARE(loadBoard(*f.store, f.lena, {}, f.workspace.settings, f.clock.now())->cards.size(), std::size_t(1));
}

void DealDeskTest::historyTellsWhoAndWhy()
{
    DeskFixture f;
    REQUIRE(f.desk->move(f.lena, f.deal, DealStage::negotiation, because("They skipped the trial")));
    const auto history = f.desk->history(f.lena, {Opportunity::type, f.deal.value()});
    REQUIRE(history);
    QCOMPARE(history->front().actorName, std::string("Lena Hartmann"));
    QCOMPARE(history->front().causeText, std::string("They skipped the trial"));
    QCOMPARE(history->back().actorName, std::string("Import"));
}

QTEST_APPLESS_MAIN(DealDeskTest)
#include "deal_desk_test.moc"
