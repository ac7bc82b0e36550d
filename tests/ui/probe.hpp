// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QImage>
#include <QPointer>
#include <QQuickItem>
#include <QStringList>

namespace agentarmy::app {

/// Looks at what is really shown: what is painted, what a screen reader is told, what the keyboard reaches.
/// Every list names what is wrong, each once, and is empty where all is well.
class Probe : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Words under 4.5 : 1 (large ones 3 : 1) and icons under 3 : 1 on what is painted behind them. What is disabled,
    /// clipped away or covered is not looked at. Grabs the window.
    Q_INVOKABLE QStringList weakWords(QQuickItem* root);

    /// Nodes of the accessible tree that say not what they are called, or not what they are, and items that take the
    /// focus but are not in the tree.
    Q_INVOKABLE QStringList silent(QQuickItem* root) const;

    /// Items that take a click but no key: neither they nor a list around them is a stop of Tab.
    Q_INVOKABLE QStringList unreachable(QQuickItem* root) const;

    /// Visible, enabled items below `root` at which Tab has to stop.
    Q_INVOKABLE QVariantList stops(QQuickItem* root) const;

    /// The popover or dialog that lies on top below `root`, or null.
    Q_INVOKABLE QQuickItem* layer(QQuickItem* root) const;

    /// Whether a person presses `item`: a button, link, tab or choice.
    Q_INVOKABLE bool pressed(QQuickItem* item) const;

    /// `item` in words, for a report.
    Q_INVOKABLE QString describe(QQuickItem* item) const { return item ? nameOf(item) : QStringLiteral("nothing"); }

    /// Where `item` is in the window; empty for null.
    Q_INVOKABLE QRectF place(QQuickItem* item) const;

    /// Takes a picture of the window of `item`, and says how many pixels at `item` (and 6 px around it) are others than
    /// in the picture before.
    Q_INVOKABLE int changedAt(QQuickItem* item);

    static QString nameOf(QQuickItem* item);

private:
    QImage m_before;
};

}
