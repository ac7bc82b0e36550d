// SPDX-License-Identifier: AGPL-3.0-or-later
// One person leaves the sample workspace: not one byte of a name or address is left in its files.
#include "core/base/text.hpp"
#include "core/domain/agent_action.hpp"
#include "core/domain/meeting.hpp"
#include "core/engine/workspace/doctor.hpp"
#include "core/engine/workspace/erase_person.hpp"
#include "tests/support/workspace_fixture.hpp"

#include <QDirIterator>

using namespace agentarmy;
using namespace agentarmy::tests;

namespace {
const std::string sample = AGENTARMY_SOURCE_DIR "/resources/sample";

/// Files of a folder that hold the bytes, in any case of ASCII letters.
QStringList filesWith(const std::filesystem::path& folder, const std::string& bytes)
{
    QStringList found;
    QDirIterator files(
        QString::fromStdString(folder.string()), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)
            && asciiLower(file.readAll().toStdString()).find(asciiLower(bytes)) != std::string::npos)
            found += file.fileName();
    }
    return found;
}
}

/// Imports one mail of hers; the contact that came of it.
static Id<Contact> withAna(WorkspaceFixture& workspace)
{
    (void)workspace.import({workspace.write("in/1.eml",
        mailWithId("Ana Ruiz <ana.ruiz@brightwater.example>", "lena@meridianflow.example", "Press shop",
            "We need it in May.\n\nAna Ruiz", "1@brightwater.example")
            .text())});
    for (const auto& contact : workspace.all<Contact>())
        if (contact.contactEmail == "ana.ruiz@brightwater.example")
            return contact.id;
    return {};
}

class ErasePersonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void leavesNoByteOfTheSamplesPerson();
    void leavesWhatOthersSaid();
    void goesOnAfterACut();
    void exportsWhatItWouldErase();
};

void ErasePersonTest::leavesNoByteOfTheSamplesPerson()
{
    WorkspaceFixture workspace;
    (void)workspace.import({sample}, {"meridianflow.example"});
    auto& eraser = dynamic_cast<Eraser&>(workspace.store());
    Id<Contact> id;
    for (const auto& contact : workspace.all<Contact>())
        if (contact.contactEmail == "jonas.brandt@nordwind-logistics.example")
            id = contact.id;
    QVERIFY2(!id.isNull(), "the sample has Jonas Brandt");
    const auto folder = workspace.path("workspace");
    QVERIFY(
        !filesWith(folder, "jonas.brandt@nordwind-logistics.example").isEmpty()); // else the test finds nothing anyhow
    const auto before = workspace.all<Message>().size();
    const auto deals = workspace.all<Opportunity>().size();

    const auto expected = tracesOfPerson(workspace.store(), workspace.context(), id);
    QVERIFY2(expected.has_value(), expected ? "" : expected.error().message.c_str());
    QVERIFY(expected->messages() > 0 && expected->quotes > 0 && expected->files > 0);
    const auto done = erasePerson(workspace.store(), eraser, workspace.context(), id);
    QVERIFY2(done.has_value(), done ? "" : done.error().message.c_str());
    QCOMPARE(done->messages(), expected->messages());
    QVERIFY(done->logValues > 0 && done->files > 0);

    for (const auto* bytes :
        {"jonas.brandt@nordwind-logistics.example", "jonas.brandt", "jonas brandt", "brandt, jonas", "23125 954"})
        QVERIFY2(filesWith(folder, bytes).isEmpty(), bytes);
    QCOMPARE(workspace.all<Message>().size(), before); // what others wrote is there
    QCOMPARE(workspace.all<Opportunity>().size(), deals);
    const auto hits = workspace.store().search(workspace.context(), {"\"jonas brandt\"", {}, 20});
    QVERIFY(hits && hits->empty());
    const auto sound = examineWorkspace(workspace.store(), workspace.context());
    QVERIFY(sound.has_value());
    for (const auto& finding : sound->findings)
        QVERIFY2(finding.level == DoctorFinding::Level::note, finding.text.c_str());

    const auto again = erasePerson(workspace.store(), eraser, workspace.context(), id);
    QVERIFY(!again);
    QCOMPARE(again.error().code, std::string("already_erased"));
    // The same mailboxes once more, and one with a new mail of theirs.
    (void)workspace.import({sample}, {"meridianflow.example"});
    (void)workspace.import({workspace.write("in/new.eml",
        MailText {"Jonas Brandt <Jonas.Brandt@nordwind-logistics.example>",
            "Lena Hartmann <lena.hartmann@meridianflow.example>", "Hello again", "It is me.\n\nJonas",
            "Thu, 17 Sep 2026 10:00:00 +0000", "fresh-1@nordwind-logistics.example"}
            .text())});
    for (const auto& contact : workspace.all<Contact>())
        QVERIFY2(contact.contactEmail != "jonas.brandt@nordwind-logistics.example", contact.contactName.c_str());
    QVERIFY2(
        filesWith(folder, "jonas.brandt@nordwind-logistics.example").isEmpty(), "the import brought the person back");
}

