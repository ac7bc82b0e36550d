// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/clock.hpp"

#include <QTest>
#include <set>
#include <thread>

using namespace agentarmy;

namespace {
struct Cat { };
struct Dog { };
constexpr std::string_view sample = "018f2b3c-4d5e-7a6b-8c7d-0123456789ab";
}

class UuidTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textAndBack()
    {
        const auto id = Uuid::parse(sample);
        QVERIFY(id);
        QCOMPARE(id->text(), std::string(sample));
        QCOMPARE(*Uuid::parse("018F2B3C-4D5E-7A6B-8C7D-0123456789AB"), *id); // either case
    }
    void nullHasNoText()
    {
        QVERIFY(Uuid {}.isNull());
        QCOMPARE(Uuid {}.text(), std::string());
    }
    void anythingElseIsRefused()
    {
        for (const char* text :
            {"", "018f2b3c", "018f2b3c4d5e7a6b8c7d0123456789ab", "018f2b3c-4d5e-7a6b-8c7d-0123456789a",
                "018f2b3c-4d5e-7a6b-8c7d-0123456789abc", "018f2b3c-4d5e-7a6b-8c7d-0123456789ag",
                "018f2b3c+4d5e-7a6b-8c7d-0123456789ab", "{18f2b3c-4d5e-7a6b-8c7d-0123456789a}"}) {
            const auto id = Uuid::parse(text);
            QVERIFY2(!id, text);
            QCOMPARE(id.error().code, std::string("invalid_id"));
        }
    }
    void idsOfDifferentEntitiesDoNotMix()
    {
        static_assert(!std::is_convertible_v<Id<Cat>, Id<Dog>> && !std::is_constructible_v<Id<Cat>, Id<Dog>>);
        static_assert(!std::is_convertible_v<Uuid, Id<Cat>> && !std::is_convertible_v<std::string, Id<Cat>>);
        QCOMPARE(Id<Cat>::parse(sample)->value(), *Uuid::parse(sample));
        QVERIFY(!Id<Cat>::parse("no id"));
    }
    void madeIdsAreVersionSevenAtTheirTime()
    {
        const ManualClock clock(fromMillis(1767225600123));
        SeededRandom random(1);
        IdSource source(clock, random);
        const auto text = source.next().text();
        QCOMPARE(text[14], '7');
        QVERIFY(std::string("89ab").find(text[19]) != std::string::npos);
        QCOMPARE(std::stoll(text.substr(0, 8) + text.substr(9, 4), nullptr, 16), 1767225600123);
    }
    void laterIdsAreGreaterAlsoWithinAMillisecondAndWithAClockSetBack()
    {
        ManualClock clock(fromMillis(1767225600000));
        SeededRandom random(1);
        IdSource source(clock, random);
        auto last = source.next();
        for (int i = 0; i < 20000; ++i) { // more than a millisecond's counter holds
            if (i == 10000)
                clock.set(fromMillis(1767225000000));
            const auto next = source.next();
            QVERIFY(last < next);
            last = next;
        }
        clock.set(fromMillis(1767229200000));
        QVERIFY(last < source.next());
    }
    void idsOfManyThreadsDiffer()
    {
        const ManualClock clock(fromMillis(1767225600000));
        SeededRandom random(1);
        IdSource source(clock, random);
        std::vector<std::vector<Uuid>> made(4);
        {
            std::vector<std::jthread> threads;
            for (auto& list : made)
                threads.emplace_back([&] {
                    for (int i = 0; i < 5000; ++i)
                        list.push_back(source.next());
                });
        }
        std::set<Uuid> all;
        for (const auto& list : made) {
            QVERIFY(std::is_sorted(list.begin(), list.end()));
            all.insert(list.begin(), list.end());
        }
        QCOMPARE(all.size(), std::size_t(20000));
    }
    void sameSeedSameRandom()
    {
        SeededRandom a(5), b(5), c(6);
        for (int i = 0; i < 100; ++i) {
            const auto value = a.next();
            QCOMPARE(value, b.next());
            QVERIFY(value != c.next());
        }
    }
};
QTEST_APPLESS_MAIN(UuidTest)
#include "uuid_test.moc"
