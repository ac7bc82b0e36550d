// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/palette_model.hpp"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <chrono>

namespace agentarmy::app {
namespace {

using namespace std::chrono_literals;

constexpr int namesAlone = 60, textsEach = 8, recentKept = 20;
constexpr int shortestText = 2; // letters from which full text is searched
constexpr auto typingPause = 80ms; // full text is asked once the fingers rest
constexpr auto patience = 120ms; // then what is still there of the text before goes

std::vector<PalettePlace> placesOf(const QVariant& list)
{
    std::vector<PalettePlace> places;
    for (const auto& each : list.toList()) {
        const auto map = each.toMap();
        const auto name = map.value(QStringLiteral("name"), map.value(QStringLiteral("text"))).toString();
        places.push_back(
            {map.value(QStringLiteral("id")).toString(), name, map.value(QStringLiteral("icon")).toString()});
    }
    return places;
}
}

PaletteModel::PaletteModel(WorkspaceSource& source, const Parts& parts, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_parts(parts)
    , m_formats(formats)
    , m_rows(std::make_unique<PaletteListModel>(std::vector<PaletteListModel::Role> {
          {"rowId", [](const PaletteRow& row) { return QVariant(row.id); }}, field("kind", &PaletteRow::kind),
          field("group", &PaletteRow::group), field("heads", &PaletteRow::heads), field("title", &PaletteRow::title),
          field("titleHtml", &PaletteRow::titleHtml), field("note", &PaletteRow::note),
          field("snippetHtml", &PaletteRow::snippetHtml), field("iconName", &PaletteRow::iconName),
          field("reason", &PaletteRow::reason), field("keys", &PaletteRow::keys), field("place", &PaletteRow::place),
          {"of", [](const PaletteRow& row) { return QVariant(row.of); }}}))
{
    m_textsSoon.setSingleShot(true);
    m_textsSoon.setInterval(typingPause);
    connect(&m_textsSoon, &QTimer::timeout, this, &PaletteModel::askTexts);
    m_slow.setSingleShot(true);
    m_slow.setInterval(patience);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_names.clear();
        arrange();
    });
}

QString PaletteModel::summary() const
{
    if (m_tookMs < 0 || m_asked.words.isEmpty() || m_asked.prefix == u'>')
        return {};
    const auto& all = m_rows->rows();
    const auto found = std::ranges::count_if(
        all, [](const PaletteRow& row) { return !row.recordId.isEmpty() && row.kind != QLatin1String("action"); });
    return tr("%1 of %2 records in %3 ms")
        .arg(m_formats.locale().toString(qlonglong(found)), m_formats.locale().toString(m_looked),
            m_formats.locale().toString(m_tookMs));
}

PaletteModel::Asked PaletteModel::readTyped(const QString& text)
{
    Asked asked;
    asked.words = text.trimmed();
    if (!asked.words.isEmpty() && QStringView(u">@#").contains(asked.words.front())) {
        asked.prefix = asked.words.front();
        asked.words = asked.words.mid(1).trimmed();
    }
    asked.query = readFuzzy(asked.words);
    return asked;
}

PaletteDeal PaletteModel::dealOf(const QString& dealId) const
{
    PaletteDeal deal;
    const auto* card = m_parts.board.find(dealId);
    const bool opened = m_parts.deal.dealId() == dealId && m_parts.deal.state() == DealDetailModel::State::Ready;
    if (dealId.isEmpty() || (!card && !opened))
        return deal;
    deal.id = dealId;
    deal.title = card ? card->account + QStringLiteral(", ") + card->name
                      : m_parts.deal.account() + QStringLiteral(", ") + m_parts.deal.name();
    deal.stage = card ? card->stage : Stage(m_parts.deal.stage());
    for (const auto& draft : static_cast<const ApprovalListModel*>(m_parts.approvals.rows())->rows())
        if (draft.dealId == dealId && !draft.inOutbox && deal.draftId.isEmpty()) {
            deal.draftId = draft.id;
            deal.draftTo = draft.person;
        }
    if (opened) {
        deal.archived = m_parts.deal.archived();
        for (const auto& person : static_cast<const PeopleModel*>(m_parts.deal.people())->rows())
            if (!person.email.isEmpty())
                deal.people.push_back({person.id, person.name});
    }
    return deal;
}

