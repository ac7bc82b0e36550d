// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace agentarmy {

/// Specialised beside each enum: `static constexpr std::array<std::pair<E, std::string_view>, N> values`, in the enum's
/// order, with the JSON text of each value.
template <class E> struct EnumTexts;

template <class E>
concept TextEnum = requires
{
    EnumTexts<E>::values;
};

template <TextEnum E> [[nodiscard]] constexpr std::string_view enumText(E value)
{
    for (const auto& [each, text] : EnumTexts<E>::values)
        if (each == value)
            return text;
    return "other";
}

template <TextEnum E> [[nodiscard]] constexpr std::optional<E> parseEnum(std::string_view text)
{
    for (const auto& [each, name] : EnumTexts<E>::values)
        if (name == text)
            return each;
    return std::nullopt;
}
}
