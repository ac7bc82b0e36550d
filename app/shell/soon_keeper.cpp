// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/soon_keeper.hpp"

namespace agentarmy::app {

SoonKeeper::SoonKeeper(Take take, Write write)
    : m_take(std::move(take))
    , m_write(std::move(write))
{
    m_writer.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(settleMs);
    QObject::connect(&m_soon, &QTimer::timeout, &m_soon, [this] { keep(); });
}

SoonKeeper::~SoonKeeper() { m_writer.waitForDone(); }

void SoonKeeper::note()
{
    if (!m_soon.isActive()) // whoever never stops changing things is kept all the same
        m_soon.start();
}

void SoonKeeper::keepNow()
{
    m_soon.stop();
    keep();
    m_writer.waitForDone();
}

void SoonKeeper::keep()
{
    auto state = m_take();
    if (state == m_last)
        return;
    m_last = state;
    m_writer.start([write = m_write, state = std::move(state)] { write(state); });
}

}
