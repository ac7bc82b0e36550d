// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/connection.hpp"

namespace agentarmy::sqlite {

/// The terms of the full-text index with about how many texts have each, for begun words and for the weight of a word.
/// FTS5 would read all places of all words with a beginning; a look-up in this table takes the words alone. Only the
/// power of two of a count is stored, and written when it rises, so a common word costs a dozen writes, not one per
/// mail.
class Vocabulary {
public:
    /// Counts the terms of one text once each. The first call reads the table.
    [[nodiscard]] Result<void> add(Connection& connection, std::string_view title, std::string_view text);
    /// Writes what rose since the last time.
    [[nodiscard]] Result<void> write(Connection& connection);
    void forget(); ///< another connection, or a rollback, may have changed the table

private:
    struct Slot {
        std::uint64_t hash = 0; ///< 0: free
        std::uint32_t count = 0;
        std::uint32_t lastText = 0;
    };
    struct Risen {
        std::uint64_t start; ///< the first eight bytes, greatest first: most terms are told apart by them
        std::uint32_t begin, length; ///< in m_risenTerms
        int power;
    };
    [[nodiscard]] std::string_view termOf(const Risen& risen) const;
    Result<void> load(Connection& connection);
    void addTerms(std::string_view terms);
    Slot& slotOf(std::uint64_t hash);
    void grow();

    std::vector<Slot> m_slots;
    std::size_t m_used = 0;
    std::uint32_t m_text = 0;
    bool m_loaded = false;
    std::vector<Risen> m_risen;
    std::string m_risenTerms;
};

struct KnownTerm {
    std::string term;
    double texts = 0; ///< about how many
};
/// None if no text has it.
[[nodiscard]] Result<std::optional<KnownTerm>> knownTerm(Connection& connection, const std::string& term);
/// The commonest terms with this beginning, at most `most`.
[[nodiscard]] Result<std::vector<KnownTerm>> termsBeginning(
    Connection& connection, const std::string& prefix, std::size_t most);
/// Takes terms out that no text has any more, of those that stand in `terms` and are rare.
[[nodiscard]] Result<void> pruneTerms(Connection& connection, std::string_view terms);
}
