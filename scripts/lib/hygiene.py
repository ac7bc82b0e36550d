#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finds what must not be in the tree: sources without a licence line, paths of somebody's machine, unfinished marks.

    hygiene.py ROOT

Looks at the files of the project, tracked or new. Data that stands for the outside world (sample mailboxes, corpora)
may name any path and contain any word.
"""

import os
import re
import subprocess
import sys

LICENCE = "SPDX-License-Identifier: AGPL-3.0-or-later"
SOURCE = re.compile(r"(\.(cpp|hpp|c|h|qml|js|mjs|py|sh|cmake|sql|supp)|(^|/)CMakeLists\.txt)$")
PROSE = re.compile(r"\.(md|txt|json|toml|yml|yaml|xml|desktop|ini)$|(^|/)\.[a-z-]+$")
DATA = re.compile(r"(^|/)(corpus|sample|labelled|broken|fixtures|data)/|^LICENSE$")
THIRD_PARTY = re.compile(r"(^|/)third_party/")

# Not preceded by what makes it the path of a URL or of a relative path.
MACHINE_PATH = re.compile(r"(?<![A-Za-z0-9_.~)}\]*/-])/(work|farm|home|root|Users)/[A-Za-z]")
UNFINISHED = re.compile(r"\b(TO[D]O|FIX[M]E|X[X]X|H[A]CK)\b")


def is_script(path, first_line):
    return "." not in os.path.basename(path) and first_line.startswith("#!")


def findings(path, text):
    """What is wrong with one file, as (line number, message)."""
    lines = text.splitlines()
    if DATA.search(path) or THIRD_PARTY.search(path):
        return []
    source = SOURCE.search(path) or is_script(path, lines[0] if lines else "")
    found = []
    if source and lines and not any(LICENCE in line for line in lines[:5]):
        found.append((1, f"no licence line ({LICENCE})"))
    if source or PROSE.search(path):
        for number, line in enumerate(lines, 1):
            if MACHINE_PATH.search(line):
                found.append((number, "the path of somebody's machine"))
            if UNFINISHED.search(line):
                found.append((number, "left to be done later: do it, or write an issue"))
    return found


def files(root):
    answer = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        stdout=subprocess.PIPE, check=True,
    ).stdout
    return sorted({os.fsdecode(name) for name in answer.split(b"\0") if name})


def main():
    root = sys.argv[1]
    failed = 0
    for path in files(root):
        full = os.path.join(root, path)
        if not os.path.isfile(full) or os.path.islink(full):
            continue
        try:
            with open(full, encoding="utf-8") as file:
                text = file.read()
        except UnicodeDecodeError:
            continue
        for number, message in findings(path, text):
            failed += 1
            print(f"{path}:{number}: {message}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
