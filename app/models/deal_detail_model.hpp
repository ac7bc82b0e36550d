// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/models/deal_lists.hpp"
#include "app/models/undo_log.hpp"
#include "app/models/view_lists.hpp"
#include <QtQml/qqmlregistration.h>

namespace agentarmy::app {

/// One deal in full. `load` shows what is known at once and updates by difference when the answer comes.
class DealDetailModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the workspace")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool gone READ gone NOTIFY changed) ///< there is no such deal: trying again is of no use
    Q_PROPERTY(QString dealId READ dealId NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString account READ account NOTIFY changed)
    Q_PROPERTY(QString accountId READ accountId NOTIFY changed)
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed)
    Q_PROPERTY(QVariantList path READ path NOTIFY changed)
    Q_PROPERTY(QList<double> ring READ ring NOTIFY changed)
    Q_PROPERTY(int identified READ identified NOTIFY changed)
    Q_PROPERTY(QString proofTitle READ proofTitle NOTIFY changed)
    Q_PROPERTY(QString proofSummary READ proofSummary NOTIFY changed)
    Q_PROPERTY(QString lastRead READ lastRead NOTIFY changed)
    Q_PROPERTY(QVariantMap advice READ advice NOTIFY changed)
    Q_PROPERTY(bool hasAdvice READ hasAdvice NOTIFY changed)
    /// What a person should look at: maps with id, title, text, tone, accept, dismiss (texts of the answers), quote,
    /// jump.
    Q_PROPERTY(QVariantList checks READ checks NOTIFY changed)
    /// Who can own the deal: maps with id, name, chosen.
    Q_PROPERTY(QVariantList owners READ owners NOTIFY changed)
    Q_PROPERTY(bool archived READ archived NOTIFY changed)
    Q_PROPERTY(int stage READ stage NOTIFY changed)
    Q_PROPERTY(int peopleCount READ peopleCount NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* timeline READ timeline CONSTANT)
    Q_PROPERTY(QAbstractItemModel* meddic READ meddic CONSTANT)
    Q_PROPERTY(QAbstractItemModel* bant READ bant CONSTANT)
    Q_PROPERTY(QAbstractItemModel* people READ people CONSTANT)
    Q_PROPERTY(QAbstractItemModel* history READ history CONSTANT)
    Q_PROPERTY(QAbstractItemModel* talks READ talks CONSTANT)
    Q_PROPERTY(QAbstractItemModel* meetings READ meetings CONSTANT)
    Q_PROPERTY(QAbstractItemModel* tasks READ tasks CONSTANT)
    Q_PROPERTY(int talkCount READ talkCount NOTIFY changed)
    Q_PROPERTY(int meetingCount READ meetingCount NOTIFY changed)
    Q_PROPERTY(int round READ round NOTIFY changed) ///< grows with each look: what placesFor() says may be another
    Q_PROPERTY(QStringList gaps READ gaps NOTIFY changed) ///< what is missing among them
    /// mood, moodTone, notes (maps with text, when, iconName, tone), events, wins, losses, technologies, initiatives.
    Q_PROPERTY(QVariantMap plan READ plan NOTIFY changed)
    /// Kinds of the timeline that are shown: "mail", "chat", "meeting", "change", "agent"; empty: all.
    Q_PROPERTY(QString timelineKind READ timelineKind WRITE setTimelineKind NOTIFY timelineFilterChanged)
    Q_PROPERTY(QString timelineFilter READ timelineFilter WRITE setTimelineFilter NOTIFY timelineFilterChanged)
