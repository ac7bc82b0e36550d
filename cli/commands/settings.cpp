// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/settings.hpp"
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "core/base/text.hpp"

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::optional<std::string> company, currency, timeZone, locale, region, name, email;
    std::optional<std::vector<std::string>> domains, addresses, products;
};

int show(App& app)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    const auto* self = w.info.user(w.info.self);
    if (app.out.json) {
        app.out.print(Json {{"settings", toJson(w.info.settings)}, {"self", self ? toJson(*self) : Json()}});
        return exitOk;
    }
    const auto& settings = w.info.settings;
    Table table({{""}, {"", Table::Align::left, true}});
    table.add({"You", self ? self->name + (self->email.empty() ? "" : " <" + self->email + '>') : ""});
    table.add({"Own company", settings.ownCompanyName});
    table.add({"Own domains", join(settings.ownDomains, ", ")});
    table.add({"Own addresses", join(settings.ownAddresses, ", ")});
    table.add({"Currency", settings.currency});
    table.add({"Time zone", settings.timeZone});
    table.add({"Language", settings.locale});
    table.add({"Products", join(settings.products, ", ")});
    app.out.print(table);
    return exitOk;
}

int set(App& app, const Arguments& given)
{
    Json fields = Json::object();
    const auto text = [&](const char* field, const std::optional<std::string>& value) {
        if (value)
            fields[field] = trim(*value);
    };
    text("ownCompanyName", given.company);
    text("timeZone", given.timeZone);
    text("locale", given.locale);
    text("region", given.region);
    if (given.currency) {
        auto code = trim(*given.currency);
        for (auto& c : code)
            c = c >= 'a' && c <= 'z' ? char(c - 32) : c;
        fields["currency"] = code;
    }
    const auto list = [&](const char* field, const std::optional<std::vector<std::string>>& values) {
        if (values)
            fields[field] = values->size() == 1 && meansNothing(values->front()) ? std::vector<std::string> {}
                                                                                 : listArgument(*values);
    };
    list("ownDomains", given.domains);
    list("ownAddresses", given.addresses);
    list("products", given.products);
    if (fields.empty() && !given.name && !given.email)
        return app.out.fail({ErrorKind::invalid, "bad_arguments",
            "Say what to set: --company, --domains, --currency ... See --help.", {}});
    auto workspace = app.workspace(Workspace::Missing::create);
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    if (!fields.empty()) {
        auto changed = changeSettings(*w.store, w.context, w.ids, fields);
        if (!changed)
            return app.out.fail(changed.error());
    }
    if (given.name || given.email) {
        auto changed = changeSelf(*w.store, w.context, w.ids, w.now(), given.name, given.email);
        if (!changed)
            return app.out.fail(changed.error());
    }
    auto info = readWorkspace(*w.store, w.context);
    if (!info)
        return app.out.fail(info.error());
    w.info = std::move(*info);
    return show(app);
}
}

void addSettings(App& app)
{
    auto* noun = app.group("settings", "Who we are, currency, time zone, products");
    auto* showing = app.command(noun, "show", "The settings of the workspace", {"agentarmyctl settings show"});
    app.onRun(showing, [&app] { return show(app); });
    auto* setting = app.command(noun, "set", "Change settings; \"none\" empties a list",
        {"agentarmyctl settings set --name \"Lena Hartmann\" --email lena@example.com --company Meridianflow --domains "
         "example.com",
            "agentarmyctl settings set --currency USD --time-zone America/Chicago --products \"Fleet Planning,Yard & "
            "Dock\""});
    auto* given = app.keep<Arguments>();
    setting->add_option("--name", given->name, "Your name")->type_name("TEXT");
    setting->add_option("--email", given->email, "Your mail address")->type_name("ADDRESS");
    setting->add_option("--company", given->company, "Own company")->type_name("TEXT");
    setting->add_option("--domains", given->domains, "Mail domains of our side")->type_name("A,B");
    setting->add_option("--addresses", given->addresses, "Single addresses of our side")->type_name("A,B");
    setting->add_option("--currency", given->currency, "Currency of amounts without one")->type_name("CODE");
    setting->add_option("--time-zone", given->timeZone, "IANA name: Europe/Berlin")->type_name("ZONE");
    setting->add_option("--locale", given->locale, "Language: en, de")->type_name("LOCALE");
    setting->add_option("--region", given->region, "apac, emea, americas")->type_name("REGION");
    setting->add_option("--products", given->products, "Product lines that the agent looks for")->type_name("A,B");
    app.onRun(setting, [&app, given] { return set(app, *given); });
}
}
