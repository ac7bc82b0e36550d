// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/http/circuit_breaker.hpp"

namespace agentarmy::http {

bool CircuitBreaker::allows(Time now)
{
    if (!m_openUntil)
        return true;
    if (now < *m_openUntil || m_trying)
        return false;
    m_trying = true;
    return true;
}

void CircuitBreaker::succeeded()
{
    m_failures = 0;
    m_openUntil.reset();
    m_trying = false;
}

void CircuitBreaker::failed(Time now)
{
    if (m_trying || ++m_failures >= failuresThatOpen)
        m_openUntil = now + openFor;
    m_trying = false;
}

void CircuitBreaker::abandoned() { m_trying = false; }
}
