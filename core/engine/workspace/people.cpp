// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/people.hpp"

#include "core/base/text.hpp"
#include "core/engine/workspace/organisation_domain.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace agentarmy {
namespace {
constexpr std::array<std::string_view, 62> freeMail {"gmail.com", "googlemail.com", "outlook.com", "hotmail.com",
    "hotmail.de", "hotmail.co.uk", "hotmail.fr", "live.com", "live.de", "msn.com", "yahoo.com", "yahoo.de",
    "yahoo.co.uk", "yahoo.fr", "yahoo.it", "yahoo.es", "ymail.com", "rocketmail.com", "aol.com", "icloud.com", "me.com",
    "mac.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "web.de", "t-online.de", "freenet.de", "arcor.de",
    "mail.de", "posteo.de", "mailbox.org", "proton.me", "protonmail.com", "pm.me", "tutanota.com", "tuta.io",
    "fastmail.com", "zoho.com", "yandex.com", "yandex.ru", "mail.ru", "qq.com", "163.com", "126.com", "sina.com",
    "naver.com", "daum.net", "orange.fr", "free.fr", "laposte.net", "sfr.fr", "libero.it", "virgilio.it", "wp.pl",
    "o2.pl", "seznam.cz", "bluewin.ch", "comcast.net", "verizon.net"};
constexpr std::array<std::string_view, 26> secondLevels {"co", "com", "org", "net", "ac", "gov", "edu", "gob", "or",
    "ne", "go", "in", "gv", "ltd", "plc", "biz", "info", "web", "nom", "asso", "firm", "gen", "ind", "sch", "mil",
    "me"};

std::string capitalised(std::string_view word)
{
    std::string out;
    std::size_t at = 0;
    if (word.empty())
        return out;
    const auto first = nextCodePoint(word, at);
    if (first < 0x80)
        out += (first >= 'a' && first <= 'z') ? char(first - 32) : char(first);
    else
        appendUtf8(out, first);
    out += word.substr(at);
    return out;
}

std::string wordsCapitalised(std::string_view text, std::string_view separators)
{
    std::string out;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        auto end = text.find_first_of(separators, begin);
        if (end == std::string_view::npos)
            end = text.size();
        if (end > begin)
            out += (out.empty() ? "" : " ") + capitalised(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}
}

std::string mailDomain(std::string_view address)
{
    const auto at = address.rfind('@');
    return at == std::string_view::npos ? std::string() : asciiLower(trimView(address.substr(at + 1)));
}

bool isFreeMailDomain(std::string_view domain)
{
    return std::find(freeMail.begin(), freeMail.end(), domain) != freeMail.end();
}

std::string companyNameFromDomain(std::string_view domain)
{
    auto parts = splitView(domain, '.');
    if (parts.size() > 1)
        parts.pop_back(); // top level
    if (parts.size() > 1 && std::find(secondLevels.begin(), secondLevels.end(), parts.back()) != secondLevels.end())
        parts.pop_back();
    const auto name = wordsCapitalised(parts.back(), "-_");
    return name.empty() ? std::string(domain) : name;
}

std::string organisationDomain(std::string_view domain)
{
    static constexpr std::array<std::string_view, 20> lenders {"onmicrosoft.com", "sharepoint.com", "zendesk.com",
        "freshdesk.com", "myshopify.com", "github.io", "gitlab.io", "herokuapp.com", "azurewebsites.net",
        "wordpress.com", "blogspot.com", "wixsite.com", "hubspot.com", "intercom-mail.com", "salesforce.com",
        "mailchimpapp.net", "eu.org", "de.com", "uk.com", "us.com"};
    for (const auto lender : lenders)
        if (domain.ends_with(lender) && domain.size() > lender.size()
            && domain[domain.size() - lender.size() - 1] == '.')
            return std::string(domain);
    const auto parts = splitView(domain, '.');
    if (parts.size() <= 2)
        return std::string(domain);
    const bool twoLevels = parts.back().size() == 2 // sales.acme.co.uk
        && std::find(secondLevels.begin(), secondLevels.end(), parts[parts.size() - 2]) != secondLevels.end();
    std::string out;
    for (auto i = parts.size() - (twoLevels ? 3 : 2); i < parts.size(); ++i)
        out += (out.empty() ? "" : ".") + std::string(parts[i]);
    return out;
}

std::string personNameFromAddress(std::string_view address)
{
    const auto local = address.substr(0, address.find('@'));
    const auto name = wordsCapitalised(local.substr(0, local.find('+')), "._-");
    return name.empty() ? std::string(address) : name;
}

std::string companyKey(std::string_view name)
{
    static constexpr std::array<std::string_view, 42> forms {"ab", "ag", "aps", "as", "asa", "bv", "co", "company",
        "corp", "corporation", "eg", "ev", "gmbh", "inc", "incorporated", "kg", "kgaa", "kk", "lda", "limited", "llc",
        "llp", "ltd", "ltda", "mbh", "nv", "ohg", "oy", "oyj", "plc", "pte", "pty", "sa", "sarl", "sas", "se", "sl",
        "spa", "sro", "srl", "ug", "zoo"};
    const auto key = nameKey(name);
    std::vector<std::string> words;
    std::string word;
    for (std::size_t at = 0; at <= key.size();) {
        const auto from = at;
        const auto c = at < key.size() ? nextCodePoint(key, at) : 0;
        if (c && isLetterOrDigit(c)) {
            word += key.substr(from, at - from);
            continue;
        }
        if (c != U'.' && !word.empty()) // "B.V." and "S.p.A." are one word
            words.push_back(std::exchange(word, {}));
        if (!c)
            break;
    }
    if (words.empty())
        return key;
    while (words.size() > 1 && std::ranges::find(forms, words.back()) != forms.end())
        words.pop_back();
    std::string out;
    for (const auto& each : words)
        out += (out.empty() ? "" : " ") + each;
    return out;
}

std::string initialsOf(std::string_view name)
{
    std::string first;
    std::string last;
    for (const auto part : splitView(name, ' ')) {
        if (part.empty())
            continue;
        std::size_t at = 0;
        const auto c = nextCodePoint(part, at);
        if (!isLetterOrDigit(c))
            continue;
        std::string letter;
        if (c < 0x80)
            letter = char(c >= 'a' && c <= 'z' ? c - 32 : c);
        else
            letter = std::string(part.substr(0, at));
        (first.empty() ? first : last) = letter;
    }
    return first + last;
}

OwnSide::OwnSide(const TenantSettings& settings, const std::vector<User>& users)
{
    m_domains.insert(settings.ownDomains.begin(), settings.ownDomains.end());
    m_addresses.insert(settings.ownAddresses.begin(), settings.ownAddresses.end());
    for (const auto& user : users) {
        if (!user.email.empty())
            m_addresses.insert(user.email);
        m_addresses.insert(user.otherEmails.begin(), user.otherEmails.end());
        addName(user.name);
    }
}

void OwnSide::addName(std::string_view name)
{
    if (!trimView(name).empty())
        m_names.insert(nameKey(name));
}

bool OwnSide::isOursAddress(std::string_view address) const
{
    const auto lower = asciiLower(address);
    if (m_addresses.contains(lower))
        return true;
    std::string_view domain(lower);
    domain = domain.find('@') == std::string_view::npos ? std::string_view() : domain.substr(domain.rfind('@') + 1);
    for (; !domain.empty();
         domain = domain.find('.') == std::string_view::npos ? std::string_view() : domain.substr(domain.find('.') + 1))
        if (m_domains.contains(std::string(domain)))
            return true;
    return false;
}

bool OwnSide::isOursName(std::string_view name) const { return m_names.contains(nameKey(name)); }

bool OwnSide::isOurs(const Party& party) const
{
    return party.address.empty() ? isOursName(party.name) : isOursAddress(party.address);
}

void OwnSideGuess::see(const std::vector<std::string>& from, const std::vector<std::string>& recipients)
{
    ++m_total;
    std::set<std::string> seen(recipients.begin(), recipients.end());
    for (const auto& address : from) {
        seen.insert(address);
        ++m_sent[address];
    }
    for (const auto& address : seen)
        ++m_mails[address];
}

OwnSideGuess::Answer OwnSideGuess::answer() const
{
    Answer answer;
    const std::string* best = nullptr;
    int most = 0;
    for (const auto& [address, count] : m_mails) {
        // Taking part in most mails is the sign; having written some of them breaks a tie with a constant recipient.
        const auto sent = m_sent.find(address);
        const int weight = count * 4 + (sent == m_sent.end() ? 0 : sent->second);
        if (weight > most) {
            most = weight;
            best = &address;
        }
    }
    if (!best || m_total < 3)
        return answer;
    answer.share = double(m_mails.at(*best)) / m_total;
    if (answer.share < 0.6)
        return {};
    answer.addresses.push_back(*best);
    if (const auto domain = mailDomain(*best); !domain.empty() && !isFreeMailDomain(domain))
        answer.domains.push_back(domain);
    return answer;
}
}
