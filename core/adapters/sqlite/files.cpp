// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/files.hpp"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace agentarmy::sqlite {
namespace {
Error fileError(const char* doing, const std::filesystem::path& file, int number)
{
    ErrorDetails details {{"path", file.string()}, {"reason", std::string(std::strerror(number))}};
    if (number == ENOSPC || number == EDQUOT)
        return {ErrorKind::unavailable, "disk_full",
            "The disk is full. Free some space and try again; nothing was lost.", std::move(details)};
    return {ErrorKind::unavailable, "store_failed", std::string("A file of the workspace could not be ") + doing + '.',
        std::move(details)};
}

/// Closes what it holds.
struct Descriptor {
    int value;
    ~Descriptor()
    {
        if (value >= 0)
            ::close(value);
    }
};

Result<void> flush(const std::filesystem::path& path, int flags)
{
    const Descriptor file {::open(path.c_str(), flags | O_CLOEXEC)};
    if (file.value < 0 || ::fsync(file.value) != 0)
        return fail(fileError("written", path, errno));
    return {};
}
}

Result<void> publishFile(const std::filesystem::path& partial, const std::filesystem::path& file)
{
    if (auto done = flush(partial, O_RDONLY); !done)
        return done;
    if (::rename(partial.c_str(), file.c_str()) != 0)
        return fail(fileError("written", file, errno));
    return flush(file.parent_path().empty() ? std::filesystem::path(".") : file.parent_path(), O_RDONLY | O_DIRECTORY);
}

Result<void> writeFileDurably(const std::filesystem::path& path, std::string_view bytes)
{
    std::error_code failed;
    std::filesystem::create_directories(path.parent_path(), failed);
    if (failed)
        return fail(fileError("written", path, failed.value()));
    auto partial = path;
    partial += ".partial";
    {
        const Descriptor file {::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
        if (file.value < 0)
            return fail(fileError("written", path, errno));
        while (!bytes.empty()) {
            const auto written = ::write(file.value, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0) {
                auto error = fileError("written", path, written < 0 ? errno : ENOSPC);
                ::unlink(partial.c_str());
                return fail(std::move(error));
            }
            bytes.remove_prefix(std::size_t(written));
        }
    }
    return publishFile(partial, path);
}

Result<std::string> readWholeFile(const std::filesystem::path& path)
{
    const Descriptor file {::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.value < 0 && errno == ENOENT)
        return fail(notFound("attachment", path.filename().string()));
    if (file.value < 0)
        return fail(fileError("read", path, errno));
    std::string out;
    std::error_code ignored;
    if (const auto size = std::filesystem::file_size(path, ignored); !ignored)
        out.reserve(size);
    char buffer[65536];
    for (;;) {
        const auto got = ::read(file.value, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(fileError("read", path, errno));
        if (got == 0)
            return out;
        out.append(buffer, std::size_t(got));
    }
}

WorkspaceLock::WorkspaceLock(WorkspaceLock&& other) noexcept
    : m_file(std::exchange(other.m_file, -1))
    , m_hold(other.m_hold)
{
}
WorkspaceLock& WorkspaceLock::operator=(WorkspaceLock&& other) noexcept
{
    std::swap(m_file, other.m_file);
    std::swap(m_hold, other.m_hold);
    return *this;
}
WorkspaceLock::~WorkspaceLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<WorkspaceLock> WorkspaceLock::take(const std::filesystem::path& path, std::chrono::milliseconds wait)
{
    WorkspaceLock lock;
    lock.m_file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock.m_file < 0)
        return fail(fileError("opened", path, errno));
    const auto until = std::chrono::steady_clock::now() + wait;
    for (;;) {
        if (::flock(lock.m_file, LOCK_EX | LOCK_NB) == 0) {
            lock.m_hold = Hold::alone;
            return lock;
        }
        if (::flock(lock.m_file, LOCK_SH | LOCK_NB) == 0) {
            lock.m_hold = Hold::shared;
            return lock;
        }
        if (std::chrono::steady_clock::now() >= until) // somebody holds it alone: it migrates or checks the file
            return fail({ErrorKind::unavailable, "store_busy",
                "Another program is preparing this workspace. Try again in a moment.", {{"path", path.string()}}});
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

void WorkspaceLock::share()
{
    if (m_hold == Hold::alone && ::flock(m_file, LOCK_SH) == 0)
        m_hold = Hold::shared;
}
}
