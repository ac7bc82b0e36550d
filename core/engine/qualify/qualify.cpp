// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/qualify/qualify.hpp"

#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/engine/workspace/people.hpp"
#include "core/rules/deals/scores.hpp"
#include "core/rules/sales/acceptance.hpp"
#include "core/rules/sales/escalation.hpp"
#include "core/rules/sales/local_qualification.hpp"
#include "core/rules/sales/merge.hpp"
#include "core/rules/sales/next_actions.hpp"
#include "core/rules/sales/persona.hpp"
#include "core/rules/text/scan.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr std::size_t maxExtractionBytes = 60'000;
constexpr std::size_t maxBefore = 600; // of our words before a short answer
constexpr std::size_t maxActions = 3;

Uuid contactId(const std::string& key)
{
    const auto digest = sha256("contact\n" + key);
    Uuid id;
    std::copy_n(digest.begin(), id.bytes.size(), id.bytes.begin());
    id.bytes[6] = std::uint8_t((id.bytes[6] & 0x0F) | 0x80);
    id.bytes[8] = std::uint8_t((id.bytes[8] & 0x3F) | 0x80);
    return id;
}

/// The people of the customer, found again by address, else by name.
class People {
public:
    Contact& of(const std::string& name, const std::string& address)
    {
        const auto key = address.empty() ? nameKey(name) : address;
        if (const auto known = m_byKey.find(key); known != m_byKey.end())
            return m_people[known->second];
        if (!address.empty() && !name.empty()) // known by name alone so far
            if (const auto byName = m_byKey.find(nameKey(name));
                byName != m_byKey.end() && m_people[byName->second].contactEmail.empty()) {
                m_people[byName->second].contactEmail = address;
                m_byKey[key] = byName->second;
                return m_people[byName->second];
            }
        Contact contact;
        contact.id = Id<Contact>(contactId(key));
        contact.contactName
            = std::string(cutAtCodePoint(collapseSpaces(name.empty() ? personNameFromAddress(address) : name), 200));
        if (contact.contactName.empty())
            contact.contactName = "Unknown";
        contact.contactEmail = std::string(cutAtCodePoint(address, 255));
        contact.stakeholder = deals::newStakeholder(std::nullopt);
        m_people.push_back(std::move(contact));
        m_byKey[key] = m_people.size() - 1;
        return m_people.back();
    }
    [[nodiscard]] std::vector<Contact>& all() { return m_people; }

private:
    std::vector<Contact> m_people;
    std::map<std::string, std::size_t> m_byKey;
};

void learn(Contact& contact, const FileTurn& turn, bool meetingSeen)
{
    if (!contact.title && !turn.title.empty()) {
        contact.title = std::string(cutAtCodePoint(turn.title, 200));
        contact.stakeholder
            = deals::applyReading(deals::newStakeholder(contact.title), {}, contact.stakeholder.roles).part;
    }
    for (const auto& phone : turn.phones)
        if (std::find(contact.phones.begin(), contact.phones.end(), phone) == contact.phones.end()
            && contact.phones.size() < 10)
            contact.phones.push_back(phone);
    contact.optedOut = contact.optedOut || turn.optedOut;
    if (!meetingSeen)
        ++contact.stakeholder.interactionCount;
    if (turn.at) {
        contact.stakeholder.lastInteraction
            = std::max(*turn.at, contact.stakeholder.lastInteraction.value_or(*turn.at));
        if (contact.createdAt == Timestamp {})
            contact.createdAt = *turn.at;
        contact.updatedAt = *turn.at;
    }
}

/// Reading of one conversation, turn by turn.
class Reader {
public:
    Reader(LanguageModel& model, const Context& context, const FileConversation& conversation,
        const QualifySettings& settings, Timestamp now)
        : m_model(model)
        , m_context(context)
        , m_conversation(conversation)
        , m_settings(settings)
        , m_now(now)
    {
    }
    Result<ConversationReading> run()
    {
        for (const auto& turn : m_conversation.turns)
            if (turn.at)
                m_last = std::max(*turn.at, m_last.value_or(*turn.at));
        m_state.createdAt = m_last.value_or(m_now);
        for (const auto& turn : m_conversation.turns)
            if (auto done = take(turn); !done)
                return fail(done.error());
        if (m_conversation.channel == Channel::meeting)
            escalateMeeting();
        return finish();
    }

private:
    [[nodiscard]] Timestamp timeOf(const FileTurn& turn) const { return turn.at.value_or(m_last.value_or(m_now)); }

    Result<void> take(const FileTurn& turn)
    {
        const auto at = timeOf(turn);
        const bool meeting = m_conversation.channel == Channel::meeting;
        if (!meeting || m_state.interactionCount == 0)
            ++m_state.interactionCount;
        m_state.lastInteraction = at;
        m_state.lastChannel = m_conversation.channel;
        for (const auto& party : turn.others)
            if (!m_conversation.isOurs(party))
                (void)m_people.of(party.name, party.address);
        m_spoken.push_back({turn.speaker, std::nullopt, turn.ours, turn.text});
        if (turn.ours) {
            m_before = turn.text;
            if (m_escalation) {
                m_escalation->status = EscalationStatus::resolved; // a person of ours took over
                m_escalation->resolution = "human_owns";
                m_state.escalated = false;
                m_state.escalationReason.reset();
            }
            return {};
        }
        auto& contact = m_people.of(turn.speaker, turn.address);
        m_spoken.back().contactId = contact.id;
        learn(contact, turn, meeting && !m_met.insert(contact.id).second);
        meetContact(contact);
        if (auto done = read(turn, contact, at); !done)
            return done;
        m_theirs += turn.text + '\n';
        if (!meeting)
            escalate(turn.text, at);
        m_before.clear();
        return {};
    }

