// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/view/board_view.hpp"
#include <QDateTime>
#include <QVariant>

namespace agentarmy::app {

/// Words in a source: `begin` and `end` are UTF-8 byte offsets in its clean text.
struct Quote {
    QString text;
    QString sourceType; ///< "message", "utterance", "document", "manual"
    QString sourceId;
    QString conversationId; ///< where `sourceId` is read; empty: not in a conversation
    int begin = 0, end = 0;
    QString sourceText; ///< "Mail, 9 Sep", "12:41 in meeting"
    bool operator==(const Quote&) const = default;
};

/// One BANT or MEDDIC dimension as the deal page shows it.
struct QualificationView {
    QString id; ///< "economic_buyer"
    QString label; ///< translated
    bool bant = false;
    QString value; ///< in words; empty: nothing known
    double confidence = 0; ///< 0..1
    bool identified = false;
    bool locked = false; ///< set by a person
    QStringList alternatives; ///< what else was said about it; not empty: they contradict
    QStringList others = {}; ///< all that was said and lost, also where nothing contradicts
    std::vector<Quote> quotes; ///< best first
    bool operator==(const QualificationView&) const = default;
};

struct TimelineView {
    QString id;
    QString kind; ///< "mail", "chat", "meeting", "change", "agent", "call"
    QString title, text;
    QDateTime at;
    QString note; ///< what stands before the time: "Mail", "Meeting, 47 min"
    Quote jump; ///< where a click goes; no conversation: nowhere
    bool operator==(const TimelineView&) const = default;
};

struct StageStep {
    Stage stage = Stage::Prospecting;
    int state = 0; ///< 0 passed, 1 here, 2 ahead
    QString note; ///< "9 d", "day 18 of about 45", "1 proof missing"
    bool warns = false;
};

struct PersonView {
    QString id, name, title, email, initials;
    QString roles; ///< "Decision maker, champion"
    int decisionPower = 0, influence = 0, relationship = 0; ///< 0..10
    QDateTime lastAt;
    QStringList roleKeys = {}; ///< as the engine's texts: "decision_maker"
    bool operator==(const PersonView&) const = default;
};

/// One entry of the history of a deal's fields.
struct HistoryView {
    QString id;
    QString who, field, before, after, why;
    QDateTime at;
    bool byAgent = false;
    bool undoable = false;
    bool restorable = false; ///< its value before can be written again
    QString undoToken;
    bool operator==(const HistoryView&) const = default;
};

struct FindingView {
    QString text, remedy;
    int tone = 0; ///< Theme::Tone
    bool blocks = false;
    QString passage = {}; ///< of the draft's text, what it speaks of; empty: the whole
    bool operator==(const FindingView&) const = default;
};

/// Something that a person should look at, with up to two answers; each writes its value into `field`.
struct CheckView {
    QString id, title, text;
    int tone = 0; ///< Theme::Tone
    QString accept, dismiss; ///< the answers; empty: there is none
    QString accepted, dismissed; ///< what the toast says afterwards
    QString field;
    QVariant acceptValue, dismissValue;
    Quote jump; ///< the words that led to it; no conversation: nowhere
};

/// Why the agent advises something.
struct ReasonView {
    QString text;
    Quote jump; ///< no conversation: nowhere
};

/// The agent's panel: one next action with its reasons, and a draft that waits.
struct AdviceView {
    QString action;
    double sureness = -1; ///< 0..1, negative: not said
    std::vector<ReasonView> reasons;
    QString draftId, draftTo, draftTone, draftSubject, draftText;
    std::vector<FindingView> findings;
    int passedChecks = 0, factsLinked = 0;
};

/// A thread about the deal.
struct DealTalkView {
    QString id, subject, preview, channel;
    QString turn; ///< "ours", "theirs", "none"
    QDateTime at;
    int messages = 0;
    bool operator==(const DealTalkView&) const = default;
};

struct SpeakerView {
    QString name;
    bool ours = false;
    double share = 0; ///< 0..1
    int order = 0; ///< 0: spoke first
    bool operator==(const SpeakerView&) const = default;
};
struct DealMeetingView {
    QString id, title;
    QDateTime at;
    int minutes = 0; ///< 0: not known
    std::vector<SpeakerView> speakers; ///< most first; empty: no transcript
    bool operator==(const DealMeetingView&) const = default;
};

struct TaskView {
    QString id, text, owner;
    QDate due; ///< invalid: none
    bool done = false;
    bool operator==(const TaskView&) const = default;
};

/// What was said on one day, in a line.
struct NoteView {
    QString text, channel;
    QDateTime at;
    int tone = 0; ///< Theme::Tone of the mood
    int count = 1; ///< how many talks of that day it stands for
};

struct PlanView {
    QString mood; ///< in words; empty: nothing was read yet
    int moodTone = 0;
    std::vector<NoteView> notes; ///< newest first
    QStringList events, wins, losses, technologies, initiatives;
};

/// What a person says about one of the ten points: "set" to a text, "lock", "unlock" or "reject" what stands.
struct PointEditView {
    QString dealId, dimension, edit, text;
};

struct DealView {
    DealCard card;
    QString forecast; ///< in words
    bool archived = false;
    std::vector<StageStep> path;
    std::vector<QualificationView> qualification;
    QString summary; ///< one or two sentences on what is proven and what is not
    QDateTime lastReadAt; ///< when the agent last read something about this deal
    std::vector<TimelineView> timeline;
    std::vector<PersonView> people;
    std::vector<HistoryView> history;
    AdviceView advice;
    std::vector<CheckView> checks;
    std::vector<DealTalkView> talks; ///< mail and chat, newest first
    std::vector<DealMeetingView> meetings; ///< newest first
    std::vector<TaskView> tasks; ///< open ones first
    PlanView plan;
};

}
