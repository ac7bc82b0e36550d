// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/rules/sales/reading/sentence_features.hpp"

/// Judges what the patterns propose, and finds what they have no words for.
namespace agentarmy::sales::reading {

/// One logistic regression for each dimension over the features of a sentence. The weights are trained on labelled
/// conversations by tests/bench/qualification/reading_train; their file explains its own form.
class SentenceModel {
public:
    static const SentenceModel& shipped();
    /// Problems are put into `problems`, one line each.
    SentenceModel(std::string_view weights, std::vector<std::string>& problems);

    /// How probable it is that the sentence is evidence, for each dimension; 0..1.
    [[nodiscard]] std::array<double, dimensionCount> probabilities(
        const Marked& text, const PatternBook& book, const SentenceFacts& facts) const;
    /// Whether that is enough to be evidence. A clear claim of the patterns (the weight of `proposed`) needs less: it
    /// has a reason in words, and sentences that say three things at once are rare where the model learned.
    [[nodiscard]] bool counts(double probability, double proposed) const
    {
        return probability + (proposed >= clearClaim ? clearBonus : 0) >= m_threshold;
    }
    static constexpr double clearClaim = 0.8;
    static constexpr double clearBonus = 0.2;
    [[nodiscard]] std::size_t size() const { return m_size; } ///< features with a weight

private:
    using Weights = std::array<std::int16_t, dimensionCount>; ///< in thousandths
    void insert(std::uint64_t key, const Weights& weights);
    [[nodiscard]] const Weights* find(std::uint64_t key) const;
    class Sum;

    static constexpr int knownShift = 64 - 17; ///< 16 KB of bits, one in fourteen set
    std::vector<std::uint64_t> m_known; ///< bits of the first 17 of each key
    std::vector<std::uint64_t> m_keys; ///< open addressing, 0 = empty
    std::vector<Weights> m_weights;
    std::size_t m_mask = 0;
    std::size_t m_size = 0;
    double m_threshold = 0.5;
};
}
