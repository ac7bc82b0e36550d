// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mailbox_reader.hpp"

#include "core/adapters/mail/mail_date.hpp"
#include "core/adapters/mail/mime_headers.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <fstream>
#include <utility>
#include <vector>

namespace agentarmy::mail {
namespace fs = std::filesystem;
namespace {
Error unreadable(const fs::path& path, std::string reason)
{
    return {ErrorKind::invalid, "unreadable_file", path.string() + " cannot be read: " + std::move(reason),
        {{"file", path.string()}}};
}

std::optional<Timestamp> lastChange(const fs::path& path)
{
    std::error_code error;
    const auto time = fs::last_write_time(path, error);
    if (error)
        return std::nullopt;
    using namespace std::chrono;
    return time_point_cast<milliseconds>(file_clock::to_sys(time));
}

/// A file read in lines through one buffer. A line longer than `maxLine` comes in pieces.
class LineFile {
public:
    static constexpr std::size_t maxLine = 64 * 1024;

    explicit LineFile(const fs::path& path)
        : m_in(path, std::ios::binary)
    {
    }
    bool isOpen() const { return m_in.is_open(); }
    bool failed() const { return m_in.bad(); }
    std::uint64_t position() const { return m_position; }

    void seek(std::uint64_t position)
    {
        m_in.clear();
        m_in.seekg(std::streamoff(position));
        m_begin = m_end = 0;
        m_position = position;
    }
    /// The bytes up to and with the next LF, valid until the next call; empty at the end.
    std::string_view take()
    {
        const auto line = peek();
        m_begin += line.size();
        m_position += line.size();
        return line;
    }
    std::string_view peek()
    {
        std::size_t searched = 0;
        while (true) {
            const std::string_view have(m_buffer.data() + m_begin, m_end - m_begin);
            const auto end = have.find('\n', searched);
            if (end != std::string_view::npos)
                return have.substr(0, end + 1);
            if (have.size() >= maxLine)
                return have;
            searched = have.size();
            if (!fill())
                return have;
        }
    }

private:
    bool fill()
    {
        if (m_begin > 0) {
            std::copy(
                m_buffer.begin() + std::ptrdiff_t(m_begin), m_buffer.begin() + std::ptrdiff_t(m_end), m_buffer.begin());
            m_end -= m_begin;
            m_begin = 0;
        }
        m_in.read(m_buffer.data() + m_end, std::streamsize(m_buffer.size() - m_end));
        m_end += std::size_t(m_in.gcount());
        return m_in.gcount() > 0;
    }
    std::ifstream m_in;
    std::vector<char> m_buffer = std::vector<char>(4 * maxLine);
    std::size_t m_begin = 0, m_end = 0;
    std::uint64_t m_position = 0;
};

std::string_view withoutEnd(std::string_view line)
{
    if (!line.empty() && line.back() == '\n')
        line.remove_suffix(1);
    while (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    return line;
}

/// How many `>` stand before "From ", or -1.
int quoteDepthOfFrom(std::string_view line)
{
    const auto depth = line.find_first_not_of('>');
    return depth != std::string_view::npos && depth > 0 && line.substr(depth).starts_with("From ") ? int(depth) : -1;
}

std::optional<Timestamp> dateOfMailboxLine(std::string_view line)
{
    const auto afterSender = line.find(' ', 5);
    return afterSender == std::string_view::npos ? std::nullopt : parseMailDate(line.substr(afterSender));
}

MailFlags flagsOfName(std::string_view name)
{
    MailFlags flags;
    auto at = name.rfind(":2,");
    if (at == std::string_view::npos)
        at = name.rfind(";2,"); // file systems that have no colon
    if (at == std::string_view::npos)
        return flags;
    for (const char c : name.substr(at + 3)) {
        flags.seen = flags.seen || c == 'S';
        flags.answered = flags.answered || c == 'R';
        flags.draft = flags.draft || c == 'D';
        flags.deleted = flags.deleted || c == 'T';
        flags.flagged = flags.flagged || c == 'F';
    }
    return flags;
}

std::string tooLarge(std::size_t limit) { return "larger than " + std::to_string(limit >> 20) + " MiB"; }
}

bool isMailboxLine(std::string_view line)
{
    line = withoutEnd(line);
    if (!line.starts_with("From ") || line.size() > 1000)
        return false;
    // The sender may hold spaces ("From John Doe Tue Feb 10 ..."): try the date behind each of the first words.
    auto rest = line.substr(4);
    for (int words = 0; words < 6; ++words) {
        const auto begin = rest.find_first_not_of(' ');
        if (begin == std::string_view::npos)
            return false;
        rest = rest.substr(begin);
        const bool clock = rest.find(':') != std::string_view::npos;
        if (words > 0 && clock && parseMailDate(rest))
            return true;
        const auto space = rest.find(' ');
        if (space == std::string_view::npos)
            return false;
        rest = rest.substr(space);
    }
    return false;
}

struct MailboxReader::State {
    fs::path path;
    MailboxKind kind = MailboxKind::single;
    MailboxLimits limits;
    std::uint64_t total = 0;
    std::size_t index = 0;
    std::string message; ///< the bytes that `RawMail::raw` shows
    std::optional<Timestamp> fileTime;
    // mbox
    std::optional<LineFile> file;
    std::string separator; ///< the mailbox line of the message that comes next; empty at the end
    std::uint64_t separatorAt = 0;
    // Maildir
    std::vector<std::string> names; ///< "cur/..." and "new/...", sorted by the file's name
    std::size_t nextName = 0;
    bool singleDone = false;

