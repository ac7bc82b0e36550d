// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/search.hpp"

#include "core/base/analyser.hpp"
#include "core/base/text.hpp"
#include "core/domain/account.hpp"
#include "core/domain/meeting.hpp"
#include "core/engine/records/reading.hpp"

namespace agentarmy {
namespace {
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// Stems of the query: the start of a word in the text is enough.
std::vector<std::string> wordsOf(const std::string& query)
{
    std::vector<std::string> words;
    for (const auto& clause : analyseQuery(query))
        for (const auto& alternative : clause.alternatives)
            for (const auto& term : alternative.terms)
                words.push_back(term);
    return words;
}

std::string textOf(const Json& body, const char* key)
{
    const auto found = body.find(key);
    return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

SearchResult resultOf(const Document& document, const SearchHit& hit, const std::vector<std::string>& words,
    const std::unordered_map<Uuid, std::string>& accounts)
{
    SearchResult result;
    result.document = hit.document;
    result.score = hit.score;
    const auto body = parseJson(document.body);
    if (!body || !body->is_object())
        return result;
    const auto columns = project(document.type, document.id, *body);
    const auto searched = searchText(document.type, *body);
    result.title = collapseSpaces(searched.title);
    result.snippet = snippetOf(searched.text, words);
    if (document.type == "message") {
        result.conversationId = columns.parentId;
        const auto from = body->find("from");
        if (result.title.empty() && from != body->end() && from->is_object())
            result.title = textOf(*from, "name");
    }
    if (const auto account = accounts.find(document.type == Account::type ? Uuid {} : columns.accountId);
        account != accounts.end())
        result.accountName = account->second;
    if (columns.time)
        result.at = fromMillis(*columns.time);
    return result;
}
}

std::string snippetOf(std::string_view text, const std::vector<std::string>& words, std::size_t maxBytes)
{
    auto flat = collapseSpaces(text);
    const auto lower = asciiLower(flat);
    auto first = std::string::npos;
    for (const auto& word : words)
        if (const auto at = lower.find(word); at < first)
            first = at;
    if (flat.size() <= maxBytes)
        return flat;
    std::size_t begin = first == std::string::npos || first < maxBytes / 3 ? 0 : first - maxBytes / 3;
    if (begin > 0) { // to the start of a word
        const auto space = flat.find(' ', begin);
        begin = space == std::string::npos || (first != std::string::npos && space >= first) ? first : space + 1;
    }
    auto part = std::string(cutAtCodePoint(std::string_view(flat).substr(begin), maxBytes - 2 * ellipsis.size()));
    const bool cut = begin + part.size() < flat.size();
    if (cut)
        if (const auto space = part.rfind(' '); space != std::string::npos && space > part.size() / 2)
            part.resize(space);
    return (begin > 0 ? std::string(ellipsis) : std::string()) + part + (cut ? std::string(ellipsis) : std::string());
}

Result<std::vector<SearchResult>> searchWorkspace(Store& store, const Context& context, const TextQuery& query)
{
    auto hits = store.search(context, query);
    if (!hits)
        return fail(hits.error());
    std::vector<SearchResult> results;
    if (hits->empty())
        return results;
    const auto words = wordsOf(query.text);
    std::unordered_map<Uuid, std::string> accounts;
    for (const auto& hit : *hits) {
        auto document = store.get(context, hit.document);
        if (!document) {
            if (document.error().kind == ErrorKind::notFound)
                continue; // deleted between the two looks
            return fail(document.error());
        }
        const auto body = parseJson(document->body);
        const auto columns = body ? project(document->type, document->id, *body) : Projection {};
        // A part of a transcript is told by its meeting.
        std::optional<Meeting> meeting;
        if (document->type == Transcript::type)
            if (auto found = readEntity(store, context, Id<Meeting>(columns.parentId)))
                meeting = std::move(*found);
        const auto account = meeting && meeting->accountId ? meeting->accountId->value() : columns.accountId;
        if (!account.isNull() && !accounts.contains(account)) {
            const auto found = readEntity(store, context, Id<Account>(account));
            accounts[account] = found ? found->accountName : std::string();
        }
        auto result = resultOf(*document, hit, words, accounts);
        if (meeting) {
            result.title = meeting->title;
            result.at = meeting->scheduledStart;
            result.accountName = account.isNull() ? std::string() : accounts[account];
            result.conversationId = meeting->conversationId ? meeting->conversationId->value() : Uuid {};
        }
        results.push_back(std::move(result));
    }
    return results;
}
}
