// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/workspace.hpp"
#include "app/paint/marked_text.hpp"
#include "tests/ui/sample_source.hpp"
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest/QtTest>
#include <random>

using namespace agentarmy::app;

namespace {

struct Line {
    QString id;
    int value = 0;
    bool operator==(const Line&) const = default;
};
using LineModel = RoleListModel<Line>;

LineModel makeLineModel()
{
    return LineModel({{"value", [](const Line& line) { return QVariant(line.value); }}});
}

std::vector<Line> randomLines(std::mt19937& random, int most)
{
    std::vector<Line> lines;
    const int count = int(random() % unsigned(most + 1));
    for (int i = 0; i < count; ++i) {
        const auto id = QString::number(random() % unsigned(most * 2));
        if (std::ranges::find(lines, id, &Line::id) == lines.end())
            lines.push_back({id, int(random() % 5)});
    }
    return lines;
}

}

class ModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesFromAnyContentToAnyOtherWithoutAReset();
    void putsOneRowWhereItBelongs();
    void fillsTheBoardAndSumsByCurrency();
    void filtersByViewOwnerAndWords();
    void sortsWithoutAReset();
    void showsAMoveAtOnceAndKeepsItUndoable();
    void takesARefusedMoveBack();
    void asksForWordsBeforeAMoveThatNeedsThem();
    void readsWhatAPersonTypesIntoAField();
    void saysWhyTheBoardCouldNotBeRead();
    void formatsMoneyForCardsAndSums();
    void countsMarksInUtf8Bytes();
};

void ModelsTest::goesFromAnyContentToAnyOtherWithoutAReset()
{
    const unsigned seed = 20260917;
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    auto model = makeLineModel();
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int round = 0; round < 400; ++round) {
        const auto wanted = randomLines(random, 24);
        model.show(wanted);
        QCOMPARE(model.rows(), wanted);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.rowOf(wanted[size_t(row)].id), row);
    }
    QCOMPARE(resets.count(), 0);
}

void ModelsTest::putsOneRowWhereItBelongs()
{
    std::mt19937 random(7);
    auto model = makeLineModel();
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int round = 0; round < 600; ++round) {
        const auto id = QString::number(random() % 20);
        if (random() % 4 == 0) {
            model.take(id);
            QCOMPARE(model.rowOf(id), -1);
            continue;
        }
        const int place = int(random() % unsigned(model.rowCount() + 1));
        const int expected = std::min(place, model.rowCount() - (model.rowOf(id) >= 0));
        model.put({id, int(random() % 9)}, place);
        QCOMPARE(model.rowOf(id), expected);
    }
    QCOMPARE(resets.count(), 0);
}

void ModelsTest::fillsTheBoardAndSumsByCurrency()
{
    SampleSource source;
    Workspace workspace(source);
    auto& board = *workspace.board();
    QCOMPARE(board.state(), DealBoardModel::State::Loading);
    board.load();
    QTRY_COMPARE(board.state(), DealBoardModel::State::Ready);
    QCOMPARE(board.column(Stage::Evaluation).count(), 5);
    QCOMPARE(board.column(Stage::Negotiation).sums().at(QStringLiteral("EUR")), 41800000);
    QCOMPARE(board.column(Stage::Negotiation).weighted().at(QStringLiteral("EUR")), 33440000);
}

void ModelsTest::filtersByViewOwnerAndWords()
{
    SampleSource source;
    Workspace workspace(source);
    auto& board = *workspace.board();
    board.load();
    QTRY_COMPARE(board.state(), DealBoardModel::State::Ready);
    board.setView(BoardFilter::NoNextStep);
    QCOMPARE(board.column(Stage::Discovery).count(), 1);
    board.setView(BoardFilter::AllOpen);
    board.toggleOwner(QStringLiteral("TS"));
    QCOMPARE(board.column(Stage::Evaluation).count(), 2);
    QCOMPARE(board.ownerText(), QStringLiteral("Owner is Tom"));
    board.setFilterText(QStringLiteral("berth halm"));
    QCOMPARE(board.column(Stage::Evaluation).count(), 1);
    QVERIFY(board.filtered());
    board.clearFilter();
    QCOMPARE(board.column(Stage::Evaluation).count(), 5);
}

