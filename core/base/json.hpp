// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/enums.hpp"
#include "core/base/error.hpp"
#include "core/base/money.hpp"
#include "core/base/time.hpp"
#include "core/base/uuid.hpp"

#include <concepts>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <ranges>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

namespace agentarmy {

using Json = nlohmann::json; // objects are std::map: keys come out sorted, which canonical JSON wants

/// UTF-8, at most `maxDepth` levels; `invalid_json` with the byte position. Never throws.
[[nodiscard]] Result<Json> parseJson(std::string_view text, int maxDepth = 64);
/// Sorted keys, no white space, no NUL (dropped), each byte of broken UTF-8 replaced by U+FFFD: what is stored and
/// hashed. `mended` tells whether anything was dropped or replaced.
[[nodiscard]] std::string canonicalJson(const Json& value, bool* mended = nullptr);
/// An object whose values are canonical already.
[[nodiscard]] std::string canonicalObject(const std::map<std::string, std::string>& fields, bool* mended = nullptr);

/// Bounds of a field, checked when it is read. Texts are counted in bytes, lists in items.
struct Bounds {
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
};

/// One description of an entity's fields serves both directions:
///     template <class F> void describe(F& f, Account& a) { f("accountName", a.accountName, {1, 300}); ... }
/// A reader keeps the first error with its path and never throws; absent and null leave the default.
class FieldReader {
public:
    FieldReader(const Json& object, std::string path, std::optional<Error>& error)
        : m_object(object)
        , m_path(std::move(path))
        , m_error(error)
    {
    }
    template <class T> void operator()(const char* key, T& value, Bounds bounds = {});
    template <class T> void required(const char* key, T& value, Bounds bounds = {});
    template <class T> void sparse(const char* key, T& value, Bounds bounds = {}) { (*this)(key, value, bounds); }

private:
    const Json& m_object;
    std::string m_path;
    std::optional<Error>& m_error;
};

/// `full` is what programs and people read; `stored` leaves out empty texts and lists, and sparse fields that are zero.
enum class JsonForm { full, stored };

class FieldWriter {
public:
    FieldWriter(Json& object, JsonForm form)
        : m_object(object)
        , m_form(form)
    {
    }
    template <class T> void operator()(const char* key, T& value, Bounds = {});
    template <class T> void required(const char* key, T& value, Bounds = {}) { (*this)(key, value); }
    /// A field whose default is its zero value: not stored while it has that.
    template <class T> void sparse(const char* key, T& value, Bounds = {})
    {
        if (m_form == JsonForm::full || value != T {})
            (*this)(key, value);
    }

private:
    Json& m_object;
    JsonForm m_form;
};

template <class T>
concept Described = requires(FieldWriter& f, T& value)
{
    describe(f, value);
};

namespace json_detail {
template <class T> struct IsOptional : std::false_type {
};
template <class T> struct IsOptional<std::optional<T>> : std::true_type {
};
template <class T> struct IsVector : std::false_type {
};
template <class T> struct IsVector<std::vector<T>> : std::true_type {
};
template <class T> struct IsTextMap : std::false_type {
};
template <class T> struct IsTextMap<std::map<std::string, T>> : std::true_type {
};
template <class T> struct IsId : std::false_type {
};
template <class T> struct IsId<Id<T>> : std::true_type {
};

void keepError(std::optional<Error>& error, const std::string& path, std::string rule);
bool readText(const Json& from, std::string& to, const std::string& path, Bounds, std::optional<Error>&);
bool readMoney(const Json& from, Money& to, const std::string& path, std::optional<Error>&);

template <class T> Json write(const T& value, JsonForm form);
template <class T>
void read(const Json& from, T& to, const std::string& path, Bounds bounds, std::optional<Error>& error);

template <class T> bool isDefault(const T& value, JsonForm form)
{
    if constexpr (std::same_as<T, std::string> || IsVector<T>::value || IsTextMap<T>::value)
        return form == JsonForm::stored && value.empty();
    else if constexpr (IsOptional<T>::value)
        return !value.has_value();
    else if constexpr (IsId<T>::value || std::same_as<T, Uuid>)
        return value.isNull();
    else if constexpr (std::same_as<T, Json>)
        return value.is_null() || (form == JsonForm::stored && value.empty());
    else
        return false;
}

template <class T> Json write(const T& value, JsonForm form)
{
    if constexpr (IsOptional<T>::value)
        return value ? write(*value, form) : Json();
    else if constexpr (IsVector<T>::value) {
        Json list = Json::array();
        for (const auto& item : value)
            list.push_back(write(item, form));
        return list;
    } else if constexpr (IsTextMap<T>::value) {
        Json object = Json::object();
        for (const auto& [key, item] : value)
            object[key] = write(item, form);
        return object;
    } else if constexpr (IsId<T>::value || std::same_as<T, Uuid>)
        return value.isNull() ? Json() : Json(value.text());
    else if constexpr (std::same_as<T, Timestamp>)
        return formatTimestamp(value);
    else if constexpr (std::same_as<T, Date>)
        return formatDate(value);
    else if constexpr (std::same_as<T, Money>)
        return Json {{"amountMinor", value.amountMinor}, {"currency", value.currency}};
    else if constexpr (TextEnum<T>)
        return std::string(enumText(value));
    else if constexpr (Described<T>) {
        Json object = Json::object();
        FieldWriter writer(object, form);
        describe(writer, const_cast<T&>(value)); // describe() only reads through a writer
        return object;
    } else
        return Json(value);
}

template <class T>
void read(const Json& from, T& to, const std::string& path, Bounds bounds, std::optional<Error>& error)
{
    if constexpr (IsOptional<T>::value) {
        if (from.is_null()) // an element of a list; a null field does not come here
            return to.reset();
        typename T::value_type inner {};
        read(from, inner, path, bounds, error);
        if (!error)
            to = std::move(inner);
    } else if constexpr (IsVector<T>::value) {
        if (!from.is_array())
            return keepError(error, path, "must be a list");
        if (double(from.size()) > bounds.max)
            return keepError(error, path, "at most " + std::to_string(long(bounds.max)) + " items");
        to.clear();
        to.reserve(from.size());
        for (std::size_t i = 0; i < from.size() && !error; ++i) {
            typename T::value_type item {};
            read(from[i], item, path + '[' + std::to_string(i) + ']', {}, error);
            to.push_back(std::move(item));
        }
    } else if constexpr (IsTextMap<T>::value) {
        if (!from.is_object())
            return keepError(error, path, "must be an object");
        to.clear();
        for (const auto& [key, value] : from.items())
            read(value, to[key], path + '.' + key, {}, error);
    } else if constexpr (IsId<T>::value || std::same_as<T, Uuid>) {
        std::string text;
        if (!readText(from, text, path, {}, error))
            return;
        auto parsed = T::parse(text);
        if (!parsed)
            return keepError(error, path, "must be an id (UUID)");
        to = *parsed;
    } else if constexpr (std::same_as<T, Timestamp>) {
        std::string text;
        if (!readText(from, text, path, {}, error))
            return;
        auto parsed = parseTimestamp(text);
        if (!parsed)
            return keepError(error, path, "must be an ISO 8601 time");
        to = *parsed;
    } else if constexpr (std::same_as<T, Date>) {
        std::string text;
        if (!readText(from, text, path, {}, error))
            return;
        auto parsed = parseDate(text);
        if (!parsed)
            return keepError(error, path, "must be a date, YYYY-MM-DD");
        to = *parsed;
    } else if constexpr (std::same_as<T, Money>) {
        readMoney(from, to, path, error);
    } else if constexpr (std::same_as<T, std::string>) {
        readText(from, to, path, bounds, error);
    } else if constexpr (std::same_as<T, bool>) {
        if (!from.is_boolean())
            return keepError(error, path, "must be true or false");
        to = from.get<bool>();
    } else if constexpr (std::integral<T>) {
        if (!from.is_number_integer())
            return keepError(error, path, "must be a whole number");
        const auto value = from.get<std::int64_t>();
        if (double(value) < bounds.min || double(value) > bounds.max)
            return keepError(error, path, "out of bounds");
        to = T(value);
    } else if constexpr (std::floating_point<T>) {
        if (!from.is_number())
            return keepError(error, path, "must be a number");
        const auto value = from.get<double>();
        if (value < bounds.min || value > bounds.max)
            return keepError(error, path, "out of bounds");
        to = value;
    } else if constexpr (TextEnum<T>) {
        std::string text;
        if (!readText(from, text, path, {}, error))
            return;
        const auto parsed = parseEnum<T>(text);
        if (!parsed)
            return keepError(error, path, "unknown value " + text.substr(0, 40));
        to = *parsed;
    } else if constexpr (std::same_as<T, Json>) {
        to = from;
    } else {
        if (!from.is_object())
            return keepError(error, path, "must be an object");
        FieldReader reader(from, path, error);
        describe(reader, to);
    }
}
}

template <class T> void FieldReader::operator()(const char* key, T& value, Bounds bounds)
{
    if (m_error)
        return;
    const auto found = m_object.find(key);
    if (found == m_object.end() || found->is_null())
        return;
    json_detail::read(*found, value, m_path.empty() ? std::string(key) : m_path + '.' + key, bounds, m_error);
}

template <class T> void FieldReader::required(const char* key, T& value, Bounds bounds)
{
    if (m_error)
        return;
    const auto found = m_object.find(key);
    if (found == m_object.end() || found->is_null())
        return json_detail::keepError(m_error, m_path.empty() ? std::string(key) : m_path + '.' + key, "is required");
    (*this)(key, value, bounds);
}

template <class T> void FieldWriter::operator()(const char* key, T& value, Bounds)
{
    if (json_detail::isDefault(value, m_form))
        return;
    auto written = json_detail::write(value, m_form);
    if (m_form == JsonForm::full || !written.is_object() || !written.empty())
        m_object[key] = std::move(written);
}

/// The JSON of any described struct: camelCase keys; unset optional values and ids are left out.
template <class T> [[nodiscard]] Json toJson(const T& value) requires(Described<T> || std::ranges::range<T>)
{
    return json_detail::write(value, JsonForm::full);
}

/// The form in which a document is stored: what is empty is left out, and reads as the default.
template <class T> [[nodiscard]] Json toStoredJson(const T& value) requires Described<T>
{
    return json_detail::write(value, JsonForm::stored);
}

/// `validation_failed` names the first bad field by its path.
template <class T> [[nodiscard]] Result<T> fromJson(const Json& json)
{
    std::optional<Error> error;
    T value {};
    json_detail::read(json, value, "", {}, error);
    if (error)
        return fail(std::move(*error));
    return value;
}
}

/// The reading and writing of an entity is compiled once, in core/domain/json_instances*.cpp, not in every file that
/// uses it. Declared after the entity's describe(), at namespace agentarmy.
#define AGENTARMY_DECLARE_JSON(Entity)                                                                                 \
    extern template Json json_detail::write<Entity>(const Entity&, JsonForm);                                          \
    extern template void json_detail::read<Entity>(                                                                    \
        const Json&, Entity&, const std::string&, Bounds, std::optional<Error>&)
#define AGENTARMY_DEFINE_JSON(Entity)                                                                                  \
    template Json json_detail::write<Entity>(const Entity&, JsonForm);                                                 \
    template void json_detail::read<Entity>(const Json&, Entity&, const std::string&, Bounds, std::optional<Error>&)
