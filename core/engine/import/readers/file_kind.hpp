// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/enums.hpp"
#include "core/base/error.hpp"

#include <array>
#include <filesystem>
#include <string_view>

namespace agentarmy::readers {

/// `unknown`: nothing that is imported. `folder`: look at what is in it.
enum class FileKind { unknown, folder, maildir, mbox, eml, vtt, srt, transcriptJson, chatJson, csv };
}
namespace agentarmy {
template <> struct EnumTexts<readers::FileKind> {
    using K = readers::FileKind;
    static constexpr auto values = std::to_array<std::pair<K, std::string_view>>({{K::unknown, "unknown"},
        {K::folder, "folder"}, {K::maildir, "maildir"}, {K::mbox, "mbox"}, {K::eml, "eml"}, {K::vtt, "vtt"},
        {K::srt, "srt"}, {K::transcriptJson, "transcript_json"}, {K::chatJson, "chat_json"}, {K::csv, "csv"}});
};
}
namespace agentarmy::readers {

inline constexpr std::size_t kindProbeBytes = 64 * 1024;

/// What a file is, by the first bytes of its content (`kindProbeBytes` are enough), then by its name where the content
/// leaves it open. A name never overrides content that says something else, except that .csv, .tsv and .eml decide
/// between text kinds.
[[nodiscard]] FileKind kindOfContent(std::string_view head, std::string_view fileName);

/// Looks at a path: a folder with cur/ or new/ is a Maildir. Errors: `not_found`, `unreadable_file`.
[[nodiscard]] Result<FileKind> kindOfPath(const std::filesystem::path& path);
}
