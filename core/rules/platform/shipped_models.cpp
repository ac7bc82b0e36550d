// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/shipped_models.hpp"

#include "core/rules/platform/shipped_models_text.hpp"

namespace agentarmy::platform {
namespace {
struct Shipped {
    ModelCatalogue catalogue;
    std::optional<Error> error;
};

const Shipped& shipped()
{
    static const Shipped read = [] {
        Shipped out;
        const auto json = parseJson(shippedModelsText());
        auto catalogue = json ? fromJson<ModelCatalogue>(*json) : Result<ModelCatalogue>(fail(json.error()));
        if (catalogue)
            out.catalogue = std::move(*catalogue);
        else
            out.error = catalogue.error();
        return out;
    }();
    return read;
}
}

const ModelCatalogue& shippedModels() { return shipped().catalogue; }
const std::optional<Error>& shippedModelsError() { return shipped().error; }

const ModelPrice* priceOf(std::span<const ModelPrice> prices, std::string_view model, std::optional<Date> day)
{
    const ModelPrice* earliest = nullptr;
    const ModelPrice* newest = nullptr;
    for (const auto& price : prices) {
        if (price.model != model)
            continue;
        if (!earliest || price.from < earliest->from)
            earliest = &price;
        if ((!day || price.from <= *day) && (!newest || price.from > newest->from))
            newest = &price;
    }
    return newest ? newest : earliest;
}
}
