// SPDX-License-Identifier: AGPL-3.0-or-later
// A disk that is full, that fails, and that loses power: nothing half written, nothing acknowledged lost.
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/base/hash.hpp"
#include "tests/integration/store/faulty_files.hpp"

#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace agentarmy;
using namespace agentarmy::test;

namespace {
const Cause cause {.what = "edit"};
const Context context;

/// Transaction k makes two records named k and sets the counter to k: all of it or nothing.
class Work {
public:
    Work(const std::filesystem::path& folder, const std::string& vfs)
        : m_folder(folder)
        , m_vfs(vfs)
    {
    }
    Result<void> open()
    {
        auto store
            = sqlite::SqliteStore::open(m_folder, {.clock = m_clock, .random = m_random, .vfs = m_vfs, .readers = 2});
        if (!store)
            return fail(store.error());
        m_store = std::move(*store);
        return {};
    }
    Store& store() { return *m_store; }
    void close() { m_store.reset(); }

    Result<void> write(int k)
    {
        auto transaction = m_store->begin(context);
        if (!transaction)
            return fail(transaction.error());
        auto& t = **transaction;
        auto counter = t.findByExternalKey("account", "name:counter");
        if (!counter)
            return fail(counter.error());
        for (int i = 0; i < 2; ++i)
            if (auto made = t.create({"message", m_ids.next()},
                    {{"subject", "k" + std::to_string(k)},
                        {"text", std::string(3000, 'x') + " word" + std::to_string(k)}},
                    cause);
                !made)
                return fail(made.error());
        if (!*counter) {
            if (auto made = t.create({"account", m_ids.next()}, {{"accountName", "counter"}, {"count", k}}, cause);
                !made)
                return fail(made.error());
        } else if (auto set = t.patch({"account", (*counter)->id},
                       {{"count", k, false}, {"industry", "word" + std::to_string(k), false}}, cause);
                   !set)
            return fail(set.error());
        if (auto job = t.addJob({.kind = "k", .key = std::to_string(k), .lane = "l"}); !job)
            return fail(job.error());
        const auto bytes = std::to_string(k) + std::string(k % 3 == 0 ? 300000 : 100, 'a');
        if (auto put = t.putAttachment(hexText(sha256(bytes)), bytes, "text/plain"); !put)
            return put;
        auto done = t.commit();
        if (!done)
            return fail(done.error());
        return {};
    }

    /// The counter, after everything was found to belong together; -1 with a reason if not.
    int check(std::string& reason)
    {
        auto problems = m_store->verify(context);
        if (!problems || !problems->empty()) {
            reason = problems ? problems->front() : problems.error().code + ' ' + problems.error().message;
            return -1;
        }
        auto counter = m_store->findByExternalKey(context, "account", "name:counter");
        if (!counter) {
            reason = counter.error().code;
            return -1;
        }
        const int count = *counter ? Json::parse((*counter)->body)["count"].get<int>() : 0;
        std::map<std::string, int> seen;
        (void)m_store->readRows(context, {.type = "message"}, [&](Row&& row) {
            ++seen[row.columns.name];
            return true;
        });
        for (int k = 1; k <= count; ++k)
            if (seen["k" + std::to_string(k)] != 2)
                reason = "transaction " + std::to_string(k) + " is not whole";
        if (int(seen.size()) != count)
            reason = std::to_string(seen.size()) + " transactions with records, counter " + std::to_string(count);
        if (*m_store->waitingJobCount(context) != count)
            reason = "jobs and counter differ";
        return reason.empty() ? count : -1;
    }

private:
    std::filesystem::path m_folder;
    std::string m_vfs;
    SystemClock m_clock;
    SeededRandom m_random {99};
    IdSource m_ids {m_clock, m_random};
    std::unique_ptr<Store> m_store;
};

bool known(const Error& error)
{
    static const std::set<std::string> codes {"disk_full", "store_failed", "store_damaged", "store_busy"};
    return codes.contains(error.code) && !error.message.empty();
}
}

class StoreFaultsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFailureIsReportedAndNothingIsHalfWritten_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<bool>("lasting");
        for (const auto fault : allFaults)
            for (const bool lasting : {false, true})
                QTest::addRow("%s, %s", nameOf(fault), lasting ? "lasting" : "once") << int(fault) << lasting;
    }

    void everyFailureIsReportedAndNothingIsHalfWritten()
    {
        QFETCH(int, fault);
        QFETCH(bool, lasting);
        auto& files = FaultyFiles::instance();
        int step = 1;
        int failures = 0;
        for (int call = 1; call < 5000; call += step) {
            QTemporaryDir folder;
            Work work(folder.path().toStdString(), FaultyFiles::name());
            QVERIFY(work.open());
            for (int k = 1; k <= 2; ++k)
                QVERIFY(work.write(k));
            files.arm(Fault(fault), call, lasting);
            int acknowledged = 2;
            int tried = 2;
            for (int k = 3; k <= 6; ++k) {
                tried = k;
                const auto done = work.write(k);
                if (!done) {
                    QVERIFY2(known(done.error()), (done.error().code + ": " + done.error().message).c_str());
                    ++failures;
                    break;
                }
                acknowledged = k;
                const auto hits = work.store().search(context, {"word" + std::to_string(k) + ' ', {}, 20});
                if (!hits) {
                    QVERIFY2(known(hits.error()), hits.error().code.c_str());
                    ++failures;
                } else {
                    QCOMPARE(hits->size(), std::size_t(3));
                }
            }
            const bool fired = files.fired();
            files.disarm();
            // The same program goes on when the disk is well again.
            std::string reason;
            const int now = work.check(reason);
            QVERIFY2(now >= acknowledged && now <= tried,
                ("call " + std::to_string(call) + ": " + reason + " counter " + std::to_string(now)).c_str());
            QVERIFY(work.write(now + 1));
            work.close();
            Work again(folder.path().toStdString(), {});
            QVERIFY(again.open());
            const int later = again.check(reason);
            QVERIFY2(later == now + 1, ("after opening again, call " + std::to_string(call) + ": " + reason).c_str());
            if (!fired)
                break;
            step = call < 40 ? 1 : 1 + call / 15; // each of the first calls, then some of the many
        }
        QVERIFY(failures > 0 || Fault(fault) == Fault::failedTruncate);
    }

    /// Opening itself meets the failure: it says so and opens the next time.
    void openingSurvivesFailures()
    {
        auto& files = FaultyFiles::instance();
        for (const auto fault : allFaults)
            for (int call = 1; call < 200; call += 1 + call / 8) {
                QTemporaryDir folder;
                files.arm(fault, call, false);
                Work work(folder.path().toStdString(), FaultyFiles::name());
                const auto opened = work.open();
                const bool fired = files.fired();
                files.disarm();
                if (!opened)
                    QVERIFY2(known(opened.error()), (opened.error().code + ": " + opened.error().message).c_str());
                work.close();
                Work again(folder.path().toStdString(), {});
                const auto second = again.open();
                QVERIFY2(second.has_value(),
                    second ? ""
                           : (std::string(nameOf(fault)) + ' ' + std::to_string(call) + ": " + second.error().message)
                                 .c_str());
                QVERIFY(again.write(1));
                std::string reason;
                QCOMPARE(again.check(reason), 1);
                if (!fired)
                    break;
            }
    }

    void acknowledgedSurvivesAPowerCut()
    {
        const auto seed = 4711U;
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        auto& files = FaultyFiles::instance();
        for (int round = 0; round < 40; ++round) {
            QTemporaryDir folder, copy;
            const std::filesystem::path after = (copy.path() + "/after").toStdString();
            Work work(folder.path().toStdString(), FaultyFiles::name());
            QVERIFY(work.open());
            const int acknowledged = 1 + int(random() % 25);
            for (int k = 1; k <= acknowledged; ++k)
                QVERIFY(work.write(k));
            files.copyAfterPowerCut(folder.path().toStdString(), after, random); // at rest: all of it was flushed
            // In the middle of one more: stopped at some write.
            files.arm(Fault::failedWrite, 1 + int(random() % 20), true);
            const bool oneMore = work.write(acknowledged + 1).has_value();
            const std::filesystem::path middle = (copy.path() + "/middle").toStdString();
            files.copyAfterPowerCut(folder.path().toStdString(), middle, random);
            files.disarm();
            for (const auto& path : {after, middle}) {
                Work again(path, {});
                const auto opened = again.open();
                QVERIFY2(opened.has_value(), opened ? "" : opened.error().message.c_str());
                std::string reason;
                const int now = again.check(reason);
                const int least = path == middle && oneMore ? acknowledged + 1 : acknowledged;
                QVERIFY2(now >= least && now <= acknowledged + 1,
                    ("round " + std::to_string(round) + ": " + reason + " counter " + std::to_string(now)).c_str());
                QVERIFY(again.write(now + 1));
            }
        }
    }
};

QTEST_GUILESS_MAIN(StoreFaultsTest)
#include "store_faults_test.moc"
