// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/sqlite_ledger.hpp"
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/adapters/sqlite/workspace_files.hpp"
#include "tests/support/scripted_provider.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <thread>

using namespace agentarmy;
using sqlite::SqliteLedger;
using sqlite::SqliteStore;

namespace {
using namespace std::chrono_literals;
const Timestamp start = *parseTimestamp("2026-02-27T22:00:00Z");

/// What every ledger must do, whatever it is kept in: the suite runs for the database and for the one of the tests.
struct Kept {
    QTemporaryDir folder;
    ManualClock clock {start};
    SeededRandom random {3};
    IdSource ids {clock, random};
    std::unique_ptr<SqliteStore> store;
    std::unique_ptr<ModelLedger> ledger;

    explicit Kept(bool inMemory = false)
    {
        if (inMemory)
            ledger = std::make_unique<tests::MemoryLedger>();
        else
            open();
    }
    void open()
    {
        auto opened = SqliteStore::open(path(), {clock, random});
        if (!opened)
            qFatal("%s", opened.error().message.c_str());
        store = std::move(*opened);
        auto kept = SqliteLedger::open(path());
        if (!kept)
            qFatal("%s", kept.error().message.c_str());
        ledger = std::move(*kept);
    }
    void close()
    {
        ledger.reset();
        store.reset();
    }
    [[nodiscard]] std::filesystem::path path() const
    {
        return std::filesystem::path(folder.path().toStdString()) / "workspace";
    }
    ModelCallRecord record(std::chrono::milliseconds after, std::optional<std::int64_t> cost,
        std::string task = "qualification", std::string model = "gpt-4o", std::string outcome = "success")
    {
        ModelCallRecord out;
        out.id = ids.next();
        out.traceId = "trace";
        out.agentId = "sales";
        out.task = std::move(task);
        out.provider = "openai";
        out.model = std::move(model);
        out.group = "reasoning";
        out.promptTokens = 1000;
        out.completionTokens = 10;
        out.costNanoUsd = cost;
        out.latencyMs = 900;
        out.outcome = std::move(outcome);
        out.createdAt = start + after;
        return out;
    }
    void add(const ModelCallRecord& record)
    {
        const auto done = ledger->add({}, record);
        QVERIFY2(done, done ? "" : done.error().message.c_str());
    }
    std::int64_t spent(std::chrono::milliseconds from, std::chrono::milliseconds to)
    {
        return ledger->spent({}, start + from, start + to).value();
    }
    QByteArray usage(const std::vector<UsageGroup>& groups)
    {
        QByteArray out;
        const auto rows = ledger->usage({}, start, start + 100h, groups).value();
        for (const auto& row : rows) {
            if (!out.isEmpty())
                out += '\n';
            for (const auto& part : {row.day, row.task, row.model})
                out += part.empty() ? QByteArray("-") : QByteArray::fromStdString(part);
            out += ':';
            for (const auto number :
                {row.calls, row.promptTokens, row.completionTokens, row.costNanoUsd, row.unpriced, row.degraded})
                out += ' ' + QByteArray::number(qlonglong(number));
        }
        return out;
    }
};

int sqlInt(const std::filesystem::path& file, const char* sql)
{
    sqlite3* database = nullptr;
    sqlite3_stmt* statement = nullptr;
    int value = -1;
    if (sqlite3_open_v2(file.string().c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK
        && sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK
        && sqlite3_step(statement) == SQLITE_ROW)
        value = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return value;
}
}

class LedgerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothKindsOfLedger_data()
    {
        QTest::addColumn<bool>("inMemory");
        QTest::newRow("database") << false;
        QTest::newRow("memory") << true;
    }
    void bothKindsOfLedger()
    {
        QFETCH(bool, inMemory);
        Kept kept(inMemory);
        QCOMPARE(kept.spent(0h, 100h), std::int64_t(0));
        QCOMPARE(kept.usage({}), QByteArray());
        kept.add(kept.record(0ms, 500)); // the 27th, 22:00
        kept.add(kept.record(1h, 40, "draft_email"));
        kept.add(kept.record(2h, std::nullopt, "draft_email", "new-model")); // the 28th
        kept.add(kept.record(3h, 0, "draft_email", "local", "degraded"));
        kept.add(kept.record(26h, 7)); // March

        // from <= at < to
        QCOMPARE(kept.spent(0h, 1h), std::int64_t(500));
        QCOMPARE(kept.spent(1ms, 1h + 1ms), std::int64_t(40));
        QCOMPARE(kept.spent(0h, 26h), std::int64_t(540));
        QCOMPARE(kept.spent(26h, 27h), std::int64_t(7));

        QCOMPARE(kept.usage({}), QByteArray("---: 5 5000 50 547 1 1"));
        QCOMPARE(kept.usage({UsageGroup::day}),
            QByteArray(
                "2026-02-27--: 2 2000 20 540 0 0\n2026-02-28--: 2 2000 20 0 1 1\n2026-03-01--: 1 1000 10 7 0 0"));
        QCOMPARE(kept.usage({UsageGroup::task}),
            QByteArray("-draft_email-: 3 3000 30 40 1 1\n-qualification-: 2 2000 20 507 0 0"));
        QCOMPARE(kept.usage({UsageGroup::model, UsageGroup::task}),
            QByteArray("-draft_emailgpt-4o: 1 1000 10 40 0 0\n-draft_emaillocal: 1 1000 10 0 0 1\n"
                       "-draft_emailnew-model: 1 1000 10 0 1 0\n-qualificationgpt-4o: 2 2000 20 507 0 0"));
    }

