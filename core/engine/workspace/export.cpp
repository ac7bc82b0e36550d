// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/export.hpp"

#include "core/base/text.hpp"
#include "core/domain/contact.hpp"
#include "core/domain/meeting.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/workspace/doctor.hpp"

#include <cerrno>
#include <fstream>
#include <set>

namespace agentarmy {
namespace {
constexpr std::size_t maxMissing = 100;
constexpr int exportVersion = 1;

Error ioError(const std::filesystem::path& file)
{
    const bool full = errno == ENOSPC;
    return {ErrorKind::unavailable, full ? "disk_full" : "export_failed",
        (full ? "The disk is full: " : "Cannot write ") + file.string(), {{"path", file.string()}}};
}

/// A file that is written line by line; errors are kept until finish().
class OutFile {
public:
    explicit OutFile(std::filesystem::path path)
        : m_path(std::move(path))
        , m_out(m_path, std::ios::binary | std::ios::trunc)
    {
    }
    void line(std::string_view text) { m_out << text << '\n'; }
    void bytes(std::string_view text) { m_out.write(text.data(), std::streamsize(text.size())); }
    Result<void> finish()
    {
        m_out.close();
        if (!m_out)
            return fail(ioError(m_path));
        return {};
    }
    [[nodiscard]] bool good() const { return m_out.good(); }

private:
    std::filesystem::path m_path;
    std::ofstream m_out;
};

std::string csvCell(std::string_view text)
{
    // A leading = + - @ would be run as a formula by spreadsheets.
    std::string cell(text);
    if (!cell.empty()
        && (cell.front() == '=' || cell.front() == '@'
            || ((cell.front() == '+' || cell.front() == '-')
                && cell.find_first_not_of("+-0123456789 ().") != std::string::npos)))
        cell.insert(cell.begin(), '\'');
    if (cell.find_first_of(",\"\r\n") == std::string::npos)
        return cell;
    std::string quoted = "\"";
    for (const char c : cell)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string csvRow(const std::vector<std::string>& cells)
{
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i)
        row += (i ? "," : "") + csvCell(cells[i]);
    return row + '\r';
}

std::string majorUnits(const Money& money)
{
    const int digits = minorDigits(money.currency);
    auto text = std::to_string(money.amountMinor);
    if (digits == 0)
        return text;
    while (text.size() <= std::size_t(digits))
        text.insert(text.begin(), '0');
    return text.substr(0, text.size() - std::size_t(digits)) + '.' + text.substr(text.size() - std::size_t(digits));
}

/// A name that every file system takes, for people.
std::string fileName(Timestamp at, const std::string& title, const Uuid& id)
{
    auto name = formatTimestamp(at).substr(0, 16);
    std::erase(name, ':');
    name += ' ';
    const auto words = collapseSpaces(title);
    for (const char c : cutAtCodePoint(words, 80))
        name
            += std::string_view("<>:\"/\\|?*").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20
            ? '_'
            : c;
    return trim(name) + " " + id.text().substr(24);
}

class Exporter {
public:
    Exporter(Store& store, const Context& context, std::filesystem::path folder,
        const std::function<void(const std::string&, std::int64_t)>& progress)
        : m_store(store)
        , m_context(context)
        , m_folder(std::move(folder))
        , m_progress(progress)
    {
    }

    Result<ExportReport> run(Timestamp now)
    {
        if (auto done = prepare(); !done)
            return fail(done.error());
        for (const auto& type : documentTypes())
            if (auto done = documents(type); !done)
                return fail(done.error());
        for (auto step : {&Exporter::changes, &Exporter::accounts, &Exporter::contacts, &Exporter::deals})
            if (auto done = (this->*step)(); !done)
                return fail(done.error());
        OutFile manifest(m_folder / "manifest.json");
        manifest.line(Json {{"format", "agentarmy-export"}, {"version", exportVersion},
            {"exportedAt", formatTimestamp(now)}, {"documents", m_report.documents}, {"changes", m_report.changes},
            {"mails", m_report.mails}, {"files", m_report.files}}
                          .dump(2));
        if (auto done = manifest.finish(); !done)
            return fail(done.error());
        return std::move(m_report);
    }

private:
    Result<void> prepare()
    {
        std::error_code failed;
        if (std::filesystem::exists(m_folder, failed)
            && (!std::filesystem::is_directory(m_folder, failed) || !std::filesystem::is_empty(m_folder, failed)))
            return fail({ErrorKind::conflict, "already_exists", m_folder.string() + " is not empty. Name a new folder.",
                {{"path", m_folder.string()}}});
        for (const char* part : {"mail", "files"}) {
            std::filesystem::create_directories(m_folder / part, failed);
            if (failed)
                return fail({ErrorKind::unavailable, "export_failed",
                    "Cannot make the folder " + m_folder.string() + ": " + failed.message(),
                    {{"path", m_folder.string()}}});
        }
        return {};
    }

