// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/import_run.hpp"

#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/engine/import/mail_threads.hpp"
#include "core/engine/import/readers/signature.hpp"
#include "core/rules/deals/scores.hpp"
#include "core/rules/sales/inbound.hpp"
#include "core/rules/sales/thread_headers.hpp"
#include "core/rules/text/scan.hpp"

#include <condition_variable>
#include <deque>
#include <thread>

namespace agentarmy {
namespace {
constexpr std::size_t maxText = 64 * 1024;
constexpr std::size_t maxQuoted = 16 * 1024; // the raw mail keeps the whole
constexpr std::size_t queueLength = 256; // more than a transaction: it is filled while one is written
constexpr std::size_t maxQueueBytes = std::size_t(96) << 20;
constexpr auto clockTolerance = std::chrono::hours(48); // a Date further ahead is a wrong clock
constexpr std::size_t maxPeople = 50; // of one mail that become contacts; the rest stay addresses

/// A mail after all that needs no store: parsed, cleaned, classified, hashed.
struct PreparedMail {
    std::string raw;
    std::string file;
    std::uint64_t position = 0, nextPosition = 0;
    std::size_t index = 0;
    std::string problem;
    mail::ParsedMail parsed;
    sales::CleanMail clean;
    readers::SignatureInfo signature;
    std::string rawHash;
    std::string language;
};

std::string bracketed(const std::string& id) { return id.empty() || id.front() == '<' ? id : '<' + id + '>'; }

/// The mail without what its own Date says, so that the other signs of its time count.
std::string withoutDate(std::string_view raw)
{
    std::string out(raw);
    for (std::size_t line = 0; line < out.size();) {
        const auto end = out.find('\n', line);
        const auto text = std::string_view(out).substr(line, end == std::string::npos ? end : end - line);
        if (line > 0 && trimView(text).empty())
            break; // the headers end
        if (startsWithNoCase(text, "date:") || startsWithNoCase(text, "sent:"))
            out.insert(line, "X-Wrong-");
        line = out.find('\n', line);
        line = line == std::string::npos ? out.size() : line + 1;
    }
    return out;
}

/// Hashes of a mail without Message-ID as other programs would have stored it: its lines ended otherwise, a blank line
/// more or less at its end.
std::vector<std::string> otherHashes(std::string_view raw)
{
    std::string lf;
    lf.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i)
        if (raw[i] != '\r' || i + 1 == raw.size() || raw[i + 1] != '\n')
            lf += raw[i];
    while (lf.ends_with('\n'))
        lf.pop_back();
    std::string crlf;
    crlf.reserve(lf.size() + lf.size() / 40);
    for (const char c : lf)
        crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    std::vector<std::string> hashes;
    for (const auto& end : {"", "\n", "\n\n"})
        hashes.push_back(hexText(sha256(lf + end)));
    for (const auto& end : {"", "\r\n", "\r\n\r\n"})
        hashes.push_back(hexText(sha256(crlf + end)));
    return hashes;
}

PreparedMail prepare(
    Mailboxes& mailboxes, const MailboxItem& item, const sales::OwnSide& own, std::optional<Timestamp> latest)
{
    PreparedMail mail;
    mail.file = item.file;
    mail.position = item.position;
    mail.nextPosition = item.nextPosition;
    mail.index = item.index;
    mail.problem = item.skipReason;
    if (!mail.problem.empty())
        return mail;
    auto parsed = mailboxes.parse(item.raw, item.fallbackDate);
    if (!parsed) {
        mail.problem = parsed.error().message;
        return mail;
    }
    if (latest && parsed->date && *parsed->date > *latest) {
        if (auto again = mailboxes.parse(withoutDate(item.raw), item.fallbackDate))
            parsed = std::move(again);
        if (parsed->date && *parsed->date > *latest)
            parsed->date = latest;
        parsed->dateGuessed = true;
    }
    mail.parsed = std::move(*parsed);
    mail.rawHash = hexText(sha256(item.raw));
    mail.raw = item.raw;
    sales::MailHeaders headers(mail.parsed.headers.begin(), mail.parsed.headers.end());
    mail.clean = sales::cleanInbound(mail.parsed.bodyText, headers, own, mail.parsed.date);
    if (mail.parsed.bounce) {
        mail.clean.kind = MessageKind::bounce;
        mail.clean.ignored = true;
    } else if (mail.parsed.calendar && mail.clean.kind == MessageKind::person
        && mail.parsed.calendar->method == "REPLY")
        mail.clean.kind = MessageKind::calendar;
    mail.signature = readers::readSignature(mail.clean.text, mail.parsed.from.name, mail.parsed.from.address);
    if (mail.signature.begin != std::string::npos) {
        mail.clean.text.resize(std::min(mail.clean.text.size(), mail.signature.begin));
        mail.clean.text = std::string(trimView(mail.clean.text));
    } else if (!mail.clean.signature.empty()) {
        mail.signature = readers::readSignature(
            mail.clean.text + "\n-- \n" + mail.clean.signature, mail.parsed.from.name, mail.parsed.from.address);
    }
    mail.language = text::guessLanguage(mail.clean.text);
    return mail;
}

/// Reads ahead on a thread of its own, so that parsing and storing share the two cores.
class MailAhead {
public:
    MailAhead(MailboxSource& source, Mailboxes& mailboxes, sales::OwnSide own, std::optional<Timestamp> latest,
        std::stop_token stop)
        : m_source(source)
        , m_mailboxes(mailboxes)
        , m_own(std::move(own))
        , m_latest(latest)
        , m_stop(std::move(stop))
        , m_thread([this](const std::stop_token& mine) { readAll(mine); })
    {
    }
    ~MailAhead()
    {
        {
            const std::lock_guard lock(m_mutex); // or it could be between its look and its sleep
            m_thread.request_stop();
        }
        m_changed.notify_all();
    }
    MailAhead(const MailAhead&) = delete;
    MailAhead& operator=(const MailAhead&) = delete;

