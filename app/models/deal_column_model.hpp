// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/format/formats.hpp"
#include "app/models/diff_list_model.hpp"
#include "app/view/board_view.hpp"
#include <QtQml/qqmlregistration.h>

namespace agentarmy::app {

/// One stage of the board: its cards, its sums, and what a drop would mean while a card is lifted.
class DealColumnModel : public DiffListModel<DealCard> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the board")
    Q_PROPERTY(int stage READ stageNumber CONSTANT)
    Q_PROPERTY(QString title READ title CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY sumsChanged)
    Q_PROPERTY(QString sumText READ sumText NOTIFY sumsChanged)
    Q_PROPERTY(QString weightedText READ weightedText NOTIFY sumsChanged)
    /// The same where the line is shared: the greatest currency and how many more.
    Q_PROPERTY(QString weightedShort READ weightedShort NOTIFY sumsChanged)
    Q_PROPERTY(QString laneText READ laneText NOTIFY sumsChanged)
    Q_PROPERTY(QString tipText READ tipText NOTIFY sumsChanged)
    Q_PROPERTY(QString answerText READ answerText NOTIFY answerChanged)
    Q_PROPERTY(int answerTone READ answerTone NOTIFY answerChanged)
    Q_PROPERTY(bool lacksProof READ lacksProof NOTIFY answerChanged)
    Q_PROPERTY(bool forbidden READ forbidden NOTIFY answerChanged)
    Q_PROPERTY(bool needsInput READ needsInput NOTIFY answerChanged)
    Q_PROPERTY(bool needsReason READ needsReason NOTIFY answerChanged)
    Q_PROPERTY(bool needsLostReason READ needsLostReason NOTIFY answerChanged)
    Q_PROPERTY(bool needsClosedValue READ needsClosedValue NOTIFY answerChanged)
    Q_PROPERTY(QString answerMessage READ answerMessage NOTIFY answerChanged)
    Q_PROPERTY(QString proofTitle READ proofTitle NOTIFY answerChanged)
    Q_PROPERTY(QString dropHint READ dropHint NOTIFY answerChanged)
    Q_PROPERTY(QVariantList proof READ proof NOTIFY answerChanged)
public:
    enum Roles { CardRole = Qt::UserRole + 1, IdRole };
    explicit DealColumnModel(Stage stage, const Formats& formats, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    Stage stage() const { return m_stage; }
    int stageNumber() const { return int(m_stage); }
    QString title() const { return stageName(m_stage); }
    int count() const { return rowCount(); }
    QString sumText() const;
    QString weightedText() const;
    QString weightedShort() const;
    QString laneText() const;
    QString tipText() const;
    const MoneySums& sums() const { return m_sums; }
    const MoneySums& weighted() const { return m_weighted; }
    /// Adds up anew; call after rows have changed.
    void addUp();

    void setAnswer(std::optional<StageAnswer> answer);
    const std::optional<StageAnswer>& answer() const { return m_answer; }
    QString answerText() const;
    int answerTone() const;
    bool lacksProof() const
    {
        return m_answer && m_answer->missing > 0 && m_answer->kind == StageAnswer::Kind::Allowed;
    }
    bool forbidden() const { return m_answer && m_answer->kind == StageAnswer::Kind::Forbidden; }
    bool needsInput() const { return m_answer && m_answer->kind == StageAnswer::Kind::NeedsInput; }
    bool needsReason() const { return needsInput() && m_answer->needsReason; }
    bool needsLostReason() const { return needsInput() && m_answer->needsLostReason; }
    bool needsClosedValue() const { return needsInput() && m_answer->needsClosedValue; }
    QString answerMessage() const { return m_answer ? m_answer->message : QString(); }
    QString proofTitle() const;
    QString dropHint() const;
    QVariantList proof() const;

    Q_INVOKABLE QString idAt(int row) const;
    Q_INVOKABLE int rowOfId(const QString& id) const { return rowOf(id); }
    Q_INVOKABLE agentarmy::app::DealCard cardAt(int row) const;

Q_SIGNALS:
    void sumsChanged();
    void answerChanged();

private:
    Stage m_stage;
    const Formats& m_formats;
    MoneySums m_sums, m_weighted;
    std::optional<StageAnswer> m_answer;
};

}
