// SPDX-License-Identifier: AGPL-3.0-or-later
// Cost of the SQLite store over 1,000, 10,000 and 100,000 messages with their records.
//     store_bench --benchmark_filter=search
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "tests/bench/store/corpus.hpp"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <unistd.h>

namespace agentarmy {
namespace {
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        auto name = (std::filesystem::temp_directory_path() / "agentarmy-bench-XXXXXX").string();
        if (mkdtemp(name.data()))
            m_path = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(m_path); }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// A filled store of each size, made once.
struct World {
    TemporaryFolder folder;
    SystemClock clock;
    SeededRandom random {1};
    IdSource ids {clock, random};
    bench::Corpus corpus {42};
    std::unique_ptr<Store> store;
    bench::Filled filled;
    double fillSeconds = 0;
};

template <class T> T orDie(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", result.error().code.c_str(), result.error().message.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

World& world(int messages)
{
    static std::map<int, std::unique_ptr<World>> worlds;
    auto& slot = worlds[messages];
    if (slot)
        return *slot;
    slot = std::make_unique<World>();
    slot->store = orDie(sqlite::SqliteStore::open(slot->folder.path(), {.clock = slot->clock, .random = slot->random}));
    const auto from = std::chrono::steady_clock::now();
    slot->filled = orDie(bench::fill(*slot->store, slot->corpus, slot->ids, bench::sizesFor(messages)));
    slot->fillSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    return *slot;
}

void addPercentiles(benchmark::State& state, std::vector<double>& micros)
{
    if (micros.empty())
        return;
    std::sort(micros.begin(), micros.end());
    state.counters["p50_us"] = micros[micros.size() / 2];
    state.counters["p95_us"] = micros[micros.size() * 95 / 100];
    state.counters["max_us"] = micros.back();
}

template <class Work> void timeEach(benchmark::State& state, Work work)
{
    std::vector<double> micros;
    for (auto step : state) {
        const auto from = std::chrono::steady_clock::now();
        work();
        micros.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - from).count());
    }
    addPercentiles(state, micros);
}

const Context context;
const Cause cause {.what = "bench"};
constexpr int perTransaction = 400;

/// New messages of 3 KB in transactions of 400, full text included.
void createMessages(benchmark::State& state)
{
    auto& w = world(int(state.range(0)));
    std::vector<Json> bodies;
    for (int i = 0; i < perTransaction; ++i)
        bodies.push_back(w.corpus.message(i, w.filled.conversations[w.corpus.below(w.filled.conversations.size())],
            w.filled.accounts[0], w.filled.contacts[0]));
    for (auto step : state) {
        auto transaction = orDie(w.store->begin(context));
        for (const auto& body : bodies)
            benchmark::DoNotOptimize(orDie(transaction->create({"message", w.ids.next()}, body, cause)));
        orDie(transaction->commit());
    }
    state.SetItemsProcessed(state.iterations() * perTransaction);
}

/// What an import writes for one mail, in transactions of about 400 changes: message, conversation, contact, state,
/// plan and job.
void importMails(benchmark::State& state)
{
    auto& w = world(int(state.range(0)));
    constexpr int mails = 80;
    struct Mail {
        Uuid conversation, contact, account;
        Json message, state, plan;
        std::string preview;
    };
    std::vector<Mail> prepared;
    for (int i = 0; i < mails; ++i) {
        const auto conversation = w.filled.conversations[w.corpus.below(w.filled.conversations.size())];
        const auto contact = w.filled.contacts[w.corpus.below(w.filled.contacts.size())];
        const auto account = w.filled.accounts[w.corpus.below(w.filled.accounts.size())];
        prepared.push_back({conversation, contact, account, w.corpus.message(i, conversation, account, contact),
            w.corpus.state(conversation, account, contact), w.corpus.plan(account), w.corpus.text(100)});
    }
    std::int64_t count = 0;
    for (auto step : state) {
        auto transaction = orDie(w.store->begin(context));
        for (auto& mail : prepared) {
            ++count;
            const auto message = w.ids.next();
            orDie(transaction->create({"message", message}, mail.message, cause));
            orDie(transaction->patch({"conversation", mail.conversation},
                {{"messageCount", count, false}, {"lastAt", formatTimestamp(w.clock.now()), false},
                    {"preview", mail.preview + std::to_string(count), false}},
                cause));
            orDie(transaction->patch({"contact", mail.contact},
                {{"stakeholder", {{"interactionCount", count}, {"lastInteraction", formatTimestamp(w.clock.now())}},
                    false}},
                cause));
            orDie(transaction->create({"conversation_state", w.ids.next()}, mail.state, cause));
            orDie(transaction->create({"account_plan", w.ids.next()}, mail.plan, cause));
            orDie(transaction->addJob({.kind = "post_conversation",
                .key = message.text(),
                .lane = mail.account.text(),
                .order = w.clock.now(),
                .payload = {{"messageId", message.text()}}}));
        }
        orDie(transaction->commit());
    }
    state.SetItemsProcessed(state.iterations() * mails);
}

