// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/theme/type_scale.hpp"
#include <QFontDatabase>
#include <QFontMetricsF>

namespace agentarmy::app {
namespace {

struct Cut {
    int size;
    double line;
    QFont::Weight weight;
    double tracking;
};

Cut cutOf(TypeKind kind)
{
    switch (kind) {
    case TypeKind::Number:
        return {28, 36, QFont::DemiBold, -0.60};
    case TypeKind::Question:
        return {22, 30, QFont::Medium, -0.35};
    case TypeKind::Title:
        return {20, 28, QFont::DemiBold, -0.35};
    case TypeKind::Value:
        return {17, 24, QFont::DemiBold, -0.20};
    case TypeKind::Heading:
        return {15, 20, QFont::DemiBold, -0.15};
    case TypeKind::Strong:
        return {13, 20, QFont::Medium, -0.05};
    case TypeKind::StrongHeavy:
        return {13, 20, QFont::DemiBold, -0.05};
    case TypeKind::Body:
        return {13, 20, QFont::Normal, -0.05};
    case TypeKind::Small:
        return {12, 16, QFont::Normal, 0};
    case TypeKind::SmallRow:
        return {12, 20, QFont::Normal, 0};
    case TypeKind::SmallMedium:
        return {12, 16, QFont::Medium, 0};
    case TypeKind::SmallHeavy:
        return {12, 16, QFont::DemiBold, 0};
    case TypeKind::Caption:
        return {11, 16, QFont::Normal, 0.05};
    case TypeKind::CaptionMedium:
        return {11, 16, QFont::Medium, 0.05};
    case TypeKind::Tiny:
        return {10, 16, QFont::DemiBold, 0};
    }
    return {13, 20, QFont::Normal, 0};
}

}

TypeStep typeStep(TypeKind kind, bool tabular)
{
    const auto cut = cutOf(kind);
    TypeStep step;
    step.font = QFont(tabular ? QStringLiteral("Army Numbers") : QStringLiteral("Army Text"));
    step.font.setPixelSize(cut.size);
    step.font.setWeight(cut.weight);
    step.font.setLetterSpacing(QFont::AbsoluteSpacing, cut.tracking);
    step.font.setHintingPreference(QFont::PreferNoHinting);
    step.line = cut.line;
    const QFontMetricsF metrics(step.font);
    step.lead = (cut.line - metrics.ascent() - metrics.descent()) / 2;
    return step;
}

void loadFonts()
{
    for (const auto* family : {"Army", "ArmyNumbers"})
        for (const auto* weight : {"Regular", "Medium", "SemiBold"})
            QFontDatabase::addApplicationFont(
                QStringLiteral(":/resources/fonts/%1-%2.otf").arg(QLatin1String(family), QLatin1String(weight)));
}

}
