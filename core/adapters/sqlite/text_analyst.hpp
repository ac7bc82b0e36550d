// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/text_index.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace agentarmy::sqlite {

/// Finds the terms of long texts on a thread of its own, while the transaction that stores them goes on: in an import
/// everything waits for the thread that writes. Whoever needs the terms first makes them; nobody waits for a busy
/// thread. The thread starts with the first text.
class TextAnalyst {
public:
    /// The terms of one text, to come.
    class Task {
    public:
        Task(std::string type, SearchText text);
        [[nodiscard]] std::optional<SearchTerms> take(); ///< once

    private:
        friend class TextAnalyst;
        void run();
        std::once_flag m_done;
        std::string m_type;
        SearchText m_text;
        std::optional<SearchTerms> m_terms;
    };

    [[nodiscard]] static bool worthIt(const SearchText& text);
    [[nodiscard]] std::shared_ptr<Task> start(std::string type, SearchText text);

private:
    void work(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::shared_ptr<Task>> m_waiting;
    std::jthread m_thread; ///< last: it ends before what it uses
};
}
