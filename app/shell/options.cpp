// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/options.hpp"
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>
#include <cstdio>

namespace agentarmy::app {

Options readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Agent Army: an AI sales team-mate on your desk."));
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    const QCommandLineOption data(
        QStringLiteral("data"), QStringLiteral("Folder of the workspace."), QStringLiteral("DIR"));
    const QCommandLineOption pictures(QStringLiteral("screenshot"),
        QStringLiteral("Write a picture of every page into DIR and quit."), QStringLiteral("DIR"));
    const QCommandLineOption measure(QStringLiteral("measure"),
        QStringLiteral("Print start, first board frame, frame times and memory as JSON and quit."));
    const QCommandLineOption theme(
        QStringLiteral("theme"), QStringLiteral("light, dark or system."), QStringLiteral("NAME"));
    parser.addOptions({data, pictures, measure, theme});

    parser.addPositionalArgument(
        QStringLiteral("files"), QStringLiteral("Files and folders to import."), QStringLiteral("[FILE...]"));

    Options options;
    if (!parser.parse(arguments)) {
        std::fprintf(stderr, "agentarmy: %s\n", qPrintable(parser.errorText()));
        options.exitCode = 2;
        return options;
    }
    if (parser.isSet(help) || parser.isSet(version)) {
        std::printf("%s\n",
            qPrintable(parser.isSet(help) ? parser.helpText()
                                          : QStringLiteral("agentarmy ") + QCoreApplication::applicationVersion()));
        options.exitCode = 0;
        return options;
    }
    options.data = parser.isSet(data) ? parser.value(data) : defaultDataFolder();
    options.screenshots = parser.value(pictures);
    options.measure = parser.isSet(measure);
    for (const auto& file : parser.positionalArguments())
        options.files
            += file.startsWith(QLatin1String("file:")) ? QUrl(file).toLocalFile() : QFileInfo(file).absoluteFilePath();
    if (const auto name = parser.value(theme); name == QLatin1String("light"))
        options.mode = Theme::Mode::Light;
    else if (name == QLatin1String("dark"))
        options.mode = Theme::Mode::Dark;
    else if (name == QLatin1String("system"))
        options.mode = Theme::Mode::System;
    else if (!name.isEmpty()) {
        std::fprintf(stderr, "agentarmy: --theme takes light, dark or system\n");
        options.exitCode = 2;
    }
    return options;
}

QString defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/agentarmy");
}

}
