// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/measure.hpp"
#include <QEvent>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <algorithm>
#include <cmath>
#include <cstdio>
#ifdef Q_OS_UNIX
#include <ctime>
#endif

namespace agentarmy::app {
namespace {

/// Resident memory of this process in MB, from the kernel; 0 where it does not say.
double residentMb(const char* key)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto& line : status.readAll().split('\n'))
        if (line.startsWith(key))
            return line.mid(qsizetype(qstrlen(key))).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

/// Processor time that this thread has used, ms: what a frame costs however busy the machine is. 0 where it is not
/// known.
double threadCpuMs()
{
#ifdef Q_OS_UNIX
    timespec used {};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used) == 0)
        return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
#endif
    return 0;
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, size_t(share * double(values.size())))];
}

/// How long `act` takes, ms.
template <typename Act> double timed(Act act)
{
    QElapsedTimer clock;
    clock.start();
    act();
    return double(clock.nsecsElapsed()) / 1e6;
}

double rounded(double value) { return std::round(value * 100) / 100; }

/// Remembers when the window began to draw its last frame: before that it only waits for its turn.
class FrameStart : public QObject {
public:
    explicit FrameStart(QQuickWindow& window)
        : m_window(window)
    {
        window.installEventFilter(this);
    }
    ~FrameStart() override { m_window.removeEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::UpdateRequest) {
            m_clock.start();
            m_cpu = threadCpuMs();
        }
        return false;
    }
    double sinceMs() const { return m_clock.isValid() ? double(m_clock.nsecsElapsed()) / 1e6 : 0; }
    double cpuMs() const { return threadCpuMs() - m_cpu; }

private:
    QQuickWindow& m_window;
    QElapsedTimer m_clock;
    double m_cpu = 0;
};

/// The column lists of the board, found by type: they are all that scrolls there.
void collectLists(QQuickItem* item, std::vector<QQuickItem*>& lists)
{
    if (item->inherits("QQuickListView"))
        lists.push_back(item);
    for (auto* child : item->childItems())
        collectLists(child, lists);
}

}

Measure::Measure(Desktop& desktop, const QElapsedTimer& sinceStart)
    : m_desktop(desktop)
    , m_clock(sinceStart)
{
    m_windowShown = double(m_clock.nsecsElapsed()) / 1e6;
}

bool Measure::waitForFirstFrame()
{
    const auto& board = *m_desktop.workspace().board();
    bool shown = false;
    const auto connection = QObject::connect(m_desktop.window(), &QQuickWindow::frameSwapped, m_desktop.window(), [&] {
        if (m_firstFrame == 0)
            m_firstFrame = double(m_clock.nsecsElapsed()) / 1e6;
        if (board.state() != DealBoardModel::State::Loading && m_boardFrame == 0) {
            m_boardFrame = double(m_clock.nsecsElapsed()) / 1e6;
            shown = true;
        }
    });
    while (!shown && m_clock.elapsed() < 30000)
        QGuiApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    QObject::disconnect(connection);
    return shown;
}

Measure::Frames Measure::scrollAllColumns(int frames)
{
    std::vector<QQuickItem*> lists;
    collectLists(m_desktop.window()->contentItem(), lists);
    Frames times;
    FrameStart start(*m_desktop.window());
    double drawn = -1, drawnCpu = 0;
    const auto connection = QObject::connect(m_desktop.window(), &QQuickWindow::frameSwapped, m_desktop.window(), [&] {
        drawn = start.sinceMs();
        drawnCpu = start.cpuMs();
    });
    QElapsedTimer clock;
    for (int i = 0; i < frames; ++i) {
        clock.start();
        const double cpu = threadCpuMs();
        drawn = -1;
        for (auto* list : lists) { // about 1,800 px a second, down and up again
            const double height = list->property("contentHeight").toDouble() - list->height();
            if (height > 0)
                list->setProperty("contentY", std::min(height, double(i < frames / 2 ? i : frames - i) * 30));
        }
        const double moved = double(clock.nsecsElapsed()) / 1e6; // cards that come into view are made here
        const double movedCpu = threadCpuMs() - cpu;
        m_desktop.window()->update();
        while (drawn < 0 && clock.elapsed() < 1000)
            QGuiApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
        times.wall.push_back(moved + drawn);
        times.cpu.push_back(movedCpu + drawnCpu);
    }
    QObject::disconnect(connection);
    return times;
}

std::optional<double> Measure::untilFrame(
    const std::function<void()>& act, const std::function<bool()>& shows, qint64 limitMs)
{
    std::optional<double> drawn;
    QElapsedTimer clock;
    clock.start();
    const auto connection = QObject::connect(m_desktop.window(), &QQuickWindow::frameSwapped, m_desktop.window(), [&] {
        if (!drawn && shows())
            drawn = double(clock.nsecsElapsed()) / 1e6;
    });
    act();
    while (!drawn && clock.elapsed() < limitMs)
        QGuiApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    QObject::disconnect(connection);
    return drawn;
}

