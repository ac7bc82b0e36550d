// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/text_index.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace agentarmy::sqlite {
namespace {
constexpr std::string_view typeMark = "\xEE\x80\x80"; // U+E000, private use: never part of a word

/// A type's name as one term: an underscore would split it.
std::string typeTerm(std::string_view type)
{
    std::string out(typeMark);
    for (const char c : type)
        if (c != '_')
            out += c;
    return out;
}

bool isSpoken(std::string_view type) { return type == "message" || type == "transcript"; }
}

std::optional<SearchTerms> indexTerms(std::string_view type, const SearchText& text)
{
    if (text.title.empty() && text.text.empty())
        return std::nullopt;
    auto terms = analyse(text.title, text.text);
    if (!terms.title.empty())
        terms.title += ' ';
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

Result<void> addToIndex(Connection& connection, Vocabulary& vocabulary, std::string_view type, std::int64_t textId,
    std::int64_t n, const SearchTerms& terms)
{
    auto add = connection.prepare(isSpoken(type) ? "INSERT INTO fts (rowid, title, body) VALUES (?, ?, ?)"
                                                 : "INSERT INTO fts_record (rowid, title, body) VALUES (?, ?, ?)");
    if (auto done = add.bind(textId, terms.title, terms.text).run(); !done)
        return done;
    if (auto done = vocabulary.add(connection, terms.title, terms.text); !done)
        return done;
    return connection.prepare("INSERT INTO text_row (textId, n) VALUES (?, ?)").bind(textId, n).run();
}

Result<void> removeFromIndex(
    Connection& connection, std::string_view type, std::int64_t textId, const SearchTerms& terms)
{
    auto remove = connection.prepare(isSpoken(type)
            ? "INSERT INTO fts (fts, rowid, title, body) VALUES ('delete', ?, ?, ?)"
            : "INSERT INTO fts_record (fts_record, rowid, title, body) VALUES ('delete', ?, ?, ?)");
    if (auto done = remove.bind(textId, terms.title, terms.text).run(); !done)
        return done;
    return connection.prepare("DELETE FROM text_row WHERE textId = ?").bind(textId).run();
}

Result<void> rebuildIndex(Connection& connection)
{
    if (auto done = connection.execute(
            "INSERT INTO fts (fts) VALUES ('delete-all'); INSERT INTO fts_record (fts_record) VALUES ('delete-all');"
            " DELETE FROM text_row; DELETE FROM term;"
            " UPDATE document SET textId = NULL, textHash = NULL WHERE textId IS NOT NULL;");
        !done)
        return done;
    Vocabulary vocabulary;
    {
        // By sequence number: what was written last gets the greatest rows, as if it had been indexed then.
        auto rows = connection.prepare("SELECT d.n, d.type, b.body FROM document d JOIN document_body b ON b.n = d.n "
                                       "WHERE d.deleted = 0 ORDER BY d.seq");
        std::int64_t textId = 0;
        for (;;) {
            auto more = rows.step();
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
            const auto type = rows.text(1);
            const auto body = parseJson(rows.bytes(2));
            if (!body)
                return fail(body.error());
            const auto terms = indexTerms(type, searchText(type, *body));
            if (!terms)
                continue;
            const auto n = rows.integer(0);
            if (auto done = addToIndex(connection, vocabulary, type, ++textId, n, *terms); !done)
                return done;
            const auto hash = termsHash(*terms);
            if (auto done = connection.prepare("UPDATE document SET textId = ?, textHash = ? WHERE n = ?")
                                .bind(textId, hash, n)
                                .run();
                !done)
                return done;
        }
    }
    return vocabulary.write(connection);
}

// ------------------------------------------------------------------------------------------------------ searching
namespace {
constexpr std::size_t mostCompletions = 24; // words that a begun one may stand for
constexpr std::size_t plenty = 1000; // hits after which no older text is looked at
constexpr std::chrono::milliseconds patience {8}; // after which a full page of hits is enough
constexpr double completionWeight = 0.6; // of a word that goes on, against the word as typed

/// What the ranking knows of one phrase of the match text, in the order of the text.
struct PhraseWeight {
    std::int32_t clause = -1; ///< -1: counts for nothing (the type)
    float weight = 1;
};
struct Plan {
    std::string match;
    std::vector<PhraseWeight> phrases;
    std::vector<double> idf; ///< per clause
    bool impossible = false; ///< a word is in no text at all
};

/// Arguments of the ranking function, packed into one blob: counts, then the phrases, then the idf values.
std::string packed(const Plan& plan)
{
    std::string out;
    const auto put = [&](const void* data, std::size_t size) { out.append(static_cast<const char*>(data), size); };
    const std::uint64_t counts[2] = {plan.phrases.size(), plan.idf.size()};
    put(counts, sizeof counts);
    put(plan.idf.data(), plan.idf.size() * sizeof(double));
    put(plan.phrases.data(), plan.phrases.size() * sizeof(PhraseWeight));
    return out;
}

/// BM25 with the idf of each clause given. FTS5's own reads all places of every word first to count them.
void rankText(
    const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* context, int count, sqlite3_value** values)
{
    constexpr double k1 = 1.2;
    constexpr double b = 0.75;
    constexpr double titleWeight = 4;
    constexpr std::size_t mostClauses = 32;
    std::uint64_t counts[2] = {0, 0};
    const auto* data = count == 1 ? static_cast<const char*>(sqlite3_value_blob(values[0])) : nullptr;
    const auto size = count == 1 ? std::size_t(sqlite3_value_bytes(values[0])) : 0;
    if (size >= sizeof counts)
        std::memcpy(counts, data, sizeof counts);
    if (!data || counts[1] > mostClauses
        || size != sizeof counts + counts[1] * sizeof(double) + counts[0] * sizeof(PhraseWeight))
        return sqlite3_result_error(context, "bad arguments", -1);
    const auto* phrases = data + sizeof counts + counts[1] * sizeof(double);
    double frequency[mostClauses] = {};
    int instances = 0;
    if (const int code = api->xInstCount(fts, &instances); code != SQLITE_OK)
        return sqlite3_result_error_code(context, code);
    constexpr int enough = 64; // places that are looked at: beyond, the frequency has long made its point
    for (int i = 0; i < std::min(instances, enough); ++i) {
        int phrase = 0;
        int column = 0;
        int offset = 0;
        if (const int code = api->xInst(fts, i, &phrase, &column, &offset); code != SQLITE_OK)
            return sqlite3_result_error_code(context, code);
        PhraseWeight weight;
        if (std::uint64_t(phrase) < counts[0])
            std::memcpy(&weight, phrases + std::size_t(phrase) * sizeof weight, sizeof weight);
        if (weight.clause >= 0)
            frequency[weight.clause] += double(weight.weight) * (column == 0 ? titleWeight : 1.0);
    }
    int length = 0;
    sqlite3_int64 total = 0;
    sqlite3_int64 rows = 0;
    api->xColumnSize(fts, -1, &length);
    api->xColumnTotalSize(fts, -1, &total);
    api->xRowCount(fts, &rows);
    const double average = rows > 0 ? double(total) / double(rows) : 1;
    const double norm = k1 * (1 - b + b * double(length) / std::max(1.0, average));
    double score = 0;
    for (std::size_t clause = 0; clause < counts[1]; ++clause) {
        double idf = 0;
        std::memcpy(&idf, data + sizeof counts + clause * sizeof idf, sizeof idf);
        score += idf * frequency[clause] * (k1 + 1) / (frequency[clause] + norm);
    }
    sqlite3_result_double(context, score);
}

void appendPhrase(Plan& plan, const std::vector<std::string>& terms, std::int32_t clause, double weight)
{
    plan.match += '"';
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (i)
            plan.match += ' ';
        plan.match += terms[i]; // letters and digits only: nothing to escape
    }
    plan.match += '"';
    plan.phrases.push_back({clause, float(weight)});
}

/// Adds one clause: the alternatives of which every word is known, begun words replaced by what they may stand for.
Result<void> addClause(Connection& connection, Plan& plan, const SearchClause& clause, double allTexts)
{
    const auto number = std::int32_t(plan.idf.size());
    double texts = 0;
    std::vector<std::pair<std::vector<std::string>, double>> phrases;
    const auto add = [&](std::vector<std::string> terms, double weight, double found) {
        if (std::any_of(phrases.begin(), phrases.end(), [&](const auto& known) { return known.first == terms; }))
            return;
        phrases.emplace_back(std::move(terms), weight);
        texts += found;
    };
    for (const auto& alternative : clause.alternatives) {
        double rarest = allTexts;
        bool known = true;
        const auto whole = alternative.terms.size() - (alternative.prefix ? 1 : 0);
        for (std::size_t i = 0; i < whole && known; ++i) {
            auto term = knownTerm(connection, alternative.terms[i]);
            if (!term)
                return fail(term.error());
            known = term->has_value();
            if (known)
                rarest = std::min(rarest, (*term)->texts);
        }
        if (!known)
            continue;
        if (!alternative.prefix) {
            add(alternative.terms, 1, rarest);
            continue;
        }
        auto endings = termsBeginning(connection, alternative.terms.back(), mostCompletions);
        if (!endings)
            return fail(endings.error());
        for (auto& ending : *endings) {
            auto terms = alternative.terms;
            const double weight = ending.term == terms.back() ? 1 : completionWeight;
            terms.back() = std::move(ending.term);
            add(std::move(terms), weight, std::min(rarest, ending.texts));
        }
    }
    if (phrases.empty()) {
        plan.impossible = true;
        return {};
    }
    plan.match += plan.match.empty() ? "(" : " AND (";
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        if (i)
            plan.match += " OR ";
        appendPhrase(plan, phrases[i].first, number, phrases[i].second);
    }
    plan.match += ')';
    texts = std::min(texts, allTexts);
    plan.idf.push_back(std::max(0.05, std::log((allTexts - texts + 0.5) / (texts + 0.5) + 1)));
    return {};
}

