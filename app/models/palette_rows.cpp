// SPDX-License-Identifier: AGPL-3.0-or-later
// What the search field shows: rows out of names, words, actions and what was used last, and their order.
#include "app/format/name_index.hpp"
#include "app/models/palette_model.hpp"
#include <QSet>

namespace agentarmy::app {
namespace {

constexpr int actionsShown = 8, recentShown = 6;

const char* kindName(FoundKind kind)
{
    switch (kind) {
    case FoundKind::Deal:
        return "deal";
    case FoundKind::Account:
        return "account";
    case FoundKind::Person:
        return "person";
    case FoundKind::Conversation:
        return "conversation";
    case FoundKind::Meeting:
        return "meeting";
    case FoundKind::Task:
        return "task";
    case FoundKind::Draft:
        return "draft";
    case FoundKind::Alert:
        return "alert";
    case FoundKind::Message:
        return "message";
    }
    return "";
}

const char* iconOf(FoundKind kind)
{
    switch (kind) {
    case FoundKind::Deal:
        return "square-kanban";
    case FoundKind::Account:
        return "building-2";
    case FoundKind::Person:
        return "user";
    case FoundKind::Conversation:
        return "messages-square";
    case FoundKind::Meeting:
        return "calendar";
    case FoundKind::Task:
        return "check";
    case FoundKind::Draft:
        return "pen-line";
    case FoundKind::Alert:
        return "lightbulb";
    case FoundKind::Message:
        return "mail";
    }
    return "";
}

/// Words of `text` that begin like one that was typed, in bold. Full text knows stems, so the ends may differ.
QString wordsHtml(const FuzzyQuery& query, const QString& text)
{
    QString html;
    qsizetype at = 0;
    while (at < text.size()) {
        auto end = at;
        while (end < text.size() && (text[end].isLetterOrNumber() || text[end].isMark()))
            ++end;
        if (end == at) {
            html += QString(text[at++]).toHtmlEscaped();
            continue;
        }
        const auto part = text.mid(at, end - at);
        const auto folded = fold(part).text;
        const bool hit = std::ranges::any_of(query.words, [&](const FoldedText& word) {
            const auto most = std::min(folded.size(), word.text.size());
            size_t same = 0;
            while (same < most && folded[same] == word.text[same])
                ++same;
            return same == word.text.size() || (same >= 4 && same + 3 >= word.text.size());
        });
        html += hit ? QStringLiteral("<b>%1</b>").arg(part.toHtmlEscaped()) : part.toHtmlEscaped();
        at = end;
    }
    return html;
}

/// Groups go by their best row, in steps so coarse that names of one quality keep the order of the kinds.
int tierOf(int score) { return score / 150; }

}

PaletteRow PaletteModel::rowOf(const FoundView& found, bool byText) const
{
    PaletteRow row;
    row.kind = QLatin1String(kindName(found.kind));
    row.recordId = found.id;
    row.id = row.kind + (byText ? QStringLiteral("~") : QStringLiteral(":")) + found.id;
    row.iconName = QLatin1String(iconOf(found.kind));
    row.title = found.title.isEmpty() ? found.person : found.title;
    if (found.kind == FoundKind::Deal && !found.account.isEmpty())
        row.title = found.account + QStringLiteral(", ") + found.title;
    if (row.title.isEmpty())
        row.title = tr("Without a subject");
    row.titleHtml = byText ? wordsHtml(m_asked.query, row.title) : markedHtml(m_asked.query, row.title);
    const auto now = QDateTime::currentDateTime();
    const auto when = found.at.isValid() ? m_formats.stamp(found.at, now) : QString();
    const auto money = found.amount.isSet() ? m_formats.money(found.amount) : QString();
    switch (found.kind) {
    case FoundKind::Deal:
        row.group = tr("Deals");
        row.note = dotted({money, found.stage >= 0 ? stageName(Stage(found.stage)) : QString()});
        break;
    case FoundKind::Account:
        row.group = tr("Accounts");
        row.note = found.line;
        break;
    case FoundKind::Person:
        row.group = tr("People");
        row.note = dotted({found.account, found.line});
        break;
    case FoundKind::Conversation:
        row.group = tr("Conversations");
        row.note = dotted({found.person.isEmpty() ? found.account : found.person, when});
        break;
    case FoundKind::Meeting:
        row.group = byText ? tr("Said in meetings") : tr("Meetings");
        row.note = dotted({byText ? found.person : found.account, when});
        break;
    case FoundKind::Task:
        row.group = tr("To-dos");
        row.note = dotted({found.over ? tr("done") : QString(), found.account});
        break;
    case FoundKind::Draft:
        row.group = tr("Drafts");
        row.note = dotted({found.person, found.account});
        break;
    case FoundKind::Alert:
        row.group = tr("Alerts");
        row.note = found.account;
        break;
    case FoundKind::Message:
        row.group = tr("Messages");
        row.note = dotted({found.person, when});
        break;
    }
    if (byText)
        row.snippetHtml = wordsHtml(m_asked.query, found.snippet);
    row.dealId = found.dealId;
    row.conversationId = found.conversationId;
    row.sourceId = found.sourceId;
    row.begin = found.begin;
    row.end = found.end;
    return row;
}

PaletteRow PaletteModel::rowOf(const PaletteAction& action, const QString& group) const
{
    PaletteRow row;
    row.kind = QStringLiteral("action");
    row.recordId = action.id;
    row.id = QStringLiteral("action:") + action.id + u':' + action.target;
    row.group = group;
    row.title = action.title;
    row.titleHtml = markedHtml(m_asked.query, action.title);
    row.note = action.reason.isEmpty() ? action.note : action.reason;
    row.reason = action.reason;
    row.iconName = action.iconName;
    row.keys = action.keys;
    row.dealId = action.target;
    return row;
}

void PaletteModel::addMemory(std::vector<PaletteRow>& rows) const
{
    std::vector<FoundView> found;
    const auto add = [&](FoundView view, const QString& beside) {
        const auto name = foldName(view.title, beside);
        view.score = scoreName(m_asked.query, name.folded, Typos::No, name.titleLength);
        if (view.score > 0)
            found.push_back(std::move(view));
    };
    for (const auto& draft : static_cast<const ApprovalListModel*>(m_parts.approvals.rows())->rows()) {
        FoundView view;
        view.kind = FoundKind::Draft;
        view.id = draft.id;
        view.title = draft.subject.isEmpty() ? tr("Draft to %1").arg(draft.person) : draft.subject;
        view.person = draft.person;
        view.account = draft.account;
        view.dealId = draft.dealId;
        view.conversationId = draft.conversationId;
        add(std::move(view), draft.person + u' ' + draft.account + u' ' + draft.deal);
    }
    for (const auto& alert : static_cast<const InsightListModel*>(m_parts.insights.rows())->rows()) {
        FoundView view;
        view.kind = FoundKind::Alert;
        view.id = alert.id;
        view.title = alert.title;
        view.account = alert.card.account + QStringLiteral(", ") + alert.card.name;
        view.dealId = alert.id;
        add(std::move(view), alert.card.account + u' ' + alert.card.name);
    }
    std::ranges::stable_sort(found, [](const FoundView& a, const FoundView& b) {
        return std::tuple(int(a.kind), -a.score) < std::tuple(int(b.kind), -b.score);
    });
    int of = 0;
    for (size_t i = 0; i < found.size(); ++i) {
        of = i > 0 && found[i].kind == found[i - 1].kind ? of + 1 : 1;
        if (of <= paletteNamesEach)
            rows.push_back(rowOf(found[i], false));
    }
}

void PaletteModel::addNames(std::vector<PaletteRow>& rows) const
{
    struct Group {
        std::vector<PaletteRow> rows;
        int best = 0;
        int order = 0;
    };
    std::vector<Group> groups;
    for (const auto kind : {FoundKind::Deal, FoundKind::Account, FoundKind::Person, FoundKind::Conversation,
             FoundKind::Meeting, FoundKind::Task}) {
        Group group;
        group.order = int(kind);
        for (const auto& found : m_names)
            if (found.kind == kind) {
                group.best = std::max(group.best, found.score);
                group.rows.push_back(rowOf(found, false));
            }
        if (!group.rows.empty())
            groups.push_back(std::move(group));
    }
    std::ranges::stable_sort(groups, [](const Group& a, const Group& b) { return tierOf(a.best) > tierOf(b.best); });
    for (auto& group : groups)
        rows.insert(rows.end(), std::make_move_iterator(group.rows.begin()), std::make_move_iterator(group.rows.end()));
}

void PaletteModel::addActions(std::vector<PaletteRow>& rows) const
{
    struct Hit {
        const PaletteAction* action;
        int score;
    };
    std::vector<Hit> hits;
    for (const auto typos : {Typos::No, Typos::One}) {
        for (const auto& action : m_actions) {
            const auto name = foldName(action.title, action.words);
            if (const int score = scoreName(m_asked.query, name.folded, typos, name.titleLength); score > 0)
                hits.push_back({&action, weighedScore(score, size_t(name.titleLength), action.reason.isEmpty(), 0)});
        }
        if (!hits.empty())
            break;
    }
    std::ranges::stable_sort(hits, [](const Hit& a, const Hit& b) { return a.score > b.score; });
    const auto most = m_asked.prefix == u'>' ? hits.size() : std::min<size_t>(hits.size(), actionsShown);
    std::vector<PaletteRow> found;
    for (size_t i = 0; i < most; ++i)
        found.push_back(rowOf(*hits[i].action, tr("Actions")));
    int names = 0;
    for (const auto& name : m_names)
        names = std::max(names, name.score);
    // An action that is called so stands above records that only hold the letters.
    const bool first = !hits.empty() && (rows.empty() || tierOf(hits.front().score) > tierOf(names));
    rows.insert(first ? rows.begin() : rows.end(), found.begin(), found.end());
    if (m_asked.prefix.isNull() && !m_names.empty() && m_names.front().kind == FoundKind::Deal) {
        const auto deal = dealOf(m_names.front().id);
        auto about = dealActions(deal);
        about.resize(std::min<size_t>(about.size(), 3));
        for (const auto& action : about) {
            auto row = rowOf(action, tr("Actions on %1").arg(deal.title));
            row.titleHtml = row.title.toHtmlEscaped();
            if (std::ranges::none_of(rows, [&](const PaletteRow& other) { return other.id == row.id; }))
                rows.push_back(std::move(row));
        }
    }
}

void PaletteModel::addRecent(std::vector<PaletteRow>& rows) const
{
    int shown = 0;
    for (auto row : m_recent) {
        if (shown == recentShown)
            break;
        row.group = tr("Recently used");
        row.titleHtml = row.title.toHtmlEscaped();
        if (row.kind == QLatin1String("action")) { // as it can be done now
            const auto same = std::ranges::find_if(m_actions,
                [&](const PaletteAction& action) { return action.id == row.recordId && action.target == row.dealId; });
            if (same == m_actions.end() || !same->reason.isEmpty())
                continue;
            row = rowOf(*same, row.group);
        } else if (row.kind == QLatin1String("deal") && m_parts.board.state() == DealBoardModel::State::Ready
            && !m_parts.board.find(row.recordId)) {
            continue; // archived or deleted since
        }
        rows.push_back(std::move(row));
        ++shown;
    }
}

void PaletteModel::addTexts(std::vector<PaletteRow>& rows) const
{
    for (const auto kind : {FoundKind::Message, FoundKind::Meeting})
        for (const auto& found : m_texts)
            if (found.kind == kind)
                rows.push_back(rowOf(found, true));
}

void PaletteModel::arrange()
{
    std::vector<PaletteRow> rows;
    m_hint.clear();
    const bool typed = !m_asked.words.isEmpty();
    if (!typed) {
        if (m_asked.prefix.isNull())
            addRecent(rows);
        for (const auto& action : m_actions) {
            if (m_asked.prefix == u'@' || m_asked.prefix == u'#')
                break;
            const bool about = !action.target.isEmpty() && action.target == m_context.deal.id;
            auto row = rowOf(action, about ? tr("Actions on %1").arg(m_context.deal.title) : tr("Actions"));
            if (std::ranges::none_of(rows, [&](const PaletteRow& other) { return other.id == row.id; }))
                rows.push_back(std::move(row));
        }
        if (rows.empty())
            m_hint = m_asked.prefix == u'@' ? tr("Type a name to find people") : tr("Type a name to find deals");
    } else {
        addNames(rows);
        if (m_asked.prefix.isNull())
            addMemory(rows);
        if (m_asked.prefix.isNull() || m_asked.prefix == u'>')
            addActions(rows);
        addTexts(rows);
        const auto offer = [&](const char* kind, const QString& title, const QString& note, const char* icon) {
            PaletteRow row;
            row.id = row.kind = QLatin1String(kind);
            row.title = title;
            row.titleHtml = title.toHtmlEscaped();
            row.note = note;
            row.iconName = QLatin1String(icon);
            rows.push_back(std::move(row));
        };
        const auto& problem = m_namesProblem.isEmpty() ? m_textsProblem : m_namesProblem;
        if (!problem.isEmpty()) {
            offer("retry", problem, tr("Try again"), "triangle-alert");
        } else if (rows.empty() && !busy()) {
            const auto shown = m_asked.words.size() > 60 ? m_asked.words.left(60) + u'…' : m_asked.words;
            if (m_asked.prefix == u'>')
                m_hint = tr("No action is called “%1”").arg(shown);
            else if (m_asked.prefix == u'@')
                m_hint = tr("Nobody is called “%1”").arg(shown);
            else if (m_asked.prefix == u'#')
                m_hint = tr("No deal is called “%1”").arg(shown);
            else
                m_hint = tr("Nothing for “%1” in names, messages, meetings and actions").arg(shown);
            if (!m_asked.prefix.isNull())
                offer("everywhere", tr("Search everywhere, messages and meetings too"), {}, "search");
            offer("clear", tr("Clear the text"), {}, "x");
        }
    }
    QSet<QString> ids; // a row is one by its id
    std::erase_if(rows, [&](const PaletteRow& row) {
        const bool twice = ids.contains(row.id);
        ids.insert(row.id);
        return twice;
    });
    for (size_t first = 0; first < rows.size();) {
        size_t end = first;
        while (end < rows.size() && rows[end].group == rows[first].group)
            ++end;
        for (size_t i = first; i < end; ++i) {
            rows[i].heads = i == first && !rows[i].group.isEmpty();
            rows[i].place = int(i - first) + 1;
            rows[i].of = int(end - first);
        }
        first = end;
    }
    m_rows->show(std::move(rows));
    if (!m_moved || current() < 0)
        selectFirst();
    Q_EMIT changed();
    Q_EMIT currentChanged();
}

}
