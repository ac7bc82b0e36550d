// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/person_traces.hpp"

#include "core/base/keyed_hash.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::platform {
namespace {
using Reach = PersonMarks::Reach;
constexpr std::size_t shortestQuote = 12; // bytes: shorter ones are no more than words

/// Fields that are keys: a name in them is not blanked, for two of them must not become one.
constexpr std::array<std::string_view, 7> keyFields {
    "externalIds", "externalId", "inReplyTo", "references", "idempotencyKey", "calendarEventId", "threadKey"};
/// What describes a person beside their id or address.
constexpr std::array<std::string_view, 9> ownFields {
    "name", "contactName", "address", "email", "contactEmail", "title", "keyInsight", "speakerKeys", "company"};

Uuid idOf(const Json& object, const char* field)
{
    const auto found = object.find(field);
    if (found == object.end() || !found->is_string())
        return {};
    const auto id = Uuid::parse(found->get_ref<const std::string&>());
    return id ? *id : Uuid {};
}

std::string textOf(const Json& object, const char* field)
{
    const auto found = object.find(field);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// A text that is there and not empty becomes erasedText.
void blank(Json& object, const char* field)
{
    if (const auto found = object.find(field); found != object.end() && !found->is_null()
        && !(found->is_string() && found->get_ref<const std::string&>().empty()))
        *found = std::string(erasedText);
}

int replaceAll(std::string& text, const std::string& what)
{
    int count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + erasedText.size())) {
        text.replace(at, what.size(), erasedText);
        ++count;
    }
    return count;
}

void replaceQuotes(Json& value, const std::vector<std::string>& quotes)
{
    if (value.is_string())
        for (const auto& quote : quotes)
            replaceAll(value.get_ref<std::string&>(), quote);
    else if (value.is_structured())
        for (auto& each : value)
            replaceQuotes(each, quotes);
}

/// What question based selling keeps of a person is in their words.
void clearPains(Json& state)
{
    if (const auto metadata = state.find("metadata"); metadata != state.end() && metadata->is_object())
        metadata->erase("qbs");
}

bool waits(const std::string& status) { return status == "pending" || status == "scheduled" || status == "approved"; }

void clearPayload(Json& action, const char* field)
{
    const auto found = action.find(field);
    if (found == action.end() || !found->is_object())
        return;
    blank(*found, "subject");
    blank(*found, "body");
}
}

struct PersonTraces::Walk {
    Reach reach = Reach::everywhere;
    int quotes = 0;
    std::vector<std::string> words; ///< quotes that were taken out
};

PersonTraces::PersonTraces(TracedPerson person)
    : m_person(std::move(person))
    , m_marks(m_person.names)
{
    for (const auto& id : m_person.contacts)
        m_ids.insert(id.text());
    for (const auto& id : m_person.messages)
        m_ids.insert(id.text());
}

bool PersonTraces::refersTo(const Json& value) const
{
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        return m_ids.contains(text) || (text.find('@') != std::string::npos && m_marks.isAddress(text));
    }
    return value.is_structured() && std::ranges::any_of(value, [&](const Json& each) { return refersTo(each); });
}

bool PersonTraces::isTheirs(const Json& object) const
{
    return m_person.contacts.contains(idOf(object, "contactId"))
        || std::ranges::any_of(std::array {"address", "email", "contactEmail"},
            [&](const char* field) { return m_marks.isAddress(textOf(object, field)); });
}

bool PersonTraces::saidIt(const Json& evidence) const
{
    const auto source = idOf(evidence, "sourceId");
    if (m_person.messages.contains(source))
        return true;
    const auto said = m_person.utterances.find(source);
    const auto index = evidence.find("utterance");
    return said != m_person.utterances.end() && index != evidence.end() && index->is_number_integer()
        && said->second.contains(index->get<int>());
}

void PersonTraces::clearContact(Json& body) const
{
    static constexpr std::array kept {"id", "accountId", "stakeholder", "createdAt", "updatedAt", "mergedInto"};
    Json bare = Json::object();
    for (const auto* field : kept)
        if (const auto found = body.find(field); found != body.end())
            bare[field] = *found;
    if (const auto part = bare.find("stakeholder"); part != bare.end() && part->is_object())
        part->erase("scoreEvidence");
    bare["contactName"] = std::string(erasedText);
    bare["archived"] = true;
    bare["optedOut"] = true; // nobody writes to them
    body = std::move(bare);
}

void PersonTraces::clearMessage(Json& body, bool present) const
{
    const auto from = body.find("from");
    const bool theirs = from != body.end() && from->is_object() && isTheirs(*from);
    if (theirs) {
        blank(body, "text");
        body["attachments"] = Json::array();
    }
    if (present)
        blank(body, "quotedText"); // of an answer to them: their words
}

void PersonTraces::clearTranscript(Json& body) const
{
    const auto labels = m_person.speakers.find(idOf(body, "meetingId"));
    const auto said = body.find("utterances");
    if (labels == m_person.speakers.end() || said == body.end() || !said->is_array())
        return;
    for (auto& utterance : *said)
        if (utterance.is_object() && labels->second.contains(nameKey(textOf(utterance, "speaker")))) {
            blank(utterance, "text");
            blank(utterance, "speaker");
            utterance.erase("speakerKey");
        }
}

