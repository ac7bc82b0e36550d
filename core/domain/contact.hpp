// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/account.hpp"

namespace agentarmy {

/// 0..10 each; 0 is a real value.
struct StakeholderScores {
    int decisionPower = 5;
    int influenceLevel = 5;
    int relationshipStrength = 3;
    bool operator==(const StakeholderScores&) const = default;
};
template <class F> void describe(F& f, StakeholderScores& s)
{
    f("decisionPower", s.decisionPower, {0, 10});
    f("influenceLevel", s.influenceLevel, {0, 10});
    f("relationshipStrength", s.relationshipStrength, {0, 10});
}
AGENTARMY_DECLARE_JSON(StakeholderScores);

/// A contact seen as somebody who has a say in a purchase.
struct StakeholderPart {
    std::vector<StakeholderRole> roles;
    StakeholderScores scores;
    std::map<std::string, ScoreSource> scoreSources; ///< by score name; only those that have one
    std::map<std::string, std::string> scoreEvidence; ///< by score name, at most 500 bytes
    std::optional<StakeholderScores> computed; ///< what the scores were before a person's override
    int interactionCount = 0;
    std::optional<Timestamp> lastInteraction;
};
template <class F> void describe(F& f, StakeholderPart& s)
{
    f("roles", s.roles);
    f("scores", s.scores);
    f("scoreSources", s.scoreSources);
    f("scoreEvidence", s.scoreEvidence);
    f("computed", s.computed);
    f("interactionCount", s.interactionCount, {0, 1e9});
    f("lastInteraction", s.lastInteraction);
}
AGENTARMY_DECLARE_JSON(StakeholderPart);

/// One person at an account: identity and stakeholder part in one record.
struct Contact {
    static constexpr const char* type = "contact";
    Id<Contact> id;
    std::optional<Id<Account>> accountId;
    std::string contactName; ///< 1..200 bytes
    std::string contactEmail; ///< at most 255 bytes, lower case; empty for a chat-only contact
    std::vector<std::string> otherEmails;
    std::vector<std::string> otherNames; ///< speaker labels and chat names that mean this person
    std::vector<std::string> phones;
    std::optional<std::string> title;
    std::optional<std::string> timeZone;
    std::optional<std::string> language;
    bool optedOut = false;
    bool addressInvalid = false; ///< a permanent bounce came back
    std::optional<std::string> notes;
    StakeholderPart stakeholder;
    std::map<std::string, std::string> externalIds;
    bool archived = false;
    std::optional<Id<Contact>> mergedInto;
    Timestamp createdAt {};
    Timestamp updatedAt {};
};
template <class F> void describe(F& f, Contact& c)
{
    f("id", c.id);
    f("accountId", c.accountId);
    f.required("contactName", c.contactName, {1, 200});
    f("contactEmail", c.contactEmail, {0, 255});
    f("otherEmails", c.otherEmails, {0, 50});
    f("otherNames", c.otherNames, {0, 50});
    f("phones", c.phones, {0, 20});
    f("title", c.title, {0, 200});
    f("timeZone", c.timeZone, {0, 60});
    f("language", c.language, {0, 20});
    f.sparse("optedOut", c.optedOut);
    f.sparse("addressInvalid", c.addressInvalid);
    f("notes", c.notes, {0, 65536});
    f("stakeholder", c.stakeholder);
    f("externalIds", c.externalIds);
    f.sparse("archived", c.archived);
    f("mergedInto", c.mergedInto);
    f("createdAt", c.createdAt);
    f("updatedAt", c.updatedAt);
}
AGENTARMY_DECLARE_JSON(Contact);
}
