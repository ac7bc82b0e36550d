// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/gallery.hpp"
#include "app/view/deal_card.hpp"

namespace agentarmy::app {
namespace {

DealCard healthyCard()
{
    DealCard card;
    card.id = QStringLiteral("gallery-1");
    card.account = QStringLiteral("Nordwind Logistics"), card.name = QStringLiteral("Fleet planning rollout");
    card.amount = {18'400'000, QStringLiteral("EUR")};
    card.closeDate = QDate::currentDate().addDays(30);
    card.stage = Stage::Evaluation;
    card.ring = {0.9, 0.35, 0.9, 0.5, 0.9, 0.85}, card.identified = 5;
    card.daysInStage = 18, card.usualDays = 45;
    card.ownerName = QStringLiteral("Lena Hartmann"), card.ownerInitials = QStringLiteral("LH");
    card.nextAction = QStringLiteral("Answer on phasing"), card.nextKind = NextKind::Answer;
    return card;
}

DealCard lateCard()
{
    auto card = healthyCard();
    card.id = QStringLiteral("gallery-2");
    card.account = QStringLiteral("Quarrydale Cement"), card.name = QStringLiteral("Truck turn times");
    card.amount = {11'200'000, QStringLiteral("EUR")};
    card.closeDate = QDate::currentDate().addDays(-12);
    card.badges = {{QStringLiteral("Overdue"), Theme::Bad}, {QStringLiteral("Stuck"), Theme::Warn}};
    card.ownerName = QStringLiteral("Tom Sanders"), card.ownerInitials = QStringLiteral("TS");
    card.nextAction.clear(), card.nextKind = NextKind::None;
    return card;
}

}

QQuickWindow* showGallery(Desktop& desktop)
{
    auto& engine = desktop.engine();
    auto* undo = desktop.workspace().undo();
    undo->say(QStringLiteral("Approved. The mail to Amara Osei leaves in 8 s"), QStringLiteral("gallery"));
    engine.setInitialProperties({{QStringLiteral("undo"), QVariant::fromValue(undo)},
        {QStringLiteral("cards"), QVariantList {QVariant::fromValue(healthyCard()), QVariant::fromValue(lateCard())}}});
    const auto before = engine.rootObjects().size();
    engine.load(QUrl(QStringLiteral("qrc:/AgentArmy/qml/gallery/GalleryWindow.qml")));
    auto* window
        = engine.rootObjects().size() > before ? qobject_cast<QQuickWindow*>(engine.rootObjects().last()) : nullptr;
    if (window)
        window->show();
    return window;
}

}
