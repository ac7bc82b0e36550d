// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/name_index.hpp"
#include "app/view/found_view.hpp"
#include "core/ports/store.hpp"
#include <unordered_map>

namespace agentarmy::app {

/// The names of deals, accounts, people, conversations, meetings and to-dos in memory, kept up to date by the log of
/// the store: whoever wrote, the next look knows. Archived and deleted ones are not in it. Not thread safe.
class NameBook {
public:
    /// Reads what was written since the last look, or everything at the first one and after a flood of changes.
    [[nodiscard]] Result<void> follow(Store& store, const Context& context);
    int size() const { return m_index.size(); }
    /// Best first, with what a row shows, read from the store. What was deleted meanwhile is left out.
    [[nodiscard]] Result<std::vector<FoundView>> find(
        Store& store, const Context& context, const FuzzyQuery& query, const NameIndex::Wanted& wanted) const;

private:
    [[nodiscard]] Result<void> readAll(Store& store, const Context& context);
    [[nodiscard]] Result<void> readRows(Store& store, const Context& context, FoundKind kind);
    [[nodiscard]] Result<void> readOne(Store& store, const Context& context, const DocumentKey& key);
    void put(
        FoundKind kind, const Uuid& id, const Projection& columns, const std::string& title, const std::string& beside);
    void take(const Uuid& id);
    std::string accountName(const Uuid& id) const;

    NameIndex m_index;
    std::vector<Uuid> m_ids; ///< by slot
    std::unordered_map<Uuid, int> m_slots;
    std::unordered_map<Uuid, std::string> m_accounts;
    std::int64_t m_seq = -1; ///< of the log, read up to here; negative: nothing was read
};

}
