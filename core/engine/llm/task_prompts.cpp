// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/llm/task_prompts.hpp"

#include "core/base/text.hpp"
#include "core/engine/llm/task_texts.hpp"
#include "core/rules/intelligence/persona.hpp"
#include "core/rules/sales/prompt.hpp"

#include <algorithm>

namespace agentarmy::prompts {
namespace {
using platform::MessageRole;
using platform::Trust;
constexpr std::size_t longestConversation = 48'000; // about 12,000 tokens
constexpr std::size_t mostSources = 10;
constexpr std::size_t mostDeals = 30;
constexpr std::size_t mostPeople = 60;

platform::PromptMessage ours(std::string text) { return {MessageRole::system, std::move(text), Trust::trusted}; }
platform::PromptMessage outside(std::string text) { return {MessageRole::user, std::move(text), Trust::external}; }

platform::PromptMessage reading(const ModelTask& task) { return ours(trim(standingTaskText()) + "\n\n" + task.prompt); }

/// The end of a text, begun at a line if one begins soon.
std::string_view newestPart(std::string_view text, std::size_t mostBytes)
{
    constexpr std::size_t soon = 2000;
    if (text.size() <= mostBytes)
        return text;
    auto from = text.size() - mostBytes;
    const auto line = text.find('\n', from);
    if (line != std::string_view::npos && line - from < soon && line + 1 < text.size())
        return text.substr(line + 1);
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80)
        ++from; // not within a letter
    return text.substr(from);
}

std::string_view languageName(std::string_view language) { return language == "de" ? "German" : "English"; }

/// What is known of a point, in as few words as a model needs.
Json knownSignal(const Signal& signal)
{
    Json out = Json::object();
    out["confidence"] = signal.confidence;
    const auto put = [&](const char* name, const std::optional<std::string>& value) {
        if (value && !value->empty())
            out[name] = *value;
    };
    put("range", signal.range);
    put("contact", signal.contact);
    put("role", signal.role);
    put("description", signal.description);
    if (!signal.items.empty())
        out["items"] = signal.items;
    return out;
}

std::string knownText(const QualificationState* state)
{
    Json known = Json::object();
    if (state)
        for (const auto& [dimension, name] : EnumTexts<Dimension>::values)
            if ((*state)[dimension].identified)
                known[std::string(name)] = knownSignal((*state)[dimension]);
    return known.empty() ? "nothing" : canonicalJson(known);
}

ConversationState stateOf(const DraftRequest& request)
{
    ConversationState state;
    if (request.state)
        state = *request.state;
    state.contactName = request.contactName;
    state.dealStage = request.stage;
    state.personaType = request.persona;
    if (request.qualification)
        state.qualification = *request.qualification;
    return state;
}

std::string stateText(const ConversationState& state, std::string_view account = {})
{
    sales::SummaryInput input;
    input.state = &state;
    input.accountName = std::string(account);
    return sales::contextSummary(input);
}
}

std::vector<std::pair<std::string, std::string>> sourcesOf(const QualificationState& state)
{
    std::vector<std::pair<std::string, std::string>> sources;
    for (const auto& [dimension, name] : EnumTexts<Dimension>::values) {
        const auto& signal = state[dimension];
        if (!signal.identified || signal.evidence.empty() || sources.size() == mostSources)
            continue;
        const auto& evidence = signal.evidence.back();
        if (!evidence.retracts)
            sources.emplace_back(std::string(name), evidence.quote);
    }
    return sources;
}

Messages draft(const ModelTask& task, const DraftRequest& request)
{
    sales::PromptInput system;
    system.persona = request.persona;
    system.channel = request.channel;
    system.stage = request.stage;
    system.cloneSection = intelligence::personaSection(request.voice, request.customInstructions);
    const auto state = stateOf(request);
    sales::SummaryInput summary;
    summary.state = &state;
    summary.accountName = request.accountName;
    summary.sources = sourcesOf(state.qualification);
    summary.earlierMessages = request.earlierMessages;
    for (const auto& message : request.lastMessages)
        summary.lastMessages.push_back({message.direction, message.at, message.text});
    Messages messages;
    messages.push_back(ours(sales::buildSystemPrompt(system)));
    messages.push_back(outside("Context of the conversation\n" + sales::contextSummary(summary)
        + (request.subject.empty() ? std::string() : "\nThread: " + request.subject)));
    if (!request.lastInboundText.empty())
        messages.push_back(outside("The customer's message that is to be answered\n"
            + std::string(newestPart(request.lastInboundText, longestText))));
    std::string ask = task.prompt;
    ask += "\n\nLanguage: ";
    ask += languageName(request.language);
    ask += "\nWe write as: " + request.ourName
        + (request.ourCompany.empty() ? std::string() : (request.ourName.empty() ? "" : ", ") + request.ourCompany);
    ask += "\nTo do: "
        + (!request.task.empty()                  ? request.task
                : request.lastInboundText.empty() ? std::string("Open the conversation.")
                                                  : std::string("Answer the message."));
    messages.push_back({MessageRole::user, std::move(ask), Trust::userInput});
    return messages;
}

