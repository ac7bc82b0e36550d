// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/mail_server.hpp"

namespace agentarmy::mailserver {

/// A folder name from modified UTF-7 (RFC 3501, 5.1.3); what is none stays as it is, made valid UTF-8.
[[nodiscard]] std::string decodedFolderName(std::string_view encoded);
/// What a folder is for by its attributes ("\Sent", RFC 6154), else by its name in the languages of mail programs.
[[nodiscard]] FolderRole folderRole(const std::vector<std::string>& attributes, std::string_view name);
}
