// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/escalation.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/completeness.hpp"
#include "core/rules/text/tokens.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace agentarmy::sales {
namespace {
using Phrase = std::vector<std::string_view>;

/// R11's phrases, then the German ones of the same meaning.
const std::vector<Phrase> requestPhrases = {{"speak", "to", "someone"}, {"talk", "to", "a", "human"}, {"call", "me"},
    {"schedule", "a", "call"}, {"real", "person"}, {"speak", "with", "someone"}, {"talk", "to", "someone"},
    {"can", "someone", "call"}, {"want", "to", "speak"}, {"need", "to", "talk"}, {"rufen", "sie", "mich"},
    {"ruf", "mich", "an"}, {"mit", "einem", "menschen"}, {"mit", "jemandem", "sprechen"}, {"persoenlich", "sprechen"},
    {"rufen", "sie", "bitte"}, {"bitte", "um", "rueckruf"}, {"um", "einen", "rueckruf"}};
const std::vector<Phrase> stakesPhrases
    = {{"pricing"}, {"contract"}, {"negotiate"}, {"competitor"}, {"budget", "approval"}, {"executive"}, {"legal"},
        {"procurement"}, {"discount"}, {"renewal"}, {"vertrag"}, {"rabatt"}, {"preisnachlass"}, {"nachlass"},
        {"wettbewerber"}, {"rechtsabteilung"}, {"vertragsverlaengerung"}, {"verhandeln"}, {"preisverhandlung"}};

/// The word itself, its plural, -ing or -ed form.
bool isFormOf(std::string_view word, std::string_view base)
{
    if (word.size() < base.size() - (base.size() > 3 && (base.back() == 'e' || base.back() == 'y') ? 1 : 0))
        return false;
    if (word.starts_with(base)) {
        const auto tail = word.substr(base.size());
        return tail.empty() || tail == "s" || tail == "es" || tail == "ing" || tail == "ed" || tail == "d";
    }
    if (base.size() > 3 && base.back() == 'e' && word.starts_with(base.substr(0, base.size() - 1))) {
        const auto tail = word.substr(base.size() - 1);
        return tail == "ing" || tail == "ed";
    }
    if (base.size() > 3 && base.back() == 'y' && word.starts_with(base.substr(0, base.size() - 1)))
        return word.substr(base.size() - 1) == "ies" || word.substr(base.size() - 1) == "ied";
    return false;
}

bool isNegator(std::string_view word)
{
    static constexpr std::array<std::string_view, 16> negators = {"no", "not", "never", "without", "nor", "neither",
        "none", "kein", "keine", "keinen", "keinem", "keiner", "keinerlei", "nicht", "nie", "ohne"};
    return std::find(negators.begin(), negators.end(), word) != negators.end();
}
/// Words that may stand between a negation and what it denies.
bool isFiller(std::string_view word)
{
    static constexpr std::array<std::string_view, 26> fillers
        = {"a", "an", "the", "any", "really", "need", "needed", "want", "wanted", "to", "of", "for", "further", "more",
            "about", "your", "our", "such", "have", "longer", "yet", "be", "ever", "den", "einen", "mehr"};
    return std::find(fillers.begin(), fillers.end(), word) != fillers.end();
}
bool isDenied(const text::Tokens& tokens, std::size_t at)
{
    for (int back = 0; at > 0 && back < 5; ++back) {
        const auto word = tokens.folded(--at);
        if (isNegator(word))
            return true;
        if (!isFiller(word))
            return false;
    }
    return false;
}

struct Hit {
    text::Range range;
};
std::optional<Hit> firstPhrase(const text::Tokens& tokens, const std::vector<Phrase>& phrases)
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != text::TokenKind::word)
            continue;
        const auto word = tokens.folded(i);
        const Phrase* best = nullptr;
        for (const auto& phrase : phrases) {
            if (phrase[0][0] != word[0] || i + phrase.size() > tokens.size() || (best && best->size() >= phrase.size()))
                continue;
            bool same = true;
            for (std::size_t k = 0; same && k < phrase.size(); ++k)
                same = phrase[k].size() < 3 ? tokens.folded(i + k) == phrase[k]
                                            : isFormOf(tokens.folded(i + k), phrase[k]);
            if (same)
                best = &phrase;
        }
        if (best && !isDenied(tokens, i))
            return Hit {{tokens[i].begin, tokens[i + best->size() - 1].end}};
    }
    return std::nullopt;
}

std::string twoDecimals(double value)
{
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.2f", value);
    return buffer;
}
}

EscalationInput escalationInput(const ConversationState& state, std::string_view inboundText, double threshold)
{
    return {.inboundText = inboundText,
        .dealStage = state.dealStage,
        .confidenceScore = state.confidenceScore,
        .decisionCriteriaCount = int(state.qualification[Dimension::decisionCriteria].items.size()),
        .identified = identifiedDimensions(state.qualification),
        .threshold = threshold};
}

