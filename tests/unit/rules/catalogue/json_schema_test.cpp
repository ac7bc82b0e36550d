// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/json_schema.hpp"

#include <QTest>

using namespace agentarmy;

class JsonSchemaTest : public QObject {
    Q_OBJECT
private:
    static std::string problem(const char* value, const char* schema)
    {
        const auto error = validateJson(Json::parse(value), Json::parse(schema));
        return error ? std::get<std::string>(error->details.at("field")) : std::string();
    }
private Q_SLOTS:
    void checksValues_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("field"); // empty: it fits
        const auto row = [](const char* name, const char* schema, const char* value, const char* field) {
            QTest::newRow(name) << QString::fromUtf8(schema) << QString::fromUtf8(value) << QString::fromUtf8(field);
        };
        row("type fits", R"({"type":"string"})", R"("x")", "");
        row("type differs", R"({"type":"string"})", "1", "value");
        row("one of several types", R"({"type":["string","null"]})", "null", "");
        row("none of several types", R"({"type":["string","null"]})", "false", "value");
        row("a whole float is an integer", R"({"type":"integer"})", "2.0", "");
        row("a broken float is not", R"({"type":"integer"})", "2.5", "value");
        row("2^53 is an integer", R"({"type":"integer"})", "9007199254740992", "");
        row("far beyond 2^53", R"({"type":"integer"})", "9307199254740993", "value");
        row("required", R"({"required":["a"]})", "{}", "a");
        row("unknown key", R"({"properties":{"a":{}},"additionalProperties":false})", R"({"b":1})", "b");
        row("schema for other keys", R"({"additionalProperties":{"type":"integer"}})", R"({"b":"x"})", "b");
        row("key names", R"({"propertyNames":{"enum":["a"]}})", R"({"b":1})", "b");
        row("path of an item", R"({"properties":{"l":{"items":{"properties":{"n":{"minimum":1}}}}}})",
            R"({"l":[{"n":1},{"n":0}]})", "l[1].n");
        row("enum", R"({"enum":[1,null]})", "null", "");
        row("enum misses", R"({"enum":[1,null]})", "2", "value");
        row("const", R"({"const":true})", "false", "value");
        row("minimum holds", R"({"minimum":1})", "1", "");
        row("minimum just misses", R"({"minimum":1})", "0.999", "value");
        row("exclusive maximum", R"({"exclusiveMaximum":1})", "1", "value");
        row("exclusive maximum holds", R"({"exclusiveMaximum":1})", "0.999", "");
        row("length in code points", R"({"maxLength":2})", "\"\xC3\xA4\xC3\xB6\"", "");
        row("too long", R"({"maxLength":2})", R"("abc")", "value");
        row("too short", R"({"minLength":1})", R"("")", "value");
        row("pattern", R"({"pattern":"^[A-Z]{3}$"})", R"("EUR")", "");
        row("pattern misses", R"({"pattern":"^[A-Z]{3}$"})", R"("EURO")", "value");
        row("items", R"({"minItems":1})", "[]", "value");
        row("too many items", R"({"maxItems":1})", "[1,2]", "value");
        row("unique", R"({"uniqueItems":true})", R"(["b","a","b"])", "value");
        row("any of", R"({"anyOf":[{"type":"string"},{"type":"null"}]})", "null", "");
        row("none of", R"({"anyOf":[{"type":"string"},{"type":"null"}]})", "1", "value");
        row("date", R"({"format":"date"})", R"("2026-02-28")", "");
        row("no such date", R"({"format":"date"})", R"("2026-02-29")", "value");
        row("a format says nothing of null", R"({"type":["string","null"],"format":"date"})", "null", "");
        row("date-time", R"({"format":"date-time"})", R"("2026-02-28T10:00:00Z")", "");
        row("no date-time", R"({"format":"date-time"})", R"("2026-02-28")", "value");
        row("default is only advice", R"({"type":"object","properties":{"a":{"default":1}}})", "{}", "");
    }
    void checksValues()
    {
        QFETCH(QString, schema);
        QFETCH(QString, value);
        QFETCH(QString, field);
        QCOMPARE(QString::fromStdString(problem(value.toUtf8().constData(), schema.toUtf8().constData())), field);
    }

    void survivesHostilePatternInput()
    {
        const Json schema {{"pattern", "^[a-z0-9][a-z0-9-]{1,48}[a-z0-9]$"}};
        QVERIFY(validateJson(Json(std::string(2'000'000, 'a')), schema).has_value());
    }
};

QTEST_APPLESS_MAIN(JsonSchemaTest)
#include "json_schema_test.moc"
