// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/mailbox/mailbox_desk.hpp"

#include "core/base/text.hpp"
#include "core/engine/import/mail_threads.hpp"
#include "core/engine/records/again.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/workspace/organisation_domain.hpp"
#include "core/engine/workspace/settings.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr std::size_t deletedAtOnce = 200;

bool hasControls(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

Result<void> checkServer(const MailServer& server, const std::string& field)
{
    if (server.host.empty() || server.host.find_first_of(" /\\@") != std::string::npos || hasControls(server.host))
        return fail(invalidField(field + ".host", "must be the name of a server"));
    if (server.port < 1 || server.port > 65535)
        return fail(invalidField(field + ".port", "1..65535"));
    if (hasControls(server.user))
        return fail(invalidField(field + ".user", "must be one line"));
    return {};
}

/// The address is ours, and so is its domain where that belongs to one company.
Result<void> learnOwnSide(MailboxParts& parts, const Context& context, const Mailbox& mailbox)
{
    auto workspace = readWorkspace(parts.engine.store, context);
    if (!workspace)
        return fail(workspace.error());
    auto addresses = workspace->settings.ownAddresses;
    auto domains = workspace->settings.ownDomains;
    if (std::ranges::find(addresses, mailbox.address) == addresses.end())
        addresses.push_back(mailbox.address);
    const auto domain = mailbox.address.substr(mailbox.address.find('@') + 1);
    if (!isFreeMailDomain(domain) && std::ranges::find(domains, domain) == domains.end())
        domains.push_back(domain);
    auto changed = changeSettings(
        parts.engine.store, context, parts.engine.ids, {{"ownAddresses", addresses}, {"ownDomains", domains}});
    if (!changed)
        return fail(changed.error());
    const auto* self = workspace->user(workspace->self);
    if (self && self->email.empty()) {
        auto named
            = changeSelf(parts.engine.store, context, parts.engine.ids, parts.engine.clock.now(), {}, mailbox.address);
        if (!named)
            return fail(named.error());
    }
    return {};
}
}

Result<void> checkMailbox(const Mailbox& mailbox)
{
    const auto at = mailbox.address.find('@');
    if (at == std::string::npos || at == 0 || at + 1 == mailbox.address.size() || mailbox.address.size() > 320
        || mailbox.address.find_first_of(" <>,;") != std::string::npos || hasControls(mailbox.address)
        || mailbox.address.find('@', at + 1) != std::string::npos)
        return fail(invalidField("address", "must be one mail address"));
    if (auto good = checkServer(mailbox.incoming, "incoming"); !good)
        return good;
    if (!mailbox.outgoing.host.empty())
        if (auto good = checkServer(mailbox.outgoing, "outgoing"); !good)
            return good;
    if (mailbox.senderName.size() > 200 || hasControls(mailbox.senderName))
        return fail(invalidField("senderName", "must be one line of at most 200 bytes"));
    if (mailbox.sinceDays < 1 || mailbox.sinceDays > 36500)
        return fail(invalidField("sinceDays", "1..36500"));
    if (mailbox.folders.size() > 200)
        return fail(invalidField("folders", "at most 200"));
    return {};
}

Result<std::vector<Mailbox>> MailboxDesk::list(const Context& context)
{
    Query query;
    query.sort = SortKey::name;
    return readEntities<Mailbox>(m_parts.engine.store, context, query);
}

