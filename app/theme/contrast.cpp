// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/theme/contrast.hpp"
#include <algorithm>
#include <cmath>

namespace agentarmy::app {
namespace {

struct Role {
    const char* name;
    QColor Palette::*colour;
};

struct Group {
    std::vector<Role> inks;
    std::vector<Role> grounds;
    Ink kind = Ink::Text;
};

#define ROLE(name)                                                                                                     \
    Role { #name, &Palette::name }

std::vector<Group> groups()
{
    const std::vector<Role> plain {ROLE(canvas), ROLE(surface), ROLE(sunken), ROLE(hover), ROLE(column)};
    const std::vector<Role> soft {ROLE(accentSoft), ROLE(goodSoft), ROLE(warnSoft), ROLE(badSoft)};
    return {
        {{ROLE(text), ROLE(text2), ROLE(text3), ROLE(accentText), ROLE(good), ROLE(warn), ROLE(bad)}, plain},
        {{ROLE(text), ROLE(text2)}, {ROLE(selected), ROLE(pillOn), ROLE(dropGround)}},
        {{ROLE(text), ROLE(text2)}, soft},
        {{ROLE(text)}, {ROLE(data4)}}, // the words that a quote is about
        {{ROLE(text3), ROLE(good), ROLE(warn), ROLE(bad)}, {ROLE(accentSoft)}}, // rows that are selected
        {{ROLE(text3), ROLE(warn), ROLE(bad)}, {ROLE(dropGround)}}, // the head of a column that lacks proof
        {{ROLE(accentText)}, {ROLE(accentSoft), ROLE(selected)}},
        {{ROLE(good)}, {ROLE(goodSoft)}},
        {{ROLE(warn)}, {ROLE(warnSoft)}},
        {{ROLE(bad)}, {ROLE(badSoft)}},
        {{ROLE(onAccent)}, {ROLE(accent), ROLE(accentPressed), ROLE(badFill)}},
        {{ROLE(toastText), ROLE(toastLink)}, {ROLE(toast)}},
        {{ROLE(data1)}, plain, Ink::Graphic}, // the frame of what has the focus, bars, rings
        {{ROLE(data1)}, {ROLE(accentSoft), ROLE(selected), ROLE(dropGround)}, Ink::Graphic},
        {{ROLE(data2)}, {ROLE(surface), ROLE(sunken)}, Ink::Graphic},
        {{ROLE(amberLine)}, {ROLE(surface)}, Ink::Graphic},
        {{ROLE(accent)}, {ROLE(canvas), ROLE(surface)},
            Ink::Graphic}, // the agent's mark; elsewhere its white chevrons are enough
        {{ROLE(toastGood), ROLE(amberLine)}, {ROLE(toast)}, Ink::Graphic},
    };
}

#undef ROLE

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}

std::vector<ColourPair> colourPairs()
{
    std::vector<ColourPair> pairs;
    for (const auto& group : groups())
        for (const auto& ink : group.inks)
            for (const auto& ground : group.grounds)
                pairs.push_back({ink.name, ground.name, ink.colour, ground.colour, group.kind}); // NOLINT
    return pairs;
}

double contrastOf(const QColor& one, const QColor& other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

}