    void meetContact(const Contact& contact)
    {
        if (!m_state.contactName.empty())
            return;
        m_state.contactId = contact.id;
        m_state.contactName = contact.contactName;
        m_state.contactEmail = contact.contactEmail;
    }

    Result<void> read(const FileTurn& turn, const Contact& contact, Timestamp at)
    {
        QualificationRequest request;
        request.text = cutAtCodePoint(turn.text, maxExtractionBytes);
        request.contactName = contact.contactName;
        request.before = std::string(cutAtCodePoint(m_before, maxBefore));
        request.existing = &m_state.qualification;
        auto extraction = m_model.qualify(m_context, request);
        if (!extraction)
            return fail(extraction.error());
        const auto accepted = sales::acceptExtraction(
            *extraction, {turn.text, turn.sourceId, turn.sourceType, turn.utterance, turn.at});
        m_state.qualification
            = sales::applyExtraction(m_state.qualification, accepted.extraction, accepted.retractions, at).state;
        return {};
    }

    void escalate(std::string_view text, Timestamp at)
    {
        const auto decision
            = sales::evaluateEscalation(sales::escalationInput(m_state, text, m_settings.escalationThreshold));
        if (!decision.trigger)
            return;
        m_escalation = sales::escalationReport(m_state, decision, text, at);
        m_state.escalated = true;
        m_state.escalationReason = decision.trigger;
    }

    /// A meeting is one turn: all that the customer said in it.
    void escalateMeeting() { escalate(m_theirs, m_last.value_or(m_now)); }

    Result<ConversationReading> finish()
    {
        ConversationReading reading;
        const auto at = m_last.value_or(m_now);
        m_state.qualification.recommendedNextQuestions
            = sales::nextQuestions(m_state.qualification, text::guessLanguage(m_theirs));
        auto people = m_model.mapStakeholders(m_context, {m_spoken, m_people.all()});
        if (!people)
            return fail(people.error());
        for (const auto& said : *people)
            for (auto& contact : m_people.all())
                if (contact.id == said.contactId)
                    contact.stakeholder = deals::applyReading(contact.stakeholder,
                        {said.decisionPower, said.influenceLevel, said.relationshipStrength, said.scoreEvidence},
                        said.roles)
                                              .part;
        auto signals = m_model.detectOpportunity(m_context,
            {m_spoken, at, m_settings.products, m_settings.currency,
                sales::knownPoints(m_state.qualification, Timestamp {})});
        if (!signals)
            return fail(signals.error());
        reading.opportunity = std::move(*signals);
        reading.nextActions = actions(at);
        reading.qualification = std::move(m_state.qualification);
        reading.escalation = std::move(m_escalation);
        reading.people = std::move(m_people.all());
        std::stable_sort(reading.people.begin(), reading.people.end(), [](const Contact& a, const Contact& b) {
            return a.stakeholder.interactionCount > b.stakeholder.interactionCount;
        });
        return reading;
    }

    std::vector<NextAction> actions(Timestamp at)
    {
        const auto* main = contactOfState();
        const auto& last = m_conversation.turns.back();
        std::optional<sales::UnansweredQuestion> question;
        if (!last.ours && m_conversation.channel != Channel::meeting && text::containsQuestion(last.text))
            question = sales::UnansweredQuestion {m_conversation.channel, timeOf(last), 0, Id<Message>(last.sourceId)};
        if (main)
            m_state.personaType
                = sales::personaFromTitle(main->title ? std::optional<std::string_view>(*main->title) : std::nullopt);
        const bool optedOut = main && main->optedOut;
        auto input = sales::actionInput(m_state, optedOut, question);
        input.contactName = m_state.contactName;
        auto byRules = sales::recommendByRules(input, at);
        std::vector<NextAction> actions;
        if (byRules) {
            actions = std::move(byRules->actions);
        } else {
            auto proposed = m_model.nextActions(m_context, m_state);
            actions = sales::recommendActions(
                input, proposed && !proposed->empty() ? std::optional(std::move(*proposed)) : std::nullopt, at)
                          .actions;
        }
        for (const auto& [dimension, name] : EnumTexts<Dimension>::values) {
            const auto& signal = m_state.qualification[dimension];
            const bool doubtful = signal.contested
                || (!signal.identified && !signal.evidence.empty() && signal.evidence.back().retracts);
            if (doubtful && actions.size() < maxActions && !optedOut)
                actions.push_back(sales::confirmAction(dimension, m_state.contactName, m_conversation.channel));
        }
        return actions;
    }

    const Contact* contactOfState()
    {
        for (const auto& contact : m_people.all())
            if (contact.id == m_state.contactId)
                return &contact;
        return nullptr;
    }

    LanguageModel& m_model;
    const Context& m_context;
    const FileConversation& m_conversation;
    const QualifySettings& m_settings;
    Timestamp m_now;
    std::optional<Timestamp> m_last;
    ConversationState m_state;
    People m_people;
    std::set<Id<Contact>> m_met;
    std::vector<SpokenText> m_spoken;
    std::string m_before, m_theirs;
    std::optional<Escalation> m_escalation;
};
}

Json toJson(const ConversationReading& reading)
{
    return {{"qualification", toJson(reading.qualification)}, {"people", toJson(reading.people)},
        {"opportunity", toJson(reading.opportunity)},
        {"escalation", reading.escalation ? toJson(*reading.escalation) : Json()},
        {"nextActions", toJson(reading.nextActions)}};
}

Result<ConversationReading> qualifyConversation(LanguageModel& model, const Context& context,
    const FileConversation& conversation, const QualifySettings& settings, Timestamp now)
{
    return Reader(model, context, conversation, settings, now).run();
}
}
