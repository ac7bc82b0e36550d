// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/error.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::intelligence {

/// What one node of the tree of regions sets; what is unset comes from the node above.
struct RegionValues {
    std::optional<double> formalityDefault; ///< 0..1
    std::optional<double> pricingModifier; ///< of list prices; told to people, never quoted
    std::optional<std::string> currency; ///< ISO 4217
    std::optional<int> paymentTermsDays;
    std::optional<std::string> contractPreference;
    std::optional<std::pair<int, int>> salesCycleMonths; ///< usual shortest and longest
    std::optional<std::vector<std::string>> languages; ///< their English names
};
struct RegionProfile {
    std::string path; ///< the deepest known node
    std::string regionName; ///< of the top node
    bool warning = false; ///< `path` is not the one asked for
    double formalityDefault = 0.5;
    double pricingModifier = 1.0;
    std::string currency = "USD";
    int paymentTermsDays = 30;
    std::string contractPreference = "annual";
    std::pair<int, int> salesCycleMonths {3, 6};
    std::vector<std::string> languages;
};
/// The region at `path` ("americas/canada/quebec", any case, at most four deep) after inheritance; at one node the
/// tenant's values beat the shipped ones, but a deeper node beats both. `unknown_region`: not even its top is known.
[[nodiscard]] Result<RegionProfile> resolveRegion(
    std::string_view path, const std::map<std::string, RegionValues>& tenant = {});
}
