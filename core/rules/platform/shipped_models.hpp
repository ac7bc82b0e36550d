// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"
#include "core/rules/platform/model_routing.hpp"

namespace agentarmy::platform {

/// A model that answers by default where its service's key is set.
struct ModelChoice {
    ModelGroup group = ModelGroup::reasoning;
    std::string provider; ///< "anthropic", "openai"
    std::string model;
    int priority = 1; ///< 1 is tried first
    bool operator==(const ModelChoice&) const = default;
};
template <class F> void describe(F& f, ModelChoice& c)
{
    f.required("group", c.group);
    f.required("provider", c.provider, {1, 50});
    f.required("model", c.model, {1, 200});
    f("priority", c.priority, {1, 99});
}

/// A model that turns text into vectors.
struct EmbeddingChoice {
    std::string provider, model;
    int dimensions = 0;
};
template <class F> void describe(F& f, EmbeddingChoice& c)
{
    f.required("provider", c.provider, {1, 50});
    f.required("model", c.model, {1, 200});
    f.required("dimensions", c.dimensions, {1, 65536});
}

/// NanoUSD per token, from a day on.
struct ModelPrice {
    std::string model;
    Date from {};
    std::int64_t in = 0, out = 0;
    std::optional<std::int64_t> cachedIn; ///< of prompt tokens that the service read from its cache
};
template <class F> void describe(F& f, ModelPrice& p)
{
    f.required("model", p.model, {1, 200});
    f.required("from", p.from);
    f.required("in", p.in, {0, 1e9});
    f.required("out", p.out, {0, 1e9});
    f("cachedIn", p.cachedIn, {0, 1e9});
}

/// resources/llm/models.json.
struct ModelCatalogue {
    std::vector<ModelChoice> deployments;
    std::vector<EmbeddingChoice> embeddings;
    std::vector<ModelPrice> prices;
};
template <class F> void describe(F& f, ModelCatalogue& c)
{
    f.required("deployments", c.deployments, {1, 100});
    f("embeddings", c.embeddings, {0, 20});
    f.required("prices", c.prices, {1, 1000});
}

/// The catalogue that is compiled in. Read once; thread safe.
[[nodiscard]] const ModelCatalogue& shippedModels();
/// What is wrong with the file that was compiled in; nothing: it is sound. An unsound one counts as empty.
[[nodiscard]] const std::optional<Error>& shippedModelsError();

/// The price of a model on a day: the newest one that holds, else the first one listed for it; without a day the
/// newest. Null: not listed. Points into `prices`.
[[nodiscard]] const ModelPrice* priceOf(
    std::span<const ModelPrice> prices, std::string_view model, std::optional<Date> day = {});
}
