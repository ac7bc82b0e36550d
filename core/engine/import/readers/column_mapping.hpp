// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/enums.hpp"
#include "core/base/error.hpp"
#include "core/engine/import/readers/date_column.hpp"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::readers {

/// `products`: a price list; known, but not imported.
enum class TableKind { unknown, accounts, contacts, opportunities, users, products };
}
namespace agentarmy {
template <> struct EnumTexts<readers::TableKind> {
    using K = readers::TableKind;
    static constexpr auto values = std::to_array<std::pair<K, std::string_view>>(
        {{K::unknown, "unknown"}, {K::accounts, "accounts"}, {K::contacts, "contacts"},
            {K::opportunities, "opportunities"}, {K::users, "users"}, {K::products, "products"}});
};
}
namespace agentarmy::readers {

/// Fields by kind of table; these are the names that `--map field=Header` takes.
///  accounts:      accountName industry companySize website region owner externalId domain createdAt phone description
///  parent contacts:      contactName firstName lastName email title phone mobile account accountExternalId owner
///  externalId optedOut
///                 createdAt timeZone language notes
///  opportunities: name account accountExternalId productLine stage status amount closedValue currency closeDate
///  createdAt closedAt owner
///                 probability lostReason nextStep stageEnteredAt lastActivityAt externalId contact contactEmail
///                 description
///  `accountExternalId` is the CRM's key of the account; `status` says open, won or lost beside a column with the
///  stage. users:         name firstName lastName email role manager team title phone externalId products:      name
///  productLine price externalId
[[nodiscard]] std::span<const std::string_view> fieldsOf(TableKind kind);

struct MappingRequest {
    std::vector<std::string> headers;
    std::vector<std::vector<std::string>> sample; ///< up to some 200 rows, to look at contents; may be empty
    std::string fileName; ///< a hint: "sales_pipeline.csv"
    std::optional<TableKind> kind; ///< said by the user or remembered
    /// `field -> header` from `--map` or from memory. A header is found by its exact text, else without case and
    /// punctuation, else "#3" (from 1). An empty header unmaps the field.
    std::map<std::string, std::string> corrections;
};

struct ColumnMapping {
    TableKind kind = TableKind::unknown;
    double confidence = 0; ///< 0..1: how sure the kind is; 1 if said
    std::map<std::string, std::size_t> columns; ///< field -> column index
    std::vector<std::size_t> unmapped; ///< columns that no field takes
    std::string signature; ///< of the headers in their order, for remembering: 16 hex digits
    std::vector<std::string> missing; ///< fields without which rows cannot be imported: "accountName"

    /// The cell of a field, "" if it is not mapped.
    [[nodiscard]] std::string_view cell(std::span<const std::string> row, const std::string& field) const;
};

/// Guesses which table this is and which column holds which field: from header names (English, German, exports of
/// Salesforce, HubSpot, Pipedrive, Dynamics, Zoho), then from contents, then from the file's name.
/// Errors, `invalid`: `unknown_field` (a correction names no field of the kind), `unknown_column` (no such header).
[[nodiscard]] Result<ColumnMapping> guessMapping(const MappingRequest& request);

/// What a header says about all values below it: "Value (EUR)", "deal_value_usd", "Auftragswert in T\u20AC",
/// "Close date (MM/DD/YYYY)".
struct HeaderUnit {
    std::string name; ///< the header without it
    std::string currency; ///< ISO 4217 code; "" if none is said
    std::int64_t scale = 1; ///< 1000 for thousands
    std::optional<DateOrder> dateOrder;
};
[[nodiscard]] HeaderUnit unitOfHeader(std::string_view header);

/// The signature of a header row, as in `ColumnMapping`.
[[nodiscard]] std::string headerSignature(std::span<const std::string> headers);
}
