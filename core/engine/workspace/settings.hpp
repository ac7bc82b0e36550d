// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/tenant.hpp"
#include "core/ports/store.hpp"

namespace agentarmy {

/// What a person may change of the settings: any of ownCompanyName, ownDomains, ownAddresses, currency, timeZone,
/// products, locale, region, escalationThreshold, holidays, weekStart. Unchanged values write nothing.
/// `validation_failed` names the field.
[[nodiscard]] Result<TenantSettings> changeSettings(
    Store& store, const Context& context, IdSource& ids, const Json& fields);
/// How the agent writes from now on; drafts that wait stay as they are. The mutation, with which it can be taken back;
/// null: it was so already. Instructions are cleaned and cut. `invalid_dimension` names an axis outside 0..1.
[[nodiscard]] Result<Uuid> changePersona(Store& store, const Context& context, IdSource& ids, Persona persona);
/// Name and address of the person at this machine. `validation_failed`.
[[nodiscard]] Result<User> changeSelf(Store& store, const Context& context, IdSource& ids, Timestamp now,
    const std::optional<std::string>& name, const std::optional<std::string>& email);
}
