// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/support/http_sink.hpp"

#include <arpa/inet.h>
#include <array>
#include <cstdlib>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace agentarmy::tests {
namespace {
/// Bytes until the reader has what it wants; false at the end.
template <class Enough> bool readUntil(int socket, const std::stop_token& stop, std::string& buffer, Enough enough)
{
    while (!enough()) {
        pollfd entry {socket, POLLIN, 0};
        const int ready = ::poll(&entry, 1, 30);
        if (stop.stop_requested())
            return false;
        if (ready <= 0)
            continue;
        std::array<char, 65536> piece {};
        const auto got = ::recv(socket, piece.data(), piece.size(), 0);
        if (got <= 0)
            return false;
        buffer.append(piece.data(), std::size_t(got));
    }
    return true;
}

std::string lower(std::string text)
{
    for (auto& c : text)
        c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return text;
}
}

HttpSink::HttpSink(Script script)
    : m_script(std::move(script))
    , m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_socket, 64) != 0
        || ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        std::abort();
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this](const std::stop_token& stop) { listen(stop); });
}

HttpSink::~HttpSink()
{
    m_thread.request_stop();
    m_thread.join();
    ::close(m_socket);
}

std::vector<HttpSink::Request> HttpSink::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

std::string HttpSink::bytesOf(const Reply& reply)
{
    if (!reply.raw.empty())
        return reply.raw;
    std::string bytes = "HTTP/1.1 " + std::to_string(reply.status) + " Reply\r\n";
    for (const auto& [name, value] : reply.headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "Content-Length: " + std::to_string(reply.body.size()) + "\r\n\r\n" + reply.body;
}

void HttpSink::listen(const std::stop_token& stop)
{
    std::vector<std::jthread> talks;
    while (!stop.stop_requested()) {
        pollfd entry {m_socket, POLLIN, 0};
        if (::poll(&entry, 1, 30) <= 0)
            continue;
        const int socket = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        talks.emplace_back([this, socket, connection = m_connections++, stop] {
            talk(socket, connection, stop);
            ::close(socket);
        });
    }
}

void HttpSink::talk(int socket, int connection, const std::stop_token& stop)
{
    std::string buffer;
    for (;;) {
        if (!readUntil(socket, stop, buffer, [&] { return buffer.find("\r\n\r\n") != std::string::npos; }))
            return;
        Request request;
        request.connection = connection;
        const auto end = buffer.find("\r\n\r\n");
        const auto head = buffer.substr(0, end);
        buffer.erase(0, end + 4);
        const auto firstEnd = head.find("\r\n");
        const auto first = head.substr(0, firstEnd);
        const auto space = first.find(' ');
        request.method = first.substr(0, space);
        request.path = first.substr(space + 1, first.rfind(' ') - space - 1);
        for (auto at = firstEnd; at != std::string::npos && at < head.size();) {
            const auto next = head.find("\r\n", at + 2);
            const auto line = head.substr(at + 2, next == std::string::npos ? next : next - at - 2);
            const auto colon = line.find(": ");
            if (colon != std::string::npos)
                request.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
            at = next;
        }
        const auto length = std::size_t(std::strtoull(request.headers["content-length"].c_str(), nullptr, 10));
        if (!readUntil(socket, stop, buffer, [&] { return buffer.size() >= length; }))
            return;
        request.body = buffer.substr(0, length);
        buffer.erase(0, length);
        int number = 0;
        {
            const std::lock_guard lock(m_mutex);
            number = int(m_requests.size());
            m_requests.push_back(request);
        }
        const auto reply = m_script(request, number);
        auto bytes = bytesOf(reply);
        const bool cut = reply.cutAt >= 0 && std::size_t(reply.cutAt) < bytes.size();
        if (cut)
            bytes.resize(std::size_t(reply.cutAt));
        if (!bytes.empty())
            (void)!::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (reply.hang)
            while (!stop.stop_requested()) {
                pollfd entry {socket, POLLIN, 0};
                std::array<char, 64> piece {};
                if (::poll(&entry, 1, 30) > 0 && ::recv(socket, piece.data(), piece.size(), 0) <= 0)
                    return;
            }
        if (cut || !reply.raw.empty())
            return;
    }
}
}
