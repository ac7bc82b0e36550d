// SPDX-License-Identifier: AGPL-3.0-or-later
// What the search field finds: names from memory, words from the full-text index.
#include "app/source/engine_parts.hpp"
#include "core/engine/workspace/search.hpp"
#include <QCoreApplication>

namespace agentarmy::app {
namespace {

constexpr int mostTyped = 1000; // letters that are looked for; what is longer was pasted

tl::unexpected<Problem> stopped()
{
    return tl::unexpected(Problem {
        QStringLiteral("stopped"), QCoreApplication::translate("EngineFind", "Something else is looked for.")});
}

FoundView toFound(const SearchResult& result)
{
    FoundView view;
    const bool spoken = result.document.type == Transcript::type;
    view.kind = spoken ? FoundKind::Meeting : FoundKind::Message;
    view.id = text(result.document.id.text());
    view.title = text(result.title);
    view.score = int(result.score * 100);
    view.account = text(result.accountName);
    view.person = text(result.from);
    view.snippet = text(result.snippet);
    if (result.at)
        view.at = localTime(*result.at);
    if (!result.conversationId.isNull())
        view.conversationId = text(result.conversationId.text());
    if (!result.opportunityId.isNull())
        view.dealId = text(result.opportunityId.text());
    view.sourceId = spoken && result.utterance
        ? QStringLiteral("%1#%2").arg(text(result.transcriptId.text())).arg(*result.utterance)
        : view.id;
    view.begin = int(result.begin);
    view.end = int(result.end);
    return view;
}

}

QFuture<Answer<NamesView>> EngineSource::findNames(const NameQuery& query)
{
    const int round = ++m_findRound;
    return QtConcurrent::run(&m_finder, [this, query, round]() -> Answer<NamesView> {
        auto& engine = *m_engine;
        const auto isOld = [this, round] { return m_findRound != round; };
        if (isOld())
            return stopped();
        if (const auto read = engine.names.follow(*engine.store, engine.context); !read)
            return failed(read);
        NamesView view;
        view.looked = engine.names.size();
        NameIndex::Wanted wanted;
        wanted.kinds = query.kinds;
        wanted.each = std::clamp(query.each, 1, 100);
        wanted.nowMs = toMillis(engine.clock.now());
        wanted.stopped = isOld;
        auto found = engine.names.find(*engine.store, engine.context, readFuzzy(query.text), wanted);
        if (!found)
            return failed(found);
        if (isOld())
            return stopped();
        view.found = std::move(*found);
        return view;
    });
}

QFuture<Answer<std::vector<FoundView>>> EngineSource::search(const QString& text, int limit)
{
    m_searchStop.request_stop();
    m_searchStop = {};
    return reading<std::vector<FoundView>>(
        [text, limit, stop = m_searchStop.get_token()](Engine& engine) -> Answer<std::vector<FoundView>> {
            if (stop.stop_requested())
                return stopped();
            auto context = engine.context;
            context.stop = stop;
            TextQuery query;
            query.text = text.left(mostTyped).toStdString();
            query.types = {Message::type, Transcript::type};
            query.limit = std::clamp(limit, 1, 50);
            const auto results = searchWorkspace(*engine.store, context, query);
            if (!results)
                return failed(results);
            std::vector<FoundView> found;
            found.reserve(results->size());
            for (const auto& result : *results)
                found.push_back(toFound(result));
            return found;
        });
}

}
