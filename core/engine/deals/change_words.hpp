// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/zone.hpp"
#include "core/domain/tenant.hpp"
#include "core/ports/store.hpp"

#include <unordered_map>

namespace agentarmy {

/// Says entries of the log in plain English words: who, what, from what to what, why. Looks up names as it needs them
/// and keeps them. Not thread safe.
class ChangeWords {
public:
    ChangeWords(Store& store, Context context, const Zone& zone, Timestamp now);

    [[nodiscard]] std::string actor(
        const Change& change); ///< "Lena Hartmann", "Agent", "Import", "System"; "You" for a nameless self
    [[nodiscard]] std::string shortActor(const Change& change); ///< "Lena"
    /// One sentence; empty where nothing is known beyond who and when.
    [[nodiscard]] std::string cause(const Change& change);
    /// "Lena set close date", "Agent moved the deal to evaluation"; empty if it only kept books.
    [[nodiscard]] std::string title(const Change& change);
    /// "9 Oct to 30 Sep"; of several fields "close date 9 Oct to 30 Sep; value nothing to EUR 1,000".
    [[nodiscard]] std::string values(const Change& change);
    /// When it happened in the world: a deal that an import read moved when the mail was written.
    [[nodiscard]] Timestamp happenedAt(const Change& change);

    [[nodiscard]] std::string day(Timestamp at) const; ///< "1 Sep", "1 Sep 2025" in another year
    [[nodiscard]] std::string day(Date date) const;
    /// "mail of 1 Sep", "meeting of 3 Sep"; empty if the source is gone.
    [[nodiscard]] const std::string& source(const Uuid& messageOrTranscript);
    [[nodiscard]] std::string userName(const Uuid& id);
    [[nodiscard]] std::string value(const std::string& path, const Json& json);

    [[nodiscard]] static std::string field(const std::string& path); ///< "close date"
    [[nodiscard]] static bool isBookkeeping(const std::string& path);

private:
    struct Source {
        std::string words;
        std::optional<Timestamp> at;
    };
    const Source& sourceOf(const Uuid& messageOrTranscript);
    [[nodiscard]] std::vector<const ChangedField*> visible(const Change& change) const;

    Store& m_store;
    Context m_context;
    Zone m_zone;
    int m_year = 0;
    std::optional<std::unordered_map<Uuid, std::string>> m_users;
    std::unordered_map<Uuid, Source> m_sources;
};

/// "closed won": a value of an enum as people say it.
[[nodiscard]] std::string plainWords(std::string_view enumText);
}