Result<Mailbox> MailboxDesk::add(const Context& context, Mailbox mailbox, const std::string& secret)
{
    mailbox.address = asciiLower(trimView(mailbox.address));
    if (auto good = checkMailbox(mailbox); !good)
        return fail(good.error());
    if (secret.empty())
        return fail(invalidField("password", "must not be empty"));
    auto known = list(context);
    if (!known)
        return fail(known.error());
    if (std::ranges::find(*known, mailbox.address, &Mailbox::address) != known->end())
        return fail({ErrorKind::conflict, "mailbox_taken", mailbox.address + " is connected already.",
            {{"address", mailbox.address}}});
    mailbox.id = m_parts.engine.ids.make<Mailbox>();
    mailbox.createdAt = mailbox.updatedAt = m_parts.engine.clock.now();
    if (auto kept = m_parts.secrets.set(context, mailboxSecret(mailbox.id), secret); !kept)
        return fail(kept.error());
    UnitOfWork work(m_parts.engine.store, context, m_parts.engine.ids);
    work.because({.what = "mailbox"});
    work.add(mailbox);
    if (auto done = work.commit(); !done) {
        (void)m_parts.secrets.remove(context, mailboxSecret(mailbox.id));
        return fail(done.error());
    }
    if (auto learnt = learnOwnSide(m_parts, context, mailbox); !learnt)
        return fail(learnt.error());
    return mailbox;
}

Result<Mailbox> MailboxDesk::change(const Context& context, Mailbox mailbox, const std::string& secret)
{
    if (auto good = checkMailbox(mailbox); !good)
        return fail(good.error());
    if (!secret.empty())
        if (auto kept = m_parts.secrets.set(context, mailboxSecret(mailbox.id), secret); !kept)
            return fail(kept.error());
    return againOnConflict([&]() -> Result<Mailbox> {
        UnitOfWork work(m_parts.engine.store, context, m_parts.engine.ids);
        work.because({.what = "mailbox"});
        auto edited = work.edit(mailbox.id);
        if (!edited)
            return fail(edited.error());
        if (!*edited)
            return fail(notFound(Mailbox::type, mailbox.id.text()));
        auto& stored = **edited;
        auto wanted = mailbox;
        wanted.address = stored.address;
        wanted.createdAt = stored.createdAt;
        wanted.updatedAt = m_parts.engine.clock.now();
        stored = wanted;
        if (auto done = work.commit(); !done)
            return fail(done.error());
        return wanted;
    });
}

Result<MailboxCheck> MailboxDesk::check(const Context& context, const Mailbox& tried, const std::string& secret)
{
    auto mailbox = tried;
    mailbox.address = asciiLower(trimView(mailbox.address));
    if (auto good = checkMailbox(mailbox); !good)
        return fail(good.error());
    const auto accessTo = [&](const MailServer& server) -> Result<MailAccess> {
        if (secret.empty())
            return accessOf(m_parts.secrets, context, mailbox, server);
        return MailAccess {server, mailbox.signIn, secret, mailbox.caFile.value_or("")};
    };
    MailboxCheck check;
    const auto lookInside = [&]() -> Result<void> {
        auto access = accessTo(mailbox.incoming);
        if (!access)
            return fail(access.error());
        auto session = m_parts.servers.signIn(context, *access);
        if (!session)
            return fail(session.error());
        auto folders = (*session)->folders(context);
        if (!folders)
            return fail(folders.error());
        check.folders = std::move(*folders);
        check.read = foldersToRead(check.folders, mailbox.folders);
        const auto since = utcDate(m_parts.engine.clock.now() - std::chrono::days(mailbox.sinceDays));
        for (const auto& folder : check.read) {
            if (auto state = (*session)->open(context, folder.path); !state)
                return fail(state.error());
            auto numbers = (*session)->numbers(context, 1, 0xFFFFFFFF, since);
            if (!numbers)
                return fail(numbers.error());
            check.mails += int(numbers->size());
        }
        if (check.read.empty())
            return fail(
                {ErrorKind::notFound, "mail_folder_missing", "None of the folders to read is on the server.", {}});
        return {};
    };
    if (auto looked = lookInside(); !looked) {
        if (looked.error().code == "stopped")
            return fail(looked.error());
        check.incoming = looked.error();
    }
    if (!mailbox.outgoing.host.empty()) {
        auto access = accessTo(mailbox.outgoing);
        auto tried = access ? m_parts.servers.tryOutgoing(context, *access) : Result<void>(fail(access.error()));
        if (!tried) {
            if (tried.error().code == "stopped")
                return fail(tried.error());
            check.outgoing = tried.error();
        }
    }
    return check;
}

