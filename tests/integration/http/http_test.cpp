// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/http/curl_http_client.hpp"
#include "tests/support/http_sink.hpp"

#include <QTest>

using namespace std::chrono_literals;

namespace agentarmy::tests {
namespace {
template <class T> QString codeOf(const Result<T>& result)
{
    return result ? QString() : QString::fromStdString(result.error().code);
}
HttpRequest post(const std::string& url, const std::string& body)
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.body = body;
    request.headers = {{"Content-Type", "application/json"}, {"X-Key", "k"}};
    request.timeout = 5s;
    return request;
}
}

class HttpTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksAndReads()
    {
        HttpSink sink([](const HttpSink::Request& request, int) {
            return HttpSink::Reply {201, {{"X-Answer", "yes"}, {"Retry-After", "3"}}, "got " + request.body};
        });
        http::CurlHttpClient client;
        for (int i = 0; i < 3; ++i) {
            const auto answer = client.send({}, post(sink.url("/v1/x?y=1"), "b\0dy"));
            QVERIFY2(answer.has_value(), answer ? "" : answer.error().message.c_str());
            QCOMPARE(answer->status, 201);
            QCOMPARE(QString::fromStdString(std::string(answer->header("x-answer"))), QString("yes"));
            QCOMPARE(answer->body, std::string("got ") + "b\0dy");
        }
        const auto requests = sink.requests();
        QCOMPARE(requests.size(), std::size_t(3));
        QCOMPARE(requests[0].method, std::string("POST"));
        QCOMPARE(requests[0].path, std::string("/v1/x?y=1"));
        QCOMPARE(requests[0].headers.at("x-key"), std::string("k"));
        QCOMPARE(sink.connections(), 1); // used again
    }

    void everyStatusIsAnAnswer()
    {
        HttpSink sink([](const HttpSink::Request&, int number) {
            return HttpSink::Reply {
                std::array {204, 302, 404, 429}.at(std::size_t(number)), {{"Location", "http://127.0.0.1:1/"}}, ""};
        });
        http::CurlHttpClient client;
        for (const int status : {204, 302, 404, 429}) {
            const auto answer = client.send({}, post(sink.url("/"), "{}"));
            QVERIFY(answer.has_value());
            QCOMPARE(answer->status, status);
        }
    }

    void onlyProtectedAddressesAreCalled()
    {
        http::CurlHttpClient client;
        for (const auto* url : {"http://example.com/", "ftp://example.com/", "https://user:pw@example.com/", "nonsense",
                 "https://", "http://127.0.0.1:1/\r\nX: y", "file:///etc/passwd"})
            QCOMPARE(codeOf(client.send({}, post(url, ""))), QString("invalid_url"));
        auto request = post("http://127.0.0.1:1/", "");
        request.headers = {{"X-Key", "a\r\nX-Other: b"}};
        QCOMPARE(codeOf(client.send({}, request)), QString("invalid_header"));
    }

    void failuresHaveTheirCodes()
    {
        http::CurlHttpClient client;
        QCOMPARE(codeOf(client.send({}, post("http://127.0.0.1:1/", ""))), QString("http_unreachable"));
        const auto answering = [&](const HttpSink::Reply& reply, std::size_t maxBody = 1000) {
            HttpSink sink([&](const HttpSink::Request&, int) { return reply; });
            http::CurlHttpClient fresh;
            auto request = post(sink.url("/"), "{}");
            request.timeout = 300ms;
            request.maxBody = maxBody;
            return codeOf(fresh.send({}, request));
        };
        HttpSink::Reply reply;
        reply.body = std::string(500, 'x');
        QCOMPARE(answering(reply), QString());
        QCOMPARE(answering(reply, 499), QString("http_too_large"));
        auto cut = reply;
        cut.cutAt = 0;
        QCOMPARE(answering(cut), QString("http_unreachable"));
        cut.cutAt = int(HttpSink::bytesOf(reply).size()) - 10;
        QCOMPARE(answering(cut), QString("http_cut"));
        cut.hang = true;
        QCOMPARE(answering(cut), QString("http_timeout"));
        cut.cutAt = 0;
        QCOMPARE(answering(cut), QString("http_timeout"));
        HttpSink::Reply nonsense;
        nonsense.raw = "220 mail.example ESMTP\r\n\r\n";
        QCOMPARE(answering(nonsense), QString("http_malformed"));
        HttpSink::Reply headers;
        headers.headers = {{"X-Long", std::string(90'000, 'y')}, {"X-Long2", std::string(90'000, 'y')},
            {"X-Long3", std::string(90'000, 'y')}};
        QVERIFY(!answering(headers).isEmpty());
    }

    void aDeadlineAndAStopEndIt()
    {
        HttpSink::Reply silent;
        silent.cutAt = 0;
        silent.hang = true;
        HttpSink sink([&](const HttpSink::Request&, int) { return silent; });
        http::CurlHttpClient client;
        Context context;
        context.deadline = std::chrono::steady_clock::now() + 200ms;
        QCOMPARE(codeOf(client.send(context, post(sink.url("/"), "{}"))), QString("http_timeout"));
        context.deadline = std::chrono::steady_clock::now() - 1ms;
        QCOMPARE(codeOf(client.send(context, post(sink.url("/"), "{}"))), QString("http_timeout"));
        std::stop_source stop;
        Context stopping;
        stopping.stop = stop.get_token();
        const std::jthread later([&] {
            std::this_thread::sleep_for(100ms);
            stop.request_stop();
        });
        const auto begin = std::chrono::steady_clock::now();
        auto request = post(sink.url("/"), "{}");
        request.timeout = 60s;
        QCOMPARE(codeOf(client.send(stopping, request)), QString("stopped"));
        QVERIFY(std::chrono::steady_clock::now() - begin < 10s);
    }

    void streamsPieceByPiece()
    {
        HttpSink sink([](const HttpSink::Request& request, int) {
            HttpSink::Reply reply;
            reply.status = request.path == "/bad" ? 400 : 200;
            reply.body = "data: 1\n\ndata: 2\n\n";
            return reply;
        });
        http::CurlHttpClient client;
        std::string got;
        auto answer = client.stream({}, post(sink.url("/good"), "{}"), [&](std::string_view piece) {
            got += piece;
            return true;
        });
        QVERIFY(answer.has_value());
        QCOMPARE(got, std::string("data: 1\n\ndata: 2\n\n"));
        QVERIFY(answer->body.empty());
        got.clear();
        answer = client.stream({}, post(sink.url("/bad"), "{}"), [&](std::string_view piece) {
            got += piece;
            return true;
        });
        QVERIFY(answer.has_value());
        QVERIFY(got.empty());
        QCOMPARE(answer->body, std::string("data: 1\n\ndata: 2\n\n"));
        QCOMPARE(codeOf(client.stream({}, post(sink.url("/good"), "{}"), [](std::string_view) { return false; })),
            QString("stopped"));
    }

    void theCircuitOpensAndCloses()
    {
        using http::CircuitBreaker;
        CircuitBreaker breaker;
        const CircuitBreaker::Time start {};
        for (int i = 0; i < http::failuresThatOpen; ++i) {
            QVERIFY(breaker.allows(start));
            breaker.failed(start);
        }
        QVERIFY(!breaker.allows(start + 29s));
        QVERIFY(breaker.allows(start + 30s)); // one
        QVERIFY(!breaker.allows(start + 30s)); // and no other meanwhile
        breaker.failed(start + 31s);
        QVERIFY(!breaker.allows(start + 60s));
        QVERIFY(breaker.allows(start + 61s));
        breaker.abandoned();
        QVERIFY(breaker.allows(start + 61s));
        breaker.succeeded();
        for (int i = 0; i < http::failuresThatOpen - 1; ++i)
            breaker.failed(start + 62s);
        QVERIFY(breaker.allows(start + 62s));
        breaker.succeeded(); // in between: the row starts again
        breaker.failed(start + 63s);
        QVERIFY(breaker.allows(start + 63s));
        // Through the client: five answers of 503, then it is left alone.
        HttpSink sink([](const HttpSink::Request&, int) { return HttpSink::Reply {503, {}, "{}"}; });
        http::CurlHttpClient client;
        for (int i = 0; i < http::failuresThatOpen; ++i)
            QCOMPARE(client.send({}, post(sink.url("/"), "{}"))->status, 503);
        QCOMPARE(codeOf(client.send({}, post(sink.url("/"), "{}"))), QString("http_circuit_open"));
        QCOMPARE(int(sink.requests().size()), http::failuresThatOpen);
        auto other = post(sink.url("/"), "{}");
        other.circuit = "another";
        QCOMPARE(client.send({}, other)->status, 503);
    }
};
}

QTEST_GUILESS_MAIN(agentarmy::tests::HttpTest)
#include "http_test.moc"
