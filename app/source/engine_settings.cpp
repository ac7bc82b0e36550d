// SPDX-License-Identifier: AGPL-3.0-or-later
// Settings and the whole of the data, as the pages ask for them.
#include "app/source/engine_parts.hpp"
#include "core/engine/workspace/doctor.hpp"
#include "core/engine/workspace/export.hpp"
#include "core/engine/workspace/settings.hpp"
#include "core/rules/intelligence/persona.hpp"
#include "core/rules/sales/local_draft.hpp"
#include <QCoreApplication>
#include <QDir>
#include <QtConcurrent/QtConcurrentRun>
#include <cmath>

namespace agentarmy::app {
namespace {

QString tr(const char* words) { return QCoreApplication::translate("EngineSettings", words); }

SettingsView toSettings(const WorkspaceInfo& info, const QString& folder)
{
    const auto list = [](const std::vector<std::string>& values) {
        QStringList out;
        for (const auto& value : values)
            out += text(value);
        return out;
    };
    SettingsView view;
    if (const auto* self = info.user(info.self)) {
        view.name = text(self->name);
        view.email = text(self->email);
    }
    const auto& settings = info.settings;
    view.company = text(settings.ownCompanyName);
    view.currency = text(settings.currency);
    view.timeZone = text(settings.timeZone);
    view.domains = list(settings.ownDomains);
    view.addresses = list(settings.ownAddresses);
    view.products = list(settings.products);
    view.folder = folder;
    return view;
}

/// What the field is called in the settings; empty: it is one of the person.
std::string settingOf(const QString& field)
{
    if (field == QLatin1String("company"))
        return "ownCompanyName";
    if (field == QLatin1String("domains"))
        return "ownDomains";
    if (field == QLatin1String("addresses"))
        return "ownAddresses";
    if (field == QLatin1String("name") || field == QLatin1String("email"))
        return {};
    return field.toStdString();
}

Json valueOf(const QString& field, const QString& text)
{
    if (field == QLatin1String("currency"))
        return text.toUpper().toStdString();
    if (field != QLatin1String("domains") && field != QLatin1String("addresses") && field != QLatin1String("products"))
        return text.toStdString();
    Json list = Json::array();
    for (const auto& part : text.split(u','))
        if (const auto trimmed = part.trimmed(); !trimmed.isEmpty())
            list.push_back(trimmed.toStdString());
    return list;
}

/// Why a field was not kept, for the person who typed it.
Problem refusal(const Error& error)
{
    const auto rule = error.details.find("rule");
    const auto* words = rule == error.details.end() ? nullptr : std::get_if<std::string>(&rule->second);
    return {text(error.code), words ? tr("It takes %1.").arg(text(*words)) : text(error.message)};
}

QString countWords(const std::string& type, std::int64_t count)
{
    const auto number = QString::number(count);
    if (type == Opportunity::type)
        return tr("%1 deals").arg(number);
    if (type == Account::type)
        return tr("%1 accounts").arg(number);
    if (type == Contact::type)
        return tr("%1 contacts").arg(number);
    if (type == Message::type)
        return tr("%1 messages").arg(number);
    return {};
}
}

QFuture<Answer<SettingsView>> EngineSource::settings()
{
    return reading<SettingsView>(
        [](Engine& engine) -> Answer<SettingsView> { return toSettings(*engine.info(), engine.folder); });
}

QFuture<Answer<SettingsView>> EngineSource::setSetting(const SettingEdit& edit)
{
    return QtConcurrent::run(&m_writer, [this, edit]() -> Answer<SettingsView> {
        auto& engine = *m_engine;
        if (const auto setting = settingOf(edit.field); !setting.empty()) {
            const auto done = changeSettings(
                *engine.store, engine.context, engine.ids, Json {{setting, valueOf(edit.field, edit.text)}});
            if (!done)
                return tl::unexpected(refusal(done.error()));
        } else {
            const auto words = std::optional(edit.text.toStdString());
            const bool name = edit.field == QLatin1String("name");
            const auto done = changeSelf(*engine.store, engine.context, engine.ids, engine.clock.now(),
                name ? words : std::nullopt, name ? std::nullopt : words);
            if (!done)
                return tl::unexpected(refusal(done.error()));
        }
        if (const auto fresh = engine.readInfo(); !fresh)
            return failed(fresh);
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT workspaceChanged();
                Q_EMIT boardChanged();
            },
            Qt::QueuedConnection);
        return toSettings(*engine.info(), engine.folder);
    });
}

