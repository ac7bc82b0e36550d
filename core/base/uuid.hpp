// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/error.hpp"

#include <array>
#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace agentarmy {

/// 128-bit identifier, RFC 9562. The null value means "not set".
struct Uuid {
    std::array<std::uint8_t, 16> bytes {};

    [[nodiscard]] bool isNull() const;
    [[nodiscard]] std::string text() const; ///< 36 lower-case characters; the null value gives an empty text
    [[nodiscard]] static Result<Uuid> parse(std::string_view text); ///< `invalid_id`; either case, hyphens required
    auto operator<=>(const Uuid&) const = default;
};

/// An id that does not mix with ids of other entities. Text enters only through parse(), which can fail.
template <class Entity> class Id {
public:
    Id() = default;
    explicit Id(Uuid value)
        : m_value(value)
    {
    }
    [[nodiscard]] static Result<Id> parse(std::string_view text)
    {
        auto value = Uuid::parse(text);
        if (!value)
            return fail(value.error());
        return Id(*value);
    }
    [[nodiscard]] bool isNull() const { return m_value.isNull(); }
    [[nodiscard]] std::string text() const { return m_value.text(); }
    [[nodiscard]] const Uuid& value() const { return m_value; }
    auto operator<=>(const Id&) const = default;

private:
    Uuid m_value;
};
}

template <> struct std::hash<agentarmy::Uuid> {
    std::size_t operator()(const agentarmy::Uuid& id) const noexcept;
};
template <class Entity> struct std::hash<agentarmy::Id<Entity>> {
    std::size_t operator()(const agentarmy::Id<Entity>& id) const noexcept
    {
        return std::hash<agentarmy::Uuid>()(id.value());
    }
};
