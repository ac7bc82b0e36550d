# SPDX-License-Identifier: AGPL-3.0-or-later
# shellcheck shell=bash
# Installs what is missing on Debian 12 and Ubuntu 24.04. Where nothing is missing it needs no network, no rights
# and no time. Needs common.sh.

PACKAGE_LIST="${PACKAGE_LIST:-$ROOT/scripts/packages.txt}"
INSTALL_LOG="${INSTALL_LOG:-$ROOT/build/install.log}"

# The entries of the named groups, each once: "qt6-svg-dev|libqt6svg6-dev", "?qt6-wayland".
package_entries() {
    awk -v groups=" $* " '!/^[[:space:]]*(#|$)/ && index(groups, " " $1 " ") && !seen[$2]++ {print $2}' "$PACKAGE_LIST"
}

installed_packages() {
    # A package may be known under several architectures; the status of any will do.
    dpkg-query -W -f='${Package} ${db:Status-Status}\n' 2>/dev/null | awk '$2 == "installed" {print $1}'
}

# Prints the entries of which no name is installed.
missing_entries() {
    local installed entry name names found
    installed=" $(installed_packages | tr '\n' ' ') "
    for entry in $(package_entries "$@"); do
        IFS='|' read -ra names <<<"${entry#\?}"
        found=no
        for name in "${names[@]}"; do
            [[ "$installed" != *" $name "* ]] || found=yes
        done
        [[ $found == yes ]] || printf '%s\n' "$entry"
    done
}

can_install() {
    local policy
    policy=$(apt-cache policy "$1" 2>/dev/null || true)
    [[ "$policy" =~ Candidate:\ *[0-9] ]]
}

# The first name of an entry that this system can install, or nothing.
installable_name() {
    local name names
    IFS='|' read -ra names <<<"${1#\?}"
    for name in "${names[@]}"; do
        if can_install "$name"; then
            printf '%s\n' "$name"
            return
        fi
    done
}

# Uses as_root of its caller.
apt_install() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 \
        "$@" </dev/null >>"$INSTALL_LOG" 2>&1
}

# Where only pleasant things are missing, nobody waits for the network, types a password or fails for them.
install_pleasant() {
    local entry name wanted=() as_root=()
    if [[ $(id -u) -ne 0 ]]; then
        sudo -n true 2>/dev/null || return 0
        as_root=(sudo)
    fi
    for entry in $1; do
        name=$(installable_name "$entry")
        [[ -z "$name" ]] || wanted+=("$name")
    done
    ((${#wanted[@]})) || return 0
    mkdir -p "$(dirname "$INSTALL_LOG")"
    say "Installing: ${wanted[*]}"
    apt_install "${wanted[@]}" || say "note: ${wanted[*]} could not be installed; going on without"
}

# install_packages GROUP... : afterwards everything that the groups need is there, or the script has ended with a
# message that says what to do. AGENTARMY_NO_INSTALL=1 leaves the machine alone.
install_packages() {
    local missing required entry name wanted=() unknown=() as_root=()
    [[ -z "${AGENTARMY_NO_INSTALL:-}" ]] || return 0
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "Packages are installed on Debian 12 and Ubuntu 24.04 only. Here, install what this list names:"
        package_entries "$@" | sed 's/^/  /' >&2
        die "then run this again with AGENTARMY_NO_INSTALL=1"
    fi
    missing=$(missing_entries "$@")
    [[ -n "$missing" ]] || return 0
    required=$(grep -v '^?' <<<"$missing" || true)
    if [[ -z "$required" ]]; then
        install_pleasant "$missing"
        return
    fi

    if [[ $(id -u) -ne 0 ]]; then
        if ! command -v sudo >/dev/null; then
            say "Missing packages: $(tr '\n' ' ' <<<"$required")"
            die "they can only be installed as root, and there is no sudo here; install them, then run this again"
        fi
        as_root=(sudo)
    fi

    mkdir -p "$(dirname "$INSTALL_LOG")"
    say "Installing: $(tr '\n' ' ' <<<"$missing")"
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null >"$INSTALL_LOG" 2>&1; then
        say "warning: the package lists could not be refreshed; trying with those that are here"
    fi
    for entry in $missing; do
        name=$(installable_name "$entry")
        if [[ -n "$name" ]]; then
            wanted+=("$name")
        elif [[ "$entry" == \?* ]]; then
            say "note: ${entry#\?} is not offered by this system; going on without it"
        else
            unknown+=("$entry")
        fi
    done
    if ((${#unknown[@]})); then
        die "this system offers no package for: ${unknown[*]} (Debian 12 and Ubuntu 24.04 do; is 'universe' switched on, the network up?)"
    fi
    ((${#wanted[@]})) || return 0
    if ! apt_install "${wanted[@]}"; then
        tail -n 20 "$INSTALL_LOG" >&2
        die "apt-get could not install: ${wanted[*]}"
    fi
}
