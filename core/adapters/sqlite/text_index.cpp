// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/text_index.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <unordered_set>

namespace agentarmy::sqlite {
namespace {
constexpr std::string_view typeMark = "\xEE\x80\x80"; // U+E000, private use: never part of a word
constexpr std::size_t rankedAtMost = 2000;                    // texts whose rank is computed

void appendAlternative(std::string& out, const SearchClause::Alternative& alternative)
{
    out += '"';
    for (std::size_t i = 0; i < alternative.terms.size(); ++i) {
        if (i)
            out += ' ';
        out += alternative.terms[i]; // letters and digits only: nothing to escape
    }
    out += alternative.prefix ? "\" *" : "\"";
}

std::string matchText(const std::vector<SearchClause>& clauses, const std::vector<std::string>& types)
{
    std::string out;
    for (const auto& clause : clauses) {
        out += out.empty() ? "(" : " AND (";
        for (std::size_t i = 0; i < clause.alternatives.size(); ++i) {
            if (i)
                out += " OR ";
            appendAlternative(out, clause.alternatives[i]);
        }
        out += ')';
    }
    if (!types.empty()) {
        out += " AND (";
        for (std::size_t i = 0; i < types.size(); ++i) {
            if (i)
                out += " OR ";
            out += "title : \"";
            out += typeMark;
            for (const char c : types[i])
                if (c != '"')
                    out += c;
            out += '"';
        }
        out += ')';
    }
    return out;
}

/// A type's name as one term: an underscore would split it.
std::string typeTerm(std::string_view type)
{
    std::string out;
    for (const char c : type)
        if (c != '_')
            out += c;
    return out;
}

struct Ranked {
    std::int64_t textId = 0;
    double score = 0; ///< greater is better
};

/// Ranks the newest texts that match. Only their rows of the index are read, no document.
Result<std::vector<Ranked>> rank(Connection& connection, const std::string& match)
{
    std::vector<Ranked> out;
    auto rows = connection.prepare("SELECT rowid, bm25(fts, 4.0, 1.0) FROM fts WHERE fts MATCH ? ORDER BY rowid DESC LIMIT ?");
    rows.bind(match, int(rankedAtMost));
    for (;;) {
        auto more = rows.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return out;
        out.push_back({rows.integer(0), -rows.real(1)});
    }
}
}

std::optional<SearchTerms> indexTerms(std::string_view type, const SearchText& text)
{
    if (text.title.empty() && text.text.empty())
        return std::nullopt;
    auto terms = analyse(text.title, text.text);
    if (!terms.title.empty())
        terms.title += ' ';
    terms.title += typeMark;
    terms.title += typeTerm(type);
    return terms;
}

std::int64_t termsHash(const SearchTerms& terms)
{
    // Kept in the file, so it must be the same in every build; not against an adversary.
    std::uint64_t h = 0x9E3779B97F4A7C15ULL;
    const auto mix = [&](std::uint64_t block) {
        h = (h ^ block) * 0xBF58476D1CE4E5B9ULL;
        h ^= h >> 29;
    };
    for (const auto* text : {&terms.title, &terms.text}) {
        std::size_t at = 0;
        for (; at + 8 <= text->size(); at += 8) {
            std::uint64_t block = 0;
            std::memcpy(&block, text->data() + at, 8);
            mix(block);
        }
        std::uint64_t rest = 0;
        std::memcpy(&rest, text->data() + at, text->size() - at);
        mix(rest);
        mix(text->size());
    }
    return std::bit_cast<std::int64_t>(h);
}

Result<void> addToIndex(Connection& connection, std::int64_t textId, std::int64_t n, const SearchTerms& terms)
{
    auto add = connection.prepare("INSERT INTO fts (rowid, title, body) VALUES (?, ?, ?)");
    if (auto done = add.bind(textId, terms.title, terms.text).run(); !done)
        return done;
    return connection.prepare("INSERT INTO text_row (textId, n) VALUES (?, ?)").bind(textId, n).run();
}

Result<void> removeFromIndex(Connection& connection, std::int64_t textId, const SearchTerms& terms)
{
    auto remove = connection.prepare("INSERT INTO fts (fts, rowid, title, body) VALUES ('delete', ?, ?, ?)");
    if (auto done = remove.bind(textId, terms.title, terms.text).run(); !done)
        return done;
    return connection.prepare("DELETE FROM text_row WHERE textId = ?").bind(textId).run();
}

Result<void> rebuildIndex(Connection& connection)
{
    if (auto done = connection.execute("INSERT INTO fts (fts) VALUES ('delete-all'); DELETE FROM text_row;"
                                       " UPDATE document SET textId = NULL, textHash = NULL WHERE textId IS NOT NULL;");
        !done)
        return done;
    // By sequence number: what was written last gets the greatest rows, as if it had been indexed then.
    auto rows = connection.prepare("SELECT d.n, d.type, b.body FROM document d JOIN document_body b ON b.n = d.n WHERE d.deleted = 0 ORDER BY d.seq");
    std::int64_t textId = 0;
    for (;;) {
        auto more = rows.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
        const auto type = rows.text(1);
        const auto body = parseJson(rows.bytes(2));
        if (!body)
            return fail(body.error());
        const auto terms = indexTerms(type, searchText(type, *body));
        if (!terms)
            continue;
        const auto n = rows.integer(0);
        if (auto done = addToIndex(connection, ++textId, n, *terms); !done)
            return done;
        const auto hash = termsHash(*terms);
        if (auto done = connection.prepare("UPDATE document SET textId = ?, textHash = ? WHERE n = ?").bind(textId, hash, n).run(); !done)
            return done;
    }
}

Result<std::vector<SearchHit>> searchIndex(Connection& connection, const TextQuery& query)
{
    std::vector<SearchHit> out;
    const auto clauses = analyseQuery(query.text);
    if (clauses.empty())
        return out;
    std::vector<std::string> types;
    for (const auto& type : query.types)
        types.push_back(typeTerm(type));
    auto ranked = rank(connection, matchText(clauses, types));
    if (!ranked)
        return fail(ranked.error());
    if (ranked->size() >= rankedAtMost && types.empty()) {
        // So many messages match that records, which are older than the mails about them, may not be among the newest.
        auto records = rank(connection, matchText(clauses, {"account", "contact", "opportunity", "task", "meeting"}));
        if (!records)
            return fail(records.error());
        ranked->insert(ranked->end(), records->begin(), records->end());
    }
    std::sort(ranked->begin(), ranked->end(), [](const Ranked& a, const Ranked& b) { return a.score != b.score ? a.score > b.score : a.textId > b.textId; });
    struct Found {
        SearchHit hit;
        std::int64_t time = 0;
    };
    std::vector<Found> found;
    std::unordered_set<std::int64_t> seen; // both lists may have it
    for (const auto& each : *ranked) {
        // Among equals the later document comes first, so all that are as good as the last one are looked at.
        if (int(found.size()) >= query.limit && each.score < found.back().hit.score)
            break;
        if (int(found.size()) >= 10 * query.limit || !seen.insert(each.textId).second)
            continue;
        auto row = connection.prepare("SELECT d.type, d.id, d.time FROM text_row t CROSS JOIN document d ON d.n = t.n WHERE t.textId = ? AND d.deleted = 0");
        auto more = row.bind(each.textId).step();
        if (!more)
            return fail(more.error());
        if (*more)
            found.push_back({{{row.text(0), row.id(1)}, each.score}, row.integer(2)});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.hit.score != b.hit.score ? a.hit.score > b.hit.score : a.time > b.time;
    });
    for (auto& each : found) {
        if (int(out.size()) == query.limit)
            break;
        out.push_back(std::move(each.hit));
    }
    return out;
}
}
