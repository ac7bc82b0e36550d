// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/source/engine_source.hpp"
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/domain/agent_action.hpp"
#include "core/domain/contact.hpp"
#include "core/domain/conversation.hpp"
#include "core/domain/meeting.hpp"
#include "core/engine/records/unit_of_work.hpp"
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest/QtTest>

using namespace agentarmy;
using namespace agentarmy::app;

namespace {

/// Somebody else at the same workspace, as the command line is: a connection of its own.
struct Other {
    SystemClock clock;
    SystemRandom random;
    IdSource ids {clock, random};
    std::unique_ptr<sqlite::SqliteStore> store;
    WorkspaceInfo workspace;
    Context context;
    std::unique_ptr<DealDesk> desk;
    Id<Account> account;

    bool open(const QString& folder)
    {
        auto opened = sqlite::SqliteStore::open(folder.toStdString(), {.clock = clock, .random = random});
        if (!opened)
            return false;
        store = std::move(*opened);
        auto info = openWorkspace(*store, {}, ids, clock);
        auto device = deviceId(*store, {}, ids);
        if (!info || !device)
            return false;
        workspace = std::move(*info);
        context = personContext(workspace, *device);
        desk = std::make_unique<DealDesk>(*store, ids, clock);
        account = Id<Account>(ids.next());
        auto transaction = store->begin(context);
        return transaction
            && (*transaction)
                   ->create({Account::type, account.value()},
                       Json {{"id", account.text()}, {"accountName", "Nordwind Logistics"}}, {})
            && (*transaction)->commit();
    }
    QString deal(const std::string& name)
    {
        Opportunity deal;
        deal.accountId = account;
        deal.name = name;
        deal.estimatedValue = Money {18400000, "EUR"};
        const auto made = desk->create(context, deal);
        return made ? QString::fromStdString(made->id.text()) : QString();
    }
};

template <typename T> bool good(QFuture<Answer<T>> answer)
{
    answer.waitForFinished();
    return answer.result().has_value();
}

}

class EngineSourceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_other = std::make_unique<Other>();
        QVERIFY(m_other->open(m_folder->path()));
        m_deal = m_other->deal("Fleet planning rollout");
        QVERIFY(!m_deal.isEmpty());
        auto source = EngineSource::open(m_folder->path());
        QVERIFY(source);
        m_source = std::move(*source);
    }
    void cleanup()
    {
        m_source.reset();
        m_other.reset();
    }
    void tellsWhatOthersWriteAndItsOwnOnce();
    void homeCountsWhatIsThereAndKeepsTargets();
    void filesAreLookedAtThenImported();
    void theSampleFillsAnEmptyWorkspaceAsIfItWereThisWeek();
    void settingsAreKeptOrRefusedAndTheDataCanBeTakenAlong();
    void thePersonaIsKeptPreviewedAndTakenBack();
    void aPersonIsErasedAndTheWorkspaceClearedAndRestored();
    void manyDealsAreChangedAtOnceAndTakenBackTogether();
    void archivedAndDeletedDealsLeaveTheBoardAndComeBack();
    void ownersAndAmountsAreWrittenAsThePagesGiveThem();
    void aDraftIsDecidedTakenBackAndWritten();
    void namesFollowTheLogAndLeaveOutWhatIsPutAway();
    void wordsAreFoundInMessagesAndWhatWasSaid();
    void oddInputIsSearchedLikeAnyOther_data();
    void oddInputIsSearchedLikeAnyOther();
    void aNewerSearchEndsTheOneBefore();

