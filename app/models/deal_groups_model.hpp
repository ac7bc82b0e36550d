// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/deal_board_model.hpp"
#include <QTimer>

namespace agentarmy::app {

/// The deals of one month, owner or forecast category.
class DealGroupModel : public DiffListModel<DealCard> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the groups")
    Q_PROPERTY(QString key READ key CONSTANT)
    Q_PROPERTY(QString title READ title CONSTANT)
    Q_PROPERTY(bool late READ late CONSTANT) ///< what stands here is overdue
    Q_PROPERTY(bool takes READ takes CONSTANT) ///< a card may be dropped here
    Q_PROPERTY(int count READ count NOTIFY sumsChanged)
    Q_PROPERTY(QString sumText READ sumText NOTIFY sumsChanged)
    Q_PROPERTY(QString sumShort READ sumShort NOTIFY sumsChanged) ///< the greatest currency and how many more
    Q_PROPERTY(QString weightedText READ weightedText NOTIFY sumsChanged)
public:
    DealGroupModel(QString key, QString title, bool takes, const Formats& formats, QObject* parent = nullptr);
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    QString key() const { return m_key; }
    QString title() const { return m_title; }
    bool late() const;
    bool takes() const { return m_takes; }
    int count() const { return rowCount(); }
    QString sumText() const;
    QString sumShort() const;
    QString weightedText() const;
    void addUp();
    Q_INVOKABLE int rowOfId(const QString& id) const { return rowOf(id); }
    Q_INVOKABLE QString idAt(int row) const;

Q_SIGNALS:
    void sumsChanged();

private:
    QString m_key, m_title;
    bool m_takes;
    const Formats& m_formats;
    MoneySums m_sums, m_weighted;
};

/// The open deals in another order than by stage: by close month, by owner, or by forecast category. A card that is
/// dropped on a month or an owner gets it. Shows what the board's filter admits.
class DealGroupsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(QList<QObject*> groups READ groups NOTIFY groupsChanged)
    Q_PROPERTY(int by READ by WRITE setBy NOTIFY groupsChanged)
    Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY shownChanged)
public:
    enum By { Month, Owner, Category };
    Q_ENUM(By)
    DealGroupsModel(WorkspaceSource& source, UndoLog& undo, DealBoardModel& board, const Formats& formats,
        QObject* parent = nullptr);
    QList<QObject*> groups() const;
    int by() const { return m_by; }
    void setBy(int by);
    bool shown() const { return m_shown; }
    void setShown(bool shown); ///< while it is not, nothing is kept up to date

    /// What a drop on this group would say; empty: it takes none.
    Q_INVOKABLE QString dropText(const QStringList& dealIds, const QString& key) const;
    /// False: the group takes no card, or all stand there already.
    Q_INVOKABLE bool drop(const QStringList& dealIds, const QString& key);
    Q_INVOKABLE QString groupOf(const QString& dealId) const;
    /// Goes to the card beside the selected one of the board, as its step() does.
    Q_INVOKABLE void step(int dx, int dy);

Q_SIGNALS:
    void groupsChanged();
    void shownChanged();

private:
    struct Wanted {
        QString key, title;
        bool takes = false;
    };
    std::vector<Wanted> wanted(QDate today) const;
    QString keyOf(const DealCard& card, QDate today) const;
    void refresh();

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    DealBoardModel& m_board;
    const Formats& m_formats;
    std::vector<std::unique_ptr<DealGroupModel>> m_groups;
    QTimer m_soon;
    int m_by = Month;
    bool m_shown = false;
};

/// The day in another month: the same day, or the last of a shorter month; in the month of `today` not before it. A
/// deal without a date gets the month's last day.
QDate dayInMonth(QDate before, int year, int month, QDate today);

}