PaletteContext PaletteModel::contextNow() const
{
    PaletteContext context;
    context.page = m_given.value(QStringLiteral("page")).toString();
    context.pages = placesOf(m_given.value(QStringLiteral("pages")));
    context.sections = placesOf(m_given.value(QStringLiteral("sections")));
    context.layout = m_given.value(QStringLiteral("layout")).toInt();
    context.dark = m_given.value(QStringLiteral("dark")).toBool();
    if (context.page == QLatin1String("deal"))
        context.deal = dealOf(m_parts.deal.dealId());
    else if (context.page == QLatin1String("deals"))
        context.deal = dealOf(m_parts.board.selectedId());
    if (m_parts.conversation.state() == ConversationModel::State::Ready) {
        context.conversationId = m_parts.conversation.conversationId();
        context.replyTo = m_parts.conversation.replyTo();
        context.spoken = m_parts.conversation.spoken();
        context.byPerson = m_parts.conversation.byPerson();
    }
    context.views = m_parts.views.names();
    context.filtered = m_parts.board.filtered() || !m_parts.board.filterText().isEmpty();
    context.canUndo = m_parts.undo.canUndo();
    context.busy = m_parts.settings.busy();
    return context;
}

void PaletteModel::prepare()
{
    if (m_namesWanted || m_looked > 0)
        return;
    m_source.findNames({}).then(this, [this](const Answer<NamesView>& answer) {
        if (answer)
            m_looked = answer->looked;
    });
}

void PaletteModel::start(const QVariantMap& context)
{
    m_given = context;
    m_context = contextNow();
    m_actions = actionsFor(m_context);
    m_tookMs = -1;
    m_names.clear();
    m_texts.clear();
    m_rows->show({});
    m_text = QStringLiteral(" "); // so that the empty text is another one
    setText({});
}

void PaletteModel::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_asked = readTyped(text);
    m_moved = m_chooseThen = false;
    Q_EMIT textChanged();
    ask();
}

void PaletteModel::ask()
{
    const int round = ++m_round;
    m_namesProblem.clear();
    m_textsProblem.clear();
    m_textsSoon.stop();
    m_textsWanted = false; // the hits of the text before stay until the new ones are there: no flicker while typing
    const bool wantsNames = m_asked.prefix != u'>' && !m_asked.query.isEmpty();
    m_namesWanted = wantsNames;
    if (!wantsNames) {
        m_slow.stop();
        m_names.clear();
        m_texts.clear();
        m_tookMs = -1;
        return arrange();
    }
    m_textsWanted = m_asked.prefix.isNull() && m_asked.words.size() >= shortestText;
    if (!m_textsWanted)
        m_texts.clear();
    m_slow.start();
    m_clock.start();
    NameQuery query;
    query.text = m_asked.words;
    if (m_asked.prefix == u'@')
        query.kinds = bitOf(FoundKind::Person);
    else if (m_asked.prefix == u'#')
        query.kinds = bitOf(FoundKind::Deal);
    query.each = m_asked.prefix.isNull() ? paletteNamesEach : namesAlone;
    m_source.findNames(query).then(this, [this, round](Answer<NamesView> answer) {
        if (round != m_round)
            return; // another text is looked for by now
        m_slow.stop();
        m_namesWanted = false;
        m_tookMs = int(m_clock.elapsed());
        m_names.clear();
        if (answer) {
            m_names = std::move(answer->found);
            m_looked = answer->looked;
        } else {
            m_namesProblem = answer.error().text;
        }
        arrange();
        if (m_textsWanted)
            m_textsSoon.start();
        if (m_chooseThen)
            choose();
    });
    Q_EMIT changed();
}

void PaletteModel::askTexts()
{
    m_source.search(m_asked.words, textsEach)
        .then(this, [this, round = m_round](Answer<std::vector<FoundView>> answer) {
            if (round != m_round)
                return;
            m_textsWanted = false;
            m_texts.clear();
            if (answer)
                m_texts = std::move(*answer);
            else
                m_textsProblem = answer.error().text;
            arrange();
            if (m_chooseThen)
                choose();
        });
}