private:
    std::vector<FoundView> names(const QString& text)
    {
        auto answer = m_source->findNames({text});
        answer.waitForFinished();
        return answer.result() ? answer.result()->found : std::vector<FoundView> {};
    }
    Answer<std::vector<FoundView>> words(const QString& text)
    {
        auto answer = m_source->search(text, 20);
        answer.waitForFinished();
        return answer.result();
    }
    /// Of the other one at the workspace; the id.
    Uuid write(const char* type, Json body)
    {
        const auto id = m_other->ids.next();
        body["id"] = id.text();
        auto transaction = m_other->store->begin(m_other->context);
        const bool written = transaction && (*transaction)->create({type, id}, body, {}) && (*transaction)->commit();
        return written ? id : Uuid {};
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Other> m_other;
    QString m_deal;
    std::unique_ptr<EngineSource> m_source;
};

void EngineSourceTest::tellsWhatOthersWriteAndItsOwnOnce()
{
    QSignalSpy deals(m_source.get(), &WorkspaceSource::dealChanged);
    m_source->follow();
    QTest::qWait(300); // it has seen where the log stands
    const auto written = m_other->deal("Written elsewhere");
    QTRY_COMPARE_WITH_TIMEOUT(deals.count(), 1, 6000);
    QCOMPARE(deals.takeFirst().front().toString(), written);
    QVERIFY(good(m_source->edit({m_deal, QStringLiteral("name"), QStringLiteral("Fleet planning, all depots")})));
    QTRY_COMPARE(deals.count(), 1);
    QTest::qWait(2500); // the next look finds it in the log and keeps quiet
    QCOMPARE(deals.count(), 1);
}

void EngineSourceTest::aDraftIsDecidedTakenBackAndWritten()
{
    Contact ana;
    ana.contactName = "Ana Ruiz";
    ana.contactEmail = "ana@nordwind.example";
    ana.accountId = m_other->account;
    AgentAction draft;
    UnitOfWork work(*m_other->store, m_other->context, m_other->ids);
    const auto contact = work.add(ana).id;
    Conversation conversation;
    conversation.accountId = m_other->account;
    conversation.contactIds = {contact};
    conversation.subject = "Prices";
    draft.conversationId = work.add(conversation).id;
    draft.accountId = m_other->account;
    draft.contactId = contact;
    draft.actionType = "send_email";
    draft.payload.subject = "Re: Prices";
    draft.payload.body = "Hello Ana,\nyes.\nLena";
    draft.payload.to = {{"Ana Ruiz", "ana@nordwind.example", contact, {}}};
    draft.idempotencyKey = "draft:test";
    draft.proposedAt = m_other->clock.now();
    const auto id = QString::fromStdString(work.add(draft).id.text());
    QVERIFY(work.commit());
    const auto waiting = [this] {
        auto answer = m_source->approvals();
        answer.waitForFinished();
        return *answer.result();
    };
    QCOMPARE(waiting().size(), size_t(1));
    QCOMPARE(waiting().front().person, QStringLiteral("Ana Ruiz"));
    QCOMPARE(waiting().front().account, QStringLiteral("Nordwind Logistics"));
    QSignalSpy told(m_source.get(), &WorkspaceSource::approvalsChanged);
    QVERIFY(good(m_source->decide(
        {id, DraftDecision::Kind::Edit, {}, QStringLiteral("Re: Prices"), QStringLiteral("Hello Ana,\nno.\nLena")})));
    QVERIFY(waiting().front().edited);
    QCOMPARE(waiting().front().diff.size(), size_t(4)); // one line out, one in
    auto approved = m_source->decide({id, DraftDecision::Kind::Approve, {}, {}, {}});
    approved.waitForFinished();
    QVERIFY(approved.result());
    QVERIFY(waiting().front().inOutbox);
    QVERIFY(!good(m_source->writeOut(id))); // it can still be taken back
    QVERIFY(good(m_source->undo(approved.result()->undoToken)));
    QVERIFY(!waiting().front().inOutbox);
    QVERIFY(waiting().front().edited); // the edit stays
    QTRY_COMPARE(told.count(), 3);
    QVERIFY(good(m_source->decide({id, DraftDecision::Kind::Reject, QStringLiteral("I call her"), {}, {}})));
    QVERIFY(waiting().empty());
}