public:
    enum class State { Loading, Ready, Failed };
    Q_ENUM(State)
    DealDetailModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent = nullptr);

    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    bool gone() const { return m_gone; }
    QString dealId() const { return m_dealId; }
    QString name() const { return m_view.card.name; }
    QString account() const { return m_view.card.account; }
    QString accountId() const { return m_view.card.accountId; }
    QVariantList facts() const;
    QVariantList path() const;
    QList<double> ring() const;
    int identified() const { return m_view.card.identified; }
    QString proofTitle() const;
    QString proofSummary() const { return m_view.summary; }
    QString lastRead() const;
    QVariantMap advice() const { return toMap(m_view.advice, m_formats); }
    bool hasAdvice() const
    {
        return !m_view.advice.action.isEmpty() || !m_view.advice.draftText.isEmpty() || !m_view.checks.empty();
    }
    QVariantList checks() const;
    QVariantList owners() const;
    bool archived() const { return m_view.archived; }
    int stage() const { return int(m_view.card.stage); }
    int peopleCount() const { return int(m_view.people.size()); }
    QAbstractItemModel* timeline() const { return m_timeline.get(); }
    QAbstractItemModel* meddic() const { return m_meddic.get(); }
    QAbstractItemModel* bant() const { return m_bant.get(); }
    QAbstractItemModel* people() const { return m_people.get(); }
    QAbstractItemModel* history() const { return m_history.get(); }
    QAbstractItemModel* talks() const { return m_talks.get(); }
    QAbstractItemModel* meetings() const { return m_meetings.get(); }
    QAbstractItemModel* tasks() const { return m_tasks.get(); }
    int talkCount() const { return int(m_view.talks.size()); }
    int meetingCount() const { return int(m_view.meetings.size()); }
    int round() const { return m_round; }
    /// The people on a plane of this size: maps with id, name, initials, x (influence), y (decision power from below),
    /// tone, tip, champion, blocker, decides.
    Q_INVOKABLE QVariantList placesFor(double width, double height) const;
    QStringList gaps() const;
    QVariantMap plan() const;
    QString timelineKind() const { return m_timelineKind; }
    void setTimelineKind(const QString& kind);
    QString timelineFilter() const { return m_timelineFilter; }
    void setTimelineFilter(const QString& text);

    Q_INVOKABLE void load(const QString& dealId);
    Q_INVOKABLE void reload() { load(m_dealId); }
    /// All quotes of one dimension, as maps; for the list behind "+3".
    Q_INVOKABLE QVariantList quotesOf(const QString& dimension) const;
    /// The same without the first, which stands in the row itself.
    Q_INVOKABLE QVariantList otherQuotesOf(const QString& dimension) const { return quotesOf(dimension).mid(1); }
    Q_INVOKABLE QVariantMap jumpOf(const QString& timelineId) const;
    /// Fields: "name", "estimatedValue", "closeDate", "ownerId". False: `text` cannot be read as such; nothing is
    /// written.
    Q_INVOKABLE bool edit(const QString& field, const QString& text);
    Q_INVOKABLE QString editText(const QString& field) const;
    Q_INVOKABLE void answerCheck(const QString& checkId, bool accepted);
    Q_INVOKABLE void archive(bool archived);
    Q_INVOKABLE void remove();
    /// Takes the change back, or where others came after it writes the value before it again.
    Q_INVOKABLE void restore(const QString& historyId);
    /// What a person says about one of the ten points: "set" to `text`, "lock", "unlock", "reject". qualified() tells.
    Q_INVOKABLE void qualify(const QString& dimension, const QString& edit, const QString& text = {});
    /// value, known, locked, contested, alternatives (list) of one of them.
    Q_INVOKABLE QVariantMap pointOf(const QString& dimension) const;
    Q_INVOKABLE void addTask(const QString& text, const QString& due);
    Q_INVOKABLE void setTaskDone(const QString& taskId, bool done);

Q_SIGNALS:
    void changed();
    void timelineFilterChanged();
    void removed();
    void qualified(const QString& problem); ///< empty: it is kept
    void taskAdded(const QString& problem);

private:
    void show(DealView view);
    void showTimeline();
    void write(const FieldEdit& edit, const QString& what);
    void done(const QString& what, const Answer<Receipt>& answer);
    WorkspaceSource& m_source;
    UndoLog& m_undo;
    const Formats& m_formats;
    DealView m_view;
    int m_round = 0;
    QString m_dealId, m_problem, m_timelineFilter, m_timelineKind;
    bool m_gone = false;
    State m_state = State::Loading;
    std::unique_ptr<TimelineModel> m_timeline;
    std::unique_ptr<QualificationModel> m_meddic, m_bant;
    std::unique_ptr<PeopleModel> m_people;
    std::unique_ptr<HistoryModel> m_history;
    std::unique_ptr<DealTalkModel> m_talks;
    std::unique_ptr<DealMeetingModel> m_meetings;
    std::unique_ptr<TaskModel> m_tasks;
};

}
