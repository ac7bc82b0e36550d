// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation.hpp"
#include "core/domain/tenant.hpp"

#include <set>

namespace agentarmy {

/// Part after the @, lower case; empty if there is none.
[[nodiscard]] std::string mailDomain(std::string_view address);
/// Providers that give anybody a mailbox: their domains never become an account.
[[nodiscard]] bool isFreeMailDomain(std::string_view domain);
/// "northwind-traders.co.uk" -> "Northwind Traders".
[[nodiscard]] std::string companyNameFromDomain(std::string_view domain);
/// "lea.moritz@..." -> "Lea Moritz"; the local part itself if it is not made of words.
[[nodiscard]] std::string personNameFromAddress(std::string_view address);
/// A company's name for comparing: case and punctuation folded, legal forms at its end taken off ("Nordwind GmbH & Co.
/// KG" and "nordwind" are equal). Never empty for a name that is not.
[[nodiscard]] std::string companyKey(std::string_view name);
/// "LH" of "Lena Hartmann"; at most two letters.
[[nodiscard]] std::string initialsOf(std::string_view name);

/// Tells our side from customers.
class OwnSide {
public:
    OwnSide() = default;
    OwnSide(const TenantSettings& settings, const std::vector<User>& users);
    void addDomain(std::string domain) { m_domains.insert(std::move(domain)); }
    void addAddress(std::string address) { m_addresses.insert(std::move(address)); }
    void addName(std::string_view name);
    [[nodiscard]] bool isOursAddress(std::string_view address) const; ///< sub-domains of own domains are ours
    [[nodiscard]] bool isOursName(std::string_view name) const;
    [[nodiscard]] bool isOurs(const Party& party) const;
    [[nodiscard]] bool knowsAnything() const { return !m_domains.empty() || !m_addresses.empty(); }
    [[nodiscard]] const std::set<std::string>& domains() const { return m_domains; }
    [[nodiscard]] const std::set<std::string>& addresses() const { return m_addresses; }

private:
    std::set<std::string> m_domains;
    std::set<std::string> m_addresses;
    std::set<std::string> m_names; ///< case folded
};

/// Counts who takes part in a mailbox; the address that stands in most of its mails is its owner's.
class OwnSideGuess {
public:
    void see(const std::vector<std::string>& from, const std::vector<std::string>& recipients);
    struct Answer {
        std::vector<std::string> addresses;
        std::vector<std::string> domains; ///< of the addresses, without free-mail providers
        double share = 0; ///< of the mails in which the first address takes part
    };
    /// Needs at least 3 mails and an address in 60 % of them; else empty.
    [[nodiscard]] Answer answer() const;

private:
    std::map<std::string, int> m_mails;
    std::map<std::string, int> m_sent;
    int m_total = 0;
};
}
