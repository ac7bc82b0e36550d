// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace agentarmy::cli {

/// One line on standard error that is drawn anew at most ten times a second; nothing where that is no terminal. Thread
/// safe.
class ProgressBar {
public:
    explicit ProgressBar(bool shown)
        : m_shown(shown)
    {
    }
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    void show(const std::string& text, std::uint64_t done, std::uint64_t total); ///< total 0: not known
    void clear();

private:
    bool m_shown;
    bool m_drawn = false;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_last {};
};
}
