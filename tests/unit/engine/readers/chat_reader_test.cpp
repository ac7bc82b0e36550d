// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/readers/chat_reader.hpp"

#include <QtTest>

using namespace agentarmy;
using namespace agentarmy::readers;

class ChatReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAListOfMessages()
    {
        const auto chat = readChat(
            R"([{"sender":"Jonas","text":"Nine planners.","at":"2026-09-09T11:09:47Z","senderRole":"customer"},
            {"sender":"Lena","text":" Thanks ","senderRole":"us"}])");
        QVERIFY(chat.has_value());
        QCOMPARE(chat->lines.size(), 2U);
        QCOMPARE(chat->lines[0].senderSide.value(), ChatSide::customer);
        QCOMPARE(formatTimestamp(*chat->lines[0].at), "2026-09-09T11:09:47.000Z");
        QCOMPARE(chat->lines[1].text, "Thanks");
        QVERIFY(!chat->lines[1].at);
    }
    void readsAnObjectWithMessages()
    {
        const auto chat = readChat(
            R"({"id":7,"topic":"Rollout","account":"Nordwind","participants":["Lena",{"name":"Jonas","email":"J@N.example","role":"customer"}],
            "messages":[{"sender":{"name":"Jonas","email":"J@N.example"},"text":"hi","at":1789000000,"senderRole":"rep"}]})");
        QVERIFY(chat.has_value());
        QCOMPARE(chat->title, "Rollout");
        QCOMPARE(chat->id, "7");
        QCOMPARE(chat->account, "Nordwind");
        QCOMPARE(chat->participants.size(), 2U);
        QCOMPARE(chat->participants[1].address, "j@n.example");
        QCOMPARE(chat->lines[0].sender, "Jonas");
        QCOMPARE(chat->lines[0].senderAddress, "j@n.example");
        QCOMPARE(chat->lines[0].senderSide.value(), ChatSide::us);
        QVERIFY(chat->lines[0].at.has_value());
    }
    void whatCannotBeReadIsLeftOutWithItsIndex()
    {
        const auto chat = readChat(
            R"([{"sender":"A","text":"x"},{"text":"no sender"},7,{"sender":"B","text":"  "},{"sender":"C","text":"y","at":"yesterday"}])");
        QVERIFY(chat.has_value());
        QCOMPARE(chat->lines.size(), 1U);
        QCOMPARE(chat->leftOut, 4U);
        QCOMPARE(chat->problems[0].index.value(), 1U);
        QCOMPARE(chat->problems[0].reason, "names no sender");
        QCOMPARE(chat->problems[3].reason, "has a time that cannot be read");
    }
    void whatIsNoChatIsAnError_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("code");
        QTest::newRow("broken") << "[{"
                                << "invalid_json";
        QTest::newRow("empty") << ""
                               << "invalid_json";
        QTest::newRow("no list") << R"({"a":1})"
                                 << "not_a_chat";
        QTest::newRow("text") << R"("hi")"
                              << "not_a_chat";
        QTest::newRow("empty list") << "[]"
                                    << "not_a_chat";
        QTest::newRow("nothing readable") << R"([{"a":1}])"
                                          << "not_a_chat";
        QTest::newRow("deep") << QString(100000, QLatin1Char('[')) << "invalid_json";
    }
    void whatIsNoChatIsAnError()
    {
        QFETCH(QString, json);
        QFETCH(QString, code);
        const auto chat = readChat(json.toStdString());
        QVERIFY(!chat);
        QCOMPARE(QString::fromStdString(chat.error().code), code);
    }
    void boundsHold()
    {
        const auto chat
            = readChat(R"([{"sender":"A","text":"abcdef"},{"sender":"A","text":"2"},{"sender":"A","text":"3"}])",
                {.fileBytes = 1000, .lines = 2, .textBytes = 3});
        QCOMPARE(chat->lines.size(), 2U);
        QVERIFY(chat->lines[0].truncated);
        QCOMPARE(chat->lines[0].text, "abc");
        QCOMPARE(chat->leftOut, 1U);
        QCOMPARE(readChat(std::string(2000, ' '), {.fileBytes = 1000}).error().code, "file_too_large");
    }
    void aWrongEncodingIsRepaired()
    {
        const auto chat = readChat("[{\"sender\":\"J\xF6rg\",\"text\":\"gr\xFC\xDF"
                                   " dich\"}]");
        QVERIFY(chat.has_value());
        QCOMPARE(chat->lines[0].sender, "J\xC3\xB6rg");
    }
};

QTEST_APPLESS_MAIN(ChatReaderTest)
#include "chat_reader_test.moc"