    /// The next one; none at the end. An error of the medium comes after all that was read before it.
    Result<std::optional<PreparedMail>> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return !m_queue.empty() || m_finished; });
        if (m_queue.empty()) {
            if (m_error)
                return fail(*m_error);
            return std::nullopt;
        }
        auto mail = std::move(m_queue.front());
        m_queue.pop_front();
        m_bytes -= mail.raw.size();
        if (m_full && m_queue.size() <= queueLength / 2 && m_bytes <= maxQueueBytes / 2) {
            m_full = false; // not for each mail: waking the other thread takes as long as reading a short one
            m_changed.notify_all();
        }
        return mail;
    }

private:
    void readAll(const std::stop_token& mine)
    {
        while (!mine.stop_requested() && !m_stop.stop_requested()) {
            auto item = m_source.next();
            if (!item || !*item) {
                const std::lock_guard lock(m_mutex);
                if (!item)
                    m_error = item.error();
                break;
            }
            auto mail = prepare(m_mailboxes, **item, m_own, m_latest);
            std::unique_lock lock(m_mutex);
            m_full = m_queue.size() >= queueLength || m_bytes >= maxQueueBytes;
            m_changed.wait(lock, [&] { return !m_full || mine.stop_requested(); });
            m_bytes += mail.raw.size();
            m_queue.push_back(std::move(mail));
            if (m_queue.size() == 1)
                m_changed.notify_all();
        }
        const std::lock_guard lock(m_mutex);
        m_finished = true;
        m_changed.notify_all();
    }

    MailboxSource& m_source;
    Mailboxes& m_mailboxes;
    sales::OwnSide m_own;
    std::optional<Timestamp> m_latest; ///< a mail cannot be younger
    std::stop_token m_stop;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<PreparedMail> m_queue;
    std::size_t m_bytes = 0;
    bool m_full = false; ///< reading waits until half of the queue is free
    bool m_finished = false;
    std::optional<Error> m_error;
    std::jthread m_thread;
};

