// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/column_mapping.hpp"

#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/engine/import/readers/amount.hpp"
#include "core/engine/import/readers/column_names.hpp"
#include "core/engine/import/readers/date_column.hpp"
#include "core/engine/import/readers/stage_names.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace agentarmy::readers {
namespace {
constexpr std::string_view accountFields[] = {"accountName", "industry", "companySize", "website", "region", "owner",
    "externalId", "domain", "createdAt", "phone", "description", "parent"};
constexpr std::string_view contactFields[]
    = {"contactName", "firstName", "lastName", "email", "title", "phone", "mobile", "account", "accountExternalId",
        "owner", "externalId", "optedOut", "createdAt", "timeZone", "language", "notes"};
constexpr std::string_view opportunityFields[]
    = {"name", "account", "accountExternalId", "productLine", "stage", "status", "amount", "closedValue", "currency",
        "closeDate", "createdAt", "closedAt", "owner", "probability", "lostReason", "nextStep", "stageEnteredAt",
        "lastActivityAt", "externalId", "contact", "contactEmail", "description"};
constexpr std::string_view userFields[]
    = {"name", "firstName", "lastName", "email", "role", "manager", "team", "title", "phone", "externalId"};
constexpr std::string_view productFields[] = {"name", "productLine", "price", "externalId"};
constexpr TableKind importable[]
    = {TableKind::accounts, TableKind::contacts, TableKind::opportunities, TableKind::users, TableKind::products};

bool hasField(TableKind kind, std::string_view field)
{
    const auto fields = fieldsOf(kind);
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

/// What the values of one column look like; shares are of the values that are not blank.
struct Content {
    std::size_t cells = 0; ///< not blank; with those that only say that there is no value
    std::size_t values = 0;
    std::set<std::string> distinct; ///< at most 60
    double emails = 0, dates = 0, amounts = 0, stages = 0, urls = 0, keys = 0, shares = 0;
};

bool isEmail(std::string_view text)
{
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos
        && text.find(' ') == std::string_view::npos;
}

/// A key of a database rather than a name: only digits, a UUID, a Salesforce id.
bool isKey(std::string_view text)
{
    const bool digits = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool plain = std::all_of(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x80 && (isLetterOrDigit(c) || c == '-'); });
    const bool onlyDigits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return plain && digits && (onlyDigits || text.size() == 15 || text.size() == 18 || text.size() == 36);
}

Content contentOf(const MappingRequest& request, std::size_t column)
{
    Content content;
    const DateColumn dmy(DateOrder::dmy);
    const DateColumn mdy(DateOrder::mdy);
    const AmountColumn amount(DecimalMark::dot, "EUR");
    for (std::size_t i = 0; i < std::min<std::size_t>(request.sample.size(), 300); ++i) {
        const auto& row = request.sample[i];
        const auto value = column < row.size() ? trimView(row[column]) : std::string_view();
        content.cells += value.empty() ? 0 : 1;
        if (isPlaceholder(value))
            continue;
        ++content.values;
        if (content.distinct.size() < 60)
            content.distinct.insert(std::string(value.substr(0, 100)));
        const bool digitsOnly
            = value.size() > 8 && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
        const bool date = !digitsOnly && (dmy.read(value).has_value() || mdy.read(value).has_value());
        content.emails += isEmail(value) ? 1 : 0;
        content.dates += date ? 1 : 0;
        content.amounts += amount.read(value) ? 1 : 0;
        content.stages += stageFromName(value) ? 1 : 0;
        content.urls += startsWithNoCase(value, "http://") || startsWithNoCase(value, "https://")
                || startsWithNoCase(value, "www.")
            ? 1
            : 0;
        content.keys += isKey(value) ? 1 : 0;
        content.shares += readShare(value) ? 1 : 0;
    }
    if (content.values > 0)
        for (auto* share : {&content.emails, &content.dates, &content.amounts, &content.stages, &content.urls,
                 &content.keys, &content.shares})
            *share /= double(content.values);
    return content;
}

bool isStageColumn(const Content& content)
{
    return content.values >= 2 && content.stages >= 0.6 && content.distinct.size() <= 20
        && content.distinct.size() * 2 <= content.values + 4;
}

/// Whether the values speak against a field that the header promises.
bool contradicts(std::string_view field, const Content& content)
{
    if (content.cells < 3 || content.values == 0)
        return false;
    if (field == "email" || field == "contactEmail")
        return content.emails < 0.5;
    if (field == "closeDate" || field == "createdAt" || field == "closedAt" || field == "stageEnteredAt"
        || field == "lastActivityAt")
        return content.dates + content.keys < 0.5; // seconds since 1970 look like keys
    if (field == "amount" || field == "closedValue" || field == "price")
        return content.amounts < 0.5;
    if (field == "probability")
        return content.shares < 0.5;
    if (field == "account" || field == "accountName" || field == "contactName" || field == "contact" || field == "name")
        return content.keys >= 0.8;
    return false;
}

struct Guess {
    std::map<std::string, std::size_t> columns;
    double score = 0;
};

class Guesser {
public:
    explicit Guesser(const MappingRequest& request)
        : m_request(request)
    {
        for (std::size_t i = 0; i < request.headers.size(); ++i) {
            m_keys.push_back(headerKey(request.headers[i]));
            const auto bare = headerKey(unitOfHeader(request.headers[i]).name);
            m_bareKeys.push_back(bare == m_keys.back() ? std::string() : bare);
            m_contents.push_back(contentOf(request, i));
        }
    }

