// SPDX-License-Identifier: AGPL-3.0-or-later
// Renders the pages over the sample source in memory, to lay them beside the drawn screens: ui_sample_pictures DIR
// [deals]. The components by themselves are shown by agentarmy --gallery.
#include "app/shell/desktop.hpp"
#include "app/shell/pictures.hpp"
#include "tests/ui/sample_source.hpp"
#include <QGuiApplication>

namespace {

/// The steps of an import.
bool takeImport(agentarmy::app::Desktop& desktop, const QString& folder)
{
    auto& importing = *desktop.workspace().importing();
    const auto wait = [](int rounds) {
        for (int i = 0; i < rounds; ++i)
            QGuiApplication::processEvents(QEventLoop::AllEvents, 5);
    };
    const auto take = [&](const char* name) {
        wait(60);
        return desktop.window()->grabWindow().save(folder + u'/' + QLatin1String(name) + QStringLiteral(".png"));
    };
    QMetaObject::invokeMethod(desktop.shell(), "go", Q_ARG(QVariant, QStringLiteral("home")));
    desktop.window()->resize(1440, 900);
    desktop.theme().setMode(agentarmy::app::Theme::Mode::Light);
    QMetaObject::invokeMethod(desktop.shell(), "importFiles", Q_ARG(QVariant, QVariantList({QStringLiteral("/in")})));
    bool good = take("import-asks");
    importing.setDateOrder(QStringLiteral("dmy"));
    good = take("import-ready") && good;
    importing.start();
    good = take("import-done") && good;
    QMetaObject::invokeMethod(desktop.shell(), "closeImport", Q_ARG(QVariant, QVariant()));
    return good;
}

}

int main(int argc, char** argv)
{
    using namespace agentarmy::app;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    prepareQuick();
    QGuiApplication application(argc, argv);
    loadFonts();
    SampleSource source(argc > 2 ? atoi(argv[2]) : 0);
    Desktop desktop(source);
    if (!desktop.show())
        return 1;
    const auto folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : "pictures");
    return takePictures(desktop, folder) && takeImport(desktop, folder) ? 0 : 1;
}
