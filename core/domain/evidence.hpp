// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"
#include "core/domain/enums.hpp"

namespace agentarmy {

/// The exact words that prove something, and where they stand.
struct Evidence {
    std::optional<Dimension> dimension;
    std::string quote; ///< at most 500 bytes, in the words of the source
    SourceType sourceType = SourceType::message;
    Uuid sourceId; ///< message, or transcript for utterances; null: not known
    std::optional<int> utterance; ///< index in the transcript, for utterances
    std::int64_t begin = 0; ///< UTF-8 byte offsets in the clean text of the message or utterance
    std::int64_t end = 0;
    std::optional<Timestamp> at;
    double confidence = 0; ///< 0..1
    bool retracts = false; ///< the words take the claim back
    bool operator==(const Evidence&) const = default;
};

template <class F> void describe(F& f, Evidence& e)
{
    f("dimension", e.dimension);
    f.required("quote", e.quote, {0, 2000});
    f("sourceType", e.sourceType);
    f("sourceId", e.sourceId);
    f("utterance", e.utterance, {0, 1e9});
    f.sparse("begin", e.begin, {0, 1e15});
    f.sparse("end", e.end, {0, 1e15});
    f("at", e.at);
    f("confidence", e.confidence, {0, 1});
    f.sparse("retracts", e.retracts);
}
AGENTARMY_DECLARE_JSON(Evidence);
}