    Guess guess(TableKind kind) const
    {
        Guess guess;
        std::map<std::string, FieldMatch> best;
        for (std::size_t column = 0; column < m_keys.size(); ++column) {
            auto match = fieldOfHeader(kind, m_keys[column]);
            if (!match && !m_bareKeys[column].empty())
                if ((match = fieldOfHeader(kind, m_bareKeys[column])))
                    match->rank += 5; // behind a header that is just the name
            if (!match)
                continue;
            std::string field(match->field);
            if (field == "contact" && m_contents[column].emails >= 0.5)
                field = "contactEmail";
            if (kind != TableKind::accounts && field == "account" && m_contents[column].values >= 3
                && m_contents[column].keys >= 0.8)
                field = "accountExternalId";
            if (contradicts(field, m_contents[column]))
                continue;
            const auto known = best.find(field);
            if (known != best.end() && known->second.rank <= match->rank)
                continue;
            guess.score += match->weight - (known == best.end() ? 0 : known->second.weight);
            best[field] = *match;
            guess.columns[field] = column;
        }
        addByContent(kind, guess);
        guess.score += hintWeight(kind, m_keys, m_request.fileName);
        return guess;
    }

    std::optional<std::size_t> find(const std::string& header) const
    {
        for (std::size_t i = 0; i < m_request.headers.size(); ++i)
            if (m_request.headers[i] == header)
                return i;
        const auto key = headerKey(header);
        for (std::size_t i = 0; i < m_keys.size(); ++i)
            if (!key.empty() && m_keys[i] == key)
                return i;
        if (header.size() > 1 && header[0] == '#' && header.size() < 6) {
            std::size_t number = 0;
            for (const char c : std::string_view(header).substr(1)) {
                if (c < '0' || c > '9')
                    return std::nullopt;
                number = number * 10 + std::size_t(c - '0');
            }
            if (number >= 1 && number <= m_keys.size())
                return number - 1;
        }
        return std::nullopt;
    }

private:
    bool isTaken(const Guess& guess, std::size_t column) const
    {
        return std::any_of(
            guess.columns.begin(), guess.columns.end(), [&](const auto& each) { return each.second == column; });
    }

    void takeByContent(
        Guess& guess, const std::string& field, double weight, const std::function<bool(const Content&)>& fits) const
    {
        if (guess.columns.contains(field))
            return;
        for (std::size_t column = 0; column < m_contents.size(); ++column)
            if (!isTaken(guess, column) && fits(m_contents[column])) {
                guess.columns[field] = column;
                guess.score += weight;
                return;
            }
    }

    /// Takes the column that fits if there is just one such.
    void takeOnly(Guess& guess, const std::string& field, const std::function<bool(const Content&)>& fits) const
    {
        if (guess.columns.contains(field))
            return;
        std::optional<std::size_t> only;
        for (std::size_t column = 0; column < m_contents.size(); ++column)
            if (!isTaken(guess, column) && fits(m_contents[column])) {
                if (only)
                    return;
                only = column;
            }
        if (only)
            guess.columns[field] = *only;
    }

