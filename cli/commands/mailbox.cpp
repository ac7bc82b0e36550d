// SPDX-License-Identifier: AGPL-3.0-or-later
// Mailboxes that are read as they change, and that mail leaves by.
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/lookup.hpp"
#include "cli/progress_bar.hpp"
#include "cli/secrets.hpp"
#include "core/base/text.hpp"
#include "core/engine/jobs/job_runner.hpp"
#include "core/engine/mailbox/known_servers.hpp"
#include "core/engine/mailbox/mailbox_desk.hpp"
#include "core/engine/mailbox/mailbox_keeper.hpp"
#include "core/engine/records/reading.hpp"

#include <iostream>
#include <thread>

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::string address, imap, smtp, imapSecurity, smtpSecurity, user, name, reading, caFile;
    std::vector<std::string> folders;
    int sinceDays = 180;
    bool keepDeleted = false, withMessages = false, watch = false, noCheck = false;
};

MailboxParts partsOf(Workspace& w) { return {w.parts(), w.mailboxes, w.mailServers, *w.secrets, w.random}; }

/// "HOST", "HOST:PORT", "[::1]:993".
Result<void> takeServer(const std::string& option, const std::string& text, MailServer& server)
{
    if (text.empty())
        return {};
    auto host = text;
    const auto colon = text.rfind(':');
    const bool bracketed = text.front() == '[';
    if (colon != std::string::npos && (bracketed ? text[colon - 1] == ']' : text.find(':') == colon)) {
        host = text.substr(0, colon);
        char* end = nullptr;
        const auto port = std::strtol(text.c_str() + colon + 1, &end, 10);
        if (*end != '\0' || port < 1 || port > 65535)
            return agentarmy::fail(invalidField(option, "HOST or HOST:PORT, the port 1..65535"));
        server.port = int(port);
    }
    if (bracketed && host.size() > 2)
        host = host.substr(1, host.size() - 2);
    server.host = host;
    return {};
}

Result<Mailbox> mailboxOf(const Arguments& given)
{
    Mailbox mailbox;
    mailbox.address = given.address;
    const auto guess = guessServers(given.address);
    mailbox.incoming = guess.incoming;
    mailbox.outgoing = guess.outgoing;
    if (auto taken = takeServer("--imap", given.imap, mailbox.incoming); !taken)
        return agentarmy::fail(taken.error());
    if (meansNothing(given.smtp) && !given.smtp.empty())
        mailbox.outgoing = {};
    else if (auto taken = takeServer("--smtp", given.smtp, mailbox.outgoing); !taken)
        return agentarmy::fail(taken.error());
    for (auto [option, text, server] : {std::tuple {"--imap-security", &given.imapSecurity, &mailbox.incoming},
             std::tuple {"--smtp-security", &given.smtpSecurity, &mailbox.outgoing}}) {
        if (text->empty())
            continue;
        auto security = enumArgument<MailSecurity>(option, *text);
        if (!security)
            return agentarmy::fail(security.error());
        server->security = *security;
    }
    if (!given.user.empty())
        mailbox.incoming.user = mailbox.outgoing.user = given.user;
    mailbox.senderName = given.name;
    if (!given.reading.empty()) {
        auto reading = enumArgument<MailReading>("--read", given.reading);
        if (!reading)
            return agentarmy::fail(reading.error());
        mailbox.reading = *reading;
    }
    mailbox.folders = listArgument(given.folders);
    mailbox.sinceDays = given.sinceDays;
    mailbox.keepDeleted = given.keepDeleted;
    if (!given.caFile.empty())
        mailbox.caFile = std::filesystem::absolute(given.caFile).string();
    return mailbox;
}

std::string serverText(const MailServer& server)
{
    return server.host.empty()
        ? "none"
        : server.host + ':' + std::to_string(server.port) + " (" + std::string(enumText(server.security)) + ')';
}

Result<Mailbox> find(Workspace& w, const std::string& words)
{
    auto id = findId<Mailbox>(w, words);
    if (!id)
        return agentarmy::fail(id.error());
    return readEntity(*w.store, w.context, *id);
}

int list(App& app)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto mailboxes = MailboxDesk(partsOf(w), *w.store).list(w.context);
    if (!mailboxes)
        return app.out.fail(mailboxes.error());
    if (app.out.json) {
        Json all = Json::array();
        for (const auto& mailbox : *mailboxes)
            all.push_back(toStoredJson(mailbox));
        app.out.print(all);
        return exitOk;
    }
    if (mailboxes->empty()) {
        app.out.line("No mailbox is connected. Connect one: agentarmyctl mailbox add you@example.com");
        return exitOk;
    }
    Table table({{"Mailbox"}, {"Reads by"}, {"Sends by"}, {"Reads"}});
    for (const auto& mailbox : *mailboxes)
        table.add({mailbox.address, serverText(mailbox.incoming), serverText(mailbox.outgoing),
            mailbox.reading == MailReading::known ? "known people" : "everybody"});
    app.out.print(table);
    return exitOk;
}

