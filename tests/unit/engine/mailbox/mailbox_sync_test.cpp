// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/mailbox/known_servers.hpp"
#include "core/engine/mailbox/mailbox_sync.hpp"

#include <QTest>

namespace agentarmy {
namespace {
Error unreachable() { return {ErrorKind::unavailable, "mail_unreachable", "gone", {}}; }

/// A mail server as far as numbers matter, with a clock of its own.
struct Server {
    struct Folder {
        std::uint32_t validity = 1, next = 1;
        std::map<std::uint32_t, int> mails; ///< number -> mail
    };
    std::map<std::string, Folder> folders;

    void deliver(const std::string& folder, int mail)
    {
        auto& f = folders[folder];
        f.mails[f.next++] = mail;
    }
    void renumber(const std::string& folder)
    {
        auto& f = folders[folder];
        ++f.validity;
        std::map<std::uint32_t, int> again;
        f.next = 1;
        for (auto mail = f.mails.rbegin(); mail != f.mails.rend(); ++mail) // a restored mailbox has another order
            again[f.next++] = mail->second;
        f.mails = std::move(again);
    }
};

/// What lies on the disk of the client: places and mails of one transaction each.
struct Disk {
    FolderPlaces places;
    std::map<int, int> read; ///< mail -> how often it was stored as a new one
    std::set<int> answered; ///< mails of which the agent has read the turn
};

/// A client that does what the machine orders, on a server that fails as the seed says.
class Client {
public:
    Client(Server& server, Disk& disk, std::uint64_t seed)
        : m_server(server)
        , m_disk(disk)
        , m_random(seed)
    {
        restart();
    }
    void restart()
    {
        m_sync.emplace(SyncRules {}, m_disk.places);
        m_open = nullptr;
    }
    /// One order. `faults`: chance of a failure, in percent. True: it waits for news, all is read.
    bool step(Timestamp& now, int faults)
    {
        const auto order = m_sync->next(now);
        const auto fails = [&](int share = 100) { return chance(faults * share / 100); };
        if (order.step == SyncStep::pause) {
            now = order.until;
            return false;
        }
        if (order.step == SyncStep::halt) {
            ++halts;
            m_sync->hurry();
            return false;
        }
        if (fails()) {
            if (chance(20))
                restart(); // the program is killed
            else
                m_sync->failed(problem(), m_disk.places, now, fraction());
            return false;
        }
        switch (order.step) {
        case SyncStep::signIn:
            m_sync->signedIn();
            break;
        case SyncStep::list:
            m_sync->listed({{"INBOX", "INBOX", FolderRole::inbox}, {"Sent", "Sent", FolderRole::sent},
                {"Other", "Other", FolderRole::other}});
            break;
        case SyncStep::open: {
            m_open = &m_server.folders[order.folder];
            m_sync->opened({m_open->validity, chance(10) ? 0 : m_open->next, std::uint32_t(m_open->mails.size())});
            break;
        }
        case SyncStep::read:
            return read(order, now, faults), false;
        case SyncStep::compare:
            m_sync->compared(now);
            break;
        case SyncStep::understand:
            for (const auto& [mail, count] : m_disk.read)
                m_disk.answered.insert(mail);
            m_sync->understood();
            break;
        case SyncStep::wait:
            m_sync->woke(chance(50) ? MailWait::news : MailWait::nothing);
            now += std::chrono::seconds(30);
            return true;
        case SyncStep::pause:
        case SyncStep::halt:
            break;
        }
        return false;
    }
    int halts = 0;

private:
    void read(const SyncOrder& order, Timestamp now, int faults)
    {
        auto place = m_sync->places().at(order.folder);
        if (order.renumbered || place.nextUid == 1)
            m_disk.places[order.folder] = place;
        const auto last = order.to == 0xFFFFFFFF ? 0 : order.to;
        std::uint32_t next = order.from;
        for (const auto& [number, mail] : m_open->mails) {
            if (number < order.from || (last != 0 && number > last))
                continue;
            // A batch is a mail here: stored with its place, or not at all.
            if (chance(faults)) {
                if (chance(30))
                    return restart();
                return m_sync->failed(problem(), m_disk.places, now, fraction());
            }
            if (!m_disk.read.contains(mail)) // known by its Message-ID otherwise
                ++m_disk.read[mail];
            next = number + 1;
            m_disk.places[order.folder] = {place.uidValidity, next, false};
        }
        m_disk.places[order.folder] = {place.uidValidity, last == 0 ? next : last + 1, true};
        m_sync->readDone();
    }
    Error problem()
    {
        switch (m_random.next() % 6) {
        case 0:
            return {ErrorKind::unavailable, "mail_timeout", "", {}};
        case 1:
            return {ErrorKind::unavailable, "mail_busy", "", {}};
        case 2:
            return {ErrorKind::internal, "mail_protocol", "", {}};
        case 3:
            return {ErrorKind::unavailable, "store_busy", "", {}};
        default:
            return unreachable();
        }
    }
    bool chance(int percent) { return int(m_random.next() % 100) < percent; }
    double fraction() { return double(m_random.next() % 1000) / 1000; }

