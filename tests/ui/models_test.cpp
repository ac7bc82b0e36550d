// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/later_times.hpp"
#include "app/format/next_kind.hpp"
#include "app/format/political_map.hpp"
#include "app/format/read_input.hpp"
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
    void muchAtOnceKeepsSelectionsAndNeverResets();
    void tableRowsOfManyDealsSortWithoutAReset();
    void theSearchFieldKeepsItsRowWhileAnswersCome();
    void whatWasUsedIsRemembered();
    void homeFollowsWhatIsDecided();
    void accountsAndTheirPageFollowEdits();
    void nobodyCoversAnybodyOnTheMap();
    void whoIsMissingIsSaid();
    void groupsFollowTheBoard();
    void aDayMovesToAnotherMonth();
    void momentsToComeSkipWeekends();
    void momentsAreReadAsPeopleTypeThem();
    void theQueueOfApprovalsFollowsDecisions();
    void aMailAddressCarriesTheWholeMail();
    void putsOneRowWhereItBelongs();
    void fillsTheBoardAndSumsByCurrency();
    void filtersByViewOwnerAndWords();
    void sortsWithoutAReset();
    void showsAMoveAtOnceAndKeepsItUndoable();
    void takesARefusedMoveBack();
    void asksForWordsBeforeAMoveThatNeedsThem();
    void readsWhatAPersonTypesIntoAField();
    void readsAmountsAndDatesOfAnyUsualForm();
    void seesFromItsWordsWhatAStepIsAbout();
    void answersWhatTheAgentAsks();
    void listsWhatWasPutAwayAndBringsItBack();
    void followsChangesOfOthersOnEveryPage();
    void keepsRowsInOrderWhateverChanges();
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

void ModelsTest::muchAtOnceKeepsSelectionsAndNeverResets()
{
    std::mt19937 random(11);
    auto model = makeLineModel();
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int round = 0; round < 60; ++round) {
        const auto wanted = randomLines(random, 600);
        std::vector<QPersistentModelIndex> held;
        QStringList ids;
        for (int row = 0; row < model.rowCount(); row += 17) {
            held.emplace_back(static_cast<QAbstractItemModel&>(model).index(row, 0));
            ids += model.at(row).id;
        }
        model.show(wanted);
        QCOMPARE(model.rows(), wanted);
        for (size_t i = 0; i < held.size(); ++i) // an index follows its row, or is gone with it
            QCOMPARE(held[i].isValid() ? held[i].row() : -1, model.rowOf(ids[qsizetype(i)]));
    }
    QCOMPARE(resets.count(), 0);
}

