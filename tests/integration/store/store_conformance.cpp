// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/integration/store/store_conformance.hpp"

#include "core/base/hash.hpp"
#include "core/domain/opportunity.hpp"

#include <QTest>
#include <algorithm>
#include <random>
#include <thread>

namespace agentarmy::test {
namespace {
constexpr auto start = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);
const Cause edit {.what = "edit"};

std::string iso(int minutes) { return formatTimestamp(Timestamp(start) + std::chrono::minutes(minutes)); }
bool is(const Error& error, std::string_view code) { return error.code == code; }
template <class T> std::string codeOf(const Result<T>& result) { return result ? "ok" : result.error().code; }
#define QVERIFY_OK(result)                                                                                             \
    do {                                                                                                               \
        const auto& verified = (result);                                                                               \
        QVERIFY2(verified.has_value(),                                                                                 \
            verified.has_value() ? "" : (verified.error().code + ": " + verified.error().message).c_str());            \
    } while (false)

#define COMPARE_JSON(actual, expected) QCOMPARE(Json(actual).dump(), Json(expected).dump())

DocumentKey keyOf(const Document& document) { return {document.type, document.id}; }
FieldPatch set(std::string path, Json value) { return {std::move(path), std::move(value), false}; }
FieldPatch clear(std::string path) { return {std::move(path), Json(), true}; }
}

StoreConformance::StoreConformance(StoreFactory factory)
    : m_factory(std::move(factory))
{
}
StoreConformance::~StoreConformance() = default;

void StoreConformance::init()
{
    m_clock = std::make_unique<ManualClock>(Timestamp(start));
    m_random = std::make_unique<SeededRandom>(7);
    m_ids = std::make_unique<IdSource>(*m_clock, *m_random);
    m_store = m_factory.fresh(*m_clock, *m_random);
    QVERIFY(m_store);
}

void StoreConformance::cleanup()
{
    if (m_store) {
        const auto problems = m_store->verify(context());
        QVERIFY_OK(problems);
        QVERIFY2(problems->empty(), problems->empty() ? "" : problems->front().c_str());
    }
    m_store.reset();
}

Id<User> StoreConformance::user(int number) const
{
    Uuid id;
    id.bytes[6] = 0x70;
    id.bytes[8] = 0x80;
    id.bytes[15] = std::uint8_t(number);
    return Id<User>(id);
}

Context StoreConformance::context() const
{
    Context context;
    context.actor = {ActorKind::person, user(1), user(200).value()};
    return context;
}

Document StoreConformance::create(const std::string& type, Json body, Uuid given)
{
    const auto key = DocumentKey {type, given.isNull() ? id() : given};
    body["id"] = key.id.text();
    auto transaction = m_store->begin(context());
    if (!transaction)
        return {};
    auto document = (*transaction)->create(key, body, edit);
    if (!document || !(*transaction)->commit())
        return {};
    return *document;
}

Document StoreConformance::patch(const DocumentKey& key, std::vector<FieldPatch> patches)
{
    auto transaction = m_store->begin(context());
    if (!transaction)
        return {};
    auto document = (*transaction)->patch(key, patches, edit);
    if (!document || !(*transaction)->commit())
        return {};
    return *document;
}

std::vector<std::string> StoreConformance::names(const Query& query)
{
    std::vector<std::string> out;
    const auto done = m_store->readRows(context(), query, [&](Row&& row) {
        out.push_back(row.columns.name);
        return true;
    });
    return done ? out : std::vector<std::string> {done.error().code};
}

std::vector<Uuid> StoreConformance::found(const std::string& text, std::vector<std::string> types)
{
    std::vector<Uuid> out;
    const auto hits = m_store->search(context(), {text, std::move(types), 200});
    if (hits)
        for (const auto& hit : *hits)
            out.push_back(hit.document.id);
    return out;
}

// ---------------------------------------------------------------------------------------------------- documents

void StoreConformance::createdDocumentIsReadBackCanonical()
{
    const auto made = create("account", {{"website", "nordwind.example"}, {"accountName", "Nordwind"}});
    QCOMPARE(made.revision, 1);
    QCOMPARE(made.seq, 1);
    const auto read = m_store->get(context(), keyOf(made));
    QVERIFY_OK(read);
    QCOMPARE(read->body,
        "{\"accountName\":\"Nordwind\",\"id\":\"" + made.id.text() + "\",\"website\":\"nordwind.example\"}");
    QCOMPARE(read->hash, hexText(sha256(read->body)));
    QCOMPARE(read->rootId, made.id);
    QVERIFY(!read->deleted);
    QCOMPARE(codeOf(m_store->get(context(), {"account", id()})), std::string("not_found"));
    QCOMPARE(codeOf(m_store->get(context(), {"contact", made.id})), std::string("not_found"));
}

void StoreConformance::anIdIsTakenOnce()
{
    const auto made = create("account", {{"accountName", "A"}});
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QCOMPARE(codeOf((*transaction)->create(keyOf(made), {{"accountName", "B"}}, edit)), std::string("id_taken"));
    QCOMPARE(
        codeOf((*transaction)->create({"contact", made.id}, {{"contactName", "B"}}, edit)), std::string("id_taken"));
    const auto other = DocumentKey {"account", id()};
    QVERIFY_OK((*transaction)->create(other, {{"accountName", "C"}}, edit)); // a refusal does not end the transaction
    QCOMPARE(codeOf((*transaction)->create(other, {{"accountName", "C"}}, edit)), std::string("id_taken"));
    QVERIFY_OK((*transaction)->commit());
    QVERIFY_OK(m_store->get(context(), other));
}

void StoreConformance::refusesABodyOver256KiB()
{
    const auto small = create("note", {{"text", std::string(200 * 1024, 'x')}});
    QCOMPARE(small.revision, 1);
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QCOMPARE(codeOf((*transaction)->create({"note", id()}, {{"text", std::string(256 * 1024, 'x')}}, edit)),
        std::string("too_large"));
    QCOMPARE(codeOf((*transaction)->patch(keyOf(small), {set("more", std::string(100 * 1024, 'y'))}, edit)),
        std::string("too_large"));
    const auto unchanged = (*transaction)->patch(keyOf(small), {set("title", "still here")}, edit);
    QVERIFY_OK(unchanged);
    QVERIFY(unchanged->body.find("yyy") == std::string::npos);
    QCOMPARE((*transaction)->changeCount(), 1);
    QVERIFY_OK((*transaction)->commit());
}

void StoreConformance::patchWritesOnlyWhatDiffers()
{
    const auto made = create("account", {{"accountName", "A"}, {"industry", "steel"}});
    const auto same = patch(keyOf(made), {set("industry", "steel"), clear("website")});
    QCOMPARE(same.revision, 1);
    QCOMPARE(*m_store->head(context()), std::int64_t(1));
    const auto changed = patch(keyOf(made), {set("industry", "food"), set("accountName", "A")});
    QCOMPARE(changed.revision, 2);
    QCOMPARE(changed.seq, std::int64_t(2));
    const auto history = m_store->history(context(), keyOf(made));
    QVERIFY_OK(history);
    QCOMPARE(history->size(), std::size_t(2));
    QCOMPARE(history->front().fields, std::vector<std::string> {"industry"});
}

void StoreConformance::patchKeepsUnknownFields()
{
    const auto made = create("account", {{"accountName", "A"}, {"fromTheFuture", {{"deep", {1, 2, 3}}}}});
    const auto changed = patch(keyOf(made), {set("accountName", "B")});
    COMPARE_JSON(Json::parse(changed.body)["fromTheFuture"]["deep"], Json({1, 2, 3}));
}

void StoreConformance::clearRemovesAField()
{
    const auto made = create("account", {{"accountName", "A"}, {"industry", "steel"}});
    const auto changed = patch(keyOf(made), {clear("industry")});
    QVERIFY(!Json::parse(changed.body).contains("industry"));
    const auto history = m_store->history(context(), keyOf(made));
    QVERIFY_OK(history);
    COMPARE_JSON(history->front().values.front().before, Json("steel"));
    QVERIFY(history->front().values.front().after.is_null());
}

