// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/ui/turn_watch.hpp"
#include <QMetaEnum>
#include <algorithm>
#include <ctime>

namespace agentarmy::app {
namespace {

constexpr double keptFrom = 4; // ms; shorter turns are only counted

/// Processor time of this thread in ms.
double busy()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

QString typeName(QEvent::Type type)
{
    const auto* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return name ? QString::fromLatin1(name) : QString::number(int(type));
}

}

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    ++m_depth;
    if (m_depth != m_level) {
        const bool taken = QGuiApplication::notify(receiver, event);
        --m_depth;
        return taken;
    }
    const QByteArray who(receiver->metaObject()->className()); // both may be gone afterwards
    const auto type = event->type();
    m_painted = 0;
    m_paintBegin = -1;
    const double begin = busy();
    const bool taken = QGuiApplication::notify(receiver, event);
    const double end = busy();
    --m_depth;
    if (m_paintBegin >= 0) // painted for a picture: no frame was swapped
        m_painted += end - m_paintBegin;
    ++m_turns;
    if (const double ms = end - begin - m_painted; ms > keptFrom)
        m_long.push_back({ms, QString::fromLatin1(who) + QStringLiteral(", ") + typeName(type)});
    return taken;
}

void WatchedApplication::watch(QQuickWindow* window)
{
    if (m_window != window) {
        if (m_window)
            m_window->disconnect(this);
        m_window = window;
        connect(window, &QQuickWindow::beforeSynchronizing, this, [this] { m_paintBegin = busy(); });
        connect(window, &QQuickWindow::frameSwapped, this, [this] {
            if (m_paintBegin >= 0)
                m_painted += busy() - m_paintBegin;
            m_paintBegin = -1;
        });
    }
    m_long.clear();
    m_turns = 0;
    m_level = m_depth + 1;
}

QStringList WatchedApplication::over(double ms) const
{
    auto turns = m_long;
    std::ranges::sort(turns, std::greater(), &Turn::ms);
    QStringList lines;
    for (const auto& turn : turns)
        if (turn.ms > ms)
            lines += QStringLiteral("%1 ms: %2").arg(turn.ms, 0, 'f', 1).arg(turn.what);
    return lines;
}

}
