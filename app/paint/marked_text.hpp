// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/paint/themed_item.hpp"
#include <QTextLayout>
#include <QVariantList>
#include <memory>

namespace agentarmy::app {

/// Running text with marked passages behind it, as mails, chats and transcripts are read.
/// `markBegin` and `markEnd` count UTF-8 bytes in `text`; the first marked line is told as `markTop` for scrolling to
/// it.
class MarkedText : public agentarmy::app::ThemedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY edited)
    Q_PROPERTY(int kind MEMBER m_kind NOTIFY edited)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY edited)
    Q_PROPERTY(QColor markColor MEMBER m_markColor NOTIFY edited)
    Q_PROPERTY(int markBegin MEMBER m_markBegin NOTIFY edited)
    Q_PROPERTY(int markEnd MEMBER m_markEnd NOTIFY edited)
    /// Ranges that are always marked softly, as pairs of byte offsets.
    Q_PROPERTY(QVariantList softMarks MEMBER m_softMarks NOTIFY edited)
    Q_PROPERTY(double markTop READ markTop NOTIFY laidOut)
public:
    explicit MarkedText(QQuickItem* parent = nullptr);
    QString text() const { return m_text; }
    void setText(const QString& text);
    double markTop() const { return m_markTop; }
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void edited();
    void laidOut();

protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void updatePolish() override;
    void componentComplete() override;

private:
    void layOut();
    void paintMark(QPainter* painter, int begin, int end, const QColor& color) const;
    QString m_text;
    int m_kind = Theme::Body;
    int m_markBegin = 0, m_markEnd = 0;
    QVariantList m_softMarks; // a list of int would stay empty: QML hands over a list of variants
    QColor m_color, m_markColor;
    std::unique_ptr<QTextLayout> m_layout;
    double m_markTop = 0, m_lead = 0, m_line = 20;
};

/// Turns a UTF-8 byte offset in `text` into a QString index; past the end gives the end.
int indexOfByte(QStringView text, int byte);

}
