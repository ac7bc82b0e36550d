// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"

#include <string_view>

namespace agentarmy {

/// The columns by which documents of all types are found, filtered and sorted. Empty or null = not set.
/// Both stores fill them by project() alone, so a query means the same everywhere.
struct Projection {
    Uuid rootId; ///< the document that decides who sees this one (sync rules S12)
    Uuid ownerId;
    Uuid accountId;
    Uuid opportunityId;
    Uuid parentId; ///< conversation of a message, meeting of a transcript, contact of a state
    std::string state; ///< stage, status, kind: the one enum that lists filter by
    std::string name; ///< case-folded name or subject, at most 200 bytes
    std::string externalKey; ///< natural key for de-duplication, unique per type where set
    std::optional<std::int64_t> time; ///< ms: last activity, sent at, start
    std::optional<std::int64_t> due; ///< ms (dates: midnight UTC): close date, due, follow-up
    std::optional<std::int64_t> amountMinor;
    std::string currency;
    std::optional<double> rank; ///< completion, confidence: what lists sort by beside time
    bool archived = false;
    std::string brief; ///< canonical JSON below 1 KiB with what a list row shows, so that lists parse no bodies
};

/// What of a document is searched: `title` counts more than `text`.
struct SearchText {
    std::string title;
    std::string text;
};

/// Pure; unknown types give a projection with only the root (the document itself).
[[nodiscard]] Projection project(std::string_view type, const Uuid& id, const Json& body);
[[nodiscard]] SearchText searchText(std::string_view type, const Json& body);
}
