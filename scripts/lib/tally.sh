# SPDX-License-Identifier: AGPL-3.0-or-later
# shellcheck shell=bash
# Counts what passed and failed, over all stages of a script and over the scripts it calls. Needs common.sh.
#
# The tally is a file with lines "passed NAME", "failed NAME", "skipped NAME", "time SECONDS STAGE". A script that is
# called by another one finds it in AGENTARMY_TALLY, adds to it, and leaves the closing line to its caller.

tally_open() {
    if [[ -n "${AGENTARMY_TALLY:-}" ]]; then
        TALLY_OWNER=no
    else
        TALLY_OWNER=yes
        AGENTARMY_TALLY=$(mktemp "${TMPDIR:-/tmp}/agentarmy-tally.XXXXXX")
        export AGENTARMY_TALLY
        trap 'rm -f "$AGENTARMY_TALLY"' EXIT
    fi
    TALLY_PASSED_BEFORE=$(tally_count passed)
    TALLY_FAILED_BEFORE=$(tally_count failed)
}

tally() { printf '%s %s\n' "$1" "$2" >>"$AGENTARMY_TALLY"; }
tally_count() { grep -c "^$1 " "$AGENTARMY_TALLY" || true; }

# stage TITLE COMMAND...: a heading, the command with errors on, its time. Sets STAGE_STATUS; never ends the script.
# Call it as a plain statement: inside `if` or `||` bash would switch the errors of the command off.
stage() {
    local title=$1 started=$SECONDS
    shift
    printf '\n==> %s\n' "$title"
    set +e
    (
        set -euo pipefail
        "$@"
    )
    STAGE_STATUS=$?
    set -e
    tally time "$((SECONDS - started)) $title"
}

# counted TITLE COMMAND...: a stage that is itself one thing that passes, fails, or (status 77) cannot be done here.
counted() {
    stage "$@"
    if ((STAGE_STATUS == 0)); then
        tally passed "$1"
    elif ((STAGE_STATUS == 77)); then
        tally skipped "$1"
    else
        printf 'failed: %s\n' "$1"
        tally failed "$1"
    fi
}

# The times, what failed, and the closing line; the status says whether what this script counted passed.
# Silent in a script that another one calls.
tally_close() {
    local passed failed
    passed=$(tally_count passed)
    failed=$(tally_count failed)
    if [[ $TALLY_OWNER == yes ]]; then
        printf '\n==> Summary\n'
        awk '$1 == "time" {seconds = $2; $1 = $2 = ""; printf "%6d s %s\n", seconds, $0}' "$AGENTARMY_TALLY"
        sed -n 's/^skipped /skipped: /p' "$AGENTARMY_TALLY"
        sed -n 's/^failed /failed: /p' "$AGENTARMY_TALLY"
        printf '%d passed, %d failed\n' "$passed" "$failed"
    fi
    ((failed == TALLY_FAILED_BEFORE && passed > TALLY_PASSED_BEFORE))
}
