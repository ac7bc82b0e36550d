// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/formats.hpp"
#include "app/source/engine_parts.hpp"
#include "app/source/heap.hpp"
#include "core/engine/conversations/seen.hpp"
#include "core/engine/jobs/daily_refresh.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/workspace/erase_person.hpp"
#include <QCoreApplication>
#include <QDir>
#include <QTimeZone>
#include <QtConcurrent/QtConcurrentRun>
#include <unordered_set>

namespace agentarmy::app {
namespace {

MoveInput toInput(const MoveRequest& request)
{
    MoveInput input;
    input.override = request.override;
    if (!request.reason.isEmpty())
        input.reason = request.reason.toStdString();
    if (!request.lostReason.isEmpty())
        input.lostReason = request.lostReason.toStdString();
    if (request.closedValue.isSet())
        input.closedValue = Money {request.closedValue.minor, request.closedValue.currency.toStdString()};
    return input;
}

bool isSettings(const Change& change) { return change.document.type == TenantSettings::type; }

Json toFields(const FieldEdit& edit)
{
    Json value;
    if (edit.field == QLatin1String("closeDate")) {
        if (const auto date = edit.value.toDate(); date.isValid())
            value = date.toString(Qt::ISODate).toStdString();
    } else if (edit.field == QLatin1String("estimatedValue")) {
        if (const auto money = edit.value.value<MoneyView>(); money.isSet())
            value = Json {{"amountMinor", money.minor}, {"currency", money.currency.toStdString()}};
    } else if (edit.field == QLatin1String("needsReview")) {
        value = edit.value.toBool();
    } else if (const auto words = edit.value.toString(); !words.isEmpty()) {
        value = words.toStdString();
    }
    return Json {{edit.field.toStdString(), value}};
}

}

Result<void> EngineSource::Engine::open(const QString& path)
{
    folder = path;
    auto opened = sqlite::SqliteStore::open(path.toStdString(), {.clock = clock, .random = random});
    if (!opened)
        return fail(opened.error());
    store = std::move(*opened);
    const auto zone = QTimeZone::systemTimeZoneId().toStdString();
    auto info = openWorkspace(*store, {}, ids, clock, zone.empty() ? "UTC" : zone);
    if (!info)
        return fail(info.error());
    if (const auto finished = finishErasing(*store, *store, {}); !finished)
        qWarning("An erasure is not finished: %s", finished.error().message.c_str());
    keepInfo(std::move(*info));
    auto device = deviceId(*store, {}, ids);
    if (!device)
        return fail(device.error());
    context = personContext(*this->info(), *device);
    desk = std::make_unique<DealDesk>(*store, ids, clock);
    secrets = std::make_unique<secrets::WorkspaceSecrets>(path.toStdString(), this->info()->settings.id.text());
    if (auto last = lastVisit(*store, context))
        visit = *last;
    return {};
}

Result<void> EngineSource::Engine::readInfo()
{
    auto fresh = readWorkspace(*store, context);
    if (!fresh)
        return fail(fresh.error());
    keepInfo(std::move(*fresh));
    return {};
}

Result<QString> EngineSource::Engine::editOne(Id<Opportunity> id, const BulkEdit& edit)
{
    if (edit.field == QLatin1String("archived")) {
        const auto done = desk->archive(context, {Opportunity::type, id.value()}, edit.value.toBool());
        return done ? Result<QString>(text(done->text())) : fail(done.error());
    }
    const auto done = edit.field == QLatin1String("stage")
        ? desk->move(context, id, fromStage(Stage(edit.value.toInt())), {})
        : desk->edit(context, id, toFields({{}, edit.field, edit.value}));
    if (!done)
        return fail(done.error());
    return done->mutationId.isNull() ? QString() : text(done->mutationId.text());
}

Answer<std::vector<PutAwayView>> EngineSource::Engine::putAway()
{
    constexpr size_t most = 200; // older ones are found by name on the command line
    Query board;
    board.type = Opportunity::type;
    std::unordered_set<Uuid> shown;
    const auto read = store->readRows(context, board, [&](Row&& row) { return shown.insert(row.id), true; });
    if (!read)
        return failed(read);
    auto query = board;
    query.includeArchived = query.includeDeleted = true;
    query.sort = SortKey::time;
    query.descending = true;
    std::vector<Uuid> rest;
    const auto all = store->readRows(context, query, [&](Row&& row) {
        if (!shown.contains(row.id))
            rest.push_back(row.id);
        return rest.size() < most;
    });
    if (!all)
        return failed(all);
    auto accounts = readNames(*store, context, Account::type);
    if (!accounts)
        return failed(accounts);
    std::vector<PutAwayView> list;
    for (const auto& id : rest) {
        auto one = query;
        one.rootId = id;
        const auto page = store->query(context, one);
        if (!page)
            return failed(page);
        if (page->items.empty() || page->items.front().body.empty()) // purged: nothing is left to restore
            continue;
        const auto deal = entityOf<Opportunity>(page->items.front());
        if (!deal)
            continue;
        list.push_back({text(id.text()), text(deal->name), text((*accounts)[deal->accountId.value()]),
            page->items.front().deleted, localTime(deal->updatedAt)});
    }
    std::ranges::stable_sort(list, [](const auto& a, const auto& b) { return a.at > b.at; });
    return list;
}

tl::expected<std::unique_ptr<EngineSource>, Problem> EngineSource::open(const QString& folder)
{
    QDir().mkpath(folder);
    auto engine = std::make_unique<Engine>();
    if (const auto opened = engine->open(folder); !opened)
        return failed(opened);
    return std::unique_ptr<EngineSource>(new EngineSource(std::move(engine)));
}

EngineSource::EngineSource(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
    m_readers.setMaxThreadCount(2);
    m_writer.setMaxThreadCount(1);
    m_background.setMaxThreadCount(1);
    m_importer.setMaxThreadCount(1);
    m_finder.setMaxThreadCount(1);
    m_mover.setMaxThreadCount(1);
    m_mailer.setMaxThreadCount(1);
    m_background.setThreadPriority(QThread::LowPriority);
    connect(&m_hourly, &QTimer::timeout, this, &EngineSource::refresh);
    connect(&m_often, &QTimer::timeout, this, &EngineSource::lookAround);
}

void EngineSource::follow()
{
    m_often.start(std::chrono::seconds(2));
    lookAround();
}

void EngineSource::lookAround()
{
    if (m_looking)
        return;
    m_looking = true;
    struct News {
        std::int64_t head = -1;
        std::vector<Change> changes;
        bool much = false;
    };
    constexpr int few = 200; // more than that, and reading the board anew is quicker
    QtConcurrent::run(&m_readers, [this, seen = m_seen] {
        News news;
        auto& engine = *m_engine;
        const auto head = engine.store->head(engine.context);
        if (!head)
            return news; // busy or gone for a moment: the next look tells
        news.head = *head;
        if (seen < 0 || *head <= seen)
            return news;
        news.much = *head - seen > few;
        if (news.much)
            return news;
        if (auto changes = engine.store->changes(engine.context, seen, few))
            news.changes = std::move(*changes);
        else
            news.head = seen;
        if (std::ranges::any_of(news.changes, isSettings)) // of another program: drafts are written by what holds now
            if (const auto fresh = engine.readInfo(); !fresh)
                news.head = seen;
        return news;
    }).then(this, [this](const News& news) {
        m_looking = false;
        if (news.head < 0)
            return;
        m_seen = news.head;
        if (news.much) {
            Q_EMIT boardChanged();
            Q_EMIT recordsChanged();
        } else {
            auto foreign = news.changes;
            std::erase_if(
                foreign, [this](const Change& change) { return m_own.contains(text(change.mutationId.text())); });
            tell(foreign);
        }
        m_own.clear(); // the log has been read beyond them
    });
}

void EngineSource::tell(const std::vector<Change>& changes)
{
    std::unordered_set<Uuid> deals;
    bool conversations = false;
    bool approvals = false;
    bool records = false;
    bool settings = false;
    bool mailboxes = false;
    for (const auto& change : changes) {
        if (change.document.type == Opportunity::type)
            deals.insert(change.document.id);
        else if (change.document.type == Account::type) {
            Q_EMIT recordsChanged();
            return boardChanged(); // its name stands on cards
        }
        settings = settings || isSettings(change);
        records = records || change.document.type == Contact::type;
        conversations = conversations || change.document.type == Conversation::type;
        approvals = approvals || change.document.type == AgentAction::type;
        mailboxes = mailboxes || change.document.type == Mailbox::type;
    }
    for (const auto& deal : deals)
        Q_EMIT dealChanged(text(deal.text()));
    if (conversations)
        Q_EMIT conversationsChanged();
    if (approvals)
        Q_EMIT approvalsChanged();
    if (records)
        Q_EMIT recordsChanged();
    if (settings)
        Q_EMIT workspaceChanged();
    if (mailboxes)
        m_mailer.start([this] { reloadMailboxes(); });
    if (approvals)
        m_mailer.start([this] { wakeOutbox(); });
}

void EngineSource::keepFresh(int delay)
{
    m_visited = true;
    QTimer::singleShot(delay, this, &EngineSource::refresh);
    m_hourly.start(std::chrono::hours(1));
}

void EngineSource::refresh()
{
    if (m_background.activeThreadCount() > 0)
        return;
    m_writer.start([this] { rememberNow(); });
    m_background.start([this] {
        auto& engine = *m_engine;
        auto context = engine.context;
        context.stop = m_stop.get_token();
        const auto done
            = refreshDaily({*engine.store, engine.model, engine.ids, engine.clock}, context, *engine.info());
        if (!done)
            qWarning("Next steps were not refreshed: %s", done.error().message.c_str());
        else if (*done)
            QMetaObject::invokeMethod(
                this, [this] { Q_EMIT boardChanged(); }, Qt::QueuedConnection);
    });
}

void EngineSource::rememberNow()
{
    auto& engine = *m_engine;
    if (const auto done = rememberVisit(*engine.store, engine.context, engine.clock.now()); !done)
        qWarning("The time of this visit was not kept: %s", done.error().message.c_str());
}

EngineSource::~EngineSource()
{
    m_stop.request_stop();
    m_importStop.request_stop();
    m_searchStop.request_stop();
    ++m_findRound;
    m_finder.waitForDone();
    m_dataStop.request_stop();
    m_mailStop.request_stop();
    m_mover.waitForDone();
    m_mailer.clear();
    m_mailer.waitForDone();
    m_engine->keeper.reset(); // ends what was begun
    m_importer.clear();
    m_importer.waitForDone();
    m_background.waitForDone();
    m_readers.waitForDone();
    m_writer.waitForDone();
    if (m_visited)
        rememberNow();
}

ViewerView EngineSource::viewer() const
{
    ViewerView view;
    const auto info = m_engine->info();
    if (const auto* self = info->user(info->self)) {
        view.id = text(self->id.text());
        view.name = text(self->name);
    }
    if (view.name.isEmpty())
        view.name = tr("You");
    view.currency = text(info->settings.currency);
    view.initials = initialsText(view.name);
    const auto company = text(info->settings.ownCompanyName);
    view.workspace = company.isEmpty() ? tr("Personal workspace") : company;
    return view;
}

std::vector<OwnerView> EngineSource::owners() const
{
    std::vector<OwnerView> list;
    const auto info = m_engine->info();
    for (const auto& user : info->users)
        if (user.isActive)
            list.push_back({text(user.id.text()), text(user.name.empty() ? user.email : user.name)});
    std::ranges::sort(list, {}, [](const OwnerView& owner) { return std::pair(owner.name, owner.id); });
    return list;
}

QFuture<Answer<BoardView>> EngineSource::board()
{
    return reading<BoardView>([](Engine& engine) -> Answer<BoardView> {
        auto board = loadBoard(*engine.store, engine.context, {}, engine.info()->settings, engine.clock.now());
        if (!board)
            return failed(board);
        BoardView view;
        view.cards.reserve(board->cards.size());
        for (const auto& card : board->cards)
            view.cards.push_back(toCard(card));
        return view;
    });
}

QFuture<Answer<DealCard>> EngineSource::card(const QString& dealId)
{
    return reading<DealCard>([dealId](Engine& engine) -> Answer<DealCard> {
        const auto id = idOf<Opportunity>(dealId);
        if (!id)
            return failed(id);
        const auto card = loadCard(*engine.store, engine.context, *id, engine.info()->settings, engine.clock.now());
        if (!card)
            return failed(card);
        if (card->archived)
            return tl::unexpected(Problem {QStringLiteral("not_found"), tr("This deal is archived.")});
        return toCard(*card);
    });
}

QFuture<Answer<std::vector<StageAnswer>>> EngineSource::answers(const QString& dealId)
{
    return reading<std::vector<StageAnswer>>([dealId](Engine& engine) -> Answer<std::vector<StageAnswer>> {
        const auto id = idOf<Opportunity>(dealId);
        if (!id)
            return failed(id);
        const auto deal = readEntity(*engine.store, engine.context, *id);
        if (!deal)
            return failed(deal);
        const auto here = toStage(deal->dealStage);
        std::vector<StageAnswer> answers;
        for (int stage = 0; stage < stageCount; ++stage) {
            const auto judged = engine.desk->judgeMove(engine.context, *id, fromStage(Stage(stage)), {});
            if (!judged)
                return failed(judged);
            answers.push_back(toAnswer(Stage(stage), here, *judged));
        }
        return answers;
    });
}

QFuture<Answer<Receipt>> EngineSource::move(const MoveRequest& request)
{
    return writing(request.dealId, [request](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<Opportunity>(request.dealId);
        if (!id)
            return failed(id);
        return receipt(engine.desk->move(engine.context, *id, fromStage(request.to), toInput(request)));
    });
}

QFuture<Answer<Receipt>> EngineSource::edit(const FieldEdit& edit)
{
    return writing(edit.dealId, [edit](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<Opportunity>(edit.dealId);
        if (!id)
            return failed(id);
        return receipt(engine.desk->edit(engine.context, *id, toFields(edit)));
    });
}

QFuture<Answer<Receipt>> EngineSource::restoreField(const QString& dealId, const QString& historyId)
{
    return writing(dealId, [dealId, historyId](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<Opportunity>(dealId);
        if (!id)
            return failed(id);
        return receipt(engine.desk->restoreField(
            engine.context, *id, historyId.section(u'-', 0, 0).toLongLong(), historyId.section(u'-', 1).toStdString()));
    });
}

QFuture<Answer<BulkReceipt>> EngineSource::editMany(const BulkEdit& edit)
{
    return QtConcurrent::run(&m_writer, [this, edit]() -> Answer<BulkReceipt> {
        auto& engine = *m_engine;
        BulkReceipt receipt;
        QStringList tokens;
        for (const auto& dealId : edit.dealIds) {
            const auto id = idOf<Opportunity>(dealId);
            if (!id)
                return failed(id);
            auto done = engine.editOne(*id, edit);
            if (done) {
                ++receipt.done;
                if (!done->isEmpty())
                    tokens += *done;
                continue;
            }
            if (done.error().kind == ErrorKind::unavailable || done.error().kind == ErrorKind::internal) {
                if (tokens.isEmpty())
                    return failed(done);
                receipt.refused += text(done.error().message); // what was done stands, and can be undone
                break;
            }
            const auto deal = readEntity(*engine.store, engine.context, *id);
            receipt.refused
                += QStringLiteral("%1: %2").arg(deal ? text(deal->name) : dealId, text(done.error().message));
        }
        receipt.undoToken = tokens.join(u'\n');
        QMetaObject::invokeMethod(
            this,
            [this, tokens] {
                for (const auto& token : tokens)
                    m_own.insert(token);
                Q_EMIT boardChanged();
            },
            Qt::QueuedConnection);
        return receipt;
    });
}

QFuture<Answer<Receipt>> EngineSource::archive(const QString& dealId, bool archived)
{
    return writing(dealId, [dealId, archived](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<Opportunity>(dealId);
        if (!id)
            return failed(id);
        return receipt(engine.desk->archive(engine.context, {Opportunity::type, id->value()}, archived));
    });
}

QFuture<Answer<Receipt>> EngineSource::remove(const QString& dealId)
{
    return writing(dealId, [dealId](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<Opportunity>(dealId);
        if (!id)
            return failed(id);
        return receipt(engine.desk->remove(engine.context, {Opportunity::type, id->value()}));
    });
}

QFuture<Answer<Receipt>> EngineSource::restore(const QString& dealId)
{
    return writing(dealId, [dealId](Engine& engine) -> Answer<Receipt> {
        const auto id = idOf<Opportunity>(dealId);
        if (!id)
            return failed(id);
        return receipt(engine.desk->restore(engine.context, {Opportunity::type, id->value()}));
    });
}

QFuture<Answer<std::vector<PutAwayView>>> EngineSource::putAway()
{
    return reading<std::vector<PutAwayView>>([](Engine& engine) { return engine.putAway(); });
}

QFuture<Answer<Receipt>> EngineSource::undo(const QString& token)
{
    return QtConcurrent::run(&m_writer, [this, token]() -> Answer<Receipt> {
        auto& engine = *m_engine;
        if (token.startsWith(readAgain)) { // what was read is a value of this device, not of the log
            const auto ids = conversationIds(token.mid(readAgain.size()).split(u' '));
            if (!ids)
                return failed(ids);
            if (const auto done = agentarmy::setUnread(*engine.store, engine.context, *ids, true, engine.clock.now());
                !done)
                return failed(done);
            QMetaObject::invokeMethod(
                this, [this] { Q_EMIT conversationsChanged(); }, Qt::QueuedConnection);
            return Receipt {};
        }
        std::optional<Error> first; // of many mutations those that can be taken back are
        int undone = 0;
        const auto tokens = token.split(u'\n');
        for (auto i = tokens.size(); i-- > 0;) { // the last one first
            const auto mutation = Uuid::parse(tokens[i].toStdString());
            if (!mutation)
                return failed(mutation);
            const auto done = engine.desk->undo(engine.context, *mutation);
            if (!done) {
                first = first ? first : done.error();
                continue;
            }
            ++undone;
            auto changes = engine.store->changesOfMutation(engine.context, done->mutationId);
            if (changes && std::ranges::any_of(*changes, isSettings))
                if (const auto fresh = engine.readInfo(); !fresh)
                    return failed(fresh);
            if (changes)
                QMetaObject::invokeMethod(
                    this,
                    [this, changes = std::move(*changes), mutation = text(done->mutationId.text())] {
                        m_own.insert(mutation);
                        tell(changes);
                    },
                    Qt::QueuedConnection);
        }
        if (undone == 0)
            return tl::unexpected(toProblem(*first));
        return Receipt {};
    });
}

QFuture<Answer<DealView>> EngineSource::deal(const QString& dealId)
{
    return reading<DealView>([dealId](Engine& engine) -> Answer<DealView> {
        const auto id = idOf<Opportunity>(dealId);
        if (!id)
            return failed(id);
        const auto page = loadDealPage(*engine.store, engine.context, *id, engine.info()->settings, engine.clock.now());
        if (!page)
            return failed(page);
        const auto history = engine.desk->history(engine.context, {Opportunity::type, id->value()});
        if (!history)
            return failed(history);
        return toDealView(*page, *history, *engine.info(), engine.clock.now());
    });
}

QFuture<Answer<HomeView>> EngineSource::home()
{
    return reading<HomeView>([](Engine& engine) -> Answer<HomeView> {
        const auto home = loadHome(*engine.store, engine.context, *engine.info(), engine.visit, engine.clock.now());
        if (!home)
            return failed(home);
        return toHome(*home);
    }).then(heapGivenBack<HomeView>);
}

QFuture<Answer<Receipt>> EngineSource::setTarget(const QString& type, std::optional<double> target)
{
    return QtConcurrent::run(&m_writer, [this, type, target]() -> Answer<Receipt> {
        auto& engine = *m_engine;
        const auto goal = parseEnum<GoalType>(type.toStdString());
        if (!goal)
            return tl::unexpected(Problem {QStringLiteral("invalid_goal_type"), tr("There is no such target.")});
        const auto owns = ownsOpenDeals(*engine.store, engine.context, engine.info()->self);
        if (!owns)
            return failed(owns);
        const auto done = setGoal(*engine.store, engine.context, engine.ids, engine.info()->settings,
            *owns ? std::optional(engine.info()->self) : std::nullopt, *goal, target, engine.clock.now());
        if (!done)
            return failed(done);
        return Receipt {done->isNull() ? QString() : text(done->text())};
    });
}

}
