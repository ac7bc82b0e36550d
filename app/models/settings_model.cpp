// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/models/settings_model.hpp"
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QTimeZone>

namespace agentarmy::app {
namespace {
const auto between = QStringLiteral(", ");

QString textOf(const SettingsView& view, const QString& field)
{
    if (field == QLatin1String("name"))
        return view.name;
    if (field == QLatin1String("email"))
        return view.email;
    if (field == QLatin1String("company"))
        return view.company;
    if (field == QLatin1String("currency"))
        return view.currency;
    if (field == QLatin1String("timeZone"))
        return view.timeZone;
    if (field == QLatin1String("domains"))
        return view.domains.join(between);
    if (field == QLatin1String("addresses"))
        return view.addresses.join(between);
    return field == QLatin1String("products") ? view.products.join(between) : QString();
}
}

SettingsModel::SettingsModel(WorkspaceSource& source, UndoLog& undo, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_undo(undo)
{
    connect(&source, &WorkspaceSource::workspaceChanged, this, [this] {
        if (m_state == State::Ready)
            load();
    });
}

QVariantMap SettingsModel::values() const
{
    QVariantMap values {{QStringLiteral("folder"), QDir::toNativeSeparators(m_view.folder)}};
    for (const auto* field : {"name", "email", "company", "currency", "timeZone", "domains", "addresses", "products"})
        values.insert(QLatin1String(field), textOf(m_view, QLatin1String(field)));
    return values;
}

QString SettingsModel::version() const { return QCoreApplication::applicationVersion(); }

QStringList SettingsModel::zones() const
{
    QStringList zones;
    for (const auto& zone : QTimeZone::availableTimeZoneIds())
        if (zone.contains('/') || zone == "UTC")
            zones += QString::fromLatin1(zone);
    return zones;
}

void SettingsModel::load()
{
    m_source.settings().then(this, [this](Answer<SettingsView> answer) {
        m_problem = answer ? QString() : answer.error().text;
        if (answer)
            return take(std::move(*answer));
        m_state = m_state == State::Ready ? m_state : State::Failed;
        Q_EMIT changed();
    });
}

void SettingsModel::take(SettingsView view)
{
    m_view = std::move(view);
    m_state = State::Ready;
    Q_EMIT changed();
}

void SettingsModel::set(const QString& field, const QString& text)
{
    if (text.trimmed() == textOf(m_view, field)) {
        if (m_errors.remove(field) > 0)
            Q_EMIT changed();
        return;
    }
    m_source.setSetting({field, text.trimmed()}).then(this, [this, field](Answer<SettingsView> answer) {
        if (!answer) {
            m_errors.insert(field, answer.error().text);
            Q_EMIT changed();
            return;
        }
        m_errors.remove(field);
        take(std::move(*answer));
    });
}

template <typename T, typename Then> void SettingsModel::work(const QString& what, QFuture<Answer<T>> answer, Then then)
{
    m_busy = what;
    Q_EMIT changed();
    answer.then(this, [this, then](const Answer<T>& done) {
        m_busy.clear();
        if (done)
            then(*done);
        else
            m_undo.complain(done.error().text);
        Q_EMIT changed();
    });
}

void SettingsModel::backUp(const QUrl& folder)
{
    if (m_busy.isEmpty() && folder.isLocalFile())
        work<QString>(tr("Copying the workspace"), m_source.backUp(folder.toLocalFile()),
            [this](const QString& path) { m_undo.say(tr("Backed up to %1").arg(QDir::toNativeSeparators(path))); });
}

void SettingsModel::exportTo(const QUrl& folder)
{
    if (m_busy.isEmpty() && folder.isLocalFile())
        work<QString>(tr("Writing everything"), m_source.exportAll(folder.toLocalFile()),
            [this](const QString& path) { m_undo.say(tr("Exported to %1").arg(QDir::toNativeSeparators(path))); });
}

void SettingsModel::lookOver()
{
    if (m_busy.isEmpty())
        work<DoctorView>(tr("Looking the data over"), m_source.examine(), [this](const DoctorView& found) {
            m_sound = found.sound;
            m_report = found.findings;
            m_report.prepend(found.sound ? tr("Everything is sound: %1.").arg(found.counts.join(between))
                                         : tr("Something is wrong. A backup brings back what was sound."));
        });
}

void SettingsModel::showFolder() const { QDesktopServices::openUrl(QUrl::fromLocalFile(m_view.folder)); }

}