void addTypes(Plan& plan, const std::vector<std::string>& types)
{
    plan.match += " AND (";
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (i)
            plan.match += " OR ";
        plan.match += "title : ";
        appendPhrase(plan, {types[i]}, -1, 0);
    }
    plan.match += ')';
}

struct Ranked {
    std::int64_t textId = 0;
    double score = 0; ///< greater is better
};

/// Hits from the newest text on, in stretches that double, so that it can end between them.
Result<void> rank(Connection& connection, std::string_view sql, const Plan& plan, std::int64_t newest,
    std::size_t wanted, std::vector<Ranked>& out)
{
    const auto from = std::chrono::steady_clock::now();
    const auto arguments = packed(plan);
    const auto before = out.size();
    std::int64_t stretch = 4096;
    for (auto high = newest; high > 0; high -= stretch / 2) {
        auto rows = connection.prepare(sql);
        rows.bind(Blob {arguments}, plan.match, std::max<std::int64_t>(0, high - stretch) + 1, high);
        for (;;) {
            auto more = rows.step();
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
            out.push_back({rows.integer(0), rows.real(1)});
            if (out.size() - before >= plenty)
                return {};
        }
        stretch *= 2;
        if (out.size() - before >= wanted && std::chrono::steady_clock::now() - from > patience)
            return {};
    }
    return {};
}
}

