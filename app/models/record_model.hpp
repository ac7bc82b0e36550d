// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/models/role_list_model.hpp"
#include "app/models/undo_log.hpp"
#include "app/view/account_view.hpp"
#include <QTimer>

namespace agentarmy::app {

using RecordDealModel = RoleListModel<DealCard>;
using RecordPersonModel = RoleListModel<PersonRowView>;
using TalkModel = RoleListModel<TalkView>;

/// The page of one account or person: its fields, each kept as soon as it is given, and what hangs on it.
class RecordModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed) ///< "account" or "person"
    Q_PROPERTY(QString recordId READ recordId NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString initials READ initials NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString owner READ owner NOTIFY changed)
    Q_PROPERTY(QString accountId READ accountId NOTIFY changed)
    Q_PROPERTY(QString account READ account NOTIFY changed)
    Q_PROPERTY(QVariantMap values READ values NOTIFY changed)
    Q_PROPERTY(QVariantMap errors READ errors NOTIFY changed) ///< by field: why it was not kept
    Q_PROPERTY(QString otherNames READ otherNames NOTIFY changed)
    Q_PROPERTY(bool optedOut READ optedOut NOTIFY changed)
    Q_PROPERTY(bool addressInvalid READ addressInvalid NOTIFY changed)
    Q_PROPERTY(QStringList roles READ roles NOTIFY changed)
    Q_PROPERTY(QVariantList scores READ scores NOTIFY changed) ///< maps with key, label, value, own, note
    Q_PROPERTY(QVariantList owners READ owners NOTIFY changed) ///< maps with id, name
    Q_PROPERTY(QAbstractItemModel* deals READ deals CONSTANT)
    Q_PROPERTY(QAbstractItemModel* people READ people CONSTANT)
    Q_PROPERTY(QAbstractItemModel* talks READ talks CONSTANT)
public:
    enum class State { None, Loading, Ready, Failed };
    Q_ENUM(State)
    RecordModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent = nullptr);

    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QString kind() const;
    QString recordId() const { return m_id; }
    QString name() const { return m_view.name; }
    QString initials() const { return m_view.initials; }
    QString summary() const; ///< "2 open deals, € 58k · last spoke yesterday"
    QString owner() const { return m_view.owner; }
    QString accountId() const { return m_view.accountId; }
    QString account() const { return m_view.account; }
    QVariantMap values() const { return m_view.fields; }
    QVariantMap errors() const { return m_errors; }
    QString otherNames() const { return m_view.otherNames.join(QStringLiteral(", ")); }
    bool optedOut() const { return m_view.optedOut; }
    bool addressInvalid() const { return m_view.addressInvalid; }
    QStringList roles() const { return m_view.roles; }
    QVariantList scores() const;
    QVariantList owners() const;
    QAbstractItemModel* deals() const { return m_deals.get(); }
    QAbstractItemModel* people() const { return m_people.get(); }
    QAbstractItemModel* talks() const { return m_talks.get(); }

    Q_INVOKABLE void open(const QString& kind, const QString& id);
    Q_INVOKABLE void close();
    Q_INVOKABLE void reload();
    Q_INVOKABLE void set(const QString& field, const QString& text);
    Q_INVOKABLE void setOwner(const QString& ownerId);
    Q_INVOKABLE void setRole(const QString& role, bool on);
    Q_INVOKABLE void setOptedOut(bool on);
    Q_INVOKABLE void setScore(const QString& key, int value);
    Q_INVOKABLE void clearScore(const QString& key); ///< back to the computed one

Q_SIGNALS:
    void changed();

private:
    void edit(const QString& field, const QVariant& value, const QString& said);
    void take(RecordView view);

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    const Formats& m_formats;
    RecordView m_view;
    std::unique_ptr<RecordDealModel> m_deals;
    std::unique_ptr<RecordPersonModel> m_people;
    std::unique_ptr<TalkModel> m_talks;
    QTimer m_soon;
    QVariantMap m_errors;
    QString m_id, m_problem;
    RecordKind m_kind = RecordKind::Account;
    State m_state = State::None;
};

}