EscalationDecision evaluateEscalation(const EscalationInput& input)
{
    EscalationDecision decision;
    const text::Tokens tokens(input.inboundText);
    std::optional<Hit> first;
    const auto raise = [&](EscalationTrigger trigger, const std::optional<Hit>& hit) {
        if (decision.allTriggers.empty())
            first = hit;
        decision.allTriggers.push_back(trigger);
    };
    if (const auto hit = firstPhrase(tokens, requestPhrases))
        raise(EscalationTrigger::customerRequest, hit);
    if (input.dealStage == DealStage::evaluation || input.dealStage == DealStage::negotiation)
        if (const auto hit = firstPhrase(tokens, stakesPhrases))
            raise(EscalationTrigger::highStakes, hit);
    if (input.confidenceScore && *input.confidenceScore < input.threshold)
        raise(EscalationTrigger::confidenceLow, std::nullopt);
    const int known = int(input.identified.count(Dimension::economicBuyer) + input.identified.count(Dimension::champion)
        + input.identified.count(Dimension::authority));
    if (input.decisionCriteriaCount >= 3 && known >= 2)
        raise(EscalationTrigger::complexity, std::nullopt);
    if (decision.allTriggers.empty())
        return decision;
    decision.trigger = decision.allTriggers.front();
    if (first) {
        decision.matched = first->range;
        decision.matchedText = std::string(first->range.in(input.inboundText));
        for (const auto& sentence : text::sentences(tokens.source()))
            if (sentence.begin <= first->range.begin && first->range.begin < sentence.end)
                decision.sentence = sentence;
    }
    return decision;
}

std::vector<std::string> escalationExcerpts(
    const QualificationState& state, std::optional<std::string_view> triggeringSentence)
{
    constexpr std::size_t most = 5;
    std::vector<std::string> excerpts;
    const auto add = [&](std::string_view quote) {
        const auto trimmed = trim(quote);
        if (!trimmed.empty() && excerpts.size() < most
            && std::find(excerpts.begin(), excerpts.end(), trimmed) == excerpts.end())
            excerpts.push_back(trimmed);
    };
    if (triggeringSentence)
        add(*triggeringSentence);
    for (const auto dimension : {Dimension::budget, Dimension::authority, Dimension::need, Dimension::timeline,
             Dimension::metrics, Dimension::economicBuyer, Dimension::decisionCriteria, Dimension::decisionProcess,
             Dimension::pain, Dimension::champion})
        for (const auto& evidence : state[dimension].evidence)
            if (!trimView(evidence.quote).empty()) {
                add(evidence.quote);
                break;
            }
    return excerpts;
}

std::vector<std::string> notificationTargets(const Json& metadata, const std::optional<std::string>& ownerEmail,
    const std::optional<std::string>& ownerManagerEmail)
{
    std::vector<std::string> targets;
    const auto add = [&](const std::string& address) {
        const auto trimmed = trim(address);
        if (!trimmed.empty() && std::find(targets.begin(), targets.end(), trimmed) == targets.end())
            targets.push_back(trimmed);
    };
    if (metadata.is_object())
        for (const char* key : {"repEmail", "managerEmail"})
            if (const auto found = metadata.find(key); found != metadata.end() && found->is_string())
                add(found->get<std::string>());
    if (targets.empty()) {
        add(ownerEmail.value_or(""));
        add(ownerManagerEmail.value_or(""));
    }
    return targets;
}

std::string fallbackAdvice(EscalationTrigger trigger)
{
    switch (trigger) {
    case EscalationTrigger::customerRequest:
        return "Reach out in person within 4 hours.";
    case EscalationTrigger::highStakes:
        return "Prepare tailored terms, then call.";
    case EscalationTrigger::confidenceLow:
        return "Read the history and consider a call.";
    case EscalationTrigger::complexity:
        return "Map the stakeholders and make a multi-threaded plan.";
    }
    return "";
}

Escalation escalationReport(
    const ConversationState& state, const EscalationDecision& decision, std::string_view inboundText, Timestamp now)
{
    Escalation report;
    const auto completion = completionOf(state.qualification);
    const auto stage = std::string(enumText(state.dealStage));
    const auto score = state.confidenceScore ? twoDecimals(*state.confidenceScore) : std::string("0.50");
    report.conversationId = state.conversationId;
    report.accountId = state.accountId;
    report.contactId = state.contactId;
    report.contactName = state.contactName;
    report.dealStage = state.dealStage;
    report.escalationTrigger = decision.trigger.value_or(EscalationTrigger::customerRequest);
    report.allTriggers = decision.allTriggers;
    report.matchedText = decision.matchedText;
    report.confidenceScore = state.confidenceScore;
    report.accountContext = "Stage " + stage + ", BANT " + std::to_string(wholePercent(completion.bant)) + " %, MEDDIC "
        + std::to_string(wholePercent(completion.meddic)) + " %, " + std::to_string(state.interactionCount)
        + " interactions, confidence " + score + ".";
    report.whatAgentTried = std::to_string(state.interactionCount) + " interactions, last channel "
        + (state.lastChannel ? std::string(enumText(*state.lastChannel)) : std::string("none")) + ", stage " + stage
        + ".";
    std::vector<std::string> reasons;
    for (const auto trigger : decision.allTriggers) {
        switch (trigger) {
        case EscalationTrigger::customerRequest:
            reasons.emplace_back("The customer asks for a person.");
            break;
        case EscalationTrigger::highStakes:
            reasons.push_back("Terms with high stakes are on the table in stage " + stage + ".");
            break;
        case EscalationTrigger::confidenceLow:
            reasons.push_back("The agent's confidence is low (" + score + ").");
            break;
        case EscalationTrigger::complexity:
            reasons.push_back("The purchase is complex: "
                + std::to_string(state.qualification[Dimension::decisionCriteria].items.size())
                + " decision criteria and several people with a say.");
            break;
        }
    }
    report.whyEscalating = join(reasons, " ");
    report.recommendedNextAction = fallbackAdvice(report.escalationTrigger);
    std::optional<std::string_view> sentence;
    if (decision.sentence && decision.sentence->end <= inboundText.size())
        sentence = cutAtCodePoint(decision.sentence->in(inboundText), 500);
    report.relevantConversationExcerpts = escalationExcerpts(state.qualification, sentence);
    report.status = EscalationStatus::open;
    report.createdAt = now;
    report.updatedAt = now;
    return report;
}
}
