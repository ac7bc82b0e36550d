# SPDX-License-Identifier: AGPL-3.0-or-later
# resources/prompts/tasks is compiled in: TASK_SOURCES names the file that is made of it.
set(task_names draft_email draft_chat qualification next_actions escalation_advice question_analysis expansion_detection
    opportunity_detection stakeholder_mapping)
set(TASK_ENTRIES "")
foreach(name ${task_names})
    foreach(ending md json)
        set(file "${CMAKE_SOURCE_DIR}/resources/prompts/tasks/${name}.${ending}")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
        file(READ "${file}" task_${ending})
    endforeach()
    string(APPEND TASK_ENTRIES "    {\"${name}\", R\"~~~(${task_md})~~~\", R\"~~~(${task_json})~~~\"},\n")
endforeach()
set(file "${CMAKE_SOURCE_DIR}/resources/prompts/tasks/standing.md")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
file(READ "${file}" STANDING_TEXT)
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/task_texts.cpp" CONTENT [[
// SPDX-License-Identifier: AGPL-3.0-or-later
// Generated from resources/prompts/tasks; do not edit.
#include "core/engine/llm/task_texts.hpp"

namespace agentarmy {
namespace {
constexpr TaskText texts[] = {
@TASK_ENTRIES@};
}

std::span<const TaskText> taskTexts() { return texts; }
std::string_view standingTaskText() { return R"~~~(@STANDING_TEXT@)~~~"; }
}
]] @ONLY)
set(TASK_SOURCES "${CMAKE_CURRENT_BINARY_DIR}/task_texts.cpp")
set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/task_texts.cpp" PROPERTIES COMPILE_OPTIONS "-Wno-overlength-strings")
