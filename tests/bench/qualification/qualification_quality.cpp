// SPDX-License-Identifier: AGPL-3.0-or-later
// Measures the reading without a model on labelled conversations (tests/data/qualification/README.md):
//     qualification_quality [--json] [--details] [--why] [--no-before] [--goal P F1] FOLDER...
// Micro precision, recall and F1 over the pairs (conversation, dimension), and per dimension. --details tells misses
// and false hits with their sentences, --why also the patterns behind every hit; both are refused for folders named
// held_back, which nobody reads to improve a rule.
// Exit code 1 if a quote is not in its source, a file cannot be read, or precision or F1 is below --goal.
#include "tests/bench/qualification/labelled.hpp"

#include "core/rules/sales/acceptance.hpp"
#include "core/rules/sales/local_qualification.hpp"
#include "core/rules/sales/merge.hpp"
#include "core/rules/sales/reading/spans.hpp"
#include "core/rules/text/scan.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace {
using namespace agentarmy;

struct Counts {
    int hit = 0, falseHit = 0, miss = 0;
    void add(bool said, bool wanted)
    {
        hit += said && wanted;
        falseHit += said && !wanted;
        miss += !said && wanted;
    }
    void add(const Counts& other)
    {
        hit += other.hit;
        falseHit += other.falseHit;
        miss += other.miss;
    }
    [[nodiscard]] double precision() const { return hit + falseHit ? double(hit) / (hit + falseHit) : 1; }
    [[nodiscard]] double recall() const { return hit + miss ? double(hit) / (hit + miss) : 1; }
    [[nodiscard]] double f1() const { return hit ? 2 * precision() * recall() / (precision() + recall()) : 0; }
    [[nodiscard]] Json json() const
    {
        return {{"hit", hit}, {"falseHit", falseHit}, {"miss", miss}, {"precision", precision()}, {"recall", recall()},
            {"f1", f1()}};
    }
};

struct Tally {
    std::array<Counts, dimensionCount> byDimension;
    int conversations = 0;
    int foreignQuotes = 0;
    [[nodiscard]] Counts total() const
    {
        Counts sum;
        for (const auto& each : byDimension)
            sum.add(each);
        return sum;
    }
};

/// Reads the customer's messages in order, as the engine does.
QualificationState read(const qualification::Conversation& conversation, bool withBefore, int& foreignQuotes)
{
    QualificationState state;
    Uuid id;
    for (const auto& message : conversation.messages) {
        ++id.bytes[15];
        const auto extraction = sales::qualifyLocally({.text = message.text,
            .contactName = message.sender,
            .before = withBefore ? std::string_view(message.before) : std::string_view(),
            .existing = &state});
        const auto accepted = sales::acceptExtraction(extraction,
            {.text = message.text,
                .sourceId = id,
                .sourceType = SourceType::message,
                .utterance = {},
                .at = message.at});
        foreignQuotes += accepted.droppedQuotes;
        for (const auto& signal : accepted.extraction.found.signals)
            for (const auto& evidence : signal.evidence)
                foreignQuotes += std::string_view(message.text)
                                     .substr(std::size_t(evidence.begin), std::size_t(evidence.end - evidence.begin))
                    != evidence.quote;
        state = sales::applyExtraction(state, accepted.extraction, accepted.retractions, message.at).state;
    }
    return state;
}

/// The patterns that speak for the dimension in a quote.
void tellWhy(const std::string& quote, Dimension dimension)
{
    const auto& book = sales::reading::PatternBook::shipped();
    const text::Tokens tokens(quote);
    sales::reading::Marked marked(tokens);
    book.mark(marked);
    sales::reading::findSpans(marked, book, text::guessLanguage(tokens) == "de");
    std::vector<sales::reading::Match> matches;
    book.match(marked, 0, tokens.size(), false, matches);
    for (const auto& match : matches)
        for (const auto& effect : book.effects(match.pattern))
            if (std::size_t(effect.target) == std::size_t(dimension))
                std::cout << "      ~ " << std::string(book.source(match.pattern).substr(0, 100)) << " ["
                          << quote.substr(
                                 tokens[match.begin].begin, tokens[match.end - 1].end - tokens[match.begin].begin)
                          << "]\n";
}