    void sumsEqualTheRows()
    {
        Kept kept;
        std::int64_t sum = 0;
        for (int i = 0; i < 120; ++i) {
            const std::int64_t cost = i * 7919 % 1000;
            sum += cost;
            kept.add(kept.record(std::chrono::minutes(i), cost, i % 3 ? "a" : "b", i % 2 ? "x" : "y"));
        }
        QCOMPARE(kept.spent(0h, 100h), sum);
        for (const auto& groups : {std::vector<UsageGroup> {}, {UsageGroup::day}, {UsageGroup::task, UsageGroup::day},
                 {UsageGroup::day, UsageGroup::task, UsageGroup::model}}) {
            std::int64_t calls = 0, cost = 0;
            const auto rows = kept.ledger->usage({}, start, start + 100h, groups).value();
            for (const auto& row : rows) {
                calls += row.calls;
                cost += row.costNanoUsd;
            }
            QCOMPARE(calls, std::int64_t(120));
            QCOMPARE(cost, sum);
        }
    }

    void rowsSurviveClosingAndAreEnteredOnce()
    {
        Kept kept;
        const auto record = kept.record(0ms, 9);
        kept.add(record);
        kept.add(record);
        kept.close();
        kept.open();
        kept.add(record);
        QCOMPARE(kept.spent(0h, 1h), std::int64_t(9));
        QCOMPARE(
            sqlInt(kept.path() / "workspace.db",
                "SELECT attempts = 1 AND latencyMs = 900 AND errorCode IS NULL AND traceId = 'trace' AND agentId = "
                "'sales' AND provider = 'openai' AND modelGroup = 'reasoning' FROM llm_call"),
            1);
    }

    void readingDoesNotWaitForATransaction()
    {
        Kept kept;
        auto transaction = kept.store->begin({});
        QVERIFY(transaction);
        QVERIFY((*transaction)->setValue("k", "v"));
        QCOMPARE(kept.spent(0h, 1h), std::int64_t(0));
        QVERIFY((*transaction)->commit());
        transaction->reset();
        kept.add(kept.record(0ms, 3));
        QCOMPARE(kept.spent(0h, 1h), std::int64_t(3));
        QVERIFY(kept.store->verify({}).value().empty());
    }

