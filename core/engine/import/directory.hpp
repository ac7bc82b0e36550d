// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/records/unit_of_work.hpp"
#include "core/engine/workspace/workspace.hpp"

#include <unordered_map>

namespace agentarmy {

/// Who is who, in memory for the time of an import: companies by name and mail domain, people by address and by name
/// within their company, our own people. New ones are added through the unit of work and known here at once.
class Directory {
public:
    [[nodiscard]] static Result<Directory> load(Store& store, const Context& context);

    /// By that very name, else by the only one that differs just in its legal form or punctuation.
    [[nodiscard]] std::optional<Id<Account>> accountNamed(std::string_view name) const;
    [[nodiscard]] std::optional<Id<Account>> accountWithExactName(std::string_view name) const;
    [[nodiscard]] std::optional<Id<Account>> accountWithExternalId(const std::string& crmId) const;
    [[nodiscard]] std::optional<Id<Account>> accountOfDomain(std::string_view domain) const; ///< sub-domains too
    /// The account whose name stands in the text, the longest first; for file names and titles.
    [[nodiscard]] std::optional<Id<Account>> accountInText(std::string_view text) const;
    [[nodiscard]] std::optional<Id<Contact>> contactWithMail(const std::string& address) const;
    [[nodiscard]] std::optional<Id<Contact>> contactNamed(
        const std::optional<Id<Account>>& account, std::string_view name) const;
    /// Of any account, if there is only one of that name.
    [[nodiscard]] std::optional<Id<Contact>> contactNamedAnywhere(std::string_view name) const;
    /// The only contact of the account with that first name, the only one of us: as chats and meetings label people.
    [[nodiscard]] std::optional<Id<Contact>> contactWithFirstName(Id<Account> account, std::string_view name) const;
    [[nodiscard]] std::optional<Id<User>> userWithFirstName(std::string_view name) const;
    [[nodiscard]] std::optional<Id<Account>> accountOfContact(Id<Contact> contact) const;
    [[nodiscard]] std::optional<Id<User>> userWithMail(const std::string& address) const;
    [[nodiscard]] std::optional<Id<User>> userNamed(std::string_view name) const;

    Account& addAccount(UnitOfWork& work, Account account);
    Contact& addContact(UnitOfWork& work, Contact contact);
    User& addUser(UnitOfWork& work, User user);
    void learnName(std::string_view name, Id<Account> account) { knowCompany(name, account); }
    void learnExternalId(const std::string& crmId, Id<Account> account)
    {
        m_accountByExternalId.emplace(crmId, account);
    }
    [[nodiscard]] std::optional<Id<Team>> teamNamed(std::string_view name) const;
    Team& addTeam(UnitOfWork& work, Team team);
    void learnDomain(const std::string& domain, Id<Account> account) { m_accountByDomain.emplace(domain, account); }
    void learnMail(const std::string& address, Id<Contact> contact) { m_contactByMail.emplace(address, contact); }
    void learnAccountOfContact(Id<Contact> contact, Id<Account> account) { m_accountOfContact[contact] = account; }

private:
    void know(const Account& account);
    void know(const Contact& contact);
    void know(const User& user);
    void knowCompany(std::string_view name, Id<Account> account);

    std::unordered_map<std::string, Id<Account>> m_accountByName, m_accountByDomain, m_accountByExternalId;
    std::unordered_map<std::string, std::optional<Id<Account>>> m_accountByCompany; ///< empty: several share the key
    std::unordered_map<std::string, Id<Team>> m_teamByName;
    std::unordered_map<std::string, Id<Contact>> m_contactByMail;
    std::unordered_map<std::string, std::vector<Id<Contact>>> m_contactsByName;
    std::unordered_map<Id<Contact>, Id<Account>> m_accountOfContact;
    std::unordered_map<std::string, Id<User>> m_userByMail, m_userByName;
};
}
