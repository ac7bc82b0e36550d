// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/settings.hpp"

#include "core/base/text.hpp"
#include "core/base/zone.hpp"
#include "core/engine/records/again.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/records/unit_of_work.hpp"
#include "core/rules/intelligence/persona.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr std::array<std::string_view, 11> changeable {"ownCompanyName", "ownDomains", "ownAddresses", "currency",
    "timeZone", "products", "locale", "region", "escalationThreshold", "holidays", "weekStart"};

Result<void> check(const TenantSettings& settings)
{
    if (!isCurrencyCode(settings.currency))
        return fail(invalidField("currency", "a code of ISO 4217 such as EUR"));
    if (!Zone::find(settings.timeZone))
        return fail(invalidField("timeZone", "an IANA name such as Europe/Berlin"));
    for (const auto& domain : settings.ownDomains)
        if (domain.find('.') == std::string::npos || domain.find('@') != std::string::npos
            || domain.find(' ') != std::string::npos)
            return fail(invalidField("ownDomains", "mail domains such as example.com"));
    for (const auto& address : settings.ownAddresses)
        if (address.find('@') == std::string::npos || address.find(' ') != std::string::npos)
            return fail(invalidField("ownAddresses", "mail addresses"));
    if (settings.weekStart != "monday" && settings.weekStart != "sunday" && settings.weekStart != "saturday")
        return fail(invalidField("weekStart", "monday, sunday or saturday"));
    return {};
}

void lowerAll(std::vector<std::string>& list)
{
    for (auto& each : list)
        each = asciiLower(trimView(each));
}
}

Result<TenantSettings> changeSettings(Store& store, const Context& context, IdSource& ids, const Json& fields)
{
    if (!fields.is_object())
        return fail(invalidField("settings", "an object"));
    for (const auto& [field, value] : fields.items())
        if (std::find(changeable.begin(), changeable.end(), field) == changeable.end())
            return fail(invalidField(field, "a setting that can be changed"));
    auto known = readEntities<TenantSettings>(store, context, {});
    if (!known)
        return fail(known.error());
    if (known->empty())
        return fail(notFound(TenantSettings::type, ""));
    auto json = toStoredJson(known->front());
    json.update(fields);
    auto changed = fromJson<TenantSettings>(json);
    if (!changed)
        return fail(changed.error());
    lowerAll(changed->ownDomains);
    lowerAll(changed->ownAddresses);
    if (auto fine = check(*changed); !fine)
        return fail(fine.error());
    UnitOfWork work(store, context, ids);
    work.because({.what = "settings"});
    auto edited = work.edit(changed->id);
    if (!edited)
        return fail(edited.error());
    if (!*edited)
        return fail(notFound(TenantSettings::type, changed->id.text()));
    **edited = *changed;
    if (auto done = work.commit(); !done)
        return fail(done.error());
    return changed;
}

Result<Uuid> changePersona(Store& store, const Context& context, IdSource& ids, Persona persona)
{
    std::map<std::string, double> given;
    const auto take = [&](const char* axis, const std::optional<double>& value) {
        if (value)
            given.emplace(axis, *value);
    };
    take("formal_casual", persona.formalCasual);
    take("concise_detailed", persona.conciseDetailed);
    take("technical_business", persona.technicalBusiness);
    take("proactive_reactive", persona.proactiveReactive);
    if (const auto fine = intelligence::buildPersona(given, {}); !fine)
        return fail(fine.error());
    persona.customInstructions = intelligence::cleanInstructions(persona.customInstructions);
    return againOnConflict([&]() -> Result<Uuid> {
        const auto known = readEntities<TenantSettings>(store, context, {});
        if (!known)
            return fail(known.error());
        if (known->empty())
            return fail(notFound(TenantSettings::type, ""));
        if (known->front().persona == persona)
            return Uuid {};
        UnitOfWork work(store, context, ids);
        work.because({.what = "persona"});
        const auto mutation = ids.next();
        work.setMutation(mutation);
        const auto edited = work.edit(known->front().id);
        if (!edited)
            return fail(edited.error());
        if (!*edited)
            return fail(notFound(TenantSettings::type, known->front().id.text()));
        (*edited)->persona = persona;
        if (const auto done = work.commit(); !done)
            return fail(done.error());
        return mutation;
    });
}

Result<User> changeSelf(Store& store, const Context& context, IdSource& ids, Timestamp now,
    const std::optional<std::string>& name, const std::optional<std::string>& email)
{
    UnitOfWork work(store, context, ids);
    work.because({.what = "settings"});
    auto self = work.edit(context.actor.userId.value_or(Id<User>()));
    if (!self)
        return fail(self.error());
    if (!*self)
        return fail(notFound(User::type, ""));
    if (name) {
        if (trimView(*name).empty() || trimView(*name).size() > 200)
            return fail(invalidField("name", "1..200 bytes"));
        (*self)->name = trim(*name);
    }
    if (email) {
        const auto address = asciiLower(trimView(*email));
        if (address.find('@') == std::string::npos || address.size() > 255)
            return fail(invalidField("email", "a mail address"));
        (*self)->email = address;
    }
    (*self)->updatedAt = now;
    const auto changed = **self;
    if (auto done = work.commit(); !done)
        return fail(done.error());
    return changed;
}
}
