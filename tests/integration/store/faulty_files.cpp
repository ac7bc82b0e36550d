// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/integration/store/faulty_files.hpp"

#include <cstring>
#include <fstream>
#include <map>
#include <sqlite3.h>
#include <vector>

namespace agentarmy::test {
namespace {
/// A write that the disk may not have yet, with what was there before.
struct Unflushed {
    sqlite3_int64 offset = 0;
    std::string before;
    sqlite3_int64 sizeBefore = 0;
};
std::map<std::string, std::vector<Unflushed>> unflushed; // by file

struct File {
    sqlite3_file base;
    sqlite3_file* real;
    const char* name; // lives as long as the connection
};
sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }
sqlite3_vfs* under() { return sqlite3_vfs_find(nullptr); }

void remember(sqlite3_file* file, sqlite3_int64 offset, sqlite3_int64 amount)
{
    const auto* name = reinterpret_cast<File*>(file)->name;
    if (!name)
        return;
    Unflushed entry {offset, {}, 0};
    real(file)->pMethods->xFileSize(real(file), &entry.sizeBefore);
    const auto there = std::max<sqlite3_int64>(0, std::min(amount, entry.sizeBefore - offset));
    entry.before.resize(std::size_t(there));
    if (there > 0)
        real(file)->pMethods->xRead(real(file), entry.before.data(), int(there), offset);
    unflushed[name].push_back(std::move(entry));
}
}

struct FaultyFiles::Hooks {
    static bool strikes(Fault fault) { return FaultyFiles::instance().strikes(fault); }

