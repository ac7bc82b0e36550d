// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/meeting.hpp"
#include "core/engine/deals/change_words.hpp"
#include "core/engine/deals/deal_page.hpp"

namespace agentarmy {

/// Finds the sources of quotes: which message or moment of a meeting, in which conversation. Each source is read once.
/// Borrows its arguments. Not thread safe.
class QuoteSources {
public:
    QuoteSources(Store& store, const Context& context, ChangeWords& words)
        : m_store(store)
        , m_context(context)
        , m_words(words)
    {
    }
    [[nodiscard]] QuoteLink link(const Evidence& evidence);
    /// "Jonas Brandt wrote on 1 Sep: Could we ..."; empty if the message is gone.
    [[nodiscard]] std::string describe(const Uuid& messageId);

private:
    struct Source {
        std::optional<Id<Conversation>> conversationId;
        Channel channel = Channel::email;
        std::optional<Timestamp> at;
        std::string from, preview;
        std::vector<std::int64_t> utteranceMs; ///< of a transcript: start of each utterance
    };
    const Source& source(const Uuid& id, SourceType type);
    Source readMessage(const Uuid& id);
    Source readTranscript(const Uuid& id);

    Store& m_store;
    const Context& m_context;
    ChangeWords& m_words;
    std::unordered_map<Uuid, Source> m_sources;
};
}
