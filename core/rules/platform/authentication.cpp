// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/authentication.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::platform {
namespace {
using namespace std::chrono_literals;
constexpr auto leeway = 30s;
constexpr auto throttleWindow = 15min;
constexpr std::size_t freeFailures = 5; ///< from this many on a try has to wait
constexpr std::int64_t firstWaitSeconds = 30;
constexpr std::int64_t longestWaitSeconds = 900;

constexpr std::array<std::string_view, 14> publicRoutes {"/health", "/health/ready", "/health/startup",
    "/v1/openapi.json", "/join/", "/v1/auth/login", "/v1/auth/refresh", "/v1/auth/invitations/accept",
    "/v1/auth/password/forgot", "/v1/auth/password/reset", "/v1/webhooks/recall", "/meeting-page/",
    "/v1/meetings/{id}/page", "/v1/meetings/{id}/bot-media"};

bool matchesRoute(std::string_view pattern, std::string_view route)
{
    const auto hole = pattern.find("{id}");
    if (hole == std::string_view::npos)
        return pattern == route;
    const auto before = pattern.substr(0, hole);
    const auto behind = pattern.substr(hole + 4);
    if (route.size() <= before.size() + behind.size() || !route.starts_with(before) || !route.ends_with(behind))
        return false;
    const auto segment = route.substr(before.size(), route.size() - before.size() - behind.size());
    return segment.find('/') == std::string_view::npos;
}

tl::unexpected<Error> refuse(const char* code, int status, std::string message)
{
    return fail({ErrorKind::denied, code, std::move(message), {{"status", std::int64_t(status)}}});
}

Result<Identity> identityOf(const Credential& credential, IdentityKind kind, const AuthenticationInput& input)
{
    const bool isToken = kind == IdentityKind::jwt;
    const auto invalid = [&] {
        return isToken ? refuse("invalid_token", 401, "Sign in again.")
                       : refuse("invalid_api_key", 401, "This API key is not valid.");
    };
    if (credential.status != CredentialStatus::valid || !credential.tenant)
        return invalid();
    if (isToken && input.tenantHeader && *input.tenantHeader != *credential.tenant)
        return refuse("tenant_mismatch", 403, "The token belongs to another tenant than the one named.");
    const auto tenant = input.tenants.find(*credential.tenant);
    if (tenant == input.tenants.end())
        return invalid();
    if (!credential.userExists || !credential.userActive)
        return refuse("user_inactive", 401, "This user cannot sign in any more.");
    if (tenant->second != TenantStatus::active)
        return refuse("tenant_suspended", 403, "This tenant is suspended.");
    return Identity {kind, credential.tenant, credential.role};
}
}

bool isPublicRoute(std::string_view route)
{
    return std::ranges::any_of(publicRoutes, [&](std::string_view pattern) { return matchesRoute(pattern, route); });
}

Result<Identity> authenticate(const AuthenticationInput& input)
{
    if (input.bearer)
        return identityOf(*input.bearer, IdentityKind::jwt, input);
    if (input.apiKey)
        return identityOf(*input.apiKey, IdentityKind::apiKey, input);
    const bool namesTenant = input.route == "/v1/auth/login" || input.route == "/v1/auth/refresh";
    if (namesTenant && input.tenantHeader && input.tenants.contains(*input.tenantHeader))
        return Identity {IdentityKind::anonymous, input.tenantHeader, std::nullopt};
    if (isPublicRoute(input.route))
        return Identity {};
    return refuse("not_authenticated", 401, "Sign in first.");
}

bool areClaimsAcceptable(std::string_view algorithm, const Claims& claims, std::string_view expectedType, Timestamp now)
{
    return algorithm == "HS256" && claims.type == expectedType && claims.subject && !claims.subject->empty()
        && now <= claims.expiresAt + leeway && claims.issuedAt <= now + leeway;
}

RefreshAnswer rotateRefresh(Timestamp expiresAt, bool isRevoked, bool isReplaced, Timestamp now)
{
    if (isReplaced)
        return RefreshAnswer::reused;
    return isRevoked || now >= expiresAt ? RefreshAnswer::invalidToken : RefreshAnswer::rotate;
}

bool isGoodPassword(std::string_view password, std::string_view email, std::span<const std::string> common)
{
    const auto length = codePointCount(password);
    if (length < 12 || length > 128)
        return false;
    const auto folded = foldCase(password);
    return folded != foldCase(email)
        && std::ranges::none_of(common, [&](const std::string& each) { return foldCase(each) == folded; });
}

std::optional<std::int64_t> signInWait(std::span<const Timestamp> failures, Timestamp now)
{
    std::size_t recent = 0;
    Timestamp last {};
    for (const auto failure : failures)
        if (failure + throttleWindow >= now) {
            ++recent;
            last = std::max(last, failure);
        }
    if (recent < freeFailures)
        return std::nullopt;
    const auto doublings = std::min<std::size_t>(recent - freeFailures, 10);
    const auto wait = std::min(firstWaitSeconds << doublings, longestWaitSeconds);
    const auto left = toMillis(last) + wait * 1000 - toMillis(now);
    return left > 0 ? std::optional((left + 999) / 1000) : std::nullopt;
}
}