struct Options {
    bool asJson = false;
    bool details = false;
    bool why = false;
    bool withBefore = true; ///< our words just before are given to the reader
    double leastPrecision = 0, leastF1 = 0;
};

int measure(const std::filesystem::path& folder, const Options& options)
{
    Tally tally;
    for (const auto& conversation : qualification::readConversations(folder)) {
        const auto state = read(conversation, options.withBefore, tally.foreignQuotes);
        ++tally.conversations;
        for (const auto& [dimension, key] : EnumTexts<Dimension>::values) {
            const auto wanted = conversation.quotesOf(dimension);
            const bool said = state[dimension].identified;
            tally.byDimension[std::size_t(dimension)].add(said, !wanted.empty());
            const bool right = said == !wanted.empty();
            if (!options.details || (right && !(said && options.why)))
                continue;
            std::cout << conversation.name << (right ? "  HIT " : said ? "  FALSE " : "  MISSED ") << key << '\n';
            if (said)
                for (const auto& evidence : state[dimension].evidence) {
                    std::cout << "      | " << evidence.quote << '\n';
                    if (options.why)
                        tellWhy(evidence.quote, dimension);
                }
            else
                for (const auto& quote : wanted)
                    std::cout << "      | " << quote << '\n';
        }
    }
    const auto total = tally.total();
    if (options.asJson) {
        Json result {{"folder", folder.filename().string()}, {"conversations", tally.conversations},
            {"foreignQuotes", tally.foreignQuotes}, {"total", total.json()}};
        for (const auto& [dimension, key] : EnumTexts<Dimension>::values)
            result["dimensions"][std::string(key)] = tally.byDimension[std::size_t(dimension)].json();
        std::cout << result.dump(2) << '\n';
    } else {
        std::printf("%s: %d conversations, %d quotes not in their source\n", folder.string().c_str(),
            tally.conversations, tally.foreignQuotes);
        std::printf("  %-18s %4s %6s %5s   %9s %7s %6s\n", "", "hit", "false", "miss", "precision", "recall", "F1");
        const auto row = [](std::string_view name, const Counts& counts) {
            std::printf("  %-18s %4d %6d %5d   %9.3f %7.3f %6.3f\n", std::string(name).c_str(), counts.hit,
                counts.falseHit, counts.miss, counts.precision(), counts.recall(), counts.f1());
        };
        for (const auto& [dimension, key] : EnumTexts<Dimension>::values)
            row(key, tally.byDimension[std::size_t(dimension)]);
        row("all", total);
    }
    if (total.precision() < options.leastPrecision || total.f1() < options.leastF1) {
        std::fprintf(stderr, "below the goal: precision %.2f, F1 %.2f\n", options.leastPrecision, options.leastF1);
        return 1;
    }
    return tally.foreignQuotes ? 1 : 0;
}
}

int main(int argc, char** argv)
{
    Options options;
    std::vector<std::filesystem::path> folders;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--json")
            options.asJson = true;
        else if (word == "--details")
            options.details = true;
        else if (word == "--why")
            options.details = options.why = true;
        else if (word == "--no-before")
            options.withBefore = false;
        else if (word == "--goal" && i + 2 < argc) {
            options.leastPrecision = std::atof(argv[++i]);
            options.leastF1 = std::atof(argv[++i]);
        } else
            folders.emplace_back(word);
    }
    if (folders.empty()) {
        std::cerr
            << "usage: qualification_quality [--json] [--details] [--why] [--no-before] [--goal P F1] FOLDER...\n";
        return 2;
    }
    int code = 0;
    for (auto folder : folders) {
        if (!folder.has_filename())
            folder = folder.parent_path();
        if (!std::filesystem::is_directory(folder)) {
            std::cerr << folder << " is no folder\n";
            return 2;
        }
        const bool heldBack = std::filesystem::absolute(folder).string().find("held_back") != std::string::npos;
        auto allowed = options;
        if (heldBack && options.details) {
            std::cerr << "details of held-back conversations are not shown\n";
            allowed.details = false;
        }
        try {
            code = std::max(code, measure(folder, allowed));
        } catch (const std::exception& problem) {
            std::cerr << problem.what() << '\n';
            code = 1;
        }
    }
    return code;
}
