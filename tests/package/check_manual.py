#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Holds a manual page against what its program says with --help, and its markup against groff and mandoc.

    check_manual.py --program PROGRAM --page PAGE

Every option of the program and of each of its commands has to be an entry (a .TP with the option in the line below) of the
page, and the page may have no entry that the program does not know. Options of the program itself stand under
.SH OPTIONS; those of a command below a heading that begins with the command:

    .SS "deal move DEAL STAGE"                          a command, and what it takes
    .SS "account merge, contact merge KEEP OTHER"       commands that are alike
    .TP
    .BI \\-\\-reason " TEXT"
    Why, 3 to 500 characters.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys

OPTION_LINE = re.compile(r"^ {2}((?:-\w,\s?)?--[a-z][a-z0-9-]*)")
COMMAND_LINE = re.compile(r"^ {2}([a-z][a-z0-9-]*) {2,}\S")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z0-9-]*")
OWN = ""  # the program itself, among commands
EVERYWHERE = {"--help", "-h"}  # of each command; said once


def options_and_commands(text):
    """The options and the names of subcommands that a text printed by --help lists."""
    options, commands, part = set(), [], ""
    for line in text.splitlines():
        if re.match(r"^[A-Z]\w+:", line):
            part = line.split(":")[0]
        elif part == "Options" and (match := OPTION_LINE.match(line)):
            options.update(OPTION.findall(match[1]))
        elif part == "Subcommands" and (match := COMMAND_LINE.match(line)):
            commands.append(match[1])
    return options, commands


def said_by_program(ask, path=()):
    """Options by command ("deal move"), asked of the program with `ask(words)`; commands that only hold others too."""
    options, commands = options_and_commands(ask([*path, "--help"]))
    if path:
        options -= EVERYWHERE
    found = {" ".join(path): options} if options or not commands or not path else {}
    for command in commands:
        found.update(said_by_program(ask, (*path, command)))
    return found


def plain(text):
    """A line of markup without its escapes and quotes."""
    return re.sub(r"\\f.", "", text.replace("\\-", "-")).replace('"', "")


def commands_of(heading):
    """ "account merge, contact merge KEEP OTHER" names two commands."""
    names = []
    for part in heading.split(","):
        match = re.match(r"((?:[a-z][a-z-]*)(?: [a-z][a-z-]*)*)(?=$|[ .\[])", part.strip())
        if match:
            names.append(match[1])
    return names


def said_by_page(text):
    """Options by command, as the entries of a manual page have them."""
    found, here, entry = {OWN: set()}, [], False
    for line in text.splitlines():
        if line.startswith(".SH"):
            here = [OWN] if plain(line[3:]).strip() == "OPTIONS" else []
        elif line.startswith(".SS"):
            here = commands_of(plain(line[3:]).strip())
            for command in here:
                found.setdefault(command, set())
        elif line.startswith((".TP", ".TQ")):
            entry = True
            continue
        elif entry and here:
            for command in here:
                found[command].update(OPTION.findall(plain(line)))
        entry = False
    return found


def differences(program, page):
    """What one says and the other does not, as sentences."""
    found = []
    for command in sorted(program.keys() | page.keys()):
        name = command or "the program"
        if command not in page:
            found.append(f"the page has no heading for: {name}")
            continue
        if command not in program:
            found.append(f"the page describes what the program does not know: {name}")
            continue
        found += [f"{name}: {option} is missing in the page" for option in sorted(program[command] - page[command])]
        found += [f"{name}: the program has no {option}" for option in sorted(page[command] - program[command])]
    return found


def markup(page):
    """What groff and mandoc, where they are, have to say about the markup."""
    found = []
    for tool in (["groff", "-man", "-Tutf8", "-ww", "-z", "-rLL=100n"], ["mandoc", "-T", "lint", "-W", "warning"]):
        if shutil.which(tool[0]):
            answer = subprocess.run([*tool, page], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
            found += answer.stdout.splitlines()
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--page", required=True)
    arguments = parser.parse_args()

    def ask(words):
        return subprocess.run([arguments.program, *words], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
                              check=True, timeout=60, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).stdout

    program = said_by_program(ask)
    if not program.get(OWN):
        print(f"{arguments.program} --help lists no option: this check does not understand it any more")
        return 1
    with open(arguments.page, encoding="utf-8") as file:
        found = differences(program, said_by_page(file.read())) + markup(arguments.page)
    for line in found:
        print(f"{arguments.page}: {line}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
