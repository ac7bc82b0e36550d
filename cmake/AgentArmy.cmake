# SPDX-License-Identifier: AGPL-3.0-or-later
# Compiler settings and the three functions by which every target is made.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(AGENTARMY_CCACHE ccache)
if(AGENTARMY_CCACHE)
    # With precompiled headers ccache must not look at their time stamps.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${AGENTARMY_CCACHE}")
    set(CMAKE_C_COMPILER_LAUNCHER "${AGENTARMY_CCACHE}")
endif()
find_program(AGENTARMY_MOLD mold)
if(AGENTARMY_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT AGENTARMY_SANITIZE)
    add_link_options(-fuse-ld=mold)
endif()

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(date REQUIRED)
find_package(SQLite3 REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)

add_library(agentarmy_options INTERFACE)
target_include_directories(agentarmy_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(agentarmy_options INTERFACE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Wimplicit-fallthrough -Wno-missing-field-initializers)
if(AGENTARMY_SANITIZE STREQUAL "address")
    target_compile_options(agentarmy_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(agentarmy_options INTERFACE -fsanitize=address,undefined)
elseif(AGENTARMY_SANITIZE STREQUAL "thread")
    target_compile_options(agentarmy_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
    target_link_options(agentarmy_options INTERFACE -fsanitize=thread)
endif()

# The heavy headers of all core libraries, parsed once.
file(WRITE "${CMAKE_BINARY_DIR}/pch.cpp" "// holds the precompiled headers\n")
add_library(agentarmy_pch STATIC "${CMAKE_BINARY_DIR}/pch.cpp")
target_link_libraries(agentarmy_pch PUBLIC agentarmy_options nlohmann_json::nlohmann_json)
target_precompile_headers(agentarmy_pch PRIVATE <nlohmann/json.hpp> <tl/expected.hpp> <algorithm> <array> <chrono> <functional>
    <map> <memory> <optional> <set> <string> <string_view> <unordered_map> <variant> <vector>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND AGENTARMY_CCACHE)
    target_compile_options(agentarmy_pch PRIVATE -fpch-preprocess)
endif()

# agentarmy_add_library(name SOURCES ... [PUBLIC targets...] [PRIVATE targets...])
# A static library AgentArmy::name; files are listed, never globbed.
function(agentarmy_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(agentarmy_${name} STATIC ${ARG_SOURCES})
    add_library(AgentArmy::${name} ALIAS agentarmy_${name})
    target_link_libraries(agentarmy_${name} PUBLIC agentarmy_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    target_precompile_headers(agentarmy_${name} REUSE_FROM agentarmy_pch)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND AGENTARMY_CCACHE)
        target_compile_options(agentarmy_${name} PRIVATE -fpch-preprocess)
    endif()
endfunction()

# agentarmy_add_test(name SOURCES ... LINKS ... [LABELS ...])
# One Qt Test program (QTEST_GUILESS_MAIN or QTEST_APPLESS_MAIN), run by ctest.
function(agentarmy_add_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS AGENTARMY_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${ARG_LINKS} Qt6::Test agentarmy_options)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 600
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endfunction()
