// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/authentication.hpp"
#include "core/rules/platform/permissions.hpp"
#include "core/rules/platform/tenant_names.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::platform;

namespace {
using namespace std::chrono_literals;
const Timestamp now = *parseTimestamp("2026-02-03T10:00:00Z");

Credential good(const char* tenant = "north")
{
    return {.status = CredentialStatus::valid,
        .tenant = tenant,
        .userExists = true,
        .userActive = true,
        .role = Role::manager};
}
std::string answer(const AuthenticationInput& input)
{
    const auto identity = authenticate(input);
    if (!identity)
        return identity.error().code + ' '
            + std::to_string(std::get<std::int64_t>(identity.error().details.at("status")));
    return std::string(enumText(identity->kind)) + ' ' + identity->tenant.value_or("-") + ' '
        + (identity->role ? std::string(enumText(*identity->role)) : "-");
}
AuthenticationInput asking(
    std::optional<Credential> bearer, std::optional<Credential> key, const char* route = "/v1/opportunities")
{
    return {.bearer = std::move(bearer),
        .apiKey = std::move(key),
        .tenantHeader = {},
        .route = route,
        .tenants = {{"north", TenantStatus::active}, {"south", TenantStatus::suspended}}};
}
}

class AccessTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void slugs()
    {
        for (const auto* ok : {"acme-eu", "abc", "0-9"})
            QVERIFY2(isValidSlug(ok), ok);
        for (const auto* bad : {"Acme", "ab", "-acme", "acme-", "acme_eu", "personal", "www", "", "\xC3\xA4pfel"})
            QVERIFY2(!isValidSlug(bad), bad);
        QVERIFY(isValidSlug(std::string(50, 'a')) && !isValidSlug(std::string(51, 'a')));
        QVERIFY(isValidSlug("personal", Place::personal) && !isValidSlug("admin", Place::personal));
        QCOMPARE(schemaName("acme-eu"), std::string("tenant_acme_eu"));
        QVERIFY(secretId("acme-eu", "token") != secretId("acme", "eu-token"));
    }

    void cacheKeysEscapeWildcards()
    {
        QCOMPARE(*cacheKey("7", "a*[\\", CacheKeyKind::plain), std::string("t:7:a\\*\\[\\\\"));
        QCOMPARE(*cacheKey("7", "a*", CacheKeyKind::pattern), std::string("t:7:a*"));
        QVERIFY(!cacheKey("7", "a\nb", CacheKeyKind::pattern));
    }

    void theFirstPresentCredentialDecides()
    {
        auto bad = good();
        bad.status = CredentialStatus::badSignature;
        QCOMPARE(answer(asking(good(), std::nullopt)), std::string("jwt north manager"));
        QCOMPARE(answer(asking(std::nullopt, good())), std::string("api_key north manager"));
        QCOMPARE(answer(asking(bad, good())), std::string("invalid_token 401"));
        bad.status = CredentialStatus::revoked;
        QCOMPARE(answer(asking(std::nullopt, bad)), std::string("invalid_api_key 401"));
        QCOMPARE(answer(asking(bad, good(), "/health")), std::string("invalid_token 401"));
    }

    void usersAndTenantsMustBeActive()
    {
        auto gone = good();
        gone.userActive = false;
        QCOMPARE(answer(asking(gone, std::nullopt)), std::string("user_inactive 401"));
        QCOMPARE(answer(asking(good("south"), std::nullopt)), std::string("tenant_suspended 403"));
        auto other = asking(good(), std::nullopt);
        other.tenantHeader = "south";
        QCOMPARE(answer(other), std::string("tenant_mismatch 403"));
    }

    void publicRoutesAreMatchedExactly()
    {
        QCOMPARE(answer(asking({}, {}, "/health")), std::string("anonymous - -"));
        QCOMPARE(answer(asking({}, {}, "/health/x")), std::string("not_authenticated 401"));
        QCOMPARE(answer(asking({}, {}, "/v1/meetings/7/page")), std::string("anonymous - -"));
        QCOMPARE(answer(asking({}, {}, "/v1/meetings/7/8/page")), std::string("not_authenticated 401"));
        QCOMPARE(answer(asking({}, {}, "/v1/meetings//page")), std::string("not_authenticated 401"));
        QCOMPARE(answer(asking({}, {}, "/metrics")), std::string("not_authenticated 401"));
    }

    void aTenantHeaderProvesNobody()
    {
        auto login = asking({}, {}, "/v1/auth/login");
        login.tenantHeader = "north";
        QCOMPARE(answer(login), std::string("anonymous north -"));
        login.tenantHeader = "nobody";
        QCOMPARE(answer(login), std::string("anonymous - -"));
        auto list = asking({}, {});
        list.tenantHeader = "north";
        QCOMPARE(answer(list), std::string("not_authenticated 401"));
    }

    void claimsHaveThirtySecondsOfLeeway()
    {
        Claims claims {"u", "access", now - 30min, now};
        QVERIFY(areClaimsAcceptable("HS256", claims, "access", now + 30s));
        QVERIFY(!areClaimsAcceptable("HS256", claims, "access", now + 31s));
        QVERIFY(!areClaimsAcceptable("none", claims, "access", now));
        QVERIFY(!areClaimsAcceptable("HS256", claims, "refresh", now));
        claims.issuedAt = now + 31s;
        QVERIFY(!areClaimsAcceptable("HS256", claims, "access", now));
        claims = {std::nullopt, "access", now, now};
        QVERIFY(!areClaimsAcceptable("HS256", claims, "access", now));
    }

    void aReplacedRefreshTokenEndsItsFamily()
    {
        QCOMPARE(rotateRefresh(now + 1s, false, false, now), RefreshAnswer::rotate);
        QCOMPARE(rotateRefresh(now, false, false, now), RefreshAnswer::invalidToken);
        QCOMPARE(rotateRefresh(now + 1s, true, false, now), RefreshAnswer::invalidToken);
        QCOMPARE(rotateRefresh(now + 1s, true, true, now), RefreshAnswer::reused);
    }

    void passwords()
    {
        QVERIFY(isGoodPassword("correct horse", "kim@x.example", {}));
        QVERIFY(isGoodPassword(std::string(12, 'x'), "", {}) && !isGoodPassword(std::string(11, 'x'), "", {}));
        QVERIFY(isGoodPassword(std::string(128, 'x'), "", {}) && !isGoodPassword(std::string(129, 'x'), "", {}));
        QVERIFY(!isGoodPassword("Kim@Bright.example", "kim@bright.example", {}));
        QVERIFY(!isGoodPassword("password1234", "", std::vector<std::string> {"password1234"}));
    }

    void signInSlowsDownAfterFiveFailures()
    {
        const auto wait = [](int count, std::chrono::milliseconds sinceLast) {
            return signInWait(std::vector<Timestamp>(std::size_t(count), now - sinceLast), now);
        };
        QVERIFY(!wait(4, 0s));
        QCOMPARE(*wait(5, 0s), std::int64_t(30));
        QCOMPARE(*wait(6, 0s), std::int64_t(60));
        QCOMPARE(*wait(7, 400ms), std::int64_t(120));
        QCOMPARE(*wait(50, 0s), std::int64_t(900));
        QVERIFY(!wait(5, 30s));
        QVERIFY(!wait(50, 15min + 1ms));
    }

    void rolesHoldWhatTheTableSays()
    {
        QVERIFY(isAllowed(Role::rep, "record.read.own") && !isAllowed(Role::rep, "record.read.team"));
        QVERIFY(isAllowed(Role::manager, "analytics.manager") && !isAllowed(Role::manager, "cost.read"));
        QVERIFY(isAllowed(Role::executive, "cost.read") && !isAllowed(Role::executive, "record.write.all"));
        QVERIFY(isAllowed(Role::admin, "audit.read") && !isAllowed(Role::admin, "fly"));
        const std::vector<std::string> scopes {"cost.read"};
        QVERIFY(isAllowed(Role::admin, "cost.read", scopes) && !isAllowed(Role::admin, "secret.manage", scopes)
            && !isAllowed(Role::rep, "cost.read", scopes));
    }

    void managersSeeTheirPeople()
    {
        const std::vector<SightUser> users {{"kim", Role::manager, {}, {}}, {"bo", Role::rep, {}, "north"},
            {"cy", Role::rep, "kim", {}}, {"di", Role::rep, {}, "south"}, {"ed", Role::rep, "cy", {}},
            {"xi", Role::rep, "yo", {}}, {"yo", Role::rep, "xi", {}}, {"zoe", Role::executive, {}, {}}};
        const std::vector<SightTeam> teams {{"north", "kim"}, {"south", "di"}};
        using Texts = std::vector<std::string>;
        QCOMPARE(visibleOwners("kim", users, teams), (Texts {"bo", "cy", "ed", "kim"}));
        QCOMPARE(visibleOwners("di", users, teams), (Texts {"di"})); // a rep, though she manages a team
        QCOMPARE(visibleOwners("zoe", users, teams).size(), users.size());
        QVERIFY(visibleOwners("nobody", users, teams).empty());
    }

    void chainsEndAfterTenManagers()
    {
        std::vector<SightUser> users {{"m00", Role::manager, {}, {}}};
        for (int i = 1; i <= 12; ++i)
            users.push_back(
                {"m" + std::to_string(100 + i), Role::rep, i == 1 ? "m00" : "m" + std::to_string(99 + i), {}});
        QCOMPARE(visibleOwners("m00", users, {}).size(), std::size_t(11));
    }
};

QTEST_APPLESS_MAIN(AccessTest)
#include "access_test.moc"
