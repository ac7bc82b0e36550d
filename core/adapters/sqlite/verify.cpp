// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/document_row.hpp"
#include "core/adapters/sqlite/files.hpp"
#include "core/adapters/sqlite/maintenance.hpp"
#include "core/adapters/sqlite/text_index.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <unordered_set>

namespace agentarmy::sqlite {
namespace {
constexpr std::size_t mostLines = 200;

class Report {
public:
    void add(std::string line)
    {
        if (m_lines.size() < mostLines)
            m_lines.push_back(std::move(line));
        else if (m_lines.size() == mostLines)
            m_lines.push_back("... and more");
    }
    [[nodiscard]] std::vector<std::string> take() { return std::move(m_lines); }

private:
    std::vector<std::string> m_lines;
};

template <class Each> Result<void> forEach(Statement rows, Each each)
{
    for (;;) {
        auto more = rows.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
        if (Result<void> done = each(rows); !done)
            return done;
    }
}

Result<void> checkFile(Connection& connection, Report& report)
{
    auto done = forEach(connection.prepare("PRAGMA quick_check(20)"), [&](const Statement& row) -> Result<void> {
        if (row.text(0) != "ok")
            report.add("file: " + row.text(0));
        return {};
    });
    if (!done)
        return done;
    return forEach(connection.prepare("PRAGMA foreign_key_check"), [&](const Statement& row) -> Result<void> {
        report.add("file: a row of " + row.text(0) + " refers to a missing row of " + row.text(2));
        return {};
    });
}

struct Digest {
    std::int64_t count = 0, sum = 0;
    auto operator<=>(const Digest&) const = default;
};

bool lacksWord(const std::unordered_set<std::string>& vocabulary, const std::string& terms)
{
    return std::ranges::any_of(splitView(terms, ' '),
        [&](std::string_view term) { return !term.empty() && !vocabulary.contains(std::string(term)); });
}

Result<void> checkDocuments(Connection& connection, Report& report)
{
    std::unordered_map<Uuid, Digest> roots;
    std::unordered_set<std::string> vocabulary;
    auto known = forEach(connection.prepare("SELECT term FROM term"), [&](const Statement& row) -> Result<void> {
        vocabulary.insert(row.text(0));
        return {};
    });
    if (!known)
        return known;
    static const std::string sql = "SELECT " + std::string(documentColumns) + ", " + std::string(projectionColumns)
        + ", d.digest, d.textHash, d.textId, d.deleted, d.n, t.n FROM document d LEFT JOIN document_body b ON b.n = "
          "d.n LEFT JOIN text_row t ON t.textId = d.textId";
    auto done = forEach(connection.prepare(sql), [&](const Statement& row) -> Result<void> {
        const auto document = readDocument(row);
        const std::string name = document.type + ' ' + document.id.text();
        constexpr int rest = 8 + projectionColumnCount;
        const bool purged = row.integer(rest + 3) == 2;
        if (purged) {
            if (!document.body.empty())
                report.add(name + ": purged, but its body is still there");
            return {};
        }
        if (document.revision < 1)
            report.add(name + ": has no revision");
        if (hexText(sha256(document.body)) != document.hash)
            report.add(name + ": the body does not fit its hash");
        const auto body = parseJson(document.body);
        if (!body) {
            report.add(name + ": the body is not JSON");
            return {};
        }
        if (canonicalJson(*body) != document.body)
            report.add(name + ": the body is not canonical");
        if (!sameColumns(readProjection(row, 8), storedProjection(document.type, document.id, *body)))
            report.add(name + ": the columns do not fit the body");
        if (row.integer(rest) != digestShare(document.type, document.id, document.revision, document.hash))
            report.add(name + ": the digest does not fit");
        if (!document.deleted) {
            auto& root = roots[document.rootId];
            root.count += 1;
            root.sum = wrappingSum(root.sum, row.integer(rest));
        }
        const auto terms
            = document.deleted ? std::nullopt : indexTerms(document.type, searchText(document.type, *body));
        const bool indexed = !row.isNull(rest + 2);
        if (terms.has_value() != indexed)
            report.add(name
                + (indexed ? ": is in the full-text index, but should not be" : ": is missing in the full-text index"));
        else if (indexed && (row.isNull(rest + 5) || row.integer(rest + 4) != row.integer(rest + 5)))
            report.add(name + ": its row of the full-text index leads elsewhere");
        else if (indexed && termsHash(*terms) != row.integer(rest + 1))
            report.add(name + ": the full-text index has other words");
        else if (indexed && lacksWord(vocabulary, terms->title + ' ' + terms->text))
            report.add(name + ": a word is missing in the list of words");
        return {};
    });
    if (!done)
        return done;
    done = forEach(
        connection.prepare("SELECT rootId, count, sum FROM sync_root"), [&](const Statement& row) -> Result<void> {
            const auto id = row.id(0);
            const auto found = roots.find(id);
            const Digest counted = found == roots.end() ? Digest {} : found->second;
            if (counted != Digest {row.integer(1), row.integer(2)})
                report.add("root " + id.text() + ": the digest does not fit its documents");
            roots.erase(id);
            return {};
        });
    for (const auto& [id, digest] : roots)
        report.add("root " + id.text() + ": has no digest");
    return done;
}

Result<void> checkCount(Connection& connection, Report& report, std::string_view sql, const std::string& what)
{
    auto count = connection.integer(sql);
    if (!count)
        return fail(count.error());
    if (*count != 0)
        report.add(what + " (" + std::to_string(*count) + ')');
    return {};
}

Result<void> checkLog(Connection& connection, Report& report)
{
    struct Check {
        std::string_view sql;
        const char* what;
    };
    for (const auto& [sql, what] :
        {Check {"SELECT (SELECT head FROM sync_head) - coalesce((SELECT max(seq) FROM change), 0)",
             "log: the head is not its last entry"},
            Check {"SELECT coalesce(max(seq), 0) - count(*) FROM change", "log: numbers are missing"},
            Check {"SELECT count(*) FROM document d LEFT JOIN change c ON c.seq = d.seq WHERE c.n IS NOT d.n OR "
                   "c.revision <> d.revision",
                "log: documents whose last entry is another one"},
            Check {"SELECT count(*) FROM change c LEFT JOIN change p ON p.seq = c.previousSeq WHERE (c.op = 0) <> "
                   "(c.previousSeq IS NULL)"
                   " OR (c.previousSeq IS NOT NULL AND (p.n IS NOT c.n OR p.revision <> c.revision - 1))",
                "log: entries that do not follow the one before"},
            Check {"SELECT count(*) FROM change WHERE txFirstSeq > seq", "log: entries outside their transaction"},
            Check {"SELECT (SELECT count(*) FROM text_row) - (SELECT count(*) FROM document WHERE textId IS NOT NULL)",
                "full text: rows without a document"},
            Check {"SELECT (SELECT count(*) FROM fts_docsize) + (SELECT count(*) FROM fts_record_docsize) - (SELECT "
                   "count(*) FROM text_row)",
                "full text: indexed rows that nobody knows"},
            Check {"SELECT count(*) FROM (SELECT lane FROM job WHERE state = 0 GROUP BY lane HAVING sum(first) <> 1)",
                "jobs: lanes without a next job"}})
        if (auto done = checkCount(connection, report, sql, what); !done)
            return done;
    return {};
}

Result<void> checkAttachments(Connection& connection, const AttachmentStore& attachments, Report& report)
{
    return forEach(
        connection.prepare("SELECT hash, size, bytes FROM attachment"), [&](const Statement& row) -> Result<void> {
            const auto hash = hexFromBytes(row.bytes(0));
            if (row.integer(1) == 0)
                return {};
            std::string fromFile;
            if (row.isNull(2)) {
                auto read = readWholeFile(attachments.fileOf(hash));
                if (!read) {
                    report.add("attachment " + hash + ": its file is missing");
                    return {};
                }
                fromFile = std::move(*read);
            }
            if (hexText(sha256(row.isNull(2) ? std::string_view(fromFile) : row.bytes(2))) != hash)
                report.add("attachment " + hash + ": the content does not fit its hash");
            return {};
        });
}
}

Result<std::vector<std::string>> verify(Connection& connection, const AttachmentStore& attachments)
{
    Report report;
    auto done = checkFile(connection, report);
    if (done)
        done = checkDocuments(connection, report);
    if (done)
        done = checkLog(connection, report);
    if (done)
        done = checkAttachments(connection, attachments, report);
    if (!done && done.error().code != "store_damaged")
        return fail(done.error());
    if (!done)
        report.add("file: " + done.error().message);
    return report.take();
}

Result<std::vector<std::string>> checkIndex(Connection& connection)
{
    auto done = connection.execute("INSERT INTO fts (fts) VALUES ('integrity-check'); INSERT INTO fts_record "
                                   "(fts_record) VALUES ('integrity-check')");
    if (done)
        return std::vector<std::string> {};
    if (done.error().code != "store_damaged")
        return fail(done.error());
    return std::vector<std::string> {"full text: the index is damaged"};
}
}
