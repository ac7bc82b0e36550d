// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/language.hpp"
#include "app/paint/icon_shapes.hpp"
#include "app/shell/clean_end.hpp"
#include "app/shell/desktop.hpp"
#include "app/shell/gallery.hpp"
#include "app/shell/measure.hpp"
#include "app/shell/notifier.hpp"
#include "app/shell/options.hpp"
#include "app/shell/pictures.hpp"
#include "app/shell/restart.hpp"
#include "app/shell/scale.hpp"
#include "app/shell/session_memory.hpp"
#include "app/shell/single_instance.hpp"
#include "app/shell/speech.hpp"
#include "app/shell/tray.hpp"
#include "app/shell/trouble.hpp"
#include "app/shell/window_memory.hpp"
#include "app/source/engine_source.hpp"
#include "app/source/heap.hpp"
#include <QGuiApplication>
#include <QIcon>
#include <QPainter>
#include <QScopeGuard>
#include <algorithm>
#include <array>
#include <cstdio>

using namespace agentarmy::app;

namespace {

/// Pictures, figures and words need no display and no graphics card; what the user has set stands.
bool goWithoutDisplay(int argc, char** argv)
{
    bool without = false;
    constexpr std::array words {"--measure", "--help", "--help-all", "-h", "--version", "-v"};
    for (int i = 1; i < argc; ++i)
        if (qstrncmp(argv[i], "--screenshot", 12) == 0
            || std::ranges::any_of(words, [&](const char* word) { return qstrcmp(argv[i], word) == 0; })) {
            without = true;
            if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
                qputenv("QT_QPA_PLATFORM", "offscreen");
            if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
                qputenv("QT_QUICK_BACKEND", "software");
        }
    return without;
}

/// Of the desktop, for this start; programs that we start must not take it for theirs.
QString takeActivationToken()
{
    QString token;
    for (const auto* name : {"DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN"}) {
        const auto value = qEnvironmentVariable(name);
        token = value.isEmpty() || value.size() > OpenRequest::longestToken ? token : value;
        qunsetenv(name);
    }
    return token;
}

QIcon programIcon()
{
    QIcon icon;
    const auto palette = Palette::light();
    for (const int side : {16, 32, 48, 128}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintAgentMark(painter, QRectF(0, 0, side, side), palette.accent, palette.onAccent);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

}

/// One run; `again` becomes what to start, program first, if it asks for a new start by its code.
static int run(int argc, char** argv, QStringList& again)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    const bool withoutDisplay = goWithoutDisplay(argc, argv);
    if (!hasDisplay()) {
        std::fprintf(stderr,
            "agentarmy: there is no display to show a window on. Without one, --screenshot DIR writes pictures of the "
            "pages, "
            "and agentarmyctl does everything in a terminal.\n");
        return 1;
    }
    setScale(scaleOption(argc, argv).value_or(withoutDisplay ? 100 : rememberedScale()));
    prepareQuick();
    QGuiApplication application(argc, argv);
    QGuiApplication::setOrganizationName(QStringLiteral("AgentArmy"));
    QGuiApplication::setApplicationName(QStringLiteral("agentarmy"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Agent Army"));
    QGuiApplication::setApplicationVersion(QStringLiteral(AGENTARMY_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("agentarmy"));
    const auto options = readOptions(QGuiApplication::arguments());
    if (options.exitCode >= 0)
        return options.exitCode;

    const bool shown = options.measure || !options.screenshots.isEmpty();
    // Pictures and figures are the same on every machine, unless another language is asked for.
    const auto language = !options.language.isEmpty() ? options.language
        : shown                                       ? QStringLiteral("en")
                                                      : rememberedLanguage();
    if (!speak(languageFor(language, QLocale::system().uiLanguages())))
        std::fprintf(stderr, "agentarmy: the words of %s did not come with this program\n", qPrintable(language));
    const auto mode = options.mode.value_or(shown ? Theme::Mode::Light : rememberedMode());
    loadFonts();
    SingleInstance instance;
    if (!shown) {
        QGuiApplication::setWindowIcon(programIcon());
        const OpenRequest request {options.files, takeActivationToken()};
        auto outcome = instance.begin(options.data, request);
        if (outcome == SingleInstance::Outcome::Failed) {
            std::fprintf(stderr, "agentarmy: %s: %s\n", qPrintable(options.data), qPrintable(instance.problem()));
            const auto again = [&]() -> std::optional<QString> {
                outcome = instance.begin(options.data, request);
                return outcome == SingleInstance::Outcome::Failed ? instance.problem() : std::optional<QString>();
            };
            if (!showTrouble(mode, options.data, instance.problem(), again))
                return 1;
        }
        if (outcome == SingleInstance::Outcome::HandedOver)
            return 0;
    }
    bool wrote = false; // and what was typed became drafts once the source is gone
    const auto afterAll = qScopeGuard([&] {
        if (wrote)
            SessionMemory::draftsAreKept(options.data);
    });
    auto source = EngineSource::open(options.data);
    if (!source) {
        std::fprintf(stderr, "agentarmy: %s: %s\n", qPrintable(options.data), qPrintable(source.error().text));
        if (shown)
            return 1;
        const auto open = [&]() -> std::optional<QString> {
            source = EngineSource::open(options.data);
            return source ? std::optional<QString>() : source.error().text;
        };
        if (!showTrouble(mode, options.data, source.error().text, open))
            return 1;
    }
    Desktop desktop(**source);
    desktop.theme().setMode(mode);
    if (options.gallery && !shown)
        return showGallery(desktop) ? QGuiApplication::exec() : 1;
    // Figures are of the board; pictures begin where people begin.
    if (!desktop.show(options.measure ? QStringLiteral("deals")
                : shown               ? QStringLiteral("home")
                                      : SessionMemory::startPage(options.data))) {
        std::fprintf(stderr, "agentarmy: the window cannot be shown\n");
        return 1;
    }
    if (options.measure)
        return Measure(desktop, sinceStart).run() ? 0 : 1;
    if (!options.screenshots.isEmpty())
        return takePictures(desktop, options.screenshots) ? 0 : 1;
    const CleanEnd end;
    WindowMemory memory(desktop);
    memory.restore();
    SessionMemory session(desktop, options.data);
    session.resume();
    const Tray tray(desktop);
    const Notifier notifier(desktop, options.data, QDBusConnection::sessionBus());
    desktop.open(options.files);
    instance.answerWith([&](const OpenRequest& request) {
        desktop.comeToFront(request.activationToken);
        desktop.open(request.files);
    });
    (*source)->follow();
    (*source)->keepFresh(3000); // after the first board, which must not wait for it
    (*source)->keepMailboxes();
    const int code = QGuiApplication::exec();
    instance.answerWith([](const OpenRequest&) {}); // the window is gone
    wrote = true;
    if (code == Appearance::startAgainCode)
        again = QStringList(QCoreApplication::applicationFilePath())
            + argumentsAgain(QCoreApplication::arguments(), options.files);
    return code;
}

int main(int argc, char** argv)
{
    keepHeapSmall();
    QStringList again;
    const int code = run(argc, argv, again);
    if (again.isEmpty())
        return code;
    const auto program = again.takeFirst(); // now that window, workspace and locks are gone
    return startAgain(program, again) ? 0 : 1;
}
