// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/board_filter.hpp"
#include "app/models/deal_column_model.hpp"
#include "app/models/undo_log.hpp"
#include <QVariantMap>

namespace agentarmy::app {

/// The deal board: eight stages, one filter, one order, one selected card, at most one lifted card.
/// A move is shown at once and taken back if the source refuses it.
class DealBoardModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(QList<QObject*> columns READ columns CONSTANT)
    Q_PROPERTY(QList<QObject*> lanes READ lanes CONSTANT)
    /// The active stages and the lanes that are open as columns.
    Q_PROPERTY(QList<QObject*> shownStages READ shownStages NOTIFY lanesChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY summaryChanged)
    Q_PROPERTY(int view READ view WRITE setView NOTIFY filterChanged)
    Q_PROPERTY(QString filterText READ filterText WRITE setFilterText NOTIFY filterChanged)
    Q_PROPERTY(QString ownerText READ ownerText NOTIFY filterChanged)
    Q_PROPERTY(QVariantList owners READ owners NOTIFY filterChanged)
    Q_PROPERTY(bool filtered READ filtered NOTIFY filterChanged)
    Q_PROPERTY(int bounds READ bounds NOTIFY filterChanged) ///< how many bounds stand
    Q_PROPERTY(int sort READ sort WRITE setSort NOTIFY filterChanged)
    Q_PROPERTY(QString sortText READ sortText NOTIFY filterChanged)
    Q_PROPERTY(QString selectedId READ selectedId NOTIFY selectionChanged)
    Q_PROPERTY(int selectedStage READ selectedStage NOTIFY selectionChanged)
    Q_PROPERTY(QString liftedId READ liftedId NOTIFY liftChanged)
    Q_PROPERTY(bool hasAnswers READ hasAnswers NOTIFY liftChanged)
public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)
    DealBoardModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent = nullptr);

    QList<QObject*> columns() const { return objects(0, activeStages); }
    QList<QObject*> lanes() const { return objects(activeStages, stageCount); }
    QList<QObject*> shownStages() const;
    DealColumnModel& column(Stage stage) const { return *m_columns[size_t(stage)]; }
    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QString summary() const;
    int view() const { return m_filter.view; }
    void setView(int view);
    QString filterText() const { return m_filter.text; }
    void setFilterText(const QString& text);
    QString ownerText() const;
    QVariantList owners() const;
    bool filtered() const;
    int bounds() const;
    int sort() const { return int(m_sort); }
    void setSort(int sort);
    QString sortText() const;
    QString selectedId() const { return m_selectedId; }
    int selectedStage() const;
    QString liftedId() const { return m_liftedId; }
    bool hasAnswers() const { return m_hasAnswers; }

    Q_INVOKABLE void load();
    Q_INVOKABLE agentarmy::app::DealColumnModel* columnOf(int stage) const { return m_columns[size_t(stage)].get(); }
    Q_INVOKABLE void toggleLane(int stage);
    Q_INVOKABLE bool isLaneOpen(int stage) const { return m_openLanes.contains(stage); }
    Q_INVOKABLE void toggleOwner(const QString& ownerId);
    Q_INVOKABLE void clearFilter();
    const BoardFilter& filter() const { return m_filter; }
    void setFilter(const BoardFilter& filter, int sort);
    /// Of the bounds: "least", "most" (amounts as people write them), "from", "to" (days), "warning" and "category"
    /// (numbers, "0" and "-1": all). Empty: no bound. False: it cannot be read.
    Q_INVOKABLE bool setBound(const QString& name, const QString& text);
    Q_INVOKABLE QString boundText(const QString& name) const;
    Q_INVOKABLE void clearOwners();
    Q_INVOKABLE void select(const QString& dealId);
    /// Goes to the card beside (`dx` columns, `dy` rows) the selected one; with nothing selected to the first card.
    Q_INVOKABLE void step(int dx, int dy);
    Q_INVOKABLE int selectedRow() const;
    /// Asks the rules what each stage would say about this card.
    Q_INVOKABLE void lift(const QString& dealId);
    Q_INVOKABLE void release();
    /// Moves the lifted card; `input` may hold reason, lostReason, closedValue (text). False: the stage refuses it or
    /// asks for input that is not there.
    Q_INVOKABLE bool drop(int stage, const QVariantMap& input = {});
    /// Lifts, asks and moves in one go: the keyboard's way. Emits `inputAsked` or a message where it cannot.
    Q_INVOKABLE void moveBy(const QString& dealId, int stages);
    Q_INVOKABLE agentarmy::app::DealCard cardOf(const QString& dealId) const;
    Q_INVOKABLE QString nameOf(const QString& dealId) const;
    /// Its amount as a field shows it for editing; empty if it has none.
    Q_INVOKABLE QString amountOf(const QString& dealId) const;
    /// Its stage, or -1 if it is not on the board.
    Q_INVOKABLE int stageOf(const QString& dealId) const;

    const DealCard* find(const QString& dealId) const;
    const QHash<QString, DealCard>& cards() const { return m_cards; }
    void refresh(const QString& dealId);
    /// Puts one changed card where it belongs.
    void apply(const DealCard& card);

Q_SIGNALS:
    void stateChanged();
    void summaryChanged();
    void filterChanged();
    void selectionChanged();
    void liftChanged();
    void lanesChanged();
    /// The answers about the lifted card have arrived.
    void answered(const QString& dealId);
    /// The move of this card to `stage` needs words from a person first.
    void inputAsked(const QString& dealId, int stage);
    void firstShown();

private:
    QList<QObject*> objects(int from, int to) const;
    void show(const std::vector<DealCard>& cards);
    void arrange();
    void addUp();
    void setAnswers(const std::vector<StageAnswer>& answers);
    void sendMove(const DealCard& before, const MoveRequest& request, int missing);

    WorkspaceSource& m_source;
    UndoLog& m_undo;
    const Formats& m_formats;
    std::vector<std::unique_ptr<DealColumnModel>> m_columns;
    QHash<QString, DealCard> m_cards;
    BoardFilter m_filter;
    BoardSort m_sort = BoardSort::CloseDate;
    State m_state = State::Loading;
    QString m_problem, m_selectedId, m_liftedId;
    bool m_hasAnswers = false;
    QSet<int> m_openLanes;
};

}
