// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <chrono>
#include <optional>

namespace agentarmy::http {

inline constexpr int failuresThatOpen = 5; ///< in a row
inline constexpr auto openFor = std::chrono::seconds(30);

/// Keeps calls away from a service that fails, so that it can recover and we do not wait for it: closed, until enough
/// calls failed in a row; open for a while; then one call is let through, whose outcome closes it or opens it again.
/// Pure but for its own state; not thread safe.
class CircuitBreaker {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// Whether a call may go out now. Who is let through must tell how it went.
    [[nodiscard]] bool allows(Time now);
    void succeeded();
    void failed(Time now);
    void abandoned(); ///< it ended without saying anything of the service: stopped by us

private:
    int m_failures = 0;
    std::optional<Time> m_openUntil;
    bool m_trying = false; ///< the one call is under way
};
}
