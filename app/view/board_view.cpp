// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/view/board_view.hpp"
#include <QCoreApplication>

namespace agentarmy::app {

QString stageKey(Stage stage)
{
    switch (stage) {
    case Stage::Prospecting:
        return QStringLiteral("prospecting");
    case Stage::Discovery:
        return QStringLiteral("discovery");
    case Stage::Qualification:
        return QStringLiteral("qualification");
    case Stage::Evaluation:
        return QStringLiteral("evaluation");
    case Stage::Negotiation:
        return QStringLiteral("negotiation");
    case Stage::Won:
        return QStringLiteral("closed_won");
    case Stage::Lost:
        return QStringLiteral("closed_lost");
    case Stage::Stalled:
        return QStringLiteral("stalled");
    }
    return {};
}

std::optional<Stage> stageFromKey(QStringView key)
{
    for (int i = 0; i < stageCount; ++i)
        if (stageKey(Stage(i)) == key)
            return Stage(i);
    return std::nullopt;
}

QString stageName(Stage stage)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Stage", text); };
    switch (stage) {
    case Stage::Prospecting:
        return tr("Prospecting");
    case Stage::Discovery:
        return tr("Discovery");
    case Stage::Qualification:
        return tr("Qualification");
    case Stage::Evaluation:
        return tr("Evaluation");
    case Stage::Negotiation:
        return tr("Negotiation");
    case Stage::Won:
        return tr("Won");
    case Stage::Lost:
        return tr("Lost");
    case Stage::Stalled:
        return tr("Stalled");
    }
    return {};
}

}
