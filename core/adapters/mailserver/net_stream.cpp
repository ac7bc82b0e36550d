// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mailserver/net_stream.hpp"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace agentarmy::mailserver {
namespace {
using SteadyTime = std::chrono::steady_clock::time_point;
constexpr auto longestPoll = std::chrono::milliseconds(std::chrono::minutes(10));

Error unreachable(const std::string& why)
{
    return {ErrorKind::unavailable, "mail_unreachable", "The mail server cannot be reached: " + why + '.', {}};
}
Error timedOut() { return {ErrorKind::unavailable, "mail_timeout", "The mail server did not answer in time.", {}}; }
Error stopped() { return {ErrorKind::unavailable, "stopped", "Cancelled.", {}}; }

struct FreeAddresses {
    void operator()(addrinfo* list) const { freeaddrinfo(list); }
};

bool isThisMachine(const std::string& host)
{
    return host == "localhost" || host == "::1" || host.rfind("127.", 0) == 0;
}

/// Becomes readable when a stop is asked for.
class StopBell {
public:
    explicit StopBell(const std::stop_token& stop)
        : m_descriptor(stop.stop_possible() ? ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK) : -1)
        , m_ring(stop, Ring {m_descriptor})
    {
    }
    ~StopBell()
    {
        m_ring.reset();
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    StopBell(const StopBell&) = delete;
    StopBell& operator=(const StopBell&) = delete;
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    struct Ring {
        int descriptor;
        void operator()() const
        {
            if (descriptor >= 0)
                ::eventfd_write(descriptor, 1);
        }
    };
    struct Callback {
        Callback(const std::stop_token& stop, Ring ring)
            : callback(std::in_place, stop, ring)
        {
        }
        void reset() { callback.reset(); }
        std::optional<std::stop_callback<Ring>> callback;
    };
    int m_descriptor;
    Callback m_ring;
};

bool isAddress(const std::string& host)
{
    std::array<unsigned char, sizeof(in6_addr)> ignored {};
    return inet_pton(AF_INET, host.c_str(), ignored.data()) == 1
        || inet_pton(AF_INET6, host.c_str(), ignored.data()) == 1;
}
}

struct NetStream::Tls {
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context {nullptr, &SSL_CTX_free};
    std::unique_ptr<SSL, decltype(&SSL_free)> session {nullptr, &SSL_free};
    BIO* incoming = nullptr; ///< owned by the session: what the socket gave, for TLS to read
    BIO* outgoing = nullptr; ///< the same: what TLS wrote, for the socket
};

NetStream::NetStream(int socket)
    : m_socket(socket)
{
}

NetStream::~NetStream()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

void NetStream::use(const Context& context, std::chrono::milliseconds timeout)
{
    m_context = &context;
    m_timeout = timeout;
}

tl::unexpected<Error> NetStream::failed(Error error)
{
    if (!m_failure)
        m_failure = error;
    return fail(std::move(error));
}

/// Until the socket is ready or the time is over; `ready` says which.
Result<void> NetStream::waitFor(short events, SteadyTime until, bool& ready)
{
    ready = false;
    if (m_context->deadline)
        until = std::min(until, *m_context->deadline);
    const StopBell bell(m_context->stop); // a stop wakes us: waiting for hours costs nothing
    for (;;) {
        if (m_context->stop.stop_requested())
            return failed(stopped());
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return {};
        std::array<pollfd, 2> entries {pollfd {m_socket, events, 0}, pollfd {bell.descriptor(), POLLIN, 0}};
        const auto longest = std::min<std::int64_t>(left.count(), longestPoll.count());
        const auto answer = ::poll(entries.data(), bell.descriptor() < 0 ? 1 : 2, int(longest));
        if (answer < 0 && errno != EINTR)
            return failed(unreachable(std::strerror(errno)));
        if (answer > 0 && entries[0].revents != 0) {
            ready = true;
            return {};
        }
    }
}