    static int close(sqlite3_file* file)
    {
        const int code = real(file)->pMethods->xClose(real(file));
        sqlite3_free(reinterpret_cast<File*>(file)->real);
        return code;
    }
    static int read(sqlite3_file* file, void* data, int amount, sqlite3_int64 offset)
    {
        if (strikes(Fault::failedRead))
            return SQLITE_IOERR_READ;
        return real(file)->pMethods->xRead(real(file), data, amount, offset);
    }
    static int write(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset)
    {
        if (strikes(Fault::diskFull))
            return SQLITE_FULL;
        if (strikes(Fault::failedWrite))
            return SQLITE_IOERR_WRITE;
        remember(file, offset, amount);
        if (strikes(Fault::shortWrite)) {
            real(file)->pMethods->xWrite(real(file), data, amount / 2, offset);
            return SQLITE_FULL;
        }
        return real(file)->pMethods->xWrite(real(file), data, amount, offset);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size)
    {
        if (strikes(Fault::failedTruncate))
            return SQLITE_IOERR_TRUNCATE;
        sqlite3_int64 now = 0;
        real(file)->pMethods->xFileSize(real(file), &now);
        remember(file, size, now - size);
        return real(file)->pMethods->xTruncate(real(file), size);
    }
    static int sync(sqlite3_file* file, int flags)
    {
        if (strikes(Fault::failedSync))
            return SQLITE_IOERR_FSYNC;
        if (const auto* name = reinterpret_cast<File*>(file)->name)
            unflushed.erase(name);
        return real(file)->pMethods->xSync(real(file), flags);
    }
    static int fileSize(sqlite3_file* file, sqlite3_int64* size)
    {
        return real(file)->pMethods->xFileSize(real(file), size);
    }
    static int lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
    static int unlock(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
    static int checkReservedLock(sqlite3_file* file, int* out)
    {
        return real(file)->pMethods->xCheckReservedLock(real(file), out);
    }
    static int fileControl(sqlite3_file* file, int op, void* argument)
    {
        return real(file)->pMethods->xFileControl(real(file), op, argument);
    }
    static int sectorSize(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
    static int characteristics(sqlite3_file*) { return 0; } // promise nothing: no atomic writes, no safe appends
    static int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** out)
    {
        return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
    }
    static int shmLock(sqlite3_file* file, int offset, int n, int flags)
    {
        return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
    }
    static void shmBarrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
    static int shmUnmap(sqlite3_file* file, int drop) { return real(file)->pMethods->xShmUnmap(real(file), drop); }

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
    {
        static const sqlite3_io_methods methods {2, close, read, write, truncate, sync, fileSize, lock, unlock,
            checkReservedLock, fileControl, sectorSize, characteristics, shmMap, shmLock, shmBarrier, shmUnmap, nullptr,
            nullptr};
        auto* mine = reinterpret_cast<File*>(file);
        mine->base.pMethods = nullptr;
        mine->name = name;
        mine->real = static_cast<sqlite3_file*>(sqlite3_malloc(under()->szOsFile));
        std::memset(mine->real, 0, std::size_t(under()->szOsFile));
        const int code = under()->xOpen(under(), name, mine->real, flags, outFlags);
        if (code != SQLITE_OK)
            sqlite3_free(mine->real);
        else
            mine->base.pMethods = &methods;
        return code;
    }
    static int remove(sqlite3_vfs*, const char* name, int syncDirectory)
    {
        unflushed.erase(name);
        return under()->xDelete(under(), name, syncDirectory);
    }
    static int access(sqlite3_vfs*, const char* name, int flags, int* out)
    {
        return under()->xAccess(under(), name, flags, out);
    }
    static int fullPathname(sqlite3_vfs*, const char* name, int size, char* out)
    {
        return under()->xFullPathname(under(), name, size, out);
    }
    static int randomness(sqlite3_vfs*, int size, char* out) { return under()->xRandomness(under(), size, out); }
    static int sleep(sqlite3_vfs*, int micros) { return under()->xSleep(under(), micros); }
    static int currentTime(sqlite3_vfs*, double* out) { return under()->xCurrentTime(under(), out); }
    static int lastError(sqlite3_vfs*, int, char*) { return 0; } // ours come from nowhere: no errno
    static int currentTime64(sqlite3_vfs*, sqlite3_int64* out) { return under()->xCurrentTimeInt64(under(), out); }
};

const char* nameOf(Fault fault)
{
    switch (fault) {
    case Fault::none:
        return "none";
    case Fault::diskFull:
        return "disk full";
    case Fault::shortWrite:
        return "short write";
    case Fault::failedWrite:
        return "failed write";
    case Fault::failedSync:
        return "failed sync";
    case Fault::failedRead:
        return "failed read";
    case Fault::failedTruncate:
        return "failed truncate";
    }
    return "?";
}

FaultyFiles& FaultyFiles::instance()
{
    static FaultyFiles files;
    return files;
}

FaultyFiles::FaultyFiles()
{
    static sqlite3_vfs layer {};
    layer.iVersion = 2;
    layer.szOsFile = sizeof(File);
    layer.mxPathname = under()->mxPathname;
    layer.zName = name();
    layer.xOpen = Hooks::open;
    layer.xDelete = Hooks::remove;
    layer.xAccess = Hooks::access;
    layer.xFullPathname = Hooks::fullPathname;
    layer.xRandomness = Hooks::randomness;
    layer.xSleep = Hooks::sleep;
    layer.xCurrentTime = Hooks::currentTime;
    layer.xGetLastError = Hooks::lastError;
    layer.xCurrentTimeInt64 = Hooks::currentTime64;
    sqlite3_vfs_register(&layer, 0);
}

void FaultyFiles::arm(Fault fault, int call, bool lasting)
{
    m_fault = fault;
    m_countdown = call;
    m_lasting = lasting;
    m_fired = false;
}

void FaultyFiles::disarm() { m_fault = Fault::none; }

bool FaultyFiles::strikes(Fault fault)
{
    if (fault != m_fault || (m_fired && !m_lasting))
        return false;
    if (!m_fired && --m_countdown > 0)
        return false;
    m_fired = true;
    return true;
}

void FaultyFiles::copyAfterPowerCut(
    const std::filesystem::path& folder, const std::filesystem::path& to, std::mt19937& random) const
{
    std::filesystem::remove_all(to);
    std::filesystem::copy(folder, to, std::filesystem::copy_options::recursive);
    std::filesystem::remove(to / "workspace.db-shm"); // memory, not disk
    for (const auto& [name, writes] : unflushed) {
        const auto file = to / std::filesystem::path(name).filename();
        if (!std::filesystem::exists(file))
            continue;
        const auto keepUpTo
            = random() % 3 == 0 ? 0 : random() % (writes.size() + 1); // often in order, sometimes any mixture
        for (std::size_t i = writes.size(); i-- > 0;) {
            const auto& write = writes[i];
            const bool lost = keepUpTo == 0 ? random() % 2 == 0 : i >= keepUpTo;
            if (!lost)
                continue;
            {
                std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
                out.seekp(write.offset);
                out.write(write.before.data(), std::streamsize(write.before.size()));
            }
            if (keepUpTo != 0) // in order: the file is as long as it was
                std::filesystem::resize_file(file, std::uintmax_t(write.sizeBefore));
        }
    }
}
}
