// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/clean_end.hpp"
#include <QCoreApplication>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace agentarmy::app {
namespace {
constexpr std::array signalsToEnd {SIGTERM, SIGINT, SIGHUP};
std::array<int, 2> pipeEnds {-1, -1}; // a signal handler reaches nothing else

void hear(int)
{
    const char one = 1;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &one, 1); // a full pipe says it already
}
}

CleanEnd::CleanEnd(QObject* parent)
    : QObject(parent)
{
    if (::pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals end the program as they do without us
    m_heard = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_heard.get(), &QSocketNotifier::activated, this, [] {
        std::array<char, 16> bytes {};
        while (::read(pipeEnds[0], bytes.data(), bytes.size()) > 0) { }
        QCoreApplication::exit(0); // not quit(): no window is asked, one in the tray would say no
    });
    struct sigaction action { };
    action.sa_handler = hear;
    action.sa_flags = SA_RESTART | int(SA_RESETHAND);
    for (const int signal : signalsToEnd)
        ::sigaction(signal, &action, nullptr);
}

CleanEnd::~CleanEnd()
{
    if (!m_heard)
        return;
    for (const int signal : signalsToEnd)
        std::signal(signal, SIG_DFL);
    m_heard.reset();
    for (int& end : pipeEnds) {
        ::close(end);
        end = -1;
    }
}

}
