// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/file_kind.hpp"

#include <QTemporaryDir>
#include <QtTest>

using namespace agentarmy;
using namespace agentarmy::readers;

class FileKindTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsByContentFirst_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* tag, const QByteArray& content, const char* name, const char* kind) {
            QTest::newRow(tag) << content << QString::fromLatin1(name) << QString::fromLatin1(kind);
        };
        row("mbox", "From a@b.c Tue Feb 10 08:00:00 2026\nFrom: a@b.c\n\nhi", "inbox", "mbox");
        row("mbox by any name", "From - Tue Feb 10 08:00:00 2026\nFrom: a@b.c\n\nhi", "x.txt", "mbox");
        row("eml", "Received: by x\nFrom: a@b.c\nTo: d@e.f\nSubject: hi\n\nhi", "x.txt", "eml");
        row("eml with little", "Subject: hi\n\nhi", "x.eml", "eml");
        row("vtt", "\xEF\xBB\xBFWEBVTT\n\n00:01.000 --> 00:02.000\nhi", "x.txt", "vtt");
        row("srt", "1\r\n00:00:01,000 --> 00:00:02,000\r\nhi\r\n", "x.txt", "srt");
        row("chat", R"([{"sender":"A","text":"x"}])", "x.json", "chat_json");
        row("chat object", R"({"messages":[{"sender":"A","text":"x"}]})", "x", "chat_json");
        row("transcript", R"([{"speaker":"A","text":"x","timestampMs":1}])", "x.json", "transcript_json");
        row("bot transcript", R"([{"participant":{"name":"A"},"words":[{"text":"x"}]}])", "x.json", "transcript_json");
        row("other json", R"({"a":1})", "package.json", "unknown");
        row("csv", "Name,Email,Title\nA,a@b.c,CEO\n", "x.txt", "csv");
        row("csv by name", "Name\nA\n", "x.csv", "csv");
        row("semicolons", "Name;Mail\nA;b\n", "x", "csv");
        row("sep line", "sep=;\nName;Mail\n", "x", "csv");
        row("wide csv",
            QByteArray("\xFF\xFE"
                       "N\0a\0m\0e\0\t\0X\0\n\0A\0\t\0B\0\n\0",
                24),
            "x.txt", "csv");
        row("prose", "Dear all,\nthis is a letter.\nIt has no table.\n", "x.txt", "unknown");
        row("markdown", "# Title\n\n| a | b |\n| - | - |\n| 1 | 2 |\n", "README.md", "unknown");
        row("picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", 20), "x.png", "unknown");
        row("empty", "", "x.csv", "unknown");
        row("script", "import os, sys, re\nimport a, b, c\n", "x.py", "unknown");
    }
    void tellsByContentFirst()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, name);
        QFETCH(QString, kind);
        const auto found = kindOfContent(content.toStdString(), name.toStdString());
        QCOMPARE(QString::fromStdString(std::string(enumText(found))), kind);
    }
    void foldersAndMaildirs()
    {
        QTemporaryDir dir;
        const std::filesystem::path root(dir.path().toStdString());
        std::filesystem::create_directories(root / "mail" / "cur");
        QCOMPARE(kindOfPath(root).value(), FileKind::folder);
        QCOMPARE(kindOfPath(root / "mail").value(), FileKind::maildir);
        QCOMPARE(kindOfPath(root / "none").error().code, "not_found");
    }
};

QTEST_APPLESS_MAIN(FileKindTest)
#include "file_kind_test.moc"
