// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/bench/import/mailbox_maker.hpp"

#include "core/base/time.hpp"

#include <array>

namespace agentarmy::bench {
namespace {
constexpr int threadLength = 6;
constexpr int peoplePerCompany = 3;
constexpr int threadsPerPerson = 4;
constexpr std::size_t bodyBytes = 1900; // with headers, quote and signature some 3 KB

constexpr std::array<const char*, 8> deals {"We need to replace our dispatch tool before the end of Q3.",
    "Our budget for this is EUR 80k, approved last week.", "I have to take it to our CFO, Maria Lund, who signs it.",
    "We are struggling with the manual plan, it takes nine days each month.",
    "Legal and procurement must review the contract first.",
    "Important to us are uptime, price and a German help desk.", "We don't need the reporting module this year.",
    "Could you send us the proposal by Friday?"};

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string mailDate(Timestamp at)
{
    static constexpr std::array<const char*, 12> months {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto date = utcDate(at);
    const auto time = std::chrono::hh_mm_ss(at - startOfDayUtc(date));
    return two(int(unsigned(date.day()))) + ' ' + months[unsigned(date.month()) - 1] + ' '
        + std::to_string(int(date.year())) + ' ' + two(int(time.hours().count())) + ':'
        + two(int(time.minutes().count())) + ":00 +0000";
}
}

MailboxMaker::MailboxMaker(const std::filesystem::path& file)
    : m_corpus(7)
    , m_out(file, std::ios::binary)
{
}

void MailboxMaker::write(int mails)
{
    for (int i = 0; i < mails; ++i) {
        const auto one = mail(m_written++);
        m_out << one;
        m_bytes += one.size();
    }
    m_out.flush();
}

std::string MailboxMaker::mail(int number)
{
    const int thread = number / threadLength;
    const int place = number % threadLength;
    const int person = thread / threadsPerPerson;
    const int company = person / peoplePerCompany;
    const bool ours = place % 3 == 0;
    const auto domain = "company" + std::to_string(company) + ".example";
    const auto customer = "person" + std::to_string(person) + '@' + domain;
    const auto customerName = "Pat" + std::to_string(person) + " Example";
    const std::string rep = "rep" + std::to_string(company % 20) + "@seller.example";
    const auto at = parseTimestamp("2025-01-06T08:00:00Z").value() + std::chrono::minutes(std::int64_t(number) * 5);
    const auto id = [&](int of) { return '<' + std::to_string(of) + ".bench@" + domain + '>'; };
    const auto address
        = [&](bool isOurs) { return isOurs ? "Rep Seller <" + rep + '>' : customerName + " <" + customer + '>'; };
    std::string text = "From " + (ours ? rep : customer) + " Mon Jan  6 08:00:00 2025\n";
    text += "Return-Path: <" + (ours ? rep : customer) + ">\nReceived: from mx." + domain + " (mx." + domain
        + " [192.0.2.7])\n\tby mail.seller.example (Postfix) with ESMTPS id 4Q2\n\tfor <" + rep + ">; " + mailDate(at)
        + "\nDKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain
        + ";\n\ts=mail; h=from:to:subject; "
          "bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;\n\tb=AbCdEfGhIjKlMnOpQrStUv\n";
    text += "Date: " + mailDate(at) + "\nFrom: " + address(ours) + "\nTo: " + address(!ours)
        + "\nSubject: " + (place ? "Re: " : "") + "Planning for " + m_corpus.wordAt(std::size_t(thread) % 500) + ' '
        + std::to_string(thread) + "\nMessage-ID: " + id(number) + '\n';
    if (place) {
        text += "In-Reply-To: " + id(number - 1) + "\nReferences:";
        for (int before = number - place; before < number; ++before)
            text += ' ' + id(before);
        text += '\n';
    }
    text += "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
    text += std::string("Hello ") + (ours ? customerName : "Rep") + ",\n\n";
    if (m_corpus.below(2) == 0)
        text += std::string(deals[m_corpus.below(deals.size())]) + ' ';
    text += m_corpus.text(bodyBytes) + '\n';
    text += std::string("\nBest regards\n") + (ours ? "Rep Seller" : customerName)
        + "\n\n-- \nHead of Operations\n+49 30 23125 " + std::to_string(100 + person % 900) + "\n";
    if (place)
        text += "\nOn Mon, somebody wrote:\n> " + m_corpus.text(200) + "\n> " + m_corpus.text(200) + '\n';
    return text + '\n';
}
}
