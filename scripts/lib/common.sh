# SPDX-License-Identifier: AGPL-3.0-or-later
# shellcheck shell=bash
# What every script here starts with: where the tree is, how to speak, how many jobs the machine bears.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export ROOT

# Messages go to standard error, so that standard output stays what the user asked for.
say() { printf '%s\n' "$*" >&2; }
die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# The usage text of a script: its header comment from the third line on, without the '#'.
usage() { sed -n '3,/^[^#]/{s/^# \{0,1\}//p}' "$1"; }

# Parallel jobs: one a core, fewer where memory is short (a heavy source takes more than 1 GB). AGENTARMY_JOBS overrules.
jobs_here() {
    local cores available_kb by_memory
    if [[ -n "${AGENTARMY_JOBS:-}" ]]; then
        printf '%s\n' "$AGENTARMY_JOBS"
        return
    fi
    cores=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)
    available_kb=$(awk '/^MemAvailable:/ {print $2}' /proc/meminfo 2>/dev/null || true)
    by_memory=$((${available_kb:-99999999} / 1300000))
    ((by_memory >= 1)) || by_memory=1
    printf '%s\n' "$((cores < by_memory ? cores : by_memory))"
}

# Sanitizers of GCC 12 and clang 14 fail at random where the kernel spreads memory widely; without
# address randomisation they never do. Containers may forbid the switch: then the command runs as it is.
without_aslr() {
    if setarch "$(uname -m)" -R true 2>/dev/null; then
        setarch "$(uname -m)" -R "$@"
    else
        "$@"
    fi
}

# Files of the tree that belong to the project, tracked or new, that match the given patterns. One a line.
project_files() { (cd "$ROOT" && git ls-files --cached --others --exclude-standard -- "$@" | sort -u | while IFS= read -r file; do
    [[ ! -f "$file" ]] || printf '%s\n' "$file"
done); }
