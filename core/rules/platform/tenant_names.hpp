// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace agentarmy::platform {

enum class Place { server, personal };

/// P1: 3..50 lower-case ASCII letters, digits and hyphens, no hyphen at the ends, no reserved word. `personal` is
/// reserved on a server only.
[[nodiscard]] bool isValidSlug(std::string_view slug, Place place = Place::server);
/// P2: `tenant_` and the slug, hyphens as underscores. At most 57 bytes for a valid slug.
[[nodiscard]] std::string schemaName(std::string_view slug);
/// P3: `t:{tenantId}:{key}`. In a plain key * ? [ ] \ get a backslash; a pattern keeps them. Nothing if the key has a
/// control character.
enum class CacheKeyKind { plain, pattern };
[[nodiscard]] std::optional<std::string> cacheKey(std::string_view tenantId, std::string_view key, CacheKeyKind kind);
/// P17: `{slug}_{name}`; a slug has no underscore, so two pairs never meet.
[[nodiscard]] std::string secretId(std::string_view slug, std::string_view name);
}
