// SPDX-License-Identifier: AGPL-3.0-or-later
// From a key in the search field to rows: first the names, then full text, as the window shows them.
//     palette_bench             100,000 made-up names in memory, against a plain scan of the same names
//     palette_bench DIR         besides that the workspace in DIR (ui_big_workspace makes a big one)
#include "app/format/name_index.hpp"
#include "app/models/workspace.hpp"
#include "app/source/engine_source.hpp"
#include <QElapsedTimer>
#include <QGuiApplication>
#include <cstdio>
#include <random>

using namespace agentarmy::app;

namespace {

struct Kind {
    const char* name;
    std::vector<QString> queries;
};

struct Figures {
    std::vector<double> ms;
    double median()
    {
        std::ranges::sort(ms);
        return ms.empty() ? 0 : ms[ms.size() / 2];
    }
    double worst() const { return ms.empty() ? 0 : *std::ranges::max_element(ms); }
};

double sinceMs(const QElapsedTimer& clock) { return double(clock.nsecsElapsed()) / 1e6; }

std::vector<QString> madeUpNames(int count)
{
    std::mt19937 random(20261127);
    std::vector<QString> syllables;
    for (const char consonant : std::string("bdfgklmnprstvw"))
        for (const char vowel : std::string("aeiou"))
            syllables.push_back(QString(QLatin1Char(consonant)) + QLatin1Char(vowel));
    const auto word = [&] {
        QString text;
        for (unsigned i = 2 + unsigned(random() % 3); i > 0; --i)
            text += syllables[random() % syllables.size()];
        text[0] = text[0].toUpper();
        return text;
    };
    std::vector<QString> words;
    for (int i = 0; i < 4000; ++i)
        words.push_back(word());
    std::vector<QString> names;
    names.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        names.push_back(words[random() % words.size()] + u' ' + words[random() % 200] + QStringLiteral(", ")
            + words[random() % words.size()] + QStringLiteral(" rollout"));
    return names;
}

QString withTypo(const QString& word)
{
    auto wrong = word;
    if (wrong.size() > 3)
        wrong[2] = u'x';
    return wrong;
}

/// Thirty queries of each kind, out of the names that are there.
std::vector<Kind> queriesOf(const std::vector<QString>& names)
{
    std::mt19937 random(1);
    Kind common {"common word", {}}, rare {"rare word", {}}, letter {"one letter", {}}, typo {"typo", {}},
        two {"two words", {}}, none {"no hit", {}};
    for (int i = 0; i < 30; ++i) {
        const auto& name = names[random() % names.size()];
        const auto words = name.split(u' ', Qt::SkipEmptyParts);
        common.queries.push_back(words.back().left(3 + i % 4));
        rare.queries.push_back(words.front());
        letter.queries.push_back(QString(QLatin1Char(char('a' + i % 26))));
        typo.queries.push_back(withTypo(words.front()));
        two.queries.push_back(words.front().left(3) + u' ' + words.back().left(3));
        none.queries.push_back(QStringLiteral("zqxj%1").arg(i));
    }
    return {common, rare, letter, typo, two, none};
}

void inMemory()
{
    const auto names = madeUpNames(100'000);
    QElapsedTimer clock;
    clock.start();
    NameIndex index;
    for (size_t i = 0; i < names.size(); ++i)
        index.put({int(i % 6), names[i], {}, 0, i % 3 == 0, i});
    std::printf("100,000 names folded in %.0f ms\n", sinceMs(clock));
    std::printf("%-12s %10s %10s %10s %8s\n", "query", "median ms", "worst ms", "scan ms", "ratio");
    for (const auto& kind : queriesOf(names)) {
        Figures ours, scan;
        size_t hits = 0, held = 0;
        for (const auto& query : kind.queries) {
            clock.start();
            hits += index.find(readFuzzy(query), {}).size();
            ours.ms.push_back(sinceMs(clock));
            clock.start();
            for (const auto& name : names) // what a plain look for the letters costs: no order, accents or typos
                held += name.contains(query, Qt::CaseInsensitive) ? 1 : 0;
            scan.ms.push_back(sinceMs(clock));
        }
        const double mine = ours.median(), plain = scan.median();
        std::printf("%-12s %10.2f %10.2f %10.2f %8.2f   %zu found, %zu hold it\n", kind.name, mine, ours.worst(), plain,
            mine / plain, hits, held);
    }
}

/// Turns the event loop until `done`, and gives the longest turn.
template <typename Done> double spin(Done done)
{
    double longest = 0;
    QElapsedTimer all, turn;
    all.start();
    while (!done() && all.elapsed() < 30'000) {
        QGuiApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
        turn.start();
        QGuiApplication::processEvents();
        longest = std::max(longest, sinceMs(turn));
    }
    return longest;
}

int inWorkspace(const QString& folder)
{
    auto source = EngineSource::open(folder);
    if (!source) {
        std::fprintf(stderr, "%s\n", qPrintable(source.error().text));
        return 1;
    }
    Workspace workspace(**source);
    workspace.board()->load();
    spin([&] { return workspace.board()->state() != DealBoardModel::State::Loading; });
    QElapsedTimer clock;
    clock.start();
    auto ready = (*source)->findNames({});
    ready.waitForFinished();
    if (!ready.result()) {
        std::fprintf(stderr, "%s\n", qPrintable(ready.result().error().text));
        return 1;
    }
    std::printf("\n%d names of the workspace read in %.0f ms (once, on a thread of its own)\n", ready.result()->looked,
        sinceMs(clock));
    std::vector<QString> names;
    for (const auto& card : workspace.board()->cards())
        names.push_back(card.account + QStringLiteral(", ") + card.name);
    std::ranges::sort(names); // a hash keeps them in another order each time
    if (names.empty())
        return 0;
    auto& palette = *workspace.palette();
    palette.start({});
    std::printf("%-12s %21s %21s %16s\n", "query", "names: median, worst", "text: median, worst", "window waits");
    for (const auto& kind : queriesOf(names)) {
        Figures first, full;
        double longest = 0;
        for (const auto& query : kind.queries) {
            palette.setText({});
            spin([&] { return !palette.busy(); });
            bool shown = false;
            const auto connection = QObject::connect(
                &palette, &PaletteModel::changed, [&] { shown = shown || !palette.summary().isEmpty(); });
            clock.start();
            palette.setText(query);
            longest = std::max(longest, sinceMs(clock));
            longest = std::max(longest, spin([&] { return shown; }));
            first.ms.push_back(sinceMs(clock));
            longest = std::max(longest, spin([&] { return !palette.busy(); }));
            full.ms.push_back(sinceMs(clock));
            QObject::disconnect(connection);
        }
        const double a = first.median(), b = full.median();
        std::printf(
            "%-12s %10.1f %10.1f %10.1f %10.1f %13.1f ms\n", kind.name, a, first.worst(), b, full.worst(), longest);
    }
    return 0;
}

}

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    inMemory();
    return argc > 1 ? inWorkspace(QString::fromLocal8Bit(argv[1])) : 0;
}
