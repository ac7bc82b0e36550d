// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/store.hpp"

#include <random>

namespace agentarmy::bench {

/// A made-up mailbox whose words are spread as in real text: word k of the vocabulary comes with a weight of 1/k, so
/// some words stand in nearly every mail and most in a handful. Seeded: the same size gives the same documents.
class Corpus {
public:
    explicit Corpus(std::uint64_t seed);

    [[nodiscard]] std::string word(); ///< by its frequency
    [[nodiscard]] const std::string& wordAt(std::size_t rank) const { return m_words[rank]; } ///< 0: the commonest
    [[nodiscard]] std::size_t vocabulary() const { return m_words.size(); }
    [[nodiscard]] std::string text(std::size_t bytes);
    [[nodiscard]] std::size_t below(std::size_t n) { return std::size_t(m_random() % n); }

    [[nodiscard]] Json account(int number);
    [[nodiscard]] Json contact(int number, const Uuid& account);
    [[nodiscard]] Json opportunity(int number, const Uuid& account, const Uuid& owner);
    [[nodiscard]] Json conversation(int number, const Uuid& account, const Uuid& contact);
    [[nodiscard]] Json message(int number, const Uuid& conversation, const Uuid& account, const Uuid& contact);
    [[nodiscard]] Json state(const Uuid& conversation, const Uuid& account, const Uuid& contact);
    [[nodiscard]] Json plan(const Uuid& account);

private:
    std::mt19937_64 m_random;
    std::vector<std::string> m_words;
    std::vector<double> m_cumulated;
};

struct Sizes {
    int messages, conversations, contacts, accounts, opportunities;
};
/// As the speed targets have it: 100,000 messages stand beside 10,000 opportunities and 5,000 accounts.
[[nodiscard]] Sizes sizesFor(int messages);

/// What fill() made.
struct Filled {
    std::vector<Uuid> accounts, contacts, opportunities, conversations, messages;
};
[[nodiscard]] Result<Filled> fill(Store& store, Corpus& corpus, IdSource& ids, const Sizes& sizes);
}
