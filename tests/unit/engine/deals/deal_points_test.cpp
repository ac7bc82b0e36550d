// SPDX-License-Identifier: AGPL-3.0-or-later
// What a person says about the points of a deal, its to-dos, and values that come back.
#include "core/engine/deals/deal_page.hpp"
#include "core/engine/deals/task_desk.hpp"
#include "tests/unit/engine/deals/desk_fixture.hpp"

using namespace agentarmy;
using namespace agentarmy::test;

class DealPointsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPointIsSetShownAndUndone()
    {
        DeskFixture fixture;
        const auto done
            = fixture.desk->qualify(fixture.lena, fixture.deal, Dimension::budget, PointEdit::set, "EUR 150k");
        REQUIRE(done);
        QVERIFY(done->opportunity.qualificationSnapshot[Dimension::budget].locked);
        const auto history = *fixture.desk->history(fixture.lena, {Opportunity::type, fixture.deal.value()});
        QCOMPARE(history.front().change.cause.what, std::string("qualify"));
        const auto page
            = loadDealPage(*fixture.store, fixture.lena, fixture.deal, fixture.workspace.settings, fixture.clock.now());
        REQUIRE(page);
        const auto row = std::ranges::find(page->qualification, Dimension::budget, &QualificationRow::dimension);
        QVERIFY(row->locked && row->identified);
        QCOMPARE(row->value, std::string("EUR 150k"));
        QVERIFY(std::ranges::any_of(
            page->timeline, [](const TimelineItem& item) { return item.title == "Lena set budget"; }));
        QVERIFY(fixture.desk->undo(fixture.lena, done->mutationId));
        const auto deal = readEntity(*fixture.store, fixture.lena, fixture.deal);
        QVERIFY(!deal->qualificationSnapshot[Dimension::budget].identified);
    }
    void theSameAgainWritesNothingAndBadValuesAreNamed()
    {
        DeskFixture fixture;
        (void)fixture.desk->qualify(fixture.lena, fixture.deal, Dimension::pain, PointEdit::set, "Penalties");
        const auto again
            = fixture.desk->qualify(fixture.lena, fixture.deal, Dimension::pain, PointEdit::set, "Penalties");
        QVERIFY(again && again->mutationId.isNull());
        const auto empty = fixture.desk->qualify(fixture.lena, fixture.deal, Dimension::pain, PointEdit::set, "");
        QCOMPARE(empty.error().code, std::string("validation_failed"));
        const auto gone = fixture.desk->qualify(
            fixture.lena, Id<Opportunity>(fixture.ids.next()), Dimension::pain, PointEdit::set, "x");
        QCOMPARE(gone.error().code, std::string("not_found"));
    }
    void anyEarlierValueComesBack()
    {
        DeskFixture fixture;
        const auto key = DocumentKey {Opportunity::type, fixture.deal.value()};
        const auto first = readEntity(*fixture.store, fixture.lena, fixture.deal)->name;
        for (const char* name : {"Second", "Third", "Fourth"})
            REQUIRE(fixture.desk->edit(fixture.lena, fixture.deal, {{"name", name}}));
        const auto history = *fixture.desk->history(fixture.lena, key);
        const auto oldest = std::ranges::find_if(history, [](const FieldHistory& each) {
            return std::ranges::any_of(
                each.change.values, [](const ChangedField& field) { return field.after == Json("Second"); });
        });
        QVERIFY(oldest != history.end());
        REQUIRE(fixture.desk->restoreField(fixture.lena, fixture.deal, oldest->change.seq, "name"));
        QCOMPARE(readEntity(*fixture.store, fixture.lena, fixture.deal)->name, first);
        QCOMPARE(fixture.desk->restoreField(fixture.lena, fixture.deal, oldest->change.seq, "closeDate").error().code,
            std::string("validation_failed"));
        QCOMPARE(fixture.desk->restoreField(fixture.lena, fixture.deal, 1'000'000, "name").error().code,
            std::string("not_found"));
    }
    void toDosAreAddedDoneAndUndone()
    {
        DeskFixture fixture;
        const auto page = [&] {
            return *loadDealPage(
                *fixture.store, fixture.lena, fixture.deal, fixture.workspace.settings, fixture.clock.now());
        };
        const auto now = fixture.clock.now();
        const auto late = addTask(*fixture.store, fixture.lena, fixture.ids, fixture.deal, " Send  the offer ",
            *parseDate("2026-09-05"), now);
        REQUIRE(late);
        REQUIRE(addTask(*fixture.store, fixture.lena, fixture.ids, fixture.deal, "Call", {}, now));
        auto tasks = page().tasks;
        QCOMPARE(tasks.size(), std::size_t(2));
        QCOMPARE(tasks.front().description, std::string("Send the offer"));
        const auto done = setTaskDone(*fixture.store, fixture.lena, fixture.ids, tasks.front().id, true, now);
        REQUIRE(done);
        QVERIFY(setTaskDone(*fixture.store, fixture.lena, fixture.ids, tasks.front().id, true, now)->isNull());
        QCOMPARE(page().tasks.front().description, std::string("Call"));
        REQUIRE(fixture.desk->undo(fixture.lena, *done));
        REQUIRE(fixture.desk->undo(fixture.lena, *late));
        QCOMPARE(page().tasks.size(), std::size_t(1));
        QCOMPARE(addTask(*fixture.store, fixture.lena, fixture.ids, fixture.deal, " ", {}, now).error().code,
            std::string("validation_failed"));
    }
};

QTEST_APPLESS_MAIN(DealPointsTest)
#include "deal_points_test.moc"
