// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/qualify/qualify.hpp"
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/views.hpp"
#include "core/engine/deals/change_words.hpp"
#include "core/rules/sales/completeness.hpp"

#include <algorithm>

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::vector<std::string> files, own, products;
    std::string currency = "EUR";
};

void tell(const Output& out, const ConversationReading& reading, const FileConversation& conversation)
{
    out.heading(std::filesystem::path(conversation.file).filename().string());
    const auto done = completionOf(reading.qualification);
    out.line("  BANT " + std::to_string(int(done.bant * 4 + 0.5)) + " of 4, MEDDIC "
        + std::to_string(int(done.meddic * 6 + 0.5)) + " of 6");
    Table table(
        {{""}, {""}, {"", Table::Align::right}, {"", Table::Align::left, true}, {"", Table::Align::left, true}});
    for (const auto& [dimension, name] : EnumTexts<Dimension>::values) {
        const auto& signal = reading.qualification[dimension];
        const auto quote = signal.evidence.empty() ? std::string() : '"' + signal.evidence.back().quote + '"';
        table.add({std::string(sales::plainName(dimension)),
            Cell(signal.identified     ? "yes"
                    : signal.contested ? "contested"
                                       : "",
                signal.identified ? Style::good : Style::warning),
            signal.identified ? std::to_string(sales::wholePercent(signal.confidence)) + " %" : std::string(),
            sales::valueText(dimension, signal), Cell(quote, Style::dim)});
    }
    out.print(table, "  ");
    for (const auto& person : reading.people)
        out.line("  "
            + oneLine(person.contactName + (person.title ? ", " + *person.title : std::string())
                + (person.contactEmail.empty() ? "" : " <" + person.contactEmail + '>')));
    auto deal
        = "  Deal potential " + std::to_string(sales::wholePercent(reading.opportunity.dealPotentialConfidence)) + " %";
    if (reading.opportunity.productLine)
        deal += ", " + *reading.opportunity.productLine;
    if (reading.opportunity.estimatedValue)
        deal += ", " + plainText(*reading.opportunity.estimatedValue);
    if (reading.opportunity.closeDate)
        deal += ", by " + formatDate(*reading.opportunity.closeDate);
    out.line(oneLine(deal).insert(0, "  "));
    if (reading.escalation)
        out.line("  " + out.style("Escalate: " + oneLine(reading.escalation->whyEscalating), Style::bad));
    for (const auto& action : reading.nextActions)
        out.line("  Next: " + oneLine(action.description));
}

int run(App& app, const Arguments& given)
{
    SystemClock clock;
    localmodel::LocalModel model;
    mail::DiskMailboxes mailboxes;
    QualifySettings settings;
    settings.products = listArgument(given.products);
    settings.currency = given.currency;
    if (!isCurrencyCode(settings.currency))
        return app.out.fail(invalidField("--currency", "a code of ISO 4217 such as EUR"));
    const auto own = listArgument(given.own);
    const bool several = given.files.size() > 1;
    Json list = Json::array();
    int code = exitOk;
    for (const auto& file : given.files) {
        auto conversation = readFileConversation(file, mailboxes, own);
        auto reading = conversation ? qualifyConversation(model, {}, *conversation, settings, clock.now())
                                    : Result<ConversationReading>(agentarmy::fail(conversation.error()));
        if (!reading) {
            if (!several)
                return app.out.fail(reading.error());
            if (app.out.json)
                list.push_back({{"file", file}, {"error", toJson(reading.error())}});
            else
                app.out.note("agentarmyctl: " + file + ": " + reading.error().message);
            code = exitFailed;
            continue;
        }
        if (!app.out.json) {
            tell(app.out, *reading, *conversation);
            if (!conversation->side.empty())
                app.out.line("  " + app.out.style(oneLine(conversation->side), Style::dim));
            for (const auto& left : conversation->left)
                app.out.line("  " + app.out.style("Left out: " + oneLine(left), Style::warning));
            continue;
        }
        auto json = toJson(*reading);
        json["file"] = file;
        json["side"] = conversation->side;
        json["leftOut"] = conversation->left;
        list.push_back(std::move(json));
    }
    if (app.out.json)
        app.out.print(several ? list : list.front());
    return code;
}
}

void addQualify(App& app)
{
    auto* command = app.command(nullptr, "qualify",
        "Read one mail, thread, chat or transcript without a workspace: BANT, MEDDIC, people, deal, next actions",
        {"agentarmyctl qualify mail.eml --own example.com",
            "agentarmyctl qualify meeting.vtt --own \"Lena Hartmann\" --json",
            "agentarmyctl qualify threads/*.mbox --json"});
    auto* given = app.keep<Arguments>();
    command->add_option("FILE", given->files, ".eml, .mbox, .vtt, .srt, transcript or chat .json; several give a list")
        ->required();
    command->add_option("--own", given->own, "Our side: addresses, mail domains, names; guessed if not said")
        ->type_name("A,B");
    command->add_option("--products", given->products, "Product lines to look for")->type_name("A,B");
    command->add_option("--currency", given->currency, "Currency of amounts without one (default EUR)")
        ->type_name("CODE");
    app.onRun(command, [&app, given] { return run(app, *given); });
}
}
