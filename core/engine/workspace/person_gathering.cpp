// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/person_gathering.hpp"

#include "core/base/text.hpp"
#include "core/domain/meeting.hpp"
#include "core/domain/tenant.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/workspace/doctor.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
template <class Each>
Result<void> eachDocument(Store& store, const Context& context, const std::string& type, bool deletedToo, Each each)
{
    Query query;
    query.type = type;
    query.includeArchived = true;
    query.includeDeleted = deletedToo;
    query.limit = 500;
    do {
        if (context.stop.stop_requested())
            return fail({ErrorKind::unavailable, "stopped", "Stopped. Nothing was changed.", {}});
        auto page = store.query(context, query);
        if (!page)
            return fail(page.error());
        for (const auto& document : page->items)
            if (!document.body.empty())
                if (Result<void> done = each(document); !done)
                    return done;
        query.cursor = page->nextCursor;
    } while (!query.cursor.empty());
    return {};
}

void add(std::vector<std::string>& list, const std::string& text)
{
    if (!trimView(text).empty() && text != platform::erasedText && std::ranges::find(list, text) == list.end())
        list.push_back(text);
}

/// A mail may come under the name of a team or a company: that is not the person's.
bool sharesWord(std::string_view name, std::string_view known)
{
    constexpr std::size_t shortest = 3;
    const auto folded = nameKey(name);
    const auto knownFolded = nameKey(known);
    const auto words = splitView(knownFolded, ' ');
    return std::ranges::any_of(splitView(folded, ' '), [&](std::string_view word) {
        return word.size() >= shortest && std::ranges::find(words, word) != words.end();
    });
}

class Gathering {
public:
    Gathering(Store& store, const Context& context, Id<Contact> id)
        : m_store(store)
        , m_context(context)
        , m_id(id)
    {
    }
    Result<void> knowPerson(GatheredPerson& out)
    {
        auto contact = readEntity(m_store, m_context, m_id);
        if (!contact)
            return fail(contact.error());
        if (contact->contactName == platform::erasedText)
            return fail({ErrorKind::conflict, "already_erased", "This person was erased before.",
                {{"contactId", m_id.text()}}});
        out.report.contactId = m_id;
        out.report.name = contact->contactName;
        out.report.address = contact->contactEmail;
        std::set<std::string> others;
        auto read
            = eachDocument(m_store, m_context, Contact::type, true, [&](const Document& document) -> Result<void> {
                  auto each = entityOf<Contact>(document);
                  if (!each)
                      return {}; // of a newer program: its names are looked for all the same
                  const bool same = each->id == m_id || each->mergedInto == m_id
                      || (!contact->contactEmail.empty() && each->contactEmail == contact->contactEmail);
                  if (same)
                      take(*each, out.person);
                  else if (each->accountId == contact->accountId)
                      others.insert(each->contactName);
                  return {};
              });
        if (!read)
            return read;
        auto users = readEntities<User>(m_store, m_context, {});
        if (!users)
            return fail(users.error());
        for (const auto& user : *users)
            others.insert(user.name);
        if (contact->accountId)
            if (auto account = readEntity(m_store, m_context, *contact->accountId)) {
                others.insert(account->accountName);
                others.insert(account->domains.begin(), account->domains.end());
            }
        out.person.names.sharedWords.assign(others.begin(), others.end());
        return {};
    }
    /// What they wrote and said, by which quotes of it are told.
    Result<void> knowWords(platform::TracedPerson& person)
    {
        auto done
            = eachDocument(m_store, m_context, Message::type, true, [&](const Document& document) -> Result<void> {
                  const auto json = parseJson(document.body);
                  if (!json || !json->contains("from") || !(*json)["from"].is_object())
                      return {};
                  const auto& from = (*json)["from"];
                  const auto contact = Uuid::parse(from.value("contactId", std::string()));
                  if ((contact && person.contacts.contains(*contact))
                      || std::ranges::find(person.names.addresses, from.value("address", std::string()))
                          != person.names.addresses.end()) {
                      person.messages.insert(document.id);
                      if (const auto name = from.value("name", std::string());
                          sharesWord(name, person.names.names.front()))
                          add(person.names.names, name);
                  }
                  return {};
              });
        if (!done)
            return done;
        done = eachDocument(m_store, m_context, Meeting::type, true, [&](const Document& document) -> Result<void> {
            const auto meeting = entityOf<Meeting>(document);
            if (meeting)
                for (const auto& each : meeting->participants)
                    if (each.contactId && person.contacts.contains(each.contactId->value())) {
                        auto& labels = person.speakers[document.id];
                        labels.insert(nameKey(each.name));
                        for (const auto& label : each.speakerKeys)
                            labels.insert(nameKey(label));
                    }
            return {};
        });
        if (!done)
            return done;
        return eachDocument(m_store, m_context, Transcript::type, true, [&](const Document& document) -> Result<void> {
            const auto transcript = entityOf<Transcript>(document);
            const auto labels
                = transcript ? person.speakers.find(transcript->meetingId.value()) : person.speakers.end();
            if (labels == person.speakers.end())
                return {};
            for (std::size_t i = 0; i < transcript->utterances.size(); ++i)
                if (labels->second.contains(nameKey(transcript->utterances[i].speaker))) {
                    person.utterances[document.id].insert(int(i));
                    person.utterances[document.id].insert(transcript->firstUtterance + int(i));
                }
            return {};
        });
    }

private:
    static void take(const Contact& contact, platform::TracedPerson& person)
    {
        person.contacts.insert(contact.id.value());
        add(person.names.names, contact.contactName);
        for (const auto& name : contact.otherNames)
            add(person.names.names, name);
        add(person.names.addresses, contact.contactEmail);
        for (const auto& address : contact.otherEmails)
            add(person.names.addresses, address);
        for (const auto& phone : contact.phones)
            add(person.names.phones, phone);
    }

