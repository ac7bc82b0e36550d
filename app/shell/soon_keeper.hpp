// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QThreadPool>
#include <QTimer>
#include <QVariantMap>
#include <functional>

namespace agentarmy::app {

/// Keeps a state soon after it may have changed, so that a crash loses no more than a moment: it is taken on the UI
/// thread, at most every `settleMs`, and written on another one, if it is not what was written last.
class SoonKeeper {
public:
    static constexpr int settleMs = 400;
    using Take = std::function<QVariantMap()>;
    using Write = std::function<void(const QVariantMap&)>; ///< on another thread, one after the other

    SoonKeeper(Take take, Write write);
    ~SoonKeeper(); ///< waits for what is being written
    void note(); ///< something may have changed
    void keepNow(); ///< and waits until it is written

private:
    void keep();

    Take m_take;
    Write m_write;
    QVariantMap m_last;
    QTimer m_soon;
    QThreadPool m_writer;
};

}
