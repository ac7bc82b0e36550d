// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/connection.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace agentarmy::sqlite {

/// Reading connections, opened when they are first needed. Thread safe.
class ReaderPool {
public:
    ReaderPool(std::filesystem::path file, Connection::Settings settings, int most)
        : m_file(std::move(file))
        , m_settings(std::move(settings))
        , m_most(most)
    {
    }
    /// A connection for one read; goes back when the lease ends.
    class Lease {
    public:
        Lease(ReaderPool& pool, std::unique_ptr<Connection> connection)
            : m_pool(&pool)
            , m_connection(std::move(connection))
        {
        }
        Lease(Lease&&) = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease()
        {
            if (m_connection)
                m_pool->giveBack(std::move(m_connection));
        }
        [[nodiscard]] Connection& operator*() { return *m_connection; }

    private:
        ReaderPool* m_pool;
        std::unique_ptr<Connection> m_connection;
    };
    [[nodiscard]] Result<Lease> take(const Context& context);

private:
    void giveBack(std::unique_ptr<Connection> connection);

    const std::filesystem::path m_file;
    const Connection::Settings m_settings;
    const int m_most;
    std::mutex m_mutex;
    std::condition_variable_any m_free;
    std::vector<std::unique_ptr<Connection>> m_idle;
    int m_open = 0;
};

/// Lets one writer in at a time, in the order in which they came: an import that begins again and again does not starve
/// a person's edit. Thread safe.
class WriterQueue {
public:
    /// `store_busy` after `wait`, `stopped`.
    [[nodiscard]] Result<void> enter(const Context& context, std::chrono::milliseconds wait);
    void leave();

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::uint64_t> m_waiting;
    std::uint64_t m_next = 0;
    bool m_taken = false;
};
}
