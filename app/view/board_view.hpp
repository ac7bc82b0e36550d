// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/deal_card.hpp"
#include <QString>
#include <optional>
#include <vector>

namespace agentarmy::app {

/// What went wrong, in words for people; `code` is stable.
struct Problem {
    QString code;
    QString text;
};

struct BoardView {
    std::vector<DealCard> cards; ///< in the order of the source; the model sorts
};

/// One line of the list of what a stage asks for.
struct ProofLine {
    QString text; ///< "Economic buyer"
    QString note; ///< "not proven", "5 quotes", "needs 75"
    bool met = false;
};

/// What a move to one stage would mean, decided by the rules.
struct StageAnswer {
    enum class Kind { Same, Allowed, NeedsInput, Forbidden };
    Stage stage = Stage::Prospecting;
    Kind kind = Kind::Allowed;
    bool needsOverride = false;
    bool needsReason = false, needsLostReason = false, needsClosedValue = false;
    QString message; ///< why it is forbidden
    std::vector<ProofLine> proof;
    int missing = 0; ///< how many lines of `proof` are not met
    QString hint; ///< what a drop will do, in words; empty: the app says it
};

struct MoveRequest {
    QString dealId;
    Stage to = Stage::Prospecting;
    bool override = false;
    QString reason, lostReason;
    MoneyView closedValue;
};

/// What a write did; `undoToken` is empty where it cannot be taken back.
struct Receipt {
    QString undoToken;
};

QString stageKey(Stage stage); ///< "closed_won"
std::optional<Stage> stageFromKey(QStringView key);
QString stageName(Stage stage); ///< "Won", translated

}
