// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/models/role_list_model.hpp"
#include "app/models/undo_log.hpp"
#include "app/view/account_view.hpp"
#include <QTimer>

namespace agentarmy::app {

/// One line of the list, of either kind.
struct RecordRow {
    QString id, name, initials, line, value, when, exact;
    int tone = 0; ///< Theme::Tone of `when`
    bool warns = false;
    bool operator==(const RecordRow&) const = default;
};
using RecordListModel = RoleListModel<RecordRow>;
using PairModel = RoleListModel<PairView>;

/// All accounts and people, and the pairs that may be one; narrowed by a text.
class AccountsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(int view READ view WRITE setView NOTIFY changed)
    Q_PROPERTY(QString filterText READ filterText WRITE setFilterText NOTIFY changed)
    Q_PROPERTY(QList<int> counts READ counts NOTIFY changed) ///< accounts, people, pairs
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
    Q_PROPERTY(QAbstractItemModel* pairs READ pairs CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY changed) ///< of what is listed
    /// While it is not, changes of deals wait: names, which the search needs, follow at once.
    Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY shownChanged)
public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)
    enum View { Accounts, People, Pairs };
    Q_ENUM(View)
    AccountsModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent = nullptr);

    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    int view() const { return m_view; }
    void setView(int view);
    QString filterText() const { return m_filterText; }
    void setFilterText(const QString& text);
    QList<int> counts() const;
    QAbstractItemModel* rows() const { return m_rows.get(); }
    QAbstractItemModel* pairs() const { return m_pairs.get(); }
    int count() const { return m_view == Pairs ? m_pairs->rowCount() : m_rows->rowCount(); }
    bool shown() const { return m_shown; }
    void setShown(bool shown);
    const AccountBookView& book() const { return m_book; }

    Q_INVOKABLE void load();
    /// Read once it is asked for; a list that stands is kept.
    Q_INVOKABLE void loadOnce();
    Q_INVOKABLE QString idAt(int row) const;
    Q_INVOKABLE int rowOf(const QString& id) const { return m_rows->rowOf(id); }
    /// Others of the kind whose name or address holds `text`: maps with id, name, line; at most 50.
    Q_INVOKABLE QVariantList others(const QString& kind, const QString& id, const QString& text) const;
    Q_INVOKABLE void merge(const QString& kind, const QString& keep, const QString& giveUp);
    Q_INVOKABLE void mergePair(const QString& pairId, bool keepFirst);
    Q_INVOKABLE void keepApart(const QString& pairId);
    Q_INVOKABLE void archive(const QString& kind, const QString& id);
    Q_INVOKABLE void remove(const QString& kind, const QString& id);
    /// created() follows, or refused() with the reason.
    Q_INVOKABLE void create(const QString& kind, const QString& name, const QString& email, const QString& accountId);

Q_SIGNALS:
    void changed();
    void shownChanged();
    void created(const QString& kind, const QString& id);
    void refused(const QString& problem);
    /// The record is part of `into` now, or put away (`into` empty).
    void gone(const QString& id, const QString& into);

private:
    void arrange();
    QString nameOf(const QString& id) const;

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    const Formats& m_formats;
    AccountBookView m_book;
    std::unique_ptr<RecordListModel> m_rows;
    std::unique_ptr<PairModel> m_pairs;
    QTimer m_soon; ///< many changes, one look
    State m_state = State::Loading;
    QString m_problem, m_filterText;
    int m_view = Accounts;
    bool m_asked = false, m_shown = false;
    bool m_stale = false; ///< a deal was written since the last look
};

/// "account" or "person", as pages name the kinds.
RecordKind recordKind(const QString& kind);
QString kindText(RecordKind kind);

}
