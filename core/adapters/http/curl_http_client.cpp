// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/http/curl_http_client.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <curl/curl.h>

namespace agentarmy::http {
namespace {
constexpr std::size_t idleHandles = 8;
constexpr std::size_t largestHeaders = std::size_t(256) << 10; // bytes of an answer's head
constexpr std::size_t keptCircuits = 1000;

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreeUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

Error invalidUrl(const std::string& why)
{
    return {ErrorKind::invalid, "invalid_url", "This address cannot be called: " + why + '.',
        {{"field", std::string("url")}}};
}

std::string partOf(CURLU* url, CURLUPart part)
{
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK || !text)
        return {};
    std::string out(text);
    curl_free(text);
    return out;
}

bool isThisMachine(const std::string& host)
{
    return host == "localhost" || host == "[::1]" || host.rfind("127.", 0) == 0;
}

bool hasControls(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// What the callbacks of one exchange share.
struct Exchange {
    const Context& context;
    const HttpRequest& request;
    const HttpSink* sink;
    CURL* curl;
    HttpResponse response {};
    std::size_t headerBytes = 0;
    std::int64_t received = 0; ///< of the body
    bool stopped = false, tooLarge = false, sinkEnded = false;
    bool answered = false; ///< the head of an answer came
};

std::size_t takeHeader(char* data, std::size_t size, std::size_t count, void* user)
{
    auto& exchange = *static_cast<Exchange*>(user);
    const std::string_view line(data, size * count);
    exchange.headerBytes += line.size();
    if (exchange.headerBytes > largestHeaders) {
        exchange.tooLarge = true;
        return 0;
    }
    if (line.starts_with("HTTP/")) { // of an answer before (100 Continue) nothing counts
        exchange.response.headers.clear();
        exchange.answered = true;
        return line.size();
    }
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && colon > 0)
        exchange.response.headers.emplace_back(
            asciiLower(line.substr(0, colon)), std::string(trimView(line.substr(colon + 1))));
    return line.size();
}

std::size_t takeBody(char* data, std::size_t size, std::size_t count, void* user)
{
    auto& exchange = *static_cast<Exchange*>(user);
    const auto bytes = size * count;
    exchange.received += std::int64_t(bytes);
    if (std::size_t(exchange.received) > exchange.request.maxBody) {
        exchange.tooLarge = true;
        return 0;
    }
    if (exchange.sink) {
        long status = 0;
        curl_easy_getinfo(exchange.curl, CURLINFO_RESPONSE_CODE, &status);
        if (status >= 200 && status < 300) {
            if (!(*exchange.sink)({data, bytes})) {
                exchange.sinkEnded = true;
                return 0;
            }
            return bytes;
        }
    }
    exchange.response.body.append(data, bytes);
    return bytes;
}

int look(void* user, curl_off_t /*downTotal*/, curl_off_t /*down*/, curl_off_t /*upTotal*/, curl_off_t /*up*/)
{
    auto& exchange = *static_cast<Exchange*>(user);
    exchange.stopped = exchange.context.stop.stop_requested();
    return exchange.stopped ? 1 : 0;
}

Error problem(CURLcode code, const Exchange& exchange)
{
    if (exchange.stopped || exchange.sinkEnded)
        return {ErrorKind::unavailable, "stopped", "Cancelled.", {}};
    if (exchange.tooLarge)
        return {ErrorKind::internal, "http_too_large", "The answer is larger than what is read.", {}};
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return {ErrorKind::unavailable, "http_timeout", "The service did not answer in time.",
            {{"receivedBytes", exchange.received}}};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CIPHER:
        return {ErrorKind::unavailable, "http_tls",
            std::string("The connection to the service is not protected: ") + curl_easy_strerror(code)
                + ". Nothing was sent.",
            {}};
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2:
        return {ErrorKind::internal, "http_malformed", "The service's answer is no HTTP.", {}};
    default:
        break;
    }
    if (exchange.answered)
        return {ErrorKind::unavailable, "http_cut", "The connection was lost within the answer.",
            {{"receivedBytes", exchange.received}}};
    return {ErrorKind::unavailable, "http_unreachable",
        std::string("The service cannot be reached: ") + curl_easy_strerror(code) + '.', {}};
}

/// Says something against the service, so that others need not find it out as well.
bool speaksAgainst(const Error& error)
{
    return error.code == "http_timeout" || error.code == "http_unreachable" || error.code == "http_cut"
        || error.code == "http_tls";
}
}

