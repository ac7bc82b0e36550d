// SPDX-License-Identifier: AGPL-3.0-or-later
// Fills a workspace of the size that the speed targets speak of: ui_big_workspace DIR [messages, 100000 if not said]
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/engine/workspace/workspace.hpp"
#include "tests/bench/store/corpus.hpp"
#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    using namespace agentarmy;
    if (argc < 2) {
        std::fprintf(stderr, "ui_big_workspace DIR [messages]\n");
        return 2;
    }
    SystemClock clock;
    SystemRandom random;
    IdSource ids(clock, random);
    auto store = sqlite::SqliteStore::open(argv[1], {.clock = clock, .random = random});
    if (!store) {
        std::fprintf(stderr, "%s\n", store.error().message.c_str());
        return 1;
    }
    if (const auto info = openWorkspace(**store, {}, ids, clock); !info)
        return 1;
    bench::Corpus corpus(1);
    const auto filled = bench::fill(**store, corpus, ids, bench::sizesFor(argc > 2 ? std::atoi(argv[2]) : 100000));
    if (!filled) {
        std::fprintf(stderr, "%s\n", filled.error().message.c_str());
        return 1;
    }
    std::printf("%zu deals, %zu messages\n", filled->opportunities.size(), filled->messages.size());
    return 0;
}