void ModelsTest::tableRowsOfManyDealsSortWithoutAReset()
{
    SampleSource source(2000);
    Workspace workspace(source);
    auto& table = *workspace.table();
    QAbstractItemModelTester tester(table.rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(table.rows(), &QAbstractItemModel::modelReset);
    workspace.board()->load();
    QTRY_COMPARE(workspace.board()->state(), DealBoardModel::State::Ready);
    table.setShown(true);
    QVERIFY(table.count() > 1000);
    for (const auto* key : {"amount", "account", "stage", "owner", "warnings", "next", "proof", "probability",
             "weighted", "days", "activity", "name", "closeDate", "closeDate"})
        table.sortBy(QString::fromLatin1(key));
    table.sortBy(QStringLiteral("nonsense"));
    const auto& rows = static_cast<DealRowModel*>(table.rows())->rows();
    QVERIFY(std::ranges::is_sorted(rows, std::greater(), [](const DealCard& card) { return card.closeDate; })
        || !rows.back().closeDate.isValid());
    QCOMPARE(resets.count(), 0);
}

void ModelsTest::theSearchFieldKeepsItsRowWhileAnswersCome()
{
    SampleSource source;
    Workspace workspace(source);
    workspace.board()->load();
    workspace.approvals()->load();
    auto& palette = *workspace.palette();
    QTRY_VERIFY(workspace.board()->state() == DealBoardModel::State::Ready);
    const QAbstractItemModelTester tester(palette.rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(palette.rows(), &QAbstractItemModel::modelReset);
    palette.start({{QStringLiteral("page"), QStringLiteral("deals")}});
    const auto role = [&](int row, const char* name) {
        const auto roles = palette.rows()->roleNames();
        return palette.rows()->index(row, 0).data(roles.key(name));
    };
    QVERIFY(palette.count() > 10);
    QCOMPARE(palette.current(), 0);
    std::mt19937 random(3);
    const QStringList typed {QStringLiteral("n"), QStringLiteral("nordwind"), QStringLiteral("works council"),
        QStringLiteral(">the"), QStringLiteral("@petra"), QStringLiteral("#fleet"), QStringLiteral("zzz"), QString(),
        QStringLiteral("nrodwind"), QStringLiteral("rollout fleet")};
    for (int i = 0; i < 60; ++i) {
        palette.setText(typed[int(random() % unsigned(typed.size()))]);
        if (random() % 2)
            QTest::qWait(int(random() % 3));
        palette.step(int(random() % 5) - 2);
    }
    QTRY_VERIFY(!palette.busy());
    QCOMPARE(resets.count(), 0);

    source.slow(QStringLiteral("search"), 40);
    palette.setText(QStringLiteral("works"));
    QTRY_VERIFY(palette.count() > 0 && palette.current() == 0);
    palette.setText(QStringLiteral("works council"));
    QTRY_VERIFY(!palette.busy());
    QCOMPARE(role(palette.current(), "kind").toString(), QStringLiteral("message"));
    QVERIFY(role(palette.current(), "snippetHtml").toString().contains(QStringLiteral("<b>works</b> <b>council</b>")));

    // Of the best deal what can be done stands below, and each row knows its group and place.
    palette.setText(QStringLiteral("nordwind fleet"));
    QTRY_VERIFY(!palette.busy());
    QCOMPARE(role(0, "kind").toString(), QStringLiteral("deal"));
    QVERIFY(role(0, "heads").toBool());
    QVERIFY(role(0, "titleHtml").toString().startsWith(QStringLiteral("<b>Nordwind</b>")));
    QStringList groups;
    for (int row = 0; row < palette.count(); ++row)
        if (role(row, "heads").toBool())
            groups += role(row, "group").toString();
    QVERIFY2(groups.contains(QStringLiteral("Actions on Nordwind Logistics, Fleet planning rollout")),
        qPrintable(groups.join(u'|')));
    groups.removeDuplicates();

    // A chosen row stays chosen, by what it is, whatever comes before it.
    palette.select(1);
    const auto chosen = role(1, "rowId").toString();
    source.fail(QStringLiteral("search"), QStringLiteral("locked"));
    palette.setText(QStringLiteral("nordwind fleet "));
    QTRY_VERIFY(!palette.busy());
    QVERIFY(!chosen.isEmpty());
    QCOMPARE(role(palette.count() - 1, "kind").toString(), QStringLiteral("retry"));
    palette.choose(palette.count() - 1);
    QTRY_VERIFY(!palette.busy());
    QVERIFY(role(palette.count() - 1, "kind").toString() != QLatin1String("retry"));
}

void ModelsTest::whatWasUsedIsRemembered()
{
    SampleSource source;
    Workspace workspace(source);
    workspace.board()->load();
    QTRY_VERIFY(workspace.board()->state() == DealBoardModel::State::Ready);
    auto& palette = *workspace.palette();
    QSignalSpy chosen(&palette, &PaletteModel::chosen);
    palette.start({});
    palette.setText(QStringLiteral("solaris grid, site"));
    palette.choose(); // before the answer: it is waited for
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().toString(), QStringLiteral("deal"));
    const auto kept = palette.remembered();
    Workspace later(source);
    later.palette()->setRemembered(kept);
    later.palette()->start({});
    const auto roles = later.palette()->rows()->roleNames();
    const auto first = later.palette()->rows()->index(0, 0);
    QCOMPARE(first.data(roles.key("group")).toString(), QStringLiteral("Recently used"));
    QVERIFY(first.data(roles.key("title")).toString().startsWith(QStringLiteral("Solaris Grid")));
    Q_EMIT source.workspaceReplaced(); // somebody was erased, or it is another workspace
    QCOMPARE(later.palette()->remembered(), QStringLiteral("[]"));
    for (const auto& broken : {QStringLiteral("{"), QStringLiteral("[1,{},[]]"), QString()}) {
        later.palette()->setRemembered(broken);
        QCOMPARE(later.palette()->remembered(), QStringLiteral("[]"));
    }
}

void ModelsTest::homeFollowsWhatIsDecided()
{
    SampleSource source;
    Workspace workspace(source);
    auto& home = *workspace.home();
    QAbstractItemModelTester actions(home.actions(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester attention(home.attention(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester deeds(home.deeds(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(home.actions(), &QAbstractItemModel::modelReset);
    home.load();
    QTRY_COMPARE(home.state(), HomeModel::State::Ready);
    QCOMPARE(home.currentId(), QStringLiteral("a1"));
    QVERIFY(home.deedsTitle().contains(QStringLiteral("yesterday")));
    const auto gauges = home.gauges();
    QCOMPARE(gauges[0].toMap().value(QStringLiteral("value")).toString(),
        QStringLiteral("74 %").replace(u' ', QChar(0x00A0)));
    QVERIFY(!gauges[2].toMap().value(QStringLiteral("hasTarget")).toBool());
    home.approve(QStringLiteral("a4")); // held back by a check
    home.approve(QStringLiteral("a1")); // the queue is not read yet: it is once this asks
    QTRY_COMPARE(home.rowOf(QStringLiteral("a1")), -1);
    QCOMPARE(home.currentId(), QStringLiteral("a2"));
    QVERIFY(home.rowOf(QStringLiteral("a4")) >= 0);
    QVERIFY(!home.setTarget(QStringLiteral("revenue"), QStringLiteral("0")));
    QVERIFY(!home.setTarget(QStringLiteral("revenue"), QStringLiteral("usd 5")));
    QVERIFY(!home.setTarget(QStringLiteral("nonsense"), QStringLiteral("5")));
    QVERIFY(home.setTarget(QStringLiteral("revenue"), {}));
    QTRY_VERIFY(!home.gauges()[0].toMap().value(QStringLiteral("hasTarget")).toBool());
    QCOMPARE(resets.count(), 0);
}

void ModelsTest::theQueueOfApprovalsFollowsDecisions()
{
    SampleSource source;
    Workspace workspace(source);
    auto& approvals = *workspace.approvals();
    QStringList opened;
    approvals.setOpener([&](const QUrl& url) { return opened += url.toString(), true; });
    QAbstractItemModelTester tester(approvals.rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(approvals.rows(), &QAbstractItemModel::modelReset);
    approvals.load();
    QTRY_COMPARE(approvals.state(), ApprovalsModel::State::Ready);
    QCOMPARE(approvals.waiting(), 4);
    QCOMPARE(approvals.currentId(), QStringLiteral("d1"));
    approvals.approve();
    QVERIFY(approvals.busy());
    approvals.approve(); // a second press while the first is decided
    QTRY_COMPARE(approvals.waiting(), 3);
    QVERIFY(approvals.current().value(QStringLiteral("leaving")).toBool());
    workspace.undo()->undo();
    QTRY_COMPARE(approvals.waiting(), 4);
    approvals.select(QStringLiteral("d4"));
    approvals.reject(QStringLiteral("no"));
    QTRY_COMPARE(approvals.rows()->rowCount(), 3);
    QCOMPARE(approvals.currentId(), QStringLiteral("d3")); // the last row is gone: the one before it
    QVERIFY(opened.isEmpty());
    QCOMPARE(resets.count(), 0);

    // What was approved before this run waits for a click.
    SampleSource later;
    later.setUndoWindow(-1000);
    DraftDecision yes;
    yes.id = QStringLiteral("d2");
    const auto decided = later.decide(yes);
    QTRY_VERIFY(decided.isFinished());
    Workspace next(later);
    next.approvals()->setOpener([&](const QUrl& url) { return opened += url.toString(), true; });
    QTRY_VERIFY(std::ranges::any_of(later.drafts(), [](const ApprovalView& draft) { return draft.inOutbox; }));
    next.approvals()->load();
    QTRY_COMPARE(next.approvals()->waiting(), 3);
    QTest::qWait(1200);
    QVERIFY(opened.isEmpty());
    next.approvals()->select(QStringLiteral("d2"));
    next.approvals()->handOver();
    QTRY_COMPARE(opened.size(), 1);
    QTRY_COMPARE(next.approvals()->rows()->rowCount(), 3);
}

void ModelsTest::aMailAddressCarriesTheWholeMail()
{
    ApprovalView draft;
    draft.address = QStringLiteral("jonas@nordwind.example");
    draft.subject = QStringLiteral("Re: 50 % & more?");
    draft.inReplyTo = QStringLiteral("<a+b@nordwind.example>");
    draft.body = QStringLiteral("Hi Jürg,\n1 + 1 = 2 & so on #5");
    QCOMPARE(mailAddress(draft).toEncoded(),
        QByteArray("mailto:jonas@nordwind.example?subject=Re%3A%2050%20%25%20%26%20more%3F"
                   "&in-reply-to=%3Ca%2Bb%40nordwind.example%3E&body=Hi%20J%C3%BCrg%2C%0D%0A1%20%2B%201%20%3D%202%20%"
                   "26%20so%20on%20%235"));
    draft.address = QStringLiteral("a@b.example?bcc=evil@example.org");
    QVERIFY(!mailAddress(draft).toEncoded().contains("?bcc="));
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

void ModelsTest::readsAmountsAndDatesOfAnyUsualForm()
{
    const QLocale british(QLocale::English, QLocale::UnitedKingdom), german(QLocale::German, QLocale::Germany);
    const auto euro = QStringLiteral("EUR");
    const auto reads = [&](const char* typed, const QLocale& locale, qint64 minor, const char* currency) {
        const auto money = readMoney(QString::fromUtf8(typed), locale, euro);
        return money && money->minor == minor && money->currency == QLatin1String(currency);
    };
    QVERIFY(reads("184,000", british, 18400000, "EUR"));
    QVERIFY(reads("184.000", german, 18400000, "EUR"));
    QVERIFY(reads("1,5m", german, 150000000, "EUR"));
    QVERIFY(reads("€ 184 000.50", british, 18400050, "EUR"));
    QVERIFY(reads("$90k", british, 9000000, "USD"));
    QVERIFY(reads("CHF 90'000", british, 9000000, "CHF"));
    QVERIFY(reads("90000 usd", british, 9000000, "USD"));
    QVERIFY(reads("¥ 62,000", british, 62000, "JPY"));
    QVERIFY(reads("0", british, 0, "EUR"));
    QCOMPARE(readMoney(QStringLiteral("$ 90"), british, QStringLiteral("CAD"))->currency, QStringLiteral("CAD"));
    for (const auto* wrong : {"", "much", "-5", "12 apples", "1.2.3", "1e30", "nan", "inf"})
        QVERIFY2(!readMoney(QString::fromUtf8(wrong), british, euro), wrong);

    const QDate today(2026, 9, 17);
    QCOMPARE(readDate(QStringLiteral("2026-12-18"), british, today), QDate(2026, 12, 18));
    QCOMPARE(readDate(QStringLiteral("18 Dec"), british, today), QDate(2026, 12, 18));
    QCOMPARE(readDate(QStringLiteral("3 Feb"), british, today), QDate(2027, 2, 3));
    QCOMPARE(readDate(QStringLiteral("1 September 2026"), british, today), QDate(2026, 9, 1));
    QCOMPARE(readDate(QStringLiteral("18/12/2026"), british, today), QDate(2026, 12, 18));
    QCOMPARE(readDate(QStringLiteral("18.12.26"), german, today), QDate(2026, 12, 18));
    for (const auto* wrong : {"", "soon", "31 Feb", "2026-13-01", "18"})
        QVERIFY2(!readDate(QString::fromUtf8(wrong), british, today).isValid(), wrong);
}

void ModelsTest::seesFromItsWordsWhatAStepIsAbout()
{
    const std::pair<const char*, NextKind> steps[] = {{"Call Mikko", NextKind::Call},
        {"Security review on Monday", NextKind::Meeting}, {"Send the contract", NextKind::Mail},
        {"Contract to be sent", NextKind::Document}, {"Signature expected", NextKind::Sign},
        {"Answer on phasing", NextKind::Answer}, {"Find the operations lead", NextKind::Person},
        {"Angebot schicken", NextKind::Document}, {"Nudge", NextKind::Other}, {"Recall", NextKind::Other}};
    for (const auto& [words, kind] : steps)
        QVERIFY2(kindOfWords(QString::fromUtf8(words)) == kind, words);
}

void ModelsTest::answersWhatTheAgentAsks()
{
    SampleSource source;
    Workspace workspace(source);
    auto& deal = *workspace.deal();
    CheckView check;
    check.id = check.field = QStringLiteral("estimatedValue");
    check.title = QStringLiteral("The agent read € 200,000");
    check.accept = QStringLiteral("Use € 200,000"), check.dismiss = QStringLiteral("Keep € 184,000");
    check.accepted = QStringLiteral("Amount set"), check.dismissed = QStringLiteral("Amount kept");
    check.acceptValue = QVariant::fromValue(MoneyView {20000000, QStringLiteral("EUR")});
    check.dismissValue = QVariant::fromValue(MoneyView {18400000, QStringLiteral("EUR")});
    for (const bool accepted : {true, false}) {
        source.ask(QStringLiteral("nordwind"), check);
        deal.load(QStringLiteral("nordwind"));
        QTRY_COMPARE(deal.checks().size(), 1);
        QVERIFY(deal.hasAdvice());
        deal.answerCheck(QStringLiteral("no such question"), true);
        deal.answerCheck(check.id, accepted);
        QTRY_COMPARE(deal.checks().size(), 0);
        QCOMPARE(source.find(QStringLiteral("nordwind"))->amount.minor, accepted ? 20000000 : 18400000);
        QTRY_COMPARE(workspace.undo()->text(), accepted ? check.accepted : check.dismissed);
        workspace.undo()->undo();
        QTRY_COMPARE(deal.checks().size(), 1); // the question is open again
        deal.answerCheck(check.id, accepted);
        QTRY_COMPARE(deal.checks().size(), 0);
    }
}

void ModelsTest::listsWhatWasPutAwayAndBringsItBack()
{
    SampleSource source;
    Workspace workspace(source);
    auto& board = *workspace.board();
    auto& away = *workspace.putAway();
    board.load();
    QTRY_COMPARE(board.state(), DealBoardModel::State::Ready);
    for (const auto* id : {"nordwind", "ostrava"}) {
        workspace.deal()->load(QString::fromLatin1(id));
        QTRY_COMPARE(workspace.deal()->state(), DealDetailModel::State::Ready);
        if (*id == 'n')
            workspace.deal()->archive(true);
        else
            workspace.deal()->remove();
        QTRY_COMPARE(board.stageOf(QString::fromLatin1(id)), -1);
    }
    away.load();
    QVERIFY(away.loading());
    QTRY_COMPARE(away.rows().size(), 2);
    for (const auto* id : {"nordwind", "ostrava"}) {
        away.restore(QString::fromLatin1(id));
        QTRY_VERIFY(board.stageOf(QString::fromLatin1(id)) >= 0);
    }
    QTRY_COMPARE(away.rows().size(), 0);
    QVERIFY(workspace.undo()->canUndo());
    source.fail(QStringLiteral("putAway"), QStringLiteral("The workspace is in use."));
    away.load();
    QTRY_COMPARE(away.problem(), QStringLiteral("The workspace is in use."));
}

void ModelsTest::followsChangesOfOthersOnEveryPage()
{
    SampleSource source;
    Workspace workspace(source);
    auto& board = *workspace.board();
    auto& deal = *workspace.deal();
    board.load();
    deal.load(QStringLiteral("nordwind"));
    workspace.conversation()->open(QStringLiteral("c1"));
    workspace.conversations()->load();
    QTRY_COMPARE(board.state(), DealBoardModel::State::Ready);
    QTRY_COMPARE(deal.state(), DealDetailModel::State::Ready);
    QTRY_COMPARE(workspace.conversation()->state(), ConversationModel::State::Ready);
    auto card = *source.find(QStringLiteral("nordwind"));
    card.stage = Stage::Negotiation;
    card.name = QStringLiteral("Fleet planning, all depots");
    source.change(card);
    QTRY_COMPARE(board.stageOf(card.id), int(Stage::Negotiation));
    QTRY_COMPARE(deal.name(), card.name);
    SampleSource fresh;
    fresh.clear();
    Workspace other(fresh);
    other.board()->load();
    QTRY_COMPARE(other.board()->state(), DealBoardModel::State::Empty);
    fresh.change(card);
    QTRY_COMPARE(other.board()->state(), DealBoardModel::State::Ready); // the first deal, written elsewhere
    QSignalSpy jumps(workspace.conversation(), &ConversationModel::markChanged);
    QSignalSpy lists(workspace.conversations(), &ConversationsModel::changed);
    QSignalSpy deals(&deal, &DealDetailModel::changed);
    Q_EMIT source.boardChanged();
    QTRY_VERIFY(!lists.isEmpty());
    QTRY_VERIFY(!deals.isEmpty());
    QTest::qWait(20);
    QCOMPARE(jumps.count(), 0); // what somebody reads stays where it is
}

void ModelsTest::keepsRowsInOrderWhateverChanges()
{
    SampleSource source(200);
    Workspace workspace(source);
    auto& board = *workspace.board();
    board.load();
    QTRY_COMPARE(board.state(), DealBoardModel::State::Ready);
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    std::vector<std::unique_ptr<QSignalSpy>> resets;
    for (int stage = 0; stage < stageCount; ++stage) {
        auto& column = board.column(Stage(stage));
        testers.push_back(std::make_unique<QAbstractItemModelTester>(
            &column, QAbstractItemModelTester::FailureReportingMode::QtTest));
        resets.push_back(std::make_unique<QSignalSpy>(&column, &QAbstractItemModel::modelReset));
    }
    const unsigned seed = 20261126;
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto ids = board.cards().keys();
    for (int round = 0; round < 500; ++round) {
        auto card = board.cardOf(ids[int(random() % unsigned(ids.size()))]);
        card.stage = Stage(random() % stageCount);
        card.closeDate = random() % 5 ? QDate(2026, 1, 1).addDays(int(random() % 700)) : QDate();
        card.closedOn = card.stage == Stage::Won || card.stage == Stage::Lost ? QDate::currentDate() : QDate();
        card.amount.minor = qint64(random() % 1000000);
        board.apply(card);
        if (round % 50 == 0)
            board.setSort(int(random() % 4));
    }
    board.setSort(int(BoardSort::CloseDate));
    int shown = 0;
    for (int stage = 0; stage < stageCount; ++stage) {
        const auto& rows = board.column(Stage(stage)).rows();
        shown += int(rows.size());
        for (size_t i = 1; i < rows.size(); ++i)
            QVERIFY(!comesBefore(rows[i], rows[i - 1], BoardSort::CloseDate));
        QCOMPARE(resets[size_t(stage)]->count(), 0);
        MoneySums sums;
        for (const auto& row : rows)
            if (row.amount.isSet())
                sums[row.amount.currency] += row.amount.minor;
        QCOMPARE(board.column(Stage(stage)).sums(), sums);
    }
    BoardFilter all;
    QCOMPARE(shown, int(std::ranges::count_if(board.cards(), [&](const DealCard& card) {
        return all.admits(card, QDate::currentDate());
    })));
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

void ModelsTest::accountsAndTheirPageFollowEdits()
{
    SampleSource source;
    Workspace workspace(source);
    auto& accounts = *workspace.accounts();
    auto& record = *workspace.record();
    for (auto* model : {accounts.rows(), accounts.pairs(), record.deals(), record.people(), record.talks()})
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
    accounts.load();
    QTRY_COMPARE(accounts.state(), AccountsModel::State::Ready);
    const int all = accounts.count();
    accounts.setFilterText(QStringLiteral("nordwind"));
    QCOMPARE(accounts.count(), 1);
    accounts.setView(AccountsModel::People);
    QCOMPARE(accounts.count(), 4);
    accounts.setFilterText({});
    accounts.setView(AccountsModel::Pairs);
    QCOMPARE(accounts.count(), 2);
    accounts.setView(AccountsModel::Accounts);
    record.open(QStringLiteral("account"), QStringLiteral("account-nordwind"));
    QTRY_COMPARE(record.state(), RecordModel::State::Ready);
    QCOMPARE(record.people()->rowCount(), 4);
    record.open(QStringLiteral("person"), QStringLiteral("p1"));
    QTRY_COMPARE(record.name(), QStringLiteral("Tobias Renner"));
    QCOMPARE(record.people()->rowCount(), 0);
    record.open(QStringLiteral("person"), QStringLiteral("nobody"));
    QTRY_COMPARE(record.state(), RecordModel::State::Failed);
    accounts.merge(QStringLiteral("account"), QStringLiteral("account-nordwind"), QStringLiteral("account-twin"));
    QTRY_COMPARE(accounts.count(), all - 1);
    workspace.undo()->undo();
    QTRY_COMPARE(accounts.count(), all);
    source.fail(QStringLiteral("editRecord"), QStringLiteral("No"));
    record.open(QStringLiteral("account"), QStringLiteral("account-nordwind"));
    QTRY_COMPARE(record.state(), RecordModel::State::Ready);
    record.set(QStringLiteral("industry"), QStringLiteral("Rail"));
    QTRY_COMPARE(record.errors().value(QStringLiteral("industry")).toString(), QStringLiteral("No"));
}

void ModelsTest::nobodyCoversAnybodyOnTheMap()
{
    std::mt19937 random(20261127);
    for (int round = 0; round < 40; ++round) {
        std::vector<PersonView> people;
        const int count = int(random() % 60);
        for (int i = 0; i < count; ++i) {
            PersonView person;
            person.id = QString::number(i);
            person.decisionPower = round == 0 ? 10 : int(random() % 11);
            person.influence = round == 0 ? 10 : int(random() % 11);
            people.push_back(person);
        }
        constexpr double width = 700, height = 600;
        const auto places = placePeople(people, width, height);
        QVERIFY(places.size() >= std::min<size_t>(people.size(), 25));
        for (size_t i = 0; i < places.size(); ++i) {
            QVERIFY(places[i].x >= 0 && places[i].x <= width && places[i].y >= 0 && places[i].y <= height);
            for (size_t j = 0; j < i; ++j)
                QVERIFY(std::abs(places[i].x - places[j].x) >= placeWidth
                    || std::abs(places[i].y - places[j].y) >= placeHeight);
        }
        const auto again = placePeople(people, width, height);
        QVERIFY(std::ranges::equal(places, again,
            [](const MapPlace& a, const MapPlace& b) { return a.id == b.id && a.x == b.x && a.y == b.y; }));
    }
}

void ModelsTest::groupsFollowTheBoard()
{
    SampleSource source(300);
    Workspace workspace(source);
    auto& groups = *workspace.groups();
    auto& board = *workspace.board();
    board.load();
    QTRY_COMPARE(board.state(), DealBoardModel::State::Ready);
    groups.setShown(true);
    const auto total = [&] {
        int all = 0;
        for (auto* object : groups.groups())
            all += static_cast<DealGroupModel*>(object)->count();
        return all;
    };
    for (auto* object : groups.groups())
        new QAbstractItemModelTester(
            static_cast<DealGroupModel*>(object), QAbstractItemModelTester::FailureReportingMode::QtTest, object);
    const int all = total();
    QVERIFY(all > 200);
    for (int by : {1, 2, 0}) {
        groups.setBy(by);
        QCOMPARE(total(), all);
    }
    board.setFilterText(QStringLiteral("nordwind"));
    QTRY_VERIFY(total() < all);
    board.clearFilter();
    QTRY_COMPARE(total(), all);
}

void ModelsTest::aDayMovesToAnotherMonth()
{
    const QDate today(2026, 11, 27);
    QCOMPARE(dayInMonth(QDate(2026, 12, 31), 2027, 2, today), QDate(2027, 2, 28));
    QCOMPARE(dayInMonth(QDate(2026, 12, 3), 2027, 2, today), QDate(2027, 2, 3));
    QCOMPARE(dayInMonth(QDate(2026, 12, 3), 2026, 11, today), today);
    QCOMPARE(dayInMonth({}, 2027, 2, today), QDate(2027, 2, 28));
}

void ModelsTest::whoIsMissingIsSaid()
{
    const QDate today(2026, 11, 27);
    QVERIFY(mapGaps({}, today).isEmpty());
    PersonView boss;
    boss.name = QStringLiteral("Ana");
    boss.decisionPower = 9;
    boss.relationship = 2;
    boss.roleKeys = {QStringLiteral("decision_maker"), QStringLiteral("champion")};
    boss.lastAt = QDateTime(today.addDays(-3), QTime(9, 0));
    QCOMPARE(mapGaps({boss}, today).size(), 2); // hardly known, and the only one
    boss.relationship = 8;
    auto user = boss;
    user.decisionPower = 2;
    QVERIFY(mapGaps({boss, user}, today).isEmpty());
    boss.roleKeys.clear();
    user.roleKeys.clear();
    boss.lastAt = QDateTime(today.addDays(-40), QTime(9, 0));
    const auto gaps = mapGaps({boss, user}, today);
    QCOMPARE(
        gaps.size(), 3); // no champion, silence, single thread; who has the power decides, with or without the role
    QVERIFY(gaps[1].contains(QStringLiteral("Ana")));
    boss.decisionPower = 5;
    QCOMPARE(mapGaps({boss, user}, today).size(), 3); // nobody decides, no champion, single thread
}

void ModelsTest::momentsToComeSkipWeekends()
{
    const auto times = laterTimes(QDateTime(QDate(2026, 11, 27), QTime(10, 20))); // a Friday
    QCOMPARE(times.front().at, QDateTime(QDate(2026, 11, 27), QTime(13, 0)));
    QCOMPARE(times[1].at, QDateTime(QDate(2026, 11, 30), QTime(8, 0)));
    for (size_t i = 1; i < times.size(); ++i) {
        QVERIFY(times[i].at > times[i - 1].at);
        QVERIFY(times[i].at.date().dayOfWeek() <= Qt::Friday);
    }
    QVERIFY(laterTimes(QDateTime(QDate(2026, 11, 26), QTime(22, 0))).front().at.date() == QDate(2026, 11, 27));
}

void ModelsTest::momentsAreReadAsPeopleTypeThem()
{
    const QDateTime now(QDate(2026, 11, 27), QTime(10, 20));
    const QLocale locale(QStringLiteral("en_GB"));
    const auto read = [&](const char* text) { return readMoment(QString::fromLatin1(text), locale, now); };
    QCOMPARE(read("3 Dec 9:30"), QDateTime(QDate(2026, 12, 3), QTime(9, 30)));
    QCOMPARE(read("3 Dec"), QDateTime(QDate(2026, 12, 3), QTime(8, 0)));
    QCOMPARE(read("16:00"), QDateTime(QDate(2026, 11, 27), QTime(16, 0)));
    QCOMPARE(read("2026-12-03 07:15"), QDateTime(QDate(2026, 12, 3), QTime(7, 15)));
    for (const char* bad : {"", "soon", "9:30", "26 Nov", "3 Dec 2028", "25:00", "3 Dec 9:77"})
        QVERIFY2(!read(bad).isValid(), bad);
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
