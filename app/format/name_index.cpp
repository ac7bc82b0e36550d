// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/name_index.hpp"
#include <algorithm>
#include <array>
#include <limits>

namespace agentarmy::app {

int weighedScore(int score, size_t length, bool open, qint64 ageMs)
{
    constexpr qint64 day = 86'400'000;
    const int length_ = int(std::min<size_t>(length, 80));
    const int recent = ageMs < 0 ? 20 : ageMs < 7 * day ? 20 : ageMs < 30 * day ? 14 : ageMs < 90 * day ? 7 : 0;
    return score + (80 - length_) / 2 + (open ? 40 : 0) + recent;
}

NameIndex::Name NameIndex::prepare(const NameEntry& entry)
{
    Name name;
    auto [folded, titleLength] = foldName(entry.title, entry.beside);
    name.folded = std::move(folded);
    name.titleLength = titleLength;
    name.folded.text.shrink_to_fit();
    name.atMs = entry.atMs;
    name.tie = entry.tie;
    name.kind = qint8(entry.kind);
    name.open = entry.open;
    return name;
}

int NameIndex::put(const NameEntry& entry)
{
    if (m_free.empty()) {
        m_names.push_back(prepare(entry));
        return int(m_names.size()) - 1;
    }
    const int slot = m_free.back();
    m_free.pop_back();
    m_names[size_t(slot)] = prepare(entry);
    return slot;
}

void NameIndex::replace(int slot, const NameEntry& entry) { m_names[size_t(slot)] = prepare(entry); }

void NameIndex::take(int slot)
{
    m_names[size_t(slot)] = {};
    m_free.push_back(slot);
}

bool NameIndex::comesBefore(const NameHit& a, const NameHit& b) const
{
    if (a.score != b.score)
        return a.score > b.score;
    const auto& left = m_names[size_t(a.slot)];
    const auto& right = m_names[size_t(b.slot)];
    if (left.titleLength != right.titleLength)
        return left.titleLength < right.titleLength;
    if (const int order = left.folded.text.compare(right.folded.text); order != 0)
        return order < 0;
    return left.tie < right.tie;
}

std::vector<NameHit> NameIndex::look(const FuzzyQuery& query, const Wanted& wanted, Typos typos) const
{
    constexpr size_t askEvery = 4096;
    std::array<std::vector<NameHit>, 32> best;
    const auto before = [this](const NameHit& a, const NameHit& b) { return comesBefore(a, b); };
    const auto each = size_t(std::max(0, wanted.each));
    for (size_t i = 0; i < m_names.size(); ++i) {
        if (i % askEvery == 0 && wanted.stopped && wanted.stopped())
            return {};
        const auto& name = m_names[i];
        if (name.kind < 0 || !(wanted.kinds & (quint32(1) << name.kind)))
            continue;
        const int score = scoreName(query, name.folded, typos, name.titleLength);
        if (score == 0)
            continue;
        const auto age = name.atMs ? wanted.nowMs - name.atMs : std::numeric_limits<qint64>::max();
        const NameHit hit {int(i), name.kind, weighedScore(score, size_t(name.titleLength), name.open, age), score};
        auto& list = best[size_t(quint8(name.kind))]; // a heap with the worst on top
        if (list.size() < each) {
            list.push_back(hit);
            std::ranges::push_heap(list, before);
        } else if (each > 0 && comesBefore(hit, list.front())) {
            std::ranges::pop_heap(list, before);
            list.back() = hit;
            std::ranges::push_heap(list, before);
        }
    }
    std::vector<NameHit> hits;
    for (const auto& list : best)
        hits.insert(hits.end(), list.begin(), list.end());
    std::ranges::sort(hits, before);
    return hits;
}

std::vector<NameHit> NameIndex::find(const FuzzyQuery& query, const Wanted& wanted) const
{
    if (query.isEmpty())
        return {};
    auto hits = look(query, wanted, Typos::No);
    constexpr int sure = 900, loose = 560; // tiers of scoreName(): starts of words; less than within a word of `beside`
    if (std::ranges::any_of(hits, [](const NameHit& hit) { return hit.likeness >= sure; }))
        std::erase_if(hits, [](const NameHit& hit) { return hit.likeness < loose; });
    if (hits.empty() && !(wanted.stopped && wanted.stopped()))
        hits = look(query, wanted, Typos::One);
    return hits;
}

}