void EngineSourceTest::homeCountsWhatIsThereAndKeepsTargets()
{
    const auto home = [this] {
        auto answer = m_source->home();
        answer.waitForFinished();
        return *answer.result();
    };
    auto view = home();
    QVERIFY(!view.empty);
    QCOMPARE(view.gauges.size(), size_t(3));
    QCOMPARE(view.gauges[2].type, QStringLiteral("pipeline"));
    QCOMPARE(view.gauges[2].current, 18400000.0);
    QVERIFY(!view.since.isValid());
    auto set = m_source->setTarget(QStringLiteral("pipeline"), 36800000.0);
    set.waitForFinished();
    QVERIFY(set.result());
    view = home();
    QCOMPARE(view.gauges[2].target, 36800000.0);
    QCOMPARE(view.gauges[2].share, 0.5);
    QVERIFY(good(m_source->undo(set.result()->undoToken)));
    QVERIFY(home().gauges[2].target < 0);
    QVERIFY(!good(m_source->setTarget(QStringLiteral("fame"), 1)));
    QVERIFY(!good(m_source->setTarget(QStringLiteral("revenue"), -1)));
    QVERIFY(!good(m_source->snooze(QStringLiteral("nonsense"), QDateTime::currentDateTime().addDays(1))));
}

void EngineSourceTest::filesAreLookedAtThenImported()
{
    QTemporaryDir files;
    const auto write = [&](const char* name, const QByteArray& content) {
        QFile file(files.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    QVERIFY(write("deals.csv", "Deal,Account,Close date\nPress shop,Acme,03/04/2027\n"));
    QVERIFY(write("one.eml",
        "From: Ana Ruiz <ana@acme.example>\r\nTo: lena@meridianflow.example\r\nSubject: Prices\r\n"
        "Date: Thu, 17 Sep 2026 10:00:00 +0000\r\nMessage-ID: <one@acme.example>\r\n\r\nCould you send the "
        "prices?\r\n"));
    ImportRequest request;
    request.paths = {files.path()};
    request.own = {QStringLiteral("meridianflow.example")};
    const auto look = [&] {
        auto answer = m_source->previewImport(request);
        answer.waitForFinished();
        return *answer.result();
    };
    auto preview = look();
    QCOMPARE(preview.files.size(), size_t(2));
    const auto table = std::ranges::find_if(preview.files, [](const ImportFileView& file) { return file.isTable; });
    QVERIFY(table != preview.files.end());
    QCOMPARE(table->problemCode, QStringLiteral("ambiguous_dates"));
    QCOMPARE(table->tableKind, QStringLiteral("opportunities"));
    request.tables[table->signature].dateOrder = QStringLiteral("mdy");
    preview = look();
    QVERIFY(std::ranges::all_of(preview.files, [](const ImportFileView& file) { return file.problem.isEmpty(); }));
    const auto run = [&](bool dryRun) {
        request.dryRun = dryRun;
        auto answer = m_source->runImport(request);
        answer.waitForFinished();
        return *answer.result();
    };
    const auto deals = [this] {
        auto board = m_source->board();
        board.waitForFinished();
        return board.result()->cards.size();
    };
    const auto before = deals();
    QCOMPARE(run(true).created[QStringLiteral("opportunity")], 1);
    QCOMPARE(deals(), before);
    QSignalSpy told(m_source.get(), &WorkspaceSource::boardChanged);
    const auto report = run(false);
    QCOMPARE(report.created.at(QStringLiteral("opportunity")), 1);
    QVERIFY(report.problems.empty());
    QCOMPARE(deals(), before + 1);
    QTRY_VERIFY(told.count() >= 1);
    QCOMPARE(run(false).created.count(QStringLiteral("opportunity")), size_t(0)); // nothing is doubled
    request.paths = {files.filePath(QStringLiteral("nowhere.csv"))};
    auto nowhere = m_source->previewImport(request); // named, so that it does not hold up others
    nowhere.waitForFinished();
    QVERIFY(nowhere.result().has_value());
    QCOMPARE(nowhere.result()->missing.size(), size_t(1));
    QVERIFY(nowhere.result()->files.empty());
    QVERIFY(!good(m_source->runImport(request)));
}

void EngineSourceTest::manyDealsAreChangedAtOnceAndTakenBackTogether()
{
    const auto second = m_other->deal("Depot slots");
    const auto card = [this](const QString& id) {
        auto answer = m_source->card(id);
        answer.waitForFinished();
        return *answer.result();
    };
    const auto change = [this](const BulkEdit& edit) {
        auto answer = m_source->editMany(edit);
        answer.waitForFinished();
        return *answer.result();
    };
    const QDate day(2031, 5, 4);
    const auto done = change({{m_deal, second}, QStringLiteral("closeDate"), day});
    QCOMPARE(done.done, 2);
    QVERIFY(done.refused.isEmpty());
    QCOMPARE(card(m_deal).closeDate, day);
    QCOMPARE(card(second).closeDate, day);
    QVERIFY(good(m_source->undo(done.undoToken)));
    QVERIFY(card(m_deal).closeDate != day && card(second).closeDate != day);
    const auto won = change({{m_deal, second}, QStringLiteral("stage"), int(Stage::Won)}); // asks for an amount
    QCOMPARE(won.done, 0);
    QCOMPARE(won.refused.size(), 2);
    QVERIFY(won.refused.front().startsWith(card(m_deal).name));
    QVERIFY(card(m_deal).stage != Stage::Won);
    const auto away = change({{m_deal}, QStringLiteral("archived"), true});
    QCOMPARE(away.done, 1);
    QVERIFY(good(m_source->undo(away.undoToken)));
    QCOMPARE(card(m_deal).id, m_deal);
}

void EngineSourceTest::thePersonaIsKeptPreviewedAndTakenBack()
{
    const auto kept = [&] {
        auto answer = m_source->persona();
        answer.waitForFinished();
        return *answer.result();
    };
    auto view = kept();
    QVERIFY(view.followsRegion);
    QCOMPARE(view.axes[PersonaView::Formality], 60); // emea
    const auto before = m_source->previewPersona(view);
    QVERIFY(before.mail.startsWith(QStringLiteral("Hello Ana,")));
    view.axes[PersonaView::Formality] = 71;
    view.followsRegion = false;
    view.instructions = QStringLiteral("British spelling");
    const auto after = m_source->previewPersona(view);
    QVERIFY(after.mail.startsWith(QStringLiteral("Dear Ana Weber,")));
    QCOMPARE(after.bands[PersonaView::Formality], 1);
    QSignalSpy told(m_source.get(), &WorkspaceSource::workspaceChanged);
    auto write = m_source->setPersona(view);
    write.waitForFinished();
    QVERIFY(write.result());
    QVERIFY(!write.result()->undoToken.isEmpty());
    QCOMPARE(kept().axes[PersonaView::Formality], 71);
    QCOMPARE(kept().instructions, QStringLiteral("British spelling"));
    QTRY_COMPARE(told.count(), 1);
    QVERIFY(good(m_source->undo(write.result()->undoToken)));
    QTRY_COMPARE(told.count(), 2);
    QVERIFY(kept().followsRegion);
    QCOMPARE(m_source->previewPersona(kept()).mail, before.mail);
    QElapsedTimer time;
    time.start();
    constexpr int rounds = 50, msAFrame = 16;
    for (int i = 0; i < rounds; ++i) {
        view.axes[PersonaView::Detail] = 2 * i;
        QVERIFY(!m_source->previewPersona(view).mail.isEmpty());
    }
    QVERIFY2(time.elapsed() < rounds * msAFrame, qPrintable(QString::number(time.elapsed())));
}

void EngineSourceTest::settingsAreKeptOrRefusedAndTheDataCanBeTakenAlong()
{
    const auto set = [this](const char* field, const char* words) {
        auto answer = m_source->setSetting({QString::fromLatin1(field), QString::fromUtf8(words)});
        answer.waitForFinished();
        return answer.result();
    };
    QSignalSpy told(m_source.get(), &WorkspaceSource::workspaceChanged);
    QCOMPARE(set("name", "Mara Winter")->name, QStringLiteral("Mara Winter"));
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(m_source->viewer().name, QStringLiteral("Mara Winter"));
    QCOMPARE(set("domains", " Example.com, example.de ")->domains,
        (QStringList {QStringLiteral("example.com"), QStringLiteral("example.de")}));
    QVERIFY(set("domains", "")->domains.isEmpty());
    QCOMPARE(set("currency", "usd")->currency, QStringLiteral("USD"));
    for (const auto& [field, words] :
        std::vector<std::pair<const char*, const char*>> {{"currency", "euro"}, {"timeZone", "Mars/Base"},
            {"email", "nobody"}, {"domains", "no domain"}, {"name", " "}, {"nonsense", "x"}}) {
        const auto refused = set(field, words);
        QVERIFY2(!refused, field);
        QCOMPARE(refused.error().code, QStringLiteral("validation_failed"));
    }
    QTemporaryDir folder;
    const auto made = [](QFuture<Answer<QString>> answer) {
        answer.waitForFinished();
        return answer.result() ? *answer.result() : QString();
    };
    const auto copy = made(m_source->backUp(folder.path()));
    QVERIFY(QFile::exists(copy + QStringLiteral("/workspace.db")));
    QVERIFY(QFile::exists(made(m_source->exportAll(folder.path())) + QStringLiteral("/manifest.json")));
    QVERIFY(made(m_source->backUp(folder.path())) != copy); // a second one lies beside the first
    auto looked = m_source->examine();
    looked.waitForFinished();
    QVERIFY(looked.result()->sound);
    QVERIFY(!looked.result()->counts.isEmpty());
}

void EngineSourceTest::aPersonIsErasedAndTheWorkspaceClearedAndRestored()
{
    const auto result = [](auto answer) {
        answer.waitForFinished();
        return answer.result();
    };
    const auto made = result(m_source->createRecord({.kind = RecordKind::Person,
        .name = QStringLiteral("Ana Ruiz"),
        .email = QStringLiteral("ana.ruiz@nordwind.example"),
        .accountId = QString::fromStdString(m_other->account.text())}));
    QVERIFY2(made, made ? "" : qPrintable(made.error().text));
    const auto book = result(m_source->accountBook());
    QVERIFY(book && !book->people.empty());
    const auto person = book->people.front();
    const QTemporaryDir folder;
    const auto copy = result(m_source->backUp(folder.path()));
    QVERIFY(copy);
    QSignalSpy replaced(m_source.get(), &WorkspaceSource::workspaceReplaced);
    const auto traces = result(m_source->tracesOf(person.id));
    QVERIFY(traces && traces->name == person.name && traces->records > 0);
    const auto erased = result(m_source->erasePerson(person.id));
    QVERIFY2(erased, erased ? "" : qPrintable(erased.error().text));
    QTRY_COMPARE(replaced.count(), 1);
    const auto without = result(m_source->accountBook());
    QCOMPARE(without->people.size(), book->people.size() - 1);

    const auto refused = result(m_source->clearWorkspace()); // another program has it open
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("store_busy"));
    QTRY_COMPARE(replaced.count(), 2);
    QCOMPARE(result(m_source->board())->cards.size(), size_t(1));
    m_other.reset();
    QVERIFY(result(m_source->clearWorkspace()));
    QTRY_COMPARE(replaced.count(), 3);
    QVERIFY(result(m_source->accountBook())->people.empty());
    QVERIFY(result(m_source->board())->cards.empty());

    const auto shown = result(m_source->lookAtBackup(*copy));
    QVERIFY(shown && shown->deals > 0 && shown->newest.isValid());
    QFile file(*copy + QStringLiteral("/workspace.db"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const auto bytes = file.readAll();
    // A copy that was cut is refused, and what is here goes on.
    QVERIFY(file.resize(bytes.size() / 2));
    QVERIFY(!result(m_source->lookAtBackup(*copy)));
    QVERIFY(!result(m_source->restoreBackup(*copy)));
    QVERIFY(result(m_source->board())->cards.empty());
    QVERIFY(file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    const auto before = result(m_source->restoreBackup(*copy));
    QVERIFY2(before, before ? "" : qPrintable(before.error().text));
    QVERIFY(QFile::exists(*before + QStringLiteral("/workspace.db")));
    QCOMPARE(result(m_source->accountBook())->people.size(), book->people.size());
    QCOMPARE(qint64(result(m_source->accountBook())->accounts.size()), shown->accounts);
}

void EngineSourceTest::theSampleFillsAnEmptyWorkspaceAsIfItWereThisWeek()
{
    ImportRequest request;
    request.sample = true;
    auto answer = m_source->runImport(request);
    answer.waitForFinished();
    QVERIFY(answer.result());
    const auto report = *answer.result();
    QVERIFY(report.created.at(QStringLiteral("opportunity")) > 100);
    QVERIFY(report.turns > 100);
    QCOMPARE(m_source->viewer().name, QStringLiteral("Lena Hartmann"));
    auto home = m_source->home();
    home.waitForFinished();
    QVERIFY(home.result()->ownOnly); // it is about the deals of its first rep
    QVERIFY(!home.result()->actions.empty());
    QVERIFY(home.result()->actions.front().waitingSince.daysTo(QDateTime::currentDateTime()) < 14);
    QVERIFY(!home.result()->deeds.empty());
}

void EngineSourceTest::archivedAndDeletedDealsLeaveTheBoardAndComeBack()
{
    const auto second = m_other->deal("Depot slots");
    QVERIFY(good(m_source->archive(m_deal, true)));
    QVERIFY(good(m_source->remove(second)));
    for (const auto& id : {m_deal, second}) {
        auto card = m_source->card(id);
        card.waitForFinished();
        QVERIFY(!card.result());
        QCOMPARE(card.result().error().code, QStringLiteral("not_found"));
    }
    auto away = m_source->putAway();
    away.waitForFinished();
    const auto rows = away.result();
    QVERIFY(rows);
    QCOMPARE(rows->size(), size_t(2));
    for (const auto& row : *rows) {
        QCOMPARE(row.account, QStringLiteral("Nordwind Logistics"));
        QVERIFY(good(row.deleted ? m_source->restore(row.id) : m_source->archive(row.id, false)));
    }
    auto board = m_source->board();
    board.waitForFinished();
    QCOMPARE(board.result()->cards.size(), size_t(2));
}

void EngineSourceTest::ownersAndAmountsAreWrittenAsThePagesGiveThem()
{
    const auto owners = m_source->owners();
    QCOMPARE(owners.size(), size_t(1));
    QVERIFY(good(m_source->edit({m_deal, QStringLiteral("ownerId"), owners.front().id})));
    QVERIFY(good(m_source->edit(
        {m_deal, QStringLiteral("estimatedValue"), QVariant::fromValue(MoneyView {9000000, QStringLiteral("USD")})})));
    QVERIFY(good(m_source->edit({m_deal, QStringLiteral("closeDate"), QDate(2031, 5, 4)})));
    auto card = m_source->card(m_deal);
    card.waitForFinished();
    QCOMPARE(card.result()->ownerId, owners.front().id);
    QCOMPARE(card.result()->amount, (MoneyView {9000000, QStringLiteral("USD")}));
    QCOMPARE(card.result()->closeDate, QDate(2031, 5, 4));
    QVERIFY(good(m_source->edit({m_deal, QStringLiteral("ownerId"), QString()})));
    QVERIFY(!good(m_source->edit({m_deal, QStringLiteral("ownerId"), QStringLiteral("nobody")})));
    QVERIFY(!good(m_source->edit({m_deal, QStringLiteral("dealStage"), QStringLiteral("closed_won")})));
}

void EngineSourceTest::namesFollowTheLogAndLeaveOutWhatIsPutAway()
{
    auto found = names(QStringLiteral("fleet nordwind"));
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().kind, FoundKind::Deal);
    QCOMPARE(found.front().id, m_deal);
    QCOMPARE(found.front().title, QStringLiteral("Fleet planning rollout"));
    QCOMPARE(found.front().account, QStringLiteral("Nordwind Logistics"));
    QCOMPARE(found.front().amount.minor, 18400000);
    QVERIFY(names(QString()).empty());

    // Written by somebody else, renamed here: the next look knows.
    const auto depot = m_other->deal("Dépôt slots");
    QCOMPARE(names(QStringLiteral("depot")).size(), size_t(1));
    QVERIFY(good(m_source->edit({depot, QStringLiteral("name"), QStringLiteral("Yard Müller")})));
    QVERIFY(names(QStringLiteral("depot")).empty());
    QCOMPARE(names(QStringLiteral("mueller")).size(), size_t(1));
    QVERIFY(good(m_source->addTask(m_deal, QStringLiteral("Send the price sheet"), {})));
    found = names(QStringLiteral("price sheet"));
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().kind, FoundKind::Task);
    QCOMPARE(found.front().dealId, m_deal);

    // Archived and deleted ones are gone, and come back.
    QVERIFY(good(m_source->archive(m_deal, true)));
    QVERIFY(good(m_source->remove(depot)));
    for (const auto& hit : names(QStringLiteral("nordwind")))
        QVERIFY(hit.kind != FoundKind::Deal);
    QVERIFY(names(QStringLiteral("mueller")).empty());
    QVERIFY(good(m_source->archive(m_deal, false)));
    QVERIFY(good(m_source->restore(depot)));
    QCOMPARE(names(QStringLiteral("fleet")).size(), size_t(1));
    QCOMPARE(names(QStringLiteral("mueller")).size(), size_t(1));

    // An account that is renamed is renamed beside its deals too.
    QVERIFY(good(m_source->editRecord({RecordKind::Account, QString::fromStdString(m_other->account.text()),
        QStringLiteral("accountName"), QStringLiteral("Südwind Cargo")})));
    found = names(QStringLiteral("suedwind fleet"));
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().account, QStringLiteral("Südwind Cargo"));
    QVERIFY(names(QStringLiteral("nordwind")).empty());

    NameQuery people {QStringLiteral("fleet")};
    people.kinds = bitOf(FoundKind::Person);
    auto none = m_source->findNames(people);
    none.waitForFinished();
    QVERIFY(none.result() && none.result()->found.empty());
    QVERIFY(none.result()->looked >= 4);
}

void EngineSourceTest::wordsAreFoundInMessagesAndWhatWasSaid()
{
    const auto account = m_other->account.text();
    const auto talk = write(Conversation::type,
        Json {{"accountId", account}, {"channel", "email"}, {"subject", "Phasing"},
            {"lastAt", "2026-03-02T10:00:00.000Z"}});
    const auto mail = write(Message::type,
        Json {{"conversationId", talk.text()}, {"accountId", account}, {"channel", "email"}, {"direction", "inbound"},
            {"subject", "Phasing"}, {"from", {{"name", "Jonas Brandt"}, {"address", "jonas@nordwind.example"}}},
            {"text", "Hello. The works council must agree first."}, {"sentAt", "2026-03-02T10:00:00.000Z"}});
    const auto meeting = write(Meeting::type,
        Json {{"title", "Deep dive"}, {"accountId", account}, {"conversationId", talk.text()},
            {"scheduledStart", "2026-03-03T10:00:00.000Z"}});
    const auto transcript = write(Transcript::type,
        Json {{"meetingId", meeting.text()}, {"part", 0}, {"firstUtterance", 0},
            {"utterances",
                {{{"speaker", "Lena"}, {"text", "What must hold?"}},
                    {{"speaker", "Jonas"}, {"text", "It has to talk to the warehouse terminals."}}}}});
    QVERIFY(!talk.isNull() && !mail.isNull() && !meeting.isNull() && !transcript.isNull());

    auto found = words(QStringLiteral("works council"));
    QVERIFY(found);
    QCOMPARE(found->size(), size_t(1));
    const auto& hit = found->front();
    QCOMPARE(hit.kind, FoundKind::Message);
    QCOMPARE(hit.sourceId, QString::fromStdString(mail.text()));
    QCOMPARE(hit.conversationId, QString::fromStdString(talk.text()));
    QCOMPARE(hit.person, QStringLiteral("Jonas Brandt"));
    QCOMPARE(hit.begin, 11);
    QCOMPARE(hit.end, 16);
    QVERIFY(hit.snippet.contains(QStringLiteral("works council")));

    found = words(QStringLiteral("warehouse termin"));
    QVERIFY(found);
    QCOMPARE(found->size(), size_t(1));
    QCOMPARE(found->front().kind, FoundKind::Meeting);
    QCOMPARE(found->front().title, QStringLiteral("Deep dive"));
    QCOMPARE(found->front().person, QStringLiteral("Jonas"));
    QVERIFY(found->front().sourceId.endsWith(QStringLiteral("#1")));
    QCOMPARE(found->front().begin, 22); // "warehouse"

    // A deleted message is found no more, and neither is one whose words are purged.
    auto transaction = m_other->store->begin(m_other->context);
    QVERIFY(transaction);
    QVERIFY((*transaction)->remove({Message::type, mail}, {}));
    QVERIFY((*transaction)->commit());
    QVERIFY(words(QStringLiteral("works council"))->empty());
    QVERIFY(m_other->store->purgeDeleted(m_other->context, m_other->clock.now() + std::chrono::hours(1)));
    QVERIFY(words(QStringLiteral("works council"))->empty());
}

void EngineSourceTest::oddInputIsSearchedLikeAnyOther_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a quote that stays open") << QStringLiteral("\"fleet plan");
    QTest::newRow("quotes only") << QStringLiteral("\"\"\"");
    QTest::newRow("operators") << QStringLiteral("fleet AND NOT (x OR y) NEAR/3 z* -q ^a col:b");
    QTest::newRow("sql") << QStringLiteral("'; DROP TABLE document; --");
    QTest::newRow("emoji") << QString::fromUtf8("\U0001F680");
    QTest::newRow("right to left") << QString::fromUtf8("שלום עולם");
    QTest::newRow("long") << QString(10'000, u'a');
    QTest::newRow("many words") << QStringLiteral("fleet ").repeated(2000);
    QTest::newRow("half a letter") << QString(QChar(0xD83D));
    QTest::newRow("zero") << QString(QChar(0));
}

void EngineSourceTest::oddInputIsSearchedLikeAnyOther()
{
    QFETCH(QString, text);
    QVERIFY(words(text));
    auto answer = m_source->findNames({text});
    answer.waitForFinished();
    QVERIFY(answer.result());
}

void EngineSourceTest::aNewerSearchEndsTheOneBefore()
{
    (void)names(QStringLiteral("fleet")); // they are read by now
    std::vector<QFuture<Answer<NamesView>>> asked;
    for (int i = 0; i < 50; ++i)
        asked.push_back(m_source->findNames({QStringLiteral("fleet")}));
    for (auto& answer : asked)
        answer.waitForFinished();
    QVERIFY(asked.back().result());
    QCOMPARE(asked.back().result()->found.size(), size_t(1));
    for (const auto& answer : asked)
        QVERIFY(answer.result() || answer.result().error().code == QLatin1String("stopped"));
}

QTEST_GUILESS_MAIN(EngineSourceTest)
#include "engine_source_test.moc"
