// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/import_run.hpp"

#include "core/base/text.hpp"
#include "core/engine/import/readers/person_label.hpp"
#include "core/engine/workspace/organisation_domain.hpp"
#include "core/rules/deals/scores.hpp"

#include <fstream>

namespace agentarmy {
namespace {
constexpr int batchChanges = 400; // imports commit before 500 changes (sync model)
constexpr std::size_t maxProblems = 10'000;

/// Whether a second address is plausibly the same person's: it is made of the name, and lies at the same company.
bool isAliasOf(const Contact& contact, const std::string& address, std::string_view name)
{
    const auto domain = mailDomain(address);
    if (nameKey(name).find(' ') == std::string::npos || isFreeMailDomain(domain))
        return false;
    const auto known = mailDomain(contact.contactEmail);
    const auto local = asciiLower(address.substr(0, address.find('@')));
    const bool near = known == domain || known.ends_with('.' + domain) || domain.ends_with('.' + known);
    const auto folded = nameKey(name);
    const auto words = splitView(folded, ' ');
    return near && std::ranges::any_of(words, [&](std::string_view word) {
        return word.size() >= 3 && local.find(word) != std::string::npos;
    });
}
}

std::string ImportRun::fullOwnName(const std::string& name) const
{
    const auto first = nameKey(name) + ' ';
    std::string only;
    if (first.size() < 3 || first.find(' ') + 1 != first.size())
        return {};
    for (const auto& own : options.own)
        if (nameKey(own).starts_with(first) && nameKey(own) != nameKey(only)) {
            if (!only.empty())
                return {};
            only = collapseSpaces(own);
        }
    return only;
}

OwnSide ImportRun::oursAmong(const std::vector<std::string>& labels) const
{
    auto side = ours;
    for (const auto& label : labels) {
        const auto person = readers::readPersonLabel(label);
        const bool known = person.address.empty() ? ours.isOursName(person.name) || directory.userNamed(person.name)
                || directory.userWithFirstName(person.name) || !fullOwnName(person.name).empty()
                                                  : ours.isOursAddress(person.address);
        if (known)
            side.addName(label);
    }
    return side;
}

void ImportRun::skip(const std::string& file, std::int64_t line, std::string reason)
{
    if (report.skipped.size() < maxProblems)
        report.skipped.push_back({file, line, std::move(reason)});
}

void ImportRun::note(std::string text) { report.notes.push_back(std::move(text)); }

void ImportRun::tell(
    ImportProgress::Phase phase, const std::string& file, std::uint64_t done, std::uint64_t total) const
{
    if (progress)
        progress({phase, file, done, total, messages});
}

Result<void> ImportRun::commitIfFull()
{
    if (work.pendingChanges() < batchChanges)
        return {};
    return commit();
}

Result<void> ImportRun::commit()
{
    if (options.dryRun) {
        work.forget();
        return {};
    }
    auto done = work.commit();
    work.forget(); // a large mailbox must not stay in memory
    if (!done)
        return fail(done.error());
    return {};
}

void ImportRun::addJob(const std::string& key, Id<Account> account, Timestamp at, Json payload)
{
    Job job;
    job.kind = postConversationJob;
    job.key = key;
    job.lane = account.text();
    job.order = at;
    job.payload = std::move(payload);
    work.later([job = std::move(job)](Transaction& transaction) -> Result<void> {
        auto added = transaction.addJob(job);
        if (!added)
            return fail(added.error());
        return {};
    });
}

Id<User> ImportRun::ownUser(const std::string& name, const std::string& address, Timestamp at)
{
    if (!address.empty())
        if (const auto known = directory.userWithMail(address))
            return *known;
    if (!name.empty())
        if (const auto known = directory.userNamed(name))
            return *known;
    if (address.empty())
        if (const auto known = directory.userWithFirstName(name))
            return *known;
    const auto full = fullOwnName(name);
    User user;
    user.name = std::string(cutAtCodePoint(!full.empty() ? full
            : name.empty()                               ? personNameFromAddress(address)
                                                         : name,
        200));
    user.email = address;
    user.createdAt = user.updatedAt = at;
    ++report.created["user"];
    return directory.addUser(work, std::move(user)).id;
}

Id<Account> ImportRun::accountForName(const std::string& name, Timestamp at)
{
    if (const auto known = directory.accountNamed(name))
        return *known;
    return newAccount(name, at);
}

Id<Account> ImportRun::newAccount(const std::string& name, Timestamp at)
{
    Account account;
    account.accountName = std::string(cutAtCodePoint(collapseSpaces(name), 300));
    account.createdAt = account.updatedAt = at;
    ++report.created["account"];
    return directory.addAccount(work, std::move(account)).id;
}

std::optional<Id<Account>> ImportRun::accountForAddress(const std::string& address, Timestamp at)
{
    if (const auto contact = directory.contactWithMail(address))
        if (const auto account = directory.accountOfContact(*contact))
            return account;
    const auto written = mailDomain(address);
    if (written.find('.') == std::string::npos || isFreeMailDomain(written))
        return std::nullopt;
    if (const auto known = directory.accountOfDomain(written))
        return known;
    const auto domain = organisationDomain(written);
    const auto name = companyNameFromDomain(domain);
    if (const auto known = directory.accountNamed(name)) {
        auto account = work.edit(*known);
        if (account && *account && (*account)->domains.empty()) { // the same company, its domain learnt now
            (*account)->domains.push_back(domain);
            directory.learnDomain(domain, *known);
            return known;
        }
    }
    Account account;
    account.accountName = directory.accountWithExactName(name) ? domain : name;
    account.domains = {domain};
    account.createdAt = account.updatedAt = at;
    ++report.created["account"];
    return directory.addAccount(work, std::move(account)).id;
}

Result<Id<Contact>> ImportRun::contactFor(
    const std::string& name, const std::string& address, const std::optional<Id<Account>>& account, Timestamp at)
{
    auto known = address.empty() ? directory.contactNamed(account, name) : directory.contactWithMail(address);
    if (!known && !address.empty() && account && !name.empty()) {
        // Known by name alone so far (a table, a meeting): now the address is learnt.
        if (const auto byName = directory.contactNamed(account, name)) {
            auto contact = work.find(*byName);
            if (!contact)
                return fail(contact.error());
            const bool isAlias = *contact && !(*contact)->contactEmail.empty() && isAliasOf(**contact, address, name)
                && (*contact)->otherEmails.size() < 20;
            if (*contact && ((*contact)->contactEmail.empty() || isAlias)) {
                auto edited = work.edit(*byName);
                if (!edited)
                    return fail(edited.error());
                if (isAlias)
                    (*edited)->otherEmails.push_back(address);
                else
                    (*edited)->contactEmail = address;
                directory.learnMail(address, *byName);
                known = byName;
            }
        }
    }
    if (known) {
        if (account && !directory.accountOfContact(*known)) {
            auto edited = work.edit(*known);
            if (!edited)
                return fail(edited.error());
            (*edited)->accountId = *account;
            directory.learnAccountOfContact(*known, *account);
        }
        return *known;
    }
    Contact contact;
    contact.accountId = account;
    contact.contactName
        = std::string(cutAtCodePoint(collapseSpaces(name.empty() ? personNameFromAddress(address) : name), 200));
    if (contact.contactName.empty())
        contact.contactName = "Unknown";
    contact.contactEmail = std::string(cutAtCodePoint(address, 255));
    contact.stakeholder = deals::newStakeholder(std::nullopt);
    contact.createdAt = contact.updatedAt = at;
    ++report.created["contact"];
    return directory.addContact(work, std::move(contact)).id;
}

Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t limit)
{
    std::error_code code;
    const auto size = std::filesystem::file_size(path, code);
    std::ifstream in(path, std::ios::binary);
    if (code || !in)
        return fail({ErrorKind::invalid, "unreadable_file", "Cannot read " + path.string(), {{"file", path.string()}}});
    if (size > limit)
        return fail({ErrorKind::invalid, "file_too_large",
            path.string() + " is larger than " + std::to_string(limit >> 20) + " MiB.", {{"file", path.string()}}});
    std::string bytes(size, '\0');
    in.read(bytes.data(), std::streamsize(size));
    bytes.resize(std::size_t(in.gcount()));
    return bytes;
}

