// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/contact.hpp"
#include "core/domain/enums.hpp"

/// Question Based Selling: which question fits the moment, how deep a pain was explored, whom the customer mentioned.
namespace agentarmy {

enum class QuestionType { painFunnel, impact, solution, confirmation };
AGENTARMY_ENUM_TEXTS(QuestionType, {QuestionType::painFunnel, "pain_funnel"sv}, {QuestionType::impact, "impact"sv},
    {QuestionType::solution, "solution"sv}, {QuestionType::confirmation, "confirmation"sv});

/// Ordered: later is deeper.
enum class PainDepth { notExplored, surface, businessImpact, emotional };
AGENTARMY_ENUM_TEXTS(PainDepth, {PainDepth::notExplored, "not_explored"sv}, {PainDepth::surface, "surface"sv},
    {PainDepth::businessImpact, "business_impact"sv}, {PainDepth::emotional, "emotional"sv});

enum class EngagementSignal { highEnergy, factual, resistant, topicShift, emotionalLanguage };
AGENTARMY_ENUM_TEXTS(EngagementSignal, {EngagementSignal::highEnergy, "high_energy"sv},
    {EngagementSignal::factual, "factual"sv}, {EngagementSignal::resistant, "resistant"sv},
    {EngagementSignal::topicShift, "topic_shift"sv}, {EngagementSignal::emotionalLanguage, "emotional_language"sv});

enum class VossDelivery { mirror, label, calibratedQuestion, accusationAudit };
AGENTARMY_ENUM_TEXTS(VossDelivery, {VossDelivery::mirror, "mirror"sv}, {VossDelivery::label, "label"sv},
    {VossDelivery::calibratedQuestion, "calibrated_question"sv}, {VossDelivery::accusationAudit, "accusation_audit"sv});

/// A dimension that a question is to fill: the same ten in the same order, in snake_case as the answers of models have
/// them.
enum class QuestionTarget {
    budget,
    authority,
    need,
    timeline,
    metrics,
    economicBuyer,
    decisionCriteria,
    decisionProcess,
    pain,
    champion
};
AGENTARMY_ENUM_TEXTS(QuestionTarget, {QuestionTarget::budget, "budget"sv}, {QuestionTarget::authority, "authority"sv},
    {QuestionTarget::need, "need"sv}, {QuestionTarget::timeline, "timeline"sv}, {QuestionTarget::metrics, "metrics"sv},
    {QuestionTarget::economicBuyer, "economic_buyer"sv}, {QuestionTarget::decisionCriteria, "decision_criteria"sv},
    {QuestionTarget::decisionProcess, "decision_process"sv}, {QuestionTarget::pain, "pain"sv},
    {QuestionTarget::champion, "champion"sv});
[[nodiscard]] constexpr QuestionTarget targetOf(Dimension dimension) { return QuestionTarget(int(dimension)); }
[[nodiscard]] constexpr Dimension dimensionOf(QuestionTarget target) { return Dimension(int(target)); }

enum class Urgency { immediate, nextConversation, afterTrustBuilds };
AGENTARMY_ENUM_TEXTS(Urgency, {Urgency::immediate, "immediate"sv}, {Urgency::nextConversation, "next_conversation"sv},
    {Urgency::afterTrustBuilds, "after_trust_builds"sv});

enum class ExpansionStatus { detected, introduced, contacted, dismissed };
AGENTARMY_ENUM_TEXTS(ExpansionStatus, {ExpansionStatus::detected, "detected"sv},
    {ExpansionStatus::introduced, "introduced"sv}, {ExpansionStatus::contacted, "contacted"sv},
    {ExpansionStatus::dismissed, "dismissed"sv});

/// Something that hurts the customer, in their words.
struct PainTopic {
    std::string topic; ///< 1..120 characters
    PainDepth depth = PainDepth::notExplored; ///< deepest reached
    std::vector<std::string> evidence; ///< quotes, oldest first, at most 10
    std::optional<std::string> businessImpact; ///< what it costs, in words
    std::optional<std::string> emotionalIndicator; ///< the words that show what it means to the person
    int firstMentionedAt = 0; ///< number of the interaction
    int lastProbedAt = 0; ///< number of the interaction
    bool operator==(const PainTopic&) const = default;
};
template <class F> void describe(F& f, PainTopic& t)
{
    f.required("topic", t.topic);
    f("depth", t.depth);
    f("evidence", t.evidence);
    f("businessImpact", t.businessImpact);
    f("emotionalIndicator", t.emotionalIndicator);
    f("firstMentionedAt", t.firstMentionedAt, {0, 1e9});
    f("lastProbedAt", t.lastProbedAt, {0, 1e9});
}
AGENTARMY_DECLARE_JSON(PainTopic);

/// How far one contact's pain was explored. Stored at `metadata.qbs.painState` of their conversation state.
struct PainFunnelState {
    PainDepth depthLevel = PainDepth::notExplored; ///< deepest level reached, never less
    std::vector<PainTopic> painTopics; ///< at most 10
    bool emotionalRecognitionDetected = false;
    int selfElaborationCount = 0;
    bool resistanceDetected = false;
    std::vector<std::string> revisitLater; ///< topics to return to: at most 10, each once
    std::optional<std::string> lastProbedTopic; ///< key of the last question: "impact:metrics"
    int probeCountCurrentTopic = 0; ///< questions in a row with that key
    std::optional<int> elaborationsCurrentTopic; ///< since the key changed; none: it never did since this is counted
    std::optional<int> turnsSinceResistance; ///< replies after the resistant one; none: no resistance
    bool operator==(const PainFunnelState&) const = default;
};
template <class F> void describe(F& f, PainFunnelState& s)
{
    f("depthLevel", s.depthLevel);
    f("painTopics", s.painTopics);
    f("emotionalRecognitionDetected", s.emotionalRecognitionDetected);
    f("selfElaborationCount", s.selfElaborationCount, {0, 1e9});
    f("resistanceDetected", s.resistanceDetected);
    f("revisitLater", s.revisitLater);
    f("lastProbedTopic", s.lastProbedTopic);
    f("probeCountCurrentTopic", s.probeCountCurrentTopic, {0, 1e9});
    f("elaborationsCurrentTopic", s.elaborationsCurrentTopic, {0, 1e9});
    f("turnsSinceResistance", s.turnsSinceResistance, {0, 1e9});
}
AGENTARMY_DECLARE_JSON(PainFunnelState);

/// A person or role that the customer mentioned and that is not known yet. Stored at
/// `metadata.qbs.expansion.detectedContacts`, at most 20.
struct ExpansionTrigger {
    std::string mentionedNameOrRole; ///< in the customer's words: "our CFO"
    std::string contextQuote; ///< the sentence of the newest mention
    std::string relationshipToContact; ///< "direct manager", "executive", "other department", "peer in legal"
    std::string expansionApproach; ///< how to make use of it
    Urgency urgency = Urgency::nextConversation;
    ExpansionStatus status = ExpansionStatus::detected;
    int mentionCount = 1;
    std::optional<Timestamp> lastMentionedAt;
    std::optional<Id<Contact>> contactId; ///< who it turned out to be
    bool operator==(const ExpansionTrigger&) const = default;
};
template <class F> void describe(F& f, ExpansionTrigger& t)
{
    f.required("mentionedNameOrRole", t.mentionedNameOrRole, {1, 400});
    f("contextQuote", t.contextQuote);
    f("relationshipToContact", t.relationshipToContact);
    f("expansionApproach", t.expansionApproach);
    f("urgency", t.urgency);
    f("status", t.status);
    f("mentionCount", t.mentionCount, {1, 1e9});
    f("lastMentionedAt", t.lastMentionedAt);
    f("contactId", t.contactId);
}
AGENTARMY_DECLARE_JSON(ExpansionTrigger);

struct ExpansionRecommendation {
    std::vector<ExpansionTrigger> triggers;
    std::string primaryRecommendation, resistanceAssessment, politicalContext;
};
template <class F> void describe(F& f, ExpansionRecommendation& r)
{
    f("triggers", r.triggers, {0, 20});
    f("primaryRecommendation", r.primaryRecommendation);
    f("resistanceAssessment", r.resistanceAssessment);
    f("politicalContext", r.politicalContext);
}
AGENTARMY_DECLARE_JSON(ExpansionRecommendation);

/// The one question that fits the moment, and why.
struct QuestionRecommendation {
    QuestionType questionType = QuestionType::painFunnel;
    QuestionTarget meddicBantTarget = QuestionTarget::need;
    VossDelivery vossDelivery = VossDelivery::calibratedQuestion;
    std::string suggestedQuestion; ///< at most 400 characters
    std::string rationale; ///< at most 600 characters
    std::vector<QuestionTarget> informationGaps;
    EngagementSignal engagementSignal = EngagementSignal::factual;
    PainDepth painDepth = PainDepth::notExplored;
    bool shouldProbeDeeper = false;
    std::vector<std::string> naturalStoppingSignals;
    std::vector<PainTopic> painTopics;
    DetectedBy source = DetectedBy::rules;
};
template <class F> void describe(F& f, QuestionRecommendation& r)
{
    f.required("questionType", r.questionType);
    f.required("meddicBantTarget", r.meddicBantTarget);
    f.required("vossDelivery", r.vossDelivery);
    f.required("suggestedQuestion", r.suggestedQuestion, {0, 1600});
    f.required("rationale", r.rationale, {0, 2400});
    f("informationGaps", r.informationGaps);
    f.required("engagementSignal", r.engagementSignal);
    f.required("painDepth", r.painDepth);
    f.required("shouldProbeDeeper", r.shouldProbeDeeper);
    f("naturalStoppingSignals", r.naturalStoppingSignals);
    f("painTopics", r.painTopics);
    f("source", r.source);
}
AGENTARMY_DECLARE_JSON(QuestionRecommendation);

/// A question on its way: in a draft, or sent and not yet answered.
struct AskedQuestion {
    QuestionType questionType = QuestionType::painFunnel;
    QuestionTarget meddicBantTarget = QuestionTarget::need;
    std::string question; ///< the words; what makes sure that a text still asks it
    std::optional<Timestamp> sentAt; ///< none: a draft
    bool operator==(const AskedQuestion&) const = default;
    /// What probes are counted by: "impact:metrics".
    [[nodiscard]] std::string key() const
    {
        return std::string(enumText(questionType)) + ':' + std::string(enumText(meddicBantTarget));
    }
};
template <class F> void describe(F& f, AskedQuestion& q)
{
    f.required("questionType", q.questionType);
    f.required("meddicBantTarget", q.meddicBantTarget);
    f("question", q.question, {0, 1600});
    f("sentAt", q.sentAt);
}
AGENTARMY_DECLARE_JSON(AskedQuestion);

/// A target that the customer did not want to speak about.
struct RestingTarget {
    QuestionTarget target = QuestionTarget::need;
    int since = 0; ///< number of the interaction
    bool operator==(const RestingTarget&) const = default;
};
template <class F> void describe(F& f, RestingTarget& r)
{
    f.required("target", r.target);
    f("since", r.since, {0, 1e9});
}
AGENTARMY_DECLARE_JSON(RestingTarget);

/// What was asked and what was read, stored at `metadata.qbs.asked`.
struct QuestionLog {
    std::optional<AskedQuestion> open; ///< sent last and not yet answered
    int questionsSinceConfirmation = 0;
    std::vector<RestingTarget> resting; ///< at most 10
    std::vector<Uuid> read; ///< sources of the replies that were read, newest last, at most 8
    bool operator==(const QuestionLog&) const = default;
};
template <class F> void describe(F& f, QuestionLog& l)
{
    f("open", l.open);
    f.sparse("questionsSinceConfirmation", l.questionsSinceConfirmation, {0, 1e9});
    f("resting", l.resting);
    f("read", l.read);
}
AGENTARMY_DECLARE_JSON(QuestionLog);

struct RenamedTopic {
    std::string from, to;
    bool operator==(const RenamedTopic&) const = default;
};
template <class F> void describe(F& f, RenamedTopic& r)
{
    f.required("from", r.from, {1, 480});
    f.required("to", r.to, {1, 480});
}
AGENTARMY_DECLARE_JSON(RenamedTopic);

struct RemovedTopic {
    std::string topic;
    std::vector<std::string> quotes; ///< their marks (16 hex digits), not their words
    bool operator==(const RemovedTopic&) const = default;
};
template <class F> void describe(F& f, RemovedTopic& r)
{
    f.required("topic", r.topic, {1, 480});
    f("quotes", r.quotes);
}
AGENTARMY_DECLARE_JSON(RemovedTopic);

/// What people said about topics; wins over the agent. Stored at `metadata.qbs.corrections`, at most 20 of each.
struct PainCorrections {
    std::vector<RenamedTopic> renamed;
    std::vector<RemovedTopic> removed;
    bool operator==(const PainCorrections&) const = default;
};
template <class F> void describe(F& f, PainCorrections& c)
{
    f("renamed", c.renamed);
    f("removed", c.removed);
}
AGENTARMY_DECLARE_JSON(PainCorrections);
}