void StoreConformance::patchChecksTheRevision()
{
    const auto made = create("account", {{"accountName", "A"}});
    QCOMPARE(patch(keyOf(made), {set("accountName", "B")}).revision, 2);
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QCOMPARE(codeOf((*transaction)->patch(keyOf(made), {set("accountName", "C")}, edit, 1)), std::string("conflict"));
    QVERIFY_OK((*transaction)->patch(keyOf(made), {set("accountName", "C")}, edit, 2));
    QCOMPARE(
        codeOf((*transaction)->patch({"account", id()}, {set("accountName", "C")}, edit)), std::string("not_found"));
    QVERIFY_OK((*transaction)->commit());
}

void StoreConformance::patchesOfOneTransactionAddUp()
{
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    const DocumentKey key {"account", id()};
    QVERIFY_OK((*transaction)->create(key, {{"accountName", "A"}}, edit));
    for (int i = 0; i < 20; ++i) {
        const auto changed = (*transaction)->patch(key, {set("count", i), set("field" + std::to_string(i), i)}, edit);
        QVERIFY_OK(changed);
        QCOMPARE(changed->revision, i + 2);
        if (i == 10)
            QVERIFY_OK((*transaction)->find({.type = "account"})); // makes it write what is pending
    }
    QCOMPARE((*transaction)->changeCount(), 21);
    QCOMPARE(*(*transaction)->commit(), std::int64_t(21));
    const auto read = m_store->get(context(), key);
    QVERIFY_OK(read);
    QCOMPARE(read->revision, 21);
    QCOMPARE(Json::parse(read->body).size(), std::size_t(22));
    const auto history = m_store->history(context(), key);
    QVERIFY_OK(history);
    QCOMPARE(history->size(), std::size_t(21));
    QCOMPARE(history->front().values.size(), std::size_t(2));
    COMPARE_JSON(history->front().values.front().before, Json(18));
}

void StoreConformance::seesItsOwnWrites()
{
    const auto before = create("account", {{"accountName", "Before"}});
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    const DocumentKey key {"account", id()};
    QVERIFY_OK((*transaction)->create(key, {{"accountName", "Inside"}}, edit));
    QVERIFY_OK((*transaction)->patch(keyOf(before), {set("accountName", "Changed")}, edit));
    const auto got = (*transaction)->get(key);
    QVERIFY_OK(got);
    QVERIFY(got->has_value());
    const auto all = (*transaction)->find({.type = "account", .sort = SortKey::name});
    QVERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t(2));
    COMPARE_JSON(Json::parse(all->at(0).body)["accountName"], Json("Changed"));
    const auto first = (*transaction)->find({.type = "account", .sort = SortKey::name, .descending = true}, 1);
    QVERIFY_OK(first);
    QCOMPARE(first->size(), std::size_t(1));
    QCOMPARE(first->front().id, key.id);
    QCOMPARE(codeOf(m_store->get(context(), key)), std::string("not_found")); // nobody else does
    QCOMPARE(names({.type = "account"}), std::vector<std::string> {"before"});
    QVERIFY_OK((*transaction)->commit());
    QCOMPARE(names({.type = "account", .sort = SortKey::name}), (std::vector<std::string> {"changed", "inside"}));
}

void StoreConformance::rollbackLeavesNothing()
{
    const auto made = create("account", {{"accountName", "A"}});
    const DocumentKey key {"brand_new_type", id()};
    {
        auto transaction = m_store->begin(context());
        QVERIFY_OK(transaction);
        QVERIFY_OK((*transaction)->create(key, {{"text", "x"}}, edit));
        QVERIFY_OK((*transaction)->patch(keyOf(made), {set("accountName", "lost")}, edit));
        QVERIFY_OK((*transaction)->addJob({.kind = "k", .key = "1", .lane = "l"}));
        QVERIFY_OK((*transaction)->setValue("v", "1"));
        QVERIFY_OK((*transaction)->find({.type = "account"}));
    }
    QCOMPARE(*m_store->head(context()), std::int64_t(1));
    QCOMPARE(names({.type = "account"}), std::vector<std::string> {"a"});
    QVERIFY(m_store->waitingJobs(context(), 10)->empty());
    QCOMPARE(*m_store->value(context(), "v"), std::string());
    QVERIFY(found("lost").empty());
    QCOMPARE(create("brand_new_type", {{"text", "y"}}, key.id).seq, std::int64_t(2)); // numbers come back
    QCOMPARE(patch(keyOf(made), {set("industry", "steel")}).revision, 2);
}

void StoreConformance::commitSurvivesClosing()
{
    const auto made = create("account", {{"accountName", "A"}});
    const auto changed = patch(keyOf(made), {set("industry", "steel")});
    m_store.reset();
    m_store = m_factory.reopen(*m_clock, *m_random);
    QVERIFY(m_store);
    const auto read = m_store->get(context(), keyOf(made));
    QVERIFY_OK(read);
    QCOMPARE(read->body, changed.body);
    QCOMPARE(*m_store->head(context()), std::int64_t(2));
    QCOMPARE(patch(keyOf(made), {set("industry", "food")}).seq, std::int64_t(3));
}

void StoreConformance::bytesThatAreNoTextAreMended()
{
    const auto made = create(
        "account", {{"accountName", std::string("Nord\xFFwind\0Ltd", 12)}, {"industry", std::string("a\0b", 3)}});
    QCOMPARE(made.revision, 1);
    const auto read = m_store->get(context(), keyOf(made));
    QVERIFY_OK(read);
    COMPARE_JSON(Json::parse(read->body)["industry"], Json("ab"));
    QCOMPARE(patch(keyOf(made), {set("industry", std::string("x\0y\xC3", 4))}).revision, 2);
}

// ---------------------------------------------------------------------------------------------------- deleting

void StoreConformance::deletedIsHiddenAndRestorable()
{
    const auto made = create("account", {{"accountName", "Nordwind"}});
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    const auto gone = (*transaction)->remove(keyOf(made), {.what = "delete"});
    QVERIFY_OK(gone);
    QVERIFY(gone->deleted);
    QCOMPARE(gone->revision, 2);
    QVERIFY_OK((*transaction)->remove(keyOf(made), {.what = "delete"})); // once more changes nothing
    QCOMPARE((*transaction)->changeCount(), 1);
    QVERIFY_OK((*transaction)->commit());

    QCOMPARE(codeOf(m_store->get(context(), keyOf(made))), std::string("not_found"));
    QVERIFY(names({.type = "account"}).empty());
    QCOMPARE(names({.type = "account", .includeDeleted = true}).size(), std::size_t(1));
    QVERIFY(found("Nordwind").empty());
    QVERIFY(!m_store->findByExternalKey(context(), "account", "name:nordwind")->has_value());

    transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    const auto kept = (*transaction)->get(keyOf(made)); // a writer sees it
    QVERIFY_OK(kept);
    QVERIFY(kept->has_value() && (*kept)->deleted);
    QCOMPARE((*kept)->body, made.body);
    const auto back = (*transaction)->restore(keyOf(made), {.what = "restore"});
    QVERIFY_OK(back);
    QVERIFY(!back->deleted);
    QCOMPARE(back->revision, 3);
    QCOMPARE(back->body, made.body);
    QVERIFY_OK((*transaction)->commit());
    QCOMPARE(found("Nordwind"), std::vector<Uuid> {made.id});
    QVERIFY_OK(m_store->get(context(), keyOf(made)));
    const auto history = m_store->history(context(), keyOf(made));
    QVERIFY_OK(history);
    QCOMPARE(history->at(0).op, ChangeOp::restore);
    QCOMPARE(history->at(1).op, ChangeOp::remove);
}

void StoreConformance::deletingARootTakesItsChildrenAlong()
{
    const auto account = create("account", {{"accountName", "A"}});
    const auto contact = create("contact", {{"accountId", account.id.text()}, {"contactName", "Ana"}});
    const auto elsewhere = create("contact", {{"accountId", id().text()}, {"contactName", "Bo"}});
    const auto conversation = create("conversation", {{"subject", "Offer"}, {"accountId", account.id.text()}});
    std::vector<Document> messages;
    for (int i = 0; i < 30; ++i)
        messages.push_back(create("message",
            {{"conversationId", conversation.id.text()}, {"text", "word" + std::to_string(i)}, {"sentAt", iso(i)}}));
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QVERIFY_OK((*transaction)->remove(keyOf(account), edit));
    QVERIFY_OK((*transaction)->remove(keyOf(conversation), edit));
    QCOMPARE((*transaction)->changeCount(), 2 + 1 + 30);
    QVERIFY_OK((*transaction)->commit());
    QCOMPARE(codeOf(m_store->get(context(), keyOf(contact))), std::string("not_found"));
    QVERIFY_OK(m_store->get(context(), keyOf(elsewhere)));
    QVERIFY(names({.type = "message"}).empty());
    QVERIFY(found("word7").empty());
    const auto changes = m_store->history(context(), keyOf(messages[3]));
    QVERIFY_OK(changes);
    QCOMPARE(m_store->changesOfMutation(context(), changes->front().mutationId)->size(), std::size_t(33));
}

