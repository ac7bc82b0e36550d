// SPDX-License-Identifier: AGPL-3.0-or-later
// The whole of the data, as far as flows need it: counts that are invented, a workspace that can be emptied.
#include "tests/ui/sample_source.hpp"

namespace agentarmy::app {

QFuture<Answer<PersonTracesView>> SampleSource::tracesOf(const QString& personId)
{
    return later<PersonTracesView>(QStringLiteral("tracesOf"), [this, personId]() -> Answer<PersonTracesView> {
        const auto found = m_records.find(personId);
        if (found == m_records.end())
            return tl::unexpected(Problem {QStringLiteral("not_found"), QStringLiteral("There is no such person.")});
        Q_EMIT dataProgress(1500);
        return PersonTracesView {
            personId, found->second.name, QStringLiteral("someone@customer.example"), 9, 14, 5, 12, 0};
    });
}

QFuture<Answer<PersonTracesView>> SampleSource::erasePerson(const QString& personId)
{
    return later<PersonTracesView>(QStringLiteral("erasePerson"), [this, personId]() -> Answer<PersonTracesView> {
        const auto name = m_records[personId].name;
        m_records.erase(personId);
        Q_EMIT recordsChanged();
        return PersonTracesView {personId, name, {}, 9, 14, 5, 12, 40};
    });
}

QFuture<Answer<QString>> SampleSource::exportPerson(const QString&, const QString& folder)
{
    return later<QString>(
        QStringLiteral("exportPerson"), [folder]() -> Answer<QString> { return folder + QStringLiteral("/person-1"); });
}

QFuture<Answer<BackupView>> SampleSource::lookAtBackup(const QString& folder)
{
    return later<BackupView>(QStringLiteral("lookAtBackup"), [folder]() -> Answer<BackupView> {
        return BackupView {folder, QDateTime(QDate(2026, 9, 1), QTime(8, 0)), 40, 120, 598};
    });
}

QFuture<Answer<QString>> SampleSource::restoreBackup(const QString& folder)
{
    return later<QString>(QStringLiteral("restoreBackup"), [this, folder]() -> Answer<QString> {
        Q_EMIT workspaceReplaced();
        Q_EMIT boardChanged();
        return folder + QStringLiteral(".before-1");
    });
}

QFuture<Answer<bool>> SampleSource::clearWorkspace()
{
    return later<bool>(QStringLiteral("clearWorkspace"), [this]() -> Answer<bool> {
        clear();
        Q_EMIT workspaceReplaced();
        Q_EMIT boardChanged();
        Q_EMIT recordsChanged();
        return true;
    });
}

}
