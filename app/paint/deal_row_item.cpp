// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/deal_row_item.hpp"
#include "app/paint/icon_shapes.hpp"
#include "app/paint/text_line.hpp"
#include <QPainter>

namespace agentarmy::app {

DealRowItem::DealRowItem(QQuickItem* parent)
    : ThemedItem(parent)
{
    connect(this, &DealRowItem::edited, this, [this] { update(); });
    connect(this, &DealRowItem::cellsChanged, this, [this] { update(); });
}

void DealRowItem::setColumns(const QVariantList& columns)
{
    if (m_columns == columns)
        return;
    m_columns = columns;
    m_places.clear();
    double left = 0;
    for (const auto& each : columns) {
        const auto map = each.toMap();
        const auto edits = map.value(QStringLiteral("edits")).toString();
        const auto key = map.value(QStringLiteral("key")).toString();
        Column column;
        column.left = left;
        column.width = map.value(QStringLiteral("width")).toDouble();
        column.right = map.value(QStringLiteral("right")).toBool();
        column.edits = !edits.isEmpty();
        column.chooses = column.edits && edits != QLatin1String("text");
        column.strong = key == QLatin1String("name");
        column.kind = column.strong          ? TypeKind::Strong
            : key == QLatin1String("amount") ? TypeKind::StrongHeavy
                                             : TypeKind::SmallRow;
        left += column.width;
        m_places.push_back(column);
    }
    Q_EMIT edited();
}

const TypeStep& DealRowItem::stepOf(const Column& column, const Theme& theme)
{
    return column.right ? theme.tabularStep(column.kind) : theme.step(column.kind);
}

const DealRowItem::Column* DealRowItem::find(int cell) const
{
    return cell >= 0 && size_t(cell) < m_places.size() ? &m_places[size_t(cell)] : nullptr;
}

QString DealRowItem::textOf(int cell) const
{
    const auto text = m_cells.value(cell);
    return text.isEmpty() && find(cell)->edits ? QStringLiteral("–") : text;
}

QString DealRowItem::spokenText() const
{
    auto words = m_cells.mid(1);
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

int DealRowItem::cellAt(double x) const
{
    for (size_t i = 0; i < m_places.size(); ++i)
        if (x >= m_lead + m_places[i].left && x < m_lead + m_places[i].left + m_places[i].width)
            return int(i);
    return -1;
}

QRectF DealRowItem::cellBox(int cell) const
{
    const auto* column = find(cell);
    return column ? QRectF(m_lead + column->left, 0, column->width, height()) : QRectF();
}

QRectF DealRowItem::textBox(int cell) const
{
    const auto* column = find(cell);
    if (!column || !theme())
        return {};
    const auto& step = stepOf(*column, *theme());
    const auto& space = *theme();
    const double room = std::max(0.0, column->width - space.spaceS - space.spaceM);
    const double taken = std::min(room, textWidth(step, textOf(cell)));
    const double from = m_lead + column->left + space.spaceS + (column->right ? room - taken : 0);
    return {from, (height() - step.line) / 2, taken, step.line};
}

int DealRowItem::kindAt(int cell) const
{
    const auto* column = find(cell);
    return int(column ? column->kind : TypeKind::SmallRow);
}

bool DealRowItem::isCut(int cell) const
{
    const auto* column = find(cell);
    return column && theme()
        && textWidth(stepOf(*column, *theme()), m_cells.value(cell))
        > column->width - theme()->spaceS - theme()->spaceM + 0.5;
}

QColor DealRowItem::inkOf(int cell, const Theme& theme) const
{
    const auto& column = *find(cell);
    if (const int tone = m_tones.value(cell).toInt(); tone != Theme::Neutral)
        return theme.toneText(tone);
    return column.strong || (column.edits && !column.chooses) ? theme.text : theme.text2;
}

void DealRowItem::paint(QPainter* painter)
{
    const auto* theme = this->theme();
    if (!theme)
        return;
    const QRectF all(0, 0, width(), height());
    const auto ground = m_chosen ? theme->accentSoft : m_current || m_hovered ? theme->sunken : theme->surface;
    painter->fillRect(all, ground);
    painter->fillRect(QRectF(0, height() - theme->hair, width(), theme->hair), theme->line);
    if (m_current)
        painter->fillRect(QRectF(0, theme->spaceXs, 3, height() - theme->spaceS), theme->data1);
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_chosen || m_hovered || m_boxShown) {
        const QRectF box(theme->spaceM, (height() - theme->spaceL) / 2, theme->spaceL, theme->spaceL);
        painter->setPen(m_chosen ? QPen(Qt::NoPen) : QPen(theme->lineStrong, theme->hair));
        painter->setBrush(m_chosen ? theme->accent : theme->surface);
        const double half = m_chosen ? 0 : theme->hair / 2.0;
        painter->drawRoundedRect(
            box.adjusted(half, half, -half, -half), theme->radiusBadge - half, theme->radiusBadge - half);
        if (m_chosen)
            paintIcon(
                *painter, QStringLiteral("check"), box.adjusted(2, 2, -2, -2), theme->onAccent); // 12 px, as in lists
    }
    for (int cell = 0; cell < int(m_places.size()); ++cell) {
        const auto& column = m_places[size_t(cell)];
        if (cell != m_hiddenCell && column.edits && cell == m_hoveredCell) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme->hover);
            painter->drawRoundedRect(
                textBox(cell).adjusted(-theme->spaceXs, 0, theme->spaceXs, 0), theme->radiusBadge, theme->radiusBadge);
        }
        if (cell != m_hiddenCell) {
            const auto& step = stepOf(column, *theme);
            drawLine(*painter, step, m_lead + column.left + theme->spaceS, (height() - step.line) / 2, textOf(cell),
                inkOf(cell, *theme), column.width - theme->spaceS - theme->spaceM,
                column.right ? Qt::AlignRight : Qt::AlignLeft);
        }
        if (cell == m_currentCell && m_current) {
            painter->setPen(QPen(theme->data1, theme->focusWidth));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(cellBox(cell).adjusted(1, 3, -1, -4), theme->radiusControl, theme->radiusControl);
        }
    }
}

}
