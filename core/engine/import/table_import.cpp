// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/import_run.hpp"

#include "core/base/text.hpp"
#include "core/domain/plan.hpp"
#include "core/engine/import/readers/amount.hpp"
#include "core/engine/import/readers/column_names.hpp"
#include "core/engine/import/readers/csv_reader.hpp"
#include "core/engine/import/readers/person_label.hpp"
#include "core/engine/import/readers/stage_names.hpp"
#include "core/rules/deals/scores.hpp"
#include "core/rules/deals/stage_probability.hpp"

#include <algorithm>
#include <array>
#include <fstream>

namespace agentarmy {
namespace {
using readers::TableKind;
constexpr std::size_t previewRows = 3;
constexpr std::size_t sampleRows = 5000; // to decide formats of columns from

/// The formats of a table's columns, decided from a first reading of the rows.
struct TableFormats {
    std::map<std::string, readers::DateColumn> dates;
    std::map<std::string, readers::AmountColumn> amounts;
    std::map<std::string, std::int64_t> scales; ///< 1000 below "Value (in thousands)"
};

class TableImport {
public:
    TableImport(ImportRun& run, std::filesystem::path path)
        : m_run(run)
        , m_path(std::move(path))
    {
    }
    Result<void> run();
    /// Whether the table can be read as it is and with what was said; writes and notes nothing.
    Result<void> check();
    TablePreview preview();
    [[nodiscard]] const std::set<std::string>& usedCorrections() const { return m_usedCorrections; }

private:
    Result<void> decide();
    [[nodiscard]] std::map<std::string, std::string> correctionsFor(const readers::MappingRequest& request);
    Result<void> decideDates(const readers::MappingRequest& request, const std::vector<std::vector<std::string>>& rows,
        readers::CsvReader& behind);
    void tell(const readers::MappingRequest& request);
    Result<void> remember(const readers::MappingRequest& request);
    /// Why a row is none of the table: a line of totals, a remark below it; "" if it is one.
    [[nodiscard]] std::string noRecord(const readers::CsvRow& row) const;
    /// The product as the price list or an earlier deal writes it ("GTXPro" is "GTX Pro").
    [[nodiscard]] std::optional<std::string> product() const;
    /// A deal as its CRM has it.
    struct CrmState {
        DealStage stage = DealStage::prospecting;
        std::optional<Money> value, closedValue;
        std::optional<Date> closeDate;
        std::optional<Id<User>> owner;
        std::optional<Timestamp> closedAt;
    };
    void enter(Opportunity& deal, const CrmState& state, Timestamp now);
    [[nodiscard]] static Json toJson(const CrmState& state);
    [[nodiscard]] bool follow(Opportunity& deal, const CrmState& state, Timestamp now);
    Result<void> contactsOfDeal(Id<Opportunity> deal, Id<Account> account, Timestamp at);
    Id<User> userOf(const std::string& label, Timestamp at);
    Result<void> row(const readers::CsvRow& row);
    Result<void> account();
    Result<void> contact();
    Result<void> opportunity();
    Result<void> user();
    /// The account that a row of another table names, by the CRM's key or by name, made where it is unknown.
    Result<std::optional<Id<Account>>> accountOfRow(Timestamp at);
    /// One company may have several records in a CRM: all their keys lead to it. True if the key is new.
    bool learnKey(Account& account, const std::string& external);
    /// An account that so far was known by its mail domain alone ("Nordwind"), under its full name ("Nordwind GmbH").
    Result<std::optional<Id<Account>>> accountFromMail(const std::string& name);

    [[nodiscard]] std::string text(const char* field, std::size_t maxBytes = 300) const
    {
        const auto cell = trimView(m_mapping.cell(m_cells, field));
        return maxBytes > 500 ? std::string(cutAtCodePoint(cell, maxBytes)) // prose keeps its lines
                              : std::string(cutAtCodePoint(collapseSpaces(cell), maxBytes));
    }
    [[nodiscard]] std::optional<std::string> optional(const char* field, std::size_t maxBytes = 300) const
    {
        auto value = text(field, maxBytes);
        return value.empty() ? std::nullopt : std::optional(std::move(value));
    }
    [[nodiscard]] std::optional<readers::DateValue> written(const char* field);
    [[nodiscard]] std::optional<Money> money(const char* field);
    [[nodiscard]] std::optional<Timestamp> time(const char* field);
    [[nodiscard]] std::optional<Date> date(const char* field);
    [[nodiscard]] std::optional<Id<User>> owner(Timestamp at);
    template <class T> void fill(std::optional<T>& target, std::optional<T> value, bool& changed)
    {
        if (!target && value) {
            target = std::move(value);
            changed = true;
        }
    }
    /// The row is taken without this cell.
    void problem(std::string reason) { m_run.skip(m_path.string(), std::int64_t(m_line), std::move(reason)); }
    /// The stage of a name; none: unknown, reported.
    std::optional<DealStage> stage(const std::string& name);

