// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace agentarmy {
/// BLAKE2b under a secret key, 32 lower-case hex digits: equal texts have equal hashes, and without the key nobody can
/// try out which text it was. `key`: 64 hex digits, as newHashKey() makes them.
[[nodiscard]] std::string keyedHash(std::string_view key, std::string_view text);
/// A new secret key from the system's random source.
[[nodiscard]] std::string newHashKey();
}
