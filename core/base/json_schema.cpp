// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/json_schema.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <unicode/regex.h>

namespace agentarmy {
namespace {
constexpr double largestInteger = 9007199254740992.0; // 2^53: what every reader of JSON keeps whole
constexpr std::int32_t patternTimeLimit = 200; // in ICU's units, some milliseconds each

using Problem = std::optional<Error>;

bool isWhole(const Json& value)
{
    if (!value.is_number())
        return false;
    const double number = value.get<double>();
    return std::abs(number) <= largestInteger && number == std::floor(number);
}

bool hasType(const Json& value, std::string_view type)
{
    if (type == "object")
        return value.is_object();
    if (type == "array")
        return value.is_array();
    if (type == "string")
        return value.is_string();
    if (type == "number")
        return value.is_number();
    if (type == "integer")
        return isWhole(value);
    if (type == "boolean")
        return value.is_boolean();
    return type == "null" && value.is_null();
}

std::string shortText(const Json& value) { return std::string(cutAtCodePoint(canonicalJson(value), 120)); }

bool matchesPattern(const std::string& text, const std::string& pattern)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto input = icu::UnicodeString::fromUTF8(text);
    icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(pattern), input, 0, status);
    if (U_FAILURE(status))
        return false;
    matcher.setTimeLimit(patternTimeLimit, status);
    const bool found = matcher.find(status);
    return U_SUCCESS(status) && found;
}

/// The checks of one value; every function returns the first problem.
class Check {
public:
    Check(const Json& value, const Json& schema, std::string path)
        : m_value(value)
        , m_schema(schema)
        , m_path(std::move(path))
    {
    }

    Problem run() const
    {
        if (m_schema.is_boolean())
            return m_schema.get<bool>() ? Problem() : bad("is not allowed");
        if (!m_schema.is_object())
            return {};
        for (const auto part :
            {&Check::type, &Check::choice, &Check::forms, &Check::number, &Check::text, &Check::list, &Check::object})
            if (auto problem = (this->*part)())
                return problem;
        return {};
    }

private:
    Problem bad(std::string rule) const { return invalidField(m_path.empty() ? "value" : m_path, std::move(rule)); }
    std::string below(std::string_view key) const
    {
        return m_path.empty() ? std::string(key) : m_path + '.' + std::string(key);
    }
    const Json* keyword(const char* name) const
    {
        const auto found = m_schema.find(name);
        return found == m_schema.end() ? nullptr : &*found;
    }
    std::optional<double> bound(const char* name) const
    {
        const auto* found = keyword(name);
        return found && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
    }

    Problem type() const
    {
        const auto* wanted = keyword("type");
        if (!wanted)
            return {};
        if (wanted->is_string())
            return hasType(m_value, wanted->get_ref<const std::string&>())
                ? Problem()
                : bad("must be of type " + wanted->get<std::string>());
        const bool any = wanted->is_array() && std::any_of(wanted->begin(), wanted->end(), [&](const Json& each) {
            return each.is_string() && hasType(m_value, each.get_ref<const std::string&>());
        });
        return any ? Problem() : bad("must be of type " + shortText(*wanted));
    }

    Problem choice() const
    {
        if (const auto* values = keyword("enum");
            values && values->is_array() && std::find(values->begin(), values->end(), m_value) == values->end())
            return bad("must be one of " + shortText(*values));
        if (const auto* value = keyword("const"); value && *value != m_value)
            return bad("must be " + shortText(*value));
        return {};
    }

    Problem forms() const
    {
        const auto* all = keyword("anyOf");
        if (!all || !all->is_array())
            return {};
        const bool fits = std::any_of(
            all->begin(), all->end(), [&](const Json& form) { return !Check(m_value, form, m_path).run(); });
        return fits ? Problem() : bad("fits none of the allowed forms");
    }

