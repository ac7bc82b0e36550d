// SPDX-License-Identifier: AGPL-3.0-or-later
// How fast a live mailbox is, against a real dovecot on this machine:
//
//   mailbox_bench [MAILS]
//
//   fetch     all mails over the wire, thrown away: the baseline
//   import    the same, stored with threads and people (the agent reads later)
//   arrival   one mail more: from its delivery to the draft that waits, and the processor time that this takes
//   idle      processor time of a mailbox that waits, as a share of one core
#include "core/adapters/localmodel/local_model.hpp"
#include "core/adapters/mail/disk_mailboxes.hpp"
#include "core/adapters/mailserver/net_mail_servers.hpp"
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/engine/jobs/job_runner.hpp"
#include "core/engine/mailbox/mailbox_desk.hpp"
#include "core/engine/mailbox/mailbox_keeper.hpp"
#include "core/engine/records/reading.hpp"
#include "tests/support/dovecot.hpp"
#include "tests/support/memory_secrets.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

using namespace agentarmy;
using namespace agentarmy::tests;

namespace {
using Steady = std::chrono::steady_clock;

double since(Steady::time_point begin) { return std::chrono::duration<double>(Steady::now() - begin).count(); }

double processorSeconds()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

std::string benchMail(int at, const QDateTime& when, const std::string& words)
{
    const auto company = "company" + std::to_string(at % 150) + ".example";
    return "From: Person " + std::to_string(at % 500) + " <p" + std::to_string(at % 500) + '@' + company
        + ">\r\nTo: lena@meridianflow.example\r\nSubject: Planning " + std::to_string(at / 4) + "\r\nDate: "
        + when.toString("ddd, dd MMM yyyy hh:mm:ss").toStdString() + " +0000\r\nMessage-ID: <bench" + std::to_string(at)
        + '@' + company + ">\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello Lena,\r\n\r\n" + words
        + "\r\n\r\nThe exports are slow, and closing the month takes nine days. Could we see how you handle returns "
          "and "
          "late deliveries? We compare three vendors by price, uptime and how quickly a new site can be "
          "connected.\r\n\r\n"
          "Best regards\r\nPerson "
        + std::to_string(at % 500) + "\r\nHead of Operations\r\n";
}

template <class T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", result.error().code.c_str(), result.error().message.c_str());
    return std::move(*result);
}
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const int mails = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5000;
    constexpr int arrivals = 31;
    Dovecot server;
    const auto now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < mails; ++i)
        server.deliver(
            "bench", "INBOX", benchMail(i, now.addSecs(-60LL * (mails - i)), "We need a planning tool by October."));
    if (!server.start())
        qFatal("dovecot: %s", server.log().c_str());

    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    IdSource ids(clock, random);
    localmodel::LocalModel model;
    mail::DiskMailboxes files;
    mailserver::NetMailServers servers;
    MemorySecrets secrets;
    auto store = must(sqlite::SqliteStore::open(folder.filePath("workspace").toStdString(), {clock, random}));
    Context context;
    const auto workspace = must(openWorkspace(*store, context, ids, clock));
    context.actor.userId = workspace.self;
    const MailboxParts parts {{*store, model, ids, clock}, files, servers, secrets, random};
    Mailbox mailbox;
    mailbox.address = "lena@meridianflow.example";
    mailbox.incoming = {"localhost", server.tlsPort(), MailSecurity::tls, "bench"};
    mailbox.caFile = testCertificates().authority;
    mailbox = must(MailboxDesk(parts, *store).add(context, mailbox, "secret"));

    auto session = must(servers.signIn(context, must(accessOf(secrets, context, mailbox, mailbox.incoming))));
    must(session->open(context, "INBOX"));
    auto begin = Steady::now();
    const auto numbers = must(session->numbers(context, 1, 0xFFFFFFFF, {}));
    for (std::size_t at = 0; at < numbers.size(); at += 100)
        must(session->fetch(context,
            {numbers.begin() + std::ptrdiff_t(at),
                numbers.begin() + std::ptrdiff_t(std::min(numbers.size(), at + 100))},
            1 << 25));
    const auto fetch = since(begin);
    session.reset();
    std::printf("fetch    %7.0f mails/s\n", mails / fetch);

    begin = Steady::now();
    MailboxReader first(parts, context, mailbox, {}, [](const Context&) { return Result<void> {}; }, {});
    if (auto done = first.run(true); !done)
        qFatal("%s", done.error().message.c_str());
    const auto import = since(begin);
    std::printf("import   %7.0f mails/s, %.1f times the baseline\n", mails / import, import / fetch);

    const auto understand = [&](const Context& who) -> Result<void> {
        const auto fresh = must(readWorkspace(*store, who));
        must(JobRunner(parts.engine, who, fresh).drain(2));
        return {};
    };
    begin = Steady::now();
    if (auto done = understand(context); !done)
        return 1;
    std::printf("reading  %7.0f turns/s\n", mails / since(begin));

    std::atomic<int> upToDate {0};
    MailboxKeeper keeper(parts, context, {}, understand,
        {[&](Id<Mailbox>, const MailboxStatus& status) {
             upToDate += status.state == MailboxState::upToDate ? 1 : 0;
             upToDate.notify_all();
         },
            {}});
    if (auto started = keeper.reload(); !started)
        return 1;
    const auto settled = [&](int rounds) {
        for (int reached = upToDate; reached < rounds; reached = upToDate)
            upToDate.wait(reached); // costs nothing, so that only what is measured counts
    };
    settled(1);
    std::vector<double> latencies;
    std::vector<double> costs;
    for (int i = 0; i < arrivals; ++i) {
        const int before = upToDate;
        begin = Steady::now();
        server.deliver("bench", "INBOX",
            benchMail(mails + i, QDateTime::currentDateTimeUtc(), "How long does it take to set up?"));
        const auto processor = processorSeconds(); // the delivery itself is not ours
        settled(before + 1);
        latencies.push_back(since(begin) * 1000);
        costs.push_back((processorSeconds() - processor) * 1000);
    }
    std::printf("arrival  %7.0f ms to the draft (median of %d), own processor time %.1f ms\n", median(latencies),
        arrivals, median(costs));

    const auto idleFrom = processorSeconds();
    begin = Steady::now();
    std::this_thread::sleep_for(std::chrono::seconds(20));
    std::printf("idle     %7.4f %% of a core\n", 100 * (processorSeconds() - idleFrom) / since(begin));
    return 0;
}
