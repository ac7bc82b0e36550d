// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/directory.hpp"

#include "core/base/text.hpp"
#include "core/engine/records/reading.hpp"

namespace agentarmy {
namespace {
template <class Map> auto lookUp(const Map& map, const std::string& key) -> std::optional<typename Map::mapped_type>
{
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}
}

Result<Directory> Directory::load(Store& store, const Context& context)
{
    Directory directory;
    Query everything;
    everything.includeArchived = true;
    auto accounts = readEntities<Account>(store, context, everything);
    if (!accounts)
        return fail(accounts.error());
    for (const auto& account : *accounts)
        if (!account.mergedInto)
            directory.know(account);
    auto contacts = readEntities<Contact>(store, context, everything);
    if (!contacts)
        return fail(contacts.error());
    for (const auto& contact : *contacts)
        if (!contact.mergedInto)
            directory.know(contact);
    auto users = readEntities<User>(store, context, everything);
    if (!users)
        return fail(users.error());
    for (const auto& user : *users)
        directory.know(user);
    auto teams = readEntities<Team>(store, context, everything);
    if (!teams)
        return fail(teams.error());
    for (const auto& team : *teams)
        directory.m_teamByName.emplace(nameKey(team.name), team.id);
    return directory;
}

void Directory::knowCompany(std::string_view name, Id<Account> account)
{
    m_accountByName.emplace(nameKey(name), account);
    const auto [known, isNew] = m_accountByCompany.emplace(companyKey(name), account);
    if (!isNew && known->second != account)
        known->second.reset();
}

void Directory::know(const Account& account)
{
    knowCompany(account.accountName, account.id);
    for (const auto& name : account.otherNames)
        knowCompany(name, account.id);
    for (const auto& [system, key] : account.externalIds)
        if (system.starts_with("crm")) // "crm", and "crm2" of a second record of the same company
            learnExternalId(key, account.id);
    for (const auto& domain : account.domains)
        m_accountByDomain.emplace(domain, account.id);
}

void Directory::know(const Contact& contact)
{
    if (!contact.contactEmail.empty())
        m_contactByMail.emplace(contact.contactEmail, contact.id);
    for (const auto& address : contact.otherEmails)
        m_contactByMail.emplace(address, contact.id);
    m_contactsByName[nameKey(contact.contactName)].push_back(contact.id);
    for (const auto& name : contact.otherNames)
        m_contactsByName[nameKey(name)].push_back(contact.id);
    if (contact.accountId)
        m_accountOfContact.emplace(contact.id, *contact.accountId);
}

void Directory::know(const User& user)
{
    if (!user.email.empty())
        m_userByMail.emplace(user.email, user.id);
    for (const auto& address : user.otherEmails)
        m_userByMail.emplace(address, user.id);
    if (!user.name.empty())
        m_userByName.emplace(nameKey(user.name), user.id);
}

std::optional<Id<Account>> Directory::accountWithExactName(std::string_view name) const
{
    return lookUp(m_accountByName, nameKey(name));
}

std::optional<Id<Account>> Directory::accountNamed(std::string_view name) const
{
    if (auto exact = accountWithExactName(name))
        return exact;
    return lookUp(m_accountByCompany, companyKey(name)).value_or(std::nullopt);
}

std::optional<Id<Account>> Directory::accountWithExternalId(const std::string& crmId) const
{
    return lookUp(m_accountByExternalId, crmId);
}

std::optional<Id<Team>> Directory::teamNamed(std::string_view name) const
{
    return lookUp(m_teamByName, nameKey(name));
}

Team& Directory::addTeam(UnitOfWork& work, Team team)
{
    auto& added = work.add(std::move(team));
    m_teamByName.emplace(nameKey(added.name), added.id);
    return added;
}

std::optional<Id<Account>> Directory::accountOfDomain(std::string_view domain) const
{
    while (domain.find('.') != std::string_view::npos) {
        if (auto found = lookUp(m_accountByDomain, std::string(domain)))
            return found;
        domain = domain.substr(domain.find('.') + 1);
    }
    return std::nullopt;
}

std::optional<Id<Account>> Directory::accountInText(std::string_view text) const
{
    const auto key = ' ' + nameKey(text) + ' ';
    std::optional<Id<Account>> best;
    std::size_t longest = 2; // names of one or two letters stand in too many words
    for (const auto& [name, id] : m_accountByName) {
        if (name.size() <= longest)
            continue;
        for (auto at = key.find(name); at != std::string::npos; at = key.find(name, at + 1)) {
            const auto isWord = [](unsigned char c) { return c >= 0x80 || std::isalnum(c); };
            if (isWord(static_cast<unsigned char>(key[at - 1]))
                || isWord(static_cast<unsigned char>(key[at + name.size()])))
                continue;
            longest = name.size();
            best = id;
            break;
        }
    }
    return best;
}

std::optional<Id<Contact>> Directory::contactWithMail(const std::string& address) const
{
    return lookUp(m_contactByMail, address);
}

std::optional<Id<Contact>> Directory::contactNamed(
    const std::optional<Id<Account>>& account, std::string_view name) const
{
    const auto found = m_contactsByName.find(nameKey(name));
    if (found == m_contactsByName.end())
        return std::nullopt;
    for (const auto& id : found->second)
        if (accountOfContact(id) == account)
            return id;
    return std::nullopt;
}

std::optional<Id<Contact>> Directory::contactNamedAnywhere(std::string_view name) const
{
    const auto found = m_contactsByName.find(nameKey(name));
    return found == m_contactsByName.end() || found->second.size() != 1 ? std::nullopt
                                                                        : std::optional(found->second.front());
}

std::optional<Id<Contact>> Directory::contactWithFirstName(Id<Account> account, std::string_view name) const
{
    const auto first = nameKey(name) + ' ';
    std::optional<Id<Contact>> only;
    if (first.find(' ') + 1 != first.size() || first.size() < 3)
        return std::nullopt;
    for (const auto& [known, ids] : m_contactsByName)
        if (known.starts_with(first))
            for (const auto& id : ids)
                if (accountOfContact(id) == account && only != id) {
                    if (only)
                        return std::nullopt;
                    only = id;
                }
    return only;
}

std::optional<Id<User>> Directory::userWithFirstName(std::string_view name) const
{
    const auto first = nameKey(name) + ' ';
    std::optional<Id<User>> only;
    if (first.find(' ') + 1 != first.size() || first.size() < 3)
        return std::nullopt;
    for (const auto& [known, id] : m_userByName)
        if (known.starts_with(first) && only != id) {
            if (only)
                return std::nullopt;
            only = id;
        }
    return only;
}

std::optional<Id<Account>> Directory::accountOfContact(Id<Contact> contact) const
{
    const auto found = m_accountOfContact.find(contact);
    return found == m_accountOfContact.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Id<User>> Directory::userWithMail(const std::string& address) const
{
    return lookUp(m_userByMail, address);
}
std::optional<Id<User>> Directory::userNamed(std::string_view name) const
{
    return lookUp(m_userByName, nameKey(name));
}

Account& Directory::addAccount(UnitOfWork& work, Account account)
{
    auto& added = work.add(std::move(account));
    know(added);
    return added;
}

Contact& Directory::addContact(UnitOfWork& work, Contact contact)
{
    auto& added = work.add(std::move(contact));
    know(added);
    return added;
}

User& Directory::addUser(UnitOfWork& work, User user)
{
    auto& added = work.add(std::move(user));
    know(added);
    return added;
}
}