void StoreConformance::restoringARootBringsBackWhatWentWithIt()
{
    const auto conversation = create("conversation", {{"subject", "Offer"}});
    const auto first
        = create("message", {{"conversationId", conversation.id.text()}, {"text", "first"}, {"sentAt", iso(1)}});
    const auto second
        = create("message", {{"conversationId", conversation.id.text()}, {"text", "second"}, {"sentAt", iso(2)}});
    const auto write = [&](auto act) {
        auto transaction = m_store->begin(context());
        return transaction && act(**transaction) && (*transaction)->commit();
    };
    QVERIFY(
        write([&](Transaction& t) { return t.remove(keyOf(first), edit).has_value(); })); // deleted on its own before
    QVERIFY(write([&](Transaction& t) { return t.remove(keyOf(conversation), edit).has_value(); }));
    QVERIFY(write([&](Transaction& t) { return t.restore(keyOf(conversation), edit).has_value(); }));
    QVERIFY_OK(m_store->get(context(), keyOf(second)));
    QCOMPARE(codeOf(m_store->get(context(), keyOf(first))), std::string("not_found"));
    QCOMPARE(found("second"), std::vector<Uuid> {second.id});
}

void StoreConformance::purgeLeavesTheTombstone()
{
    const auto made = create("account", {{"accountName", "Secretname"}});
    QCOMPARE(patch(keyOf(made), {set("industry", "secretindustry")}).revision, 2);
    const auto kept = create("account", {{"accountName", "Kept"}});
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QVERIFY_OK((*transaction)->remove(keyOf(made), edit));
    QVERIFY_OK((*transaction)->commit());
    QCOMPARE(*m_store->purgeDeleted(context(), m_clock->now()), 0); // deleted at that moment, not before
    m_clock->advance(std::chrono::hours(24 * 31));
    QCOMPARE(*m_store->purgeDeleted(context(), m_clock->now() - std::chrono::hours(24 * 30)), 1);
    QCOMPARE(*m_store->purgeDeleted(context(), m_clock->now()), 0);
    transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    const auto tombstone = (*transaction)->get(keyOf(made));
    QVERIFY_OK(tombstone);
    QVERIFY(tombstone->has_value() && (*tombstone)->deleted);
    QCOMPARE((*tombstone)->body, std::string());
    QCOMPARE((*tombstone)->revision, 3);
    QCOMPARE(codeOf((*transaction)->restore(keyOf(made), edit)), std::string("gone"));
    QCOMPARE(codeOf((*transaction)->create(keyOf(made), {{"accountName", "again"}}, edit)), std::string("id_taken"));
    transaction->reset();
    const auto history = m_store->history(context(), keyOf(made));
    QVERIFY_OK(history);
    QCOMPARE(history->size(), std::size_t(3));
    for (const auto& change : *history)
        QVERIFY(change.values.empty());
    QVERIFY_OK(m_store->get(context(), keyOf(kept)));
}

void StoreConformance::editOfADeletedDocumentIsRefused()
{
    const auto made = create("account", {{"accountName", "A"}});
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QVERIFY_OK((*transaction)->remove(keyOf(made), edit));
    QCOMPARE(
        codeOf((*transaction)->patch(keyOf(made), {set("accountName", "B")}, edit)), std::string("entity_deleted"));
    QVERIFY_OK((*transaction)->commit());
}

// ---------------------------------------------------------------------------------------------------- queries

void StoreConformance::filtersByEveryColumn()
{
    const auto owner = user(3);
    const auto account = id();
    const auto opportunity = create("opportunity",
        {{"name", "Fleet"}, {"ownerId", owner.text()}, {"accountId", account.text()}, {"dealStage", "discovery"},
            {"closeDate", "2026-06-30"}, {"estimatedValue", {{"amountMinor", 500000}, {"currency", "EUR"}}},
            {"probability", 0.3}, {"lastActivityAt", iso(100)}, {"externalId", "crm-1"}});
    create("opportunity",
        {{"name", "Depot"}, {"dealStage", "evaluation"}, {"closeDate", "2026-09-30"}, {"lastActivityAt", iso(200)},
            {"estimatedValue", {{"amountMinor", 900000}, {"currency", "EUR"}}}});
    create("opportunity", {{"name", "Empty"}});
    const auto task = create("task",
        {{"description", "Call"}, {"opportunityId", opportunity.id.text()}, {"status", "open"},
            {"dueOn", "2026-04-01"}});
    const std::vector<std::string> fleet {"fleet"};
    QCOMPARE(names({.type = "opportunity", .states = {"discovery"}}), fleet);
    QCOMPARE(names({.type = "opportunity", .states = {"discovery", "evaluation"}, .sort = SortKey::name}),
        (std::vector<std::string> {"depot", "fleet"}));
    QCOMPARE(names({.type = "opportunity", .ownerId = owner.value()}), fleet);
    QCOMPARE(names({.type = "opportunity", .accountId = account}), fleet);
    QCOMPARE(names({.type = "task", .opportunityId = opportunity.id}), std::vector<std::string> {"call"});
    QCOMPARE(names({.type = "task", .rootId = opportunity.id}), std::vector<std::string> {"call"});
    QCOMPARE(names({.type = "task", .states = {"open"}}), std::vector<std::string> {"call"});
    QVERIFY(names({.type = "task", .states = {"completed"}}).empty());
    QCOMPARE(names({.type = "opportunity", .externalKey = "external:crm-1"}), fleet);
    QCOMPARE(names({.type = "opportunity", .namePrefix = "fle"}), fleet);
    QVERIFY(names({.type = "opportunity", .namePrefix = "flee!"}).empty());
    const auto at = [](int minutes) { return toMillis(Timestamp(start) + std::chrono::minutes(minutes)); };
    QCOMPARE(names({.type = "opportunity", .timeFrom = at(100), .timeTo = at(200)}), fleet); // To is exclusive
    const auto day = [](unsigned month) { return toMillis(startOfDayUtc(std::chrono::year(2026) / month / 30)); };
    QCOMPARE(names({.type = "opportunity", .dueFrom = day(6), .dueTo = day(9)}), fleet);
    QCOMPARE(names({.type = "opportunity", .minAmount = 1, .maxAmount = 500000}), fleet);
    QCOMPARE(names({.type = "opportunity",
                 .states = {"discovery"},
                 .ownerId = owner.value(),
                 .accountId = account,
                 .namePrefix = "f",
                 .minAmount = 2}),
        fleet);
    QVERIFY(names({.type = "opportunity", .ownerId = user(9).value()}).empty());
    QVERIFY(names({.type = "never_seen"}).empty());
    QCOMPARE(names({.type = "it's \"odd\""}).size(), std::size_t(0));
    const auto conversation = create("conversation", {{"subject", "Thread"}, {"lastAt", iso(5)}, {"turn", "ours"}});
    create("message",
        {{"conversationId", conversation.id.text()}, {"subject", "Hello"}, {"sentAt", iso(3)},
            {"accountId", account.text()}});
    QCOMPARE(names({.type = "message", .parentId = conversation.id}), std::vector<std::string> {"hello"});
    QCOMPARE(names({.type = "message", .rootId = conversation.id}), std::vector<std::string> {"hello"});
    QCOMPARE(
        names({.type = "message", .accountId = account, .sort = SortKey::time}), std::vector<std::string> {"hello"});
    QCOMPARE(names({.type = "conversation", .states = {"ours"}, .sort = SortKey::time, .descending = true}),
        std::vector<std::string> {"thread"});
}

