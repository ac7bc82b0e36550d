// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation.hpp"

namespace agentarmy {

struct Participant {
    std::string name;
    std::string email; ///< lower case; may be empty
    ParticipantRole role = ParticipantRole::external;
    std::optional<std::string> title, company;
    std::optional<Id<Contact>> contactId;
    std::optional<Id<User>> userId;
    std::vector<std::string> speakerKeys;
};
template <class F> void describe(F& f, Participant& p)
{
    f("name", p.name, {0, 300});
    f("email", p.email, {0, 320});
    f("role", p.role);
    f("title", p.title);
    f("company", p.company);
    f("contactId", p.contactId);
    f("userId", p.userId);
    f("speakerKeys", p.speakerKeys);
}
AGENTARMY_DECLARE_JSON(Participant);

struct Transcript;

struct Meeting {
    static constexpr const char* type = "meeting";
    Id<Meeting> id;
    std::string title = "Untitled Meeting";
    Timestamp scheduledStart {};
    Timestamp scheduledEnd {};
    std::optional<std::string> calendarEventId;
    MeetingStatus status = MeetingStatus::ended;
    std::vector<Participant> participants; ///< at most 200
    std::optional<Id<User>> ownerId;
    std::optional<Id<Account>> accountId;
    std::optional<Id<Opportunity>> opportunityId;
    std::optional<Id<Conversation>> conversationId; ///< the conversation that stands for the meeting
    std::optional<Id<Transcript>> transcriptId;
    std::map<std::string, std::string> externalIds;
    bool dateGuessed = false;
    bool archived = false;
    Timestamp createdAt {};
    Timestamp updatedAt {};
};
template <class F> void describe(F& f, Meeting& m)
{
    f("id", m.id);
    f("title", m.title, {1, 500});
    f("scheduledStart", m.scheduledStart);
    f("scheduledEnd", m.scheduledEnd);
    f("calendarEventId", m.calendarEventId, {0, 300});
    f("status", m.status);
    f("participants", m.participants, {0, 200});
    f("ownerId", m.ownerId);
    f("accountId", m.accountId);
    f("opportunityId", m.opportunityId);
    f("conversationId", m.conversationId);
    f("transcriptId", m.transcriptId);
    f("externalIds", m.externalIds);
    f.sparse("dateGuessed", m.dateGuessed);
    f.sparse("archived", m.archived);
    f("createdAt", m.createdAt);
    f("updatedAt", m.updatedAt);
}
AGENTARMY_DECLARE_JSON(Meeting);

/// One spoken piece of a meeting.
struct Utterance {
    std::string speaker;
    std::string text; ///< at most 4,000 characters
    std::int64_t timestampMs = 0; ///< from the start of the recording
    std::optional<std::int64_t> endMs;
    std::optional<std::string> speakerKey;
    std::optional<double> confidence;
    bool operator==(const Utterance&) const = default;
};
template <class F> void describe(F& f, Utterance& u)
{
    f("speaker", u.speaker, {0, 300});
    f.required("text", u.text, {0, 16000});
    f("timestampMs", u.timestampMs);
    f("endMs", u.endMs);
    f("speakerKey", u.speakerKey);
    f("confidence", u.confidence, {0, 1});
}
AGENTARMY_DECLARE_JSON(Utterance);

/// A transcript longer than 100 utterances is stored in parts of at most 100; the first part's document is the head.
struct Transcript {
    static constexpr const char* type = "transcript";
    Id<Transcript> id;
    Id<Meeting> meetingId;
    TranscriptOrigin origin = TranscriptOrigin::importVtt;
    std::optional<std::string> language;
    int part = 0; ///< 0 = head
    int partCount = 1;
    int firstUtterance = 0; ///< index of this part's first utterance in the whole
    std::vector<Utterance> utterances;
    std::string rawHash;
    std::optional<std::string> source;
    Timestamp createdAt {};
};
template <class F> void describe(F& f, Transcript& t)
{
    f("id", t.id);
    f.required("meetingId", t.meetingId);
    f("origin", t.origin);
    f("language", t.language);
    f("part", t.part);
    f("partCount", t.partCount);
    f("firstUtterance", t.firstUtterance);
    f("utterances", t.utterances, {0, 50000});
    f("rawHash", t.rawHash, {0, 64});
    f("source", t.source, {0, 500});
    f("createdAt", t.createdAt);
}
AGENTARMY_DECLARE_JSON(Transcript);
}
