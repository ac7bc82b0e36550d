// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/deal_card_painter.hpp"
#include "app/format/next_kind.hpp"
#include "app/paint/icon_shapes.hpp"
#include "app/paint/text_line.hpp"
#include <QCoreApplication>
#include <QPainter>

namespace agentarmy::app {
namespace {
constexpr double padding = 12, rowAccount = 8, rowName = 28, rowAmount = 52, rowMarks = 78, rowLine = 104,
                 rowNext = 110;
constexpr double ringSize = 28, avatar = 20, badgeHeight = 20, badgePadding = 6, badgeGap = 4, ageWidth = 32,
                 ageHeight = 3;
constexpr int badgesShown = 2;
}

QString nextIcon(NextKind kind)
{
    switch (kind) {
    case NextKind::Meeting:
        return QStringLiteral("calendar");
    case NextKind::Mail:
        return QStringLiteral("mail");
    case NextKind::Chat:
        return QStringLiteral("message-square");
    case NextKind::Call:
        return QStringLiteral("phone");
    case NextKind::Answer:
        return QStringLiteral("corner-up-left");
    case NextKind::Person:
        return QStringLiteral("user-plus");
    case NextKind::Document:
        return QStringLiteral("file-text");
    case NextKind::Sign:
        return QStringLiteral("pen-line");
    case NextKind::Draft:
        return QStringLiteral("pencil");
    case NextKind::Wait:
        return QStringLiteral("clock");
    case NextKind::Other:
    case NextKind::Words:
        return QStringLiteral("flag");
    case NextKind::None:
        break;
    }
    return QStringLiteral("circle-alert");
}

DealCardPainter::DealCardPainter(QPainter& painter, const Theme& theme, const Formats& formats, QDate today)
    : m_painter(painter)
    , m_theme(theme)
    , m_formats(formats)
    , m_today(today)
{
}

void DealCardPainter::paint(const DealCard& card, const QRectF& box)
{
    m_left = box.left() + padding;
    m_right = box.right() - padding;
    const double width = m_right - m_left, top = box.top();
    const double besideRing = width - ringSize - 8;
    const QRectF ring(m_right - ringSize, top + padding, ringSize, ringSize);
    drawLine(
        m_painter, m_theme.step(TypeKind::SmallRow), m_left, top + rowAccount, card.account, m_theme.text3, besideRing);
    drawLine(m_painter, m_theme.step(TypeKind::Strong), m_left, top + rowName, card.name, m_theme.text, besideRing);
    paintRing(m_painter, m_theme, ring, card.ring, card.identified);

    const bool past = card.closeDate.isValid() && card.closeDate < m_today && card.stage < Stage::Won;
    const auto date = card.closeDate.isValid() ? m_formats.day(card.closeDate, m_today)
                                               : QCoreApplication::translate("DealCard", "No date");
    const auto& small = m_theme.step(TypeKind::SmallRow);
    const double dateWidth = drawLine(
        m_painter, small, m_left, top + rowAmount, date, past ? m_theme.bad : m_theme.text2, width, Qt::AlignRight);
    const auto amount
        = card.amount.isSet() ? m_formats.money(card.amount) : QCoreApplication::translate("DealCard", "No amount");
    drawLine(m_painter, m_theme.step(card.amount.isSet() ? TypeKind::StrongHeavy : TypeKind::SmallRow), m_left,
        top + rowAmount, amount, card.amount.isSet() ? m_theme.text : m_theme.text3, width - dateWidth - 8);

    marks(card, top + rowMarks);
    m_painter.fillRect(QRectF(m_left, top + rowLine, width, 1), m_theme.line);
    footer(card, top + rowNext);
}

void DealCardPainter::marks(const DealCard& card, double top)
{
    double x = m_left;
    const int shown = std::min<int>(badgesShown, int(card.badges.size()));
    for (int i = 0; i < shown; ++i)
        x += badge(card.badges[size_t(i)], x, top) + badgeGap;
    if (const int rest = int(card.badges.size()) - shown; rest > 0)
        drawLine(m_painter, m_theme.step(TypeKind::CaptionMedium), x + 2, top + 2, QStringLiteral("+%1").arg(rest),
            m_theme.text3);
    else if (shown < badgesShown && card.stage < Stage::Won)
        age(card, shown ? x + badgeGap + 2 : x, top, shown > 0);
}

double DealCardPainter::badge(const CardBadge& badge, double x, double top)
{
    const auto& step = m_theme.step(TypeKind::CaptionMedium);
    const double room = m_right - x - 2 * badgePadding;
    const double width = std::min(textWidth(step, badge.text), room) + 2 * badgePadding;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.toneSoft(badge.tone));
    m_painter.drawRoundedRect(QRectF(x, top, width, badgeHeight), 4, 4);
    drawLine(
        m_painter, step, x + badgePadding, top + 2, badge.text, m_theme.toneText(badge.tone), width - 2 * badgePadding);
    return width;
}

void DealCardPainter::age(const DealCard& card, double x, double top, bool brief)
{
    const bool over = card.usualDays > 0 && card.daysInStage > card.usualDays;
    const double share = card.usualDays > 0 ? std::min(1.0, double(card.daysInStage) / card.usualDays) : 0;
    const QRectF track(x, top + (badgeHeight - ageHeight) / 2, ageWidth, ageHeight);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.track);
    m_painter.drawRoundedRect(track, 1.5, 1.5);
    m_painter.setBrush(over ? m_theme.amberLine : m_theme.text3);
    if (share > 0)
        m_painter.drawRoundedRect(
            QRectF(track.left(), track.top(), std::max(2.0, ageWidth * share), ageHeight), 1.5, 1.5);
    const auto text = brief || card.usualDays <= 0
        ? QCoreApplication::translate("DealCard", "%1 d").arg(card.daysInStage)
        : QCoreApplication::translate("DealCard", "%1 of %2 days").arg(card.daysInStage).arg(card.usualDays);
    drawLine(m_painter, m_theme.step(TypeKind::Caption), x + ageWidth + (brief ? 6 : 8), top + 2, text, m_theme.text2);
}

void DealCardPainter::footer(const DealCard& card, double top)
{
    const bool closed = card.stage == Stage::Won || card.stage == Stage::Lost;
    const bool none = card.nextAction.isEmpty() && !closed;
    const auto color = none ? m_theme.warn : m_theme.text2;
    const auto text = none ? QCoreApplication::translate("DealCard", "No next step") : card.nextAction;
    const auto kind = none ? NextKind::None : card.nextKind == NextKind::Words ? kindOfWords(text) : card.nextKind;
    if (!text.isEmpty())
        paintIcon(m_painter, nextIcon(kind), QRectF(m_left, top + 3, 14, 14), color);
    drawLine(
        m_painter, m_theme.step(TypeKind::SmallRow), m_left + 20, top, text, color, m_right - m_left - 20 - avatar - 6);
    if (card.ownerInitials.isEmpty())
        return;
    const QRectF circle(m_right - avatar, top, avatar, avatar);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.pillOn);
    m_painter.drawEllipse(circle);
    auto tiny = m_theme.step(TypeKind::Tiny);
    tiny.font.setPixelSize(9);
    drawLine(m_painter, tiny, circle.left(), circle.center().y() - tiny.line / 2 + 0.5, card.ownerInitials,
        m_theme.text2, avatar, Qt::AlignHCenter);
}

}
