// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/evidence.hpp"

#include <array>

namespace agentarmy {

/// What is known of one dimension. Which value fields count depends on the dimension (sales-agent rules,
/// Qualification): budget `range`; authority `contact`, `role`; economic buyer and champion `contact`; decision
/// criteria `items`; the others `description`.
struct Signal {
    bool identified = false;
    double confidence = 0; ///< 0..1
    std::optional<std::string> range;
    std::optional<std::string> contact;
    std::optional<std::string> role;
    std::optional<std::string> description;
    std::vector<std::string> items;
    std::vector<Evidence> evidence; ///< the first and the newest 19
    int evidenceCount = 0; ///< of all ever seen
    std::vector<std::string> alternatives; ///< values that lost, newest last, at most 5
    bool contested = false; ///< somebody took it back, but not surely enough
    bool locked = false; ///< set by a person; the agent does not change it
    bool operator==(const Signal&) const = default;
};

template <class F> void describe(F& f, Signal& s)
{
    f.sparse("identified", s.identified);
    f.sparse("confidence", s.confidence, {0, 1});
    f("range", s.range);
    f("contact", s.contact);
    f("role", s.role);
    f("description", s.description);
    f("items", s.items);
    f("evidence", s.evidence);
    f.sparse("evidenceCount", s.evidenceCount);
    f("alternatives", s.alternatives);
    f.sparse("contested", s.contested);
    f.sparse("locked", s.locked);
}
AGENTARMY_DECLARE_JSON(Signal);

struct QualificationState {
    std::array<Signal, dimensionCount> signals;
    double overallConfidence = 0.5;
    std::vector<std::string> keyInsights; ///< the newest 20
    std::vector<std::string> recommendedNextQuestions; ///< at most 3
    std::optional<Timestamp> lastUpdated;

    [[nodiscard]] Signal& operator[](Dimension d) { return signals[std::size_t(d)]; }
    [[nodiscard]] const Signal& operator[](Dimension d) const { return signals[std::size_t(d)]; }
    bool operator==(const QualificationState&) const = default;
};

/// In JSON the ten signals stand under `bant` and `meddic`; these two name the halves for describe().
struct BantView {
    QualificationState* state = nullptr;
};
struct MeddicView {
    QualificationState* state = nullptr;
};

template <class F> void describeDimensions(F& f, QualificationState& state, bool bant)
{
    for (const auto& [dimension, key] : EnumTexts<Dimension>::values)
        if (isBant(dimension) == bant)
            f(key.data(), state[dimension]);
}
template <class F> void describe(F& f, BantView& view) { describeDimensions(f, *view.state, true); }
template <class F> void describe(F& f, MeddicView& view) { describeDimensions(f, *view.state, false); }

template <class F> void describe(F& f, QualificationState& q)
{
    BantView bant {&q};
    MeddicView meddic {&q};
    f("bant", bant);
    f("meddic", meddic);
    f("overallConfidence", q.overallConfidence, {0, 1});
    f("keyInsights", q.keyInsights);
    f("recommendedNextQuestions", q.recommendedNextQuestions);
    f("lastUpdated", q.lastUpdated);
}
AGENTARMY_DECLARE_JSON(QualificationState);

/// Shares of identified dimensions, 0..1 (sales-agent rules R1).
struct Completion {
    double bant = 0;
    double meddic = 0;
    [[nodiscard]] double combined() const { return (bant + meddic) / 2; }
};
[[nodiscard]] Completion completionOf(const QualificationState& state);
}