Result<Disconnected> MailboxDesk::deleteMessages(const Context& context, Id<Mailbox> id)
{
    auto& store = m_parts.engine.store;
    Disconnected report;
    auto values = store.values(context, mailboxValues(id) + "mail:");
    if (!values)
        return fail(values.error());
    std::set<Uuid> ours;
    for (const auto& [key, text] : *values)
        if (const auto message = Uuid::parse(text))
            ours.insert(*message);
    // A mail that another mailbox holds too, or that came from a file, is not this one's alone.
    auto others = store.values(context, "mailbox:");
    if (!others)
        return fail(others.error());
    for (const auto& [key, text] : *others)
        if (!key.starts_with(mailboxValues(id)))
            if (const auto message = Uuid::parse(text); message && ours.erase(*message) > 0)
                ++report.kept;
    std::vector<Uuid> all(ours.begin(), ours.end());
    Erasure erasure;
    for (std::size_t at = 0; at < all.size(); at += deletedAtOnce) {
        const std::set<Uuid> part(
            all.begin() + std::ptrdiff_t(at), all.begin() + std::ptrdiff_t(std::min(all.size(), at + deletedAtOnce)));
        std::vector<std::string> sources;
        auto done = againOnConflict([&]() -> Result<void> {
            sources.clear();
            UnitOfWork work(store, context, m_parts.engine.ids);
            const Cause cause {.what = "mailbox", .reason = "The mailbox was disconnected with its mails."};
            work.because(cause);
            std::set<Id<Conversation>> touched;
            for (const auto& message : part) {
                auto found = work.find(Id<Message>(message));
                if (!found)
                    return fail(found.error());
                if (!*found)
                    continue;
                touched.insert((*found)->conversationId);
                sources.push_back((*found)->rawHash);
                work.later([message, cause](Transaction& transaction) -> Result<void> {
                    auto removed = transaction.remove({Message::type, message}, cause);
                    if (!removed)
                        return fail(removed.error());
                    return {};
                });
            }
            for (const auto& conversation : touched)
                if (auto counted = recountConversation(work, conversation, part); !counted)
                    return counted;
            auto committed = work.commit();
            if (!committed)
                return fail(committed.error());
            return {};
        });
        if (!done)
            return fail(done.error());
        report.messages += int(sources.size());
        erasure.attachments.insert(erasure.attachments.end(), sources.begin(), sources.end());
    }
    for (const auto& message : all) {
        erasure.valuesOf.push_back({Message::type, message});
        erasure.purge.push_back({Message::type, message});
    }
    auto erased = m_eraser.erase(context, erasure);
    if (!erased)
        return fail(erased.error());
    return report;
}

Result<Disconnected> MailboxDesk::disconnect(const Context& context, Id<Mailbox> id, bool withMessages)
{
    auto& store = m_parts.engine.store;
    auto mailbox = readEntity(store, context, id);
    if (!mailbox)
        return fail(mailbox.error());
    if (auto gone = m_parts.secrets.remove(context, mailboxSecret(id)); !gone)
        return fail(gone.error());
    Disconnected report;
    if (withMessages) {
        auto deleted = deleteMessages(context, id);
        if (!deleted)
            return deleted;
        report = *deleted;
    }
    auto transaction = store.begin(context);
    if (!transaction)
        return fail(transaction.error());
    if (auto cleared = (*transaction)->clearValues(mailboxValues(id)); !cleared)
        return fail(cleared.error());
    if (auto removed = (*transaction)->remove({Mailbox::type, id.value()}, {.what = "mailbox"}); !removed)
        return fail(removed.error());
    if (auto committed = (*transaction)->commit(); !committed)
        return fail(committed.error());
    if (withMessages)
        if (auto scrubbed = m_eraser.scrub(context); !scrubbed)
            return fail(scrubbed.error());
    return report;
}
}