/// Where an import of a mailbox stands, kept with each batch so that a crash or a cancel loses nothing and repeats
/// nothing.
struct Place {
    std::string key;
    std::string fingerprint; ///< size and time of the file: a changed file is read from the start
    std::uint64_t position = 0;
};

Result<Place> placeOf(ImportRun& run, const std::filesystem::path& path)
{
    std::error_code code;
    const auto absolute = std::filesystem::absolute(path, code).string();
    Place place;
    place.key = "import:" + hexText(sha256(absolute));
    const auto size = std::filesystem::is_regular_file(path, code) ? std::filesystem::file_size(path, code) : 0;
    const auto time = fileTime(path);
    place.fingerprint = std::to_string(size) + '/' + std::to_string(time ? toMillis(*time) : 0);
    auto stored = run.parts.store.value(run.context, place.key);
    if (!stored)
        return fail(stored.error());
    if (const auto at = stored->find(' '); at != std::string::npos && stored->substr(0, at) == place.fingerprint)
        place.position = std::strtoull(stored->c_str() + at + 1, nullptr, 10);
    return place;
}

class MailStorer {
public:
    explicit MailStorer(ImportRun& run)
        : m_run(run)
        , m_threads(run)
    {
    }
    /// The id of the message, also of one that was known before; null: nothing of it is kept.
    Result<Uuid> store(PreparedMail& mail);

private:
    struct People {
        bool fromUs = false;
        bool outside = false; ///< somebody of a customer takes part
        std::optional<Id<Account>> account;
        Party from;
        std::vector<Party> to, cc, bcc;
        std::vector<Id<Contact>> contacts; ///< of the account, main one first
        std::optional<Id<User>> owner;
    };
    Result<People> peopleOf(const PreparedMail& mail, Timestamp at, bool personal);
    Result<Party> partyOf(const mail::MailAddress& address, People& people, Timestamp at, bool create);
    Result<void> learnFromSignature(const PreparedMail& mail, const People& people, Timestamp at);
    /// Whether the mail is stored, under its Message-ID or, without one, as the same text.
    Result<std::optional<Uuid>> known(const PreparedMail& mail);
    [[nodiscard]] bool isWithErased(const PreparedMail& mail) const; ///< somebody who was erased takes part in it
    Result<std::optional<Id<Account>>> threadAccount(const PreparedMail& mail);
    Result<void> noteAutomatic(const PreparedMail& mail, Timestamp at);

    ImportRun& m_run;
    MailThreads m_threads;
};

Result<Party> MailStorer::partyOf(const mail::MailAddress& address, People& people, Timestamp at, bool create)
{
    Party party {
        std::string(cutAtCodePoint(address.name, 300)), std::string(cutAtCodePoint(address.address, 320)), {}, {}};
    if (m_run.ours.isOurs(party)) {
        if (create || m_run.directory.userWithMail(party.address))
            party.userId = m_run.ownUser(party.name, party.address, at);
        if (party.userId && !people.owner)
            people.owner = party.userId;
        return party;
    }
    if (party.address.find('@') == std::string::npos)
        return party;
    auto account = create ? m_run.accountForAddress(party.address, at) : std::nullopt;
    if (const auto known = m_run.directory.contactWithMail(party.address)) {
        party.contactId = *known;
        account = m_run.directory.accountOfContact(*known);
    } else if (create) {
        auto contact = m_run.contactFor(party.name, party.address, account, at);
        if (!contact)
            return fail(contact.error());
        party.contactId = *contact;
    }
    if (party.contactId) {
        people.outside = true;
        if (!people.account)
            people.account = account;
        if (people.account == account
            && std::find(people.contacts.begin(), people.contacts.end(), *party.contactId) == people.contacts.end())
            people.contacts.push_back(*party.contactId);
    }
    return party;
}

