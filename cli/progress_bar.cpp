// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/progress_bar.hpp"

#include "cli/table.hpp"

#include <algorithm>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace agentarmy::cli {
namespace {
constexpr auto pause = std::chrono::milliseconds(100);
constexpr std::size_t barWidth = 24;

std::size_t terminalWidth()
{
    winsize size {};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}
}

void ProgressBar::show(const std::string& text, std::uint64_t done, std::uint64_t total)
{
    if (!m_shown)
        return;
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    if (m_drawn && now - m_last < pause)
        return;
    m_last = now;
    m_drawn = true;
    std::string line;
    if (total > 0) {
        const auto share = std::min(1.0, double(done) / double(total));
        const auto filled = std::size_t(share * double(barWidth));
        line = '[' + std::string(filled, '#') + std::string(barWidth - filled, '.') + "] "
            + std::to_string(int(share * 100)) + " % ";
    }
    line += oneLine(text);
    std::cerr << "\r\x1B[K" << fitted(line, terminalWidth() - 1) << std::flush;
}

void ProgressBar::clear()
{
    const std::lock_guard lock(m_mutex);
    if (m_drawn)
        std::cerr << "\r\x1B[K" << std::flush;
    m_drawn = false;
}
}
