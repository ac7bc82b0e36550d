// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/interrupt.hpp"

#include "cli/output.hpp"

#include <csignal>
#include <ctime>
#include <unistd.h>

namespace agentarmy::cli {
namespace {
sigset_t endSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}
}

Interrupt::Interrupt()
{
    const auto set = endSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_waiter = std::jthread([source = m_source](const std::stop_token& ended) mutable {
        const auto signals = endSignals();
        const timespec pause {0, 100'000'000};
        while (!ended.stop_requested()) {
            if (sigtimedwait(&signals, nullptr, &pause) < 0)
                continue;
            if (source.stop_requested())
                _exit(exitCancelled);
            source.request_stop();
        }
    });
}
}
