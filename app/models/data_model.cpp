// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/data_model.hpp"
#include <QDir>

namespace agentarmy::app {
namespace {

bool sameWords(const QString& typed, const QString& wanted)
{
    const auto simple = typed.simplified();
    return !simple.isEmpty() && simple.compare(wanted.simplified(), Qt::CaseInsensitive) == 0;
}

}

DataModel::DataModel(WorkspaceSource& source, UndoLog& undo, const Formats& formats, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
    , m_formats(formats)
{
    connect(&source, &WorkspaceSource::dataProgress, this, [this](int looked) {
        if (m_busy.isEmpty())
            return;
        m_progress = tr("%1 records looked at").arg(m_formats.locale().toString(looked));
        Q_EMIT progressed();
    });
}

template <typename T, typename Then>
void DataModel::work(const QString& what, bool canStop, QFuture<Answer<T>> answer, Then then)
{
    m_busy = what;
    m_canStop = canStop;
    m_progress.clear();
    m_problem.clear();
    Q_EMIT changed();
    Q_EMIT progressed();
    answer.then(this, [this, then](const Answer<T>& got) {
        m_busy.clear();
        m_canStop = false;
        if (got)
            then(*got);
        else if (got.error().code != QLatin1String("stopped"))
            m_problem = got.error().text;
        Q_EMIT changed();
    });
}

QStringList DataModel::linesOf(const PersonTracesView& traces) const
{
    const auto number = [this](qint64 count) { return m_formats.locale().toString(count); };
    QStringList lines;
    lines += traces.records == 1 ? tr("1 record that names this person")
                                 : tr("%1 records that name this person").arg(number(traces.records));
    if (traces.messages > 0)
        lines += traces.messages == 1 ? tr("1 message from, to or about them")
                                      : tr("%1 messages from, to or about them").arg(number(traces.messages));
    if (traces.quotes > 0)
        lines += traces.quotes == 1 ? tr("1 quote of their words")
                                    : tr("%1 quotes of their words").arg(number(traces.quotes));
    if (traces.files > 0)
        lines += traces.files == 1 ? tr("1 mail or transcript as it was imported")
                                   : tr("%1 mails and transcripts as they were imported").arg(number(traces.files));
    return lines;
}

void DataModel::lookForPerson(const QString& personId)
{
    if (!m_busy.isEmpty())
        return;
    m_person.clear();
    work<PersonTracesView>(
        tr("Looking for this person"), true, m_source.tracesOf(personId), [this](const PersonTracesView& traces) {
            m_person = {{QStringLiteral("id"), traces.id}, {QStringLiteral("name"), traces.name},
                {QStringLiteral("address"), traces.address}, {QStringLiteral("lines"), linesOf(traces)}};
        });
}

bool DataModel::namesPerson(const QString& typed) const
{
    return sameWords(typed, m_person.value(QStringLiteral("name")).toString());
}

void DataModel::erasePerson(const QString& typed)
{
    if (!m_busy.isEmpty() || !namesPerson(typed))
        return;
    work<PersonTracesView>(tr("Erasing this person"), true,
        m_source.erasePerson(m_person.value(QStringLiteral("id")).toString()), [this](const PersonTracesView& traces) {
            const auto number = [this](qint64 count) { return m_formats.locale().toString(count); };
            m_undo.say(tr("Erased for good: %1 records, %2 messages, %3 quotes, %4 files, %5 entries of the history")
                           .arg(number(traces.records), number(traces.messages), number(traces.quotes),
                               number(traces.files), number(traces.historyValues)));
            m_person.clear();
            Q_EMIT done();
        });
}

void DataModel::exportPerson(const QUrl& folder)
{
    if (!m_busy.isEmpty() || m_person.isEmpty() || !folder.isLocalFile())
        return;
    work<QString>(tr("Writing what is kept"), true,
        m_source.exportPerson(m_person.value(QStringLiteral("id")).toString(), folder.toLocalFile()),
        [this](const QString& path) { m_undo.say(tr("Exported to %1").arg(QDir::toNativeSeparators(path))); });
}

void DataModel::lookAtBackup(const QUrl& folder)
{
    if (!m_busy.isEmpty() || !folder.isLocalFile())
        return;
    m_backup.clear();
    work<BackupView>(
        tr("Checking the backup"), false, m_source.lookAtBackup(folder.toLocalFile()), [this](const BackupView& found) {
            const auto number = [this](qint64 count) { return m_formats.locale().toString(count); };
            m_backup = {{QStringLiteral("folder"), QDir::toNativeSeparators(found.folder)},
                {QStringLiteral("when"),
                    found.newest.isValid() ? tr("Last change: %1").arg(m_formats.exact(found.newest))
                                           : tr("Nothing was ever written to it")},
                {QStringLiteral("line"),
                    tr("%1 accounts, %2 deals, %3 messages")
                        .arg(number(found.accounts), number(found.deals), number(found.messages))}};
        });
}

void DataModel::restore()
{
    if (!m_busy.isEmpty() || m_backup.isEmpty())
        return;
    work<QString>(tr("Restoring the backup"), true,
        m_source.restoreBackup(QDir::fromNativeSeparators(m_backup.value(QStringLiteral("folder")).toString())),
        [this](const QString& before) {
            m_undo.say(before.isEmpty() ? tr("The backup is restored")
                                        : tr("The backup is restored. What was here before lies in %1")
                                              .arg(QDir::toNativeSeparators(before)));
            m_backup.clear();
            Q_EMIT done();
        });
}

void DataModel::saveFirst(const QUrl& folder)
{
    if (m_busy.isEmpty() && folder.isLocalFile())
        work<QString>(tr("Copying the workspace"), false, m_source.backUp(folder.toLocalFile()),
            [this](const QString& path) { m_savedAt = QDir::toNativeSeparators(path); });
}

QString DataModel::confirmWord() const { return tr("delete everything"); }

bool DataModel::isConfirmWord(const QString& typed) const { return sameWords(typed, confirmWord()); }

void DataModel::clear(const QString& typed)
{
    if (!m_busy.isEmpty() || !isConfirmWord(typed))
        return;
    work<bool>(tr("Deleting everything"), false, m_source.clearWorkspace(), [this](bool) {
        m_undo.say(m_savedAt.isEmpty() ? tr("Everything was deleted")
                                       : tr("Everything was deleted. The backup lies in %1").arg(m_savedAt));
        m_savedAt.clear();
        Q_EMIT done();
    });
}

void DataModel::stop()
{
    if (m_canStop)
        m_source.cancelDataWork();
}

void DataModel::forget()
{
    if (!m_busy.isEmpty())
        return;
    m_person.clear();
    m_backup.clear();
    m_problem.clear();
    m_savedAt.clear();
    Q_EMIT changed();
}

}
