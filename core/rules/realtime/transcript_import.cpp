// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/realtime/transcript_import.hpp"

#include "core/base/text.hpp"
#include "core/rules/realtime/cue_text.hpp"

#include <algorithm>
#include <cmath>

namespace agentarmy::realtime {
namespace {
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t mostCueBytes = 64 * 1024;
constexpr std::string_view unknownSpeaker = "Unknown";

Error tooLarge(std::string message) { return {ErrorKind::invalid, "file_too_large", std::move(message), {}}; }
Error unreadable(int line)
{
    return {
        ErrorKind::invalid, "unreadable_transcript", "This transcript cannot be read.", {{"line", std::int64_t(line)}}};
}

std::string_view withoutMark(std::string_view bytes)
{
    if (bytes.starts_with(byteOrderMark))
        bytes.remove_prefix(byteOrderMark.size());
    return bytes;
}

/// Lines of a text with their numbers; CR, LF and CRLF end one. Holds no list of them.
class Lines {
public:
    explicit Lines(std::string_view text)
        : m_rest(text)
    {
    }
    bool next()
    {
        if (m_done)
            return false;
        const auto cut = m_rest.find_first_of("\r\n");
        line = m_rest.substr(0, cut);
        ++number;
        if (cut == std::string_view::npos) {
            m_done = true;
            return true;
        }
        const bool pair = m_rest[cut] == '\r' && cut + 1 < m_rest.size() && m_rest[cut + 1] == '\n';
        m_rest.remove_prefix(cut + (pair ? 2 : 1));
        return true;
    }
    std::string_view line;
    int number = 0;

private:
    std::string_view m_rest;
    bool m_done = false;
};

bool isTiming(std::string_view line) { return line.find("-->") != std::string_view::npos; }
bool isDigits(std::string_view line)
{
    line = trimView(line);
    return !line.empty() && line.size() <= 9 && std::ranges::all_of(line, [](char c) { return c >= '0' && c <= '9'; });
}

/// Collects utterances and what could not be read.
class Collector {
public:
    explicit Collector(TranscriptFormat format) { m_out.format = format; }
    [[nodiscard]] ImportedTranscript& out() { return m_out; }

    void warn(int line, std::string text)
    {
        if (m_out.warnings.size() < maxWarnings)
            m_out.warnings.push_back({line, std::move(text)});
    }
    void skip(int line, std::string why)
    {
        if (m_out.skipped++ == 0)
            m_firstBad = line;
        warn(line, std::move(why));
    }
    void addCue() { ++m_read; }
    /// Drops an utterance without text; cuts one that is too long.
    void add(int line, Utterance utterance)
    {
        auto text = collapseSpaces(utterance.text);
        if (text.empty())
            return;
        if (text.size() > maxUtteranceCodePoints && codePointCount(text) > maxUtteranceCodePoints) {
            text = ellipsized(text, maxUtteranceCodePoints - 1);
            warn(line, "The text is longer than 4,000 characters and was cut.");
        }
        utterance.text = std::move(text);
        utterance.speaker = std::string(cutAtCodePoint(utterance.speaker, 300));
        if (trimView(utterance.speaker).empty())
            utterance.speaker = unknownSpeaker;
        if (utterance.endMs && *utterance.endMs < utterance.timestampMs)
            utterance.endMs = utterance.timestampMs;
        m_tooLong = m_tooLong || utterance.timestampMs > maxTranscriptMs;
        m_out.utterances.push_back(std::move(utterance));
    }
    [[nodiscard]] bool tooMany() const
    {
        return std::size_t(m_read + m_out.skipped) > maxCues || m_out.utterances.size() > maxCues;
    }

