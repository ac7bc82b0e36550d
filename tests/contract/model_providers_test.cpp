// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/anthropic/anthropic_provider.hpp"
#include "core/adapters/anthropic/anthropic_wire.hpp"
#include "core/adapters/http/curl_http_client.hpp"
#include "core/adapters/openai/openai_provider.hpp"
#include "tests/contract/openapi.hpp"
#include "tests/support/http_sink.hpp"

#include <QTest>

using namespace std::chrono_literals;

namespace agentarmy::tests {
namespace {
const std::string key = "sk-test-secret-key";

ModelCall callWith(bool schema)
{
    ModelCall call;
    call.model = "a-model";
    call.turns = {{ModelRole::system, "Be brief."}, {ModelRole::system, "Be kind."}, {ModelRole::user, "Hello"},
        {ModelRole::user, "\xF0\x9F\x98\x80 again"}, {ModelRole::assistant, "Yes?"}, {ModelRole::user, "What is due?"}};
    call.maxTokens = 500;
    call.temperature = 1.7;
    call.timeout = 2s;
    if (schema)
        call.schema = parseJson(R"({"type":"object","additionalProperties":false,"required":["answer"],
            "properties":{"answer":{"type":"string","maxLength":100},"confidence":{"type":"number","minimum":0,"maximum":1},
            "parts":{"type":"array","maxItems":3,"items":{"type":"object","required":["x"],"properties":{"x":{"type":"string"},
            "y":{"enum":["a","b"],"type":"string"}}}}}})")
                          .value();
    return call;
}

Json errorBody(const std::string& service, const std::string& type, const Json& code = {})
{
    if (service == "anthropic")
        return {{"type", "error"}, {"error", {{"type", type}, {"message", "No: " + type}}}};
    return {{"error", {{"message", "No: " + type}, {"type", type}, {"param", nullptr}, {"code", code}}}};
}

Json goodAnswer(const std::string& service, const Json& content, bool schema)
{
    if (service == "anthropic") {
        const Json block = schema ? Json {{"type", "tool_use"}, {"id", "t1"}, {"name", "answer"}, {"input", content}}
                                  : Json {{"type", "text"}, {"text", content}};
        return {{"id", "m1"}, {"type", "message"}, {"role", "assistant"}, {"content", {block}}, {"model", "a-model-1"},
            {"stop_reason", schema ? "tool_use" : "end_turn"}, {"stop_sequence", nullptr},
            {"usage",
                {{"input_tokens", 10}, {"output_tokens", 7}, {"cache_read_input_tokens", 4},
                    {"cache_creation_input_tokens", 2}}}};
    }
    return {{"id", "c1"}, {"object", "chat.completion"}, {"created", 1}, {"model", "a-model-1"},
        {"choices",
            {{{"index", 0}, {"finish_reason", "stop"}, {"logprobs", nullptr},
                {"message",
                    {{"role", "assistant"}, {"content", schema ? content.dump() : content.get<std::string>()},
                        {"refusal", nullptr}}}}}},
        {"usage",
            {{"prompt_tokens", 16}, {"completion_tokens", 7}, {"total_tokens", 23},
                {"prompt_tokens_details", {{"cached_tokens", 4}}}}}};
}

std::string streamOf(const std::string& service)
{
    if (service == "anthropic")
        return "event: message_start\ndata: "
               "{\"type\":\"message_start\",\"message\":{\"model\":\"a-model-1\",\"usage\":{\"input_tokens\":10,"
               "\"output_tokens\":1}}}\n\nevent: ping\ndata: {\"type\":\"ping\"}\n\ndata: "
               "{\"type\":\"content_block_start\",\"index\":0,"
               "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\ndata: "
               "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":"
               "\"text_delta\",\"text\":\"Hel\"}}\n\ndata: "
               "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\","
               "\"text\":\"lo\"}}\n\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\ndata: "
               "{\"type\":\"message_delta\",\"delta\":"
               "{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":7}}\n\ndata: "
               "{\"type\":\"message_stop\"}\n\n";
    return "data: "
           "{\"id\":\"c\",\"model\":\"a-model-1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\","
           "\"content\":\"\"},\"finish_reason\":null}]}\n\n"
           "data: "
           "{\"id\":\"c\",\"model\":\"a-model-1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"},\"finish_"
           "reason\":null}]}\n\n"
           "data: "
           "{\"id\":\"c\",\"model\":\"a-model-1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo\"},\"finish_"
           "reason\":\"stop\"}]}\n\n"
           "data: "
           "{\"id\":\"c\",\"model\":\"a-model-1\",\"choices\":[],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":"
           "7,\"total_tokens\":17}}\n\n"
           "data: [DONE]\n\n";
}
}

