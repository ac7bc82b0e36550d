// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/local_stakeholders.hpp"

#include "core/base/text.hpp"
#include "core/rules/deals/phrases.hpp"

#include <algorithm>
#include <unordered_map>

namespace agentarmy::deals {
namespace {
using text::Tokens;

/// What a phrase tells: a role by its number, or a kind of trust.
enum Sign {
    decisionMaker,
    influencer,
    champion,
    blocker,
    user,
    gatekeeper,
    referral,
    insideInformation,
    introduction,
    personalContact
};
constexpr int firstTrustSign = referral;
constexpr std::array<StakeholderRole, 6> roles {StakeholderRole::decisionMaker, StakeholderRole::influencer,
    StakeholderRole::champion, StakeholderRole::blocker, StakeholderRole::user, StakeholderRole::gatekeeper};

constexpr int decisionPowerOfDecider = 8;
constexpr int relationshipOfChampion = 7;
constexpr int influenceOfInfluencer = 7;

constexpr std::array phrases {
    Phrase {decisionMaker, "my call|decision"},
    Phrase {decisionMaker, "i 'll|will|can sign|approve|decide"},
    Phrase {decisionMaker, "i decide"},
    Phrase {decisionMaker, "i make|take|own the|this|that final? decision|decisions|call"},
    Phrase {decisionMaker, "i have the? final say|word"},
    Phrase {decisionMaker, "i 've|have|hold|own|control the|my budget"},
    Phrase {decisionMaker, "i sign off|the|it"},
    Phrase {decisionMaker, "decision is mine"},
    Phrase {decisionMaker, "ich entscheide|unterschreibe|genehmige"},
    Phrase {decisionMaker, "entscheide|unterschreibe|genehmige ich"},
    Phrase {decisionMaker, "meine entscheidung"},
    Phrase {decisionMaker, "ich gebe|habe ~3 frei|freigegeben|budgetverantwortung"},
    Phrase {influencer, "i 'll|will|'d|would|can recommend"},
    Phrase {influencer, "i recommended|recommend"},
    Phrase {influencer, "they|he|she|everyone|everybody all? ask|asks me"},
    Phrase {influencer, "they|he|she listen|listens|rely|relies to|on me"},
    Phrase {influencer, "my recommendation"},
    Phrase {influencer, "ich werde|empfehle|kann ~4 empfehlen"},
    Phrase {influencer, "ich empfehle"},
    Phrase {influencer, "fragen|fragt mich"},
    Phrase {influencer, "meine empfehlung"},
    Phrase {champion, "i 'll|will push|fight|argue|advocate|lobby for"},
    Phrase {champion, "i 'll|will|'m|am making|make the|a|our|your case"},
    Phrase {champion, "i 'll|will champion|sponsor|back this|it|you|your"},
    Phrase {champion, "i 'll|will sell this|it internally"},
    Phrase {champion, "i 'm|am pushing for"},
    Phrase {champion, "i want this to happen"},
    Phrase {champion, "i 'm|am fully|totally|completely? behind this|it|you"},
    Phrase {champion, "setze mich ~3 ein"},
    Phrase {champion, "ich ~1 dafuer stark|ein"},
    Phrase {champion, "ich treibe|bringe ~3 voran"},
    Phrase {blocker, "i do not think we|this should|is|makes"},
    Phrase {blocker, "serious|major|grave|strong concerns|doubts|reservations"},
    Phrase {blocker, "i 'm|am against|opposed"},
    Phrase {blocker, "i oppose|object"},
    Phrase {blocker, "i can not support|approve|accept"},
    Phrase {blocker, "i will not support|approve|sign|accept"},
    Phrase {blocker, "ich halte ~4 nichts"},
    Phrase {blocker, "ich bin dagegen"},
    Phrase {blocker, "erhebliche|ernste|ernsthafte|grosse|massive bedenken|zweifel"},
    Phrase {user, "we|i use this|it|that|them every|each|all day|week|morning|time"},
    Phrase {user, "i work with it|this every|all day"},
    Phrase {user, "we|i 're|'m|are|am using it|this every|daily day?"},
    Phrase {user, "we|i use ~3 daily|every day?"},
    Phrase {user, "wir|ich nutzen|nutze|benutzen|benutze|arbeiten|arbeite ~4 taeglich|jeden"},
    Phrase {gatekeeper, "go|goes|going|come|comes through|via me"},
    Phrase {gatekeeper, "i handle|manage|coordinate|screen all|the|our? vendors|vendor|suppliers|supplier"},
    Phrase {gatekeeper, "i 'm|am the|your contact for? all? vendors|suppliers|procurement"},
    Phrase {gatekeeper, "ueber mich laufen|laeuft|gehen|geht"},
    Phrase {gatekeeper, "laufen|laeuft|gehen|geht ~2 ueber mich"},
    Phrase {gatekeeper, "ich betreue|koordiniere ~2 lieferanten|anbieter"},
    Phrase {referral, "recommended|mentioned|referred you|your to"},
    Phrase {referral, "told ~4 about you|your"},
    Phrase {referral, "pass|passed|forward|forwarded your ~3 on|to"},
    Phrase {referral, "ich habe sie|ihr|euch ~3 weiterempfohlen|empfohlen"},
    Phrase {insideInformation, "between us|you"},
    Phrase {insideInformation, "off the record"},
    Phrase {insideInformation, "in confidence"},
    Phrase {insideInformation, "keep this|that to|between yourself|us"},
    Phrase {insideInformation, "confidentially|internally|vertraulich"},
    Phrase {insideInformation, "unter uns"},
    Phrase {introduction, "introduce|introducing|connect|connecting you to|with"},
    Phrase {introduction, "let me introduce"},
    Phrase {introduction, "i 've|have copied|cc'd|looped|added ~4"},
    Phrase {introduction, "copying|looping|adding in|my|our"},
    Phrase {introduction, "stelle|stell sie|ihnen|dir|euch ~4 vor"},
    Phrase {introduction, "habe ~4 cc|kopie gesetzt|genommen"},
    Phrase {personalContact, "my mobile|cell|direct|private|personal number|line|phone|is|email|address"},
    Phrase {personalContact, "call|text|reach|message me on|at my"},
    Phrase {personalContact, "meine handynummer|mobilnummer|privatnummer|durchwahl|nummer"},
};

const PhraseBook& book()
{
    static const PhraseBook theBook(phrases);
    return theBook;
}

/// "my call with Ana yesterday" is a phone call.
bool isPhoneCall(const Tokens& tokens, const PhraseMatch& match, std::size_t last)
{
    if (!tokens.is(match.begin, "my") || !tokens.is(match.end - 1, "call"))
        return false;
    for (const auto word : {"with", "yesterday", "today", "earlier", "on", "last", "this", "was", "to", "at"})
        if (match.end < last && tokens.is(match.end, word))
            return true;
    return match.begin > 0
        && (tokens.is(match.begin - 1, "for") || tokens.is(match.begin - 1, "on")
            || tokens.is(match.begin - 1, "after"));
}

struct Found {
    StakeholderReading reading;
    std::array<bool, 4> trust {};
};

/// Adds what one piece of a person's words shows.
void readPiece(std::string_view piece, Found& found)
{
    const Tokens tokens(piece);
    std::vector<PhraseMatch> matches;
    book().find(tokens, 0, tokens.size(), matches);
    if (matches.empty()) // as with most texts: no need to look for sentences
        return;
    std::size_t token = 0;
    for (const auto& range : text::sentences(tokens.source())) {
        const auto first = token;
        while (token < tokens.size() && tokens[token].begin < range.end)
            ++token;
        matches.clear();
        book().find(tokens, first, token, matches);
        for (const auto& match : matches) {
            const bool negated = match.meaning != blocker && isNegated(tokens, first, token, match.begin, match.end);
            if (negated || isPhoneCall(tokens, match, token))
                continue;
            if (match.meaning >= firstTrustSign) {
                found.trust[std::size_t(match.meaning - firstTrustSign)] = true;
                continue;
            }
            auto& reading = found.reading;
            const auto role = roles[std::size_t(match.meaning)];
            if (std::ranges::find(reading.roles, role) != reading.roles.end())
                continue;
            const std::string quote(trimView(cutAtCodePoint(range.in(tokens.source()), 500)));
            reading.roles.push_back(role);
            if (reading.rolesReason.empty())
                reading.rolesReason = quote;
            const auto score = [&](std::optional<int>& to, int value, const char* name) {
                to = value;
                reading.scoreEvidence[name] = quote;
            };
            if (role == StakeholderRole::decisionMaker)
                score(reading.decisionPower, decisionPowerOfDecider, "decisionPower");
            else if (role == StakeholderRole::champion)
                score(reading.relationshipStrength, relationshipOfChampion, "relationshipStrength");
            else if (role == StakeholderRole::influencer)
                score(reading.influenceLevel, influenceOfInfluencer, "influenceLevel");
        }
    }
}

/// Whose words a piece is, by index.
class PeopleIndex {
public:
    explicit PeopleIndex(std::span<const Contact> people)
    {
        for (std::size_t i = 0; i < people.size(); ++i) {
            const auto& person = people[i];
            m_byId.emplace(person.id, i);
            for (const auto* name : {&person.contactName, &person.contactEmail})
                add(*name, i);
            for (const auto* list : {&person.otherNames, &person.otherEmails})
                for (const auto& name : *list)
                    add(name, i);
        }
    }
    [[nodiscard]] std::optional<std::size_t> find(const SpokenPiece& piece) const
    {
        if (piece.contactId)
            if (const auto found = m_byId.find(*piece.contactId); found != m_byId.end())
                return found->second;
        if (trimView(piece.speaker).empty())
            return std::nullopt;
        const auto found = m_byName.find(nameKey(piece.speaker));
        return found == m_byName.end() ? std::nullopt : std::optional(found->second);
    }

private:
    void add(const std::string& name, std::size_t index)
    {
        if (!trimView(name).empty())
            m_byName.emplace(nameKey(name), index);
    }
    std::unordered_map<Id<Contact>, std::size_t> m_byId;
    std::unordered_map<std::string, std::size_t> m_byName;
};
}

std::vector<StakeholderReading> mapStakeholdersLocally(
    std::span<const SpokenPiece> pieces, std::span<const Contact> people)
{
    const PeopleIndex index(people);
    std::map<std::size_t, Found> byPerson; // in the order of `people`
    for (const auto& piece : pieces) {
        if (piece.ours)
            continue;
        if (const auto person = index.find(piece))
            readPiece(piece.text, byPerson[*person]);
    }
    std::vector<StakeholderReading> out;
    for (auto& [person, found] : byPerson) {
        found.reading.contactId = people[person].id;
        found.reading.trustSignals = int(std::ranges::count(found.trust, true));
        if (!found.reading.roles.empty() || found.reading.trustSignals > 0)
            out.push_back(std::move(found.reading));
    }
    return out;
}
}