double Measure::repaintOfMove()
{
    auto& board = *m_desktop.workspace().board();
    const auto& first = board.column(Stage::Prospecting);
    if (!first.count())
        return 0;
    const auto before = first.at(0);
    auto moved = before;
    moved.stage = Stage::Discovery;
    const auto drawn = untilFrame([&] { board.apply(moved); }, [] { return true; }, 1000);
    board.apply(before);
    return drawn.value_or(0);
}

std::vector<double> Measure::openDeal()
{
    auto& workspace = m_desktop.workspace();
    QString id;
    for (int stage = 0; stage < stageCount && id.isEmpty(); ++stage)
        if (const auto& column = workspace.board()->column(Stage(stage)); column.count() > 0)
            id = column.at(0).id;
    constexpr qint64 longest = 10000; // ms
    std::vector<double> times;
    while (!id.isEmpty() && times.size() < 5) {
        const auto drawn = untilFrame(
            [&] { QMetaObject::invokeMethod(m_desktop.shell(), "openDeal", Q_ARG(QVariant, id)); },
            [&] {
                return workspace.deal()->dealId() == id && workspace.deal()->state() == DealDetailModel::State::Ready;
            },
            longest);
        times.push_back(drawn.value_or(double(longest)));
        QMetaObject::invokeMethod(m_desktop.shell(), "go", Q_ARG(QVariant, QStringLiteral("deals")));
        workspace.deal()->load({});
        QGuiApplication::processEvents();
    }
    return times;
}

bool Measure::run()
{
    if (!waitForFirstFrame())
        return false;
    const double memoryAtFirst = residentMb("VmRSS:");
    int cards = 0;
    for (int stage = 0; stage < stageCount; ++stage)
        cards += m_desktop.workspace().board()->column(Stage(stage)).count();
    const auto frames = scrollAllColumns(400);
    const double move = repaintOfMove();
    auto& workspace = m_desktop.workspace();
    const double table = timed([&] { workspace.table()->setShown(true); });
    const double sort = timed([&] { workspace.table()->sortBy(QStringLiteral("amount")); });
    const double filter = timed([&] { workspace.board()->setFilterText(QStringLiteral("a")); });
    const double filterOff = timed([&] { workspace.board()->setFilterText({}); });
    workspace.table()->setShown(false);
    const double home = timed([&] {
        workspace.home()->load();
        QElapsedTimer clock;
        clock.start();
        while (workspace.home()->state() == HomeModel::State::Loading && clock.elapsed() < 30000)
            QGuiApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    });
    const auto deal = openDeal();
    const QJsonObject figures {
        {QStringLiteral("cards"), cards},
        {QStringLiteral("startMs"), rounded(m_windowShown)},
        {QStringLiteral("firstFrameMs"), rounded(m_firstFrame)},
        {QStringLiteral("firstBoardFrameMs"), rounded(m_boardFrame)},
        {QStringLiteral("scrollFrames"), int(frames.wall.size())},
        {QStringLiteral("frameP50Ms"), rounded(percentile(frames.wall, 0.50))},
        {QStringLiteral("frameP95Ms"), rounded(percentile(frames.wall, 0.95))},
        {QStringLiteral("frameMaxMs"), rounded(percentile(frames.wall, 1.0))},
        {QStringLiteral("frameCpuP50Ms"), rounded(percentile(frames.cpu, 0.50))},
        {QStringLiteral("frameCpuP95Ms"), rounded(percentile(frames.cpu, 0.95))},
        {QStringLiteral("moveRepaintMs"), rounded(move)},
        {QStringLiteral("tableMs"), rounded(table)},
        {QStringLiteral("tableSortMs"), rounded(sort)},
        {QStringLiteral("filterMs"), rounded(filter)},
        {QStringLiteral("filterOffMs"), rounded(filterOff)},
        {QStringLiteral("homeMs"), rounded(home)},
        {QStringLiteral("dealFirstMs"), rounded(deal.empty() ? 0 : deal.front())},
        {QStringLiteral("dealMs"), rounded(deal.empty() ? 0 : percentile({deal.begin() + 1, deal.end()}, 0.5))},
        {QStringLiteral("residentMbAtFirstFrame"), rounded(memoryAtFirst)},
        {QStringLiteral("residentMb"), rounded(residentMb("VmRSS:"))},
        {QStringLiteral("peakMb"), rounded(residentMb("VmHWM:"))},
    };
    std::printf("%s", QJsonDocument(figures).toJson().constData());
    return true;
}

}
