// SPDX-License-Identifier: AGPL-3.0-or-later
// Every pair of colours that pages may use can be told apart, in both themes, by WCAG 2.1 AA.
#include "app/theme/contrast.hpp"
#include <QtTest/QTest>

using namespace agentarmy::app;

class ContrastTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsTheEndsOfTheScale()
    {
        QVERIFY(qAbs(contrastOf(Qt::black, Qt::white) - 21) < 0.001);
        QVERIFY(qAbs(contrastOf(Qt::white, Qt::black) - 21) < 0.001); // the order does not matter
        QCOMPARE(contrastOf(Qt::red, Qt::red), 1.0);
        QVERIFY(contrastOf(QColor(0x767676), Qt::white) > 4.5); // the lightest grey that passes, and the next one
        QVERIFY(contrastOf(QColor(0x777777), Qt::white) < 4.5);
    }

    void eachPairStandsOut_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const auto& [theme, palette] :
            {std::pair("light", Palette::light()), std::pair("dark", Palette::dark())}) {
            for (const auto& pair : colourPairs())
                QTest::addRow("%s: %s on %s, %.1f", theme, pair.inkName, pair.groundName, leastContrast(pair.kind))
                    << palette.*pair.ink << palette.*pair.ground << leastContrast(pair.kind);
            for (qsizetype i = 0; i < palette.speakers.size(); ++i)
                for (const auto& ground : {palette.canvas, palette.surface})
                    QTest::addRow("%s: speaker %d on %s", theme, int(i), qPrintable(ground.name()))
                        << palette.speakers[i] << ground << leastContrast(Ink::Text);
        }
    }
    void eachPairStandsOut()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        QCOMPARE(ink.alpha(), 255);
        QCOMPARE(ground.alpha(), 255);
        const auto contrast = contrastOf(ink, ground);
        QVERIFY2(contrast >= least, qPrintable(QStringLiteral("%1 : 1").arg(contrast, 0, 'f', 2)));
    }
};

QTEST_GUILESS_MAIN(ContrastTest)
#include "contrast_test.moc"
