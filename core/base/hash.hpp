// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace agentarmy {
using Sha256 = std::array<std::uint8_t, 32>;
[[nodiscard]] Sha256 sha256(std::string_view bytes);
[[nodiscard]] std::string hexText(const Sha256& digest); ///< 64 lower-case digits

/// SHA-256 over pieces, for what does not fit into memory.
class Sha256Stream {
public:
    Sha256Stream();
    ~Sha256Stream();
    void add(std::string_view bytes);
    [[nodiscard]] Sha256 finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};
}