    Result<ImportedTranscript> finish()
    {
        if (tooMany())
            return fail(tooLarge("A transcript may have at most 50,000 entries."));
        if (m_tooLong)
            return fail(tooLarge("A transcript may be at most 12 hours long."));
        if (m_out.skipped > m_read)
            return fail(unreadable(m_firstBad));
        std::ranges::stable_sort(m_out.utterances, {}, &Utterance::timestampMs);
        return std::move(m_out);
    }

private:
    ImportedTranscript m_out;
    int m_read = 0;
    int m_firstBad = 0;
    bool m_tooLong = false;
};

struct Timing {
    std::int64_t begin = 0;
    std::int64_t end = 0;
};
std::optional<Timing> parseTiming(std::string_view line)
{
    const auto arrow = line.find("-->");
    const auto begin = parseClock(trimView(line.substr(0, arrow)));
    auto rest = trimView(line.substr(arrow + 3));
    rest = rest.substr(0, rest.find_first_of(" \t")); // settings follow
    const auto end = parseClock(rest);
    if (!begin || !end)
        return std::nullopt;
    return Timing {*begin, *end};
}

/// Cues of VTT and SRT: a timing line and the text lines up to an empty line or the next timing.
class CueReader {
public:
    CueReader(std::string_view text, TranscriptFormat format)
        : m_lines(text)
        , m_collector(format)
        , m_format(format)
    {
    }

    Result<ImportedTranscript> read()
    {
        bool inBlock = false; // behind the first line of a block
        bool isSkipped = false; // a header, note, style or region block
        bool isNote = false;
        while (m_lines.next() && !m_collector.tooMany()) {
            const auto line = m_lines.line;
            if (trimView(line).empty()) {
                endCue();
                inBlock = isSkipped = isNote = false;
                continue;
            }
            if (isTiming(line) && !isNote) {
                startCue(line);
                inBlock = true;
                isSkipped = false;
                continue;
            }
            if (!inBlock) {
                inBlock = true;
                isNote = m_format == TranscriptFormat::vtt
                    && (line == "NOTE" || line.starts_with("NOTE ") || line.starts_with("NOTE\t"));
                isSkipped = isNote || (m_format == TranscriptFormat::vtt && (m_lines.number == 1 || isStyle(line)));
            }
            if (isNote)
                readNote(line.starts_with("NOTE") ? line.substr(4) : line);
            else if (!isSkipped)
                addLine(line);
        }
        endCue();
        return m_collector.finish();
    }

private:
    static bool isStyle(std::string_view line)
    {
        line = trimView(line);
        return line == "STYLE" || line == "REGION" || line.starts_with("Region:");
    }

    void readNote(std::string_view note)
    {
        note = trimView(note);
        if (m_collector.out().startedAt || !startsWithNoCase(note, "date:"))
            return;
        if (const auto time = parseTimestamp(trimView(note.substr(5))))
            m_collector.out().startedAt = *time;
    }

    void startCue(std::string_view line)
    {
        if (!m_pending.empty() && isDigits(m_pending.back())) // the next cue's number, without an empty line before it
            m_pending.pop_back();
        endCue();
        m_timing = parseTiming(line);
        m_cueLine = m_lines.number;
        m_inCue = true;
    }

    void addLine(std::string_view line)
    {
        if (m_pendingBytes > mostCueBytes) // far more than is kept of a cue
            return;
        m_pendingBytes += line.size() + 1;
        m_pending.push_back(line);
    }

    void endCue()
    {
        if (m_inCue) {
            if (m_timing) {
                m_collector.addCue();
                emit();
            } else
                m_collector.skip(m_cueLine, "The times of this cue cannot be read.");
        } else if (!m_pending.empty() && !(m_pending.size() == 1 && m_pending[0].size() <= 200)) {
            // one short line alone is an identifier or a number that lost its cue
            m_collector.skip(m_lines.number, "A block without times was left out.");
        }
        m_pending.clear();
        m_pendingBytes = 0;
        m_inCue = false;
    }

    void emit()
    {
        std::string text;
        for (const auto line : m_pending) {
            if (!text.empty())
                text += ' ';
            text += line;
        }
        const auto add = [&](std::string speaker, std::string words) {
            Utterance utterance;
            utterance.speaker = std::move(speaker);
            utterance.text = std::move(words);
            utterance.timestampMs = m_timing->begin;
            utterance.endMs = m_timing->end;
            m_collector.add(m_cueLine, std::move(utterance));
        };
        if (m_format == TranscriptFormat::vtt) {
            for (auto& voice : voicesOf(text))
                add(std::move(voice.speaker), std::move(voice.text));
            return;
        }
        const auto plain = withoutSrtTags(text);
        const auto split = splitBracketedSpeaker(plain);
        add(std::string(split.speaker), std::string(split.text));
    }