void StoreConformance::filtersByRootOfAnyType()
{
    const auto conversation = create("conversation", {{"subject", "Thread"}});
    create("message", {{"conversationId", conversation.id.text()}, {"subject", "m"}});
    create("escalation", {{"conversationId", conversation.id.text()}});
    create("message", {{"conversationId", id().text()}, {"subject", "other"}});
    QCOMPARE(names({.rootId = conversation.id}).size(), std::size_t(3));
}

void StoreConformance::sortsByEveryKeyWithMissingValuesLast()
{
    for (int i = 0; i < 6; ++i) {
        Json body {{"name", "deal " + std::to_string(i)}, {"dealStage", "discovery"}};
        if (i != 2) {
            body["closeDate"] = "2026-0" + std::to_string(9 - i) + "-01";
            body["estimatedValue"] = {{"amountMinor", 1000 * ((i * 5) % 6)}, {"currency", "EUR"}};
            body["lastActivityAt"] = iso(i * 7 % 6);
        }
        body["probability"] = i / 10.0;
        create("opportunity", body);
    }
    const auto order = [&](SortKey sort, bool descending) {
        std::string out;
        for (const auto& name : names({.type = "opportunity", .sort = sort, .descending = descending}))
            out += name.back();
        return out;
    };
    QCOMPARE(order(SortKey::due, false), std::string("543102"));
    QCOMPARE(order(SortKey::due, true), std::string("013452"));
    QCOMPARE(order(SortKey::amount, false), std::string("054312"));
    QCOMPARE(order(SortKey::amount, true), std::string("134502"));
    QCOMPARE(order(SortKey::time, false), std::string("013452"));
    QCOMPARE(order(SortKey::name, true), std::string("543210"));
    QCOMPARE(order(SortKey::rank, true), std::string("543210"));
    QCOMPARE(order(SortKey::id, false), std::string("012345"));
    QCOMPARE(order(SortKey::id, true), std::string("543210"));
    QCOMPARE(order(SortKey::seq, true), std::string("543210"));
}

void StoreConformance::pagesMeetEachDocumentOnce()
{
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    for (int i = 0; i < 57; ++i) {
        Json body {{"name", "same"}, {"probability", (i % 4) / 4.0}};
        if (i % 3)
            body["estimatedValue"] = {{"amountMinor", i % 5}, {"currency", "EUR"}}; // many equal values, some missing
        if (i % 4)
            body["closeDate"] = "2026-01-0" + std::to_string(1 + i % 7);
        QVERIFY_OK((*transaction)->create({"opportunity", id()}, body, edit));
    }
    QVERIFY_OK((*transaction)->commit());
    for (const auto sort :
        {SortKey::id, SortKey::time, SortKey::due, SortKey::name, SortKey::amount, SortKey::rank, SortKey::seq})
        for (const bool descending : {false, true})
            for (const int limit : {1, 7, 19, 57, 1000}) {
                Query query {.type = "opportunity", .sort = sort, .descending = descending, .limit = limit};
                std::vector<Uuid> paged, whole;
                QVERIFY_OK(m_store->readRows(context(), query, [&](Row&& row) {
                    whole.push_back(row.id);
                    return true;
                }));
                do {
                    const auto page = m_store->query(context(), query);
                    QVERIFY_OK(page);
                    QVERIFY(int(page->items.size()) <= limit);
                    QVERIFY(!page->items.empty());
                    for (const auto& document : page->items)
                        paged.push_back(document.id);
                    query.cursor = page->nextCursor;
                } while (!query.cursor.empty());
                QCOMPARE(paged.size(), std::size_t(57));
                QVERIFY(paged == whole);
            }
}

void StoreConformance::pagesAreStableUnderInserts()
{
    for (int i = 0; i < 10; ++i)
        create("account", {{"accountName", std::string(1, char('b' + 2 * i))}});
    Query query {.type = "account", .sort = SortKey::name, .limit = 4};
    std::string seen;
    int made = 0;
    do {
        const auto page = m_store->query(context(), query);
        QVERIFY_OK(page);
        for (const auto& document : page->items)
            seen += Json::parse(document.body)["accountName"].get<std::string>();
        query.cursor = page->nextCursor;
        create(
            "account", {{"accountName", "a" + std::to_string(made++)}}); // before the position: does not shift anything
    } while (!query.cursor.empty());
    QCOMPARE(seen, std::string("bdfhjlnprt"));
}

void StoreConformance::garbageIsNoCursor()
{
    create("account", {{"accountName", "A"}});
    create("account", {{"accountName", "B"}});
    const auto page = m_store->query(context(), {.type = "account", .sort = SortKey::name, .limit = 1});
    QVERIFY_OK(page);
    for (const std::string& cursor : {std::string("x"), std::string("!!!"), std::string(300, 'A'), std::string("0"),
             std::string("' OR 1=1"), page->nextCursor.substr(0, 9)})
        QCOMPARE(
            codeOf(m_store->query(context(), {.type = "account", .sort = SortKey::name, .limit = 1, .cursor = cursor})),
            std::string("invalid_cursor"));
    QCOMPARE(codeOf(m_store->query(
                 context(), {.type = "account", .sort = SortKey::time, .limit = 1, .cursor = page->nextCursor})),
        std::string("invalid_cursor"));
}

void StoreConformance::archivedAreHiddenUnlessAsked()
{
    const auto made = create("account", {{"accountName", "Old"}, {"archived", true}});
    create("account", {{"accountName", "New"}});
    QCOMPARE(names({.type = "account"}), std::vector<std::string> {"new"});
    QCOMPARE(names({.type = "account", .includeArchived = true}).size(), std::size_t(2));
    QVERIFY_OK(m_store->get(context(), keyOf(made)));
}

void StoreConformance::rowsCarryTheProjection()
{
    const auto made = create("opportunity",
        {{"name", "Flotte für Köln"}, {"dealStage", "evaluation"},
            {"estimatedValue", {{"amountMinor", 1234567}, {"currency", "EUR"}}}, {"closeDate", "2026-06-30"},
            {"ownerId", user(2).text()}, {"probability", 0.35}});
    std::vector<Row> rows;
    QVERIFY_OK(m_store->readRows(context(), {.type = "opportunity"}, [&](Row&& row) {
        rows.push_back(std::move(row));
        return true;
    }));
    QCOMPARE(rows.size(), std::size_t(1));
    const auto expected = project("opportunity", made.id, Json::parse(made.body));
    const auto& columns = rows[0].columns;
    QCOMPARE(rows[0].id, made.id);
    QCOMPARE(rows[0].revision, 1);
    QCOMPARE(columns.rootId, made.id);
    QCOMPARE(columns.state, expected.state);
    QCOMPARE(columns.name, expected.name);
    QCOMPARE(columns.ownerId, user(2).value());
    QCOMPARE(columns.amountMinor, expected.amountMinor);
    QCOMPARE(columns.currency, std::string("EUR"));
    QCOMPARE(columns.due, expected.due);
    QCOMPARE(columns.rank, expected.rank);
    QCOMPARE(columns.brief, expected.brief);
    int count = 0;
    create("opportunity", {{"name", "second"}});
    QVERIFY_OK(
        m_store->readRows(context(), {.type = "opportunity"}, [&](Row&&) { return ++count < 1; })); // the sink stops it
    QCOMPARE(count, 1);
}

void StoreConformance::findsByExternalKeyAlsoUncommitted()
{
    const auto made = create("account", {{"accountName", "Nordwind  GmbH"}});
    const auto hit = m_store->findByExternalKey(context(), "account", "name:nordwind gmbh");
    QVERIFY_OK(hit);
    QVERIFY(hit->has_value());
    QCOMPARE((*hit)->id, made.id);
    QVERIFY(!m_store->findByExternalKey(context(), "contact", "name:nordwind gmbh")->has_value());
    QVERIFY(!m_store->findByExternalKey(context(), "account", "")->has_value());
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    const DocumentKey key {"contact", id()};
    QVERIFY_OK((*transaction)->create(key, {{"contactName", "Ana"}, {"contactEmail", "ana@nordwind.example"}}, edit));
    QVERIFY(*(*transaction)->findByExternalKey("contact", "mail:ana@nordwind.example"));
    QVERIFY_OK((*transaction)->patch(key, {set("contactEmail", "ana@other.example")}, edit));
    QVERIFY(!*(*transaction)->findByExternalKey("contact", "mail:ana@nordwind.example"));
    QCOMPARE((**(*transaction)->findByExternalKey("contact", "mail:ana@other.example")).id, key.id);
    QVERIFY_OK(
        (*transaction)->patch(keyOf(made), {set("accountName", "Renamed")}, edit)); // a stored one gets another key
    QVERIFY(!*(*transaction)->findByExternalKey("account", "name:nordwind gmbh"));
    QVERIFY(*(*transaction)->findByExternalKey("account", "name:renamed"));
    QVERIFY_OK((*transaction)->remove(key, edit));
    QVERIFY(!*(*transaction)->findByExternalKey("contact", "mail:ana@other.example"));
    QVERIFY_OK((*transaction)->commit());
}

