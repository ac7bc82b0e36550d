// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/theme/theme.hpp"
#include <QGuiApplication>
#include <QPalette>
#include <QQmlEngine>

namespace agentarmy::app {
namespace {

/// Qt 6.4 has no colour scheme hint: a window ground darker than its text means a dark desktop.
bool desktopIsDark()
{
    const auto palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

}

Theme::Theme(QObject* parent)
    : QObject(parent)
    , Palette(Palette::light())
{
    for (int kind = 0; kind < typeKinds; ++kind) {
        m_steps[size_t(kind)] = typeStep(TypeKind(kind));
        m_tabular[size_t(kind)] = typeStep(TypeKind(kind), true);
    }
}

Theme* Theme::create(QQmlEngine* engine, QJSEngine*)
{
    auto* given = engine->property("agentarmyTheme").value<Theme*>();
    if (given)
        QQmlEngine::setObjectOwnership(given, QQmlEngine::CppOwnership);
    return given ? given : new Theme(nullptr);
}

void Theme::giveTo(QQmlEngine& engine) { engine.setProperty("agentarmyTheme", QVariant::fromValue(this)); }

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    m_dark = mode == Mode::Dark || (mode == Mode::System && desktopIsDark());
    static_cast<Palette&>(*this) = m_dark ? Palette::dark() : Palette::light();
    Q_EMIT changed();
}

void Theme::setStill(bool still)
{
    m_still = still;
    Q_EMIT changed();
}

QColor Theme::toneText(int tone) const
{
    switch (tone) {
    case Accent:
        return accentText;
    case Good:
        return good;
    case Warn:
        return warn;
    case Bad:
        return bad;
    default:
        return text2;
    }
}

QColor Theme::toneSoft(int tone) const
{
    switch (tone) {
    case Accent:
        return accentSoft;
    case Good:
        return goodSoft;
    case Warn:
        return warnSoft;
    case Bad:
        return badSoft;
    default:
        return hover;
    }
}

QFont Theme::fontOf(int kind, bool tabular, int weight, int size, bool struck) const
{
    auto font = (tabular ? m_tabular : m_steps)[size_t(kind)].font;
    if (weight >= 0)
        font.setWeight(QFont::Weight(weight));
    if (size > 0)
        font.setPixelSize(size);
    font.setStrikeOut(struck);
    return font;
}

}
