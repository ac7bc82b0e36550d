// SPDX-License-Identifier: AGPL-3.0-or-later
// Renders the pages while they wait for their data, after it failed, and with nothing in them: ui_state_pictures DIR
#include "app/shell/desktop.hpp"
#include "tests/ui/sample_source.hpp"
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QThread>
#include <array>
#include <cstdio>

using namespace agentarmy::app;

namespace {

constexpr std::array pages {"home", "deals", "deal", "conversations", "accounts", "approvals", "insights", "settings"};
constexpr std::array calls {"home", "board", "deal", "conversations", "conversation", "accountBook", "record",
    "approvals", "insights", "settings", "card"};

void settle(int ms)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < ms) {
        QGuiApplication::processEvents(QEventLoop::AllEvents, 10);
        QThread::msleep(2);
    }
}

/// Each page in a window of its own, so that nothing of another one is still there.
bool take(const QString& state, const QString& folder, const std::function<void(SampleSource&)>& arrange)
{
    bool good = true;
    for (const auto* page : pages) {
        SampleSource source;
        arrange(source);
        Desktop desktop(source);
        desktop.theme().setStill(true);
        const bool deal = qstrcmp(page, "deal") == 0;
        if (!desktop.show(QString::fromLatin1(deal ? "deals" : page)))
            return false;
        if (deal)
            QMetaObject::invokeMethod(desktop.shell(), "openDeal", Q_ARG(QVariant, QStringLiteral("nordwind")));
        settle(desktop.theme().skeletonDelay + 250);
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            desktop.theme().setMode(mode);
            settle(60);
            const auto file = QStringLiteral("%1/%2-%3-%4.png")
                                  .arg(folder, QString::fromLatin1(page), state,
                                      mode == Theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
            good = desktop.window()->grabWindow().save(file) && good;
            std::printf("%s\n", qPrintable(file));
        }
    }
    return good;
}

}

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    prepareQuick();
    QGuiApplication application(argc, argv);
    loadFonts();
    const auto folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : "states");
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "ui_state_pictures: cannot make the folder %s\n", qPrintable(folder));
        return 1;
    }
    bool good = take(QStringLiteral("loading"), folder, [](SampleSource& source) { source.hang(true); });
    good = take(QStringLiteral("empty"), folder, [](SampleSource& source) { source.clear(); }) && good;
    good = take(QStringLiteral("error"), folder, [](SampleSource& source) {
        for (const auto* call : calls)
            source.fail(
                QString::fromLatin1(call), QStringLiteral("The workspace cannot be read: the disk does not answer."));
    }) && good;
    return good ? 0 : 1;
}