void StoreConformance::limitsAreChecked()
{
    QCOMPARE(codeOf(m_store->query(context(), {.type = "account", .limit = 0})), std::string("validation_failed"));
    QCOMPARE(codeOf(m_store->query(context(), {.type = "account", .limit = 1001})), std::string("validation_failed"));
    QCOMPARE(codeOf(m_store->search(context(), {"word", {}, 0})), std::string("validation_failed"));
}

// ---------------------------------------------------------------------------------------------------- full text

void StoreConformance::findsWordsPhrasesAndBegunWords()
{
    const auto one = create("message",
        {{"conversationId", id().text()}, {"subject", "Offer"},
            {"text", "Our budget is approved for the replay module."}, {"sentAt", iso(1)}});
    const auto two = create("message",
        {{"conversationId", id().text()}, {"subject", "Question"},
            {"text", "The module budget was not approved, sadly."}, {"sentAt", iso(2)}});
    const auto sorted = [](std::vector<Uuid> ids) {
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    QCOMPARE(sorted(found("budget")), sorted({one.id, two.id}));
    QCOMPARE(found("budget sadly"), std::vector<Uuid> {two.id});
    QCOMPARE(found("\"budget is approved\""), std::vector<Uuid> {one.id});
    QCOMPARE(found("\"module budget\""), std::vector<Uuid> {two.id});
    QCOMPARE(found("\"budget module\""), std::vector<Uuid> {});
    QCOMPARE(found("repl"), std::vector<Uuid> {one.id}); // begun
    QCOMPARE(found("repl "), std::vector<Uuid> {}); // finished
    QCOMPARE(found("repl budget"), std::vector<Uuid> {}); // only the last one counts as begun
    QCOMPARE(found("budget repl"), std::vector<Uuid> {one.id});
    QCOMPARE(found("nothere"), std::vector<Uuid> {});
    QCOMPARE(found("budget", {"account"}), std::vector<Uuid> {});
    QCOMPARE(sorted(found("budget", {"message", "account"})), sorted({one.id, two.id}));
    QCOMPARE(found(""), std::vector<Uuid> {});
}

void StoreConformance::foldsCaseAccentsAndStems()
{
    const auto german = create("message",
        {{"conversationId", id().text()},
            {"text",
                "Die Verträge für das Gebäude in Köln sind noch nicht unterschrieben, wir warten auf die "
                "Geschäftsführung."}});
    const auto english = create("message",
        {{"conversationId", id().text()},
            {"text", "We are negotiating the configuration of both warehouses with the customer's buyers."}});
    for (const char* word : {"vertrag", "VERTRÄGE", "gebaude", "köln", "Koln ", "geschaftsfuhrung"})
        QCOMPARE(found(word), std::vector<Uuid> {german.id});
    for (const char* word : {"negotiate", "negotiating ", "Configurations ", "configuratio", "warehouse", "customer",
             "CUSTOMERS ", "buyer"})
        QCOMPARE(found(word), std::vector<Uuid> {english.id});
}

void StoreConformance::findsChineseAndThai()
{
    const auto chinese = create("account", {{"accountName", "北京物流株式会社"}});
    QCOMPARE(found("物流"), std::vector<Uuid> {chinese.id});
    QCOMPARE(found("物"), std::vector<Uuid> {chinese.id});
    QCOMPARE(found("社"), std::vector<Uuid> {chinese.id});
    QCOMPARE(found("物会"), std::vector<Uuid> {});
    const auto thai = create("account", {{"accountName", "บริษัทขนส่งกรุงเทพ"}});
    QCOMPARE(found("ขนส่ง"), std::vector<Uuid> {thai.id});
}

void StoreConformance::searchFollowsEditsAndDeletes()
{
    const auto made = create("account", {{"accountName", "Nordwind"}, {"industry", "shipping"}});
    QCOMPARE(found("shipping"), std::vector<Uuid> {made.id});
    patch(keyOf(made), {set("industry", "rail")});
    QCOMPARE(found("shipping"), std::vector<Uuid> {});
    QCOMPARE(found("rail"), std::vector<Uuid> {made.id});
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QVERIFY_OK((*transaction)->patch(keyOf(made), {set("industry", "first")}, edit));
    QVERIFY_OK((*transaction)->find({.type = "account"}));
    QVERIFY_OK((*transaction)->patch(keyOf(made), {set("industry", "second")}, edit));
    QVERIFY_OK((*transaction)->commit());
    QCOMPARE(found("first "), std::vector<Uuid> {});
    QCOMPARE(found("second"), std::vector<Uuid> {made.id});
    transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    const DocumentKey brief {"account", id()};
    QVERIFY_OK((*transaction)->create(brief, {{"accountName", "Shortlived"}}, edit));
    QVERIFY_OK((*transaction)->remove(brief, edit));
    QVERIFY_OK((*transaction)->remove(keyOf(made), edit));
    QVERIFY_OK((*transaction)->commit());
    QVERIFY(found("nordwind").empty());
    QVERIFY(found("shortlived").empty());
}

void StoreConformance::titleCountsMore()
{
    create("message",
        {{"conversationId", id().text()}, {"subject", "Lunch"},
            {"text", "We spoke about the depot and about the weather and other things."}});
    const auto titled = create("message",
        {{"conversationId", id().text()}, {"subject", "Depot"},
            {"text", "We spoke about the weather and other things and lunch too."}});
    create("message", {{"conversationId", id().text()}, {"subject", "Weather"}, {"text", "It rains."}});
    QCOMPARE(found("depot").front(), titled.id);
}

void StoreConformance::searchTextIsNeverSyntax()
{
    const auto made = create("message", {{"conversationId", id().text()}, {"text", "near or not and title body"}});
    for (const char* text : {"\"", "\"\"", "(", "a AND", "NEAR(a b)", "title:near", "-x", "*", "^near",
             "'; DROP TABLE document; --", "near\"or\"not", "\xFF\xFE", "a\"b"})
        QVERIFY_OK(m_store->search(context(), {text, {}, 20}));
    QCOMPARE(found("NOT near"), std::vector<Uuid> {made.id});
    QCOMPARE(found("AND OR"), std::vector<Uuid> {made.id});
    QCOMPARE(found("title:near"), std::vector<Uuid> {});
}

// ---------------------------------------------------------------------------------------------------- the log

void StoreConformance::everyWriteIsInTheLog()
{
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    const DocumentKey key {"account", id()};
    const auto messageId = id();
    const Cause cause {.what = "turn",
        .key = "k1",
        .messageId = messageId,
        .rule = "sales.turn",
        .reason = "because",
        .details = {{"n", 1}}};
    QVERIFY_OK((*transaction)->create(key, {{"accountName", "A"}, {"industry", "x"}}, cause));
    m_clock->advance(std::chrono::seconds(5));
    QVERIFY_OK((*transaction)->patch(key, {set("accountName", "B")}, edit));
    QVERIFY_OK((*transaction)->remove(key, edit));
    QVERIFY_OK((*transaction)->restore(key, edit));
    QVERIFY_OK((*transaction)->commit());
    const auto changes = m_store->changes(context(), 0);
    QVERIFY_OK(changes);
    QCOMPARE(changes->size(), std::size_t(4));
    const auto& created = changes->front();
    QCOMPARE(created.op, ChangeOp::create);
    QCOMPARE(created.at, Timestamp(start));
    QCOMPARE(created.document, key);
    QCOMPARE(created.revision, 1);
    QVERIFY(created.actor.kind == ActorKind::person);
    QCOMPARE(created.actor.userId->value(), user(1).value());
    QCOMPARE(created.actor.deviceId, user(200).value());
    QCOMPARE(created.cause.what, cause.what);
    QCOMPARE(created.cause.key, cause.key);
    QCOMPARE(created.cause.messageId, cause.messageId);
    QCOMPARE(created.cause.rule, cause.rule);
    QCOMPARE(created.cause.reason, cause.reason);
    COMPARE_JSON(created.cause.details, cause.details);
    QVERIFY(created.values.empty()); // the body of a created document is not repeated
    QCOMPARE(created.fields, (std::vector<std::string> {"accountName", "industry"}));
    const auto& patched = changes->at(1);
    QCOMPARE(patched.at, Timestamp(start) + std::chrono::seconds(5));
    QCOMPARE(patched.values.size(), std::size_t(1));
    QCOMPARE(patched.values[0].path, std::string("accountName"));
    COMPARE_JSON(patched.values[0].before, Json("A"));
    COMPARE_JSON(patched.values[0].after, Json("B"));
    QCOMPARE(changes->at(2).op, ChangeOp::remove);
    QCOMPARE(changes->at(3).op, ChangeOp::restore);
    QCOMPARE(m_store->changes(context(), 2)->size(), std::size_t(2));
    QCOMPARE(m_store->changes(context(), 0, 3)->size(), std::size_t(3));
}

void StoreConformance::historyIsNewestFirstWithValues()
{
    const auto made = create("account", {{"accountName", "0"}});
    create("account", {{"accountName", "other"}});
    for (int i = 1; i <= 5; ++i)
        patch(keyOf(made), {set("accountName", std::to_string(i))});
    const auto history = m_store->history(context(), keyOf(made));
    QVERIFY_OK(history);
    QCOMPARE(history->size(), std::size_t(6));
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(history->at(std::size_t(i)).revision, 6 - i);
        COMPARE_JSON(history->at(std::size_t(i)).values[0].after, Json(std::to_string(5 - i)));
        COMPARE_JSON(history->at(std::size_t(i)).values[0].before, Json(std::to_string(4 - i)));
    }
    QCOMPARE(m_store->history(context(), keyOf(made), 2)->size(), std::size_t(2));
    QCOMPARE(codeOf(m_store->history(context(), {"account", id()})), std::string("not_found"));
}

