// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/deals/deal_desk.hpp"

#include "core/base/text.hpp"
#include "core/domain/conversation_state.hpp"
#include "core/engine/deals/change_words.hpp"
#include "core/engine/records/again.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/records/unit_of_work.hpp"
#include "core/engine/workspace/workspace.hpp"
#include "core/rules/deals/stage_move.hpp"

#include <algorithm>
#include <set>

namespace agentarmy {
namespace {
constexpr int repeats = 4; // of what met somebody else's write
constexpr std::array<std::string_view, 8> editableFields {
    "name", "productLine", "estimatedValue", "closeDate", "probability", "ownerId", "forecastOverride", "needsReview"};

deals::Mover moverOf(const Context& context)
{
    return context.actor.kind == ActorKind::agent ? deals::Mover::agent : deals::moverOf(context.role);
}

deals::MoveInput ruleInput(const MoveInput& input)
{
    return {input.override, input.reason, input.lostReason, input.closedValue};
}

/// Writes field -> value (null clears) into the struct; `validation_failed` names the first bad field.
Result<void> applyFields(Opportunity& deal, const Json& fields)
{
    auto json = toStoredJson(deal);
    for (const auto& [key, value] : fields.items())
        json[key] = value;
    auto changed = fromJson<Opportunity>(json);
    if (!changed)
        return fail(changed.error());
    deal = std::move(*changed);
    return {};
}

/// What `to` asks for, missing things first. Evidence of nothing lists all that a stage asks for.
std::vector<StageProof> proofsOf(const Opportunity& deal, DealStage to)
{
    const auto evidence = deals::stageEvidence(deal.qualificationSnapshot, deal.interactionCount);
    const auto missing = deals::checkRequirements(to, evidence).missing;
    std::vector<StageProof> proofs;
    for (const auto& asked : deals::checkRequirements(to, {}).missing) {
        if (asked.code == deals::MissingCode::noRequirements)
            return {};
        StageProof proof;
        proof.code = deals::missingText(asked);
        proof.met = std::none_of(missing.begin(), missing.end(),
            [&](const auto& each) { return each.code == asked.code && each.signal == asked.signal; });
        if (asked.code != deals::MissingCode::requiredSignal) {
            proof.required = asked.required;
            proof.actual = asked.code == deals::MissingCode::minInteractions ? evidence.interactions
                : asked.code == deals::MissingCode::minBantCompletion        ? evidence.completion().bant
                                                                             : evidence.completion().meddic;
        }
        proofs.push_back(std::move(proof));
    }
    std::stable_partition(proofs.begin(), proofs.end(), [](const StageProof& proof) { return !proof.met; });
    return proofs;
}

/// The states of the conversations about a deal mirror its stage.
Result<void> mirrorStage(UnitOfWork& work, const Opportunity& deal)
{
    Query about;
    about.opportunityId = deal.id.value();
    about.includeArchived = true;
    auto conversations = work.list<Conversation>(about);
    if (!conversations)
        return fail(conversations.error());
    if (conversations->empty())
        return {};
    std::set<Id<Conversation>> ids;
    for (const auto* each : *conversations)
        ids.insert(each->id);
    Query ofAccount;
    ofAccount.accountId = deal.accountId.value();
    auto states = work.list<ConversationState>(ofAccount);
    if (!states)
        return fail(states.error());
    for (const auto* state : *states) {
        if (!ids.contains(state->conversationId) || state->dealStage == deal.dealStage)
            continue;
        auto edited = work.edit(state->id);
        if (!edited)
            return fail(edited.error());
        (*edited)->dealStage = deal.dealStage;
    }
    return {};
}

Result<Json> checkedMoney(const Json& value, const char* field)
{
    auto money = fromJson<Money>(value);
    if (!money || money->amountMinor < 0 || !isCurrencyCode(money->currency))
        return fail(invalidField(field, "an amount of at least 0 in a known currency"));
    return Json {{"amountMinor", money->amountMinor}, {"currency", money->currency}};
}

/// Trimmed; none if blank.
std::optional<std::string> filledText(const Json& value)
{
    if (!value.is_string())
        return std::nullopt;
    auto text = trim(value.get_ref<const std::string&>());
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

void rememberPersonField(Json& metadata, const std::string& field)
{
    if (!metadata.is_object())
        metadata = Json::object();
    auto& fields = metadata["personFields"];
    if (!fields.is_array())
        fields = Json::array();
    if (std::find(fields.begin(), fields.end(), Json(field)) == fields.end())
        fields.push_back(field);
}

/// The person's words as fields of the document, checked one by one.
Result<Json> checkedEdit(UnitOfWork& work, const Opportunity& deal, const Json& fields)
{
    if (!fields.is_object())
        return fail(invalidField("fields", "an object"));
    Json changes = Json::object();
    for (const auto& [field, value] : fields.items()) {
        if (std::find(editableFields.begin(), editableFields.end(), field) == editableFields.end())
            return fail(invalidField(field, field == "dealStage" ? "changed by a move" : "a field that can be edited"));
        if (field == "name") {
            const auto name = filledText(value);
            if (!name || name->size() > 300)
                return fail(invalidField(field, "1..300 bytes"));
            changes[field] = *name;
        } else if (field == "productLine") {
            if (!value.is_null() && !value.is_string())
                return fail(invalidField(field, "a text or null"));
            const auto line = filledText(value);
            if (line && line->size() > 200)
                return fail(invalidField(field, "at most 200 bytes"));
            changes[field] = line ? Json(*line) : Json();
        } else if (field == "estimatedValue") {
            auto money = value.is_null() ? Result<Json>(Json()) : checkedMoney(value, "estimatedValue");
            if (!money)
                return fail(money.error());
            changes[field] = std::move(*money);
        } else if (field == "closeDate") {
            std::optional<Date> date;
            if (!value.is_null()) {
                const auto parsed = value.is_string() ? parseDate(value.get_ref<const std::string&>()) : fail(Error {});
                if (!parsed)
                    return fail(invalidField(field, "a date, YYYY-MM-DD"));
                date = *parsed;
            }
            changes.update(deals::applyCloseDate(deal, date));
        } else if (field == "probability") {
            if (!value.is_null() && (!value.is_number() || value.get<double>() < 0 || value.get<double>() > 1))
                return fail(invalidField(field, "0..1"));
            changes[field] = value.is_null() ? Json(deals::StageProbabilities().of(deal.dealStage)) : value;
            changes["probabilitySource"]
                = std::string(enumText(value.is_null() ? ProbabilitySource::stage : ProbabilitySource::humanOverride));
        } else if (field == "ownerId") {
            if (!value.is_null()) {
                const auto id
                    = value.is_string() ? Id<User>::parse(value.get_ref<const std::string&>()) : fail(Error {});
                if (!id)
                    return fail(invalidField(field, "the id of a user"));
                auto user = work.find(*id);
                if (!user)
                    return fail(user.error());
                if (!*user)
                    return fail(invalidField(field, "an existing user"));
            }
            changes[field] = value;
        } else if (field == "needsReview") {
            if (!value.is_boolean())
                return fail(invalidField(field, "true or false"));
            changes[field] = value;
        } else {
            const auto forced
                = value.is_null() ? Result<ForecastOverride>(ForecastOverride {}) : fromJson<ForecastOverride>(value);
            if (!forced)
                return fail(invalidField(field, "a forecast category with a reason"));
            if (value.is_null()) {
                changes[field] = nullptr;
                continue;
            }
            auto override = *forced;
            auto self = work.find(work.context().actor.userId.value_or(Id<User>()));
            override.actor = self && *self && !(*self)->name.empty()
                ? (*self)->name
                : work.context().actor.userId.value_or(Id<User>()).text();
            changes[field] = toJson(override);
        }
    }
    return changes;
}
}

DealDesk::DealDesk(Store& store, IdSource& ids, const Clock& clock)
    : m_store(store)
    , m_ids(ids)
    , m_clock(clock)
{
}

Result<MoveAnswer> DealDesk::judgeMove(
    const Context& context, Id<Opportunity> id, DealStage to, const MoveInput& input) const
{
    auto deal = readEntity(m_store, context, id);
    if (!deal)
        return fail(deal.error());
    const auto decision = deals::decideStageMove(*deal, to, moverOf(context), ruleInput(input));
    MoveAnswer answer;
    answer.kind = decision.answer == deals::MoveAnswer::allowed ? MoveAnswer::Kind::allowed
        : decision.answer == deals::MoveAnswer::needsInput      ? MoveAnswer::Kind::needsInput
                                                                : MoveAnswer::Kind::forbidden;
    answer.warnings = decision.warnings;
    answer.fields = decision.fields;
    answer.code = decision.code;
    if (to != deal->dealStage)
        answer.proofs = proofsOf(*deal, to);
    return answer;
}

Result<MoveDone> DealDesk::move(const Context& context, Id<Opportunity> id, DealStage to, const MoveInput& input)
{
    return againOnConflict(
        [&]() -> Result<MoveDone> {
            UnitOfWork work(m_store, context, m_ids);
            auto found = work.find(id);
            if (!found)
                return fail(found.error());
            if (!*found)
                return fail(notFound(Opportunity::type, id.text()));
            const auto from = (*found)->dealStage;
            const auto decision = deals::decideStageMove(**found, to, moverOf(context), ruleInput(input));
            if (decision.answer != deals::MoveAnswer::allowed)
                return fail(deals::moveError(decision, from, to));
            if (from == to)
                return MoveDone {**found, {}, {}};
            Cause cause;
            cause.what = "stage_move";
            cause.rule = "deals.decideStageMove";
            cause.reason = trim(to == DealStage::closedLost && !input.reason ? input.lostReason.value_or("")
                                                                             : input.reason.value_or(""));
            cause.details = {{"from", enumText(from)}, {"to", enumText(to)}, {"missing", decision.warnings}};
            if (input.override)
                cause.details["override"] = true;
            work.because(std::move(cause));
            const auto mutation = m_ids.next();
            work.setMutation(mutation);
            const auto now = m_clock.now();
            auto edited = work.edit(id);
            if (!edited)
                return fail(edited.error());
            auto fields = deals::applyStageMove(**edited, to, ruleInput(input), now);
            fields["lastActivityAt"] = fields["updatedAt"] = formatTimestamp(now);
            if (auto done = applyFields(**edited, fields); !done)
                return fail(done.error());
            if (auto done = mirrorStage(work, **edited); !done)
                return fail(done.error());
            MoveDone done {**edited, decision.warnings, mutation};
            if (auto committed = work.commit(); !committed)
                return fail(committed.error());
            return done;
        },
        repeats);
}

Result<MoveDone> DealDesk::edit(const Context& context, Id<Opportunity> id, const Json& fields)
{
    return againOnConflict(
        [&]() -> Result<MoveDone> {
            UnitOfWork work(m_store, context, m_ids);
            auto found = work.find(id);
            if (!found)
                return fail(found.error());
            if (!*found)
                return fail(notFound(Opportunity::type, id.text()));
            auto changes = checkedEdit(work, **found, fields);
            if (!changes)
                return fail(changes.error());
            auto after = **found;
            if (auto done = applyFields(after, *changes); !done)
                return fail(done.error());
            for (const char* field : {"productLine", "estimatedValue"})
                if (changes->contains(field)) {
                    rememberPersonField(after.metadata, field);
                    if (after.suggestions.is_object())
                        after.suggestions.erase(field); // the person has decided
                }
            if (patchesBetween(toStoredJson(**found), toStoredJson(after)).empty())
                return MoveDone {**found, {}, {}};
            after.lastActivityAt = after.updatedAt = m_clock.now();
            work.because({.what = "edit"});
            const auto mutation = m_ids.next();
            work.setMutation(mutation);
            auto edited = work.edit(id);
            if (!edited)
                return fail(edited.error());
            **edited = after;
            if (auto committed = work.commit(); !committed)
                return fail(committed.error());
            return MoveDone {std::move(after), {}, mutation};
        },
        repeats);
}

Result<Opportunity> DealDesk::create(const Context& context, Opportunity deal)
{
    UnitOfWork work(m_store, context, m_ids);
    auto account = work.find(deal.accountId);
    if (!account)
        return fail(account.error());
    if (!*account)
        return fail(notFound(Account::type, deal.accountId.text()));
    Json fields {{"name", deal.name}};
    if (deal.productLine)
        fields["productLine"] = *deal.productLine;
    if (deal.estimatedValue)
        fields["estimatedValue"]
            = {{"amountMinor", deal.estimatedValue->amountMinor}, {"currency", deal.estimatedValue->currency}};
    if (deal.ownerId)
        fields["ownerId"] = deal.ownerId->text();
    if (deal.probabilitySource == ProbabilitySource::humanOverride)
        fields["probability"] = deal.probability;
    if (!isActive(deal.dealStage))
        return fail(invalidField("dealStage", "a stage in which deals are worked on"));
    auto checked = checkedEdit(work, deal, fields);
    if (!checked)
        return fail(checked.error());
    if (auto done = applyFields(deal, *checked); !done)
        return fail(done.error());
    for (const char* field : {"productLine", "estimatedValue"})
        if (checked->contains(field))
            rememberPersonField(deal.metadata, field);
    if (deal.probabilitySource != ProbabilitySource::humanOverride)
        deal.probability = deals::StageProbabilities().of(deal.dealStage);
    deal.source = OpportunitySource::manual;
    if (!deal.ownerId)
        deal.ownerId = context.actor.userId;
    const auto now = m_clock.now();
    deal.createdAt = deal.updatedAt = deal.stageEnteredAt = now;
    work.because({.what = "create"});
    work.setMutation(m_ids.next());
    auto made = work.add(std::move(deal));
    if (auto committed = work.commit(); !committed)
        return fail(committed.error());
    return made;
}

Result<std::vector<FieldHistory>> DealDesk::history(const Context& context, const DocumentKey& key, int limit) const
{
    auto changes = m_store.history(context, key, limit);
    if (!changes)
        return fail(changes.error());
    auto workspace = readWorkspace(m_store, context);
    if (!workspace)
        return fail(workspace.error());
    ChangeWords words(m_store, context, Zone::find(workspace->settings.timeZone).value_or(Zone()), m_clock.now());
    std::vector<FieldHistory> entries;
    entries.reserve(changes->size());
    for (auto& change : *changes) {
        FieldHistory entry;
        entry.actorName = words.actor(change);
        entry.causeText = words.cause(change);
        entry.happenedAt = words.happenedAt(change);
        entry.change = std::move(change);
        entries.push_back(std::move(entry));
    }
    return entries;
}
}
