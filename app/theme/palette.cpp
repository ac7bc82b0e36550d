// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/theme/palette.hpp"

namespace agentarmy::app {
namespace {

QColor rgb(QRgb value) { return QColor::fromRgb(value); }

QColor translucent(QRgb value, double alpha)
{
    auto colour = QColor::fromRgb(value);
    colour.setAlphaF(float(alpha));
    return colour;
}

}

Palette Palette::light()
{
    Palette p;
    p.canvas = rgb(0xF6F5F2), p.surface = rgb(0xFFFFFF), p.sunken = rgb(0xFAF9F7), p.hover = rgb(0xF0EEEA);
    p.column = rgb(0xF0EEEA), p.selected = rgb(0xE9E6DF), p.pillOn = rgb(0xE3E0D9);
    p.line = rgb(0xE7E5DF), p.lineStrong = rgb(0xD3D0C8);
    p.text = rgb(0x1B1A17), p.text2 = rgb(0x545049), p.text3 = rgb(0x6E6A62);
    p.accent = rgb(0x3D4ED6), p.accentPressed = rgb(0x3241B8), p.accentText = rgb(0x3343C0),
    p.accentSoft = rgb(0xEDEFFD);
    p.onAccent = rgb(0xFFFFFF);
    p.good = rgb(0x1B7148), p.goodSoft = rgb(0xE4F3EA), p.warn = rgb(0x8A5206), p.warnSoft = rgb(0xFBF0DB);
    p.bad = rgb(0xB3261E), p.badSoft = rgb(0xFCEBE8), p.badFill = rgb(0xB3261E);
    p.data1 = rgb(0x3D4ED6), p.data2 = rgb(0x7C88E5), p.data3 = rgb(0xB4BBF1), p.data4 = rgb(0xDCE0F9);
    p.track = rgb(0xE7E5DF), p.amberLine = rgb(0xC9851C);
    p.speakers = {rgb(0x3343C0), rgb(0x0F6B66), rgb(0x8A5206), rgb(0x8E2A7E), rgb(0x1B7148), rgb(0x545049)};
    p.dropGround = rgb(0xFBF5E8), p.dropDash = rgb(0xC9851C);
    p.toast = rgb(0x26241F), p.toastText = rgb(0xFFFFFF), p.toastLink = rgb(0xB9C1FF), p.toastGood = rgb(0x62C796);
    p.toastEdge = rgb(0x26241F);
    p.scrim = translucent(0x26241F, 0.30), p.shadow = rgb(0x14120E);
    p.shadow1 = 0.05, p.shadow2 = 0.14, p.shadow3 = 0.26;
    return p;
}

Palette Palette::dark()
{
    Palette p;
    p.canvas = rgb(0x121211), p.surface = rgb(0x1E1E1C), p.sunken = rgb(0x181817), p.hover = rgb(0x282826);
    p.column = rgb(0x181817), p.selected = rgb(0x282826), p.pillOn = rgb(0x3A3935);
    p.line = rgb(0x302F2C), p.lineStrong = rgb(0x403F3B);
    p.text = rgb(0xEEECE8), p.text2 = rgb(0xB7B3AB), p.text3 = rgb(0x98948C);
    p.accent = rgb(0x5163E8), p.accentPressed = rgb(0x3241B8), p.accentText = rgb(0xA3AEFF),
    p.accentSoft = rgb(0x22264A);
    p.onAccent = rgb(0xFFFFFF);
    p.good = rgb(0x62C796), p.goodSoft = rgb(0x17301F), p.warn = rgb(0xE5AE55), p.warnSoft = rgb(0x352812);
    p.bad = rgb(0xFF8A7E), p.badSoft = rgb(0x3B1D1A), p.badFill = rgb(0xB3261E);
    p.data1 = rgb(0x8794FF), p.data2 = rgb(0x5E6AD0), p.data3 = rgb(0x414A8F), p.data4 = rgb(0x2E335E);
    p.track = rgb(0x33322F), p.amberLine = rgb(0xE5AE55);
    p.speakers = {rgb(0xA3AEFF), rgb(0x5CC7BF), rgb(0xE5AE55), rgb(0xE59AD8), rgb(0x62C796), rgb(0xB7B3AB)};
    p.dropGround = rgb(0x211C13), p.dropDash = rgb(0xE5AE55);
    p.toast = rgb(0x33322F), p.toastText = rgb(0xEEECE8), p.toastLink = rgb(0xB9C1FF), p.toastGood = rgb(0x62C796);
    p.toastEdge = rgb(0x403F3B);
    p.scrim = translucent(0x000000, 0.60), p.shadow = rgb(0x000000);
    p.shadow1 = 0, p.shadow2 = 0.60, p.shadow3 = 0.75;
    return p;
}

}
