// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/record_model.hpp"
#include "app/models/accounts_model.hpp"
#include "app/models/view_lists.hpp"
#include "app/theme/theme.hpp"
#include "app/view/board_view.hpp"

namespace agentarmy::app {
RecordModel::RecordModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_formats(formats)
    , m_deals(std::make_unique<RecordDealModel>(std::vector<RecordDealModel::Role> {field("rowId", &DealCard::id),
          field("name", &DealCard::name),
          {"amount",
              [this](const DealCard& card) { return card.amount.isSet() ? m_formats.money(card.amount) : QString(); }},
          {"stage", [](const DealCard& card) { return stageName(card.stage); }},
          {"open", [](const DealCard& card) { return card.stage != Stage::Won && card.stage != Stage::Lost; }},
          {"close",
              [this](const DealCard& card) {
                  const auto day = card.closedOn.isValid() ? card.closedOn : card.closeDate;
                  return day.isValid() ? m_formats.day(day, QDate::currentDate()) : QString();
              }},
          {"late",
              [](const DealCard& card) {
                  return !card.closedOn.isValid() && card.closeDate.isValid() && card.closeDate < QDate::currentDate();
              }},
          {"badge", [](const DealCard& card) { return card.badges.empty() ? QString() : card.badges.front().text; }},
          {"badgeTone", [](const DealCard& card) { return card.badges.empty() ? 0 : card.badges.front().tone; }}}))
    , m_people(
          std::make_unique<RecordPersonModel>(std::vector<RecordPersonModel::Role> {field("rowId", &PersonRowView::id),
              field("name", &PersonRowView::name), field("initials", &PersonRowView::initials),
              {"about",
                  [](const PersonRowView& row) {
                      return dotted({row.roles, row.title});
                  }},
              {"when",
                  [this](const PersonRowView& row) {
                      return row.lastAt.isValid() ? m_formats.relativeDay(row.lastAt.date(), QDate::currentDate())
                                                  : QString();
                  }},
              {"warning",
                  [](const PersonRowView& row) {
                      return row.optedOut      ? tr("wants no messages")
                          : row.addressInvalid ? tr("mail comes back")
                                               : QString();
                  }}}))
    , m_talks(std::make_unique<TalkModel>(std::vector<TalkModel::Role> {field("rowId", &TalkView::id),
          {"subject", [](const TalkView& talk) { return talk.subject.isEmpty() ? talk.preview : talk.subject; }},
          {"preview", [](const TalkView& talk) { return talk.subject.isEmpty() ? QString() : talk.preview; }},
          {"iconName", [](const TalkView& talk) { return channelIcon(talk.channel); }},
          {"when",
              [this](const TalkView& talk) {
                  return talk.at.isValid() ? m_formats.stamp(talk.at, QDateTime::currentDateTime()) : QString();
              }},
          {"exact", [this](const TalkView& talk) { return talk.at.isValid() ? m_formats.exact(talk.at) : QString(); }},
          field("messages", &TalkView::messages)}))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, &RecordModel::reload);
    const auto look = [this] {
        if (m_state == State::Ready)
            m_soon.start();
    };
    connect(&source, &WorkspaceSource::recordsChanged, this, look);
    connect(&source, &WorkspaceSource::boardChanged, this, look);
    connect(&source, &WorkspaceSource::conversationsChanged, this, look);
    connect(&source, &WorkspaceSource::workspaceChanged, this, look);
    connect(&source, &WorkspaceSource::dealChanged, this, [this, look](const QString& id) {
        if (m_deals->rowOf(id) >= 0)
            look();
    });
}

QString RecordModel::kind() const { return kindText(m_kind); }

QString RecordModel::summary() const
{
    QStringList parts;
    if (m_kind == RecordKind::Account) {
        const auto sums = sumsOf(m_view.value);
        const auto deals = m_view.openDeals == 1 ? tr("1 open deal")
            : m_view.openDeals > 1               ? tr("%1 open deals").arg(m_view.openDeals)
                                                 : tr("no open deal");
        const auto amount = m_formats.shortSums(sums);
        parts += amount.isEmpty() ? deals : deals + QStringLiteral(", ") + amount;
    } else {
        parts << m_view.fields.value(QStringLiteral("title")).toString();
    }
    if (m_view.lastAt.isValid())
        parts += tr("last spoke %1").arg(m_formats.relativeDay(m_view.lastAt.date(), QDate::currentDate()));
    return dotted(parts);
}

