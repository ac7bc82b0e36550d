// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/rules/qbs/metadata.hpp"
#include "core/rules/qbs/recommendation.hpp"

namespace agentarmy::qbs {

/// One inbound message, or what one person said in a meeting.
struct Reply {
    std::string_view text;
    Uuid source; ///< message, or transcript; a source that was read before changes nothing
    int interactionCount = 0; ///< this reply counted
    Timestamp at {};
    std::vector<std::string> knownPeople; ///< of the account: names, and titles of which there is one
    std::vector<std::string> painQuotes; ///< sentences that the qualification took for pain
};
/// Q10: what is kept of a contact after a reply of theirs: funnel (Q5) with the question that was open, topics (Q7)
/// under the corrections of people, back-off (Q6) with its topic to revisit, people mentioned (Q8).
[[nodiscard]] QbsData afterReply(QbsData data, const Reply& reply);

/// One outbound message that left. `question`: what it asked by a recommendation, if the text still holds it.
struct SentMessage {
    std::string_view text;
    Timestamp at {};
    std::optional<AskedQuestion> question;
};
/// The open question after a message of ours: the one that it asks; none if it asks none of ours, since nothing is
/// known of what was asked last then. One that is older than the open question changes nothing, nor does the message
/// that carried it when it is seen again.
[[nodiscard]] QuestionLog afterSending(QuestionLog log, const SentMessage& message);
/// Whether a text asks the question, whatever its white space and quotes.
[[nodiscard]] bool asks(std::string_view text, const AskedQuestion& question);

/// Targets that rest at this interaction: backed off from less than 2 interactions ago.
[[nodiscard]] std::set<QuestionTarget> restingTargets(const QuestionLog& log, int interactionCount);

/// Corrections of people. `topic_not_found` (notFound) for an index that is not there; `validation_failed` for a topic
/// that is blank or longer than 120 characters, or none of the three wishes.
struct TopicEdit {
    std::optional<std::string> topic; ///< its new name; joined with another topic that has it already
    std::optional<bool> revisit; ///< to be come back to, or no more
    bool remove = false;
};
[[nodiscard]] Result<QbsData> edited(QbsData data, std::size_t index, const TopicEdit& edit);

/// A person's word on somebody who was mentioned: `contact_not_found` (notFound) for a mention that is not stored.
struct ExpansionEdit {
    std::string mentionedNameOrRole;
    ExpansionStatus status = ExpansionStatus::detected;
    std::optional<Id<Contact>> contactId;
};
[[nodiscard]] Result<QbsData> edited(QbsData data, const ExpansionEdit& edit);
}