void PersonTraces::walk(Json& value, Walk& state, bool isKey) const
{
    if (value.is_string()) {
        auto& text = value.get_ref<std::string&>();
        if (isKey) {
            if (m_marks.isNamedIn(text, state.reach))
                text = "erased:" + keyedHash(m_person.key, text);
        } else {
            m_marks.mask(text, state.reach);
        }
        return;
    }
    if (value.is_array()) {
        for (auto& each : value)
            walk(each, state, isKey);
        return;
    }
    if (!value.is_object())
        return;
    if (value.contains("quote") && value.contains("sourceId") && saidIt(value)
        && textOf(value, "quote") != erasedText) {
        ++state.quotes;
        if (auto quote = textOf(value, "quote"); quote.size() >= shortestQuote)
            state.words.push_back(std::move(quote));
        value["quote"] = std::string(erasedText);
        value.erase("begin");
        value.erase("end");
    }
    if (isTheirs(value))
        for (const auto field : ownFields)
            if (const auto found = value.find(field); found != value.end()) {
                if (field == "name" || field == "contactName")
                    *found = std::string(erasedText);
                else if (found->is_string())
                    *found = std::string();
                else if (found->is_array())
                    *found = Json::array();
            }
    for (auto& [field, each] : value.items())
        walk(each, state, isKey || std::ranges::find(keyFields, std::string_view(field)) != keyFields.end());
}

std::optional<TraceRewrite> PersonTraces::rewrite(std::string_view type, const Uuid& id, const Json& body) const
{
    if (!body.is_object() || type == "user" || type == "team" || type == "tenant_settings")
        return std::nullopt; // our own side
    TraceRewrite out;
    out.body = body;
    const bool inMeeting = m_person.speakers.contains(type == "meeting" ? id : idOf(body, "meetingId"));
    const bool isContact = type == "contact" && m_person.contacts.contains(id);
    const bool present = isContact || inMeeting || refersTo(body);
    if (isContact)
        clearContact(out.body);
    else if (type == "message")
        clearMessage(out.body, present);
    else if (type == "transcript")
        clearTranscript(out.body);
    if (present && type == "conversation"
        && (textOf(body, "channel") == "meeting" || textOf(body, "lastInboundAt") == textOf(body, "lastAt")))
        blank(out.body, "preview"); // the newest words may be theirs
    if (present && type == "escalation") {
        blank(out.body, "matchedText");
        if (out.body.contains("relevantConversationExcerpts"))
            out.body["relevantConversationExcerpts"] = Json::array();
    }
    if (type == "conversation_state" && m_person.contacts.contains(idOf(body, "contactId")))
        clearPains(out.body);
    const bool toThem = type == "agent_action"
        && (m_person.contacts.contains(idOf(body, "contactId"))
            || (body.contains("payload") && refersTo(body["payload"])));
    if (toThem) {
        clearPayload(out.body, "payload");
        if (out.body.contains("approval") && out.body["approval"].is_object())
            clearPayload(out.body["approval"], "editedPayload");
        if (out.body.contains("findings"))
            out.body["findings"] = Json::array();
        out.body.erase("question");
        if (waits(textOf(body, "status")))
            out.body["status"] = "cancelled";
    }
    Walk state;
    state.reach = present ? Reach::present : Reach::everywhere;
    walk(out.body, state, false);
    replaceQuotes(out.body, state.words);
    out.quotes = state.quotes;
    if (type == "account" && textOf(out.body, "accountName") == erasedText) // names of accounts are unique
        out.body["accountName"] = std::string(erasedText) + ' ' + keyedHash(m_person.key, id.text()).substr(0, 6);
    if (out.body == body && !(type == "transcript" && inMeeting && !textOf(body, "rawHash").empty()))
        return std::nullopt; // the first part of a transcript names the file of all of them
    // The file that a mail or a transcript was read from holds it all once more. What stands there for a line of a chat
    // is a hash of its words, by which a second import finds it.
    const bool hasSource = type == "transcript" || (type == "message" && textOf(body, "channel") == "email");
    if (auto hash = textOf(body, "rawHash"); hasSource && !hash.empty()) {
        out.body["rawHash"] = std::string();
        out.sources.push_back(std::move(hash));
    }
    if (type == "message" && out.body["attachments"] != body.value("attachments", Json())
        && body.contains("attachments"))
        for (const auto& file : body["attachments"])
            if (auto hash = file.is_object() ? textOf(file, "hash") : std::string(); !hash.empty())
                out.sources.push_back(std::move(hash));
    return out;
}

std::optional<Json> PersonTraces::rewriteValue(const Json& value) const
{
    Walk state;
    state.reach = refersTo(value) ? Reach::present : Reach::everywhere;
    Json out = value;
    walk(out, state, false);
    replaceQuotes(out, state.words);
    return out == value ? std::nullopt : std::optional(std::move(out));
}

bool PersonTraces::isNamedIn(std::string_view bytes) const
{
    if (m_marks.isNamedIn(bytes, Reach::everywhere))
        return true;
    if (bytes.find("\\u") == std::string_view::npos)
        return false;
    const auto json = parseJson(bytes); // letters beyond ASCII may be written as escapes
    return json && rewriteValue(*json).has_value();
}
}
