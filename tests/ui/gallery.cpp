// SPDX-License-Identifier: AGPL-3.0-or-later
// Renders the pages over the sample source in memory, to lay them beside the drawn screens: ui_gallery DIR [deals]
#include "app/shell/desktop.hpp"
#include "app/shell/pictures.hpp"
#include "tests/ui/sample_source.hpp"
#include <QGuiApplication>

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
    return takePictures(desktop, QString::fromLocal8Bit(argc > 1 ? argv[1] : "pictures")) ? 0 : 1;
}
