// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/mailserver/net_stream.hpp"
#include "core/ports/mail_server.hpp"

struct mailimap; // of libetpan

namespace agentarmy::mailserver {

struct ImapTimes {
    std::chrono::milliseconds connect {15'000};
    std::chrono::milliseconds answer {60'000}; ///< without a byte
};

/// One IMAP connection through libetpan, over a stream of our own.
class ImapSession final : public MailSession {
public:
    [[nodiscard]] static Result<std::unique_ptr<MailSession>> signIn(
        const Context& context, const MailAccess& access, const ImapTimes& times);
    ~ImapSession() override;
    ImapSession(const ImapSession&) = delete;
    ImapSession& operator=(const ImapSession&) = delete;

    Result<std::vector<RemoteFolder>> folders(const Context& context) override;
    Result<FolderState> open(const Context& context, const std::string& path) override;
    Result<std::vector<std::uint32_t>> numbers(
        const Context& context, std::uint32_t from, std::uint32_t to, std::optional<Date> since) override;
    Result<std::vector<RemoteMail>> fetch(
        const Context& context, const std::vector<std::uint32_t>& numbers, std::int64_t maxBytes) override;
    Result<std::vector<RemoteMail>> fetchHeaders(
        const Context& context, const std::vector<std::uint32_t>& numbers) override;
    Result<std::vector<std::uint32_t>> withMessageId(const Context& context, const std::string& messageId) override;
    Result<MailWait> wait(const Context& context, std::chrono::seconds longest, std::chrono::seconds poll) override;
    Result<void> append(const Context& context, const std::string& path, const std::string& raw) override;

private:
    ImapSession(std::unique_ptr<NetStream> stream, ImapTimes times);
    void use(const Context& context, std::uint64_t bytes = std::uint64_t(64) << 20);
    /// The error of a call that did not succeed: of the connection, else what the server said.
    [[nodiscard]] Error problem(int code, const std::string& what) const;
    Result<std::vector<RemoteMail>> fetchParts(
        const std::vector<std::uint32_t>& numbers, bool headersOnly, bool bodies);

    std::unique_ptr<NetStream> m_stream;
    ImapTimes m_times;
    mailimap* m_imap = nullptr;
};
}
