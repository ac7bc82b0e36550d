// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <filesystem>
#include <random>
#include <string>

namespace agentarmy::test {

enum class Fault { none, diskFull, shortWrite, failedWrite, failedSync, failedRead, failedTruncate };
inline constexpr Fault allFaults[] = {Fault::diskFull, Fault::shortWrite, Fault::failedWrite, Fault::failedSync,
    Fault::failedRead, Fault::failedTruncate};
[[nodiscard]] const char* nameOf(Fault fault);

/// An SQLite file layer over the system's that fails on command and remembers what was not flushed to the disk yet.
/// Registered as "faulty" once; not thread safe, for one test at a time.
class FaultyFiles {
public:
    [[nodiscard]] static FaultyFiles& instance();
    [[nodiscard]] static const char* name() { return "faulty"; }

    /// The n-th call (from 1) that the fault concerns fails, and with `lasting` each one after it too.
    void arm(Fault fault, int call, bool lasting);
    void disarm();
    [[nodiscard]] bool fired() const { return m_fired; }

    /// Copies the workspace as a power cut might leave it: of the writes since the last flush of each file some are
    /// there, some are not, in any mixture.
    void copyAfterPowerCut(
        const std::filesystem::path& folder, const std::filesystem::path& to, std::mt19937& random) const;

    struct Hooks; ///< what the file layer calls
private:
    FaultyFiles();
    [[nodiscard]] bool strikes(Fault fault);
    Fault m_fault = Fault::none;
    int m_countdown = 0;
    bool m_lasting = false;
    bool m_fired = false;
};
}
