// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"
#include "core/base/uuid.hpp"
#include "core/rules/platform/person_marks.hpp"

#include <map>
#include <optional>
#include <set>

namespace agentarmy::platform {

/// What is known of the person whose traces are looked for.
struct TracedPerson {
    PersonNames names;
    std::set<Uuid> contacts; ///< their record, and those that were merged into it
    std::set<Uuid> messages; ///< what they wrote
    std::map<Uuid, std::set<std::string>> speakers; ///< by meeting: the labels under which they speak, as nameKey()
    std::map<Uuid, std::set<int>> utterances; ///< by transcript: what they said, counted in the whole and in the part
    std::string key; ///< for keyedHash(): what is a key and names them becomes its hash, so that it stays one
};

/// A document without the person.
struct TraceRewrite {
    Json body;
    int quotes = 0; ///< of their words, taken out
    std::vector<std::string> sources; ///< hashes of files that hold what was taken out: they go
};

/// Which parts of what is stored are about one person, and what stays of it. Their own record loses all but its place;
/// what they wrote or said, and quotes of it, goes; what others wrote stays with "[erased]" for the name; drafts to
/// them lose their text and are called off. Documents of types that are not known lose the names in them.
class PersonTraces {
public:
    explicit PersonTraces(TracedPerson person);
    /// Nothing: the document is not about them.
    [[nodiscard]] std::optional<TraceRewrite> rewrite(std::string_view type, const Uuid& id, const Json& body) const;
    /// The same of a single value: of the log, of a job. Nothing: they are not in it.
    [[nodiscard]] std::optional<Json> rewriteValue(const Json& value) const;
    /// Whether the bytes of a source (text, JSON) name them.
    [[nodiscard]] bool isNamedIn(std::string_view bytes) const;

private:
    struct Walk;
    [[nodiscard]] bool refersTo(const Json& value) const;
    [[nodiscard]] bool isTheirs(const Json& object) const;
    [[nodiscard]] bool saidIt(const Json& evidence) const;
    void clearContact(Json& body) const;
    void clearMessage(Json& body, bool present) const;
    void clearTranscript(Json& body) const;
    void walk(Json& value, Walk& state, bool isKey) const;

    TracedPerson m_person;
    PersonMarks m_marks;
    std::unordered_set<std::string> m_ids; ///< contacts and messages as they stand in JSON
};
}