Result<MailStorer::People> MailStorer::peopleOf(const PreparedMail& mail, Timestamp at, bool personal)
{
    People people;
    people.fromUs = m_run.ours.isOurs({mail.parsed.from.name, mail.parsed.from.address, {}, {}});
    auto from = partyOf(mail.parsed.from, people, at, personal);
    if (!from)
        return fail(from.error());
    people.from = std::move(*from);
    std::size_t count = 0;
    const auto addAll
        = [&](const std::vector<mail::MailAddress>& addresses, std::vector<Party>& parties) -> Result<void> {
        for (const auto& address : addresses) {
            auto party = partyOf(address, people, at, personal && ++count <= maxPeople);
            if (!party)
                return fail(party.error());
            parties.push_back(std::move(*party));
        }
        return {};
    };
    if (auto done = addAll(mail.parsed.to, people.to); !done)
        return fail(done.error());
    if (auto done = addAll(mail.parsed.cc, people.cc); !done)
        return fail(done.error());
    if (auto done = addAll(mail.parsed.bcc, people.bcc); !done)
        return fail(done.error());
    return people;
}

Result<void> MailStorer::learnFromSignature(const PreparedMail& mail, const People& people, Timestamp at)
{
    if (!people.from.contactId || people.fromUs)
        return {};
    auto contact = m_run.work.find(*people.from.contactId);
    if (!contact)
        return fail(contact.error());
    if (!*contact)
        return {};
    const auto& known = **contact;
    std::vector<std::string> phones;
    for (const auto& phone : mail.signature.phones)
        if (std::find(known.phones.begin(), known.phones.end(), phone) == known.phones.end()
            && known.phones.size() + phones.size() < 10)
            phones.push_back(phone);
    const bool learnsTitle = !known.title && !mail.signature.title.empty();
    const bool learnsName = !mail.parsed.from.name.empty()
        && known.contactName == personNameFromAddress(known.contactEmail) && known.contactName != mail.parsed.from.name;
    const bool optsOut = mail.clean.optedOut && !known.optedOut;
    const bool needsAccount = !known.accountId && !mail.clean.ignored;
    if (phones.empty() && !learnsTitle && !learnsName && !optsOut && !needsAccount)
        return {};
    auto edited = m_run.work.edit(known.id);
    if (!edited)
        return fail(edited.error());
    auto& person = **edited;
    person.phones.insert(person.phones.end(), phones.begin(), phones.end());
    if (learnsTitle) {
        person.title = std::string(cutAtCodePoint(mail.signature.title, 200));
        if (person.stakeholder.interactionCount == 0 && person.stakeholder.scoreSources.empty())
            person.stakeholder = deals::newStakeholder(person.title);
        else
            person.stakeholder = deals::applyReading(person.stakeholder,
                {deals::titleScores(person.title).scores.decisionPower,
                    deals::titleScores(person.title).scores.influenceLevel, {}, {}},
                {})
                                     .part;
    }
    if (learnsName)
        person.contactName = std::string(cutAtCodePoint(mail.parsed.from.name, 200));
    person.optedOut = person.optedOut || optsOut;
    if (needsAccount && people.outside) {
        // A private address: the company of the thread, else of the signature, else a customer of their own name.
        auto thread = threadAccount(mail);
        if (!thread)
            return fail(thread.error());
        const auto account = *thread
            ? **thread
            : m_run.accountForName(mail.signature.company.empty() ? person.contactName : mail.signature.company, at);
        person.accountId = account;
        m_run.directory.learnAccountOfContact(person.id, account);
    }
    person.updatedAt = at;
    return {};
}

Result<std::optional<Id<Account>>> MailStorer::threadAccount(const PreparedMail& mail)
{
    Message answer; // as far as threads look at it
    if (!mail.parsed.inReplyTo.empty())
        answer.inReplyTo = bracketed(mail.parsed.inReplyTo);
    for (const auto& reference : mail.parsed.references)
        answer.references.push_back(bracketed(reference));
    if (!answer.inReplyTo && answer.references.empty())
        return std::nullopt;
    return m_threads.accountOf(answer);
}

