// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"
#include "core/domain/enums.hpp"

namespace agentarmy {
struct User;
struct Team;

/// A customer company.
struct Account {
    static constexpr const char* type = "account";
    Id<Account> id;
    std::string accountName; ///< 1..300 bytes, unique per tenant after trim and case fold
    std::vector<std::string> otherNames; ///< aliases, kept by a merge
    std::vector<std::string> domains; ///< mail domains, lower case; never a free-mail domain
    std::optional<std::string> industry; ///< at most 100 bytes
    std::optional<std::string> companySize;
    std::optional<std::string> website;
    std::optional<std::string> region;
    std::optional<Id<User>> ownerId;
    std::optional<Id<Team>> teamId;
    std::map<std::string, std::string> externalIds; ///< system -> id there
    Json metadata = Json::object();
    bool archived = false;
    std::optional<Id<Account>> mergedInto; ///< set on the record that a merge gave up
    Timestamp createdAt {};
    Timestamp updatedAt {};
};

template <class F> void describe(F& f, Account& a)
{
    f("id", a.id);
    f.required("accountName", a.accountName, {1, 300});
    f("otherNames", a.otherNames, {0, 50});
    f("domains", a.domains, {0, 50});
    f("industry", a.industry, {0, 100});
    f("companySize", a.companySize, {0, 50});
    f("website", a.website, {0, 500});
    f("region", a.region, {0, 50});
    f("ownerId", a.ownerId);
    f("teamId", a.teamId);
    f("externalIds", a.externalIds);
    f("metadata", a.metadata);
    f.sparse("archived", a.archived);
    f("mergedInto", a.mergedInto);
    f("createdAt", a.createdAt);
    f("updatedAt", a.updatedAt);
}
AGENTARMY_DECLARE_JSON(Account);
}