    Problem number() const
    {
        if (!m_value.is_number())
            return {};
        const double value = m_value.get<double>();
        if (const auto min = bound("minimum"); min && !(value >= *min))
            return bad("must be at least " + shortText(*keyword("minimum")));
        if (const auto max = bound("maximum"); max && !(value <= *max))
            return bad("must be at most " + shortText(*keyword("maximum")));
        if (const auto min = bound("exclusiveMinimum"); min && !(value > *min))
            return bad("must be above " + shortText(*keyword("exclusiveMinimum")));
        if (const auto max = bound("exclusiveMaximum"); max && !(value < *max))
            return bad("must be below " + shortText(*keyword("exclusiveMaximum")));
        return {};
    }

    Problem text() const
    {
        if (!m_value.is_string())
            return {};
        const auto& value = m_value.get_ref<const std::string&>();
        const auto length = [&] { return double(codePointCount(value)); };
        if (const auto min = bound("minLength"); min && length() < *min)
            return bad("must have at least " + shortText(*keyword("minLength")) + " characters");
        if (const auto max = bound("maxLength"); max && length() > *max)
            return bad("must have at most " + shortText(*keyword("maxLength")) + " characters");
        if (const auto* pattern = keyword("pattern");
            pattern && pattern->is_string() && !matchesPattern(value, pattern->get_ref<const std::string&>()))
            return bad("must match " + pattern->get<std::string>());
        if (const auto* format = keyword("format")) {
            if (*format == "date" && !parseDate(value))
                return bad("must be a date, YYYY-MM-DD");
            if (*format == "date-time" && !parseTimestamp(value))
                return bad("must be an ISO 8601 time");
        }
        return {};
    }

    Problem list() const
    {
        if (!m_value.is_array())
            return {};
        const auto size = double(m_value.size());
        if (const auto min = bound("minItems"); min && size < *min)
            return bad("must have at least " + shortText(*keyword("minItems")) + " items");
        if (const auto max = bound("maxItems"); max && size > *max)
            return bad("must have at most " + shortText(*keyword("maxItems")) + " items");
        if (const auto* items = keyword("items"))
            for (std::size_t i = 0; i < m_value.size(); ++i)
                if (auto problem = Check(m_value[i], *items, m_path + '[' + std::to_string(i) + ']').run())
                    return problem;
        if (const auto* unique = keyword("uniqueItems"); unique && *unique == true) {
            std::vector<const Json*> sorted;
            for (const auto& item : m_value)
                sorted.push_back(&item);
            std::ranges::sort(sorted, [](const Json* a, const Json* b) { return *a < *b; });
            if (std::ranges::adjacent_find(sorted, [](const Json* a, const Json* b) { return *a == *b; })
                != sorted.end())
                return bad("must not hold the same item twice");
        }
        return {};
    }

    Problem object() const
    {
        if (!m_value.is_object())
            return {};
        if (const auto* required = keyword("required"); required && required->is_array())
            for (const auto& key : *required)
                if (key.is_string() && !m_value.contains(key.get_ref<const std::string&>()))
                    return invalidField(below(key.get_ref<const std::string&>()), "is required");
        const auto* properties = keyword("properties");
        const auto* others = keyword("additionalProperties");
        const auto* names = keyword("propertyNames");
        for (const auto& [key, value] : m_value.items()) {
            if (names)
                if (auto problem = Check(Json(key), *names, below(key)).run())
                    return problem;
            const auto known = properties ? properties->find(key) : Json::const_iterator();
            if (properties && known != properties->end()) {
                if (auto problem = Check(value, *known, below(key)).run())
                    return problem;
            } else if (others) {
                if (*others == false)
                    return invalidField(below(key), "is unknown");
                if (auto problem = Check(value, *others, below(key)).run())
                    return problem;
            }
        }
        return {};
    }

    const Json& m_value;
    const Json& m_schema;
    std::string m_path;
};
}

std::optional<Error> validateJson(const Json& value, const Json& schema) { return Check(value, schema, "").run(); }
}