Result<void> MailStorer::noteAutomatic(const PreparedMail& mail, Timestamp at)
{
    if (mail.parsed.bounce && mail.parsed.bounce->permanent)
        if (const auto contact = m_run.directory.contactWithMail(mail.parsed.bounce->finalRecipient)) {
            auto edited = m_run.work.edit(*contact);
            if (!edited)
                return fail(edited.error());
            (*edited)->addressInvalid = true;
            (*edited)->updatedAt = at;
        }
    return {};
}

Result<std::optional<Uuid>> MailStorer::known(const PreparedMail& mail)
{
    std::vector<std::string> keys;
    if (!mail.parsed.messageId.empty())
        keys.push_back("mid:" + bracketed(mail.parsed.messageId));
    else
        for (const auto& hash : otherHashes(mail.raw))
            keys.push_back("raw:" + hash);
    if (mail.parsed.messageId.empty())
        keys.push_back("raw:" + mail.rawHash);
    for (const auto& key : keys) {
        auto known = m_run.work.findByKey<Message>(key);
        if (!known)
            return fail(known.error());
        if (*known)
            return (*known)->id.value();
    }
    return std::nullopt;
}

bool MailStorer::isWithErased(const PreparedMail& mail) const
{
    const auto gone = [&](const mail::MailAddress& party) { return m_run.erased.hasAddress(party.address); };
    return m_run.erased.hasSource(mail.rawHash) || gone(mail.parsed.from) || std::ranges::any_of(mail.parsed.to, gone)
        || std::ranges::any_of(mail.parsed.cc, gone) || std::ranges::any_of(mail.parsed.bcc, gone);
}

Result<Uuid> MailStorer::store(PreparedMail& mail)
{
    if (!mail.problem.empty()) {
        m_run.skip(mail.file, std::int64_t(mail.index) + 1, mail.problem);
        return Uuid();
    }
    auto before = known(mail);
    if (!before)
        return fail(before.error());
    if (!*before && isWithErased(mail)) {
        ++m_run.ofErased;
        return Uuid();
    }
    if (mail.parsed.incomplete)
        m_run.skip(
            mail.file, std::int64_t(mail.index) + 1, "read in part: the mail " + join(mail.parsed.defects, "; "));
    if (*before) {
        ++m_run.report.merged["message"];
        return **before;
    }
    Cause cause;
    cause.what = m_run.cause;
    cause.details = {{"file", mail.file}, {"index", mail.index + 1}};
    m_run.work.because(std::move(cause));
    const auto at = m_run.shifted(mail.parsed.date.value_or(m_run.parts.clock.now() - m_run.shift));
    const bool personal = mail.clean.kind == MessageKind::person && !mail.clean.ignored;
    auto people = peopleOf(mail, at, personal);
    if (!people)
        return fail(people.error());
    if (personal)
        if (auto done = learnFromSignature(mail, *people, at); !done)
            return fail(done.error());
    if (!personal)
        if (auto done = noteAutomatic(mail, at); !done)
            return fail(done.error());
    if (!people->account && people->from.contactId)
        people->account = m_run.directory.accountOfContact(*people->from.contactId);

    Message message;
    message.id = m_run.parts.ids.make<Message>();
    message.accountId = people->account;
    message.channel = Channel::email;
    message.kind = mail.clean.kind;
    message.direction = !people->fromUs ? Direction::inbound
        : people->outside               ? Direction::outbound
                                        : Direction::internal;
    message.from = people->from;
    message.to = people->to;
    message.cc = people->cc;
    message.bcc = people->bcc;
    message.sentAt = at;
    message.dateGuessed = mail.parsed.dateGuessed;
    message.subject = std::string(cutAtCodePoint(mail.parsed.subject, 1000));
    message.truncated = mail.parsed.bodyTruncated || mail.clean.text.size() > maxText;
    message.text = std::string(cutAtCodePoint(mail.clean.text, maxText));
    message.quotedText = std::string(cutAtCodePoint(mail.clean.quoted, maxQuoted));
    message.language = mail.language;
    if (!mail.parsed.messageId.empty())
        message.externalIds["messageId"] = bracketed(mail.parsed.messageId);
    if (!mail.parsed.inReplyTo.empty())
        message.inReplyTo = bracketed(mail.parsed.inReplyTo);
    for (const auto& reference : mail.parsed.references)
        message.references.push_back(bracketed(reference));
    message.rawHash = mail.rawHash;
    for (const auto& file : mail.parsed.attachments)
        message.attachments.push_back({file.name, file.mediaType, file.size, file.sha256});
    message.status = message.direction == Direction::outbound ? MessageStatus::sent
        : personal                                            ? MessageStatus::received
                                                              : MessageStatus::ignored;
    message.source = std::string(cutAtCodePoint(
        std::filesystem::path(mail.file).filename().string() + ", message " + std::to_string(mail.index + 1), 500));
    message.createdAt = m_run.parts.clock.now();
    auto conversation = m_threads.place(message, people->contacts, people->owner);
    if (!conversation)
        return fail(conversation.error());
    message.conversationId = *conversation;
    ++m_run.report.created["message"];
    ++m_run.report.kinds[std::string(enumText(message.kind))];
    ++m_run.messages;
    const bool forAgent = personal && message.accountId && message.direction != Direction::internal;
    if (forAgent)
        m_run.addJob(
            conversation->text() + ':' + message.id.text(), *message.accountId, at, {{"messageId", message.id.text()}});
    const auto id = m_run.work.add(std::move(message)).id.value();
    m_run.work.later([hash = mail.rawHash, raw = std::move(mail.raw)](
                         Transaction& transaction) { return transaction.putAttachment(hash, raw, "message/rfc822"); });
    return id;
}
}