void StoreConformance::numbersAreDenseInOneTransaction()
{
    std::int64_t expected = 0;
    for (int round = 0; round < 5; ++round) {
        auto transaction = m_store->begin(context());
        QVERIFY_OK(transaction);
        for (int i = 0; i <= round; ++i)
            QVERIFY_OK((*transaction)->create({"account", id()}, {{"accountName", "A"}}, edit));
        const auto first = expected + 1;
        expected += round + 1;
        QCOMPARE(*(*transaction)->commit(), expected);
        const auto changes = m_store->changes(context(), first - 1);
        QVERIFY_OK(changes);
        QCOMPARE(std::int64_t(changes->size()), expected - first + 1);
        for (std::size_t i = 0; i < changes->size(); ++i) {
            QCOMPARE(changes->at(i).seq, first + std::int64_t(i));
            QCOMPARE(changes->at(i).txFirstSeq, first);
        }
    }
    QCOMPARE(*m_store->head(context()), expected);
    auto nothing = m_store->begin(context());
    QVERIFY_OK(nothing);
    QCOMPARE(*(*nothing)->commit(), expected);
}

void StoreConformance::changesOfAMutationBelongTogether()
{
    const auto a = create("account", {{"accountName", "A"}});
    const auto mutation = id();
    for (int i = 0; i < 2; ++i) { // may span transactions
        auto transaction = m_store->begin(context());
        QVERIFY_OK(transaction);
        (*transaction)->setMutation(mutation);
        QVERIFY_OK((*transaction)->patch(keyOf(a), {set("accountName", "B" + std::to_string(i))}, edit));
        QVERIFY_OK((*transaction)->create({"task", id()}, {{"description", "t"}}, edit));
        QVERIFY_OK((*transaction)->commit());
    }
    const auto changes = m_store->changesOfMutation(context(), mutation);
    QVERIFY_OK(changes);
    QCOMPARE(changes->size(), std::size_t(4));
    QVERIFY(std::is_sorted(
        changes->begin(), changes->end(), [](const Change& x, const Change& y) { return x.seq < y.seq; }));
    QVERIFY(m_store->changesOfMutation(context(), id())->empty());
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    const auto first = id();
    const auto second = id();
    (*transaction)->setMutation(first);
    QVERIFY_OK((*transaction)->patch(keyOf(a), {set("industry", "1")}, edit));
    (*transaction)->setMutation(second);
    QVERIFY_OK((*transaction)->patch(keyOf(a), {set("industry", "2")}, edit));
    QVERIFY_OK((*transaction)->commit());
    QCOMPARE(m_store->changesOfMutation(context(), first)->size(), std::size_t(1));
    QCOMPARE(m_store->changesOfMutation(context(), second)->size(), std::size_t(1));
}

void StoreConformance::fieldMetaNamesTheLastWriter()
{
    const auto made = create("account", {{"accountName", "A"}, {"industry", "x"}, {"website", "w"}});
    const auto mutation = id();
    auto agent = context();
    agent.actor = {ActorKind::agent, user(2), {}};
    m_clock->advance(std::chrono::hours(1));
    auto transaction = m_store->begin(agent);
    QVERIFY_OK(transaction);
    (*transaction)->setMutation(mutation);
    QVERIFY_OK((*transaction)->patch(keyOf(made), {set("industry", "y"), clear("website")}, edit));
    const auto inside = (*transaction)->fieldMeta(keyOf(made));
    QVERIFY_OK(inside);
    COMPARE_JSON((*inside)["industry"]["mutationId"], Json(mutation.text()));
    QVERIFY_OK((*transaction)->commit());
    const auto meta = m_store->fieldMeta(context(), keyOf(made));
    QVERIFY_OK(meta);
    COMPARE_JSON((*meta)["accountName"]["revision"], Json(1));
    COMPARE_JSON((*meta)["accountName"]["actorKind"], Json("person"));
    COMPARE_JSON((*meta)["accountName"]["deviceId"], Json(user(200).text()));
    COMPARE_JSON((*meta)["industry"]["revision"], Json(2));
    COMPARE_JSON((*meta)["industry"]["actorKind"], Json("agent"));
    COMPARE_JSON((*meta)["industry"]["userId"], Json(user(2).text()));
    COMPARE_JSON((*meta)["industry"]["effMs"], Json(toMillis(m_clock->now())));
    COMPARE_JSON((*meta)["website"]["mutationId"], Json(mutation.text()));
    QVERIFY((*meta)["accountName"]["mutationId"] != Json(mutation.text()));
    patch(keyOf(made), {set("industry", "z")});
    QVERIFY((*m_store->fieldMeta(context(), keyOf(made)))["industry"]["mutationId"] != Json(mutation.text()));
    QCOMPARE(codeOf(m_store->fieldMeta(context(), {"account", id()})), std::string("not_found"));
}

void StoreConformance::erasedValuesAreGoneTheEntriesStay()
{
    const std::string raw = "From: someone\r\n\r\nhello";
    const auto hash = hexText(sha256(raw));
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QVERIFY_OK((*transaction)->putAttachment(hash, raw, "message/rfc822"));
    const DocumentKey key {"message", id()};
    QVERIFY_OK(
        (*transaction)->create(key, {{"conversationId", id().text()}, {"text", "secret"}, {"rawHash", hash}}, edit));
    QVERIFY_OK((*transaction)->commit());
    const auto other = create("account", {{"accountName", "A"}});
    patch(keyOf(other), {set("accountName", "B")});
    patch(key, {set("text", "secret two"), set("quotedText", "q")});
    patch(key, {set("text", "harmless")});
    QVERIFY(*m_store->eraseValues(context(), key) >= 3);
    QCOMPARE(*m_store->eraseValues(context(), key), 0);
    const auto history = m_store->history(context(), key);
    QVERIFY_OK(history);
    QCOMPARE(history->size(), std::size_t(3));
    for (const auto& change : *history)
        QVERIFY(change.values.empty());
    QCOMPARE(history->front().fields, std::vector<std::string> {"text"});
    QCOMPARE(codeOf(m_store->attachment(context(), hash)), std::string("not_found"));
    QCOMPARE(m_store->history(context(), keyOf(other))->front().values.size(), std::size_t(1));
    QCOMPARE(codeOf(m_store->eraseValues(context(), {"message", id()})), std::string("not_found"));
}

