// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/catalogue/params.hpp"
#include "core/rules/catalogue/registry.hpp"
#include "core/rules/platform/authentication.hpp"
#include "core/rules/platform/completion_request.hpp"
#include "core/rules/platform/health.hpp"
#include "core/rules/platform/model_routing.hpp"
#include "core/rules/platform/permissions.hpp"
#include "core/rules/platform/prompt_injection.hpp"
#include "core/rules/platform/redaction.hpp"
#include "core/rules/platform/tenant_names.hpp"

namespace agentarmy::catalogue {
namespace {
using namespace platform;

Json okay() { return Json {{"ok", true}}; }
template <class E> Json nameOrNull(const std::optional<E>& value)
{
    return value ? Json(std::string(enumText(*value))) : Json();
}

// Tenants, users and access

Result<Json> runValidateSlug(const Json& params)
{
    const auto place = flagOf(params, "onServer", true) ? Place::server : Place::personal;
    return isValidSlug(textOf(params, "slug"), place) ? okay() : refusal("invalid_slug");
}

Result<Json> runSchemaName(const Json& params) { return Json(schemaName(textOf(params, "slug"))); }

Result<Json> runCacheKey(const Json& params)
{
    const auto kind = flagOf(params, "pattern") ? CacheKeyKind::pattern : CacheKeyKind::plain;
    const auto key = cacheKey(textOf(params, "tenantId"), textOf(params, "key"), kind);
    return key ? Json(*key) : refusal("invalid_request");
}

Result<Json> runSecretId(const Json& params) { return Json(secretId(textOf(params, "slug"), textOf(params, "name"))); }

std::optional<Credential> credentialOf(const Json& params, const char* key)
{
    const auto* json = given(params, key);
    if (!json)
        return std::nullopt;
    Credential credential {.status = enumOf(*json, "status", CredentialStatus::unknown),
        .tenant = optionalText(*json, "tenant"),
        .userExists = false,
        .userActive = false,
        .role = Role::rep};
    if (const auto* user = given(*json, "user")) {
        credential.userExists = true;
        credential.userActive = flagOf(*user, "active");
        credential.role = enumOf(*user, "role", Role::rep);
    }
    return credential;
}

Result<Json> runAuthenticate(const Json& params)
{
    AuthenticationInput input {.bearer = credentialOf(params, "bearer"),
        .apiKey = credentialOf(params, "apiKey"),
        .tenantHeader = optionalText(params, "tenantHeader"),
        .route = textOf(params, "route"),
        .tenants = {}};
    for (const auto& [slug, status] : params["tenants"].items())
        input.tenants[slug]
            = parseEnum<TenantStatus>(status.get_ref<const std::string&>()).value_or(TenantStatus::suspended);
    const auto identity = authenticate(input);
    if (!identity) {
        auto out = refusal(identity.error().code);
        out["error"]["status"] = std::get<std::int64_t>(identity.error().details.at("status"));
        return out;
    }
    return Json {{"as", std::string(enumText(identity->kind))},
        {"tenant", identity->tenant ? Json(*identity->tenant) : Json()}, {"role", nameOrNull(identity->role)}};
}

Result<Json> runCheckClaims(const Json& params)
{
    const auto& json = params["claims"];
    const Claims claims {optionalText(json, "sub"), textOf(json, "type"), timeOf(json, "iat").value_or(Timestamp {}),
        timeOf(json, "exp").value_or(Timestamp {})};
    const bool good = areClaimsAcceptable(
        textOf(params, "alg"), claims, textOf(params, "expectedType"), timeOf(params, "now").value_or(Timestamp {}));
    return good ? okay() : refusal("invalid_token");
}

Result<Json> runRotateRefresh(const Json& params)
{
    const auto& session = params["session"];
    const auto answer
        = rotateRefresh(timeOf(session, "expiresAt").value_or(Timestamp {}), given(session, "revokedAt") != nullptr,
            given(session, "replacedBy") != nullptr, timeOf(params, "now").value_or(Timestamp {}));
    if (answer == RefreshAnswer::rotate)
        return Json {{"action", "rotate"}};
    const bool reused = answer == RefreshAnswer::reused;
    auto out = refusal(reused ? "refresh_reused" : "invalid_token");
    out["revokeFamily"] = reused;
    return out;
}

Result<Json> runIsAllowed(const Json& params)
{
    return Json(isAllowed(enumOf(params, "role", Role::rep), textOf(params, "permission"), textsOf(params, "scopes")));
}

Result<Json> runVisibleOwners(const Json& params)
{
    std::vector<SightUser> users;
    for (const auto& user : params["users"])
        users.push_back({textOf(user, "id"), enumOf(user, "role", Role::rep), optionalText(user, "managerId"),
            optionalText(user, "teamId")});
    std::vector<SightTeam> teams;
    if (const auto* list = given(params, "teams"))
        for (const auto& team : *list)
            teams.push_back({textOf(team, "id"), textOf(team, "managerId")});
    return Json(visibleOwners(textOf(params, "userId"), users, teams));
}

Result<Json> runCheckPassword(const Json& params)
{
    return isGoodPassword(textOf(params, "password"), textOf(params, "email"), textsOf(params, "common"))
        ? okay()
        : refusal("weak_password");
}

std::vector<Timestamp> timesOf(const Json& params, const char* key)
{
    std::vector<Timestamp> out;
    for (const auto& text : textsOf(params, key))
        if (const auto time = parseTimestamp(text))
            out.push_back(*time);
    return out;
}

Result<Json> runSignInThrottle(const Json& params)
{
    const auto wait = signInWait(timesOf(params, "failures"), timeOf(params, "now").value_or(Timestamp {}));
    if (!wait)
        return Json {{"allowed", true}};
    return Json {{"allowed", false}, {"retryAfterSeconds", *wait}};
}

// Guarding what goes to a model

Result<Json> runDetectPromptInjection(const Json& params)
{
    const auto report = detectPromptInjection(textOf(params, "text"));
    Json findings = Json::array();
    for (const auto& finding : report.findings)
        findings.push_back({{"category", std::string(enumText(finding.category))},
            {"severity", std::string(enumText(finding.severity))}, {"begin", finding.begin}, {"end", finding.end}});
    return Json {{"isInjection", report.isInjection()}, {"category", nameOrNull(report.category())},
        {"severity", nameOrNull(report.severity())}, {"findings", std::move(findings)}};
}

Result<Json> runSanitize(const Json& params)
{
    std::vector<PromptMessage> messages;
    for (const auto& message : params["messages"])
        messages.push_back({enumOf(message, "role", MessageRole::user), textOf(message, "content"),
            enumOf(message, "trust", Trust::external)});
    Json out = Json::array();
    for (const auto& message : sanitize(std::move(messages)))
        out.push_back({{"role", std::string(enumText(message.role))}, {"content", message.content},
            {"trust", std::string(enumText(message.trust))}});
    return out;
}

Result<Json> runValidateCompletionRequest(const Json& params)
{
    const auto problem = validateCompletionRequest(params);
    return problem ? refusal(*problem) : okay();
}

// Models, money and the server

Result<Json> runPlanAttempts(const Json& params)
{
    std::vector<Deployment> deployments;
    for (const auto& each : params["deployments"])
        deployments.push_back({enumOf(each, "group", ModelGroup::reasoning), textOf(each, "model"),
            intOf(each, "priority", 1), flagOf(each, "enabled"), flagOf(each, "dead"), timeOf(each, "cooldownUntil")});
    return Json(planAttempts(
        enumOf(params, "group", ModelGroup::reasoning), deployments, timeOf(params, "now").value_or(Timestamp {})));
}

Result<Json> runOnFailure(const Json& params)
{
    const auto memory = onFailure(timesOf(params, "failures"), timeOf(params, "now").value_or(Timestamp {}));
    Json failures = Json::array();
    for (const auto time : memory.failures)
        failures.push_back(formatTimestamp(time));
    return Json {{"failures", std::move(failures)},
        {"cooldownUntil", memory.cooldownUntil ? Json(formatTimestamp(*memory.cooldownUntil)) : Json()}};
}

Result<Json> runClassifyStatus(const Json& params)
{
    return Json(std::string(enumText(classifyStatus(intOf(params, "status")))));
}

Result<Json> runRetryDelay(const Json& params)
{
    const auto after
        = given(params, "retryAfterSeconds") ? std::optional(numberOf(params, "retryAfterSeconds")) : std::nullopt;
    const auto delay
        = retryDelayMs(intOf(params, "attempt"), after, numberOf(params, "random"), intOf(params, "maxRetries", 3));
    return delay ? Json {{"action", "retry"}, {"delayMs", *delay}} : Json {{"action", "next_deployment"}};
}

Result<Json> runCostNanoUsd(const Json& params)
{
    const auto cost = costNanoUsd(
        textOf(params, "model"), integerOf(params, "promptTokens"), integerOf(params, "completionTokens"));
    return cost ? Json(*cost) : Json();
}

Result<Json> runBudgetDecision(const Json& params)
{
    const auto budget
        = given(params, "budgetNanoUsd") ? std::optional(integerOf(params, "budgetNanoUsd")) : std::nullopt;
    const auto decision = budgetDecision(integerOf(params, "spentNanoUsd"), integerOf(params, "estimateNanoUsd"),
        budget, intOf(params, "softPercent", 80));
    return Json(std::string(enumText(decision)));
}

Result<Json> runRedact(const Json& params) { return Json(redact(textOf(params, "text"))); }

Result<Json> runAggregateHealth(const Json& params)
{
    const auto& checks = params["checks"];
    const auto health
        = aggregateHealth({textOf(checks, "database"), textOf(checks, "migrations"), textOf(checks, "redis"),
                              textOf(checks, "vectorIndex"), textOf(checks, "llm")},
            textOf(params, "probe") == "startup" ? Probe::startup : Probe::ready);
    return Json {{"status", health.status}, {"http", health.http}, {"degraded", health.degraded}};
}

Result<Json> runLogLevel(const Json& params) { return Json(std::string(logLevel(intOf(params, "statusCode")))); }
}

void registerPlatform(Registry& registry)
{
    registry.add("platform.validateSlug", runValidateSlug);
    registry.add("platform.schemaName", runSchemaName);
    registry.add("platform.cacheKey", runCacheKey);
    registry.add("platform.authenticate", runAuthenticate);
    registry.add("platform.checkClaims", runCheckClaims);
    registry.add("platform.rotateRefresh", runRotateRefresh);
    registry.add("platform.isAllowed", runIsAllowed);
    registry.add("platform.visibleOwners", runVisibleOwners);
    registry.add("platform.detectPromptInjection", runDetectPromptInjection);
    registry.add("platform.sanitize", runSanitize);
    registry.add("platform.validateCompletionRequest", runValidateCompletionRequest);
    registry.add("platform.planAttempts", runPlanAttempts);
    registry.add("platform.onFailure", runOnFailure);
    registry.add("platform.classifyStatus", runClassifyStatus);
    registry.add("platform.retryDelay", runRetryDelay);
    registry.add("platform.costNanoUsd", runCostNanoUsd);
    registry.add("platform.budgetDecision", runBudgetDecision);
    registry.add("platform.checkPassword", runCheckPassword);
    registry.add("platform.signInThrottle", runSignInThrottle);
    registry.add("platform.secretId", runSecretId);
    registry.add("platform.redact", runRedact);
    registry.add("platform.aggregateHealth", runAggregateHealth);
    registry.add("platform.logLevel", runLogLevel);
}
}
