// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs the flows of tst_*.qml over the sample source in memory.
#include "app/models/workspace.hpp"
#include "app/paint/shadow.hpp"
#include "tests/ui/probe.hpp"
#include "tests/ui/sample_source.hpp"
#include "tests/ui/turn_watch.hpp"
#include <QQmlContext>
#include <QQmlEngine>
#include <QtQuickTest>
#include <QtTest/QTest>
#include <malloc.h>

using namespace agentarmy::app;

/// What the flows need from outside: a fresh workspace, and a way to tell it to fail.
class Stand : public QObject {
    Q_OBJECT
    Q_PROPERTY(agentarmy::app::Workspace* workspace READ workspace NOTIFY changed)
    Q_PROPERTY(int monkeyEvents READ monkeyEvents CONSTANT)
    Q_PROPERTY(int monkeySeed READ monkeySeed CONSTANT)
public:
    Workspace* workspace() const { return m_workspace.get(); }
    int monkeyEvents() const { return number("AGENTARMY_MONKEY", 2500); }
    int monkeySeed() const { return number("AGENTARMY_MONKEY_SEED", 20261127); }
    Q_INVOKABLE void renew()
    {
        auto old = std::move(m_workspace); // the pages let go of it when `changed` has been told
        auto source = std::make_unique<SampleSource>();
        m_workspace = std::make_unique<Workspace>(*source);
        m_opened.clear();
        m_workspace->approvals()->setOpener([this, of = m_workspace.get()](const QUrl& url) {
            if (of == m_workspace.get()) // one of an earlier test may still let its mail go
                m_opened += url.toString(QUrl::FullyEncoded);
            return m_hasMailProgram;
        });
        m_sources.push_back(std::move(source));
        m_old.push_back(std::move(old));
        Q_EMIT changed();
    }
    /// The next call of this name takes so long.
    Q_INVOKABLE void slow(const QString& call, int ms) { m_sources.back()->slow(call, ms); }
    Q_INVOKABLE void fail(const QString& call, const QString& text) { m_sources.back()->fail(call, text); }
    /// Approved drafts leave after so long; with or without a mail program to take them.
    Q_INVOKABLE void leaveAfter(int ms, bool hasMailProgram)
    {
        m_sources.back()->setUndoWindow(ms);
        m_hasMailProgram = hasMailProgram;
    }
    /// As a computer without a keychain; the passphrase is "correct horse".
    Q_INVOKABLE void lockSecrets(bool isNew) { m_sources.back()->lockSecrets(isNew); }
    Q_INVOKABLE void tellMailbox(const QString& id, int state, int done, int total, const QString& problem)
    {
        m_sources.back()->tellMailbox(id, state, done, total, problem);
    }
    /// An import takes so long.
    Q_INVOKABLE void importFor(int ms) { m_sources.back()->setImportTime(ms); }
    /// The desktop answers to the test of a notification; empty: it is shown.
    Q_INVOKABLE void answerTest(const QString& problem) { m_workspace->notices()->setTestAnswer(problem); }
    Q_INVOKABLE void giveTray() { m_workspace->notices()->setTrayProblem({}); }
    Q_INVOKABLE QStringList opened() const { return m_opened; }
    Q_INVOKABLE QString bodyOf(const QString& draftId) const
    {
        for (const auto& draft : m_sources.back()->drafts())
            if (draft.id == draftId)
                return draft.body;
        return {};
    }
    /// Bytes of the heap that are in use.
    Q_INVOKABLE double heap() const { return double(mallinfo2().uordblks); }
    Q_INVOKABLE void clear() { m_sources.back()->clear(); }
    /// The agent has found this deal and asks whether it is right.
    Q_INVOKABLE void askToLook(const QString& dealId)
    {
        CheckView check;
        check.id = check.field = QStringLiteral("needsReview");
        check.title = QStringLiteral("The agent found this deal");
        check.accept = QStringLiteral("Looks right"), check.accepted = QStringLiteral("Marked as looked at");
        check.acceptValue = false;
        m_sources.back()->ask(dealId, check);
    }
    /// Somebody else writes into this deal.
    Q_INVOKABLE void writeElsewhere(const QString& dealId, const QString& nextAction)
    {
        auto card = *m_sources.back()->find(dealId);
        card.nextAction = nextAction;
        m_sources.back()->change(card);
    }
    Q_INVOKABLE QString ownerOf(const QString& dealId) const
    {
        const auto* card = m_sources.back()->find(dealId);
        return card ? card->ownerId : QString();
    }

Q_SIGNALS:
    void changed();

private:
    static int number(const char* name, int otherwise)
    {
        bool set = false;
        const int value = qEnvironmentVariableIntValue(name, &set);
        return set ? value : otherwise;
    }

    QStringList m_opened;
    bool m_hasMailProgram = true;
    std::vector<std::unique_ptr<SampleSource>> m_sources;
    std::vector<std::unique_ptr<Workspace>> m_old;
    std::unique_ptr<Workspace> m_workspace;
};

class Setup : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void applicationAvailable()
    {
        loadFonts();
        m_stand.renew();
    }
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        connect(engine, &QQmlEngine::warnings, this, [](const QList<QQmlError>& warnings) {
            for (const auto& warning : warnings) // a page that warns has failed, whatever else it did
                QTest::qFail(qPrintable(warning.toString()), __FILE__, __LINE__);
        });
        engine->addImportPath(QStringLiteral("qrc:/"));
        engine->addImageProvider(QStringLiteral("shadow"), new ShadowProvider);
        engine->rootContext()->setContextProperty(QStringLiteral("stand"), &m_stand);
        engine->rootContext()->setContextProperty(QStringLiteral("probe"), &m_probe);
        engine->rootContext()->setContextProperty(QStringLiteral("watch"), qApp);
    }

private:
    Stand m_stand;
    Probe m_probe;
};

int main(int argc, char** argv)
{
    WatchedApplication application(argc, argv);
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "flows", nullptr, &setup);
}

#include "flows_test.moc"
