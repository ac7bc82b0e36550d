// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "tests/bench/store/corpus.hpp"

#include <filesystem>
#include <fstream>

namespace agentarmy::bench {

/// Writes a mailbox as a company of 20 people might have it: threads of six mails with customers, every third of them
/// from us, each of about 3 KB with the headers, quotes and signatures that mail programs write, an own word of a deal
/// in some, a newsletter now and then. Seeded: the same count gives the same bytes. Memory stays the same for any
/// count.
class MailboxMaker {
public:
    explicit MailboxMaker(const std::filesystem::path& file);
    void write(int mails); ///< appends
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

private:
    std::string mail(int number);

    Corpus m_corpus;
    std::ofstream m_out;
    std::uint64_t m_bytes = 0;
    int m_written = 0;
};
}