    void addByContent(TableKind kind, Guess& guess) const
    {
        switch (kind) {
        case TableKind::opportunities:
            if (!guess.columns.contains("stage") && guess.columns.contains("status")
                && m_contents[guess.columns["status"]].stages >= 0.6) {
                guess.columns["stage"] = guess.columns["status"]; // the only word about how far it is
                guess.columns.erase("status");
                guess.score += 3;
            }
            takeByContent(guess, "stage", 4, isStageColumn);
            if (guess.columns.contains("stage")) { // then what else it takes to be a deal can only be in one place
                takeOnly(guess, "closeDate",
                    [](const Content& content) { return content.values > 0 && content.dates >= 0.8; });
                takeOnly(guess, "amount", [](const Content& content) {
                    return content.values > 0 && content.amounts >= 0.8 && content.dates < 0.2 && content.keys < 0.8
                        && content.distinct.size() > 1;
                });
            }
            break;
        case TableKind::contacts:
        case TableKind::users:
            takeByContent(guess, "email", 1.5,
                [](const Content& content) { return content.values > 0 && content.emails >= 0.7; });
            break;
        case TableKind::accounts:
            takeByContent(guess, "website", 1.5,
                [](const Content& content) { return content.values > 0 && content.urls >= 0.7; });
            break;
        case TableKind::products:
        case TableKind::unknown:
            break;
        }
    }

    const MappingRequest& m_request;
    std::vector<std::string> m_keys;
    std::vector<std::string> m_bareKeys; ///< without the unit; "" if the header has none
    std::vector<Content> m_contents;
};

std::vector<std::string> missingFields(TableKind kind, const std::map<std::string, std::size_t>& columns)
{
    const auto has = [&](const char* field) { return columns.contains(field); };
    switch (kind) {
    case TableKind::accounts:
        if (!has("accountName"))
            return {"accountName"};
        break;
    case TableKind::contacts:
        if (!has("contactName") && !has("firstName") && !has("lastName") && !has("email"))
            return {"contactName"};
        break;
    case TableKind::opportunities:
        if (!has("account") && !has("accountExternalId") && !has("name"))
            return {"account"};
        break;
    case TableKind::users:
        if (!has("name") && !has("firstName") && !has("lastName") && !has("email"))
            return {"name"};
        break;
    case TableKind::products:
    case TableKind::unknown:
        break;
    }
    return {};
}

Error unknownField(TableKind kind, const std::string& field)
{
    std::string known;
    for (const auto each : fieldsOf(kind))
        known += (known.empty() ? "" : ", ") + std::string(each);
    return {ErrorKind::invalid, "unknown_field",
        "\"" + field + "\" is no field of a table of " + std::string(enumText(kind)) + ". Fields are: " + known + ".",
        {{"field", field}, {"kind", std::string(enumText(kind))}}};
}
}

std::span<const std::string_view> fieldsOf(TableKind kind)
{
    switch (kind) {
    case TableKind::accounts:
        return accountFields;
    case TableKind::contacts:
        return contactFields;
    case TableKind::opportunities:
        return opportunityFields;
    case TableKind::users:
        return userFields;
    case TableKind::products:
        return productFields;
    case TableKind::unknown:
        break;
    }
    return {};
}

