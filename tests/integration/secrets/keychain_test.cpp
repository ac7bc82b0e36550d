// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/secrets/keychain_secrets.hpp"

#include <QElapsedTimer>
#include <QTest>

namespace agentarmy::tests {

/// Against a real keyring service; run by tests/support/with_keyring.
class KeychainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QElapsedTimer waited; // the service comes up beside us
        waited.start();
        while (!secrets::KeychainSecrets::isAvailable() && waited.elapsed() < 15'000)
            QTest::qWait(50);
        QVERIFY(secrets::KeychainSecrets::isAvailable());
    }

    void keepsForEachWorkspace()
    {
        secrets::KeychainSecrets one("workspace-one");
        secrets::KeychainSecrets other("workspace-two");
        const Context context;
        QCOMPARE(one.place(), SecretPlace::keychain);
        QVERIFY(!one.get(context, "api-key")->has_value());
        QVERIFY(one.set(context, "api-key", "first").has_value());
        QVERIFY(one.set(context, "api-key", "s\u00e9cond").has_value());
        QCOMPARE(one.get(context, "api-key")->value(), std::string("s\u00e9cond"));
        QVERIFY(!other.get(context, "api-key")->has_value());
        QCOMPARE(
            secrets::KeychainSecrets("workspace-one").get(context, "api-key")->value(), std::string("s\u00e9cond"));
        QVERIFY(one.remove(context, "api-key").has_value());
        QVERIFY(one.remove(context, "api-key").has_value());
        QVERIFY(!one.get(context, "api-key")->has_value());
    }

    void refusesNamesThatAreNone()
    {
        secrets::KeychainSecrets one("workspace-one");
        QCOMPARE(one.set({}, "Not A Name", "x").error().code, std::string("invalid_secret_name"));
        QCOMPARE(one.set({}, "ab", std::string(65537, 'x')).error().code, std::string("secret_too_large"));
    }

    void aStoppedCallEnds()
    {
        std::stop_source stop;
        stop.request_stop();
        Context context;
        context.stop = stop.get_token();
        secrets::KeychainSecrets one("workspace-one");
        QCOMPARE(one.get(context, "api-key").error().code, std::string("stopped"));
    }
};
}

QTEST_GUILESS_MAIN(agentarmy::tests::KeychainTest)
#include "keychain_test.moc"
