// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/deal_card_item.hpp"
#include "app/paint/deal_card_painter.hpp"
#include "app/paint/shadow.hpp"
#include <QPainter>
#include <map>
#include <tuple>

namespace agentarmy::app {
namespace {

const Formats& cardFormats()
{
    static const Formats formats; // the locale does not change while the program runs
    return formats;
}

/// The card without its content: ground, edge and shadow. Drawn once per look, then laid out from nine patches, since
/// smooth corners on a shape of this size cost more than the rest of the frame.
void paintEmptyCard(QPainter& painter, const Theme& theme, const QRectF& box, const QColor& edge, int width)
{
    constexpr int corner = 14, reach = 4, side = 2 * (corner + reach) + 1; // px
    static std::map<std::tuple<QRgb, QRgb, int, int>, QPixmap> kept; // UI thread only
    const double ratio = std::max(1.0, painter.deviceTransform().m11());
    auto& pixmap = kept[{edge.rgba(), theme.surface.rgba(), width, int(ratio * 100)}];
    if (pixmap.isNull()) {
        pixmap = QPixmap(QSize(side, side) * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter once(&pixmap);
        once.setRenderHint(QPainter::Antialiasing);
        const QRectF inside(reach, reach, side - 2 * reach, side - 2 * reach);
        paintShadow(once, inside, 8, 1, theme);
        once.setPen(QPen(edge, width));
        once.setBrush(theme.surface);
        const double half = width / 2.0;
        once.drawRoundedRect(inside.adjusted(half, half, -half, -half), 8 - half, 8 - half);
    }
    const int part = corner + reach;
    const auto outer = box.adjusted(-reach, -reach, reach, reach).toRect();
    const int x[] = {outer.left(), outer.left() + part, outer.right() + 1 - part};
    const int y[] = {outer.top(), outer.top() + part, outer.bottom() + 1 - part};
    const int w[] = {part, outer.width() - 2 * part, part}, h[] = {part, outer.height() - 2 * part, part};
    const double s[] = {0, part * ratio, (part + 1) * ratio}, sw[] = {part * ratio, ratio, part * ratio};
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            if (row == 1 && column == 1)
                painter.fillRect(QRect(x[1], y[1], w[1], h[1]), theme.surface);
            else
                painter.drawPixmap(QRectF(x[column], y[row], w[column], h[row]), pixmap,
                    QRectF(s[column], s[row], sw[column], sw[row]));
}

}

DealCardItem::DealCardItem(QQuickItem* parent)
    : ThemedItem(parent)
{
    connect(this, &DealCardItem::lookChanged, this, [this] { update(); });
}

void DealCardItem::setCard(const DealCard& card)
{
    if (m_card == card)
        return;
    m_card = card;
    Q_EMIT cardChanged();
    update();
}

void DealCardItem::setGround(const QColor& ground)
{
    if (m_ground == ground)
        return;
    m_ground = ground;
    setOpaquePainting(ground.isValid() && ground.alpha() == 255);
    Q_EMIT lookChanged();
}

QString DealCardItem::spokenText() const
{
    const auto& formats = cardFormats();
    QStringList parts {m_card.name, m_card.account};
    if (m_card.amount.isSet())
        parts += formats.money(m_card.amount);
    if (m_card.closeDate.isValid())
        parts += tr("closes %1").arg(formats.dayLong(m_card.closeDate));
    parts += tr("%1 of 6 proven").arg(m_card.identified);
    for (const auto& badge : m_card.badges)
        parts += badge.text;
    parts += m_card.nextAction.isEmpty() ? tr("no next step") : m_card.nextAction;
    parts += m_card.ownerName;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString DealCardItem::tipText() const
{
    QStringList lines;
    static constexpr const char* names[] = {QT_TR_NOOP("Metrics"), QT_TR_NOOP("Economic buyer"),
        QT_TR_NOOP("Decision criteria"), QT_TR_NOOP("Decision process"), QT_TR_NOOP("Pain"), QT_TR_NOOP("Champion")};
    for (size_t i = 0; i < m_card.ring.size(); ++i)
        lines += tr("%1 %2").arg(
            tr(names[i]), m_card.ring[i] > 0 ? cardFormats().percent(double(m_card.ring[i])) : tr("not known"));
    if (m_card.usualDays > 0)
        lines += tr("%1 of the usual %2 days in this stage").arg(m_card.daysInStage).arg(m_card.usualDays);
    lines += m_card.riskReasons;
    return lines.join(u'\n');
}

void DealCardItem::paint(QPainter* painter)
{
    const auto* theme = this->theme();
    if (!theme)
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_ground.isValid())
        painter->fillRect(QRectF(0, 0, width(), height()), m_ground);
    const bool lifted = m_tilt != 0;
    const double room = lifted ? leanRoom : 0;
    const QRectF box(m_inset + room, room, width() - 2 * (m_inset + room), cardHeight);
    if (m_slot) {
        painter->setPen(QPen(theme->lineStrong, 1));
        painter->setBrush(theme->hover);
        painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5);
        return;
    }
    if (lifted) {
        painter->translate(box.center());
        painter->rotate(m_tilt);
        painter->translate(-box.center());
        paintShadow(*painter, box, 8, 3, *theme);
        painter->setPen(QPen(theme->data1, 1));
        painter->setBrush(theme->isDark() ? theme->hover : theme->surface);
        painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5);
    } else {
        paintEmptyCard(*painter, *theme, box,
            m_selected      ? theme->data1
                : m_hovered ? theme->lineStrong
                            : theme->line,
            m_selected ? 2 : 1);
    }
    DealCardPainter(*painter, *theme, cardFormats(), QDate::currentDate()).paint(m_card, box);
}

}
