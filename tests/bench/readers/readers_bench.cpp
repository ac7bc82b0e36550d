// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/html_text.hpp"
#include "core/adapters/mail/mail_reader.hpp"
#include "core/adapters/mail/mailbox_reader.hpp"
#include "core/engine/import/readers/column_mapping.hpp"
#include "core/engine/import/readers/csv_reader.hpp"
#include "core/engine/import/readers/signature.hpp"

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/resource.h>

using namespace agentarmy;
namespace fs = std::filesystem;

namespace {
const std::string prose = "We load the orders of one bad day and your planners watch what the plan does with them, and "
                          "tell us where it is wrong. "
                          "The sheet hangs on one colleague who is going to retire, and nobody wants to be the one who "
                          "explains it to the drivers.\n";

std::string headers(int number)
{
    return "Return-Path: <jonas.brandt@nordwind.example>\nReceived: from mx.nordwind.example (mx.nordwind.example "
           "[192.0.2.7])\n\tby mail.meridian.example (Postfix) with ESMTPS id 4Q2\n"
           "\tfor <lena@meridian.example>; Tue, 10 Feb 2026 09:00:05 +0100 (CET)\nDKIM-Signature: v=1; a=rsa-sha256; "
           "c=relaxed/relaxed; d=nordwind.example;\n\ts=mail; h=from:to:subject; "
           "bh=47DEQpj8HBSa+/"
           "TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;\n\tb="
           "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQrStUvWxYz0123456789\nDate: Tue, 10 Feb 2026 09:00:00 "
           "+0100\n"
           "From: =?utf-8?q?J=C3=B6rg_Brandt?= <jonas.brandt@nordwind.example>\nTo: Lena Hartmann "
           "<lena@meridian.example>\nCc: \"Menon, Ravi\" <ravi@nordwind.example>\n"
           "Subject: Re: =?utf-8?q?Die_Fahrpl=C3=A4ne?= of tomorrow\nMessage-ID: <"
        + std::to_string(number)
        + "@nordwind.example>\nIn-Reply-To: <77@meridian.example>\n"
          "References: <75@meridian.example> <76@nordwind.example> <77@meridian.example>\nMIME-Version: 1.0\n";
}

/// A reply of 3 KB as a usual mail program writes it.
std::string plainMail(int number = 1)
{
    std::string text = headers(number)
        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nHello Lena,\n\n";
    while (text.size() < 2700)
        text += prose.substr(0, 70) + "=C3=BC=\n" + prose.substr(70);
    return text
        + "\nBest\nJ=C3=B6rg\n\n--=20\nJ=C3=B6rg Brandt\nHead of Operations\n+49 30 23125 954\n\nOn Mon, Lena "
          "wrote:\n> Shall we?\n";
}

std::string htmlBody(std::size_t bytes)
{
    std::string html = "<html><head><style>p.MsoNormal {margin:0cm; font-size:11.0pt}</style></head><body lang=DE>";
    while (html.size() < bytes)
        html += "<p class=MsoNormal style='margin:0cm'><span lang=EN-US>" + prose + "<o:p></o:p></span></p>";
    return html
        + "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> Lena</p></div></body></html>";
}

std::string htmlMail() { return headers(1) + "Content-Type: text/html; charset=utf-8\n\n" + htmlBody(2000); }

std::string mixedMail()
{
    const auto plain = plainMail();
    return headers(1)
        + "Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/alternative; "
          "boundary=a\n\n--a\nContent-Type: text/plain; charset=utf-8\n\n"
        + prose + prose + prose + "\n--a\nContent-Type: text/html; charset=utf-8\n\n" + htmlBody(900)
        + "\n--a--\n--m\nContent-Type: application/pdf; name=offer.pdf\n"
        + "Content-Transfer-Encoding: "
          "base64\n\nJVBERi0xLjQKJcOkw7zDtsOfCjIgMCBvYmoKPDwvTGVuZ3RoIDMgMCBSL0ZpbHRlci9GbGF0ZURlY29kZT4+\n--m--\n";
}

void readMails(benchmark::State& state, const std::string& raw)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(mail::readMail(raw));
    state.SetBytesProcessed(std::int64_t(state.iterations()) * std::int64_t(raw.size()));
}
void plainMailOf3Kb(benchmark::State& state) { readMails(state, plainMail()); }
void htmlMailOf3Kb(benchmark::State& state) { readMails(state, htmlMail()); }
void mixedMailOf3Kb(benchmark::State& state) { readMails(state, mixedMail()); }
void mailWithA10MbFile(benchmark::State& state)
{
    std::string raw = headers(1) + "Content-Type: application/zip\nContent-Transfer-Encoding: base64\n\n";
    while (raw.size() < 10000000)
        raw += std::string(76, 'A') + "\n";
    readMails(state, raw);
}
void pageOf100Kb(benchmark::State& state)
{
    const auto html = htmlBody(100000);
    for (auto _ : state)
        benchmark::DoNotOptimize(mail::htmlToText(html));
    state.SetBytesProcessed(std::int64_t(state.iterations()) * std::int64_t(html.size()));
}
void signatureOfAMail(benchmark::State& state)
{
    const auto raw = plainMail();
    const auto mail = mail::readMail(raw);
    for (auto _ : state)
        benchmark::DoNotOptimize(readers::readSignature(mail->bodyText, mail->from.name, mail->from.address));
}

