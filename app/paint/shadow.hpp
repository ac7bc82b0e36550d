// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/theme/theme.hpp"
#include <QImage>
#include <QQuickImageProvider>
#include <QRectF>

class QPainter;

namespace agentarmy::app {

/// How far the shadow of an elevation reaches beyond its box, px.
int shadowReach(int elevation);

/// The shadow of a rounded box as a nine-patch: corners of `shadowReach + radius + 1` px, one px between them.
QImage shadowPatch(int elevation, int radius, const Palette& palette);

/// Draws the shadow of `box`; nothing where the theme has none.
void paintShadow(QPainter& painter, const QRectF& box, int radius, int elevation, const Palette& palette);

/// "image://shadow/2-8-dark": elevation, radius, theme.
class ShadowProvider : public QQuickImageProvider {
public:
    ShadowProvider();
    QImage requestImage(const QString& id, QSize* size, const QSize& wanted) override;
};

}
