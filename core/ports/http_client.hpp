// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/context.hpp"

#include <functional>

namespace agentarmy {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
    std::string method = "GET"; ///< upper case
    std::string url; ///< https, or http to this machine only; without user and password
    HttpHeaders headers; ///< a value with a control character: `invalid_header`
    std::string body;
    std::chrono::milliseconds timeout {30'000}; ///< whole exchange; the context's deadline is kept if it is earlier
    std::chrono::milliseconds connectTimeout {10'000};
    std::size_t maxBody = std::size_t(16) << 20; ///< bytes of the answer; more: `http_too_large`
    std::string circuit; ///< name of the circuit breaker; empty: scheme, host and port of the url
};

struct HttpResponse {
    int status = 0;
    HttpHeaders headers; ///< names in lower case, in the order they came
    std::string body;

    /// First value of a header by its lower-case name, "" if absent.
    [[nodiscard]] std::string_view header(std::string_view lowerName) const
    {
        for (const auto& [name, value] : headers)
            if (name == lowerName)
                return value;
        return {};
    }
};

/// Pieces of a body as they come; false ends the exchange with `stopped`.
using HttpSink = std::function<bool(std::string_view piece)>;

/// One blocking HTTP exchange at a time for each caller; thread safe. Certificates and host names are always verified,
/// redirects are never followed. It does not retry: only the caller knows what may be said twice.
///
/// Every status is an answer, not an error. Errors: `invalid_header`, `invalid_url` (invalid); `http_timeout`,
/// `http_unreachable` (name, connection, or lost before an answer), `http_cut` (lost within an answer, details
/// `receivedBytes`), `http_tls`, `http_circuit_open`, `stopped` (unavailable); `http_too_large`, `http_malformed`
/// (internal).
///
/// Circuit breaker: after 5 errors in a row of connecting, time-out or status 5xx the circuit is open for 30 s, in
/// which calls fail at once; then one call is let through, and its outcome closes the circuit or opens it again.
class HttpClient {
public:
    virtual ~HttpClient() = default;
    [[nodiscard]] virtual Result<HttpResponse> send(const Context& context, const HttpRequest& request) = 0;
    /// As send(), but the body of a 2xx answer goes to the sink and `body` stays empty; other answers come whole.
    [[nodiscard]] virtual Result<HttpResponse> stream(
        const Context& context, const HttpRequest& request, const HttpSink& sink)
        = 0;
};
}
