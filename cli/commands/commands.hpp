// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "cli/app.hpp"

namespace agentarmy::cli {

// Each adds its command, or a noun with its verbs; one file a command.
void addImport(App& app);
void addBoard(App& app);
void addDeal(App& app);
void addAccount(App& app);
void addContact(App& app);
void addConversation(App& app);
void addUnread(App& app);
void addSnooze(App& app);
void addPoint(App& app);
void addTodo(App& app);
void addDuplicates(App& app);
void addQualify(App& app);
void addDraft(App& app);
void addNext(App& app);
void addGoals(App& app);
void addAlerts(App& app);
void addApprovals(App& app);
void addSales(App& app);
void addSearch(App& app);
void addUndo(App& app);
void addExport(App& app);
void addBackup(App& app);
void addRestore(App& app);
void addClear(App& app);
void addPerson(App& app);
void addRules(App& app);
void addSettings(App& app);
void addPersona(App& app);
void addMailbox(App& app);
void addDoctor(App& app);
void addCompletion(App& app);

/// What `merge KEEP OTHER` does; asks first on a terminal. The exit code.
[[nodiscard]] int mergeRecords(
    App& app, const std::string& type, const std::string& keepWords, const std::string& otherWords);
/// archive, unarchive, delete, restore and history below a noun.
void addRecordVerbs(App& app, CLI::App* noun, const std::string& type);
/// merge KEEP OTHER below a noun.
void addMergeVerb(App& app, CLI::App* noun, const std::string& type);
}
