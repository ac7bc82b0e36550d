// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"
#include "core/ports/model_provider.hpp"

#include <list>
#include <unordered_map>

namespace agentarmy {

struct CachedAnswer {
    std::string content;
    Json json;
    std::string provider, model;
    FinishReason finish = FinishReason::stop;
};

/// Answers of the last hour, the ones used longest ago leaving first. Not thread safe.
class AnswerCache {
public:
    static constexpr std::size_t mostEntries = 256;
    static constexpr std::size_t mostBytes = std::size_t(4) << 20; ///< of contents
    static constexpr auto lifetime = std::chrono::hours(1);

    [[nodiscard]] const CachedAnswer* find(const std::string& key, Timestamp now);
    void put(const std::string& key, CachedAnswer answer, Timestamp now);
    void clear();
    [[nodiscard]] std::size_t size() const { return m_byKey.size(); }

private:
    struct Entry {
        std::string key;
        CachedAnswer answer;
        Timestamp at {};
    };
    void drop(std::list<Entry>::iterator entry);
    std::list<Entry> m_entries; ///< used last comes first
    std::unordered_map<std::string, std::list<Entry>::iterator> m_byKey;
    std::size_t m_bytes = 0;
};
}
