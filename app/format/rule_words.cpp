// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/rule_words.hpp"
#include "app/format/formats.hpp"
#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <array>
#include <vector>

namespace agentarmy::app {
namespace {

// clang-format off
/// Sentences of the engine; the special stand before the general.
constexpr std::array sentences {
    QT_TRANSLATE_NOOP("RuleWords", "Do not write: %1 asked for no more messages."),
    QT_TRANSLATE_NOOP("RuleWords", "The contact opted out."),
    QT_TRANSLATE_NOOP("RuleWords", "Nothing to do: the deal is closed."),
    QT_TRANSLATE_NOOP("RuleWords", "Stage %1."),
    QT_TRANSLATE_NOOP("RuleWords", "A person is needed here: read the report and take over."),
    QT_TRANSLATE_NOOP("RuleWords", "Nothing is sent until a person has resolved the escalation."),
    QT_TRANSLATE_NOOP("RuleWords", "Send the initial outreach to %1."),
    QT_TRANSLATE_NOOP("RuleWords", "There was no contact yet."),
    QT_TRANSLATE_NOOP("RuleWords", "Answer the open question of %1."),
    QT_TRANSLATE_NOOP("RuleWords", "Their last message asks something and has waited for %1 working hours."),
    QT_TRANSLATE_NOOP("RuleWords", "Re-engage %1: no contact for %2."),
    QT_TRANSLATE_NOOP("RuleWords", "The last interaction was %1 ago."),
    QT_TRANSLATE_NOOP("RuleWords", "Send a discovery mail about the gaps: %1."),
    QT_TRANSLATE_NOOP("RuleWords", "Qualification is at %1 %."),
    QT_TRANSLATE_NOOP("RuleWords", "Standard step of the stage."),
    QT_TRANSLATE_NOOP("RuleWords", "Share one relevant insight and ask for a short discovery talk."),
    QT_TRANSLATE_NOOP("RuleWords", "Ask about the situation and the outcome they want."),
    QT_TRANSLATE_NOOP("RuleWords", "Close a gap of the qualification while giving something of value."),
    QT_TRANSLATE_NOOP("RuleWords", "Follow up with proof: a case or figures for their criteria."),
    QT_TRANSLATE_NOOP("RuleWords", "Follow up on the open terms and defend the value."),
    QT_TRANSLATE_NOOP("RuleWords", "Re-engage with something of value and an easy way back."),
    QT_TRANSLATE_NOOP("RuleWords", "Stay in touch."),
    QT_TRANSLATE_NOOP("RuleWords", "Confirm the %1 with %2."),
    QT_TRANSLATE_NOOP("RuleWords", "Confirm the %1."),
    QT_TRANSLATE_NOOP("RuleWords", "Something said about it was taken back."),
    QT_TRANSLATE_NOOP("RuleWords", "Answer %1"),
    QT_TRANSLATE_NOOP("RuleWords", "Write to %1"),
    QT_TRANSLATE_NOOP("RuleWords", "Call %1"),
    QT_TRANSLATE_NOOP("RuleWords", "Take over from the agent"),
    QT_TRANSLATE_NOOP("RuleWords", "Follow up with %1"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 not yet identified"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 not yet identified."),
    QT_TRANSLATE_NOOP("RuleWords", "deepening existing qualification signals"),
    QT_TRANSLATE_NOOP("RuleWords", "All ten points are known."),
    QT_TRANSLATE_NOOP("RuleWords", "Nothing was said for %1 days."),
    QT_TRANSLATE_NOOP("RuleWords", "The customer asks for a person."),
    QT_TRANSLATE_NOOP("RuleWords", "Terms with high stakes are on the table in stage %1."),
    QT_TRANSLATE_NOOP("RuleWords", "The agent's confidence is low (%1)."),
    QT_TRANSLATE_NOOP("RuleWords", "The purchase is complex: %1 decision criteria and several people with a say."),
    QT_TRANSLATE_NOOP("RuleWords", "Reach out in person within 4 hours."),
    QT_TRANSLATE_NOOP("RuleWords", "Prepare tailored terms, then call."),
    QT_TRANSLATE_NOOP("RuleWords", "Read the history and consider a call."),
    QT_TRANSLATE_NOOP("RuleWords", "Map the stakeholders and make a multi-threaded plan."),
    QT_TRANSLATE_NOOP("RuleWords", "The draft says nothing. Write something or discard it."),
    QT_TRANSLATE_NOOP("RuleWords", "%1 words; this reader gets at most %2. Shorten it."),
    QT_TRANSLATE_NOOP("RuleWords", "Ask one question and keep the others for later."),
    QT_TRANSLATE_NOOP("RuleWords", "\"Why\" sounds like blame. Ask with how or what."),
    QT_TRANSLATE_NOOP("RuleWords", "Give the mail a subject."),
    QT_TRANSLATE_NOOP("RuleWords", "Keep the subject within 78 characters."),
    QT_TRANSLATE_NOOP("RuleWords", "Fill in or take out the placeholder in the subject."),
    QT_TRANSLATE_NOOP("RuleWords", "Fill in or take out %1."),
    QT_TRANSLATE_NOOP("RuleWords", "The agent does not hide that it is software. Take the claim out."),
    QT_TRANSLATE_NOOP("RuleWords", "Only a person may offer a discount or a free period. Take it out or approve it yourself."),
    QT_TRANSLATE_NOOP("RuleWords", "No source says %1. Name the source or take it out."),
    QT_TRANSLATE_NOOP("RuleWords", "The greeting names %1, but this goes to %2."),
    QT_TRANSLATE_NOOP("RuleWords", "This link leads to a host that is not ours nor a source's. Take it out or approve it yourself."),
    QT_TRANSLATE_NOOP("RuleWords", "Asked for by a person."),
    QT_TRANSLATE_NOOP("RuleWords", "Written by a person."),
    QT_TRANSLATE_NOOP("RuleWords", "Read in a %1."),
    QT_TRANSLATE_NOOP("RuleWords", "%1 in meeting"),
    QT_TRANSLATE_NOOP("RuleWords", "Mail, %1"),
    QT_TRANSLATE_NOOP("RuleWords", "Chat, %1"),
    QT_TRANSLATE_NOOP("RuleWords", "Noted by hand"),
    QT_TRANSLATE_NOOP("RuleWords", "Noted by hand, %1"),
    QT_TRANSLATE_NOOP("RuleWords", "mail of %1"),
    QT_TRANSLATE_NOOP("RuleWords", "chat of %1"),
    QT_TRANSLATE_NOOP("RuleWords", "meeting of %1"),
    QT_TRANSLATE_NOOP("RuleWords", "The evidence for %1 is complete (%2)."),
    QT_TRANSLATE_NOOP("RuleWords", "The evidence for %1 is complete."),
    QT_TRANSLATE_NOOP("RuleWords", "Not proven yet: %1."),
    QT_TRANSLATE_NOOP("RuleWords", "From an import."),
    QT_TRANSLATE_NOOP("RuleWords", "Imported from %1."),
    QT_TRANSLATE_NOOP("RuleWords", "Taken back."),
    QT_TRANSLATE_NOOP("RuleWords", "Done again after it was taken back."),
    QT_TRANSLATE_NOOP("RuleWords", "Merged with %1."),
    QT_TRANSLATE_NOOP("RuleWords", "Merged."),
    QT_TRANSLATE_NOOP("RuleWords", "Looked at what to do next."),
    QT_TRANSLATE_NOOP("RuleWords", "Deleted with what it belongs to."),
    QT_TRANSLATE_NOOP("RuleWords", "With %1"),
    QT_TRANSLATE_NOOP("RuleWords", "Meeting, %1 min"),
    QT_TRANSLATE_NOOP("RuleWords", "Meeting, %1"),
    QT_TRANSLATE_NOOP("RuleWords", "Draft, waits for you"),
    QT_TRANSLATE_NOOP("RuleWords", "Draft, %1"),
    QT_TRANSLATE_NOOP("RuleWords", "Agent wrote a draft to %1"),
    QT_TRANSLATE_NOOP("RuleWords", "Agent wrote a draft"),
    QT_TRANSLATE_NOOP("RuleWords", "Draft of ours to %1"),
    QT_TRANSLATE_NOOP("RuleWords", "Draft of ours"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 detected the %2"),
    QT_TRANSLATE_NOOP("RuleWords", "Imported the %1"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 created the %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 deleted the %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 restored the %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 moved back to %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 moved to %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 moved back"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 archived the %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 took out of the archive the %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 asked to look at the %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 looked at the %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 identified %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 confirmed %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 unlocked %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 rejected %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 took back %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 changed %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 cleared %2"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 set %2"),
    QT_TRANSLATE_NOOP("RuleWords", "from %1: %2"),
    QT_TRANSLATE_NOOP("RuleWords", "from %1"),
    QT_TRANSLATE_NOOP("RuleWords", "identified %1"),
};

/// What stands in them for a field, a stage, a point or somebody.
constexpr std::array terms {
    QT_TRANSLATE_NOOP("RuleWords", "budget"),
    QT_TRANSLATE_NOOP("RuleWords", "authority"),
    QT_TRANSLATE_NOOP("RuleWords", "need"),
    QT_TRANSLATE_NOOP("RuleWords", "timeline"),
    QT_TRANSLATE_NOOP("RuleWords", "success metrics"),
    QT_TRANSLATE_NOOP("RuleWords", "metrics"),
    QT_TRANSLATE_NOOP("RuleWords", "economic buyer"),
    QT_TRANSLATE_NOOP("RuleWords", "decision criteria"),
    QT_TRANSLATE_NOOP("RuleWords", "decision process"),
    QT_TRANSLATE_NOOP("RuleWords", "pain points"),
    QT_TRANSLATE_NOOP("RuleWords", "pain"),
    QT_TRANSLATE_NOOP("RuleWords", "champion"),
    QT_TRANSLATE_NOOP("RuleWords", "prospecting"),
    QT_TRANSLATE_NOOP("RuleWords", "discovery"),
    QT_TRANSLATE_NOOP("RuleWords", "qualification"),
    QT_TRANSLATE_NOOP("RuleWords", "evaluation"),
    QT_TRANSLATE_NOOP("RuleWords", "negotiation"),
    QT_TRANSLATE_NOOP("RuleWords", "closed won"),
    QT_TRANSLATE_NOOP("RuleWords", "closed lost"),
    QT_TRANSLATE_NOOP("RuleWords", "stalled"),
    QT_TRANSLATE_NOOP("RuleWords", "name"),
    QT_TRANSLATE_NOOP("RuleWords", "product"),
    QT_TRANSLATE_NOOP("RuleWords", "stage"),
    QT_TRANSLATE_NOOP("RuleWords", "value"),
    QT_TRANSLATE_NOOP("RuleWords", "probability"),
    QT_TRANSLATE_NOOP("RuleWords", "close date"),
    QT_TRANSLATE_NOOP("RuleWords", "owner"),
    QT_TRANSLATE_NOOP("RuleWords", "forecast"),
    QT_TRANSLATE_NOOP("RuleWords", "lost reason"),
    QT_TRANSLATE_NOOP("RuleWords", "closed value"),
    QT_TRANSLATE_NOOP("RuleWords", "reason for the stall"),
    QT_TRANSLATE_NOOP("RuleWords", "review mark"),
    QT_TRANSLATE_NOOP("RuleWords", "archive"),
    QT_TRANSLATE_NOOP("RuleWords", "other names"),
    QT_TRANSLATE_NOOP("RuleWords", "e-mail"),
    QT_TRANSLATE_NOOP("RuleWords", "other e-mails"),
    QT_TRANSLATE_NOOP("RuleWords", "account"),
    QT_TRANSLATE_NOOP("RuleWords", "merge"),
    QT_TRANSLATE_NOOP("RuleWords", "company size"),
    QT_TRANSLATE_NOOP("RuleWords", "role and scores"),
    QT_TRANSLATE_NOOP("RuleWords", "opt-out"),
    QT_TRANSLATE_NOOP("RuleWords", "due day"),
    QT_TRANSLATE_NOOP("RuleWords", "deal"),
    QT_TRANSLATE_NOOP("RuleWords", "contact"),
    QT_TRANSLATE_NOOP("RuleWords", "conversation"),
    QT_TRANSLATE_NOOP("RuleWords", "meeting"),
    QT_TRANSLATE_NOOP("RuleWords", "task"),
    QT_TRANSLATE_NOOP("RuleWords", "description"),
    QT_TRANSLATE_NOOP("RuleWords", "status"),
    QT_TRANSLATE_NOOP("RuleWords", "title"),
    QT_TRANSLATE_NOOP("RuleWords", "phone"),
    QT_TRANSLATE_NOOP("RuleWords", "industry"),
    QT_TRANSLATE_NOOP("RuleWords", "website"),
    QT_TRANSLATE_NOOP("RuleWords", "region"),
    QT_TRANSLATE_NOOP("RuleWords", "notes"),
    QT_TRANSLATE_NOOP("RuleWords", "primary contact"),
    QT_TRANSLATE_NOOP("RuleWords", "nothing"),
    QT_TRANSLATE_NOOP("RuleWords", "somebody"),
    QT_TRANSLATE_NOOP("RuleWords", "changed"),
    QT_TRANSLATE_NOOP("RuleWords", "yes"),
    QT_TRANSLATE_NOOP("RuleWords", "no"),
    QT_TRANSLATE_NOOP("RuleWords", "not known"),
    QT_TRANSLATE_NOOP("RuleWords", "Agent"),
    QT_TRANSLATE_NOOP("RuleWords", "Import"),
    QT_TRANSLATE_NOOP("RuleWords", "System"),
    QT_TRANSLATE_NOOP("RuleWords", "You"),
    QT_TRANSLATE_NOOP("RuleWords", "Somebody"),
    QT_TRANSLATE_NOOP("RuleWords", "Mail"),
    QT_TRANSLATE_NOOP("RuleWords", "Chat"),
    QT_TRANSLATE_NOOP("RuleWords", "Meeting"),
    QT_TRANSLATE_NOOP("RuleWords", "Change"),
    QT_TRANSLATE_NOOP("RuleWords", "mail"),
    QT_TRANSLATE_NOOP("RuleWords", "chat"),
    QT_TRANSLATE_NOOP("RuleWords", "approved"),
    QT_TRANSLATE_NOOP("RuleWords", "rejected"),
    QT_TRANSLATE_NOOP("RuleWords", "executed"),
    QT_TRANSLATE_NOOP("RuleWords", "sent"),
    QT_TRANSLATE_NOOP("RuleWords", "failed"),
    QT_TRANSLATE_NOOP("RuleWords", "commit"),
    QT_TRANSLATE_NOOP("RuleWords", "best case"),
    QT_TRANSLATE_NOOP("RuleWords", "pipeline"),
    QT_TRANSLATE_NOOP("RuleWords", "omitted"),
    QT_TRANSLATE_NOOP("RuleWords", "the contact"),
    QT_TRANSLATE_NOOP("RuleWords", "open"),
    QT_TRANSLATE_NOOP("RuleWords", "done"),
    QT_TRANSLATE_NOOP("RuleWords", "won"),
    QT_TRANSLATE_NOOP("RuleWords", "lost"),
    QT_TRANSLATE_NOOP("RuleWords", "1 day"),
    QT_TRANSLATE_NOOP("RuleWords", "%1 days"),
};
// clang-format on

constexpr int longest = 600; // characters: what is longer was written by a person
constexpr int deepest = 3; // a sentence, what stands in it, and a day in that

QString tr(const char* words) { return QCoreApplication::translate("RuleWords", words); }

/// Nothing is to be told in other words.
bool speaksAsWritten() { return tr(terms.back()) == QLatin1String(terms.back()); }

/// One pattern, ready to be compared.
struct Pattern {
    QRegularExpression shape;
    const char* english;
    QList<int> places; ///< the number of each placeholder, in the order of the text
    QStringList literals; ///< what stands around the placeholders; quick to look for

    /// A quick look before the pattern itself, which most texts do not need.
    bool mayMatch(const QString& text) const
    {
        return text.startsWith(literals.front()) && text.endsWith(literals.back())
            && std::ranges::all_of(literals, [&](const QString& each) { return text.contains(each); });
    }
};

Pattern patternOf(const char* english)
{
    static const QRegularExpression place(QStringLiteral("%(\\d)"));
    const auto text = QString::fromUtf8(english);
    QString shape;
    Pattern pattern {{}, english, {}, {}};
    qsizetype from = 0;
    for (auto each = place.globalMatch(text); each.hasNext();) {
        const auto match = each.next();
        pattern.literals += text.mid(from, match.capturedStart() - from);
        shape += QRegularExpression::escape(pattern.literals.back()) + QStringLiteral("(.+?)");
        pattern.places += match.captured(1).toInt();
        from = match.capturedEnd();
    }
    pattern.literals += text.mid(from);
    shape += QRegularExpression::escape(pattern.literals.back());
    pattern.shape = QRegularExpression(
        QRegularExpression::anchoredPattern(shape), QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

const std::vector<Pattern>& patterns()
{
    static const auto all = [] {
        std::vector<Pattern> made;
        made.reserve(sentences.size() + 1);
        for (const auto* each : sentences)
            made.push_back(patternOf(each));
        made.push_back(patternOf(terms.back())); // "%1 days"
        return made;
    }();
    return all;
}

const QHash<QString, const char*>& vocabulary()
{
    static const auto all = [] {
        QHash<QString, const char*> made;
        for (const auto* each : terms)
            made.insert(QString::fromUtf8(each), each);
        return made;
    }();
    return all;
}

/// "3 Dec", "3 Dec 2026", as the engine writes days; empty: it is none.
QString dayWords(const QString& english)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,2}) ([A-Z][a-z]{2})(?: (\\d{4}))?$"));
    const auto match = shape.match(english);
    if (!match.hasMatch())
        return {};
    constexpr int leapYear = 2024;
    const bool hasYear = match.hasCaptured(3);
    const auto day = QLocale::c().toDate(
        QStringLiteral("%1 %2 %3")
            .arg(match.captured(1), match.captured(2), hasYear ? match.captured(3) : QString::number(leapYear)),
        QStringLiteral("d MMM yyyy"));
    return !day.isValid() ? QString() : hasYear ? Formats().dayInput(day) : Formats().day(day, day);
}

QString toldAs(const QString& english, int depth);

/// "budget, need and champion": each by itself; empty unless all of them are known.
QString listWords(const QString& english)
{
    static const QRegularExpression between(QStringLiteral(", | and "));
    const auto parts = english.split(between);
    if (parts.size() < 2)
        return {};
    QStringList told;
    for (const auto& part : parts) {
        const auto found = vocabulary().constFind(part.toLower());
        if (found == vocabulary().constEnd())
            return {};
        told += tr(*found);
    }
    const auto last = told.takeLast();
    return tr("%1 and %2").arg(told.join(QStringLiteral(", ")), last);
}

/// The words of one whole text; empty: it is not known.
QString toldWhole(const QString& english, int depth)
{
    if (const auto found = vocabulary().constFind(QString(english).replace(u'_', u' '));
        found != vocabulary().constEnd())
        return tr(*found);
    if (auto day = dayWords(english); !day.isEmpty())
        return day;
    if (auto list = listWords(english); !list.isEmpty())
        return list;
    for (const auto& pattern : patterns()) {
        if (!pattern.mayMatch(english))
            continue;
        const auto match = pattern.shape.match(english);
        if (!match.hasMatch())
            continue;
        auto told = tr(pattern.english);
        QStringList found;
        for (int i = 1; i <= pattern.places.size(); ++i)
            found += toldAs(match.captured(i), depth + 1);
        // all at once: what stands in one place may itself look like a place
        static const QRegularExpression place(QStringLiteral("%(\\d)"));
        QString text;
        qsizetype from = 0;
        for (auto each = place.globalMatch(told); each.hasNext();) {
            const auto at = each.next();
            const auto index = pattern.places.indexOf(at.captured(1).toInt());
            text += told.mid(from, at.capturedStart() - from) + (index < 0 ? QString() : found.at(index));
            from = at.capturedEnd();
        }
        text += told.mid(from);
        if (text.endsWith(QLatin1String("..")) && !english.endsWith(QLatin1String("..")))
            text.chop(1); // "3. Dez." ends a sentence by itself
        return text;
    }
    return {};
}

QString toldAs(const QString& english, int depth)
{
    if (english.isEmpty() || english.size() > longest || depth > deepest)
        return english;
    const auto told = toldWhole(english, depth);
    return told.isEmpty() ? english : told;
}

}

QString ruleWords(const QString& english)
{
    if (english.isEmpty() || english.size() > longest || speaksAsWritten())
        return english;
    if (auto told = toldWhole(english, 0); !told.isEmpty())
        return told;
    static const QRegularExpression between(QStringLiteral("(?<=\\.) (?=[A-Z\"])"));
    auto parts = english.split(between); // reasons in a row
    if (parts.size() < 2)
        return english;
    for (auto& part : parts)
        part = toldAs(part, 0);
    return parts.join(u' ');
}

QString changeWords(const QString& english)
{
    if (english.isEmpty() || english.size() > longest || speaksAsWritten())
        return english;
    auto parts = english.split(QStringLiteral("; "));
    for (auto& part : parts) {
        if (const auto told = toldWhole(part, 0); !told.isEmpty()) {
            part = told;
            continue;
        }
        auto sides = part.split(QStringLiteral(" to "));
        if (sides.size() != 2)
            continue;
        QString field; // "value EUR 5 to EUR 6" names the field where there are several
        for (auto each = vocabulary().constBegin(); each != vocabulary().constEnd(); ++each)
            if (sides[0].startsWith(each.key() + u' ') && each.key().size() > field.size())
                field = each.key();
        if (!field.isEmpty())
            sides[0].remove(0, field.size() + 1);
        const auto told = tr("%1 to %2").arg(toldAs(sides[0], 1), toldAs(sides[1], 1));
        part = field.isEmpty() ? told : toldAs(field, 1) + u' ' + told;
    }
    return parts.join(QStringLiteral("; "));
}

}
