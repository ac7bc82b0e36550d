// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"

#include <algorithm>

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::string owner, account, text;
    int limit = 8;
    bool all = false;
};

Result<BoardFilter> filterOf(Workspace& workspace, const Arguments& given)
{
    BoardFilter filter;
    if (!given.owner.empty()) {
        auto owner = findId<User>(workspace, given.owner);
        if (!owner)
            return agentarmy::fail(owner.error());
        filter.owner = *owner;
    }
    if (!given.account.empty()) {
        auto account = findId<Account>(workspace, given.account);
        if (!account)
            return agentarmy::fail(account.error());
        filter.account = *account;
    }
    filter.text = given.text;
    return filter;
}

void tell(const Output& out, const Board& board, std::size_t limit)
{
    Table stages(
        {{"Stage"}, {"Deals", Table::Align::right}, {"Sum", Table::Align::right}, {"Weighted", Table::Align::right}});
    for (const auto& column : board.columns)
        stages.add({stageWords(column.stage), std::to_string(column.count), moneyList(column.sums),
            moneyList(column.weighted)});
    out.print(stages);
    for (const auto& column : board.columns) {
        if (isClosed(column.stage) || column.count == 0)
            continue;
        std::vector<const BoardCard*> cards;
        for (const auto& card : board.cards)
            if (card.stage == column.stage && cards.size() < limit)
                cards.push_back(&card);
        out.line("");
        out.heading(stageWords(column.stage));
        out.print(cardTable(cards, false), "  ");
        if (std::size_t(column.count) > cards.size())
            out.line("  ... and " + std::to_string(std::size_t(column.count) - cards.size()) + " more (--all)");
    }
}

int run(App& app, const Arguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto filter = filterOf(w, given);
    if (!filter)
        return app.out.fail(filter.error());
    auto board = loadBoard(*w.store, w.context, *filter, w.info.settings, w.now());
    if (!board)
        return app.out.fail(board.error());
    if (!app.out.json) {
        tell(app.out, *board, given.all ? board->cards.size() : std::size_t(std::max(given.limit, 0)));
        return exitOk;
    }
    Json columns = Json::array();
    for (const auto& column : board->columns)
        columns.push_back(columnJson(column));
    app.out.print(Json {{"columns", std::move(columns)}});
    return exitOk;
}
}

void addBoard(App& app)
{
    auto* command = app.command(nullptr, "board", "The deals by stage, with sums per currency",
        {"agentarmyctl board", "agentarmyctl board --owner lena --all", "agentarmyctl board --json"});
    auto* given = app.keep<Arguments>();
    command->add_option("--owner", given->owner, "Only deals of this person")->type_name("USER");
    command->add_option("--account", given->account, "Only deals of this account")->type_name("ACCOUNT");
    command->add_option("--text", given->text, "Only deals whose name or account has these words")->type_name("TEXT");
    command->add_option("--limit", given->limit, "Deals listed below each stage (default 8)")->type_name("N");
    command->add_flag("--all", given->all, "List all deals");
    app.onRun(command, [&app, given] { return run(app, *given); });
}
}
