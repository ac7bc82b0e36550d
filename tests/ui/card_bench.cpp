// SPDX-License-Identifier: AGPL-3.0-or-later
// What painting one deal card costs: ui_card_bench [rounds]
#include "app/paint/deal_card_item.hpp"
#include "app/theme/type_scale.hpp"
#include "tests/ui/sample_source.hpp"
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPainter>
#include <cstdio>

int main(int argc, char** argv)
{
    using namespace agentarmy::app;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    loadFonts();
    Theme theme(nullptr);
    const auto deals = sampleDeals();
    DealCardItem item;
    item.setTheme(&theme);
    item.setGround(theme.column);
    item.setSize({220, 142});
    QPixmap pixmap(220, 142);
    const int rounds = argc > 1 ? atoi(argv[1]) : 40;
    for (const bool warm : {true, false}) {
        QElapsedTimer clock;
        clock.start();
        for (int round = 0; round < (warm ? 1 : rounds); ++round)
            for (const auto& deal : deals) {
                item.setCard(deal);
                QPainter painter(&pixmap);
                item.paint(&painter);
            }
        if (!warm)
            std::printf(
                "%.1f us per card\n", double(clock.nsecsElapsed()) / 1e3 / double(rounds) / double(deals.size()));
    }
    return 0;
}