Result<void> importMails(ImportRun& run, MailboxSource& source, const MailKeeping& keeping)
{
    sales::OwnSide own {{run.ours.domains().begin(), run.ours.domains().end()},
        {run.ours.addresses().begin(), run.ours.addresses().end()}};
    // Samples whose dates are moved may lie anywhere.
    const auto latest = run.options.shiftDates ? std::nullopt : std::optional(run.parts.clock.now() + clockTolerance);
    MailAhead ahead(source, run.mailboxes, std::move(own), latest, run.context.stop);
    MailStorer storer(run);
    std::uint64_t position = keeping.from;
    while (!run.stopped()) {
        auto mail = ahead.next();
        if (!mail) { // what came before the medium failed is kept
            keeping.savePlace(position);
            if (auto done = run.commit(); !done)
                return done;
            return fail(mail.error());
        }
        if (!*mail) {
            keeping.savePlace(std::nullopt);
            return run.commit();
        }
        auto stored = storer.store(**mail);
        if (!stored)
            return fail(stored.error());
        position = (*mail)->nextPosition;
        if (keeping.stored)
            keeping.stored((*mail)->position, *stored);
        if (run.work.pendingChanges() >= 380) {
            keeping.savePlace(position);
            if (auto done = run.commit(); !done)
                return done;
        }
        run.tell(ImportProgress::Phase::reading, (*mail)->file, position, source.total());
    }
    keeping.savePlace(position);
    return run.commit();
}

Result<void> importMailbox(ImportRun& run, const std::filesystem::path& path, MailboxForm form)
{
    auto place = placeOf(run, path);
    if (!place)
        return fail(place.error());
    auto source = run.mailboxes.open(path, form, place->position);
    if (!source)
        return fail(source.error());
    if (place->position > 0)
        run.note(path.string() + ": went on where the last import stopped");
    MailKeeping keeping;
    keeping.from = place->position;
    keeping.savePlace = [&](std::optional<std::uint64_t> position) {
        // Read to the end: next time from the start, where all is known.
        run.work.later([key = place->key,
                           value = position && *position > 0
                               ? place->fingerprint + ' ' + std::to_string(*position)
                               : std::string()](Transaction& transaction) { return transaction.setValue(key, value); });
    };
    return importMails(run, **source, keeping);
}
}
