// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/import_run.hpp"

#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/engine/import/mail_threads.hpp"
#include "core/engine/import/readers/chat_reader.hpp"
#include "core/engine/import/readers/person_label.hpp"
#include "core/rules/sales/inbound.hpp"
#include "core/rules/text/scan.hpp"

namespace agentarmy {
namespace {
constexpr std::uint64_t maxFile = std::uint64_t(64) << 20;

readers::PersonLabel personOf(const readers::ChatLine& line)
{
    auto person = readers::readPersonLabel(line.sender);
    if (!line.senderAddress.empty())
        person.address = line.senderAddress;
    return person;
}

/// Who of the senders is ours: said by the file, known by address or name, else guessed from who sells.
std::map<std::string, bool> sidesOf(const ImportRun& run, const readers::ChatFile& chat)
{
    std::map<std::string, bool> ours;
    std::map<std::string, std::string> said;
    bool someOurs = false;
    std::vector<std::string> labels;
    for (const auto& line : chat.lines)
        if (labels.empty() || labels.back() != line.sender)
            labels.push_back(line.sender);
    std::ranges::sort(labels);
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    const auto side = run.oursAmong(labels);
    for (const auto& line : chat.lines) {
        said[line.sender] += line.text + '\n';
        if (line.senderSide)
            ours[line.sender] = *line.senderSide == readers::ChatSide::us;
        else if (line.senderAddress.empty() ? side.isOursName(line.sender) : side.isOursAddress(line.senderAddress))
            ours[line.sender] = true;
        someOurs = someOurs || (ours.contains(line.sender) && ours[line.sender]);
    }
    const auto guessed = someOurs ? std::set<std::string> {} : guessOurSpeakers(said, side);
    for (const auto& [sender, words] : said)
        ours.emplace(sender, guessed.contains(sender));
    return ours;
}

Result<Id<Account>> accountOf(ImportRun& run, const readers::ChatFile& chat, const std::map<std::string, bool>& ours,
    const std::string& title, Timestamp at)
{
    if (!run.options.account.empty())
        return run.accountForName(run.options.account, at);
    if (!chat.account.empty())
        return run.accountForName(chat.account, at);
    for (const auto& line : chat.lines) {
        if (ours.at(line.sender))
            continue;
        const auto person = personOf(line);
        if (!person.address.empty())
            if (auto account = run.accountForAddress(person.address, at))
                return *account;
        if (const auto contact = run.directory.contactNamedAnywhere(person.name))
            if (const auto account = run.directory.accountOfContact(*contact))
                return *account;
        if (!person.company.empty())
            return run.accountForName(person.company, at);
    }
    if (const auto named = run.directory.accountInText(title))
        return *named;
    for (const auto& line : chat.lines) // nothing tells the company: the customer stands for themselves
        if (!ours.at(line.sender))
            return run.accountForName(
                personOf(line).name.empty() ? personNameFromAddress(line.senderAddress) : personOf(line).name, at);
    return run.accountForName("Unknown Account", at);
}
}

Result<void> importChat(ImportRun& run, const std::filesystem::path& path)
{
    auto bytes = readFile(path, maxFile);
    if (!bytes)
        return fail(bytes.error());
    auto chat = readers::readChat(*bytes);
    if (!chat)
        return fail(chat.error());
    for (const auto& problem : chat->problems)
        run.skip(path.string(), problem.index ? std::int64_t(*problem.index) + 1 : 0, problem.reason);
    if (chat->lines.empty())
        return {};
    const auto named = timeInName(path);
    const auto base = named.at ? *named.at : fileTime(path).value_or(run.parts.clock.now());
    const auto title = chat->title.empty() ? named.rest : chat->title;
    const auto chatId = chat->id.empty() ? hexText(sha256(*bytes)) : chat->id;
    const auto gone = [&](const readers::ChatLine& line) {
        const auto person = personOf(line);
        return run.erased.hasAddress(person.address) || run.erased.hasName(person.name);
    };
    if (std::ranges::any_of(chat->lines, gone)) {
        ++run.ofErased;
        return {};
    }
    const auto ours = sidesOf(run, *chat);
    const auto fileHash = hexText(sha256(*bytes));
    Cause cause;
    cause.what = "import";
    cause.details = {{"file", path.string()}};
    run.work.because(cause);
    const auto first = run.shifted(chat->lines.front().at.value_or(base));
    auto account = accountOf(run, *chat, ours, title + ' ' + named.rest, first);
    if (!account)
        return fail(account.error());

    const auto key = "chat:" + chatId;
    auto known = run.work.findByKey<Conversation>(key);
    if (!known)
        return fail(known.error());
    Id<Conversation> conversationId;
    if (*known) {
        conversationId = (*known)->id;
    } else {
        Conversation fresh;
        fresh.channel = Channel::chat;
        fresh.subject = std::string(cutAtCodePoint(title, 1000));
        fresh.accountId = *account;
        fresh.externalIds["threadKey"] = key;
        if (!chat->channel.empty())
            fresh.externalIds["service"] = std::string(cutAtCodePoint(chat->channel, 100));
        fresh.createdAt = fresh.updatedAt = first;
        conversationId = run.work.add(std::move(fresh)).id;
        ++run.report.created["conversation"];
    }
    std::map<std::string, Id<Contact>> contacts; ///< by sender
    const int messagesBefore = run.messages;
    auto time = first;
    for (const auto& line : chat->lines) {
        time = line.at ? run.shifted(*line.at) : time + std::chrono::seconds(1); // undated lines keep their order
        const bool isOurs = ours.at(line.sender);
        // The same line of a chat that was exported again: same place, sender and words.
        const auto lineKey
            = hexText(sha256(chatId + '\n' + (line.at ? formatTimestamp(*line.at) : std::to_string(line.index)) + '\n'
                + line.sender + '\n' + line.text));
        auto before = run.work.findByKey<Message>("raw:" + lineKey);
        if (!before)
            return fail(before.error());
        if (*before) {
            ++run.report.merged["message"];
            continue;
        }
        Message message;
        message.id = run.parts.ids.make<Message>();
        message.conversationId = conversationId;
        message.accountId = *account;
        message.channel = Channel::chat;
        message.direction = isOurs ? Direction::outbound : Direction::inbound;
        message.from = {std::string(cutAtCodePoint(line.sender, 300)), line.senderAddress, {}, {}};
        message.sentAt = time;
        message.dateGuessed = !line.at;
        message.text = line.text;
        message.truncated = line.truncated;
        message.language = std::string(text::guessLanguage(line.text));
        message.rawHash = lineKey;
        message.status = isOurs ? MessageStatus::sent : MessageStatus::received;
        message.source = std::string(
            cutAtCodePoint(path.filename().string() + ", message " + std::to_string(line.index + 1), 500));
        message.createdAt = run.parts.clock.now();
        auto edited = run.work.edit(conversationId);
        if (!edited)
            return fail(edited.error());
        auto* conversation = *edited;
        if (!conversation)
            return fail(notFound("conversation", conversationId.text()));
        if (isOurs) {
            const auto person = personOf(line);
            message.from.userId = run.ownUser(person.name, person.address, time);
            if (!conversation->ownerId)
                conversation->ownerId = message.from.userId;
            for (const auto& contact : conversation->contactIds)
                message.to.push_back({{}, {}, contact, {}});
        } else {
            auto contact = contacts.find(line.sender);
            if (contact == contacts.end()) {
                const auto person = personOf(line);
                const auto known
                    = person.address.empty() ? run.directory.contactWithFirstName(*account, person.name) : std::nullopt;
                auto found
                    = known ? Result<Id<Contact>>(*known) : run.contactFor(person.name, person.address, *account, time);
                if (!found)
                    return fail(found.error());
                contact = contacts.emplace(line.sender, *found).first;
            }
            message.from.contactId = contact->second;
            if (std::find(conversation->contactIds.begin(), conversation->contactIds.end(), contact->second)
                == conversation->contactIds.end())
                conversation->contactIds.push_back(contact->second);
            if (sales::asksToStop(line.text)) {
                auto person = run.work.edit(contact->second);
                if (!person)
                    return fail(person.error());
                (*person)->optedOut = true;
            }
        }
        countMessage(*conversation, message);
        ++run.report.created["message"];
        ++run.report.kinds["person"];
        ++run.messages;
        if (!isOurs || !message.to.empty())
            run.addJob(
                conversationId.text() + ':' + message.id.text(), *account, time, {{"messageId", message.id.text()}});
        run.work.add(std::move(message));
        if (auto done = run.commitIfFull(); !done)
            return done;
    }
    if (run.messages == messagesBefore)
        return {}; // all of it is known, and so is its source
    run.work.later([fileHash, raw = std::move(*bytes)](Transaction& transaction) {
        return transaction.putAttachment(fileHash, raw, "application/json");
    });
    return run.commitIfFull();
}
}
