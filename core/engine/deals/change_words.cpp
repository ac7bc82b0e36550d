// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/deals/change_words.hpp"

#include "core/base/text.hpp"
#include "core/domain/meeting.hpp"
#include "core/engine/records/reading.hpp"
#include "core/rules/sales/completeness.hpp"

#include <algorithm>
#include <array>

namespace agentarmy {
namespace {
using Words = std::pair<std::string_view, std::string_view>;
constexpr std::array fieldWords {Words {"name", "name"}, Words {"productLine", "product"}, Words {"dealStage", "stage"},
    Words {"estimatedValue", "value"}, Words {"probability", "probability"}, Words {"closeDate", "close date"},
    Words {"ownerId", "owner"}, Words {"forecastOverride", "forecast"},
    Words {"qualificationSnapshot", "qualification"}, Words {"lostReason", "lost reason"},
    Words {"closedValue", "closed value"}, Words {"stallReason", "reason for the stall"},
    Words {"needsReview", "review mark"}, Words {"archived", "archive"}, Words {"accountName", "name"},
    Words {"otherNames", "other names"}, Words {"contactName", "name"}, Words {"contactEmail", "e-mail"},
    Words {"otherEmails", "other e-mails"}, Words {"accountId", "account"}, Words {"mergedInto", "merge"},
    Words {"companySize", "company size"}, Words {"stakeholder", "role and scores"}, Words {"optedOut", "opt-out"},
    Words {"dueOn", "due day"}, Words {"detectionConfidence", "detection confidence"}};
/// Written beside what people or the agent mean; not shown by itself.
constexpr std::array<std::string_view, 25> bookkeeping {"updatedAt", "createdAt", "lastActivityAt", "stageEnteredAt",
    "closedAt", "probabilitySource", "stageBeforeStall", "interactionCount", "activeStakeholders", "activeBlocker",
    "nextStep", "evidenceAtUndo", "suggestions", "metadata", "closeDatePushes", "syncedAt", "id", "detectedBy",
    "source", "externalIds", "messageCount", "firstAt", "lastAt", "preview", "detectionConfidence"};

std::string firstWord(const std::string& name)
{
    const auto end = name.find(' ');
    return end == std::string::npos ? name : name.substr(0, end);
}

bool changesStage(const Change& change)
{
    return change.op == ChangeOp::patch
        && std::find(change.fields.begin(), change.fields.end(), "dealStage") != change.fields.end();
}

const ChangedField* valueOf(const Change& change, std::string_view path)
{
    for (const auto& each : change.values)
        if (each.path == path)
            return &each;
    return nullptr;
}

std::optional<Timestamp> timeOf(const Json& value)
{
    if (!value.is_string())
        return std::nullopt;
    const auto time = parseTimestamp(value.get_ref<const std::string&>());
    return time ? std::optional(*time) : std::nullopt;
}

/// Dimensions that one snapshot has and the other has not.
std::vector<std::string> gained(const Json& before, const Json& after)
{
    const auto had = fromJson<QualificationState>(before.is_object() ? before : Json::object());
    const auto has = fromJson<QualificationState>(after.is_object() ? after : Json::object());
    std::vector<std::string> names;
    if (!had || !has)
        return names;
    for (const auto& [dimension, text] : EnumTexts<Dimension>::values)
        if ((*has)[dimension].identified && !(*had)[dimension].identified)
            names.emplace_back(sales::plainName(dimension));
    return names;
}

std::string enumerate(const std::vector<std::string>& parts)
{
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i)
        out += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return out;
}
}

