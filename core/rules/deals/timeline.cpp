// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/deals/timeline.hpp"

#include "core/rules/text/word_filter.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace agentarmy::deals {
namespace {
using namespace std::string_view_literals;
using text::TokenKind;
using text::Tokens;

constexpr std::array<std::pair<std::string_view, int>, 36> monthNames {
    {{"january", 1}, {"februar", 2}, {"february", 2}, {"march", 3}, {"april", 4}, {"may", 5}, {"june", 6}, {"july", 7},
        {"august", 8}, {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12}, {"januar", 1},
        {"jaenner", 1}, {"maerz", 3}, {"mai", 5}, {"juni", 6}, {"juli", 7}, {"oktober", 10}, {"dezember", 12},
        {"jan", 1}, {"feb", 2}, {"mar", 3}, {"apr", 4}, {"jun", 6}, {"jul", 7}, {"aug", 8}, {"sep", 9}, {"sept", 9},
        {"oct", 10}, {"okt", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"feber", 2}}};
constexpr std::array<std::pair<std::string_view, int>, 36> ordinals {
    {{"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"last", 4}, {"1st", 1}, {"2nd", 2}, {"3rd", 3},
        {"4th", 4}, {"erstes", 1}, {"ersten", 1}, {"erste", 1}, {"zweites", 2}, {"zweiten", 2}, {"zweite", 2},
        {"drittes", 3}, {"dritten", 3}, {"dritte", 3}, {"viertes", 4}, {"vierten", 4}, {"vierte", 4}, {"letztes", 4},
        {"letzten", 4}, {"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}, {"i", 0}, {"ii", 0}, {"iii", 0}, {"iv", 0},
        {"final", 4}, {"erster", 1}, {"zweiter", 2}, {"dritter", 3}, {"vierter", 4}}};
constexpr std::array<std::pair<std::string_view, int>, 28> numberWords {
    {{"a", 1}, {"an", 1}, {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7},
        {"eight", 8}, {"nine", 9}, {"ten", 10}, {"twelve", 12}, {"einem", 1}, {"einer", 1}, {"eines", 1}, {"zwei", 2},
        {"drei", 3}, {"vier", 4}, {"fuenf", 5}, {"sechs", 6}, {"sieben", 7}, {"acht", 8}, {"neun", 9}, {"zehn", 10},
        {"zwoelf", 12}, {"couple", 2}, {"eighteen", 18}}};
constexpr std::array deadlineWords {"by"sv, "until"sv, "till"sv, "before"sv, "within"sv, "bis"sv, "vor"sv,
    "spaetestens"sv, "innerhalb"sv, "deadline"sv, "binnen"sv};
constexpr std::array leadWords {"by"sv, "until"sv, "till"sv, "before"sv, "within"sv, "in"sv, "on"sv, "at"sv, "for"sv,
    "from"sv, "the"sv, "of"sv, "end"sv, "later"sv, "than"sv, "during"sv, "early"sv, "mid"sv, "late"sv, "around"sv,
    "starting"sv, "start"sv, "bis"sv, "zum"sv, "zur"sv, "im"sv, "am"sv, "ab"sv, "vor"sv, "ende"sv, "anfang"sv,
    "mitte"sv, "spaetestens"sv, "des"sv, "dem"sv, "der"sv, "innerhalb"sv, "von"sv, "binnen"sv, "beginning"sv,
    "middle"sv, "this"sv, "next"sv};
constexpr std::array pastWords {"since"sv, "last"sv, "ago"sv, "seit"sv, "letzten"sv, "letztes"sv, "letztem"sv,
    "vergangenen"sv, "previous"sv, "past"sv, "born"sv};

template <std::size_t N> bool listed(const std::array<std::string_view, N>& list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}
template <std::size_t N>
std::optional<int> lookUp(const std::array<std::pair<std::string_view, int>, N>& list, std::string_view word)
{
    for (const auto& [text, value] : list)
        if (text == word)
            return value;
    return std::nullopt;
}

int wholeNumber(std::string_view digits)
{
    if (digits.empty() || digits.size() > 4)
        return -1;
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Date> dateOf(int year, int month, int day)
{
    const Date date {std::chrono::year(year), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day))};
    return year >= 1970 && year <= 2200 && month >= 1 && day >= 1 && date.ok() ? std::optional(date) : std::nullopt;
}

bool isYear(int value) { return value >= 2000 && value <= 2099; }

/// Whether a mention may begin with this word: most words are none, and this is cheaper than asking every reader.
bool mayBegin(std::string_view word)
{
    struct Beginnings {
        Beginnings()
        {
            for (const auto text : {"q1"sv, "q2"sv, "q3"sv, "q4"sv, "h1"sv, "h2"sv, "quartal"sv, "quarter"sv, "next"sv,
                     "coming"sv, "this"sv, "current"sv, "laufenden"sv, "in"sv, "within"sv, "innerhalb"sv, "binnen"sv,
                     "end"sv, "ende"sv, "eoy"sv, "eoq"sv, "eom"sv, "year"sv, "years"sv, "month"sv, "jahresende"sv,
                     "quartalsende"sv, "monatsende"sv})
                add(text);
            for (const auto& [text, month] : monthNames)
                add(text);
            for (const auto& [text, which] : ordinals)
                add(text);
        }
        void add(std::string_view text)
        {
            filter.add(text);
            words.insert(text);
        }
        text::WordFilter filter;
        std::unordered_set<std::string_view> words;
    };
    static const Beginnings beginnings;
    return (beginnings.filter.mayHold(word) && beginnings.words.contains(word)) || word.starts_with("naechste")
        || word.starts_with("kommende") || word.starts_with("diese");
}

/// Reads mentions at one place; every function moves `m_end` behind what it took.
class Reader {
public:
    Reader(const Tokens& tokens, std::size_t first, std::size_t last, Date today)
        : m_tokens(tokens)
        , m_first(first)
        , m_last(last)
        , m_today(today)
    {
    }

    std::optional<TimelineMention> at(std::size_t i)
    {
        m_at = i;
        m_end = i;
        m_date.reset();
        const bool found = m_tokens[i].kind == TokenKind::number
            ? (isoDate() || dottedDate() || slashedDate() || dayMonth() || ordinalPeriod() || lateYear())
            : (quarter() || half() || ordinalPeriod() || monthDay() || nextPeriod() || within() || periodEnd());
        if (!found)
            return std::nullopt;
        return finish();
    }

private:
    [[nodiscard]] bool has(std::size_t i) const { return i < m_last; }
    [[nodiscard]] std::string_view word(std::size_t i) const
    {
        return has(i) ? m_tokens.folded(i) : std::string_view();
    }
    [[nodiscard]] std::string_view before(std::size_t back = 1) const
    {
        return m_at >= m_first + back ? m_tokens.folded(m_at - back) : std::string_view();
    }
    [[nodiscard]] int number(std::size_t i) const { return wholeNumber(word(i)); }
    [[nodiscard]] bool joined(std::size_t i) const { return has(i + 1) && m_tokens[i].end == m_tokens[i + 1].begin; }
    [[nodiscard]] bool isPunct(std::size_t i, std::string_view mark) const
    {
        return has(i) && m_tokens[i].kind == TokenKind::punct && word(i) == mark;
    }

    /// A year behind the mention: "2026", "/26", "'26", ", 2026", "of 2026".
    std::optional<int> yearAt(std::size_t i)
    {
        if (word(i) == "of" || word(i) == "im" || word(i) == "in" || isPunct(i, ",") || isPunct(i, "/")
            || isPunct(i, "-") || isPunct(i, "'"))
            ++i;
        const int value = number(i);
        if (isYear(value)) {
            m_end = i + 1;
            return value;
        }
        const bool shortYear = value >= 20 && value <= 60 && i > m_end && (isPunct(i - 1, "/") || isPunct(i - 1, "'"));
        if (!shortYear)
            return std::nullopt;
        m_end = i + 1;
        return 2000 + value;
    }
    [[nodiscard]] int thisYear() const { return int(m_today.year()); }
    [[nodiscard]] int thisMonth() const { return int(unsigned(m_today.month())); }

    void lastDayOfMonth(int month, std::optional<int> year)
    {
        const int chosen = year.value_or(month >= thisMonth() ? thisYear() : thisYear() + 1);
        m_date = lastOfMonth(chosen, unsigned(month));
    }
    void dayOfMonth(int day, int month, std::optional<int> year)
    {
        m_date = dateOf(year.value_or(thisYear()), month, day);
        if (!year && m_date && *m_date < m_today)
            m_date = dateOf(thisYear() + 1, month, day);
    }

    bool isoDate()
    {
        if (word(m_at).size() != 4 || !joined(m_at) || !isPunct(m_at + 1, "-") || !joined(m_at + 1) || !joined(m_at + 2)
            || !isPunct(m_at + 3, "-"))
            return false;
        m_date = dateOf(number(m_at), number(m_at + 2), number(m_at + 4));
        m_end = m_at + 5;
        return m_date.has_value();
    }
    bool dottedDate() // 01.09.2026, 1.9.26, "bis 1.9"
    {
        const auto all = word(m_at);
        const auto one = all.find('.');
        if (one == std::string_view::npos)
            return false;
        const auto two = all.find('.', one + 1);
        const int day = wholeNumber(all.substr(0, one));
        const int month = wholeNumber(all.substr(one + 1, two == std::string_view::npos ? two : two - one - 1));
        if (day < 1 || day > 31 || month < 1 || month > 12)
            return false;
        std::optional<int> year;
        if (two != std::string_view::npos) {
            const int value = wholeNumber(all.substr(two + 1));
            year = value >= 20 && value < 100 ? 2000 + value : value;
        } else if (before() != "bis" && before() != "zum" && before() != "am" && before() != "ab" && before() != "vor"
            && before() != "dem")
            return false;
        dayOfMonth(day, month, year);
        m_end = m_at + 1;
        return m_date.has_value();
    }
    bool slashedDate()
    {
        if (!isPunct(m_at + 1, "/") || !isPunct(m_at + 3, "/"))
            return false;
        const int a = number(m_at);
        const int b = number(m_at + 2);
        int year = number(m_at + 4);
        year = year >= 20 && year < 100 ? 2000 + year : year;
        if (a < 1 || b < 1 || !isYear(year))
            return false;
        if (a > 12 || b > 12 || a == b)
            m_date = a > 12 ? dateOf(year, b, a) : dateOf(year, a, b);
        m_end = m_at + 5;
        return true;
    }
    /// Day of a "1", "1st", "15th"; -1 for others.
    [[nodiscard]] int dayAt(std::size_t i) const
    {
        auto text = word(i);
        for (const auto suffix : {"st"sv, "nd"sv, "rd"sv, "th"sv})
            if (text.ends_with(suffix))
                text.remove_suffix(2);
        const int day = wholeNumber(text);
        return day >= 1 && day <= 31 ? day : -1;
    }
    bool dayMonth() // 1 September 2026, 1st of September, 1. September
    {
        const int day = dayAt(m_at);
        std::size_t i = m_at + 1;
        if (day < 0)
            return false;
        if (isPunct(i, ".") || word(i) == "of")
            ++i;
        const auto month = lookUp(monthNames, word(i));
        if (!month)
            return false;
        m_end = i + 1;
        dayOfMonth(day, *month, yearAt(m_end));
        return m_date.has_value();
    }
    bool monthDay() // September 1st 2026, September 2026, in September
    {
        const auto name = word(m_at);
        const auto month = lookUp(monthNames, name);
        if (!month)
            return false;
        const bool alsoWord = name == "may" || name == "march" || name == "mar" || name == "jan" || name == "mai";
        const bool introduced = listed(leadWords, before()) || dayAt(m_at + 1) > 0 || isYear(number(m_at + 1));
        if ((alsoWord && !m_tokens[m_at].capital) || ((alsoWord || name.size() <= 4) && !introduced))
            return false;
        m_end = m_at + 1;
        if (isPunct(m_end, ".") && joined(m_at) && name.size() <= 4)
            ++m_end;
        if (const int day = dayAt(m_end); day > 0 && !isPunct(m_end + 1, "%")) {
            ++m_end;
            dayOfMonth(day, *month, yearAt(m_end));
            return m_date.has_value();
        }
        lastDayOfMonth(*month, yearAt(m_end));
        return true;
    }
    bool setQuarter(int which, std::optional<int> year)
    {
        const int now = (thisMonth() + 2) / 3;
        m_date = lastOfMonth(year.value_or(which >= now ? thisYear() : thisYear() + 1), unsigned(which) * 3);
        return true;
    }
    bool quarter() // Q3 2026, Quartal 3, "2026 Q3" by its Q3
    {
        const auto name = word(m_at);
        int which = name.size() == 2 && name[0] == 'q' ? name[1] - '0' : 0;
        m_end = m_at + 1;
        if (name == "quartal" || name == "quarter") {
            which = number(m_at + 1);
            m_end = m_at + 2;
        }
        if (which < 1 || which > 4)
            return false;
        auto year = yearAt(m_end);
        if (!year)
            if (const auto ahead = wholeNumber(before()); isYear(ahead))
                year = ahead;
        return setQuarter(which, year);
    }
    bool half() // H2 2026
    {
        const auto name = word(m_at);
        if (name != "h1" && name != "h2")
            return false;
        m_end = m_at + 1;
        const int month = name == "h1" ? 6 : 12;
        lastDayOfMonth(month, yearAt(m_end));
        return true;
    }
    bool ordinalPeriod() // third quarter, 3. Quartal, zweite Jahreshälfte, second half of 2026
    {
        const auto which = lookUp(ordinals, word(m_at));
        if (!which || *which == 0)
            return false;
        std::size_t i = m_at + 1;
        if (isPunct(i, "."))
            ++i;
        const auto unit = word(i);
        m_end = i + 1;
        if (unit == "quarter" || unit == "quartal" || unit == "quartals")
            return !listed(pastWords, word(m_at)) && setQuarter(*which, yearAt(m_end));
        const bool isHalf = unit == "halbjahr" || unit == "jahreshaelfte" || (unit == "half" && word(i + 1) == "of");
        if (!isHalf || *which > 2)
            return false;
        if (unit == "half")
            while (word(m_end) == "of" || word(m_end) == "the" || word(m_end) == "next" || word(m_end) == "this"
                || word(m_end) == "year")
                ++m_end;
        lastDayOfMonth(*which == 1 ? 6 : 12, yearAt(m_end));
        return true;
    }
    bool nextPeriod() // next quarter, this quarter, nächstes Jahr
    {
        const auto lead = word(m_at);
        const bool isNext
            = lead == "next" || lead == "coming" || lead.starts_with("naechste") || lead.starts_with("kommende");
        const bool isThis = lead == "this" || lead == "current" || lead.starts_with("diese") || lead == "laufenden";
        if (!isNext && !isThis)
            return false;
        const auto unit = word(m_at + 1);
        const bool bound = listed(deadlineWords, before()) || before() == "noch" || before() == "later"
            || before() == "still" || before() == "in" || before() == "during";
        if (unit == "quarter" || unit == "quartal" || unit == "quartals") {
            const int now = (thisMonth() + 2) / 3;
            const int which = isNext ? now % 4 + 1 : now;
            setQuarter(which, isNext && now == 4 ? thisYear() + 1 : thisYear());
        } else if (unit == "month" || unit == "monat" || unit == "monats") {
            if (isThis && !bound)
                return false;
            const auto shifted = addMonths(m_today, isNext ? 1 : 0);
            m_date = lastOfMonth(int(shifted.year()), unsigned(shifted.month()));
        } else if (unit == "year" || unit == "jahr" || unit == "jahres") {
            if (isThis && !bound)
                return false;
            m_date = lastOfMonth(thisYear() + (isNext ? 1 : 0), 12);
        } else
            return false;
        m_end = m_at + 2;
        return true;
    }
    bool within() // in three months, within 6 weeks, innerhalb von zwei Wochen
    {
        const auto lead = word(m_at);
        if (lead != "in" && lead != "within" && lead != "innerhalb" && lead != "binnen")
            return false;
        std::size_t i = m_at + 1;
        while (word(i) == "von" || word(i) == "the" || word(i) == "next" || word(i) == "den" || word(i) == "naechsten"
            || word(i) == "about" || word(i) == "etwa")
            ++i;
        if (word(i) == "a" && word(i + 1) == "couple")
            ++i;
        int count = number(i);
        if (count < 0)
            count = lookUp(numberWords, word(i)).value_or(-1);
        if (count < 1 || count > 36)
            return false;
        ++i;
        if (word(i) == "of" || isPunct(i, "-"))
            ++i;
        const auto unit = word(i);
        if (unit == "month" || unit == "months" || unit == "monat" || unit == "monaten" || unit == "monate"
            || unit == "monats")
            m_date = addMonths(m_today, count);
        else if (unit == "week" || unit == "weeks" || unit == "woche" || unit == "wochen")
            m_date = addDays(m_today, 7 * count);
        else if (unit == "days" || unit == "tagen")
            m_date = addDays(m_today, count);
        else if (unit == "quarters" || unit == "quartalen")
            m_date = addMonths(m_today, 3 * count);
        else
            return false;
        m_end = i + 1;
        m_deadline = lead != "in";
        return true;
    }
    bool periodEnd() // end of the year, year end, Jahresende, EOY
    {
        const auto lead = word(m_at);
        std::size_t i = m_at;
        std::string_view unit;
        if (lead == "end" || lead == "ende") {
            ++i;
            while (word(i) == "of" || word(i) == "the" || word(i) == "this" || word(i) == "our" || word(i) == "des"
                || word(i) == "dieses" || word(i) == "fiscal")
                ++i;
            unit = word(i);
        } else if (lead == "eoy" || lead == "jahresende"
            || ((lead == "year" || lead == "years") && word(i + 1) == "end"))
            unit = "year";
        else if (lead == "eoq" || lead == "quartalsende" || (lead == "quarter" && word(i + 1) == "end"))
            unit = "quarter";
        else if (lead == "eom" || lead == "monatsende" || (lead == "month" && word(i + 1) == "end"))
            unit = "month";
        else
            return false;
        if ((lead == "year" || lead == "quarter" || lead == "month"))
            ++i;
        if (unit == "year" || unit == "jahres")
            m_date = lastOfMonth(thisYear(), 12);
        else if (unit == "quarter" || unit == "quartals")
            setQuarter((thisMonth() + 2) / 3, thisYear());
        else if (unit == "month" || unit == "monats")
            m_date = lastOfMonth(thisYear(), unsigned(thisMonth()));
        else if (const int year = number(i); isYear(year))
            m_date = lastOfMonth(year, 12);
        else
            return false; // "end of March" is the month's own mention
        m_end = i + 1;
        m_deadline = true;
        return true;
    }
    bool lateYear() // by 2027, in 2027
    {
        const int year = number(m_at);
        const auto lead = before();
        if (!isYear(year)
            || !(lead == "by" || lead == "in" || lead == "for" || lead == "until" || lead == "before" || lead == "bis"
                || lead == "fuer" || lead == "vor"))
            return false;
        if (year < thisYear())
            return false;
        m_date = lastOfMonth(year, 12);
        m_end = m_at + 1;
        return true;
    }

    std::optional<TimelineMention> finish()
    {
        TimelineMention mention {.begin = m_at,
            .end = std::min(m_end, m_last),
            .date = m_date,
            .deadline = std::exchange(m_deadline, false)};
        if (listed(pastWords, before()))
            return std::nullopt;
        for (int steps = 0;
             steps < 5 && mention.begin > m_first && listed(leadWords, m_tokens.folded(mention.begin - 1)); ++steps) {
            --mention.begin;
            const auto lead = m_tokens.folded(mention.begin);
            mention.deadline = mention.deadline || listed(deadlineWords, lead) || lead == "end" || lead == "ende";
        }
        if (mention.begin > m_first && listed(pastWords, m_tokens.folded(mention.begin - 1)))
            return std::nullopt;
        return mention;
    }

    const Tokens& m_tokens;
    std::size_t m_first, m_last;
    Date m_today;
    std::size_t m_at = 0, m_end = 0;
    std::optional<Date> m_date;
    bool m_deadline = false;
};
}

std::vector<TimelineMention> timelineMentions(
    const text::Tokens& tokens, std::size_t first, std::size_t last, Date today)
{
    std::vector<TimelineMention> out;
    Reader reader(tokens, first, std::min(last, tokens.size()), today);
    for (std::size_t i = first; i < std::min(last, tokens.size());) {
        const auto kind = tokens[i].kind;
        if (kind == TokenKind::punct || (kind == TokenKind::word && !mayBegin(tokens.folded(i)))) {
            ++i;
            continue;
        }
        if (auto mention = reader.at(i)) {
            i = std::max(mention->end, i + 1);
            out.push_back(std::move(*mention));
        } else
            ++i;
    }
    return out;
}
}
