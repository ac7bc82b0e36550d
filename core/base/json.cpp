// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/json.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
/// Builds the DOM but refuses what is nested deeper than allowed, before the recursion can hurt.
bool tooDeep(std::string_view text, int maxDepth)
{
    int depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"')
            inText = true;
        else if (c == '{' || c == '[') {
            if (++depth > maxDepth)
                return true;
        } else if (c == '}' || c == ']')
            --depth;
    }
    return false;
}
}

Result<Json> parseJson(std::string_view text, int maxDepth)
{
    if (tooDeep(text, maxDepth))
        return fail({ErrorKind::invalid, "invalid_json", "JSON is nested too deeply.", {{"maxDepth", std::int64_t(maxDepth)}}});
    try {
        return Json::parse(text.begin(), text.end());
    } catch (const Json::parse_error& problem) {
        return fail({ErrorKind::invalid, "invalid_json", "This is not JSON (byte " + std::to_string(problem.byte) + ").",
            {{"byte", std::int64_t(problem.byte)}}});
    } catch (const std::exception&) {
        return fail({ErrorKind::invalid, "invalid_json", "This is not JSON.", {}});
    }
}

std::string canonicalJson(const Json& value)
{
    auto text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    // A NUL inside a text is written \u0000; PostgreSQL refuses it, so it never gets into a document.
    for (auto at = text.find("\\u0000"); at != std::string::npos; at = text.find("\\u0000", at)) {
        std::size_t slashes = 0;
        while (at >= slashes + 1 && text[at - slashes - 1] == '\\')
            ++slashes;
        if (slashes % 2 == 0)
            text.erase(at, 6);
        else
            at += 6;
    }
    return text;
}

namespace json_detail {
void keepError(std::optional<Error>& error, const std::string& path, std::string rule)
{
    if (!error)
        error = invalidField(path, std::move(rule));
}

bool readText(const Json& from, std::string& to, const std::string& path, Bounds bounds, std::optional<Error>& error)
{
    if (!from.is_string()) {
        keepError(error, path, "must be a text");
        return false;
    }
    const auto& text = from.get_ref<const std::string&>();
    if (double(text.size()) < bounds.min || double(text.size()) > bounds.max) {
        keepError(error, path,
            std::to_string(std::max(0L, long(std::max(bounds.min, 0.0)))) + ".." + std::to_string(long(std::min(bounds.max, 1e15))) + " bytes");
        return false;
    }
    to = text;
    return true;
}

bool readMoney(const Json& from, Money& to, const std::string& path, std::optional<Error>& error)
{
    if (!from.is_object() || !from.contains("amountMinor") || !from.contains("currency")
        || !from["amountMinor"].is_number_integer() || !from["currency"].is_string()) {
        keepError(error, path, "must be {amountMinor, currency}");
        return false;
    }
    to.amountMinor = from["amountMinor"].get<std::int64_t>();
    to.currency = from["currency"].get<std::string>();
    constexpr std::int64_t bound = std::int64_t(1) << 53; // whole numbers that every JSON reader keeps
    if (to.amountMinor > bound || to.amountMinor < -bound || !isCurrencyCode(to.currency)) {
        keepError(error, path, "needs a currency of ISO 4217 and an amount within 2^53");
        return false;
    }
    return true;
}
}
}
