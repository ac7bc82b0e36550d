// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/workspace/erase_person.hpp"
#include "core/rules/platform/person_traces.hpp"

namespace agentarmy {

/// One person and everything that speaks of them.
struct GatheredPerson {
    platform::TracedPerson person;
    PersonReport report;
    std::vector<DocumentKey> changed; ///< documents that are not deleted
    std::vector<DocumentKey> deleted;
    std::vector<std::string> sources; ///< hashes of imported files
};

/// Reads everything once. `key`: for hashes that stay. `each`: called with every document that speaks of the person.
[[nodiscard]] Result<GatheredPerson> gatherPerson(Store& store, const Context& context, Id<Contact> id,
    const std::string& key, const PersonProgress& progress,
    const std::function<Result<void>(const Document&)>& each = {});

[[nodiscard]] Json toJson(const platform::TracedPerson& person);
[[nodiscard]] platform::TracedPerson tracedFromJson(const Json& json); ///< of what toJson() made
}
