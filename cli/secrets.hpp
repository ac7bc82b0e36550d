// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "cli/output.hpp"
#include "cli/workspace.hpp"

namespace agentarmy::cli {

/// The secrets of the workspace, ready to be read. Where there is no keychain the passphrase of the sealed file comes
/// from AGENTARMY_PASSPHRASE, else it is asked for on the terminal. `secrets_locked` where neither is there.
[[nodiscard]] Result<Secrets*> openSecrets(Workspace& workspace, const Output& out);
/// A line that does not show while it is typed; from standard input as it is where that is no terminal.
[[nodiscard]] Result<std::string> askSecret(const Output& out, const std::string& question);
}
