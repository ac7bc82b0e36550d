// SPDX-License-Identifier: AGPL-3.0-or-later
// Accounts and people: lists, pages, edits, merges.
#include "app/format/dotted.hpp"
#include "app/source/engine_parts.hpp"
#include "app/source/heap.hpp"
#include "core/engine/accounts/record_edits.hpp"
#include <QCoreApplication>

namespace agentarmy::app {
namespace {

QString tr(const char* words) { return QCoreApplication::translate("EngineAccounts", words); }
const auto between = QStringLiteral(", ");

QString text(const std::optional<std::string>& value) { return value ? app::text(*value) : QString(); }
QString text(const std::string& value) { return app::text(value); }

QString listText(const std::vector<std::string>& list)
{
    QStringList texts;
    for (const auto& each : list)
        texts += text(each);
    return texts.join(between);
}

QString roleWord(StakeholderRole role)
{
    switch (role) {
    case StakeholderRole::decisionMaker:
        return tr("Decision maker");
    case StakeholderRole::influencer:
        return tr("Influencer");
    case StakeholderRole::champion:
        return tr("Champion");
    case StakeholderRole::blocker:
        return tr("Blocker");
    case StakeholderRole::user:
        return tr("User");
    case StakeholderRole::gatekeeper:
        return tr("Gatekeeper");
    }
    return {};
}

std::vector<MoneyView> sums(const std::vector<Money>& list)
{
    std::vector<MoneyView> views;
    views.reserve(list.size());
    for (const auto& sum : list)
        views.push_back(toMoney(std::optional(sum)));
    return views;
}

AccountRowView toRow(const AccountLine& line)
{
    AccountRowView row;
    row.id = text(line.account.id.text());
    row.name = text(line.account.accountName);
    row.initials = initialsText(row.name);
    row.domain = line.account.domains.empty() ? QString() : text(line.account.domains.front());
    row.industry = text(line.account.industry);
    row.owner = text(line.ownerName);
    row.people = line.people;
    row.openDeals = line.openDeals;
    row.wonDeals = line.wonDeals;
    row.atRisk = line.atRisk;
    row.value = sums(line.openValue);
    if (line.lastActivity)
        row.lastAt = localTime(*line.lastActivity);
    return row;
}

PersonRowView toRow(const Contact& contact, const std::string& account)
{
    PersonRowView row;
    row.id = text(contact.id.text());
    row.name = text(contact.contactName);
    row.initials = initialsText(row.name);
    row.title = text(contact.title);
    row.email = text(contact.contactEmail);
    row.accountId = contact.accountId ? text(contact.accountId->text()) : QString();
    row.account = text(account);
    row.roles = rolesText(contact.stakeholder.roles);
    if (contact.stakeholder.lastInteraction)
        row.lastAt = localTime(*contact.stakeholder.lastInteraction);
    row.optedOut = contact.optedOut;
    row.addressInvalid = contact.addressInvalid;
    return row;
}

QString reasonOf(DuplicateReason reason, const std::string& what)
{
    const auto shared = text(what);
    switch (reason) {
    case DuplicateReason::sameAddress:
        return tr("The same mail address: %1").arg(shared);
    case DuplicateReason::sameDomain:
        return tr("The same domain: %1").arg(shared);
    case DuplicateReason::sameId:
        return tr("The same number elsewhere: %1").arg(shared);
    case DuplicateReason::sameName:
        return tr("The same name");
    case DuplicateReason::samePhone:
        return tr("The same phone number");
    case DuplicateReason::nearlySameName:
        return tr("Nearly the same name");
    }
    return {};
}

QString lineOf(const AccountRowView& row)
{
    return dotted({row.domain, row.people == 1 ? tr("1 person") : tr("%1 people").arg(row.people),
        row.openDeals == 1 ? tr("1 open deal") : tr("%1 open deals").arg(row.openDeals)});
}

QString lineOf(const PersonRowView& row) { return dotted({row.title, row.email, row.account}); }

template <typename T, typename Row>
void addPairs(std::vector<PairView>& views, RecordKind kind, const std::vector<DuplicatePair<T>>& pairs,
    const std::vector<Row>& rows)
{
    std::map<QString, const Row*> byId;
    for (const auto& row : rows)
        byId[row.id] = &row;
    for (const auto& pair : pairs) {
        const auto first = byId.find(text(pair.first.text()));
        const auto second = byId.find(text(pair.second.text()));
        if (first == byId.end() || second == byId.end())
            continue;
        views.push_back(
            {first->first + u'/' + second->first, kind, first->first, first->second->name, lineOf(*first->second),
                second->first, second->second->name, lineOf(*second->second), reasonOf(pair.reason, pair.what)});
    }
}

std::vector<TalkView> toTalks(const std::vector<TalkLine>& lines)
{
    std::vector<TalkView> talks;
    talks.reserve(lines.size());
    for (const auto& line : lines) {
        TalkView talk;
        talk.id = text(line.id.text());
        talk.subject = text(line.subject);
        talk.preview = text(line.preview).simplified();
        talk.channel = app::text(enumText(line.channel));
        if (line.at)
            talk.at = localTime(*line.at);
        talk.messages = line.messages;
        talks.push_back(std::move(talk));
    }
    return talks;
}

std::vector<DealCard> toCards(const std::vector<BoardCard>& cards)
{
    std::vector<DealCard> deals;
    deals.reserve(cards.size());
    for (const auto& card : cards)
        deals.push_back(toCard(card));
    return deals;
}

ScoreView toScore(const Contact& contact, const char* key, int value)
{
    ScoreView score;
    score.key = QLatin1String(key);
    score.value = value;
    const auto& part = contact.stakeholder;
    const auto source = part.scoreSources.find(key);
    const auto evidence = part.scoreEvidence.find(key);
    score.own = source != part.scoreSources.end() && source->second == ScoreSource::humanOverride;
    if (score.own)
        score.note = tr("Set by hand");
    else if (source != part.scoreSources.end() && source->second == ScoreSource::heuristic)
        score.note = tr("From the title");
    else if (evidence != part.scoreEvidence.end())
        score.note = QStringLiteral("“%1”").arg(text(evidence->second).simplified());
    else
        score.note = source == part.scoreSources.end() ? tr("Nothing known yet") : tr("From what was said");
    return score;
}

Json textJson(const QString& value)
{
    const auto trimmed = value.trimmed();
    return trimmed.isEmpty() ? Json() : Json(trimmed.toStdString());
}

/// The engine's value of an edit.
Json valueOf(const RecordEdit& edit)
{
    if (edit.field == QLatin1String("optedOut"))
        return edit.value.toBool();
    if (edit.field == QLatin1String("roles")) {
        Json list = Json::array();
        for (const auto& role : edit.value.toStringList())
            list.push_back(role.toStdString());
        return list;
    }
    if (edit.field == QLatin1String("domains") || edit.field == QLatin1String("phones")) {
        Json list = Json::array();
        for (const auto& part : edit.value.toString().split(u',', Qt::SkipEmptyParts))
            if (!part.trimmed().isEmpty())
                list.push_back(part.trimmed().toStdString());
        return list;
    }
    const bool isScore = edit.field == QLatin1String("decisionPower") || edit.field == QLatin1String("influenceLevel")
        || edit.field == QLatin1String("relationshipStrength");
    if (isScore)
        return edit.value.isValid() ? Json(edit.value.toInt()) : Json();
    return textJson(edit.value.toString());
}

Result<DocumentKey> keyOf(RecordKind kind, const QString& id)
{
    const auto uuid = Uuid::parse(id.toStdString());
    if (!uuid)
        return fail(uuid.error());
    return DocumentKey {kind == RecordKind::Account ? Account::type : Contact::type, *uuid};
}

}

QString rolesText(const std::vector<StakeholderRole>& roles)
{
    QStringList words;
    for (const auto role : roles)
        words += words.isEmpty() ? roleWord(role) : roleWord(role).toLower();
    return words.join(between);
}

AccountBookView toBook(const AccountBook& book)
{
    AccountBookView view;
    view.accounts.reserve(book.accounts.size());
    for (const auto& line : book.accounts)
        view.accounts.push_back(toRow(line));
    view.people.reserve(book.people.size());
    for (const auto& line : book.people)
        view.people.push_back(toRow(line.contact, line.accountName));
    addPairs(view.pairs, RecordKind::Account, book.sameAccounts, view.accounts);
    addPairs(view.pairs, RecordKind::Person, book.samePeople, view.people);
    return view;
}

RecordView toRecord(const AccountPage& page)
{
    RecordView view;
    const auto& account = page.line.account;
    view.id = text(account.id.text());
    view.name = text(account.accountName);
    view.initials = initialsText(view.name);
    view.ownerId = account.ownerId ? text(account.ownerId->text()) : QString();
    view.owner = text(page.line.ownerName);
    view.fields = {{QStringLiteral("accountName"), view.name}, {QStringLiteral("industry"), text(account.industry)},
        {QStringLiteral("companySize"), text(account.companySize)}, {QStringLiteral("website"), text(account.website)},
        {QStringLiteral("region"), text(account.region)}, {QStringLiteral("domains"), listText(account.domains)}};
    for (const auto& name : account.otherNames)
        view.otherNames += text(name);
    view.archived = account.archived;
    view.value = sums(page.line.openValue);
    view.openDeals = page.line.openDeals;
    if (page.line.lastActivity)
        view.lastAt = localTime(*page.line.lastActivity);
    view.deals = toCards(page.deals);
    for (const auto& person : page.people)
        view.people.push_back(toRow(person, account.accountName));
    view.talks = toTalks(page.talks);
    return view;
}

RecordView toRecord(const PersonPage& page)
{
    RecordView view;
    const auto& contact = page.contact;
    view.kind = RecordKind::Person;
    view.id = text(contact.id.text());
    view.name = text(contact.contactName);
    view.initials = initialsText(view.name);
    view.fields = {{QStringLiteral("contactName"), view.name},
        {QStringLiteral("contactEmail"), text(contact.contactEmail)}, {QStringLiteral("title"), text(contact.title)},
        {QStringLiteral("phones"), listText(contact.phones)}, {QStringLiteral("timeZone"), text(contact.timeZone)},
        {QStringLiteral("language"), text(contact.language)}, {QStringLiteral("notes"), text(contact.notes)}};
    for (const auto& name : contact.otherNames)
        view.otherNames += text(name);
    for (const auto& address : contact.otherEmails)
        view.otherNames += text(address);
    view.optedOut = contact.optedOut;
    view.addressInvalid = contact.addressInvalid;
    view.archived = contact.archived;
    view.accountId = contact.accountId ? text(contact.accountId->text()) : QString();
    view.account = text(page.accountName);
    for (const auto role : contact.stakeholder.roles)
        view.roles += app::text(enumText(role));
    const auto& scores = contact.stakeholder.scores;
    view.scores = {toScore(contact, "decisionPower", scores.decisionPower),
        toScore(contact, "influenceLevel", scores.influenceLevel),
        toScore(contact, "relationshipStrength", scores.relationshipStrength)};
    if (contact.stakeholder.lastInteraction)
        view.lastAt = localTime(*contact.stakeholder.lastInteraction);
    view.deals = toCards(page.deals);
    view.talks = toTalks(page.talks);
    return view;
}

template <typename T, typename Work> QFuture<Answer<T>> EngineSource::recording(Work work)
{
    return QtConcurrent::run(&m_writer, [this, work = std::move(work)]() -> Answer<T> {
        auto answer = work(*m_engine);
        if (answer)
            QMetaObject::invokeMethod(
                this,
                [this] {
                    Q_EMIT boardChanged(); // names stand on cards
                    Q_EMIT conversationsChanged();
                    Q_EMIT recordsChanged();
                },
                Qt::QueuedConnection);
        return answer;
    });
}

QFuture<Answer<AccountBookView>> EngineSource::accountBook()
{
    return reading<AccountBookView>([](Engine& engine) -> Answer<AccountBookView> {
        const auto board = loadBoard(*engine.store, engine.context, {}, engine.info()->settings, engine.clock.now());
        if (!board)
            return failed(board);
        const auto book = loadAccountBook(*engine.store, engine.context, *board, *engine.info());
        if (!book)
            return failed(book);
        return toBook(*book);
    }).then(heapGivenBack<AccountBookView>);
}

QFuture<Answer<RecordView>> EngineSource::record(RecordKind kind, const QString& id)
{
    return reading<RecordView>([kind, id](Engine& engine) -> Answer<RecordView> {
        const auto key = app::keyOf(kind, id);
        if (!key)
            return failed(key);
        const auto now = engine.clock.now();
        if (kind == RecordKind::Account) {
            const auto page = loadAccountPage(*engine.store, engine.context, Id<Account>(key->id), *engine.info(), now);
            if (!page)
                return failed(page);
            return toRecord(*page);
        }
        const auto page = loadPersonPage(*engine.store, engine.context, Id<Contact>(key->id), *engine.info(), now);
        if (!page)
            return failed(page);
        return toRecord(*page);
    });
}

QFuture<Answer<Receipt>> EngineSource::editRecord(const RecordEdit& edit)
{
    return recording<Receipt>([edit](Engine& engine) -> Answer<Receipt> {
        const auto key = app::keyOf(edit.kind, edit.id);
        if (!key)
            return failed(key);
        const Json fields {{edit.field.toStdString(), valueOf(edit)}};
        const auto now = engine.clock.now();
        return receipt(edit.kind == RecordKind::Account
                ? editAccount(*engine.store, engine.context, engine.ids, Id<Account>(key->id), fields, now)
                : editContact(*engine.store, engine.context, engine.ids, Id<Contact>(key->id), fields, now));
    });
}

QFuture<Answer<NewReceipt>> EngineSource::createRecord(const NewRecord& record)
{
    return recording<NewReceipt>([record](Engine& engine) -> Answer<NewReceipt> {
        const auto now = engine.clock.now();
        if (record.kind == RecordKind::Account) {
            const auto made = createAccount(
                *engine.store, engine.context, engine.ids, {{"accountName", textJson(record.name)}}, now);
            if (!made)
                return failed(made);
            return NewReceipt {text(made->record.id.text()), text(made->mutationId.text())};
        }
        const Json fields {{"contactName", textJson(record.name)}, {"contactEmail", textJson(record.email)},
            {"accountId", textJson(record.accountId)}};
        const auto made = createContact(*engine.store, engine.context, engine.ids, fields, now);
        if (!made)
            return failed(made);
        return NewReceipt {text(made->record.id.text()), text(made->mutationId.text())};
    });
}

QFuture<Answer<Receipt>> EngineSource::mergeRecords(RecordKind kind, const QString& keep, const QString& giveUp)
{
    return recording<Receipt>([kind, keep, giveUp](Engine& engine) -> Answer<Receipt> {
        const auto kept = app::keyOf(kind, keep);
        const auto other = app::keyOf(kind, giveUp);
        if (!kept || !other)
            return failed(kept ? other : kept);
        return receipt(engine.desk->merge(engine.context, *kept, *other));
    });
}

QFuture<Answer<Receipt>> EngineSource::keepApart(const QString& first, const QString& second)
{
    return recording<Receipt>([first, second](Engine& engine) -> Answer<Receipt> {
        const auto one = Uuid::parse(first.toStdString());
        const auto two = Uuid::parse(second.toStdString());
        if (!one || !two)
            return failed(one ? two : one);
        if (const auto done = agentarmy::keepApart(*engine.store, engine.context, *one, *two); !done)
            return failed(done);
        return Receipt {};
    });
}

QFuture<Answer<Receipt>> EngineSource::archiveRecord(RecordKind kind, const QString& id, bool archived)
{
    return recording<Receipt>([kind, id, archived](Engine& engine) -> Answer<Receipt> {
        const auto key = app::keyOf(kind, id);
        if (!key)
            return failed(key);
        return receipt(engine.desk->archive(engine.context, *key, archived));
    });
}

QFuture<Answer<Receipt>> EngineSource::removeRecord(RecordKind kind, const QString& id)
{
    return recording<Receipt>([kind, id](Engine& engine) -> Answer<Receipt> {
        const auto key = app::keyOf(kind, id);
        if (!key)
            return failed(key);
        return receipt(engine.desk->remove(engine.context, *key));
    });
}

}
