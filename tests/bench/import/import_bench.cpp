// SPDX-License-Identifier: AGPL-3.0-or-later
// How fast mail becomes conversations, deals and search results, and how that grows with the mailbox.
//
//   import_bench [MAILS...]      one line of JSON per size; default: 1000 10000 100000
//
// Each size is imported into a workspace of its own in the temporary folder. The named baseline is the same mailbox
// read by the mail reader alone, by as many threads as the import uses: what is left is threading, storing, the
// full-text index and the agent's reading. Times are of the whole process: run it on an idle machine, several times.
#include "core/adapters/localmodel/local_model.hpp"
#include "core/adapters/mail/disk_mailboxes.hpp"
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/engine/import/importer.hpp"
#include "core/engine/workspace/search.hpp"
#include "tests/bench/import/mailbox_maker.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace agentarmy::bench {
namespace {
using Seconds = std::chrono::duration<double>;
constexpr int workers = 2;

/// A field of /proc/self/status in MB.
double memory(const char* field)
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line))
        if (line.starts_with(field))
            return std::atof(line.c_str() + std::string_view(field).size() + 1) / 1024;
    return 0;
}

Seconds timed(const auto& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::steady_clock::now() - begin;
}

/// All mails parsed, nothing else: each thread takes every n-th.
void parseAlone(const std::filesystem::path& file)
{
    std::vector<std::jthread> threads;
    for (int mine = 0; mine < workers; ++mine)
        threads.emplace_back([&file, mine] {
            mail::DiskMailboxes mailboxes;
            auto source = mailboxes.open(file, MailboxForm::mbox, 0);
            if (!source)
                return;
            for (int at = 0;; ++at) {
                auto item = (*source)->next();
                if (!item || !*item)
                    break;
                if (at % workers == mine)
                    (void)mailboxes.parse((*item)->raw, (*item)->fallbackDate);
            }
        });
}

[[noreturn]] void giveUp(const Error& error)
{
    std::fprintf(stderr, "%s: %s\n", error.code.c_str(), error.message.c_str());
    std::exit(1);
}

void measure(int mails)
{
    const auto folder = std::filesystem::temp_directory_path() / ("agentarmy-import-bench-" + std::to_string(mails));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto mbox = folder / "mail.mbox";
    MailboxMaker maker(mbox);
    maker.write(mails);

    const auto parsing = timed([&] { parseAlone(mbox); });
    const double before = memory("VmRSS");
    SystemClock clock;
    SystemRandom random;
    IdSource ids(clock, random);
    auto store = sqlite::SqliteStore::open(folder / "workspace", {.clock = clock, .random = random});
    if (!store)
        giveUp(store.error());
    auto workspace = openWorkspace(**store, {}, ids, clock);
    if (!workspace)
        giveUp(workspace.error());
    Context context;
    context.actor.userId = workspace->self;
    localmodel::LocalModel model;
    mail::DiskMailboxes mailboxes;
    ImportOptions options;
    options.paths = {mbox};
    options.own = {"seller.example"};
    options.workers = workers;
    ImportReport report;
    Seconds stored {};
    double peak = 0;
    const auto begin = std::chrono::steady_clock::now();
    const auto whole = timed([&] {
        auto done = Importer({**store, model, ids, clock}, mailboxes, context)
                        .run(options, [&](const ImportProgress& progress) {
                            if (progress.phase == ImportProgress::Phase::reading)
                                stored = std::chrono::steady_clock::now() - begin;
                            if (progress.messages % 512 == 0)
                                peak = std::max(peak, memory("VmRSS"));
                        });
        if (!done)
            giveUp(done.error());
        report = std::move(*done);
    });
    peak = std::max(peak, memory("VmRSS"));

    std::vector<double> searches;
    Corpus words(99);
    for (int i = 0; i < 200; ++i) {
        TextQuery query;
        query.text = words.word() + (i % 2 ? ' ' + words.word() : std::string());
        searches.push_back(timed([&] {
            if (auto hits = (*store)->search(context, query); !hits)
                giveUp(hits.error());
        }).count());
    }
    std::ranges::sort(searches);
    std::printf("{\"mails\": %d, \"megabytes\": %.1f, \"seconds\": %.2f, \"secondsStoring\": %.2f, \"mailsPerSecond\": "
                "%.0f, \"microsecondsPerMail\": %.0f, \"parseAloneSeconds\": %.2f, \"timesParsingAlone\": %.2f, "
                "\"created\": %d, \"turns\": %d, \"deals\": %d, \"memoryBeforeMb\": %.0f, \"memoryPeakMb\": %.0f, "
                "\"searchP50Ms\": %.2f, \"searchP95Ms\": %.2f}\n",
        mails, double(maker.bytes()) / 1e6, whole.count(), stored.count(), mails / whole.count(),
        whole.count() / mails * 1e6, parsing.count(), whole / parsing, report.created["message"], report.reading.done,
        report.created["opportunity"], before, peak, searches[searches.size() / 2] * 1e3,
        searches[searches.size() * 95 / 100] * 1e3);
    std::fflush(stdout);
    store->reset();
    std::filesystem::remove_all(folder);
}
}
}

int main(int argc, char** argv)
{
    std::vector<int> sizes;
    for (int i = 1; i < argc; ++i)
        sizes.push_back(std::atoi(argv[i]));
    if (sizes.empty())
        sizes = {1000, 10'000, 100'000};
    for (const int size : sizes) {
        if (size <= 0) {
            std::fprintf(stderr, "import_bench [MAILS...]\n");
            return 2;
        }
        agentarmy::bench::measure(size);
    }
    return 0;
}
