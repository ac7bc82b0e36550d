// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/time.hpp"
#include "core/domain/enums.hpp"

#include <map>
#include <span>
#include <vector>

namespace agentarmy::platform {

/// What checking a bearer token or an API key found out, before anything is decided.
enum class CredentialStatus { valid, badSignature, expired, wrongType, noSubject, unknown, revoked };
struct Credential {
    CredentialStatus status = CredentialStatus::valid;
    std::optional<std::string> tenant; ///< slug of the tenant that it belongs to
    bool userExists = false;
    bool userActive = false;
    Role role = Role::rep; ///< of the user's row, never of the claim
};

enum class TenantStatus { active, suspended, deleting };

struct AuthenticationInput {
    std::optional<Credential> bearer;
    std::optional<Credential> apiKey;
    std::optional<std::string> tenantHeader; ///< slug
    std::string route; ///< path or template
    std::map<std::string, TenantStatus> tenants; ///< those that exist
};

enum class IdentityKind { jwt, apiKey, anonymous };
struct Identity {
    IdentityKind kind = IdentityKind::anonymous;
    std::optional<std::string> tenant;
    std::optional<Role> role;
};
/// P4: the first credential that is present decides; a bad one never falls through to the next. Errors (details:
/// status): invalid_token, invalid_api_key, user_inactive, not_authenticated (401); tenant_suspended, tenant_mismatch
/// (403).
[[nodiscard]] Result<Identity> authenticate(const AuthenticationInput& input);
/// Matched exactly; an `{id}` stands for one segment.
[[nodiscard]] bool isPublicRoute(std::string_view route);

struct Claims {
    std::optional<std::string> subject;
    std::string type; ///< "access" or "refresh"
    Timestamp issuedAt {};
    Timestamp expiresAt {};
};
/// P5: HS256 only, the expected type, a subject, not expired and not from the future by more than 30 s.
[[nodiscard]] bool areClaimsAcceptable(
    std::string_view algorithm, const Claims& claims, std::string_view expectedType, Timestamp now);

enum class RefreshAnswer { rotate, invalidToken, reused }; ///< `reused` revokes the whole family
[[nodiscard]] RefreshAnswer rotateRefresh(Timestamp expiresAt, bool isRevoked, bool isReplaced, Timestamp now);

/// P14: 12..128 code points, not the address, none of the common ones.
[[nodiscard]] bool isGoodPassword(
    std::string_view password, std::string_view email, std::span<const std::string> common);

/// P15: seconds to wait before the next try, at least 1; nothing: it may be tried now. `failures` since the last
/// success.
[[nodiscard]] std::optional<std::int64_t> signInWait(std::span<const Timestamp> failures, Timestamp now);
}

namespace agentarmy {
AGENTARMY_ENUM_TEXTS(platform::CredentialStatus, {platform::CredentialStatus::valid, "valid"sv},
    {platform::CredentialStatus::badSignature, "bad_signature"sv}, {platform::CredentialStatus::expired, "expired"sv},
    {platform::CredentialStatus::wrongType, "wrong_type"sv}, {platform::CredentialStatus::noSubject, "no_subject"sv},
    {platform::CredentialStatus::unknown, "unknown"sv}, {platform::CredentialStatus::revoked, "revoked"sv});
AGENTARMY_ENUM_TEXTS(platform::TenantStatus, {platform::TenantStatus::active, "active"sv},
    {platform::TenantStatus::suspended, "suspended"sv}, {platform::TenantStatus::deleting, "deleting"sv});
AGENTARMY_ENUM_TEXTS(platform::IdentityKind, {platform::IdentityKind::jwt, "jwt"sv},
    {platform::IdentityKind::apiKey, "api_key"sv}, {platform::IdentityKind::anonymous, "anonymous"sv});
}