std::optional<Timestamp> fileTime(const std::filesystem::path& path)
{
    std::error_code code;
    const auto time = std::filesystem::last_write_time(path, code);
    if (code)
        return std::nullopt;
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::file_clock::to_sys(time));
}

namespace {
/// Whether the character at `at` stands between the digits of a date and time, of which there are so many so far.
bool separates(std::string_view name, std::size_t at, std::size_t digits)
{
    constexpr std::size_t ofDate = 8;
    const char c = name[at];
    const bool digitFollows = at + 1 < name.size() && name[at + 1] >= '0' && name[at + 1] <= '9';
    if (c == ' ' || c == 'T')
        return digits == ofDate && (c == 'T' || digitFollows);
    return c == '-' || c == '.' || c == '_' || c == ':';
}
}

NamedTime timeInName(const std::filesystem::path& path)
{
    NamedTime named {std::nullopt, path.stem().string()};
    std::string digits;
    std::size_t at = 0;
    for (; at < named.rest.size() && digits.size() < 12; ++at) {
        const char c = named.rest[at];
        if (c >= '0' && c <= '9')
            digits += c;
        else if (!separates(named.rest, at, digits.size()))
            break;
    }
    if (digits.size() != 8 && digits.size() != 12)
        return named;
    const auto date = parseDate(digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6, 2));
    if (!date || int(date->year()) < 1990 || int(date->year()) > 2199)
        return named;
    int hour = 9;
    int minute = 0;
    if (digits.size() == 12) {
        hour = std::stoi(digits.substr(8, 2));
        minute = std::stoi(digits.substr(10, 2));
        if (hour > 23 || minute > 59)
            return named;
    }
    named.at = startOfDayUtc(*date) + std::chrono::hours(hour) + std::chrono::minutes(minute);
    named.rest = trim(std::string_view(named.rest).substr(at));
    while (!named.rest.empty() && (named.rest.front() == '-' || named.rest.front() == '_' || named.rest.front() == ' '))
        named.rest.erase(0, 1);
    return named;
}