void ModelsTest::sortsWithoutAReset()
{
    SampleSource source;
    Workspace workspace(source);
    auto& board = *workspace.board();
    board.load();
    QTRY_COMPARE(board.state(), DealBoardModel::State::Ready);
    auto& column = board.column(Stage::Evaluation);
    QAbstractItemModelTester tester(&column, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&column, &QAbstractItemModel::modelReset);
    board.setSort(int(BoardSort::Value));
    QCOMPARE(column.at(0).account, QStringLiteral("Solaris Grid"));
    board.setSort(int(BoardSort::CloseDate));
    QCOMPARE(column.at(0).account, QStringLiteral("Quarrydale Cement"));
    QCOMPARE(resets.count(), 0);
}

void ModelsTest::showsAMoveAtOnceAndKeepsItUndoable()
{
    SampleSource source;
    Workspace workspace(source);
    auto& board = *workspace.board();
    board.load();
    QTRY_COMPARE(board.state(), DealBoardModel::State::Ready);
    board.lift(QStringLiteral("nordwind"));
    QTRY_VERIFY(board.hasAnswers());
    QVERIFY(board.column(Stage::Negotiation).lacksProof());
    QCOMPARE(board.column(Stage::Negotiation).answerText(), QStringLiteral("1 of 5 missing"));
    QVERIFY(board.drop(int(Stage::Negotiation)));
    QCOMPARE(board.stageOf(QStringLiteral("nordwind")), int(Stage::Negotiation)); // before the source has answered
    QTRY_VERIFY(workspace.undo()->offersUndo());
    QVERIFY(workspace.undo()->text().contains(QStringLiteral("1 proof missing")));
    workspace.undo()->undo();
    QTRY_COMPARE(board.stageOf(QStringLiteral("nordwind")), int(Stage::Evaluation));
    QVERIFY(!workspace.undo()->canUndo());
}

void ModelsTest::takesARefusedMoveBack()
{
    SampleSource source;
    Workspace workspace(source);
    auto& board = *workspace.board();
    board.load();
    QTRY_COMPARE(board.state(), DealBoardModel::State::Ready);
    source.fail(QStringLiteral("move"), QStringLiteral("Someone else moved this deal. Look at it again."));
    board.lift(QStringLiteral("nordwind"));
    QTRY_VERIFY(board.hasAnswers());
    QVERIFY(board.drop(int(Stage::Negotiation)));
    QTRY_COMPARE(board.stageOf(QStringLiteral("nordwind")), int(Stage::Evaluation));
    QVERIFY(workspace.undo()->troubled());
    QVERIFY(!workspace.undo()->canUndo());
}

void ModelsTest::asksForWordsBeforeAMoveThatNeedsThem()
{
    SampleSource source;
    Workspace workspace(source);
    auto& board = *workspace.board();
    board.load();
    QTRY_COMPARE(board.state(), DealBoardModel::State::Ready);
    board.lift(QStringLiteral("nordwind"));
    QTRY_VERIFY(board.hasAnswers());
    QVERIFY(!board.drop(int(Stage::Stalled)));
    QVERIFY(!board.drop(int(Stage::Stalled), {{QStringLiteral("reason"), QStringLiteral("no")}}));
    QVERIFY(
        board.drop(int(Stage::Stalled), {{QStringLiteral("reason"), QStringLiteral("Budget frozen until spring")}}));
    board.lift(QStringLiteral("ostrava"));
    QTRY_VERIFY(board.hasAnswers());
    QVERIFY(!board.drop(int(Stage::Won), {{QStringLiteral("closedValue"), QStringLiteral("zero")}}));
    QVERIFY(board.drop(int(Stage::Won), {{QStringLiteral("closedValue"), QStringLiteral("125,000")}}));
    QCOMPARE(board.stageOf(QStringLiteral("ostrava")), int(Stage::Won));
}

