// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace agentarmy::platform {

/// What stands where a person was named.
inline constexpr std::string_view erasedText = "[erased]";

/// How texts may speak of one person. Of each at most 100 count.
struct PersonNames {
    std::vector<std::string> names; ///< "Jonas Brandt"; of one word: looked for only where the person takes part
    std::vector<std::string> addresses; ///< of mail
    std::vector<std::string> phones; ///< as written
    /// Words that are others' too, of a colleague's name or the company's: alone they mean nobody.
    std::vector<std::string> sharedWords;
};

/// Finds a person in texts. Whole words, case folded: the full name in both orders, with an initial between, with line
/// breaks, dots or quote marks between its words, with a genitive s; mail addresses; phone numbers by their digits.
class PersonMarks {
public:
    /// `everywhere`: the text may be anybody's. `present`: the person takes part in it, so that a first name or a
    /// surname alone means them as well.
    enum class Reach { everywhere, present };

    explicit PersonMarks(const PersonNames& names);
    /// Puts erasedText in the place of each; how many there were. Linear in the text.
    int mask(std::string& text, Reach reach) const;
    [[nodiscard]] bool isNamedIn(std::string_view text, Reach reach) const;
    [[nodiscard]] bool isAddress(std::string_view address) const; ///< one of theirs, in any case

private:
    struct Span {
        std::size_t begin = 0, end = 0;
    };
    struct Word {
        std::size_t begin = 0, end = 0;
        std::string folded;
    };
    [[nodiscard]] std::vector<Span> find(std::string_view text, Reach reach) const;
    void findNames(std::string_view text, Reach reach, std::vector<Span>& found) const;
    void findAddresses(std::string_view text, std::vector<Span>& found) const;
    void findPhones(std::string_view text, std::vector<Span>& found) const;
    void addName(std::string_view name, const std::unordered_set<std::string>& shared);
    [[nodiscard]] static std::vector<Word> wordsOf(std::string_view text);
    [[nodiscard]] static std::size_t matchAt(
        std::string_view text, const std::vector<Word>& words, std::size_t at, const std::vector<std::string>& name);

    std::unordered_map<std::string, std::vector<std::vector<std::string>>> m_names; ///< by their first word
    std::unordered_set<std::string> m_parts, m_addresses, m_handles;
    std::vector<std::string> m_phoneEnds; ///< the last digits
};
}
