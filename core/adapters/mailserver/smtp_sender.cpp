// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mailserver/smtp_sender.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <curl/curl.h>
#include <mutex>

namespace agentarmy::mailserver {
namespace {
constexpr std::size_t longestServerText = 200;

struct FreeEasy {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// What the callbacks share.
struct Exchange {
    const Context* context = nullptr;
    std::string_view left; ///< of the mail
    bool handedOver = false; ///< libcurl has all of it, and writes the line that ends it
    std::string lastReply; ///< of the server
};

std::size_t giveBytes(char* into, std::size_t size, std::size_t count, void* user)
{
    auto& exchange = *static_cast<Exchange*>(user);
    const auto bytes = std::min(size * count, exchange.left.size());
    std::copy_n(exchange.left.data(), bytes, into);
    exchange.left.remove_prefix(bytes);
    if (bytes == 0)
        exchange.handedOver = true;
    return bytes;
}

int look(void* user, curl_off_t /*downTotal*/, curl_off_t /*down*/, curl_off_t /*upTotal*/, curl_off_t /*up*/)
{
    return static_cast<Exchange*>(user)->context->stop.stop_requested() ? 1 : 0;
}

/// Remembers what the server said last, for words about a refusal. Never sees what we send.
int listen(CURL* /*curl*/, curl_infotype type, char* data, std::size_t size, void* user)
{
    if (type == CURLINFO_HEADER_IN) {
        auto line = toValidUtf8(std::string_view(data, size));
        for (auto& c : line)
            if (static_cast<unsigned char>(c) < 0x20)
                c = ' ';
        static_cast<Exchange*>(user)->lastReply = std::string(cutAtCodePoint(collapseSpaces(line), longestServerText));
    }
    return 0;
}

bool isThisMachine(const std::string& host)
{
    return host == "localhost" || host == "::1" || host.rfind("127.", 0) == 0;
}

Error problem(CURLcode code, long status, const Exchange& exchange, const MailAccess& access)
{
    const auto said = exchange.lastReply.empty() ? std::string(".") : ". The server says: " + exchange.lastReply;
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return {ErrorKind::unavailable, "stopped", "Cancelled.", {}};
    case CURLE_OPERATION_TIMEDOUT:
        return {ErrorKind::unavailable, "mail_timeout", "The mail server did not answer in time.", {}};
    case CURLE_LOGIN_DENIED:
        return {ErrorKind::denied, "mail_sign_in",
            "The server for sending refused the sign-in of " + access.server.user + '.', {}};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_USE_SSL_FAILED:
        return {ErrorKind::denied, "mail_tls",
            std::string("The connection for sending is not protected: ") + curl_easy_strerror(code)
                + ". Nothing was sent.",
            {}};
    default:
        break;
    }
    if (status >= 500)
        return {ErrorKind::invalid, "mail_refused", "The mail server refused the mail" + said,
            {{"status", std::int64_t(status)}}};
    if (status >= 400)
        return {ErrorKind::unavailable, "mail_deferred", "The mail server asks to come back later" + said,
            {{"status", std::int64_t(status)}}};
    return {ErrorKind::unavailable, "mail_unreachable",
        std::string("The mail server cannot be reached: ") + curl_easy_strerror(code) + '.', {}};
}

void startLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

std::string urlOf(const MailServer& server)
{
    const auto host = server.host.find(':') == std::string::npos ? server.host : '[' + server.host + ']';
    return (server.security == MailSecurity::tls ? "smtps://" : "smtp://") + host + ':' + std::to_string(server.port)
        + "/localhost"; // the name that we greet with: what this machine is called is nobody's business
}

/// Everything but the mail.
Result<void> setUp(CURL* curl, Exchange& exchange, const Context& context, const MailAccess& access,
    const std::string& url, const SmtpTimes& times)
{
    if (access.server.security == MailSecurity::none && !isThisMachine(access.server.host))
        return fail({ErrorKind::denied, "mail_tls",
            "Passwords and mail go unprotected only to a server on this machine; " + access.server.host
                + " is another one.",
            {{"field", std::string("security")}}});
    auto whole = times.whole;
    if (context.deadline)
        whole = std::min(
            whole, std::chrono::ceil<std::chrono::milliseconds>(*context.deadline - std::chrono::steady_clock::now()));
    if (whole.count() <= 0)
        return fail({ErrorKind::unavailable, "mail_timeout", "The time for sending is over.", {}});
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(std::min(times.connect, whole).count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(whole.count()));
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &exchange);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L); // for listen(): nothing is printed
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, listen);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &exchange);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (access.server.security == MailSecurity::starttls)
        curl_easy_setopt(curl, CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
    if (!access.caFile.empty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, access.caFile.c_str());
    if (!access.server.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, access.server.user.c_str());
        if (access.signIn == MailSignIn::oauth) {
            curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, access.secret.c_str());
            curl_easy_setopt(curl, CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2");
        } else {
            curl_easy_setopt(curl, CURLOPT_PASSWORD, access.secret.c_str());
        }
    }
    return {};
}

