// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/projection.hpp"

#include "core/base/text.hpp"

#include <functional>
#include <unordered_map>

namespace agentarmy {
namespace {
/// Reads fields without throwing and without copying what is not asked for.
class Fields {
public:
    explicit Fields(const Json& body)
        : m_body(body)
    {
    }
    [[nodiscard]] const Json* at(const char* key) const
    {
        if (!m_body.is_object())
            return nullptr;
        const auto found = m_body.find(key);
        return found == m_body.end() || found->is_null() ? nullptr : &*found;
    }
    /// An object within; an empty one if there is none.
    [[nodiscard]] Fields inner(const char* key) const
    {
        static const Json none = Json::object();
        const auto* value = at(key);
        return Fields(value ? *value : none);
    }
    [[nodiscard]] std::string text(const char* key) const
    {
        const auto* value = at(key);
        return value && value->is_string() ? value->get<std::string>() : std::string();
    }
    [[nodiscard]] Uuid id(const char* key) const
    {
        const auto* value = at(key);
        if (!value || !value->is_string())
            return {};
        const auto parsed = Uuid::parse(value->get_ref<const std::string&>());
        return parsed ? *parsed : Uuid {};
    }
    [[nodiscard]] std::optional<std::int64_t> time(const char* key) const
    {
        const auto parsed = parseTimestamp(text(key));
        return parsed ? std::optional(toMillis(*parsed)) : std::nullopt;
    }
    [[nodiscard]] std::optional<std::int64_t> date(const char* key) const
    {
        const auto parsed = parseDate(text(key));
        return parsed ? std::optional(toMillis(startOfDayUtc(*parsed))) : std::nullopt;
    }
    [[nodiscard]] double number(const char* key) const
    {
        const auto* value = at(key);
        return value && value->is_number() ? value->get<double>() : 0.0;
    }
    [[nodiscard]] bool flag(const char* key) const
    {
        const auto* value = at(key);
        return value && value->is_boolean() && value->get<bool>();
    }

private:
    const Json& m_body;
};

std::string folded(const std::string& name) { return std::string(cutAtCodePoint(nameKey(name), 200)); }
Uuid orSelf(const Uuid& root, const Uuid& self) { return root.isNull() ? self : root; }

/// [identified, confidence] of the six MEDDIC dimensions and the count of BANT, for rings on cards.
Json ringOf(const Json* snapshot)
{
    Json ring = Json::array();
    int bant = 0;
    const auto signal = [&](const char* group, const char* key) -> const Json* {
        if (!snapshot || !snapshot->is_object() || !snapshot->contains(group))
            return nullptr;
        const auto& part = (*snapshot)[group];
        const auto found = part.is_object() ? part.find(key) : part.end();
        return part.is_object() && found != part.end() ? &*found : nullptr;
    };
    const auto identified = [](const Json* s) { return s && s->is_object() && s->value("identified", false); };
    for (const char* key : {"metrics", "economicBuyer", "decisionCriteria", "decisionProcess", "pain", "champion"}) {
        const auto* s = signal("meddic", key);
        ring.push_back(identified(s) ? 1 : 0);
        ring.push_back(s && s->is_object() ? s->value("confidence", 0.0) : 0.0);
    }
    for (const char* key : {"budget", "authority", "need", "timeline"})
        bant += identified(signal("bant", key)) ? 1 : 0;
    return {{"meddic", std::move(ring)}, {"bant", bant}};
}

Projection opportunity(const Uuid& id, const Fields& f)
{
    Projection p;
    p.rootId = id;
    p.opportunityId = id;
    p.accountId = f.id("accountId");
    p.ownerId = f.id("ownerId");
    p.state = f.text("dealStage");
    p.name = folded(f.text("name"));
    p.time = f.time("lastActivityAt") ? f.time("lastActivityAt") : f.time("createdAt");
    p.due = f.date("closeDate");
    if (const auto* value = f.at("estimatedValue"); value && value->is_object()) {
        p.amountMinor = value->value("amountMinor", std::int64_t(0));
        p.currency = value->value("currency", std::string());
    }
    p.rank = f.number("probability");
    if (const auto external = f.text("externalId"); !external.empty())
        p.externalKey = "external:" + external;
    auto ring = ringOf(f.at("qualificationSnapshot"));
    Json brief {{"name", ellipsized(f.text("name"), 120)}, {"stageEnteredAt", f.time("stageEnteredAt").value_or(0)},
        {"pushes", f.number("closeDatePushes")}, {"ring", std::move(ring["meddic"])}, {"bant", std::move(ring["bant"])},
        {"interactions", f.number("interactionCount")}, {"stakeholders", f.number("activeStakeholders")}};
    if (f.flag("activeBlocker"))
        brief["blocker"] = true;
    if (f.flag("needsReview"))
        brief["review"] = true;
    if (const auto* next = f.at("nextStep"); next && next->is_object())
        brief["next"] = {next->value("actionType", std::string()), ellipsized(next->value("text", std::string()), 80)};
    if (const auto closed = f.time("closedAt"))
        brief["closedAt"] = *closed;
    if (const auto* won = f.at("closedValue"))
        brief["closedValue"] = *won;
    if (const auto* forced = f.at("forecastOverride"); forced && forced->is_object())
        brief["forecast"] = forced->value("category", std::string());
    p.brief = canonicalJson(brief);
    return p;
}

Projection account(const Uuid& id, const Fields& f)
{
    Projection p;
    p.rootId = id;
    p.accountId = id;
    p.ownerId = f.id("ownerId");
    p.name = folded(f.text("accountName"));
    if (f.id("mergedInto").isNull())
        p.externalKey = "name:" + nameKey(f.text("accountName"));
    p.time = f.time("updatedAt");
    p.brief = canonicalJson(
        {{"name", ellipsized(f.text("accountName"), 120)}, {"industry", ellipsized(f.text("industry"), 60)}});
    return p;
}

Projection contact(const Uuid& id, const Fields& f)
{
    Projection p;
    p.accountId = f.id("accountId");
    p.rootId = orSelf(p.accountId, id);
    p.name = folded(f.text("contactName"));
    if (const auto mail = f.text("contactEmail"); !mail.empty() && f.id("mergedInto").isNull())
        p.externalKey = "mail:" + mail;
    const Fields part = f.inner("stakeholder");
    p.time = part.time("lastInteraction");
    p.rank = part.at("scores") ? Fields(*part.at("scores")).number("decisionPower") : 5.0;
    p.brief = canonicalJson({{"name", ellipsized(f.text("contactName"), 100)},
        {"title", ellipsized(f.text("title"), 80)}, {"email", f.text("contactEmail")}});
    return p;
}

Projection conversation(const Uuid& id, const Fields& f)
{
    Projection p;
    p.rootId = id;
    p.accountId = f.id("accountId");
    p.opportunityId = f.id("opportunityId");
    p.ownerId = f.id("ownerId");
    p.state = f.text("turn");
    p.name = folded(f.text("subject"));
    p.time = f.time("lastAt");
    if (const auto* external = f.at("externalIds"); external && external->is_object())
        if (const auto thread = Fields(*external).text("threadKey"); !thread.empty())
            p.externalKey = thread;
    p.brief = canonicalJson({{"subject", ellipsized(f.text("subject"), 120)}, {"channel", f.text("channel")},
        {"preview", ellipsized(f.text("preview"), 120)}, {"count", f.number("messageCount")},
        {"state", f.text("state")}});
    return p;
}

Projection message(const Uuid&, const Fields& f)
{
    Projection p;
    p.parentId = f.id("conversationId");
    p.rootId = p.parentId;
    p.accountId = f.id("accountId");
    p.opportunityId = f.id("opportunityId");
    p.state = f.text("kind");
    p.name = folded(f.text("subject"));
    p.time = f.time("sentAt");
    if (const auto* external = f.at("externalIds"); external && external->is_object())
        if (const auto messageId = Fields(*external).text("messageId"); !messageId.empty())
            p.externalKey = "mid:" + messageId;
    if (p.externalKey.empty())
        if (const auto raw = f.text("rawHash"); !raw.empty())
            p.externalKey = "raw:" + raw;
    const Fields from = f.inner("from");
    p.brief
        = canonicalJson({{"from", ellipsized(from.text("name").empty() ? from.text("address") : from.text("name"), 80)},
            {"direction", f.text("direction")}, {"channel", f.text("channel")},
            {"subject", ellipsized(f.text("subject"), 100)},
            {"preview", ellipsized(collapseSpaces(cutAtCodePoint(f.text("text"), 400)), 160)}});
    return p;
}

Projection conversationState(const Uuid& id, const Fields& f)
{
    Projection p;
    p.accountId = f.id("accountId");
    p.parentId = f.id("contactId");
    p.rootId = orSelf(f.id("conversationId"), id);
    p.state = f.flag("escalated") ? "escalated" : f.text("dealStage");
    p.time = f.time("lastInteraction");
    p.due = f.time("followUpScheduled");
    p.externalKey = p.accountId.text() + '/' + p.parentId.text();
    return p;
}

Projection escalation(const Uuid& id, const Fields& f)
{
    Projection p;
    p.parentId = f.id("conversationId");
    p.rootId = orSelf(p.parentId, id);
    p.accountId = f.id("accountId");
    p.state = f.text("status");
    p.time = f.time("createdAt");
    return p;
}

Projection meeting(const Uuid& id, const Fields& f)
{
    Projection p;
    p.rootId = id;
    p.accountId = f.id("accountId");
    p.opportunityId = f.id("opportunityId");
    p.parentId = f.id("conversationId");
    p.ownerId = f.id("ownerId");
    p.state = f.text("status");
    p.name = folded(f.text("title"));
    p.time = f.time("scheduledStart");
    if (const auto event = f.text("calendarEventId"); !event.empty())
        p.externalKey = "event:" + event;
    p.brief = canonicalJson({{"title", ellipsized(f.text("title"), 120)}, {"end", f.time("scheduledEnd").value_or(0)}});
    return p;
}

Projection transcript(const Uuid& id, const Fields& f)
{
    Projection p;
    p.parentId = f.id("meetingId");
    p.rootId = orSelf(p.parentId, id);
    p.time = f.time("createdAt");
    p.rank = f.number("part");
    if (const auto raw = f.text("rawHash"); !raw.empty() && f.number("part") == 0)
        p.externalKey = "raw:" + raw;
    return p;
}

Projection task(const Uuid& id, const Fields& f)
{
    Projection p;
    p.accountId = f.id("accountId");
    p.opportunityId = f.id("opportunityId");
    p.rootId = orSelf(p.opportunityId, orSelf(p.accountId, id));
    p.ownerId = f.id("ownerId");
    p.state = f.text("status");
    p.due = f.date("dueOn");
    p.time = f.time("createdAt");
    p.name = folded(f.text("description"));
    return p;
}

Projection accountPlan(const Uuid& id, const Fields& f)
{
    Projection p;
    p.accountId = f.id("accountId");
    p.rootId = orSelf(p.accountId, id);
    p.externalKey = p.accountId.text();
    p.time = f.time("updatedAt");
    return p;
}

Projection opportunityPlan(const Uuid& id, const Fields& f)
{
    Projection p;
    p.opportunityId = f.id("opportunityId");
    p.rootId = orSelf(p.opportunityId, id);
    p.externalKey = p.opportunityId.text();
    p.time = f.time("updatedAt");
    return p;
}

Projection agentAction(const Uuid& id, const Fields& f)
{
    Projection p;
    p.rootId = id;
    p.accountId = f.id("accountId");
    p.opportunityId = f.id("opportunityId");
    p.parentId = f.id("conversationId");
    p.ownerId = f.id("ownerId");
    p.state = f.text("status");
    p.time = f.time("proposedAt");
    p.externalKey = f.text("idempotencyKey");
    return p;
}

Projection user(const Uuid& id, const Fields& f)
{
    Projection p;
    p.rootId = id;
    p.name = folded(f.text("name"));
    p.state = f.text("role");
    p.externalKey = f.text("email").empty() ? "name:" + nameKey(f.text("name")) : "mail:" + f.text("email");
    p.brief = canonicalJson(
        {{"name", ellipsized(f.text("name"), 100)}, {"email", f.text("email")}, {"role", f.text("role")}});
    return p;
}

Projection goal(const Uuid& id, const Fields& f)
{
    Projection p;
    p.rootId = id;
    p.ownerId = f.id("ownerId");
    p.state = f.text("status");
    p.time = f.time("periodStart");
    p.due = f.time("periodEnd");
    p.externalKey = p.ownerId.text() + '/' + f.text("goalType") + '/' + f.text("periodStart");
    return p;
}

Projection mailbox(const Uuid& id, const Fields& f)
{
    Projection p;
    p.rootId = id;
    p.name = folded(f.text("address"));
    p.externalKey = "address:" + f.text("address");
    return p;
}

using Projector = Projection (*)(const Uuid&, const Fields&);
const std::unordered_map<std::string_view, Projector>& projectors()
{
    static const std::unordered_map<std::string_view, Projector> table {{"opportunity", opportunity},
        {"account", account}, {"contact", contact}, {"conversation", conversation}, {"message", message},
        {"conversation_state", conversationState}, {"escalation", escalation}, {"meeting", meeting},
        {"transcript", transcript}, {"task", task}, {"account_plan", accountPlan},
        {"opportunity_plan", opportunityPlan}, {"agent_action", agentAction}, {"goal", goal}, {"user", user},
        {"mailbox", mailbox}};
    return table;
}
}

Projection project(std::string_view type, const Uuid& id, const Json& body)
{
    const Fields fields(body);
    const auto found = projectors().find(type);
    Projection p;
    if (found == projectors().end())
        p.rootId = id;
    else
        p = found->second(id, fields);
    p.archived = fields.flag("archived") || !fields.id("mergedInto").isNull();
    return p;
}

SearchText searchText(std::string_view type, const Json& body)
{
    const Fields f(body);
    if (type == "message")
        return {f.text("subject"), f.text("text")};
    if (type == "account")
        return {f.text("accountName"), f.text("industry") + ' ' + f.text("website")};
    if (type == "contact")
        return {f.text("contactName"), f.text("contactEmail") + ' ' + f.text("title")};
    if (type == "opportunity")
        return {f.text("name"), f.text("productLine")};
    if (type == "task")
        return {f.text("description"), {}};
    if (type == "meeting")
        return {f.text("title"), {}};
    if (type == "transcript") {
        SearchText out;
        if (const auto* utterances = f.at("utterances"); utterances && utterances->is_array())
            for (const auto& utterance : *utterances)
                out.text += Fields(utterance).text("text") + '\n';
        return out;
    }
    return {};
}
}
