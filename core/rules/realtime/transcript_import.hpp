// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/meeting.hpp"

namespace agentarmy::realtime {

inline constexpr std::size_t maxTranscriptBytes = 20 * 1024 * 1024;
inline constexpr std::size_t maxCues = 50'000;
inline constexpr std::int64_t maxTranscriptMs = 12LL * 3600 * 1000;
inline constexpr std::size_t maxWarnings = 20;
inline constexpr std::size_t maxUtteranceCodePoints = 4'000; ///< a longer cue is cut, with a warning

enum class TranscriptFormat { vtt, srt, json };

/// By the first bytes, never by the file's name; nothing: none of the three.
[[nodiscard]] std::optional<TranscriptFormat> detectFormat(std::string_view bytes);

struct TranscriptWarning {
    int line = 0; ///< from 1; 0: the whole file. JSON: the entry's number from 1
    std::string text;
};

struct ImportedTranscript {
    TranscriptFormat format = TranscriptFormat::vtt;
    std::vector<Utterance> utterances; ///< by time, stable; `Unknown` where nobody is named
    std::vector<TranscriptWarning> warnings; ///< at most 20
    int skipped = 0; ///< cues that could not be read, also those beyond the 20
    std::optional<Timestamp>
        startedAt; ///< of a VTT's `NOTE date: 2026-09-10T08:00:00Z` (our convention), or JSON `startedAt`
    std::optional<std::string> language;
};

/// Reads a transcript file; untrusted input, time linear in its size. Errors: `file_too_large` (above 20 MiB, 50,000
/// cues or 12 hours), `unsupported_format`, `unreadable_transcript` (over half of the cues unreadable, or no known form
/// of JSON; details: line).
[[nodiscard]] Result<ImportedTranscript> importTranscript(std::string_view bytes);
}

namespace agentarmy {
AGENTARMY_ENUM_TEXTS(realtime::TranscriptFormat, {realtime::TranscriptFormat::vtt, "vtt"sv},
    {realtime::TranscriptFormat::srt, "srt"sv}, {realtime::TranscriptFormat::json, "json"sv});
}
