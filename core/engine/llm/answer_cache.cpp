// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/llm/answer_cache.hpp"

namespace agentarmy {
void AnswerCache::drop(std::list<Entry>::iterator entry)
{
    m_bytes -= entry->answer.content.size();
    m_byKey.erase(entry->key);
    m_entries.erase(entry);
}

const CachedAnswer* AnswerCache::find(const std::string& key, Timestamp now)
{
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end())
        return nullptr;
    // A clock that was set back must not keep an answer for longer.
    if (now - found->second->at >= lifetime || now < found->second->at) {
        drop(found->second);
        return nullptr;
    }
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return &found->second->answer;
}

void AnswerCache::put(const std::string& key, CachedAnswer answer, Timestamp now)
{
    if (answer.content.size() > mostBytes / 16)
        return;
    if (const auto found = m_byKey.find(key); found != m_byKey.end())
        drop(found->second);
    m_bytes += answer.content.size();
    m_entries.push_front({key, std::move(answer), now});
    m_byKey[key] = m_entries.begin();
    while (m_entries.size() > mostEntries || m_bytes > mostBytes)
        drop(std::prev(m_entries.end()));
}

void AnswerCache::clear()
{
    m_entries.clear();
    m_byKey.clear();
    m_bytes = 0;
}
}
