// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/ui/sample_source.hpp"

namespace agentarmy::app {

SampleSource::SampleSource(int extraDeals, QObject* parent)
    : WorkspaceSource(parent)
{
    auto cards = sampleDeals();
    const auto drawn = cards;
    for (int i = 0; i < extraDeals; ++i) {
        auto card = drawn[size_t(i) % drawn.size()];
        card.id = QStringLiteral("extra-%1").arg(i);
        card.name += QStringLiteral(" %1").arg(i);
        if (card.closeDate.isValid())
            card.closeDate = card.closeDate.addDays(i % 90);
        cards.push_back(card);
    }
    for (const auto& card : cards)
        m_cards[card.id] = card;
    m_approvals = sampleApprovals();
    m_home = sampleHome();
    m_records = sampleRecords(drawn);
    m_pairs = samplePairs();
    m_settings = {QStringLiteral("Lena Hartmann"), QStringLiteral("lena.hartmann@meridianflow.example"),
        QStringLiteral("Meridian Flow"), QStringLiteral("EUR"), QStringLiteral("Europe/Berlin"),
        {QStringLiteral("meridianflow.example")}, {}, {QStringLiteral("Fleet Planning"), QStringLiteral("Yard & Dock")},
        QStringLiteral("/data/agentarmy")};
}

ViewerView SampleSource::viewer() const
{
    return {QStringLiteral("lena"), m_settings.name, QStringLiteral("LH"), QStringLiteral("Sample workspace"),
        QStringLiteral("EUR")};
}

std::vector<OwnerView> SampleSource::owners() const
{
    return {{QStringLiteral("AK"), QStringLiteral("Asha Kapoor")},
        {QStringLiteral("LH"), QStringLiteral("Lena Hartmann")}, {QStringLiteral("TS"), QStringLiteral("Tom Sanders")}};
}

const DealCard* SampleSource::find(const QString& dealId) const
{
    const auto found = m_cards.find(dealId);
    return found == m_cards.end() ? nullptr : &found->second;
}

std::optional<Problem> SampleSource::failing(const QString& call)
{
    const auto found = m_failing.find(call);
    if (found == m_failing.end())
        return std::nullopt;
    Problem problem {QStringLiteral("unavailable"), found->second};
    m_failing.erase(found);
    return problem;
}

QFuture<Answer<BoardView>> SampleSource::board()
{
    return later<BoardView>(QStringLiteral("board"), [this]() -> Answer<BoardView> {
        BoardView view;
        for (const auto& [id, card] : m_cards)
            view.cards.push_back(card);
        return view;
    });
}

QFuture<Answer<DealCard>> SampleSource::card(const QString& dealId)
{
    return later<DealCard>(QStringLiteral("card"), [this, dealId]() -> Answer<DealCard> {
        if (const auto* card = find(dealId))
            return *card;
        return tl::unexpected(Problem {QStringLiteral("not_found"), QStringLiteral("This deal is gone.")});
    });
}

QFuture<Answer<std::vector<StageAnswer>>> SampleSource::answers(const QString& dealId)
{
    return later<std::vector<StageAnswer>>(
        QStringLiteral("answers"), [this, dealId]() -> Answer<std::vector<StageAnswer>> {
            std::vector<StageAnswer> answers;
            const auto* card = find(dealId);
            for (int i = 0; i < stageCount && card; ++i) {
                StageAnswer answer;
                answer.stage = Stage(i);
                const int here = int(card->stage);
                if (i == here)
                    answer.kind = StageAnswer::Kind::Same;
                else if (Stage(i) == Stage::Won)
                    answer.kind = StageAnswer::Kind::NeedsInput, answer.needsClosedValue = true,
                    answer.needsReason = here != 4, answer.needsOverride = here != 4;
                else if (Stage(i) == Stage::Lost)
                    answer.kind = StageAnswer::Kind::NeedsInput, answer.needsLostReason = true,
                    answer.needsOverride = here != 4;
                else if (card->stage == Stage::Won || card->stage == Stage::Lost)
                    answer.kind = StageAnswer::Kind::Forbidden,
                    answer.message = QStringLiteral("Only a manager can open a closed deal again");
                else if (Stage(i) == Stage::Stalled || i != here + 1)
                    answer.kind = StageAnswer::Kind::NeedsInput, answer.needsReason = true,
                    answer.needsOverride = Stage(i) != Stage::Stalled;
                else if (Stage(i) == Stage::Negotiation) {
                    answer.missing = 1;
                    answer.proof = {{QStringLiteral("Economic buyer"), QStringLiteral("not proven"), false},
                        {QStringLiteral("Decision criteria"), QStringLiteral("5 quotes"), true},
                        {QStringLiteral("BANT 75 %"), QStringLiteral("needs 75"), true},
                        {QStringLiteral("MEDDIC 83 %"), QStringLiteral("needs 50"), true},
                        {QStringLiteral("7 conversations"), QStringLiteral("needs 4"), true}};
                }
                answers.push_back(answer);
            }
            return answers;
        });
}

Answer<Receipt> SampleSource::write(const QString& dealId, const std::function<void()>& change)
{
    const auto token = QString::number(++m_tokens);
    m_undo[token] = {dealId, state()};
    change();
    QTimer::singleShot(0, this, [this, dealId] { Q_EMIT dealChanged(dealId); });
    return Receipt {token};
}

void SampleSource::change(const DealCard& card)
{
    m_cards[card.id] = card;
    Q_EMIT dealChanged(card.id);
}

void SampleSource::putAwayNow(const QString& dealId, bool deleted)
{
    m_putAway[dealId] = m_cards[dealId];
    m_cards.erase(dealId);
    if (deleted)
        m_deleted.insert(dealId);
}

QFuture<Answer<Receipt>> SampleSource::move(const MoveRequest& request)
{
    return later<Receipt>(QStringLiteral("move"), [this, request]() -> Answer<Receipt> {
        return write(request.dealId, [&] {
            auto& card = m_cards[request.dealId];
            card.stage = request.to;
            card.daysInStage = 0;
            if (request.to == Stage::Won || request.to == Stage::Lost)
                card.closedOn = QDate::currentDate();
            if (request.closedValue.isSet())
                card.amount = request.closedValue;
        });
    });
}

QFuture<Answer<Receipt>> SampleSource::edit(const FieldEdit& edit)
{
    return later<Receipt>(QStringLiteral("edit"), [this, edit]() -> Answer<Receipt> {
        return write(edit.dealId, [&] {
            auto& card = m_cards[edit.dealId];
            std::erase_if(m_checks[edit.dealId], [&](const CheckView& check) { return check.field == edit.field; });
            if (edit.field == QLatin1String("name"))
                card.name = edit.value.toString();
            else if (edit.field == QLatin1String("closeDate"))
                card.closeDate = edit.value.toDate();
            else if (edit.field == QLatin1String("estimatedValue"))
                card.amount = edit.value.value<MoneyView>();
            else if (edit.field == QLatin1String("ownerId")) {
                card.ownerId = edit.value.toString();
                for (const auto& owner : owners())
                    if (owner.id == card.ownerId)
                        card.ownerName = owner.name;
            }
        });
    });
}

QFuture<Answer<BulkReceipt>> SampleSource::editMany(const BulkEdit& edit)
{
    return later<BulkReceipt>(QStringLiteral("editMany"), [this, edit]() -> Answer<BulkReceipt> {
        BulkReceipt receipt;
        const auto token = QString::number(++m_tokens);
        m_undo[token] = {QString(), state()};
        for (const auto& id : edit.dealIds) {
            auto& card = m_cards[id];
            if (edit.field == QLatin1String("stage")) {
                const int to = edit.value.toInt();
                if (to != int(card.stage) + 1 && to != int(card.stage)) { // as the rules ask for a reason
                    receipt.refused += QStringLiteral("%1: needs a reason").arg(card.name);
                    continue;
                }
                card.stage = Stage(to);
            } else if (edit.field == QLatin1String("ownerId")) {
                card.ownerId = edit.value.toString();
                for (const auto& owner : owners())
                    if (owner.id == card.ownerId)
                        card.ownerName = owner.name;
            } else if (edit.field == QLatin1String("closeDate")) {
                card.closeDate = edit.value.toDate();
            }
            ++receipt.done;
        }
        receipt.undoToken = token;
        QTimer::singleShot(0, this, [this] { Q_EMIT boardChanged(); });
        return receipt;
    });
}

QFuture<Answer<Receipt>> SampleSource::archive(const QString& dealId, bool archived)
{
    return later<Receipt>(QStringLiteral("archive"), [this, dealId, archived]() -> Answer<Receipt> {
        return write(dealId, [&] {
            if (archived)
                return putAwayNow(dealId, false);
            m_cards[dealId] = m_putAway[dealId];
            m_putAway.erase(dealId);
        });
    });
}

QFuture<Answer<Receipt>> SampleSource::remove(const QString& dealId)
{
    return later<Receipt>(QStringLiteral("remove"),
        [this, dealId]() -> Answer<Receipt> { return write(dealId, [&] { putAwayNow(dealId, true); }); });
}

QFuture<Answer<Receipt>> SampleSource::restore(const QString& dealId)
{
    return later<Receipt>(QStringLiteral("restore"), [this, dealId]() -> Answer<Receipt> {
        return write(dealId, [&] {
            m_cards[dealId] = m_putAway[dealId];
            m_putAway.erase(dealId);
            m_deleted.erase(dealId);
        });
    });
}

QFuture<Answer<std::vector<PutAwayView>>> SampleSource::putAway()
{
    return later<std::vector<PutAwayView>>(QStringLiteral("putAway"), [this]() -> Answer<std::vector<PutAwayView>> {
        std::vector<PutAwayView> list;
        for (const auto& [id, card] : m_putAway)
            list.push_back({id, card.name, card.account, m_deleted.contains(id), QDateTime::currentDateTime()});
        return list;
    });
}

QFuture<Answer<Receipt>> SampleSource::undo(const QString& token)
{
    return later<Receipt>(QStringLiteral("undo"), [this, token]() -> Answer<Receipt> {
        const auto found = m_undo.find(token);
        if (found == m_undo.end())
            return tl::unexpected(
                Problem {QStringLiteral("nothing_to_undo"), QStringLiteral("There is nothing to take back.")});
        const auto& [dealId, before] = found->second;
        m_cards = before.cards, m_putAway = before.putAway, m_deleted = before.deleted, m_checks = before.checks,
        m_approvals = before.approvals, m_home = before.home, m_records = before.records, m_pairs = before.pairs,
        m_talks = before.talks, m_points = before.points, m_tasks = before.tasks, m_persona = before.persona,
        m_unread = before.unread;
        QTimer::singleShot(0, this, [this, dealId = dealId] {
            Q_EMIT approvalsChanged();
            Q_EMIT recordsChanged();
            Q_EMIT conversationsChanged();
            if (dealId.isEmpty()) {
                Q_EMIT boardChanged();
                Q_EMIT workspaceChanged();
            }
            if (!dealId.isEmpty())
                Q_EMIT dealChanged(dealId);
        });
        return Receipt {};
    });
}

namespace {
void say(QualificationView& point, const PointEditView& edit)
{
    if (edit.edit == QLatin1String("set")) {
        if (!point.value.isEmpty() && point.value != edit.text)
            point.others += point.value;
        point.value = edit.text;
    }
    point.locked = edit.edit == QLatin1String("set") || edit.edit == QLatin1String("lock");
    if (edit.edit == QLatin1String("reject"))
        point.value.clear();
    if (edit.edit != QLatin1String("unlock")) {
        point.identified = point.locked;
        point.confidence = point.locked ? 1 : 0;
    }
}
}

QFuture<Answer<Receipt>> SampleSource::qualify(const PointEditView& edit)
{
    return later<Receipt>(QStringLiteral("qualify"), [this, edit]() -> Answer<Receipt> {
        if (edit.edit == QLatin1String("set") && edit.text.trimmed().isEmpty())
            return tl::unexpected(
                Problem {QStringLiteral("validation_failed"), QStringLiteral("value must be 1..500 bytes.")});
        return write(edit.dealId, [&] { m_points[edit.dealId].push_back(edit); });
    });
}

QFuture<Answer<Receipt>> SampleSource::restoreField(const QString& dealId, const QString&)
{
    return later<Receipt>(QStringLiteral("restoreField"),
        [this, dealId]() -> Answer<Receipt> { return write(dealId, [&] { m_cards[dealId].name += u'*'; }); });
}

QFuture<Answer<Receipt>> SampleSource::addTask(const QString& dealId, const QString& text, QDate due)
{
    return later<Receipt>(QStringLiteral("addTask"), [this, dealId, text, due]() -> Answer<Receipt> {
        return write(dealId, [&] {
            auto& tasks = m_tasks.try_emplace(dealId, sampleDealPage(m_cards[dealId]).tasks).first->second;
            tasks.insert(tasks.begin(),
                {QStringLiteral("task-%1").arg(m_tokens), text, QStringLiteral("Lena Hartmann"), due, false});
        });
    });
}

QFuture<Answer<Receipt>> SampleSource::setTaskDone(const QString& dealId, const QString& taskId, bool done)
{
    return later<Receipt>(QStringLiteral("setTaskDone"), [this, dealId, taskId, done]() -> Answer<Receipt> {
        return write(dealId, [&] {
            auto& tasks = m_tasks.try_emplace(dealId, sampleDealPage(m_cards[dealId]).tasks).first->second;
            for (auto& task : tasks)
                if (task.id == taskId)
                    task.done = done;
        });
    });
}

QFuture<Answer<DealView>> SampleSource::deal(const QString& dealId)
{
    return later<DealView>(QStringLiteral("deal"), [this, dealId]() -> Answer<DealView> {
        const auto away = m_putAway.find(dealId);
        if (const auto* card = find(dealId)                              ? find(dealId)
                : away != m_putAway.end() && !m_deleted.contains(dealId) ? &away->second
                                                                         : nullptr) {
            auto view = sampleDealPage(*card);
            view.archived = m_putAway.contains(dealId);
            if (const auto said = m_points.find(dealId); said != m_points.end())
                for (const auto& edit : said->second)
                    for (auto& point : view.qualification)
                        if (point.id == edit.dimension)
                            say(point, edit);
            if (const auto tasks = m_tasks.find(dealId); tasks != m_tasks.end())
                view.tasks = tasks->second;
            if (const auto asked = m_checks.find(dealId); asked != m_checks.end())
                view.checks = asked->second;
            return view;
        }
        return tl::unexpected(Problem {QStringLiteral("not_found"), QStringLiteral("This deal is gone.")});
    });
}

QFuture<Answer<std::vector<ConversationRow>>> SampleSource::conversations()
{
    return later<std::vector<ConversationRow>>(
        QStringLiteral("conversations"), [this]() -> Answer<std::vector<ConversationRow>> {
            auto rows = sampleConversations();
            for (auto& row : rows) {
                if (const auto found = m_talks.find(row.id); found != m_talks.end())
                    row = found->second;
                row.unread = m_unread.contains(row.id);
            }
            return rows;
        });
}

QFuture<Answer<ConversationView>> SampleSource::conversation(const QString& conversationId)
{
    return later<ConversationView>(
        QStringLiteral("conversation"), [this, conversationId]() -> Answer<ConversationView> {
            auto view = sampleConversation(conversationId);
            if (const auto found = m_talks.find(conversationId); found != m_talks.end())
                view.row = found->second;
            return view;
        });
}

QFuture<Answer<std::vector<ApprovalView>>> SampleSource::approvals()
{
    return later<std::vector<ApprovalView>>(
        QStringLiteral("approvals"), [this]() -> Answer<std::vector<ApprovalView>> { return m_approvals; });
}

QFuture<Answer<ImportPreviewView>> SampleSource::previewImport(const ImportRequest& request)
{
    return later<ImportPreviewView>(QStringLiteral("previewImport"), [request]() -> Answer<ImportPreviewView> {
        if (request.paths.contains(QStringLiteral("/nowhere")))
            return tl::unexpected(
                Problem {QStringLiteral("not_found"), QStringLiteral("There is nothing at /nowhere.")});
        return sampleImport(request);
    });
}

QFuture<Answer<ImportReportView>> SampleSource::runImport(const ImportRequest& request)
{
    auto promise = std::make_shared<QPromise<Answer<ImportReportView>>>();
    promise->start();
    m_cancelled = false;
    if (!request.dryRun)
        QTimer::singleShot(0, this, [this] {
            Q_EMIT importProgress({ImportProgressView::Phase::Reading, QStringLiteral("/in/mail"), 0.4, 240, 40, 100});
        });
    QTimer::singleShot(request.dryRun ? 0 : m_importTime, this, [this, promise] {
        if (const auto problem = failing(QStringLiteral("runImport"))) {
            promise->addResult(Answer<ImportReportView>(tl::unexpected(*problem)));
        } else {
            ImportReportView report;
            report.created = {{QStringLiteral("opportunity"), 2}, {QStringLiteral("message"), 598}};
            report.merged = {{QStringLiteral("account"), 2}};
            report.problems = {{QStringLiteral("s0"), QStringLiteral("/in/deals.csv"), QStringLiteral("No name"), 7}};
            report.notes = {QStringLiteral("Our side: meridianflow.example")};
            report.turns = 598;
            report.found = 1;
            report.cancelled = m_cancelled;
            promise->addResult(Answer<ImportReportView>(report));
        }
        promise->finish();
    });
    return promise->future();
}

QFuture<Answer<PersonaView>> SampleSource::persona()
{
    return later<PersonaView>(QStringLiteral("persona"), [this]() -> Answer<PersonaView> { return m_persona; });
}

QFuture<Answer<Receipt>> SampleSource::setPersona(const PersonaView& persona)
{
    return later<Receipt>(QStringLiteral("setPersona"), [this, persona]() -> Answer<Receipt> {
        const auto token = QString::number(++m_tokens);
        m_undo[token] = {QString(), state()};
        m_persona = persona;
        QTimer::singleShot(0, this, [this] { Q_EMIT workspaceChanged(); });
        return Receipt {token};
    });
}

PersonaPreviewView SampleSource::previewPersona(const PersonaView& persona) const
{
    PersonaPreviewView preview;
    for (size_t i = 0; i < preview.bands.size(); ++i)
        preview.bands[i] = persona.axes[i] < 30 ? -1 : persona.axes[i] > 70 ? 1 : 0;
    const auto formality = preview.bands[PersonaView::Formality];
    preview.chat = formality > 0 ? QStringLiteral("Thank you for your reply.") : QStringLiteral("Thanks!");
    preview.mail = (formality < 0          ? QStringLiteral("Hey Ana,")
                           : formality > 0 ? QStringLiteral("Dear Ana Weber,")
                                           : QStringLiteral("Hello Ana,"))
        + QStringLiteral("\n\n") + preview.chat;
    if (preview.bands[PersonaView::Initiative] > 0)
        preview.mail += QStringLiteral(" I will propose a time for a short call.");
    return preview;
}

QFuture<Answer<Receipt>> SampleSource::setUnread(const QStringList& conversationIds, bool unread)
{
    return later<Receipt>(QStringLiteral("setUnread"), [this, conversationIds, unread]() -> Answer<Receipt> {
        const auto token = QString::number(++m_tokens);
        m_undo[token] = {QString(), state()};
        for (const auto& id : conversationIds) {
            if (unread)
                m_unread.insert(id);
            else
                m_unread.erase(id);
        }
        return Receipt {token};
    });
}

QFuture<Answer<SettingsView>> SampleSource::settings()
{
    return later<SettingsView>(QStringLiteral("settings"), [this]() -> Answer<SettingsView> { return m_settings; });
}

QFuture<Answer<SettingsView>> SampleSource::setSetting(const SettingEdit& edit)
{
    return later<SettingsView>(QStringLiteral("setSetting"), [this, edit]() -> Answer<SettingsView> {
        if (edit.field == QLatin1String("currency") && edit.text.size() != 3)
            return tl::unexpected(Problem {
                QStringLiteral("validation_failed"), QStringLiteral("It takes a code of ISO 4217 such as EUR.")});
        if (edit.field == QLatin1String("currency"))
            m_settings.currency = edit.text.toUpper();
        else if (edit.field == QLatin1String("name"))
            m_settings.name = edit.text;
        else if (edit.field == QLatin1String("domains"))
            m_settings.domains = edit.text.split(QStringLiteral(", "));
        QTimer::singleShot(0, this, [this] { Q_EMIT workspaceChanged(); });
        return m_settings;
    });
}

QFuture<Answer<QString>> SampleSource::backUp(const QString& folder)
{
    return later<QString>(
        QStringLiteral("backUp"), [folder]() -> Answer<QString> { return folder + QStringLiteral("/agentarmy-1"); });
}

QFuture<Answer<QString>> SampleSource::exportAll(const QString& folder)
{
    return later<QString>(
        QStringLiteral("exportAll"), [folder]() -> Answer<QString> { return folder + QStringLiteral("/export-1"); });
}

QFuture<Answer<DoctorView>> SampleSource::examine()
{
    return later<DoctorView>(QStringLiteral("examine"), []() -> Answer<DoctorView> {
        return DoctorView {true, {QStringLiteral("120 deals"), QStringLiteral("598 messages")}, {}};
    });
}

QFuture<Answer<HomeView>> SampleSource::home()
{
    return later<HomeView>(QStringLiteral("home"), [this]() -> Answer<HomeView> { return m_home; });
}

QFuture<Answer<Receipt>> SampleSource::setTarget(const QString& type, std::optional<double> target)
{
    return later<Receipt>(QStringLiteral("setTarget"), [this, type, target]() -> Answer<Receipt> {
        const auto token = QString::number(++m_tokens);
        m_undo[token] = {QString(), state()};
        for (auto& gauge : m_home.gauges)
            if (gauge.type == type)
                gauge.target = target.value_or(-1);
        return Receipt {token};
    });
}

namespace {
ConversationRow& talkIn(std::map<QString, ConversationRow>& talks, const QString& id)
{
    for (const auto& row : sampleConversations())
        if (row.id == id)
            talks.try_emplace(id, row);
    return talks[id];
}
}

QFuture<Answer<Receipt>> SampleSource::snooze(const QString& conversationId, const QDateTime& until)
{
    return later<Receipt>(QStringLiteral("snooze"), [this, conversationId, until]() -> Answer<Receipt> {
        const auto token = QString::number(++m_tokens);
        m_undo[token] = {QString(), state()};
        talkIn(m_talks, conversationId).snoozedUntil = until;
        const auto found = std::ranges::find(m_home.actions, conversationId, &HomeActionView::conversationId);
        if (found != m_home.actions.end())
            m_home.actions.erase(found);
        m_home.actionCount = int(m_home.actions.size());
        QTimer::singleShot(0, this, [this] { Q_EMIT approvalsChanged(); });
        return Receipt {token};
    });
}

QFuture<Answer<Receipt>> SampleSource::hand(const QString& conversationId, bool toPerson)
{
    return later<Receipt>(QStringLiteral("hand"), [this, conversationId, toPerson]() -> Answer<Receipt> {
        const auto token = QString::number(++m_tokens);
        m_undo[token] = {QString(), state()};
        talkIn(m_talks, conversationId).byPerson = toPerson;
        QTimer::singleShot(0, this, [this] { Q_EMIT conversationsChanged(); });
        return Receipt {token};
    });
}

QFuture<Answer<NewReceipt>> SampleSource::writeMessage(const OwnMessageView& message)
{
    return later<NewReceipt>(QStringLiteral("writeMessage"), [this, message]() -> Answer<NewReceipt> {
        const auto token = QString::number(++m_tokens);
        m_undo[token] = {QString(), state()};
        ApprovalView draft;
        draft.id = QStringLiteral("own-%1").arg(m_tokens);
        draft.own = true;
        draft.channel = QStringLiteral("mail");
        draft.conversationId = message.conversationId;
        const auto found = m_records.find(message.personId);
        draft.person = found == m_records.end() ? QStringLiteral("Jonas Brandt") : found->second.name;
        draft.address = QStringLiteral("someone@customer.example");
        draft.subject = message.subject;
        draft.body = message.body;
        draft.diff = {{0, message.body}};
        m_approvals.push_back(draft);
        QTimer::singleShot(0, this, [this] { Q_EMIT approvalsChanged(); });
        return NewReceipt {draft.id, token};
    });
}

QFuture<Answer<NewReceipt>> SampleSource::askForDraft(const QString& conversationId)
{
    return later<NewReceipt>(QStringLiteral("askForDraft"), [this, conversationId]() -> Answer<NewReceipt> {
        auto draft = sampleApprovals().front();
        draft.id = QStringLiteral("asked-%1").arg(++m_tokens);
        draft.conversationId = conversationId;
        draft.person = talkIn(m_talks, conversationId).person;
        m_approvals.push_back(draft);
        QTimer::singleShot(0, this, [this] { Q_EMIT approvalsChanged(); });
        return NewReceipt {draft.id, {}};
    });
}

QFuture<Answer<Receipt>> SampleSource::decide(const DraftDecision& decision)
{
    return later<Receipt>(QStringLiteral("decide"), [this, decision]() -> Answer<Receipt> {
        const auto draft = std::ranges::find(m_approvals, decision.id, &ApprovalView::id);
        if (draft == m_approvals.end())
            return tl::unexpected(Problem {QStringLiteral("not_found"), QStringLiteral("This draft is gone.")});
        const auto token = QString::number(++m_tokens);
        m_undo[token] = {QString(), state()};
        if (decision.kind == DraftDecision::Kind::Approve) {
            draft->inOutbox = true;
            std::erase_if(m_home.actions, [&](const HomeActionView& each) { return each.draftId == decision.id; });
            m_home.actionCount = int(m_home.actions.size());
            draft->sendAt = decision.sendAt;
            draft->leavesAt
                = decision.sendAt.isValid() ? decision.sendAt : QDateTime::currentDateTime().addMSecs(m_undoWindow);
        } else if (decision.kind == DraftDecision::Kind::TakeBack) {
            draft->inOutbox = false;
            draft->sendAt = {};
        } else if (decision.kind == DraftDecision::Kind::Reschedule) {
            draft->sendAt = decision.sendAt;
            draft->leavesAt = QDateTime::currentDateTime().addMSecs(m_undoWindow);
        } else if (decision.kind == DraftDecision::Kind::Reject) {
            m_approvals.erase(draft);
        } else {
            draft->diff = {{1, draft->body}, {2, decision.body}};
            draft->subject = decision.subject;
            draft->body = decision.body;
            draft->edited = true;
        }
        QTimer::singleShot(0, this, [this] { Q_EMIT approvalsChanged(); });
        return Receipt {token};
    });
}

QFuture<Answer<Receipt>> SampleSource::handedOver(const QString& draftId)
{
    return later<Receipt>(QStringLiteral("handedOver"), [this, draftId]() -> Answer<Receipt> {
        std::erase_if(m_approvals, [&](const ApprovalView& draft) { return draft.id == draftId; });
        QTimer::singleShot(0, this, [this] { Q_EMIT approvalsChanged(); });
        return Receipt {};
    });
}

QFuture<Answer<QString>> SampleSource::writeOut(const QString& draftId)
{
    return later<QString>(QStringLiteral("writeOut"), [this, draftId]() -> Answer<QString> {
        std::erase_if(m_approvals, [&](const ApprovalView& draft) { return draft.id == draftId; });
        QTimer::singleShot(0, this, [this] { Q_EMIT approvalsChanged(); });
        return QStringLiteral("Documents/Re Phasing the rollout.eml");
    });
}

}
