// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/connection_pool.hpp"

#include "core/adapters/sqlite/text_index.hpp"

#include <algorithm>

namespace agentarmy::sqlite {
namespace {
constexpr std::chrono::seconds longestRead {60}; // for a free reader; far beyond any read of ours
}

Result<ReaderPool::Lease> ReaderPool::take(const Context& context)
{
    std::unique_ptr<Connection> connection;
    {
        std::unique_lock lock(m_mutex);
        const auto until = context.deadline.value_or(std::chrono::steady_clock::now() + longestRead);
        if (!m_free.wait_until(lock, context.stop, until, [&] { return !m_idle.empty() || m_open < m_most; })) {
            if (auto stopped = stopError(context))
                return fail(std::move(*stopped));
            return fail({ErrorKind::unavailable, "store_busy", "The workspace is busy. Try again in a moment.", {}});
        }
        if (!m_idle.empty()) {
            connection = std::move(m_idle.back());
            m_idle.pop_back();
            return Lease(*this, std::move(connection));
        }
        ++m_open;
    }
    auto opened = Connection::open(m_file, Access::readOnly, m_settings);
    if (opened)
        if (auto ready = registerRanking(**opened); !ready)
            opened = fail(ready.error());
    if (!opened) {
        const std::lock_guard lock(m_mutex);
        --m_open;
        m_free.notify_one();
        return fail(opened.error());
    }
    return Lease(*this, std::move(*opened));
}

void ReaderPool::giveBack(std::unique_ptr<Connection> connection)
{
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(connection));
    m_free.notify_one();
}

Result<void> WriterQueue::enter(const Context& context, std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_mutex);
    const auto ticket = m_next++;
    m_waiting.push_back(ticket);
    auto until = std::chrono::steady_clock::now() + wait;
    if (context.deadline)
        until = std::min(until, *context.deadline);
    const bool mine
        = m_changed.wait_until(lock, context.stop, until, [&] { return !m_taken && m_waiting.front() == ticket; });
    std::erase(m_waiting, ticket);
    m_changed.notify_all();
    if (!mine) {
        if (auto stopped = stopError(context))
            return fail(std::move(*stopped));
        return fail({ErrorKind::unavailable, "store_busy",
            "Another task is writing to this workspace. Try again in a moment.", {}});
    }
    m_taken = true;
    return {};
}

void WriterQueue::leave()
{
    const std::lock_guard lock(m_mutex);
    m_taken = false;
    m_changed.notify_all();
}
}
