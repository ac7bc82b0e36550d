// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/import_run.hpp"

#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/engine/import/readers/person_label.hpp"
#include "core/rules/realtime/transcript_import.hpp"
#include "core/rules/text/scan.hpp"

namespace agentarmy {
namespace {
constexpr std::size_t utterancesPerPart = 100; // sync model: longer content is cut in parts
constexpr std::size_t partBytes = 64 * 1024;

struct MeetingName {
    std::string account, topic;
};

/// "Account - Topic" as meeting programs and people name recordings.
MeetingName splitName(const std::string& name)
{
    for (const std::string_view dash : {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "})
        if (const auto at = name.find(dash); at != std::string::npos)
            return {trim(std::string_view(name).substr(0, at)), trim(std::string_view(name).substr(at + dash.size()))};
    return {{}, name};
}

TranscriptOrigin originOf(realtime::TranscriptFormat format)
{
    switch (format) {
    case realtime::TranscriptFormat::vtt:
        return TranscriptOrigin::importVtt;
    case realtime::TranscriptFormat::srt:
        return TranscriptOrigin::importSrt;
    case realtime::TranscriptFormat::json:
        break;
    }
    return TranscriptOrigin::importJson;
}

Id<Account> accountOf(ImportRun& run, const std::map<std::string, std::string>& said, const std::set<std::string>& ours,
    const std::string& name, Timestamp at)
{
    if (!run.options.account.empty())
        return run.accountForName(run.options.account, at);
    const auto parts = splitName(name);
    if (!parts.account.empty())
        if (const auto known = run.directory.accountNamed(parts.account))
            return *known;
    std::string company;
    for (const auto& [speaker, words] : said) {
        if (ours.contains(speaker))
            continue;
        const auto person = readers::readPersonLabel(speaker);
        if (!person.address.empty())
            if (const auto account = run.accountForAddress(person.address, at))
                return *account;
        if (const auto contact = run.directory.contactNamedAnywhere(person.name))
            if (const auto account = run.directory.accountOfContact(*contact))
                return *account;
        if (company.empty())
            company = person.company;
    }
    if (!company.empty() && (parts.account.empty() || run.directory.accountNamed(company)))
        return run.accountForName(company, at);
    if (const auto named = run.directory.accountInText(name))
        return *named;
    if (!parts.account.empty())
        return run.accountForName(parts.account, at);
    return run.accountForName(name.empty() ? "Unknown Account" : name, at);
}
}

Result<void> importTranscript(ImportRun& run, const std::filesystem::path& path)
{
    auto bytes = readFile(path, realtime::maxTranscriptBytes);
    if (!bytes)
        return fail(bytes.error());
    const auto hash = hexText(sha256(*bytes));
    auto known = run.work.findByKey<Transcript>("raw:" + hash);
    if (!known)
        return fail(known.error());
    if (*known) {
        ++run.report.merged["transcript"];
        return {};
    }
    if (run.erased.hasSource(hash)) {
        ++run.ofErased;
        return {};
    }
    auto read = realtime::importTranscript(*bytes);
    if (!read)
        return fail(read.error());
    for (const auto& warning : read->warnings)
        if (warning.line > 0)
            run.skip(path.string(), warning.line, warning.text);
        else // of the file as a whole: nothing is missing
            run.note(path.filename().string() + ": " + warning.text);
    const auto named = timeInName(path);
    const bool dated = read->startedAt || named.at;
    const auto at = run.shifted(read->startedAt ? *read->startedAt
            : named.at                          ? *named.at
                                                : fileTime(path).value_or(run.parts.clock.now()));

    std::map<std::string, std::string> said;
    std::int64_t length = 0;
    for (const auto& utterance : read->utterances) {
        said[utterance.speaker] += utterance.text + '\n';
        length = std::max(length, utterance.endMs.value_or(utterance.timestampMs));
    }
    std::vector<std::string> labels;
    for (const auto& [speaker, words] : said)
        labels.push_back(speaker);
    const auto gone = [&](const std::string& label) {
        const auto person = readers::readPersonLabel(label);
        return run.erased.hasAddress(person.address) || run.erased.hasName(person.name);
    };
    if (std::ranges::any_of(labels, gone)) {
        ++run.ofErased;
        return {};
    }
    const auto ours = guessOurSpeakers(said, run.oursAmong(labels));
    Cause cause;
    cause.what = "import";
    cause.details = {{"file", path.string()}};
    run.work.because(cause);
    const auto account = accountOf(run, said, ours, named.rest, at);
    const auto parts = splitName(named.rest);
    const auto title
        = parts.topic.empty() ? std::string("Untitled Meeting") : std::string(cutAtCodePoint(parts.topic, 500));

    Meeting meeting;
    meeting.id = run.parts.ids.make<Meeting>();
    meeting.title = title;
    meeting.scheduledStart = at;
    meeting.scheduledEnd = at + std::chrono::milliseconds(std::max<std::int64_t>(length, 60'000));
    meeting.accountId = account;
    meeting.dateGuessed = !dated;
    meeting.createdAt = meeting.updatedAt = run.parts.clock.now();
    Conversation conversation;
    conversation.channel = Channel::meeting;
    conversation.subject = title;
    conversation.accountId = account;
    conversation.externalIds["threadKey"] = "meeting:" + meeting.id.text();
    conversation.messageCount = int(read->utterances.size());
    conversation.firstAt = conversation.lastAt = at;
    conversation.createdAt = conversation.updatedAt = at;
    if (!read->utterances.empty())
        conversation.preview = std::string(cutAtCodePoint(collapseSpaces(read->utterances.front().text), 200));
    for (const auto& [speaker, words] : said) {
        Participant participant;
        const auto person = readers::readPersonLabel(speaker);
        participant.name = std::string(cutAtCodePoint(speaker, 300));
        if (ours.contains(speaker)) {
            participant.role = ParticipantRole::internal;
            participant.userId = run.ownUser(person.name, person.address, at);
            if (!meeting.ownerId)
                meeting.ownerId = conversation.ownerId = participant.userId;
        } else if (speaker != "Unknown") {
            const auto known = run.directory.contactWithFirstName(account, person.name);
            auto contact = known && person.address.empty() ? Result<Id<Contact>>(*known)
                                                           : run.contactFor(person.name, person.address, account, at);
            if (!contact)
                return fail(contact.error());
            participant.contactId = *contact;
            if (std::ranges::find(conversation.contactIds, *contact) == conversation.contactIds.end())
                conversation.contactIds.push_back(*contact);
        }
        if (meeting.participants.size() < 200)
            meeting.participants.push_back(std::move(participant));
    }
    if (conversation.contactIds.empty()) {
        // Nobody of the customer is named ("Unknown" speaks): one contact stands for them, so that their words are
        // read.
        auto contact = run.contactFor("Unknown", {}, account, at);
        if (!contact)
            return fail(contact.error());
        conversation.contactIds.push_back(*contact);
        for (auto& participant : meeting.participants)
            if (participant.role == ParticipantRole::external)
                participant.contactId = *contact;
    }
    const auto conversationId = run.work.add(std::move(conversation)).id;
    meeting.conversationId = conversationId;

    const auto language = read->language
        ? *read->language
        : std::string(text::guessLanguage(
            said.begin() == said.end() ? std::string_view() : std::string_view(said.begin()->second)));
    std::vector<Transcript> documents;
    std::size_t size = 0;
    for (std::size_t i = 0; i < read->utterances.size(); ++i) {
        if (documents.empty() || documents.back().utterances.size() >= utterancesPerPart || size > partBytes) {
            Transcript part;
            part.id = run.parts.ids.make<Transcript>();
            part.meetingId = meeting.id;
            part.origin = originOf(read->format);
            part.language = language;
            part.part = int(documents.size());
            part.firstUtterance = int(i);
            part.source = std::string(cutAtCodePoint(path.filename().string(), 500));
            part.createdAt = run.parts.clock.now();
            documents.push_back(std::move(part));
            size = 0;
        }
        size += read->utterances[i].text.size() + 100;
        documents.back().utterances.push_back(std::move(read->utterances[i]));
    }
    if (documents.empty())
        return {};
    documents.front().rawHash = hash;
    meeting.transcriptId = documents.front().id;
    const auto partCount = int(documents.size());
    for (auto& document : documents) {
        document.partCount = partCount;
        run.work.add(std::move(document));
    }
    run.addJob(conversationId.text() + ":meeting", account, at, {{"meetingId", meeting.id.text()}});
    run.work.add(std::move(meeting));
    ++run.report.created["meeting"];
    ++run.report.created["transcript"];
    ++run.report.created["conversation"];
    ++run.messages;
    run.work.later([hash, raw = std::move(*bytes)](
                       Transaction& transaction) { return transaction.putAttachment(hash, raw, "text/plain"); });
    return run.commitIfFull();
}
}