/// AGENTARMY_BENCH_MBOX_MB says how large (default 64): a mailbox on disk, read to its end; `rssMiB` is the highest of
/// the process.
void mailboxFromDisk(benchmark::State& state)
{
    const char* wanted = std::getenv("AGENTARMY_BENCH_MBOX_MB");
    const auto bytes = std::uint64_t(wanted ? std::atoi(wanted) : 64) << 20;
    const auto path = fs::temp_directory_path() / "agentarmy-bench.mbox";
    {
        std::ofstream out(path, std::ios::binary);
        std::uint64_t written = 0;
        for (int i = 0; written < bytes; ++i) {
            const auto one = "From jonas.brandt@nordwind.example Tue Feb 10 08:00:00 2026\n" + plainMail(i) + "\n";
            out << one;
            written += one.size();
        }
    }
    std::uint64_t mails = 0;
    for (auto _ : state) {
        auto reader = mail::MailboxReader::open(path, mail::MailboxKind::mbox);
        while (true) {
            const auto next = reader->next();
            if (!next || !*next)
                break;
            ++mails;
        }
    }
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    state.counters["rssMiB"] = double(usage.ru_maxrss) / 1024;
    state.counters["mails/s"] = benchmark::Counter(double(mails), benchmark::Counter::kIsRate);
    state.SetBytesProcessed(std::int64_t(state.iterations()) * std::int64_t(fs::file_size(path)));
    fs::remove(path);
}

void tableOf10000Rows(benchmark::State& state)
{
    std::string text = "Deal name,Account,Stage,Amount,Close date,Owner\n";
    for (int i = 0; i < 10000; ++i)
        text += "\"Rollout, part " + std::to_string(i)
            + "\",Nordwind Logistics,Proposal,\"1,234.50\",2026-04-03,lena@meridian.example\n";
    for (auto _ : state) {
        std::istringstream in(text);
        auto reader = readers::CsvReader::open(in);
        while (auto row = reader->next())
            benchmark::DoNotOptimize(row);
    }
    state.SetBytesProcessed(std::int64_t(state.iterations()) * std::int64_t(text.size()));
}
void mappingOfATable(benchmark::State& state)
{
    readers::MappingRequest request {.headers = {"Deal name", "Account", "Stage", "Amount", "Close date", "Owner"},
        .sample = {},
        .fileName = "deals.csv",
        .kind = {},
        .corrections = {}};
    for (int i = 0; i < 200; ++i)
        request.sample.push_back({"Rollout " + std::to_string(i), "Nordwind", "Proposal", "1,234.50", "2026-04-03",
            "lena@meridian.example"});
    for (auto _ : state)
        benchmark::DoNotOptimize(readers::guessMapping(request));
}

BENCHMARK(mailboxFromDisk)->Unit(benchmark::kMillisecond)->Iterations(1); // first: it reports the highest memory so far
BENCHMARK(plainMailOf3Kb)->Unit(benchmark::kMicrosecond);
BENCHMARK(htmlMailOf3Kb)->Unit(benchmark::kMicrosecond);
BENCHMARK(mixedMailOf3Kb)->Unit(benchmark::kMicrosecond);
BENCHMARK(mailWithA10MbFile)->Unit(benchmark::kMillisecond);
BENCHMARK(pageOf100Kb)->Unit(benchmark::kMicrosecond);
BENCHMARK(signatureOfAMail)->Unit(benchmark::kMicrosecond);
BENCHMARK(tableOf10000Rows)->Unit(benchmark::kMillisecond);
BENCHMARK(mappingOfATable)->Unit(benchmark::kMillisecond);
}

BENCHMARK_MAIN();