/// The adapters of model services against fakes that check every request by the published contract, and fail in all
/// documented ways.
class ModelProvidersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksAsTheContractSays_data() { services(); }
    void asksAsTheContractSays()
    {
        QFETCH(QString, service);
        for (const bool schema : {false, true}) {
            const Json content = schema ? Json {{"answer", "Tuesday"}, {"confidence", nullptr}} : Json("Tuesday");
            Fake fake(service, [&](const HttpSink::Request&, int) {
                HttpSink::Reply reply;
                reply.body = goodAnswer(service.toStdString(), content, schema).dump();
                return reply;
            });
            const auto call = callWith(schema);
            const auto answer = fake.provider->complete({}, call, {});
            QVERIFY2(answer.has_value(), answer ? "" : answer.error().message.c_str());
            QCOMPARE(fake.problems(), QString());
            QCOMPARE(QString::fromStdString(fake.contract.responseProblem( // the fake answers as the service does
                         service == "anthropic" ? "/v1/messages" : "/chat/completions", 200,
                         goodAnswer(service.toStdString(), content, schema))),
                QString());
            QCOMPARE(answer->model, std::string("a-model-1"));
            QCOMPARE(answer->promptTokens, std::int64_t(16));
            QCOMPARE(answer->completionTokens, std::int64_t(7));
            QCOMPARE(answer->cachedTokens, std::int64_t(4));
            QCOMPARE(answer->finish, FinishReason::stop);
            if (schema) {
                const auto json = parseJson(answer->content);
                QVERIFY(json.has_value());
                QCOMPARE((*json)["answer"].get<std::string>(), std::string("Tuesday"));
                if (service == "openai")
                    QVERIFY(!json->contains("confidence")); // null only because strict mode wants it there
            } else {
                QCOMPARE(answer->content, std::string("Tuesday"));
            }
        }
    }

    void strictSchemasNameEverything()
    {
        const auto strict = openai::strictSchema(*callWith(true).schema);
        QCOMPARE(strict["required"].dump(), std::string(R"(["answer","confidence","parts"])"));
        QCOMPARE(strict["additionalProperties"].dump(), std::string("false"));
        QCOMPARE(strict["properties"]["confidence"].dump(), std::string(R"({"type":["number","null"]})"));
        const auto& item = strict["properties"]["parts"]["items"];
        QCOMPARE(item["required"].dump(), std::string(R"(["x","y"])"));
        QCOMPARE(item["properties"]["y"]["enum"].dump(), std::string(R"(["a","b",null])"));
    }

    void failuresAreTold_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("retryAfter");
        QTest::addColumn<double>("seconds"); // below 0: none
        QTest::addColumn<bool>("final");
        for (const char* service : {"anthropic", "openai"}) {
            const bool claude = QString(service) == "anthropic";
            const auto add
                = [&](int status, const char* type, const char* after, double seconds, bool isFinal = false) {
                      QTest::addRow("%s %d %s %s", service, status, type, after)
                          << service << status << type << after << seconds << isFinal;
                  };
            add(429, claude ? "rate_limit_error" : "rate_limit_exceeded", "", -1);
            add(429, claude ? "rate_limit_error" : "rate_limit_exceeded", "7", 7);
            add(429, claude ? "rate_limit_error" : "rate_limit_exceeded", "Fri, 18 Sep 2026 09:00:20 GMT", 20);
            add(429, claude ? "rate_limit_error" : "rate_limit_exceeded", "Fri, 18 Sep 2026 08:00:00 GMT", 0);
            add(429, claude ? "rate_limit_error" : "rate_limit_exceeded", "soon", -1);
            if (!claude)
                add(429, "insufficient_quota", "", -1, true);
            if (claude)
                add(529, "overloaded_error", "2", 2);
            for (const int status : {400, 401, 403, 404, 413, 422, 500, 502, 503, 504})
                add(status, status >= 500 ? "api_error" : "invalid_request_error", "", -1);
        }
    }
    void failuresAreTold()
    {
        QFETCH(QString, service);
        QFETCH(int, status);
        QFETCH(QString, type);
        QFETCH(QString, retryAfter);
        QFETCH(double, seconds);
        QFETCH(bool, final);
        Fake fake(service, [&](const HttpSink::Request&, int) {
            HttpSink::Reply reply;
            reply.status = status;
            if (!retryAfter.isEmpty())
                reply.headers.emplace_back("Retry-After", retryAfter.toStdString());
            const auto body = errorBody(service.toStdString(), type.toStdString());
            reply.body = body.dump();
            return reply;
        });
        const auto answer = fake.provider->complete({}, callWith(false), {});
        QVERIFY(!answer.has_value());
        const auto& failure = answer.error();
        QCOMPARE(failure.status, status);
        QCOMPARE(QString::fromStdString(failure.code), type);
        QCOMPARE(failure.final, final);
        QCOMPARE(failure.retryAfterSeconds.value_or(-1), seconds);
        QVERIFY(failure.message.find(key) == std::string::npos);
    }

    void whatMakesNoSenseIsSaidSo_data() { services(); }
    void whatMakesNoSenseIsSaidSo()
    {
        QFETCH(QString, service);
        for (const std::string body : {"", "{", "null", "[]", "42", "\"text\"", "{}", R"({"content":7,"choices":7})",
                 R"({"content":[],"choices":[]})", R"({"content":[7],"choices":[7]})",
                 R"({"content":[{"type":"text"}],"choices":[{"message":{"content":null}}]})",
                 R"({"content":[{"type":"text","text":5}],"choices":[{"message":{"content":{}}}]})",
                 "<html>gateway</html>", "{\"content\":\"\xff\xfe\"}"}) {
            Fake fake(service, [&](const HttpSink::Request&, int) { return HttpSink::Reply {200, {}, body}; });
            const auto answer = fake.provider->complete({}, callWith(false), {});
            QVERIFY2(!answer.has_value(), body.c_str());
            QCOMPARE(QString::fromStdString(answer.error().code), QString("llm_malformed_answer"));
        }
        // Errors without the body that is documented.
        Fake fake(service, [&](const HttpSink::Request&, int) { return HttpSink::Reply {503, {}, "<html>"}; });
        const auto answer = fake.provider->complete({}, callWith(false), {});
        QCOMPARE(QString::fromStdString(answer.error().code), QString("http_503"));
    }

    void refusalsAndLimitsAreSeen()
    {
        auto refused = goodAnswer("anthropic", "I cannot.", false);
        refused["stop_reason"] = "refusal";
        QCOMPARE(anthropic::readAnswer(refused.dump(), callWith(false))->finish, FinishReason::refusal);
        refused["stop_reason"] = "max_tokens";
        QCOMPARE(anthropic::readAnswer(refused.dump(), callWith(false))->finish, FinishReason::length);
        auto chat = goodAnswer("openai", "", false);
        chat["choices"][0]["message"]["refusal"] = "I cannot.";
        const auto read = openai::readAnswer(chat.dump(), callWith(true));
        QCOMPARE(read->finish, FinishReason::refusal);
        QCOMPARE(read->content, std::string("I cannot."));
        chat = goodAnswer("openai", "half", false);
        chat["choices"][0]["finish_reason"] = "length";
        QCOMPARE(openai::readAnswer(chat.dump(), callWith(false))->finish, FinishReason::length);
        chat["choices"][0]["finish_reason"] = "content_filter";
        QCOMPARE(openai::readAnswer(chat.dump(), callWith(false))->finish, FinishReason::refusal);
    }

    void anAnswerCutAtEachByteIsNoAnswer_data() { services(); }
    void anAnswerCutAtEachByteIsNoAnswer()
    {
        QFETCH(QString, service);
        HttpSink::Reply whole;
        whole.body = goodAnswer(service.toStdString(), "Tuesday", false).dump();
        const int size = int(HttpSink::bytesOf(whole).size());
        int cutAt = 0;
        Fake fake(service, [&](const HttpSink::Request&, int) {
            auto reply = whole;
            reply.cutAt = cutAt;
            return reply;
        });
        for (cutAt = 0; cutAt < size; ++cutAt) {
            fake.renew(); // its circuit would open
            const auto answer = fake.provider->complete({}, callWith(false), {});
            QVERIFY2(!answer.has_value(), qPrintable(QString::number(cutAt)));
            QCOMPARE(answer.error().status, 0);
            QVERIFY(!answer.error().code.empty());
        }
    }

    void streamsComeAsTheyAreSaid_data() { services(); }
    void streamsComeAsTheyAreSaid()
    {
        QFETCH(QString, service);
        HttpSink::Reply whole;
        whole.headers = {{"Content-Type", "text/event-stream"}};
        whole.body = streamOf(service.toStdString());
        const int size = int(HttpSink::bytesOf(whole).size());
        int cutAt = -1;
        Fake fake(service, [&](const HttpSink::Request&, int) {
            auto reply = whole;
            reply.cutAt = cutAt;
            return reply;
        });
        std::string heard;
        const auto listen = [&](std::string_view text) {
            heard += text;
            return true;
        };
        const auto answer = fake.provider->complete({}, callWith(false), listen);
        QVERIFY2(answer.has_value(), answer ? "" : answer.error().code.c_str());
        QCOMPARE(fake.problems(), QString());
        QCOMPARE(heard, std::string("Hello"));
        QCOMPARE(answer->content, std::string("Hello"));
        QCOMPARE(answer->promptTokens, std::int64_t(10));
        QCOMPARE(answer->completionTokens, std::int64_t(7));
        for (cutAt = 0; cutAt < size; ++cutAt) { // what had come goes with the failure
            fake.renew();
            heard.clear();
            const auto cut = fake.provider->complete({}, callWith(false), listen);
            QVERIFY2(!cut.has_value(), qPrintable(QString::number(cutAt)));
            QCOMPARE(cut.error().received, heard);
        }
        cutAt = -1;
        fake.renew();
        const auto enough = fake.provider->complete({}, callWith(false), [](std::string_view) { return false; });
        QCOMPARE(QString::fromStdString(enough.error().code), QString("stopped"));
    }

    void anErrorInTheMiddleOfAStreamIsAFailure_data() { services(); }
    void anErrorInTheMiddleOfAStreamIsAFailure()
    {
        QFETCH(QString, service);
        auto stream = streamOf(service.toStdString());
        const auto half = stream.find("\n\n", stream.find("Hel")) + 2;
        stream = stream.substr(0, half)
            + (service == "anthropic"
                    ? "event: error\ndata: "
                      "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n"
                    : "data: {\"error\":{\"type\":\"server_error\",\"message\":\"Oh\"}}\n\n");
        Fake fake(service, [&](const HttpSink::Request&, int) {
            return HttpSink::Reply {200, {{"Content-Type", "text/event-stream"}}, stream};
        });
        const auto answer = fake.provider->complete({}, callWith(false), [](std::string_view) { return true; });
        QVERIFY(!answer.has_value());
        QCOMPARE(QString::fromStdString(answer.error().code),
            service == "anthropic" ? QString("overloaded_error") : QString("server_error"));
        QCOMPARE(answer.error().status, service == "anthropic" ? 529 : 500);
        QCOMPARE(answer.error().received, std::string("Hel"));
    }

    void aSilentServiceTimesOut_data() { services(); }
    void aSilentServiceTimesOut()
    {
        QFETCH(QString, service);
        HttpSink::Reply whole;
        whole.body = goodAnswer(service.toStdString(), "Tuesday", false).dump();
        const int size = int(HttpSink::bytesOf(whole).size());
        int cutAt = 0;
        Fake fake(service, [&](const HttpSink::Request&, int) {
            auto reply = whole;
            reply.cutAt = cutAt;
            reply.hang = true;
            return reply;
        });
        auto call = callWith(false);
        call.timeout = 40ms;
        for (cutAt = 0; cutAt < size; cutAt += 37) { // silent before, within and just before the end of the answer
            fake.renew();
            const auto answer = fake.provider->complete({}, call, {});
            QVERIFY(!answer.has_value());
            QCOMPARE(QString::fromStdString(answer.error().code), QString("http_timeout"));
        }
    }

    void compatibleServersAreSpokenToInTheirWay()
    {
        Fake fake("openai", [&](const HttpSink::Request& request, int) {
            HttpSink::Reply reply;
            const auto body = parseJson(request.body).value();
            const auto refuse = [&](const char* field) {
                reply.status = 400;
                reply.body = errorBody("openai", std::string("Unknown field: ") + field).dump();
                return reply;
            };
            if (body.contains("max_completion_tokens"))
                return refuse("max_completion_tokens");
            if (body.contains("response_format") && body["response_format"]["type"] == "json_schema")
                return refuse("response_format");
            reply.body = goodAnswer("openai", Json {{"answer", "local"}}, true).dump();
            return reply;
        });
        const auto first = fake.provider->complete({}, callWith(true), {});
        QVERIFY2(first.has_value(), first ? "" : first.error().message.c_str());
        QCOMPARE(first->content, std::string(R"({"answer":"local"})"));
        QCOMPARE(fake.sink.requests().size(), std::size_t(3));
        QVERIFY(fake.sink.requests().back().body.find("JSON Schema") != std::string::npos);
        QVERIFY(fake.provider->complete({}, callWith(true), {}).has_value());
        QCOMPARE(fake.sink.requests().size(), std::size_t(4)); // remembered
    }

    void tokensAreNeverUnderestimatedForOrdinaryText()
    {
        ManualClock clock({});
        http::CurlHttpClient http;
        const openai::OpenAiProvider provider(http, clock, {});
        QVERIFY(!provider.exactTokens("gpt-4o"));
        // A word is about one token, a sign of Chinese at most two.
        QVERIFY(provider.countTokens("gpt-4o", "We need a planning tool by October.") >= 8);
        QVERIFY(provider.countTokens("gpt-4o", "\xE6\x88\x91\xE4\xBB\xAC\xE9\x9C\x80\xE8\xA6\x81") >= 8);
        QVERIFY(provider.countTokens("gpt-4o", "") >= 0);
    }

