// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QFont>

namespace agentarmy::app {

/// One step of the type scale: the font and the height of its line, both in px at 100 %.
struct TypeStep {
    QFont font;
    double line = 0;
    /// Space above the glyph box, so that text sits in the middle of its line.
    double lead = 0;
};

enum class TypeKind {
    Number,
    Question,
    Title,
    Value,
    Heading,
    Strong,
    StrongHeavy,
    Body,
    Small,
    SmallRow,
    SmallMedium,
    SmallHeavy,
    Caption,
    CaptionMedium,
    Tiny,
};
constexpr int typeKinds = int(TypeKind::Tiny) + 1;

/// `tabular` takes figures of one width, for right-aligned columns of numbers.
TypeStep typeStep(TypeKind kind, bool tabular = false);

/// Adds the shipped fonts to the program; call once, after the application object exists.
void loadFonts();

}
