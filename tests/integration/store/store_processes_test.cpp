// SPDX-License-Identifier: AGPL-3.0-or-later
// Several processes on one workspace: killed at any moment, writing at once, reading meanwhile.
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/base/hash.hpp"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <csignal>
#include <poll.h>
#include <random>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace agentarmy;

namespace {
const Context context;
const Cause cause {.what = "edit"};
std::string program;

template <class T> T orExit(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "child: %s: %s\n", result.error().code.c_str(), result.error().message.c_str());
        std::_Exit(3);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

std::unique_ptr<Store> openStore(const std::string& folder)
{
    static SystemClock clock;
    static SystemRandom random;
    return orExit(sqlite::SqliteStore::open(folder, {.clock = clock, .random = random}));
}

Uuid counterId()
{
    Uuid id;
    id.bytes.fill(7);
    return id;
}

int counterOf(Store& store)
{
    const auto document = store.get(context, {"counter", counterId()});
    return document ? Json::parse(document->body)["count"].get<int>() : 0;
}

/// Raises the counter and makes 1..12 messages that name its value, in one transaction; large attachments now and then.
int raise(Store& store, IdSource& ids, std::mt19937& random)
{
    auto transaction = orExit(store.begin(context));
    const auto now = orExit(transaction->get({"counter", counterId()}));
    const int count = 1 + (now ? Json::parse(now->body)["count"].get<int>() : 0);
    const int size = 1 + int(random() % 12);
    if (now)
        orExit(transaction->patch({"counter", counterId()}, {{"count", count, false}, {"size", size, false}}, cause));
    else
        orExit(transaction->create({"counter", counterId()}, {{"count", count}, {"size", size}}, cause));
    for (int i = 0; i < size; ++i)
        orExit(transaction->create({"message", ids.next()},
            {{"subject", "k" + std::to_string(count)},
                {"text", "number" + std::to_string(size) + std::string(random() % 6000, 'y')}},
            cause));
    orExit(transaction->addJob({.kind = "k", .key = std::to_string(count), .lane = std::to_string(random() % 3)}));
    const auto bytes = std::to_string(count) + std::string(random() % 20 == 0 ? 300000 : 200, 'b');
    orExit(transaction->putAttachment(hexText(sha256(bytes)), bytes, "text/plain"));
    orExit(transaction->commit());
    return count;
}

/// Writes until it is killed; each acknowledged transaction is told over the pipe.
int writeForEver(const std::string& folder, unsigned seed)
{
    auto store = openStore(folder);
    SystemClock clock;
    SystemRandom source;
    IdSource ids(clock, source);
    std::mt19937 random(seed);
    for (;;) {
        const int count = raise(*store, ids, random);
        if (::write(STDOUT_FILENO, &count, sizeof count) != sizeof count)
            return 1;
    }
}

int writeSome(const std::string& folder, unsigned seed, int transactions)
{
    auto store = openStore(folder);
    SystemClock clock;
    SystemRandom source;
    IdSource ids(clock, source);
    std::mt19937 random(seed);
    for (int i = 0; i < transactions; ++i)
        raise(*store, ids, random);
    return 0;
}

struct Child {
    pid_t pid = -1;
    int pipe = -1;
};

Child start(std::vector<std::string> arguments)
{
    int ends[2];
    if (::pipe(ends) != 0)
        return {};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    arguments.insert(arguments.begin(), program);
    std::vector<char*> raw;
    for (auto& each : arguments)
        raw.push_back(each.data());
    raw.push_back(nullptr);
    Child child;
    posix_spawn(&child.pid, program.c_str(), &actions, nullptr, raw.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    child.pipe = ends[0];
    return child;
}
}

class StoreProcessesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void killedTwoHundredTimesNothingAcknowledgedIsLost()
    {
        const unsigned seed
            = qEnvironmentVariableIsSet("AGENTARMY_SEED") ? qEnvironmentVariableIntValue("AGENTARMY_SEED") : 20260310U;
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        QTemporaryDir folder;
        const auto path = folder.path().toStdString();
        int acknowledged = 0;
        int wholeRuns = 0;
        // scripts/soak goes on for its minutes.
        const int minutes = qEnvironmentVariableIntValue("AGENTARMY_SOAK_MINUTES");
        QDeadlineTimer deadline(std::chrono::minutes {minutes});
        int round = 0;
        for (; round < 200 || !deadline.hasExpired(); ++round) {
            auto child = start({"--write", path, std::to_string(random())});
            QVERIFY(child.pid > 0);
            // Killed after a number of acknowledgements or at a moment between two, often while it still opens.
            const int wanted = int(random() % 6);
            const int lastMoment = int(random() % 4000); // microseconds
            for (int got = 0; got < wanted; ++got) {
                pollfd waiting {child.pipe, POLLIN, 0};
                QVERIFY2(::poll(&waiting, 1, 20000) == 1, "the child writes nothing");
                int count = 0;
                QCOMPARE(::read(child.pipe, &count, sizeof count), ssize_t(sizeof count));
                QVERIFY(count > acknowledged);
                acknowledged = count;
            }
            QTest::qSleep(0);
            std::this_thread::sleep_for(std::chrono::microseconds(lastMoment));
            ::kill(child.pid, SIGKILL);
            int status = 0;
            ::waitpid(child.pid, &status, 0);
            QVERIFY(WIFSIGNALED(status));
            for (int count = 0; ::read(child.pipe, &count, sizeof count) == sizeof count;)
                acknowledged = count; // told before it died
            ::close(child.pipe);
            wholeRuns += wanted > 0;
            if (round % 10 == 9) {
                auto store = openStore(path);
                const int count = counterOf(*store);
                QVERIFY2(count >= acknowledged, "an acknowledged transaction is gone");
                acknowledged = count;
                std::map<std::string, int> seen;
                QVERIFY(store->readRows(context, {.type = "message"}, [&](Row&& row) {
                    ++seen[row.columns.name];
                    return true;
                }));
                QCOMPARE(int(seen.size()), count);
                const auto history = store->history(context, {"counter", counterId()}, 1000000);
                QVERIFY(history);
                for (const auto& change : *history)
                    if (change.op == ChangeOp::patch) {
                        int k = 0;
                        for (const auto& value : change.values)
                            if (value.path == "count")
                                k = value.after.get<int>();
                        const auto siblings = store->changesOfMutation(context, change.mutationId);
                        QCOMPARE(int(siblings->size()), seen["k" + std::to_string(k)] + 1);
                        if (round % 200 != 199)
                            break; // all of them now and then
                    }
                QCOMPARE(*store->waitingJobCount(context), std::int64_t(count));
                const auto problems = store->verify(context);
                QVERIFY(problems);
                QVERIFY2(problems->empty(), problems->empty() ? "" : problems->front().c_str());
            }
        }
        qInfo("%d transactions survived %d kills, %d of them after an acknowledgement", acknowledged, round, wholeRuns);
        QVERIFY(acknowledged > 100);
    }

