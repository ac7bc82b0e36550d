// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"

#include <charconv>

namespace agentarmy {

/// Walks over canonical JSON (no white space) without a tree, for lists of thousands of small objects. Each call reads
/// one value at the cursor; false: it is not what was asked for, or broken, and the cursor stays somewhere within.
/// Borrows the text.
class JsonCursor {
public:
    explicit JsonCursor(std::string_view text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }
    /// `field(key)` reads or skips the value of each key and returns whether it could.
    template <class Field> bool object(Field field)
    {
        if (!take('{'))
            return false;
        if (take('}'))
            return true;
        do {
            const auto key = rawText();
            if (!key || !take(':') || !field(*key))
                return false;
        } while (take(','));
        return take('}');
    }
    /// `item(index)` alike.
    template <class Item> bool array(Item item)
    {
        if (!take('['))
            return false;
        if (take(']'))
            return true;
        std::size_t index = 0;
        do {
            if (!item(index++))
                return false;
        } while (take(','));
        return take(']');
    }
    bool text(std::string& out)
    {
        const auto raw = rawText();
        if (!raw)
            return false;
        if (raw->find('\\') == std::string_view::npos) {
            out.assign(*raw);
            return true;
        }
        const auto parsed
            = Json::parse(raw->data() - 1, raw->data() + raw->size() + 1, nullptr, false); // with its quotes
        if (!parsed.is_string())
            return false;
        out = parsed.get_ref<const std::string&>();
        return true;
    }
    bool number(double& out)
    {
        const auto read = std::from_chars(m_at, m_end, out);
        m_at = read.ptr;
        return read.ec == std::errc();
    }
    bool whole(std::int64_t& out)
    {
        const auto* start = m_at;
        const auto read = std::from_chars(m_at, m_end, out);
        m_at = read.ptr;
        if (read.ec == std::errc() && (m_at == m_end || (*m_at != '.' && *m_at != 'e' && *m_at != 'E')))
            return true;
        m_at = start; // 3.0 is a whole number too
        double value = 0;
        if (!number(value))
            return false;
        out = std::int64_t(value);
        return true;
    }
    bool flag(bool& out)
    {
        out = m_at != m_end && *m_at == 't';
        return word(out ? "true" : "false");
    }
    /// Passes over a value of any kind; nesting at most 32.
    bool skip(int depth = 0)
    {
        if (m_at == m_end || depth > 32)
            return false;
        switch (*m_at) {
        case '{':
            return object([&](std::string_view) { return skip(depth + 1); });
        case '[':
            return array([&](std::size_t) { return skip(depth + 1); });
        case '"':
            return rawText().has_value();
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            double value = 0;
            return number(value);
        }
    }

private:
    bool take(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }
    bool word(std::string_view expected)
    {
        if (std::string_view(m_at, std::size_t(m_end - m_at)).substr(0, expected.size()) != expected)
            return false;
        m_at += expected.size();
        return true;
    }
    /// What stands between the quotes, escapes untouched.
    std::optional<std::string_view> rawText()
    {
        if (!take('"'))
            return std::nullopt;
        const auto* start = m_at;
        for (; m_at != m_end && *m_at != '"'; ++m_at)
            if (*m_at == '\\' && ++m_at == m_end)
                return std::nullopt;
        if (m_at == m_end)
            return std::nullopt;
        return std::string_view(start, std::size_t(m_at++ - start));
    }

    const char* m_at;
    const char* m_end;
};
}