struct CurlHttpClient::Handle {
    Handle()
        : curl(curl_easy_init())
    {
    }
    ~Handle() { curl_easy_cleanup(curl); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    CURL* curl;
};

Result<std::string> originOf(const std::string& url)
{
    if (hasControls(url))
        return fail(invalidUrl("a control character stands in it"));
    const std::unique_ptr<CURLU, FreeUrl> parsed(curl_url());
    if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK)
        return fail(invalidUrl("it is no address of the web"));
    const auto scheme = partOf(parsed.get(), CURLUPART_SCHEME);
    const auto host = asciiLower(partOf(parsed.get(), CURLUPART_HOST));
    if (host.empty())
        return fail(invalidUrl("it names no server"));
    if (!partOf(parsed.get(), CURLUPART_USER).empty() || !partOf(parsed.get(), CURLUPART_PASSWORD).empty())
        return fail(invalidUrl("a name or password stands in it"));
    if (scheme != "https" && !(scheme == "http" && isThisMachine(host)))
        return fail(invalidUrl("only https, or http to this machine, protects what is sent"));
    const auto port = partOf(parsed.get(), CURLUPART_PORT);
    return scheme + "://" + host + (port.empty() ? std::string() : ':' + port);
}

CurlHttpClient::CurlHttpClient(HttpOptions options)
    : m_options(std::move(options))
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

CurlHttpClient::~CurlHttpClient() = default;

std::unique_ptr<CurlHttpClient::Handle> CurlHttpClient::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_idle.empty())
        return std::make_unique<Handle>();
    auto handle = std::move(m_idle.back());
    m_idle.pop_back();
    return handle;
}

void CurlHttpClient::giveBack(std::unique_ptr<Handle> handle)
{
    curl_easy_reset(handle->curl); // connections stay
    const std::lock_guard lock(m_mutex);
    if (m_idle.size() < idleHandles)
        m_idle.push_back(std::move(handle));
}

Result<HttpResponse> CurlHttpClient::send(const Context& context, const HttpRequest& request)
{
    return exchange(context, request, nullptr);
}

Result<HttpResponse> CurlHttpClient::stream(const Context& context, const HttpRequest& request, const HttpSink& sink)
{
    return exchange(context, request, &sink);
}

Result<HttpResponse> CurlHttpClient::exchange(const Context& context, const HttpRequest& request, const HttpSink* sink)
{
    auto origin = originOf(request.url);
    if (!origin)
        return fail(origin.error());
    std::unique_ptr<curl_slist, FreeList> headers;
    for (const auto& [name, value] : request.headers) {
        if (name.empty() || hasControls(name) || hasControls(value) || name.find_first_of(" :") != std::string::npos)
            return fail({ErrorKind::invalid, "invalid_header", "A header of the request holds what no header may hold.",
                {{"field", std::string("headers")}}});
        headers.reset(curl_slist_append(headers.release(), (name + (value.empty() ? ";" : ": " + value)).c_str()));
    }
    headers.reset(curl_slist_append(headers.release(), "Expect:")); // no waiting for a 100 Continue
    if (context.stop.stop_requested())
        return fail({ErrorKind::unavailable, "stopped", "Cancelled.", {}});
    const auto circuit = request.circuit.empty() ? *origin : request.circuit;
    const auto now = std::chrono::steady_clock::now();
    auto timeout = request.timeout;
    if (context.deadline)
        timeout = std::min(timeout, std::chrono::ceil<std::chrono::milliseconds>(*context.deadline - now));
    if (timeout.count() <= 0)
        return fail({ErrorKind::unavailable, "http_timeout", "The time for this call is over.", {}});
    {
        const std::lock_guard lock(m_mutex);
        if (m_circuits.size() > keptCircuits)
            m_circuits.clear();
        if (!m_circuits[circuit].allows(now))
            return fail({ErrorKind::unavailable, "http_circuit_open",
                "The service failed several times in a row; it is left alone for a moment.", {}});
    }
    auto handle = take();
    auto* curl = handle->curl;
    Exchange exchange {context, request, sink, curl};
    curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(curl, CURLOPT_USERAGENT, m_options.userAgent.c_str());
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, ""); // whatever libcurl can unpack
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(std::min(request.connectTimeout, timeout).count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(timeout.count()));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!m_options.caFile.empty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, m_options.caFile.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    if (!request.body.empty() || request.method == "POST" || request.method == "PUT" || request.method == "PATCH") {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    }
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    if (request.method == "HEAD")
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &exchange);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &exchange);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &exchange);
    const auto code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    exchange.response.status = int(status);
    std::optional<Error> error;
    if (code != CURLE_OK)
        error = problem(code, exchange);
    {
        const std::lock_guard lock(m_mutex);
        auto& breaker = m_circuits[circuit];
        if ((error && speaksAgainst(*error)) || (!error && status >= 500))
            breaker.failed(std::chrono::steady_clock::now());
        else if (error)
            breaker.abandoned();
        else
            breaker.succeeded();
    }
    giveBack(std::move(handle));
    if (error)
        return fail(std::move(*error));
    return std::move(exchange.response);
}
}