void ErasePersonTest::leavesWhatOthersSaid()
{
    WorkspaceFixture workspace;
    const auto mail = [&](const char* file, const char* from, const char* to, const char* text, const char* id) {
        return workspace.write(std::string("in/") + file, mailWithId(from, to, "Press shop", text, id).text());
    };
    (void)workspace.import({mail("1.eml", "Ana Ruiz <ana.ruiz@brightwater.example>", "lena@meridianflow.example",
                                "Our budget is 40,000 EUR. Call me: +49 30 1234 5678.\n\nAna", "1@brightwater.example"),
        mail("2.eml", "Bo Lind <bo.lind@brightwater.example>", "lena@meridianflow.example",
            "Ana Ruiz decides, I only write the list for ana.ruiz@brightwater.example.", "2@brightwater.example"),
        mail("3.eml", "Lena Hartmann <lena@meridianflow.example>", "Ana Ruiz <ana.ruiz@brightwater.example>",
            "Dear Ana,\n\nthe offer is attached.", "3@meridianflow.example")});
    Id<Contact> ana;
    for (const auto& contact : workspace.all<Contact>())
        if (contact.contactEmail == "ana.ruiz@brightwater.example")
            ana = contact.id;
    QVERIFY(!ana.isNull());
    const auto done
        = erasePerson(workspace.store(), dynamic_cast<Eraser&>(workspace.store()), workspace.context(), ana);
    QVERIFY2(done.has_value(), done ? "" : done.error().message.c_str());
    std::map<std::string, std::string> texts;
    for (const auto& message : workspace.all<Message>())
        texts[message.externalIds.at("messageId")] = message.text;
    QCOMPARE(texts["<1@brightwater.example>"], std::string("[erased]"));
    QCOMPARE(texts["<2@brightwater.example>"], std::string("[erased] decides, I only write the list for [erased]."));
    QVERIFY(texts["<3@meridianflow.example>"].starts_with("Dear [erased],"));
    for (const auto& contact : workspace.all<Contact>())
        QVERIFY(contact.id != ana); // archived: lists do not show it
    for (const auto& action : workspace.all<AgentAction>())
        if (action.contactId == ana) {
            QVERIFY(action.status != AgentActionStatus::pending);
            QCOMPARE(action.payload.body, std::string("[erased]"));
        }
}

void ErasePersonTest::goesOnAfterACut()
{
    /// Fails once when the log is to be rewritten, as if the power had gone.
    struct Cut : Eraser {
        explicit Cut(Eraser& real)
            : inner(real)
        {
        }
        Result<ErasureReport> erase(const Context&, const Erasure&) override
        {
            return fail({ErrorKind::unavailable, "disk_full", "The disk is full.", {}});
        }
        Result<void> scrub(const Context& context) override { return inner.scrub(context); }
        Eraser& inner;
    };
    WorkspaceFixture workspace;
    const auto ana = withAna(workspace);
    auto& real = dynamic_cast<Eraser&>(workspace.store());
    Cut cut(real);
    const auto failed = erasePerson(workspace.store(), cut, workspace.context(), ana);
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, std::string("disk_full"));
    const auto folder = workspace.path("workspace");
    QVERIFY(!filesWith(folder, "ana.ruiz@brightwater.example").isEmpty());
    workspace.reopen();
    const auto finished
        = finishErasing(workspace.store(), dynamic_cast<Eraser&>(workspace.store()), workspace.context());
    QVERIFY(finished && *finished);
    QVERIFY(filesWith(folder, "ana.ruiz@brightwater.example").isEmpty());
    const auto none = finishErasing(workspace.store(), dynamic_cast<Eraser&>(workspace.store()), workspace.context());
    QVERIFY(none && !*none);
}

void ErasePersonTest::exportsWhatItWouldErase()
{
    WorkspaceFixture workspace;
    const auto ana = withAna(workspace);
    const auto folder = workspace.path("ana");
    const auto done = exportPerson(workspace.store(), workspace.context(), ana, folder);
    QVERIFY2(done.has_value(), done ? "" : done.error().message.c_str());
    QCOMPARE(done->messages(), std::int64_t(1));
    QVERIFY(!filesWith(folder / "mail", "We need it in May").isEmpty());
    QVERIFY(!filesWith(folder, "\"contactName\":\"Ana Ruiz\"").isEmpty());
    const auto again = exportPerson(workspace.store(), workspace.context(), ana, folder);
    QVERIFY(!again);
    QCOMPARE(again.error().code, std::string("already_exists"));
}

QTEST_GUILESS_MAIN(ErasePersonTest)
#include "erase_person_test.moc"
