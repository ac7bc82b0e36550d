// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/vocabulary.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <bit>

namespace agentarmy::sqlite {
namespace {
std::uint64_t hashOf(std::string_view term)
{
    std::uint64_t h = 0xCBF29CE484222325ULL;
    for (const char c : term)
        h = (h ^ std::uint8_t(c)) * 0x100000001B3ULL;
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93ULL;
    h ^= h >> 32;
    return h ? h : 1;
}

template <class Each> void forEachTerm(std::string_view terms, Each each)
{
    while (!terms.empty()) {
        const auto term = terms.substr(0, terms.find(' '));
        terms.remove_prefix(std::min(terms.size(), term.size() + 1));
        if (!term.empty())
            each(term);
    }
}

/// The first eight bytes as a number that sorts as they do.
std::uint64_t startOf(std::string_view term)
{
    std::uint64_t start = 0;
    for (std::size_t i = 0; i < 8; ++i)
        start = start << 8 | (i < term.size() ? std::uint8_t(term[i]) : 0U);
    return start;
}

double textsOf(std::int64_t power) { return 1.5 * double(std::uint64_t(1) << std::min<std::int64_t>(power, 40)); }
}

std::string_view Vocabulary::termOf(const Risen& risen) const
{
    return std::string_view(m_risenTerms).substr(risen.begin, risen.length);
}

void Vocabulary::forget()
{
    m_loaded = false;
    m_risen.clear();
    m_risenTerms.clear();
    m_slots.clear();
    m_used = 0;
}

Result<void> Vocabulary::load(Connection& connection)
{
    forget();
    m_slots.resize(1 << 14);
    auto rows = connection.prepare("SELECT term, power FROM term");
    for (;;) {
        auto more = rows.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        auto& slot = slotOf(hashOf(rows.bytes(0)));
        slot.count = std::uint32_t(1) << std::min<std::int64_t>(rows.integer(1), 31);
        if (m_used * 2 > m_slots.size())
            grow();
    }
    m_loaded = true;
    return {};
}

Vocabulary::Slot& Vocabulary::slotOf(std::uint64_t hash)
{
    const auto mask = m_slots.size() - 1;
    for (auto at = hash & mask;; at = (at + 1) & mask) {
        auto& slot = m_slots[at];
        if (slot.hash == hash)
            return slot;
        if (slot.hash == 0) {
            slot.hash = hash;
            ++m_used;
            return slot;
        }
    }
}

void Vocabulary::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    m_used = 0;
    for (const auto& slot : old)
        if (slot.hash != 0)
            slotOf(slot.hash) = slot;
}

void Vocabulary::addTerms(std::string_view terms)
{
    forEachTerm(terms, [&](std::string_view term) {
        auto& slot = slotOf(hashOf(term));
        if (slot.lastText == m_text)
            return;
        slot.lastText = m_text;
        ++slot.count;
        if (std::has_single_bit(slot.count)) {
            m_risen.push_back({startOf(term), std::uint32_t(m_risenTerms.size()), std::uint32_t(term.size()),
                std::countr_zero(slot.count)});
            m_risenTerms += term;
        }
        if (m_used * 2 > m_slots.size())
            grow();
    });
}

Result<void> Vocabulary::add(Connection& connection, std::string_view title, std::string_view text)
{
    if (!m_loaded)
        if (auto done = load(connection); !done)
            return done;
    ++m_text;
    addTerms(title);
    addTerms(text);
    return {};
}

Result<void> Vocabulary::write(Connection& connection)
{
    // In order, so that neighbours share a page; a term that rose twice is written once, with the greater power.
    std::sort(m_risen.begin(), m_risen.end(), [this](const Risen& a, const Risen& b) {
        if (a.start != b.start)
            return a.start < b.start;
        const int order = termOf(a).compare(termOf(b));
        return order ? order < 0 : a.power > b.power;
    });
    // Two plain statements: a REPLACE opens a savepoint, and FTS5 writes its pending terms out at each of those.
    auto add = connection.prepare("INSERT OR IGNORE INTO term (term, power) VALUES (?, ?)");
    auto raise = connection.prepare("UPDATE term SET power = ? WHERE term = ?");
    for (std::size_t at = 0; at < m_risen.size();) {
        const auto greatest = m_risen[at];
        const auto term = termOf(greatest);
        bool isNew = false;
        for (; at < m_risen.size() && termOf(m_risen[at]) == term; ++at)
            isNew = isNew || m_risen[at].power == 0;
        auto& put = isNew ? add.bind(term, greatest.power) : raise.bind(greatest.power, term);
        if (auto done = put.run(); !done)
            return done;
    }
    m_risen.clear();
    m_risenTerms.clear();
    return {};
}

Result<std::optional<KnownTerm>> knownTerm(Connection& connection, const std::string& term)
{
    auto row = connection.prepare("SELECT power FROM term WHERE term = ?");
    auto more = row.bind(term).step();
    if (!more)
        return fail(more.error());
    return *more ? std::optional(KnownTerm {term, textsOf(row.integer(0))}) : std::nullopt;
}

Result<std::vector<KnownTerm>> termsBeginning(Connection& connection, const std::string& prefix, std::size_t most)
{
    std::vector<KnownTerm> out;
    const auto end = prefix + "\xF4\x8F\xBF\xBF";
    auto rows = connection.prepare("SELECT term, power FROM term WHERE term >= ? AND term < ?");
    rows.bind(prefix, end);
    for (;;) {
        auto more = rows.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        out.push_back({rows.text(0), textsOf(rows.integer(1))});
    }
    const auto better = [](const KnownTerm& a, const KnownTerm& b) {
        if (a.texts != b.texts)
            return a.texts > b.texts;
        return a.term.size() != b.term.size() ? a.term.size() < b.term.size() : a.term < b.term;
    };
    if (out.size() > most) {
        std::nth_element(out.begin(), out.begin() + std::ptrdiff_t(most), out.end(), better);
        out.resize(most);
    }
    return out;
}

Result<void> pruneTerms(Connection& connection, std::string_view terms)
{
    constexpr int rarePower = 4; // commoner ones are in other texts, or will be taken for it
    std::vector<std::string> rare;
    std::optional<Error> error;
    forEachTerm(terms, [&](std::string_view term) {
        if (error)
            return;
        auto row = connection.prepare("SELECT power FROM term WHERE term = ?");
        auto more = row.bind(term).step();
        if (!more)
            error = more.error();
        else if (*more && row.integer(0) <= rarePower)
            rare.emplace_back(term);
    });
    std::sort(rare.begin(), rare.end());
    rare.erase(std::unique(rare.begin(), rare.end()), rare.end());
    for (const auto& term : rare) {
        bool used = false;
        for (const std::string_view sql : {"SELECT rowid FROM fts WHERE fts MATCH ? LIMIT 1",
                 "SELECT rowid FROM fts_record WHERE fts_record MATCH ? LIMIT 1"}) {
            const auto match = '"' + term + '"';
            auto row = connection.prepare(sql);
            auto more = row.bind(match).step();
            if (!more)
                error = more.error();
            else
                used = used || *more;
        }
        if (!error && !used)
            if (auto done = connection.prepare("DELETE FROM term WHERE term = ?").bind(term).run(); !done)
                error = done.error();
    }
    if (error)
        return fail(*error);
    return {};
}
}
