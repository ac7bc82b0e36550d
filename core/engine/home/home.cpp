// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/home/home.hpp"

#include "core/domain/agent_action.hpp"
#include "core/engine/deals/change_words.hpp"
#include "core/engine/records/reading.hpp"
#include "core/rules/intelligence/attention.hpp"
#include "core/rules/text/scan.hpp"

#include <algorithm>
#include <set>

namespace agentarmy {
namespace {
constexpr std::size_t mostActions = 20, mostAttention = 12;
constexpr auto visitKey = "home.visit";
constexpr auto standardStep = "Standard step of the stage."; // says nothing about this customer

/// The customer's newest message in a conversation.
Result<std::optional<Message>> lastWords(Store& store, const Context& context, Id<Conversation> id)
{
    constexpr int looked = 10;
    Query query;
    query.type = Message::type;
    query.parentId = id.value();
    query.states = {"person"};
    query.sort = SortKey::time;
    query.descending = true;
    query.limit = looked;
    const auto page = store.query(context, query);
    if (!page)
        return fail(page.error());
    for (const auto& document : page->items) {
        auto message = entityOf<Message>(document);
        if (!message)
            return fail(message.error());
        if (message->direction == Direction::inbound)
            return std::optional<Message>(std::move(*message));
    }
    return std::optional<Message>();
}

/// The last question of a text, else its first sentence; empty: it has none of a length to quote.
text::Range tellingSentence(std::string_view words)
{
    constexpr std::size_t longest = 220;
    text::Range first {}, question {};
    for (const auto& range : text::sentences(words)) {
        const auto sentence = range.in(words);
        if (sentence.size() < 2 || sentence.size() > longest || sentence.back() == ',') // "Hello Lena,"
            continue;
        if (first.end == 0)
            first = range;
        if (text::isQuestion(sentence))
            question = range;
    }
    return question.end > 0 ? question : first;
}

class ActionReader {
public:
    ActionReader(Store& store, const Context& context, const Zone& zone, Timestamp now)
        : m_store(store)
        , m_context(context)
        , m_words(store, context, zone, now)
        , m_sources(store, context, m_words)
    {
    }

    Result<HomeAction> read(AgendaItem item)
    {
        HomeAction action;
        if (item.action.context != standardStep)
            action.why = item.action.context;
        action.item = std::move(item);
        if (action.item.action.actionType == ActionType::escalate)
            if (auto done = addEscalation(action); !done)
                return fail(done.error());
        if (!action.quote)
            if (auto done = addLastWords(action); !done)
                return fail(done.error());
        if (action.item.draftId)
            if (const auto draft = readEntity(m_store, m_context, *action.item.draftId)) {
                action.warnings = int(draft->findings.size());
                action.blocked = std::ranges::any_of(
                    draft->findings, [](const DraftFinding& finding) { return finding.severity == "block"; });
            }
        return action;
    }

private:
    Result<void> addEscalation(HomeAction& action)
    {
        Query query; // the report may be about an older conversation with the same person
        query.accountId = action.item.accountId.value();
        query.states = {"open", "acknowledged"};
        query.sort = SortKey::time;
        query.descending = true;
        const auto reports = readEntities<Escalation>(m_store, m_context, query);
        if (!reports)
            return fail(reports.error());
        const auto escalation = std::ranges::find(*reports, action.item.contactId, &Escalation::contactId);
        if (escalation == reports->end())
            return {};
        action.why = escalation->whyEscalating;
        if (escalation->messageId && escalation->matchedText && !escalation->matchedText->empty()) {
            auto message = readEntity(m_store, m_context, *escalation->messageId);
            if (!message)
                return {}; // erased since
            const auto at = message->text.find(*escalation->matchedText);
            if (at != std::string::npos)
                action.quote = link(*message, std::int64_t(at), std::int64_t(at + escalation->matchedText->size()));
        }
        return {};
    }

    Result<void> addLastWords(HomeAction& action)
    {
        const auto message = lastWords(m_store, m_context, action.item.conversationId);
        if (!message)
            return fail(message.error());
        if (!*message)
            return {};
        const auto sentence = tellingSentence((*message)->text);
        if (sentence.end > sentence.begin)
            action.quote = link(**message, std::int64_t(sentence.begin), std::int64_t(sentence.end));
        return {};
    }

