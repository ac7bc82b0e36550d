// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/import_model.hpp"
#include "app/source/workspace_source.hpp"
#include <QDir>
#include <QFileInfo>

namespace agentarmy::app {
namespace {
constexpr qint64 quickBytes = 32LL << 20; ///< so much is read twice: once to say what would come of it
constexpr int settleMs = 250;
constexpr int mostMissing = 3; ///< named at once: the rest is alike

QString recordName(const QString& type, int count)
{
    using M = ImportModel;
    const auto said = [&](const QString& one, const QString& many) { return count == 1 ? one : many; };
    if (type == QLatin1String("opportunity"))
        return said(M::tr("deal"), M::tr("deals"));
    if (type == QLatin1String("account"))
        return said(M::tr("account"), M::tr("accounts"));
    if (type == QLatin1String("contact"))
        return said(M::tr("contact"), M::tr("contacts"));
    if (type == QLatin1String("message"))
        return said(M::tr("message"), M::tr("messages"));
    if (type == QLatin1String("conversation"))
        return said(M::tr("conversation"), M::tr("conversations"));
    if (type == QLatin1String("meeting"))
        return said(M::tr("meeting"), M::tr("meetings"));
    if (type == QLatin1String("transcript"))
        return said(M::tr("transcript"), M::tr("transcripts"));
    if (type == QLatin1String("user"))
        return said(M::tr("colleague"), M::tr("colleagues"));
    if (type == QLatin1String("task"))
        return said(M::tr("task"), M::tr("tasks"));
    return QString(type).replace(u'_', u' ');
}

QString counts(const std::map<QString, int>& by, const Formats& formats)
{
    QStringList parts;
    for (const auto* type : {"account", "contact", "opportunity", "conversation", "message", "meeting", "user", "task"})
        if (const auto found = by.find(QLatin1String(type)); found != by.end() && found->second > 0)
            parts += formats.locale().toString(found->second) + QChar(0x00A0) + recordName(found->first, found->second);
    return parts.join(QStringLiteral(", "));
}

QString kindName(const QString& kind)
{
    if (kind == QLatin1String("accounts"))
        return ImportModel::tr("Accounts");
    if (kind == QLatin1String("contacts"))
        return ImportModel::tr("Contacts");
    if (kind == QLatin1String("opportunities"))
        return ImportModel::tr("Deals");
    if (kind == QLatin1String("users"))
        return ImportModel::tr("Colleagues");
    return ImportModel::tr("Not known");
}

QString whatItIs(const ImportFileView& file)
{
    if (file.isTable)
        return ImportModel::tr("Table: %1").arg(kindName(file.tableKind));
    const int count = int(file.paths.size());
    if (file.kind == QLatin1String("mail"))
        return count == 1 ? ImportModel::tr("Mail") : ImportModel::tr("%1 files of mail").arg(count);
    if (file.kind == QLatin1String("chat"))
        return count == 1 ? ImportModel::tr("Chat") : ImportModel::tr("%1 chats").arg(count);
    return count == 1 ? ImportModel::tr("Meeting transcript") : ImportModel::tr("%1 meeting transcripts").arg(count);
}

QString iconOf(const ImportFileView& file)
{
    return file.isTable                      ? QStringLiteral("table-2")
        : file.kind == QLatin1String("mail") ? QStringLiteral("mail")
        : file.kind == QLatin1String("chat") ? QStringLiteral("messages-square")
                                             : QStringLiteral("calendar");
}

QString sampleOf(const ImportFileView& file, int column)
{
    QStringList values;
    for (const auto& row : file.rows)
        if (column >= 0 && column < row.size() && !row[column].trimmed().isEmpty())
            values += row[column].simplified().left(40);
    return values.join(QStringLiteral(" · "));
}
}

ImportModel::ImportModel(WorkspaceSource& source, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_formats(formats)
{
    m_files = std::make_unique<ImportFileModel>(std::vector<ImportFileModel::Role> {
        {"rowId", [](const ImportFileView& file) { return file.id; }},
        {"iconName", [](const ImportFileView& file) { return iconOf(file); }},
        {"name", [](const ImportFileView& file) { return file.name; }},
        {"what", [](const ImportFileView& file) { return whatItIs(file); }},
        {"size",
            [this](const ImportFileView& file) {
                return file.bytes > 0 ? m_formats.locale().formattedDataSize(file.bytes, 1, QLocale::DataSizeSIFormat)
                                      : QString();
            }},
        {"isTable", [](const ImportFileView& file) { return file.isTable; }},
        {"problem", [](const ImportFileView& file) { return file.problem; }}});
    m_problems = std::make_unique<ImportProblemModel>(
        std::vector<ImportProblemModel::Role> {{"rowId", [](const ImportProblemView& row) { return row.id; }},
            {"where",
                [](const ImportProblemView& row) {
                    const auto name = QFileInfo(row.file).fileName();
                    return row.line > 0 ? QStringLiteral("%1:%2").arg(name).arg(row.line) : name;
                }},
            {"file", [](const ImportProblemView& row) { return QDir::toNativeSeparators(row.file); }},
            {"reason", [](const ImportProblemView& row) { return row.reason; }}});
    m_soon.setSingleShot(true);
    m_soon.setInterval(settleMs);
    connect(&m_soon, &QTimer::timeout, this, &ImportModel::look);
    connect(&source, &WorkspaceSource::importProgress, this, [this](const ImportProgressView& progress) {
        m_progress = progress;
        Q_EMIT progressed();
    });
}

const ImportFileView* ImportModel::find(const QString& id) const
{
    const int row = m_files->rowOf(id);
    return row < 0 ? nullptr : &m_files->at(row);
}

void ImportModel::add(const QVariantList& files)
{
    if (m_state == State::Done || m_state == State::Failed)
        close();
    auto& paths = m_state == State::Running ? m_later : m_request.paths;
    for (const auto& file : files) {
        const auto url = file.toUrl();
        auto path = url.isLocalFile() ? url.toLocalFile() : file.toString();
        if (path.startsWith(QLatin1String("~/")))
            path = QDir::homePath() + path.mid(1);
        path = path.isEmpty() ? path : QDir::cleanPath(path);
        if (!path.isEmpty() && !paths.contains(path))
            paths += path;
    }
    if (m_state == State::Running) {
        Q_EMIT changed();
        return;
    }
    look();
}

void ImportModel::look()
{
    if (m_request.paths.isEmpty())
        return;
    if (m_state != State::Ready) {
        m_state = State::Looking;
        m_progress = {};
    }
    const int round = ++m_round;
    Q_EMIT changed();
    m_source.previewImport(m_request).then(this, [this, round](Answer<ImportPreviewView> answer) {
        if (round != m_round)
            return;
        m_problem = answer ? QString() : answer.error().text;
        if (answer)
            show(std::move(*answer));
        else
            m_state = State::Failed;
        Q_EMIT changed();
    });
}

void ImportModel::show(ImportPreviewView preview)
{
    for (const auto& gone : preview.missing) { // the others are not held up by it
        m_request.paths.removeAll(gone.file);
        if (m_missing.size() < mostMissing)
            m_missing += gone.reason;
    }
    if (m_request.paths.isEmpty()) {
        m_problem = missing();
        m_state = State::Failed;
        return;
    }
    m_asksOwn = !preview.knowsOwnSide
        && std::ranges::any_of(preview.files, [](const ImportFileView& file) { return !file.isTable; });
    if (m_asksOwn && m_request.own.isEmpty())
        m_request.own = preview.ownGuess;
    m_bytes = preview.bytes;
    m_files->show(std::move(preview.files));
    m_problems->show(std::move(preview.problems));
    m_state = State::Ready;
    if (!find(m_current)) {
        m_current.clear();
        for (const auto& file : m_files->rows()) // the first table, one that asks something before others
            if (file.isTable
                && (m_current.isEmpty() || (!file.problem.isEmpty() && find(m_current)->problem.isEmpty())))
                m_current = file.id;
    }
    check();
}

void ImportModel::check()
{
    m_forecast.clear();
    m_checking = false;
    if (!blocked().isEmpty() || m_bytes > quickBytes)
        return;
    m_checking = true;
    auto request = m_request;
    request.dryRun = true;
    const int round = m_round;
    m_source.runImport(request).then(this, [this, round](const Answer<ImportReportView>& answer) {
        if (round != m_round || m_state != State::Ready)
            return;
        m_checking = false;
        if (!answer || answer->cancelled) {
            m_forecast.clear();
        } else {
            const auto created = counts(answer->created, m_formats), merged = counts(answer->merged, m_formats);
            QStringList parts;
            if (!created.isEmpty())
                parts += tr("New: %1.").arg(created);
            if (!merged.isEmpty())
                parts += tr("Known already: %1.").arg(merged);
            if (const auto left = int(answer->problems.size()); left > 0)
                parts += left == 1 ? tr("One row or message is left out.")
                                   : tr("%1 rows or messages are left out.").arg(left);
            m_forecast = parts.isEmpty() ? tr("There is nothing new in it.") : parts.join(u' ');
            m_problems->show(answer->problems);
        }
        Q_EMIT changed();
    });
}

QString ImportModel::blocked() const
{
    if (m_files->rowCount() == 0)
        return tr("There is nothing here that can be imported.");
    for (const auto& file : m_files->rows())
        if (!file.problem.isEmpty())
            return tr("%1: %2").arg(file.name, file.problem);
    return {};
}

void ImportModel::leaveOut(const QString& id)
{
    const auto* file = find(id);
    if (!file || m_state != State::Ready)
        return;
    m_request.leaveOut += file->paths;
    m_files->take(id);
    if (m_files->rowCount() == 0)
        return close();
    look();
}

void ImportModel::select(const QString& id)
{
    if (const auto* file = find(id); file && file->isTable && id != m_current) {
        m_current = id;
        Q_EMIT changed();
    }
}

TableChoiceView* ImportModel::choice()
{
    const auto* file = find(m_current);
    return file && m_state == State::Ready ? &m_request.tables[file->signature] : nullptr;
}

void ImportModel::setKind(const QString& kind)
{
    if (auto* table = choice()) {
        *table = {};
        table->kind = kind;
        look();
    }
}

void ImportModel::setColumn(const QString& field, int column)
{
    const auto* file = find(m_current);
    auto* table = choice();
    if (!table)
        return;
    if (table->kind.isEmpty())
        table->kind = file->tableKind; // a changed column must not change what the table is
    table->columns[field]
        = column >= 0 && column < file->headers.size() ? QStringLiteral("#%1").arg(column + 1) : QString();
    look();
}

void ImportModel::setDateOrder(const QString& order)
{
    if (auto* table = choice()) {
        table->dateOrder = order;
        look();
    }
}

void ImportModel::setOwn(const QString& own)
{
    QStringList list;
    for (const auto& part : own.split(u','))
        if (const auto trimmed = part.trimmed(); !trimmed.isEmpty())
            list += trimmed;
    if (list == m_request.own)
        return;
    m_request.own = list;
    m_soon.start();
}

QVariantMap ImportModel::current() const
{
    const auto* file = find(m_current);
    if (!file)
        return {};
    QVariantList fields, kinds;
    for (const auto& field : file->fields)
        fields += QVariantMap {{QStringLiteral("field"), field.field}, {QStringLiteral("label"), field.label},
            {QStringLiteral("column"), field.column}, {QStringLiteral("missing"), field.missing},
            {QStringLiteral("header"), field.column >= 0 ? file->headers.value(field.column) : QString()},
            {QStringLiteral("sample"), sampleOf(*file, field.column)}};
    for (const auto* kind : {"accounts", "contacts", "opportunities", "users"})
        kinds += QVariantMap {
            {QStringLiteral("key"), QLatin1String(kind)}, {QStringLiteral("name"), kindName(QLatin1String(kind))}};
    return {{QStringLiteral("name"), file->name}, {QStringLiteral("kind"), file->tableKind},
        {QStringLiteral("kindName"), kindName(file->tableKind)}, {QStringLiteral("kinds"), kinds},
        {QStringLiteral("dateOrder"), file->dateOrder},
        {QStringLiteral("asksDateOrder"),
            file->problemCode == QLatin1String("ambiguous_dates") || !file->dateOrder.isEmpty()},
        {QStringLiteral("headers"), file->headers}, {QStringLiteral("fields"), fields},
        {QStringLiteral("problem"), file->problem}};
}

void ImportModel::start()
{
    if (m_state == State::Ready && blocked().isEmpty())
        run(m_request);
}

void ImportModel::startSample()
{
    if (m_state == State::Running)
        return;
    close();
    m_later = std::exchange(m_request.paths, {});
    ImportRequest request;
    request.sample = true;
    run(request);
}

void ImportModel::run(ImportRequest request)
{
    ++m_round; // a check that still runs tells nothing any more
    m_checking = false;
    m_state = State::Running;
    m_progress = {};
    m_report = {};
    Q_EMIT changed();
    Q_EMIT progressed();
    request.dryRun = false;
    m_source.runImport(request).then(this, [this](const Answer<ImportReportView>& answer) { finish(answer); });
}

void ImportModel::finish(const Answer<ImportReportView>& answer)
{
    m_problem = answer ? QString() : answer.error().text;
    m_state = answer ? State::Done : State::Failed;
    if (answer) {
        m_report = *answer;
        m_problems->show(m_report.problems);
    }
    Q_EMIT changed();
    Q_EMIT finished();
}

void ImportModel::cancel() { m_source.cancelImport(); }

void ImportModel::close()
{
    if (m_state == State::Running)
        return;
    if (m_checking)
        m_source.cancelImport();
    ++m_round;
    m_request = {};
    m_report = {};
    m_files->show({});
    m_problems->show({});
    m_current.clear();
    m_forecast.clear();
    m_problem.clear();
    m_missing.clear();
    m_asksOwn = m_checking = false;
    m_state = State::Idle;
    Q_EMIT changed();
    if (m_later.isEmpty())
        return;
    m_request.paths = std::exchange(m_later, {});
    look();
}

QString ImportModel::progressText() const
{
    const auto number = [this](qint64 value) { return m_formats.locale().toString(value); };
    switch (m_progress.phase) {
    case ImportProgressView::Phase::Looking:
        return tr("Looking at the files");
    case ImportProgressView::Phase::Reading:
        return m_progress.messages > 0
            ? tr("%1, %2 messages").arg(QFileInfo(m_progress.file).fileName(), number(m_progress.messages))
            : QFileInfo(m_progress.file).fileName();
    case ImportProgressView::Phase::Understanding:
        return tr("The agent reads what was said: %1 of %2").arg(number(m_progress.done), number(m_progress.total));
    }
    return {};
}

QString ImportModel::whatTheAgentRead() const
{
    QStringList parts;
    const auto add = [&](int count, const QString& one, const QString& many) {
        if (count > 0)
            parts += count == 1 ? one : many.arg(m_formats.locale().toString(count));
    };
    add(m_report.found, tr("one deal found"), tr("%1 deals found"));
    add(m_report.updated, tr("one deal brought up to date"), tr("%1 deals brought up to date"));
    add(m_report.moved, tr("one moved on"), tr("%1 moved on"));
    const auto read = m_report.turns == 1
        ? tr("The agent read one message")
        : tr("The agent read %1 messages").arg(m_formats.locale().toString(m_report.turns));
    return parts.isEmpty() ? read + u'.' : tr("%1: %2.").arg(read, parts.join(QStringLiteral(", ")));
}

QStringList ImportModel::outcome() const
{
    if (m_state != State::Done)
        return {};
    QStringList lines;
    const auto created = counts(m_report.created, m_formats), merged = counts(m_report.merged, m_formats);
    lines += created.isEmpty() ? tr("Nothing new was in it.") : tr("New: %1.").arg(created);
    if (!merged.isEmpty())
        lines += tr("Known already: %1.").arg(merged);
    if (m_report.turns > 0)
        lines += whatTheAgentRead();
    if (m_report.openQuestions > 0)
        lines += tr("%1 older questions of customers were never answered.").arg(m_report.openQuestions);
    if (m_report.cancelled)
        lines += tr("Cancelled. What was read is kept; the same import goes on from there.");
    return lines;
}

}
