// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/store.hpp"

#include <filesystem>
#include <functional>
#include <map>

namespace agentarmy {

struct ExportReport {
    std::map<std::string, std::int64_t> documents; ///< by type
    std::int64_t changes = 0; ///< entries of the log
    std::int64_t mails = 0; ///< .eml files
    std::int64_t files = 0; ///< transcripts and chats as they were imported
    std::vector<std::string> missing; ///< sources that are named but not there, at most 100
};

/// Everything in open formats: `<type>.jsonl` (one document a line), `changes.jsonl` (the log), `accounts.csv`,
/// `contacts.csv`, `deals.csv`, `mail/*.eml` and `files/*` as they came, `manifest.json`. Deleted records are left out,
/// archived ones are in. `folder` must be empty or absent: `already_exists`. Errors: `disk_full`, `export_failed`,
/// `stopped`.
[[nodiscard]] Result<ExportReport> exportWorkspace(Store& store, const Context& context,
    const std::filesystem::path& folder, Timestamp now,
    const std::function<void(const std::string& what, std::int64_t done)>& progress = {});
}
