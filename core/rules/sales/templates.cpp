// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/templates.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/shipped_text.hpp"
#include "core/rules/text/scan.hpp"

#include <algorithm>
#include <map>

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
            value.replace(at, 2, 1, '\n');
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

std::string filledTemplate(std::string_view text, const TemplateSlots& slots)
{
    std::string out;
    const auto fill = [&](std::string_view sentence) {
        std::string done;
        for (std::size_t at = 0; at < sentence.size();) {
            if (sentence[at] == '{') {
                const auto end = sentence.find('}', at);
                const auto name = sentence.substr(at + 1, end - at - 1);
                const auto slot
                    = std::find_if(slots.begin(), slots.end(), [&](const auto& each) { return each.first == name; });
                if (slot == slots.end() || slot->second.empty())
                    return;
                done += slot->second;
                at = end + 1;
                continue;
            }
            done += sentence[at++];
        }
        out += (out.empty() || out.back() == '\n' ? "" : " ") + done;
    };
    std::size_t begin = 0;
    for (const auto& sentence : text::sentences(text)) {
        if (text.substr(begin, sentence.begin - begin).find('\n') != std::string_view::npos)
            out += '\n';
        fill(sentence.in(text));
        begin = sentence.end;
    }
    return out;
}
}
