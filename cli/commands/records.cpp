// SPDX-License-Identifier: AGPL-3.0-or-later
// What every noun can do: archive, delete, restore, history, merge.
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/base/text.hpp"
#include "core/engine/deals/change_words.hpp"

#include <algorithm>

namespace agentarmy::cli {
namespace {
std::string plainType(const std::string& type) { return type == Opportunity::type ? "deal" : type; }

std::string nameOf(Workspace& w, const DocumentKey& key)
{
    if (auto document = w.store->get(w.context, key))
        if (auto body = parseJson(document->body))
            for (const char* field : {"name", "accountName", "contactName", "subject"})
                if (body->contains(field) && (*body)[field].is_string())
                    return (*body)[field].get<std::string>();
    return key.id.text();
}

int told(App& app, const Result<Uuid>& mutation, const std::string& sentence)
{
    if (!mutation)
        return app.out.fail(mutation.error());
    if (app.out.json)
        app.out.print(Json {{"mutationId", mutation->text()}});
    else
        app.out.line(sentence + " agentarmyctl undo takes it back.");
    return exitOk;
}

int archive(App& app, const std::string& type, const std::string& words, bool archived)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto key = findRecord(w, type, words);
    if (!key)
        return app.out.fail(key.error());
    const auto name = nameOf(w, *key);
    return told(app, w.desk->archive(w.context, *key, archived),
        oneLine(name) + (archived ? " is in the archive." : " is back from the archive."));
}

int remove(App& app, const std::string& type, const std::string& words)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto key = findRecord(w, type, words);
    if (!key)
        return app.out.fail(key.error());
    if (auto there = w.store->get(w.context, *key); !there)
        return app.out.fail(there.error());
    const auto name = oneLine(nameOf(w, *key));
    if (app.out.canAsk()
        && !app.confirmed("Delete the " + plainType(type) + " \"" + name
            + "\" with what belongs to it? It can be restored for 30 days."))
        return exitRefused;
    return told(app, w.desk->remove(w.context, *key), "Deleted " + name + '.');
}

int restore(App& app, const std::string& type, const std::string& words)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto key = findRecord(w, type, words, Deleted::include);
    if (!key)
        return app.out.fail(key.error());
    const auto mutation = w.desk->restore(w.context, *key);
    return told(app, mutation, mutation ? "Restored " + oneLine(nameOf(w, *key)) + '.' : std::string());
}

int history(App& app, const std::string& type, const std::string& words, int limit)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto key = findRecord(w, type, words, Deleted::include);
    if (!key)
        return app.out.fail(key.error());
    auto entries = w.desk->history(w.context, *key, std::clamp(limit, 1, 100'000));
    if (!entries)
        return app.out.fail(entries.error());
    if (entries->empty())
        return app.out.fail(notFound(plainType(type), words));
    if (app.out.json) {
        Json items = Json::array();
        for (const auto& entry : *entries)
            items.push_back(historyJson(entry));
        app.out.print(Json {{"items", std::move(items)}});
        return exitOk;
    }
    ChangeWords say(*w.store, w.context, w.zone(), w.now());
    Table table({{"Entry", Table::Align::right}, {"When"}, {"Who"}, {"What", Table::Align::left, true},
        {"From, to", Table::Align::left, true}, {"Why", Table::Align::left, true}});
    for (const auto& entry : *entries) {
        auto what = say.title(entry.change);
        if (what.empty()) {
            std::vector<std::string> names;
            for (const auto& path : entry.change.fields)
                names.push_back(ChangeWords::field(path));
            what = "kept books: " + join(names, ", ");
        }
        table.add({std::to_string(entry.change.seq), minuteText(w.zone(), entry.change.at), entry.actorName, what,
            say.values(entry.change), entry.causeText});
    }
    app.out.print(table);
    return exitOk;
}

std::string* addRecordArgument(App& app, CLI::App* command, const std::string& type)
{
    auto* words = app.keep<std::string>();
    auto name = plainType(type);
    std::transform(
        name.begin(), name.end(), name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    command->add_option(name, *words, type == Contact::type ? "Id, name or e-mail" : "Id or name")->required();
    return words;
}
}

int mergeRecords(App& app, const std::string& type, const std::string& keepWords, const std::string& otherWords)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto keep = findRecord(w, type, keepWords);
    if (!keep)
        return app.out.fail(keep.error());
    auto other = findRecord(w, type, otherWords);
    if (!other)
        return app.out.fail(other.error());
    const auto keepName = oneLine(nameOf(w, *keep));
    const auto otherName = oneLine(nameOf(w, *other));
    if (app.out.canAsk() && !app.confirmed("Merge \"" + otherName + "\" into \"" + keepName + "\"?"))
        return exitRefused;
    return told(app, w.desk->merge(w.context, *keep, *other), otherName + " is part of " + keepName + " now.");
}

void addRecordVerbs(App& app, CLI::App* noun, const std::string& type)
{
    const auto name = plainType(type);
    const auto example = [&](const char* verb) {
        return std::vector<std::string> {"agentarmyctl " + name + ' ' + verb + " 0190ab12"};
    };

    auto* looking = app.command(noun, "history", "Every change: who, when, from what to what, why", example("history"));
    auto* looked = addRecordArgument(app, looking, type);
    auto* limit = app.keep<int>(200);
    looking->add_option("--limit", *limit, "The newest N entries (default 200)")->type_name("N");
    app.onRun(looking, [&app, type, looked, limit] { return history(app, type, *looked, *limit); });

    auto* archiving = app.command(noun, "archive", "Hide from lists", example("archive"));
    auto* archived = addRecordArgument(app, archiving, type);
    app.onRun(archiving, [&app, type, archived] { return archive(app, type, *archived, true); });

    auto* unarchiving = app.command(noun, "unarchive", "Show in lists again", example("unarchive"));
    auto* unarchived = addRecordArgument(app, unarchiving, type);
    app.onRun(unarchiving, [&app, type, unarchived] { return archive(app, type, *unarchived, false); });

    auto* removing
        = app.command(noun, "delete", "Delete with what belongs to it; can be restored for 30 days", example("delete"));
    auto* removed = addRecordArgument(app, removing, type);
    app.onRun(removing, [&app, type, removed] { return remove(app, type, *removed); });

    auto* restoring = app.command(noun, "restore", "Bring back what was deleted", example("restore"));
    auto* restored = addRecordArgument(app, restoring, type);
    app.onRun(restoring, [&app, type, restored] { return restore(app, type, *restored); });
}

void addMergeVerb(App& app, CLI::App* noun, const std::string& type)
{
    const auto name = plainType(type);
    auto* merging = app.command(noun, "merge", "Make two records one: OTHER goes into KEEP",
        {"agentarmyctl " + name + " merge 0190ab12 0190cd34 --yes"});
    auto* keep = app.keep<std::string>();
    auto* other = app.keep<std::string>();
    merging->add_option("KEEP", *keep, "The record that stays: id or name")->required();
    merging->add_option("OTHER", *other, "The record that becomes part of it")->required();
    app.onRun(merging, [&app, type, keep, other] { return mergeRecords(app, type, *keep, *other); });
}
}
