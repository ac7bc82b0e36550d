// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/theme/palette.hpp"
#include <vector>

namespace agentarmy::app {

/// What stands on the ground, and how far it must stand out from it by WCAG 2.1, AA.
enum class Ink {
    Text, ///< 4.5 : 1
    Graphic, ///< 3 : 1: text from 24 px, or 18.66 px in bold, and marks that bear a meaning
};

/// One colour on another, as a page may show it. Names are those of the palette.
struct ColourPair {
    const char* inkName;
    const char* groundName;
    QColor Palette::*ink;
    QColor Palette::*ground;
    Ink kind;
};

/// Every pair that pages may use. Whoever needs another one adds it here, where a test measures it in both themes.
/// Lines, tracks, data3 and data4 are left out: they decorate, or have their meaning written beside them.
std::vector<ColourPair> colourPairs();

/// Contrast of two opaque colours by WCAG 2.1: 1 (the same) .. 21 (black on white).
double contrastOf(const QColor& one, const QColor& other);

/// What `kind` asks for at least.
constexpr double leastContrast(Ink kind) { return kind == Ink::Text ? 4.5 : 3.0; }

}
