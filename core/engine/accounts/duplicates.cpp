// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/accounts/duplicates.hpp"

#include "core/base/text.hpp"
#include "core/engine/workspace/organisation_domain.hpp"
#include "core/engine/workspace/people.hpp"

#include <algorithm>
#include <unordered_map>

namespace agentarmy {
namespace {
constexpr std::size_t shortestNearName = 6; // code points; shorter names differ by one letter by chance
constexpr std::size_t shortestPhone = 7; // digits without the country
constexpr std::size_t longestBucket = 50; // what so many share says nothing: "info", a holding's domain

/// Records that share a value, and the pairs they make.
template <class T> class PairFinder {
public:
    explicit PairFinder(const std::vector<T>& records)
        : m_records(records)
    {
    }
    void put(DuplicateReason reason, const std::string& value, std::size_t record)
    {
        if (value.empty())
            return;
        auto& bucket = m_buckets[std::to_string(int(reason)) + value];
        bucket.reason = reason;
        bucket.value = value;
        if (bucket.records.empty() || bucket.records.back() != record)
            bucket.records.push_back(record);
    }
    /// `admits(a, b, reason)` has the last word.
    template <class Admits, class Name> std::vector<DuplicatePair<T>> pairs(Admits admits, Name name) const
    {
        std::map<std::pair<std::size_t, std::size_t>, DuplicatePair<T>> best;
        for (const auto& [key, bucket] : m_buckets) {
            if (bucket.records.size() > longestBucket)
                continue;
            for (std::size_t i = 0; i < bucket.records.size(); ++i)
                for (std::size_t j = i + 1; j < bucket.records.size(); ++j)
                    consider(best, bucket, bucket.records[i], bucket.records[j], admits);
        }
        std::vector<std::pair<std::string, DuplicatePair<T>>> named;
        named.reserve(best.size());
        for (auto& [places, pair] : best)
            named.emplace_back(nameKey(name(m_records[places.first])), std::move(pair));
        std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) {
            return std::tuple(a.second.reason, a.first, a.second.first, a.second.second)
                < std::tuple(b.second.reason, b.first, b.second.first, b.second.second);
        });
        std::vector<DuplicatePair<T>> out;
        out.reserve(named.size());
        for (auto& [key, pair] : named)
            out.push_back(std::move(pair));
        return out;
    }

private:
    struct Bucket {
        DuplicateReason reason = DuplicateReason::sameName;
        std::string value;
        std::vector<std::size_t> records;
    };
    template <class Best, class Admits>
    void consider(Best& best, const Bucket& bucket, std::size_t a, std::size_t b, Admits admits) const
    {
        if (a == b || !admits(a, b, bucket.reason))
            return;
        const auto& one = m_records[a];
        const auto& two = m_records[b];
        const bool inOrder = std::pair(one.createdAt, one.id) < std::pair(two.createdAt, two.id);
        DuplicatePair<T> pair {inOrder ? one.id : two.id, inOrder ? two.id : one.id, bucket.reason, bucket.value};
        const auto [at, isNew] = best.try_emplace(std::minmax(a, b), pair);
        if (!isNew && std::tie(pair.reason, pair.what) < std::tie(at->second.reason, at->second.what))
            at->second = pair;
    }
    const std::vector<T>& m_records;
    std::unordered_map<std::string, Bucket> m_buckets;
};

std::u32string codePoints(std::string_view text)
{
    std::u32string out;
    for (std::size_t at = 0; at < text.size();)
        out += nextCodePoint(text, at);
    return out;
}

/// One letter more, less or other, or two neighbours swapped.
bool nearlyEqual(const std::u32string& a, const std::u32string& b)
{
    if (a.size() < b.size())
        return nearlyEqual(b, a);
    if (a == b || a.size() - b.size() > 1)
        return false;
    const auto differ = std::size_t(std::mismatch(b.begin(), b.end(), a.begin()).first - b.begin());
    const auto rest = [](const std::u32string& text, std::size_t from) {
        return std::u32string_view(text).substr(std::min(from, text.size()));
    };
    if (a.size() > b.size())
        return rest(a, differ + 1) == rest(b, differ);
    if (rest(a, differ + 1) == rest(b, differ + 1))
        return true;
    return differ + 1 < a.size() && a[differ] == b[differ + 1] && a[differ + 1] == b[differ]
        && rest(a, differ + 2) == rest(b, differ + 2);
}

/// "2" and "3" of "Depot 2" and "Depot 3" tell things apart; letters may be a slip.
bool differInDigits(const std::u32string& a, const std::u32string& b)
{
    const auto digits = [](const std::u32string& text) {
        std::u32string out;
        std::copy_if(
            text.begin(), text.end(), std::back_inserter(out), [](char32_t c) { return c >= U'0' && c <= U'9'; });
        return out;
    };
    return digits(a) != digits(b);
}

