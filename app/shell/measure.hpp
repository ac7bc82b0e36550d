// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/shell/desktop.hpp"
#include <QElapsedTimer>
#include <functional>
#include <optional>

namespace agentarmy::app {

/// Measures start, first board frame, frames while all columns scroll, a move's repaint, the page of a deal and memory;
/// prints JSON on stdout. Times count from the first line of main(), which `sinceStart` remembers.
class Measure {
public:
    Measure(Desktop& desktop, const QElapsedTimer& sinceStart);
    /// Blocks until done; false if the board never came.
    bool run();

private:
    bool waitForFirstFrame();
    /// Per frame, ms: by the wall clock, and processor time of the drawing thread.
    struct Frames {
        std::vector<double> wall, cpu;
    };
    Frames scrollAllColumns(int frames);
    /// From `act` to the first frame after which `shows` is true, ms; none: not within `limitMs`.
    std::optional<double> untilFrame(
        const std::function<void()>& act, const std::function<bool()>& shows, qint64 limitMs);
    double repaintOfMove();
    /// From asking for the first deal of the board to the frame that shows it, ms: the page made anew, then again.
    std::vector<double> openDeal();
    Desktop& m_desktop;
    const QElapsedTimer& m_clock;
    double m_windowShown = 0;
    double m_firstFrame = 0;
    double m_boardFrame = 0;
};

}