    void tell(const std::string& what, std::int64_t done) const
    {
        if (m_progress)
            m_progress(what, done);
    }
    Result<void> stopped() const
    {
        if (m_context.stop.stop_requested())
            return fail({ErrorKind::unavailable, "stopped", "Stopped.", {}});
        return {};
    }

    Result<void> documents(const std::string& type)
    {
        OutFile file(m_folder / (type + ".jsonl"));
        Query query;
        query.type = type;
        query.includeArchived = true;
        query.limit = 500;
        std::int64_t count = 0;
        do {
            if (auto go = stopped(); !go)
                return go;
            auto page = m_store.query(m_context, query);
            if (!page)
                return fail(page.error());
            for (const auto& document : page->items) {
                file.line(document.body);
                ++count;
                if (auto done = source(document); !done)
                    return done;
            }
            if (!file.good())
                break;
            tell(type, count);
            query.cursor = page->nextCursor;
        } while (!query.cursor.empty());
        if (count > 0)
            m_report.documents[type] = count;
        return file.finish();
    }

    /// The mail, chat or transcript as it was imported.
    Result<void> source(const Document& document)
    {
        if (document.type == Message::type) {
            auto message = entityOf<Message>(document);
            if (!message || message->channel != Channel::email || message->rawHash.empty())
                return {};
            return write(message->rawHash,
                m_folder / "mail" / (fileName(message->sentAt, message->subject, document.id) + ".eml"),
                m_report.mails);
        }
        if (document.type == Transcript::type) {
            auto transcript = entityOf<Transcript>(document);
            if (!transcript || transcript->part != 0 || transcript->rawHash.empty())
                return {};
            const auto name = transcript->source ? std::filesystem::path(*transcript->source).filename().string()
                                                 : std::string("transcript.txt");
            return write(
                transcript->rawHash, m_folder / "files" / (document.id.text().substr(24) + ' ' + name), m_report.files);
        }
        return {};
    }

    Result<void> write(const std::string& hash, const std::filesystem::path& path, std::int64_t& count)
    {
        auto bytes = m_store.attachment(m_context, hash);
        if (!bytes) {
            if (bytes.error().kind != ErrorKind::notFound)
                return fail(bytes.error());
            if (m_report.missing.size() < maxMissing)
                m_report.missing.push_back(hash);
            return {};
        }
        OutFile file(path);
        file.bytes(*bytes);
        ++count;
        return file.finish();
    }

    Result<void> changes()
    {
        OutFile file(m_folder / "changes.jsonl");
        for (std::int64_t after = 0;;) {
            if (auto go = stopped(); !go)
                return go;
            auto page = m_store.changes(m_context, after, 1000);
            if (!page)
                return fail(page.error());
            if (page->empty() || !file.good())
                break;
            for (const auto& change : *page) {
                Json values = Json::array();
                for (const auto& value : change.values)
                    values.push_back({{"path", value.path}, {"before", value.before}, {"after", value.after}});
                file.line(Json {{"seq", change.seq}, {"at", formatTimestamp(change.at)},
                    {"actor", std::string(enumText(change.actor.kind))},
                    {"userId", change.actor.userId ? Json(change.actor.userId->text()) : Json()},
                    {"what", change.cause.what}, {"rule", change.cause.rule}, {"reason", change.cause.reason},
                    {"messageId", change.cause.messageId ? Json(change.cause.messageId->text()) : Json()},
                    {"details", change.cause.details}, {"mutationId", change.mutationId.text()},
                    {"type", change.document.type}, {"id", change.document.id.text()},
                    {"op", std::string(enumText(change.op))}, {"revision", change.revision}, {"fields", change.fields},
                    {"values", std::move(values)}}
                              .dump(-1, ' ', false, Json::error_handler_t::replace));
                ++m_report.changes;
            }
            after = page->back().seq;
            tell("changes", m_report.changes);
        }
        return file.finish();
    }