Result<std::unique_ptr<NetStream>> NetStream::connect(const Context& context, const std::string& host, int port,
    MailSecurity security, const std::string& caFile, std::chrono::milliseconds timeout)
{
    if (security == MailSecurity::none && !isThisMachine(host))
        return fail({ErrorKind::denied, "mail_tls",
            "Passwords and mail go unprotected only to a server on this machine; " + host + " is another one.",
            {{"field", std::string("security")}}});
    addrinfo hints {};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const auto port_ = std::to_string(port);
    if (const auto code = ::getaddrinfo(host.c_str(), port_.c_str(), &hints, &found); code != 0)
        return fail(unreachable("no server is known as " + host + " (" + gai_strerror(code) + ")"));
    const std::unique_ptr<addrinfo, FreeAddresses> addresses(found);
    Error last = unreachable(host + " has no address");
    for (const auto* address = addresses.get(); address; address = address->ai_next) {
        const int socket
            = ::socket(address->ai_family, address->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, address->ai_protocol);
        if (socket < 0) {
            last = unreachable(std::strerror(errno));
            continue;
        }
        std::unique_ptr<NetStream> stream(new NetStream(socket));
        stream->use(context, timeout);
        const int on = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ::setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
        if (::connect(socket, address->ai_addr, address->ai_addrlen) != 0) {
            if (errno != EINPROGRESS) {
                last = unreachable(host + ": " + std::strerror(errno));
                continue;
            }
            bool ready = false;
            if (auto waited = stream->waitFor(POLLOUT, std::chrono::steady_clock::now() + timeout, ready); !waited)
                return fail(waited.error());
            int code = 0;
            socklen_t size = sizeof code;
            ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &size);
            if (!ready || code != 0) {
                last = ready ? unreachable(host + ": " + std::strerror(code)) : timedOut();
                continue;
            }
        }
        if (security == MailSecurity::tls)
            if (auto done = stream->secure(host, caFile); !done)
                return fail(done.error());
        return stream;
    }
    return fail(std::move(last));
}

Result<void> NetStream::secure(const std::string& host, const std::string& caFile)
{
    auto tls = std::make_unique<Tls>();
    tls->context.reset(SSL_CTX_new(TLS_client_method()));
    if (!tls->context)
        return failed({ErrorKind::internal, "mail_tls", "TLS cannot be started.", {}});
    SSL_CTX_set_min_proto_version(tls->context.get(), TLS1_2_VERSION);
    SSL_CTX_set_verify(tls->context.get(), SSL_VERIFY_PEER, nullptr);
    if (caFile.empty())
        SSL_CTX_set_default_verify_paths(tls->context.get());
    else if (SSL_CTX_load_verify_locations(tls->context.get(), caFile.c_str(), nullptr) != 1)
        return failed({ErrorKind::denied, "mail_tls", "No certificates can be read from " + caFile + '.',
            {{"field", std::string("caFile")}}});
    tls->session.reset(SSL_new(tls->context.get()));
    tls->incoming = BIO_new(BIO_s_mem());
    tls->outgoing = BIO_new(BIO_s_mem());
    SSL_set_bio(tls->session.get(), tls->incoming, tls->outgoing);
    SSL_set_connect_state(tls->session.get());
    if (isAddress(host)) {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls->session.get()), host.c_str());
    } else {
        SSL_set1_host(tls->session.get(), host.c_str());
        SSL_set_tlsext_host_name(tls->session.get(), host.c_str());
    }
    m_tls = std::move(tls);
    return handshake();
}

Result<void> NetStream::handshake()
{
    for (;;) {
        ERR_clear_error();
        const int answer = SSL_do_handshake(m_tls->session.get());
        if (auto flushed = flushTls(); !flushed && answer == 1)
            return flushed;
        if (answer == 1)
            return {};
        if (SSL_get_error(m_tls->session.get(), answer) != SSL_ERROR_WANT_READ) {
            const auto verdict = SSL_get_verify_result(m_tls->session.get());
            std::array<char, 200> text {};
            ERR_error_string_n(ERR_get_error(), text.data(), text.size());
            return failed({ErrorKind::denied, "mail_tls",
                verdict != X509_V_OK ? "The server's certificate is not trusted: "
                        + std::string(X509_verify_cert_error_string(verdict)) + ". Nothing was sent to it."
                                     : "No protected connection came about: " + std::string(text.data()) + '.',
                {}});
        }
        std::array<char, 16384> piece {};
        auto got = receive(piece.data(), piece.size());
        if (!got)
            return fail(got.error());
        if (*got == 0)
            return failed(unreachable("the server closed the connection while it was being protected"));
        BIO_write(m_tls->incoming, piece.data(), int(*got));
    }
}