void tell(const Output& out, const MailboxCheck& check, bool sends)
{
    if (check.incoming)
        out.line(out.style("Reading does not work: " + oneLine(check.incoming->message), Style::bad));
    else {
        std::vector<std::string> names;
        for (const auto& folder : check.read)
            names.push_back(oneLine(folder.name));
        out.line("Reading works: " + std::to_string(check.mails) + " mails in " + join(names, ", ") + '.');
    }
    if (check.outgoing)
        out.line(out.style("Sending does not work: " + oneLine(check.outgoing->message), Style::bad));
    else if (sends)
        out.line("Sending works.");
}

Json checkJson(const MailboxCheck& check)
{
    const auto problem = [](const std::optional<Error>& error) { return error ? toJson(*error) : Json(); };
    Json read = Json::array();
    for (const auto& folder : check.read)
        read.push_back(folder.name);
    return {{"incoming", problem(check.incoming)}, {"outgoing", problem(check.outgoing)}, {"folders", read},
        {"mails", check.mails}};
}

int add(App& app, const Arguments& given)
{
    auto mailbox = mailboxOf(given);
    if (!mailbox)
        return app.out.fail(mailbox.error());
    const Interrupt interrupt;
    auto workspace = app.workspace(Workspace::Missing::create, interrupt.token());
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    if (auto good = checkMailbox(*mailbox); !good)
        return app.out.fail(good.error());
    auto secrets = openSecrets(w, app.out);
    if (!secrets)
        return app.out.fail(secrets.error());
    if (const auto note = guessServers(mailbox->address).note; !note.empty())
        app.out.note(note);
    auto password = askSecret(app.out, "Password of " + mailbox->address);
    if (!password)
        return app.out.fail(password.error());
    MailboxDesk desk(partsOf(w), *w.store);
    if (!given.noCheck) {
        auto check = desk.check(w.context, *mailbox, *password);
        if (!check)
            return app.out.fail(check.error());
        if (check->incoming)
            return app.out.fail(*check->incoming);
        if (check->outgoing)
            return app.out.fail(*check->outgoing);
        if (!app.out.json)
            tell(app.out, *check, !mailbox->outgoing.host.empty());
    }
    auto added = desk.add(w.context, *mailbox, *password);
    if (!added)
        return app.out.fail(added.error());
    if (app.out.json)
        app.out.print(toStoredJson(*added));
    else
        app.out.line("Connected " + added->address + ". The password lies in "
            + ((*secrets)->place() == SecretPlace::keychain ? "the system's keychain."
                                                            : "a sealed file of the workspace.")
            + "\nRead it: agentarmyctl mailbox read " + added->address);
    return exitOk;
}

int check(App& app, const Arguments& given)
{
    const Interrupt interrupt;
    auto workspace = app.workspace(Workspace::Missing::fail, interrupt.token());
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto mailbox = find(w, given.address);
    if (!mailbox)
        return app.out.fail(mailbox.error());
    if (auto secrets = openSecrets(w, app.out); !secrets)
        return app.out.fail(secrets.error());
    auto done = MailboxDesk(partsOf(w), *w.store).check(w.context, *mailbox, {});
    if (!done)
        return app.out.fail(done.error());
    if (app.out.json)
        app.out.print(checkJson(*done));
    else
        tell(app.out, *done, !mailbox->outgoing.host.empty());
    return done->incoming || done->outgoing ? exitFailed : exitOk;
}

std::function<Result<void>(const Context&)> understand(Workspace& w)
{
    return [&w](const Context& context) -> Result<void> {
        auto info = readWorkspace(*w.store, context);
        if (!info)
            return agentarmy::fail(info.error());
        auto done = JobRunner(w.parts(), context, *info).drain(2);
        if (!done)
            return agentarmy::fail(done.error());
        return {};
    };
}

std::string stateText(const MailboxStatus& status)
{
    switch (status.state) {
    case MailboxState::off:
        return "stopped";
    case MailboxState::connecting:
        return "connecting";
    case MailboxState::importing:
    case MailboxState::reading:
        return (status.folder.empty() ? std::string("reading") : oneLine(status.folder)) + ", "
            + std::to_string(status.done) + " of " + std::to_string(status.total);
    case MailboxState::upToDate:
        return "up to date";
    case MailboxState::retrying:
        return "waiting: " + (status.problem ? oneLine(status.problem->message) : std::string());
    case MailboxState::needsYou:
        return "needs you: " + (status.problem ? oneLine(status.problem->message) : std::string());
    }
    return {};
}