private:
    /// A fake of a service: the script answers, the contract looks at each request.
    struct Fake {
        Fake(const QString& service, HttpSink::Script script)
            : kind(service)
            , contract(service.toStdString() + ".json")
            , sink([this, script = std::move(script)](const HttpSink::Request& request, int number) {
                check(request);
                return script(request, number);
            })
            , clock(parseTimestamp("2026-09-18T09:00:00Z").value())
        {
            renew();
        }
        void renew()
        {
            http = std::make_unique<http::CurlHttpClient>();
            if (kind == "anthropic")
                provider = std::make_unique<anthropic::AnthropicProvider>(
                    *http, clock, anthropic::AnthropicOptions {sink.url(), key});
            else
                provider = std::make_unique<openai::OpenAiProvider>(
                    *http, clock, openai::OpenAiOptions {sink.url("/v1"), key});
        }
        void check(const HttpSink::Request& request)
        {
            const auto header = [&](const char* name) {
                const auto found = request.headers.find(name);
                return found == request.headers.end() ? std::string() : found->second;
            };
            std::string wrong;
            const bool claude = kind == "anthropic";
            if (request.method != "POST" || request.path != (claude ? "/v1/messages" : "/v1/chat/completions"))
                wrong = request.method + ' ' + request.path;
            else if (header("content-type") != "application/json")
                wrong = "content-type";
            else if (claude && (header("x-api-key") != key || header("anthropic-version") != "2023-06-01"))
                wrong = "headers";
            else if (!claude && header("authorization") != "Bearer " + key)
                wrong = "authorization";
            else if (const auto body = parseJson(request.body); !body)
                wrong = "no JSON";
            else
                wrong = contract.requestProblem(claude ? "/v1/messages" : "/chat/completions", *body);
            const std::lock_guard lock(mutex);
            if (!wrong.empty())
                found += QString::fromStdString(wrong) + '\n';
        }
        QString problems()
        {
            const std::lock_guard lock(mutex);
            return found;
        }
        QString kind;
        OpenApi contract;
        std::mutex mutex;
        QString found;
        HttpSink sink;
        ManualClock clock;
        std::unique_ptr<http::CurlHttpClient> http;
        std::unique_ptr<ModelProvider> provider;
    };
    static void services()
    {
        QTest::addColumn<QString>("service");
        QTest::addRow("anthropic") << "anthropic";
        QTest::addRow("openai") << "openai";
    }
};
}

QTEST_GUILESS_MAIN(agentarmy::tests::ModelProvidersTest)
#include "model_providers_test.moc"
