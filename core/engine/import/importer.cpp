// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/import/importer.hpp"

#include "core/base/text.hpp"
#include "core/engine/import/file_plan.hpp"
#include "core/engine/import/import_run.hpp"
#include "core/rules/text/scan.hpp"

namespace agentarmy {
namespace {
using readers::FileKind;

Result<void> importOne(ImportRun& run, const PlannedFile& file)
{
    switch (file.kind) {
    case FileKind::mbox:
        return importMailbox(run, file.path, MailboxForm::mbox);
    case FileKind::maildir:
        return importMailbox(run, file.path, MailboxForm::maildir);
    case FileKind::eml:
        return importMailbox(run, file.path, MailboxForm::single);
    case FileKind::vtt:
    case FileKind::srt:
    case FileKind::transcriptJson:
        return importTranscript(run, file.path);
    case FileKind::chatJson:
        return importChat(run, file.path);
    case FileKind::csv:
        return importTable(run, file.path);
    case FileKind::unknown:
    case FileKind::folder:
        break;
    }
    return {};
}

/// What the user must decide before anything is written, and what would fail again for every file.
bool endsImport(const Error& error, int tables)
{
    if (error.code == "missing_column" && tables > 1) // of many, one may be none of ours
        return false;
    static constexpr std::array<std::string_view, 4> codes {
        "ambiguous_dates", "unknown_field", "unknown_column", "missing_column"};
    return error.kind == ErrorKind::unavailable || error.kind == ErrorKind::internal
        || std::find(codes.begin(), codes.end(), error.code) != codes.end();
}

Result<std::vector<PlannedFile>> chosenFiles(const ImportOptions& options, ImportReport& report)
{
    auto files = planFiles(options.paths, report);
    if (files)
        std::erase_if(*files, [&](const PlannedFile& file) { return options.leaveOut.contains(file.path); });
    return files;
}

/// What only the user can decide ends the import before its first file is written.
Result<void> checkTables(ImportRun& run, const std::vector<PlannedFile>& files)
{
    run.tables = int(std::ranges::count(files, FileKind::csv, &PlannedFile::kind));
    std::set<std::string> used;
    for (const auto& file : files) {
        if (file.kind != FileKind::csv || run.stopped())
            continue;
        auto fields = checkTable(run, file.path);
        if (fields)
            used.insert(fields->begin(), fields->end());
        else if (endsImport(fields.error(), run.tables))
            return fail(fields.error());
    }
    if (run.tables > 1 && !run.stopped())
        for (const auto& [field, header] : run.options.mapping)
            if (!used.contains(field))
                return fail({ErrorKind::invalid, "unknown_column",
                    "None of the tables has a column \"" + header + "\" for the field \"" + field + "\".",
                    {{"field", field}, {"column", header}}});
    return {};
}

/// Said (--own), else known, else guessed from the mailboxes; remembered in the settings.
Result<void> settleOwnSide(ImportRun& run, const std::vector<PlannedFile>& files)
{
    auto& settings = run.workspace.settings;
    const auto before = settings.ownDomains.size() + settings.ownAddresses.size();
    const auto addDomain = [&](const std::string& domain) {
        if (std::find(settings.ownDomains.begin(), settings.ownDomains.end(), domain) == settings.ownDomains.end())
            settings.ownDomains.push_back(domain);
        run.ours.addDomain(domain);
    };
    const auto addAddress = [&](const std::string& address) {
        if (std::find(settings.ownAddresses.begin(), settings.ownAddresses.end(), address)
            == settings.ownAddresses.end())
            settings.ownAddresses.push_back(address);
        run.ours.addAddress(address);
    };
    for (const auto& own : run.options.own) {
        const auto lower = asciiLower(trimView(own));
        if (lower.find('@') == 0)
            addDomain(lower.substr(1));
        else if (lower.find('@') != std::string::npos)
            addAddress(lower);
        else if (lower.find('.') != std::string::npos && lower.find(' ') == std::string::npos)
            addDomain(lower);
        else
            run.ours.addName(own);
    }
    if (!run.ours.knowsAnything()) {
        const auto guess = guessOwnSide(files, run.mailboxes);
        for (const auto& address : guess.addresses)
            addAddress(address);
        for (const auto& domain : guess.domains)
            addDomain(domain);
        if (!guess.addresses.empty())
            run.note("Our side, guessed from the mailboxes: " + guess.addresses.front()
                + (guess.domains.empty() ? "" : " and everybody at " + guess.domains.front())
                + ". Correct it with --own.");
    }
    if (settings.ownDomains.size() + settings.ownAddresses.size() == before || run.options.dryRun)
        return {};
    run.work.because({.what = "import"});
    auto edited = run.work.edit(settings.id);
    if (!edited)
        return fail(edited.error());
    if (*edited) {
        (*edited)->ownDomains = settings.ownDomains;
        (*edited)->ownAddresses = settings.ownAddresses;
    }
    return run.commit();
}

/// Users that a table brought make their mail domain ours, for good.
Result<void> keepOwnSide(ImportRun& run)
{
    auto& settings = run.workspace.settings;
    const std::vector<std::string> domains(run.ours.domains().begin(), run.ours.domains().end());
    if (domains == settings.ownDomains || run.options.dryRun)
        return {};
    settings.ownDomains = domains;
    run.work.because({.what = "import"});
    auto edited = run.work.edit(settings.id);
    if (!edited)
        return fail(edited.error());
    if (*edited)
        (*edited)->ownDomains = domains;
    return run.commit();
}

/// Product lines of the deals become what detection looks for.
Result<void> learnProducts(ImportRun& run)
{
    std::map<std::string, std::pair<int, std::string>> lines;
    Query query;
    query.limit = 1000;
    auto deals = run.work.list<Opportunity>(query);
    if (!deals)
        return fail(deals.error());
    for (const auto* deal : *deals)
        if (deal->productLine && deal->productLine->size() >= 3) {
            auto& entry = lines[nameKey(*deal->productLine)];
            ++entry.first;
            entry.second = *deal->productLine;
        }
    auto products = run.workspace.settings.products;
    for (const auto& [key, entry] : lines)
        if (products.size() < 500 && std::none_of(products.begin(), products.end(), [&wanted = key](const auto& name) {
                return nameKey(name) == wanted;
            }))
            products.push_back(entry.second);
    run.work.forget();
    if (products == run.workspace.settings.products || run.options.dryRun)
        return {};
    run.workspace.settings.products = products;
    run.work.because({.what = "import"});
    auto edited = run.work.edit(run.workspace.settings.id);
    if (!edited)
        return fail(edited.error());
    if (*edited)
        (*edited)->products = products;
    return run.commit();
}

/// Questions in history that nobody answered: told once, here (domain vocabulary: history is not news).
Result<int> openQuestions(ImportRun& run)
{
    const auto now = run.parts.clock.now();
    Query query;
    query.type = Conversation::type;
    query.states = {"ours"};
    query.timeTo = toMillis(now - std::chrono::days(14));
    int count = 0;
    auto done = run.parts.store.readRows(run.context, query, [&](Row&& row) {
        const auto brief = parseJson(row.columns.brief);
        count += brief && brief->is_object() && text::containsQuestion(brief->value("preview", std::string())) ? 1 : 0;
        return true;
    });
    if (!done)
        return fail(done.error());
    return count;
}
}

Result<ImportRun> makeImportRun(const ImportOptions& options, EngineParts parts, Mailboxes& mailboxes,
    const Context& context, ImportReport looked, const std::function<void(const ImportProgress&)>& progress)
{
    auto workspace = readWorkspace(parts.store, context);
    if (!workspace)
        return fail(workspace.error());
    auto directory = Directory::load(parts.store, context);
    if (!directory)
        return fail(directory.error());
    auto erased = ErasedPeople::load(parts.store, context);
    if (!erased)
        return fail(erased.error());
    auto ours = workspace->ownSide();
    auto writing = context;
    writing.stop = {}; // a cancel ends the reading; what was read is still written, with its place
    return ImportRun {options, parts, mailboxes, context, std::move(*workspace), std::move(*directory), std::move(ours),
        UnitOfWork(parts.store, writing, parts.ids), std::move(looked), {}, progress, 0, 0, std::move(*erased)};
}

Json toJson(const ImportReport& report)
{
    const auto problems = [](const std::vector<ImportProblem>& list) {
        Json out = Json::array();
        for (const auto& problem : list)
            out.push_back({{"file", problem.file}, {"line", problem.line}, {"reason", problem.reason}});
        return out;
    };
    return {{"created", report.created}, {"merged", report.merged}, {"skipped", problems(report.skipped)},
        {"errors", problems(report.errors)}, {"notes", report.notes}, {"kinds", report.kinds},
        {"cancelled", report.cancelled}, {"openQuestions", report.openQuestions},
        {"reading",
            {{"turns", report.reading.done}, {"failed", report.reading.failed},
                {"opportunitiesCreated", report.reading.opportunitiesCreated},
                {"opportunitiesUpdated", report.reading.opportunitiesUpdated},
                {"stageProgressions", report.reading.stageProgressions}, {"errors", report.reading.errors}}}};
}

Importer::Importer(EngineParts parts, Mailboxes& mailboxes, Context context)
    : m_parts(parts)
    , m_mailboxes(mailboxes)
    , m_context(std::move(context))
{
    m_context.actor.kind = ActorKind::import;
}

Result<ImportReport> Importer::run(
    const ImportOptions& options, const std::function<void(const ImportProgress&)>& progress)
{
    ImportReport looked;
    auto files = chosenFiles(options, looked);
    if (!files)
        return fail(files.error());
    auto made = makeImportRun(options, m_parts, m_mailboxes, m_context, std::move(looked), progress);
    if (!made)
        return fail(made.error());
    auto& run = *made;
    if (options.shiftDates) {
        run.tell(ImportProgress::Phase::looking, {}, 0, 0);
        if (const auto newest = newestDate(*files, m_mailboxes, m_context.stop)) {
            const auto weeks = std::chrono::floor<std::chrono::weeks>(m_parts.clock.now() - *newest);
            run.shift = weeks;
            run.note("All dates moved by " + std::to_string(weeks.count()) + " weeks.");
        }
    }
    if (auto done = checkTables(run, *files); !done)
        return fail(done.error());
    bool tablesDone = false;
    bool settled = false;
    for (const auto& file : *files) {
        if (run.stopped())
            break;
        if (file.kind != FileKind::csv && !tablesDone) {
            tablesDone = true;
            if (auto done = keepOwnSide(run); !done)
                return fail(done.error());
            if (auto done = learnProducts(run); !done)
                return fail(done.error());
        }
        if (!settled && (file.kind != FileKind::csv || !options.own.empty())) {
            settled = true;
            if (auto done = settleOwnSide(run, *files); !done)
                return fail(done.error());
        }
        auto done = importOne(run, file);
        if (done)
            continue;
        run.work.forget();
        if (endsImport(done.error(), run.tables))
            return fail(done.error());
        const auto line = done.error().details.find("line");
        const auto* number = line == done.error().details.end() ? nullptr : std::get_if<std::int64_t>(&line->second);
        run.report.errors.push_back({file.path.string(), number ? *number : 0, done.error().message});
    }
    if (auto done = run.commit(); !done)
        return fail(done.error());
    if (!tablesDone)
        if (auto done = keepOwnSide(run); !done)
            return fail(done.error());
    if (!options.dryRun && !run.stopped()) {
        auto written = m_context;
        written.stop = {};
        auto fresh = readWorkspace(m_parts.store, written);
        if (!fresh)
            return fail(fresh.error());
        JobRunner runner(m_parts, m_context, *fresh);
        auto read = runner.drain(options.workers, [&](std::int64_t done, std::int64_t left) {
            run.tell(ImportProgress::Phase::understanding, {}, std::uint64_t(done), std::uint64_t(done + left));
        });
        if (!read)
            return fail(read.error());
        run.report.reading = std::move(*read);
        if (run.report.reading.opportunitiesCreated)
            run.report.created["opportunity"] += run.report.reading.opportunitiesCreated;
        auto questions = run.stopped() ? Result<int>(0) : openQuestions(run);
        if (!questions)
            return fail(questions.error());
        run.report.openQuestions = *questions;
    }
    for (auto* counts : {&run.report.created, &run.report.merged})
        std::erase_if(*counts, [](const auto& entry) { return entry.second == 0; });
    run.report.cancelled = run.stopped();
    if (run.ofErased > 0)
        run.note("Left out because of people who were erased: " + std::to_string(run.ofErased)
            + " mails, chats, meetings or rows.");
    return std::move(run.report);
}

Result<ImportPreview> Importer::preview(const ImportOptions& options)
{
    ImportReport looked;
    auto files = chosenFiles(options, looked);
    if (!files)
        return fail(files.error());
    auto run = makeImportRun(options, m_parts, m_mailboxes, m_context, {}, {});
    if (!run)
        return fail(run.error());
    run->tables = int(std::ranges::count(*files, FileKind::csv, &PlannedFile::kind));
    ImportPreview preview;
    preview.errors = std::move(looked.errors);
    preview.knowsOwnSide = !options.own.empty() || run->ours.knowsAnything();
    for (const auto& file : *files) {
        if (run->stopped())
            return fail({ErrorKind::unavailable, "stopped", "Cancelled.", {}});
        FilePreview each {file.path, file.kind, 0, {}};
        std::error_code none;
        if (std::filesystem::is_regular_file(file.path, none))
            each.bytes = std::filesystem::file_size(file.path, none);
        if (none)
            each.bytes = 0; // gone in between: reading it says so
        if (file.kind == FileKind::csv)
            each.table = previewTable(*run, file.path);
        preview.files.push_back(std::move(each));
    }
    if (!preview.knowsOwnSide)
        preview.ownGuess = guessOwnSide(*files, m_mailboxes);
    return preview;
}
}
