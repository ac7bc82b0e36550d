// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/json.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <simdjson.h>

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

namespace {
constexpr std::size_t largestFast = std::size_t(1) << 20; ///< the fast reader keeps memory of the size of what it read

Json treeOf(simdjson::dom::element element)
{
    using Type = simdjson::dom::element_type;
    switch (element.type()) {
    case Type::OBJECT: {
        Json::object_t object;
        for (const auto field : simdjson::dom::object(element))
            object.insert_or_assign(std::string(field.key), treeOf(field.value));
        return object;
    }
    case Type::ARRAY: {
        const simdjson::dom::array items(element);
        Json::array_t array;
        array.reserve(items.size());
        for (const auto item : items)
            array.push_back(treeOf(item));
        return array;
    }
    case Type::STRING:
        return std::string(std::string_view(element));
    case Type::INT64: // the library keeps what is not negative as unsigned
        if (const std::int64_t number(element); number < 0)
            return number;
        return std::uint64_t(element);
    case Type::UINT64:
        return std::uint64_t(element);
    case Type::DOUBLE:
        return double(element);
    case Type::BOOL:
        return bool(element);
    default:
        return nullptr;
    }
}

/// The tree of what is JSON without doubt. Nothing: too large for this reader, or one of the cases (a number beyond 64
/// bits, an error to be placed) that are the library's.
std::optional<Json> parsedFast(std::string_view text)
{
    if (text.size() > largestFast)
        return std::nullopt;
    thread_local simdjson::dom::parser parser(largestFast);
    const auto root = parser.parse(text.data(), text.size());
    if (root.error())
        return std::nullopt;
    return treeOf(root.value_unsafe());
}
}

Result<Json> parseJson(std::string_view text, int maxDepth)
{
    if (tooDeep(text, maxDepth))
        return fail(
            {ErrorKind::invalid, "invalid_json", "JSON is nested too deeply.", {{"maxDepth", std::int64_t(maxDepth)}}});
    try {
        if (auto fast = parsedFast(text))
            return std::move(*fast);
        return Json::parse(text.begin(), text.end());
    } catch (const Json::parse_error& problem) {
        return fail({ErrorKind::invalid, "invalid_json",
            "This is not JSON (byte " + std::to_string(problem.byte) + ").", {{"byte", std::int64_t(problem.byte)}}});
    } catch (const std::exception&) {
        return fail({ErrorKind::invalid, "invalid_json", "This is not JSON.", {}});
    }
}

