// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mailbox_reader.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <cstdio>
#include <string>
#include <unistd.h>

AGENTARMY_FUZZ_TARGET

void fuzz(std::string_view input)
{
    static const std::string path = "/tmp/agentarmy-fuzz-" + std::to_string(getpid()) + ".mbox";
    if (std::FILE* file = std::fopen(path.c_str(), "wb")) {
        std::fwrite(input.data(), 1, input.size(), file);
        std::fclose(file);
    }
    auto reader
        = agentarmy::mail::MailboxReader::open(path, agentarmy::mail::MailboxKind::mbox, 0, {.messageBytes = 4096});
    if (!reader)
        return;
    std::uint64_t last = 0;
    std::size_t count = 0;
    while (true) {
        const auto mail = reader->next();
        require(mail.has_value());
        if (!*mail)
            break;
        require((*mail)->position >= last && (*mail)->nextPosition > (*mail)->position); // resuming always gets on
        require((*mail)->nextPosition <= input.size() && (*mail)->raw.size() <= 4096);
        last = (*mail)->nextPosition;
        require(++count <= input.size());
    }
    std::remove(path.c_str());
}
