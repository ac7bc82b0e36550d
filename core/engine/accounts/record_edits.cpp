// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/accounts/record_edits.hpp"

#include "core/base/text.hpp"
#include "core/engine/records/again.hpp"
#include "core/engine/records/unit_of_work.hpp"
#include "core/engine/workspace/people.hpp"
#include "core/rules/deals/scores.hpp"

#include <algorithm>

namespace agentarmy {
namespace {

template <std::size_t N> bool contains(const std::array<std::string_view, N>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Trimmed; none: null, not a text, or nothing in it.
std::optional<std::string> filledText(const Json& value)
{
    if (!value.is_string())
        return std::nullopt;
    auto text = collapseSpaces(value.get_ref<const std::string&>());
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

bool isAddress(std::string_view address)
{
    const auto at = address.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < address.size()
        && address.find('@', at + 1) == std::string_view::npos
        && address.find_first_of(" \t\r\n<>,;\"") == std::string_view::npos
        && address.find('.', at + 2) != std::string_view::npos && address.back() != '.';
}

Result<Json> textList(const std::string& field, const Json& value, bool lowerCase)
{
    if (value.is_null())
        return Json::array();
    if (!value.is_array())
        return fail(invalidField(field, "a list of texts"));
    Json list = Json::array();
    for (const auto& each : value) {
        const auto text = filledText(each);
        if (!text)
            return fail(invalidField(field, "a list of texts"));
        const Json item(lowerCase ? asciiLower(*text) : *text);
        if (std::find(list.begin(), list.end(), item) == list.end())
            list.push_back(item);
    }
    return list;
}

/// Writes field -> value (null clears) into the struct; the bounds are the domain's.
template <class T> Result<void> applyFields(T& record, const Json& changes)
{
    auto json = toStoredJson(record);
    for (const auto& [key, value] : changes.items())
        if (value.is_null())
            json.erase(key);
        else
            json[key] = value;
    auto changed = fromJson<T>(json);
    if (!changed)
        return fail(changed.error());
    record = std::move(*changed);
    return {};
}

template <class T> Result<Json> existingId(UnitOfWork& work, const std::string& field, const Json& value)
{
    if (value.is_null())
        return Json();
    const auto id = value.is_string() ? Id<T>::parse(value.get_ref<const std::string&>()) : fail(Error {});
    if (!id)
        return fail(invalidField(field, "an id"));
    auto found = work.find(*id);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(invalidField(field, "the id of something that exists"));
    return value;
}

Error taken(const char* code, const std::string& field, const std::string& name, const std::string& id)
{
    return {ErrorKind::conflict, code, '"' + name + "\" has this already. Merge the two, or choose another.",
        {{"field", field}, {"id", id}}};
}

Result<Json> checkedFields(UnitOfWork& work, const Account& account, const Json& fields)
{
    constexpr std::array<std::string_view, 4> texts {"industry", "companySize", "website", "region"};
    Json changes = Json::object();
    for (const auto& [field, value] : fields.items()) {
        if (field == "accountName") {
            auto name = filledText(value);
            if (!name || name->size() > 300)
                return fail(invalidField(field, "1..300 bytes"));
            auto other = work.findByKey<Account>("name:" + nameKey(*name));
            if (!other)
                return fail(other.error());
            if (*other && (*other)->id != account.id)
                return fail(taken("name_taken", field, (*other)->accountName, (*other)->id.text()));
            changes[field] = std::move(*name);
        } else if (contains(texts, field)) {
            if (!value.is_null() && !value.is_string())
                return fail(invalidField(field, "a text or null"));
            const auto text = filledText(value);
            changes[field] = text ? Json(*text) : Json();
        } else if (field == "ownerId") {
            auto owner = existingId<User>(work, field, value);
            if (!owner)
                return fail(owner.error());
            changes[field] = std::move(*owner);
        } else if (field == "domains") {
            auto list = textList(field, value, true);
            if (!list)
                return fail(list.error());
            for (const auto& each : *list) {
                const auto& domain = each.get_ref<const std::string&>();
                if (domain.find('.') == std::string::npos || domain.find_first_of("@/ ") != std::string::npos)
                    return fail(invalidField(field, "domains like acme.example"));
                if (isFreeMailDomain(domain))
                    return fail(invalidField(field, "domains of the company's own: anybody can have an address there"));
            }
            changes[field] = std::move(*list);
        } else {
            return fail(invalidField(field, "a field that can be edited"));
        }
    }
    return changes;
}

Result<Json> checkedAddress(UnitOfWork& work, const Contact& contact, const Json& value)
{
    auto text = filledText(value);
    if (!value.is_null() && !value.is_string())
        return fail(invalidField("contactEmail", "a mail address"));
    if (!text)
        return Json("");
    const auto address = asciiLower(*text);
    if (address.size() > 255 || !isAddress(address))
        return fail(invalidField("contactEmail", "a mail address"));
    auto other = work.findByKey<Contact>("mail:" + address);
    if (!other)
        return fail(other.error());
    if (*other && (*other)->id != contact.id)
        return fail(taken("address_taken", "contactEmail", (*other)->contactName, (*other)->id.text()));
    return Json(address);
}

Result<Json> checkedFields(UnitOfWork& work, const Contact& contact, const Json& fields)
{
    constexpr std::array<std::string_view, 4> texts {"title", "timeZone", "language", "notes"};
    Json changes = Json::object();
    auto part = contact.stakeholder;
    deals::ScoreOverrides overrides;
    for (const auto& [field, value] : fields.items()) {
        if (field == "contactName") {
            auto name = filledText(value);
            if (!name || name->size() > 200)
                return fail(invalidField(field, "1..200 bytes"));
            changes[field] = std::move(*name);
        } else if (field == "contactEmail") {
            auto address = checkedAddress(work, contact, value);
            if (!address)
                return fail(address.error());
            changes[field] = std::move(*address);
            if (changes[field] != Json(contact.contactEmail))
                changes["addressInvalid"] = nullptr; // what bounced was the old one
        } else if (field == "accountId") {
            auto account = existingId<Account>(work, field, value);
            if (!account)
                return fail(account.error());
            changes[field] = std::move(*account);
        } else if (contains(texts, field)) {
            if (!value.is_null() && !value.is_string())
                return fail(invalidField(field, "a text or null"));
            const auto text = field == "notes" && value.is_string() ? trim(value.get_ref<const std::string&>())
                                                                    : filledText(value).value_or("");
            changes[field] = text.empty() ? Json() : Json(text);
        } else if (field == "phones") {
            auto list = textList(field, value, false);
            if (!list)
                return fail(list.error());
            changes[field] = std::move(*list);
        } else if (field == "optedOut") {
            if (!value.is_boolean())
                return fail(invalidField(field, "true or false"));
            changes[field] = value.get<bool>() ? Json(true) : Json();
        } else if (field == "roles") {
            auto roles = fromJson<std::vector<StakeholderRole>>(value.is_null() ? Json::array() : value);
            if (!roles)
                return fail(invalidField(field, "a list of roles"));
            part.roles.clear();
            for (const auto role : *roles)
                if (std::find(part.roles.begin(), part.roles.end(), role) == part.roles.end())
                    part.roles.push_back(role);
        } else if (contains(deals::scoreNames, field)) {
            if (!value.is_null() && (!value.is_number_integer() || value < 0 || value > 10))
                return fail(invalidField(field, "0..10"));
            overrides[field] = value.is_null() ? std::nullopt : std::optional(value.get<int>());
        } else {
            return fail(invalidField(field, "a field that can be edited"));
        }
    }
    if (!overrides.empty()) {
        auto self = work.find(work.context().actor.userId.value_or(Id<User>()));
        const auto user = self && *self && !(*self)->name.empty() ? (*self)->name : "a person";
        const auto title = changes.contains("title") && changes["title"].is_string()
            ? std::optional(changes["title"].get<std::string>())
            : contact.title;
        part = deals::applyOverride(part, overrides, user, title);
    }
    if (!overrides.empty() || fields.contains("roles"))
        changes["stakeholder"] = toStoredJson(part);
    return changes;
}

template <class T>
Result<Uuid> editRecord(
    Store& store, const Context& context, IdSource& ids, Id<T> id, const Json& fields, Timestamp now)
{
    if (!fields.is_object())
        return fail(invalidField("fields", "an object"));
    return againOnConflict([&]() -> Result<Uuid> {
        UnitOfWork work(store, context, ids);
        work.because({.what = "edit"});
        auto found = work.find(id);
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(notFound(T::type, id.text()));
        auto changes = checkedFields(work, **found, fields);
        if (!changes)
            return fail(changes.error());
        auto after = **found;
        if (auto done = applyFields(after, *changes); !done)
            return fail(done.error());
        if (toStoredJson(after) == toStoredJson(**found))
            return Uuid();
        after.updatedAt = now;
        auto edited = work.edit(id);
        if (!edited)
            return fail(edited.error());
        **edited = std::move(after);
        const auto mutation = ids.next();
        work.setMutation(mutation);
        if (auto committed = work.commit(); !committed)
            return fail(committed.error());
        return mutation;
    });
}

template <class T>
Result<Created<T>> createRecord(Store& store, const Context& context, IdSource& ids, T record, const char* required,
    const Json& fields, Timestamp now)
{
    if (!fields.is_object() || !fields.contains(required))
        return fail(invalidField(required, "given"));
    UnitOfWork work(store, context, ids);
    work.because({.what = "create"});
    auto changes = checkedFields(work, record, fields);
    if (!changes)
        return fail(changes.error());
    if (auto done = applyFields(record, *changes); !done)
        return fail(done.error());
    record.createdAt = record.updatedAt = now;
    const auto mutation = ids.next();
    work.setMutation(mutation);
    auto made = work.add(std::move(record));
    if (auto committed = work.commit(); !committed)
        return fail(committed.error());
    return Created<T> {std::move(made), mutation};
}
}

Result<Uuid> editAccount(
    Store& store, const Context& context, IdSource& ids, Id<Account> id, const Json& fields, Timestamp now)
{
    return editRecord(store, context, ids, id, fields, now);
}

Result<Uuid> editContact(
    Store& store, const Context& context, IdSource& ids, Id<Contact> id, const Json& fields, Timestamp now)
{
    return editRecord(store, context, ids, id, fields, now);
}

Result<Created<Account>> createAccount(
    Store& store, const Context& context, IdSource& ids, const Json& fields, Timestamp now)
{
    Account account;
    account.ownerId = context.actor.userId;
    return createRecord(store, context, ids, std::move(account), "accountName", fields, now);
}

Result<Created<Contact>> createContact(
    Store& store, const Context& context, IdSource& ids, const Json& fields, Timestamp now)
{
    Contact contact;
    if (fields.is_object() && fields.contains("title"))
        contact.stakeholder = deals::newStakeholder(filledText(fields["title"]));
    return createRecord(store, context, ids, std::move(contact), "contactName", fields, now);
}
}
