// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/home_model.hpp"
#include "app/format/read_input.hpp"
#include "app/models/approvals_model.hpp"
#include "app/models/view_lists.hpp"
#include "app/theme/theme.hpp"
#include <cmath>

namespace agentarmy::app {
namespace {
constexpr qint64 hourMs = 3'600'000;
constexpr size_t fewActions = 5; ///< at first sight; the rest is one click away
constexpr int settleMs = 300; ///< an import writes much at once

qint64 waitedMs(const HomeActionView& row)
{
    return row.waitingSince.isValid() ? row.waitingSince.msecsTo(QDateTime::currentDateTime()) : -1;
}

/// With one key: not what a check holds back, and not what the agent gave to a person to read.
bool canApprove(const HomeActionView& row)
{
    return !row.draftId.isEmpty() && !row.blocked && row.kind != HomeActionView::Kind::TakeOver;
}

QString iconOf(const HomeActionView& row)
{
    switch (row.kind) {
    case HomeActionView::Kind::Answer:
        return QStringLiteral("corner-up-left");
    case HomeActionView::Kind::Write:
        return channelIcon(row.channel);
    case HomeActionView::Kind::FollowUp:
        return QStringLiteral("clock");
    case HomeActionView::Kind::Call:
        return QStringLiteral("phone");
    case HomeActionView::Kind::TakeOver:
        return QStringLiteral("user");
    }
    return {};
}

QString titleOf(const HomeActionView& row)
{
    switch (row.kind) {
    case HomeActionView::Kind::Answer:
        return row.subject.isEmpty() ? HomeModel::tr("Answer %1").arg(row.person)
                                     : HomeModel::tr("Answer %1 on “%2”").arg(row.person, row.subject);
    case HomeActionView::Kind::Write:
        return HomeModel::tr("Write to %1").arg(row.person);
    case HomeActionView::Kind::FollowUp:
        return HomeModel::tr("Follow up with %1").arg(row.person);
    case HomeActionView::Kind::Call:
        return HomeModel::tr("Propose a call to %1").arg(row.person);
    case HomeActionView::Kind::TakeOver:
        return HomeModel::tr("Answer %1 yourself").arg(row.person);
    }
    return {};
}

QString deedIcon(DeedView::Kind kind)
{
    switch (kind) {
    case DeedView::Kind::Drafted:
        return QStringLiteral("pen-line");
    case DeedView::Kind::HeldBack:
        return QStringLiteral("shield-alert");
    case DeedView::Kind::Filled:
        return QStringLiteral("gauge");
    case DeedView::Kind::Moved:
        return QStringLiteral("arrow-right");
    case DeedView::Kind::Found:
        return QStringLiteral("square-kanban");
    case DeedView::Kind::Escalated:
        return QStringLiteral("user");
    case DeedView::Kind::Planned:
        return QStringLiteral("circle-check");
    }
    return {};
}

QString counted(int count, const QString& one, const QString& many) { return count == 1 ? one : many.arg(count); }

QString deedTitle(const DeedView& deed)
{
    switch (deed.kind) {
    case DeedView::Kind::Drafted:
        return counted(deed.count, HomeModel::tr("Drafted an answer"), HomeModel::tr("Drafted %1 answers"));
    case DeedView::Kind::HeldBack:
        return counted(deed.count, HomeModel::tr("Held back one draft"), HomeModel::tr("Held back %1 drafts"));
    case DeedView::Kind::Filled:
        return counted(
            deed.count, HomeModel::tr("Filled a qualification field"), HomeModel::tr("Filled %1 qualification fields"));
    case DeedView::Kind::Moved:
        return HomeModel::tr("Moved a deal to %1").arg(deed.stage);
    case DeedView::Kind::Found:
        return counted(deed.count, HomeModel::tr("Found a deal"), HomeModel::tr("Found %1 deals"));
    case DeedView::Kind::Escalated:
        return counted(deed.count, HomeModel::tr("Asked for a person"), HomeModel::tr("Asked for a person %1 times"));
    case DeedView::Kind::Planned:
        return counted(deed.count, HomeModel::tr("Wrote down a step"), HomeModel::tr("Wrote down %1 steps"));
    }
    return {};
}

QString deedLine(const DeedView& deed)
{
    auto line = deed.names.join(QStringLiteral(", "));
    if (deed.more > 0 && !line.isEmpty())
        line = HomeModel::tr("%1 and %2 more").arg(line).arg(deed.more);
    return line;
}

std::vector<HomeActionModel::Role> actionRoles(const Formats& formats)
{
    using Row = HomeActionView;
    return {{"rowId", [](const Row& row) { return row.id; }}, {"iconName", [](const Row& row) { return iconOf(row); }},
        {"title", [](const Row& row) { return titleOf(row); }},
        {"line",
            [](const Row& row) {
                return dotted({row.account, row.deal, row.stage});
            }},
        {"shortLine", // of one that is not open: who, and why
            [](const Row& row) {
                return dotted({row.account, row.why.isEmpty() ? row.deal : row.why});
            }},
        {"amount", [&formats](const Row& row) { return row.amount.isSet() ? formats.money(row.amount) : QString(); }},
        {"when",
            [&formats](const Row& row) {
                return row.waitingSince.isValid() ? HomeModel::tr("waiting on us %1").arg(formats.waited(waitedMs(row)))
                                                  : QString();
            }},
        {"tone", [](const Row& row) { return waitTone(row.waitingSince); }},
        {"exact",
            [&formats](
                const Row& row) { return row.waitingSince.isValid() ? formats.exact(row.waitingSince) : QString(); }},
        {"why", [](const Row& row) { return row.why.isEmpty() ? row.what : row.why; }},
        {"quote", [](const Row& row) { return row.quote.text; }},
        {"quoteSource", [](const Row& row) { return row.quote.sourceText; }},
        {"canApprove", [](const Row& row) { return canApprove(row); }},
        {"hasDraft", [](const Row& row) { return !row.draftId.isEmpty(); }},
        {"warnings", [](const Row& row) { return row.warnings; }},
        {"blocked", [](const Row& row) { return row.blocked; }}};
}
}

HomeModel::HomeModel(
    WorkspaceSource& source, UndoLog& undo, ApprovalsModel& approvals, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_approvals(approvals)
    , m_formats(formats)
    , m_actions(std::make_unique<HomeActionModel>(actionRoles(formats)))
{
    m_attention = std::make_unique<AttentionModel>(
        std::vector<AttentionModel::Role> {{"rowId", [](const AttentionView& row) { return row.id; }},
            {"account", [](const AttentionView& row) { return row.card.account; }},
            {"name", [](const AttentionView& row) { return row.card.name; }},
            {"reason", [](const AttentionView& row) { return row.reason; }},
            {"amount",
                [this](const AttentionView& row) {
                    return row.card.amount.isSet() ? m_formats.money(row.card.amount) : QString();
                }},
            {"ring",
                [](const AttentionView& row) {
                    QList<double> values;
                    for (const auto value : row.card.ring)
                        values += double(value);
                    return QVariant::fromValue(values);
                }},
            {"identified", [](const AttentionView& row) { return row.card.identified; }},
            {"badge",
                [](const AttentionView& row) {
                    return row.card.badges.empty() ? QString() : row.card.badges.front().text;
                }},
            {"badgeTone",
                [](const AttentionView& row) { return row.card.badges.empty() ? 0 : row.card.badges.front().tone; }}});
    m_deeds = std::make_unique<DeedModel>(
        std::vector<DeedModel::Role> {{"rowId", [](const DeedView& row) { return row.id; }},
            {"iconName", [](const DeedView& row) { return deedIcon(row.kind); }},
            {"title", [](const DeedView& row) { return deedTitle(row); }},
            {"line", [](const DeedView& row) { return deedLine(row); }},
            {"warns", [](const DeedView& row) { return row.kind == DeedView::Kind::HeldBack; }},
            {"dealId", [](const DeedView& row) { return row.dealId; }},
            {"page",
                [](const DeedView& row) { // where a click goes
                    return !row.dealId.isEmpty() ? QStringLiteral("deal")
                        : row.kind == DeedView::Kind::Drafted || row.kind == DeedView::Kind::HeldBack
                        ? QStringLiteral("approvals")
                        : row.kind == DeedView::Kind::Escalated ? QStringLiteral("conversations")
                                                                : QStringLiteral("deals");
                }},
            {"when", [this](const DeedView& row) { return m_formats.stamp(row.at, QDateTime::currentDateTime()); }},
            {"exact", [this](const DeedView& row) { return m_formats.exact(row.at); }}});
    m_soon.setSingleShot(true);
    m_soon.setInterval(settleMs);
    connect(&m_soon, &QTimer::timeout, this, &HomeModel::load);
    const auto again = [this] {
        if (m_asked)
            m_soon.start();
    };
    connect(&source, &WorkspaceSource::boardChanged, this, again);
    connect(&source, &WorkspaceSource::dealChanged, this, again);
    connect(&source, &WorkspaceSource::approvalsChanged, this, again);
    connect(&source, &WorkspaceSource::conversationsChanged, this, again);
    m_name = source.viewer().name;
    connect(&source, &WorkspaceSource::workspaceChanged, this, [this] {
        m_name = m_source.viewer().name;
        Q_EMIT changed();
    });
}

void HomeModel::load()
{
    m_asked = true;
    m_source.home().then(this, [this](Answer<HomeView> answer) {
        m_problem = answer ? QString() : answer.error().text;
        if (answer)
            show(std::move(*answer));
        else if (m_state != State::Ready)
            m_state = State::Failed;
        Q_EMIT changed();
        Q_EMIT currentChanged();
    });
}

void HomeModel::show(HomeView view)
{
    m_view = std::move(view);
    const int before = std::max(0, m_actions->rowOf(m_current));
    showActions();
    m_attention->show(m_view.attention);
    m_deeds->show(m_view.deeds);
    m_state = m_view.empty ? State::Empty : State::Ready;
    if (!find(m_current)) {
        const int count = m_actions->rowCount();
        m_current = count > 0 ? m_actions->at(std::min(before, count - 1)).id : QString();
    }
}

void HomeModel::showActions()
{
    auto rows = m_view.actions;
    if (!m_all && rows.size() > fewActions)
        rows.resize(fewActions);
    m_actions->show(std::move(rows));
}

void HomeModel::setAll(bool all)
{
    if (all == m_all)
        return;
    m_all = all;
    showActions();
    if (!find(m_current) && m_actions->rowCount() > 0)
        m_current = m_actions->at(0).id;
    Q_EMIT changed();
    Q_EMIT currentChanged();
}

const HomeActionView* HomeModel::find(const QString& id) const
{
    const int row = m_actions->rowOf(id);
    return row < 0 ? nullptr : &m_actions->at(row);
}

QString HomeModel::greeting() const
{
    constexpr int noon = 12, evening = 18, night = 4;
    const auto hour = QTime::currentTime().hour();
    const auto first = m_name.section(u' ', 0, 0);
    const auto words = hour >= night && hour < noon ? tr("Good morning")
        : hour >= noon && hour < evening            ? tr("Good afternoon")
                                                    : tr("Good evening");
    return first.isEmpty() ? words : tr("%1, %2").arg(words, first);
}

QString HomeModel::summary() const
{
    auto text = m_formats.weekday(QDate::currentDate()) + u'.';
    if (m_state != State::Ready)
        return text;
    if (m_view.actionCount == 0)
        return tr("%1 Nothing waits: every next step is theirs.").arg(text);
    const auto sums = sumsOf(m_view.moved);
    const auto number = m_formats.locale().toString(m_view.actionCount);
    QString actions = sums.empty()
        ? counted(m_view.actionCount, tr("One action waits"), tr("%1 actions wait")).arg(number)
        : counted(m_view.actionCount, tr("One action moves %2"), tr("%1 actions move %2"))
              .replace(QStringLiteral("%1"), number)
              .replace(QStringLiteral("%2"), m_formats.shortSums(sums));
    const auto late
        = std::ranges::count_if(m_view.actions, [](const auto& row) { return waitedMs(row) >= lateHours * hourMs; });
    if (late > 0)
        actions = tr("%1; %2").arg(actions,
            counted(int(late), tr("one customer has waited for more than a day"),
                tr("%1 customers have waited for more than a day")));
    return tr("%1 %2.").arg(text, actions);
}

QVariantList HomeModel::gauges() const
{
    QVariantList list;
    for (const auto& gauge : m_view.gauges) {
        const auto words = [&](double value) {
            return gauge.currency.isEmpty() ? m_formats.locale().toString(qint64(std::llround(value)))
                                            : m_formats.shortMoney({qint64(std::llround(value)), gauge.currency});
        };
        const bool aims = gauge.target >= 0;
        const auto name = gauge.type == QLatin1String("revenue") ? tr("Closed")
            : gauge.type == QLatin1String("activity")            ? tr("Mails and meetings")
                                                                 : tr("Open pipeline");
        QStringList tip {aims ? tr("%1 of %2").arg(words(gauge.current), words(gauge.target)) : words(gauge.current)};
        if (gauge.pace >= 0 && aims)
            tip += gauge.tone == Theme::Good ? tr("on pace")
                                             : tr("behind the pace of %1").arg(m_formats.percent(gauge.pace));
        if (gauge.forecast >= 0 && aims)
            tip += tr("at this pace %1").arg(words(gauge.forecast));
        if (!gauge.beside.isEmpty())
            tip += tr("beside it %1").arg(gauge.beside);
        QString targetText;
        if (aims)
            targetText = gauge.currency.isEmpty()
                ? m_formats.locale().toString(qint64(std::llround(gauge.target)))
                : m_formats.money({qint64(std::llround(gauge.target)), gauge.currency});
        list += QVariantMap {{QStringLiteral("type"), gauge.type}, {QStringLiteral("name"), name},
            {QStringLiteral("value"),
                aims && gauge.type != QLatin1String("activity")
                    ? m_formats.percent(gauge.target > 0 ? gauge.current / gauge.target : 0)
                    : words(gauge.current)},
            {QStringLiteral("of"),
                !aims ? tr("no target")
                    : gauge.type == QLatin1String("activity")
                    ? tr("of %1").arg(words(gauge.target))
                    : tr("%1 of %2").arg(words(gauge.current), words(gauge.target))},
            {QStringLiteral("share"), gauge.share}, {QStringLiteral("pace"), gauge.pace},
            {QStringLiteral("tone"), gauge.tone}, {QStringLiteral("tip"), tip.join(QStringLiteral("; "))},
            {QStringLiteral("hasTarget"), aims}, {QStringLiteral("targetText"), targetText}};
    }
    return list;
}

QString HomeModel::periodName() const
{
    constexpr int monthsOfQuarter = 3;
    switch (m_view.periodStart.isValid() ? (m_view.periodStart.month() - 1) / monthsOfQuarter : -1) {
    case 0:
        return tr("First quarter");
    case 1:
        return tr("Second quarter");
    case 2:
        return tr("Third quarter");
    case 3:
        return tr("Fourth quarter");
    default:
        return {};
    }
}

QString HomeModel::periodLeft() const { return counted(m_view.daysLeft, tr("1 day left"), tr("%1 days left")); }

QString HomeModel::scope() const { return m_view.ownOnly ? QString() : tr("of everybody"); }

QString HomeModel::deedsTitle() const
{
    if (!m_view.since.isValid())
        return tr("What the agent did");
    const auto today = QDate::currentDate();
    const auto day = m_view.since.date();
    const auto time = m_formats.time(m_view.since);
    if (day == today)
        return tr("Since you left at %1").arg(time);
    if (day == today.addDays(-1))
        return tr("Since you left yesterday, %1").arg(time);
    return tr("Since you left on %1").arg(m_formats.day(day, today));
}

QVariantMap HomeModel::current() const { return detail(m_current); }

QVariantMap HomeModel::detail(const QString& id) const
{
    const auto* row = find(id);
    if (!row)
        return {};
    return {{QStringLiteral("draftId"), row->draftId}, {QStringLiteral("dealId"), row->dealId},
        {QStringLiteral("conversationId"), row->conversationId}, {QStringLiteral("quote"), toMap(row->quote)},
        {QStringLiteral("canApprove"), canApprove(*row)}};
}

void HomeModel::select(const QString& id)
{
    if (id == m_current)
        return;
    m_current = id;
    Q_EMIT currentChanged();
}

void HomeModel::step(int by)
{
    if (by > 0 && m_actions->rowOf(m_current) + 1 == m_actions->rowCount())
        setAll(true);
    if (m_actions->rowCount() > 0)
        select(m_actions->at(std::clamp(m_actions->rowOf(m_current) + by, 0, m_actions->rowCount() - 1)).id);
}

void HomeModel::approve(const QString& id)
{
    if (const auto* row = find(id); row && canApprove(*row))
        m_approvals.approveDraft(row->draftId);
}

void HomeModel::notNow(const QString& id)
{
    const auto* row = find(id);
    if (!row)
        return;
    constexpr int morning = 8;
    const QDateTime until(QDate::currentDate().addDays(1), QTime(morning, 0));
    const auto person = row->person;
    m_source.snooze(row->conversationId, until).then(this, [this, person](const Answer<Receipt>& answer) {
        if (!answer)
            return m_undo.complain(answer.error().text);
        m_undo.say(tr("%1 comes back tomorrow at %2")
                       .arg(person, m_formats.locale().toString(QTime(8, 0), QLocale::ShortFormat)),
            answer->undoToken);
    });
}

bool HomeModel::setTarget(const QString& type, const QString& text)
{
    const auto gauge = std::ranges::find(m_view.gauges, type, &GaugeView::type);
    if (gauge == m_view.gauges.end())
        return false;
    std::optional<double> target;
    if (!text.trimmed().isEmpty()) {
        const auto currency = gauge->currency.isEmpty() ? m_source.viewer().currency : gauge->currency;
        const auto read = readMoney(text, m_formats.locale(), currency);
        if (!read || read->minor <= 0 || read->currency != currency)
            return false;
        target = gauge->currency.isEmpty() ? double(read->minor) / std::pow(10, minorDigits(currency))
                                           : double(read->minor);
    }
    m_source.setTarget(type, target).then(this, [this](const Answer<Receipt>& answer) {
        if (!answer)
            return m_undo.complain(answer.error().text);
        m_undo.say(tr("Target changed"), answer->undoToken);
        load();
    });
    return true;
}

}
