// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/undo_log.hpp"
#include <QUrl>
#include <QVariantMap>

namespace agentarmy::app {

/// The settings of the workspace, each kept as soon as it is given, and what one does with the whole of the data.
class SettingsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// name, email, company, currency, timeZone, domains, addresses, products (with commas between), folder.
    Q_PROPERTY(QVariantMap values READ values NOTIFY changed)
    Q_PROPERTY(QVariantMap errors READ errors NOTIFY changed) ///< by field: why it was not kept
    Q_PROPERTY(QString busy READ busy NOTIFY changed) ///< what is being done; empty: nothing
    Q_PROPERTY(QStringList report READ report NOTIFY changed) ///< of the look over the data
    Q_PROPERTY(bool sound READ sound NOTIFY changed)
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QStringList zones READ zones CONSTANT)
public:
    enum class State { Loading, Ready, Failed };
    Q_ENUM(State)

    SettingsModel(WorkspaceSource& source, UndoLog& undo, QObject* parent = nullptr);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QVariantMap values() const;
    QVariantMap errors() const { return m_errors; }
    QString busy() const { return m_busy; }
    QStringList report() const { return m_report; }
    bool sound() const { return m_sound; }
    QString version() const;
    QStringList zones() const;

    Q_INVOKABLE void load();
    Q_INVOKABLE void set(const QString& field, const QString& text);
    Q_INVOKABLE void backUp(const QUrl& folder); ///< a copy with the date, within it
    Q_INVOKABLE void exportTo(const QUrl& folder); ///< in open formats, in a folder of its own within it
    Q_INVOKABLE void lookOver();
    Q_INVOKABLE void showFolder() const; ///< in the file manager

Q_SIGNALS:
    void changed();

private:
    void take(SettingsView view);
    template <typename T, typename Then> void work(const QString& what, QFuture<Answer<T>> answer, Then then);

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    SettingsView m_view;
    QVariantMap m_errors;
    QStringList m_report;
    QString m_problem, m_busy;
    State m_state = State::Loading;
    bool m_sound = true;
};

}
