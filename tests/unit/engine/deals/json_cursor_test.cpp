// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/records/json_cursor.hpp"

#include <QTest>

using namespace agentarmy;

class JsonCursorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatCanonicalJsonWrites();
    void passesOverWhatIsNotAskedFor();
    void brokenTextIsRefusedWhereverItEnds();
};

namespace {
const Json sample {{"list", {1, 0.25, -3}}, {"name", "A \"quoted\" na\xC3\xAFve\nname"}, {"flag", true},
    {"none", nullptr}, {"inner", {{"a", {{"b", {1, 2, {3}}}}}}}, {"count", 3.0}};
}

void JsonCursorTest::readsWhatCanonicalJsonWrites()
{
    const auto text = canonicalJson(sample);
    std::vector<double> list;
    std::string name;
    bool flag = false;
    std::int64_t count = 0;
    JsonCursor json(text);
    QVERIFY(json.object([&](std::string_view key) {
        if (key == "list")
            return json.array([&](std::size_t) { return json.number(list.emplace_back()); });
        if (key == "name")
            return json.text(name);
        if (key == "flag")
            return json.flag(flag);
        if (key == "count")
            return json.whole(count);
        return json.skip();
    }));
    QCOMPARE(list, (std::vector<double> {1, 0.25, -3}));
    QCOMPARE(name, sample["name"].get<std::string>());
    QVERIFY(flag);
    QCOMPARE(count, std::int64_t(3));
}

void JsonCursorTest::passesOverWhatIsNotAskedFor()
{
    const auto text = canonicalJson(sample);
    JsonCursor json(text);
    QVERIFY(json.skip());
    std::string deep(100, '[');
    JsonCursor nested(deep);
    QVERIFY(!nested.skip());
    JsonCursor wrong("\"text\"");
    std::int64_t number = 0;
    QVERIFY(!wrong.whole(number));
}

void JsonCursorTest::brokenTextIsRefusedWhereverItEnds()
{
    const auto whole = canonicalJson(sample);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const std::string cut = whole.substr(0, size); // ends there for the sanitizer too
        JsonCursor json(cut);
        QVERIFY2(!json.skip(), cut.c_str());
    }
}

QTEST_APPLESS_MAIN(JsonCursorTest)
#include "json_cursor_test.moc"
