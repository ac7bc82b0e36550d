// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/name_index.hpp"
#include "tests/ui/sample_source.hpp"

namespace agentarmy::app {

QFuture<Answer<NamesView>> SampleSource::findNames(const NameQuery& query)
{
    return later<NamesView>(QStringLiteral("findNames"), [this, query]() -> Answer<NamesView> {
        NameIndex index;
        std::vector<FoundView> all;
        const auto add = [&](FoundView view, const QString& title, const QString& beside, bool open) {
            NameEntry entry;
            entry.kind = int(view.kind);
            entry.title = title;
            entry.beside = beside;
            entry.open = open;
            entry.tie = all.size();
            index.put(entry);
            all.push_back(std::move(view));
        };
        for (const auto& [id, card] : m_cards) {
            FoundView view {FoundKind::Deal, id, card.name};
            view.account = card.account;
            view.amount = card.amount;
            view.stage = int(card.stage);
            view.dealId = id;
            add(view, card.account + QStringLiteral(", ") + card.name, {}, card.stage < Stage::Won);
        }
        for (const auto& [id, record] : m_records) {
            const bool person = record.kind == RecordKind::Person;
            FoundView view {person ? FoundKind::Person : FoundKind::Account, id, record.name};
            view.account = record.account;
            add(view, record.name, record.account, false);
        }
        for (const auto& row : sampleConversations()) {
            const bool spoken = sampleConversation(row.id).spoken;
            FoundView view {
                spoken ? FoundKind::Meeting : FoundKind::Conversation, row.id, spoken ? row.person : row.subject};
            view.person = row.person;
            view.account = row.account;
            view.conversationId = row.id;
            add(view, view.title, row.person + u' ' + row.account, false);
        }
        if (const auto* card = find(QStringLiteral("nordwind")))
            for (const auto& task : sampleDealPage(*card).tasks) {
                FoundView view {FoundKind::Task, task.id, task.text};
                view.dealId = card->id;
                view.over = task.done;
                add(view, task.text, card->account, !task.done);
            }
        NameIndex::Wanted wanted;
        wanted.kinds = query.kinds;
        wanted.each = query.each;
        NamesView names;
        names.looked = int(all.size());
        for (const auto& hit : index.find(readFuzzy(query.text), wanted)) {
            names.found.push_back(all[size_t(hit.slot)]);
            names.found.back().score = hit.score;
        }
        return names;
    });
}

QFuture<Answer<std::vector<FoundView>>> SampleSource::search(const QString& text, int limit)
{
    return later<std::vector<FoundView>>(QStringLiteral("search"), [text, limit]() -> Answer<std::vector<FoundView>> {
        std::vector<FoundView> found;
        const auto words = text.split(u' ', Qt::SkipEmptyParts);
        for (const auto& row : sampleConversations()) {
            const auto talk = sampleConversation(row.id);
            for (const auto& passage : talk.passages) {
                if (int(found.size()) == limit || !std::ranges::all_of(words, [&](const QString& word) {
                        return passage.text.contains(word, Qt::CaseInsensitive);
                    }))
                    continue;
                FoundView view {talk.spoken ? FoundKind::Meeting : FoundKind::Message, row.id + passage.id,
                    talk.spoken ? row.person : row.subject};
                view.person = passage.author;
                view.account = row.account;
                view.snippet = passage.text.left(120);
                view.conversationId = row.id;
                view.sourceId = passage.id;
                const auto at = passage.text.indexOf(words.front(), 0, Qt::CaseInsensitive);
                view.begin = int(passage.text.left(at).toUtf8().size());
                view.end = view.begin + int(words.front().toUtf8().size());
                found.push_back(std::move(view));
            }
        }
        return found;
    });
}

}