    void writersOfThreeProcessesTakeTurns()
    {
        QTemporaryDir folder;
        const auto path = folder.path().toStdString();
        openStore(path).reset();
        constexpr int each = 40;
        std::vector<Child> children;
        for (int i = 0; i < 3; ++i)
            children.push_back(start({"--some", path, std::to_string(i), std::to_string(each)}));
        auto store = openStore(path); // reads meanwhile
        std::int64_t head = 0;
        int running = int(children.size());
        while (running > 0) {
            const auto now = store->head(context);
            QVERIFY(now);
            QVERIFY(*now >= head);
            head = *now;
            const auto changes = store->changes(context, 0, 100000);
            QVERIFY(changes);
            QVERIFY(std::int64_t(changes->size()) >= head); // gap-free up to the head
            for (auto& child : children) {
                int status = 0;
                if (child.pid > 0 && ::waitpid(child.pid, &status, WNOHANG) == child.pid) {
                    QCOMPARE(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 0);
                    ::close(child.pipe);
                    child.pid = -1;
                    --running;
                }
            }
        }
        QCOMPARE(counterOf(*store), 3 * each);
        const auto problems = store->verify(context);
        QVERIFY(problems);
        QVERIFY2(problems->empty(), problems->empty() ? "" : problems->front().c_str());
    }

    /// Under the thread sanitizer this shows that store, pool and queue share nothing unguarded.
    void readersSeeWholeStatesWhileOneWrites()
    {
        QTemporaryDir folder;
        auto store = openStore(folder.path().toStdString());
        SystemClock clock;
        SystemRandom source;
        IdSource ids(clock, source);
        const DocumentKey left {"note", ids.next()};
        const DocumentKey right {"note", ids.next()};
        {
            auto transaction = orExit(store->begin(context));
            orExit(transaction->create(left, {{"amount", 1000}}, cause));
            orExit(transaction->create(right, {{"amount", 0}}, cause));
            orExit(transaction->commit());
        }
        std::atomic<bool> done = false;
        std::atomic<int> reads = 0;
        std::atomic<int> wrong = 0;
        std::vector<std::jthread> readers;
        for (int reader = 0; reader < 6; ++reader) // more than there are connections
            readers.emplace_back([&, reader] {
                std::int64_t head = 0;
                while (!done) {
                    ++reads;
                    const auto page = store->query(context, {.type = "note", .limit = 10});
                    int sum = 0;
                    if (page)
                        for (const auto& document : page->items)
                            sum += Json::parse(document.body)["amount"].get<int>();
                    const auto now = store->head(context);
                    const auto hits = store->search(context, {"number", {}, 50});
                    const auto history = store->history(context, reader % 2 ? left : right, 3);
                    if (!page || sum != 1000 || !now || *now < head || !hits || !history)
                        ++wrong;
                    head = now.value_or(head);
                }
            });
        for (int i = 1; i <= 150; ++i) {
            auto transaction = orExit(store->begin(context));
            orExit(transaction->patch(left, {{"amount", 1000 - i, false}}, cause));
            orExit(transaction->create({"message", ids.next()}, {{"text", "number " + std::to_string(i)}}, cause));
            orExit(transaction->patch(right, {{"amount", i, false}}, cause));
            if (i % 5 == 0)
                transaction.reset();
            else
                orExit(transaction->commit());
            if (i % 5 == 0) { // what was given up is done again, so that the sums go on
                auto again = orExit(store->begin(context));
                orExit(again->patch(left, {{"amount", 1000 - i, false}}, cause));
                orExit(again->patch(right, {{"amount", i, false}}, cause));
                orExit(again->commit());
            }
        }
        done = true;
        readers.clear();
        QCOMPARE(wrong.load(), 0);
        QVERIFY(reads > 6);
        QVERIFY(store->verify(context)->empty());
    }
};

int main(int argc, char** argv)
{
    program = std::filesystem::read_symlink("/proc/self/exe").string();
    if (argc == 4 && std::string(argv[1]) == "--write")
        return writeForEver(argv[2], unsigned(std::stoul(argv[3])));
    if (argc == 5 && std::string(argv[1]) == "--some")
        return writeSome(argv[2], unsigned(std::stoul(argv[3])), std::stoi(argv[4]));
    const QCoreApplication app(argc, argv);
    StoreProcessesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "store_processes_test.moc"
