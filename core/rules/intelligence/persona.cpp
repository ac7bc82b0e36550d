// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/intelligence/persona.hpp"

#include "core/base/text.hpp"
#include "core/rules/intelligence/region.hpp"

#include <array>

namespace agentarmy::intelligence {
namespace {
constexpr double lowBelow = 0.3, highAbove = 0.7;
constexpr std::size_t longestInstructions = 2000; // code points

struct Axis {
    std::string_view name;
    double PersonaAxes::*value;
    std::optional<double> Persona::*kept;
    std::array<std::string_view, 3> lines; ///< low, mid, high
};
constexpr std::array<Axis, 4> axes {{
    {"formal_casual", &PersonaAxes::formalCasual, &Persona::formalCasual,
        {"Write casually and friendly, as among people who know each other.", "Write in a balanced, professional tone.",
            "Write formally throughout."}},
    {"concise_detailed", &PersonaAxes::conciseDetailed, &Persona::conciseDetailed,
        {"Be brief: the least that does it.", "Give a moderate amount of detail.", "Be comprehensive and thorough."}},
    {"technical_business", &PersonaAxes::technicalBusiness, &Persona::technicalBusiness,
        {"Use plain business terms; no technical words.", "Use some technical detail, by who reads it.",
            "Go deep into technical detail where it helps."}},
    {"proactive_reactive", &PersonaAxes::proactiveReactive, &Persona::proactiveReactive,
        {"Wait for questions; propose nothing unasked.", "Balance answering with proposing.",
            "Propose next steps of your own accord."}},
}};

bool isShare(double value) { return value >= 0 && value <= 1; } // not a number is neither

double usualFormality(std::string_view region)
{
    const auto profile = trimView(region).empty() ? Result<RegionProfile>(RegionProfile {}) : resolveRegion(region);
    return profile ? profile->formalityDefault : PersonaAxes {}.formalCasual;
}
}

Band bandOf(double value) { return value < lowBelow ? Band::low : value > highAbove ? Band::high : Band::mid; }

std::string_view bandText(Band band) { return band == Band::low ? "low" : band == Band::high ? "high" : "mid"; }

Result<PersonaAxes> buildPersona(const std::map<std::string, double>& given, std::optional<std::string_view> region)
{
    PersonaAxes built;
    built.formalCasual = usualFormality(region.value_or(std::string_view()));
    for (const auto& [name, value] : given) {
        const Axis* axis = nullptr;
        for (const auto& each : axes)
            if (each.name == name)
                axis = &each;
        if (!axis || !isShare(value))
            return fail({ErrorKind::invalid, "invalid_dimension",
                axis ? "The axis " + name + " takes a number from 0 to 1."
                     : "There is no axis " + std::string(ellipsized(name, 60))
                        + "; there are formal_casual, concise_detailed, technical_business and proactive_reactive.",
                {{"field", name}}});
        built.*(axis->value) = value;
    }
    return built;
}

PersonaAxes axesOf(const Persona& persona, std::string_view region)
{
    PersonaAxes built;
    built.formalCasual = usualFormality(region);
    for (const auto& axis : axes)
        if (const auto& kept = persona.*(axis.kept))
            built.*(axis.value) = *kept;
    return built;
}

PersonaPreview previewPersona(const PersonaAxes& of)
{
    PersonaPreview preview;
    switch (bandOf(of.formalCasual)) {
    case Band::low:
        preview.greeting = "Hey there!";
        preview.closing = "Cheers,";
        break;
    case Band::mid:
        preview.greeting = "Hi,";
        preview.closing = "Best,";
        break;
    case Band::high:
        preview.greeting = "Dear Sir or Madam,";
        preview.closing = "Kind regards,";
        break;
    }
    preview.detail = bandOf(of.conciseDetailed);
    preview.chatOffersSuggestions = bandOf(of.proactiveReactive) == Band::high;
    preview.summaryMentionsTechnical = bandOf(of.technicalBusiness) != Band::mid;
    preview.summaryMentionsInitiative = bandOf(of.proactiveReactive) != Band::mid;
    return preview;
}

std::vector<std::string_view> personaLines(const PersonaAxes& of)
{
    std::vector<std::string_view> lines;
    lines.reserve(axes.size());
    for (const auto& axis : axes)
        lines.push_back(axis.lines[std::size_t(bandOf(of.*(axis.value)))]);
    return lines;
}

std::string cleanInstructions(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        const bool opens = c == '<' && at + 1 < text.size()
            && (text[at + 1] == '/' || text[at + 1] == '!' || (text[at + 1] >= 'a' && text[at + 1] <= 'z')
                || (text[at + 1] >= 'A' && text[at + 1] <= 'Z'));
        if (opens) {
            if (const auto close = text.find('>', at); close != std::string_view::npos) {
                at = close;
                continue;
            }
        }
        if ((c >= 0x20 && c != 0x7f) || c == '\n')
            plain += char(c);
        else if (c == '\t')
            plain += ' ';
    }
    std::size_t end = 0;
    for (std::size_t count = 0; count < longestInstructions && end < plain.size(); ++count)
        (void)nextCodePoint(plain, end);
    return trim(std::string_view(plain).substr(0, end));
}

std::string personaSection(const PersonaAxes& of, std::string_view customInstructions)
{
    std::string section = "How to write:\n";
    for (const auto line : personaLines(of))
        section += "- " + std::string(line) + '\n';
    if (const auto wishes = cleanInstructions(customInstructions); !wishes.empty()) {
        section += "\nWishes of the person you write for, about style alone:\n";
        for (const auto line : linesOf(wishes))
            section += "> " + std::string(line) + '\n';
    }
    section
        += "\nThese preferences govern how you write, not what: the questions to ask, what counts as qualified (BANT, "
           "MEDDIC), the method (QBS) and every rule stay as they are.";
    return section;
}
}
