// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/lookup.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace agentarmy::cli {
namespace {
constexpr std::size_t leastIdStart = 4;
constexpr std::size_t shownCandidates = 8;

struct Candidate {
    Uuid id;
    std::string name;
};

bool isIdStart(const std::string& text)
{
    return text.size() >= leastIdStart && text.size() <= 36 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-';
    });
}

std::string mailOf(const Projection& columns)
{
    const auto brief = Json::parse(columns.brief, nullptr, false);
    const auto found = brief.is_object() ? brief.find("email") : brief.end();
    return brief.is_object() && found != brief.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string plainType(const std::string& type) { return type == Opportunity::type ? "deal" : type; }
}

Result<DocumentKey> findRecord(Workspace& workspace, const std::string& type, const std::string& words, Deleted deleted)
{
    const auto text = trim(words);
    if (const auto id = Uuid::parse(text))
        return DocumentKey {type, *id};
    const auto lower = asciiLower(text);
    const auto name = nameKey(text);
    if (name.empty())
        return agentarmy::fail(invalidField(plainType(type), "an id or a name"));
    std::vector<Candidate> byId, exact, starting, containing;
    Query query;
    query.type = type;
    query.includeArchived = true;
    query.includeDeleted = deleted == Deleted::include;
    const bool mails = type == Contact::type || type == User::type;
    auto done = workspace.store->readRows(workspace.context, query, [&](Row&& row) {
        const auto has = row.columns.name.find(name);
        Candidate candidate {row.id, row.columns.name};
        if (isIdStart(lower) && row.id.text().starts_with(lower))
            byId.push_back(candidate);
        if (row.columns.name == name || (mails && lower.find('@') != std::string::npos && mailOf(row.columns) == lower))
            exact.push_back(candidate);
        else if (has == 0)
            starting.push_back(candidate);
        else if (has != std::string::npos)
            containing.push_back(candidate);
        return true;
    });
    if (!done)
        return agentarmy::fail(done.error());
    for (const auto* list : {&byId, &exact, &starting, &containing}) {
        if (list->size() == 1)
            return DocumentKey {type, list->front().id};
        if (list->empty())
            continue;
        std::vector<std::string> candidates;
        for (const auto& each : *list)
            if (candidates.size() < shownCandidates)
                candidates.push_back(each.id.text() + ' ' + each.name);
        return agentarmy::fail({ErrorKind::invalid, "ambiguous",
            '"' + text + "\" means " + std::to_string(list->size()) + " records: " + join(candidates, "; ")
                + (list->size() > shownCandidates ? "; ..." : "") + ". Give the id.",
            {{"candidates", candidates}}});
    }
    return agentarmy::fail(notFound(plainType(type), text));
}
}