HeaderUnit unitOfHeader(std::string_view header)
{
    HeaderUnit unit {std::string(trimView(header)), {}, 1, {}};
    const auto text = std::string_view(unit.name);
    const auto takeMoney = [&](std::string_view said) {
        const auto one = AmountColumn(DecimalMark::dot, "EUR").read("1 " + std::string(said));
        if (!one || one->money.amountMinor < 0)
            return false;
        std::int64_t minor = 1;
        for (int i = 0; i < minorDigits(one->money.currency); ++i)
            minor *= 10;
        unit.scale = one->money.amountMinor / minor;
        if (one->currencySaid)
            unit.currency = one->money.currency;
        return true;
    };
    const auto takeOrder = [&](std::string_view said) {
        const auto lower = asciiLower(said);
        if (lower.size() < 6 || lower.find_first_not_of("dmytj/.- ") != std::string::npos)
            return false;
        if (lower[0] == 'm')
            unit.dateOrder = DateOrder::mdy;
        else if (lower[0] == 'd' || lower[0] == 't')
            unit.dateOrder = DateOrder::dmy;
        return true;
    };
    const auto close = text.empty() ? '\0' : text.back();
    if (close == ')' || close == ']') { // "Value (EUR)", "Revenue (net)"
        const auto open = text.rfind(close == ')' ? '(' : '[');
        if (open != std::string_view::npos && open > 0) {
            auto said = trimView(text.substr(open + 1, text.size() - open - 2));
            if (startsWithNoCase(said, "in "))
                said = trimView(said.substr(3));
            if (!takeOrder(said))
                (void)takeMoney(said);
            unit.name = trim(text.substr(0, open));
        }
        return unit;
    }
    const auto cut = text.find_last_of(" _-"); // "Umsatz in EUR", "deal_value_usd"
    if (cut == std::string_view::npos || cut == 0)
        return unit;
    const auto said = text.substr(cut + 1);
    const bool plainNumber = said.find_first_of("0123456789") != std::string_view::npos;
    if (plainNumber || !takeMoney(said) || unit.currency.empty()) { // "Plan B" is no billion
        unit.scale = 1;
        return unit;
    }
    auto name = trimView(text.substr(0, cut));
    if (name.size() > 3 && (asciiLower(name.substr(name.size() - 3)) == " in" || name.ends_with("_in")))
        name = trimView(name.substr(0, name.size() - 3));
    unit.name = std::string(name);
    return unit;
}

std::string headerSignature(std::span<const std::string> headers)
{
    std::string all;
    for (const auto& header : headers)
        all += headerKey(header) + '\n';
    return hexText(sha256(all)).substr(0, 16);
}

std::string_view ColumnMapping::cell(std::span<const std::string> row, const std::string& field) const
{
    const auto found = columns.find(field);
    return found == columns.end() || found->second >= row.size() ? std::string_view()
                                                                 : std::string_view(row[found->second]);
}

Result<ColumnMapping> guessMapping(const MappingRequest& request)
{
    const Guesser guesser(request);
    ColumnMapping mapping;
    mapping.signature = headerSignature(request.headers);
    Guess best;
    double second = 0;
    for (const auto kind : importable) {
        const bool allowed = request.kind ? kind == *request.kind
                                          : std::all_of(request.corrections.begin(), request.corrections.end(),
                                              [&](const auto& correction) { return hasField(kind, correction.first); });
        if (!allowed)
            continue;
        auto guess = guesser.guess(kind);
        if (mapping.kind == TableKind::unknown || guess.score > best.score) {
            second = mapping.kind == TableKind::unknown ? second : std::max(second, best.score);
            best = std::move(guess);
            mapping.kind = kind;
        } else {
            second = std::max(second, guess.score);
        }
    }
    if (mapping.kind == TableKind::unknown && !request.corrections.empty())
        return fail(unknownField(request.kind.value_or(TableKind::opportunities), request.corrections.begin()->first));
    const bool said = request.kind.has_value() || !request.corrections.empty();
    if (!said && best.score < 3.5) { // a name and a description are in every table
        mapping.kind = TableKind::unknown;
        best = {};
    }
    mapping.confidence = said ? 1 : best.score > 0 ? std::min(1.0, (best.score - second) / best.score + 0.2) : 0;
    mapping.columns = std::move(best.columns);
    for (const auto& [field, header] : request.corrections) {
        if (!hasField(mapping.kind, field))
            return fail(unknownField(mapping.kind, field));
        if (header.empty()) {
            mapping.columns.erase(field);
            continue;
        }
        const auto column = guesser.find(header);
        if (!column)
            return fail({ErrorKind::invalid, "unknown_column", "The table has no column \"" + header + "\".",
                {{"field", field}, {"column", header}}});
        std::erase_if(mapping.columns, [&](const auto& each) { return each.second == *column; });
        mapping.columns[field] = *column;
    }
    for (std::size_t column = 0; column < request.headers.size(); ++column)
        if (std::none_of(mapping.columns.begin(), mapping.columns.end(),
                [&](const auto& each) { return each.second == column; }))
            mapping.unmapped.push_back(column);
    mapping.missing = missingFields(mapping.kind, mapping.columns);
    return mapping;
}
}
