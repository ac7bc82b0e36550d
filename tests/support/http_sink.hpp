// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace agentarmy::tests {

/// A scriptable HTTP/1.1 server on 127.0.0.1.
class HttpSink {
public:
    struct Request {
        std::string method, path;
        std::map<std::string, std::string> headers; ///< names in lower case
        std::string body;
        int connection = 0; ///< on which it came, from 0
    };
    struct Reply {
        int status = 200;
        std::vector<std::pair<std::string, std::string>> headers {{"Content-Type", "application/json"}};
        std::string body;
        std::string raw; ///< instead of all of the above, as it is
        int cutAt = -1; ///< the connection ends after so many bytes of the whole answer
        bool hang = false; ///< at the cut it stays open and says nothing more
    };
    using Script = std::function<Reply(const Request&, int number)>;

    explicit HttpSink(Script script);
    ~HttpSink();
    HttpSink(const HttpSink&) = delete;
    HttpSink& operator=(const HttpSink&) = delete;

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] std::string url(const std::string& path = {}) const
    {
        return "http://127.0.0.1:" + std::to_string(m_port) + path;
    }
    [[nodiscard]] std::vector<Request> requests() const;
    [[nodiscard]] int connections() const { return m_connections; }
    /// The bytes of an answer as they go over the wire.
    [[nodiscard]] static std::string bytesOf(const Reply& reply);

private:
    void listen(const std::stop_token& stop);
    void talk(int socket, int connection, const std::stop_token& stop);

    Script m_script;
    int m_socket = -1, m_port = 0;
    std::atomic<int> m_connections {0};
    mutable std::mutex m_mutex;
    std::vector<Request> m_requests;
    std::jthread m_thread;
};
}
