// SPDX-License-Identifier: AGPL-3.0-or-later
// Imports as the pages ask for them and see them.
#include "app/source/engine_parts.hpp"
#include "core/engine/workspace/settings.hpp"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QtConcurrent/QtConcurrentRun>

namespace agentarmy::app {
namespace {
using readers::FileKind;
using readers::TableKind;
constexpr std::chrono::milliseconds tellEvery {100};
constexpr int shownProblems = 10'000;

QString tr(const char* words) { return QCoreApplication::translate("EngineImport", words); }

QString kindOf(FileKind kind)
{
    switch (kind) {
    case FileKind::csv:
        return QStringLiteral("table");
    case FileKind::chatJson:
        return QStringLiteral("chat");
    case FileKind::vtt:
    case FileKind::srt:
    case FileKind::transcriptJson:
        return QStringLiteral("meeting");
    default:
        return QStringLiteral("mail");
    }
}

/// "closeDate" as people say it: the words of the field that are shown nowhere else.
QString fieldName(std::string_view field)
{
    static const std::map<std::string_view, const char*> names {{"accountName", QT_TR_NOOP("Account")},
        {"name", QT_TR_NOOP("Name")}, {"account", QT_TR_NOOP("Account")},
        {"accountExternalId", QT_TR_NOOP("Key of the account")}, {"externalId", QT_TR_NOOP("Key of the record")},
        {"productLine", QT_TR_NOOP("Product")}, {"stage", QT_TR_NOOP("Stage")},
        {"status", QT_TR_NOOP("Open, won or lost")}, {"amount", QT_TR_NOOP("Amount")},
        {"closedValue", QT_TR_NOOP("Final amount")}, {"currency", QT_TR_NOOP("Currency")},
        {"closeDate", QT_TR_NOOP("Close date")}, {"createdAt", QT_TR_NOOP("Created")},
        {"closedAt", QT_TR_NOOP("Closed")}, {"owner", QT_TR_NOOP("Owner")}, {"probability", QT_TR_NOOP("Probability")},
        {"lostReason", QT_TR_NOOP("Why it was lost")}, {"nextStep", QT_TR_NOOP("Next step")},
        {"stageEnteredAt", QT_TR_NOOP("In this stage since")}, {"lastActivityAt", QT_TR_NOOP("Last activity")},
        {"contact", QT_TR_NOOP("Contact")}, {"contactEmail", QT_TR_NOOP("Mail of the contact")},
        {"description", QT_TR_NOOP("Description")}, {"industry", QT_TR_NOOP("Industry")},
        {"companySize", QT_TR_NOOP("Size")}, {"website", QT_TR_NOOP("Web site")}, {"region", QT_TR_NOOP("Region")},
        {"domain", QT_TR_NOOP("Mail domain")}, {"phone", QT_TR_NOOP("Phone")}, {"parent", QT_TR_NOOP("Parent account")},
        {"contactName", QT_TR_NOOP("Name")}, {"firstName", QT_TR_NOOP("First name")},
        {"lastName", QT_TR_NOOP("Last name")}, {"email", QT_TR_NOOP("Mail")}, {"title", QT_TR_NOOP("Title")},
        {"mobile", QT_TR_NOOP("Mobile")}, {"optedOut", QT_TR_NOOP("Wants no mail")},
        {"timeZone", QT_TR_NOOP("Time zone")}, {"language", QT_TR_NOOP("Language")}, {"notes", QT_TR_NOOP("Notes")},
        {"role", QT_TR_NOOP("Role")}, {"manager", QT_TR_NOOP("Manager")}, {"team", QT_TR_NOOP("Team")}};
    const auto found = names.find(field);
    return found == names.end() ? text(field) : tr(found->second);
}

QString problemText(const TablePreview& table)
{
    if (!table.problem)
        return {};
    const auto& code = table.problem->code;
    if (code == "unknown_table")
        return tr("Say what this table holds.");
    if (code == "missing_column") {
        QStringList names;
        for (const auto& field : table.mapping.missing)
            names += fieldName(field);
        return tr("No column for %1 yet.").arg(names.join(QStringLiteral(", ")));
    }
    if (code == "ambiguous_dates")
        return tr("Its dates can be read in two ways: say whether the day or the month comes first.");
    return text(table.problem->message);
}

ImportFileView toTable(const FilePreview& file, const ImportOptions& options)
{
    ImportFileView view;
    const auto& table = *file.table;
    view.isTable = true;
    view.kind = QStringLiteral("table");
    view.signature = text(readers::headerSignature(table.headers));
    if (table.mapping.kind != TableKind::unknown)
        view.tableKind = text(enumText(table.mapping.kind));
    if (const auto choice = options.tables.find(view.signature.toStdString());
        choice != options.tables.end() && choice->second.dateOrder)
        view.dateOrder = text(enumText(*choice->second.dateOrder));
    for (const auto& header : table.headers)
        view.headers += text(header);
    for (const auto& row : table.rows) {
        QStringList cells;
        for (const auto& cell : row)
            cells += text(cell);
        view.rows.push_back(std::move(cells));
    }
    for (const auto field : readers::fieldsOf(table.mapping.kind)) {
        const auto found = table.mapping.columns.find(std::string(field));
        view.fields.push_back(
            {text(field), fieldName(field), found == table.mapping.columns.end() ? -1 : int(found->second),
                std::ranges::find(table.mapping.missing, field) != table.mapping.missing.end()});
    }
    if (table.problem)
        view.problemCode = text(table.problem->code);
    view.problem = problemText(table);
    return view;
}

std::vector<ImportProblemView> toProblems(const std::vector<ImportProblem>& list, const QString& prefix)
{
    std::vector<ImportProblemView> rows;
    for (const auto& problem : list) {
        if (int(rows.size()) == shownProblems)
            break;
        rows.push_back(
            {prefix + QString::number(rows.size()), text(problem.file), text(problem.reason), int(problem.line)});
    }
    return rows;
}

/// Where the sample lies: beside an installed program, or in the sources it was built from.
QString sampleFolder()
{
    const QDir program(QCoreApplication::applicationDirPath());
    for (const auto* place : {"../share/agentarmy/sample", "../../../resources/sample"})
        if (const QFileInfo folder(program.filePath(QLatin1String(place))); folder.isDir())
            return folder.canonicalFilePath();
    return {};
}

/// The sample is about its own company: who looks at it is its first rep, unless somebody said already who they are.
Result<void> takeSampleSide(
    Store& store, const Context& context, IdSource& ids, const WorkspaceInfo& info, Timestamp now)
{
    const auto* self = info.user(info.self);
    if (!info.settings.ownCompanyName.empty() || (self && !self->email.empty()))
        return {};
    if (auto done = changeSettings(store, context, ids, Json {{"ownCompanyName", "Meridian Flow"}}); !done)
        return fail(done.error());
    if (auto done = changeSelf(store, context, ids, now, "Lena Hartmann", "lena.hartmann@meridianflow.example"); !done)
        return fail(done.error());
    return {};
}

/// Takes out what is not there or cannot be read: one of them would hold up all the others.
std::vector<ImportProblemView> takeOutMissing(QStringList& paths)
{
    std::vector<ImportProblemView> missing;
    QStringList there;
    for (const auto& path : paths) {
        const QFileInfo file(path);
        const auto name = QDir::toNativeSeparators(path);
        const auto id = QStringLiteral("m%1").arg(missing.size());
        if (!file.exists())
            missing.push_back({id, path, tr("There is no file or folder %1.").arg(name)});
        else if (!file.isReadable() || (file.isDir() && !file.isExecutable()))
            missing.push_back({id, path, tr("You are not allowed to read %1.").arg(name)});
        else
            there += path;
    }
    paths = there;
    return missing;
}

ImportOptions sampleOptions()
{
    ImportOptions options;
    options.paths = {sampleFolder().toStdString()};
    options.shiftDates = true;
    return options;
}
}

ImportOptions toOptions(const ImportRequest& request)
{
    ImportOptions options;
    for (const auto& path : request.paths)
        options.paths.emplace_back(path.toStdString());
    for (const auto& own : request.own)
        options.own.push_back(own.toStdString());
    for (const auto& path : request.leaveOut)
        options.leaveOut.insert(path.toStdString());
    for (const auto& [signature, choice] : request.tables) {
        auto& table = options.tables[signature.toStdString()];
        table.kind = parseEnum<TableKind>(choice.kind.toStdString());
        table.dateOrder = parseEnum<readers::DateOrder>(choice.dateOrder.toStdString());
        for (auto column = choice.columns.begin(); column != choice.columns.end(); ++column)
            table.columns[column.key().toStdString()] = column.value().toStdString();
    }
    options.dryRun = request.dryRun;
    return options;
}

ImportPreviewView toPreview(const ImportPreview& preview, const ImportOptions& options)
{
    ImportPreviewView view;
    std::map<QString, size_t> groups; // many mails of one folder are one line
    for (const auto& file : preview.files) {
        const auto path = text(file.path.string());
        view.bytes += qint64(file.bytes);
        if (file.table) {
            auto table = toTable(file, options);
            table.id = path;
            table.name = QFileInfo(path).fileName();
            table.paths = {path};
            table.bytes = qint64(file.bytes);
            view.files.push_back(std::move(table));
            continue;
        }
        const auto folder = QFileInfo(path).path();
        const auto group = folder + u'\n' + kindOf(file.kind);
        const auto [found, fresh] = groups.emplace(group, view.files.size());
        if (fresh) {
            ImportFileView first;
            first.id = group;
            first.kind = kindOf(file.kind);
            first.name = QFileInfo(path).fileName();
            view.files.push_back(std::move(first));
        }
        auto& line = view.files[found->second];
        line.paths += path;
        line.bytes += qint64(file.bytes);
        if (line.paths.size() == 2) // not one file: its folder names it
            line.name = QFileInfo(folder).fileName() + u'/';
    }
    view.problems = toProblems(preview.errors, QStringLiteral("p"));
    view.knowsOwnSide = preview.knowsOwnSide;
    for (const auto& address : preview.ownGuess.addresses)
        view.ownGuess += text(address);
    for (const auto& domain : preview.ownGuess.domains)
        view.ownGuess += text(domain);
    return view;
}

ImportReportView toReport(const ImportReport& report)
{
    ImportReportView view;
    for (const auto& [type, count] : report.created)
        view.created[text(type)] = count;
    for (const auto& [type, count] : report.merged)
        view.merged[text(type)] = count;
    view.problems = toProblems(report.errors, QStringLiteral("e"));
    for (auto& skipped : toProblems(report.skipped, QStringLiteral("s")))
        view.problems.push_back(std::move(skipped));
    for (const auto& note : report.notes)
        view.notes += text(note);
    view.turns = int(report.reading.done);
    view.found = report.reading.opportunitiesCreated;
    view.updated = report.reading.opportunitiesUpdated;
    view.moved = int(report.reading.stageProgressions.size());
    view.openQuestions = report.openQuestions;
    view.cancelled = report.cancelled;
    return view;
}

ImportProgressView toProgress(const ImportProgress& progress)
{
    ImportProgressView view;
    view.phase = ImportProgressView::Phase(int(progress.phase)); // both in the same order
    view.file = text(progress.file);
    view.messages = progress.messages;
    view.done = qint64(progress.done);
    view.total = qint64(progress.total);
    if (progress.total > 0)
        view.share = double(progress.done) / double(progress.total);
    return view;
}

QFuture<Answer<ImportPreviewView>> EngineSource::previewImport(const ImportRequest& request)
{
    m_importStop.request_stop(); // a look at what it was before tells nothing any more
    m_importStop = std::stop_source();
    return QtConcurrent::run(
        &m_importer, [this, request, stop = m_importStop.get_token()]() -> Answer<ImportPreviewView> {
            auto& engine = *m_engine;
            auto context = engine.context;
            context.stop = stop;
            mail::DiskMailboxes mailboxes;
            auto there = request;
            const auto missing = takeOutMissing(there.paths);
            if (there.paths.isEmpty()) {
                ImportPreviewView nothing;
                nothing.missing = missing;
                return nothing;
            }
            const auto options = toOptions(there);
            const auto preview = Importer({*engine.store, engine.model, engine.ids, engine.clock}, mailboxes, context)
                                     .preview(options);
            if (!preview)
                return failed(preview);
            auto view = toPreview(*preview, options);
            view.missing = missing;
            return view;
        });
}

QFuture<Answer<ImportReportView>> EngineSource::runImport(const ImportRequest& request)
{
    m_importStop.request_stop();
    m_importStop = std::stop_source();
    return QtConcurrent::run(
        &m_importer, [this, request, stop = m_importStop.get_token()]() -> Answer<ImportReportView> {
            auto& engine = *m_engine;
            auto context = engine.context;
            context.stop = stop;
            auto options = toOptions(request);
            if (request.sample) {
                if (sampleFolder().isEmpty())
                    return tl::unexpected(
                        Problem {QStringLiteral("not_found"), tr("The sample did not come with this program.")});
                options = sampleOptions();
                const auto info = engine.info();
                if (const auto done
                    = takeSampleSide(*engine.store, engine.context, engine.ids, *info, engine.clock.now());
                    !done)
                    return failed(done);
            }
            const std::lock_guard one(engine.understanding);
            mail::DiskMailboxes mailboxes;
            auto told = std::chrono::steady_clock::time_point();
            const auto report = Importer({*engine.store, engine.model, engine.ids, engine.clock}, mailboxes, context)
                                    .run(options, [&](const ImportProgress& progress) {
                                        const auto now = std::chrono::steady_clock::now();
                                        if (request.dryRun || now - told < tellEvery)
                                            return;
                                        told = now;
                                        QMetaObject::invokeMethod(
                                            this, [this, view = toProgress(progress)] { Q_EMIT importProgress(view); },
                                            Qt::QueuedConnection);
                                    });
            if (!report)
                return failed(report);
            if (request.dryRun)
                return toReport(*report);
            if (const auto fresh = engine.readInfo(); !fresh)
                return failed(fresh);
            QMetaObject::invokeMethod(
                this,
                [this] {
                    Q_EMIT workspaceChanged();
                    Q_EMIT boardChanged(); // every list looks anew at that
                },
                Qt::QueuedConnection);
            return toReport(*report);
        });
}

void EngineSource::cancelImport() { m_importStop.request_stop(); }

}