namespace {
constexpr double whole = 100; // axes are told in percent
int percent(double share) { return int(std::lround(share * whole)); }

PersonaView toPersona(const TenantSettings& settings)
{
    const auto axes = intelligence::axesOf(settings.persona, settings.region);
    PersonaView view;
    view.axes = {percent(axes.formalCasual), percent(axes.conciseDetailed), percent(axes.technicalBusiness),
        percent(axes.proactiveReactive)};
    view.followsRegion = !settings.persona.formalCasual.has_value();
    view.regionFormality = percent(intelligence::axesOf({}, settings.region).formalCasual);
    view.instructions = text(settings.persona.customInstructions);
    return view;
}

PersonaAxes toAxes(const PersonaView& view)
{
    const auto& axes = view.axes;
    return {axes[PersonaView::Formality] / whole, axes[PersonaView::Detail] / whole, axes[PersonaView::Depth] / whole,
        axes[PersonaView::Initiative] / whole};
}
}

QFuture<Answer<PersonaView>> EngineSource::persona()
{
    return reading<PersonaView>(
        [](Engine& engine) -> Answer<PersonaView> { return toPersona(engine.info()->settings); });
}

QFuture<Answer<Receipt>> EngineSource::setPersona(const PersonaView& view)
{
    return QtConcurrent::run(&m_writer, [this, view]() -> Answer<Receipt> {
        auto& engine = *m_engine;
        const auto axes = toAxes(view);
        Persona persona {axes.formalCasual, axes.conciseDetailed, axes.technicalBusiness, axes.proactiveReactive,
            view.instructions.toStdString()};
        const auto open = [](std::optional<double>& axis, double usual) {
            if (axis == usual)
                axis.reset();
        };
        if (view.followsRegion)
            persona.formalCasual.reset();
        open(persona.conciseDetailed, PersonaAxes {}.conciseDetailed);
        open(persona.technicalBusiness, PersonaAxes {}.technicalBusiness);
        open(persona.proactiveReactive, PersonaAxes {}.proactiveReactive);
        const auto done = changePersona(*engine.store, engine.context, engine.ids, std::move(persona));
        if (!done)
            return failed(done);
        if (const auto fresh = engine.readInfo(); !fresh)
            return failed(fresh);
        QMetaObject::invokeMethod(
            this,
            [this, mutation = text(done->text())] {
                m_own.insert(mutation);
                Q_EMIT workspaceChanged();
            },
            Qt::QueuedConnection);
        return receipt(done);
    });
}

PersonaPreviewView EngineSource::previewPersona(const PersonaView& view) const
{
    const auto info = m_engine->info();
    const auto* self = info->user(info->self);
    const bool german = info->settings.locale.starts_with("de");
    sales::LocalDraftInput input;
    input.voice = toAxes(view);
    input.stage = DealStage::discovery;
    input.contactName = "Ana Weber";
    input.ourName = self ? std::string_view(self->name) : std::string_view();
    input.ourCompany = info->settings.ownCompanyName;
    input.language = german ? "de" : "en";
    input.subject = german ? "Bestellungen" : "Orders";
    input.lastInboundText = german
        ? "Wir verlieren zwei Tage im Monat mit dem Abtippen von Bestellungen. Wie könnte ein Pilot aussehen?"
        : "We lose two days a month retyping orders. How could a pilot look?";
    PersonaPreviewView preview;
    preview.mail = text(sales::draftLocally(input).body);
    input.channel = Channel::chat;
    preview.chat = text(sales::draftLocally(input).body);
    const auto band = [](double value) { return int(intelligence::bandOf(value)) - int(intelligence::Band::mid); };
    preview.bands = {band(input.voice.formalCasual), band(input.voice.conciseDetailed),
        band(input.voice.technicalBusiness), band(input.voice.proactiveReactive)};
    return preview;
}

QFuture<Answer<QString>> EngineSource::backUp(const QString& folder)
{
    return reading<QString>([folder](Engine& engine) -> Answer<QString> {
        const auto path = freeFolder(folder, QStringLiteral("agentarmy"), engine.clock.now());
        if (const auto done = engine.store->backupTo(engine.context, path.toStdString()); !done)
            return failed(done);
        return path;
    });
}

QFuture<Answer<QString>> EngineSource::exportAll(const QString& folder)
{
    return reading<QString>([this, folder](Engine& engine) -> Answer<QString> {
        const auto path = freeFolder(folder, QStringLiteral("agentarmy-export"), engine.clock.now());
        auto context = engine.context;
        context.stop = m_stop.get_token();
        if (const auto done = exportWorkspace(*engine.store, context, path.toStdString(), engine.clock.now()); !done)
            return failed(done);
        return path;
    });
}

QFuture<Answer<DoctorView>> EngineSource::examine()
{
    return reading<DoctorView>([this](Engine& engine) -> Answer<DoctorView> {
        auto context = engine.context;
        context.stop = m_stop.get_token();
        const auto report = examineWorkspace(*engine.store, context);
        if (!report)
            return failed(report);
        DoctorView view;
        view.sound = report->sound();
        for (const auto& [type, count] : report->documents)
            if (const auto words = countWords(type, count); !words.isEmpty())
                view.counts += words;
        for (const auto& finding : report->findings)
            view.findings += text(finding.text);
        return view;
    });
}

}
