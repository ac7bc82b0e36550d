// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/bench/store/corpus.hpp"

#include <algorithm>
#include <unordered_set>

namespace agentarmy::bench {
namespace {
constexpr std::size_t vocabularySize = 60000;
const char* const commonWords[] = {"the", "to", "and", "of", "we", "you", "for", "is", "in", "a", "our", "on", "that",
    "with", "this", "have", "be", "are", "it", "your", "as", "will", "from", "at", "can", "please", "team", "meeting",
    "price", "budget", "offer", "system", "project", "contract", "delivery", "pricing", "module", "integration",
    "warehouse", "process", "review", "decision", "timeline", "customer", "product", "support", "quote", "approval"};
const char* const syllables[] = {"ba", "con", "de", "er", "fi", "gra", "hel", "in", "jo", "ka", "lo", "men", "no", "or",
    "pro", "qui", "re", "sta", "ti", "un", "ver", "wo", "xi", "ya", "zen", "tion", "ing", "ment", "al", "ed"};
constexpr std::int64_t firstMillis = 1767225600000; // 2026-01-01

std::string iso(std::int64_t minutes) { return formatTimestamp(fromMillis(firstMillis + minutes * 60000)); }
}

Corpus::Corpus(std::uint64_t seed)
    : m_random(seed)
{
    std::unordered_set<std::string> known;
    for (const char* word : commonWords)
        if (known.insert(word).second)
            m_words.emplace_back(word);
    while (m_words.size() < vocabularySize) {
        std::string made;
        for (auto parts = 2 + below(3); parts > 0; --parts)
            made += syllables[below(std::size(syllables))];
        if (known.insert(made).second)
            m_words.push_back(std::move(made));
    }
    double sum = 0;
    for (std::size_t rank = 0; rank < m_words.size(); ++rank)
        m_cumulated.push_back(sum += 1.0 / double(rank + 1));
}

std::string Corpus::word()
{
    const double at = std::uniform_real_distribution<double>(0, m_cumulated.back())(m_random);
    return m_words[std::size_t(std::lower_bound(m_cumulated.begin(), m_cumulated.end(), at) - m_cumulated.begin())];
}

std::string Corpus::text(std::size_t bytes)
{
    std::string out;
    bool capital = true;
    while (out.size() < bytes) {
        auto next = word();
        if (capital)
            next[0] = char(next[0] - 32);
        out += next;
        capital = below(12) == 0;
        out += capital ? (below(4) == 0 ? ".\n\n" : ". ") : " ";
    }
    return out;
}

Json Corpus::account(int number)
{
    return {{"accountName", word() + ' ' + word() + ' ' + std::to_string(number)}, {"industry", word()},
        {"website", word() + ".example"}, {"createdAt", iso(number)}, {"updatedAt", iso(number)}};
}

Json Corpus::contact(int number, const Uuid& account)
{
    return {{"accountId", account.text()}, {"contactName", word() + ' ' + word()},
        {"contactEmail", "p" + std::to_string(number) + "@" + word() + ".example"}, {"title", "head of " + word()},
        {"createdAt", iso(number)},
        {"stakeholder",
            {{"interactionCount", 3}, {"scores", {{"decisionPower", 5}, {"influenceLevel", 4}}},
                {"lastInteraction", iso(number)}}}};
}

Json Corpus::opportunity(int number, const Uuid& account, const Uuid& owner)
{
    static const char* stages[]
        = {"prospecting", "discovery", "qualification", "evaluation", "negotiation", "closed_won", "closed_lost"};
    Json signal {{"identified", true}, {"confidence", 0.75}};
    Json meddic = Json::object();
    for (const char* key : {"metrics", "economicBuyer", "decisionCriteria", "decisionProcess", "pain", "champion"})
        meddic[key] = signal;
    return {{"name", word() + ' ' + word() + ' ' + std::to_string(number)}, {"accountId", account.text()},
        {"ownerId", owner.text()}, {"dealStage", stages[below(7)]},
        {"estimatedValue",
            {{"amountMinor", std::int64_t(below(1000000)) * 100}, {"currency", below(3) ? "EUR" : "USD"}}},
        {"closeDate", "2026-0" + std::to_string(1 + below(9)) + "-15"}, {"probability", double(below(100)) / 100},
        {"createdAt", iso(number)}, {"lastActivityAt", iso(number * 3)}, {"stageEnteredAt", iso(number * 2)},
        {"interactionCount", below(30)}, {"productLine", word()},
        {"nextStep", {{"actionType", "schedule_call"}, {"text", text(60)}}},
        {"qualificationSnapshot", {{"meddic", std::move(meddic)}, {"bant", {{"budget", signal}, {"need", signal}}}}}};
}

Json Corpus::conversation(int number, const Uuid& account, const Uuid& contact)
{
    return {{"channel", "email"}, {"accountId", account.text()}, {"contactIds", {contact.text()}},
        {"subject", text(40)}, {"externalIds", {{"threadKey", "thread:" + std::to_string(number) + "@mail.example"}}},
        {"messageCount", 1}, {"firstAt", iso(number)}, {"lastAt", iso(number)}, {"turn", below(2) ? "ours" : "theirs"},
        {"state", "open"}, {"preview", text(120)}, {"createdAt", iso(number)}, {"updatedAt", iso(number)}};
}

Json Corpus::message(int number, const Uuid& conversation, const Uuid& account, const Uuid& contact)
{
    return {{"conversationId", conversation.text()}, {"accountId", account.text()},
        {"direction", below(2) ? "inbound" : "outbound"}, {"channel", "email"},
        {"from",
            {{"name", word() + ' ' + word()}, {"address", word() + "@" + word() + ".example"},
                {"contactId", contact.text()}}},
        {"to", {{{"name", "Asha"}, {"address", "asha@own.example"}}}}, {"sentAt", iso(number)}, {"subject", text(40)},
        {"text", text(3000)}, {"kind", "person"},
        {"externalIds", {{"messageId", "<" + std::to_string(m_random()) + "@mail.example>"}}}, {"status", "received"},
        {"createdAt", iso(number)}, {"source", "inbox.mbox, message " + std::to_string(number)}};
}

Json Corpus::state(const Uuid& conversation, const Uuid& account, const Uuid& contact)
{
    Json dimension {{"identified", true}, {"confidence", 0.8},
        {"evidence",
            {{{"quote", text(80)}, {"sourceType", "message"}, {"sourceId", contact.text()}, {"begin", 10}, {"end", 90},
                {"at", iso(1)}}}}};
    return {{"conversationId", conversation.text()}, {"accountId", account.text()}, {"contactId", contact.text()},
        {"dealStage", "discovery"}, {"lastInteraction", iso(1)},
        {"qualification",
            {{"bant", {{"budget", dimension}, {"need", dimension}}},
                {"meddic", {{"pain", dimension}, {"champion", dimension}}}}},
        {"nextActions", {{{"actionType", "schedule_call"}, {"reason", text(80)}}}}};
}

Json Corpus::plan(const Uuid& account)
{
    return {
        {"accountId", account.text()}, {"updatedAt", iso(1)}, {"stakeholders", Json::array()}, {"summary", text(200)}};
}

Sizes sizesFor(int messages)
{
    return {messages, messages / 4, messages / 5, std::max(1, messages / 20), std::max(1, messages / 10)};
}

Result<Filled> fill(Store& store, Corpus& corpus, IdSource& ids, const Sizes& sizes)
{
    Filled out;
    Context context;
    context.actor.kind = ActorKind::import;
    const Cause cause {.what = "import"};
    std::unique_ptr<Transaction> transaction;
    std::optional<Error> error;
    const auto put = [&](const char* type, std::vector<Uuid>& list, Json body) {
        if (error)
            return;
        if (!transaction) {
            auto begun = store.begin(context);
            if (!begun) {
                error = begun.error();
                return;
            }
            transaction = std::move(*begun);
        }
        const auto id = ids.next();
        body["id"] = id.text();
        if (auto made = transaction->create({type, id}, body, cause); !made)
            error = made.error();
        list.push_back(id);
        if (transaction->changeCount() >= 400) {
            if (auto done = transaction->commit(); !done)
                error = done.error();
            transaction.reset();
        }
    };
    const auto owner = ids.next();
    const auto any = [&](const std::vector<Uuid>& list) { return list[corpus.below(list.size())]; };
    for (int i = 0; i < sizes.accounts; ++i)
        put("account", out.accounts, corpus.account(i));
    for (int i = 0; i < sizes.contacts; ++i)
        put("contact", out.contacts, corpus.contact(i, any(out.accounts)));
    for (int i = 0; i < sizes.messages; ++i) { // opportunities and threads turn up between the mails, as in life
        if (i % std::max(1, sizes.messages / sizes.opportunities) == 0)
            put("opportunity", out.opportunities, corpus.opportunity(i, any(out.accounts), owner));
        if (out.conversations.empty() || i % std::max(1, sizes.messages / sizes.conversations) == 0)
            put("conversation", out.conversations, corpus.conversation(i, any(out.accounts), any(out.contacts)));
        put("message", out.messages, corpus.message(i, any(out.conversations), any(out.accounts), any(out.contacts)));
    }
    if (transaction && !error)
        if (auto done = transaction->commit(); !done)
            error = done.error();
    if (error)
        return fail(*error);
    return out;
}
}
