// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "tests/integration/store/store_conformance.hpp"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace agentarmy;

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QTemporaryDir folder;
    int count = 0;
    const auto open = [&](const Clock& clock, Random& random) -> std::unique_ptr<Store> {
        auto store = sqlite::SqliteStore::open(
            (folder.path() + '/' + QString::number(count)).toStdString(), {.clock = clock, .random = random});
        if (!store)
            qCritical("%s: %s", store.error().code.c_str(), store.error().message.c_str());
        return store ? std::move(*store) : nullptr;
    };
    test::StoreConformance suite({[&](const Clock& clock, Random& random) {
                                      ++count;
                                      return open(clock, random);
                                  },
        open});
    return QTest::qExec(&suite, argc, argv);
}
