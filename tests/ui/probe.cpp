// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/ui/probe.hpp"
#include "app/theme/contrast.hpp"
#include <QAccessible>
#include <QHash>
#include <QQuickWindow>

namespace agentarmy::app {
namespace {

constexpr int reachOfFrame = 6; // px that a focus frame goes beyond its item

bool shown(const QQuickItem* item) { return item->isVisible() && item->width() > 0 && item->height() > 0; }

/// The part of `item` that no ancestor clips away, in the window.
QRectF seenPart(const QQuickItem* item, QRectF part)
{
    part = item->mapRectToScene(part);
    for (const auto* up = item; up; up = up->parentItem())
        if (up->clip())
            part &= up->mapRectToScene(QRectF(0, 0, up->width(), up->height()));
    return part & QRectF(QPointF(0, 0), item->window()->size());
}

double opacityOf(const QQuickItem* item)
{
    double opacity = 1;
    for (; item; item = item->parentItem())
        opacity *= item->opacity();
    return opacity;
}

template <typename Act> void eachShown(QQuickItem* item, const Act& act)
{
    if (!item->isVisible())
        return;
    act(item);
    const auto children = item->childItems();
    for (auto* child : children)
        eachShown(child, act);
}

QColor mixed(const QColor& ink, const QColor& ground, double opacity)
{
    const auto mix = [opacity](float over, float under) { return float(over * opacity + under * (1 - opacity)); };
    return QColor::fromRgbF(
        mix(ink.redF(), ground.redF()), mix(ink.greenF(), ground.greenF()), mix(ink.blueF(), ground.blueF()));
}

/// The colour that most pixels of `part` have, and the pixel that stands out most from it.
struct Ground {
    QColor colour;
    double most = 1;
};

Ground groundOf(const QImage& picture, const QRect& part)
{
    QHash<QRgb, int> counts;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            ++counts[picture.pixel(x, y)];
    Ground ground;
    int best = 0;
    for (auto at = counts.cbegin(); at != counts.cend(); ++at)
        if (at.value() > best)
            best = at.value(), ground.colour = QColor::fromRgb(at.key());
    for (auto at = counts.cbegin(); at != counts.cend(); ++at)
        ground.most = std::max(ground.most, contrastOf(QColor::fromRgb(at.key()), ground.colour));
    return ground;
}

bool isWords(const QQuickItem* item) { return item->inherits("QQuickText"); }
bool isInput(const QQuickItem* item) { return item->inherits("QQuickTextInput") || item->inherits("QQuickTextEdit"); }

/// Where the words of `item` are, in itself.
QRectF wordsPart(const QQuickItem* item)
{
    const double width = std::min(item->width(), item->property("contentWidth").toDouble());
    const int align = item->property("effectiveHorizontalAlignment").toInt();
    const double x = align & Qt::AlignRight ? item->width() - width
        : align & Qt::AlignHCenter          ? (item->width() - width) / 2
                                            : 0;
    return {x, 0, width, item->height()};
}

bool isBig(const QQuickItem* item)
{
    const auto font = item->property("font").value<QFont>();
    return font.pixelSize() >= 24 || (font.pixelSize() >= 18.66 && font.weight() >= QFont::Bold);
}

bool needsName(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::Link:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
    case QAccessible::List:
    case QAccessible::ListItem:
    case QAccessible::Table:
    case QAccessible::ColumnHeader:
    case QAccessible::Dialog:
    case QAccessible::Pane:
    case QAccessible::Graphic:
    case QAccessible::Heading:
    case QAccessible::ProgressBar:
    case QAccessible::PopupMenu:
        return true;
    default:
        return false;
    }
}

/// Roles that are pressed, and so must be stops of their own; rows and cells belong to their list.
bool isPressed(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::Link:
    case QAccessible::PageTab:
        return true;
    default:
        return false;
    }
}

QAccessible::Role roleOf(QQuickItem* item)
{
    auto* face = QAccessible::queryAccessibleInterface(item);
    return face ? face->role() : QAccessible::NoRole;
}

/// Whether something around `item` is a list or table, whose keys move along it.
bool isIn(QQuickItem* item, QAccessible::Role role)
{
    for (auto* up = item->parentItem(); up; up = up->parentItem())
        if (roleOf(up) == role)
            return true;
    return false;
}

}

QString Probe::nameOf(QQuickItem* item)
{
    auto type = QString::fromLatin1(item->metaObject()->className());
    type.truncate(type.indexOf(QStringLiteral("_QML")) < 0 ? type.size() : type.indexOf(QStringLiteral("_QML")));
    auto name = item->property("text").toString();
    if (auto* face = QAccessible::queryAccessibleInterface(item); name.isEmpty() && face)
        name = face->text(QAccessible::Name);
    const auto part = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    return QStringLiteral("%1 \"%2\" at %3,%4 %5x%6 in %7")
        .arg(type, name.left(40))
        .arg(int(part.x()))
        .arg(int(part.y()))
        .arg(int(part.width()))
        .arg(int(part.height()))
        .arg(QString::fromLatin1(item->parentItem() ? item->parentItem()->metaObject()->className() : "nothing"));
}

