// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/hash.hpp"
#include "core/base/json.hpp"

#include <QTest>
#include <random>

using namespace agentarmy;
using namespace std::string_literals;

namespace {
enum class Colour { red, green };
struct Part {
    std::string name;
    int count = 0;
};
struct Thing {
    Uuid id;
    std::string title;
    std::optional<double> share;
    std::vector<Part> parts;
    std::map<std::string, Json> more;
    Colour colour = Colour::red;
    Money price;
    Timestamp at {};
    bool rare = false;
};
}
namespace agentarmy {
template <> struct EnumTexts<Colour> {
    static constexpr std::array<std::pair<Colour, std::string_view>, 2> values {
        {{Colour::red, "red"}, {Colour::green, "green"}}};
};
}
namespace {
template <class F> void describe(F& f, Part& p)
{
    f.required("name", p.name, {1, 10});
    f("count", p.count, {0, 100});
}
template <class F> void describe(F& f, Thing& t)
{
    f("id", t.id);
    f.required("title", t.title, {1, 20});
    f("share", t.share, {0, 1});
    f("parts", t.parts, {0, 3});
    f("more", t.more);
    f("colour", t.colour);
    f("price", t.price);
    f("at", t.at);
    f.sparse("rare", t.rare);
}

Json randomJson(std::mt19937& random, int depth)
{
    const auto text = [&] {
        static const char* pieces[] = {"a", "\"", "\\", "\n", "\t", "\x01", "\x7F", "ü", "物", "😀", "/", "\r", "\b",
            "\f", " ", "\xC2\x80", "\xEF\xBF\xBF"};
        std::string out;
        for (auto n = random() % 12; n > 0; --n)
            out += pieces[random() % std::size(pieces)];
        return out;
    };
    switch (random() % (depth > 0 ? 9 : 7)) {
    case 0:
        return nullptr;
    case 1:
        return random() % 2 == 0;
    case 2:
        return std::int64_t(random()) * (random() % 2 ? -1 : 1) * std::int64_t(random() % 100000);
    case 3:
        return std::uint64_t(random()) << 32 | random();
    case 4:
        return double(random()) / double(1 + random() % 1000) * (random() % 2 ? -1e-9 : 1e9);
    case 5:
    case 6:
        return text();
    case 7: {
        Json list = Json::array();
        for (auto n = random() % 5; n > 0; --n)
            list.push_back(randomJson(random, depth - 1));
        return list;
    }
    default: {
        Json object = Json::object();
        for (auto n = random() % 5; n > 0; --n)
            object[text()] = randomJson(random, depth - 1);
        return object;
    }
    }
}
}

class JsonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void canonicalIsSortedTightAndWithoutNul()
    {
        QCOMPARE(canonicalJson({{"b", 1}, {"a", {true, nullptr, 1.5}}}), R"({"a":[true,null,1.5],"b":1})"s);
        bool mended = true;
        QCOMPARE(canonicalJson({{"a", "x"}}, &mended), R"({"a":"x"})"s);
        QVERIFY(!mended);
        QCOMPARE(canonicalJson({{"a", "x\0y"s}}, &mended), R"({"a":"xy"})"s);
        QVERIFY(mended);
        QCOMPARE(
            canonicalJson({{"a\xFF", "gr\xFC\xDF"}}, &mended), "{\"a\xEF\xBF\xBD\":\"gr\xEF\xBF\xBD\xEF\xBF\xBD\"}"s);
        QVERIFY(mended);
        QCOMPARE(canonicalJson(R"(\u0000)"s), R"("\\u0000")"s); // the six characters are text
    }
    void canonicalIsWhatTheLibraryWrites()
    {
        const auto seed = 77U;
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        for (int i = 0; i < 20000; ++i) {
            const auto value = randomJson(random, 4);
            QCOMPARE(canonicalJson(value), value.dump());
            QCOMPARE(canonicalJson(*parseJson(canonicalJson(value))), canonicalJson(value));
        }
    }
    void brokenUtf8BecomesValid()
    {
        for (const auto& bytes : {"\xC3"s, "\xE2\x82"s, "\xF0\x9F\x98"s, "\xC0\x80"s, "\xED\xA0\x80"s,
                 "\xF4\x90\x80\x80"s, "\x80"s, "a\xFF\xFEz"s, "\xE0\x80\x80"s}) {
            const auto text = canonicalJson(bytes);
            const auto back = parseJson(text);
            QVERIFY2(back, text.c_str());
            QCOMPARE(canonicalJson(*back), text);
        }
    }
    void parsingNeverThrows()
    {
        for (const char* text : {"", "{", "[1,", "{\"a\":}", "nul", "\"\xFF\"", "1 2", "[1]x"}) {
            const auto json = parseJson(text);
            QVERIFY2(!json, text);
            QCOMPARE(json.error().code, std::string("invalid_json"));
        }
        QVERIFY(!parseJson(std::string(100000, '[')));
        QVERIFY(parseJson("[\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"]"));
        QVERIFY(!parseJson("[[[1]]]", 2));
    }
    void parsingGivesWhatTheLibraryGives()
    {
        const auto same = [](const std::string& text) {
            const auto theirs = Json::parse(text, nullptr, false);
            const auto ours = parseJson(text);
            if (theirs.is_discarded() || !ours)
                return theirs.is_discarded() == !ours;
            return *ours == theirs && ours->dump() == theirs.dump()
                && (ours->type() == theirs.type() || theirs == 0); // -0 has its sign from the library alone
        };
        for (const char* text :
            {"0", "-0", "1", "-1", "1.0", "-0.0", "1e2", "1E+2", "1e-400", "1e400", "0.1", "9223372036854775807",
                "9223372036854775808", "18446744073709551615", "18446744073709551616", "-9223372036854775808",
                "-9223372036854775809", "123456789012345678901234567890", "01", "+1", ".5", "\xEF\xBB\xBF[1]",
                "{\"a\":1,\"a\":2}", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\ude00\"", "\"\\u0000\"", "\"a\tb\"",
                " [ ] ", "[1,]", "{\"a\":1,}", "true", "truex", "\"\xED\xA0\x80\"", "[] []"})
            QVERIFY2(same(text), text);
        std::mt19937 random(78);
        for (int i = 0; i < 20000; ++i) {
            auto text = canonicalJson(randomJson(random, 3));
            QVERIFY2(same(text), text.c_str());
            for (auto n = random() % 3; n > 0; --n) // and broken somewhere
                text[random() % text.size()] = "\"\\{}[],:0e-.\xC3 x"[random() % 17];
            QVERIFY2(same(text), text.c_str());
            text.resize(random() % text.size());
            QVERIFY2(same(text), text.c_str());
        }
        QVERIFY(same(canonicalJson(Json::array({std::string(2'000'000, 'x'), 1}))));
    }
    void anObjectIsMadeOfItsFields()
    {
        bool mended = true;
        QCOMPARE(canonicalObject({}), "{}"s);
        QCOMPARE(canonicalObject({{"b", "[1]"}, {"a\"", "\"x\""}}, &mended), "{\"a\\\"\":\"x\",\"b\":[1]}"s);
        QVERIFY(!mended);
        QCOMPARE(canonicalObject({{"\xFF", "1"}}, &mended), "{\"\xEF\xBF\xBD\":1}"s);
        QVERIFY(mended);
    }
    void structsGoThereAndBack()
    {
        Thing thing {.id = *Uuid::parse("018f2b3c-4d5e-7a6b-8c7d-0123456789ab"),
            .title = "t",
            .share = 0.5,
            .parts = {{"p", 2}},
            .more = {{"x", 1}},
            .colour = Colour::green,
            .price = {100, "EUR"},
            .at = fromMillis(1770710400000),
            .rare = true};
        const auto json = toJson(thing);
        const auto back = fromJson<Thing>(json);
        QVERIFY(back);
        QCOMPARE(canonicalJson(toJson(*back)), canonicalJson(json));
        QCOMPARE(json["colour"].get<std::string>(), "green"s);
        QCOMPARE(json["at"].get<std::string>(), "2026-02-10T08:00:00.000Z"s);
        const auto small = toStoredJson(Thing {.title = "t", .price = {1, "EUR"}});
        QVERIFY(
            !small.contains("parts") && !small.contains("rare") && !small.contains("share") && !small.contains("id"));
        QVERIFY(toJson(Thing {.title = "t"}).contains("rare"));
    }
    void firstBadFieldIsNamed()
    {
        const auto fieldOf = [](const Json& json) {
            const auto thing = fromJson<Thing>(json);
            return thing ? "fine"s : std::get<std::string>(thing.error().details.at("field"));
        };
        QCOMPARE(fieldOf({{"title", "ok"}}), "fine"s);
        QCOMPARE(fieldOf({{"title", "ok"}, {"unknown", 1}}), "fine"s);
        QCOMPARE(fieldOf(Json::object()), "title"s);
        QCOMPARE(fieldOf({{"title", ""}}), "title"s);
        QCOMPARE(fieldOf({{"title", 5}}), "title"s);
        QCOMPARE(fieldOf({{"title", "ok"}, {"share", 1.5}}), "share"s);
        QCOMPARE(fieldOf({{"title", "ok"}, {"parts", {{{"name", "a"}}, {{"name", "b"}, {"count", 101}}}}}),
            "parts[1].count"s);
        QCOMPARE(fieldOf({{"title", "ok"}, {"parts", {{{"count", 1}}}}}), "parts[0].name"s);
        QCOMPARE(fieldOf({{"title", "ok"}, {"parts", Json::array({1, 2, 3, 4})}}), "parts"s);
        QCOMPARE(fieldOf({{"title", "ok"}, {"colour", "blue"}}), "colour"s);
        QCOMPARE(fieldOf({{"title", "ok"}, {"price", {{"amountMinor", 1.5}, {"currency", "EUR"}}}}), "price"s);
        QCOMPARE(fieldOf({{"title", "ok"}, {"price", {{"amountMinor", std::int64_t(1) << 54}, {"currency", "EUR"}}}}),
            "price"s);
        QCOMPARE(fieldOf({{"title", "ok"}, {"at", "today"}}), "at"s);
        QCOMPARE(fieldOf({{"title", "ok"}, {"id", "x"}}), "id"s);
    }
    void hashesAreSha256()
    {
        QCOMPARE(hexText(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"s);
        QCOMPARE(hexText(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"s);
        Sha256Stream stream;
        for (int i = 0; i < 1000; ++i)
            stream.add("0123456789");
        std::string whole;
        for (int i = 0; i < 1000; ++i)
            whole += "0123456789";
        QCOMPARE(hexText(stream.finish()), hexText(sha256(whole)));
    }
};
QTEST_APPLESS_MAIN(JsonTest)
#include "json_test.moc"
