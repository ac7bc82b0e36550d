// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/vocabulary.hpp"
#include "core/base/analyser.hpp"

namespace agentarmy::sqlite {

/// The full-text index: terms of the one analyser in two contentless FTS5 tables, one for what people wrote and said
/// (`fts`), one for the far fewer records (`fts_record`), so that a deal is found at once however many mails speak of
/// it. A text gets a new, greater row with each change: newer rows are newer texts, and what is written together is one
/// sorted run. The title of a document ends with a term that stands for its type, which no text can contain.
struct IndexedText {
    std::int64_t textId = 0; ///< 0: not indexed
    std::int64_t hash = 0; ///< of its terms
};

/// The terms of a document; nothing if its type has no text.
[[nodiscard]] std::optional<SearchTerms> indexTerms(std::string_view type, const SearchText& text);
[[nodiscard]] std::int64_t termsHash(const SearchTerms& terms);

[[nodiscard]] Result<void> addToIndex(Connection& connection, Vocabulary& vocabulary, std::string_view type,
    std::int64_t textId, std::int64_t n, const SearchTerms& terms);
/// FTS5 needs the very terms that it was given to take them out again.
[[nodiscard]] Result<void> removeFromIndex(
    Connection& connection, std::string_view type, std::int64_t textId, const SearchTerms& terms);
/// Builds the index anew from all documents that are not deleted. Within the caller's transaction.
[[nodiscard]] Result<void> rebuildIndex(Connection& connection);

/// Makes the ranking known to a connection that searches.
[[nodiscard]] Result<void> registerRanking(Connection& connection);
/// Best hits first. Texts are looked at from the newest to the oldest; once there are plenty of hits the rest is left,
/// as old ones among thousands are not what is looked for.
[[nodiscard]] Result<std::vector<SearchHit>> searchIndex(Connection& connection, const TextQuery& query);
}
