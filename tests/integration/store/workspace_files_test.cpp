// SPDX-License-Identifier: AGPL-3.0-or-later
// A backup takes the place of a workspace, or nothing is touched.
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/adapters/sqlite/workspace_files.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace agentarmy;
namespace fs = std::filesystem;

namespace {
struct Shelf {
    ManualClock clock {parseTimestamp("2026-09-18T09:00:00Z").value()};
    SeededRandom random {7};
    QTemporaryDir folder;
    fs::path root {folder.path().toStdString()};

    std::unique_ptr<sqlite::SqliteStore> open(const char* name)
    {
        auto opened = sqlite::SqliteStore::open(root / name, {.clock = clock, .random = random});
        return opened ? std::move(*opened) : nullptr;
    }
    /// A workspace with one account of that name.
    void make(const char* folderName, const std::string& account)
    {
        const auto store = open(folderName);
        IdSource ids(clock, random);
        const auto id = ids.next();
        auto transaction = store->begin({});
        QVERIFY((*transaction)->create({"account", id}, {{"id", id.text()}, {"accountName", account}}, {}));
        QVERIFY((*transaction)->commit());
        if (fs::exists(root / "backup") || std::string(folderName) != "old")
            return;
        QVERIFY(store->backupTo({}, (root / "backup").string()));
    }
    std::string accountIn(const char* name)
    {
        const auto store = open(name);
        Query query;
        query.type = "account";
        const auto page = store->query({}, query);
        return page && page->items.size() == 1
            ? parseJson(page->items.front().body)->at("accountName").get<std::string>()
            : std::string();
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> list;
        for (const auto& entry : fs::directory_iterator(root))
            list.push_back(entry.path().filename().string());
        std::ranges::sort(list);
        return list;
    }
};
}

class WorkspaceFilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_shelf = std::make_unique<Shelf>();
        m_shelf->make("old", "Old");
        m_shelf->make("here", "New");
    }
    void theFolderAroundBackupsMeansTheNewest()
    {
        const auto stick = m_shelf->root / "stick";
        QCOMPARE(sqlite::backupIn(m_shelf->root / "backup"), m_shelf->root / "backup");
        QCOMPARE(sqlite::backupIn(stick), stick); // there is none: the error names what was chosen
        for (const auto* name : {"agentarmy-20260901T080000", "agentarmy-20261001T080000", "others"}) {
            fs::create_directories(stick / name);
            fs::copy_file(m_shelf->root / "backup" / "workspace.db", stick / name / "workspace.db");
        }
        fs::create_directories(stick / "agentarmy-20271001T080000"); // was never finished
        QCOMPARE(sqlite::backupIn(stick), stick / "agentarmy-20261001T080000");
        QVERIFY(sqlite::describeBackup(sqlite::backupIn(stick)));
    }
    void saysWhatABackupHolds()
    {
        const auto found = sqlite::describeBackup(m_shelf->root / "backup");
        QVERIFY(found);
        QCOMPARE(found->documents.at("account"), std::int64_t(1));
        QCOMPARE(found->newest, std::optional(m_shelf->clock.now()));
        QCOMPARE(fs::exists(m_shelf->root / "backup" / "workspace.lock"), false); // nothing was written beside it
        QCOMPARE(sqlite::describeBackup(m_shelf->root / "none").error().code, std::string("not_found"));
    }
    void takesThePlaceAndKeepsWhatWasThere()
    {
        auto staged = stage("backup");
        QVERIFY(staged);
        const auto before = sqlite::swapIn(*staged, m_shelf->root / "here", "1");
        QVERIFY(before);
        QCOMPARE(m_shelf->accountIn("here"), std::string("Old"));
        QCOMPARE(m_shelf->accountIn("here.before-1"), std::string("New"));
    }
    void aDamagedCopyTouchesNothing()
    {
        const auto file = m_shelf->root / "backup" / "workspace.db";
        fs::resize_file(file, fs::file_size(file) / 2);
        const auto before = m_shelf->names();
        QCOMPARE(sqlite::describeBackup(m_shelf->root / "backup").error().code, std::string("backup_damaged"));
        QVERIFY(!stage("backup"));
        QCOMPARE(m_shelf->names(), before);
        QCOMPARE(m_shelf->accountIn("here"), std::string("New"));
    }
    void aStoppedCopyTouchesNothing()
    {
        const auto before = m_shelf->names();
        std::stop_source stop;
        stop.request_stop();
        Context context;
        context.stop = stop.get_token();
        const auto staged = sqlite::stageBackup(
            context, m_shelf->root / "backup", m_shelf->root / "here", "1", m_shelf->clock, m_shelf->random);
        QVERIFY(!staged);
        QCOMPARE(staged.error().code, std::string("stopped"));
        QCOMPARE(m_shelf->names(), before);
    }
    void aFailedSwapIsTakenBack()
    {
        const auto done = sqlite::swapIn(m_shelf->root / "gone", m_shelf->root / "here", "1");
        QVERIFY(!done);
        QCOMPARE(done.error().code, std::string("restore_failed"));
        QCOMPARE(m_shelf->accountIn("here"), std::string("New"));
    }
    void anOpenWorkspaceIsLeftAlone()
    {
        const auto open = m_shelf->open("here");
        QCOMPARE(sqlite::removeWorkspace(m_shelf->root / "here").error().code, std::string("store_busy"));
        auto staged = stage("backup");
        QVERIFY(staged);
        QCOMPARE(sqlite::swapIn(*staged, m_shelf->root / "here", "1").error().code, std::string("store_busy"));
    }
    void clearingLeavesOtherFiles()
    {
        std::ofstream(m_shelf->root / "here" / "notes.txt") << "mine";
        QVERIFY(sqlite::removeWorkspace(m_shelf->root / "here"));
        QVERIFY(!fs::exists(m_shelf->root / "here" / "workspace.db"));
        QVERIFY(fs::exists(m_shelf->root / "here" / "notes.txt"));
        QCOMPARE(m_shelf->accountIn("here"), std::string()); // opens anew, empty
    }

private:
    Result<fs::path> stage(const char* backup)
    {
        return sqlite::stageBackup(
            {}, m_shelf->root / backup, m_shelf->root / "here", "1", m_shelf->clock, m_shelf->random);
    }
    std::unique_ptr<Shelf> m_shelf;
};

QTEST_GUILESS_MAIN(WorkspaceFilesTest)
#include "workspace_files_test.moc"
