// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <stop_token>
#include <thread>

namespace agentarmy::cli {

/// Turns Ctrl+C (and a termination signal) into a request to stop, so that the work ends between two transactions. A
/// second one ends the process at once. Made before any thread, since threads inherit which signals are held back.
class Interrupt {
public:
    Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }
    [[nodiscard]] bool requested() const { return m_source.stop_requested(); }

private:
    std::stop_source m_source;
    std::jthread m_waiter;
};
}
