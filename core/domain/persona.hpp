// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"

namespace agentarmy {

/// How the agent writes for its owner, as kept: each axis 0..1; none: the usual one.
struct Persona {
    std::optional<double> formalCasual; ///< 0 casual .. 1 formal; none: as usual in the region
    std::optional<double> conciseDetailed; ///< 0 brief .. 1 comprehensive
    std::optional<double> technicalBusiness; ///< 0 plain business words .. 1 deep technical
    std::optional<double> proactiveReactive; ///< 0 waits for questions .. 1 proposes next steps
    std::string customInstructions; ///< in the owner's words, for a language model; at most 2000 code points
    bool operator==(const Persona&) const = default;
};
template <class F> void describe(F& f, Persona& p)
{
    f("formalCasual", p.formalCasual, {0, 1});
    f("conciseDetailed", p.conciseDetailed, {0, 1});
    f("technicalBusiness", p.technicalBusiness, {0, 1});
    f("proactiveReactive", p.proactiveReactive, {0, 1});
    f("customInstructions", p.customInstructions, {0, 8000});
}
AGENTARMY_DECLARE_JSON(Persona);

/// The four axes with nothing left open, each 0..1 as in Persona.
struct PersonaAxes {
    double formalCasual = 0.5, conciseDetailed = 0.5, technicalBusiness = 0.5, proactiveReactive = 0.5;
    bool operator==(const PersonaAxes&) const = default;
};
}
