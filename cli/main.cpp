// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/commands/commands.hpp"

#include <csignal>
#include <exception>
#include <iostream>

int main(int argc, char** argv)
{
    using namespace agentarmy::cli;
    std::signal(SIGPIPE, SIG_DFL); // `agentarmyctl deal list | head` ends quietly
    std::ios::sync_with_stdio(false);
    try {
        App app;
        for (const auto add : {addImport, addBoard, addDeal, addAccount, addContact, addConversation, addUnread,
                 addSnooze, addPoint, addTodo, addDuplicates, addQualify, addDraft, addNext, addGoals, addAlerts,
                 addApprovals, addSales, addSearch, addUndo, addExport, addBackup, addRestore, addClear, addPerson,
                 addRules, addSettings, addPersona, addMailbox, addDoctor, addCompletion})
            add(app);
        return app.run(argc, argv);
    } catch (const std::exception& error) { // what no adapter has wrapped: a mistake of ours, or no memory
        std::cerr << "agentarmyctl: " << error.what() << " (internal)" << std::endl;
        return exitFailed;
    }
}
