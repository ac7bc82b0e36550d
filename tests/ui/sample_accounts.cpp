// SPDX-License-Identifier: AGPL-3.0-or-later
// Accounts and people of the sample source.
#include "tests/ui/sample_source.hpp"

namespace agentarmy::app {
namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

QString initialsOf(const QString& name)
{
    QString letters;
    for (const auto& word : name.split(u' '))
        if (!word.isEmpty() && letters.size() < 2)
            letters += word[0].toUpper();
    return letters;
}

RecordView account(const QString& id, const QString& name)
{
    RecordView view;
    view.id = id;
    view.name = name;
    view.initials = initialsOf(name);
    view.ownerId = s("LH");
    view.owner = s("Lena Hartmann");
    view.fields = {{s("accountName"), name}, {s("industry"), s("Logistics")}, {s("companySize"), s("1,200")},
        {s("website"), QString()}, {s("region"), s("emea")},
        {s("domains"), name.toLower().section(u' ', 0, 0) + s(".example")}};
    view.lastAt = QDateTime::currentDateTime().addDays(-2);
    return view;
}

RecordView person(const char* id, const char* name, const char* title, const QString& account, int power)
{
    RecordView view;
    view.kind = RecordKind::Person;
    view.id = s(id);
    view.name = s(name);
    view.initials = initialsOf(view.name);
    view.fields = {{s("contactName"), view.name},
        {s("contactEmail"), view.name.toLower().replace(u' ', u'.') + s("@nordwind.example")}, {s("title"), s(title)},
        {s("phones"), s("+49 40 5550 123")}, {s("timeZone"), s("Europe/Berlin")}, {s("language"), s("de")},
        {s("notes"), QString()}};
    view.accountId = account;
    view.account = s("Nordwind Logistics");
    view.roles = {s("champion")};
    view.scores = {{s("decisionPower"), power, false, s("From the title")},
        {s("influenceLevel"), 7, false, s("“Jonas always gets his way with the depots”")},
        {s("relationshipStrength"), 8, true, s("Set by hand")}};
    view.lastAt = QDateTime::currentDateTime().addDays(-1);
    return view;
}

QString listText(const QVariant& value) { return value.toString().trimmed(); }
}

std::map<QString, RecordView> sampleRecords(const std::vector<DealCard>& cards)
{
    std::map<QString, RecordView> records;
    for (const auto& card : cards)
        records.try_emplace(card.accountId, account(card.accountId, card.account));
    records[s("account-twin")] = account(s("account-twin"), s("Brightwater Utility"));
    const auto nordwind = s("account-nordwind");
    for (auto& each : {person("p1", "Tobias Renner", "CFO", nordwind, 9),
             person("p2", "Jonas Brandt", "Head of Operations", nordwind, 6),
             person("p3", "Petra Wolff", "Procurement", nordwind, 4), person("p4", "J. Brandt", "", nordwind, 5)})
        records[each.id] = each;
    return records;
}

std::vector<PairView> samplePairs()
{
    return {{s("account-brightwater/account-twin"), RecordKind::Account, s("account-brightwater"),
                s("Brightwater Utilities"), s("brightwater.example · 1 open deal"), s("account-twin"),
                s("Brightwater Utility"), s("brightwater.example · 0 open deals"),
                s("The same domain: brightwater.example")},
        {s("p2/p4"), RecordKind::Person, s("p2"), s("Jonas Brandt"), s("Head of Operations · Nordwind Logistics"),
            s("p4"), s("J. Brandt"), s("Nordwind Logistics"), s("The same phone number")}};
}

RecordView SampleSource::shownRecord(RecordView view) const
{
    for (const auto& [id, card] : m_cards) {
        if (card.accountId != (view.kind == RecordKind::Account ? view.id : view.accountId))
            continue;
        view.deals.push_back(card);
        if (card.stage != Stage::Won && card.stage != Stage::Lost) {
            ++view.openDeals;
            if (card.amount.isSet())
                view.value = {card.amount};
        }
    }
    if (view.kind == RecordKind::Account)
        for (const auto& [id, each] : m_records)
            if (each.kind == RecordKind::Person && each.accountId == view.id)
                view.people.push_back({each.id, each.name, each.initials, each.fields.value(s("title")).toString(),
                    each.fields.value(s("contactEmail")).toString(), view.id, view.name, s("Champion"), each.lastAt,
                    each.optedOut, each.addressInvalid});
    for (const auto& row : sampleConversations())
        if (row.account == (view.kind == RecordKind::Account ? view.name : view.account))
            view.talks.push_back({row.id, row.subject, row.snippet, row.channel, row.lastAt, 2});
    return view;
}

QFuture<Answer<AccountBookView>> SampleSource::accountBook()
{
    return later<AccountBookView>(s("accountBook"), [this]() -> Answer<AccountBookView> {
        AccountBookView book;
        for (const auto& [id, each] : m_records) {
            const auto view = shownRecord(each);
            if (view.kind == RecordKind::Account)
                book.accounts.push_back({view.id, view.name, view.initials, view.fields.value(s("domains")).toString(),
                    view.fields.value(s("industry")).toString(), view.owner, int(view.people.size()), view.openDeals, 0,
                    0, view.value, view.lastAt});
            else
                book.people.push_back({view.id, view.name, view.initials, view.fields.value(s("title")).toString(),
                    view.fields.value(s("contactEmail")).toString(), view.accountId, view.account, s("Champion"),
                    view.lastAt, view.optedOut, view.addressInvalid});
        }
        std::ranges::sort(book.accounts, {}, &AccountRowView::name);
        std::ranges::sort(book.people, {}, &PersonRowView::name);
        book.pairs = m_pairs;
        return book;
    });
}

