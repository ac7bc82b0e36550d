// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/localmodel/local_model.hpp"
#include "core/adapters/mail/disk_mailboxes.hpp"
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/engine/import/importer.hpp"
#include "core/engine/records/reading.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

namespace agentarmy::tests {

/// A workspace in a temporary folder with a clock that stands still and seeded randomness.
class WorkspaceFixture {
public:
    explicit WorkspaceFixture(const char* now = "2026-09-18T09:00:00Z")
        : m_clock(parseTimestamp(now).value())
        , m_random(42)
        , m_ids(m_clock, m_random)
    {
        reopen();
    }
    void reopen()
    {
        m_store.reset();
        auto opened = sqlite::SqliteStore::open(path("workspace"), {m_clock, m_random});
        if (!opened)
            qFatal("%s", opened.error().message.c_str());
        m_store = std::move(*opened);
        auto workspace = openWorkspace(*m_store, context(), m_ids, m_clock);
        if (!workspace)
            qFatal("%s", workspace.error().message.c_str());
        m_workspace = std::move(*workspace);
    }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    std::filesystem::path write(const std::string& name, const std::string& content) const
    {
        const auto file = path(name);
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }
    [[nodiscard]] Context context() const
    {
        Context context;
        context.actor.userId = m_workspace.self;
        return context;
    }
    [[nodiscard]] EngineParts parts() { return {*m_store, m_model, m_ids, m_clock}; }
    [[nodiscard]] Store& store() { return *m_store; }
    [[nodiscard]] ManualClock& clock() { return m_clock; }
    [[nodiscard]] IdSource& ids() { return m_ids; }
    [[nodiscard]] const WorkspaceInfo& workspace() const { return m_workspace; }

    ImportReport import(std::vector<std::filesystem::path> paths,
        std::vector<std::string> own = {"meridianflow.example"}, std::stop_token stop = {})
    {
        ImportOptions options;
        options.paths = std::move(paths);
        options.own = std::move(own);
        return import(options, stop);
    }
    ImportReport import(const ImportOptions& options, std::stop_token stop = {})
    {
        auto who = context();
        who.stop = stop;
        auto report = Importer(parts(), m_mailboxes, who).run(options);
        if (!report)
            qFatal("import: %s", report.error().message.c_str());
        return std::move(*report);
    }
    template <class T> [[nodiscard]] std::vector<T> all(Query query = {})
    {
        auto read = readEntities<T>(*m_store, context(), query);
        if (!read)
            qFatal("%s", read.error().message.c_str());
        return std::move(*read);
    }
    [[nodiscard]] mail::DiskMailboxes& mailboxes() { return m_mailboxes; }

private:
    QTemporaryDir m_folder;
    ManualClock m_clock;
    SeededRandom m_random;
    IdSource m_ids;
    localmodel::LocalModel m_model;
    mail::DiskMailboxes m_mailboxes;
    std::unique_ptr<sqlite::SqliteStore> m_store;
    WorkspaceInfo m_workspace;
};

/// A plain mail as text.
struct MailText {
    std::string from, to, subject, body;
    std::string date = "Tue, 15 Sep 2026 10:00:00 +0000";
    std::string id = {};
    std::string references = {};
    std::string extra = {}; ///< further header lines, each with its line end
    [[nodiscard]] std::string text() const
    {
        return "From: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject + "\r\nDate: " + date + "\r\n"
            + (id.empty() ? "" : "Message-ID: <" + id + ">\r\n")
            + (references.empty() ? "" : "In-Reply-To: <" + references + ">\r\nReferences: <" + references + ">\r\n")
            + extra + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + body + "\r\n";
    }
};

inline MailText mailWithId(std::string from, std::string to, std::string subject, std::string body, std::string id)
{
    MailText mail {std::move(from), std::move(to), std::move(subject), std::move(body)};
    mail.id = std::move(id);
    return mail;
}
}
