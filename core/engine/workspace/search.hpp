// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/store.hpp"

namespace agentarmy {

/// A hit as people see it.
struct SearchResult {
    DocumentKey document;
    double score = 0;
    std::string title; ///< subject, name, title
    std::string snippet; ///< the words around the first hit, one line, at most 200 bytes
    std::string accountName;
    std::optional<Timestamp> at;
    Uuid conversationId; ///< where a message or transcript is read; else null
    std::string from; ///< who wrote the message or spoke the words
    std::size_t begin = 0, end = 0; ///< of the first hit, in bytes of the message or the spoken piece; equal: not found
    std::optional<int> utterance; ///< in the whole transcript: the piece in which it stands
    Uuid transcriptId; ///< head part of the transcript it belongs to
    Uuid opportunityId; ///< the deal it belongs to; null: none
};

/// Best first.
[[nodiscard]] Result<std::vector<SearchResult>> searchWorkspace(
    Store& store, const Context& context, const TextQuery& query);
/// Up to `maxBytes` of `text` around the first of `words` that stands in it (case and accents do not matter for ASCII),
/// cut between words, with "…" where something is left out.
[[nodiscard]] std::string snippetOf(
    std::string_view text, const std::vector<std::string>& words, std::size_t maxBytes = 200);
}
