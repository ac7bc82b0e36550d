// SPDX-License-Identifier: AGPL-3.0-or-later
// One agent turn with the local model, without storage: clean, read, accept, merge, escalate, recommend.
#include "core/rules/sales/acceptance.hpp"
#include "core/rules/sales/escalation.hpp"
#include "core/rules/sales/inbound.hpp"
#include "core/rules/sales/local_qualification.hpp"
#include "core/rules/sales/merge.hpp"
#include "core/rules/sales/next_actions.hpp"

#include <benchmark/benchmark.h>

namespace {
using namespace agentarmy;

/// 1.5 KB of own words with a quoted answer below.
const std::string mail = R"(Hi Katrin,

thank you for the call last week. I have spoken with my colleagues and can tell you more now.

We need a planning tool that our shift leaders can use on a phone, because today everything is typed into three spreadsheets
and half of the changes get lost on the way. It takes each of them about six hours a week, and last month we paid 14,000 EUR in
overtime that nobody had planned. Our budget is EUR 80k for the first year, and it was approved in the September round. We would
have to be live by the end of March, before the season opens.

Our CFO, Maria Lopez, signs everything above 50k. Before that the works council has to agree and IT runs a security review, then
procurement asks for two more offers. What matters most to us is ease of use, the interface to our payroll and support in German.
I am convinced that this is the right way and I will push for it in the management meeting on Monday.

The weather in Rotterdam was dreadful, by the way, and the train was late again. My cousin at another company uses something
similar and says that the reports are slow. Is that still the case? Please send me a short note about it. We do not need the mobile
reporting for now, and nobody asked for the extra dashboards either.

Could you also tell me how long the set-up takes, and what we would have to prepare on our side? I am in the office until Thursday,
after that I am travelling. If we had more people I would start tomorrow, but for now one site at a time has to be enough for us.

Best regards
Jonas Meier
Head of Operations

On Mon, 13 Apr 2026 at 09:12, Katrin Vogel <katrin@rheinwerk-soft.example> wrote:
> Dear Jonas,
> thank you for your time. As discussed our price is 60,000 EUR and you need a decision by May.
> Who signs on your side?
)";

void agentTurn(benchmark::State& state)
{
    const auto now = parseTimestamp("2026-04-14T08:00:00Z").value();
    ConversationState conversation;
    conversation.contactName = "Jonas Meier";
    conversation.contactEmail = "jonas@kunde.example";
    conversation.dealStage = DealStage::discovery;
    conversation.interactionCount = 3;
    conversation.lastInteraction = now;
    conversation.confidenceScore = 0.8;
    int found = 0;
    for (auto _ : state) {
        auto turn = conversation;
        const auto clean = sales::cleanInbound(mail);
        const auto extraction = sales::qualifyLocally({.text = clean.text,
            .contactName = turn.contactName,
            .before = "Who signs on your side?",
            .existing = &turn.qualification});
        const auto accepted = sales::acceptExtraction(extraction,
            {.text = clean.text, .sourceId = {}, .sourceType = SourceType::message, .utterance = {}, .at = now});
        turn.qualification
            = sales::applyExtraction(turn.qualification, accepted.extraction, accepted.retractions, now).state;
        ++turn.interactionCount;
        const auto escalation = sales::evaluateEscalation(sales::escalationInput(turn, clean.text, 0.7));
        const auto next = sales::recommendActions(sales::actionInput(turn, false, std::nullopt), std::nullopt, now);
        benchmark::DoNotOptimize(escalation);
        benchmark::DoNotOptimize(next);
        found = 0;
        for (const auto& signal : turn.qualification.signals)
            found += signal.identified;
    }
    state.counters["bytes"] = double(mail.size());
    state.counters["dimensions"] = found;
}
BENCHMARK(agentTurn)->Unit(benchmark::kMicrosecond);

void readingAlone(benchmark::State& state)
{
    const auto clean = sales::cleanInbound(mail).text;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            sales::qualifyLocally({.text = clean, .contactName = "Jonas Meier", .before = {}, .existing = nullptr}));
}
BENCHMARK(readingAlone)->Unit(benchmark::kMicrosecond);

/// The cost per byte must not grow: a text of the largest size that is read.
void longestText(benchmark::State& state)
{
    std::string text;
    while (text.size() < std::size_t(state.range(0)))
        text += sales::cleanInbound(mail).text + "\n\n";
    text.resize(std::size_t(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(
            sales::qualifyLocally({.text = text, .contactName = "Jonas Meier", .before = {}, .existing = nullptr}));
    state.SetBytesProcessed(std::int64_t(state.iterations()) * state.range(0));
}
BENCHMARK(longestText)->Arg(1500)->Arg(60000)->Unit(benchmark::kMicrosecond);
}

BENCHMARK_MAIN();