QVariantList RecordModel::scores() const
{
    QVariantList list;
    for (const auto& score : m_view.scores)
        list += QVariantMap {{QStringLiteral("key"), score.key},
            {QStringLiteral("label"),
                score.key == QLatin1String("decisionPower")        ? tr("Decision power")
                    : score.key == QLatin1String("influenceLevel") ? tr("Influence")
                                                                   : tr("Relationship")},
            {QStringLiteral("value"), score.value}, {QStringLiteral("own"), score.own},
            {QStringLiteral("note"), score.note}};
    return list;
}

QVariantList RecordModel::owners() const { return toList(m_source.owners()); }

void RecordModel::open(const QString& kind, const QString& id)
{
    const auto wanted = recordKind(kind);
    if (id.isEmpty())
        return close();
    if (id == m_id && wanted == m_kind && m_state == State::Ready)
        return reload();
    m_id = id;
    m_kind = wanted;
    m_state = State::Loading;
    m_errors.clear();
    m_view = {};
    m_view.kind = wanted;
    m_deals->show({});
    m_people->show({});
    m_talks->show({});
    Q_EMIT changed();
    reload();
}

void RecordModel::close()
{
    m_id.clear();
    m_state = State::None;
    m_view = {};
    Q_EMIT changed();
}

void RecordModel::reload()
{
    m_soon.stop();
    if (m_id.isEmpty())
        return;
    m_source.record(m_kind, m_id).then(this, [this, id = m_id](Answer<RecordView> answer) {
        if (id != m_id)
            return; // another one was opened since
        m_problem = answer ? QString() : answer.error().text;
        if (answer)
            return take(std::move(*answer));
        m_state = State::Failed;
        Q_EMIT changed();
    });
}

void RecordModel::take(RecordView view)
{
    m_view = std::move(view);
    m_state = State::Ready;
    m_deals->show(m_view.deals);
    m_people->show(m_view.people);
    m_talks->show(m_view.talks);
    Q_EMIT changed();
}

void RecordModel::edit(const QString& field, const QVariant& value, const QString& said)
{
    m_source.editRecord({m_kind, m_id, field, value})
        .then(this, [this, id = m_id, field, said](const Answer<Receipt>& done) {
            if (!done) {
                if (id != m_id)
                    return m_undo.complain(done.error().text); // its field is no longer shown
                m_errors.insert(field, done.error().text);
                Q_EMIT changed();
                return;
            }
            m_errors.remove(field);
            if (!done->undoToken.isEmpty())
                m_undo.say(said, done->undoToken);
            Q_EMIT changed();
        });
}

void RecordModel::set(const QString& field, const QString& text)
{
    if (m_state != State::Ready)
        return;
    if (text.trimmed() == m_view.fields.value(field).toString()) {
        if (m_errors.remove(field) > 0)
            Q_EMIT changed();
        return;
    }
    edit(field, text, tr("%1 is changed").arg(m_view.name));
}

void RecordModel::setOwner(const QString& ownerId)
{
    edit(QStringLiteral("ownerId"), ownerId, tr("%1 has another owner").arg(m_view.name));
}

void RecordModel::setRole(const QString& role, bool on)
{
    auto roles = m_view.roles;
    roles.removeAll(role);
    if (on)
        roles += role;
    edit(QStringLiteral("roles"), roles, tr("The roles of %1 are changed").arg(m_view.name));
}

void RecordModel::setOptedOut(bool on)
{
    edit(QStringLiteral("optedOut"), on,
        on ? tr("%1 gets no messages from now on").arg(m_view.name)
           : tr("%1 may be written to again").arg(m_view.name));
}

void RecordModel::setScore(const QString& key, int value)
{
    edit(key, std::clamp(value, 0, 10), tr("The score of %1 is set by hand").arg(m_view.name));
}

void RecordModel::clearScore(const QString& key)
{
    edit(key, {}, tr("The score of %1 is computed again").arg(m_view.name));
}

}
