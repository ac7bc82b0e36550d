// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/contact.hpp"
#include "core/ports/store.hpp"

namespace agentarmy {

/// Edits of accounts and people by hand. Each is one mutation, which undo takes back; null: everything was so already.
/// `not_found`, `validation_failed` names the field, `name_taken` / `address_taken` with the id of who has it.

/// `fields`: accountName, industry, companySize, website, region, ownerId, domains (null clears).
[[nodiscard]] Result<Uuid> editAccount(
    Store& store, const Context& context, IdSource& ids, Id<Account> id, const Json& fields, Timestamp now);
/// `fields`: contactName, contactEmail, accountId, title, phones, timeZone, language, notes, optedOut, roles (texts of
/// StakeholderRole); decisionPower, influenceLevel, relationshipStrength (0..10; null gives the computed value back).
[[nodiscard]] Result<Uuid> editContact(
    Store& store, const Context& context, IdSource& ids, Id<Contact> id, const Json& fields, Timestamp now);

template <class T> struct Created {
    T record;
    Uuid mutationId;
};
/// Fields as above; accountName is required.
[[nodiscard]] Result<Created<Account>> createAccount(
    Store& store, const Context& context, IdSource& ids, const Json& fields, Timestamp now);
/// contactName is required.
[[nodiscard]] Result<Created<Contact>> createContact(
    Store& store, const Context& context, IdSource& ids, const Json& fields, Timestamp now);
}
