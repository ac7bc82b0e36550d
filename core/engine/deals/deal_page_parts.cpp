// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/deals/deal_page_parts.hpp"

#include "core/domain/meeting.hpp"
#include "core/engine/records/reading.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr std::size_t transcriptsRead = 12; // of the newest meetings: a transcript is long

/// How long each speaker spoke, in the order in which they first did; where no ends are known, how much.
std::vector<std::pair<std::string, double>> spokenBy(const std::vector<Transcript>& parts)
{
    std::vector<std::pair<std::string, double>> spoken; // few
    const auto of = [&](const std::string& speaker) -> double& {
        for (auto& [name, amount] : spoken)
            if (name == speaker)
                return amount;
        return spoken.emplace_back(speaker, 0).second;
    };
    bool timed = true;
    for (const auto& part : parts)
        for (const auto& each : part.utterances)
            timed = timed && each.endMs && *each.endMs > each.timestampMs;
    for (const auto& part : parts)
        for (const auto& each : part.utterances)
            of(each.speaker) += timed ? double(*each.endMs - each.timestampMs) : double(each.text.size());
    return spoken;
}

Result<std::vector<SpeakerShare>> speakersOf(Store& store, const Context& context, const Meeting& meeting)
{
    Query query;
    query.parentId = meeting.id.value();
    query.sort = SortKey::rank;
    auto parts = readEntities<Transcript>(store, context, query);
    if (!parts)
        return fail(parts.error());
    const auto spoken = spokenBy(*parts);
    double all = 0;
    for (const auto& [name, amount] : spoken)
        all += amount;
    std::vector<SpeakerShare> shares;
    for (const auto& [name, amount] : spoken) {
        const int order = int(shares.size());
        const auto person = std::find_if(
            meeting.participants.begin(), meeting.participants.end(), [&speaker = name](const Participant& each) {
                return each.name == speaker
                    || std::find(each.speakerKeys.begin(), each.speakerKeys.end(), speaker) != each.speakerKeys.end();
            });
        const bool ours = person != meeting.participants.end() && person->role != ParticipantRole::external;
        if (all > 0)
            shares.push_back({name, ours, amount / all, order});
    }
    std::stable_sort(
        shares.begin(), shares.end(), [](const SpeakerShare& a, const SpeakerShare& b) { return a.share > b.share; });
    return shares;
}

Result<void> addMeetings(Store& store, const Context& context, const Conversation& conversation, DealPage& page)
{
    Query query;
    query.parentId = conversation.id.value();
    auto meetings = readEntities<Meeting>(store, context, query);
    if (!meetings)
        return fail(meetings.error());
    for (const auto& meeting : *meetings) {
        DealMeeting view;
        view.id = conversation.id;
        view.title = meeting.title;
        view.at = meeting.scheduledStart;
        view.minutes = int(std::chrono::duration_cast<std::chrono::minutes>(
            std::max(Timestamp::duration(0), meeting.scheduledEnd - meeting.scheduledStart))
                               .count());
        if (page.meetings.size() < transcriptsRead) {
            auto speakers = speakersOf(store, context, meeting);
            if (!speakers)
                return fail(speakers.error());
            view.speakers = std::move(*speakers);
        }
        page.meetings.push_back(std::move(view));
    }
    return {};
}
}

Result<void> addTalks(Store& store, const Context& context, const std::vector<Conversation>& about, DealPage& page)
{
    for (const auto& each : about) {
        if (each.channel == Channel::meeting) {
            if (auto done = addMeetings(store, context, each, page); !done)
                return done;
            continue;
        }
        page.talks.push_back(
            {each.id, each.channel, each.subject, each.preview, each.turn, each.lastAt, each.messageCount});
    }
    return {};
}

Result<void> addPlan(Store& store, const Context& context, DealPage& page)
{
    Query ofDeal;
    ofDeal.opportunityId = page.opportunity.id.value();
    auto tasks = readEntities<Task>(store, context, ofDeal);
    if (!tasks)
        return fail(tasks.error());
    std::erase_if(*tasks, [](const Task& task) { return task.status == TaskStatus::cancelled; });
    std::stable_sort(tasks->begin(), tasks->end(), [](const Task& a, const Task& b) {
        const bool aOpen = a.status == TaskStatus::open;
        const bool bOpen = b.status == TaskStatus::open;
        if (aOpen != bOpen)
            return aOpen;
        if (!aOpen)
            return a.updatedAt > b.updatedAt;
        if (a.dueOn.has_value() != b.dueOn.has_value())
            return a.dueOn.has_value();
        return a.dueOn && a.dueOn != b.dueOn ? *a.dueOn < *b.dueOn : a.createdAt < b.createdAt;
    });
    page.tasks = std::move(*tasks);
    Query planOf;
    planOf.externalKey = page.opportunity.accountId.text();
    auto plan = readFirst<AccountPlan>(store, context, planOf);
    if (!plan)
        return fail(plan.error());
    page.accountPlan = std::move(*plan);
    return {};
}
}
