# SPDX-License-Identifier: AGPL-3.0-or-later
# shellcheck shell=bash
# Runs the libFuzzer targets of the preset `fuzz`. Needs common.sh and build.sh.

fuzz_targets() {
    local dir
    dir=$(build_dir fuzz)/fuzz
    [[ ! -d "$dir" ]] || find "$dir" -maxdepth 1 -type f -perm -u+x -printf '%f\n' | sort
}

# run_fuzzing SECONDS SEED TARGET...: as many at a time as there are jobs; the status is 0 if none of them failed.
run_fuzzing() {
    local seconds=$1 seed=$2
    shift 2
    printf '%s\n' "$@" | xargs -P "$(jobs_here)" -I '{}' "$ROOT/scripts/lib/fuzz-one" '{}' "$seconds" "$seed"
}