    Server& m_server;
    Disk& m_disk;
    SeededRandom m_random;
    std::optional<MailboxSync> m_sync;
    Server::Folder* m_open = nullptr;
};
}

class MailboxSyncTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// 1,000 days with 60 mails while server and client die at random: in the end each is read once.
    void eachMailIsReadOnceWhateverFails()
    {
        for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
            Server server;
            server.folders["INBOX"];
            server.folders["Sent"];
            Disk disk;
            Client client(server, disk, seed);
            SeededRandom random(seed * 7919);
            auto now = Timestamp {} + std::chrono::hours(24 * 20000);
            int mails = 0;
            for (int turn = 0; turn < 3000 && mails < 60; ++turn) {
                if (random.next() % 5 == 0)
                    server.deliver(random.next() % 4 == 0 ? "Sent" : "INBOX", mails++);
                if (random.next() % 200 == 0)
                    server.renumber("INBOX");
                client.step(now, 15);
            }
            QCOMPARE(mails, 60);
            int quiet = 0;
            for (int turn = 0; turn < 3000 && quiet < 3; ++turn) // the storm is over
                quiet += client.step(now, 0) ? 1 : 0;
            QVERIFY2(quiet == 3, qPrintable(QStringLiteral("seed %1: it never came to rest").arg(seed)));
            for (int mail = 0; mail < mails; ++mail) {
                const auto found = disk.read.find(mail);
                QVERIFY2(found != disk.read.end() && found->second == 1,
                    qPrintable(QStringLiteral("seed %1: mail %2").arg(seed).arg(mail)));
                QVERIFY(disk.answered.contains(mail));
            }
        }
    }

    void pausesGrowAndEnd()
    {
        MailboxSync sync({}, {});
        const auto start = Timestamp {} + std::chrono::hours(1);
        auto now = start;
        QCOMPARE(sync.next(now).step, SyncStep::signIn);
        std::chrono::milliseconds last {0};
        for (int i = 0; i < 20; ++i) {
            sync.failed(unreachable(), {}, now, 0.999);
            const auto order = sync.next(now);
            QCOMPARE(order.step, SyncStep::pause);
            const auto pause = order.until - now;
            QVERIFY(pause >= last);
            QVERIFY(pause <= std::chrono::minutes(15));
            last = pause;
            now = order.until;
            QCOMPARE(sync.next(now).step, SyncStep::signIn);
        }
        QVERIFY(last > std::chrono::minutes(14));
        sync.failed({ErrorKind::unavailable, "mail_busy", "", {}}, {}, now, 0);
        QVERIFY(sync.next(now).until - now >= std::chrono::seconds(45));
        sync.hurry();
        QCOMPARE(sync.next(now).step, SyncStep::signIn);
    }

    void aRefusedSignInHaltsUntilSomebodyActs()
    {
        const Error refused {ErrorKind::denied, "mail_sign_in", "no", {}};
        MailboxSync fresh({}, {});
        const auto now = Timestamp {} + std::chrono::hours(1);
        fresh.failed(refused, {}, now, 0);
        QCOMPARE(fresh.next(now).step, SyncStep::halt);
        QCOMPARE(QString::fromStdString(fresh.next(now).problem->code), QString("mail_sign_in"));
        fresh.hurry();
        QCOMPARE(fresh.next(now).step, SyncStep::signIn);
        // One that worked before may be in the middle of a restart of its server.
        MailboxSync known({}, {});
        known.signedIn();
        known.failed(refused, {}, now, 0);
        known.failed(refused, {}, now, 0);
        QCOMPARE(known.next(now).step, SyncStep::pause);
        known.failed(refused, {}, now, 0);
        QCOMPARE(known.next(now).step, SyncStep::halt);
    }

    void readsInboxSentAndArchive()
    {
        const std::vector<RemoteFolder> there {{"Trash", "Trash", FolderRole::trash},
            {"A", "Archive", FolderRole::archive}, {"Sent", "Sent", FolderRole::sent},
            {"INBOX", "INBOX", FolderRole::inbox}, {"Work/Acme", "Acme", FolderRole::other}};
        const auto paths = [](const std::vector<RemoteFolder>& folders) {
            std::string all;
            for (const auto& folder : folders)
                all += folder.path + ' ';
            return QString::fromStdString(all);
        };
        QCOMPARE(paths(foldersToRead(there, {})), QString("INBOX Sent A "));
        auto gmail = there;
        gmail.push_back({"[Gmail]/All Mail", "All Mail", FolderRole::all});
        QCOMPARE(paths(foldersToRead(gmail, {})), QString("INBOX Sent [Gmail]/All Mail "));
        QCOMPARE(paths(foldersToRead(there, {"acme", "inbox", "nowhere"})), QString("INBOX Work/Acme "));
        MailboxSync sync({{"nowhere"}}, {});
        sync.signedIn();
        sync.listed(there);
        QCOMPARE(sync.next({}).step, SyncStep::halt);
    }

    void placesAreTexts()
    {
        const FolderPlace place {4711, 99, true};
        QCOMPARE(placeText(place), std::string("4711 99 1"));
        QVERIFY(placeOf("4711 99 1") == place);
        for (const auto* bad : {"", "x", "1", "1 0 1", "99999999999 1 1", "-1 2 1"})
            QVERIFY2(placeOf(bad) == FolderPlace {}, bad);
    }

    void serversAreGuessed_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("imap");
        QTest::addColumn<QString>("smtp");
        QTest::addColumn<bool>("known");
        QTest::addRow("own domain") << "lena@Meridian.example"
                                    << "imap.meridian.example:993"
                                    << "smtp.meridian.example:465" << false;
        QTest::addRow("gmail") << "a@gmail.com"
                               << "imap.gmail.com:993"
                               << "smtp.gmail.com:465" << true;
        QTest::addRow("icloud") << "a@me.com"
                                << "imap.mail.me.com:993"
                                << "smtp.mail.me.com:587" << true;
        QTest::addRow("gmx") << " A@GMX.de "
                             << "imap.gmx.net:993"
                             << "mail.gmx.net:465" << true;
        QTest::addRow("none") << "lena"
                              << ":0"
                              << ":0" << false;
        QTest::addRow("half") << "lena@"
                              << ":0"
                              << ":0" << false;
    }
    void serversAreGuessed()
    {
        QFETCH(QString, address);
        QFETCH(QString, imap);
        QFETCH(QString, smtp);
        QFETCH(bool, known);
        const auto guess = guessServers(address.toStdString());
        const auto text = [](const MailServer& server) {
            return QString::fromStdString(server.host + ':' + std::to_string(server.port));
        };
        QCOMPARE(text(guess.incoming), imap);
        QCOMPARE(text(guess.outgoing), smtp);
        QCOMPARE(guess.known, known);
    }
};
}

QTEST_APPLESS_MAIN(agentarmy::MailboxSyncTest)
#include "mailbox_sync_test.moc"