    Lines m_lines;
    Collector m_collector;
    TranscriptFormat m_format;
    std::vector<std::string_view> m_pending;
    std::size_t m_pendingBytes = 0;
    std::optional<Timing> m_timing;
    int m_cueLine = 0;
    bool m_inCue = false;
};

/// The forms of JSON that we know: own transcript, bare list, bot service (`participant`, `words`), speech service
/// (`results.utterances`).
class JsonEntries {
public:
    JsonEntries()
        : m_collector(TranscriptFormat::json)
    {
    }

    Result<ImportedTranscript> read(std::string_view text)
    {
        const auto parsed = parseJson(text);
        if (!parsed) {
            const auto byte = parsed.error().details.find("byte");
            const auto* at = byte == parsed.error().details.end() ? nullptr : std::get_if<std::int64_t>(&byte->second);
            const auto before = text.substr(0, at && *at > 0 ? std::min(text.size(), std::size_t(*at)) : 0);
            return fail(unreadable(1 + int(std::ranges::count(before, '\n'))));
        }
        const auto* entries = entriesOf(*parsed);
        if (!entries)
            return fail(unreadable(1));
        if (entries->size() > maxCues)
            return fail(tooLarge("A transcript may have at most 50,000 entries."));
        int number = 0;
        for (const auto& entry : *entries)
            readEntry(++number, entry);
        return m_collector.finish();
    }

private:
    const Json* entriesOf(const Json& root)
    {
        if (root.is_array())
            return &root;
        if (!root.is_object())
            return nullptr;
        if (const auto language = textOf(root, "language"); !language.empty())
            m_collector.out().language = std::string(cutAtCodePoint(language, 20));
        if (const auto started = textOf(root, "startedAt"); !started.empty())
            if (const auto time = parseTimestamp(started))
                m_collector.out().startedAt = *time;
        for (const auto* key : {"utterances", "transcript"})
            if (const auto found = root.find(key); found != root.end() && found->is_array())
                return &*found;
        if (const auto results = root.find("results"); results != root.end() && results->is_object())
            if (const auto found = results->find("utterances"); found != results->end() && found->is_array())
                return &*found;
        return nullptr;
    }

    static std::string_view textOf(const Json& object, const char* key)
    {
        const auto found = object.find(key);
        return found != object.end() && found->is_string() ? std::string_view(found->get_ref<const std::string&>())
                                                           : std::string_view();
    }
    static std::optional<double> numberOf(const Json& object, const char* key)
    {
        const auto found = object.find(key);
        if (found == object.end() || !found->is_number())
            return std::nullopt;
        const double value = found->get<double>();
        return value >= 0 && value < 1e12 ? std::optional(value) : std::nullopt;
    }
    /// Seconds of a bot service's time: a number or {relative}.
    static std::optional<double> botSeconds(const Json& word, const char* key)
    {
        const auto found = word.find(key);
        if (found == word.end())
            return std::nullopt;
        return found->is_object() ? numberOf(*found, "relative") : numberOf(word, key);
    }

    void readEntry(int number, const Json& entry)
    {
        if (!entry.is_object())
            return m_collector.skip(number, "This entry is no object.");
        Utterance utterance;
        const bool fits = entry.contains("words")
                && (entry.contains("participant") || (!entry.contains("text") && !entry.contains("transcript")))
            ? botEntry(entry, utterance)
            : plainEntry(entry, utterance);
        if (!fits)
            return m_collector.skip(number, "This entry has no text or no time.");
        m_collector.addCue();
        if (const auto confidence = numberOf(entry, "confidence"); confidence && *confidence <= 1)
            utterance.confidence = confidence;
        m_collector.add(number, std::move(utterance));
    }

    static void speakerOf(const Json& entry, Utterance& utterance)
    {
        utterance.speaker = std::string(trimView(textOf(entry, "speaker")));
        if (const auto key = textOf(entry, "speakerKey"); !key.empty())
            utterance.speakerKey = std::string(cutAtCodePoint(key, 100));
        if (const auto index = numberOf(entry, "speaker")) { // a voice known by its number only
            const auto digits = std::to_string(std::int64_t(*index));
            utterance.speaker = "Speaker " + digits;
            utterance.speakerKey = "dg:" + digits;
        }
    }

