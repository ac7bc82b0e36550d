// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/http/circuit_breaker.hpp"
#include "core/ports/http_client.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace agentarmy::http {

struct HttpOptions {
    std::string caFile; ///< authorities instead of those of the system; empty: the system's
    std::string userAgent = "AgentArmy";
};

/// HttpClient by libcurl. Connections are kept and used again.
class CurlHttpClient final : public HttpClient {
public:
    explicit CurlHttpClient(HttpOptions options = {});
    ~CurlHttpClient() override;
    CurlHttpClient(const CurlHttpClient&) = delete;
    CurlHttpClient& operator=(const CurlHttpClient&) = delete;

    Result<HttpResponse> send(const Context& context, const HttpRequest& request) override;
    Result<HttpResponse> stream(const Context& context, const HttpRequest& request, const HttpSink& sink) override;

private:
    struct Handle;
    Result<HttpResponse> exchange(const Context& context, const HttpRequest& request, const HttpSink* sink);
    std::unique_ptr<Handle> take();
    void giveBack(std::unique_ptr<Handle> handle);

    HttpOptions m_options;
    std::mutex m_mutex; ///< of the two below
    std::vector<std::unique_ptr<Handle>> m_idle;
    std::map<std::string, CircuitBreaker> m_circuits;
};

/// The circuit and connection of a url: scheme, host and port. `invalid_url`: neither https nor http to this machine, a
/// user or password in it, control characters, no host.
[[nodiscard]] Result<std::string> originOf(const std::string& url);
}