Result<void> NetStream::flushTls()
{
    std::array<char, 16384> piece {};
    for (int size = 0; (size = BIO_read(m_tls->outgoing, piece.data(), int(piece.size()))) > 0;)
        if (auto sent = transmit({piece.data(), std::size_t(size)}); !sent)
            return sent;
    return {};
}

/// From the socket, whatever lies on it.
Result<std::size_t> NetStream::receive(char* into, std::size_t size)
{
    const auto until = std::chrono::steady_clock::now() + m_timeout;
    for (;;) {
        const auto got = ::recv(m_socket, into, size, 0);
        if (got >= 0)
            return std::size_t(got);
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK)
            return failed(unreachable(std::string("the connection was lost (") + std::strerror(errno) + ')'));
        bool ready = false;
        if (auto waited = waitFor(POLLIN, until, ready); !waited)
            return fail(waited.error());
        if (!ready)
            return failed(timedOut());
    }
}

Result<void> NetStream::transmit(std::string_view bytes)
{
    const auto until = std::chrono::steady_clock::now() + m_timeout;
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent > 0) {
            bytes.remove_prefix(std::size_t(sent));
            continue;
        }
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK)
            return failed(unreachable(std::string("the connection was lost (") + std::strerror(errno) + ')'));
        bool ready = false;
        if (auto waited = waitFor(POLLOUT, until, ready); !waited)
            return waited;
        if (!ready)
            return failed(timedOut());
    }
    return {};
}

Result<std::size_t> NetStream::read(char* into, std::size_t size)
{
    if (m_allowed == 0)
        return failed({ErrorKind::internal, "mail_protocol", "The mail server sends more than was asked for.", {}});
    size = std::size_t(std::min<std::uint64_t>(size, m_allowed));
    if (!m_tls) {
        auto got = receive(into, size);
        if (got)
            m_allowed -= *got;
        return got;
    }
    for (;;) {
        ERR_clear_error();
        const int got = SSL_read(m_tls->session.get(), into, int(std::min<std::size_t>(size, 1 << 20)));
        if (got > 0) {
            m_allowed -= std::uint64_t(got);
            return std::size_t(got);
        }
        const int why = SSL_get_error(m_tls->session.get(), got);
        if (why == SSL_ERROR_ZERO_RETURN)
            return std::size_t(0);
        if (why != SSL_ERROR_WANT_READ)
            return failed(unreachable("the protected connection broke"));
        if (auto flushed = flushTls(); !flushed)
            return fail(flushed.error());
        std::array<char, 16384> piece {};
        auto raw = receive(piece.data(), piece.size());
        if (!raw)
            return raw;
        if (*raw == 0)
            return std::size_t(0);
        BIO_write(m_tls->incoming, piece.data(), int(*raw));
    }
}

Result<void> NetStream::write(std::string_view bytes)
{
    if (!m_tls)
        return transmit(bytes);
    while (!bytes.empty()) {
        ERR_clear_error();
        const int sent
            = SSL_write(m_tls->session.get(), bytes.data(), int(std::min<std::size_t>(bytes.size(), 1 << 20)));
        if (sent <= 0)
            return failed(unreachable("the protected connection broke"));
        bytes.remove_prefix(std::size_t(sent));
        if (auto flushed = flushTls(); !flushed)
            return flushed;
    }
    return {};
}

Result<bool> NetStream::waitReadable(std::chrono::milliseconds longest)
{
    if (m_tls && (SSL_pending(m_tls->session.get()) > 0 || BIO_ctrl_pending(m_tls->incoming) > 0))
        return true;
    bool ready = false;
    if (auto waited = waitFor(POLLIN, std::chrono::steady_clock::now() + longest, ready); !waited)
        return fail(waited.error());
    return ready;
}
}
