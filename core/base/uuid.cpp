// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/uuid.hpp"

#include <cstring>

namespace agentarmy {
namespace {
int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}
bool hyphenBefore(std::size_t byte) { return byte == 4 || byte == 6 || byte == 8 || byte == 10; }
}

bool Uuid::isNull() const { return *this == Uuid {}; }

std::string Uuid::text() const
{
    if (isNull())
        return {};
    static constexpr char digits[] = "0123456789abcdef";
    std::string out(36, '-');
    std::size_t at = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        at += hyphenBefore(i) ? 1 : 0;
        out[at++] = digits[bytes[i] >> 4];
        out[at++] = digits[bytes[i] & 15];
    }
    return out;
}

Result<Uuid> Uuid::parse(std::string_view text)
{
    const auto refuse = [&] {
        return fail({ErrorKind::invalid, "invalid_id", "Not an id: " + std::string(text.substr(0, 60)), {}});
    };
    if (text.size() != 36)
        return refuse();
    Uuid id;
    std::size_t at = 0;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) {
        if (hyphenBefore(i) && text[at++] != '-')
            return refuse();
        const int high = hexValue(text[at]);
        const int low = hexValue(text[at + 1]);
        if (high < 0 || low < 0)
            return refuse();
        id.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
        at += 2;
    }
    return id;
}
}

std::size_t std::hash<agentarmy::Uuid>::operator()(const agentarmy::Uuid& id) const noexcept
{
    // UUIDv7 carries its random part in the second half; the first alone would cluster.
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::memcpy(&high, id.bytes.data(), 8);
    std::memcpy(&low, id.bytes.data() + 8, 8);
    return static_cast<std::size_t>(low ^ (high * 0x9E3779B97F4A7C15ULL));
}