    Result<std::string> nameOf(const char* type, const Uuid& id)
    {
        auto& names = m_names[type];
        if (names.empty()) {
            auto read = readNames(m_store, m_context, type);
            if (!read)
                return fail(read.error());
            names = std::move(*read);
        }
        const auto found = names.find(id);
        return found == names.end() ? std::string() : found->second;
    }

    Result<void> accounts()
    {
        OutFile file(m_folder / "accounts.csv");
        file.line(csvRow({"Account name", "Industry", "Company size", "Website", "Region", "Domains", "Owner", "Id"}));
        Query all;
        all.includeArchived = true;
        auto list = readEntities<Account>(m_store, m_context, all);
        if (!list)
            return fail(list.error());
        for (const auto& account : *list) {
            if (account.mergedInto)
                continue;
            auto owner = nameOf(User::type, account.ownerId.value_or(Id<User>()).value());
            if (!owner)
                return fail(owner.error());
            file.line(csvRow({account.accountName, account.industry.value_or(""), account.companySize.value_or(""),
                account.website.value_or(""), account.region.value_or(""), join(account.domains, " "), *owner,
                account.id.text()}));
        }
        return file.finish();
    }

    Result<void> contacts()
    {
        OutFile file(m_folder / "contacts.csv");
        file.line(csvRow({"Name", "Email", "Title", "Phone", "Account", "Opted out", "Id"}));
        Query all;
        all.includeArchived = true;
        auto list = readEntities<Contact>(m_store, m_context, all);
        if (!list)
            return fail(list.error());
        for (const auto& contact : *list) {
            if (contact.mergedInto)
                continue;
            auto account = nameOf(Account::type, contact.accountId.value_or(Id<Account>()).value());
            if (!account)
                return fail(account.error());
            file.line(csvRow({contact.contactName, contact.contactEmail, contact.title.value_or(""),
                contact.phones.empty() ? "" : contact.phones.front(), *account, contact.optedOut ? "yes" : "",
                contact.id.text()}));
        }
        return file.finish();
    }

    Result<void> deals()
    {
        OutFile file(m_folder / "deals.csv");
        file.line(csvRow({"Deal name", "Account", "Product", "Stage", "Amount", "Currency", "Probability", "Close date",
            "Created", "Stage entered", "Owner", "Last activity", "Closed at", "Closed amount", "Lost reason", "Id"}));
        Query all;
        all.includeArchived = true;
        auto list = readEntities<Opportunity>(m_store, m_context, all);
        if (!list)
            return fail(list.error());
        const auto day = [](const std::optional<Timestamp>& at) { return at ? formatTimestamp(*at) : std::string(); };
        for (const auto& deal : *list) {
            auto account = nameOf(Account::type, deal.accountId.value());
            auto owner = nameOf(User::type, deal.ownerId.value_or(Id<User>()).value());
            if (!account || !owner)
                return fail(account ? owner.error() : account.error());
            file.line(csvRow({deal.name, *account, deal.productLine.value_or(""), std::string(enumText(deal.dealStage)),
                deal.estimatedValue ? majorUnits(*deal.estimatedValue) : "",
                deal.estimatedValue ? deal.estimatedValue->currency : "", Json(deal.probability).dump(),
                deal.closeDate ? formatDate(*deal.closeDate) : "", day(deal.createdAt), day(deal.stageEnteredAt),
                *owner, day(deal.lastActivityAt), day(deal.closedAt),
                deal.closedValue ? majorUnits(*deal.closedValue) : "", deal.lostReason.value_or(""), deal.id.text()}));
        }
        return file.finish();
    }

    Store& m_store;
    const Context& m_context;
    std::filesystem::path m_folder;
    const std::function<void(const std::string&, std::int64_t)>& m_progress;
    ExportReport m_report;
    std::map<std::string, std::unordered_map<Uuid, std::string>> m_names;
};
}

Result<ExportReport> exportWorkspace(Store& store, const Context& context, const std::filesystem::path& folder,
    Timestamp now, const std::function<void(const std::string& what, std::int64_t done)>& progress)
{
    return Exporter(store, context, folder, progress).run(now);
}
}
