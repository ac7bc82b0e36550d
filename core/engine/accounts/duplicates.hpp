// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/contact.hpp"

namespace agentarmy {

/// Why two records may be one; the surest first.
enum class DuplicateReason { sameAddress, sameDomain, sameId, sameName, samePhone, nearlySameName };
AGENTARMY_ENUM_TEXTS(DuplicateReason, {DuplicateReason::sameAddress, "same_address"sv},
    {DuplicateReason::sameDomain, "same_domain"sv}, {DuplicateReason::sameId, "same_id"sv},
    {DuplicateReason::sameName, "same_name"sv}, {DuplicateReason::samePhone, "same_phone"sv},
    {DuplicateReason::nearlySameName, "nearly_same_name"sv});

template <class T> struct DuplicatePair {
    Id<T> first, second; ///< the older record first: the one that is kept unless a person says otherwise
    DuplicateReason reason = DuplicateReason::sameName;
    std::string what; ///< what they share: "acme.example"
    bool operator==(const DuplicatePair&) const = default;
};

/// Accounts that may be one company: a mail domain or website, an id in another system, or a name in common (without
/// legal forms; one letter more, less, other or two swapped in names of 6 letters and more). Archived and merged ones
/// are left out. Each pair once, by its surest reason; surest first, then by name. Pure; about n log n.
[[nodiscard]] std::vector<DuplicatePair<Account>> findDuplicates(const std::vector<Account>& accounts);
/// People: an address in common; an id elsewhere; a phone number (7 digits and more) or a name (the order of its words
/// does not matter) within one account, or where one of them has none.
[[nodiscard]] std::vector<DuplicatePair<Contact>> findDuplicates(const std::vector<Contact>& contacts);
}
