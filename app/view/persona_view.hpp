// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>
#include <array>

namespace agentarmy::app {

/// How the agent writes: each axis 0..100.
struct PersonaView {
    enum Axis { Formality, Detail, Depth, Initiative };
    static constexpr int axisCount = 4;
    std::array<int, axisCount> axes {50, 50, 50, 50};
    bool followsRegion = true; ///< formality is the usual one of the region
    int regionFormality = 50;
    QString instructions;
    bool operator==(const PersonaView&) const = default;
};

/// The same message as it would be written.
struct PersonaPreviewView {
    QString mail, chat;
    std::array<int, PersonaView::axisCount> bands {0, 0, 0, 0}; ///< -1 low, 0 in the middle, 1 high
};

}