    Result<void> openMbox(std::uint64_t resumeAt);
    Result<void> openMaildir();
    Result<std::optional<RawMail>> nextOfMbox();
    Result<std::optional<RawMail>> nextOfMaildir();
    RawMail wholeFile(const fs::path& file);
    bool separatesHere(const std::string& line, bool afterBlank);
    bool takeByContentLength(std::uint64_t bodyAt, std::uint64_t length, std::string& body);
    std::uint64_t contentLength(std::string_view headers) const;
};

MailboxReader::MailboxReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
MailboxReader::MailboxReader(MailboxReader&&) noexcept = default;
MailboxReader& MailboxReader::operator=(MailboxReader&&) noexcept = default;
MailboxReader::~MailboxReader() = default;

std::uint64_t MailboxReader::total() const { return m_state->total; }

/// A separator after a blank line; without one only if what follows is a header, since prose may quote such a line.
bool MailboxReader::State::separatesHere(const std::string& line, bool afterBlank) // a copy: peeking moves the buffer
{
    if (!line.starts_with("From "))
        return false;
    const bool whole = isMailboxLine(line);
    if (whole && afterBlank)
        return true;
    const auto bare = withoutEnd(line);
    const bool senderOnly = afterBlank && bare.size() > 5 && bare.find(' ', 5) == std::string_view::npos
        && bare.find('@') != std::string_view::npos;
    if (!whole && !senderOnly)
        return false;
    return isKnownHeaderField(withoutEnd(file->peek()));
}

Result<void> MailboxReader::State::openMbox(std::uint64_t resumeAt)
{
    file.emplace(path);
    if (!file->isOpen())
        return fail(unreadable(path, "it cannot be opened"));
    std::error_code error;
    total = fs::file_size(path, error);
    fileTime = lastChange(path);
    bool afterBlank = true;
    if (resumeAt > 0)
        file->seek(std::min(resumeAt, total));
    while (true) {
        const auto at = file->position();
        const auto line = file->take();
        if (line.empty())
            break;
        const bool blank = withoutEnd(line).empty();
        std::string kept(line.substr(0, 1000));
        if (afterBlank && (kept.starts_with("\xEF\xBB\xBF") && at == 0))
            kept.erase(0, 3);
        // A line over the buffer's length goes on in the next piece; only the first piece can be a separator.
        if (separatesHere(kept, afterBlank)) {
            separator = std::move(kept);
            separatorAt = at;
            return {};
        }
        if (resumeAt == 0 && !blank)
            return fail({ErrorKind::invalid, "not_a_mailbox",
                path.string() + " is no mailbox: it does not begin with a line \"From ...\".",
                {{"file", path.string()}}});
        afterBlank = blank;
    }
    if (file->failed())
        return fail(unreadable(path, "reading failed"));
    return {};
}

std::uint64_t MailboxReader::State::contentLength(std::string_view headers) const
{
    const auto block = scanHeaders(headers, headers.size());
    const auto* field = block.find("Content-Length");
    if (!field)
        return 0;
    std::uint64_t value = 0;
    for (const char c : trimView(field->value)) {
        if (c < '0' || c > '9' || value > limits.messageBytes)
            return 0;
        value = value * 10 + std::uint64_t(c - '0');
    }
    return value;
}

/// mboxcl: believed only if a separator or the end of the file stands where the length says.
bool MailboxReader::State::takeByContentLength(std::uint64_t bodyAt, std::uint64_t length, std::string& body)
{
    const auto end = bodyAt + length;
    if (end > total || length > limits.messageBytes)
        return false;
    file->seek(end);
    for (int blank = 0; blank < 3; ++blank) {
        const auto nextAt = file->position();
        const std::string line(file->take().substr(0, 1000));
        if (line.empty() || (line.starts_with("From ") && isMailboxLine(line))) {
            file->seek(bodyAt);
            body.clear();
            while (body.size() < length) {
                const auto piece = file->take();
                if (piece.empty())
                    break;
                body += piece.substr(0, length - body.size());
            }
            file->seek(nextAt);
            return true;
        }
        if (!withoutEnd(line).empty())
            break;
    }
    file->seek(bodyAt);
    return false;
}

Result<std::optional<RawMail>> MailboxReader::State::nextOfMbox()
{
    if (separator.empty())
        return std::optional<RawMail>();
    RawMail mail;
    mail.file = path.string();
    mail.position = separatorAt;
    mail.index = index++;
    mail.lineDate = dateOfMailboxLine(withoutEnd(separator));
    mail.fileTime = fileTime;
    if (message.capacity() > (std::size_t(1) << 20)) // one large message must not hold its memory for all that follow
        message = {};
    message.clear();
    separator.clear();
    bool tooLong = false;
    bool inHeaders = true;
    bool afterBlank = false;
    bool lineBegins = true; // false within a line that comes in pieces
    std::string fromLine;
    while (true) {
        const auto at = file->position();
        auto line = file->take();
        if (line.empty())
            break;
        const bool begins = std::exchange(lineBegins, line.back() == '\n');
        if (begins && line.starts_with("From ")) {
            fromLine = line;
            if (separatesHere(fromLine, afterBlank)) {
                separator = std::move(fromLine);
                separatorAt = at;
                break;
            }
            line = fromLine;
        }
        if (begins && quoteDepthOfFrom(line) > 0)
            line.remove_prefix(1);
        const bool blank = begins && withoutEnd(line).empty();
        if (message.size() + line.size() > limits.messageBytes) {
            tooLong = true;
            message = {};
        }
        if (!tooLong)
            message += line;
        afterBlank = blank;
        if (blank && inHeaders) {
            inHeaders = false;
            const auto length = tooLong ? 0 : contentLength(message);
            std::string body;
            if (length > 0 && takeByContentLength(file->position(), length, body)) {
                const bool isQuoted = body.find("\nFrom ") == std::string::npos && !body.starts_with("From ");
                for (std::size_t from = 0; from < body.size();) {
                    const auto end = std::min(body.find('\n', from), body.size() - 1) + 1;
                    auto bodyLine = std::string_view(body).substr(from, end - from);
                    if (isQuoted && quoteDepthOfFrom(bodyLine) > 0)
                        bodyLine.remove_prefix(1);
                    message += bodyLine;
                    from = end;
                }
                afterBlank = true;
            }
        }
    }
    if (file->failed())
        return fail(unreadable(path, "reading failed at byte " + std::to_string(file->position())));
    mail.nextPosition = separator.empty() ? total : separatorAt;
    if (tooLong)
        mail.skipReason = tooLarge(limits.messageBytes);
    else if (message.ends_with("\n\n")) // the blank line before the next separator belongs to the mailbox
        message.pop_back();
    else if (message.ends_with("\n\r\n"))
        message.resize(message.size() - 2);
    mail.raw = message;
    return std::optional(std::move(mail));
}

RawMail MailboxReader::State::wholeFile(const fs::path& single)
{
    RawMail mail;
    mail.file = single.string();
    mail.index = index++;
    mail.fileTime = lastChange(single);
    message.clear();
    if (message.capacity() > (std::size_t(1) << 20))
        message.shrink_to_fit();
    std::error_code error;
    const auto size = fs::file_size(single, error);
    if (error) {
        mail.skipReason = "cannot be read: " + error.message();
        return mail;
    }
    if (size > limits.messageBytes) {
        mail.skipReason = tooLarge(limits.messageBytes);
        return mail;
    }
    std::ifstream in(single, std::ios::binary);
    message.resize(std::size_t(size));
    in.read(message.data(), std::streamsize(size));
    message.resize(in.is_open() ? std::size_t(in.gcount()) : 0);
    if (!in.is_open() || in.bad() || (message.empty() && size > 0))
        mail.skipReason = "cannot be read";
    mail.raw = message;
    return mail;
}

Result<void> MailboxReader::State::openMaildir()
{
    bool found = false;
    for (const auto* folder : {"cur", "new"}) {
        std::error_code error;
        for (fs::directory_iterator it(path / folder, error), end; !error && it != end; it.increment(error)) {
            found = true;
            std::error_code ignored;
            if (it->is_regular_file(ignored))
                names.push_back(std::string(folder) + "/" + it->path().filename().string());
        }
        found = found || fs::is_directory(path / folder, error);
    }
    if (!found)
        return fail({ErrorKind::invalid, "not_a_mailbox",
            path.string() + " is no Maildir: it has no folder cur or new.", {{"file", path.string()}}});
    std::sort(names.begin(), names.end(),
        [](const std::string& a, const std::string& b) { return a.substr(4) < b.substr(4); });
    total = names.size();
    return {};
}

Result<std::optional<RawMail>> MailboxReader::State::nextOfMaildir()
{
    if (nextName >= names.size())
        return std::optional<RawMail>();
    const auto& name = names[nextName];
    auto mail = wholeFile(path / name);
    mail.position = nextName++;
    mail.nextPosition = nextName;
    mail.flags = flagsOfName(name);
    return std::optional(std::move(mail));
}

Result<MailboxReader> MailboxReader::open(
    const fs::path& path, MailboxKind kind, std::uint64_t resumeAt, MailboxLimits limits)
{
    std::error_code error;
    if (!fs::exists(path, error))
        return fail({ErrorKind::notFound, "not_found", "There is no " + path.string() + ".",
            {{"type", "file"}, {"file", path.string()}}});
    auto state = std::make_unique<State>();
    state->path = path;
    state->kind = kind;
    state->limits = limits;
    Result<void> opened;
    switch (kind) {
    case MailboxKind::mbox:
        opened = state->openMbox(resumeAt);
        break;
    case MailboxKind::maildir:
        opened = state->openMaildir();
        state->nextName = std::size_t(resumeAt);
        break;
    case MailboxKind::single:
        state->total = fs::file_size(path, error);
        if (error)
            return fail(unreadable(path, error.message()));
        state->singleDone = resumeAt > 0;
        break;
    }
    if (!opened)
        return fail(opened.error());
    return MailboxReader(std::move(state));
}

Result<std::optional<RawMail>> MailboxReader::next()
{
    switch (m_state->kind) {
    case MailboxKind::mbox:
        return m_state->nextOfMbox();
    case MailboxKind::maildir:
        return m_state->nextOfMaildir();
    case MailboxKind::single:
        break;
    }
    if (m_state->singleDone)
        return std::optional<RawMail>();
    m_state->singleDone = true;
    auto mail = m_state->wholeFile(m_state->path);
    mail.nextPosition = std::max<std::uint64_t>(m_state->total, 1);
    return std::optional(std::move(mail));
}
}
