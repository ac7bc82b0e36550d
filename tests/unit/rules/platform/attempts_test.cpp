// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/platform/completion_request.hpp"
#include "core/rules/platform/model_answer.hpp"
#include "core/rules/platform/model_attempts.hpp"
#include "core/rules/platform/prompt_injection.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::platform;

namespace {
using namespace std::chrono_literals;
const Timestamp now = *parseTimestamp("2026-02-03T10:00:00Z");

/// Written with single quotes, so that it can be read.
std::string quoted(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    return text;
}
Json json(std::string_view text) { return parseJson(quoted(std::string(text))).value(); }

const Json closed = json(
    "{'type': 'object', 'additionalProperties': false, 'required': ['stage'], 'properties': {"
    "'stage': {'enum': ['early', 'late']}, 'points': {'type': 'array', 'items': {'type': 'object',"
    "'additionalProperties': false, 'required': ['n'], 'properties': {'n': {'type': 'integer', 'minimum': 0}}}}}}");
const Json listed
    = json("{'type': 'object', 'required': ['actions'], 'properties': {'actions': {'type': 'array',"
           "'items': {'type': 'object', 'required': ['what'], 'properties': {'what': {'type': 'string'}}}}}}");

QByteArray shown(const Result<Json>& answer)
{
    return QByteArray::fromStdString(answer ? canonicalJson(*answer) : "! " + answer.error().message);
}
}

class AttemptsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFailureHasOneStep_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("failureCode");
        QTest::addColumn<double>("retryAfter"); // below 0: none
        QTest::addColumn<bool>("final");
        QTest::addColumn<bool>("began");
        QTest::addColumn<int>("retry");
        QTest::addColumn<QByteArray>("expected"); // step, delay, c: counts, d: dead, code
        const auto row = [](const char* name, int status, const char* code, double after, bool final, bool began,
                             int retry, const char* expected) {
            QTest::newRow(name) << status << QByteArray(code) << after << final << began << retry
                                << QByteArray(expected);
        };
        row("overloaded", 529, "overloaded_error", -1, false, false, 1, "retry 438 c llm_overloaded");
        row("third retry", 503, "", -1, false, false, 3, "retry 1750 c llm_overloaded");
        row("no fourth", 503, "", -1, false, false, 4, "next_model 0 c llm_overloaded");
        row("told to wait", 429, "rate_limit_error", 7, false, false, 1, "retry 7000 c llm_rate_limited");
        row("told to wait long", 429, "rate_limit_error", 11, false, false, 1, "next_model 0 c llm_rate_limited");
        row("quota", 429, "insufficient_quota", -1, true, false, 1, "next_model 0 c llm_quota_used_up");
        row("time-out", 0, "http_timeout", -1, false, false, 2, "retry 875 c llm_timeout");
        row("connection", 0, "http_unreachable", -1, false, false, 1, "retry 438 c llm_unreachable");
        row("certificate", 0, "http_tls", -1, false, false, 1, "next_model 0 c llm_unreachable");
        row("circuit", 0, "http_circuit_open", -1, false, false, 1, "next_model 0 c llm_unreachable");
        row("key", 401, "authentication_error", -1, false, false, 1, "next_model 0 d llm_key_refused");
        row("forbidden", 403, "", -1, false, false, 1, "next_model 0 d llm_key_refused");
        row("model gone", 404, "not_found_error", -1, false, false, 1, "next_model 0 d llm_unknown_model");
        row("bad request", 400, "invalid_request_error", -1, false, false, 1, "end 0 - llm_bad_request");
        row("too long", 413, "", -1, false, false, 1, "end 0 - llm_bad_request");
        row("unprocessable", 422, "", -1, false, false, 1, "end 0 - llm_bad_request");
        row("stopped", 0, "stopped", -1, false, false, 1, "end 0 - stopped");
        row("stream broke", 0, "http_cut", -1, false, true, 1, "end 0 c llm_stream_broke");
        row("stream not begun", 0, "http_cut", -1, false, false, 1, "retry 438 c llm_unreachable");
        row("stream stopped", 0, "stopped", -1, false, true, 1, "end 0 - stopped");
    }
    void everyFailureHasOneStep()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, failureCode);
        QFETCH(double, retryAfter);
        QFETCH(bool, final);
        QFETCH(bool, began);
        QFETCH(int, retry);
        QFETCH(QByteArray, expected);
        const std::string code = failureCode.toStdString();
        AttemptFailure failure {status, code, {}, final, began};
        if (retryAfter >= 0)
            failure.retryAfterSeconds = retryAfter;
        const auto decision = decideAfterFailure(failure, retry, 3, 0.5);
        const auto text = std::string(enumText(decision.step)) + ' ' + std::to_string(decision.delayMs) + ' '
            + (decision.counts      ? "c"
                    : decision.dead ? "d"
                                    : "-")
            + ' ' + std::string(decision.code);
        QCOMPARE(QByteArray::fromStdString(text), expected);
    }

    void aModelRestsDiesAndRecovers()
    {
        ModelHealth health;
        const FailureDecision failed {FailureStep::retry, 0, true, false, ""};
        for (int i = 0; i < 3; ++i)
            health = afterFailure(health, failed, now + i * 1s);
        QVERIFY(health.failures.size() == 3 && !health.cooldownUntil);
        health = afterFailure(health, failed, now + 3s);
        QVERIFY(health.failures.empty());
        QCOMPARE(*health.cooldownUntil, now + 33s);
        QVERIFY(afterSuccess(health) == ModelHealth {});
        // One failure after the rest does not lengthen it.
        QCOMPARE(*afterFailure(health, failed, now + 5s).cooldownUntil, now + 33s);
        const auto dead = afterFailure({}, {FailureStep::nextModel, 0, false, true, ""}, now);
        QVERIFY(dead.dead && dead.failures.empty());
        QVERIFY(afterSuccess(dead).dead);
        QVERIFY(afterFailure(health, {FailureStep::end, 0, false, false, ""}, now) == health);
    }

    void monthsAreThoseOfUtc()
    {
        const auto span = monthOf(*parseTimestamp("2026-12-31T23:59:59.999Z"));
        QCOMPARE(formatTimestamp(span.from), std::string("2026-12-01T00:00:00.000Z"));
        QCOMPARE(formatTimestamp(span.to), std::string("2027-01-01T00:00:00.000Z"));
        QCOMPARE(monthOf(span.to).from, span.to);
    }

    void answersAreFoundInWhatModelsWrite_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("list");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* text, bool list, const char* expected) {
            QTest::newRow(name) << QByteArray::fromStdString(quoted(text)) << list
                                << QByteArray::fromStdString(quoted(expected));
        };
        row("whole", " {'stage': 'late'} ", false, "{'stage':'late'}");
        row("in a fence", "```json\n{'stage': 'early'}\n```", false, "{'stage':'early'}");
        row("with words around", "Sure! {'stage': 'early'} Anything else?", false, "{'stage':'early'}");
        row("unknown fields go", "{'stage': 'late', 'mood': 1, 'points': [{'n': 1, 'x': 2}]}", false,
            "{'points':[{'n':1}],'stage':'late'}");
        row("unknown value", "{'stage': 'soon'}", false, "! stage: one of 'early', 'late'");
        row("wrong type", "{'stage': 'late', 'points': [{'n': '1'}]}", false, "! points[0].n: must be integer");
        row("missing", "{'points': []}", false, "! stage: is required");
        row("no JSON", "I cannot do that.", false, "! the answer is not JSON");
        row("cut off", "{'stage': 'la", false, "! the answer is not JSON");
        row("nothing", "", false, "! the answer is not JSON");
        row("a bare list", "[{'what': 'a'}, {'what': 'b'}]", true, "{'actions':[{'what':'a'},{'what':'b'}]}");
        row("a list in words", "Here: [{'what': 'a'}].", true, "{'actions':[{'what':'a'}]}");
        row("the object itself", "{'actions': [{'what': 'a'}]}", true, "{'actions':[{'what':'a'}]}");
    }
    void answersAreFoundInWhatModelsWrite()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, list);
        QFETCH(QByteArray, expected);
        const auto answer = readModelAnswer(text.toStdString(), list ? listed : closed);
        if (expected.startsWith("! ") && !answer) {
            // The words of the schema check are its own affair; where it went wrong is ours.
            const auto field = expected.left(expected.indexOf(':'));
            QVERIFY2(shown(answer).startsWith(field), shown(answer).constData());
            QCOMPARE(answer.error().code, std::string("llm_invalid_answer"));
            return;
        }
        QCOMPARE(shown(answer), expected);
    }

    void requestsOutOfBoundsNameTheField()
    {
        const auto field = [](std::span<const PromptMessage> messages, int tokens, double temperature) {
            const auto error = validateCompletion(messages, tokens, temperature);
            return error ? std::get<std::string>(error->details.at("field")) : std::string();
        };
        const std::vector<PromptMessage> one {{MessageRole::user, "hi", Trust::userInput}};
        QCOMPARE(field(one, 4096, 0.7), std::string());
        QCOMPARE(field(one, 20000, 0.7), std::string("maxTokens"));
        QCOMPARE(field(one, 0, 0.7), std::string("maxTokens"));
        QCOMPARE(field(one, 1, 2.5), std::string("temperature"));
        QCOMPARE(field(one, 1, std::numeric_limits<double>::quiet_NaN()), std::string("temperature"));
        QCOMPARE(field({}, 1, 0), std::string("messages"));
        QCOMPARE(field(std::vector<PromptMessage>(201), 1, 0), std::string("messages"));
        const std::vector<PromptMessage> big {
            {MessageRole::user, "", Trust::userInput}, {MessageRole::user, std::string(400'001, 'x'), Trust::external}};
        QCOMPARE(field(big, 1, 0), std::string("messages[1].content"));
    }
};

QTEST_APPLESS_MAIN(AttemptsTest)
#include "attempts_test.moc"
