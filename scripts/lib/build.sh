# SPDX-License-Identifier: AGPL-3.0-or-later
# shellcheck shell=bash
# Configures and builds a preset of CMakePresets.json. Needs common.sh.

build_dir() { printf '%s/build/%s\n' "$ROOT" "$1"; }

# configure PRESET: only where it was not done yet or the presets have changed; afterwards CMake sees to itself.
configure() {
    local dir
    dir=$(build_dir "$1")
    mkdir -p "$dir"
    if [[ ! -f "$dir/build.ninja" || "$ROOT/CMakePresets.json" -nt "$dir/configured" ]]; then
        (cd "$ROOT" && cmake --preset "$1")
        touch "$dir/configured"
    fi
}

# build PRESET [TARGET...]: all targets where none is named. Two builds in one folder wait for each other.
build() {
    local preset=$1 dir arguments=()
    shift
    dir=$(build_dir "$preset")
    mkdir -p "$dir"
    (($# == 0)) || arguments=(--target "$@")
    (
        flock -n 9 || { say "Waiting for another build in build/$preset ..." && flock 9; }
        configure "$preset"
        cmake --build "$dir" --parallel "$(jobs_here)" "${arguments[@]}"
    ) 9>"$dir.lock"
}
