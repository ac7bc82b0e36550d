// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/records/reading.hpp"

namespace agentarmy {

Result<std::unordered_map<Uuid, std::string>> readNames(Store& store, const Context& context, const char* type)
{
    std::unordered_map<Uuid, std::string> names;
    Query query;
    query.type = type;
    query.includeArchived = true;
    auto done = store.readRows(context, query, [&](Row&& row) {
        const auto brief = parseJson(row.columns.brief);
        names.emplace(row.id, brief && brief->is_object() ? brief->value("name", std::string()) : std::string());
        return true;
    });
    if (!done)
        return fail(done.error());
    return names;
}

Result<void> keepValue(Store& store, const Context& context, const std::string& key, const std::string& value)
{
    auto transaction = store.begin(context);
    if (!transaction)
        return fail(transaction.error());
    if (auto done = (*transaction)->setValue(key, value); !done)
        return done;
    if (auto committed = (*transaction)->commit(); !committed)
        return fail(committed.error());
    return {};
}
}