int watch(App& app, Workspace& w, const Interrupt& interrupt)
{
    std::mutex mutex;
    std::map<Id<Mailbox>, std::string> last;
    MailboxDesk desk(partsOf(w), *w.store);
    std::map<Id<Mailbox>, std::string> names;
    if (auto all = desk.list(w.context))
        for (const auto& mailbox : *all)
            names[mailbox.id] = mailbox.address;
    MailboxKeeper keeper(partsOf(w), w.context, {}, understand(w),
        {[&](Id<Mailbox> id, const MailboxStatus& status) {
             const std::lock_guard lock(mutex);
             const auto words = stateText(status);
             if (std::exchange(last[id], words) == words || (status.done > 0 && status.done % 500 != 0))
                 return;
             if (app.out.json)
                 app.out.print(Json {{"mailbox", names[id]}, {"state", words}, {"stored", status.stored}});
             else
                 app.out.line(names[id] + ": " + words);
             std::cout.flush();
         },
            [&](const OutboxReport& report) {
                const std::lock_guard lock(mutex);
                if (!app.out.json)
                    app.out.line("outbox: " + std::to_string(report.sent) + " sent, " + std::to_string(report.postponed)
                        + " later, " + std::to_string(report.failed) + " could not be sent");
                std::cout.flush();
            }});
    if (auto started = keeper.reload(); !started)
        return app.out.fail(started.error());
    while (!interrupt.requested())
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    return exitOk;
}

int read(App& app, const Arguments& given)
{
    const Interrupt interrupt;
    auto workspace = app.workspace(Workspace::Missing::fail, interrupt.token());
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    if (auto secrets = openSecrets(w, app.out); !secrets)
        return app.out.fail(secrets.error());
    if (given.watch)
        return watch(app, w, interrupt);
    std::vector<Mailbox> chosen;
    if (given.address.empty()) {
        auto all = MailboxDesk(partsOf(w), *w.store).list(w.context);
        if (!all)
            return app.out.fail(all.error());
        chosen = std::move(*all);
    } else {
        auto one = find(w, given.address);
        if (!one)
            return app.out.fail(one.error());
        chosen.push_back(std::move(*one));
    }
    Json answers = Json::array();
    int code = exitOk;
    for (const auto& mailbox : chosen) {
        ProgressBar bar(app.out.errorIsTerminal() && !app.out.json);
        MailboxReader reader(partsOf(w), w.context, mailbox, {}, understand(w), [&](const MailboxStatus& status) {
            bar.show(mailbox.address + ": " + stateText(status), status.done, status.total);
        });
        auto done = reader.run(true);
        bar.clear();
        if (interrupt.requested())
            return exitCancelled;
        if (!done)
            code = app.out.json ? exitFailed : app.out.fail(done.error());
        answers.push_back({{"mailbox", mailbox.address}, {"stored", reader.status().stored},
            {"error", done ? Json() : toJson(done.error())}});
        if (done && !app.out.json)
            app.out.line(mailbox.address + ": " + std::to_string(reader.status().stored) + " new messages.");
    }
    if (app.out.json)
        app.out.print(answers);
    return code;
}

int send(App& app)
{
    const Interrupt interrupt;
    auto workspace = app.workspace(Workspace::Missing::fail, interrupt.token());
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    if (auto secrets = openSecrets(w, app.out); !secrets)
        return app.out.fail(secrets.error());
    auto context = w.context;
    context.actor.kind = ActorKind::system;
    auto report = Outbox(partsOf(w), context).run();
    if (!report)
        return app.out.fail(report.error());
    if (auto done = understand(w)(w.context); !done)
        return app.out.fail(done.error());
    if (app.out.json)
        app.out.print(Json {{"sent", report->sent}, {"postponed", report->postponed}, {"failed", report->failed},
            {"nextAt", report->nextAt ? Json(formatTimestamp(*report->nextAt)) : Json()}});
    else
        app.out.line("Sent " + std::to_string(report->sent) + ", later " + std::to_string(report->postponed)
            + ", could not be sent " + std::to_string(report->failed) + '.');
    return report->failed > 0 ? exitFailed : exitOk;
}

