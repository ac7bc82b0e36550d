// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/text_analyst.hpp"

namespace agentarmy::sqlite {
namespace {
constexpr std::size_t shortText = 600; ///< bytes that are analysed sooner than handed over
constexpr std::size_t wakeAt = 4; ///< tasks that wait before the thread is woken: waking costs more than one
}

TextAnalyst::Task::Task(std::string type, SearchText text)
    : m_type(std::move(type))
    , m_text(std::move(text))
{
}

void TextAnalyst::Task::run()
{
    std::call_once(m_done, [this] {
        m_terms = indexTerms(m_type, m_text);
        m_text = {};
    });
}

std::optional<SearchTerms> TextAnalyst::Task::take()
{
    run();
    return std::move(m_terms);
}

bool TextAnalyst::worthIt(const SearchText& text) { return text.text.size() > shortText; }

std::shared_ptr<TextAnalyst::Task> TextAnalyst::start(std::string type, SearchText text)
{
    auto task = std::make_shared<Task>(std::move(type), std::move(text));
    std::size_t waiting = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_thread.joinable())
            m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
        m_waiting.push_back(task);
        waiting = m_waiting.size();
    }
    if (waiting >= wakeAt)
        m_changed.notify_one();
    return task;
}

void TextAnalyst::work(const std::stop_token& stop)
{
    std::deque<std::shared_ptr<Task>> mine;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return m_waiting.size() >= wakeAt; }))
                return;
            mine.swap(m_waiting);
        }
        for (; !mine.empty(); mine.pop_front())
            if (mine.front().use_count() > 1) // nobody wants it any more after a rollback
                mine.front()->run();
    }
}
}
