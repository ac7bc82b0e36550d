// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::realtime {

/// A speaker named before the text: "Ana Ruiz: Hello" -> {"Ana Ruiz", "Hello"}. 1..5 words, first a letter, at most 60
/// characters, no URL scheme or clock time; else the speaker is empty and the text unchanged. Views into the argument.
struct SpeakerLine {
    std::string_view speaker;
    std::string_view text;
};
[[nodiscard]] SpeakerLine splitSpeaker(std::string_view line);
/// The same, and "[Ana Ruiz] Hello".
[[nodiscard]] SpeakerLine splitBracketedSpeaker(std::string_view line);

/// What one voice says in a VTT cue: tags removed, entities decoded. Speaker empty where none is named.
struct Voice {
    std::string speaker;
    std::string text;
};
[[nodiscard]] std::vector<Voice> voicesOf(std::string_view cue);
/// Without <i>, </font> and {\an8}; a bare `<` stays.
[[nodiscard]] std::string withoutSrtTags(std::string_view cue);

/// Milliseconds of `[HH:]MM:SS[.,]mmm`; 1..3 digits of fraction or none, hours up to 3 digits.
[[nodiscard]] std::optional<std::int64_t> parseClock(std::string_view text);
}
