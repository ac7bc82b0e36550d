// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"
#include "core/domain/enums.hpp"
#include "core/domain/persona.hpp"

namespace agentarmy {

struct Team {
    static constexpr const char* type = "team";
    Id<Team> id;
    std::string name;
    std::optional<Uuid> managerId;
};
template <class F> void describe(F& f, Team& t)
{
    f("id", t.id);
    f.required("name", t.name, {1, 200});
    f("managerId", t.managerId);
}
AGENTARMY_DECLARE_JSON(Team);

/// A person of ours. In a personal workspace colleagues are users that cannot sign in.
struct User {
    static constexpr const char* type = "user";
    Id<User> id;
    std::string email; ///< lower case; may be empty for an owner known by name only
    std::vector<std::string> otherEmails;
    std::string name;
    Role role = Role::rep;
    std::optional<Id<Team>> teamId;
    std::optional<Id<User>> managerId;
    std::optional<std::string> timeZone, locale;
    bool isActive = true;
    bool canSignIn = false;
    Timestamp createdAt {};
    Timestamp updatedAt {};
};
template <class F> void describe(F& f, User& u)
{
    f("id", u.id);
    f("email", u.email, {0, 255});
    f("otherEmails", u.otherEmails);
    f("name", u.name, {0, 200});
    f("role", u.role);
    f("teamId", u.teamId);
    f("managerId", u.managerId);
    f("timeZone", u.timeZone);
    f("locale", u.locale);
    f("isActive", u.isActive);
    f("canSignIn", u.canSignIn);
    f("createdAt", u.createdAt);
    f("updatedAt", u.updatedAt);
}
AGENTARMY_DECLARE_JSON(User);

/// Minutes since midnight, [from, to).
struct WorkingDay {
    int from = 9 * 60;
    int to = 17 * 60;
};
template <class F> void describe(F& f, WorkingDay& d)
{
    f("from", d.from, {0, 1440});
    f("to", d.to, {0, 1440});
}
AGENTARMY_DECLARE_JSON(WorkingDay);

/// One document of type `tenant_settings` per tenant.
struct TenantSettings {
    static constexpr const char* type = "tenant_settings";
    Id<TenantSettings> id;
    std::string region = "emea";
    std::string locale = "en";
    std::string currency = "EUR";
    std::string timeZone = "UTC";
    std::vector<Date> holidays;
    std::string weekStart = "monday";
    /// Monday .. Sunday; null: not a working day. Seven entries.
    std::vector<std::optional<WorkingDay>> workingHours
        = {WorkingDay {}, WorkingDay {}, WorkingDay {}, WorkingDay {}, WorkingDay {}, std::nullopt, std::nullopt};
    std::optional<std::int64_t> llmMonthlyBudgetNanoUsd;
    int llmSoftLimitPercent = 80;
    std::optional<int> dataRetentionDays;
    double escalationThreshold = 0.7;
    std::string ownCompanyName;
    std::vector<std::string> ownDomains; ///< lower case: mail from here is ours
    std::vector<std::string> ownAddresses; ///< lower case: single addresses of ours, e.g. at a free-mail provider
    std::vector<std::string> products; ///< product lines that detection looks for
    Persona persona; ///< how the agent writes
    std::map<std::string, Json> importMappings; ///< remembered CSV mappings by header signature
};
template <class F> void describe(F& f, TenantSettings& s)
{
    f("id", s.id);
    f("region", s.region, {0, 50});
    f("locale", s.locale, {2, 35});
    f("currency", s.currency, {3, 3});
    f("timeZone", s.timeZone, {1, 60});
    f("holidays", s.holidays, {0, 400});
    f("weekStart", s.weekStart);
    f("workingHours", s.workingHours, {7, 7});
    f("llmMonthlyBudgetNanoUsd", s.llmMonthlyBudgetNanoUsd, {0, 9e18});
    f("llmSoftLimitPercent", s.llmSoftLimitPercent, {1, 100});
    f("dataRetentionDays", s.dataRetentionDays, {1, 36500});
    f("escalationThreshold", s.escalationThreshold, {0.3, 0.9});
    f("ownCompanyName", s.ownCompanyName, {0, 300});
    f("ownDomains", s.ownDomains, {0, 200});
    f("ownAddresses", s.ownAddresses, {0, 200});
    f("products", s.products, {0, 500});
    f("persona", s.persona);
    f("importMappings", s.importMappings);
}
AGENTARMY_DECLARE_JSON(TenantSettings);
}
