// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/secrets/secret_name.hpp"

#include <algorithm>

namespace agentarmy::secrets {

Result<void> checkName(std::string_view name)
{
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    const bool good = name.size() >= 2 && name.size() <= 64 && plain(name.front()) && plain(name.back())
        && std::ranges::all_of(name, [&](char c) { return plain(c) || c == '-'; });
    if (!good)
        return fail({ErrorKind::invalid, "invalid_secret_name",
            "A secret's name has 2 to 64 lower-case letters, digits and hyphens.", {{"field", std::string("name")}}});
    return {};
}

Result<void> checkValue(std::string_view value)
{
    if (value.size() > largestSecret)
        return fail({ErrorKind::invalid, "secret_too_large", "A secret has at most 64 KiB.",
            {{"field", std::string("value")}}});
    return {};
}
}
