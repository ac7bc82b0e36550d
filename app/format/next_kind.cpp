// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/next_kind.hpp"
#include <QRegularExpression>
#include <array>

namespace agentarmy::app {
namespace {

struct Cue {
    NextKind kind;
    QRegularExpression words; ///< starts of words, English and German
    Cue(NextKind meaning, const char* starts)
        : kind(meaning)
        , words(QStringLiteral("\\b(?:%1)").arg(QLatin1String(starts)), QRegularExpression::CaseInsensitiveOption)
    {
    }
};

}

NextKind kindOfWords(const QString& words)
{
    static const std::array cues {
        Cue(NextKind::Sign, "sign|signature|countersign|unterschr|unterzeich"),
        Cue(NextKind::Meeting,
            "meeting|meet|review|workshop|demo|visit|walk|session|read.out|kick.?off|appointment|book|schedule|termin|"
            "treffen"),
        Cue(NextKind::Call, "call|phone|ring|dial|anruf|telefon"),
        Cue(NextKind::Person, "introduction|introduce|intro|find|reach|identify|vorstell"),
        Cue(NextKind::Answer, "answer|reply|respond|clarify|beantwort|antwort"),
        Cue(NextKind::Document,
            "contract|redline|clause|proposal|offer|quote|document|paper|terms|legal|business "
            "case|one.pager|vertrag|angebot"),
        Cue(NextKind::Mail, "send|mail|write|follow|re.engage|ask|schick|schreib|nachfass|ansprech"),
    };
    auto first = words.size();
    auto kind = NextKind::Other;
    for (const auto& cue : cues)
        if (const auto match = cue.words.match(words); match.hasMatch() && match.capturedStart() < first) {
            first = match.capturedStart();
            kind = cue.kind;
        }
    return kind;
}

}
