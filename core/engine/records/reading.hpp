// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/store.hpp"

#include <unordered_map>

namespace agentarmy {

template <class T> [[nodiscard]] Result<T> entityOf(const Document& document)
{
    auto json = parseJson(document.body);
    if (!json)
        return fail(json.error());
    return fromJson<T>(*json);
}

template <class T> [[nodiscard]] Result<T> readEntity(Store& store, const Context& context, Id<T> id)
{
    auto document = store.get(context, {T::type, id.value()});
    if (!document)
        return fail(document.error());
    return entityOf<T>(*document);
}

/// All that the query finds, page by page.
template <class T> [[nodiscard]] Result<std::vector<T>> readEntities(Store& store, const Context& context, Query query)
{
    query.type = T::type;
    query.limit = 1000;
    query.cursor.clear();
    std::vector<T> out;
    do {
        auto page = store.query(context, query);
        if (!page)
            return fail(page.error());
        for (const auto& document : page->items) {
            auto value = entityOf<T>(document);
            if (!value)
                return fail(value.error());
            out.push_back(std::move(*value));
        }
        query.cursor = page->nextCursor;
    } while (!query.cursor.empty());
    return out;
}

/// The first that the query finds in its order.
template <class T> [[nodiscard]] Result<std::optional<T>> readFirst(Store& store, const Context& context, Query query)
{
    query.type = T::type;
    query.limit = 1;
    auto page = store.query(context, query);
    if (!page)
        return fail(page.error());
    if (page->items.empty())
        return std::nullopt;
    auto value = entityOf<T>(page->items.front());
    if (!value)
        return fail(value.error());
    return std::optional<T>(std::move(*value));
}

/// Names by id, from the narrow rows alone.
[[nodiscard]] Result<std::unordered_map<Uuid, std::string>> readNames(
    Store& store, const Context& context, const char* type);
/// Writes one small local value of this device, in a transaction of its own.
[[nodiscard]] Result<void> keepValue(
    Store& store, const Context& context, const std::string& key, const std::string& value);
}
