// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/icon_shapes.hpp"
#include "app/paint/svg_path.hpp"
#include <QFile>
#include <QHash>
#include <QPainter>
#include <QXmlStreamReader>

namespace agentarmy::app {
namespace {

QPainterPath readShape(const QString& name)
{
    QPainterPath shape;
    QFile file(QStringLiteral(":/resources/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return shape;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = xml.attributes();
        const auto number = [&](QLatin1String key) { return attributes.value(key).toDouble(); };
        const auto tag = xml.name();
        if (tag == QLatin1String("path"))
            shape.addPath(parseSvgPath(attributes.value(QLatin1String("d"))));
        else if (tag == QLatin1String("circle"))
            shape.addEllipse(QPointF(number(QLatin1String("cx")), number(QLatin1String("cy"))),
                number(QLatin1String("r")), number(QLatin1String("r")));
        else if (tag == QLatin1String("rect"))
            shape.addRoundedRect(number(QLatin1String("x")), number(QLatin1String("y")), number(QLatin1String("width")),
                number(QLatin1String("height")), number(QLatin1String("rx")), number(QLatin1String("rx")));
        else if (tag == QLatin1String("line")) {
            shape.moveTo(number(QLatin1String("x1")), number(QLatin1String("y1")));
            shape.lineTo(number(QLatin1String("x2")), number(QLatin1String("y2")));
        } else if (tag == QLatin1String("polyline"))
            shape.addPath(
                parseSvgPath(QString(QLatin1Char('M') + attributes.value(QLatin1String("points")).toString())));
    }
    return shape;
}

}

const QPainterPath& iconShape(const QString& name)
{
    static QHash<QString, QPainterPath> known; // UI thread only
    const auto found = known.constFind(name);
    return found != known.constEnd() ? *found : *known.insert(name, readShape(name));
}

void paintIcon(QPainter& painter, const QString& name, const QRectF& box, const QColor& color)
{
    const auto& shape = iconShape(name);
    if (shape.isEmpty() || !color.isValid())
        return;
    const double scale = box.width() / 24;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(scale, scale);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, std::max(1.1, 2 * scale) / scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(shape);
    painter.restore();
}

void paintAgentMark(QPainter& painter, const QRectF& box, const QColor& ground, const QColor& strokes)
{
    const double side = box.width(), unit = side / 24;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, side / 4, side / 4);
    painter.translate(box.topLeft());
    painter.scale(unit, unit);
    QPainterPath chevrons;
    for (const double top : {6.6, 11.4}) {
        chevrons.moveTo(6.6, top + 5.0);
        chevrons.lineTo(12, top);
        chevrons.lineTo(17.4, top + 5.0);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(strokes, std::max(2.2, 1.3 / unit), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(chevrons);
    painter.restore();
}

}
