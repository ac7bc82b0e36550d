// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// A fuzz target is one file that defines `fuzz()`; libFuzzer's entry point is here.
void fuzz(std::string_view input);

/// Ends the run as a finding; what must always hold.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
inline int runFuzz(const std::uint8_t* data, std::size_t size)
{
    fuzz(std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
#define AGENTARMY_FUZZ_TARGET                                                                                          \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { return runFuzz(data, size); }
