// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/secrets/sealed_file_secrets.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sstream>
#include <sys/stat.h>

namespace agentarmy::tests {
namespace {
const secrets::SealingCost quick {1, 8192}; // the least that libsodium takes
template <class T> QString codeOf(const Result<T>& result)
{
    return result ? QString() : QString::fromStdString(result.error().code);
}
std::string contentOf(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}
}

class SecretsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsAndSeals()
    {
        const auto file = newFile();
        {
            secrets::SealedFileSecrets sealed(file, quick);
            QVERIFY(!sealed.exists());
            QCOMPARE(codeOf(sealed.get(m_context, "api-key")), QString("secrets_locked"));
            QCOMPARE(codeOf(sealed.unlock("short")), QString("validation_failed"));
            QVERIFY(sealed.unlock("correct horse").has_value());
            QVERIFY(sealed.set(m_context, "api-key", "sk-very-secret").has_value());
            QVERIFY(sealed.set(m_context, "mailbox-1", "p\u00e4sswort").has_value());
            QCOMPARE(sealed.get(m_context, "api-key")->value(), std::string("sk-very-secret"));
            QVERIFY(!sealed.get(m_context, "other")->has_value());
            QVERIFY(sealed.remove(m_context, "api-key").has_value());
            QVERIFY(sealed.remove(m_context, "api-key").has_value());
            QVERIFY(!sealed.get(m_context, "api-key")->has_value());
        }
        const auto bytes = contentOf(file);
        QVERIFY(bytes.find("sswort") == std::string::npos);
        QVERIFY(bytes.find("mailbox") == std::string::npos); // names do not show either
        struct stat status { };
        QCOMPARE(::stat(file.c_str(), &status), 0);
        QCOMPARE(int(status.st_mode & 0777), 0600);
        secrets::SealedFileSecrets again(file, quick);
        QVERIFY(again.exists());
        QCOMPARE(codeOf(again.unlock("correct hors")), QString("wrong_passphrase"));
        QVERIFY(!again.isOpen());
        QVERIFY(again.unlock("correct horse").has_value());
        QCOMPARE(again.get(m_context, "mailbox-1")->value(), std::string("p\u00e4sswort"));
    }

    void refusesNamesAndValuesThatAreNone()
    {
        secrets::SealedFileSecrets sealed(newFile(), quick);
        QVERIFY(sealed.unlock("correct horse").has_value());
        for (const auto* name : {"", "a", "-ab", "ab-", "Ab", "a b", "a/b", "\xc3\xa4\xc3\xa4"})
            QCOMPARE(codeOf(sealed.set(m_context, name, "x")), QString("invalid_secret_name"));
        QCOMPARE(codeOf(sealed.set(m_context, std::string(65, 'a'), "x")), QString("invalid_secret_name"));
        QVERIFY(sealed.set(m_context, std::string(64, 'a'), std::string(65536, 'x')).has_value());
        QCOMPARE(codeOf(sealed.set(m_context, "ab", std::string(65537, 'x'))), QString("secret_too_large"));
        QCOMPARE(codeOf(sealed.set(m_context, "ab", "\xff")), QString("validation_failed"));
    }

    void everyChangedByteIsNoticed()
    {
        const auto file = newFile();
        {
            secrets::SealedFileSecrets sealed(file, quick);
            QVERIFY(sealed.unlock("correct horse").has_value());
            QVERIFY(sealed.set(m_context, "ab", "value").has_value());
        }
        const auto good = contentOf(file);
        for (std::size_t at = 0; at < good.size(); ++at) {
            auto bad = good;
            bad[at] = char(bad[at] ^ 1);
            std::ofstream(file, std::ios::binary) << bad;
            secrets::SealedFileSecrets sealed(file, quick);
            const auto opened = sealed.unlock("correct horse");
            QVERIFY2(!opened, qPrintable(QString::number(at)));
        }
        for (const std::size_t length : {std::size_t(0), std::size_t(7), std::size_t(20), good.size() - 1}) {
            std::ofstream(file, std::ios::binary) << good.substr(0, length);
            secrets::SealedFileSecrets sealed(file, quick);
            QVERIFY(!sealed.unlock("correct horse").has_value());
        }
    }

    void twoProgramsSeeEachOther()
    {
        const auto file = newFile();
        secrets::SealedFileSecrets one(file, quick);
        QVERIFY(one.unlock("correct horse").has_value());
        secrets::SealedFileSecrets other(file, quick);
        QVERIFY(other.unlock("correct horse").has_value());
        QVERIFY(one.set(m_context, "ab", "1").has_value());
        QVERIFY(other.set(m_context, "cd", "2").has_value());
        QCOMPARE(one.get(m_context, "cd")->value(), std::string("2"));
        QCOMPARE(other.get(m_context, "ab")->value(), std::string("1"));
        one.lock();
        QCOMPARE(codeOf(one.get(m_context, "cd")), QString("secrets_locked"));
    }

private:
    std::filesystem::path newFile()
    {
        return std::filesystem::path(m_folder.path().toStdString()) / ("secrets" + std::to_string(m_files++));
    }
    QTemporaryDir m_folder;
    int m_files = 0;
    Context m_context;
};
}

QTEST_GUILESS_MAIN(agentarmy::tests::SecretsTest)
#include "secrets_test.moc"
