// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/notices.hpp"
#include <QObject>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace agentarmy::app {

/// What the desktop is told about, when, and whether the program stays in the tray; a person's, whatever the workspace.
class NoticeSettingsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    /// Maps with key, text, on.
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed)
    Q_PROPERTY(bool quiet READ quiet WRITE setQuiet NOTIFY changed)
    Q_PROPERTY(QString quietFrom READ quietFrom NOTIFY changed) ///< "19:00"
    Q_PROPERTY(QString quietTo READ quietTo NOTIFY changed)
    Q_PROPERTY(QVariantMap errors READ errors NOTIFY changed) ///< "from", "to": why the time was not kept
    Q_PROPERTY(bool details READ details WRITE setDetails NOTIFY changed)
    Q_PROPERTY(QString paused READ paused NOTIFY changed) ///< until when, "14:30"; empty: not paused
    Q_PROPERTY(bool testing READ testing NOTIFY changed)
    Q_PROPERTY(QString testAnswer READ testAnswer NOTIFY changed) ///< what came of the test; empty: none was sent
    Q_PROPERTY(bool testGood READ testGood NOTIFY changed)
    Q_PROPERTY(bool inTray READ inTray WRITE setInTray NOTIFY changed) ///< closing the window leaves the program there
    Q_PROPERTY(QString trayProblem READ trayProblem NOTIFY changed) ///< why there is no tray; empty: there is one
public:
    explicit NoticeSettingsModel(QObject* parent = nullptr);
    const NoticeSettings& settings() const { return m_settings; }
    QVariantList kinds() const;
    bool quiet() const { return m_settings.quiet; }
    void setQuiet(bool quiet);
    QString quietFrom() const { return m_settings.quietFrom.toString(timeFormat); }
    QString quietTo() const { return m_settings.quietTo.toString(timeFormat); }
    QVariantMap errors() const { return m_errors; }
    bool details() const { return m_settings.details; }
    void setDetails(bool details);
    QString paused() const;
    bool testing() const { return m_testing; }
    QString testAnswer() const { return m_testAnswer; }
    bool testGood() const { return m_testGood; }
    bool inTray() const { return m_inTray && m_trayProblem.isEmpty(); }
    void setInTray(bool inTray);
    QString trayProblem() const { return m_trayProblem; }

    Q_INVOKABLE void setOn(const QString& kind, bool on);
    /// "from" or "to", as people write times: "19:00", "19", "7:30".
    Q_INVOKABLE void setQuietTime(const QString& which, const QString& text);
    Q_INVOKABLE void pause(); ///< for an hour
    Q_INVOKABLE void goOn(); ///< ends a pause
    Q_INVOKABLE void sendTest();

    /// All of it, to be kept; what cannot be read of it stays as it is.
    QVariantMap kept() const;
    void takeKept(const QVariantMap& kept);
    void setTestAnswer(const QString& problem); ///< empty: it is shown
    void setTrayProblem(const QString& problem);

Q_SIGNALS:
    void changed();
    void testAsked();

private:
    static constexpr auto timeFormat = u"HH:mm";
    NoticeSettings m_settings;
    QVariantMap m_errors;
    QString m_testAnswer, m_trayProblem;
    bool m_testing = false, m_testGood = false, m_inTray = false;
};

}