    Store& m_store;
    const Context& m_context;
    Id<Contact> m_id;
};

Json textsOf(const std::set<Uuid>& ids)
{
    Json list = Json::array();
    for (const auto& id : ids)
        list.push_back(id.text());
    return list;
}

std::set<Uuid> idsOf(const Json& list)
{
    std::set<Uuid> ids;
    for (const auto& each : list)
        if (const auto id = Uuid::parse(each.get<std::string>()))
            ids.insert(*id);
    return ids;
}
}

Result<GatheredPerson> gatherPerson(Store& store, const Context& context, Id<Contact> id, const std::string& key,
    const PersonProgress& progress, const std::function<Result<void>(const Document&)>& each)
{
    GatheredPerson out;
    out.person.key = key;
    Gathering gathering(store, context, id);
    if (auto done = gathering.knowPerson(out); !done)
        return fail(done.error());
    if (auto done = gathering.knowWords(out.person); !done)
        return fail(done.error());
    const platform::PersonTraces traces(out.person);
    std::int64_t looked = 0;
    for (const auto& type : documentTypes()) {
        auto done = eachDocument(store, context, type, true, [&](const Document& document) -> Result<void> {
            if (++looked % 500 == 0 && progress)
                progress(looked);
            const auto body = parseJson(document.body);
            if (!body)
                return fail(body.error());
            auto rewritten = traces.rewrite(type, document.id, *body);
            if (!rewritten)
                return {};
            ++out.report.documents[type];
            out.report.quotes += rewritten->quotes;
            (document.deleted ? out.deleted : out.changed).push_back({type, document.id});
            for (auto& source : rewritten->sources)
                out.sources.push_back(std::move(source));
            return each ? each(document) : Result<void>();
        });
        if (!done)
            return fail(done.error());
    }
    out.report.files = std::int64_t(out.sources.size());
    return out;
}

Json toJson(const platform::TracedPerson& person)
{
    Json speakers = Json::object();
    for (const auto& [meeting, labels] : person.speakers)
        speakers[meeting.text()] = labels;
    Json utterances = Json::object();
    for (const auto& [transcript, indexes] : person.utterances)
        utterances[transcript.text()] = indexes;
    return {{"names", person.names.names}, {"addresses", person.names.addresses}, {"phones", person.names.phones},
        {"sharedWords", person.names.sharedWords}, {"contacts", textsOf(person.contacts)},
        {"messages", textsOf(person.messages)}, {"speakers", std::move(speakers)},
        {"utterances", std::move(utterances)}, {"key", person.key}};
}

platform::TracedPerson tracedFromJson(const Json& json)
{
    using Texts = std::vector<std::string>;
    platform::TracedPerson person;
    person.names = {json["names"].get<Texts>(), json["addresses"].get<Texts>(), json["phones"].get<Texts>(),
        json["sharedWords"].get<Texts>()};
    person.contacts = idsOf(json["contacts"]);
    person.messages = idsOf(json["messages"]);
    for (const auto& [meeting, labels] : json["speakers"].items())
        if (const auto id = Uuid::parse(meeting))
            person.speakers[*id] = labels.get<std::set<std::string>>();
    for (const auto& [transcript, indexes] : json["utterances"].items())
        if (const auto id = Uuid::parse(transcript))
            person.utterances[*id] = indexes.get<std::set<int>>();
    person.key = json["key"].get<std::string>();
    return person;
}
}
