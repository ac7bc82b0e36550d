// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/templates.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/shipped_text.hpp"

#include <map>
#include <string>

namespace agentarmy::sales {
namespace {
using Texts = std::map<std::string, std::string, std::less<>>;

Texts readTexts(std::string_view file)
{
    Texts texts;
    for (const auto line : linesOf(file)) {
        const auto equals = line.find(" = ");
        if (equals == std::string_view::npos)
            continue;
        std::string value(trimView(line.substr(equals + 3)));
        for (auto at = value.find("\\n"); at != std::string::npos; at = value.find("\\n", at + 1))
            value.replace(at, 2, "\n");
        texts.emplace(trim(line.substr(0, equals)), std::move(value));
    }
    return texts;
}
}

std::string_view templateText(std::string_view language, std::string_view key)
{
    static const Texts english = readTexts(shippedText("templates/en.txt"));
    static const Texts german = readTexts(shippedText("templates/de.txt"));
    const auto& texts = language == "de" ? german : english;
    const auto found = texts.find(key);
    return found == texts.end() ? std::string_view() : std::string_view(found->second);
}
}