std::string siteOf(const std::optional<std::string>& website)
{
    auto host = asciiLower(trim(website.value_or("")));
    if (const auto scheme = host.find("://"); scheme != std::string::npos)
        host.erase(0, scheme + 3);
    host = host.substr(0, host.find_first_of("/?#:"));
    if (host.starts_with("www."))
        host.erase(0, 4);
    return host.find('.') == std::string::npos || isFreeMailDomain(host) ? std::string() : organisationDomain(host);
}

/// The last digits, so that "+49 40 123456" and "040 123456" are one.
std::string phoneKey(std::string_view phone)
{
    constexpr std::size_t compared = 9;
    std::string digits;
    std::copy_if(phone.begin(), phone.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    if (digits.size() < shortestPhone)
        return {};
    return digits.size() > compared ? digits.substr(digits.size() - compared) : digits;
}

/// The words of a name in order of the alphabet, if there are two: "Brandt, Jonas" and "Jonas Brandt" are one.
std::string personKey(std::string_view name)
{
    std::vector<std::string> words;
    std::string word;
    const auto key = nameKey(name);
    for (std::size_t at = 0; at < key.size();) {
        const auto c = nextCodePoint(key, at);
        if (isLetterOrDigit(c))
            appendUtf8(word, c);
        else if (!word.empty())
            words.push_back(std::exchange(word, {}));
    }
    if (!word.empty())
        words.push_back(word);
    if (words.size() < 2)
        return {};
    std::sort(words.begin(), words.end());
    return join(words, " ");
}

template <class T> void putIds(PairFinder<T>& finder, const T& record, std::size_t at)
{
    for (const auto& [system, id] : record.externalIds)
        finder.put(DuplicateReason::sameId, system.substr(0, system.find('#')) + ' ' + id, at);
}

template <class T> bool isGone(const T& record) { return record.archived || record.mergedInto; }
}

std::vector<DuplicatePair<Account>> findDuplicates(const std::vector<Account>& accounts)
{
    PairFinder<Account> finder(accounts);
    std::vector<std::u32string> keys(accounts.size());
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const auto& account = accounts[i];
        if (isGone(account))
            continue;
        for (const auto& domain : account.domains)
            finder.put(DuplicateReason::sameDomain, organisationDomain(domain), i);
        finder.put(DuplicateReason::sameDomain, siteOf(account.website), i);
        putIds(finder, account, i);
        const auto name = companyKey(account.accountName);
        finder.put(DuplicateReason::sameName, name, i);
        for (const auto& other : account.otherNames)
            finder.put(DuplicateReason::sameName, companyKey(other), i);
        keys[i] = codePoints(name);
        if (keys[i].size() < shortestNearName)
            continue;
        // Names one letter apart are equal once a letter is taken out of each, or out of the longer one.
        finder.put(DuplicateReason::nearlySameName, name, i);
        for (std::size_t without = 0; without < keys[i].size(); ++without) {
            std::string shorter;
            for (std::size_t c = 0; c < keys[i].size(); ++c)
                if (c != without)
                    appendUtf8(shorter, keys[i][c]);
            finder.put(DuplicateReason::nearlySameName, shorter, i);
        }
    }
    const auto admits = [&](std::size_t a, std::size_t b, DuplicateReason reason) {
        return reason != DuplicateReason::nearlySameName
            || (nearlyEqual(keys[a], keys[b]) && !differInDigits(keys[a], keys[b]));
    };
    auto pairs = finder.pairs(admits, [](const Account& each) { return each.accountName; });
    for (auto& pair : pairs)
        if (pair.reason == DuplicateReason::nearlySameName)
            pair.what.clear(); // a name with a letter missing is no news
    return pairs;
}

std::vector<DuplicatePair<Contact>> findDuplicates(const std::vector<Contact>& contacts)
{
    PairFinder<Contact> finder(contacts);
    for (std::size_t i = 0; i < contacts.size(); ++i) {
        const auto& contact = contacts[i];
        if (isGone(contact))
            continue;
        finder.put(DuplicateReason::sameAddress, contact.contactEmail, i);
        for (const auto& address : contact.otherEmails)
            finder.put(DuplicateReason::sameAddress, asciiLower(trim(address)), i);
        putIds(finder, contact, i);
        finder.put(DuplicateReason::sameName, personKey(contact.contactName), i);
        for (const auto& name : contact.otherNames)
            finder.put(DuplicateReason::sameName, personKey(name), i);
        for (const auto& phone : contact.phones)
            finder.put(DuplicateReason::samePhone, phoneKey(phone), i);
    }
    const auto admits = [&](std::size_t a, std::size_t b, DuplicateReason reason) {
        if (reason == DuplicateReason::sameAddress || reason == DuplicateReason::sameId)
            return true;
        const auto& one = contacts[a].accountId;
        const auto& two = contacts[b].accountId;
        return !one || !two || *one == *two;
    };
    return finder.pairs(admits, [](const Contact& each) { return each.contactName; });
}
}