int remove(App& app, const Arguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto mailbox = find(w, given.address);
    if (!mailbox)
        return app.out.fail(mailbox.error());
    if (given.withMessages && !app.yes
        && !app.out.ask("Delete all mails that came from " + mailbox->address + " alone, for good?"))
        return app.out.fail({ErrorKind::denied, "not_confirmed", "Nothing was deleted. Say --yes to go on.", {}});
    if (auto secrets = openSecrets(w, app.out); !secrets)
        return app.out.fail(secrets.error());
    auto done = MailboxDesk(partsOf(w), *w.store).disconnect(w.context, mailbox->id, given.withMessages);
    if (!done)
        return app.out.fail(done.error());
    if (app.out.json)
        app.out.print(
            Json {{"mailbox", mailbox->address}, {"deletedMessages", done->messages}, {"keptMessages", done->kept}});
    else
        app.out.line("Disconnected " + mailbox->address + "; its password is deleted."
            + (given.withMessages ? ' ' + std::to_string(done->messages) + " messages are deleted." : std::string()));
    return exitOk;
}
}

void addMailbox(App& app)
{
    auto* noun = app.group("mailbox", "Mailboxes that are read as they change and that mail leaves by");
    auto* listing = app.command(noun, "list", "Connected mailboxes", {"agentarmyctl mailbox list"});
    app.onRun(listing, [&app] { return list(app); });

    auto* adding = app.command(noun, "add",
        "Connect a mailbox; its password is asked for, or read from standard input, and kept in the system's keychain",
        {"agentarmyctl mailbox add lena@example.com",
            "agentarmyctl mailbox add lena@example.com --imap mail.example.com --smtp mail.example.com:587 "
            "--smtp-security starttls --user lena < password.txt"});
    auto* given = app.keep<Arguments>();
    adding->add_option("ADDRESS", given->address, "Mail address")->required();
    adding->add_option("--imap", given->imap, "Server to read from (default: guessed)")->type_name("HOST[:PORT]");
    adding->add_option("--imap-security", given->imapSecurity, "tls (default), starttls, or none on this machine")
        ->type_name("HOW");
    adding->add_option("--smtp", given->smtp, "Server to send by (default: guessed); \"none\": nothing is sent")
        ->type_name("HOST[:PORT]");
    adding->add_option("--smtp-security", given->smtpSecurity, "tls (default), starttls, or none on this machine")
        ->type_name("HOW");
    adding->add_option("--user", given->user, "Name to sign in with (default: the address)")->type_name("NAME");
    adding->add_option("--name", given->name, "Your name in what is sent")->type_name("NAME");
    adding->add_option("--since-days", given->sinceDays, "How far back the first import goes (default 180)")
        ->type_name("N");
    adding->add_option("--read", given->reading, "everybody (default), or known: people and companies that are known")
        ->type_name("WHOM");
    adding->add_option("--folder", given->folders, "Folders to read (default: inbox, sent mail, archive)")
        ->type_name("A,B");
    adding->add_flag("--keep-deleted", given->keepDeleted, "Keep mails here that are deleted on the server");
    adding->add_option("--ca-file", given->caFile, "Certificates of an own authority")->type_name("FILE");
    adding->add_flag("--no-check", given->noCheck, "Connect without trying it first");
    app.onRun(adding, [&app, given] { return add(app, *given); });

    auto* checking = app.command(noun, "check", "Try to sign in to both servers; nothing is read",
        {"agentarmyctl mailbox check lena@example.com"});
    auto* checked = app.keep<Arguments>();
    checking->add_option("MAILBOX", checked->address, "Its address")->required();
    app.onRun(checking, [&app, checked] { return check(app, *checked); });

    auto* reading = app.command(noun, "read", "Read what is new; the agent reads it too",
        {"agentarmyctl mailbox read", "agentarmyctl mailbox read --watch"});
    auto* read_ = app.keep<Arguments>();
    reading->add_option("MAILBOX", read_->address, "Its address (default: all)");
    reading->add_flag("--watch", read_->watch, "Stay, read mail as it comes and send what is approved, until Ctrl+C");
    app.onRun(reading, [&app, read_] { return read(app, *read_); });

    auto* sending = app.command(noun, "send", "Send what is approved and due", {"agentarmyctl mailbox send"});
    app.onRun(sending, [&app] { return send(app); });

    auto* removing = app.command(noun, "remove", "Disconnect a mailbox and delete its password",
        {"agentarmyctl mailbox remove lena@example.com",
            "agentarmyctl mailbox remove lena@example.com --with-messages"});
    auto* removed = app.keep<Arguments>();
    removing->add_option("MAILBOX", removed->address, "Its address")->required();
    removing->add_flag("--with-messages", removed->withMessages, "Delete the mails that came from it alone, for good");
    app.onRun(removing, [&app, removed] { return remove(app, *removed); });
}
}