    void manyThreadsEnterWhileTheStoreIsWritten()
    {
        Kept kept;
        std::vector<std::vector<ModelCallRecord>> records(4);
        for (auto& list : records)
            for (int i = 0; i < 25; ++i)
                list.push_back(kept.record(std::chrono::seconds(i), 1));
        std::atomic<int> failed = 0;
        {
            std::vector<std::jthread> workers;
            for (const auto& list : records)
                workers.emplace_back([&] {
                    for (const auto& record : list)
                        failed += kept.ledger->add({}, record) ? 0 : 1;
                });
            for (int i = 0; i < 25; ++i) {
                auto transaction = kept.store->begin({});
                if (!transaction || !(*transaction)->setValue("k", std::to_string(i)) || !(*transaction)->commit())
                    ++failed;
            }
        }
        QCOMPARE(failed.load(), 0);
        QCOMPARE(kept.spent(0h, 1h), std::int64_t(100));
    }

    void aBackupHoldsThem()
    {
        Kept kept;
        kept.add(kept.record(0ms, 77));
        const auto copy = std::filesystem::path(kept.folder.path().toStdString()) / "backup";
        const auto done = kept.store->backupTo({}, copy.string());
        QVERIFY2(done, done ? "" : done.error().message.c_str());
        QCOMPARE(sqlInt(copy / "workspace.db", "SELECT sum(costNanoUsd) FROM llm_call"), 77);
    }

    void clearingTakesThemAlong()
    {
        Kept kept;
        kept.add(kept.record(0ms, 77));
        kept.store.reset();
        QCOMPARE(sqlite::removeWorkspace(kept.path()).error().code, std::string("store_busy")); // the ledger is open
        kept.ledger.reset();
        QVERIFY(sqlite::removeWorkspace(kept.path()));
        kept.open();
        QCOMPARE(kept.spent(0h, 1h), std::int64_t(0));
    }

    void aWorkspaceOfTheTimeBeforeGetsTheTable()
    {
        Kept kept;
        kept.close();
        sqlite3* database = nullptr;
        QCOMPARE(sqlite3_open((kept.path() / "workspace.db").string().c_str(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, "DROP TABLE llm_call; DELETE FROM schema_migration WHERE number = 2", nullptr,
                     nullptr, nullptr),
            SQLITE_OK);
        sqlite3_close(database);
        QCOMPARE(SqliteLedger::open(kept.path()).error().code, std::string("store_failed"));
        kept.open();
        QVERIFY(std::filesystem::exists(kept.path() / "workspace.db.before-0002"));
        kept.add(kept.record(0ms, 5));
        QCOMPARE(kept.spent(0h, 1h), std::int64_t(5));
    }

    void withoutAWorkspaceThereIsNone()
    {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "none";
        QCOMPARE(SqliteLedger::open(path).error().code, std::string("store_failed"));
        QVERIFY(!std::filesystem::exists(path));
    }

    void aMonthIsSummedFromTheIndex()
    {
        Kept kept;
        sqlite3* database = nullptr;
        QCOMPARE(sqlite3_open((kept.path() / "workspace.db").string().c_str(), &database), SQLITE_OK);
        sqlite3_stmt* plan = nullptr;
        QCOMPARE(sqlite3_prepare_v2(database,
                     "EXPLAIN QUERY PLAN SELECT coalesce(sum(costNanoUsd), 0) FROM llm_call WHERE createdAt >= 1 AND "
                     "createdAt < 2",
                     -1, &plan, nullptr),
            SQLITE_OK);
        QCOMPARE(sqlite3_step(plan), SQLITE_ROW);
        const QByteArray words(reinterpret_cast<const char*>(sqlite3_column_text(plan, 3)));
        sqlite3_finalize(plan);
        sqlite3_close(database);
        QVERIFY2(words.contains("COVERING INDEX llm_call_time"), words.constData());
    }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "ledger_test.moc"