QStringList Probe::weakWords(QQuickItem* root)
{
    const auto picture = root->window()->grabWindow();
    QStringList weak;
    eachShown(root, [&](QQuickItem* item) {
        const bool icon = item->inherits("agentarmy::app::Icon");
        if ((!icon && !isWords(item) && !isInput(item)) || !shown(item) || !item->isEnabled())
            return;
        if (icon ? item->property("name") == QStringLiteral("agent") : item->property("text").toString().isEmpty())
            return;
        const auto whole = icon ? QRectF(0, 0, item->width(), item->height()) : wordsPart(item);
        const auto part = seenPart(item, whole).toAlignedRect() & picture.rect();
        if (part.width() < whole.width() * 0.6 || part.height() < whole.height() * 0.8 || part.isEmpty())
            return;
        // A small icon fills its square: around it is the ground.
        const int around = icon ? 3 : 0;
        const auto ground = groundOf(picture, part.adjusted(-around, -around, around, around) & picture.rect());
        constexpr double nothing = 1.25; // less than that is not there: covered, or on its way in
        const auto ink = item->property("color").value<QColor>();
        if (ground.most < nothing || !ink.isValid())
            return;
        const auto contrast = contrastOf(mixed(ink, ground.colour, opacityOf(item) * ink.alphaF()), ground.colour);
        if (contrast < leastContrast(icon || isBig(item) ? Ink::Graphic : Ink::Text))
            weak += QStringLiteral("%1 on %2, %3 : 1: %4")
                        .arg(ink.name(), ground.colour.name())
                        .arg(contrast, 0, 'f', 2)
                        .arg(nameOf(item));
    });
    weak.removeDuplicates();
    return weak;
}

QStringList Probe::silent(QQuickItem* root) const
{
    QStringList wrong;
    eachShown(root, [&](QQuickItem* item) {
        auto* face = QAccessible::queryAccessibleInterface(item);
        if (!item->activeFocusOnTab() && !(face && needsName(face->role())))
            return;
        if (!face || face->role() == QAccessible::NoRole || face->role() == QAccessible::Client)
            wrong += QStringLiteral("no role: ") + nameOf(item);
        else if (face->text(QAccessible::Name).trimmed().isEmpty())
            wrong += QStringLiteral("no name: ") + nameOf(item);
    });
    wrong.removeDuplicates();
    return wrong;
}

QStringList Probe::unreachable(QQuickItem* root) const
{
    QStringList wrong;
    eachShown(root, [&](QQuickItem* item) {
        if (!QByteArrayView(item->metaObject()->className()).startsWith("Tap_QML") || !item->isEnabled()
            || !item->property("enabled").toBool()) // a mouse area has an `enabled` of its own
            return;
        auto* owner = item->parentItem();
        if (isPressed(roleOf(owner))) {
            if (!owner->activeFocusOnTab() && !isIn(owner, QAccessible::Table))
                wrong += QStringLiteral("a button without a stop: ") + nameOf(owner);
            return;
        }
        for (auto* up = owner; up; up = up->parentItem())
            if (up->activeFocusOnTab() || (roleOf(up) == QAccessible::ListItem && isIn(up, QAccessible::List)))
                return; // it, or what it lies in, has a stop, or keys move along its list
        wrong += QStringLiteral("a click without a key: ") + nameOf(owner);
    });
    wrong.removeDuplicates();
    return wrong;
}

QVariantList Probe::stops(QQuickItem* root) const
{
    QVariantList found;
    eachShown(root, [&](QQuickItem* item) {
        if (item->activeFocusOnTab() && item->isEnabled() && shown(item))
            found += QVariant::fromValue(item);
    });
    return found;
}

QQuickItem* Probe::layer(QQuickItem* root) const
{
    QQuickItem* top = nullptr;
    eachShown(root, [&](QQuickItem* item) {
        for (const auto* meta = item->metaObject(); meta; meta = meta->superClass())
            if (QByteArrayView(meta->className()).startsWith("Popover_QML")) {
                top = item;
                return;
            }
        if (roleOf(item) == QAccessible::Dialog)
            top = item;
    });
    return top;
}

bool Probe::pressed(QQuickItem* item) const { return item && isPressed(roleOf(item)); }

QRectF Probe::place(QQuickItem* item) const
{
    return item ? item->mapRectToScene(QRectF(0, 0, item->width(), item->height())) : QRectF();
}

int Probe::changedAt(QQuickItem* item)
{
    const auto picture = item->window()->grabWindow();
    int changed = 0;
    if (m_before.size() == picture.size()) {
        const auto part = place(item).toAlignedRect().adjusted(-reachOfFrame, -reachOfFrame, reachOfFrame, reachOfFrame)
            & picture.rect();
        for (int y = part.top(); y <= part.bottom(); ++y)
            for (int x = part.left(); x <= part.right(); ++x)
                changed += picture.pixel(x, y) != m_before.pixel(x, y);
    }
    m_before = picture;
    return changed;
}

}
