// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/engine/import/readers/column_mapping.hpp"
#include "core/engine/import/readers/date_column.hpp"
#include "core/engine/import/readers/file_kind.hpp"
#include "core/engine/jobs/job_runner.hpp"
#include "core/ports/mailbox.hpp"

#include <filesystem>
#include <functional>
#include <mutex>
#include <set>

namespace agentarmy {

/// What a person decided about one table before it is imported.
struct TableChoice {
    std::optional<readers::TableKind> kind;
    std::map<std::string, std::string> columns; ///< field -> header; an empty header: the field has no column
    std::optional<readers::DateOrder> dateOrder;
};

struct ImportOptions {
    std::vector<std::filesystem::path> paths;
    std::vector<std::string> own; ///< addresses, domains or names of our side
    std::map<std::string, std::string> mapping; ///< CSV field -> header
    std::map<std::string, TableChoice> tables; ///< by the signature of their headers; goes before `mapping`
    std::set<std::filesystem::path> leaveOut; ///< files below `paths` that are not imported
    std::optional<readers::TableKind> tableKind;
    std::optional<readers::DateOrder> dateOrder;
    std::string currency; ///< of amounts without one; empty: the tenant's
    std::map<std::string, DealStage> stageNames; ///< case-folded name -> stage
    std::string account; ///< for transcripts and chats whose account is not clear
    /// Moves all dates by one whole number of weeks, so that the newest message or meeting lies within the last 7 days.
    bool shiftDates = false;
    bool dryRun = false; ///< reads and reports, writes nothing
    int workers = 2;
};

/// One row, message or file that was not taken, and why.
struct ImportProblem {
    std::string file;
    std::int64_t line = 0; ///< line of a table or transcript, running number in a mailbox; 0: the file
    std::string reason;
};

struct ImportReport {
    std::map<std::string, int> created; ///< by type
    std::map<std::string, int> merged; ///< by type: known before, or filled up
    std::vector<ImportProblem> skipped; ///< the first 10,000
    std::vector<ImportProblem> errors; ///< could not be read at all
    std::vector<std::string> notes; ///< what was decided: own side, mapping, order of dates, moved dates
    std::map<std::string, int> kinds; ///< messages by kind
    JobReport reading; ///< what the agent read
    int openQuestions = 0; ///< of customers in history older than 14 days that nobody answered
    bool cancelled = false;
    [[nodiscard]] bool complete() const { return errors.empty() && skipped.empty() && !cancelled; }
};
[[nodiscard]] Json toJson(const ImportReport& report);

struct ImportProgress {
    enum class Phase { looking, reading, understanding } phase = Phase::looking;
    std::string file;
    std::uint64_t done = 0, total = 0; ///< bytes while reading, jobs while understanding
    int messages = 0;
};

/// A table as it would be read.
struct TablePreview {
    std::vector<std::string> headers;
    std::vector<std::vector<std::string>> rows; ///< the first 3
    readers::ColumnMapping mapping;
    std::optional<Error>
        problem; ///< what only a person can decide: `unknown_table`, `missing_column`, `ambiguous_dates`, ...
};
struct FilePreview {
    std::filesystem::path path;
    readers::FileKind kind = readers::FileKind::unknown;
    std::uint64_t bytes = 0; ///< of a Maildir: 0
    std::optional<TablePreview> table;
};
/// What an import would look at, in its order.
struct ImportPreview {
    std::vector<FilePreview> files;
    std::vector<ImportProblem> errors; ///< named, and nothing that is imported
    bool knowsOwnSide = false; ///< from the settings, or said
    OwnSideGuess::Answer ownGuess; ///< from the mailboxes, if it is not known
};

/// Imports files of all kinds that Agent Army reads, then lets the agent read what is new. Every batch is a transaction
/// with its place in the file: after a crash or a cancel the same call goes on where it stopped. What is known already
/// (Message-ID, content, natural keys) is merged, never doubled. One import at a time per store.
class Importer {
public:
    Importer(EngineParts parts, Mailboxes& mailboxes, Context context);
    /// `ambiguous_dates`, `unknown_field`, `unknown_column`, `not_found` before anything is written; what happens
    /// inside a file is in the report. The context's stop token cancels between messages.
    [[nodiscard]] Result<ImportReport> run(
        const ImportOptions& options, const std::function<void(const ImportProgress&)>& progress = {});
    /// Looks only: which files, how the tables would be read, who we are. Writes nothing. `not_found`.
    [[nodiscard]] Result<ImportPreview> preview(const ImportOptions& options);

private:
    EngineParts m_parts;
    Mailboxes& m_mailboxes;
    Context m_context;
};
}
