// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/llm/tasks.hpp"

#include "core/base/text.hpp"
#include "core/engine/llm/task_texts.hpp"

namespace agentarmy {
namespace {
/// NAME.json.
struct TaskSettings {
    int version = 0;
    platform::ModelGroup group = platform::ModelGroup::reasoning;
    int maxTokens = 0;
    double temperature = 0;
    int retries = 0;
    int longestMs = 0;
    Json schema;
};
template <class F> void describe(F& f, TaskSettings& s)
{
    f.required("version", s.version, {1, 1e6});
    f.required("group", s.group);
    f.required("maxTokens", s.maxTokens, {1, 16384});
    f.required("temperature", s.temperature, {0, 2});
    f.required("retries", s.retries, {0, 3});
    f.required("longestMs", s.longestMs, {100, 90'000});
    f.required("schema", s.schema);
}

struct Shipped {
    std::vector<ModelTask> tasks;
    std::vector<Error> errors;
};

const Shipped& shipped()
{
    static const Shipped read = [] {
        Shipped out;
        for (const auto& text : taskTexts()) {
            const auto json = parseJson(text.settings);
            auto settings = json ? fromJson<TaskSettings>(*json) : Result<TaskSettings>(fail(json.error()));
            if (!settings) {
                auto error = settings.error();
                error.message = std::string(text.name) + ": " + error.message;
                out.errors.push_back(std::move(error));
                continue;
            }
            out.tasks.push_back(
                {std::string(text.name), settings->version, settings->group, settings->maxTokens, settings->temperature,
                    settings->retries, settings->longestMs, std::move(settings->schema), trim(text.prompt)});
        }
        return out;
    }();
    return read;
}
}

const std::vector<ModelTask>& shippedTasks() { return shipped().tasks; }
const std::vector<Error>& shippedTaskErrors() { return shipped().errors; }

const ModelTask& taskNamed(std::string_view name)
{
    static const ModelTask none;
    for (const auto& task : shippedTasks())
        if (task.name == name)
            return task;
    return none;
}
}
