// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/clock.hpp"
#include "core/base/json_schema.hpp"
#include "core/rules/catalogue/registry.hpp"

#include <QTest>

#include <cmath>

using namespace agentarmy;

namespace {
const catalogue::Registry& rules() { return catalogue::catalogue(); }

std::string dumped(const Json& json) { return json.dump(); }
/// Equal, but the result may have more object members than the example, and numbers may differ by 1e-9.
bool covers(const Json& result, const Json& example)
{
    if (example.is_number() && result.is_number())
        return std::abs(result.get<double>() - example.get<double>()) <= 1e-9;
    if (example.is_object() && result.is_object())
        return std::all_of(example.items().begin(), example.items().end(),
            [&](const auto& item) { return result.contains(item.key()) && covers(result[item.key()], item.value()); });
    if (example.is_array() && result.is_array()) {
        if (example.size() != result.size())
            return false;
        for (std::size_t i = 0; i < example.size(); ++i)
            if (!covers(result[i], example[i]))
                return false;
        return true;
    }
    return result == example;
}

const Json& odd(SeededRandom& random)
{
    static const std::vector<Json> values {nullptr, true, -1, 0, 1e308, -0.5, 9007199254740992, "", "x",
        std::string(3000, 'y'), "2026-13-40", "2026-02-30T25:00:00Z", Json::array(), Json::object(),
        Json::array({nullptr, 1, "a"}), Json {{"unexpected", 1}}, "\xEF\xBF\xBF", 1e18};
    return values[random.next() % values.size()];
}

/// Changes one place somewhere in the value.
void spoil(Json& value, SeededRandom& random)
{
    if (value.is_structured() && !value.empty() && random.next() % 4 != 0) {
        auto at = value.begin();
        std::advance(at, random.next() % value.size());
        if (value.is_object() && random.next() % 6 == 0) {
            value.erase(at);
            return;
        }
        spoil(*at, random);
        return;
    }
    if (value.is_object() && random.next() % 2 == 0)
        value["surprise"] = odd(random);
    else if (value.is_array() && random.next() % 2 == 0)
        value.push_back(odd(random));
    else
        value = odd(random);
}
}

class CatalogueTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsEveryDescribedRule_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto* rule : rules().list())
            QTest::newRow(rule->name.c_str()) << QString::fromStdString(rule->name);
    }
    void holdsEveryDescribedRule()
    {
        QFETCH(QString, name);
        const auto* rule = rules().find(name.toStdString());
        QVERIFY(rule);
        const auto result = rules().run(rule->name, rule->example["params"]);
        QVERIFY2(result, result ? "" : result.error().message.c_str());
        QVERIFY2(covers(*result, rule->example["result"]), ("got " + result->dump()).c_str());
        const auto problem = validateJson(*result, rule->result);
        QVERIFY2(!problem, problem ? problem->message.c_str() : "");
    }

    void namesAllAreas()
    {
        std::set<std::string> areas;
        for (const auto* rule : rules().list())
            areas.insert(rule->name.substr(0, rule->name.find('.')));
        QCOMPARE(areas, (std::set<std::string> {"deals", "intelligence", "platform", "qbs", "realtime", "sales"}));
        QVERIFY(rules().list().size() >= 60);
    }

    void refusesUnknownRules()
    {
        const auto result = rules().run("deals.guess", Json::object());
        QVERIFY(!result);
        QCOMPARE(result.error().code, std::string("unknown_rule"));
        QCOMPARE(dumped(catalogue::outcome(result)["error"]["code"]), dumped(Json("unknown_rule")));
    }

    void refusesUnknownParametersByName()
    {
        const auto result = rules().run("deals.titleScores", {{"title", nullptr}, {"titel", "CEO"}});
        QVERIFY(!result);
        QCOMPARE(result.error().code, std::string("validation_failed"));
        QCOMPARE(std::get<std::string>(result.error().details.at("field")), std::string("titel"));
    }

    void aRuleWithoutDescriptionOrWithoutBodyIsNotCallable()
    {
        catalogue::Registry registry;
        registry.add("a.bare", [](const Json&) -> Result<Json> { return Json(1); });
        QCOMPARE(*registry.describe(
                     R"([{"rule":"a.bodiless","spec":"","summary":"","params":{},"result":{},"example":{}}])"),
            1);
        QCOMPARE(registry.list().size(), std::size_t(0));
        QVERIFY(!registry.run("a.bare", Json::object()) && !registry.run("a.bodiless", Json::object()));
    }

    void aThrowingRuleIsAnError()
    {
        catalogue::Registry registry;
        QVERIFY(registry.describe(R"([{"rule":"a.b","spec":"","summary":"","params":{},"result":{},"example":{}}])"));
        registry.add("a.b", [](const Json& params) -> Result<Json> { return params.at("missing"); });
        QCOMPARE(registry.run("a.b", Json::object()).error().code, std::string("rule_failed"));
    }

    void survivesSpoiledParameters_data() { holdsEveryDescribedRule_data(); }
    void survivesSpoiledParameters()
    {
        QFETCH(QString, name);
        const auto* rule = rules().find(name.toStdString());
        const std::uint64_t seed = 20260212;
        SeededRandom random(seed + qHash(name, 0));
        for (int i = 0; i < 400; ++i) {
            Json params = rule->example["params"];
            for (auto times = 1 + random.next() % 2; times > 0; --times)
                spoil(params, random);
            const bool fits = !validateJson(params, rule->params);
            const auto result = rules().run(rule->name, params);
            const auto shown = params.dump(-1, ' ', true, Json::error_handler_t::replace).substr(0, 600);
            if (!fits) {
                QVERIFY2(!result && result.error().code == "validation_failed", shown.c_str());
                continue;
            }
            if (!result) { // a schema cannot say that a time zone exists
                QVERIFY2(result.error().kind == ErrorKind::invalid,
                    (result.error().code + ' ' + result.error().message + ' ' + shown).c_str());
                continue;
            }
            const auto problem = validateJson(*result, rule->result);
            QVERIFY2(!problem,
                ((problem ? problem->message : "") + ' ' + result->dump().substr(0, 400) + " of " + shown).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
