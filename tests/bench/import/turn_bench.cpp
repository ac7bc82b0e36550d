// SPDX-License-Identifier: AGPL-3.0-or-later
// What the rules of one agent turn cost without storage, over the turns of real conversations:
//
//   turn_bench [FOLDER]      the files of FOLDER; default: the shipped sample; one line of JSON
//
// The files are imported into a temporary workspace; then every inbound turn is read again, in memory: ten dimensions,
// acceptance, merge, opportunity, stakeholders, escalation, next actions. The median over the turns, each timed as the
// best of five. The named baseline is the same texts cut into tokens once.
#include "core/adapters/localmodel/local_model.hpp"
#include "core/adapters/mail/disk_mailboxes.hpp"
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/engine/import/importer.hpp"
#include "core/engine/records/reading.hpp"
#include "core/rules/sales/acceptance.hpp"
#include "core/rules/sales/escalation.hpp"
#include "core/rules/sales/merge.hpp"
#include "core/rules/sales/next_actions.hpp"
#include "core/rules/text/tokens.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace agentarmy::bench {
namespace {
using Clock = std::chrono::steady_clock;
using Micros = std::chrono::duration<double, std::micro>;

template <class T> T orDie(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", result.error().code.c_str(), result.error().message.c_str());
        std::exit(1);
    }
    return std::move(*result);
}

double bestOfFive(const auto& work)
{
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
        const auto begin = Clock::now();
        work();
        best = std::min(best, Micros(Clock::now() - begin).count());
    }
    return best;
}

std::size_t readTurn(const Context& context, const ConversationTurn& turn, LanguageModel& model,
    const std::vector<Contact>& people, const TenantSettings& settings)
{
    std::size_t found = 0;
    for (const auto& words : turn.words) {
        ConversationState state;
        std::string text;
        for (const auto& piece : words.pieces) {
            const auto extraction
                = orDie(model.qualify(context, {piece.text, "Pat Example", piece.before, &state.qualification}));
            const auto accepted = sales::acceptExtraction(
                extraction, {piece.text, turn.sourceId, turn.sourceType, piece.utterance, turn.at});
            state.qualification
                = sales::applyExtraction(state.qualification, accepted.extraction, accepted.retractions, turn.at).state;
            text += piece.text + '\n';
        }
        const auto decision
            = sales::evaluateEscalation(sales::escalationInput(state, text, settings.escalationThreshold));
        const auto next
            = sales::recommendActions(sales::actionInput(state, false, std::nullopt), std::nullopt, turn.at);
        found += next.actions.size() + (decision.trigger ? 1 : 0);
    }
    const auto signals
        = orDie(model.detectOpportunity(context, {turn.spoken, turn.at, settings.products, settings.currency}));
    const auto roles = orDie(model.mapStakeholders(context, {turn.spoken, people}));
    return found + roles.size() + (signals.dealPotentialConfidence > 0 ? 1 : 0);
}

void run(const std::filesystem::path& source)
{
    const auto folder = std::filesystem::temp_directory_path() / "agentarmy-turn-bench";
    std::filesystem::remove_all(folder);
    SystemClock clock;
    SystemRandom random;
    IdSource ids(clock, random);
    auto store = orDie(sqlite::SqliteStore::open(folder, {.clock = clock, .random = random}));
    auto workspace = orDie(openWorkspace(*store, {}, ids, clock));
    Context context;
    context.actor.userId = workspace.self;
    localmodel::LocalModel model;
    mail::DiskMailboxes mailboxes;
    ImportOptions options;
    options.paths = {source};
    options.shiftDates = true;
    (void)orDie(Importer({*store, model, ids, clock}, mailboxes, context).run(options));

    std::vector<double> times, tokens, bytes;
    std::size_t found = 0;
    UnitOfWork work(*store, context, ids);
    for (const auto& message : orDie(readEntities<Message>(*store, context, {}))) {
        const auto turn = orDie(loadTurn(work, {{"messageId", message.id.text()}}, clock.now()));
        if (!turn || !turn->inbound)
            continue;
        std::vector<Contact> people;
        for (const auto& words : turn->words)
            if (const auto* person = orDie(work.find(words.contactId)))
                people.push_back(*person);
        found += readTurn(context, *turn, model, people, workspace.settings);
        times.push_back(bestOfFive([&] { (void)readTurn(context, *turn, model, people, workspace.settings); }));
        tokens.push_back(bestOfFive([&] { found += text::Tokens(message.text).size() == 0; }));
        bytes.push_back(double(message.text.size()));
    }
    const auto at = [](std::vector<double>& values, double share) {
        std::ranges::sort(values);
        return values.empty() ? 0 : values[std::size_t(share * double(values.size() - 1))];
    };
    std::printf("{\"turns\": %zu, \"bytesP50\": %.0f, \"turnP50Us\": %.1f, \"turnP95Us\": %.1f, \"tokensP50Us\": %.2f, "
                "\"timesTokens\": %.1f, \"found\": %zu}\n",
        times.size(), at(bytes, 0.5), at(times, 0.5), at(times, 0.95), at(tokens, 0.5),
        at(times, 0.5) / at(tokens, 0.5), found);
    store.reset();
    std::filesystem::remove_all(folder);
}
}
}

int main(int argc, char** argv)
{
    agentarmy::bench::run(argc > 1 ? argv[1] : AGENTARMY_SOURCE_DIR "/resources/sample");
    return 0;
}