std::set<std::string> guessOurSpeakers(const std::map<std::string, std::string>& said, const OwnSide& known)
{
    std::set<std::string> ours;
    for (const auto& [name, words] : said)
        if (known.isOursName(name))
            ours.insert(name);
    if (!ours.empty())
        return ours.size() == said.size() ? std::set<std::string> {} : ours;
    // Who sells: words that only the selling side uses of itself, English and German.
    static constexpr std::array<std::string_view, 34> selling {"our product", "our platform", "our solution",
        "our customers", "our software", "other customers of ours", "we offer", "send you a proposal",
        "send you the proposal", "send you a quote", "send you the offer", "send over a proposal", "show you",
        "walk you through", "our pricing", "our price", "our licen", "our team can implement", "our onboarding",
        "happy to demo", "prepare a demo", "what would success look like", "what are you using today",
        "who else is involved", "how do you handle", "unsere l\u00f6sung", "unser produkt", "unsere plattform",
        "unsere kunden", "schicke ihnen", "sende ihnen", "angebot zu", "zeige ihnen", "wie machen sie das heute"};
    static constexpr std::array<std::string_view, 14> buying {"we need", "our budget", "we are looking",
        "we're looking", "your product", "your platform", "your pricing", "your offer", "your solution", "wir brauchen",
        "unser budget", "ihr angebot", "ihre l\u00f6sung", "wir suchen"};
    std::string best;
    int bestScore = 0;
    std::map<std::string, int> scores;
    for (const auto& [name, words] : said) {
        const auto text = foldCase(words);
        int score = 0;
        for (const auto cue : selling)
            score += text.find(cue) != std::string::npos ? 2 : 0;
        for (const auto cue : buying)
            score -= text.find(cue) != std::string::npos ? 2 : 0;
        score += int(std::min<std::size_t>(std::count(text.begin(), text.end(), '?'), 3)); // sellers ask more
        const auto key = nameKey(name);
        if (key == "agent" || key == "rep" || key == "sales" || key == "seller" || key == "us" || key == "me"
            || key == "host" || key.find("sales") != std::string::npos)
            score += 20;
        scores[name] = score;
        if (score > bestScore) {
            bestScore = score;
            best = name;
        }
    }
    if (best.empty())
        return {};
    for (const auto& [name, score] : scores)
        if (name == best || (score >= 6 && ours.size() + 2 < said.size()))
            ours.insert(name);
    return ours.size() == said.size() && said.size() > 1 ? std::set<std::string> {best}
        : said.size() == 1                               ? std::set<std::string> {}
                                                         : ours;
}
}