namespace {
/// Length of the well-formed UTF-8 sequence at the start; 0 if there is none. Surrogates and overlong forms are not
/// well-formed.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const auto lead = byte(0);
    if (lead >= 0xC2 && lead <= 0xDF)
        return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool second = follows(1) && !(lead == 0xE0 && byte(1) < 0xA0) && !(lead == 0xED && byte(1) > 0x9F);
        return second && follows(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool second = follows(1) && !(lead == 0xF0 && byte(1) < 0x90) && !(lead == 0xF4 && byte(1) > 0x8F);
        return second && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

/// Writes what the library's dump() writes, several times as fast: mail bodies are the bulk of what is stored, and runs
/// of plain characters are copied whole.
class CanonicalWriter {
public:
    explicit CanonicalWriter(std::string& out)
        : m_out(out)
    {
    }
    [[nodiscard]] bool mended() const { return m_mended; }

    void writeObject(const std::map<std::string, std::string>& fields)
    {
        char separator = '{';
        for (const auto& [key, value] : fields) {
            m_out += separator;
            separator = ',';
            text(key);
            m_out += ':';
            m_out += value;
        }
        m_out += separator == '{' ? "{}" : "}";
    }

    void write(const Json& value)
    {
        switch (value.type()) {
        case Json::value_t::object: {
            char separator = '{';
            for (const auto& [key, item] : value.get_ref<const Json::object_t&>()) {
                m_out += separator;
                separator = ',';
                text(key);
                m_out += ':';
                write(item);
            }
            m_out += separator == '{' ? "{}" : "}";
            break;
        }
        case Json::value_t::array: {
            char separator = '[';
            for (const auto& item : value.get_ref<const Json::array_t&>()) {
                m_out += separator;
                separator = ',';
                write(item);
            }
            m_out += separator == '[' ? "[]" : "]";
            break;
        }
        case Json::value_t::string:
            text(value.get_ref<const std::string&>());
            break;
        case Json::value_t::boolean:
            m_out += value.get<bool>() ? "true" : "false";
            break;
        case Json::value_t::number_integer:
            number(value.get<std::int64_t>());
            break;
        case Json::value_t::number_unsigned:
            number(value.get<std::uint64_t>());
            break;
        case Json::value_t::null:
        case Json::value_t::discarded:
            m_out += "null";
            break;
        default:
            m_out += value.dump();
        }
    }

private:
    template <class T> void number(T value)
    {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        m_out.append(digits, end);
    }

    static constexpr bool plain(unsigned char c) { return c >= 0x20 && c < 0x80 && c != '"' && c != '\\'; }

    /// How many bytes from `at` on are copied as they are: eight at a time, then one by one.
    static std::size_t plainRun(const std::string& text, std::size_t at)
    {
        constexpr std::uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
        const auto begin = at;
        for (; at + 8 <= text.size(); at += 8) {
            std::uint64_t block = 0;
            std::memcpy(&block, text.data() + at, sizeof block);
            const auto quote = block ^ (ones * '"'), backslash = block ^ (ones * '\\');
            // A byte below 0x20, or equal to one of the two, borrows from its own highest bit (or from one above it,
            // then too much is looked at one by one, which does no harm).
            if (((block - ones * 0x20) | (quote - ones) | (backslash - ones) | block) & high)
                break;
        }
        while (at < text.size() && plain(static_cast<unsigned char>(text[at])))
            ++at;
        return at - begin;
    }

    void text(const std::string& text)
    {
        m_out += '"';
        std::size_t from = 0;
        std::size_t at = 0;
        while (at < text.size()) {
            at += plainRun(text, at);
            if (at == text.size())
                break;
            const auto c = static_cast<unsigned char>(text[at]);
            if (c >= 0x80) {
                const auto length = sequenceLength(std::string_view(text).substr(at));
                if (length > 0) {
                    at += length;
                    continue;
                }
            }
            m_out.append(text, from, at - from);
            if (c >= 0x80) {
                m_out += "\xEF\xBF\xBD";
                m_mended = true;
            } else
                escape(c);
            from = ++at;
        }
        m_out.append(text, from, at - from);
        m_out += '"';
    }

    void escape(unsigned char c)
    {
        static constexpr char digits[] = "0123456789abcdef";
        switch (c) {
        case 0: // PostgreSQL refuses a NUL, so it never gets into a document
            m_mended = true;
            break;
        case '"':
            m_out += "\\\"";
            break;
        case '\\':
            m_out += "\\\\";
            break;
        case '\b':
            m_out += "\\b";
            break;
        case '\f':
            m_out += "\\f";
            break;
        case '\n':
            m_out += "\\n";
            break;
        case '\r':
            m_out += "\\r";
            break;
        case '\t':
            m_out += "\\t";
            break;
        default:
            m_out += "\\u00";
            m_out += digits[c >> 4];
            m_out += digits[c & 15];
        }
    }

    std::string& m_out;
    bool m_mended = false;
};
}

std::string canonicalJson(const Json& value, bool* mended)
{
    std::string out;
    CanonicalWriter writer(out);
    writer.write(value);
    if (mended)
        *mended = writer.mended();
    return out;
}

std::string canonicalObject(const std::map<std::string, std::string>& fields, bool* mended)
{
    std::string out;
    std::size_t bytes = 2;
    for (const auto& [key, value] : fields)
        bytes += key.size() + value.size() + 4;
    out.reserve(bytes);
    CanonicalWriter writer(out);
    writer.writeObject(fields);
    if (mended)
        *mended = writer.mended();
    return out;
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
            std::to_string(std::max(0L, long(std::max(bounds.min, 0.0)))) + ".."
                + std::to_string(long(std::min(bounds.max, 1e15))) + " bytes");
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
