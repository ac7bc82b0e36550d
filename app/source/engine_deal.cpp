// SPDX-License-Identifier: AGPL-3.0-or-later
// What a person does on the page of a deal beyond its fields: points, to-dos; and the parts of that page.
#include "app/source/engine_parts.hpp"
#include "app/theme/theme.hpp"
#include "core/engine/deals/task_desk.hpp"
#include <QCoreApplication>

namespace agentarmy::app {
namespace {

QString tr(const char* words) { return QCoreApplication::translate("EngineDeal", words); }

std::optional<Date> toDate(QDate date)
{
    if (!date.isValid())
        return std::nullopt;
    return Date(std::chrono::year(date.year()), std::chrono::month(unsigned(date.month())),
        std::chrono::day(unsigned(date.day())));
}

int toneOf(Sentiment sentiment)
{
    return sentiment == Sentiment::positive ? Theme::Good
        : sentiment == Sentiment::negative  ? Theme::Bad
                                            : Theme::Neutral;
}

QStringList toTexts(const std::vector<std::string>& list)
{
    QStringList texts;
    for (const auto& each : list)
        texts += text(each);
    return texts;
}

/// Newest first; what was said on one day by one channel is one line, with the worst mood of them.
void addNotes(PlanView& view, const std::vector<InteractionSummary>& notes)
{
    for (auto i = notes.size(); i-- > 0;) {
        const auto& note = notes[i];
        const auto at = localTime(note.date);
        const auto tone = toneOf(note.sentiment);
        if (!view.notes.empty() && view.notes.back().at.date() == at.date()
            && view.notes.back().channel == text(note.channel)) {
            ++view.notes.back().count;
            view.notes.back().tone = std::max(view.notes.back().tone, tone);
            continue;
        }
        view.notes.push_back({{}, text(note.channel), at, tone, 1});
    }
    for (auto& note : view.notes) {
        const auto what = note.channel == QLatin1String("meeting")
            ? (note.count == 1 ? tr("A meeting") : tr("%1 meetings"))
            : note.channel == QLatin1String("chat")  ? (note.count == 1 ? tr("A chat message") : tr("%1 chat messages"))
            : note.channel == QLatin1String("email") ? (note.count == 1 ? tr("A mail") : tr("%1 mails"))
                                                     : (note.count == 1 ? tr("A talk") : tr("%1 talks"));
        const auto mood = note.tone == Theme::Bad ? tr("critical")
            : note.tone == Theme::Good            ? tr("friendly")
                                                  : tr("matter-of-fact");
        note.text = (note.count == 1 ? what : what.arg(note.count)) + QStringLiteral(", ") + mood;
    }
}
}

std::vector<DealTalkView> toTalks(const std::vector<DealTalk>& talks)
{
    std::vector<DealTalkView> views;
    for (const auto& talk : talks) {
        DealTalkView view;
        view.id = text(talk.id.text());
        view.subject = text(talk.subject);
        view.preview = text(talk.preview).simplified();
        view.channel = text(enumText(talk.channel));
        view.turn = text(enumText(talk.turn));
        if (talk.at)
            view.at = localTime(*talk.at);
        view.messages = talk.messages;
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<DealMeetingView> toMeetings(const std::vector<DealMeeting>& meetings)
{
    std::vector<DealMeetingView> views;
    for (const auto& meeting : meetings) {
        DealMeetingView view {text(meeting.id.text()), text(meeting.title), localTime(meeting.at), meeting.minutes, {}};
        for (const auto& speaker : meeting.speakers)
            view.speakers.push_back({text(speaker.name), speaker.ours, speaker.share, speaker.order});
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<TaskView> toTasks(const std::vector<Task>& tasks, const WorkspaceInfo& info)
{
    std::vector<TaskView> views;
    for (const auto& task : tasks) {
        TaskView view;
        view.id = text(task.id.text());
        view.text = text(task.description);
        const auto* owner = info.user(task.ownerId);
        view.owner = owner ? text(owner->name) : text(task.ownerName.value_or(""));
        if (task.dueOn)
            view.due
                = QDate(int(task.dueOn->year()), int(unsigned(task.dueOn->month())), int(unsigned(task.dueOn->day())));
        view.done = task.status == TaskStatus::completed;
        views.push_back(std::move(view));
    }
    return views;
}

PlanView toPlan(const std::optional<AccountPlan>& plan)
{
    PlanView view;
    if (!plan)
        return view;
    if (!plan->interactionSummaries.empty()) {
        view.moodTone = toneOf(plan->overallSentiment);
        view.mood = plan->overallSentiment == Sentiment::positive ? tr("The tone is friendly")
            : plan->overallSentiment == Sentiment::negative       ? tr("The tone is critical")
                                                                  : tr("The tone is matter-of-fact");
    }
    addNotes(view, plan->interactionSummaries);
    view.events = toTexts(plan->keyEvents);
    std::reverse(view.events.begin(), view.events.end()); // the newest first
    view.wins = toTexts(plan->wins);
    view.losses = toTexts(plan->losses);
    view.technologies = toTexts(plan->companyProfile.techStack);
    view.initiatives = toTexts(plan->companyProfile.strategicInitiatives);
    return view;
}

QFuture<Answer<Receipt>> EngineSource::qualify(const PointEditView& edit)
{
    return writing(edit.dealId, [edit](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<Opportunity>(edit.dealId);
        const auto dimension = parseEnum<Dimension>(edit.dimension.toStdString());
        const auto what = parseEnum<PointEdit>(edit.edit.toStdString());
        if (!id)
            return failed(id);
        if (!dimension || !what)
            return tl::unexpected(Problem {QStringLiteral("validation_failed"), tr("There is no such point.")});
        return receipt(engine.desk->qualify(engine.context, *id, *dimension, *what, edit.text.trimmed().toStdString()));
    });
}

QFuture<Answer<Receipt>> EngineSource::addTask(const QString& dealId, const QString& words, QDate due)
{
    return writing(dealId, [dealId, words, due](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<Opportunity>(dealId);
        if (!id)
            return failed(id);
        return receipt(agentarmy::addTask(
            *engine.store, engine.context, engine.ids, *id, words.toStdString(), toDate(due), engine.clock.now()));
    });
}

QFuture<Answer<Receipt>> EngineSource::setTaskDone(const QString& dealId, const QString& taskId, bool done)
{
    return writing(dealId, [taskId, done](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<Task>(taskId);
        if (!id)
            return failed(id);
        return receipt(
            agentarmy::setTaskDone(*engine.store, engine.context, engine.ids, *id, done, engine.clock.now()));
    });
}

}
