// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/clock.hpp"
#include "core/rules/realtime/cue_text.hpp"
#include "core/rules/realtime/transcript_import.hpp"

#include <QTest>

#include <ctime>

using namespace agentarmy;
using namespace agentarmy::realtime;

namespace {
/// "speaker@ms: text" a line; an error as its code.
std::string read(std::string_view bytes)
{
    const auto transcript = importTranscript(bytes);
    if (!transcript)
        return transcript.error().code;
    std::string out;
    for (const auto& utterance : transcript->utterances)
        out += (out.empty() ? "" : " | ") + utterance.speaker + '@' + std::to_string(utterance.timestampMs) + ": "
            + utterance.text;
    return out;
}
std::string vtt(const std::string& cues) { return "WEBVTT\n\n" + cues; }
}

class TranscriptImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clocks()
    {
        QCOMPARE(*parseClock("01:02:03.450"), std::int64_t(3'723'450));
        QCOMPARE(*parseClock("02:05.010"), std::int64_t(125'010));
        QCOMPARE(*parseClock("00:00:01,5"), std::int64_t(1500));
        for (const auto* bad : {"", "1", "00:60.000", "00:61:00.000", "00:00:00.", "00:00:00.1234", "a:b", "1:2:3:4",
                 "00:00:01.000x", "-1:00.000", "0000:00:00.000"})
            QVERIFY2(!parseClock(bad), bad);
    }

    void formatsAreKnownByTheirBytes()
    {
        QCOMPARE(*detectFormat("\xEF\xBB\xBFWEBVTT\n"), TranscriptFormat::vtt);
        QCOMPARE(*detectFormat(" \n[1]"), TranscriptFormat::json);
        QCOMPARE(*detectFormat("title\n\n1\n00:00:01,000 --> 00:00:02,000\nx"), TranscriptFormat::srt);
        QVERIFY(!detectFormat("Dear Kim\n--> see below"));
        QVERIFY(!detectFormat("") && !detectFormat(" \n\n"));
        QCOMPARE(read("Dear Kim"), std::string("unsupported_format"));
    }

    void readsVtt_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("found");
        const auto row = [](const char* name, const std::string& file, const char* found) {
            QTest::newRow(name) << QByteArray::fromStdString(file) << QByteArray(found);
        };
        row("voice", vtt("00:00:05.250 --> 00:00:06.000\n<v Ana Ruiz>Hello</v>\n"), "Ana Ruiz@5250: Hello");
        row("voice with class", vtt("00:05.250 --> 00:06.000\n<v.loud Ana Ruiz>Hello"), "Ana Ruiz@5250: Hello");
        row("prefix", vtt("00:01.000 --> 00:02.000\nAna Ruiz: Hello\nthere"), "Ana Ruiz@1000: Hello there");
        row("nobody", vtt("00:01.000 --> 00:02.000\nHello"), "Unknown@1000: Hello");
        row("two voices", vtt("00:01.000 --> 00:02.000\n<v Ana>Hi</v> <v Ben>Hello</v>"),
            "Ana@1000: Hi | Ben@1000: Hello");
        row("tags and entities",
            vtt("00:01.000 --> 00:02.000\n<v A &amp; B><b>R&amp;D</b> &lt;3 &#65;&#x42; &nope; 1 < 2"),
            "A & B@1000: R&D <3 AB &nope; 1 < 2");
        row("notes, styles, ids and settings",
            vtt("NOTE a\nb --> c\n\nSTYLE\n::cue {}\n\nREGION\nid:x\n\nintro-7\n00:01.000 --> 00:02.000 align:start "
                "position:0%\nHello"),
            "Unknown@1000: Hello");
        row("header lines", "WEBVTT - Call\nKind: captions\n\n00:01.000 --> 00:02.000\nHello", "Unknown@1000: Hello");
        row("sorted by time, stable",
            vtt("00:05.000 --> 00:06.000\nc\n\n00:01.000 --> 00:02.000\na\n\n00:01.000 --> 00:02.000\nb"),
            "Unknown@1000: a | Unknown@1000: b | Unknown@5000: c");
        row("empty cues go",
            vtt("00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\n<v Ana></v>\n\n00:05.000 --> 00:06.000\nx"),
            "Unknown@5000: x");
        row("an unreadable cue is skipped", vtt("00:01.000 --> 00:02.000\na\n\n00:xx.000 --> 00:04.000\nb"),
            "Unknown@1000: a");
        row("no cue at all", "WEBVTT\n", "");
        row("mostly unreadable", vtt("00:01.000 --> 00:02.000\na\n\nx --> y\nb\n\nx --> z\nc"),
            "unreadable_transcript");
        row("CR alone", "WEBVTT\r\r00:01.000 --> 00:02.000\rHello", "Unknown@1000: Hello");
    }
    void readsVtt()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, found);
        QCOMPARE(QByteArray::fromStdString(read(file.toStdString())), found);
    }

    void readsSrtWithBrokenNumbers()
    {
        QCOMPARE(read("\xEF\xBB\xBF"
                      "00:00:01,000 --> 00:00:02,000\r\n[Ana Ruiz] Hello <i>you</i>\r\n\r\n7\r\n00:00:03.000 --> "
                      "00:00:04.000\r\nBen: 1 < 2\r\n2\r\n00:00:05,000 --> 00:00:06,000\r\nlast"),
            std::string("Ana Ruiz@1000: Hello you | Ben@3000: 1 < 2 | Unknown@5000: last"));
    }

    void speakersAreNamesNotEverythingBeforeAColon_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("speaker");
        const auto row = [](const char* line, const char* speaker) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(speaker);
        };
        row("Ana Ruiz: Hello", "Ana Ruiz");
        row("\xC3\x89mile: Salut", "\xC3\x89mile");
        row("Speaker 1: Hello", "Speaker 1");
        row("one two three four five: x", "one two three four five");
        row("one two three four five six: x", "");
        row("10:30 works", "");
        row("1st speaker: x", "");
        row("https://x.example", "");
        row("see https: //x", "");
        row("at 10: 30 sharp", "");
        row("Ana:Hello", "");
        row("Ana:", "Ana");
        row(": x", "");
        QTest::newRow("60 characters") << QString(60, 'a') + ": x" << QString(60, 'a');
        QTest::newRow("61 characters") << QString(61, 'a') + ": x" << QString();
    }
    void speakersAreNamesNotEverythingBeforeAColon()
    {
        QFETCH(QString, line);
        QFETCH(QString, speaker);
        const auto text = line.toStdString();
        QCOMPARE(QString::fromStdString(std::string(splitSpeaker(text).speaker)), speaker);
    }

    void readsTheFourFormsOfJson()
    {
        QCOMPARE(read(R"({"utterances":[{"speaker":"Ana","text":"Hi","timestampMs":1500,"endMs":1000}]})"),
            std::string("Ana@1500: Hi"));
        QCOMPARE(read(R"([{"speaker":"Ana","text":"Hi","timestampMs":1500},{"speaker":"","text":"Yo","start":2.25}])"),
            std::string("Ana@1500: Hi | Unknown@2250: Yo"));
        QCOMPARE(
            read(
                R"([{"participant":{"id":7,"name":"Ana"},"words":[{"text":"Hi","start_timestamp":{"relative":1.001}},{"text":"there","end_timestamp":{"relative":2}}]}])"),
            std::string("Ana@1001: Hi there"));
        QCOMPARE(
            read(R"([{"speaker":"Ana","words":[{"text":"Hi","start_timestamp":3.5}]}])"), std::string("Ana@3500: Hi"));
        QCOMPARE(
            read(
                R"({"results":{"utterances":[{"speaker":0,"start":0.5,"end":1.0,"transcript":"Hi","confidence":0.9}]}})"),
            std::string("Speaker 0@500: Hi"));
    }

    void refusesJsonThatIsNoTranscript()
    {
        QCOMPARE(read("{}"), std::string("unreadable_transcript"));
        QCOMPARE(read("[]"), std::string());
        QCOMPARE(read("[1,2,3]"), std::string("unreadable_transcript"));
        QCOMPARE(read(R"([{"speaker":"Ana","text":"Hi"}])"), std::string("unreadable_transcript"));
        QCOMPARE(read(std::string(100'000, '[')), std::string("unreadable_transcript"));
        const auto broken = importTranscript("[\n\n{]");
        QCOMPARE(std::get<std::int64_t>(broken.error().details.at("line")), std::int64_t(3));
        QCOMPARE(read(R"([{"text":"a","timestampMs":1},{"text":"b","timestampMs":-1}])"), std::string("Unknown@1: a"));
    }

    void endsAreNeverBeforeStarts()
    {
        const auto transcript = importTranscript(vtt("00:05.000 --> 00:04.000\nx"));
        QCOMPARE(*transcript->utterances[0].endMs, std::int64_t(5000));
    }

    void boundsAreKept()
    {
        QCOMPARE(read(std::string(maxTranscriptBytes + 1, 'x')), std::string("file_too_large"));
        std::string cues = "WEBVTT\n\n";
        for (int i = 0; i < 50'001; ++i)
            cues += "00:01.000 --> 00:02.000\nx\n\n";
        QCOMPARE(read(cues), std::string("file_too_large"));
        cues.resize(cues.size() - 27);
        QCOMPARE(importTranscript(cues)->utterances.size(), std::size_t(50'000));
        QCOMPARE(read(vtt("12:00:00.000 --> 12:00:01.000\nx")), std::string("Unknown@43200000: x"));
        QCOMPARE(read(vtt("12:00:00.001 --> 12:00:01.000\nx")), std::string("file_too_large"));
    }

    void badCuesAreReportedWithTheirLine()
    {
        std::string file = "WEBVTT\n\n";
        for (int i = 0; i < 30; ++i)
            file += "00:01.000 --> 00:02.000\nx\n\n";
        file += "bad --> worse\ny\n";
        const auto transcript = importTranscript(file);
        QCOMPARE(transcript->warnings.size(), std::size_t(1));
        QCOMPARE(transcript->warnings[0].line, 93);
        for (int i = 0; i < 25; ++i)
            file += "\nbad --> worse\ny\n";
        const auto more = importTranscript(file);
        QCOMPARE(more->warnings.size(), maxWarnings);
        QCOMPARE(more->skipped, 26);
    }

    void otherEncodingsAreRead()
    {
        const auto western = importTranscript(vtt("00:01.000 --> 00:02.000\nGr\xFC\xDF"));
        QCOMPARE(western->utterances[0].text, std::string("Gr\xC3\xBC\xC3\x9F"));
        QVERIFY(western->warnings.size() == 1 && western->warnings[0].line == 0);
        std::string wide = "\xFF\xFE";
        for (const char c : vtt("00:01.000 --> 00:02.000\nx"))
            wide += {c, '\0'};
        QCOMPARE(read(wide), std::string("Unknown@1000: x"));
    }

    void aNoteMayTellWhenItWasRecorded()
    {
        const auto dated = importTranscript(vtt("NOTE date: 2026-09-10T08:00:00Z\n\n00:01.000 --> 00:02.000\nx"));
        QCOMPARE(formatTimestamp(*dated->startedAt), std::string("2026-09-10T08:00:00.000Z"));
        const auto below = importTranscript(vtt("NOTE\ndate: 2026-09-10T08:00:00+02:00\n\n00:01.000 --> 00:02.000\nx"));
        QCOMPARE(formatTimestamp(*below->startedAt), std::string("2026-09-10T06:00:00.000Z"));
        QVERIFY(!importTranscript(vtt("NOTE date: soon\n\n00:01.000 --> 00:02.000\nx"))->startedAt);
        QCOMPARE(
            formatTimestamp(*importTranscript(R"({"startedAt":"2026-09-10T08:00:00Z","utterances":[]})")->startedAt),
            std::string("2026-09-10T08:00:00.000Z"));
    }

    void longTextsAreCut()
    {
        const auto transcript = importTranscript(vtt("00:01.000 --> 00:02.000\n" + std::string(5000, 'x')));
        QCOMPARE(transcript->utterances[0].text.size(), std::size_t(3999 + 3));
        QCOMPARE(transcript->warnings.size(), std::size_t(1));
    }

    void hostileFilesTakeLinearTime()
    {
        const auto began = std::clock(); // of this process: the machine may be busy
        const auto many = [](std::string_view piece, std::size_t bytes) {
            std::string out;
            while (out.size() < bytes)
                out += piece;
            return out;
        };
        for (const auto* piece : {"<", "<v>", "&", "a: ", "\n", "\r", "-->", "x\n", "1\n", "\xC3\xA4", "<v a>b"})
            (void)importTranscript(vtt("00:01.000 --> 00:02.000\n" + many(piece, 2'000'000)));
        for (const auto* piece : {"{\\", "<b", "[x", "1\n00:00:01,000 --> x\n", "\n\n"})
            (void)importTranscript("1\n00:00:01,000 --> 00:00:02,000\n" + many(piece, 2'000'000));
        for (const auto* piece : {"[", "{\"a\":", "1,", "\"\\u0000\","})
            (void)importTranscript("[" + many(piece, 2'000'000));
        QVERIFY((std::clock() - began) / CLOCKS_PER_SEC < 20);
    }

    void survivesRandomDamage()
    {
        const std::vector<std::string> files {
            vtt("NOTE date: 2026-09-10T08:00:00Z\n\n1\n00:00:05.250 --> 00:00:06.000\n<v Ana>Hi &amp; bye</v> <v "
                "B>x\n\n00:07.000 --> 00:08.000\nC: d\n"),
            "1\n00:00:01,000 --> 00:00:02,000\n[Ana] <i>x</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nBen: y\n",
            R"({"results":{"utterances":[{"speaker":0,"start":0.5,"end":1.0,"transcript":"Hi"}]}})",
            R"([{"participant":{"id":7,"name":"Ana"},"words":[{"text":"Hi","start_timestamp":{"relative":1.001}}]}])"};
        SeededRandom random(20260212);
        for (int i = 0; i < 20'000; ++i) {
            auto file = files[random.next() % files.size()];
            for (auto changes = 1 + random.next() % 6; changes > 0; --changes) {
                const auto at = random.next() % file.size();
                if (random.next() % 3 == 0)
                    file.erase(at, random.next() % 8);
                else
                    file[at] = char(random.next());
                if (file.empty())
                    file = "x";
            }
            const auto transcript = importTranscript(file);
            if (!transcript)
                continue;
            for (const auto& utterance : transcript->utterances)
                QVERIFY(!utterance.text.empty() && !utterance.speaker.empty() && utterance.timestampMs >= 0
                    && utterance.timestampMs <= maxTranscriptMs);
        }
    }
};

QTEST_APPLESS_MAIN(TranscriptImportTest)
#include "transcript_import_test.moc"