void StoreConformance::sharedAttachmentsOutliveOneErase()
{
    const std::string bytes(300 * 1024, 'p'); // too large to lie in the database
    const auto hash = hexText(sha256(bytes));
    std::vector<DocumentKey> keys;
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QVERIFY_OK((*transaction)->putAttachment(hash, bytes, "application/pdf"));
    for (int i = 0; i < 2; ++i) {
        keys.push_back({"message", id()});
        QVERIFY_OK(
            (*transaction)
                ->create(keys.back(),
                    {{"conversationId", id().text()}, {"attachments", {{{"name", "a.pdf"}, {"hash", hash}}}}}, edit));
    }
    QVERIFY_OK((*transaction)->commit());
    QVERIFY_OK(m_store->eraseValues(context(), keys[0]));
    QCOMPARE(m_store->attachment(context(), hash)->size(), bytes.size());
    patch(keys[1], {set("attachments", Json::array())});
    QCOMPARE(m_store->attachment(context(), hash)->size(), bytes.size()); // unused ones stay until they are collected
}

// ---------------------------------------------------------------------------------------------------- the rest

void StoreConformance::attachmentsAreReadBack()
{
    for (const std::size_t size :
        {std::size_t(0), std::size_t(1), std::size_t(256 * 1024), std::size_t(256 * 1024 + 1), std::size_t(3000000)}) {
        std::string bytes(size, '\0');
        for (std::size_t i = 0; i < size; ++i)
            bytes[i] = char(i * 31 >> 3);
        const auto hash = hexText(sha256(bytes));
        auto transaction = m_store->begin(context());
        QVERIFY_OK(transaction);
        QVERIFY_OK((*transaction)->putAttachment(hash, bytes, "application/octet-stream"));
        QVERIFY_OK((*transaction)->putAttachment(hash, bytes, "application/octet-stream")); // known: nothing happens
        QVERIFY_OK((*transaction)->commit());
        const auto read = m_store->attachment(context(), hash);
        QVERIFY_OK(read);
        QVERIFY(*read == bytes);
    }
    QCOMPARE(codeOf(m_store->attachment(context(), std::string(64, '0'))), std::string("not_found"));
}

void StoreConformance::wrongHashIsRefused()
{
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QCOMPARE(codeOf((*transaction)->putAttachment(std::string(64, '0'), "bytes", "text/plain")),
        std::string("hash_mismatch"));
    QCOMPARE(codeOf((*transaction)->putAttachment("../../etc/passwd", "bytes", "text/plain")),
        std::string("validation_failed"));
    QCOMPARE(codeOf(m_store->attachment(context(), "../../etc/passwd")), std::string("not_found"));
    QVERIFY_OK((*transaction)->commit());
}

void StoreConformance::valuesAreKept()
{
    QCOMPARE(*m_store->value(context(), "device_id"), std::string());
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QVERIFY_OK((*transaction)->setValue("device_id", "1"));
    QVERIFY_OK((*transaction)->setValue("device_id", "2"));
    QVERIFY_OK((*transaction)->commit());
    QCOMPARE(*m_store->value(context(), "device_id"), std::string("2"));
    QCOMPARE(*m_store->head(context()), std::int64_t(0)); // not replicated: takes no number
}

void StoreConformance::valuesAreFoundByPrefix()
{
    using Values = std::vector<std::pair<std::string, std::string>>;
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    for (const auto* key : {"mail:1:7", "mail:1:10", "mail:2:1", "mail;", "mai"})
        QVERIFY_OK((*transaction)->setValue(key, std::string("of ") + key));
    QCOMPARE(codeOf((*transaction)->clearValues("")), std::string("validation_failed"));
    QVERIFY_OK((*transaction)->commit());
    transaction->reset();
    const auto ofOne = m_store->values(context(), "mail:1:");
    QVERIFY_OK(ofOne);
    QVERIFY((*ofOne == Values {{"mail:1:10", "of mail:1:10"}, {"mail:1:7", "of mail:1:7"}}));
    QCOMPARE(codeOf(m_store->values(context(), "")), std::string("validation_failed"));
    transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QVERIFY_OK((*transaction)->clearValues("mail:1:"));
    QVERIFY_OK((*transaction)->commit());
    QVERIFY(m_store->values(context(), "mail:1:")->empty());
    QCOMPARE(m_store->values(context(), "ma")->size(), std::size_t(3));
}

void StoreConformance::jobsRunOnceInOrderOnePerLane()
{
    const auto at = [](int minutes) { return Timestamp(start) + std::chrono::minutes(minutes); };
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    auto& t = **transaction;
    QVERIFY(*t.addJob({.kind = "turn", .key = "a2", .lane = "a", .order = at(20), .payload = {{"n", 2}}}));
    QVERIFY(*t.addJob({.kind = "turn", .key = "b1", .lane = "b", .order = at(15)}));
    QVERIFY(*t.addJob({.kind = "turn",
        .key = "a1",
        .lane = "a",
        .order = at(10),
        .payload = {{"n", 1}}})); // earlier, though it came later
    QVERIFY(*t.addJob({.kind = "turn", .key = "c1", .lane = "c", .order = at(30)}));
    QVERIFY(!*t.addJob({.kind = "turn", .key = "a1", .lane = "z", .order = at(1)}));
    QVERIFY(*t.addJob({.kind = "other", .key = "a1", .lane = "a", .order = at(40)}));
    QVERIFY_OK(t.commit());
    transaction->reset();
    const auto keys = [](const Result<std::vector<Job>>& jobs) {
        std::string out;
        for (const auto& job : *jobs)
            out += job.key + ' ';
        return out;
    };
    QCOMPARE(keys(m_store->waitingJobs(context(), 10)), std::string("a1 b1 c1 "));
    QCOMPARE(keys(m_store->waitingJobs(context(), 2)), std::string("a1 b1 "));
    QCOMPARE(keys(m_store->laneJobs(context(), "a", 10)), std::string("a1 a2 a1 "));
    QCOMPARE(*m_store->waitingJobCount(context()), std::int64_t(5));
    const auto first = m_store->waitingJobs(context(), 1)->front();
    COMPARE_JSON(first.payload["n"], Json(1));
    QCOMPARE(first.order, at(10));
    transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QVERIFY_OK((*transaction)->finishJob(first.id));
    QVERIFY_OK((*transaction)->commit());
    QCOMPARE(keys(m_store->waitingJobs(context(), 10)), std::string("b1 a2 c1 "));
    transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QVERIFY(!*(*transaction)->addJob({.kind = "turn", .key = "a1", .lane = "a", .order = at(1)})); // done once is done
    QCOMPARE(codeOf((*transaction)->finishJob(987654)), std::string("not_found"));
    QVERIFY_OK((*transaction)->commit());
}

void StoreConformance::aJobDiesAfterThreeFailures()
{
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    QVERIFY(*(*transaction)->addJob({.kind = "k", .key = "1", .lane = "l", .payload = {{"keep", "me"}}}));
    QVERIFY(*(*transaction)->addJob({.kind = "k", .key = "2", .lane = "l"}));
    QVERIFY_OK((*transaction)->commit());
    transaction->reset();
    for (int i = 0; i < 3; ++i) {
        const auto waiting = m_store->waitingJobs(context(), 10);
        QCOMPARE(waiting->size(), std::size_t(1));
        QCOMPARE(waiting->front().key, std::string("1"));
        QCOMPARE(waiting->front().attempts, i);
        auto failing = m_store->begin(context());
        QVERIFY_OK(failing);
        QVERIFY_OK((*failing)->failJob(waiting->front().id, "no " + std::to_string(i)));
        QVERIFY_OK((*failing)->commit());
    }
    QCOMPARE(m_store->waitingJobs(context(), 10)->front().key, std::string("2"));
    const auto dead = m_store->deadJobs(context());
    QCOMPARE(dead->size(), std::size_t(1));
    QCOMPARE(dead->front().lastError, std::string("no 2"));
    QCOMPARE(dead->front().attempts, 3);
    COMPARE_JSON(dead->front().payload["keep"], Json("me"));
}