void PaletteModel::selectFirst()
{
    m_current.clear();
    m_moved = false;
    for (const auto& row : m_rows->rows())
        if (row.reason.isEmpty()) {
            m_current = row.id;
            return;
        }
}

void PaletteModel::step(int by)
{
    if (count() == 0)
        return;
    select(std::clamp(current() + by, 0, count() - 1));
}

void PaletteModel::select(int row)
{
    if (row < 0 || row >= count())
        return;
    m_moved = true;
    m_current = m_rows->at(row).id;
    Q_EMIT currentChanged();
}

void PaletteModel::choose(int at)
{
    const bool asked = at < 0;
    if (asked)
        at = current();
    // What is shown answers an earlier text; and where no name does, the words in messages are still looked for.
    const bool byText = at >= 0 && m_rows->at(at).id.contains(u'~');
    m_chooseThen = asked && !m_moved && (m_namesWanted || (m_textsWanted && (at < 0 || byText)));
    if (m_chooseThen)
        return;
    if (at < 0 || at >= count())
        return;
    const auto row = m_rows->at(at);
    if (!row.reason.isEmpty())
        return;
    if (row.kind == QLatin1String("retry"))
        return ask();
    if (row.kind == QLatin1String("clear"))
        return setText({});
    if (row.kind == QLatin1String("everywhere"))
        return setText(m_asked.words);
    remember(row);
    Q_EMIT chosen(row.kind, row.recordId,
        {{QStringLiteral("dealId"), row.dealId}, {QStringLiteral("conversationId"), row.conversationId},
            {QStringLiteral("sourceId"), row.sourceId}, {QStringLiteral("begin"), row.begin},
            {QStringLiteral("end"), row.end}});
}

void PaletteModel::approve(const QString& dealId)
{
    if (const auto deal = dealOf(dealId); !deal.draftId.isEmpty())
        m_parts.approvals.approveDraft(deal.draftId);
}

QString PaletteModel::nameOf(const QString& personId) const
{
    for (const auto& person : static_cast<const PeopleModel*>(m_parts.deal.people())->rows())
        if (person.id == personId)
            return person.name;
    return {};
}

void PaletteModel::remember(const PaletteRow& row)
{
    if (row.kind == QLatin1String("draft") || row.kind == QLatin1String("alert")
        || row.recordId == QLatin1String("undo"))
        return; // they are gone once they are dealt with
    std::erase_if(m_recent, [&](const PaletteRow& other) { return other.id == row.id; });
    m_recent.insert(m_recent.begin(), row);
    m_recent.front().snippetHtml.clear();
    if (m_recent.size() > recentKept)
        m_recent.resize(recentKept);
}

QString PaletteModel::remembered() const
{
    QJsonArray list;
    for (const auto& row : m_recent)
        list += QJsonObject {{QStringLiteral("id"), row.id}, {QStringLiteral("kind"), row.kind},
            {QStringLiteral("record"), row.recordId}, {QStringLiteral("title"), row.title},
            {QStringLiteral("note"), row.note}, {QStringLiteral("icon"), row.iconName},
            {QStringLiteral("deal"), row.dealId}, {QStringLiteral("conversation"), row.conversationId},
            {QStringLiteral("source"), row.sourceId}};
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

void PaletteModel::setRemembered(const QString& text)
{
    m_recent.clear();
    for (const auto& value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        const auto json = value.toObject();
        PaletteRow row;
        row.id = json[QStringLiteral("id")].toString();
        row.kind = json[QStringLiteral("kind")].toString();
        row.recordId = json[QStringLiteral("record")].toString();
        row.title = json[QStringLiteral("title")].toString();
        row.note = json[QStringLiteral("note")].toString();
        row.iconName = json[QStringLiteral("icon")].toString();
        row.dealId = json[QStringLiteral("deal")].toString();
        row.conversationId = json[QStringLiteral("conversation")].toString();
        row.sourceId = json[QStringLiteral("source")].toString();
        if (!row.id.isEmpty() && !row.kind.isEmpty() && !row.title.isEmpty() && m_recent.size() < recentKept)
            m_recent.push_back(std::move(row));
    }
}

}
