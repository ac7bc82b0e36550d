// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/persona.hpp"

#include "core/base/text.hpp"
#include "core/rules/text/title_tier.hpp"

namespace agentarmy::sales {

PersonaType personaFromTitle(std::optional<std::string_view> title)
{
    if (!title || trimView(*title).empty())
        return PersonaType::manager;
    switch (titleTier(title)) {
    case TitleTier::cSuite:
        return PersonaType::cSuite;
    case TitleTier::vp:
    case TitleTier::director:
    case TitleTier::manager:
        return PersonaType::manager;
    case TitleTier::ic:
        return PersonaType::ic;
    }
    return PersonaType::manager;
}
}
