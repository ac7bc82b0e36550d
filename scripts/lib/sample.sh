# SPDX-License-Identifier: AGPL-3.0-or-later
# shellcheck shell=bash
# The sample workspace: the files of resources/sample, read by the importer that users have. Needs common.sh.

SAMPLE_FILES="$ROOT/resources/sample"

# import_sample CTL DIR: the one place that knows the commands. The person at the machine is the sample's first rep.
import_sample() {
    "$1" settings set --data "$2" --name "Lena Hartmann" --email lena.hartmann@meridianflow.example --company "Meridian Flow" >/dev/null
    "$1" import --data "$2" --yes --shift-dates "$SAMPLE_FILES"
}

# prepare_sample CTL DIR: imports once. An import that was stopped goes on where it was; it doubles nothing.
prepare_sample() {
    local ctl=$1 dir=$2 marker=$2/sample-imported
    [[ ! -f "$marker" ]] || return 0
    [[ -d "$SAMPLE_FILES" ]] || die "resources/sample is missing: this is not a whole copy of the project"
    mkdir -p "$dir"
    say "Importing the sample workspace into $dir (once) ..."
    import_sample "$ctl" "$dir" >&2 || die "the sample workspace could not be imported; run this again to go on, or scripts/run --fresh"
    date +%F >"$marker"
}
