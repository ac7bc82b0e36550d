#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads every #include of the tree and stops those that go against the arrows between the folders.

    check_includes.py ROOT

The linker finds a forbidden call, but not a forbidden header that needs no linking. Three things are checked:

  * which folder may include which (ARROWS); what an arrow reaches may be included along the whole chain;
  * which folder may include which library (LIBRARIES), and which facilities a pure folder must not touch (PURE);
  * that an include of our own starts at the root of the tree, so that it shows its layer.

Prints one line for each finding, FILE:LINE: what and why. Exit code 0: none, 1: some, 2: no sources found.
"""

import os
import re
import sys

# Direct arrows. A folder may always include itself; `core/adapters` stands for each folder below it, by itself.
ARROWS = {
    "core/base": [],
    "core/domain": ["core/base"],
    "core/ports": ["core/domain"],
    "core/rules": ["core/domain"],
    "core/engine": ["core/rules", "core/ports"],
    "core/adapters": ["core/ports"],
    "core/adapters/localmodel": ["core/ports", "core/rules"],
    "sync": ["core/rules", "core/ports", "core/domain"],
    "backend": ["core/engine", "core/adapters", "sync/protocol"],
    "cli": ["core/engine", "core/adapters", "sync", "backend"],
    "app": ["core/engine", "core/adapters", "sync"],
    "tests": ["core/engine", "core/adapters", "sync", "backend", "cli", "app", "tests"],
}

# Libraries that only the named folders may include. Tests may include all of them: they build what is broken.
LIBRARIES = [
    (re.compile(r"^(Q[A-Z]\w*|Qt[A-Z][\w/]*|q[a-z0-9]+\.h|qt6?keychain/.*)$"), "Qt", ["app"]),
    (re.compile(r"^sqlite3(ext|mc.*)?\.h$"), "SQLite", ["core/adapters/sqlite"]),
    (re.compile(r"^(gmime(-3\.0)?/|ytnef|libytnef/)"), "mail libraries", ["core/adapters/mail"]),
    (re.compile(r"^libetpan/"), "libetpan", ["core/adapters/mailserver"]),
    (re.compile(r"^libsecret/"), "libsecret", ["core/adapters/secrets"]),
    (re.compile(r"^curl/"), "libcurl", ["core/adapters/http", "core/adapters/mailserver"]),
    (re.compile(r"^boost/(beast|asio)"), "Boost.Beast and Asio", ["backend"]),
    (re.compile(r"^pqxx"), "libpqxx", ["backend"]),
    (re.compile(r"^hiredis"), "hiredis", ["backend", "core/adapters/redis"]),
    (re.compile(r"^CLI/"), "CLI11", ["cli", "app", "backend"]),
]

# Folders of pure functions: state, evidence, rules and `now` in, a value out.
PURE = ["core/rules", "core/domain"]
PURE_HEADERS = re.compile(
    r"^(thread|mutex|shared_mutex|condition_variable|future|semaphore|latch|barrier|stop_token|atomic"
    r"|fstream|filesystem|iostream|pthread\.h|unistd\.h|time\.h|ctime|sys/.*)$"
)
PURE_WORDS = re.compile(
    r"\b(random_device|(system_clock|steady_clock|high_resolution_clock)\s*::\s*now|gettimeofday|clock_gettime"
    r"|getenv|current_zone|std\s*::\s*(time|rand|jthread|thread|async))\b"
)

ROOTS = ["app", "backend", "cli", "core", "sync", "tests"]
SOURCES = (".cpp", ".hpp", ".h", ".c", ".cc", ".hh", ".inl")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
GENERATED = re.compile(r"(\.moc|(^|/)moc_[^/]+\.cpp|(^|/)ui_[^/]+\.h)$")


def layer_of(path):
    """The folder that a file belongs to as far as arrows are concerned; None for files of no layer."""
    parts = path.split("/")
    if parts[0] == "core":
        if len(parts) < 3:
            return None
        if parts[1] == "adapters":
            return "/".join(parts[:3]) if len(parts) > 3 else "core/adapters"
        return "/".join(parts[:2])
    if parts[0] == "sync" and len(parts) > 2:
        return "/".join(parts[:2])
    return parts[0] if parts[0] in ROOTS else None


def below(layer, folder):
    return layer == folder or layer.startswith(folder + "/")


def arrows_of(layer):
    while layer not in ARROWS and "/" in layer:
        layer = layer.rsplit("/", 1)[0]
    return ARROWS.get(layer, [])


def reachable(layer):
    """All folders that a layer may include, itself included."""
    reached, open_ends = [layer], [layer]
    if layer.startswith("sync/"):  # the parts of sync know each other
        reached.append("sync")
    while open_ends:
        for target in arrows_of(open_ends.pop()):
            if target not in reached:
                reached.append(target)
                open_ends.append(target)
                if target == "core/adapters":  # along the chain of any adapter
                    open_ends.append("core/adapters/localmodel")
    return reached


def without_comments_and_texts(source):
    """The source with comments and literals emptied, line numbers kept."""
    pattern = re.compile(
        r'R"(?P<mark>[^()\\\s]{0,16})\((?:.|\n)*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"'
        r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])*'|//[^\n]*|/\*(?:.|\n)*?\*/"
    )
    return pattern.sub(lambda match: "\n" * match.group(0).count("\n") or " ", source)


def without_comments(source):
    """The source with comments emptied; texts stay, since an include is one."""
    pattern = re.compile(r'("(?:\\.|[^"\\\n])*")|//[^\n]*|/\*(?:.|\n)*?\*/')
    return pattern.sub(lambda match: match.group(1) or "\n" * match.group(0).count("\n") or " ", source)


def check_include(path, layer, header, quoted, exists):
    """What is wrong with one include of the file `path`, or None."""
    if GENERATED.search(header):
        return None
    if quoted:
        beside = os.path.normpath(os.path.join(os.path.dirname(path), header)).replace(os.sep, "/")
        if ".." in header.split("/") or (header.split("/")[0] not in ROOTS and exists(beside)):
            return f'"{header}" does not start at the root of the tree (say "{beside}")'
    target = layer_of(header) if "/" in header else None
    if target is not None:
        allowed = reachable(layer)
        if not any(below(target, folder) for folder in allowed):
            return f'"{header}": {layer} must not know {target} (it may know: {", ".join(sorted(allowed))})'
    if layer == "tests":
        return None
    for pattern, name, owners in LIBRARIES:
        if pattern.search(header) and not any(below(layer, owner) for owner in owners):
            return f'<{header}>: {name} belongs to {", ".join(owners)}, not to {layer}'
    if any(below(layer, folder) for folder in PURE) and PURE_HEADERS.search(header):
        return f"<{header}>: {layer} is pure (no thread, clock, file, environment); pass the value in"
    return None


def check_file(path, source, exists=lambda _: False):
    """Findings in one file, as (line number, message). `path` and what `exists` is asked are relative to the root."""
    layer = layer_of(path)
    if layer is None:
        return []
    found = []
    for number, line in enumerate(without_comments(source).splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            message = check_include(path, layer, match.group(1) or match.group(2), match.group(1) is not None, exists)
            if message:
                found.append((number, message))
    if any(below(layer, folder) for folder in PURE):
        for number, line in enumerate(without_comments_and_texts(source).splitlines(), 1):
            match = PURE_WORDS.search(line)
            if match:
                found.append((number, f"{match.group(0)}: {layer} is pure; pass the value in"))
    return sorted(found)


def check_tree(root):
    """Number of files read, and the findings as (path, line number, message)."""
    count, found = 0, []

    def exists(path):
        return os.path.exists(os.path.join(root, path))

    for top in ROOTS:
        for folder, folders, names in os.walk(os.path.join(root, top)):
            folders.sort()
            for name in sorted(names):
                if not name.endswith(SOURCES):
                    continue
                full = os.path.join(folder, name)
                path = os.path.relpath(full, root).replace(os.sep, "/")
                with open(full, encoding="utf-8", errors="replace") as file:
                    source = file.read()
                count += 1
                found += [(path, number, message) for number, message in check_file(path, source, exists)]
    return count, found


def main():
    count, found = check_tree(sys.argv[1])
    for path, number, message in found:
        print(f"{path}:{number}: {message}")
    print(f"{count} files read, {len(found)} forbidden includes")
    if count == 0:
        return 2
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