Result<void> registerRanking(Connection& connection)
{
    fts5_api* api = nullptr;
    auto statement = connection.prepare("SELECT fts5(?)");
    sqlite3_bind_pointer(statement.handle(), 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    if (auto row = statement.step(); !row)
        return fail(row.error());
    if (!api || api->xCreateFunction(api, "rank_text", nullptr, rankText, nullptr) != SQLITE_OK)
        return fail({ErrorKind::internal, "store_failed", "This SQLite has no full-text search.", {}});
    return {};
}

Result<std::vector<SearchHit>> searchIndex(Connection& connection, const TextQuery& query)
{
    std::vector<SearchHit> out;
    const auto clauses = analyseQuery(query.text);
    auto newest = connection.integer("SELECT max(textId) FROM text_row");
    if (!newest)
        return fail(newest.error());
    if (clauses.empty() || *newest == 0)
        return out;
    Plan plan;
    for (const auto& clause : clauses) {
        if (auto done = addClause(connection, plan, clause, double(*newest)); !done)
            return fail(done.error());
        if (plan.impossible)
            return out;
    }
    std::vector<std::string> spoken, records;
    for (const auto& type : query.types)
        (isSpoken(type) ? spoken : records).push_back(typeTerm(type));
    const auto wanted = std::size_t(query.limit);
    std::vector<Ranked> ranked;
    const auto look = [&](std::string_view sql, const std::vector<std::string>& types) -> Result<void> {
        if (types.empty() && !query.types.empty())
            return {};
        auto narrowed = plan;
        if (!types.empty())
            addTypes(narrowed, types);
        return rank(connection, sql, narrowed, *newest, wanted, ranked);
    };
    auto done = look("SELECT rowid, rank_text(fts_record, ?) FROM fts_record WHERE fts_record MATCH ? AND rowid "
                     "BETWEEN ? AND ? ORDER BY rowid DESC",
        records);
    if (done)
        done = look(
            "SELECT rowid, rank_text(fts, ?) FROM fts WHERE fts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC",
            spoken);
    if (!done)
        return fail(done.error());
    std::sort(ranked.begin(), ranked.end(),
        [](const Ranked& a, const Ranked& b) { return a.score != b.score ? a.score > b.score : a.textId > b.textId; });
    struct Found {
        SearchHit hit;
        std::int64_t time = 0;
    };
    std::vector<Found> found;
    for (const auto& each : ranked) {
        // Among equals the later document comes first, so all that are as good as the last one are looked at.
        if (found.size() >= wanted && (each.score < found.back().hit.score || found.size() >= 10 * wanted))
            break;
        auto row = connection.prepare("SELECT d.type, d.id, d.time FROM text_row t CROSS JOIN document d ON d.n = t.n "
                                      "WHERE t.textId = ? AND d.deleted = 0");
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
        if (out.size() == wanted)
            break;
        out.push_back(std::move(each.hit));
    }
    return out;
}
}
