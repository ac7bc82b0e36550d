// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/notion_fields.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cmath>

namespace agentarmy::deals {
namespace {
enum class Kind { title, richText, select, value, number, date, email };

struct Property {
    const char* field;
    const char* name;
    Kind kind;
};
constexpr std::array<Property, 9> properties {{
    {"name", "Deal Name", Kind::title},
    {"dealStage", "Stage", Kind::select},
    {"estimatedValue", "Value", Kind::value},
    {"closeDate", "Close Date", Kind::date},
    {"productLine", "Product", Kind::select},
    {"probability", "Probability", Kind::number},
    {"source", "Source", Kind::select},
    {"contactName", "Contact", Kind::richText},
    {"contactEmail", "Email", Kind::email},
}};
constexpr std::size_t partCodePoints = 2000;
constexpr std::size_t selectCodePoints = 100;
constexpr double largestMinor = 9007199254740992.0; // 2^53

const char* keyOf(Kind kind)
{
    switch (kind) {
    case Kind::title:
        return "title";
    case Kind::richText:
        return "rich_text";
    case Kind::select:
        return "select";
    case Kind::value:
    case Kind::number:
        return "number";
    case Kind::date:
        return "date";
    case Kind::email:
        break;
    }
    return "email";
}

double minorUnit(std::string_view currency) { return std::pow(10.0, minorDigits(currency)); }

/// The start of `text`, at most `count` code points.
std::string_view firstCodePoints(std::string_view text, std::size_t count)
{
    std::size_t at = 0;
    for (std::size_t i = 0; i < count && at < text.size(); ++i)
        static_cast<void>(nextCodePoint(text, at));
    return text.substr(0, at);
}

Json textParts(std::string_view text)
{
    Json parts = Json::array();
    while (!text.empty()) {
        const auto part = firstCodePoints(text, partCodePoints);
        parts.push_back({{"text", {{"content", std::string(part)}}}});
        text.remove_prefix(part.size());
    }
    return parts;
}

/// What goes under the kind's key; null: the value does not fit the kind.
Json outgoing(Kind kind, const Json& value)
{
    switch (kind) {
    case Kind::title:
    case Kind::richText:
        return value.is_string() ? textParts(value.get_ref<const std::string&>()) : Json();
    case Kind::select: {
        if (!value.is_string())
            return {};
        std::string name(firstCodePoints(value.get_ref<const std::string&>(), selectCodePoints));
        std::ranges::replace(name, ',', ' ');
        return Json {{"name", std::move(name)}};
    }
    case Kind::value: {
        if (!value.is_object() || !value.contains("amountMinor") || !value.contains("currency")
            || !value["amountMinor"].is_number_integer() || !value["currency"].is_string())
            return {};
        return value["amountMinor"].get<double>() / minorUnit(value["currency"].get_ref<const std::string&>());
    }
    case Kind::number:
        return value.is_number() ? value : Json();
    case Kind::date:
        return value.is_string() ? Json {{"start", value}} : Json();
    case Kind::email:
        break;
    }
    return value.is_string() ? value : Json();
}

std::string joinedText(const Json& parts)
{
    std::string out;
    for (const auto& part : parts) {
        if (!part.is_object())
            continue;
        const auto plain = part.find("plain_text");
        if (plain != part.end() && plain->is_string())
            out += plain->get_ref<const std::string&>();
        else if (const auto text = part.find("text");
                 text != part.end() && text->is_object() && text->contains("content") && (*text)["content"].is_string())
            out += (*text)["content"].get_ref<const std::string&>();
    }
    return out;
}

/// Our value of what stands under the kind's key; null: empty or unreadable.
Json incoming(Kind kind, const Json& held, const std::string& currency)
{
    const auto textAt = [&](const char* key) {
        return held.is_object() && held.contains(key) && held[key].is_string() ? held[key] : Json();
    };
    switch (kind) {
    case Kind::title:
    case Kind::richText: {
        auto text = held.is_array() ? joinedText(held) : std::string();
        return text.empty() ? Json() : Json(std::move(text));
    }
    case Kind::select: {
        auto name = textAt("name");
        return name == "" ? Json() : name;
    }
    case Kind::value: {
        if (!held.is_number())
            return {};
        const double minor = held.get<double>() * minorUnit(currency);
        if (!(std::abs(minor) <= largestMinor))
            return {};
        return Json {{"amountMinor", scaleHalfUp(1, minor)}, {"currency", currency}};
    }
    case Kind::number:
        return held.is_number() ? held : Json();
    case Kind::date: {
        const auto start = textAt("start");
        const auto day = start.is_string()
            ? parseDate(std::string_view(start.get_ref<const std::string&>()).substr(0, 10))
            : parseDate("");
        return day ? Json(formatDate(*day)) : Json();
    }
    case Kind::email:
        break;
    }
    return held.is_string() && !held.get_ref<const std::string&>().empty() ? held : Json();
}
}

Json toNotion(const Json& fields, const std::vector<std::string>& clear)
{
    Json out = Json::object();
    for (const auto& property : properties) {
        if (std::ranges::find(clear, property.field) != clear.end()) {
            const bool isText = property.kind == Kind::title || property.kind == Kind::richText;
            out[property.name] = Json {{keyOf(property.kind), isText ? Json::array() : Json()}};
        }
        const auto found = fields.find(property.field);
        if (found == fields.end() || found->is_null())
            continue;
        if (auto value = outgoing(property.kind, *found); !value.is_null())
            out[property.name] = Json {{keyOf(property.kind), std::move(value)}};
    }
    return out;
}

Json fromNotion(const Json& pageProperties, const std::string& currency)
{
    Json out = Json::object();
    for (const auto& property : properties) {
        const auto found = pageProperties.find(property.name);
        if (found == pageProperties.end() || !found->is_object())
            continue;
        const auto held = found->find(keyOf(property.kind));
        if (held == found->end())
            continue;
        if (auto value = incoming(property.kind, *held, currency); !value.is_null())
            out[property.field] = std::move(value);
    }
    return out;
}
}