std::string plainWords(std::string_view enumText)
{
    std::string words(enumText);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

ChangeWords::ChangeWords(Store& store, Context context, const Zone& zone, Timestamp now)
    : m_store(store)
    , m_context(std::move(context))
    , m_zone(zone)
    , m_year(int(zone.localDate(now).year()))
{
}

std::string ChangeWords::userName(const Uuid& id)
{
    if (!m_users) {
        auto names = readNames(m_store, m_context, User::type);
        m_users = names ? std::move(*names) : std::unordered_map<Uuid, std::string> {};
    }
    const auto found = m_users->find(id);
    return found == m_users->end() ? std::string() : found->second;
}

std::string ChangeWords::actor(const Change& change)
{
    switch (change.actor.kind) {
    case ActorKind::agent:
        return "Agent";
    case ActorKind::import:
        return "Import";
    case ActorKind::system:
        return "System";
    case ActorKind::person:
        break;
    }
    auto name = change.actor.userId ? userName(change.actor.userId->value()) : std::string();
    if (!name.empty())
        return name;
    return change.actor.userId == m_context.actor.userId ? "You" : "Somebody";
}

std::string ChangeWords::shortActor(const Change& change) { return firstWord(actor(change)); }

std::string ChangeWords::day(Date date) const
{
    constexpr std::array months {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto text = std::to_string(unsigned(date.day())) + ' ' + months[(unsigned(date.month()) - 1) % 12];
    if (int(date.year()) != m_year)
        text += ' ' + std::to_string(int(date.year()));
    return text;
}

std::string ChangeWords::day(Timestamp at) const { return day(m_zone.localDate(at)); }

const std::string& ChangeWords::source(const Uuid& id) { return sourceOf(id).words; }
const ChangeWords::Source& ChangeWords::sourceOf(const Uuid& id)
{
    if (const auto known = m_sources.find(id); known != m_sources.end())
        return known->second;
    auto& source = m_sources[id];
    if (auto message = readEntity(m_store, m_context, Id<Message>(id))) {
        source.at = message->sentAt;
        source.words = std::string(message->channel == Channel::email ? "mail" : enumText(message->channel)) + " of "
            + day(message->sentAt);
    } else if (auto transcript = readEntity(m_store, m_context, Id<Transcript>(id))) {
        if (auto meeting = readEntity(m_store, m_context, transcript->meetingId)) {
            source.at = meeting->scheduledStart;
            source.words = "meeting of " + day(meeting->scheduledStart);
        }
    }
    return source;
}

std::string ChangeWords::cause(const Change& change)
{
    const auto& cause = change.cause;
    const auto from = cause.messageId ? source(*cause.messageId) : std::string();
    auto readIn = from.empty() ? std::string() : "Read in a " + from + '.';
    const auto detail = [&](const char* key) {
        return cause.details.is_object() && cause.details.contains(key) && cause.details[key].is_string()
            ? cause.details[key].get<std::string>()
            : std::string();
    };
    if (!cause.reason.empty())
        return cause.reason;
    if (cause.what == "stage_move" && change.actor.kind == ActorKind::agent)
        return "The evidence for " + plainWords(detail("to")) + " is complete"
            + (from.empty() ? "." : " (" + from + ").");
    if (cause.what == "stage_move") {
        std::vector<std::string> missing;
        if (cause.details.is_object() && cause.details.contains("missing") && cause.details["missing"].is_array())
            for (const auto& each : cause.details["missing"])
                if (each.is_string())
                    missing.push_back(plainWords(each.get<std::string>()));
        return missing.empty() ? std::string() : "Not proven yet: " + enumerate(missing) + '.';
    }
    if (cause.what == "import")
        return detail("file").empty() ? "From an import." : "Imported from " + detail("file") + '.';
    if (cause.what == "undo")
        return "Taken back.";
    if (cause.what == "redo")
        return "Done again after it was taken back.";
    if (cause.what == "merge")
        return detail("gaveUp").empty() ? "Merged." : "Merged with " + detail("gaveUp") + '.';
    if (cause.what == "next_steps")
        return "Looked at what to do next.";
    if (cause.what == "delete_root")
        return "Deleted with what it belongs to.";
    return readIn;
}

std::string ChangeWords::field(const std::string& path)
{
    for (const auto& [key, words] : fieldWords)
        if (key == path)
            return std::string(words);
    std::string words;
    for (const char c : path) {
        if (c >= 'A' && c <= 'Z')
            words += ' ';
        words += c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    }
    return words;
}

bool ChangeWords::isBookkeeping(const std::string& path)
{
    return std::find(bookkeeping.begin(), bookkeeping.end(), path) != bookkeeping.end();
}

std::string ChangeWords::value(const std::string& path, const Json& json)
{
    if (json.is_null())
        return "nothing";
    if (json.is_object() && json.contains("amountMinor"))
        if (auto money = fromJson<Money>(json))
            return plainText(*money);
    if (path == "forecastOverride" && json.is_object())
        return plainWords(json.value("category", std::string()));
    if (path == "probability" && json.is_number())
        return std::to_string(sales::wholePercent(json.get<double>())) + " %";
    if (json.is_boolean())
        return json.get<bool>() ? "yes" : "no";
    if (json.is_string()) {
        const auto text = json.get<std::string>();
        if (path == "ownerId")
            if (const auto id = Uuid::parse(text))
                return userName(*id).empty() ? "somebody" : userName(*id);
        if (const auto date = parseDate(text))
            return day(*date);
        if (const auto time = parseTimestamp(text))
            return day(*time);
        return path == "dealStage" || path == "state" || path == "status" ? plainWords(text) : ellipsized(text, 80);
    }
    if (json.is_number())
        return json.dump();
    if (json.is_array() && std::all_of(json.begin(), json.end(), [](const Json& each) { return each.is_string(); })) {
        std::vector<std::string> parts;
        for (const auto& each : json)
            parts.push_back(each.get<std::string>());
        return ellipsized(join(parts, ", "), 80);
    }
    return "changed";
}

std::vector<const ChangedField*> ChangeWords::visible(const Change& change) const
{
    std::vector<const ChangedField*> out;
    const bool stage = changesStage(change);
    for (const auto& each : change.values) {
        if (isBookkeeping(each.path) || (stage && each.path == "probability"))
            continue;
        if (each.path == "qualificationSnapshot" && gained(each.before, each.after).empty())
            continue;
        out.push_back(&each);
    }
    return out;
}

std::string ChangeWords::title(const Change& change)
{
    const auto who = shortActor(change);
    const auto thing = change.document.type == "opportunity" ? std::string("deal") : plainWords(change.document.type);
    switch (change.op) {
    case ChangeOp::create:
        return change.actor.kind == ActorKind::agent ? who + " detected the " + thing
            : change.actor.kind == ActorKind::import ? "Imported the " + thing
                                                     : who + " created the " + thing;
    case ChangeOp::remove:
        return who + " deleted the " + thing;
    case ChangeOp::restore:
        return who + " restored the " + thing;
    case ChangeOp::patch:
        break;
    }
    const bool undo = change.cause.what == "undo";
    if (changesStage(change)) {
        const auto* stage = valueOf(change, "dealStage");
        const auto to
            = stage && stage->after.is_string() ? " to " + plainWords(stage->after.get<std::string>()) : std::string();
        return who + (undo ? " moved back" : " moved") + to;
    }
    if (change.cause.what == "qualify" && change.cause.details.is_object()) {
        const auto detail = [&](const char* key) { return change.cause.details.value(key, std::string()); };
        const auto dimension = parseEnum<Dimension>(detail("dimension"));
        const auto edit = detail("edit");
        const auto* verb = edit == "set" ? " set "
            : edit == "lock"             ? " confirmed "
            : edit == "unlock"           ? " unlocked "
                                         : " rejected ";
        return who + verb + std::string(dimension ? sales::plainName(*dimension) : "qualification");
    }
    const auto fields = visible(change);
    if (fields.empty()) // a person's values may be erased by now: the entry still says what was touched
        return change.values.empty() && change.actor.kind == ActorKind::person && !change.fields.empty()
            ? who + " changed " + field(change.fields.front())
            : std::string();
    if (fields.front()->path == "qualificationSnapshot" && fields.size() == 1)
        return who + " identified " + enumerate(gained(fields.front()->before, fields.front()->after));
    if (fields.size() == 1 && fields.front()->path == "archived")
        return who + (fields.front()->after == Json(true) ? " archived the " : " took out of the archive the ") + thing;
    if (fields.size() == 1 && fields.front()->path == "needsReview")
        return who + (fields.front()->after == Json(true) ? " asked to look at the " : " looked at the ") + thing;
    std::vector<std::string> names;
    names.reserve(fields.size());
    for (const auto* each : fields)
        names.push_back(field(each->path));
    const auto* verb = undo               ? " took back "
        : fields.size() > 1               ? " changed "
        : fields.front()->after.is_null() ? " cleared "
                                          : " set ";
    return who + verb + enumerate(names);
}

std::string ChangeWords::values(const Change& change)
{
    if (change.op != ChangeOp::patch)
        return {};
    if (changesStage(change)) {
        const auto* stage = valueOf(change, "dealStage");
        auto why = cause(change);
        if (!stage)
            return why;
        return "from " + value("dealStage", stage->before) + (why.empty() ? "" : ": " + why);
    }
    if (change.cause.what == "qualify" && change.cause.details.is_object()) {
        const auto before = change.cause.details.value("before", std::string());
        const auto after = change.cause.details.value("after", std::string());
        return before == after ? after
            : before.empty()   ? after
                               : before + " to " + (after.empty() ? "not known" : after);
    }
    const auto fields = visible(change);
    constexpr std::array wordless {"qualificationSnapshot", "archived", "needsReview"}; // the title has said it
    if (fields.size() == 1 && std::any_of(wordless.begin(), wordless.end(), [&](const char* path) {
            return fields.front()->path == path;
        }))
        return cause(change);
    std::vector<std::string> parts;
    for (const auto* each : fields) {
        if (each->path == "qualificationSnapshot") {
            parts.push_back("identified " + enumerate(gained(each->before, each->after)));
            continue;
        }
        const auto text = value(each->path, each->before) + " to " + value(each->path, each->after);
        parts.push_back(fields.size() == 1 ? text : field(each->path) + ' ' + text);
    }
    return join(parts, "; ");
}

Timestamp ChangeWords::happenedAt(const Change& change)
{
    if (change.actor.kind == ActorKind::person)
        return change.at;
    if (const auto* entered = valueOf(change, "stageEnteredAt"))
        if (const auto at = timeOf(entered->after))
            return std::min(*at, change.at);
    if (change.cause.messageId)
        if (const auto at = sourceOf(*change.cause.messageId).at)
            return std::min(*at, change.at);
    if (const auto* snapshot = valueOf(change, "qualificationSnapshot");
        snapshot && snapshot->after.is_object() && snapshot->after.contains("lastUpdated"))
        if (const auto at = timeOf(snapshot->after["lastUpdated"]))
            return std::min(*at, change.at);
    if (const auto* updated = valueOf(change, "updatedAt"))
        if (const auto at = timeOf(updated->after))
            return std::min(*at, change.at);
    return change.at;
}
}
