// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/erase_person.hpp"

#include "core/base/keyed_hash.hpp"
#include "core/base/text.hpp"
#include "core/domain/meeting.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/records/unit_of_work.hpp"
#include "core/engine/workspace/doctor.hpp"
#include "core/engine/workspace/person_gathering.hpp"

namespace agentarmy {
namespace {
constexpr const char* keyName = "erased.key";
constexpr const char* peopleName = "erased.people";
constexpr const char* pendingName = "erased.pending";
constexpr int perTransaction = 400;

std::string addressMark(std::string_view address) { return "mail:" + foldCase(trimView(address)); }
std::string nameMark(std::string_view name) { return "name:" + nameKey(name); }
std::string sourceMark(std::string_view hash) { return "file:" + std::string(hash); }
bool isFullName(std::string_view name) { return nameKey(name).find(' ') != std::string::npos; }

Result<std::string> hashKey(Store& store, const Context& context)
{
    auto key = store.value(context, keyName);
    if (!key || !key->empty())
        return key;
    auto made = newHashKey();
    if (auto kept = keepValue(store, context, keyName, made); !kept)
        return fail(kept.error());
    return made;
}

/// Hashes of the person's addresses, full names and imported files, beside those that are blocked already.
Result<std::string> blockedWith(
    Store& store, const Context& context, const std::string& key, const GatheredPerson& gathered)
{
    auto stored = store.value(context, peopleName);
    if (!stored)
        return stored;
    std::set<std::string> hashes;
    for (const auto line : linesOf(*stored))
        if (!line.empty())
            hashes.emplace(line);
    for (const auto& address : gathered.person.names.addresses)
        hashes.insert(keyedHash(key, addressMark(address)));
    for (const auto& name : gathered.person.names.names)
        if (isFullName(name))
            hashes.insert(keyedHash(key, nameMark(name)));
    for (const auto& source : gathered.sources)
        hashes.insert(keyedHash(key, sourceMark(source)));
    return join({hashes.begin(), hashes.end()}, "\n");
}

/// The contents of the files, the log and the index, once the documents are rewritten.
Result<ErasureReport> eraseRest(
    Eraser& eraser, const Context& context, const platform::PersonTraces& traces, const Json& pending)
{
    Erasure erasure;
    for (const auto& key : pending["values"])
        erasure.valuesOf.push_back({key[0].get<std::string>(), *Uuid::parse(key[1].get<std::string>())});
    for (const auto& key : pending["purge"])
        erasure.purge.push_back({key[0].get<std::string>(), *Uuid::parse(key[1].get<std::string>())});
    erasure.attachments = pending["sources"].get<std::vector<std::string>>();
    erasure.rewrite = [&](const Json& value) { return traces.rewriteValue(value); };
    erasure.concerns = [&](std::string_view bytes) { return traces.isNamedIn(bytes); };
    erasure.localValues = {pendingName};
    auto done = eraser.erase(context, erasure);
    if (!done)
        return done;
    if (auto scrubbed = eraser.scrub(context); !scrubbed)
        return fail(scrubbed.error());
    return done;
}

Json keysJson(const std::vector<DocumentKey>& keys)
{
    Json list = Json::array();
    for (const auto& key : keys)
        list.push_back({key.type, key.id.text()});
    return list;
}

/// Documents whose old values say nothing that is worth keeping without the person.
bool losesHistory(const std::string& type)
{
    return type == Contact::type || type == Message::type || type == Transcript::type;
}

Result<void> rewriteDocuments(Store& store, const Context& context, const platform::PersonTraces& traces,
    const std::vector<DocumentKey>& keys, const std::map<std::string, std::string>& values)
{
    auto transaction = store.begin(context);
    if (!transaction)
        return fail(transaction.error());
    Cause cause;
    cause.what = "erase_person";
    for (const auto& [key, value] : values)
        if (auto done = (*transaction)->setValue(key, value); !done)
            return done;
    for (const auto& key : keys) {
        auto document = (*transaction)->get(key);
        if (!document)
            return fail(document.error());
        if (!*document || (*document)->deleted)
            continue;
        const auto body = parseJson((*document)->body);
        if (!body)
            return fail(body.error());
        const auto rewritten = traces.rewrite(key.type, key.id, *body);
        if (!rewritten)
            continue;
        auto patched = (*transaction)->patch(key, patchesBetween(*body, rewritten->body), cause);
        if (!patched)
            return fail(patched.error());
    }
    auto done = (*transaction)->commit();
    return done ? Result<void>() : fail(done.error());
}
}

std::int64_t PersonReport::messages() const
{
    const auto found = documents.find(Message::type);
    return found == documents.end() ? 0 : found->second;
}

std::int64_t PersonReport::records() const
{
    std::int64_t count = 0;
    for (const auto& [type, number] : documents)
        count += type == Message::type ? 0 : number;
    return count;
}

Json toJson(const PersonReport& report)
{
    return {{"contactId", report.contactId.text()}, {"name", report.name}, {"address", report.address},
        {"documents", report.documents}, {"records", report.records()}, {"messages", report.messages()},
        {"quotes", report.quotes}, {"files", report.files}, {"logValues", report.logValues}};
}

Result<PersonReport> tracesOfPerson(
    Store& store, const Context& context, Id<Contact> id, const PersonProgress& progress)
{
    auto gathered = gatherPerson(store, context, id, {}, progress);
    if (!gathered)
        return fail(gathered.error());
    return std::move(gathered->report);
}

Result<PersonReport> erasePerson(
    Store& store, Eraser& eraser, const Context& context, Id<Contact> id, const PersonProgress& progress)
{
    if (auto before = finishErasing(store, eraser, context); !before)
        return fail(before.error());
    auto key = hashKey(store, context);
    if (!key)
        return fail(key.error());
    auto gathered = gatherPerson(store, context, id, *key, progress);
    if (!gathered)
        return fail(gathered.error());
    auto blocked = blockedWith(store, context, *key, *gathered);
    if (!blocked)
        return fail(blocked.error());
    std::vector<DocumentKey> values;
    for (const auto& document : gathered->changed)
        if (losesHistory(document.type))
            values.push_back(document);
    const Json pending {{"person", toJson(gathered->person)}, {"values", keysJson(values)},
        {"purge", keysJson(gathered->deleted)}, {"sources", gathered->sources},
        {"changed", keysJson(gathered->changed)}};
    const platform::PersonTraces traces(gathered->person);
    // From here on it is finished, come what may: a second run would not find what only half of the records still say.
    auto writing = context;
    writing.stop = {};
    if (auto begun
        = rewriteDocuments(store, writing, traces, {}, {{peopleName, *blocked}, {pendingName, pending.dump()}});
        !begun)
        return fail(begun.error());
    auto done = finishErasing(store, eraser, writing);
    if (!done)
        return fail(done.error());
    auto& report = gathered->report;
    auto counts = store.value(writing, "erased.last");
    if (counts)
        if (const auto json = parseJson(*counts)) {
            report.logValues = json->value("logValues", std::int64_t(0));
            report.files = json->value("files", std::int64_t(0));
        }
    return std::move(report);
}

Result<bool> finishErasing(Store& store, Eraser& eraser, const Context& context)
{
    auto stored = store.value(context, pendingName);
    if (!stored)
        return fail(stored.error());
    if (stored->empty())
        return false;
    const auto pending = parseJson(*stored);
    if (!pending)
        return fail(pending.error());
    auto writing = context;
    writing.stop = {};
    const platform::PersonTraces traces(tracedFromJson((*pending)["person"]));
    std::vector<DocumentKey> keys;
    const auto& changed = (*pending)["changed"];
    for (std::size_t i = 0; i < changed.size(); ++i) {
        keys.push_back({changed[i][0].get<std::string>(), *Uuid::parse(changed[i][1].get<std::string>())});
        if (keys.size() < perTransaction && i + 1 < changed.size())
            continue;
        if (auto done = rewriteDocuments(store, writing, traces, keys, {}); !done)
            return fail(done.error());
        keys.clear();
    }
    auto done = eraseRest(eraser, writing, traces, *pending);
    if (!done)
        return fail(done.error());
    if (auto kept = keepValue(
            store, writing, "erased.last", Json {{"logValues", done->logValues}, {"files", done->files}}.dump());
        !kept)
        return fail(kept.error());
    return true;
}

Result<ErasedPeople> ErasedPeople::load(Store& store, const Context& context)
{
    ErasedPeople people;
    auto key = store.value(context, keyName);
    if (!key)
        return fail(key.error());
    auto hashes = store.value(context, peopleName);
    if (!hashes)
        return fail(hashes.error());
    people.m_key = std::move(*key);
    for (const auto line : linesOf(*hashes))
        if (!line.empty())
            people.m_hashes.emplace(line);
    return people;
}

bool ErasedPeople::hasAddress(std::string_view address) const
{
    return !m_hashes.empty() && !address.empty() && m_hashes.contains(keyedHash(m_key, addressMark(address)));
}

bool ErasedPeople::hasName(std::string_view name) const
{
    return !m_hashes.empty() && isFullName(name) && m_hashes.contains(keyedHash(m_key, nameMark(name)));
}

bool ErasedPeople::hasSource(std::string_view hash) const
{
    return !m_hashes.empty() && m_hashes.contains(keyedHash(m_key, sourceMark(hash)));
}
}
