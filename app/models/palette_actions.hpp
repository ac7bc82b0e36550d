// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/board_view.hpp"
#include <vector>

namespace agentarmy::app {

/// Something that can be done from the search field. The window does it, by `id` and `target`.
struct PaletteAction {
    QString id; ///< "page:home", "deal:move:3"; stays the same, so that it can be remembered
    QString title, note, iconName;
    QStringList keys; ///< of its shortcut, as they stand on the caps; empty: it has none
    QString words; ///< other words by which it is found
    QString reason; ///< why it cannot be done now; empty: it can
    QString target; ///< the record that it is about; empty: none
};

/// A page or section that can be gone to, as the pages themselves name it.
struct PalettePlace {
    QString id, name, iconName;
};

/// A deal that actions are about.
struct PaletteDeal {
    QString id, title; ///< "Nordwind Logistics, Fleet planning rollout"
    Stage stage = Stage::Prospecting;
    bool archived = false;
    QString draftId, draftTo; ///< what waits for a yes; empty: nothing
    struct Person {
        QString id, name;
    };
    std::vector<Person> people; ///< with a mail address
};

/// Where the person stands, for what can be done from there.
struct PaletteContext {
    QString page; ///< as the shell names it
    std::vector<PalettePlace> pages, sections;
    PaletteDeal deal; ///< opened or selected; no id: none
    QString conversationId, replyTo; ///< the opened one, and who an answer goes to
    bool spoken = false, byPerson = false; ///< it is a meeting; a person answers in it
    QStringList views; ///< saved ones, by name
    bool filtered = false, canUndo = false, dark = false;
    int layout = 0; ///< of the deals: 0 board, 1 table, 2 groups
    QString busy; ///< what the workspace is busy with, so that it cannot be copied now
};

/// All that can be done, in the order in which it is offered.
std::vector<PaletteAction> actionsFor(const PaletteContext& context);
/// Of those what is about this deal, most useful first.
std::vector<PaletteAction> dealActions(const PaletteDeal& deal);

}