/// One field of records far apart, 400 a transaction.
void patchConversations(benchmark::State& state)
{
    auto& w = world(int(state.range(0)));
    std::int64_t count = 0;
    for (auto step : state) {
        auto transaction = orDie(w.store->begin(context));
        for (int i = 0; i < perTransaction; ++i)
            benchmark::DoNotOptimize(orDie(transaction->patch(
                {"conversation", w.filled.conversations[w.corpus.below(w.filled.conversations.size())]},
                {{"messageCount", ++count, false}}, cause)));
        orDie(transaction->commit());
    }
    state.SetItemsProcessed(state.iterations() * perTransaction);
}

/// A person's edit: one field, one transaction, on the disk.
void editOne(benchmark::State& state)
{
    auto& w = world(int(state.range(0)));
    std::int64_t count = 0;
    timeEach(state, [&] {
        auto transaction = orDie(w.store->begin(context));
        orDie(transaction->patch({"opportunity", w.filled.opportunities[w.corpus.below(w.filled.opportunities.size())]},
            {{"interactionCount", ++count, false}}, cause));
        orDie(transaction->commit());
    });
}

void getOne(benchmark::State& state)
{
    auto& w = world(int(state.range(0)));
    timeEach(state, [&] {
        benchmark::DoNotOptimize(
            orDie(w.store->get(context, {"message", w.filled.messages[w.corpus.below(w.filled.messages.size())]})));
    });
}

/// The newest conversations, a page somewhere among them, and the messages of one.
void queryPages(benchmark::State& state)
{
    auto& w = world(int(state.range(0)));
    Query query {.type = "conversation", .sort = SortKey::time, .descending = true, .limit = 50};
    timeEach(state, [&] {
        const auto page = orDie(w.store->query(context, query));
        query.cursor = page.nextCursor;
        benchmark::DoNotOptimize(orDie(w.store->query(
            context, {.type = "message", .parentId = page.items.front().id, .sort = SortKey::time, .limit = 50})));
    });
}

/// The deal board: all opportunities, sorted. 10,000 of them beside 100,000 messages.
void readBoard(benchmark::State& state)
{
    auto& w = world(int(state.range(0)));
    std::size_t rows = 0;
    timeEach(state, [&] {
        rows = 0;
        orDie(w.store->readRows(
            context, {.type = "opportunity", .sort = SortKey::time, .descending = true}, [&](Row&& row) {
                benchmark::DoNotOptimize(row);
                ++rows;
                return true;
            }));
    });
    state.counters["rows"] = double(rows);
}

/// Two in ten searches are of the commonest words, two of begun ones, two of phrases; the rest by frequency.
void search(benchmark::State& state)
{
    auto& w = world(int(state.range(0)));
    std::vector<std::string> queries;
    for (int i = 0; i < 50; ++i) {
        queries.push_back(w.corpus.wordAt(w.corpus.below(20)) + ' ');
        queries.push_back(w.corpus.wordAt(w.corpus.below(50)) + ' ' + w.corpus.wordAt(w.corpus.below(50)) + ' ');
        queries.push_back(w.corpus.word().substr(0, 3));
        queries.push_back(w.corpus.word() + ' ' + w.corpus.word().substr(0, 2));
        queries.push_back('"' + w.corpus.word() + ' ' + w.corpus.word() + '"');
        queries.push_back('"' + w.corpus.wordAt(w.corpus.below(10)) + ' ' + w.corpus.wordAt(w.corpus.below(10)) + '"');
        queries.push_back(w.corpus.word());
        queries.push_back(w.corpus.word() + ' ' + w.corpus.word());
        queries.push_back(w.corpus.word() + ' ' + w.corpus.word() + ' ' + w.corpus.word());
        queries.push_back(w.corpus.wordAt(1000 + w.corpus.below(50000)));
    }
    std::size_t at = 0;
    std::size_t hits = 0;
    double slowest = 0;
    std::string slowestQuery;
    std::vector<double> micros;
    for (auto step : state) {
        const auto& query = queries[at++ % queries.size()];
        const auto from = std::chrono::steady_clock::now();
        hits += orDie(w.store->search(context, {query, {}, 20})).size();
        micros.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - from).count());
        if (micros.back() > slowest) {
            slowest = micros.back();
            slowestQuery = query;
        }
    }
    addPercentiles(state, micros);
    state.counters["hits"] = double(hits) / double(std::max<std::size_t>(1, micros.size()));
    state.SetLabel("slowest: " + slowestQuery);
}

void sizes(benchmark::internal::Benchmark* bench)
{
    bench->Arg(1000)->Arg(10000)->Arg(100000)->Unit(benchmark::kMicrosecond);
}
}

BENCHMARK(getOne)->Apply(sizes);
BENCHMARK(queryPages)->Apply(sizes);
BENCHMARK(readBoard)->Apply(sizes);
BENCHMARK(search)->Apply(sizes)->MinTime(2);
BENCHMARK(editOne)->Apply(sizes);
BENCHMARK(patchConversations)->Apply(sizes);
BENCHMARK(createMessages)->Apply(sizes);
BENCHMARK(importMails)->Apply(sizes);
}

BENCHMARK_MAIN();
