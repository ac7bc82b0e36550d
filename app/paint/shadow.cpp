// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/shadow.hpp"
#include <QHash>
#include <QPainter>
#include <cmath>

namespace agentarmy::app {
namespace {

struct Fall {
    int offset, blur;
    double opacity;
};

Fall fallOf(int elevation, const Palette& palette)
{
    switch (elevation) {
    case 1:
        return {1, 3, palette.shadow1};
    case 2:
        return {6, 20, palette.shadow2};
    default:
        return {12, 28, palette.shadow3};
    }
}

/// Share of a Gaussian edge that is covered at distance `d` inside it.
double covered(double d, double sigma) { return 0.5 * (1 + std::erf(d / (sigma * std::sqrt(2.0)))); }

}

int shadowReach(int elevation)
{
    const auto fall = fallOf(elevation, Palette());
    return fall.offset + fall.blur;
}

QImage shadowPatch(int elevation, int radius, const Palette& palette)
{
    const auto fall = fallOf(elevation, palette);
    const int reach = shadowReach(elevation), corner = reach + radius + fall.blur, side = 2 * corner + 1;
    QImage patch(side, side, QImage::Format_ARGB32_Premultiplied);
    const double sigma = fall.blur / 2.0;
    auto colour = palette.shadow;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            // distance to the edge of the rounded box, positive inside, with the box moved down by the offset
            const double half = side / 2.0, box = half - reach;
            const double qx = std::abs(x + 0.5 - half) - box + radius,
                         qy = std::abs(y + 0.5 - half - fall.offset) - box + radius;
            const double outside
                = std::hypot(std::max(qx, 0.0), std::max(qy, 0.0)) + std::min(std::max(qx, qy), 0.0) - radius;
            colour.setAlphaF(float(fall.opacity * covered(-outside, sigma)));
            patch.setPixel(x, y, qPremultiply(colour.rgba()));
        }
    return patch;
}

void paintShadow(QPainter& painter, const QRectF& box, int radius, int elevation, const Palette& palette)
{
    const double opacity = fallOf(elevation, palette).opacity;
    if (opacity <= 0)
        return;
    static QHash<quint64, QPixmap> kept; // UI thread only
    const auto key = quint64(elevation) << 48 | quint64(radius) << 32 | palette.shadow.rgb();
    auto& pixmap = kept[key];
    if (pixmap.isNull())
        pixmap = QPixmap::fromImage(shadowPatch(elevation, radius, palette));
    const int reach = shadowReach(elevation), corner = (pixmap.width() - 1) / 2;
    const auto target = box.adjusted(-reach, -reach, reach, reach);
    const int margin = std::min({corner, int(target.width() / 2), int(target.height() / 2)});
    const int source = pixmap.width();
    const double x[] = {target.left(), target.left() + margin, target.right() - margin};
    const double y[] = {target.top(), target.top() + margin, target.bottom() - margin};
    const double w[] = {double(margin), target.width() - 2 * margin, double(margin)};
    const double h[] = {double(margin), target.height() - 2 * margin, double(margin)};
    const double sx[] = {0, double(corner), double(source - margin)}, sw[] = {double(margin), 1, double(margin)};
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column) {
            if (row == 1 && column == 1)
                continue; // the box itself covers the middle
            painter.drawPixmap(
                QRectF(x[column], y[row], w[column], h[row]), pixmap, QRectF(sx[column], sx[row], sw[column], sw[row]));
        }
}

ShadowProvider::ShadowProvider()
    : QQuickImageProvider(QQuickImageProvider::Image)
{
}

QImage ShadowProvider::requestImage(const QString& id, QSize* size, const QSize&)
{
    const auto parts = id.split(u'-');
    const auto palette = parts.value(2) == QLatin1String("dark") ? Palette::dark() : Palette::light();
    const auto patch = shadowPatch(parts.value(0).toInt(), parts.value(1).toInt(), palette);
    if (size)
        *size = patch.size();
    return patch;
}

}