QualificationPrompt qualification(const ModelTask& task, const std::vector<QualificationRequest>& pieces)
{
    QualificationPrompt out;
    out.first = pieces.size();
    std::size_t bytes = 0;
    while (out.first > 0) {
        const auto& piece = pieces[out.first - 1];
        const auto more = std::min(piece.text.size(), longestText) + piece.before.size();
        if (out.first < pieces.size() && bytes + more > longestText)
            break;
        bytes += more;
        --out.first;
    }
    std::string text;
    for (std::size_t i = out.first; i < pieces.size(); ++i) {
        const auto& piece = pieces[i];
        if (!text.empty())
            text += "\n\n";
        if (!piece.before.empty())
            text += "We said: " + piece.before + "\n\n";
        text += "The customer says:\n";
        text += newestPart(piece.text, longestText);
    }
    const auto& last = pieces.back();
    out.messages.push_back(reading(task));
    out.messages.push_back(outside("Who speaks where the customer says I: "
        + (last.contactName.empty() ? std::string("not known") : last.contactName)
        + "\nKnown already: " + knownText(last.existing)));
    out.messages.push_back(outside(std::move(text)));
    return out;
}

std::string spokenText(const std::vector<SpokenText>& turns, std::size_t mostBytes)
{
    std::vector<std::string> lines;
    std::size_t bytes = 0;
    // NOLINTNEXTLINE(modernize-loop-convert): clang 14 has no reversed views of libstdc++
    for (auto turn = turns.rbegin(); turn != turns.rend(); ++turn) {
        auto line = (turn->ours ? "We" : "Customer") + (turn->speaker.empty() ? std::string() : ", " + turn->speaker)
            + ":\n" + std::string(newestPart(turn->text, mostBytes));
        if (!lines.empty() && bytes + line.size() > mostBytes)
            break;
        bytes += line.size();
        lines.push_back(std::move(line));
    }
    std::reverse(lines.begin(), lines.end());
    return join(lines, "\n\n");
}

Messages detection(const ModelTask& task, const DetectionRequest& request)
{
    std::string facts = "Day of the conversation: " + formatDate(utcDate(request.at));
    facts += "\nCurrency of amounts without one: " + request.currency;
    facts += "\nOur product lines: "
        + (request.products.empty() ? std::string("none named") : join(request.products, ", "));
    Json deals = Json::array();
    for (std::size_t i = 0; i < std::min(mostDeals, request.openDeals.size()); ++i) {
        const auto& deal = request.openDeals[i];
        Json one {{"id", deal.id.text()}, {"name", deal.name}, {"stage", std::string(enumText(deal.stage))}};
        if (deal.productLine)
            one["productLine"] = *deal.productLine;
        if (deal.value)
            one["value"] = plainText(*deal.value);
        if (deal.closeDate)
            one["closeDate"] = formatDate(*deal.closeDate);
        deals.push_back(std::move(one));
    }
    facts += "\nOpen deals of this customer: " + (deals.empty() ? std::string("none") : canonicalJson(deals));
    std::vector<std::string> known;
    for (const auto& point : request.known)
        known.push_back(std::string(enumText(point.dimension)) + ": \"" + point.quote + '"');
    if (!known.empty())
        facts += "\nProven before:\n" + join(known, "\n");
    return {reading(task), outside(std::move(facts)), outside(spokenText(request.turns, longestConversation))};
}

Messages stakeholders(const ModelTask& task, const StakeholderRequest& request)
{
    Json people = Json::array();
    for (std::size_t i = 0; i < std::min(mostPeople, request.people.size()); ++i) {
        const auto& person = request.people[i];
        Json one {{"id", person.id.text()}, {"name", person.contactName}};
        if (person.title)
            one["title"] = *person.title;
        const auto& scores = person.stakeholder.scores;
        one["scores"] = {{"decisionPower", scores.decisionPower}, {"influenceLevel", scores.influenceLevel},
            {"relationshipStrength", scores.relationshipStrength}};
        people.push_back(std::move(one));
    }
    return {reading(task), outside("People: " + canonicalJson(people)),
        outside(spokenText(request.turns, longestConversation))};
}

Messages nextActions(const ModelTask& task, const ConversationState& state)
{
    auto facts = stateText(state);
    if (state.lastInteraction)
        facts += "\nLast interaction: " + formatDate(utcDate(*state.lastInteraction))
            + (state.lastChannel ? " by " + std::string(enumText(*state.lastChannel)) : std::string());
    facts += "\nKnown: " + knownText(&state.qualification);
    return {reading(task), outside(std::move(facts))};
}

Messages escalation(const ModelTask& task, const EscalationRequest& request)
{
    const auto& report = *request.report;
    auto facts = stateText(*request.state);
    facts += "\nHanded over because: " + std::string(enumText(report.escalationTrigger));
    for (const auto& excerpt : report.relevantConversationExcerpts)
        facts += "\nThe customer said: \"" + excerpt + '"';
    return {reading(task), outside(std::move(facts)),
        outside("The customer's newest words\n" + std::string(newestPart(request.inboundText, longestText)))};
}

Messages ask(const ModelTask& task, const std::vector<Block>& blocks)
{
    Messages messages {reading(task)};
    for (const auto& block : blocks)
        messages.push_back(outside(block.heading + '\n' + std::string(newestPart(block.text, longestText))));
    return messages;
}
}
