// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/completeness.hpp"
#include "core/rules/sales/merge.hpp"
#include "core/rules/sales/person_edit.hpp"

#include <QTest>

using namespace agentarmy;
using namespace agentarmy::sales;

namespace {
Signal read(const char* range, double confidence)
{
    Signal signal;
    signal.identified = true;
    signal.confidence = confidence;
    signal.range = range;
    return signal;
}
std::string codeOf(const Result<Signal>& result) { return result ? "fine" : result.error().code; }
}

class PersonEditTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aValueIsSetLockedAndTheOldOneStandsAside()
    {
        const auto set = *editedByPerson(Dimension::budget, read("EUR 100k", 0.6), PointEdit::set, "  EUR   150k ");
        QCOMPARE(set.range, std::optional<std::string>("EUR 150k"));
        QVERIFY(set.locked && set.identified);
        QCOMPARE(set.confidence, 1.0);
        QCOMPARE(set.alternatives, std::vector<std::string> {"EUR 100k"});
        const auto back = *editedByPerson(Dimension::budget, set, PointEdit::set, "EUR 100k");
        QCOMPARE(back.alternatives, std::vector<std::string> {"EUR 150k"});
    }
    void everyDimensionTakesItsOwnField()
    {
        for (const auto& [dimension, name] : EnumTexts<Dimension>::values) {
            const auto set = editedByPerson(dimension, {}, PointEdit::set, "SAP, works council");
            QVERIFY(set);
            QCOMPARE(valueText(dimension, *set), std::string("SAP, works council"));
        }
        const auto items = *editedByPerson(Dimension::decisionCriteria, {}, PointEdit::set, "SAP, ERP; price ;");
        QCOMPARE(items.items, (std::vector<std::string> {"SAP, ERP", "price"}));
    }
    void theAgentLeavesALockedPointAloneUntilItIsUnlocked()
    {
        auto locked = *editedByPerson(Dimension::budget, read("EUR 100k", 0.6), PointEdit::lock);
        QCOMPARE(mergeSignal(Dimension::budget, locked, read("EUR 300k", 0.95)).range, locked.range);
        const auto open = *editedByPerson(Dimension::budget, locked, PointEdit::unlock);
        QVERIFY(!open.locked && open.identified);
    }
    void aRejectionLeavesNothingButTheWords()
    {
        auto contested = read("EUR 100k", 0.6);
        contested.contested = true;
        contested.evidence.push_back({});
        const auto none = *editedByPerson(Dimension::budget, contested, PointEdit::reject);
        QVERIFY(!none.range && !none.identified && !none.contested && !none.locked);
        QCOMPARE(none.confidence, 0.0);
        QCOMPARE(none.evidence.size(), std::size_t(1));
        QCOMPARE(none.alternatives, std::vector<std::string> {"EUR 100k"});
    }
    void alternativesAreFiveAtMost()
    {
        Signal signal;
        for (int i = 0; i < 9; ++i)
            signal = *editedByPerson(Dimension::pain, signal, PointEdit::set, "pain " + std::to_string(i));
        QCOMPARE(signal.alternatives.size(), std::size_t(5));
        QCOMPARE(signal.alternatives.back(), std::string("pain 7"));
    }
    void badValuesAreRefused()
    {
        QCOMPARE(codeOf(editedByPerson(Dimension::pain, {}, PointEdit::set, " ")), std::string("validation_failed"));
        QCOMPARE(codeOf(editedByPerson(Dimension::pain, {}, PointEdit::set, std::string(501, 'x'))),
            std::string("validation_failed"));
        QCOMPARE(codeOf(editedByPerson(Dimension::pain, {}, PointEdit::lock)), std::string("validation_failed"));
    }
};

QTEST_APPLESS_MAIN(PersonEditTest)
#include "person_edit_test.moc"