    static bool plainEntry(const Json& entry, Utterance& utterance)
    {
        speakerOf(entry, utterance);
        const auto text = entry.contains("text") ? entry.find("text") : entry.find("transcript");
        if (text == entry.end() || !text->is_string())
            return false;
        utterance.text = text->get<std::string>();
        if (const auto millis = numberOf(entry, "timestampMs"))
            utterance.timestampMs = std::int64_t(*millis);
        else if (const auto seconds = numberOf(entry, "start"))
            utterance.timestampMs = std::llround(*seconds * 1000);
        else
            return false;
        if (const auto millis = numberOf(entry, "endMs"))
            utterance.endMs = std::int64_t(*millis);
        else if (const auto seconds = numberOf(entry, "end"))
            utterance.endMs = std::llround(*seconds * 1000);
        return true;
    }

    static bool botEntry(const Json& entry, Utterance& utterance)
    {
        speakerOf(entry, utterance);
        if (const auto participant = entry.find("participant");
            participant != entry.end() && participant->is_object()) {
            utterance.speaker = std::string(trimView(textOf(*participant, "name")));
            if (const auto id = participant->find("id");
                id != participant->end() && (id->is_number_integer() || id->is_string()))
                utterance.speakerKey
                    = std::string(cutAtCodePoint(id->is_string() ? id->get<std::string>() : id->dump(), 100));
        }
        const auto words = entry.find("words");
        if (words == entry.end() || !words->is_array())
            return false;
        std::optional<double> begin;
        std::optional<double> end;
        for (const auto& word : *words) {
            if (!word.is_object())
                continue;
            if (const auto text = trimView(textOf(word, "text")); !text.empty()) {
                utterance.text += utterance.text.empty() ? "" : " ";
                utterance.text += text;
            }
            if (!begin)
                begin = botSeconds(word, "start_timestamp");
            if (const auto seconds = botSeconds(word, "end_timestamp"))
                end = seconds;
        }
        if (words->empty())
            return true; // said nothing
        if (!begin)
            return false;
        utterance.timestampMs = std::int64_t(std::floor(*begin * 1000 + 1e-6)); // 1.001 s is a hair below 1001 ms
        if (end)
            utterance.endMs = std::int64_t(std::floor(*end * 1000 + 1e-6));
        return true;
    }

    Collector m_collector;
};
}

std::optional<TranscriptFormat> detectFormat(std::string_view bytes)
{
    const auto text = withoutMark(bytes);
    if (text.starts_with("WEBVTT"))
        return TranscriptFormat::vtt;
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return std::nullopt;
    if (text[first] == '{' || text[first] == '[')
        return TranscriptFormat::json;
    bool digitsBefore = false;
    bool anything = false;
    for (Lines lines(text); lines.next();) {
        if (trimView(lines.line).empty())
            continue;
        // a number may be missing: a file that starts with a timing is one too
        if (isTiming(lines.line) && (digitsBefore || (!anything && parseTiming(lines.line))))
            return TranscriptFormat::srt;
        digitsBefore = isDigits(lines.line);
        anything = true;
    }
    return std::nullopt;
}

Result<ImportedTranscript> importTranscript(std::string_view bytes)
{
    if (bytes.size() > maxTranscriptBytes)
        return fail(tooLarge("A transcript may have at most 20 MiB."));
    std::string converted;
    std::optional<TranscriptWarning> warning;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        if (convertToUtf8(bytes, "UTF-16", converted))
            bytes = converted;
    } else if (!isValidUtf8(bytes)) {
        converted = fromWindows1252(bytes);
        bytes = converted;
        warning = TranscriptWarning {0, "The file is not UTF-8; it was read as Windows-1252."};
    }
    const auto text = withoutMark(bytes);
    const auto format = detectFormat(text);
    if (!format)
        return fail({ErrorKind::invalid, "unsupported_format", "This is no VTT, SRT or JSON transcript.", {}});
    auto result = *format == TranscriptFormat::json ? JsonEntries().read(text) : CueReader(text, *format).read();
    if (result && warning) {
        result->warnings.insert(result->warnings.begin(), std::move(*warning));
        result->warnings.resize(std::min(result->warnings.size(), maxWarnings));
    }
    return result;
}
}
