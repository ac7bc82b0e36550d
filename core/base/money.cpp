// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/money.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace agentarmy {
namespace {
// ISO 4217 list one (2024); funds, metals and test codes left out.
constexpr std::string_view currencies = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB "
                                        "BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP "
                                        "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS "
                                        "GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR "
                                        "ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP "
                                        "LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT "
                                        "MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP "
                                        "PKR PLN PYG QAR RON RSD RUB RWF SAR SBD "
                                        "SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY "
                                        "TTD TWD TZS UAH UGX USD UYU UZS VED VES "
                                        "VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";
constexpr std::string_view withoutMinor = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
constexpr std::string_view withThree = "BHD IQD JOD KWD LYD OMR TND";

bool listed(std::string_view list, std::string_view code)
{
    if (code.size() != 3 || code.find(' ') != std::string_view::npos)
        return false;
    for (std::size_t at = list.find(code); at != std::string_view::npos; at = list.find(code, at + 1))
        if (at % 4 == 0)
            return true;
    return false;
}
}

int minorDigits(std::string_view currency)
{
    if (listed(withoutMinor, currency))
        return 0;
    return listed(withThree, currency) ? 3 : 2;
}

bool isCurrencyCode(std::string_view code) { return listed(currencies, code); }

std::int64_t scaleHalfUp(std::int64_t amountMinor, double factor)
{
    // The product of a whole number and a short decimal (0.145) lies a hair off the true half: what is that near counts
    // as the half. The hair grows with the product, but never enough to carry a whole unit.
    const long double product = static_cast<long double>(amountMinor) * factor;
    const long double whole = std::floor(product);
    const long double hair = std::min(std::abs(product) * 2.3e-16L, 0.01L);
    return static_cast<std::int64_t>(whole) + (product - whole >= 0.5L - hair ? 1 : 0);
}

std::string plainText(const Money& money)
{
    const int digits = minorDigits(money.currency);
    std::int64_t unit = 1;
    for (int i = 0; i < digits; ++i)
        unit *= 10;
    const bool negative = money.amountMinor < 0;
    const auto magnitude
        = negative ? 0 - static_cast<std::uint64_t>(money.amountMinor) : static_cast<std::uint64_t>(money.amountMinor);
    std::string whole = std::to_string(magnitude / std::uint64_t(unit));
    for (int at = int(whole.size()) - 3; at > 0; at -= 3)
        whole.insert(std::size_t(at), 1, ',');
    std::string out = money.currency + ' ' + (negative ? "-" : "") + whole;
    if (const auto minor = magnitude % std::uint64_t(unit); minor != 0) {
        const auto text = std::to_string(minor);
        out += '.' + std::string(std::size_t(digits) - text.size(), '0') + text;
    }
    return out;
}

std::vector<Money> MoneySums::list() const
{
    std::vector<Money> out;
    for (const auto& [currency, amount] : m_sums)
        out.push_back({amount, currency});
    return out;
}
}