std::string inBrackets(const std::string& address) { return '<' + address + '>'; }

/// An address that stays one on the wire.
bool isPlain(const std::string& address)
{
    return !address.empty() && std::ranges::none_of(address, [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == '<' || c == '>' || c == 0x7F;
    });
}
}

tl::expected<void, SendFailure> sendBySmtp(const Context& context, const MailAccess& access,
    const MailEnvelope& envelope, const std::string& raw, const SmtpTimes& times)
{
    startLibrary();
    const auto failed = [](Error error, bool unclear = false) {
        return tl::unexpected<SendFailure>(SendFailure {std::move(error), unclear});
    };
    if (envelope.to.empty() || !isPlain(envelope.from) || !std::ranges::all_of(envelope.to, isPlain))
        return failed({ErrorKind::invalid, "invalid_header", "An address holds characters that no address has.", {}});
    const std::unique_ptr<CURL, FreeEasy> curl(curl_easy_init());
    Exchange exchange {&context, raw, false, {}};
    const auto url = urlOf(access.server);
    if (auto ready = setUp(curl.get(), exchange, context, access, url, times); !ready)
        return failed(ready.error());
    std::unique_ptr<curl_slist, FreeList> recipients;
    for (const auto& address : envelope.to)
        recipients.reset(curl_slist_append(recipients.release(), inBrackets(address).c_str()));
    const auto from = inBrackets(envelope.from);
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, giveBytes);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &exchange);
    const auto code = curl_easy_perform(curl.get());
    if (code == CURLE_OK)
        return {};
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    // After the end of the mail an answer of 4xx or 5xx says that it did not leave; no answer says nothing.
    const bool answered = exchange.handedOver && status >= 400;
    const bool unclear = exchange.handedOver && !answered;
    if (unclear)
        status = 0;
    auto error = problem(code, status, exchange, access);
    if (!exchange.handedOver && error.code == "mail_refused" && code == CURLE_SEND_ERROR)
        error.code = "recipient_refused";
    return failed(std::move(error), unclear);
}

Result<void> trySmtp(const Context& context, const MailAccess& access, const SmtpTimes& times)
{
    startLibrary();
    const std::unique_ptr<CURL, FreeEasy> curl(curl_easy_init());
    Exchange exchange {&context, {}, false, {}};
    const auto url = urlOf(access.server);
    if (auto ready = setUp(curl.get(), exchange, context, access, url, times); !ready)
        return ready;
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, "NOOP");
    curl_easy_setopt(curl.get(), CURLOPT_NOBODY, 1L);
    const auto code = curl_easy_perform(curl.get());
    if (code == CURLE_OK)
        return {};
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return fail(problem(code, status, exchange, access));
}
}
