// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/pictures.hpp"
#include "app/shell/gallery.hpp"
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QThread>
#include <cstdio>
#include <functional>

namespace agentarmy::app {
namespace {

/// Lets answers of the worker come in and the scene settle: until `done`, at most `limit` ms.
bool settle(const std::function<bool()>& done, int limit = 5000)
{
    QElapsedTimer clock;
    clock.start();
    while (!done() && clock.elapsed() < limit) {
        QGuiApplication::processEvents(QEventLoop::AllEvents, 10);
        QThread::msleep(1);
    }
    for (int i = 0; i < 20; ++i) {
        QGuiApplication::processEvents(QEventLoop::AllEvents, 5);
        QThread::msleep(1);
    }
    return done();
}

class Album {
public:
    Album(Desktop& desktop, QString folder)
        : m_desktop(desktop)
        , m_folder(std::move(folder))
    {
    }

    bool page(const QString& name, const std::function<void()>& arrange, const std::function<bool()>& ready)
    {
        bool good = true;
        for (const auto size : {QSize(1440, 900), QSize(1100, 700)}) {
            // as on a screen of that many dots, whatever the scale
            m_desktop.window()->resize((QSizeF(size) / m_desktop.window()->devicePixelRatio()).toSize());
            settle([] { return true; });
            arrange();
            good = settle(ready) && good;
            for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
                m_desktop.theme().setMode(mode);
                settle([] { return true; });
                const auto file
                    = QStringLiteral("%1/%2-%3x%4-%5.png")
                          .arg(m_folder, name)
                          .arg(size.width())
                          .arg(size.height())
                          .arg(mode == Theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
                constexpr int smallest = 0; // of PNG's "quality": the most compression
                const auto picture = m_desktop.window()->grabWindow().convertToFormat(QImage::Format_RGB888);
                good = picture.save(file, "PNG", smallest) && good;
                std::printf("%s\n", qPrintable(file));
            }
        }
        if (!good)
            std::fprintf(stderr, "agentarmy: the picture of %s is not complete\n", qPrintable(name));
        return good;
    }

private:
    Desktop& m_desktop;
    QString m_folder;
};

/// Open deals, those with the most proof first.
std::vector<DealCard> richestDeals(const DealBoardModel& board)
{
    std::vector<DealCard> cards;
    for (const auto stage :
        {Stage::Evaluation, Stage::Negotiation, Stage::Qualification, Stage::Discovery, Stage::Prospecting})
        for (const auto& card : board.column(stage).rows())
            cards.push_back(card);
    std::ranges::stable_sort(cards, std::greater(), &DealCard::identified);
    return cards;
}

/// The deal with most to show: much proof, and a draft that waits.
QString richestDeal(DealDetailModel& deal, const std::vector<DealCard>& cards)
{
    constexpr size_t looked = 12;
    for (size_t i = 0; i < std::min(looked, cards.size()); ++i) {
        deal.load(cards[i].id);
        settle([&] { return deal.state() != DealDetailModel::State::Loading; });
        if (!deal.advice().value(QStringLiteral("draftText")).toString().isEmpty())
            return cards[i].id;
    }
    return cards.empty() ? QString() : cards.front().id;
}

/// A deal whose next step up lacks proof, to show what a drag says: one at the upper end of its column, so that the
/// slot that it leaves is seen.
QString dealToDrag(const DealBoardModel& board, const std::vector<DealCard>& cards)
{
    constexpr int seen = 3;
    for (const auto& card : cards)
        if (card.identified > 0 && card.identified < 6 && card.stage < Stage::Negotiation
            && board.column(card.stage).rowOf(card.id) < seen)
            return card.id;
    return cards.empty() ? QString() : cards.front().id;
}

/// The gallery of components, whole and with a dialog over it.
bool takeGallery(Desktop& desktop, const QString& folder)
{
    auto* window = showGallery(desktop);
    bool good = window != nullptr;
    if (good)
        window->setHeight(window->property("contentHeight").toInt());
    for (const bool dialog : {false, true})
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            desktop.theme().setMode(mode);
            QMetaObject::invokeMethod(window, "showDialog", Q_ARG(QVariant, dialog));
            settle([] { return true; });
            const auto file = QStringLiteral("%1/gallery%2-%3.png")
                                  .arg(folder, dialog ? QStringLiteral("-dialog") : QString(),
                                      mode == Theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
            good = good && window->grabWindow().convertToFormat(QImage::Format_RGB888).save(file, "PNG", 0);
            std::printf("%s\n", qPrintable(file));
        }
    if (window)
        window->close();
    return good;
}

}

bool takePictures(Desktop& desktop, const QString& folder)
{
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "agentarmy: cannot make the folder %s\n", qPrintable(folder));
        return false;
    }
    auto& workspace = desktop.workspace();
    auto& board = *workspace.board();
    auto& deal = *workspace.deal();
    desktop.theme().setStill(true);
    Album album(desktop, folder);
    const auto call = [&](const char* method, const QVariant& argument) {
        QMetaObject::invokeMethod(desktop.shell(), method, Q_ARG(QVariant, argument));
    };
    const auto& home = *workspace.home();
    bool good = album.page(
        QStringLiteral("home"), [] {}, [&] { return home.state() != HomeModel::State::Loading; });
    good &= album.page(
        QStringLiteral("deals"), [&] { call("go", QStringLiteral("deals")); },
        [&] { return board.state() != DealBoardModel::State::Loading; });
    if (board.state() != DealBoardModel::State::Ready)
        return good;
    const auto cards = richestDeals(board);
    const auto id = richestDeal(deal, cards);
    good &= album.page(
        QStringLiteral("deals-drag"), [&] { call("showDrag", dealToDrag(board, cards)); },
        [&] { return board.hasAnswers(); });
    call("hideDrag", {});
    good &= album.page(
        QStringLiteral("deals-move"), [&] { call("showMove", dealToDrag(board, cards)); },
        [&] { return board.hasAnswers(); });
    call("hideMove", {});
    good &= album.page(
        QStringLiteral("deal"), [&] { call("openDeal", id); },
        [&] { return deal.state() == DealDetailModel::State::Ready; });
    const auto asked = std::ranges::find_if(cards, [](const DealCard& card) {
        return std::ranges::any_of(card.badges, [](const CardBadge& badge) { return badge.tone == Theme::Accent; });
    });
    if (asked != cards.end())
        good &= album.page(
            QStringLiteral("deal-check"), [&] { call("openDeal", asked->id); },
            [&] { return deal.dealId() == asked->id && deal.state() == DealDetailModel::State::Ready; });
    call("openDeal", id);
    settle([&] { return deal.state() == DealDetailModel::State::Ready; });
    for (const auto* tab : {"people", "plan", "messages", "meetings", "history"})
        good &= album.page(
            QStringLiteral("deal-") + QLatin1String(tab), [&] { call("showTab", QString::fromLatin1(tab)); },
            [] { return true; });
    good &= album.page(
        QStringLiteral("table"),
        [&] {
            call("go", QStringLiteral("deals"));
            workspace.table()->setShown(true);
        },
        [] { return true; });
    workspace.table()->setShown(false);
    good &= album.page(
        QStringLiteral("months"), [&] { workspace.groups()->setShown(true); }, [] { return true; });
    workspace.groups()->setShown(false);
    auto& conversation = *workspace.conversation();
    good &= album.page(
        QStringLiteral("conversations"), [&] { call("go", QStringLiteral("conversations")); },
        [&] {
            return conversation.state() == ConversationModel::State::Ready
                || workspace.conversations()->state() == ConversationsModel::State::Empty;
        });
    auto& compose = *workspace.compose();
    compose.reply(conversation.conversationId(), conversation.replyTo(), {});
    good &= album.page(
        QStringLiteral("compose"), [] {}, [&] { return compose.active(); });
    compose.discard();
    QVariantMap spoken;
    for (const auto* dimension : {"decision_criteria", "pain", "champion", "metrics", "need", "timeline", "budget"})
        for (const auto& quote : deal.quotesOf(QString::fromLatin1(dimension)))
            if (const auto map = quote.toMap();
                spoken.isEmpty() && map.value(QStringLiteral("source")).toString().contains(u':'))
                spoken = map;
    if (!spoken.isEmpty())
        good &= album.page(
            QStringLiteral("transcript"), [&] { call("openQuote", spoken); },
            [&] { return conversation.state() == ConversationModel::State::Ready && conversation.markRow() >= 0; });
    good &= album.page(
        QStringLiteral("import"), [&] { call("importFiles", QVariantList()); }, [] { return true; });
    call("closeImport", {});
    auto& settings = *workspace.settings();
    good &= album.page(
        QStringLiteral("settings"), [&] { call("go", QStringLiteral("settings")); },
        [&] { return settings.state() == SettingsModel::State::Ready; });
    for (const auto* section : {"voice", "looks", "notifications", "data"})
        good &= album.page(
            QStringLiteral("settings-") + QLatin1String(section),
            [&] {
                QMetaObject::invokeMethod(desktop.shell(), "resume", Q_ARG(QVariant, QStringLiteral("settings")),
                    Q_ARG(QVariant, QString()), Q_ARG(QVariant, QString::fromLatin1(section)));
            },
            [&] { return workspace.persona()->state() != PersonaModel::State::Loading || *section != 'v'; });
    auto& accounts = *workspace.accounts();
    auto& record = *workspace.record();
    good &= album.page(
        QStringLiteral("accounts"), [&] { call("go", QStringLiteral("accounts")); },
        [&] { return record.state() == RecordModel::State::Ready || accounts.state() == AccountsModel::State::Empty; });
    const auto& people = accounts.book().people;
    const auto met = std::ranges::max_element(people, {}, &PersonRowView::lastAt);
    if (met != people.end())
        good &= album.page(
            QStringLiteral("person"),
            [&] {
                QMetaObject::invokeMethod(
                    desktop.shell(), "openRecord", Q_ARG(QVariant, QStringLiteral("person")), Q_ARG(QVariant, met->id));
            },
            [&] { return record.recordId() == met->id && record.state() == RecordModel::State::Ready; });
    accounts.setView(AccountsModel::Pairs);
    if (accounts.count() > 0)
        good &= album.page(
            QStringLiteral("duplicates"), [] {}, [] { return true; });
    accounts.setView(AccountsModel::Accounts);
    auto& insights = *workspace.insights();
    good &= album.page(
        QStringLiteral("insights"), [&] { call("go", QStringLiteral("insights")); },
        [&] { return insights.state() != InsightsModel::State::Loading; });
    auto& approvals = *workspace.approvals();
    good &= album.page(
        QStringLiteral("approvals"), [&] { call("go", QStringLiteral("approvals")); },
        [&] { return approvals.state() != ApprovalsModel::State::Loading; });
    good &= album.page(
        QStringLiteral("search"),
        [&] {
            call("go", QStringLiteral("deals"));
            call("showSearch", board.cardOf(id).account.left(4));
        },
        [] { return true; });
    call("hideSearch", {});
    return takeGallery(desktop, folder) && good; // its toast would stand in the other pictures
}

}