void StoreConformance::stoppedContextStops()
{
    create("account", {{"accountName", "A"}});
    std::stop_source source;
    auto stopped = context();
    stopped.stop = source.get_token();
    source.request_stop();
    QCOMPARE(codeOf(m_store->query(stopped, {.type = "account"})), std::string("stopped"));
    QCOMPARE(codeOf(m_store->begin(stopped)), std::string("stopped"));
    auto late = context();
    late.deadline = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    QCOMPARE(codeOf(m_store->query(late, {.type = "account"})), std::string("stopped"));
    auto holder = m_store->begin(context());
    QVERIFY_OK(holder);
    std::stop_source during;
    auto waiting = context();
    waiting.stop = during.get_token();
    std::string code;
    std::jthread waiter([&] { code = codeOf(m_store->begin(waiting)); });
    during.request_stop();
    waiter.join();
    QCOMPARE(code, std::string("stopped"));
    auto soon = context();
    soon.deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(20);
    QCOMPARE(codeOf(m_store->begin(soon)), std::string("stopped"));
    QVERIFY_OK((*holder)->commit());
    QVERIFY_OK(m_store->begin(context()));
}

void StoreConformance::twoTransactionsTakeTurns()
{
    const auto made = create("account", {{"accountName", "A"}, {"count", 0}});
    std::vector<std::jthread> threads;
    std::atomic<int> failures = 0;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 25; ++i) {
                auto transaction = m_store->begin(context());
                if (!transaction) {
                    ++failures;
                    continue;
                }
                const auto now = (*transaction)->get(keyOf(made));
                const int count = Json::parse((*now)->body)["count"].get<int>();
                const auto cause = Cause {.what = "thread " + std::to_string(thread)};
                if (!(*transaction)->patch(keyOf(made), {set("count", count + 1)}, cause) || !(*transaction)->commit())
                    ++failures;
            }
        });
    threads.clear();
    QCOMPARE(failures.load(), 0);
    const auto read = m_store->get(context(), keyOf(made));
    COMPARE_JSON(Json::parse(read->body)["count"], Json(100));
    QCOMPARE(read->revision, 101);
}

void StoreConformance::patchesOfOneTransactionLeaveACanonicalBody()
{
    const auto made = create("account", {{"accountName", "A"}, {"industry", "steel"}, {"count", 1}});
    auto transaction = m_store->begin(context());
    QVERIFY_OK(transaction);
    const auto key = keyOf(made);
    QVERIFY_OK((*transaction)->patch(key, {set("industry", "gr\xFC\xDF"), set("count", 2)}, edit)); // mended
    QVERIFY_OK((*transaction)->patch(key, {set("size", 1.5), clear("count")}, edit));
    QCOMPARE(codeOf((*transaction)->patch(key, {set("more", std::string(300 * 1024, 'y')), clear("size")}, edit)),
        std::string("too_large"));
    QVERIFY_OK((*transaction)->patch(key, {set("list", Json::array({3, "x"})), set("industry", "coal")}, edit));
    QVERIFY_OK((*transaction)->commit());
    const auto read = m_store->get(context(), key);
    QVERIFY_OK(read);
    QCOMPARE(read->body,
        R"({"accountName":"A","id":")" + made.id.text() + R"(","industry":"coal","list":[3,"x"],"size":1.5})");
    QCOMPARE(read->hash, hexText(sha256(read->body)));
    const auto history = m_store->history(context(), key);
    QVERIFY_OK(history);
    std::vector<std::string> industries;
    for (const auto& change : *history)
        for (const auto& value : change.values)
            if (value.path == "industry")
                industries.push_back(canonicalJson(value.before) + ' ' + canonicalJson(value.after));
    std::ranges::sort(industries);
    QCOMPARE(industries,
        (std::vector<std::string> {
            "\"gr\xEF\xBF\xBD\xEF\xBF\xBD\" \"coal\"", "\"steel\" \"gr\xEF\xBF\xBD\xEF\xBF\xBD\""}));
}

void StoreConformance::longTextsAreFoundAsTheyAreAtTheEnd()
{
    const auto longText = [](const std::string& word) {
        std::string text;
        for (int i = 0; i < 200; ++i)
            text += word + (i % 7 == 0 ? ".\n" : " filler ");
        return text;
    };
    std::vector<Uuid> kept;
    std::optional<DocumentKey> gone, changed;
    {
        auto transaction = m_store->begin(context());
        QVERIFY_OK(transaction);
        for (int i = 0; i < 20; ++i) {
            const DocumentKey key {"message", id()};
            QVERIFY_OK((*transaction)->create(key, {{"text", longText("harbour")}}, edit));
            kept.push_back(key.id);
            (i == 3 ? gone : changed) = key;
        }
        QVERIFY_OK((*transaction)->patch(*changed, {set("text", longText("airport"))}, edit));
        QVERIFY_OK((*transaction)->remove(*gone, edit));
        QVERIFY_OK((*transaction)->commit());
    }
    {
        auto transaction = m_store->begin(context()); // given up
        QVERIFY_OK(transaction);
        for (int i = 0; i < 20; ++i)
            QVERIFY_OK((*transaction)->create({"message", id()}, {{"text", longText("station")}}, edit));
    }
    QCOMPARE(found("harbour").size(), std::size_t(18));
    QCOMPARE(found("airport"), std::vector<Uuid> {changed->id});
    QVERIFY(found("station").empty());
    QVERIFY(m_store->verify(context())->empty());
}

void StoreConformance::verifyFindsNothingWrong()
{
    QVERIFY(m_store->verify(context())->empty());
    create("account", {{"accountName", "A"}});
    QVERIFY(m_store->verify(context())->empty());
}

void StoreConformance::randomWorkKeepsEverythingSound()
{
    const auto seed = 20260301U;
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return std::size_t(random() % n); };
    std::vector<DocumentKey> keys;
    std::vector<std::string> words {"budget", "depot", "replay", "verträge", "offer", "module", "lager", "routing"};
    const char* types[] = {"account", "contact", "opportunity", "conversation", "message", "task", "note"};
    for (int round = 0; round < 60; ++round) {
        auto transaction = m_store->begin(context());
        QVERIFY_OK(transaction);
        const auto before = keys;
        const auto size = 1 + below(25);
        for (std::size_t i = 0; i < size; ++i) {
            const auto parent = keys.empty() ? id() : keys[below(keys.size())].id;
            const auto word = words[below(words.size())] + ' ' + words[below(words.size())];
            Json body {{"accountName", word}, {"contactName", word}, {"name", word}, {"subject", word},
                {"text", word + ' ' + word}, {"description", word}, {"accountId", parent.text()},
                {"conversationId", parent.text()}, {"opportunityId", parent.text()}, {"sentAt", iso(int(below(1000)))}};
            switch (keys.empty() ? 0 : below(6)) {
            case 0:
            case 1: {
                const DocumentKey key {types[below(7)], id()};
                QVERIFY_OK((*transaction)->create(key, body, edit));
                keys.push_back(key);
                break;
            }
            case 2:
            case 3: {
                const auto field = below(2) ? "text" : "name";
                const auto done
                    = (*transaction)
                          ->patch(keys[below(keys.size())], {set(field, word), set("accountId", parent.text())}, edit);
                QVERIFY(done || is(done.error(), "entity_deleted"));
                break;
            }
            case 4:
                QVERIFY_OK((*transaction)->remove(keys[below(keys.size())], edit));
                break;
            default: {
                const auto done = (*transaction)->restore(keys[below(keys.size())], edit);
                QVERIFY(done || is(done.error(), "gone"));
            }
            }
            if (below(20) == 0)
                QVERIFY_OK((*transaction)->find({.type = "message", .sort = SortKey::time}, 3));
        }
        if (below(5) == 0) {
            transaction->reset(); // given up
            keys = before;
        } else
            QVERIFY_OK((*transaction)->commit());
        if (round % 20 == 19) {
            transaction->reset();
            m_clock->advance(std::chrono::hours(1));
            QVERIFY_OK(m_store->purgeDeleted(context(), m_clock->now() - std::chrono::minutes(1)));
        }
    }
    const auto problems = m_store->verify(context());
    QVERIFY_OK(problems);
    QVERIFY2(problems->empty(), problems->empty() ? "" : problems->front().c_str());
}
}
