// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/mailbox/live_intake.hpp"

#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/engine/import/importer.hpp"

#include <algorithm>
#include <deque>

namespace agentarmy {
namespace {
constexpr std::size_t batchMails = 100;
constexpr std::int64_t batchBytes = 8 << 20;
constexpr std::int64_t largestMail = 25 << 20; // of the raw mail, as services for sending have it
constexpr std::size_t numbersAtOnce = 1000;
constexpr std::size_t changesAtOnce = 500;
constexpr std::size_t changesWorthReading = 5000; // more: reading all of the directory is as quick

/// Mails of the open folder as they come, fetched a batch at a time.
class SessionSource final : public MailboxSource {
public:
    SessionSource(MailSession& session, const Context& context, std::string file, std::vector<std::uint32_t> numbers)
        : m_session(session)
        , m_context(context)
        , m_file(std::move(file))
        , m_numbers(std::move(numbers))
    {
    }

    Result<std::optional<MailboxItem>> next() override
    {
        for (;;) {
            if (m_current < m_mails.size()) {
                auto& mail = m_mails[m_current++];
                if (mail.draft || mail.deleted)
                    continue;
                MailboxItem item;
                item.raw = mail.raw;
                item.file = m_file;
                item.position = mail.uid;
                item.nextPosition = std::uint64_t(mail.uid) + 1;
                item.index = mail.uid - 1;
                item.fallbackDate = mail.arrivedAt;
                if (mail.raw.empty())
                    item.skipReason = mail.size > largestMail ? "larger than 25 MiB" : "the server gave no text of it";
                return std::optional(item);
            }
            if (m_at >= m_numbers.size())
                return std::optional<MailboxItem>();
            const auto count = std::min(batchMails, m_numbers.size() - m_at);
            const std::vector<std::uint32_t> batch(
                m_numbers.begin() + std::ptrdiff_t(m_at), m_numbers.begin() + std::ptrdiff_t(m_at + count));
            auto mails = m_session.fetch(m_context, batch, largestMail);
            if (!mails)
                return fail(mails.error());
            m_at += count;
            m_mails = std::move(*mails);
            m_current = 0;
        }
    }
    [[nodiscard]] std::uint64_t total() const override
    {
        return m_numbers.empty() ? 0 : std::uint64_t(m_numbers.back()) + 1;
    }

private:
    MailSession& m_session;
    const Context& m_context;
    std::string m_file;
    std::vector<std::uint32_t> m_numbers;
    std::size_t m_at = 0;
    std::vector<RemoteMail> m_mails;
    std::size_t m_current = 0;
};

/// One mail that lies in memory.
class SingleSource final : public MailboxSource {
public:
    SingleSource(const std::string& raw, std::string file)
        : m_raw(raw)
        , m_file(std::move(file))
    {
    }
    Result<std::optional<MailboxItem>> next() override
    {
        if (m_given)
            return std::optional<MailboxItem>();
        m_given = true;
        MailboxItem item;
        item.raw = m_raw;
        item.file = m_file;
        item.nextPosition = 1;
        return std::optional(item);
    }
    [[nodiscard]] std::uint64_t total() const override { return 1; }

private:
    const std::string& m_raw;
    std::string m_file;
    bool m_given = false;
};

/// Whether a change of these fields may change who is who.
bool changesDirectory(const Change& change)
{
    static constexpr std::array<std::string_view, 4> types {
        Account::type, Contact::type, User::type, TenantSettings::type};
    if (std::ranges::find(types, change.document.type) == types.end())
        return false;
    if (change.op != ChangeOp::patch)
        return true;
    static constexpr std::array<std::string_view, 16> fields {"accountName", "aliases", "domains", "externalId",
        "mergedInto", "archived", "contactName", "contactEmail", "otherEmails", "accountId", "email", "name",
        "ownDomains", "ownAddresses", "isActive", "canSignIn"};
    return std::ranges::any_of(
        change.fields, [](const std::string& field) { return std::ranges::find(fields, field) != fields.end(); });
}
}

std::string mailboxValues(Id<Mailbox> id) { return "mailbox:" + id.text() + ':'; }
std::string placeKey(Id<Mailbox> id, const std::string& folder) { return mailboxValues(id) + "place:" + folder; }
std::string numberKeys(Id<Mailbox> id, const std::string& folder, std::uint32_t uidValidity)
{
    return mailboxValues(id) + "mail:" + hexText(sha256(folder)).substr(0, 16) + ':' + std::to_string(uidValidity)
        + ':';
}

Result<FolderPlaces> readPlaces(Store& store, const Context& context, Id<Mailbox> id)
{
    const auto prefix = placeKey(id, {});
    auto values = store.values(context, prefix);
    if (!values)
        return fail(values.error());
    FolderPlaces places;
    for (const auto& [key, text] : *values)
        places[key.substr(prefix.size())] = placeOf(text);
    return places;
}

LiveIntake::LiveIntake(EngineParts parts, Mailboxes& mailboxes, Context context, const Mailbox& mailbox)
    : m_parts(parts)
    , m_mailboxes(mailboxes)
    , m_context(std::move(context))
    , m_mailbox(mailbox)
{
    m_context.actor.kind = ActorKind::import;
}

/// The directory as it is now: from the log, so that a mail that comes does not wait for 20,000 contacts to be read.
Result<void> LiveIntake::refresh()
{
    auto head = m_parts.store.head(m_context);
    if (!head)
        return fail(head.error());
    bool stale = !m_run || std::size_t(*head - m_seen) > changesWorthReading;
    for (auto after = m_seen; !stale && after < *head;) {
        auto changes = m_parts.store.changes(m_context, after, int(changesAtOnce));
        if (!changes)
            return fail(changes.error());
        if (changes->empty())
            break;
        stale = std::ranges::any_of(*changes, changesDirectory);
        after = changes->back().seq;
    }
    if (stale) {
        auto run = makeImportRun(m_options, m_parts, m_mailboxes, m_context, {}, {});
        if (!run)
            return fail(run.error());
        run->cause = "mailbox";
        m_run.emplace(std::move(*run));
    } else {
        m_run->work.forget();
        m_run->report = {};
    }
    m_seen = *head;
    return {};
}

Result<bool> LiveIntake::isKnown(const RemoteMail& head)
{
    auto parsed = m_mailboxes.parse(head.raw, head.arrivedAt);
    if (!parsed)
        return false;
    const auto person = [&](const mail::MailAddress& address) {
        const auto at = address.address.find('@');
        return m_run->directory.contactWithMail(address.address).has_value()
            || (at != std::string::npos && !isFreeMailDomain(address.address.substr(at + 1))
                && m_run->directory.accountOfDomain(address.address.substr(at + 1)).has_value());
    };
    if (person(parsed->from) || std::ranges::any_of(parsed->to, person) || std::ranges::any_of(parsed->cc, person))
        return true;
    auto ids = parsed->references;
    if (!parsed->inReplyTo.empty())
        ids.push_back(parsed->inReplyTo);
    for (const auto& id : ids) {
        auto message = m_parts.store.findByExternalKey(m_context, Message::type, "mid:<" + id + '>');
        if (!message)
            return fail(message.error());
        if (*message)
            return true;
    }
    return false;
}

/// Of strangers only the headers are looked at, and nothing is kept.
Result<std::vector<std::uint32_t>> LiveIntake::ofKnownPeople(
    MailSession& session, const std::vector<std::uint32_t>& numbers, Taken& taken)
{
    auto heads = session.fetchHeaders(m_context, numbers);
    if (!heads)
        return fail(heads.error());
    std::vector<std::uint32_t> chosen;
    for (const auto& head : *heads) {
        auto known = isKnown(head);
        if (!known)
            return fail(known.error());
        if (*known)
            chosen.push_back(head.uid);
        else
            ++taken.leftOut;
    }
    return chosen;
}

Result<LiveIntake::Taken> LiveIntake::take(MailSession& session, const std::string& folder,
    const std::vector<std::uint32_t>& numbers, const FolderPlace& after,
    const std::function<void(std::uint64_t)>& progress)
{
    Taken taken;
    const auto place = placeKey(m_mailbox.id, folder);
    const auto keys = numberKeys(m_mailbox.id, folder, after.uidValidity);
    std::uint64_t done = 0;
    for (std::size_t at = 0; at < numbers.size() || at == 0; at += numbersAtOnce) {
        if (auto ready = refresh(); !ready)
            return fail(ready.error());
        auto& run = *m_run;
        const bool last = at + numbersAtOnce >= numbers.size();
        std::vector<std::uint32_t> part(numbers.begin() + std::ptrdiff_t(at),
            numbers.begin() + std::ptrdiff_t(std::min(numbers.size(), at + numbersAtOnce)));
        const auto end = last ? after : FolderPlace {after.uidValidity, part.back() + 1, false};
        if (m_mailbox.reading == MailReading::known) {
            auto chosen = ofKnownPeople(session, part, taken);
            if (!chosen)
                return fail(chosen.error());
            part = std::move(*chosen);
        }
        SessionSource source(session, m_context, m_mailbox.address + '/' + folder, part);
        MailKeeping keeping;
        keeping.from = part.empty() ? end.nextUid : part.front();
        keeping.savePlace = [&](std::optional<std::uint64_t> position) {
            const auto reached = position ? FolderPlace {after.uidValidity, std::uint32_t(*position), false} : end;
            run.work.later([&place, text = placeText(reached)](
                               Transaction& transaction) { return transaction.setValue(place, text); });
        };
        keeping.stored = [&](std::uint64_t position, const Uuid& message) {
            ++done;
            if (progress)
                progress(done);
            if (message.isNull())
                return;
            auto digits = std::to_string(position);
            digits.insert(0, 10 - std::min<std::size_t>(10, digits.size()), '0');
            run.work.later([key = keys + digits, text = message.text()](
                               Transaction& transaction) { return transaction.setValue(key, text); });
        };
        const auto read = importMails(run, source, keeping);
        taken.stored += run.report.created["message"];
        taken.known += run.report.merged["message"];
        for (auto& problem : run.report.skipped)
            if (taken.skipped.size() < 1000)
                taken.skipped.push_back(std::move(problem));
        if (!read) {
            m_run.reset(); // what it knows may be of a transaction that was never written
            return fail(read.error());
        }
        if (run.stopped())
            return fail({ErrorKind::unavailable, "stopped", "Cancelled.", {}});
    }
    return taken;
}

Result<void> LiveIntake::takeOwn(
    const std::string& raw, const std::string& from, const std::function<Result<void>(UnitOfWork&, const Uuid&)>& with)
{
    if (auto ready = refresh(); !ready)
        return ready;
    auto& run = *m_run;
    run.cause = "sent";
    SingleSource source(raw, from);
    MailKeeping keeping;
    Result<void> added;
    keeping.savePlace = [](std::optional<std::uint64_t>) {};
    keeping.stored = [&](std::uint64_t /*position*/, const Uuid& message) {
        added = with(run.work, message);
        if (!added) // makes the transaction fail as a whole
            run.work.later([&](Transaction& /*transaction*/) -> Result<void> { return added; });
    };
    auto read = importMails(run, source, keeping);
    run.cause = "mailbox";
    if (!read)
        m_run.reset();
    return read;
}

Result<void> LiveIntake::renumber(const std::string& folder, const FolderPlace& place)
{
    auto transaction = m_parts.store.begin(m_context);
    if (!transaction)
        return fail(transaction.error());
    const auto old = numberKeys(m_mailbox.id, folder, 0);
    const auto all = old.substr(0, old.size() - 2); // of every numbering of the folder
    if (auto cleared = (*transaction)->clearValues(all); !cleared)
        return cleared;
    if (auto put = (*transaction)->setValue(placeKey(m_mailbox.id, folder), placeText(place)); !put)
        return put;
    if (auto committed = (*transaction)->commit(); !committed)
        return fail(committed.error());
    return {};
}
}
