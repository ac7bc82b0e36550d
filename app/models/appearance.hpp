// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace agentarmy::app {

/// Language and size of the window. Both hold from the next start on: words are made in many threads and kept, and the
/// size is settled before the first window, so the program offers to start again instead of mixing old and new.
class Appearance : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed) ///< "system", "en" or "de"
    Q_PROPERTY(int scale READ scale WRITE setScale NOTIFY changed) ///< percent of the usual size, one of `scales`
    Q_PROPERTY(QVariantList scales READ scales CONSTANT)
    Q_PROPERTY(bool pending READ pending NOTIFY changed) ///< something was chosen that does not hold yet
public:
    /// The exit code by which the event loop asks for a new start.
    static constexpr int startAgainCode = 75;

    using QObject::QObject;
    /// What this run has begun with; what is not a choice becomes the usual.
    void begin(const QString& language, int scale);
    QString language() const { return m_language; }
    int scale() const { return m_scale; }
    static QVariantList scales();
    bool pending() const { return m_language != m_firstLanguage || m_scale != m_firstScale; }
    void setLanguage(const QString& language); ///< anything but a choice is left out
    void setScale(int percent); ///< likewise
    /// Ends the event loop with `startAgainCode`.
    Q_INVOKABLE void startAgain();

Q_SIGNALS:
    void changed();

private:
    QString m_language = QStringLiteral("system"), m_firstLanguage = m_language;
    int m_scale = 100, m_firstScale = 100;
};

}
