// SPDX-License-Identifier: AGPL-3.0-or-later
// An import of a folder with mail and two tables, one of which asks something.
#include "tests/ui/sample_source.hpp"

namespace agentarmy::app {
namespace {
QString s(const char* words) { return QString::fromUtf8(words); }
}

ImportPreviewView sampleImport(const ImportRequest& request)
{
    ImportPreviewView view;
    const auto choiceOf = [&](const QString& signature) {
        const auto found = request.tables.find(signature);
        return found == request.tables.end() ? TableChoiceView() : found->second;
    };
    ImportFileView deals;
    deals.id = s("/in/deals.csv");
    deals.name = s("deals.csv");
    deals.paths = {deals.id};
    deals.bytes = 18'400;
    deals.isTable = true;
    deals.kind = s("table");
    deals.signature = s("d");
    deals.tableKind = s("opportunities");
    deals.headers = {s("Opportunity"), s("Company"), s("Value (EUR)"), s("Expected close")};
    deals.rows = {{s("Fleet planning rollout"), s("Nordwind Logistics"), s("184000"), s("03/04/2027")},
        {s("Cold chain pilot"), s("Redfern Foods"), s("54000"), s("05/06/2027")}};
    deals.fields = {{s("name"), s("Name"), 0, false}, {s("account"), s("Account"), 1, false},
        {s("amount"), s("Amount"), 2, false}, {s("closeDate"), s("Close date"), 3, false},
        {s("stage"), s("Stage"), -1, false}, {s("owner"), s("Owner"), -1, false}};
    const auto choice = choiceOf(deals.signature);
    for (auto& field : deals.fields)
        if (const auto found = choice.columns.find(field.field); found != choice.columns.end())
            field.column = found->isEmpty() ? -1 : found->mid(1).toInt() - 1;
    deals.dateOrder = choice.dateOrder;
    const bool asks = choice.dateOrder.isEmpty() && deals.fields[3].column >= 0;
    if (deals.fields[0].column < 0) {
        deals.fields[0].missing = true;
        deals.problemCode = s("missing_column");
        deals.problem = s("No column for Name yet.");
    } else if (asks) {
        deals.problemCode = s("ambiguous_dates");
        deals.problem = s("Its dates can be read in two ways: say whether the day or the month comes first.");
    }
    ImportFileView mail;
    mail.id = s("/in/mail");
    mail.name = s("mail/");
    mail.kind = s("mail");
    for (int i = 0; i < 600; ++i)
        mail.paths += s("/in/mail/%1.eml").arg(i);
    mail.bytes = 1'900'000;
    for (auto* file : {&deals, &mail})
        if (!request.leaveOut.contains(file->paths.front()))
            view.files.push_back(*file);
    view.problems = {{s("p0"), s("/in/readme.txt"), s("Not a kind of file that is imported"), 0}};
    for (const auto& path : request.paths)
        if (path.startsWith(s("/gone/")))
            view.missing.push_back({path, path, s("There is no file or folder %1.").arg(path), 0});
    view.ownGuess = {s("lena@meridianflow.example"), s("meridianflow.example")};
    view.knowsOwnSide = false;
    view.bytes = 1'918'400;
    return view;
}

}
