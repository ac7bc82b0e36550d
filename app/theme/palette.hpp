// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QColor>
#include <QList>

namespace agentarmy::app {

/// Every colour that a screen may use, named by its meaning. Contrast of each text role on its ground is WCAG AA or
/// better.
struct Palette {
    QColor canvas, surface, sunken, hover, column, selected, pillOn;
    QColor line, lineStrong;
    QColor text, text2, text3;
    QColor accent, accentPressed, accentText, accentSoft, onAccent;
    QColor good, goodSoft, warn, warnSoft, bad, badSoft, badFill;
    QColor data1, data2, data3, data4, track, amberLine;
    /// Speakers of a meeting, in the order in which they first speak; each is readable as text on a surface.
    QList<QColor> speakers;
    QColor dropGround, dropDash;
    QColor toast, toastText, toastLink, toastGood, toastEdge;
    QColor scrim, shadow;
    /// Opacity of the shadow at elevation 1, 2 and 3.
    double shadow1 = 0, shadow2 = 0, shadow3 = 0;

    static Palette light();
    static Palette dark();
};

}
