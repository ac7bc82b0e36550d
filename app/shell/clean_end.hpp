// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QSocketNotifier>
#include <memory>

namespace agentarmy::app {

/// Turns SIGTERM, SIGINT and SIGHUP into an ordinary end of the event loop, so that what was typed is kept and writes
/// are finished. The second signal of a kind ends the process at once. One at a time.
class CleanEnd : public QObject {
    Q_OBJECT
public:
    explicit CleanEnd(QObject* parent = nullptr);
    ~CleanEnd() override;

private:
    std::unique_ptr<QSocketNotifier> m_heard;
};

}
