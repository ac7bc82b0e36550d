// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/tenant_names.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::platform {
namespace {
constexpr std::array<std::string_view, 10> reserved {
    "admin", "api", "docs", "health", "metrics", "operator", "personal", "public", "shared", "www"};
}

bool isValidSlug(std::string_view slug, Place place)
{
    const auto isPart = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    if (slug.size() < 3 || slug.size() > 50 || slug.front() == '-' || slug.back() == '-'
        || !std::ranges::all_of(slug, isPart))
        return false;
    if (place == Place::personal && slug == "personal")
        return true;
    return std::ranges::find(reserved, slug) == reserved.end();
}

std::string schemaName(std::string_view slug)
{
    std::string out = "tenant_" + std::string(slug);
    std::ranges::replace(out, '-', '_');
    return out;
}

std::optional<std::string> cacheKey(std::string_view tenantId, std::string_view key, CacheKeyKind kind)
{
    std::string out = "t:" + std::string(tenantId) + ':';
    for (std::size_t at = 0; at < key.size();) {
        const auto begin = at;
        const char32_t c = nextCodePoint(key, at);
        if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
            return std::nullopt;
        if (kind == CacheKeyKind::plain && (c == '*' || c == '?' || c == '[' || c == ']' || c == '\\'))
            out += '\\';
        out += key.substr(begin, at - begin);
    }
    return out;
}

std::string secretId(std::string_view slug, std::string_view name)
{
    return std::string(slug) + '_' + std::string(name);
}
}
