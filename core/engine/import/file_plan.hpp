// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/import/importer.hpp"

namespace agentarmy {

struct PlannedFile {
    std::filesystem::path path;
    readers::FileKind kind = readers::FileKind::unknown;
};

/// All files below the paths, in the order in which they are imported: people of ours, accounts, contacts, deals, then
/// mail, chats and meetings; within a kind by name. Hidden files, links out of the folder and what is not imported are
/// left out; a file that was named itself and is not imported is an error of the report. Errors: `not_found`.
[[nodiscard]] Result<std::vector<PlannedFile>> planFiles(
    const std::vector<std::filesystem::path>& paths, ImportReport& report);

/// Who we are by the mailboxes themselves: looks at up to 400 mails of each.
[[nodiscard]] OwnSideGuess::Answer guessOwnSide(const std::vector<PlannedFile>& files, Mailboxes& mailboxes);

/// The newest date of all messages and meetings: what --shift-dates moves to this week. Reads everything once.
[[nodiscard]] std::optional<Timestamp> newestDate(
    const std::vector<PlannedFile>& files, Mailboxes& mailboxes, const std::stop_token& stop);
}
