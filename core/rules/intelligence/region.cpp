// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/intelligence/region.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::intelligence {
namespace {
constexpr int deepest = 4;

struct Shipped {
    std::string_view path;
    RegionValues values;
};

std::optional<std::vector<std::string>> speaking(const char* language) { return std::vector<std::string> {language}; }

/// Only what differs from the node above.
const std::vector<Shipped>& shipped()
{
    using Cycle = std::pair<int, int>;
    static const std::vector<Shipped> table = {
        {"apac", {0.7, 0.9, "USD", 60, "annual", Cycle {4, 12}, {}}},
        {"apac/japan", {0.9, {}, {}, {}, {}, Cycle {6, 12}, speaking("Japanese")}},
        {"apac/singapore", {0.5, {}, {}, {}, {}, Cycle {2, 4}, {}}},
        {"apac/australia", {0.35, {}, {}, {}, {}, Cycle {3, 6}, {}}},
        {"apac/south-korea", {0.85, {}, {}, {}, {}, {}, {}}},
        {"apac/india", {0.6, {}, {}, {}, {}, {}, {}}},
        {"emea", {0.6, 1.0, "EUR", 30, "annual", Cycle {4, 9}, {}}},
        {"emea/dach", {0.8, {}, {}, {}, {}, {}, {}}},
        {"emea/uk", {0.5, {}, "GBP", {}, {}, {}, {}}},
        {"emea/france", {0.7, {}, {}, {}, {}, {}, {}}},
        {"emea/nordics", {0.35, {}, {}, {}, {}, {}, {}}},
        {"emea/southern-europe", {0.5, {}, {}, {}, {}, {}, {}}},
        {"emea/gulf", {0.8, {}, {}, 90, {}, {}, {}}},
        {"emea/israel", {0.35, {}, {}, {}, {}, {}, {}}},
        {"americas", {0.4, 1.0, "USD", 30, "annual", Cycle {2, 8}, {}}},
        {"americas/us", {0.4, {}, {}, {}, {}, {}, {}}},
        {"americas/canada", {0.5, {}, "CAD", {}, {}, {}, {}}},
        {"americas/canada/quebec", {0.6, {}, {}, {}, {}, {}, speaking("French")}},
        {"americas/latam", {0.5, {}, {}, 60, {}, {}, {}}},
        {"americas/latam/brazil", {{}, {}, {}, 90, {}, {}, speaking("Portuguese")}},
        {"americas/latam/mexico", {{}, {}, {}, {}, {}, Cycle {3, 6}, speaking("Spanish")}},
    };
    return table;
}

std::string_view nameOf(std::string_view top)
{
    return top == "apac" ? "Asia-Pacific" : top == "emea" ? "Europe, Middle East, and Africa" : "Americas";
}

template <class T> void take(T& field, const std::optional<T>& value)
{
    if (value)
        field = *value;
}
void apply(RegionProfile& profile, const RegionValues& values)
{
    take(profile.formalityDefault, values.formalityDefault);
    take(profile.pricingModifier, values.pricingModifier);
    take(profile.currency, values.currency);
    take(profile.paymentTermsDays, values.paymentTermsDays);
    take(profile.contractPreference, values.contractPreference);
    take(profile.salesCycleMonths, values.salesCycleMonths);
    take(profile.languages, values.languages);
}
}

Result<RegionProfile> resolveRegion(std::string_view path, const std::map<std::string, RegionValues>& tenant)
{
    const auto asked = asciiLower(trimView(path));
    std::map<std::string, const RegionValues*> own;
    for (const auto& [node, values] : tenant)
        own.emplace(asciiLower(node), &values);
    RegionProfile profile;
    std::size_t end = 0;
    for (int depth = 0; depth < deepest && end != std::string::npos; ++depth) {
        end = asked.find('/', depth == 0 ? 0 : end + 1);
        const auto node = asked.substr(0, end);
        const auto known
            = std::find_if(shipped().begin(), shipped().end(), [&](const Shipped& each) { return each.path == node; });
        const auto ours = own.find(node);
        // A tenant adds below the shipped tree, not beside it: its top says how far the world is known.
        if (known == shipped().end() && (ours == own.end() || depth == 0))
            break;
        if (known != shipped().end())
            apply(profile, known->values);
        if (ours != own.end())
            apply(profile, *ours->second);
        profile.path = node;
    }
    if (profile.path.empty())
        return fail({ErrorKind::notFound, "unknown_region",
            "This region is not known. Take apac, emea or americas, or one below.",
            {{"field", std::string("region")}}});
    profile.regionName = nameOf(std::string_view(profile.path).substr(0, profile.path.find('/')));
    profile.warning = profile.path != asked;
    return profile;
}
}
