// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/reading/sentence_model.hpp"

#include "core/base/text.hpp"
#include "core/rules/sales/shipped_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace agentarmy::sales::reading {
namespace {
std::optional<double> numberIn(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}
}

class SentenceModel::Sum final : public FeatureSink {
public:
    explicit Sum(const SentenceModel& model)
        : m_model(model)
    {
    }
    void take(std::initializer_list<NamePart> parts) override
    {
        JoinedHash hash;
        for (const auto& part : parts)
            hash = hash.then(part.hash);
        if (const auto* weights = m_model.find(hash.key()))
            for (std::size_t d = 0; d < dimensionCount; ++d)
                sums[d] += (*weights)[d];
    }
    std::array<int, dimensionCount> sums {};

private:
    const SentenceModel& m_model;
};

SentenceModel::SentenceModel(std::string_view weights, std::vector<std::string>& problems)
{
    const auto lines = std::size_t(std::count(weights.begin(), weights.end(), '\n')) + 1;
    std::size_t slots = 64;
    while (slots < lines * 2)
        slots *= 2;
    m_mask = slots - 1;
    m_keys.assign(slots, 0);
    m_known.assign((std::size_t(1) << (64 - knownShift)) / 64, 0);
    m_weights.resize(slots);
    for (const auto line : linesOf(weights)) {
        if (line.empty() || line.starts_with("# "))
            continue;
        const auto wrong = [&] { problems.push_back("weights: " + std::string(line.substr(0, 80))); };
        const auto tab = line.find('\t');
        if (tab == std::string_view::npos) {
            wrong();
            continue;
        }
        const auto name = line.substr(0, tab);
        auto rest = line.substr(tab + 1);
        if (name == "threshold") {
            const auto value = numberIn(rest);
            if (!value || *value <= 0 || *value >= 1)
                wrong();
            m_threshold = value.value_or(m_threshold);
            continue;
        }
        Weights each {};
        while (!rest.empty()) {
            const auto space = std::min(rest.find(' '), rest.size());
            const auto dimension = dimensionLetters.find(rest.front());
            const auto value = numberIn(rest.substr(1, space - 1));
            if (dimension == std::string_view::npos || !value || std::abs(*value) > 30) {
                wrong();
                break;
            }
            each[dimension] = std::int16_t(std::lround(*value * 1000));
            rest.remove_prefix(std::min(space + 1, rest.size()));
        }
        insert(JoinedHash(name).key(), each);
    }
}

const SentenceModel& SentenceModel::shipped()
{
    static const SentenceModel model = [] {
        std::vector<std::string> problems;
        return SentenceModel(shippedText("reading/weights.txt"), problems);
    }();
    return model;
}

void SentenceModel::insert(std::uint64_t key, const Weights& weights)
{
    const auto known = key >> knownShift;
    m_known[known / 64] |= std::uint64_t(1) << known % 64;
    auto at = std::size_t(key >> 1) & m_mask;
    while (m_keys[at] != 0 && m_keys[at] != key)
        at = (at + 1) & m_mask;
    m_size += m_keys[at] == 0 ? 1 : 0;
    m_keys[at] = key;
    m_weights[at] = weights;
}
const SentenceModel::Weights* SentenceModel::find(std::uint64_t key) const
{
    const auto known = key >> knownShift; // most features have no weight: what says so stays in the processor's cache
    if (!(m_known[known / 64] >> known % 64 & 1))
        return nullptr;
    for (auto at = std::size_t(key >> 1) & m_mask; m_keys[at] != 0; at = (at + 1) & m_mask)
        if (m_keys[at] == key)
            return &m_weights[at];
    return nullptr;
}

std::array<double, dimensionCount> SentenceModel::probabilities(
    const Marked& text, const PatternBook& book, const SentenceFacts& facts) const
{
    Sum sum(*this);
    featuresOf(text, book, facts, sum);
    std::array<double, dimensionCount> result {};
    for (std::size_t d = 0; d < dimensionCount; ++d)
        result[d] = 1 / (1 + std::exp(-sum.sums[d] / 1000.0));
    return result;
}
}
