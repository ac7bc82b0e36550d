#!/usr/bin/env bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Tests of install.sh against a made-up package system: what is asked of it, and what is said to people.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
box=$(mktemp -d "${TMPDIR:-/tmp}/agentarmy-install-test.XXXXXX")
trap 'rm -rf "$box"' EXIT
mkdir "$box/bin"

# Four programs that answer from files: what is installed, what is offered, who we are, what was called.
cat >"$box/bin/dpkg-query" <<'EOF'
#!/bin/sh
while read -r name; do echo "$name installed"; done <"$BOX/installed"
echo "removed-once config-files"
EOF
cat >"$box/bin/apt-cache" <<'EOF'
#!/bin/sh
echo "$2:"
if grep -qx "$2" "$BOX/offered"; then echo "  Candidate: 1.0-1"; else echo "  Candidate: (none)"; fi
EOF
cat >"$box/bin/apt-get" <<'EOF'
#!/bin/sh
[ "$DEBIAN_FRONTEND" = noninteractive ] || echo "interactive" >>"$BOX/calls"
echo "apt-get $*" >>"$BOX/calls"
[ "$1" = update ] || [ ! -e "$BOX/broken" ]
EOF
cat >"$box/bin/id" <<'EOF'
#!/bin/sh
cat "$BOX/uid"
EOF
cat >"$box/bin/sudo" <<'EOF'
#!/bin/sh
[ "$1" = -n ] && exit 1
echo "sudo" >>"$BOX/calls"
exec "$@"
EOF
cat >"$box/packages.txt" <<'EOF'
# a list
run   one
run   new-name|old-name
run   ?pleasant
test  two
test  one
EOF
chmod +x "$box"/bin/*
for tool in bash sh env awk grep sed tr cat dirname mkdir tail; do
    ln -s "$(command -v "$tool")" "$box/bin/$tool"
done

failures=0
expect() { # expect NAME PATTERN FILE: the file has the pattern; with '!' before the pattern it has not
    local name=$1 pattern=$2 file=$3 wanted=0 found=0
    [[ "$pattern" != '!'* ]] || { wanted=1 && pattern=${pattern#!}; }
    grep -Eq -- "$pattern" "$file" || found=1
    if [[ $wanted != "$found" ]]; then
        printf 'install_test: %s: looked for "%s" in:\n' "$name" "$pattern"
        cat "$file"
        failures=$((failures + 1))
    fi
}

# on_machine INSTALLED OFFERED UID GROUP...: runs install_packages there; leaves calls, said, status.
on_machine() {
    tr ' ' '\n' <<<"$1" >"$box/installed"
    tr ' ' '\n' <<<"$2" >"$box/offered"
    printf '%s\n' "$3" >"$box/uid"
    : >"$box/calls"
    shift 3
    local status=0
    # shellcheck disable=SC2016  # expanded by the inner shell
    env -i PATH="$box/bin" BOX="$box" PACKAGE_LIST="$box/packages.txt" INSTALL_LOG="$box/log" LIB="$here" \
        bash -c 'set -euo pipefail; source "$LIB/common.sh"; source "$LIB/install.sh"; install_packages "$@"' \
        install_test "$@" >"$box/said" 2>&1 || status=$?
    printf 'status %d\n' "$status" >"$box/status"
}

on_machine "one new-name pleasant two" "" 1000 run test
expect "nothing missing: nothing is called" '!.' "$box/calls"
expect "nothing missing: nothing is said" '!.' "$box/said"
expect "nothing missing: success" 'status 0' "$box/status"

on_machine "one old-name pleasant" "" 0 run
expect "the other name counts" '!.' "$box/calls"

on_machine "pleasant" "one old-name two" 0 run test
expect "lists refreshed" '^apt-get update' "$box/calls"
expect "the name this system has" 'apt-get install .* one old-name two$' "$box/calls"
expect "never asks" '!interactive' "$box/calls"
expect "root needs no sudo" '!sudo' "$box/calls"
[[ $(grep -c update "$box/calls") == 1 ]] || { printf 'install_test: updated more than once\n' && failures=$((failures + 1)); }

on_machine "removed-elsewhere" "one new-name old-name pleasant" 1000 run
expect "through sudo" '^sudo' "$box/calls"
expect "the first name wins" 'install .* one new-name pleasant$' "$box/calls"

on_machine "new-name" "one" 0 run
expect "what is only nice to have may be missing" 'status 0' "$box/status"
expect "and is said" 'note: pleasant' "$box/said"
expect "and the rest is installed" 'install .* one$' "$box/calls"

on_machine "one new-name" "" 0 run
expect "only pleasant things missing, not offered: nothing is called" '!.' "$box/calls"
expect "only pleasant things missing, not offered: nothing is said" '!.' "$box/said"

on_machine "one new-name" "pleasant" 0 run
expect "only pleasant things missing: installed from the lists that are here" '^apt-get install .* pleasant$' "$box/calls"
expect "only pleasant things missing: no refresh" '!update' "$box/calls"

on_machine "one new-name" "pleasant" 1000 run
expect "no password for what is only nice to have" '!apt-get' "$box/calls"
expect "no password: success" 'status 0' "$box/status"

touch "$box/broken"
on_machine "one new-name" "pleasant" 0 run
expect "a pleasant thing that fails is no failure" 'status 0' "$box/status"
expect "but is said" 'note: pleasant' "$box/said"
rm "$box/broken"

on_machine "one" "one pleasant" 0 run
expect "unknown package: failure" 'status 1' "$box/status"
expect "unknown package: named" 'no package for: new-name\|old-name' "$box/said"

touch "$box/broken"
on_machine "new-name pleasant" "one" 0 run
expect "apt-get fails: failure" 'status 1' "$box/status"
expect "apt-get fails: named" 'could not install: one' "$box/said"
rm "$box/broken"

mv "$box/bin/sudo" "$box/sudo"
on_machine "new-name pleasant" "one" 1000 run
expect "no rights: failure" 'status 1' "$box/status"
expect "no rights: says what is missing" 'Missing packages: one' "$box/said"

mv "$box/bin/dpkg-query" "$box/dpkg-query"
on_machine "" "" 0 run
expect "another system: failure" 'status 1' "$box/status"
expect "another system: lists what to install" '^  new-name\|old-name' "$box/said"

((failures == 0))
