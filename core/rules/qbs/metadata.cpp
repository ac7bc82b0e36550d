// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/qbs/metadata.hpp"

#include "core/base/text.hpp"
#include "core/rules/qbs/pain_topics.hpp"

#include <algorithm>

namespace agentarmy::qbs {
namespace {
constexpr std::size_t maxTopics = 10;
constexpr std::size_t maxRevisits = 10;
constexpr std::size_t maxContacts = 20;
constexpr std::size_t keptQuotes = 3; ///< of a topic, while the target is passed but the hard bound is not
constexpr std::size_t shortBytes = 120; ///< what long texts are cut to at the hard bound
constexpr const char* qbsKey = "qbs";

std::size_t bytesOf(const Json& json) { return canonicalJson(json).size(); }

const Json* memberOf(const Json& object, const char* key)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

bool isEmptyValue(const Json& json) { return json.is_null() || ((json.is_structured()) && json.empty()); }

/// The topic that loses its oldest quote next: of those with more than `keep`, the one probed longest ago.
PainTopic* nextToShorten(std::vector<PainTopic>& topics, std::size_t keep)
{
    PainTopic* next = nullptr;
    for (auto& topic : topics)
        if (topic.evidence.size() > keep && (!next || topic.lastProbedAt < next->lastProbedAt))
            next = &topic;
    return next;
}

/// Takes quotes until `bytes` fits `most`; the bytes that are left.
std::size_t shedQuotes(std::vector<PainTopic>& topics, std::size_t bytes, std::size_t most, std::size_t keep)
{
    while (bytes > most) {
        auto* topic = nextToShorten(topics, keep);
        if (!topic)
            return bytes;
        std::size_t gone = 0; // all that must leave this topic at once: a list loses its front only once
        std::size_t freed = 0;
        while (topic->evidence.size() - gone > keep && freed + most < bytes) {
            freed += bytesOf(topic->evidence[gone]) + 1;
            ++gone;
        }
        topic->evidence.erase(topic->evidence.begin(), topic->evidence.begin() + std::ptrdiff_t(gone));
        bytes -= std::min(bytes, freed);
    }
    return bytes;
}

void shorten(std::string& text)
{
    if (text.size() > shortBytes)
        text = std::string(cutAtCodePoint(text, shortBytes));
}
void shorten(std::optional<std::string>& text)
{
    if (text)
        shorten(*text);
}

/// `rest`: the bytes of all else under `qbs`. Whatever that takes, a pain state has room for its newest quotes.
void fit(PainFunnelState& state, std::size_t rest)
{
    const auto room = [&](std::size_t bound, std::size_t least) { return std::max(bound, rest + least) - rest; };
    const auto target = room(targetBytes, targetBytes / 2);
    const auto most = room(hardBytes, hardBytes / 2);
    auto bytes = bytesOf(painStateJson(state));
    bytes = shedQuotes(state.painTopics, bytes, target, keptQuotes);
    bytes = shedQuotes(state.painTopics, bytes, most, 0);
    if (bytes <= most)
        return;
    for (auto& topic : state.painTopics) {
        shorten(topic.businessImpact);
        shorten(topic.emotionalIndicator);
    }
    for (auto& topic : state.revisitLater)
        shorten(topic);
    shorten(state.lastProbedTopic);
    while (!state.painTopics.empty() && bytesOf(painStateJson(state)) > most)
        state.painTopics.erase(std::min_element(state.painTopics.begin(), state.painTopics.end(),
            [](const PainTopic& a, const PainTopic& b) { return a.lastProbedAt < b.lastProbedAt; }));
}

/// Fields of ours replaced, those that we do not know kept.
Json over(const Json* stored, Json ours, std::initializer_list<const char*> optional)
{
    if (!stored || !stored->is_object())
        return ours;
    auto merged = *stored;
    for (const auto* key : optional)
        merged.erase(key);
    merged.update(ours);
    return merged;
}

Json& qbsOf(Json& metadata)
{
    if (!metadata.is_object())
        metadata = Json::object();
    auto& qbs = metadata[qbsKey];
    if (!qbs.is_object())
        qbs = Json::object();
    return qbs;
}

template <class T> void readPart(const Json* json, T& to, const char* name, std::vector<std::string>& warnings)
{
    if (!json || isEmptyValue(*json))
        return;
    auto read = fromJson<T>(*json);
    if (read)
        to = std::move(*read);
    else
        warnings.push_back(
            std::string("What was kept of ") + name + " could not be read and starts anew: " + read.error().message);
}

void storePart(Json& qbs, const char* key, Json value)
{
    if (!isEmptyValue(value))
        qbs[key] = std::move(value);
    else
        qbs.erase(key);
}
}

Json painTopicJson(const PainTopic& topic)
{
    auto json = toJson(topic);
    json["businessImpact"] = topic.businessImpact ? Json(*topic.businessImpact) : Json();
    json["emotionalIndicator"] = topic.emotionalIndicator ? Json(*topic.emotionalIndicator) : Json();
    return json;
}

Json painStateJson(const PainFunnelState& state)
{
    auto json = toJson(state);
    auto& topics = json["painTopics"] = Json::array();
    for (const auto& topic : state.painTopics)
        topics.push_back(painTopicJson(topic));
    json["lastProbedTopic"] = state.lastProbedTopic ? Json(*state.lastProbedTopic) : Json();
    return json;
}

Result<PainFunnelState> painStateFromJson(const Json& json)
{
    auto copy = json;
    if (copy.is_object())
        if (const auto topics = copy.find("painTopics"); topics != copy.end() && topics->is_array())
            for (auto& topic : *topics)
                if (topic.is_object() && topic.contains("evidence") && topic["evidence"].is_string())
                    topic["evidence"] = Json::array({topic["evidence"]});
    auto state = fromJson<PainFunnelState>(copy);
    if (!state)
        return state;
    for (auto& topic : state->painTopics)
        topic.topic = topicText(topic.topic);
    std::erase_if(state->painTopics, [](const PainTopic& topic) { return topic.topic.empty(); });
    while (state->painTopics.size() > maxTopics) {
        const auto oldest = std::min_element(state->painTopics.begin(), state->painTopics.end(),
            [](const PainTopic& a, const PainTopic& b) { return a.lastProbedAt < b.lastProbedAt; });
        state->painTopics.erase(oldest);
    }
    auto& revisits = state->revisitLater;
    if (revisits.size() > maxRevisits)
        revisits.erase(revisits.begin(), revisits.end() - maxRevisits);
    return state;
}

LoadedPainState loadPainState(const Json& metadata)
{
    const auto* qbs = memberOf(metadata, qbsKey);
    if (!qbs)
        return {};
    if (!qbs->is_object())
        return {{}, !isEmptyValue(*qbs)};
    const auto* stored = memberOf(*qbs, "painState");
    if (!stored || isEmptyValue(*stored))
        return {};
    auto state = painStateFromJson(*stored);
    return state ? LoadedPainState {std::move(*state), false} : LoadedPainState {{}, true};
}

Json savedPainState(Json metadata, PainFunnelState state)
{
    auto& qbs = qbsOf(metadata);
    Json others = qbs;
    others.erase("painState");
    fit(state, bytesOf(others) + std::string_view(R"("painState":,)").size());
    qbs["painState"]
        = over(memberOf(qbs, "painState"), painStateJson(state), {"elaborationsCurrentTopic", "turnsSinceResistance"});
    return metadata;
}

LoadedQbs loadQbs(const Json& metadata)
{
    LoadedQbs loaded;
    auto pain = loadPainState(metadata);
    loaded.data.painState = std::move(pain.state);
    if (pain.warning)
        loaded.warnings.emplace_back("What was kept of the pains could not be read and starts anew.");
    const auto* qbs = memberOf(metadata, qbsKey);
    if (!qbs || !qbs->is_object())
        return loaded;
    if (const auto* expansion = memberOf(*qbs, "expansion")) {
        const auto* list = memberOf(*expansion, "detectedContacts");
        if (!expansion->is_object() && !isEmptyValue(*expansion))
            list = expansion; // a list or a text: cannot be read
        readPart(list, loaded.data.contacts, "the people mentioned", loaded.warnings);
    }
    auto& contacts = loaded.data.contacts;
    if (contacts.size() > maxContacts)
        contacts.erase(contacts.begin(), contacts.end() - maxContacts);
    readPart(memberOf(*qbs, "asked"), loaded.data.asked, "the questions asked", loaded.warnings);
    readPart(memberOf(*qbs, "corrections"), loaded.data.corrections, "people's corrections", loaded.warnings);
    return loaded;
}

Json savedQbs(Json metadata, const QbsData& data)
{
    auto& qbs = qbsOf(metadata);
    auto contacts = data.contacts;
    const auto storeOthers = [&] {
        auto& expansion = qbs["expansion"];
        if (!expansion.is_object())
            expansion = Json::object();
        Json list = Json::array();
        for (const auto& contact : contacts)
            list.push_back(toStoredJson(contact));
        storePart(expansion, "detectedContacts", std::move(list));
        if (expansion.empty())
            qbs.erase("expansion");
        storePart(qbs, "asked", toStoredJson(data.asked));
        storePart(qbs, "corrections", toStoredJson(data.corrections));
    };
    storeOthers();
    Json others = qbs;
    others.erase("painState");
    if (bytesOf(others) > targetBytes) { // the people mentioned leave room for the pains
        for (auto& contact : contacts)
            shorten(contact.contextQuote);
        storeOthers();
    }
    return savedPainState(std::move(metadata), data.painState);
}
}