    ImportRun& m_run;
    std::filesystem::path m_path;
    readers::ColumnMapping m_mapping;
    TableFormats m_formats;
    std::map<std::string, DealStage> m_stages; ///< as written -> what it was read as
    std::set<std::string> m_usedCorrections;
    std::set<Id<Opportunity>> m_deals; ///< of this table
    std::vector<std::string> m_cells;
    std::size_t m_line = 0;
    bool m_checking = false;
    std::optional<readers::DateOrder> m_dateOrder; ///< as a person chose it for this table
    std::vector<std::string> m_headers;
    std::vector<std::vector<std::string>> m_firstRows;
};

Result<readers::CsvReader> openTable(std::ifstream& in, const std::filesystem::path& path)
{
    in.open(path, std::ios::binary);
    if (!in)
        return fail({ErrorKind::invalid, "unreadable_file", "Cannot read " + path.string(), {{"file", path.string()}}});
    return readers::CsvReader::open(in);
}

std::vector<std::string_view> columnOf(const std::vector<std::vector<std::string>>& rows, std::size_t column)
{
    std::vector<std::string_view> values;
    values.reserve(rows.size());
    for (const auto& row : rows)
        if (column < row.size())
            values.push_back(row[column]);
    return values;
}

Result<void> TableImport::decide()
{
    std::ifstream in;
    auto reader = openTable(in, m_path);
    if (!reader)
        return fail(reader.error());
    readers::MappingRequest request;
    request.headers = reader->shape().headers;
    request.fileName = m_path.filename().string();
    request.kind = m_run.options.tableKind;
    std::vector<std::vector<std::string>> rows;
    while (rows.size() < sampleRows) {
        auto row = reader->next();
        if (!row)
            break;
        rows.push_back(std::move(row->cells));
    }
    request.sample.assign(rows.begin(), rows.begin() + std::ptrdiff_t(std::min<std::size_t>(rows.size(), 200)));
    m_headers = request.headers;
    m_firstRows.assign(rows.begin(), rows.begin() + std::ptrdiff_t(std::min<std::size_t>(rows.size(), previewRows)));
    request.corrections = correctionsFor(request);
    const auto signature = readers::headerSignature(request.headers);
    if (const auto choice = m_run.options.tables.find(signature); choice != m_run.options.tables.end()) {
        if (choice->second.kind)
            request.kind = choice->second.kind;
        for (const auto& [field, header] : choice->second.columns)
            request.corrections.insert_or_assign(field, header);
        m_dateOrder = choice->second.dateOrder;
    }
    const auto& remembered = m_run.workspace.settings.importMappings;
    if (const auto memory = remembered.find(signature); memory != remembered.end() && memory->second.is_object()) {
        const auto kind = parseEnum<TableKind>(memory->second.value("kind", std::string()));
        const bool same = !request.kind || request.kind == kind; // another kind has other fields
        if (kind && !request.kind)
            request.kind = kind;
        if (const auto columns = memory->second.find("columns");
            same && columns != memory->second.end() && columns->is_object())
            for (const auto& [field, header] : columns->items())
                if (header.is_string())
                    request.corrections.emplace(field, header.get<std::string>());
    }
    auto mapping = readers::guessMapping(request);
    if (!mapping)
        return fail(mapping.error());
    m_mapping = std::move(*mapping);
    if (m_mapping.kind == TableKind::unknown)
        return fail({ErrorKind::invalid, "unknown_table",
            m_path.string()
                + ": cannot tell what this table holds. Say it with --kind accounts|contacts|opportunities|users.",
            {{"file", m_path.string()}}});
    if (!m_mapping.missing.empty())
        return fail({ErrorKind::invalid, "missing_column",
            m_path.string() + ": no column for " + join(m_mapping.missing, ", ") + ". Name one with --map "
                + m_mapping.missing.front() + "=HEADER.",
            {{"file", m_path.string()}, {"fields", m_mapping.missing}}});
    if (auto done = decideDates(request, rows, *reader); !done)
        return done;
    const auto general = m_run.options.currency.empty() ? m_run.workspace.settings.currency : m_run.options.currency;
    for (const char* field : {"amount", "closedValue"})
        if (const auto found = m_mapping.columns.find(field); found != m_mapping.columns.end()) {
            const auto unit = readers::unitOfHeader(request.headers[found->second]);
            m_formats.scales[field] = unit.scale;
            const auto& currency = unit.currency.empty() ? general : unit.currency;
            m_formats.amounts.emplace(field, readers::AmountColumn::decide(columnOf(rows, found->second), currency));
        }
    if (m_checking)
        return {};
    tell(request);
    return remember(request);
}

/// One `--map` may be meant for one of several tables: there only what fits a table is taken.
std::map<std::string, std::string> TableImport::correctionsFor(const readers::MappingRequest& request)
{
    const auto& said = m_run.options.mapping;
    if (said.empty() || m_run.tables < 2) {
        for (const auto& [field, header] : said)
            m_usedCorrections.insert(field);
        return said;
    }
    const auto guess = readers::guessMapping(request);
    std::map<std::string, std::string> fitting;
    for (const auto& [field, header] : said) {
        readers::MappingRequest one;
        one.headers = request.headers;
        one.kind = guess && guess->kind != TableKind::unknown ? std::optional(guess->kind) : request.kind;
        one.corrections = {{field, header}};
        if (readers::guessMapping(one)) {
            fitting.insert({field, header});
            m_usedCorrections.insert(field);
        }
    }
    return fitting;
}

/// A column that leaves the order of day and month open follows the other columns: one program wrote them all.
Result<void> TableImport::decideDates(const readers::MappingRequest& request,
    const std::vector<std::vector<std::string>>& rows, readers::CsvReader& behind)
{
    std::optional<readers::DateOrder> proven;
    std::optional<Error> open;
    std::vector<std::pair<const char*, std::size_t>> undecided;
    for (const char* field : {"closeDate", "createdAt", "closedAt", "stageEnteredAt", "lastActivityAt"}) {
        const auto found = m_mapping.columns.find(field);
        if (found == m_mapping.columns.end())
            continue;
        const auto values = columnOf(rows, found->second);
        const auto& header = request.headers[found->second];
        const auto said = m_dateOrder ? m_dateOrder
            : m_run.options.dateOrder ? m_run.options.dateOrder
                                      : readers::unitOfHeader(header).dateOrder;
        auto decided = readers::DateColumn::decide(values, header, said);
        if (!decided) {
            if (!open)
                open = decided.error();
            undecided.emplace_back(field, found->second);
            continue;
        }
        if (said || readers::DateColumn::provesOrder(values))
            proven = decided->order();
        m_formats.dates.emplace(field, *decided);
    }
    while (open && !proven) { // the sample does not tell: one row further down may
        const auto row = behind.next();
        if (!row)
            return fail(*open);
        for (const auto& [field, column] : undecided) {
            const std::array<std::string_view, 1> value {row->cells[column]};
            if (readers::DateColumn::provesOrder(value))
                proven = readers::DateColumn::decide(value, request.headers[column])->order();
        }
    }
    for (const auto& [field, column] : undecided)
        m_formats.dates.emplace(field, readers::DateColumn(*proven));
    return {};
}

void TableImport::tell(const readers::MappingRequest& request)
{
    std::string said = m_path.filename().string() + " read as " + std::string(enumText(m_mapping.kind)) + ":";
    for (const auto& [field, column] : m_mapping.columns)
        said += ' ' + field + "=" + request.headers[column] + ';';
    if (!m_mapping.unmapped.empty()) {
        said += " not used:";
        for (const auto column : m_mapping.unmapped)
            said += ' ' + request.headers[column] + ';';
    }
    said.pop_back();
    m_run.note(std::move(said));
}

Result<void> TableImport::remember(const readers::MappingRequest& request)
{
    if (m_usedCorrections.empty() || m_run.options.dryRun)
        return {};
    Json columns = Json::object();
    for (const auto& [field, column] : m_mapping.columns)
        columns[field] = request.headers[column];
    auto settings = m_run.work.edit(m_run.workspace.settings.id);
    if (!settings)
        return fail(settings.error());
    if (*settings)
        (*settings)->importMappings[m_mapping.signature]
            = {{"kind", enumText(m_mapping.kind)}, {"columns", std::move(columns)}};
    return {};
}

TablePreview TableImport::preview()
{
    m_checking = true;
    const auto decided = decide();
    TablePreview preview {std::move(m_headers), std::move(m_firstRows), std::move(m_mapping), {}};
    if (!decided)
        preview.problem = decided.error();
    return preview;
}

Result<void> TableImport::check()
{
    m_checking = true;
    return decide();
}

std::optional<readers::DateValue> TableImport::written(const char* field)
{
    const auto format = m_formats.dates.find(field);
    const auto cell = trimView(m_mapping.cell(m_cells, field));
    if (format == m_formats.dates.end() || readers::isPlaceholder(cell) || cell.starts_with("0000-00-00"))
        return std::nullopt;
    auto value = format->second.read(cell);
    if (!value)
        problem("taken without " + std::string(field) + ": not a date: " + ellipsized(cell, 40));
    return value;
}

std::optional<Timestamp> TableImport::time(const char* field)
{
    const auto value = written(field);
    return value ? std::optional(m_run.shifted(value->utc())) : std::nullopt;
}

std::optional<Date> TableImport::date(const char* field)
{
    const auto value = written(field); // the day as it is written, whatever zone follows
    if (!value)
        return std::nullopt;
    // "Q2 2026" is met until its last day.
    return m_run.shifted(value->periodEnd.value_or(value->date));
}

std::optional<Id<User>> TableImport::owner(Timestamp at)
{
    const auto label = text("owner", 300);
    return readers::isPlaceholder(label) ? std::nullopt : std::optional(userOf(label, at));
}

/// Who owns something in our CRM is one of us, and so is their mail domain.
Id<User> TableImport::userOf(const std::string& label, Timestamp at)
{
    const auto person = readers::readPersonLabel(label);
    if (!person.address.empty()) {
        m_run.ours.addAddress(person.address);
        if (const auto domain = mailDomain(person.address); !domain.empty() && !isFreeMailDomain(domain))
            m_run.ours.addDomain(domain);
    }
    return m_run.ownUser(person.name, person.address, at);
}

std::optional<DealStage> TableImport::stage(const std::string& name)
{
    const auto key = nameKey(name);
    if (const auto said = m_run.options.stageNames.find(key); said != m_run.options.stageNames.end())
        return said->second;
    auto known = readers::stageFromWords(name);
    if (!known)
        known = parseEnum<DealStage>(key);
    if (known)
        m_stages.emplace(name, *known);
    return known;
}

std::string TableImport::noRecord(const readers::CsvRow& row) const
{
    std::size_t filled = 0;
    std::string first;
    for (const auto& cell : row.cells)
        if (!trimView(cell).empty() && ++filled == 1)
            first = foldCase(collapseSpaces(cell));
    static constexpr std::array<std::string_view, 12> totals {"total", "totals", "grand total", "grand totals", "sum",
        "subtotal", "summe", "gesamt", "gesamtsumme", "zwischensumme", "insgesamt", "total:"};
    const auto head = std::string_view(first).substr(0, first.find_first_of("(:"));
    const bool named = std::ranges::find(totals, trimView(head)) != totals.end();
    if (named && (row.present < row.cells.size() || filled <= 3))
        return "a line of totals, not imported";
    if (row.present == 1 && row.cells.size() >= 3)
        return "no row of the table: one cell instead of " + std::to_string(row.cells.size());
    return {};
}

std::optional<std::string> TableImport::product() const
{
    auto written = optional("productLine", 200);
    if (!written || readers::isPlaceholder(*written))
        return std::nullopt;
    const auto key = readers::headerKey(*written); // letters and digits alone
    const std::string* like = nullptr;
    for (const auto& known : m_run.workspace.settings.products) {
        if (nameKey(known) == nameKey(*written))
            return known;
        if (!key.empty() && readers::headerKey(known) == key)
            like = &known;
    }
    return like ? *like : written;
}

Result<std::optional<Id<Account>>> TableImport::accountOfRow(Timestamp at)
{
    const auto external = text("accountExternalId", 200);
    const auto name = text("account", 300);
    if (!external.empty())
        if (const auto known = m_run.directory.accountWithExternalId(external))
            return known;
    if (name.empty() && external.empty())
        return std::nullopt;
    const auto id = m_run.accountForName(name.empty() ? external : name, at);
    if (external.empty())
        return id;
    auto edited = m_run.work.edit(id);
    if (!edited)
        return fail(edited.error());
    learnKey(**edited, external);
    return id;
}

bool TableImport::learnKey(Account& account, const std::string& external)
{
    auto& keys = account.externalIds;
    for (int number = 1; number <= 20; ++number) {
        const auto [entry, isNew] = keys.emplace(number == 1 ? "crm" : "crm" + std::to_string(number), external);
        if (isNew)
            m_run.directory.learnExternalId(external, account.id);
        if (isNew || entry->second == external)
            return isNew;
    }
    return false;
}

Result<std::optional<Id<Account>>> TableImport::accountFromMail(const std::string& name)
{
    const auto like = m_run.directory.accountNamed(name);
    if (!like)
        return std::nullopt;
    auto found = m_run.work.find(*like);
    if (!found)
        return fail(found.error());
    const auto* account = *found;
    const bool fromMail = account && !account->domains.empty() && account->externalIds.empty()
        && nameKey(account->accountName) == companyKey(account->accountName);
    return fromMail ? like : std::nullopt;
}

Result<void> TableImport::account()
{
    const auto now = m_run.parts.clock.now();
    const auto name = text("accountName", 300);
    if (name.empty()) {
        problem("no account name");
        return {};
    }
    const auto external = text("externalId", 200);
    std::optional<Id<Account>> known;
    if (!external.empty())
        known = m_run.directory.accountWithExternalId(external);
    if (!known)
        known = m_run.directory.accountWithExactName(name);
    if (!known) {
        auto fromMail = accountFromMail(name);
        if (!fromMail)
            return fail(fromMail.error());
        known = *fromMail;
    }
    const auto id = known ? *known : m_run.newAccount(name, time("createdAt").value_or(now));
    auto edited = m_run.work.edit(id);
    if (!edited)
        return fail(edited.error());
    auto& account = **edited;
    bool changed = false;
    if (nameKey(account.accountName) != nameKey(name)) {
        // Known by a CRM key or a mail domain only: the table's name is the better one.
        auto& names = account.otherNames;
        if (account.accountName == external || companyKey(account.accountName) == nameKey(account.accountName)) {
            std::erase(names, name);
            names.push_back(std::exchange(account.accountName, name));
        } else if (std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
        m_run.directory.learnName(name, id);
        changed = true;
    }
    if (const auto parent = text("parent", 300); !parent.empty() && !account.metadata.contains("parentAccount")) {
        account.metadata["parentAccount"] = parent;
        changed = true;
    }
    fill(account.industry, optional("industry", 100), changed);
    fill(account.companySize, optional("companySize", 50), changed);
    fill(account.region, optional("region", 50), changed);
    fill(account.ownerId, owner(now), changed);
    if (auto website = optional("website", 490)) {
        if (website->find("://") == std::string::npos)
            website = "https://" + *website;
        fill(account.website, website, changed);
    }
    auto domain = asciiLower(text("domain", 200));
    if (domain.empty() && account.website) {
        domain = asciiLower(account.website->substr(account.website->find("://") + 3));
        domain = domain.substr(0, domain.find_first_of("/:?#"));
        if (domain.starts_with("www."))
            domain.erase(0, 4);
    }
    if (domain.find('.') != std::string::npos && !isFreeMailDomain(domain)
        && !m_run.directory.accountOfDomain(domain)) {
        account.domains.push_back(domain);
        m_run.directory.learnDomain(domain, id);
        changed = true;
    }
    if (!external.empty())
        changed = learnKey(account, external) || changed;
    if (known) {
        ++m_run.report.merged["account"];
        if (changed)
            account.updatedAt = now;
    }
    return {};
}

Result<void> TableImport::contact()
{
    const auto now = m_run.parts.clock.now();
    auto name = text("contactName", 200);
    if (name.empty())
        name = trim(text("firstName", 100) + ' ' + text("lastName", 100));
    auto address = asciiLower(text("email", 255));
    if (address.find('@') == std::string::npos)
        address.clear();
    if (name.empty() && address.empty()) {
        problem("neither name nor e-mail");
        return {};
    }
    if (m_run.erased.hasAddress(address) || (address.empty() && m_run.erased.hasName(name))) {
        ++m_run.ofErased;
        return {};
    }
    auto named = accountOfRow(now);
    if (!named)
        return fail(named.error());
    auto account = *named;
    if (!account && !address.empty())
        account = m_run.accountForAddress(address, now);
    if (account && !address.empty())
        if (const auto domain = mailDomain(address);
            !domain.empty() && !isFreeMailDomain(domain) && !m_run.directory.accountOfDomain(domain)) {
            auto company = m_run.work.edit(*account);
            if (!company)
                return fail(company.error());
            (*company)->domains.push_back(domain);
            m_run.directory.learnDomain(domain, *account);
        }
    const int before = m_run.report.created["contact"];
    auto id = m_run.contactFor(name, address, account, time("createdAt").value_or(now));
    if (!id)
        return fail(id.error());
    const bool isNew = m_run.report.created["contact"] > before;
    auto edited = m_run.work.edit(*id);
    if (!edited)
        return fail(edited.error());
    auto& contact = **edited;
    bool changed = false;
    const bool learnsTitle = !contact.title;
    fill(contact.title, optional("title", 200), changed);
    if (learnsTitle && contact.title && contact.stakeholder.interactionCount == 0)
        contact.stakeholder = deals::newStakeholder(contact.title);
    fill(contact.timeZone, optional("timeZone", 60), changed);
    fill(contact.language, optional("language", 20), changed);
    fill(contact.notes, optional("notes", 4000), changed);
    for (const char* field : {"phone", "mobile"})
        if (const auto phone = text(field, 60);
            !phone.empty() && std::find(contact.phones.begin(), contact.phones.end(), phone) == contact.phones.end()) {
            contact.phones.push_back(phone);
            changed = true;
        }
    if (const auto out = foldCase(text("optedOut", 20));
        (out == "true" || out == "yes" || out == "1" || out == "x" || out == "ja") && !contact.optedOut)
        contact.optedOut = changed = true;
    if (const auto external = text("externalId", 200);
        !external.empty() && contact.externalIds.emplace("crm", external).second)
        changed = true;
    if (!isNew)
        ++m_run.report.merged["contact"];
    if (changed)
        contact.updatedAt = now;
    return {};
}

std::optional<Money> TableImport::money(const char* field)
{
    const auto format = m_formats.amounts.find(field);
    if (format == m_formats.amounts.end())
        return std::nullopt;
    const auto cell = trimView(m_mapping.cell(m_cells, field));
    const auto currency = trimView(m_mapping.cell(m_cells, "currency"));
    if (readers::isPlaceholder(cell))
        return std::nullopt;
    const auto without = "taken without " + std::string(field) + ": ";
    const auto amount = format->second.read(cell, currency);
    if (!amount)
        problem(without + "not money: " + ellipsized(cell, 40));
    else if (amount->money.amountMinor < 0)
        problem(without + "negative: " + ellipsized(cell, 40));
    else if (!amount->currencySaid && !readers::isPlaceholder(currency) && !readers::currencyFromText(currency))
        problem(without + "unknown currency: " + ellipsized(currency, 40)); // counting it as another one would be wrong
    else if (const auto scale = m_formats.scales.at(field); amount->money.amountMinor > (std::int64_t(1) << 53) / scale)
        problem(without + "too large: " + ellipsized(cell, 40));
    else
        return Money {amount->money.amountMinor * scale, amount->money.currency};
    return std::nullopt;
}

/// What a deal is by its row, with what comes with a stage.
void TableImport::enter(Opportunity& deal, const CrmState& state, Timestamp now)
{
    if (isClosed(state.stage)) {
        // A close date still to come is what was expected, not when it ended.
        deal.closedAt = std::min(now,
            state.closedAt        ? *state.closedAt
                : state.closeDate ? startOfDayUtc(*state.closeDate)
                                  : now);
        deal.lostReason = optional("lostReason", 500);
        if (state.stage == DealStage::closedWon)
            deal.closedValue = state.closedValue ? state.closedValue : state.value;
        deal.stageEnteredAt = *deal.closedAt;
    } else {
        deal.closedAt.reset();
        deal.closedValue.reset();
        deal.stageEnteredAt = time("stageEnteredAt").value_or(now);
    }
}

Json TableImport::toJson(const CrmState& state)
{
    const auto money = [](const std::optional<Money>& value) {
        return value ? std::to_string(value->amountMinor) + ' ' + value->currency : std::string();
    };
    return {{"stage", enumText(state.stage)}, {"amount", money(state.value)}, {"closedValue", money(state.closedValue)},
        {"closeDate", state.closeDate ? formatDate(*state.closeDate) : std::string()},
        {"owner", state.owner ? state.owner->text() : std::string()}};
}

/// A newer export of the same CRM: what changed there since the last import changes here too, unless somebody here has
/// changed it meanwhile. True if anything did.
bool TableImport::follow(Opportunity& deal, const CrmState& state, Timestamp now)
{
    const auto last = deal.metadata.is_object() ? deal.metadata.find("imported") : deal.metadata.end();
    if (last == deal.metadata.end() || !last->is_object())
        return false;
    const auto fresh = toJson(state);
    if (*last == fresh)
        return false;
    const auto here
        = toJson(CrmState {deal.dealStage, deal.estimatedValue, deal.closedValue, deal.closeDate, deal.ownerId, {}});
    const auto moved = [&](const char* field) {
        const auto before = last->value(field, std::string());
        const auto now = fresh[field].get<std::string>();
        return !now.empty() && now != before && here[field] == before;
    };
    if (moved("amount")) {
        if (deal.closedValue == deal.estimatedValue && !moved("stage"))
            deal.closedValue = deal.closedValue ? state.value : deal.closedValue;
        deal.estimatedValue = state.value;
    }
    if (moved("closeDate"))
        deal.closeDate = state.closeDate;
    if (moved("owner"))
        deal.ownerId = state.owner;
    if (moved("stage")) {
        deal.dealStage = state.stage;
        deal.probability = deals::StageProbabilities().of(state.stage);
        deal.probabilitySource = ProbabilitySource::stage;
        enter(deal, state, now);
    }
    deal.metadata["imported"] = fresh;
    return true;
}

Result<void> TableImport::opportunity()
{
    const auto now = m_run.parts.clock.now();
    const auto accountName = text("account", 300);
    auto name = text("name", 300);
    const auto product = this->product();
    const auto externalId = text("externalId", 200);
    if (const auto status = foldCase(text("status", 100)); status == "deleted" || status == "gel\u00f6scht") {
        m_run.skip(m_path.string(), std::int64_t(m_line), "deleted in the CRM, not imported");
        return {};
    }
    if (accountName.empty() && name.empty() && externalId.empty()) {
        problem("neither deal name nor account");
        return {};
    }
    if (name.empty()) {
        name = product            ? (accountName.empty() ? *product : *product + " - " + accountName)
            : accountName.empty() ? "Opportunity " + externalId
                                  : "Opportunity - " + accountName;
        name = std::string(cutAtCodePoint(name, 300));
    }
    std::optional<DealStage> readStage = DealStage::prospecting;
    if (const auto stageName = text("stage", 100); !stageName.empty()) {
        readStage = stage(stageName);
        if (!readStage) // "Closed" beside a status "Won"
            if (const auto ended = readers::stageFromName(text("status", 100)); ended && isClosed(*ended))
                readStage = ended;
        if (!readStage) {
            problem("not imported: unknown stage \"" + stageName + "\". Map it with --stage-map \"" + stageName
                + "=STAGE\"");
            return {};
        }
    }
    // "Open", "Won" and "Lost" beside a column with the stage: an end that the stage does not tell.
    if (const auto status = text("status", 100); !status.empty() && !isClosed(*readStage))
        if (const auto ended = readers::stageFromName(status); ended && isClosed(*ended))
            readStage = ended;
    auto value = money("amount");
    const bool won = *readStage == DealStage::closedWon;
    const auto closedValue = won ? money("closedValue") : std::nullopt;
    if (!value)
        value = closedValue;
    const auto createdAt = time("createdAt");
    const auto closeDate = date("closeDate");
    const auto closedAt = time("closedAt");
    auto named = accountOfRow(createdAt.value_or(now));
    if (!named)
        return fail(named.error());
    const auto account = *named ? **named : m_run.accountForName("Unassigned", createdAt.value_or(now));

    const Opportunity* known = nullptr;
    if (!externalId.empty()) {
        auto found = m_run.work.findByKey<Opportunity>("external:" + externalId);
        if (!found)
            return fail(found.error());
        known = *found;
    } else {
        Query query;
        query.accountId = account.value();
        query.namePrefix = std::string(cutAtCodePoint(nameKey(name), 200));
        auto found = m_run.work.list<Opportunity>(query);
        if (!found)
            return fail(found.error());
        for (const auto* deal : *found)
            if (nameKey(deal->name) == nameKey(name)
                && (!createdAt || deal->createdAt == *createdAt || deal->source != OpportunitySource::imported))
                known = deal;
    }
    if (known) {
        auto edited = m_run.work.edit(known->id);
        if (!edited)
            return fail(edited.error());
        bool changed = false;
        fill((*edited)->productLine, product, changed);
        fill((*edited)->estimatedValue, value, changed);
        fill((*edited)->closeDate, closeDate, changed);
        fill((*edited)->ownerId, owner(now), changed);
        if (m_deals.insert(known->id).second) // twice in one table: the first row counts
            changed
                = follow(**edited, {*readStage, value, closedValue, closeDate, owner(now), closedAt}, now) || changed;
        if (changed)
            (*edited)->updatedAt = now;
        ++m_run.report.merged["opportunity"];
        return {};
    }
    Opportunity deal;
    deal.accountId = account;
    deal.name = name;
    deal.productLine = product;
    deal.dealStage = *readStage;
    deal.estimatedValue = value;
    deal.probability = deals::StageProbabilities().of(deal.dealStage);
    if (const auto share = readers::readShare(text("probability", 20)); share && !isClosed(deal.dealStage)) {
        deal.probability = *share;
        deal.probabilitySource = ProbabilitySource::humanOverride;
    }
    deal.closeDate = closeDate;
    deal.source = OpportunitySource::imported;
    if (!externalId.empty())
        deal.externalId = externalId;
    deal.ownerId = owner(createdAt.value_or(now));
    deal.createdAt
        = createdAt.value_or(closeDate && isClosed(deal.dealStage) ? std::min(startOfDayUtc(*closeDate), now) : now);
    deal.updatedAt = now;
    const CrmState state {*readStage, value, closedValue, closeDate, deal.ownerId, closedAt};
    enter(deal, state, now);
    deal.metadata["imported"] = toJson(state);
    deal.lastActivityAt = time("lastActivityAt");
    const auto next = optional("nextStep", 500);
    const auto owned = deal.ownerId;
    const auto createdOn = deal.createdAt;
    const bool open = isOpen(deal.dealStage);
    const auto id = m_run.work.add(std::move(deal)).id;
    m_deals.insert(id);
    ++m_run.report.created["opportunity"];
    if (owned) {
        auto company = m_run.work.find(account);
        if (!company)
            return fail(company.error());
        if (*company && !(*company)->ownerId) {
            auto edited = m_run.work.edit(account);
            if (!edited)
                return fail(edited.error());
            (*edited)->ownerId = owned;
        }
    }
    if (next && open) {
        Task task;
        task.accountId = account;
        task.opportunityId = id;
        task.description = *next;
        task.ownerId = owned;
        task.source = "import";
        task.createdAt = task.updatedAt = createdOn;
        m_run.work.add(std::move(task));
        ++m_run.report.created["task"];
    }
    return contactsOfDeal(id, account, createdOn);
}

/// "Jonas Brandt (jonas@nordwind.example);Kim Lee": everybody whom the row names at the customer. The first is the
/// deal's primary contact: what they write about no deal by name is about this one.
Result<void> TableImport::contactsOfDeal(Id<Opportunity> deal, Id<Account> account, Timestamp at)
{
    std::optional<Id<Contact>> first;
    auto cell = text("contact", 500);
    std::string mail;
    if (cell.empty()) // the address alone, or names with addresses in the column of addresses
        cell = text("contactEmail", 500);
    else
        mail = readers::readPersonLabel(text("contactEmail", 255)).address;
    int count = 0;
    for (const auto part : splitView(cell, ';')) {
        const auto label = trimView(part);
        if (readers::isPlaceholder(label) || ++count > 20)
            continue;
        const auto person = readers::readPersonLabel(label);
        auto address = person.address.empty() && count == 1 ? mail : person.address;
        if (m_run.erased.hasAddress(address) || (address.empty() && m_run.erased.hasName(person.name)))
            continue;
        auto contact = m_run.contactFor(person.name, address, account, at);
        if (!contact)
            return fail(contact.error());
        if (!first)
            first = *contact;
    }
    if (!first)
        return {};
    auto edited = m_run.work.edit(deal);
    if (!edited)
        return fail(edited.error());
    (*edited)->metadata["primaryContactId"] = first->text();
    return {};
}

Result<void> TableImport::user()
{
    const auto now = m_run.parts.clock.now();
    auto name = text("name", 200);
    if (name.empty())
        name = trim(text("firstName", 100) + ' ' + text("lastName", 100));
    auto address = asciiLower(text("email", 255));
    if (address.find('@') == std::string::npos)
        address.clear();
    if (name.empty() && address.empty()) {
        problem("neither name nor e-mail");
        return {};
    }
    const int before = m_run.report.created["user"];
    const auto id = m_run.ownUser(name, address, now);
    auto edited = m_run.work.edit(id);
    if (!edited)
        return fail(edited.error());
    auto& user = **edited;
    if (user.email.empty() && !address.empty())
        user.email = address;
    const auto role = foldCase(text("role", 60));
    if (role.find("exec") != std::string::npos || role.find("chief") != std::string::npos
        || role.find("vp") != std::string::npos || role.find("ceo") != std::string::npos)
        user.role = Role::executive;
    else if (role.find("manager") != std::string::npos || role.find("lead") != std::string::npos
        || role.find("head") != std::string::npos)
        user.role = Role::manager;
    else if (!role.empty())
        user.role = Role::rep;
    if (const auto team = text("team", 200); !team.empty() && !user.teamId) {
        auto known = m_run.directory.teamNamed(team);
        if (!known) {
            Team made;
            made.name = team;
            known = m_run.directory.addTeam(m_run.work, std::move(made)).id;
            ++m_run.report.created["team"];
        }
        user.teamId = known;
    }
    if (const auto manager = text("manager", 200); !manager.empty() && !user.managerId) {
        const auto managerId = userOf(manager, now);
        if (managerId != id) {
            user.managerId = managerId;
            auto boss = m_run.work.edit(managerId);
            if (!boss)
                return fail(boss.error());
            if ((*boss)->role == Role::rep)
                (*boss)->role = Role::manager;
        }
    }
    m_run.ours.addName(name);
    if (!address.empty()) {
        m_run.ours.addAddress(address);
        const auto domain = mailDomain(address);
        if (!isFreeMailDomain(domain))
            m_run.ours.addDomain(domain);
    }
    if (m_run.report.created["user"] == before)
        ++m_run.report.merged["user"];
    return {};
}

Result<void> TableImport::row(const readers::CsvRow& row)
{
    m_cells = row.cells;
    m_line = row.line;
    if (auto reason = noRecord(row); !reason.empty()) {
        m_run.skip(m_path.string(), std::int64_t(m_line), std::move(reason));
        return {};
    }
    if (!row.problem.empty())
        problem(row.problem);
    switch (m_mapping.kind) {
    case TableKind::accounts:
        return account();
    case TableKind::contacts:
        return contact();
    case TableKind::opportunities:
        return opportunity();
    case TableKind::users:
        return user();
    case TableKind::products:
    case TableKind::unknown:
        break;
    }
    return {};
}

Result<void> TableImport::run()
{
    if (auto done = decide(); !done)
        return done;
    if (m_mapping.kind == TableKind::products) {
        m_run.note(m_path.filename().string() + ": a list of products; the names are used to recognise product lines");
        auto settings = m_run.work.edit(m_run.workspace.settings.id);
        if (!settings)
            return fail(settings.error());
        std::ifstream in;
        auto reader = openTable(in, m_path);
        if (!reader)
            return fail(reader.error());
        while (auto next = reader->next()) {
            m_cells = std::move(next->cells);
            const auto name = text("name", 200);
            auto& products = m_run.workspace.settings.products;
            if (name.size() > 1 && products.size() < 500
                && std::find(products.begin(), products.end(), name) == products.end())
                products.push_back(name);
        }
        if (*settings)
            (*settings)->products = m_run.workspace.settings.products;
        return m_run.commit();
    }
    std::ifstream in;
    auto reader = openTable(in, m_path);
    if (!reader)
        return fail(reader.error());
    Cause cause;
    cause.what = "import";
    std::error_code code;
    const auto size = std::filesystem::file_size(m_path, code);
    while (!m_run.stopped()) {
        auto next = reader->next();
        if (!next)
            break;
        cause.details = {{"file", m_path.string()}, {"line", next->line}};
        m_run.work.because(cause);
        if (auto done = row(*next); !done)
            return done;
        if (auto done = m_run.commitIfFull(); !done)
            return done;
        m_run.tell(ImportProgress::Phase::reading, m_path.string(), next->position, code ? 0 : size);
    }
    if (!m_stages.empty()) {
        std::string said = m_path.filename().string() + ", stages:";
        int count = 0;
        for (const auto& [name, stage] : m_stages)
            if (++count <= 40)
                said += ' ' + name + " = " + std::string(enumText(stage)) + ';';
        said.pop_back();
        m_run.note(std::move(said));
    }
    return m_run.commit();
}
}

Result<void> importTable(ImportRun& run, const std::filesystem::path& path) { return TableImport(run, path).run(); }

TablePreview previewTable(ImportRun& run, const std::filesystem::path& path)
{
    return TableImport(run, path).preview();
}

Result<std::set<std::string>> checkTable(ImportRun& run, const std::filesystem::path& path)
{
    TableImport table(run, path);
    if (auto done = table.check(); !done)
        return fail(done.error());
    return table.usedCorrections();
}
}