QFuture<Answer<RecordView>> SampleSource::record(RecordKind, const QString& id)
{
    return later<RecordView>(s("record"), [this, id]() -> Answer<RecordView> {
        const auto found = m_records.find(id);
        if (found == m_records.end())
            return tl::unexpected(Problem {s("not_found"), s("This record is gone.")});
        return shownRecord(found->second);
    });
}

Receipt SampleSource::writeRecord(const std::function<void()>& change)
{
    const auto token = QString::number(++m_tokens);
    m_undo[token] = {QString(), state()};
    change();
    QTimer::singleShot(0, this, [this] { Q_EMIT recordsChanged(); });
    return {token};
}

QFuture<Answer<Receipt>> SampleSource::editRecord(const RecordEdit& edit)
{
    return later<Receipt>(s("editRecord"), [this, edit]() -> Answer<Receipt> {
        const bool isName = edit.field == s("accountName") || edit.field == s("contactName");
        if (isName && listText(edit.value).isEmpty())
            return tl::unexpected(Problem {s("validation_failed"), s("accountName must be 1..300 bytes.")});
        if (edit.field == s("contactEmail") && !listText(edit.value).isEmpty() && !edit.value.toString().contains(u'@'))
            return tl::unexpected(Problem {s("validation_failed"), s("contactEmail must be a mail address.")});
        return writeRecord([&] {
            auto& record = m_records[edit.id];
            if (isName)
                record.name = listText(edit.value);
            if (edit.field == s("optedOut"))
                record.optedOut = edit.value.toBool();
            else if (edit.field == s("roles"))
                record.roles = edit.value.toStringList();
            else if (edit.field == s("ownerId")) {
                record.ownerId = edit.value.toString();
                record.owner.clear();
                for (const auto& owner : owners())
                    if (owner.id == record.ownerId)
                        record.owner = owner.name;
            }
            bool isScore = false;
            for (auto& score : record.scores)
                if (score.key == edit.field) {
                    isScore = true;
                    score.own = edit.value.isValid();
                    score.value = score.own ? edit.value.toInt() : 5;
                    score.note = score.own ? s("Set by hand") : s("From the title");
                }
            if (!isScore)
                record.fields[edit.field] = listText(edit.value);
        });
    });
}

QFuture<Answer<NewReceipt>> SampleSource::createRecord(const NewRecord& record)
{
    return later<NewReceipt>(s("createRecord"), [this, record]() -> Answer<NewReceipt> {
        for (const auto& [id, each] : m_records)
            if (each.name.compare(record.name.trimmed(), Qt::CaseInsensitive) == 0)
                return tl::unexpected(Problem {s("name_taken"), each.name + s(" has this already.")});
        const auto id = QStringLiteral("new-%1").arg(m_records.size());
        const auto receipt = writeRecord([&] {
            auto made = record.kind == RecordKind::Account ? account(id, record.name.trimmed())
                                                           : person("", "", "", record.accountId, 5);
            made.id = id;
            made.name = record.name.trimmed();
            made.initials = initialsOf(made.name);
            m_records[id] = made;
        });
        return NewReceipt {id, receipt.undoToken};
    });
}

QFuture<Answer<Receipt>> SampleSource::mergeRecords(RecordKind, const QString& keep, const QString& giveUp)
{
    return later<Receipt>(s("mergeRecords"), [this, keep, giveUp]() -> Answer<Receipt> {
        return writeRecord([&] {
            auto& kept = m_records[keep];
            kept.otherNames += m_records[giveUp].name;
            for (auto& [id, each] : m_records)
                if (each.accountId == giveUp)
                    each.accountId = keep;
            for (auto& [id, card] : m_cards)
                if (card.accountId == giveUp)
                    card.accountId = keep;
            m_records.erase(giveUp);
            std::erase_if(
                m_pairs, [&](const PairView& pair) { return pair.firstId == giveUp || pair.secondId == giveUp; });
        });
    });
}

QFuture<Answer<Receipt>> SampleSource::keepApart(const QString& first, const QString& second)
{
    return later<Receipt>(s("keepApart"), [this, first, second]() -> Answer<Receipt> {
        std::erase_if(m_pairs, [&](const PairView& pair) { return pair.firstId == first && pair.secondId == second; });
        QTimer::singleShot(0, this, [this] { Q_EMIT recordsChanged(); });
        return Receipt {};
    });
}

QFuture<Answer<Receipt>> SampleSource::archiveRecord(RecordKind, const QString& id, bool)
{
    return later<Receipt>(
        s("archiveRecord"), [this, id]() -> Answer<Receipt> { return writeRecord([&] { m_records.erase(id); }); });
}

QFuture<Answer<Receipt>> SampleSource::removeRecord(RecordKind, const QString& id)
{
    return later<Receipt>(s("removeRecord"), [this, id]() -> Answer<Receipt> {
        const auto& record = m_records[id];
        if (record.kind == RecordKind::Account && shownRecord(record).openDeals > 0)
            return tl::unexpected(Problem {s("has_open_opportunities"), s("This account has open deals.")});
        return writeRecord([&] { m_records.erase(id); });
    });
}

}
