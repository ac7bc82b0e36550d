// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/mailbox.hpp"
#include "core/ports/context.hpp"

#include <memory>
#include <string_view>

namespace agentarmy::mailserver {

/// A TCP connection that gives up in time: every wait ends with the time-out, the context's deadline or its stop token.
/// TLS 1.2 or newer; certificate and host name are always verified. Used by one thread.
///
/// Errors: `mail_unreachable`, `mail_timeout`, `stopped` (unavailable), `mail_tls` (denied), `mail_protocol` (more
/// bytes than allow() said).
class NetStream {
public:
    /// `caFile`: the authorities that are trusted, instead of those of the system; empty: the system's.
    [[nodiscard]] static Result<std::unique_ptr<NetStream>> connect(const Context& context, const std::string& host,
        int port, MailSecurity security, const std::string& caFile, std::chrono::milliseconds timeout);
    ~NetStream();
    NetStream(const NetStream&) = delete;
    NetStream& operator=(const NetStream&) = delete;

    /// For the calls that follow; the context must outlive them. `timeout`: without a byte.
    void use(const Context& context, std::chrono::milliseconds timeout);
    /// Bytes that may still be read; a server that sends more is cut off.
    void allow(std::uint64_t bytes) { m_allowed = bytes; }
    /// At least one byte; 0: the other side closed.
    [[nodiscard]] Result<std::size_t> read(char* into, std::size_t size);
    [[nodiscard]] Result<void> write(std::string_view bytes);
    /// From plain to TLS on the open connection. What the other side sent before is an error (command injection).
    [[nodiscard]] Result<void> secure(const std::string& host, const std::string& caFile);
    /// True: there is something to read; false: the time passed.
    [[nodiscard]] Result<bool> waitReadable(std::chrono::milliseconds longest);
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; } ///< the first one

private:
    struct Tls;
    explicit NetStream(int socket);
    Result<void> handshake();
    Result<void> waitFor(short events, std::chrono::steady_clock::time_point until, bool& ready);
    Result<std::size_t> receive(char* into, std::size_t size);
    Result<void> transmit(std::string_view bytes);
    Result<void> flushTls();
    tl::unexpected<Error> failed(Error error);

    int m_socket = -1;
    std::unique_ptr<Tls> m_tls;
    const Context* m_context = nullptr;
    std::chrono::milliseconds m_timeout {60'000};
    std::uint64_t m_allowed = std::uint64_t(256) << 20;
    std::optional<Error> m_failure;
};
}
