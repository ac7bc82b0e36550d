// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/search.hpp"

#include "core/base/analyser.hpp"
#include "core/base/text.hpp"
#include "core/domain/account.hpp"
#include "core/domain/meeting.hpp"
#include "core/engine/records/reading.hpp"
#include <cctype>
#include <tuple>

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

/// The first word of `text` that begins with one of `words`, in bytes; equal: none does.
std::pair<std::size_t, std::size_t> firstHit(std::string_view text, const std::vector<std::string>& words)
{
    const auto lower = asciiLower(text);
    const auto within = [&](std::size_t at) { return std::isalnum(static_cast<unsigned char>(lower[at])) != 0; };
    auto first = std::string::npos;
    for (const auto& word : words)
        for (auto at = lower.find(word); at != std::string::npos && at < first; at = lower.find(word, at + 1))
            if (at == 0 || !within(at - 1))
                first = at;
    if (first == std::string::npos)
        return {};
    auto end = first;
    while (end < lower.size() && (within(end) || static_cast<unsigned char>(lower[end]) >= 0x80))
        ++end;
    return {first, end};
}

/// Which spoken piece of a part of a transcript holds the words, and where.
void placeInTranscript(SearchResult& result, const Transcript& part, const std::vector<std::string>& words)
{
    for (std::size_t i = 0; i < part.utterances.size(); ++i) {
        const auto [begin, end] = firstHit(part.utterances[i].text, words);
        if (begin == end)
            continue;
        result.utterance = part.firstUtterance + int(i);
        result.begin = begin;
        result.end = end;
        result.from = part.utterances[i].speaker;
        result.snippet = snippetOf(part.utterances[i].text, words);
        return;
    }
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
        if (from != body->end() && from->is_object())
            result.from = textOf(*from, "name").empty() ? textOf(*from, "address") : textOf(*from, "name");
        if (result.title.empty())
            result.title = result.from;
        std::tie(result.begin, result.end) = firstHit(searched.text, words);
    }
    if (const auto account = accounts.find(document.type == Account::type ? Uuid {} : columns.accountId);
        account != accounts.end())
        result.accountName = account->second;
    if (columns.time)
        result.at = fromMillis(*columns.time);
    result.opportunityId = columns.opportunityId;
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
            result.opportunityId = meeting->opportunityId ? meeting->opportunityId->value() : Uuid {};
            if (const auto part = entityOf<Transcript>(*document)) {
                result.transcriptId = meeting->transcriptId ? meeting->transcriptId->value() : part->id.value();
                placeInTranscript(result, *part, words);
            }
        }
        results.push_back(std::move(result));
    }
    return results;
}
}