    QuoteLink link(const Message& message, std::int64_t begin, std::int64_t end)
    {
        Evidence evidence;
        evidence.quote = message.text.substr(std::size_t(begin), std::size_t(end - begin));
        evidence.sourceType = SourceType::message;
        evidence.sourceId = message.id.value();
        evidence.begin = begin;
        evidence.end = end;
        evidence.at = message.sentAt;
        return m_sources.link(evidence);
    }

    Store& m_store;
    const Context& m_context;
    ChangeWords m_words;
    QuoteSources m_sources;
};

void addAttention(Home& home, const Board& board, std::optional<Id<User>> owner)
{
    std::vector<std::pair<double, const BoardCard*>> marked;
    for (const auto& card : board.cards) {
        if (!isOpen(card.stage) || (owner && card.ownerId != *owner))
            continue;
        if (const double score = intelligence::attentionScore(card.marks, card.reasons, expectedValue(card)); score > 0)
            marked.emplace_back(score, &card);
    }
    home.attentionCount = int(marked.size());
    std::stable_sort(marked.begin(), marked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < std::min(mostAttention, marked.size()); ++i)
        home.attention.push_back({*marked[i].second, intelligence::firstReason(marked[i].second->reasons)});
}
}

Result<bool> ownsOpenDeals(Store& store, const Context& context, Id<User> user)
{
    Query query;
    query.type = Opportunity::type;
    query.ownerId = user.value();
    for (const auto& [stage, words] : EnumTexts<DealStage>::values)
        if (isOpen(stage))
            query.states.emplace_back(words);
    bool found = false;
    if (auto done = store.readRows(context, query, [&](Row&&) { return found = true, false; }); !done)
        return fail(done.error());
    return found;
}

Result<std::optional<Visit>> lastVisit(Store& store, const Context& context)
{
    const auto value = store.value(context, visitKey);
    if (!value)
        return fail(value.error());
    const auto json = value->empty() ? Result<Json>(Json()) : parseJson(*value);
    if (!json || !json->is_object()) // the first visit, or a value that nobody can read: the same for people
        return std::optional<Visit>();
    const auto at = parseTimestamp(json->value("at", std::string()));
    if (!at)
        return std::optional<Visit>();
    return std::optional<Visit>({*at, json->value("head", std::int64_t(0))});
}

Result<void> rememberVisit(Store& store, const Context& context, Timestamp now)
{
    const auto head = store.head(context);
    if (!head)
        return fail(head.error());
    const Json visit {{"at", formatTimestamp(now)}, {"head", *head}};
    return keepValue(store, context, visitKey, visit.dump());
}

Result<Home> loadHome(Store& store, const Context& context, const WorkspaceInfo& workspace,
    const std::optional<Visit>& visit, Timestamp now)
{
    const auto board = loadBoard(store, context, {}, workspace.settings, now);
    if (!board)
        return fail(board.error());
    Home home;
    home.isEmpty = board->cards.empty();
    if (home.isEmpty) {
        Query any;
        any.type = Conversation::type;
        if (auto done = store.readRows(context, any, [&](Row&&) { return home.isEmpty = false; }); !done)
            return fail(done.error());
    }
    const auto owns = ownsOpenDeals(store, context, workspace.self);
    if (!owns)
        return fail(owns.error());
    home.ownOnly = *owns;
    const auto owner = home.ownOnly ? std::optional(workspace.self) : std::nullopt;
    auto agenda = loadAgenda(store, context, *board, now, owner);
    if (!agenda)
        return fail(agenda.error());
    home.actionCount = int(agenda->size());
    MoneySums moved;
    std::set<Id<Opportunity>> counted;
    for (const auto& item : *agenda)
        if (item.value && item.opportunityId && counted.insert(*item.opportunityId).second)
            moved.add(*item.value);
    home.moved = moved.list();
    if (agenda->size() > mostActions)
        agenda->resize(mostActions);
    const auto zone = Zone::find(workspace.settings.timeZone).value_or(Zone());
    ActionReader reader(store, context, zone, now);
    for (auto& item : *agenda) {
        auto action = reader.read(std::move(item));
        if (!action)
            return fail(action.error());
        home.actions.push_back(std::move(*action));
    }
    addAttention(home, *board, owner);
    home.period = goalPeriod(workspace.settings, now);
    auto goals = loadGoals(store, context, *board, workspace.settings, owner, now);
    if (!goals)
        return fail(goals.error());
    home.goals = std::move(*goals);
    auto deeds = agentDeeds(store, context, visit ? visit->head : 0);
    if (!deeds)
        return fail(deeds.error());
    home.deeds = std::move(*deeds);
    if (visit)
        home.since = visit->at;
    return home;
}
}