void ModelsTest::readsWhatAPersonTypesIntoAField()
{
    SampleSource source;
    Workspace workspace(source);
    auto& deal = *workspace.deal();
    deal.load(QStringLiteral("nordwind"));
    QTRY_COMPARE(deal.state(), DealDetailModel::State::Ready);
    QVERIFY(!deal.edit(QStringLiteral("closeDate"), QStringLiteral("soon")));
    QVERIFY(deal.edit(QStringLiteral("closeDate"), QStringLiteral("2031-05-04")));
    QTRY_COMPARE(source.find(QStringLiteral("nordwind"))->closeDate, QDate(2031, 5, 4));
    QVERIFY(!deal.edit(QStringLiteral("estimatedValue"), QStringLiteral("much")));
    QVERIFY(deal.edit(QStringLiteral("estimatedValue"), QStringLiteral("€ 190k")));
    QTRY_COMPARE(source.find(QStringLiteral("nordwind"))->amount.minor, 19000000);
    QVERIFY(!deal.edit(QStringLiteral("name"), QStringLiteral("  ")));
    QTRY_VERIFY(workspace.undo()->canUndo());
}

void ModelsTest::saysWhyTheBoardCouldNotBeRead()
{
    SampleSource source;
    Workspace workspace(source);
    auto& board = *workspace.board();
    source.fail(QStringLiteral("board"), QStringLiteral("The workspace is in use."));
    board.load();
    QTRY_COMPARE(board.state(), DealBoardModel::State::Failed);
    QCOMPARE(board.problem(), QStringLiteral("The workspace is in use."));
    board.load();
    QCOMPARE(board.state(), DealBoardModel::State::Loading);
    QTRY_COMPARE(board.state(), DealBoardModel::State::Ready);
}

void ModelsTest::formatsMoneyForCardsAndSums()
{
    const Formats formats(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const auto plain = [](QString text) { return text.replace(QChar(0x00A0), u' '); };
    QCOMPARE(plain(formats.money({6200000, QStringLiteral("EUR")})), QStringLiteral("€ 62,000"));
    QCOMPARE(plain(formats.money({6200050, QStringLiteral("EUR")})), QStringLiteral("€ 62,000.50"));
    QCOMPARE(plain(formats.money({62000, QStringLiteral("JPY")})), QStringLiteral("¥ 62,000"));
    QCOMPARE(plain(formats.shortMoney({38600000, QStringLiteral("EUR")})), QStringLiteral("€ 386k"));
    QCOMPARE(plain(formats.shortMoney({269000000, QStringLiteral("EUR")})), QStringLiteral("€ 2.69m"));
    QCOMPARE(plain(formats.shortMoney({99960000, QStringLiteral("EUR")})), QStringLiteral("€ 1.00m"));
    QCOMPARE(plain(formats.shortSums({{QStringLiteral("EUR"), 38600000}, {QStringLiteral("USD"), 12000000}})),
        QStringLiteral("€ 386k · $ 120k"));
    QCOMPARE(formats.day(QDate(2026, 12, 18), QDate(2026, 9, 17)), QStringLiteral("18 Dec"));
    QCOMPARE(formats.day(QDate(2024, 12, 18), QDate(2026, 9, 17)), QStringLiteral("18 Dec 2024"));
    QCOMPARE(formats.clock(761000), QStringLiteral("12:41"));
}

void ModelsTest::countsMarksInUtf8Bytes()
{
    const auto text = QStringLiteral("aüb€c😀d");
    QCOMPARE(indexOfByte(text, 0), 0);
    QCOMPARE(indexOfByte(text, 3), 2); // after ü
    QCOMPARE(indexOfByte(text, 7), 4); // after €
    QCOMPARE(indexOfByte(text, 12), 7); // after the emoji
    QCOMPARE(indexOfByte(text, 99), int(text.size()));
}

QTEST_MAIN(ModelsTest)
#include "models_test.moc"
